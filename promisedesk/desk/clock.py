"""Whose clock and language a page is read in."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils import timezone

from promisedesk.agents.models import Agent
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases


@dataclass(frozen=True, slots=True)
class Clock:
    """The reader's moment: their zone and language, and one `now` for the whole page."""

    time_zone: str
    language: str
    now: datetime = field(default_factory=timezone.now)

    @classmethod
    def of(cls, agent: Agent) -> "Clock":
        """The agent's own time zone, else the shop's."""
        return cls(agent.time_zone or the_shop().time_zone, agent.language)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def date_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def clock_time(self, at: datetime) -> str:
        """ "16:05": the hour of the day alone, beneath a heading that says the day."""
        return f"{at.astimezone(self.zone):%H:%M}"

    def said(self, at: datetime) -> str:
        """ "today, 16:15", "Wed 10:00", "Tue 24 Nov, 14:00"."""
        return phrases.said_time(at, self.time_zone, self.language, self.now)

    def full(self, at: datetime) -> str:
        """ "Tue 24 Nov, 14:00": for a title, whatever day it is."""
        return _full(at, self.time_zone, self.language)

    def day_heading(self, day: date) -> str:
        return phrases.day_heading(day, self.today, self.language)

    def long_date(self) -> str:
        """ "Tuesday 18 November": today, as a heading."""
        return phrases.day_heading(self.today, self.today - timedelta(days=9), self.language)


@lru_cache(maxsize=4096)
def _full(at: datetime, time_zone: str, language: str) -> str:
    return phrases.short_time(at, time_zone, language)
