"""How times are said to people in English, Russian and Polish, without gettext.

Case and word order differ too much for a catalogue of pieces: «до вторника», „do wtorku”. So
each language has its own whole forms here. Languages other than ru and pl get English.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from promisedesk.lib.countdowns import Countdown, countdown
from promisedesk.lib.hours_in_words import OF_DAYS, format_hours, format_intervals, spoken
from promisedesk.lib.zone_names import zone_phrase

__all__ = [
    "Countdown",
    "by_time",
    "countdown",
    "day_heading",
    "day_name",
    "format_hours",
    "format_intervals",
    "long_date",
    "month_heading",
    "promise_phrase",
    "said_time",
    "short_date",
    "short_promise",
    "short_time",
    "spoken",
    "zone_phrase",
]

LOCALES = {"en": "en_GB", "ru": "ru", "pl": "pl"}
TODAY = {"en": "today", "ru": "сегодня", "pl": "dzisiaj"}
TOMORROW = {"en": "tomorrow", "ru": "завтра", "pl": "jutro"}
YESTERDAY = {"en": "yesterday", "ru": "вчера", "pl": "wczoraj"}


def promise_phrase(due_at: datetime, time_zone: str, language: str, now: datetime) -> str:
    """The whole promise, for letters, which may be read on any day.

    "by Tuesday 24 November, 14:00 (Moscow time)",
    «до вторника, 24 ноября, 14:00 (по московскому времени)»,
    „do wtorku 24 listopada, godz. 14:00 (czasu moskiewskiego)”; with the year when not this one.
    """
    language = spoken(language)
    wall, today = _wall(due_at, time_zone), _wall(now, time_zone).date()
    zone = zone_phrase(time_zone, language, due_at)
    day = _long_date(wall.date(), language, with_year=wall.year != today.year)
    if language == "en":
        return f"by {_day(wall, 'EEEE', language)} {day}, {_clock(wall)} ({zone})"
    weekday = OF_DAYS[language][wall.weekday()]
    if language == "ru":
        return f"до {weekday}, {day}, {_clock(wall)} ({zone})"
    return f"do {weekday} {day}, godz. {_clock(wall)} ({zone})"


def short_promise(due_at: datetime, time_zone: str, language: str) -> str:
    """For subjects: "by Tue 24 Nov, 14:00", «до вт, 24 ноября, 14:00», „do wt. 24 listopada,
    14:00”."""
    by = {"en": "by", "ru": "до", "pl": "do"}[spoken(language)]
    return f"{by} {short_time(due_at, time_zone, language)}"


def short_time(at: datetime, time_zone: str, language: str) -> str:
    """ "Tue 24 Nov, 14:00", «вт, 24 ноября, 14:00», „wt. 24 listopada, 14:00”."""
    language = spoken(language)
    wall = _wall(at, time_zone)
    return f"{_short_date(wall.date(), language)}, {_clock(wall)}"


def said_time(at: datetime, time_zone: str, language: str, now: datetime) -> str:
    """A time for a page read now: "today, 16:15", "tomorrow, 10:00", "yesterday, 9:30",
    "Wed 10:00" within the next six days, else "Tue 24 Nov, 14:00", with the year if another."""
    language = spoken(language)
    wall, today = _wall(at, time_zone), _wall(now, time_zone).date()
    near = _near_day(wall.date(), today, language)
    if near:
        return f"{near}, {_clock(wall)}"
    if timedelta() < wall.date() - today < timedelta(days=7):
        return f"{_day(wall, 'EEE', language)} {_clock(wall)}"
    if wall.year == today.year:
        return short_time(at, time_zone, language)
    form = {"en": "d MMM y", "ru": "d MMMM y 'г'.", "pl": "d MMMM y"}[language]
    return f"{_day(wall, form, language)}, {_clock(wall)}"


def by_time(due_at: datetime, time_zone: str, language: str, now: datetime) -> str:
    """A promise on a page read now: "by today, 16:15", "by Wed, 11:00"; «сегодня до 16:15»,
    «до среды, 11:00»; „dzisiaj do 16:15”, „do środy, 11:00”; further away as in subjects."""
    language = spoken(language)
    wall, today = _wall(due_at, time_zone), _wall(now, time_zone).date()
    near = _near_day(wall.date(), today, language)
    if near:
        form = {"en": "by {}, {}", "ru": "{} до {}", "pl": "{} do {}"}[language]
        return form.format(near, _clock(wall))
    if not timedelta() < wall.date() - today < timedelta(days=7):
        return short_promise(due_at, time_zone, language)
    if language == "en":
        return f"by {_day(wall, 'EEE', language)}, {_clock(wall)}"
    return (
        f"{'до' if language == 'ru' else 'do'} {OF_DAYS[language][wall.weekday()]}, {_clock(wall)}"
    )


def day_heading(day: date, today: date, language: str) -> str:
    """ "Today", "Tomorrow", "Yesterday", "Monday 17 November" (with another year, if it is)."""
    language = spoken(language)
    if near := _near_day(day, today, language):
        return near.capitalize()
    weekday = format_date(day, "EEEE", LOCALES[language]).capitalize()
    comma = "" if language == "en" else ","
    return f"{weekday}{comma} {_long_date(day, language, with_year=day.year != today.year)}"


def short_date(day: date, language: str) -> str:
    """ "Tue 24 Nov", «вт, 24 ноября», „wt. 24 listopada”: a day in a list."""
    language = spoken(language)
    return _short_date(day, language)


def long_date(day: date, language: str) -> str:
    """ "24 November", «24 ноября», „24 listopada”."""
    return _long_date(day, spoken(language), with_year=False)


def day_name(day: date, language: str) -> str:
    """ "Tue", «вт», „wt.”."""
    return format_date(day, "ccc", LOCALES[spoken(language)])


def month_heading(day: date, language: str) -> str:
    """ "November 2026", «Ноябрь 2026», „Listopad 2026”."""
    return format_date(day, "LLLL y", LOCALES[spoken(language)]).capitalize()


def _short_date(day: date, language: str) -> str:
    form = {"en": "EEE d MMM", "ru": "EEE, d MMMM", "pl": "EEE d MMMM"}[language]
    return format_date(day, form, LOCALES[language])


def _wall(at: datetime, time_zone: str) -> datetime:
    return at.astimezone(ZoneInfo(time_zone))


def _clock(wall: datetime) -> str:
    return f"{wall.hour}:{wall.minute:02}"


def _day(wall: datetime, form: str, language: str) -> str:
    return format_date(wall.date(), form, LOCALES[language])


def _long_date(day: date, language: str, *, with_year: bool) -> str:
    """ "24 November", "24 November 2027", «24 ноября 2027 года», „24 listopada 2027 r.”"""
    year = {"en": " y", "ru": " y 'года'", "pl": " y 'r'."}[language] if with_year else ""
    return format_date(day, f"d MMMM{year}", LOCALES[language])


def _near_day(day: date, today: date, language: str) -> str:
    names = {-1: YESTERDAY, 0: TODAY, 1: TOMORROW}
    found = names.get((day - today).days)
    return found[language] if found else ""
