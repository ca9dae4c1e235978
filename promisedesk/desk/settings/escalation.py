"""Warnings and escalation: how early, who is told step by step, who is on call, what is urgent."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.lib import phrases
from promisedesk.promises import arranging, chain, policies, urgent_words
from promisedesk.promises.models import Calendar, Duty, PromiseManners

SPANS = {
    "15 minutes": gettext_lazy("15 minutes before"),
    "30 minutes": gettext_lazy("half an hour before"),
    "1 working hour": gettext_lazy("1 working hour before"),
    "2 working hours": gettext_lazy("2 working hours before"),
    "4 working hours": gettext_lazy("4 working hours before"),
    "1 working day": gettext_lazy("1 working day before"),
}
NAMED = "agent:"  # before the id of somebody by name


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request, QueryDict())
    try:
        _save(request)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _page(request, request.POST, status=422)
    messages.success(request, _("Saved."))
    return redirect("desk:settings-escalation")


def _page(request: HttpRequest, typed: QueryDict, status: int = 200) -> HttpResponse:
    """What is set; of the form that was refused what was `typed`."""
    manners, what = PromiseManners.get(), typed.get("what", "")
    missed, urgent = chain.of_missed(), chain.of_urgent()
    warning = typed.get("warning", manners.warning)
    others = dict.fromkeys(one for one in (manners.warning, warning) if one not in SPANS)
    context = {
        "warning": warning,
        "spans": [*SPANS.items(), *((one, one) for one in others)],
        "words": typed.get("words", "\n".join(manners.urgent_words)),
        "usual_words": ", ".join(urgent_words.usual()),
        "chains": [
            {
                "key": key,
                "rows": _typed_rows(typed) if what == key else _rows(steps),
                "preview": preview(steps),
            }
            for key, steps, preview in (
                ("missed", missed, _preview),
                ("urgent", urgent, _preview_urgent),
            )
        ],
        "whom": _whom(),
        "due": _said(_example(_calendar())),
        "duties": Duty.objects.select_related("agent", "calendar").order_by("position", "pk"),
        "agents": _agents(),
        "calendars": Calendar.objects.order_by("name"),
        "page": "escalation",
    }
    return render(request, "desk/settings/escalation.html", context, status=status)


def _save(request: HttpRequest) -> None:
    """What one of the forms says. Raises Refused."""
    what = request.POST.get("what", "")
    if what == "warning":
        arranging.set_warning(request.POST.get("warning", ""), by=request.user)
    elif what == "words":
        some = request.POST.get("words", "").replace(",", "\n").splitlines()
        arranging.set_urgent_words(some, by=request.user)
    elif what == "duty":
        _put_on_call(request)
    else:
        steps = _steps(request)
        arranging.set_chain(steps, is_urgent=what == "urgent", by=request.user)


def _put_on_call(request: HttpRequest) -> None:
    agent = Agent.objects.filter(public_id=request.POST.get("agent", "")).first()
    calendar = Calendar.objects.filter(public_id=request.POST.get("calendar", "")).first()
    if agent is None or calendar is None:
        raise Refused(_("Choose somebody, and their hours."))
    arranging.put_on_call(agent, calendar, by=request.user)


def _steps(request: HttpRequest) -> list[dict]:
    """The rows of the form; one without a person is taken out."""
    steps = []
    for place in range(arranging.MOST_STEPS + 1):
        whom = request.POST.get(f"whom-{place}", "")
        if not whom:
            continue
        minutes = request.POST.get(f"minutes-{place}", "").strip()
        agent = None
        if whom.startswith(NAMED):
            agent = Agent.objects.filter(public_id=whom.removeprefix(NAMED)).first()
            whom = chain.Whom.AGENT
        is_number = minutes.isascii() and minutes.isdecimal() and len(minutes) < 8
        steps.append(
            {
                "minutes": int(minutes) if is_number else None,
                "whom": whom,
                "agent": agent,
                "by_mail": f"mail-{place}" in request.POST,
                "by_hook": f"hook-{place}" in request.POST,
            }
        )
    return steps


@settings_page
@require_POST
def duty(request: HttpRequest, number: int) -> HttpResponse:
    """Call somebody earlier, or take them off the list."""
    row = get_object_or_404(Duty.objects.select_related("agent", "calendar"), pk=number)
    if "up" in request.POST:
        arranging.call_earlier(row, by=request.user)
    else:
        arranging.take_off_call(row, by=request.user)
        messages.success(request, _("%(name)s is off the list.") % {"name": row.agent.name})
    return redirect("desk:settings-escalation")


def _agents():
    answering = Agent.objects.filter(is_active=True).exclude(role=Agent.Role.LIGHT)
    return answering.order_by("name")


def _whom() -> list[tuple[str, str]]:
    labels = [(key, label) for key, label in chain.Whom.choices if key != chain.Whom.AGENT]
    return [*labels, *((NAMED + one.public_id, one.name) for one in _agents())]


def _rows(steps: tuple[chain.Step, ...]) -> list[dict]:
    """The steps as the form shows them, and an empty one."""
    ids = dict(Agent.objects.values_list("pk", "public_id"))
    rows = [
        {
            "minutes": step.after_minutes,
            "whom": NAMED + ids.get(step.agent, "") if step.agent else step.whom,
            "by_mail": step.by_mail,
            "by_hook": step.by_hook,
        }
        for step in steps
    ]
    return rows + ([{"minutes": "", "whom": ""}] if len(rows) < arranging.MOST_STEPS else [])


def _typed_rows(typed: QueryDict) -> list[dict]:
    """The rows of a chain as they were sent, the empty one among them."""
    places = [n for n in range(arranging.MOST_STEPS + 1) if f"whom-{n}" in typed]
    return [
        {
            "minutes": typed.get(f"minutes-{n}", ""),
            "whom": typed[f"whom-{n}"],
            "by_mail": f"mail-{n}" in typed,
            "by_hook": f"hook-{n}" in typed,
        }
        for n in places
    ]


# --- the example beside a chain


def _calendar():
    return policies.work_calendar(policies.default_calendar().version)


def _example(calendar) -> datetime:
    """The next Monday at 10:00."""
    today = calendar.local_date(now())
    monday = today + timedelta(days=7 - today.weekday())
    return datetime.combine(monday, time(10), calendar.zone)


def _said(at: datetime) -> str:
    return phrases.short_time(at, _calendar().time_zone, get_language() or "en")


def _preview(steps: tuple[chain.Step, ...]) -> list[dict]:
    calendar = _calendar()
    missed_at = _example(calendar)
    return [
        {
            "when": _("At once") if at == missed_at else _said(at),
            "whom": _name_of(step),
            "step": step,
        }
        for step in steps
        for at in [chain.moment_of(step, missed_at, calendar)]
    ]


def _preview_urgent(steps: tuple[chain.Step, ...]) -> list[dict]:
    return [
        {
            "when": ngettext("After %(n)s minute", "After %(n)s minutes", step.after_minutes)
            % {"n": step.after_minutes}
            if step.after_minutes
            else _("At once"),
            "whom": _name_of(step),
            "step": step,
        }
        for step in steps
    ]


def _name_of(step: chain.Step) -> str:
    if step.agent:
        found = Agent.objects.filter(pk=step.agent).first()
        return found.name if found else "?"
    return str(chain.Whom(step.whom).label)
