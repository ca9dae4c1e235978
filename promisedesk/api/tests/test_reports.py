import pytest

from promisedesk.api.tests.conftest import Caller
from promisedesk.reports.tests.conftest import DAY, NOON, Ledger, clock  # noqa: F401

PATH = "reports/promises"


@pytest.fixture
def ledger(clock, cast):  # noqa: F811
    ledger = Ledger(cast)
    ledger.promise(NOON - DAY, talk=ledger.talk(assignee=cast.anna))
    ledger.promise(NOON - DAY, "broken", talk=ledger.talk(assignee=cast.mona))
    ledger.promise(NOON - 2 * DAY, "broken", told_at=None)
    ledger.promise(NOON - 40 * DAY)
    return ledger


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("kind", ["answer"]),
        ("channel", ["email"]),
        ("day", ["2026-11-21", "2026-11-22"]),
        ("week", ["2026-11-16"]),
        ("weekday", [6, 7]),
        ("hour", [12]),
    ],
)
def test_figures_are_told_apart(cast, ledger, by, keys):
    found = Caller(cast.mona).get(PATH, {"by": by}).json()
    assert [one["key"] for one in found["items"]] == keys
    assert found["total"] == {"kept": 1, "broken": 2, "renewed": 0, "untold": 1, "percent": 33}
    assert sum(one["kept"] for one in found["items"]) == 1
    assert (found["first"], found["last"]) == ("2026-10-25", "2026-11-23")


def test_people_see_their_own_row_alone(cast, ledger):
    by = {"by": "person"}
    own = Caller(cast.anna).get(PATH, by).json()["items"]
    assert [(one["name"], one["key"]) for one in own] == [(cast.anna.name, cast.anna.public_id)]
    names = {one["name"] for one in Caller(cast.mona).get(PATH, by).json()["items"]}
    assert names == {cast.anna.name, cast.mona.name, None}


@pytest.mark.parametrize(
    "query",
    [
        {"first": "2026-12-01", "last": "2026-11-01"},
        {"first": "2000-01-01"},
        {"last": "0001-01-01"},
        {"last": "9999-12-31"},
        {"by": "moon"},
        {"colour": "red"},
    ],
)
def test_nonsense_is_refused(cast, ledger, query):
    assert Caller(cast.mona).get(PATH, query).status_code in (400, 422)
