"""The versions of a calendar, which never change, and the hours of every single day."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import now
from django.utils.translation import get_language

from promisedesk.desk.clock import Clock
from promisedesk.desk.settings import calendar_changes, year
from promisedesk.desk.settings.access import settings_page
from promisedesk.lib import phrases
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar, CalendarVersion, Promise

MOST_SHOWN = 100


@settings_page
def versions(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who changed what, and when; the newest first."""
    calendar = _calendar(public_id)
    found = list(_versions(calendar).order_by("-number")[: MOST_SHOWN + 1])
    language = get_language() or "en"
    rows = [
        {
            "version": one,
            "changes": calendar_changes.changes(before and before.data, one.data, language),
        }
        for one, before in zip(found, [*found[1:], None], strict=True)
    ][:MOST_SHOWN]
    context = {
        "calendar": calendar,
        "rows": rows,
        "clock": Clock.of(request.user),
        "page": "hours",
    }
    return render(request, "desk/settings/calendar_versions.html", context)


@settings_page
def version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """What one of them says, and how many promises were counted in it."""
    calendar = _calendar(public_id)
    row = get_object_or_404(_versions(calendar), number=number)
    language = get_language() or "en"
    work = WorkCalendar.from_json(row.data)
    context = {
        "calendar": calendar,
        "version": row,
        "hours": calendar_changes.hours(row.data, language),
        "place": calendar_changes.place(row.data),
        "closed": calendar_changes.in_ranges(work.closed, language),
        "opened": [
            (phrases.short_date(day, language), day.year, year.describe(work.day_summary(day)))
            for day in sorted(work.open)
        ],
        "promises": Promise.objects.filter(calendar_version=row).count(),
        "clock": Clock.of(request.user),
        "page": "hours",
    }
    return render(request, "desk/settings/calendar_version.html", context)


@settings_page
def every_day(request: HttpRequest, public_id: str) -> HttpResponse:
    """The hours of each day of the coming year, in words: to read, to print, to check."""
    calendar = _calendar(public_id)
    work = policies.work_calendar(calendar.version)
    today, language = work.local_date(now()), get_language() or "en"
    months: list[dict] = []
    for step in range(366):
        day = today + timedelta(days=step)
        if not months or day.day == 1:
            months.append({"title": phrases.month_heading(day, language), "days": []})
        months[-1]["days"].append(_day(work, day, today, language))
    context = {"calendar": calendar, "months": months, "page": "hours"}
    return render(request, "desk/settings/calendar_days.html", context)


def _day(work: WorkCalendar, day: date, today: date, language: str) -> dict:
    shown = year.shown(work, day, today, language)
    return {"shown": shown, "name": phrases.short_date(day, language)}


def _calendar(public_id: str) -> Calendar:
    return get_object_or_404(Calendar.objects.select_related("version"), public_id=public_id)


def _versions(calendar: Calendar) -> QuerySet[CalendarVersion]:
    return calendar.versions.select_related("by")
