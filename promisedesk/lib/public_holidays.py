"""Public holidays and moved working days of a country, from the `holidays` library.

The library is imported on first use (it is slow to load) and asked once per country, region,
year and language. Half days and optional holidays do not close a shop: only its "public" ones.
"""

import warnings
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

LANGUAGES = {"en": ("en_US", "en_GB"), "ru": ("ru",), "pl": ("pl",)}


# Holidays of these differ so much that most of the people in the country stand for it.
MOST_PEOPLE = {"GB": "ENG"}


class UnknownPlace(ValueError):
    """The library knows no such country or region."""


def check_place(country: str, region: str | None) -> None:
    """Raises UnknownPlace with a sentence for people. Codes are ISO 3166-1 and -2."""
    known = _library().list_supported_countries(include_aliases=True)
    if country not in known:
        raise UnknownPlace(
            f"No public holidays are known for the country {country!r}. Use a two-letter code "
            "such as RU, PL or GB, or null for no holidays."
        )
    if region is not None and region not in known[country]:
        choices = ", ".join(known[country][:60]) or "none, leave it null"
        raise UnknownPlace(f"{country} has no region {region!r}. Known regions: {choices}.")


def usual_region(country: str | None) -> str | None:
    """The region a shop of this country gets until it chooses: England in GB, elsewhere none."""
    return MOST_PEOPLE.get(country or "")


@lru_cache(maxsize=256)
def regions(country: str | None) -> tuple[tuple[str, str], ...]:
    """(code, name) of the parts of a country with holidays of their own, by name; names are the
    library's, in the country's own words. Empty for a country it does not know."""
    codes = _library().list_supported_countries(include_aliases=True).get(country or "", ())
    if not codes:
        return ()
    known = _ask(country or "", None, ())
    names: dict[str, str] = {}
    for name, code in known.subdivisions_aliases.items():
        names.setdefault(code, name)
    found = [(code, names.get(code, code)) for code in known.subdivisions]
    return tuple(sorted(found, key=lambda pair: pair[1].casefold()))


def days_off(country: str, region: str | None, year: int) -> dict[date, str]:
    """Dates of the year nobody works, with English names where the library has them."""
    return names(country, region, year, "en")


@lru_cache(maxsize=512)
def names(country: str, region: str | None, year: int, language: str) -> dict[date, str]:
    """Dates off and what they are called in `language` (en, ru, pl), where the library has no
    such names in the country's own words: never a third language."""
    wanted = LANGUAGES.get(language, LANGUAGES["en"])
    supported = _ask(country, region, (year,)).supported_languages
    spoken = next((each for each in wanted if each in supported), None)
    return {d: n for d, n in _ask(country, region, (year,), spoken).items() if d.year == year}


@lru_cache(maxsize=512)
def moved_working_days(country: str, region: str | None, year: int) -> dict[date, int]:
    """Weekend dates declared working, with the weekday (0 is Monday) they stand in for.

    Saturday 1 November 2025 is worked in Russia in place of Monday 3 November, so {…: 0}.
    """
    known = _ask(country, region, (year, year + 1))  # next year's decree may move a day of this
    off = days_off(country, region, year)
    return {
        worked: rest.weekday()
        for rest, worked in _swaps(known, (year, year + 1))
        if worked.year == year and worked in known.weekend_workdays and worked not in off
    }


def _swaps(known: Any, years: tuple[int, ...]) -> Iterator[tuple[date, date]]:
    """(day off, day worked instead) as the library's data notes them:
    (month, day off, month, day worked[, year worked])."""
    for year in years:
        entries = getattr(known, "special_public_holidays", {}).get(year, ())
        if entries and not isinstance(entries[0], tuple):
            entries = (entries,)
        for entry in entries:
            if len(entry) >= 4:
                month, day, worked_month, worked_day, *worked_year = entry
                worked = date(worked_year[0] if worked_year else year, worked_month, worked_day)
                yield date(year, month, day), worked


def _ask(
    country: str, region: str | None, years: tuple[int, ...], language: str | None = None
) -> Any:
    return _library().country_holidays(country, subdiv=region, years=years, language=language)


@lru_cache(maxsize=1)
def _library() -> Any:
    import holidays

    # India's feasts are known for some years only; no holidays then, and no line on stderr.
    warnings.filterwarnings("ignore", message="Requested Holidays are available only from")
    return holidays
