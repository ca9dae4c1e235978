"""Countries by name, and the time zones of each: for choosing a shop's place.

Names and zones come from Babel's CLDR data. A country with several zones gets the one most
of its people live in, listed here; elsewhere the first.
"""

from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

MOST_PEOPLE = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "GB": "Europe/London",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MN": "Asia/Ulaanbaatar",
    "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PL": "Europe/Warsaw",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}
NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "XK"}


@cache
def countries(language: str) -> list[tuple[str, str]]:
    """(code, name) of every country, sorted by name in the language: en, ru or pl."""
    names = Locale.parse(language).territories
    found = [
        (code, name)
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY and zone_of(code)
    ]
    return sorted(found, key=lambda pair: pair[1].casefold())


@cache
def zones() -> list[str]:
    """The time zones people choose from: places, without aliases such as "GB" or "Etc/GMT+5"."""
    areas = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/")
    areas += ("Europe/", "Indian/", "Pacific/")
    return ["UTC", *sorted(zone for zone in available_timezones() if zone.startswith(areas))]


def zone_of(country: str) -> str:
    """The time zone of most people in a country; '' if it is not known."""
    if country in MOST_PEOPLE:
        return MOST_PEOPLE[country]
    return next(iter(_zones_by_country().get(country, ())), "")


@cache
def _zones_by_country() -> dict[str, list[str]]:
    by_country: dict[str, list[str]] = {}
    known = set(zones())
    for zone, country in sorted(get_global("zone_territories").items()):
        if zone in known:
            by_country.setdefault(country, []).append(zone)
    return by_country
