"""The list of notices, what is told of new ones, and how somebody wants to be told."""

from __future__ import annotations

import json

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents import noticing, pushing
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.notices.forms import WishForm
from promisedesk.desk.notices.words import shown


@login_required
def index(request: HttpRequest) -> HttpResponse:
    """The newest notices; a POST marks all as seen."""
    if request.method == "POST":
        noticing.see(request.user)
        return redirect("desk:notices")
    found = shown(noticing.of(request.user)[: noticing.LISTED], request.user)
    context = {"notices": found, "clock": Clock.of(request.user), "form": _wishes(request.user)}
    context["push_key"] = pushing.key()
    context["unseen"] = sum(1 for one in found if one.notice.seen_at is None)
    return render(request, "desk/notices/index.html", context)


@login_required
def notice(request: HttpRequest, public_id: str) -> HttpResponse:
    """Marks it as seen, and leads to what it is about."""
    one = get_object_or_404(noticing.of(request.user), public_id=public_id)
    found = shown([one], request.user)
    noticing.see(request.user, only=public_id)
    if not found:
        return redirect("desk:notices")
    if "gathered" in one.data:
        return redirect("desk:inbox")
    if found[0].conversation is None:
        return redirect("desk:second-factor")
    noticing.see(request.user, conversation=one.conversation_id)
    return redirect("desk:by-itself", found[0].conversation.public_id)


@login_required
def new(request: HttpRequest) -> JsonResponse:
    """Unseen notices after `?after=` (a number), for the browser to show; the newest three."""
    after = request.GET.get("after", "")
    unseen = noticing.of(request.user).filter(seen_at=None)
    if after.isdecimal() and len(after) < 19:
        unseen = unseen.filter(pk__gt=int(after))
    found = shown(unseen[:3], request.user)
    ways = {way: noticing.wants(request.user, way) for way in noticing.WAYS}
    told = [{"id": one.notice.public_id, "title": one.says, "body": one.aside, "url": one.url}
            for one in found]  # fmt: skip
    return JsonResponse({"notices": told, **ways})


@login_required
@require_POST
def wishes(request: HttpRequest) -> HttpResponse:
    form = WishForm(request.POST)
    if form.is_valid():
        ways = [way for way in noticing.WAYS if form.cleaned_data[way]]
        noticing.wish(request.user, form.cleaned_data["kinds"], ways)
        messages.success(request, _("Saved."))
    return redirect("desk:notices")


@login_required
@require_POST
def subscription(request: HttpRequest) -> HttpResponse:
    """Push to this browser from now on (`endpoint`, `p256dh`, `auth`), or no more (`gone`).

    Told as JSON: a form was read before it came here, and its body is gone.
    """
    if request.content_type != "application/json":
        return JsonResponse({"says": _("Send it as JSON.")}, status=400)
    try:
        told = json.loads(request.body[:4000])
        endpoint = str(told["endpoint"])
        if told.get("gone"):
            noticing.unsubscribe(request.user, endpoint)
        else:
            browser = request.headers.get("User-Agent", "")
            pushing.subscribe(
                request.user, endpoint, str(told["p256dh"]), str(told["auth"]), browser
            )
    except Refused as refusal:
        return JsonResponse({"says": str(refusal)}, status=422)
    except (ValueError, KeyError, TypeError, AttributeError):
        return JsonResponse({}, status=400)
    return HttpResponse(status=204)


def _wishes(agent) -> WishForm:
    kinds = [str(kind) for kind in noticing.Kind if noticing.wants(agent, kind)]
    ways = {way: noticing.wants(agent, way) for way in noticing.WAYS}
    return WishForm(initial={"kinds": kinds, **ways})
