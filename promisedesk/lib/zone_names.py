"""What people call a time zone: "Moscow time", «по московскому времени», „czasu moskiewskiego”.

CLDR has city names but not these forms, so the zones of our countries are a table; the rest is
"Samara time" in English and an offset with the city in Russian and Polish.
"""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

# zone: (English, Russian adjective, Polish adjective)
KNOWN = {
    "America/New_York": ("New York time", "нью-йоркскому", "nowojorskiego"),
    "Asia/Almaty": ("Almaty time", "алматинскому", ""),
    "Asia/Baku": ("Baku time", "бакинскому", ""),
    "Asia/Irkutsk": ("Irkutsk time", "иркутскому", "irkuckiego"),
    "Asia/Kamchatka": ("Kamchatka time", "камчатскому", ""),
    "Asia/Krasnoyarsk": ("Krasnoyarsk time", "красноярскому", ""),
    "Asia/Magadan": ("Magadan time", "магаданскому", ""),
    "Asia/Novosibirsk": ("Novosibirsk time", "новосибирскому", ""),
    "Asia/Omsk": ("Omsk time", "омскому", ""),
    "Asia/Tashkent": ("Tashkent time", "ташкентскому", ""),
    "Asia/Tbilisi": ("Tbilisi time", "тбилисскому", ""),
    "Asia/Vladivostok": ("Vladivostok time", "владивостокскому", ""),
    "Asia/Yakutsk": ("Yakutsk time", "якутскому", ""),
    "Asia/Yekaterinburg": ("Yekaterinburg time", "екатеринбургскому", ""),
    "Asia/Yerevan": ("Yerevan time", "ереванскому", ""),
    "Europe/Berlin": ("Berlin time", "берлинскому", "berlińskiego"),
    "Europe/Kaliningrad": ("Kaliningrad time", "калининградскому", "kaliningradzkiego"),
    "Europe/Kyiv": ("Kyiv time", "киевскому", "kijowskiego"),
    "Europe/London": ("London time", "лондонскому", "londyńskiego"),
    "Europe/Minsk": ("Minsk time", "минскому", "mińskiego"),
    "Europe/Moscow": ("Moscow time", "московскому", "moskiewskiego"),
    "Europe/Paris": ("Paris time", "парижскому", "paryskiego"),
    "Europe/Prague": ("Prague time", "пражскому", "praskiego"),
    "Europe/Riga": ("Riga time", "рижскому", "ryskiego"),
    "Europe/Samara": ("Samara time", "самарскому", ""),
    "Europe/Tallinn": ("Tallinn time", "таллинскому", "tallińskiego"),
    "Europe/Vilnius": ("Vilnius time", "вильнюсскому", "wileńskiego"),
    "Europe/Warsaw": ("Warsaw time", "варшавскому", "warszawskiego"),
}
OLD_NAMES = {"Europe/Kiev": "Europe/Kyiv"}
NO_PLACE = ("UTC", "GMT", "Etc/", "Zulu", "Universal", "Greenwich")


def zone_phrase(time_zone: str, language: str, at: datetime) -> str:
    """The zone as said after a time, without brackets; `at` (aware) decides the offset shown.

    `language` is en, ru or pl.
    """
    name = OLD_NAMES.get(time_zone, time_zone)
    english, russian, polish = KNOWN.get(name, ("", "", ""))
    if language == "ru" and russian:
        return f"по {russian} времени"
    if language == "pl" and polish:
        return f"czasu {polish}"
    if name.startswith(NO_PLACE):
        return offset_name(time_zone, at)
    if language == "en":
        return english or f"{_city(name, 'en_GB')} time"
    return f"{offset_name(time_zone, at)}, {_city(name, language)}"


def offset_name(time_zone: str, at: datetime) -> str:
    """ "UTC", "UTC+4", "UTC+5:30" at that moment."""
    offset = at.astimezone(ZoneInfo(time_zone)).utcoffset()
    minutes = round(offset.total_seconds() / 60) if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "-"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


@lru_cache(maxsize=1024)
def _city(time_zone: str, locale: str) -> str:
    """City of the zone in the language; CLDR knows some only by old names (Asia/Calcutta)."""
    names = Locale.parse(locale).time_zones
    old = [alias for alias, new in get_global("zone_aliases").items() if new == time_zone]
    for name in (time_zone, *old):
        if city := (names.get(name) or {}).get("city"):
            return str(city)
    return time_zone.rsplit("/", 1)[-1].replace("_", " ")
