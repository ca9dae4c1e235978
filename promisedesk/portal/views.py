"""Public pages: what to expect, when we are there, how to reach us. No sign-in, no cookies."""

from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.vary import vary_on_headers

from promisedesk.core.models import Workspace
from promisedesk.portal.opening import best_inbox, opening_of
from promisedesk.reports.badge import public_percent


@vary_on_headers("Accept-Language", "Cookie")
def help_page(request):
    """The help page: the promise first, then hours and ways to reach the shop."""
    return render(request, "portal/help.html", {"page": "help", **_shop()})


@vary_on_headers("Accept-Language", "Cookie")
def contact(request):
    """How to reach the shop, and by when it answers."""
    return render(request, "portal/contact.html", {"page": "contact", **_shop()})


def _shop() -> dict:
    language = get_language()
    inbox = best_inbox(language)
    return {
        "shop": Workspace.get(),
        "kept_percent": public_percent(),
        "opening": opening_of(inbox, language, now()) if inbox else None,
    }
