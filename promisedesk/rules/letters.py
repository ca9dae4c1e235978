"""Letters that rules write to customers.

They are automatic letters, as acknowledgements are: marked so that robots do not answer them,
at most so many an hour and a day to one address, and they settle nothing. To somebody we have
never answered they repeat nothing that was written to us: the sender may be forged.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.contacts.models import CustomField
from promisedesk.conversations import (
    replying,
    spam_reasons,
    subjects,
    unsubscribing,
)
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core import rows
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases
from promisedesk.lib.counting import Span, deadline
from promisedesk.promises import acknowledging, making, policies
from promisedesk.replies import sending, variables
from promisedesk.rules.verbs import WROTE

LONGEST_TEXT = 5000
WHILE_SILENT = "while_silent"  # in Message.marks: not sent any more when the customer wrote
RESOLVE_BY = "resolve.by"  # a variable of these letters alone: by when to answer


def checked(texts: object) -> dict[str, str]:
    """The texts of a letter by language. Raises Refused: none, too long, a slip in a variable."""
    if not isinstance(texts, dict):
        raise Refused(_("Write the text of the letter."))
    known = {code for code, _name in LANGUAGES}
    clean = {
        language: str(text).replace("\x00", "").replace("\r\n", "\n").strip()
        for language, text in texts.items()
        if language in known
    }
    clean = {language: text for language, text in clean.items() if text}
    if not clean:
        raise Refused(_("Write the text of the letter."))
    keys = tuple(CustomField.objects.values_list("key", flat=True))
    for text in clean.values():
        if len(text) > LONGEST_TEXT:
            raise Refused(_("A text has at most %d characters.") % LONGEST_TEXT)
        slips = variables.unknown(text.replace(f"{{{RESOLVE_BY}}}", ""), keys)
        if slips:
            raise Refused(
                _("Nothing can be filled in for %(names)s. Choose from the list.")
                % {"names": ", ".join(slips)}
            )
    return clean


@transaction.atomic
def write(
    conversation: Conversation, texts: dict[str, str], *, resolve_after: Span | None = None
) -> Message:
    """Write to the customer by itself. Raises Refused when it must not, or a variable is empty.

    `resolve_after`: the letter says by when to answer, and is not sent once the customer wrote.
    """
    sending.lock(conversation)  # a merge would leave the letter in the shell
    to = _address(conversation)
    language = _language(conversation, texts)
    facts = _facts(conversation, language)
    if resolve_after is not None:
        facts[RESOLVE_BY] = _by(conversation, resolve_after, language)
    filled = variables.fill(texts[language], facts)
    if filled.missing:
        missing = ", ".join(dict.fromkeys(one.written for one in filled.missing))
        raise Refused(_("Not written: nothing is known for %(names)s.") % {"names": missing})
    in_reply_to, references = replying.references_for(conversation)
    message = rows.insert(
        Message(
            conversation=conversation,
            direction=Message.Direction.OUT,
            automatic=True,
            subject=_subject(conversation, language),
            text=acknowledging.wrapped(f"{filled.text}\n\n{_footer(conversation)}"),
            language=language,
            message_id=replying.new_message_id(conversation),
            in_reply_to=in_reply_to,
            references=references,
            marks=[WHILE_SILENT] if resolve_after else [],
        )
    )
    replying.enqueue(message, to, is_automatic=True)
    record(
        WROTE,
        conversation=conversation,
        contact=conversation.contact,
        about=message,
        message=message.pk,
    )
    return message


def _address(conversation: Conversation) -> str:
    """Where to; raises Refused when the desk must not write there by itself."""
    if conversation.merged_into_id:
        raise Refused(_("Not written: this was put into another conversation."))
    if conversation.state == Conversation.State.SPAM:
        raise Refused(_("Not written: this is among the spam."))
    theirs = conversation.messages.filter(direction=Message.Direction.IN)
    newest = theirs.order_by("-pk").values_list("automatic", "marks").first()
    if newest and (newest[0] or spam_reasons.NO_ANSWER in newest[1]):
        raise Refused(_("Not written: the last mail came from a robot, or wants no answer."))
    to = replying.answer_address(conversation)
    if not to:
        raise Refused(_("Not written: this customer has no e-mail address."))
    unsubscribing.refuse_unwanted(to)
    if not acknowledging.may_write_to(to):
        raise Refused(_("Not written: this address had enough automatic letters for now."))
    return to


def _language(conversation: Conversation, texts: dict[str, str]) -> str:
    wishes = (
        variables.answer_language(conversation),
        conversation.inbox.language,
        the_shop().language,
        *texts,
    )
    return next(one for one in wishes if one in texts)


def _facts(conversation: Conversation, language: str) -> dict[str, str]:
    facts = variables.facts_of(conversation, None, language=language)
    if not conversation.contact.answered_at:
        theirs = ("customer.", "conversation.subject", "field.")
        facts |= {name: "" for name in facts if name.startswith(theirs)}
    return facts


def _by(conversation: Conversation, span: Span, language: str) -> str:
    """ "by Tuesday 24 November, 14:00 (UK time)", on the customer's clock."""
    policy = policies.policy_of(conversation.inbox)
    calendar = policies.work_calendar(policy.calendar.version)
    at = now()
    zone = making.told_zone(conversation, calendar.time_zone)
    return phrases.promise_phrase(deadline(calendar, at, span).due_at, zone, language, at)


def _subject(conversation: Conversation, language: str) -> str:
    own = subjects.without_marks(" ".join(conversation.subject.split()))
    if own and conversation.contact.answered_at:
        return f"Re: {own}"[:300]
    with translation.override(language):
        shop = the_shop().shop_name or conversation.inbox.name
        return _("Your message to %(shop)s") % {"shop": shop} + f" [#{conversation.ref}]"


def _footer(conversation: Conversation) -> str:
    shop = the_shop()
    lines = [shop.shop_name or conversation.inbox.name, shop.phone, shop.postal_address]
    return "-- \n" + "\n".join(line for line in lines if line)


def why_not_now(message: Message) -> str:
    """Why a letter of a rule must not leave any more; '' while it may. It may have waited."""
    if WHILE_SILENT not in message.marks:
        return ""
    since = Message.objects.filter(conversation=message.conversation_id, pk__gt=message.pk)
    people = since.filter(automatic=False).exclude(direction=Message.Direction.NOTE)
    return _("Not sent: somebody wrote meanwhile.") if people.exists() else ""
