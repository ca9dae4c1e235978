"""Every request to the API comes through here: who asks, how often, and with what.

Authorization: Bearer is the only way in. Cookies are not looked at, so no page can make
a signed-in browser ask for anything, and no CSRF token is needed.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import unquote_to_bytes

import structlog
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.security import HttpBearer

from promisedesk.api import bodies, circles, idempotency, rates, tokens
from promisedesk.api.models import Token
from promisedesk.api.problems import NOT_FOUND, Problem

log = structlog.get_logger("promisedesk.api")
WITH_BODY = ("POST", "PUT", "PATCH")


class BearerToken(HttpBearer):
    """For the OpenAPI page. The door has let the token in before this is asked."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        return getattr(request, "token", None)


def guarded(view: Callable[..., HttpResponseBase], *, is_open: bool = False):
    """The view behind the door; `is_open` lets in people without a token.

    Whatever happens is answered with a problem in JSON, never with a page.
    """

    @wraps(view)
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        try:
            response = _let_in(request, view, args, kwargs, is_open)
        except Problem as problem:
            response = problem.response()
        except SuspiciousOperation:
            response = Problem(400, "This request cannot be read.").response()
        except OperationalError:  # a locked or restarting database: it passes
            log.warning("the database did not answer", path=request.path, exc_info=True)
            response = Problem(
                503, "Busy. Try again soon.", headers={"Retry-After": "5"}
            ).response()
        except Exception:
            log.exception("a request failed", path=request.path, method=request.method)
            response = Problem(500, "Something went wrong here. It was written down.").response()
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    door.csrf_exempt = True
    return door


def _let_in(request, view, args, kwargs, is_open: bool) -> HttpResponseBase:
    if b"\0" in unquote_to_bytes(request.META.get("QUERY_STRING", "")):
        raise Problem(400, "A NUL byte has no place here.")
    if "\0" in request.path:
        raise Problem(404, NOT_FOUND)
    if request.method == "HEAD":  # the server leaves the body out
        request.method = "GET"
    token = None
    if is_open:
        rates.count(f"address:{request.META.get('REMOTE_ADDR')}", rates.PER_ADDRESS)
    else:
        token = _token_of(request)
    if request.method in WITH_BODY:
        bodies.check_body(request)

    def do() -> HttpResponse:
        with circles.asked_by_program(request.headers.get(circles.HEADER)):
            return _with_known_method(view(request, *args, **kwargs))

    if request.method == "POST" and token and "Idempotency-Key" in request.headers:
        return idempotency.once(request, token, do)
    return do()


def _token_of(request: HttpRequest) -> Token:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    token = tokens.find(text.strip()) if scheme.lower() == "bearer" else None
    if token is None:
        rates.count(f"address:{request.META.get('REMOTE_ADDR')}", rates.PER_ADDRESS)
        raise Problem(
            401,
            "Send a valid token: Authorization: Bearer TOKEN.",
            headers={"WWW-Authenticate": 'Bearer realm="Promisedesk"'},
        )
    rates.count(f"token:{token.pk}", rates.PER_TOKEN)
    tokens.note_use(token, request)
    request.token, request.agent = token, token.agent
    return token


def _with_known_method(response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code == 405:
        allowed = response.headers.get("Allow", "")
        raise Problem(405, f"Use {allowed} here.", headers={"Allow": allowed})
    return response


def nothing_here(request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """Answers every path that is no resource."""
    raise Problem(404, NOT_FOUND)
