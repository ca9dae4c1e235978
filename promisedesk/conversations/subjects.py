"""What a conversation is called, also when the mail that began it has no subject.

The message keeps what came; the conversation is called by the first words of the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import LONGEST_SUBJECT, Conversation
from promisedesk.conversations.verbs import RENAMED
from promisedesk.core.events import record
from promisedesk.lib.first_words import cut, first_words
from promisedesk.lib.mail import subjects
from promisedesk.lib.mail.charsets import clean_line
from promisedesk.lib.mail.reading import ENCRYPTED_WORDS

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage


def without_marks(subject: str) -> str:
    """A subject without "Re:" and "Fwd:" of any language, on one line."""
    return " ".join(subjects.without_marks(subject).split())


def subject_for(incoming: IncomingMessage) -> str:
    """The subject of the conversation that this mail begins, cut at a word.

    Without subject and words it is "Your question" in the customer's language, for our letters
    carry it; a robot's mail without both stays without.
    """
    subject = incoming.subject
    if without_marks(subject):
        return subject if len(subject) <= LONGEST_SUBJECT else cut(subject, LONGEST_SUBJECT)
    if words := named_by(incoming.text):
        return words
    if incoming.is_automatic:
        return ""
    with translation.override(incoming.language or incoming.inbox.language):
        return _("Your question")


def named_by(text: str) -> str:
    """A subject made of the first words of a text; '' when it has none."""
    return "" if text == ENCRYPTED_WORDS else first_words(text)


@transaction.atomic
def rename(conversation: Conversation, subject: str, *, by: Agent | None) -> bool:
    """Call it otherwise from now on, in our letters too. False if it is called so already.

    "Re:" before it is left out, for our letters bring their own; without words it stays.
    """
    demand(by, Deed.ANSWER)
    subject = cut(without_marks(clean_line(subject)), LONGEST_SUBJECT)
    if not subject or subject == without_marks(conversation.subject):
        return False
    Conversation.objects.filter(pk=conversation.pk).update(subject=subject)
    conversation.subject = subject
    record(RENAMED, by=by, conversation=conversation)
    return True
