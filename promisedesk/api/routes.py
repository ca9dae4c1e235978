"""The JSON API: its resources, and how they are described."""

import json
import re
from functools import cache
from typing import Any

from ninja import NinjaAPI

from promisedesk.api.bodies import StrictParser
from promisedesk.api.door import BearerToken
from promisedesk.api.problems import MEDIA_TYPE, handle_problems
from promisedesk.api.resources import (
    agents,
    coach,
    compensations,
    contacts,
    conversations,
    health,
    inboxes,
    macros,
    messages,
    promises,
    promising,
    reports,
    searching,
    tags,
    tokens,
    unreadable,
    using_macros,  # noqa: F401  among the conversations
    webhooks,
)

api = NinjaAPI(
    title="Promisedesk API",
    version="1",
    description="Everything the desk knows, for programs. Authorization: Bearer TOKEN.",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url=None,
    auth=BearerToken(),
    parser=StrictParser(),
)
handle_problems(api)
api.add_router("/conversations", conversations.router)
api.add_router("", messages.router)
api.add_router("/contacts", contacts.router)
api.add_router("/promises", promises.router)
api.add_router("", promising.counting)
api.add_router("/compensations", compensations.router)
api.add_router("/reports", reports.router)
api.add_router("/inboxes", inboxes.router)
api.add_router("/agents", agents.router)
api.add_router("/macros", macros.router)
api.add_router("/coach", coach.router)
api.add_router("/tags", tags.router)
api.add_router("/tokens", tokens.router)
api.add_router("/unreadable", unreadable.router)
api.add_router("/webhooks", webhooks.router)
api.add_router("/search", searching.router)
api.add_router("/health", health.router)

KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Repeat a request with the same key, and it is done once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}


def _without_out(described: dict[str, Any]) -> dict[str, Any]:
    # Our MessageOut beside the table Message is just a message to those outside.
    text = json.dumps(described, default=str)
    return json.loads(re.sub(r'(?<=["/])([A-Z][A-Za-z]+?)Out(Page)?(?=")', r"\1\2", text))


@cache
def openapi() -> dict[str, Any]:
    """The OpenAPI 3.1 description. Refusals are problems (RFC 9457), not plain JSON."""
    described = _without_out(dict(api.get_openapi_schema(path_prefix="/api/v1/")))
    for operations in described["paths"].values():
        for method, operation in operations.items():
            if method == "post":
                operation.setdefault("parameters", []).append(KEY)
            for status, response in operation["responses"].items():
                if int(status) >= 400 and "content" in response:
                    response["content"] = {MEDIA_TYPE: response["content"]["application/json"]}
    return described
