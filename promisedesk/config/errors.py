"""When a page cannot be given: programs get a problem in JSON, people a sentence and a way out.

Nothing of what was asked is repeated on these pages, and nothing of ours is shown.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from promisedesk.api.problems import NOT_FOUND, Problem

API = "/api/"


def _answer(request: HttpRequest, status: int, detail: str, title: str, say: str) -> HttpResponse:
    if request.path.startswith(API):
        return Problem(status, detail).response()
    is_agent = status < 500 and getattr(request, "user", None) and request.user.is_authenticated
    template = "desk/error.html" if is_agent else "error.html"  # a fault asks nothing of anybody
    return render(request, template, {"title": title, "say": say}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(
        request,
        400,
        "This request makes no sense to the desk.",
        _("This request makes no sense"),
        _("Go back, look at what you entered, and try again."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(
        request,
        403,
        "You may not do this.",
        _("This is not yours to open"),
        _("Ask an admin of your desk if you need it."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(
        request,
        404,
        NOT_FOUND,
        _("There is nothing here"),
        _("The page was moved, or it is not yours to see."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _answer(
        request,
        403,
        "This request did not come from a page of the desk.",
        _("This page was open for too long"),
        _("Go back, load the page again, and send it once more. Your drafts are safe."),
    )


def fault(request: HttpRequest) -> HttpResponse:
    return _answer(
        request,
        500,
        "The desk made a mistake. It is in the log.",
        _("The desk made a mistake"),
        _("It is in the log. Your drafts are safe. Try again in a moment."),
    )
