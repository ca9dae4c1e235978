"""Absences of several days: planned, looked at as the letter they become, and ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Team
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings import coached
from promisedesk.desk.settings.absence_form import AbsenceForm
from promisedesk.desk.settings.access import settings_page
from promisedesk.lib import phrases
from promisedesk.promises import absence_letters, absences
from promisedesk.promises.absences import BadText
from promisedesk.promises.models import Absence

MOST_PAST = 10
EXAMPLE_REF = "K7R2M9QD"


@dataclass(frozen=True, slots=True)
class Row:
    absence: Absence
    place: str
    since: str
    until: str
    is_now: bool
    told: int
    opens: list[str]  # calendars that are open on its days


@dataclass(frozen=True, slots=True)
class Letter:
    """How it will read in one language, or why it will not be sent."""

    code: str
    name: str
    text: str
    faults: list[str]
    lines: list[coached.Line]  # what the coach says of the words of one's own


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    found = Absence.objects.select_related("inbox", "team", "by").order_by("-starts_on", "-pk")
    context = {
        "rows": [_row(one) for one in found.filter(is_on=True)],
        "past": [_row(one) for one in found.filter(is_on=False)[:MOST_PAST]],
        "page": "absences",
    }
    return render(request, "desk/settings/absences.html", context)


@settings_page
def new(request: HttpRequest) -> HttpResponse:
    form = AbsenceForm(request.POST or None)
    if request.method == "POST" and _is_kept(request, form, absences.plan):
        messages.success(request, _("Planned. Each customer who writes is told once."))
        return redirect("desk:settings-absences")
    return _form_page(request, form, None, 422 if request.method == "POST" else 200)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    absence = get_object_or_404(
        Absence.objects.select_related("inbox", "team"), public_id=public_id, is_on=True
    )
    form = AbsenceForm(request.POST or None, absence)
    if request.method == "POST" and _is_kept(request, form, partial(absences.change, absence)):
        messages.success(request, _("The absence is changed."))
        _say_when_open(request, absence)
        return redirect("desk:settings-absences")
    return _form_page(request, form, absence, 422 if request.method == "POST" else 200)


def _say_when_open(request: HttpRequest, absence: Absence) -> None:
    """Days that were closed for it as it was planned first stay closed, and letters go by them."""
    absence.refresh_from_db()
    if later := absences.opens_later(absence):
        when = {"date": phrases.long_date(later, get_language() or "en")}
        messages.warning(
            request,
            _("By the opening hours you are open again on %(date)s only: customers are told so.")
            % when,
        )


def _is_kept(request: HttpRequest, form: AbsenceForm, keep: Callable[..., Absence]) -> bool:
    """Whether what was sent is planned so now; else the form says why not."""
    if not form.is_valid():
        return False
    days = form.cleaned_data["starts_on"], form.cleaned_data["returns_on"]
    try:
        absence = keep(form.chosen_place, *days, form.texts, by=request.user)
    except BadText as refusal:
        form.refuse(refusal.faults)
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    if form.cleaned_data["closes_days"]:
        absences.close_days(absence, by=request.user)
    return True


@settings_page
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The letters as they would read, and nothing is kept."""
    absence = Absence.objects.filter(public_id=request.POST.get("of", ""), is_on=True).first()
    return _form_page(request, AbsenceForm(request.POST, absence), absence, 200)


@settings_page
@require_POST
def end(request: HttpRequest, public_id: str) -> HttpResponse:
    absence = get_object_or_404(Absence, public_id=public_id)
    try:
        absences.end(absence, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Ended. Days that were closed for it stay closed in the opening hours.")
        )
    return redirect("desk:settings-absences")


@settings_page
@require_POST
def days(request: HttpRequest, public_id: str) -> HttpResponse:
    """Close its days in the opening hours."""
    absence = get_object_or_404(Absence, public_id=public_id, is_on=True)
    try:
        absences.close_days(absence, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The days are closed. Promises made before stay as they are."))
    return redirect("desk:settings-absences")


def _form_page(
    request: HttpRequest, form: AbsenceForm, absence: Absence | None, status: int
) -> HttpResponse:
    """To plan one, or to change `absence`."""
    context = {
        "form": form,
        "absence": absence,
        "letters": _letters(form),
        "page": "absences",
    }
    return render(request, "desk/settings/absence.html", context, status=status)


def _letters(form: AbsenceForm) -> list[Letter]:
    """One for each language that is needed or begun."""
    returns_on = _date(form["returns_on"].value())
    place = form.chosen_place
    inbox = next(iter(absences.inboxes_of(place)), None)
    if inbox is None or returns_on is None:
        return []
    texts = form.texts
    needed = absences.languages_of(place)
    shown = [code for code in form.languages if code in needed or any(texts[code].values())]
    absence = Absence(returns_on=returns_on, starts_on=returns_on, texts=texts)
    return [_letter(absence, inbox, place, code) for code in shown]


def _letter(absence: Absence, inbox: Inbox, place: Inbox | Team | None, code: str) -> Letter:
    zone = absences.calendar_of(inbox).time_zone
    text = absence_letters.text(absence, inbox, zone, code, "", EXAMPLE_REF)
    faults: list[str] = []
    try:
        absences.checked_texts(place, absence.texts)
    except BadText as refusal:
        faults = list(refusal.faults.get(code, {}).values())
    own = "\n\n".join(filter(None, absence.texts.get(code, {}).values()))
    lines = coached.lines_for_plain(own, code)
    return Letter(code, dict(LANGUAGES)[code], text, faults, lines)


def _date(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def _row(absence: Absence) -> Row:
    place, language = absences.place_of(absence), get_language() or "en"
    today = absences.today_at(absence)
    return Row(
        absence=absence,
        place=place.name if place else _("The whole shop"),
        since=phrases.short_date(absence.starts_on, language),
        until=phrases.short_date(absence.returns_on, language),
        is_now=absence.is_on and absence.starts_on <= today < absence.returns_on,
        told=absence.told.count(),
        opens=[one.name for one in absences.open_calendars(absence)] if absence.is_on else [],
    )
