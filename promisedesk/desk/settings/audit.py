"""The log of what people did to the desk itself, for people: who, what, when and from where.

It is core's event log without what belongs to conversations. Managers look, admins take copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.verbs import LOG_EXPORTED
from promisedesk.core.events import VERBS, record
from promisedesk.core.models import Event
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.promise_choices import in_words
from promisedesk.lib import browsers, csv_cells, phrases
from promisedesk.promises.verbs import POLICY_CHANGED

A_PAGE = 50
DAYS = ("starts_on", "returns_on")  # facts like "2026-12-19"
# Of conversations and customers, who have a timeline of their own; and what the desk does itself.
NOT_HERE = {"conversation", "message", "delivery", "promise", "participant", "contact", "file"}
KINDS = {
    "sign-ins": gettext_lazy("Signing in"),
    "people": gettext_lazy("People and teams"),
    "tokens": gettext_lazy("API tokens"),
    "exports": gettext_lazy("Exports"),
    "rules": gettext_lazy("Rules"),
    "settings": gettext_lazy("Settings"),
}
KIND_OF = {
    "sign_in": "sign-ins",
    "second_factor": "sign-ins",
    "sign_in_service": "sign-ins",
    "passwords": "sign-ins",
    "agent": "people",
    "team": "people",
    "token": "tokens",
    "export": "exports",
    "rule": "rules",
}
ICONS = {
    "sign-ins": "lock",
    "people": "people",
    "tokens": "link",
    "exports": "download",
    "rules": "list",
    "settings": "settings",
}


def kind_of(verb: str) -> str:
    """Which kind of the page's filter a verb is; new ones are settings until said otherwise."""
    return KIND_OF.get(verb.split(".")[0], "settings")


def verbs_of(kind: str = "") -> list[str]:
    """The verbs the log shows, or those of one kind."""
    ours = [name for name in VERBS if name.split(".")[0] not in NOT_HERE]
    return [name for name in ours if kind in ("", kind_of(name))]


class Filter(forms.Form):
    person = forms.ModelChoiceField(
        Agent.objects.order_by("name"), to_field_name="public_id", required=False
    )
    kind = forms.ChoiceField(choices=[("", ""), *KINDS.items()], required=False)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def rows(self, clock: Clock) -> QuerySet[Event]:
        """The events asked for, newest first. Nonsense in a field filters nothing."""
        self.is_valid()
        asked = defaultdict(lambda: None, self.cleaned_data)
        rows = Event.objects.filter(conversation_id=None, verb__in=verbs_of(asked["kind"] or ""))
        if person := asked["person"]:
            rows = rows.filter(Q(by=person) | Q(data__agent=person.pk))
        if asked["since"]:
            rows = rows.filter(at__gte=_midnight(asked["since"], clock))
        if asked["until"]:
            rows = rows.filter(at__lt=_midnight(asked["until"] + timedelta(days=1), clock))
        if asked["before"]:
            rows = rows.filter(pk__lt=asked["before"])
        return rows.select_related("by").order_by("-pk")


def _midnight(day, clock: Clock) -> datetime:
    return datetime.combine(day, time(), clock.zone)


@settings_page
@never_cache
def index(request):
    clock = Clock.of(request.user)
    form = Filter(request.GET)
    rows = list(form.rows(clock)[: A_PAGE + 1])
    query = request.GET.copy()
    if len(rows) > A_PAGE:
        query["before"] = rows[A_PAGE - 1].pk
    context = {
        "entries": [entry(row) for row in rows[:A_PAGE]],
        "older": query.urlencode() if len(rows) > A_PAGE else "",
        "asked": {name: request.GET.get(name, "") for name in ("person", "kind", "since", "until")},
        "people": Agent.objects.order_by("name"),
        "kinds": KINDS.items(),
        "clock": clock,
        "page": "log",
    }
    return render(request, "desk/settings/log.html", context)


def entry(event: Event) -> dict:
    """An event as the page shows it."""
    data = event.data
    return {
        "event": event,
        "icon": ICONS[kind_of(event.verb)],
        "says": sentence(event),
        "changes": changes(data),
        "address": data.get("address", ""),
        "browser": browsers.name_of(data.get("browser", "")),
    }


def sentence(event: Event) -> str:
    """What happened, in the reader's language. Facts that are missing read as "?"."""
    facts = defaultdict(lambda: "?", event.data)
    facts["by"] = event.by.name if event.by else _("Promisedesk")
    if event.verb == POLICY_CHANGED.name:
        facts["target"] = in_words(facts["target"])
    for name in [name for name in DAYS if name in facts]:
        facts[name] = phrases.long_date(date.fromisoformat(facts[name]), get_language() or "en")
    return str(VERBS[event.verb].reads_as) % facts


def changes(data: dict) -> list[tuple[str, str, str]]:
    """(field, before, after) of what was changed, if the event says so."""
    was, now = data.get("was"), data.get("now")
    if not isinstance(was, dict) or not isinstance(now, dict):
        role = data.get("role")
        return [("role", str(was), str(role))] if role and was and role != was else []
    changed = [name for name in now if was.get(name) != now[name]]
    return [(name, _said(was.get(name)), _said(now[name])) for name in changed]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value if value not in (None, "") else "–")


@settings_page
@require_POST
def export(request):
    """All that the filter finds, as a table for spreadsheets. Taking it is in the log as well."""
    if not request.user.is_admin:
        raise PermissionDenied
    clock = Clock.of(request.user)
    rows = Filter(request.POST).rows(clock)
    record(LOG_EXPORTED, by=request.user)
    response = StreamingHttpResponse(csv_cells.lines(_table(rows)), content_type="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="promisedesk-log.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _table(rows: QuerySet[Event]) -> Iterator[tuple]:
    yield (_("Time"), _("Who"), _("What"), _("Changed"), _("Address"), _("Browser"), _("Event"))
    for row in rows.iterator(chunk_size=500):
        changed = "; ".join(f"{name}: {was} → {now}" for name, was, now in changes(row.data))
        yield (
            row.at.isoformat(timespec="seconds"),
            row.by.name if row.by else "",
            sentence(row),
            changed,
            row.data.get("address", ""),
            row.data.get("browser", ""),
            row.verb,
        )
