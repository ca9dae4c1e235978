"""What a borrowed browser must not do: pages for whoever has just shown who they are."""

import time
from functools import wraps

from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

LASTS = 15 * 60  # seconds


def confirmed(view):
    """A page for whoever signed in, or showed a password or a code, in the last minutes.

    Others are asked to, and come back to the page; what a form held is typed again.
    """

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if is_fresh(request):
            return view(request, *args, **kwargs)
        back = request.path if request.method == "GET" else _page_of_form(request)
        return redirect(f"{reverse('desk:confirm')}?{urlencode({'next': back})}")

    return guarded


def is_fresh(request) -> bool:
    """Whether this browser has proved lately who sits before it."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - one["at"] < LASTS for one in records)


def is_ours(path: str) -> bool:
    """Whether this is a path of the desk, to lead on to."""
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, None)


def _page_of_form(request) -> str:
    path = request.META.get("HTTP_REFERER", "").partition(request.get_host())[2]
    return path if is_ours(path) else reverse("desk:me")
