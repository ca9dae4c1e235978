"""Telling people that a promise will soon be due or was missed: each once, in order, at work.

A reminder is a row. What it does (notices, letters, events, the row of the next step) is one
transaction with the mark that it is done, so neither a kill nor a second worker makes it two.
Many at once are told as one (agents.gathering).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, transaction
from django.utils.timezone import now

from promisedesk.agents import gathering
from promisedesk.agents.gathering import News
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.core import leases
from promisedesk.core.crash import Step
from promisedesk.core.locks import hold_until_commit
from promisedesk.lib.calendars import CalendarError
from promisedesk.promises import chain, lettering, warning
from promisedesk.promises.calling_verbs import ESCALATED
from promisedesk.promises.crew import Crew
from promisedesk.promises.models import Promise, Reminder
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import BROKEN, DUE_SOON

log = structlog.get_logger("promisedesk.promises")
OURS = (Reminder.Kind.WARNING, Reminder.Kind.BROKEN, Reminder.Kind.ESCALATION)
BATCH = 300
LATE = timedelta(minutes=5)  # after which it is said that it was told late
NAMED = 5  # people in the timeline's sentence
CLAIMED = Step("remind.claimed", "A worker took reminders, and nobody is told yet")
TOLD = Step("remind.told", "People are told of promises, and nothing of it is committed yet")
DONE = Step("remind.done", "People are told, and the reminders are still on a worker's hands")
HEARS = {
    Reminder.Kind.WARNING: (Kind.DUE_SOON, DUE_SOON),
    Reminder.Kind.BROKEN: (Kind.BROKEN, BROKEN),
    Reminder.Kind.ESCALATION: (Kind.ESCALATED, ESCALATED),
}


@dataclass
class _Told:
    """What a batch comes to: by agent what they hear, and which letters they get."""

    people: dict[int, Agent] = field(default_factory=dict)
    news: dict[int, list[News]] = field(default_factory=lambda: defaultdict(list))
    letters: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    next: list[Reminder] = field(default_factory=list)
    done: list[int] = field(default_factory=list)


def tell_due() -> int:
    """Do what reminders are due for; returns how many were looked at."""
    some = leases.claim(Reminder.objects.filter(kind__in=OURS), limit=BATCH)
    if not some:
        return 0
    CLAIMED.reached()
    with leases.hold_all(some):
        try:
            _tell([one.pk for one in some])
        except DatabaseError:
            raise
        except Exception:
            log.exception("reminders are told one by one, as one of them cannot be")
            for one in some:
                _tell_alone(one)
        DONE.reached()
    return len(some)


def _tell_alone(reminder: Reminder) -> None:
    try:
        _tell([reminder.pk])
    except DatabaseError:
        raise
    except Exception as error:
        log.exception("a reminder cannot be told", reminder=reminder.pk)
        later = now() + leases.backoff(reminder.attempts, first=60)
        said = f"{type(error).__name__}: {error}"[:500]
        Reminder.objects.filter(pk=reminder.pk).update(due_at=later, last_error=said)


@transaction.atomic
def _tell(numbers: list[int]) -> None:
    hold_until_commit("promises.reminding")  # one count a person, and one writer of it
    moment = now()
    rows = Reminder.objects.filter(pk__in=numbers, done_at=None, leased_by=leases.me())
    rows = rows.select_for_update(of=("self",)).select_related(
        "promise__conversation__inbox",
        "promise__conversation__assignee",
        "promise__contact",
        "promise__agent",
        "promise__calendar_version",
    )
    crew, told = Crew(moment), _Told()
    for reminder in rows.order_by("was_due_at", "pk"):
        _look_at(reminder, crew, told, moment)
    for number, agent in sorted(told.people.items()):  # their rows are locked in one order
        gathering.tell(agent, told.news[number])
        if told.letters[number]:
            lettering.write(agent, missed=told.letters[number])
    Reminder.objects.filter(pk__in=told.done).update(due_at=None, done_at=moment)
    Reminder.objects.bulk_create(told.next, ignore_conflicts=True)
    TOLD.reached()


def _look_at(reminder: Reminder, crew: Crew, told: _Told, moment: datetime) -> None:
    promise = reminder.promise
    if not _is_owed(promise):
        _update(reminder, due_at=None)
        return
    if reminder.kind == Reminder.Kind.WARNING:
        _warn(reminder, crew, told, moment)
        return
    steps = chain.of_missed()
    if reminder.step >= len(steps):  # the chain is shorter now
        _update(reminder, due_at=None)
        return
    step = steps[reminder.step]
    if opens_at := _closed_until(promise, step, moment):
        _update(reminder, due_at=opens_at)
        return
    _step(reminder, step, crew, told, moment)
    if reminder.step + 1 < len(steps):
        told.next.append(_following(promise, steps[reminder.step + 1], reminder.step + 1))


def _is_owed(promise: Promise) -> bool:
    owed = promise.state in (Promise.State.RUNNING, Promise.State.BROKEN)
    return owed and promise.settled_at is None and promise.renewed_at is None


def _closed_until(promise: Promise, step: chain.Step | None, moment: datetime) -> datetime | None:
    """The next opening, when nobody is at work; None when they are, or are on call."""
    if step is not None and step.whom == chain.Whom.ON_CALL:
        return None
    try:
        opens_at = warning.calendar_of(promise).next_opening(moment)
    except CalendarError:
        return None
    return opens_at if opens_at > moment else None


def _warn(reminder: Reminder, crew: Crew, told: _Told, moment: datetime) -> None:
    promise = reminder.promise
    if promise.due_at > moment:
        if opens_at := _closed_until(promise, None, moment):
            _update(reminder, due_at=opens_at)
            return
        _hear(reminder, crew.of_promise(promise), told, moment)
    # What has been missed meanwhile is told as missed.
    late = {"late": True} if _is_late(reminder, moment) else {}
    record_promise(DUE_SOON, promise, about=promise, **late)
    told.done.append(reminder.pk)


def _step(reminder: Reminder, step: chain.Step, crew: Crew, told: _Told, moment: datetime) -> None:
    promise = reminder.promise
    known = {
        agent.pk
        for before in chain.of_missed()[: reminder.step]
        for agent in crew.of_step(before, promise.conversation, promise)
    }
    people = [
        one for one in crew.of_step(step, promise.conversation, promise) if one.pk not in known
    ]
    _hear(reminder, people, told, moment)
    if step.by_mail:
        for agent in people:
            told.letters[agent.pk].append(promise.conversation.public_id)
    if people and (reminder.step or step.by_hook):
        record_promise(
            ESCALATED,
            promise,
            about=promise,
            to=", ".join(one.name for one in people[:NAMED]),
            told=[one.public_id for one in people],
            step=reminder.step,
            call=step.by_hook,
        )
    told.done.append(reminder.pk)


def _hear(reminder: Reminder, people: list[Agent], told: _Told, moment: datetime) -> None:
    promise = reminder.promise
    kind, verb = HEARS[reminder.kind]
    data = {"promise": promise.pk, "due_at": promise.due_at.isoformat()}
    late = _is_late(reminder, moment)
    for agent in people:
        told.people[agent.pk] = agent
        told.news[agent.pk].append(News(kind, verb.name, promise.conversation_id, data, late))


def _is_late(reminder: Reminder, moment: datetime) -> bool:
    return moment - reminder.was_due_at > LATE


def _following(promise: Promise, step: chain.Step, number: int) -> Reminder:
    at = chain.moment_of(step, promise.due_at, warning.calendar_of(promise))
    return Reminder(
        promise=promise, kind=Reminder.Kind.ESCALATION, step=number, was_due_at=at, due_at=at
    )


def _update(reminder: Reminder, **fields) -> None:
    Reminder.objects.filter(pk=reminder.pk).update(**fields)
