"""Planning an absence in the settings."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from promisedesk.lib import phrases
from promisedesk.promises import absences, policies
from promisedesk.promises.models import Absence

HERE = "/settings/absences/"


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.ada)


def typed(**changed) -> dict:
    first = localdate() + timedelta(days=1)
    return {
        "place": "",
        "starts_on": first.isoformat(),
        "returns_on": (first + timedelta(days=7)).isoformat(),
        "en-says": "We are moving house.",
        "en-contacts": "+44 117 496 0011",
        "en-useful": "https://kettleandloom.example/parcels",
    } | changed


def test_it_is_planned_and_stands_in_the_list(client, cast):
    page = client.post(f"{HERE}new/", typed(closes_days="on"), follow=True).content.decode()
    absence = Absence.objects.get()
    assert "The whole shop" in page
    assert absence.by == cast.ada
    assert absences.open_calendars(absence) == []
    assert policies.policy_of(cast.help).calendar.versions.count() == 2


def test_open_days_are_told_and_closed_with_a_press(client, cast):
    page = client.post(f"{HERE}new/", typed(place=f"inbox:{cast.help.public_id}"), follow=True)
    assert "promise answers on days when nobody is here" in page.content.decode()
    absence = Absence.objects.get(inbox=cast.help)
    page = client.post(f"{HERE}{absence.public_id}/days/", follow=True).content.decode()
    assert "promise answers on days when nobody is here" not in page


def test_what_helps_nobody_is_refused_at_its_place_and_stays_typed(client, cast):
    answer = client.post(f"{HERE}new/", typed(**{"en-says": "I will surely answer."}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_en-says_error"' in page
    assert "I will surely answer." in page
    returns = typed()["starts_on"]
    answer = client.post(f"{HERE}new/", typed(returns_on=returns))
    assert "at least two whole days" in answer.content.decode()
    assert not Absence.objects.exists()


def test_the_letters_are_seen_before_anything_is_kept(client, cast):
    shown = typed(**{"ru-contacts": "никак"})
    page = client.post(f"{HERE}preview/", shown).content.decode()
    assert "We are back on" in page
    assert "+44 117 496 0011" in page
    assert "would be refused" in page  # the Russian one
    assert 'action="/settings/absences/new/"' in page  # where the same form is planned for good
    assert not Absence.objects.exists()
    assert "Give the day of return" in client.get(f"{HERE}new/").content.decode()


def test_it_is_changed_and_who_was_told_another_day_is_told_anew(client, cast):
    client.post(f"{HERE}new/", typed(closes_days="on"))
    absence = Absence.objects.get()
    absence.told.create(address="clara@customer.example")
    here = f"{HERE}{absence.public_id}/"
    page = client.get(here).content.decode()
    assert "Change the absence" in page
    assert f'value="{absence.returns_on.isoformat()}"' in page
    assert "We are moving house." in page
    assert client.post(here, typed(**{"en-says": "We rest."})).status_code == 302
    absence.refresh_from_db()
    assert absence.texts["en"]["says"] == "We rest."
    assert absence.told.exists()
    later = (absence.returns_on + timedelta(days=2)).isoformat()
    changed = typed(returns_on=later, place=f"inbox:{cast.help.public_id}")
    page = client.post(here, changed, follow=True).content.decode()
    assert "The absence is changed." in page
    absence.refresh_from_db()
    assert (absence.returns_on.isoformat(), absence.inbox) == (later, cast.help)
    assert not absence.told.exists()
    log = client.get("/settings/log/").content.decode()
    assert f"back on {phrases.long_date(absence.returns_on, 'en')}" in log
    assert later not in log


def test_who_comes_back_earlier_is_told_of_the_days_that_stay_closed(client, cast):
    monday = localdate() + timedelta(days=7 - localdate().weekday())
    starts, returns, earlier = (monday + timedelta(days=n) for n in (0, 11, 2))
    days = {"starts_on": starts.isoformat(), "returns_on": returns.isoformat()}
    client.post(f"{HERE}new/", typed(closes_days="on", **days))
    here = f"{HERE}{Absence.objects.get().public_id}/"
    says = f"open again on {phrases.long_date(returns, 'en')} only"
    assert says not in client.post(here, typed(**days), follow=True).content.decode()
    changed = typed(**days | {"returns_on": earlier.isoformat()})
    assert says in client.post(here, changed, follow=True).content.decode()


def test_a_change_that_helps_nobody_is_refused_and_stays_typed(client, cast):
    client.post(f"{HERE}new/", typed())
    absence = Absence.objects.get()
    here = f"{HERE}{absence.public_id}/"
    answer = client.post(here, typed(**{"en-says": "I will surely answer."}))
    assert answer.status_code == 422
    assert "I will surely answer." in answer.content.decode()
    assert f'action="{here}"' in answer.content.decode()
    client.post(f"{HERE}new/", typed(place=f"inbox:{cast.help.public_id}"))
    answer = client.post(here, typed(place=f"inbox:{cast.help.public_id}"))
    assert answer.status_code == 422
    assert "planned for these days already" in answer.content.decode()
    client.post(f"{here}end/")
    assert client.get(here).status_code == 404


def test_it_is_ended(client, cast):
    client.post(f"{HERE}new/", typed(place=f"team:{cast.orders.public_id}"))
    absence = Absence.objects.get(team=cast.orders)
    client.post(f"{HERE}{absence.public_id}/end/")
    absence.refresh_from_db()
    assert not absence.is_on
    assert "Past absences" in client.get(HERE).content.decode()
