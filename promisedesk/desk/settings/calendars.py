"""Opening hours: weeks with breaks, holidays, own days, and what they promise."""

from datetime import date, datetime

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.people import only_admins
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.settings import promise_choices, week, year
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.shop import country_choices, zone_choices
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib import phrases, public_holidays
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.lib.counting import Span, SpanError, deadline
from promisedesk.promises import own_days, policies
from promisedesk.promises.models import DEFAULT_TARGET, Calendar

ASK_FOR_REGIONS = {
    "hx-get": "",
    "hx-select": "#region",
    "hx-target": "#region",
    "hx-swap": "outerHTML",
}


class CalendarForm(Styled, forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=zone_choices)
    country = forms.ChoiceField(
        label=gettext_lazy("Public holidays of"),
        choices=country_choices,
        required=False,
        widget=forms.Select(attrs=ASK_FOR_REGIONS),
    )
    # Which country `region` was chosen for: another country may have been chosen since.
    region_of = forms.CharField(required=False, widget=forms.HiddenInput)
    region = forms.CharField(
        label=gettext_lazy("Region"), max_length=10, required=False, widget=forms.Select
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        country = self["country"].value()
        self.regions = public_holidays.regions(country)
        whole = ("", gettext_lazy("The whole country"))
        self.fields["region"].widget.choices = [whole, *self.regions]

    def region_chosen(self) -> str | None:
        """The region that was chosen, or the usual one of a country that was chosen since."""
        country, region = self.cleaned_data["country"], self.cleaned_data["region"]
        if self.cleaned_data["region_of"] != country:
            return public_holidays.usual_region(country)
        return region if region in dict(self.regions) else None


@settings_page
def index(request):
    calendars = list(Calendar.objects.order_by("name").select_related("version"))
    if len(calendars) <= 1:
        return redirect("desk:settings-calendar", policies.default_calendar().public_id)
    rows = [
        {
            "calendar": calendar,
            "says": phrases.format_hours(
                policies.work_calendar(calendar.version).hours, get_language()
            ),
            "inboxes": [
                policy.inbox.name if policy.inbox else policy.name
                for policy in calendar.policies.select_related("inbox")
            ],
        }
        for calendar in calendars
    ]
    return render(request, "desk/settings/calendars.html", {"rows": rows, "page": "hours"})


@settings_page
def new(request):
    shop = Workspace.get()
    region = public_holidays.usual_region(shop.country)
    data = {"time_zone": shop.time_zone, "country": shop.country, "region": region}
    data |= {"hours": policies.USUAL_HOURS, "closed": [], "open": {}}
    if copied := Calendar.objects.filter(public_id=request.GET.get("copy", "")).first():
        data = copied.version.data
    if request.method != "POST":
        return _page(request, None, data)
    form, days = CalendarForm(request.POST), week.week_in(request.POST)
    if form.is_valid():
        try:
            data = _filled(data, form, days)
            calendar = policies.add_calendar(form.cleaned_data["name"], data, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The opening hours are saved."))
            return redirect("desk:settings-calendar", calendar.public_id)
    return _page(request, None, data, form=form, days=days, status=422)


@settings_page
def edit(request, public_id):
    calendar = get_object_or_404(Calendar.objects.select_related("version"), public_id=public_id)
    data = calendar.version.data
    if request.method != "POST":
        return _page(request, calendar, data)
    form, days = CalendarForm(request.POST), week.week_in(request.POST)
    if form.is_valid():
        try:
            only_admins(request.user)
            _rename(calendar, form.cleaned_data["name"])
            policies.change_calendar(calendar, _filled(data, form, days), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The opening hours are saved. Promises made before stay as they are.")
            )
            return redirect("desk:settings-calendar", calendar.public_id)
    return _page(request, calendar, data, form=form, days=days, status=422)


def _filled(data: dict, form: CalendarForm, days: list[week.Day]) -> dict:
    cleaned = form.cleaned_data
    new = {"time_zone": cleaned["time_zone"], "country": cleaned["country"] or None}
    return {**data, **new, "region": form.region_chosen(), "hours": week.hours_of(days)}


def _rename(calendar: Calendar, name: str) -> None:
    if name == calendar.name:
        return
    if Calendar.objects.filter(name=name).exclude(pk=calendar.pk).exists():
        raise Refused(_("There is a calendar “%(name)s” already.") % {"name": name})
    calendar.name = name
    calendar.save(update_fields=["name"])


@settings_page
@require_POST
def days(request, public_id):
    """Change single days: `toggle` one, `close` some, `open` one at its own hours (`from` and `to`,
    more than once for a break), let `eves` of holidays end earlier."""
    calendar = get_object_or_404(Calendar.objects.select_related("version"), public_id=public_id)
    try:
        changed = _changed_days(calendar.version.data, request.POST)
        policies.change_calendar(calendar, changed, by=request.user)
        messages.success(request, _("The day is saved."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{request.path.removesuffix('days/')}#days")


def _changed_days(data: dict, posted) -> dict:
    if "toggle" in posted:
        return own_days.toggled(data, _date(posted["toggle"]))
    if "close" in posted:
        first = _date(posted.get("first", ""))
        return own_days.closed(data, first, _date(posted.get("last") or posted.get("first", "")))
    if "eves" in posted:
        return own_days.shortened_eves(data, now(), posted.get("closes", ""))
    pieces = zip(posted.getlist("from"), posted.getlist("to"), strict=False)
    return own_days.opened(data, _date(posted.get("day", "")), [p for p in pieces if any(p)])


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused(_("Give a date, like 2026-05-04.")) from error


def _page(request, calendar, data, *, form=None, days=None, status=200):
    language = get_language()
    work = WorkCalendar.from_json(data)
    today = work.local_date(now())
    context = {
        "calendar": calendar,
        "form": form or CalendarForm(initial=_initial(request, calendar, data)),
        "week": days or week.week_of(data),
        "page": "hours",
        "targets": promise_choices.TARGETS,
        "preview": preview(request, work, language),
        "today": today,
    }
    if calendar:
        context["weekdays"] = year.weekdays()
        context["year"] = year.year_of(work, today, language)
        context["days"] = year.unusual_days(work, today, language)
    template = "desk/settings/calendar.html"
    return render(request, template, context, status=status)


def _initial(request, calendar, data: dict) -> dict:
    """What the form shows first; `?country=GB` asks for the regions of another country."""
    initial = {**data, "name": calendar.name if calendar else ""}
    asked = request.GET.get("country")
    if asked is not None:
        initial |= {"country": asked, "region": public_holidays.usual_region(asked)}
    return initial | {"region_of": initial["country"]}


def preview(request, work: WorkCalendar, language: str) -> dict:
    """Asked at some local time, promised for when: from `?on=2026-05-04&at=17:30&target=…`."""
    target = request.GET.get("target", DEFAULT_TARGET)
    here = now().astimezone(work.zone)
    on, at = request.GET.get("on", ""), request.GET.get("at", "")
    found = {"target": target, "on": on or here.date().isoformat(), "at": at or f"{here:%H:%M}"}
    try:
        asked = datetime.fromisoformat(f"{found['on']}T{found['at'].zfill(5)}")
        asked = asked.replace(tzinfo=work.zone)
        due_at = deadline(work, asked, Span.parse(target)).due_at
    except (ValueError, OverflowError, SpanError, CalendarError):
        return {**found, "error": _("Give a date, a time and a target.")}
    said = phrases.by_time(due_at, work.time_zone, language, asked)
    return {
        **found,
        "promised": said,
        "zone": phrases.zone_phrase(work.time_zone, language, due_at),
    }
