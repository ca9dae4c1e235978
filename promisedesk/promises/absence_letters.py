"""Telling customers of an absence: in the acknowledgement of a new question, else in a letter.

Each address is told once an absence. Nothing a stranger wrote is repeated, no robot is answered.
"""

from __future__ import annotations

from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.conversations import replying
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core import rows
from promisedesk.core.shop import the_shop
from promisedesk.lib import absence_words
from promisedesk.promises import absences, acknowledging, making
from promisedesk.promises.models import Absence


def tell(conversation: Conversation, question: Message) -> Message | None:
    """Queue the letter for who writes in an older conversation; None when none may be sent.

    Call it in the transaction that took the message in.
    """
    to = question.reply_to or question.from_address
    absence = absences.to_tell(conversation, to)
    if absence is None or not acknowledging.may_write_to(to):
        return None
    if absences.to_tell(conversation, to) is None:  # another mail of theirs was quicker
        return None
    language = acknowledging.letter_language(conversation)
    zone = making.told_zone(conversation, absences.calendar_of(conversation.inbox).time_zone)
    name = conversation.contact.name if conversation.contact.answered_at else ""
    message = rows.insert(
        Message(
            conversation=conversation,
            direction=Message.Direction.OUT,
            automatic=True,
            subject=_subject(conversation, absence, zone, language),
            text=text(absence, conversation.inbox, zone, language, name, conversation.ref),
            language=language,
            message_id=replying.new_message_id(conversation),
            in_reply_to=question.message_id,
            references=question.message_id,
            marks=[absences.mark_of(absence)],
        )
    )
    replying.enqueue(message, to, is_automatic=True)
    absences.note_told(absence, conversation, to)
    return message


def text(absence: Absence, inbox: Inbox, time_zone: str, language: str, name: str, ref: str) -> str:
    """The whole letter in this language; also what the settings show while it is written."""
    with translation.override(language):
        parts = [_("Hello %(name)s,") % {"name": name} if name else _("Hello,")]
        parts.append(_("Thank you for writing to us. Your message has arrived."))
        parts += absences.paragraphs(absence, inbox, time_zone, language, now())
        parts.append(_("Your reference is %(ref)s.") % {"ref": ref})
        lines = [the_shop().shop_name or inbox.name]
        parts.append("-- \n" + "\n".join(line for line in lines if line))
        return acknowledging.wrapped("\n\n".join(parts))


def _subject(conversation: Conversation, absence: Absence, zone: str, language: str) -> str:
    """Ours, never theirs: with a forged sender it would reach somebody else."""
    back_at = absences.back(absence, conversation.inbox)
    with translation.override(language):
        when = absence_words.back_on(back_at, zone, language, now())
        return _("We are back %(when)s") % {"when": when} + f" [#{conversation.ref}]"
