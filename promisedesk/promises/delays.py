"""The letter that says we are late, or will be: an apology once, and the new time.

It answers nothing and settles nothing. Like an acknowledgement it repeats nothing that a
stranger wrote.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations import replying, spam_reasons
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import rows
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases
from promisedesk.promises import acknowledging
from promisedesk.promises.delay_words import recalled, words_for
from promisedesk.promises.models import Promise

MARK = "delay"  # of the message


def tell(new: Promise, old: Promise, *, by: Agent | None, says: str = "") -> Message | None:
    """Queue the letter for a promise that is renewed; None when none may be sent.

    `says`: a sentence of the agent's, in the customer's language.
    """
    conversation = new.conversation
    to = _address(conversation, is_by_itself=by is None)
    if not to:
        return None
    language = acknowledging.letter_language(conversation)
    with translation.override(language):
        subject, text = _letter(new, old, by, says.strip(), language)
    in_reply_to, references = replying.references_for(conversation)
    message = rows.insert(
        Message(
            conversation=conversation,
            direction=Message.Direction.OUT,
            automatic=True,
            agent=by,
            subject=subject,
            text=text,
            language=language,
            message_id=replying.new_message_id(conversation),
            in_reply_to=in_reply_to,
            references=references,
            marks=[MARK],
        )
    )
    replying.enqueue(message, to, is_automatic=True)
    return message


def may_tell(conversation: Conversation) -> bool:
    """Whether the desk may send such a letter by itself."""
    return bool(_address(conversation, is_by_itself=True))


def _address(conversation: Conversation, *, is_by_itself: bool) -> str:
    """Where to; '' where the desk must not write by itself: to robots, or once too often."""
    theirs = conversation.messages.filter(direction=Message.Direction.IN)
    newest = theirs.order_by("-pk").values_list("automatic", "marks").first()
    if newest and (newest[0] or spam_reasons.NO_ANSWER in newest[1]):
        return ""
    to = replying.answer_address(conversation)
    if is_by_itself and to and not acknowledging.may_write_to(to):
        return ""
    return to


def preview(old: Promise, due_at: datetime, *, by: Agent | None, says: str = "") -> str:
    """The letter's words in the customer's language, were it renewed for `due_at` (aware) now."""
    at = now()
    language = acknowledging.letter_language(old.conversation)
    with translation.override(language):
        is_missed = old.due_at <= at
        return _text(old, due_at, at, language, by=by, says=says.strip(), is_missed=is_missed)


def _letter(
    new: Promise, old: Promise, by: Agent | None, says: str, language: str
) -> tuple[str, str]:
    is_missed = old.state == Promise.State.BROKEN
    text = _text(old, new.due_at, new.made_at, language, by=by, says=says, is_missed=is_missed)
    return _subject(new.conversation, new, language), text


def _text(
    old: Promise,
    due_at: datetime,
    at: datetime,
    language: str,
    *,
    by: Agent | None,
    says: str,
    is_missed: bool,
) -> str:
    conversation, shop, words = old.conversation, the_shop(), words_for(old)
    contact = conversation.contact
    name = contact.name if contact.answered_at else ""
    was = phrases.promise_phrase(old.due_at, old.time_zone, language, old.made_at)
    will = phrases.promise_phrase(due_at, old.time_zone, language, at)
    parts = [
        _("Hello %(name)s,") % {"name": name} if name else _("Hello,"),
        str(words.missed if is_missed else words.late) % {"was": was},
        recalled(old),
        says,
        str(words.will) % {"by": will},
        _("Your reference is %(ref)s.") % {"ref": conversation.ref},
    ]
    lines = [by.name if by else "", shop.shop_name or conversation.inbox.name, shop.phone]
    parts.append("-- \n" + "\n".join(line for line in lines if line))
    return acknowledging.wrapped("\n\n".join(part for part in parts if part))


def _subject(conversation: Conversation, new: Promise, language: str) -> str:
    """Ours, never theirs: with a forged sender it would reach somebody else."""
    short = phrases.short_promise(new.due_at, new.time_zone, language)
    return _("Later than we promised: %(by)s") % {"by": short} + f" [#{conversation.ref}]"
