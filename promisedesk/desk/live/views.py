"""What an open page asks for when the stream says that something happened."""

from __future__ import annotations

from babel.lists import format_list
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from promisedesk.agents import noticing, presence
from promisedesk.agents.models import Agent
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import states
from promisedesk.desk.conversation.page import opened
from promisedesk.desk.conversation.timeline import Happened, Said
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.desk.inbox.counting import counts, said_count
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.lateness import MOST_COUNTED
from promisedesk.desk.pills import Hours


def no_stream(request: HttpRequest) -> HttpResponse:
    """Streams are answered beside Django (config.live); another server has none: pages poll."""
    return HttpResponse(status=204)


@login_required
def numbers(request: HttpRequest) -> JsonResponse:
    """What the usual views hold, by slug, and how many promises are overdue."""
    clock = Clock.of(request.user)
    found = counts(Reader(request.user, clock.now, clock.time_zone, Hours()))
    late = found["overdue"]
    said = f"{MOST_COUNTED - 1}+" if late >= MOST_COUNTED else str(late or "")
    return JsonResponse(
        {"views": {slug: said_count(number) for slug, number in found.items()}, "late": said}
    )


@login_required
def fresh(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """What came into an open conversation after `?after=` (a message) and `?since=` (an event).

    204 when nothing did, and what is drawn of letters and promise is still `?seen=`.
    """
    conversation = conversation_of(request, view, public_id)
    after, since = _number(request, "after"), _number(request, "since")
    clock = Clock.of(request.user)
    shown = opened(conversation, request.user, clock, Hours())
    for day in shown.timeline.days:
        day.items = [one for one in day.items if _is_new(one, after, since)]
    days = [day for day in shown.timeline.days if day.items]
    if not days and shown.seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    noticing.see(request.user, conversation=conversation.pk)  # it is before their eyes
    new = [one for day in days for one in day.items if isinstance(one, Said)]
    said = [one for one in new if one.agent_id != request.user.pk]  # one knows what one wrote
    context = {
        "open": shown,
        "days": days,
        "letters": states.letters_of(conversation),
        "said": said,
        "clock": clock,
        "view": view,
    }
    return render(request, "desk/live/fresh.html", context)


def _is_new(item, after: int, since: int) -> bool:
    if isinstance(item, Said):
        return item.id > after
    return isinstance(item, Happened) and item.id > since


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) <= 18 else 0


@login_required
def here(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """Who else is there. A POST says that this agent is: `typing` 1 or 0, or `gone`."""
    conversation = conversation_of(request, view, public_id)
    if request.method == "POST":
        if request.POST.get("gone"):
            presence.leave(conversation.pk, request.user)
            return HttpResponse(status=204)
        is_typing = request.POST.get("typing") == "1"
        presence.beat(conversation.pk, request.user, is_typing=is_typing)
    others = presence.others(presence.present().get(conversation.pk, ()), request.user.pk)
    typing = [one for one in others if one.is_typing]
    people = Agent.objects.in_bulk([one.agent_id for one in typing or others][:1])
    context = {
        "first": next(iter(people.values()), None),
        "is_typing": bool(typing),
        "says": _who([one.name for one in typing or others], bool(typing)),
    }
    return render(request, "desk/live/here.html", context)


def _who(names: list[str], is_typing: bool) -> str:
    """ "Oleg Sidorov is typing here" """
    if not names:
        return ""
    language = (get_language() or "en")[:2]
    said = {"names": format_list([name.split(" ")[0] for name in names], locale=language)}
    if len(names) == 1:
        one = _("%(names)s is typing here") if is_typing else _("%(names)s is looking at this too")
        return one % said
    many = _("%(names)s are typing here") if is_typing else _("%(names)s are looking at this too")
    return many % said
