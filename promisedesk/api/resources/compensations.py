"""What customers were given for failures of ours: listed, given and taken back by programs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from promisedesk.api import idempotency, rights, showing
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.resources.conversations import router as conversations
from promisedesk.api.shapes import CompensationKind, CompensationOut
from promisedesk.api.texts import Text
from promisedesk.promises import compensating
from promisedesk.promises.models import Compensation

router = Router(tags=["compensations"])


class Compensations(Listing):
    kind: CompensationKind | None = None
    conversation: str | None = Field(None, description="Id of the conversation.")
    contact: str | None = Field(None, description="Id of the contact.")
    agent: str | None = Field(None, description="Id of the agent who gave it.")
    taken_back: bool | None = Field(None, description="Whether it was taken back.")
    created_after: AwareDatetime | None = Field(None, description="Given at this time or later.")
    created_before: AwareDatetime | None = Field(None, description="Given before this time.")


class NewCompensation(Schema):
    """Something to give: at most up to the limit of your role in that conversation."""

    model_config = ConfigDict(extra="forbid")

    kind: CompensationKind
    cost: Decimal = Field(max_digits=10, decimal_places=2, description='To the shop: "10.50".')
    currency: Annotated[Text, Field(max_length=3)] | None = Field(
        None, description="ISO 4217; the one limits are in if it is missing."
    )
    says: Annotated[Text, Field(max_length=300)] = Field(description="What for.")
    code: Annotated[Text, Field(max_length=100)] = Field("", description="Of a voucher.")
    promise: Text | None = Field(None, description="Id of the promise that was broken.")


@router.get("", response=answers(200, page_of(CompensationOut), 400), summary="List compensations")
def compensations(request, asked: Query[Compensations]):
    """All that was given, what was taken back too, newest first."""
    rows = rights.compensations(request.agent)
    wanted = {
        "kind": asked.kind,
        "conversation__public_id": asked.conversation,
        "contact__public_id": asked.contact,
        "by__public_id": asked.agent,
        "created_at__gte": asked.created_after,
        "created_at__lt": asked.created_before,
        "taken_back_at__isnull": None if asked.taken_back is None else not asked.taken_back,
    }
    rows = rows.filter(**{field: value for field, value in wanted.items() if value is not None})
    return listed(request, showing.with_compensation_parts(rows), asked, showing.compensations)


@router.get("/{id}", response=answers(200, CompensationOut), summary="Read a compensation")
def compensation(request, id: str):
    return _shown(get_object_or_404(rights.compensations(request.agent), public_id=id))


@conversations.post(
    "/{id}/compensations",
    response=answers(201, CompensationOut, 400, 413, 415),
    summary="Give a compensation",
    tags=["compensations"],
)
def give(request, id: str, new: NewCompensation):
    """Writes it down with its cost. The customer is not written to by it."""
    conversation = get_object_or_404(rights.conversations(request.agent), public_id=id)
    promise = None
    if new.promise is not None:
        here = rights.promises(request.agent).filter(conversation=conversation)
        promise = get_object_or_404(here, public_id=new.promise)
    idempotency.begin(request)
    given = compensating.give(
        conversation,
        new.kind,
        new.cost,
        new.currency or compensating.currency(),
        new.says,
        new.code,
        promise,
        by=request.agent,
    )
    return Status(201, _shown(given))


@router.post(
    "/{id}/take-back",
    response=answers(200, CompensationOut, 400, 413, 415),
    summary="Take a compensation back",
)
def take_back(request, id: str):
    """It was not given after all. For whoever gave it, managers and admins."""
    row = get_object_or_404(rights.compensations(request.agent), public_id=id)
    idempotency.begin(request)
    compensating.take_back(row, by=request.agent)
    return Status(200, _shown(row))


def _shown(row: Compensation) -> dict[str, Any]:
    rows = showing.with_compensation_parts(Compensation.objects.filter(pk=row.pk))
    return showing.compensations(rows)[0]
