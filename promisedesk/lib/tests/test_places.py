from zoneinfo import ZoneInfo

import pytest

from promisedesk.lib import places


@pytest.mark.parametrize(
    ("country", "zone"),
    [("GB", "Europe/London"), ("RU", "Europe/Moscow"), ("PL", "Europe/Warsaw"),
     ("FR", "Europe/Paris"), ("JP", "Asia/Tokyo"), ("??", "")],
)  # fmt: skip
def test_the_zone_is_guessed_from_the_country(country, zone):
    assert places.zone_of(country) == zone


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Poland"), ("ru", "Польша"), ("pl", "Polska")]
)
def test_countries_are_named_in_the_readers_language(language, name):
    assert ("PL", name) in places.countries(language)
    assert len(places.countries(language)) > 200


def test_every_zone_that_is_offered_exists():
    assert all(ZoneInfo(zone) for zone in places.zones())
    assert all(ZoneInfo(places.zone_of(code)) for code, _name in places.countries("en"))
