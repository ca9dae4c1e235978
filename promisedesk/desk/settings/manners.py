"""Handling promises: honest times, delay notices, and what may be given for a failure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings import promise_choices
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.desk.settings.target_field import TargetField
from promisedesk.lib import forecasting as pacing
from promisedesk.lib import phrases
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import forecasting, handling, honesty, policies
from promisedesk.promises.models import Pace, PromiseManners, PromisePolicy

MOST_INBOXES = 30  # shown with their times
MONDAY = date(2024, 1, 1)
Promised = dict[int, PromisePolicy]  # by inbox


class MannersForm(Styled, forms.Form):
    offers = forms.ChoiceField(
        label=gettext_lazy("When the target cannot be met"),
        choices=PromiseManners.Offers.choices,
        widget=forms.RadioSelect,
    )
    notices = forms.ChoiceField(
        label=gettext_lazy("Delay notices to customers"),
        choices=PromiseManners.Notices.choices,
        widget=forms.RadioSelect,
    )
    renewal_target = TargetField(
        label=gettext_lazy("A new time, where the pace is not known"),
        help_text=gettext_lazy("Counted from the moment of the notice."),
    )
    limit_agent = forms.CharField(
        label=gettext_lazy("An agent may give"), required=False, max_length=20
    )
    limit_manager = forms.CharField(
        label=gettext_lazy("A manager may give"), required=False, max_length=20
    )
    limit_admin = forms.CharField(
        label=gettext_lazy("An admin may give"), required=False, max_length=20
    )
    currency = forms.CharField(
        label=gettext_lazy("Currency"),
        required=False,
        max_length=3,
        help_text=gettext_lazy("Empty: of the shop’s country."),
    )

    def __init__(self, *args, target: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["renewal_target"].choices = promise_choices.targets_with(target)

    def clean(self):
        """Each amount and the currency, refused at their own fields."""
        checks = {f"limit_{role}": handling.checked_amount for role in handling.ROLES}
        for name, check in (checks | {"currency": handling.checked_currency}).items():
            try:
                check(self.cleaned_data.get(name, ""))
            except Refused as refusal:
                self.add_error(name, str(refusal))
        return self.cleaned_data

    def limits(self) -> dict[str, str]:
        return {role: self.cleaned_data[f"limit_{role}"] for role in handling.ROLES}


@settings_page
def edit(request: HttpRequest) -> HttpResponse:
    manners = PromiseManners.get()
    form = MannersForm(
        request.POST or None, initial=_initial(manners), target=manners.renewal_target
    )
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        return redirect("desk:settings-manners")
    clock = Clock.of(request.user)
    inboxes = list(Inbox.objects.order_by("pk"))
    promised = policies.policies_of(inboxes)
    rows, pools = _inboxes(inboxes, promised, clock), _pools(inboxes, promised, clock)
    context = {"page": "manners"}
    status = 422 if request.method == "POST" else 200
    context |= {"form": form, "rows": rows, "pools": pools, "fewest": pacing.FEWEST}
    return render(request, "desk/settings/manners.html", context, status=status)


def _initial(manners: PromiseManners) -> dict[str, str]:
    limits = {f"limit_{role}": _limit(manners, role) for role in handling.ROLES}
    return limits | {
        "offers": manners.offers,
        "notices": manners.notices,
        "renewal_target": manners.renewal_target,
        "currency": manners.currency,
    }


def _limit(manners: PromiseManners, role: str) -> str:
    usual = "" if role == Agent.Role.ADMIN else "0"
    return str(manners.limits.get(role, usual))


def _saved(request: HttpRequest, form: MannersForm) -> bool:
    given = form.cleaned_data
    chosen = {name: given[name] for name in ("offers", "notices", "renewal_target", "currency")}
    try:
        handling.change(by=request.user, limits=form.limits(), **chosen)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


# --- what the desk knows now


@dataclass(slots=True)
class InboxNow:
    """What a question asked in an inbox now is promised, and when it is really answered."""

    name: str
    target_at: str
    honest_at: str
    ahead: int
    can_be_kept: bool


@dataclass(slots=True)
class PoolNow:
    """How fast some inboxes are answered: by hour (rows) and weekday (columns), else ''."""

    inboxes: list[str]
    answers: int
    learned_at: str
    lately: int  # percent of the usual pace
    days: list[str]
    hours: list[tuple[str, list[tuple[str, str]]]]  # "9:00", and "4.2" with its share of the best


def _inboxes(inboxes: list[Inbox], promised: Promised, clock: Clock) -> list[InboxNow]:
    shown = sorted((one for one in inboxes if one.is_active), key=lambda one: one.name)
    shown = shown[:MOST_INBOXES]
    found = []
    for inbox, offer in honesty.look_at(shown, promised, clock.now):
        honest = clock.said(offer.honest_at) if offer.honest_at else ""
        target = clock.said(offer.target_due_at)
        found.append(InboxNow(inbox.name, target, honest, offer.ahead, offer.can_be_kept))
    return found


def _pools(inboxes: list[Inbox], promised: Promised, clock: Clock) -> list[PoolNow]:
    made_at = dict(Pace.objects.values_list("key", "made_at"))
    by_pool: dict[str, list[Inbox]] = {}
    for inbox in inboxes:
        by_pool.setdefault(forecasting.pool_of(inbox), []).append(inbox)
    return [
        _pool(
            pace,
            by_pool[key],
            policies.work_calendar(promised[by_pool[key][0].pk].calendar.version),
            clock.said(made_at[key]),
            clock.language,
        )
        for key, pace in sorted(forecasting.paces().items())
        if key in by_pool and key in made_at
    ]


def _pool(
    pace: pacing.Pace,
    inboxes: list[Inbox],
    calendar: WorkCalendar,
    learned_at: str,
    language: str,
) -> PoolNow:
    days = [day for day in range(7) if calendar.hours.get(day)]
    best = max((pace.rates[day][hour] for day in days for hour in range(24)), default=0) or 1
    rows = []
    for hour in range(24):
        cells = [
            (number_format(pace.rates[day][hour], 1), f"{pace.rates[day][hour] / best:.2f}")
            if _is_open(calendar, day, hour)
            else ("", "0")
            for day in days
        ]
        if any(words for words, _share in cells):
            rows.append((f"{hour}:00", cells))
    names = [phrases.day_name(MONDAY + timedelta(days=day), language) for day in days]
    lately = round(pace.lately * 100)
    return PoolNow([one.name for one in inboxes], pace.answers, learned_at, lately, names, rows)


def _is_open(calendar: WorkCalendar, day: int, hour: int) -> bool:
    return any(start < (hour + 1) * 60 and end > hour * 60 for start, end in calendar.hours[day])
