"""The settings of webhooks: the list, one of them with what it was told lately, and its secret.

Here and not among the desk's pages, which know nothing of the API.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents.fresh import confirmed
from promisedesk.agents.rights import Deed, may
from promisedesk.api import delivering, hooks
from promisedesk.api.models import Webhook, WebhookDelivery
from promisedesk.core.errors import Refused
from promisedesk.core.events import VERBS

SHOWN = 30  # of the newest deliveries
GROUPS = (
    ("promise.*", gettext_lazy("Everything about promises")),
    ("compensation.*", gettext_lazy("What customers are given to make it good")),
    ("urgent.*", gettext_lazy("Urgent matters, and who is called")),
    ("conversation.*", gettext_lazy("Everything about conversations")),
    ("message.*", gettext_lazy("Messages in both directions, and notes")),
)
SINGLE = (
    "promise.made",
    "promise.due_soon",
    "promise.broken",
    "promise.escalated",
    "promise.kept",
    "urgent.called",
    "conversation.assigned",
    "conversation.resolved",
    "message.received",
    "message.replied",
)


def _for_admins(view: Callable[..., HttpResponse]):
    """Addresses and what is told there are for who runs the desk alone."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may(request.user, Deed.RUN):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def _choices(chosen: list[str]) -> list[dict]:
    """What can be told, as boxes; what the API chose beside stands at the end."""
    offered = [*GROUPS, *((name, _plain(name)) for name in SINGLE)]
    known = {name for name, _words in offered}
    offered += [(name, _plain(name)) for name in chosen if name not in known]
    return [
        {"value": name, "label": words, "is_on": name in chosen, "is_group": name.endswith("*")}
        for name, words in offered
    ]


def _plain(name: str) -> str:
    words = {
        "promise.made": _("A promise was made"),
        "promise.due_soon": _("A promise will soon be due"),
        "promise.broken": _("A promise was missed"),
        "promise.escalated": _("A missed promise was passed on"),
        "promise.kept": _("A promise was kept"),
        "urgent.called": _("Somebody is called for an urgent matter"),
        "conversation.assigned": _("A conversation was given to somebody"),
        "conversation.resolved": _("A conversation was resolved"),
        "message.received": _("A customer wrote"),
        "message.replied": _("Somebody answered"),
    }
    return words.get(name, name)


@_for_admins
def index(request: HttpRequest) -> HttpResponse:
    context = {"hooks": Webhook.objects.order_by("pk"), "page": "webhooks"}
    return render(request, "desk/settings/webhooks.html", context)


@_for_admins
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    return _new(request) if request.method == "POST" else _form(request)


@confirmed
def _new(request: HttpRequest) -> HttpResponse:
    try:
        hook, secret = hooks.add(
            request.POST.get("url", ""),
            request.POST.getlist("verbs"),
            name=request.POST.get("name", ""),
            by=request.user,
        )
    except Refused as refusal:
        return _form(request, trouble=str(refusal), status=422)
    return _page(request, hook, secret=secret)


@_for_admins
@never_cache
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    hook = get_object_or_404(Webhook, public_id=public_id)
    return _edit(request, hook) if request.method == "POST" else _page(request, hook)


@confirmed
def _edit(request: HttpRequest, hook: Webhook) -> HttpResponse:
    try:
        if "is_active" in request.POST:
            hooks.change(hook, is_active=request.POST["is_active"] == "1", by=request.user)
        else:
            hooks.change(
                hook,
                url=request.POST.get("url", ""),
                verbs=request.POST.getlist("verbs"),
                name=request.POST.get("name", ""),
                by=request.user,
            )
    except Refused as refusal:
        return _page(request, hook, trouble=str(refusal), status=422)
    messages.success(request, _("Saved."))
    return redirect("webhook", hook.public_id)


def _form(request: HttpRequest, *, trouble: str = "", status: int = 200) -> HttpResponse:
    chosen = _chosen(request) if trouble else ["promise.broken", "urgent.*"]
    context = {
        "typed": request.POST,
        "trouble": trouble,
        "choices": _choices(chosen),
        "page": "webhooks",
    }
    return render(request, "desk/settings/webhook_new.html", context, status=status)


def _chosen(request: HttpRequest) -> list[str]:
    """The boxes that were ticked."""
    typed = request.POST.getlist("verbs")
    return [one for one in typed if one in VERBS or one in hooks.GROUPS]


def _page(
    request: HttpRequest, hook: Webhook, *, secret: str = "", trouble: str = "", status: int = 200
) -> HttpResponse:
    told = list(hook.deliveries.order_by("-pk")[:SHOWN])
    for one in told:
        one.says = _plain(one.verb) if one.verb in VERBS else _("A test")
        one.why = _(one.last_error) if one.last_error else ""
    context = {
        "hook": hook,
        "typed": request.POST if trouble else {"url": hook.url, "name": hook.name},
        "choices": _choices(_chosen(request) if trouble else hook.verbs),
        "told": told,
        "waiting": hook.deliveries.filter(state=WebhookDelivery.State.WAITING).count(),
        "secret": secret,
        "trouble": trouble,
        "page": "webhooks",
    }
    return render(request, "desk/settings/webhook.html", context, status=status)


@_for_admins
@require_POST
@never_cache
@confirmed
def secret(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new secret, shown by the page that answers."""
    hook = get_object_or_404(Webhook, public_id=public_id)
    return _page(request, hook, secret=hooks.renew_secret(hook, by=request.user))


@_for_admins
@require_POST
def test(request: HttpRequest, public_id: str) -> HttpResponse:
    hook = get_object_or_404(Webhook, public_id=public_id)
    try:
        delivering.ping(hook, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("A test is on its way: see below what becomes of it."))
    return redirect("webhook", public_id)


@_for_admins
@require_POST
@confirmed
def removal(request: HttpRequest, public_id: str) -> HttpResponse:
    hook = get_object_or_404(Webhook, public_id=public_id)
    hooks.remove(hook, by=request.user)
    messages.success(request, _("The webhook “%(name)s” is no more.") % {"name": hook.name})
    return redirect("webhooks")


@_for_admins
@require_POST
def again(request: HttpRequest, public_id: str, delivery: str) -> HttpResponse:
    row = get_object_or_404(WebhookDelivery, webhook__public_id=public_id, public_id=delivery)
    if delivering.again(row, by=request.user):
        messages.success(request, _("It is sent once more."))
    return redirect("webhook", public_id)


ONE = "settings/webhooks/<str:public_id>/"

urlpatterns = [
    path("settings/webhooks/", index, name="webhooks"),
    path("settings/webhooks/new/", new, name="webhook-new"),
    path(ONE, edit, name="webhook"),
    path(ONE + "secret/", secret, name="webhook-secret"),
    path(ONE + "test/", test, name="webhook-test"),
    path(ONE + "removal/", removal, name="webhook-removal"),
    path(ONE + "deliveries/<str:delivery>/", again, name="webhook-again"),
]
