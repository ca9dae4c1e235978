from zoneinfo import ZoneInfo

import pytest

from promisedesk.lib.phone_zones import ZONES, zone_of


@pytest.mark.parametrize(
    ("number", "zone"),
    [
        ("+447700900118", "Europe/London"),
        ("+48500100200", "Europe/Warsaw"),
        ("+380501234567", "Europe/Kyiv"),
        ("+79161234567", ""),  # eleven zones
        ("+12125550100", ""),
        ("", ""),
        ("07700900118", ""),
    ],
)
def test_a_country_with_one_zone_is_known_by_its_code(number, zone):
    assert zone_of(number) == zone


def test_every_zone_exists():
    assert all(ZoneInfo(zone) for zone in ZONES.values())
