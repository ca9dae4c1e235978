"""What went wrong, in the one shape programs get: application/problem+json (RFC 9457)."""

import json
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from promisedesk.core.errors import Refused

MEDIA_TYPE = "application/problem+json"
LONGEST_LOC = 6  # what a field is called in a deeply nested body is not worth more


class Problem(Exception):
    """Ends a request. `detail` is a sentence for people; `errors` maps fields to sentences."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: dict[str, list[str]] | None = None,
        headers: dict[str, str] | None = None,
    ):
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.errors, self.headers = errors or {}, headers or {}

    def response(self) -> HttpResponse:
        """The problem as it is sent."""
        body = {
            "type": "about:blank",  # RFC 9457 4.2.1: the status says it all
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            body["errors"] = self.errors
        return HttpResponse(
            json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
            status=self.status,
            content_type=MEDIA_TYPE,
            headers=self.headers,
        )


class ProblemOut(Schema):
    """What went wrong (RFC 9457)."""

    type: str = Field("about:blank", description="Always about:blank: the status says it all.")
    title: str = Field(description="The status in words.")
    status: int
    detail: str = Field(description="A sentence for people.")
    errors: dict[str, list[str]] = Field(
        default_factory=dict, description="What is wrong with which field, if fields are to blame."
    )


NOT_FOUND = "There is nothing here, or you may not see it."


def answers(status: int, shape, *more: int) -> dict:
    """The responses of an operation for the OpenAPI page: what it gives, and its refusals."""
    codes = sorted({401, 404, 422, 429, 500, *more} - {status})
    return {status: shape} | dict.fromkeys(codes, ProblemOut)


def handle_problems(api: NinjaAPI) -> None:
    """Turn every way to fail into a Problem. Faults of ours are left to the door."""
    api.add_exception_handler(Problem, lambda request, error: error.response())
    api.add_exception_handler(Http404, lambda request, error: Problem(404, NOT_FOUND).response())
    api.add_exception_handler(Refused, lambda request, error: Problem(422, str(error)).response())
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(ValidationError, _validation_error)
    api.add_exception_handler(Exception, _ours)


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    # The framework wraps whatever the body's parser raised: ours says more.
    if isinstance(error.__cause__, Problem):
        return error.__cause__.response()
    return Problem(error.status_code, str(error)).response()


def _validation_error(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields: dict[str, list[str]] = {}
    for one in error.errors[:50]:
        fields.setdefault(_field(one["loc"]), []).append(one["msg"])
    return Problem(422, "Some fields are not right.", fields).response()


def _field(loc: tuple) -> str:
    # ("query", field), or ("body", name of the parameter, then the path inside it)
    start = 2 if loc[0] == "body" else 1
    inner = [str(part)[:100] for part in loc[start : start + LONGEST_LOC]]
    return ".".join(inner) or str(loc[0])


def _ours(request: HttpRequest, error: Exception) -> HttpResponse:
    raise error
