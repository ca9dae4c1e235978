"""Requests with a NUL in them: no page writes one, and PostgreSQL cannot keep or look for it.

The API's own door answers for /api/, with a problem in JSON. What providers post is mail, bytes
and not a form, and is read by its own door.
"""

from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, UnreadablePostError

API = "/api/"
MAIL = "/mail/in/"


class NoNul:
    """Middleware: 400 for a NUL in the path, or in keys and values of a query or a form.

    A form is read here as the views do, so uploads are read once; their bytes are not looked at.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path.startswith(API) and _has_nul(request):
            raise BadRequest("a NUL character")
        return self.get_response(request)


def _has_nul(request: HttpRequest) -> bool:
    if "\0" in request.path or b"\0" in unquote_to_bytes(request.META.get("QUERY_STRING", "")):
        return True
    try:
        is_form = request.method == "POST" and not request.path.startswith(MAIL)
        sent = request.POST.lists() if is_form else ()
    except UnreadablePostError:  # they hung up: whoever needs the form will find out
        return False
    return any("\0" in key or _in_any(values) for key, values in sent)


def _in_any(values: Iterable[str]) -> bool:
    return any("\0" in value for value in values)
