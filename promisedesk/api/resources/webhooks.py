"""Webhooks: servers that are told what happens, and what became of each telling."""

from typing import Annotated, Any, Literal

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from promisedesk.agents.rights import Deed, demand
from promisedesk.api import delivering, hooks, idempotency, rights
from promisedesk.api.models import Webhook, WebhookDelivery
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import answers
from promisedesk.api.shapes import Moment
from promisedesk.api.texts import Text

router = Router(tags=["webhooks"])
Url = Annotated[Text, Field(max_length=1000)]
Verbs = Annotated[list[Annotated[Text, Field(max_length=80)]], Field(max_length=hooks.MOST_VERBS)]
Name = Annotated[Text, Field(max_length=100)]


class WebhookOut(Schema):
    """A server that is told what happens (docs/webhooks.md)."""

    id: str
    name: str
    url: str
    verbs: list[str] = Field(description="What it is told: promise.broken, or promise.* for all.")
    is_active: bool
    failing_since: Moment | None = Field(description="It has not taken anything since.")
    created_at: Moment


class NewWebhookOut(WebhookOut):
    secret: str = Field(description="Signs what is sent. Shown only this once.")


class HookDeliveryOut(Schema):
    """One event for one webhook."""

    id: str
    webhook: str = Field(description="Id of the webhook.")
    verb: str
    state: Literal["waiting", "sent", "failed", "stopped"]
    depth: int = Field(description="Above 10 it went in a circle, and was stopped.")
    attempts: int
    last_status: int | None
    last_error: str | None
    created_at: Moment
    done_at: Moment | None


class Hooks(Listing):
    is_active: bool | None = None


class Deliveries(Listing):
    state: Literal["waiting", "sent", "failed", "stopped"] | None = None


class NewWebhook(Schema):
    model_config = ConfigDict(extra="forbid")

    url: Url
    verbs: Verbs
    name: Name = ""


class WebhookChange(Schema):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    url: Url | None = None
    verbs: Verbs | None = None
    name: Name | None = None
    is_active: bool | None = None


def _shown(rows: list[Webhook]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.public_id,
            "name": row.name,
            "url": row.url,
            "verbs": row.verbs,
            "is_active": row.is_active,
            "failing_since": row.failing_since,
            "created_at": row.created_at,
        }
        for row in rows
    ]


def _deliveries(rows: list[WebhookDelivery]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.public_id,
            "webhook": row.webhook.public_id,
            "verb": row.verb,
            "state": row.state,
            "depth": row.depth,
            "attempts": row.attempts,
            "last_status": row.last_status,
            "last_error": _(row.last_error) if row.last_error else None,
            "created_at": row.created_at,
            "done_at": row.done_at,
        }
        for row in rows
    ]


def _one(request, id: str) -> Webhook:
    return get_object_or_404(rights.webhooks(request.agent), public_id=id)


@router.get("", response=answers(200, page_of(WebhookOut), 400), summary="List webhooks")
def webhooks(request, asked: Query[Hooks]):
    """For admins; others see none."""
    rows = rights.webhooks(request.agent)
    if asked.is_active is not None:
        rows = rows.filter(is_active=asked.is_active)
    return listed(request, rows, asked, _shown)


@router.get("/{id}", response=answers(200, WebhookOut), summary="Read a webhook")
def webhook(request, id: str):
    return _shown([_one(request, id)])[0]


@router.post("", response=answers(201, NewWebhookOut, 400, 413, 415), summary="Add a webhook")
def add(request, new: NewWebhook):
    """The answer has its secret, which is shown only this once."""
    demand(request.agent, Deed.RUN)
    idempotency.begin(request)
    hook, secret = hooks.add(new.url, new.verbs, name=new.name, by=request.agent)
    return Status(201, {**_shown([hook])[0], "secret": secret})


@router.patch("/{id}", response=answers(200, WebhookOut, 400, 413, 415), summary="Change a webhook")
def change(request, id: str, changes: WebhookChange):
    given = changes.model_dump(exclude_unset=True, exclude_none=True)
    hook = hooks.change(_one(request, id), by=request.agent, **given)
    return _shown([hook])[0]


@router.delete("/{id}", response=answers(204, None), summary="Remove a webhook")
def remove(request, id: str):
    """What waits for it is gone, too."""
    hooks.remove(_one(request, id), by=request.agent)
    return Status(204, None)


@router.post("/{id}/secret", response=answers(200, NewWebhookOut), summary="Make a new secret")
def secret(request, id: str):
    """The old one signs no more."""
    hook = _one(request, id)
    return {**_shown([hook])[0], "secret": hooks.renew_secret(hook, by=request.agent)}


@router.post("/{id}/test", response=answers(201, HookDeliveryOut), summary="Send a test")
def test(request, id: str):
    """It stands in line like anything else; look at its delivery for what became of it."""
    row = delivering.ping(_one(request, id), by=request.agent)
    return Status(201, _deliveries([row])[0])


@router.get(
    "/{id}/deliveries",
    response=answers(200, page_of(HookDeliveryOut), 400),
    summary="List what a webhook was told",
)
def deliveries(request, id: str, asked: Query[Deliveries]):
    """Of the last 30 days, newest first."""
    rows = _one(request, id).deliveries.select_related("webhook")
    if asked.state is not None:
        rows = rows.filter(state=asked.state)
    return listed(request, rows, asked, _deliveries)


@router.get(
    "/{id}/deliveries/{delivery}",
    response=answers(200, HookDeliveryOut),
    summary="Read what became of one",
)
def read_delivery(request, id: str, delivery: str):
    rows = _one(request, id).deliveries.select_related("webhook")
    return _deliveries([get_object_or_404(rows, public_id=delivery)])[0]


@router.post(
    "/{id}/deliveries/{delivery}/again",
    response=answers(200, HookDeliveryOut),
    summary="Send what failed once more",
)
def again(request, id: str, delivery: str):
    """With the same id. What was sent, or waits, stays as it is."""
    row = get_object_or_404(
        _one(request, id).deliveries.select_related("webhook"), public_id=delivery
    )
    delivering.again(row, by=request.agent)
    row.refresh_from_db()
    return _deliveries([row])[0]
