"""The letter that goes out at once: we have your message, and when the answer comes.

Sent to somebody who may be a victim of a forged sender, so it holds nothing the sender
wrote: no subject, no text, no display name. A contact we have answered before is greeted
by name. At most so many an hour and a day to one address, whatever the mails look like.
"""

import textwrap
from datetime import timedelta

from django.conf import settings
from django.utils import translation
from django.utils.html import format_html
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.contacts import addresses, phones
from promisedesk.conversations import deliveries, inboxes, replying, spam_reasons
from promisedesk.conversations.models import Conversation, Inbox, Message
from promisedesk.core import letter_style, locks, rows
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases
from promisedesk.lib.hours_in_words import format_hours
from promisedesk.promises import absences, policies
from promisedesk.promises.models import Absence, Promise

MOST_AN_HOUR = 3
MOST_A_DAY = 5
OLDEST_QUESTION = timedelta(hours=24)  # taken out of the spam later, nobody waits for a letter
COLUMNS = 70  # the plain part, as design and old mail programs want it
KNOWN_LANGUAGES = {code for code, _name in LANGUAGES}


def acknowledge(promise: Promise, question: Message) -> Message | None:
    """Queue the letter that tells a promise about to be saved; None when it must not be sent.

    The promise is told when that mail was handed over, not before.
    """
    to = question.reply_to or question.from_address
    # A mail fetched late may be due already: nobody is promised what is past.
    if promise.due_at <= now() or not to or _is_ours(to) or _is_enough(to):
        return None
    # Who writes from an address has it: only another one to answer to may be gone.
    if to != question.from_address and addresses.is_doubtful(to):
        return None
    conversation = promise.conversation
    language = letter_language(conversation)
    absence = absences.to_tell(conversation, to)
    with translation.override(language):
        subject, text = _letter(promise, language, absence)
    message = rows.insert(
        Message(
            conversation=conversation,
            direction=Message.Direction.OUT,
            automatic=True,
            subject=subject,
            text=text,
            language=language,
            message_id=replying.new_message_id(conversation),
            in_reply_to=question.message_id,
            references=question.message_id,
            marks=[absences.mark_of(absence)] if absence else [],
        )
    )
    replying.enqueue(message, to, is_automatic=True)
    if absence:
        absences.note_told(absence, conversation, to)
    return message


def may_be_told(question: Message) -> bool:
    """Whether a question that comes out of the spam may still be acknowledged."""
    is_young = now() - question.created_at < OLDEST_QUESTION
    return is_young and not question.automatic and spam_reasons.NO_ANSWER not in question.marks


def why_not_now(message: Message) -> str:
    """Why the letter queued by `acknowledge` must not leave any more; '' while it may.

    It may have waited for hours: for a mail server to be set, or behind a greylist.
    """
    promise = Promise.objects.filter(told_by=message).first()
    if promise is None:
        absence = absences.told_in(message.marks)
        is_over = absence is not None and absences.is_over(absence)
        return _("Not sent: we are back.") if is_over else ""
    if promise.state == Promise.State.WITHDRAWN:
        return _("Not sent: the promise was withdrawn.")
    if promise.settled_at is not None:
        return _("Not sent: the customer was answered meanwhile.")
    return _("Not sent: the promised time had passed.") if promise.due_at <= now() else ""


def may_write_to(address: str) -> bool:
    """Whether the desk may send this address one more letter by itself: rules ask too.

    Call it in the transaction that writes the letter, as letters of both kinds are counted.
    """
    known_well = bool(address) and not _is_ours(address) and not addresses.is_doubtful(address)
    return known_well and not _is_enough(address)


def letter_language(conversation: Conversation) -> str:
    """The customer's language if the shop answers in it, else the inbox's."""
    known = conversation.language in (the_shop().languages or KNOWN_LANGUAGES)
    return conversation.language if known else conversation.inbox.language


def _is_ours(address: str) -> bool:
    """However it is written, and with any +token: else the desk would write to itself."""
    return not inboxes.own_addresses().isdisjoint(inboxes.meanings_of(address))


def _is_enough(address: str) -> bool:
    """However the address is written, and however many workers read mails that name it."""
    locks.hold_until_commit(f"acknowledge {address.lower()}")
    in_a_day, in_an_hour = deliveries.automatic_to(
        address, now() - timedelta(days=1), now() - timedelta(hours=1)
    )
    return in_a_day >= MOST_A_DAY or in_an_hour >= MOST_AN_HOUR


def _facts(promise: Promise, language: str, absence: Absence | None) -> dict:
    """What the letter says, in its language; text and HTML are made of the same."""
    conversation, shop = promise.conversation, the_shop()
    contact = conversation.contact
    calendar = policies.work_calendar(promise.calendar_version)
    name = contact.name if contact.answered_at else ""
    away = absence and absences.paragraphs(
        absence, conversation.inbox, promise.time_zone, language, promise.made_at
    )
    return {
        "greeting": _("Hello %(name)s,") % {"name": name} if name else _("Hello,"),
        "by": phrases.promise_phrase(promise.due_at, promise.time_zone, language, promise.made_at),
        "away": away or [],
        "ref": conversation.ref,
        "asks_for_phone": not _has_phone(promise),
        "hours": format_hours(calendar.hours, language),
        "shop": shop.shop_name or conversation.inbox.name,
        "phone": shop.phone,
        "address": shop.postal_address,
        "help_url": f"{settings.BASE_URL}/help/",
    }


def _has_phone(promise: Promise) -> bool:
    """Whether we know a number of theirs, or they give one in the question itself."""
    question, contact = promise.asked_by, promise.conversation.contact
    if question and any(map(phones.seems_given, (question.text, question.signature))):
        return True
    return not contact.is_new and contact.identities.filter(kind="phone").exists()


def _letter(promise: Promise, language: str, absence: Absence | None) -> tuple[str, str]:
    facts = _facts(promise, language, absence)
    short = phrases.short_promise(promise.due_at, promise.time_zone, language)
    return _written(facts, short)


def _written(facts: dict, short: str) -> tuple[str, str]:
    """(subject, plain text) of the facts, in the language that is active."""
    subject = _("We answer %(by)s") % {"by": short} + f" [#{facts['ref']}]"
    parts = [
        facts["greeting"],
        _("Thank you for writing to us. Your message has arrived, and a person will answer it."),
        *facts["away"],
        _("You will have our answer\n%(by)s.\nYour reference is %(ref)s.") % facts,
        _("We are open: %(hours)s.") % facts,
    ]
    if facts["asks_for_phone"]:
        parts.append(_("If you would like us to call you, reply with your phone number."))
    parts.append(_("Answers to common questions:") + "\n" + facts["help_url"])
    parts.append(_("Something to add? Simply reply to this mail."))
    contact_lines = [facts["shop"], facts["phone"], facts["address"]]
    parts.append("-- \n" + "\n".join(line for line in contact_lines if line))
    return subject, wrapped("\n\n".join(parts))


def wrapped(text: str) -> str:
    """Plain text in lines of at most COLUMNS; an address of the web stays in one piece."""
    lines = [
        # Short lines stay to the letter: "-- " ends in a blank on purpose.
        textwrap.wrap(line, COLUMNS, break_long_words=False, break_on_hyphens=False)
        if len(line) > COLUMNS
        else [line]
        for line in text.split("\n")
    ]
    return "\n".join(piece for pieces in lines for piece in pieces)


def as_html(message: Message) -> str:
    """The words of an acknowledgement in HTML, made when it is sent; '' for any other letter.

    What stands around them is put there by `channels.email.framing`.
    """
    # A letter that tells of a renewed promise is a delay notice, and has words of its own.
    told = Promise.objects.filter(told_by=message, kind=Promise.Kind.ANSWER, renews=None)
    promise = told.select_related(
        "conversation__contact", "conversation__inbox", "calendar_version", "asked_by"
    ).first()
    if promise is None:
        return ""
    with translation.override(message.language):
        facts = _facts(promise, message.language, absences.told_in(message.marks))
        return _in_html(facts)


def _in_html(facts: dict) -> str:
    bold = {"bold_ref": format_html("<b>{}</b>", facts["ref"])}
    return letter_style.render("promises/acknowledgement.html", facts | bold)


def example(inbox: Inbox, language: str, name: str, ref: str) -> tuple[str, str, str]:
    """(subject, text, HTML) of what somebody of this name would be told now: to look at it."""
    policy, shop = policies.policy_of(inbox), the_shop()
    promised = policies.would_promise(policy, now())
    calendar = policies.work_calendar(policy.calendar.version)
    told = (promised.due_at, calendar.time_zone, language)
    with translation.override(language):
        facts = {
            "greeting": _("Hello %(name)s,") % {"name": name},
            "by": phrases.promise_phrase(*told, now()),
            "away": [],
            "ref": ref,
            "asks_for_phone": False,
            "hours": format_hours(calendar.hours, language),
            "shop": shop.shop_name or inbox.name,
            "phone": shop.phone,
            "address": shop.postal_address,
            "help_url": f"{settings.BASE_URL}/help/",
        }
        return (*_written(facts, phrases.short_promise(*told)), _in_html(facts))
