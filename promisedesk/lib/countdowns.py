"""The words on a promise's pill: "3 h late", "due in 12 min", "4 h left", "Wed 10:00".

Time left is opening time, because only then can somebody answer. Lateness is time by the clock,
because that is how long the customer has been waiting.
"""

from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date

from promisedesk.lib.calendars import WorkCalendar
from promisedesk.lib.counting import Span, deadline, working_seconds
from promisedesk.lib.hours_in_words import spoken

SOON_SECONDS = 60 * 60
HOUR_OF_OPENING = Span.parse("1 working hour")
LOCALES = {"en": "en_GB", "ru": "ru", "pl": "pl"}

UNITS = {  # by plural form (CLDR): minutes and hours are abbreviated, so most forms agree
    "en": {"min": {"other": "min"}, "h": {"other": "h"}, "d": {"other": "d"}},
    "ru": {
        "min": {"other": "мин"},
        "h": {"other": "ч"},
        "d": {"one": "день", "few": "дня", "other": "дней"},
    },
    "pl": {
        "min": {"other": "min"},
        "h": {"other": "godz."},
        "d": {"one": "dzień", "other": "dni"},
    },
}
LATE = {"en": "{} late", "ru": "опоздание {}", "pl": "{} po terminie"}
DUE_IN = {"en": "due in {}", "ru": "через {}", "pl": "za {}"}
DUE_NOW = {"en": "due now", "ru": "срок сейчас", "pl": "termin teraz"}
DUE_AT = {"en": "due {}", "ru": "к {}", "pl": "na {}"}
WAITING = {"en": "waiting {}", "ru": "ждём {}", "pl": "czekamy {}"}
LEFT = {
    "en": {"other": "{} left"},
    "ru": {"one": "остался {}", "other": "осталось {}"},
    "pl": {"one": "została {}", "few": "zostały {}", "other": "zostało {}"},
}
SETTLED = {
    "kept": {"en": "Kept", "ru": "Сдержано", "pl": "Dotrzymana"},
    "missed": {"en": "Missed", "ru": "Нарушено", "pl": "Niedotrzymana"},
    "none": {"en": "No promise", "ru": "Без обещания", "pl": "Bez obietnicy"},
}


class Countdown(NamedTuple):
    """`state` is late, soon, ok, waiting, kept, missed or none; `share` is the percentage of
    promised time left (0 to 100) for the ring, None where there is no ring."""

    state: str
    words: str
    share: int | None = None


def countdown(
    due_at: datetime | None,
    now: datetime,
    calendar: WorkCalendar,
    language: str = "en",
    *,
    made_at: datetime | None = None,
    waiting_since: datetime | None = None,
    outcome: str | None = None,
    zone: tzinfo | None = None,
) -> Countdown:
    """State, words and ring of a promise at `now` (all times aware).

    Days and clock times are said in `zone`, the reader's; without it in the calendar's.

    `outcome` is "kept" or "missed" for history; `waiting_since` says it is the customer's turn;
    neither: the promise runs until `due_at`, None if there is none. `made_at` fills the ring.
    """
    language = spoken(language)
    if outcome in ("kept", "missed"):
        return Countdown(outcome, SETTLED[outcome][language])
    if waiting_since is not None:
        return Countdown(
            "waiting", WAITING[language].format(_length(now - waiting_since, language))
        )
    if due_at is None:
        return Countdown("none", SETTLED["none"][language])
    if now >= due_at:
        return Countdown("late", LATE[language].format(_length(now - due_at, language)))
    left, zone = working_seconds(calendar, now, due_at), zone or calendar.zone
    state = "soon" if due_at < soon_until(calendar, now, zone) else "ok"
    words = _words_left(due_at, now, zone, language, left)
    return Countdown(state, words, _share(calendar, made_at, now, due_at, left))


def soon_until(calendar: WorkCalendar, now: datetime, zone: tzinfo) -> datetime:
    """Whatever is due before this moment is due within the hour: the one rule for pills,
    headings, views and counts.

    An hour by the clock; while the shop is open, an hour of opening time, but no further than
    the reader's midnight: on a Sunday, or late on Friday, Monday morning is not soon.
    """
    by_clock = now + timedelta(seconds=SOON_SECONDS)
    if not calendar.is_open(now):
        return by_clock
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, datetime.min.time(), zone)
    return max(by_clock, min(deadline(calendar, now, HOUR_OF_OPENING).due_at, midnight))


def _words_left(due_at: datetime, now: datetime, zone: tzinfo, language: str, left: float) -> str:
    wall, today = due_at.astimezone(zone), now.astimezone(zone).date()
    clock = f"{wall.hour}:{wall.minute:02}"
    if wall.date() != today:
        near = wall.date() - today < timedelta(days=7)
        day = format_date(wall.date(), "EEE" if near else "d MMM", LOCALES[language])
        return f"{day} {clock}"
    if (due_at - now).total_seconds() < SOON_SECONDS:
        minutes = int((due_at - now).total_seconds() // 60)
        said = DUE_IN[language].format(_counted(minutes, "min", language))
        return said if minutes else DUE_NOW[language]
    if left < SOON_SECONDS:  # a break or closing time lies between: minutes would mislead
        return DUE_AT[language].format(clock)
    hours = int(left // 3600)
    return _plural(LEFT[language], hours, language).format(_counted(hours, "h", language))


def _share(
    calendar: WorkCalendar,
    made_at: datetime | None,
    now: datetime,
    due_at: datetime,
    left: float,
) -> int | None:
    if made_at is None:
        return None
    total = working_seconds(calendar, made_at, due_at)
    if not total:  # promised by the clock, outside opening hours
        left, total = (due_at - now).total_seconds(), (due_at - made_at).total_seconds()
    return max(0, min(100, round(100 * left / total))) if total > 0 else 0


def _length(length: timedelta, language: str) -> str:
    """ "20 min", "3 h", "2 d": whole units, rounded down, at least one minute."""
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return _counted(minutes, "min", language)
    if minutes < 24 * 60:
        return _counted(minutes // 60, "h", language)
    return _counted(minutes // (24 * 60), "d", language)


def _counted(number: int, unit: str, language: str) -> str:
    return f"{number} {_plural(UNITS[language][unit], number, language)}"


def _plural(forms: dict[str, str], number: int, language: str) -> str:
    form = Locale.parse(LOCALES[language]).plural_form(number)
    return forms.get(form, forms["other"])
