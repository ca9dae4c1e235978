"""Making promises and settling them, and counting what would be promised."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.shortcuts import get_object_or_404
from ninja import Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from promisedesk.api import idempotency, rights, showing
from promisedesk.api.problems import Problem, answers
from promisedesk.api.resources.conversations import router as conversations
from promisedesk.api.resources.promises import router as promises
from promisedesk.api.shapes import Moment, PromiseDeed, PromiseOut
from promisedesk.api.texts import Text
from promisedesk.lib import deadline_json
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import committing, policies, renewing
from promisedesk.promises.committing import Pledge
from promisedesk.promises.models import Calendar, Promise

counting = Router(tags=["promises"])
Line = Annotated[Text, Field(max_length=300)]


class NewPromise(Schema):
    """Something promised to the customer in words: a date, and what for."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["commitment", "callback"]
    due_at: AwareDatetime
    says: Annotated[Text, Field(max_length=500)] = Field("", description="In which words.")
    deed: PromiseDeed | None = Field(None, description="What for; a callback is always a call.")


class Renewal(Schema):
    """A new time in place of one that cannot be kept."""

    model_config = ConfigDict(extra="forbid")

    due_at: AwareDatetime
    says: Annotated[Text, Field(max_length=2000)] = Field("", description="For the customer.")
    because: Line = Field("", description="For the team.")
    tell: bool = Field(True, description="A delay notice goes out with the new time.")


class Withdrawal(Schema):
    model_config = ConfigDict(extra="forbid")

    because: Line


class DeadlineQuestion(Schema):
    model_config = ConfigDict(extra="forbid")

    since: Text = Field(alias="from", description="RFC 3339; without an offset local time.")
    target: Text = Field(description='A span: "4 working hours", "1 working day", "24 hours".')
    calendar: Text | dict[str, Any] | None = Field(
        None, description="The name of a calendar of the desk, or one itself; else the first."
    )


class CountedOut(Schema):
    """Time that was counted within one local date."""

    date: str
    since: str = Field(serialization_alias="from", description="By the clock of the calendar.")
    to: str
    seconds: float


class DeadlineOut(Schema):
    due_at: Moment
    counted: list[CountedOut]


def _shown(promise: Promise) -> dict[str, Any]:
    rows = showing.with_promise_parts(Promise.objects.filter(pk=promise.pk))
    return showing.promises(rows)[0]


def _one(request, id: str) -> Promise:
    return get_object_or_404(rights.promises(request.agent), public_id=id)


@conversations.post(
    "/{id}/promises",
    response=answers(201, PromiseOut, 400, 413, 415),
    summary="Promise something",
    tags=["promises"],
)
def promise_something(request, id: str, new: NewPromise):
    """A commitment or a call-back, in your name. The customer is not written to by it."""
    conversation = get_object_or_404(rights.conversations(request.agent), public_id=id)
    deed = Promise.Deed.CALL if new.kind == "callback" else new.deed or Promise.Deed.OTHER
    idempotency.begin(request)
    pledge = Pledge(deed, new.says, new.due_at)
    [made] = committing.commit(conversation, [pledge], by=request.agent, kind=new.kind)
    return Status(201, _shown(made))


@promises.post(
    "/{id}/renew",
    response=answers(201, PromiseOut, 400, 413, 415),
    summary="Give a new time",
)
def renew(request, id: str, new: Renewal):
    """The new promise. The old one is withdrawn, or stays broken if it was due."""
    old = _one(request, id)
    idempotency.begin(request)
    made = renewing.renew(
        old, new.due_at, by=request.agent, because=new.because, says=new.says, is_told=new.tell
    )
    return Status(201, _shown(made))


@promises.post(
    "/{id}/fulfil", response=answers(200, PromiseOut, 400, 413, 415), summary="Say that it is done"
)
def fulfil(request, id: str):
    """Of a commitment or a call-back. Answers are settled by answering."""
    promise = _one(request, id)
    idempotency.begin(request)
    committing.fulfil(promise, by=request.agent)
    return Status(200, _shown(promise))


@promises.post(
    "/{id}/withdraw",
    response=answers(200, PromiseOut, 400, 413, 415),
    summary="Take a promise back",
)
def withdraw(request, id: str, body: Withdrawal):
    """It was none, or the customer wants it no more. What is due stays broken."""
    promise = _one(request, id)
    idempotency.begin(request)
    committing.withdraw(promise, by=request.agent, because=body.because)
    return Status(200, _shown(promise))


@counting.post(
    "/deadline",
    response=answers(200, DeadlineOut, 400, 413, 415),
    summary="Count what would be promised",
    by_alias=True,
)
def deadline(request, question: DeadlineQuestion):
    """As `promisedesk deadline` does. It changes nothing."""
    calendar: object = question.calendar
    if calendar is None:
        calendar = policies.work_calendar(policies.default_calendar().version)
    asked = {"from": question.since, "target": question.target, "calendar": calendar}
    found = deadline_json.answer(asked, {}, _calendar_of_the_desk)
    if "error" in found:
        raise Problem(422, found["error"])
    pieces = [piece | {"since": piece["from"]} for piece in found["counted"]]
    return {"due_at": found["due_at"], "counted": pieces}


def _calendar_of_the_desk(name: str) -> WorkCalendar:
    """By name alone: what programs send is never the path of a file here."""
    calendar = Calendar.objects.select_related("version").filter(name=name).first()
    if calendar is None:
        raise CalendarError(f"There is no calendar called “{name[:100]}”.")
    return policies.work_calendar(calendar.version)
