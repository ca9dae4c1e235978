"""Sending later: an answer waits for its time, and goes exactly once or is told about.

It was written for the conversation as it was. If anybody wrote meanwhile, its writer left, or
the conversation was resolved, went to the spam or into another, it is not sent: it stays in
sight, with the reason, until somebody takes it up again or puts it away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.agents.rights import Deed, demand, may
from promisedesk.conversations import replying
from promisedesk.conversations.models import Conversation, Message
from promisedesk.conversations.verbs import RECEIVED, RESOLVED, RESOLVED_UNANSWERED
from promisedesk.core import kept_events, leases
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, on, record
from promisedesk.core.models import Event
from promisedesk.core.shop import the_shop
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import policies
from promisedesk.replies import drafting, macros, pledging, recipients, sending
from promisedesk.replies.models import Scheduled
from promisedesk.replies.recipients import Recipients
from promisedesk.replies.sending import Letter
from promisedesk.replies.verbs import LATER_CHANGED, LATER_STOPPED, LATER_TAKEN_BACK, PUT_OFF

log = structlog.get_logger("promisedesk.replies")
LONGEST = timedelta(days=366)
SOONEST = timedelta(minutes=1)  # sooner is now
MORNING = time(9)  # of the customer, when they read mail
State = Scheduled.State
# Why an answer was not sent, by what stands in its `last_error`; else the words of a refusal.
REASONS = {
    "wrote": gettext_lazy("The customer wrote meanwhile."),
    "answered": gettext_lazy("A colleague answered meanwhile."),
    "done": gettext_lazy("The conversation was resolved meanwhile."),
    "own": gettext_lazy("Whoever wrote it answered meanwhile."),
    "gone": gettext_lazy("Whoever wrote it may not answer here any more."),
    "spam": gettext_lazy("The conversation was put among the spam."),
    "merged": gettext_lazy("The conversation was put into another one."),
}


class Stop(Exception):
    """It must not be sent; the key of a reason."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time to offer. `kind`: hour, opening, morning, monday."""

    kind: str
    at: datetime


@transaction.atomic
def schedule(
    conversation: Conversation,
    letter: Letter,
    send_at: datetime,
    *,
    by: Agent,
    verb: Verb = PUT_OFF,
) -> Scheduled:
    """Have this answer sent at a time (aware). Raises Changed and Refused as sending it now would.

    `verb` says in the log why it waits. People who are to get copies take part from now on. The
    same text waiting already is not put there twice.
    """
    demand(by, Deed.ANSWER)
    _refuse_bad_time(send_at)
    sending.lock(conversation)
    _refuse_closed(conversation)
    sending.refuse_unfilled(letter.text)
    sending.refuse_changed(conversation, letter, by)
    text = letter.text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(_("There is nothing to send yet. Write a few words first."))
    if same := conversation.scheduled.filter(agent=by, state=State.WAITING, text=text).first():
        return same  # the second click of two
    moved = pledging.moved_in(conversation, text, letter.moved, letter.denied)
    _refuse_due_before(send_at, moved.values())
    for at in moved.values():
        _refuse_bad_time(at)
    to, copies = recipients.settle(conversation, letter.recipients, by=by)
    to = to or replying.answer_address(conversation)
    if not to:
        raise Refused(_("Nobody knows an address of this customer. Type one below."))
    newest = conversation.messages.order_by("-pk").values_list("pk", flat=True).first()
    row = Scheduled.objects.create(
        conversation=conversation,
        agent=by,
        text=text,
        files=drafting.rows_of(list(letter.files)),
        recipients=Recipients(to=to, copies=copies).as_json(),
        then=sending.orders_of(letter, by),
        macros=[one.public_id for one in macros.chosen(letter.macros, by)] if letter.macros else [],
        denied=list(letter.denied),
        moved={key: at.isoformat() for key, at in moved.items()},
        last_seen=letter.last_seen if letter.last_seen is not None else newest or 0,
        send_at=send_at,
        due_at=send_at,
    )
    record(verb, by=by, conversation=conversation, at_time=send_at.isoformat(), row=row.pk)
    return row


def _refuse_bad_time(at: datetime) -> None:
    if not now() + SOONEST <= at <= now() + LONGEST:
        raise Refused(_("Choose a time within the next year."))


def _refuse_due_before(send_at: datetime, moved: Iterable[datetime]) -> None:
    if any(at <= send_at for at in moved):
        raise Refused(_("Something in it is promised for a time before it is sent."))


def _moved(row: Scheduled) -> dict[str, datetime]:
    """The times its writer chose for what it promises, by key."""
    return {key: datetime.fromisoformat(at) for key, at in row.moved.items()}


def _refuse_closed(conversation: Conversation) -> None:
    if conversation.state == Conversation.State.SPAM or conversation.merged_into_id:
        raise Refused(_("No answer can be written here any more. Load the page again."))


def shown(conversation: Conversation) -> QuerySet[Scheduled]:
    """What waits here for its time, and what was stopped and nobody has seen to."""
    rows = conversation.scheduled.filter(state__in=[State.WAITING, State.STOPPED])
    return rows.select_related("agent").order_by("send_at", "pk")


def why_stopped(row: Scheduled) -> str:
    """In the reader's language; '' while it waits."""
    return str(REASONS.get(row.last_error, row.last_error)) if row.state == State.STOPPED else ""


@transaction.atomic
def take_back(row: Scheduled, *, by: Agent) -> list[str]:
    """Not then: it is a draft again, of whoever took it back; the macros it was to be sent with
    (public ids), to be ticked. Raises Refused once it goes."""
    demand(by, Deed.ANSWER)
    was = row.state
    _end(row)
    chosen = Recipients.read(row.recipients)
    drafting.restore(row.conversation, by, row.text, drafting.files_of(row), chosen)
    if was == State.WAITING:
        record(LATER_TAKEN_BACK, by=by, conversation=row.conversation, row=row.pk)
    return row.macros


@transaction.atomic
def give_back(row: Scheduled, text: str, *, by: Agent) -> None:
    """Make it a draft of its writer again, as a colleague would have it. Raises Refused once it
    goes, or without a text."""
    demand(by, Deed.ANSWER)
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(_("There is nothing to send yet. Write a few words first."))
    _end(row)
    chosen = Recipients.read(row.recipients)
    drafting.restore(row.conversation, row.agent, text, drafting.files_of(row), chosen)


def let_go(row: Scheduled, send_at: datetime) -> None:
    """What waited for somebody's word is sent then. Raises Refused unless it still waits."""
    waiting = Scheduled.objects.filter(pk=row.pk, state=State.WAITING, leased_by="")
    if not waiting.update(send_at=send_at, due_at=send_at):
        raise Refused(_("It is too late to change this: it is not waiting any more."))
    row.send_at = row.due_at = send_at


@transaction.atomic
def stop_if_stale(row: Scheduled) -> bool:
    """Stop it before its time if it must not be sent any more; whether it was stopped."""
    conversation = Conversation.objects.select_related("contact", "inbox").get(
        pk=row.conversation_id
    )
    try:
        _refuse_stale(conversation, row)
    except Stop as stop:
        _stop(row, str(stop))
        return True
    return False


@transaction.atomic
def put_away(row: Scheduled, *, by: Agent) -> None:
    """It is not wanted any more, sent or not: its text goes too. Raises Refused once it goes."""
    demand(by, Deed.ANSWER)
    was = row.state
    _end(row)
    if was == State.WAITING:
        record(LATER_TAKEN_BACK, by=by, conversation=row.conversation, row=row.pk)


@transaction.atomic
def change_time(row: Scheduled, send_at: datetime, *, by: Agent) -> None:
    """At another time. Raises Refused for a bad one, or once it goes."""
    demand(by, Deed.ANSWER)
    _refuse_bad_time(send_at)
    _refuse_due_before(send_at, _moved(row).values())
    waiting = Scheduled.objects.filter(pk=row.pk, state=State.WAITING, leased_by="")
    # Without a due time it waits for somebody's word.
    if not waiting.filter(due_at__isnull=False).update(send_at=send_at, due_at=send_at):
        raise Refused(_("It is too late to change this: it is not waiting any more."))
    row.send_at = row.due_at = send_at
    record(
        LATER_CHANGED,
        by=by,
        conversation=row.conversation,
        at_time=send_at.isoformat(),
        row=row.pk,
    )


def _end(row: Scheduled) -> None:
    """A worker that has it on its hands wins."""
    free = Scheduled.objects.filter(pk=row.pk, state=row.state, leased_by="")
    if not free.update(state=State.CANCELLED, due_at=None):
        raise Refused(_("It is too late to take this back: it is not waiting any more."))
    row.state, row.due_at = State.CANCELLED, None


def send_due() -> int:
    """Send one answer whose time has come, or stop it; returns how many were looked at."""
    for row in leases.claim(Scheduled.objects.filter(state=State.WAITING), 1):
        with leases.hold(row):
            _send_or_stop(row)
        return 1
    return 0


def _send_or_stop(row: Scheduled) -> None:
    try:
        _send(row)
    except Stop as stop:
        _stop(row, str(stop))
    except Refused as refusal:
        _stop(row, str(refusal))
    except Exception:
        again = now() + leases.backoff(row.attempts)
        Scheduled.objects.filter(pk=row.pk, state=State.WAITING).update(due_at=again)
        raise


@transaction.atomic
def _send(row: Scheduled) -> None:
    """The letter and the mark that it is sent are one: a crash leaves both or neither."""
    conversation = Conversation.objects.select_related("contact", "inbox").get(
        pk=row.conversation_id
    )
    sending.lock(conversation)
    there = Scheduled.objects.select_for_update(of=("self",)).select_related("agent").get(pk=row.pk)
    if there.state != State.WAITING or there.send_at > now():
        return
    _refuse_stale(conversation, there)
    message = sending.send(
        conversation,
        Letter(
            text=there.text,
            files=drafting.files_of(there),
            recipients=Recipients.read(there.recipients),
            then=there.then,
            denied=there.denied,
            moved=_moved(there),
        ),
        by=there.agent,
    )
    Scheduled.objects.filter(pk=row.pk).update(state=State.SENT, message=message, due_at=None)


def _refuse_stale(conversation: Conversation, row: Scheduled) -> None:
    if conversation.merged_into_id:
        raise Stop("merged")
    if conversation.state == Conversation.State.SPAM:
        raise Stop("spam")
    seen = Conversation.objects.visible_to(row.agent).filter(pk=conversation.pk)
    if not may(row.agent, Deed.ANSWER) or not seen.exists():
        raise Stop("gone")
    talk = sending.since(conversation, row.last_seen, row.agent).filter(automatic=False)
    In, Out = Message.Direction.IN, Message.Direction.OUT
    came = set(talk.filter(Q(direction=In) | Q(direction=Out)).values_list("direction", flat=True))
    if came:
        raise Stop("wrote" if In in came else "answered")
    if _answered_by_hand(conversation, row):
        raise Stop("own")
    if _resolved_since(conversation, row):
        raise Stop("done")


def _answered_by_hand(conversation: Conversation, row: Scheduled) -> bool:
    """Whether its writer answered here since, but for what they put off too."""
    theirs = conversation.messages.filter(
        direction=Message.Direction.OUT, agent=row.agent, created_at__gt=row.created_at
    )
    put_off = Scheduled.objects.filter(agent=row.agent).exclude(message=None)
    return theirs.exclude(pk__in=put_off.values("message")).exists()


@kept_events.waiter
def conversations_with_answers_for_later() -> QuerySet:
    """When its time comes the log says whether the conversation was resolved meanwhile."""
    return Scheduled.objects.filter(state=State.WAITING).values("conversation")


def _resolved_since(conversation: Conversation, row: Scheduled) -> bool:
    """An answer may well be put off in a conversation that is resolved already."""
    if conversation.state != Conversation.State.RESOLVED:
        return False
    verbs = [RESOLVED.name, RESOLVED_UNANSWERED.name]
    log_here = Event.objects.filter(conversation_id=conversation.pk, verb__in=verbs)
    return log_here.filter(at__gt=row.created_at).exists()


@on(RECEIVED)
def stop_when_they_write(event) -> None:
    """What the customer says now was not known to whoever put an answer off: it does not go."""
    if event.data["is_new"] or event.about.automatic:
        return
    rows = Scheduled.objects.filter(conversation=event.conversation_id, state=State.WAITING)
    for row in rows.select_related("agent", "conversation"):
        _stop(row, "wrote")


@transaction.atomic
def _stop(row: Scheduled, reason: str) -> None:
    waiting = Scheduled.objects.filter(pk=row.pk, state=State.WAITING)
    if not waiting.update(state=State.STOPPED, due_at=None, last_error=reason[:1000]):
        return
    Conversation.objects.filter(pk=row.conversation_id).update(is_unread=True)
    record(
        LATER_STOPPED,
        conversation=row.conversation,
        at_time=row.send_at.isoformat(),
        agent=row.agent_id,
        row=row.pk,
    )
    noticing.notice(
        [row.agent],
        Kind.NOT_SENT,
        LATER_STOPPED,
        conversation=row.conversation,
        at_time=row.send_at.isoformat(),
    )
    log.info("an answer for later was stopped", row=row.pk, reason=reason)


def moments(conversation: Conversation, at: datetime | None = None) -> list[Moment]:
    """Times worth offering: soon, when the shop opens, when the customer reads mail."""
    at = at or now()
    calendar = policies.work_calendar(policies.policy_of(conversation.inbox).calendar.version)
    there = ZoneInfo(zone_of(conversation))
    found = [Moment("hour", (at + timedelta(hours=1)).replace(second=0, microsecond=0))]
    found.append(Moment("opening", _next_opening(calendar, at)))
    found.append(Moment("morning", _morning(at, there, lambda day: True)))
    found.append(Moment("monday", _morning(at, there, lambda day: day.weekday() == 0)))
    kept: dict[datetime, Moment] = {}
    for one in found:
        kept.setdefault(one.at, one)
    return sorted(kept.values(), key=lambda one: one.at)


def zone_of(conversation: Conversation) -> str:
    """The customer's time zone, else the shop's."""
    return conversation.contact.time_zone or the_shop().time_zone or "UTC"


def _next_opening(calendar: WorkCalendar, at: datetime) -> datetime:
    """When the shop opens the next time, not counting the hours it is open now."""
    return next(opens for _day, opens, _closes in calendar.openings(at) if opens > at + SOONEST)


def _morning(at: datetime, zone: ZoneInfo, fits) -> datetime:
    day = at.astimezone(zone).date() + timedelta(days=1)
    while not fits(day):
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, zone)
