"""What a webhook is sent: the event, and what it is about, as the API shows them at that moment."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from django.conf import settings

from promisedesk.agents.models import Agent
from promisedesk.api import circles, showing
from promisedesk.api.models import WebhookDelivery
from promisedesk.api.shapes import (
    CompensationOut,
    ConversationOut,
    EventOut,
    MessageOut,
    PromiseOut,
)
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.models import Event
from promisedesk.promises.models import Compensation, Promise

LARGEST = 512 * 1024  # bytes; texts of larger ones stay here, to be fetched
PING = "webhook.test"
# As whom the desk itself looks: webhooks are set up by admins, who see everything.
EVERYTHING = Agent(role=Agent.Role.ADMIN, is_active=True)


def made(delivery: WebhookDelivery) -> tuple[str, bytes] | None:
    """The id of what is told, which a repeat has too, and the body. None: its event is gone."""
    if delivery.event_id is None:
        body = {"id": delivery.public_id, "type": PING, "at": delivery.created_at.isoformat()}
        return delivery.public_id, _json(body)
    event = Event.objects.select_related("by").filter(pk=delivery.event_id).first()
    if event is None:
        return None
    shown = EventOut(**showing.events([event])[0]).model_dump(mode="json")
    body = {
        "id": shown["id"],
        "type": event.verb,
        "at": shown["at"],
        "by": shown["by"],
        "data": shown["data"],
        "depth": delivery.depth,
        "conversation": _conversation(event.conversation_id),
        "promise": _promise(event.data.get("promise")),
        "message": _message(event.data.get("message")),
        "compensation": _compensation(event.data.get("compensation")),
        "url": None,
    }
    if body["conversation"]:
        place = f"/conversations/{body['conversation']['id']}/"
        body["url"] = settings.BASE_URL.rstrip("/") + place
    if "told" in event.data:
        body["people"] = _people(event.data["told"])
    return shown["id"], _json(body)


def signature(secret: str, number: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers that prove a body is ours (Standard Webhooks: HMAC-SHA256 of id.time.body)."""
    stamp = str(int(at.timestamp()))
    key = base64.b64decode(secret.partition("_")[2])
    signed = f"{number}.{stamp}.".encode() + body
    mark = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": number,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{mark}",
    }


def headers(delivery: WebhookDelivery) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "User-Agent": "Promisedesk",
        circles.HEADER: str(delivery.depth),
    }


def _json(body: dict[str, Any]) -> bytes:
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    if len(content) > LARGEST and body.get("message"):
        cut = dict.fromkeys(("text", "html", "quoted_text"), "")
        body = body | {"message": body["message"] | cut, "is_cut": True}
        content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return content


def _conversation(number: int | None) -> dict[str, Any] | None:
    rows = Conversation.objects.filter(pk=number) if number else Conversation.objects.none()
    found = list(showing.with_conversation_parts(rows))
    if not found:
        return None
    return ConversationOut(**showing.conversations(found, EVERYTHING)[0]).model_dump(mode="json")


def _promise(number: object) -> dict[str, Any] | None:
    if not isinstance(number, int):
        return None
    rows = showing.with_promise_parts(Promise.objects.filter(pk=number))
    shown = showing.promises(rows)
    return PromiseOut(**shown[0]).model_dump(mode="json") if shown else None


def _message(number: object) -> dict[str, Any] | None:
    if not isinstance(number, int):
        return None
    shown = showing.messages(showing.with_message_parts(Message.objects.filter(pk=number)))
    return MessageOut(**shown[0]).model_dump(mode="json") if shown else None


def _compensation(id: object) -> dict[str, Any] | None:
    if not isinstance(id, str):
        return None
    rows = showing.with_compensation_parts(Compensation.objects.filter(public_id=id))
    shown = showing.compensations(rows)
    return CompensationOut(**shown[0]).model_dump(mode="json") if shown else None


def _people(ids: list[str]) -> list[dict[str, str]]:
    """Whom to call, in the order they were told."""
    found = {one.public_id: one for one in Agent.objects.filter(public_id__in=ids)}
    return [
        {"id": key, "name": found[key].name, "address": found[key].email, "phone": found[key].phone}
        for key in ids
        if key in found
    ]
