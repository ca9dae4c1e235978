"""Lists in pages: newest first, by a cursor, so that rows arriving meanwhile move nothing."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Schema
from pydantic import ConfigDict, Field

from promisedesk.api.problems import Problem
from promisedesk.core import secretbox
from promisedesk.core.errors import Refused

USUAL = 50
MOST = 100


class Listing(Schema):
    """What every list can be asked. Filters are added by inheriting."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(USUAL, ge=1, le=MOST, description="How many at once.")
    cursor: str | None = Field(
        None, max_length=500, description="`next` of the page before; without it, the first page."
    )


def page_of(shape: type[Schema]) -> type[Schema]:
    """The shape of a page of these."""
    fields = {"items": list[shape], "next": str | None}
    return type(
        shape.__name__ + "Page",
        (Schema,),
        {
            "__annotations__": fields,
            "__module__": __name__,
            "next": Field(None, description="The cursor of the next page; null on the last."),
        },
    )


def refuse_unknown(request: HttpRequest, asked: Schema) -> None:
    """A misspelt filter must not answer with everything. Raises Problem 400."""
    known = set(type(asked).model_fields)
    if unknown := sorted(set(request.GET) - known)[:10]:
        says = f"There is no such filter here. There are: {', '.join(sorted(known))}."
        raise Problem(400, "Unknown filter.", {key[:100]: [says] for key in unknown})


def listed(
    request: HttpRequest,
    rows: QuerySet,
    asked: Listing,
    show: Callable[[list], list[dict[str, Any]]],
) -> dict[str, Any]:
    """One page of `rows`, shown: {"items", "next"}. Pages neither miss nor repeat a row."""
    refuse_unknown(request, asked)
    label = rows.model._meta.label
    if asked.cursor is not None:
        rows = rows.filter(pk__lt=opened(asked.cursor, label))
    found = list(rows.order_by("-pk")[: asked.limit + 1])
    shown = found[: asked.limit]
    is_more = len(found) > len(shown)
    return {"items": show(shown), "next": sealed(label, shown[-1].pk) if is_more else None}


def sealed(label: str, number: int) -> str:
    """A cursor: our row numbers are nobody's business, so it is closed."""
    return secretbox.seal(f"{label}:{number}")


def opened(cursor: str, label: str) -> int:
    """The number in a cursor of the list `label`. Raises Problem 400 for any other text."""
    try:
        of, _, number = secretbox.unseal(cursor).rpartition(":")
    except (Refused, ValueError):
        of, number = "", ""
    if of != label:
        raise Problem(400, "This cursor is not one of ours.", {"cursor": ["use `next` as it was"]})
    return int(number)
