"""The shop's own fields of a conversation, following it, and the time spent on it."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations import filling, following, timing
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation import sorted
from promisedesk.desk.conversation.sorting_page import done, show
from promisedesk.desk.conversation.views import conversation_of


@login_required
def details(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Fill in its fields: `field-<key>` each."""
    conversation = conversation_of(request, view, public_id)

    def shown(error: str = "") -> HttpResponse:
        typed = request.POST if request.method == "POST" else None
        fields = sorted.filled(conversation, typed)
        return show(request, view, conversation, "details", _("Details"), error, fields=fields)

    if request.method != "POST":
        return shown()
    values = {
        key.removeprefix("field-"): value
        for key, value in request.POST.items()
        if key.startswith("field-")
    }
    act = partial(filling.fill, conversation, values, by=request.user)
    return done(request, view, conversation, act, _("Saved."), shown)


@login_required
@require_POST
def following_it(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Follow it, or (`stop`) follow it no more."""
    conversation = conversation_of(request, view, public_id)
    if "stop" in request.POST:
        act = partial(following.unfollow, conversation, by=request.user)
        return done(request, view, conversation, act, _("You follow this no more."))
    act = partial(following.follow, conversation, by=request.user)
    return done(request, view, conversation, act, _("You follow this: you are told what happens."))


@login_required
def time_spent(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Note `minutes` spent on it, or (`remove`) take ones of one's own off again."""
    conversation = conversation_of(request, view, public_id)

    def shown(error: str = "") -> HttpResponse:
        spent = conversation.times.select_related("agent").order_by("-pk")[:50]
        return show(request, view, conversation, "time", _("Time spent"), error, spent=spent)

    if request.method != "POST":
        return shown()

    def act() -> None:
        if gone := _number(request.POST.get("remove", "")):
            spent = conversation.times.filter(pk=gone).first()
            if spent is not None:
                spent.conversation = conversation
                timing.take_off(spent, by=request.user)
            return
        minutes = _number(request.POST.get("minutes", ""))
        if not minutes:
            raise Refused(_("Give minutes between 1 and %d.") % timing.MOST_AT_ONCE)
        timing.add(conversation, minutes, by=request.user, note=request.POST.get("note", ""))

    return done(request, view, conversation, act, _("Saved."), shown)


def _number(text: str) -> int:
    """A number in a form; nonsense is 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else 0
