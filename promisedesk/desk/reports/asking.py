"""What a report is asked for: the days, the part of the shop, and links that say so again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations.models import Inbox, of_inboxes_seen_by
from promisedesk.desk.clock import Clock
from promisedesk.promises.models import Promise
from promisedesk.reports.cuts import NONE, Cut
from promisedesk.reports.moments import Period

USUAL = "30"
PERIODS = {
    "7": _("7 days"),
    "30": _("30 days"),
    "90": _("90 days"),
    "month": _("This month"),
    "last-month": _("Last month"),
}
LONGEST = 1100  # days; three years and a little
NOBODY = "none"  # in a link: of no person, of no team
CHANNELS = {
    "email": _("Mail"),
    "chat": _("Chat"),
    "form": _("Contact form"),
    "phone": _("Phone"),
    "telegram": "Telegram",
    "matrix": "Matrix",
    "xmpp": "XMPP",
    "social": _("Social networks"),
    "webhook": _("Web hook"),
}


@dataclass
class Asked:
    """The question in an address. What makes no sense in it is not there."""

    reader: Agent
    asked: QueryDict
    clock: Clock = field(init=False)

    def __post_init__(self):
        self.clock = Clock.of(self.reader)

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        return cls(request.user, request.POST if request.method == "POST" else request.GET)

    @cached_property
    def period_key(self) -> str:
        """Which of PERIODS; empty for dates of one's own."""
        key = self.asked.get("period", "")
        if key in PERIODS:
            return key
        return "" if self._date("first") or self._date("last") else USUAL

    @cached_property
    def period(self) -> Period:
        first, last = self._dates()
        earliest = last - timedelta(days=LONGEST - 1)
        return Period(max(first, earliest), last, self.clock.zone)

    def _dates(self) -> tuple[date, date]:
        today = self.clock.today
        if not self.period_key:
            ends = self._date("first") or today, self._date("last") or today
            return min(ends), max(ends)
        if self.period_key == "month":
            return today.replace(day=1), today
        if self.period_key == "last-month":
            last = today.replace(day=1) - timedelta(days=1)
            return last.replace(day=1), last
        return today - timedelta(days=int(self.period_key) - 1), today

    def _date(self, name: str) -> date | None:
        try:
            found = date.fromisoformat(self.asked.get(name, ""))
        except ValueError:
            return None
        return found if 1990 <= found.year <= 2100 else None

    @cached_property
    def channel(self) -> str:
        return self._choice("channel", CHANNELS)

    @cached_property
    def kind(self) -> str:
        return self._choice("kind", Promise.Kind.values)

    def _choice(self, name: str, among) -> str:
        return key if (key := self.asked.get(name, "")) in among else ""

    @cached_property
    def inboxes(self) -> dict[int, Inbox]:
        """Those the reader may see, by number."""
        found = Inbox.objects.filter(of_inboxes_seen_by(self.reader, "")).order_by("name", "pk")
        return {one.pk: one for one in found}

    @cached_property
    def teams(self) -> dict[int, Team]:
        return {one.pk: one for one in Team.objects.order_by("name", "pk")}

    @cached_property
    def inbox(self) -> Inbox | None:
        return self._named("inbox", self.inboxes)

    @cached_property
    def team(self) -> Team | None:
        return self._named("team", self.teams)

    def _named(self, name: str, among: dict):
        wanted = self.asked.get(name, "")
        return next((one for one in among.values() if one.public_id == wanted), None)

    @cached_property
    def cut(self) -> Cut:
        team = self.team.pk if self.team else None
        if self.asked.get("team") == NOBODY:
            team = NONE
        inbox = self.inbox.pk if self.inbox else None
        return Cut(self.reader, self.period, self.channel, inbox, team)

    @cached_property
    def person(self) -> int | None:
        """The agent whose promises are asked for; NONE: nobody's. Raises Http404 for a stranger.

        Whoever runs nothing sees their own row alone.
        """
        wanted = self.asked.get("person", "")
        if not wanted:
            return None
        if wanted == self.reader.public_id:
            return self.reader.pk
        if not self.reader.sees_everything:
            raise Http404
        if wanted == NOBODY:
            return NONE
        found = Agent.objects.filter(public_id=wanted).values_list("pk", flat=True).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def every(self) -> bool:
        """Whether every answer counts, and not the first of a talk alone."""
        return self.asked.get("which") == "every"

    def number(self, name: str, most: int) -> int | None:
        """A whole number from 0 up to `most` in the address; None if there is none."""
        text = self.asked.get(name, "")
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
        return int(text) if is_number and int(text) <= most else None

    def filters(self) -> dict[str, str]:
        """What is asked, for another form or address: with dates, which mean the same tomorrow."""
        chosen = {
            "first": self.period.first.isoformat(),
            "last": self.period.last.isoformat(),
            "channel": self.channel,
            "inbox": self.inbox.public_id if self.inbox else "",
            "team": self.asked.get("team", "") if self.cut.team is not None else "",
            "kind": self.kind,
            "which": "every" if self.every else "",
        }
        return {name: value for name, value in chosen.items() if value}

    def link(self, **more: object) -> str:
        """The query of an address: what is asked now, and this besides or instead."""
        chosen = self.filters()
        if "period" in more:
            chosen.pop("first")
            chosen.pop("last")
        chosen |= {name: str(value) for name, value in more.items()}
        return urlencode({name: value for name, value in chosen.items() if value != ""})
