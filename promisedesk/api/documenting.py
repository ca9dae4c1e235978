"""The API explained: openapi.json for machines, a page of our own for people.

The page is made from the same description, so it cannot tell anything else. It is plain
HTML: a viewer from elsewhere would need scripts our CSP does not allow.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render

from promisedesk.api.routes import openapi
from promisedesk.api.shapes import HappenedOut

STREAM = "/api/v1/events/stream"
SHAPES = "#/components/schemas/"


@cache
def described() -> dict[str, Any]:
    """All of the API: the resources, and the stream, which is no route of Django's."""
    whole = openapi()
    like = whole["paths"]["/api/v1/conversations"]["get"]
    happened = HappenedOut.model_json_schema(ref_template="#/components/schemas/{model}")
    happened.pop("$defs", None)  # a Named, which the others have, too
    happened["title"] = "Happened"
    stream = {
        "operationId": "events_stream",
        "summary": "Follow what happens",
        "description": "Server-sent events, as they happen: `event` is the verb, `data` what "
        "stands below, `id` where to go on from.",
        "tags": ["events"],
        "security": like["security"],
        "parameters": [
            {
                "name": "Last-Event-ID",
                "in": "header",
                "required": False,
                "description": "Go on after this one: nothing is lost, nothing comes twice.",
                "schema": {"type": "string"},
            }
        ],
        "responses": {
            "200": {
                "description": "One event after another, until you leave.",
                "content": {"text/event-stream": {"schema": {"$ref": SHAPES + "Happened"}}},
            }
        }
        | {status: like["responses"][status] for status in ("400", "401", "429")},
    }
    components = whole["components"]
    schemas = components["schemas"] | {"Happened": happened}
    return whole | {
        "paths": whole["paths"] | {STREAM: {"get": stream}},
        "components": components | {"schemas": schemas},
    }


def for_machines(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    return JsonResponse(described(), headers={"Cache-Control": "no-cache"})


def for_people(request: HttpRequest) -> HttpResponse:
    """The same as a page."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    found = described()
    schemas = found["components"]["schemas"]
    resources: dict[str, list[dict[str, Any]]] = {}
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            resources.setdefault(operation["tags"][0], []).append(
                _operation(path, method, operation)
            )
    shapes = [
        {"name": name, "about": shape.get("description", ""), "fields": _fields(shape)}
        for name, shape in sorted(schemas.items())
        if "properties" in shape
    ]
    context = {"resources": resources, "shapes": shapes, "base_url": settings.BASE_URL}
    return render(request, "api/docs.html", context)


def _operation(path: str, method: str, operation: dict[str, Any]) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    return {
        "id": operation["operationId"],
        "method": method.upper(),
        "path": path,
        "summary": operation["summary"],
        "about": operation.get("description", ""),
        "parameters": [_parameter(one) for one in operation.get("parameters", [])],
        "body": _type(body["schema"]) if body else None,
        "answers": [_answer(*one) for one in operation["responses"].items()],
    }


def _parameter(one: dict[str, Any]) -> dict[str, Any]:
    schema = one["schema"]
    return {
        "name": one["name"],
        "place": one["in"],
        "is_required": one.get("required", False),
        "type": {"text": _words(schema).removesuffix(" | null"), "links": []},
        "about": one.get("description") or schema.get("description", ""),
    }


def _answer(status: int | str, response: dict[str, Any]) -> dict[str, Any]:
    media, content = next(iter(response.get("content", {}).items()), ("", {}))
    shape = _type(content["schema"]) if "schema" in content else {"text": media, "links": []}
    return {"status": int(status), "about": response.get("description", ""), "type": shape}


def _fields(shape: dict[str, Any]) -> list[dict[str, Any]]:
    required = shape.get("required", [])
    return [
        {
            "name": name,
            "type": _type(schema),
            "is_required": name in required,
            "about": schema.get("description", ""),
        }
        for name, schema in shape["properties"].items()
    ]


def _type(schema: dict[str, Any]) -> dict[str, Any]:
    """A type in words, and the shapes it names."""
    links = sorted(set(_links(schema)))
    return {"text": _words(schema), "links": links}


def _links(schema: Any):
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for value in schema.values():
            yield from _links(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _links(value)


def _words(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_words(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(f'"{one}"' for one in schema["enum"])
    if "const" in schema:
        return f'"{schema["const"]}"'
    if schema.get("type") == "array":
        return f"[{_words(schema.get('items', {}))}]"
    kind = schema.get("type", "any")
    return f"{kind} ({schema['format']})" if "format" in schema else kind
