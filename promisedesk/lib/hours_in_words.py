"""Opening hours as a person says them, in English, Russian and Polish."""

from collections.abc import Mapping, Sequence

from promisedesk.lib.opening_hours import MIDNIGHT, Interval

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ru": ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"),
    "pl": ("poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę"),
}
OF_DAYS = {  # genitive: after «до», «с», „do”, „od”
    "ru": (
        "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья",
    ),
    "pl": ("poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty", "niedzieli"),
}  # fmt: skip
CLOSED = {"en": "closed", "ru": "закрыто", "pl": "nieczynne"}
DAILY = {"en": "every day", "ru": "ежедневно", "pl": "codziennie"}
ALL_DAY = {"en": "around the clock", "ru": "круглосуточно", "pl": "całą dobę"}
ALWAYS = {
    "en": "around the clock, every day",
    "ru": "круглосуточно, без выходных",
    "pl": "całą dobę, bez dni wolnych",
}
AND = {"en": " and ", "ru": " и ", "pl": " i "}


def format_hours(hours: Mapping[int, Sequence[Interval]], language: str) -> str:
    """ "Monday to Friday, 9:00 to 18:00; Saturday, 10:00 to 14:00" of a week's hours.

    «с понедельника по пятницу с 9:00 до 18:00», „od poniedziałku do piątku, 9:00-18:00”.
    Languages other than ru and pl get English.
    """
    language = spoken(language)
    if all(tuple(hours.get(day, ())) == ((0, MIDNIGHT),) for day in range(7)):
        return ALWAYS[language]
    comma = " " if language == "ru" else ", "
    groups = [
        _day_words(days, language) + comma + format_intervals(intervals, language)
        for days, intervals in _groups(hours)
    ]
    return "; ".join(groups) or CLOSED[language]


def format_intervals(intervals: Sequence[Interval], language: str) -> str:
    """Hours of one day: "9:00 to 13:00 and 14:00 to 18:00", "closed", "around the clock"."""
    language = spoken(language)
    if not intervals:
        return CLOSED[language]
    if tuple(intervals) == ((0, MIDNIGHT),):
        return ALL_DAY[language]
    form = {"en": "{} to {}", "ru": "с {} до {}", "pl": "{}-{}"}[language]
    said = [form.format(_clock(opens), _clock(closes)) for opens, closes in intervals]
    return _listed(said, language)


def spoken(language: str | None) -> str:
    """en, ru or pl of a language tag: "ru-RU" is ru, anything else is en."""
    short = (language or "en")[:2].lower()
    return short if short in DAYS else "en"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _listed(words: list[str], language: str) -> str:
    return AND[language].join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _groups(
    hours: Mapping[int, Sequence[Interval]],
) -> list[tuple[list[int], tuple[Interval, ...]]]:
    """Open days with the same hours together: neighbours, and lone days with lone days."""
    groups: list[tuple[list[int], tuple[Interval, ...]]] = []
    for day in range(7):
        intervals = tuple(hours.get(day, ()))
        for days, known in reversed(groups):
            if known == intervals and (days[-1] == day - 1 or not _is_range(days)):
                days.append(day)
                break
        else:
            if intervals:
                groups.append(([day], intervals))
    return groups


def _is_range(days: list[int]) -> bool:
    return len(days) > 2 and days[-1] - days[0] == len(days) - 1


def _day_words(days: list[int], language: str) -> str:
    if len(days) == 7:
        return DAILY[language]
    if _is_range(days):
        return _range(days[0], days[-1], language)
    said = _listed([DAYS[language][day] for day in days], language)
    return said if language == "en" else f"{in_front_of_day(days[0], language)} {said}"


def _range(first: int, last: int, language: str) -> str:
    if language == "en":
        return f"{DAYS['en'][first]} to {DAYS['en'][last]}"
    if language == "ru":
        return f"{'со' if first == 1 else 'с'} {OF_DAYS['ru'][first]} по {DAYS['ru'][last]}"
    return f"od {OF_DAYS['pl'][first]} do {OF_DAYS['pl'][last]}"


def in_front_of_day(day: int, language: str) -> str:
    """ "on" before a weekday: «в среду» but «во вторник», „w środę” but „we wtorek”."""
    tuesday = day == 1
    return {"en": "on", "ru": "во" if tuesday else "в", "pl": "we" if tuesday else "w"}[language]
