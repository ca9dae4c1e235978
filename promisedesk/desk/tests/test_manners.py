"""How promises are handled: the settings page, and what it says of the pace."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.conversations import inboxes
from promisedesk.core import memo
from promisedesk.promises import forecasting, policies
from promisedesk.promises.models import Pace, PromiseManners

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
URL = "/settings/handling/"
SLOW = {"rates": [[0.5] * 24] * 7, "by_day": 1.0, "by_week": 0.0, "lately": 0.8, "answers": 99}
CHOSEN = {
    "offers": "itself",
    "notices": "after",
    "renewal_target": "2 working hours",
    "limit_agent": "20",
    "limit_manager": "50,5",
    "limit_admin": "",
    "currency": "gbp",
}


@pytest.fixture(autouse=True)
def clock(db):
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


def page(client) -> str:
    return " ".join(client.get(URL).content.decode().split())


def test_what_an_admin_chooses_is_saved_and_shown(cast, signed_in):
    client = signed_in(cast.ada)
    assert client.post(URL, CHOSEN).status_code == 302
    manners = PromiseManners.get()
    assert (manners.offers, manners.notices) == ("itself", "after")
    assert manners.limits == {"agent": "20.00", "manager": "50.50", "admin": ""}
    assert manners.currency == "GBP"
    assert 'value="50.50"' in page(client)


def test_what_makes_no_sense_comes_back_with_words(cast, signed_in):
    wrong = {"limit_agent": "a lot", "currency": "tea"}
    answer = signed_in(cast.ada).post(URL, CHOSEN | wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "“a lot” is no amount. Write it like 20.00." in page
    assert 'id="id_limit_agent_error"' in page
    assert 'id="id_currency_error"' in page
    assert 'value="a lot"' in page
    assert not PromiseManners.objects.filter(offers="itself").exists()


def test_managers_look_and_agents_do_not(cast, signed_in):
    assert "Only an admin can change it." in page(signed_in(cast.mona))
    assert signed_in(cast.mona).post(URL, CHOSEN).status_code == 403
    assert signed_in(cast.anna).get(URL).status_code == 403


def test_the_page_says_what_can_be_kept_and_how_it_is_known(cast, signed_in):
    client = signed_in(cast.ada)
    assert "The pace is not known yet." in page(client)
    for number in range(6):
        cast.hears(f"Question {number}", address=f"someone{number}@customer.example")
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=SLOW)
    html = page(client)
    assert "cannot be kept" in html
    assert "The target: tomorrow, 12:00." in html
    assert "6 are ahead." in html
    assert "from 99 answers." in html
    assert "80% of your usual pace" in html
    assert html.count('<th scope="row">') == 9  # hours, from 9 to 18


@pytest.mark.parametrize("url", [URL, "/settings/promises/"])
def test_more_inboxes_and_more_opening_hours_ask_no_more(url, cast, signed_in):
    client = signed_in(cast.ada)
    few = _cold(client, url)
    data = policies.policy_of(cast.help).calendar.version.data
    for number in range(4):
        inbox = inboxes.add_inbox(f"shop{number}@kettleandloom.example", name=f"Shop {number}")
        calendar = policies.add_calendar(f"Hours {number}", data)
        policies.set_policy(inbox, calendar=calendar, target="1 working day")
    assert _cold(client, url) == few


def _cold(client, url) -> int:
    """How many queries the page takes where nothing is remembered."""
    client.get(url)  # a new session is written
    memo.forget_all()
    policies._read.cache_clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)
