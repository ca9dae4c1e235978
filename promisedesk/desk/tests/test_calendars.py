"""Opening hours: their versions, every day of them, copies, and days of their own."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from promisedesk.desk.settings import year
from promisedesk.lib.calendars import WorkCalendar
from promisedesk.promises import own_days, policies
from promisedesk.promises.models import Calendar, Promise


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.ada)


@pytest.fixture
def calendar(cast) -> Calendar:
    return policies.default_calendar()


@pytest.fixture
def here(calendar):
    return f"/settings/hours/{calendar.public_id}/"


def test_versions_say_who_changed_what_and_stay_to_be_read(client, cast, calendar, here):
    cast.hears()
    data = calendar.version.data
    hours = {**data["hours"], "mon": [["10:00", "16:00"]]}
    policies.change_calendar(calendar, {**data, "hours": hours}, by=cast.ada)
    first = localdate() + timedelta(days=30)
    data = own_days.closed(calendar.version.data, first, first + timedelta(days=3))
    policies.change_calendar(calendar, data, by=cast.ada)
    page = client.get(f"{here}versions/").content.decode()
    assert page.index("Version 3") < page.index("Version 2") < page.index("Version 1")
    assert "Monday, 10:00 to 16:00" in page
    assert "Closed: " in page
    assert "Ada Field" in page
    old = client.get(f"{here}versions/1/").content.decode()
    assert "not in force any more" in old
    assert "Monday to Friday, 9:00 to 18:00" in old
    assert "1 promise is counted in it." in old
    assert client.get(f"{here}versions/9/").status_code == 404
    assert Promise.objects.get().calendar_version.number == 1


def test_every_day_is_told_in_words(client, here):
    page = client.get(f"{here}year/").content.decode()
    assert "open 09:00 to 18:00" in page
    assert "Christmas Day, closed" in page


def test_a_moved_working_day_is_called_so(client, cast, calendar, here):
    moved = {"country": "RU", "region": None, "time_zone": "Europe/Moscow"}
    work = WorkCalendar.from_json(calendar.version.data | moved)
    days = [work.day_summary(date(2024, 1, 1) + timedelta(days=n)) for n in range(366)]
    said = [year.describe(day) for day in days if day.why == "moved"]
    assert "moved working day, open 09:00 to 18:00" in said


def test_a_copy_begins_with_the_same_hours_and_days(client, calendar, here):
    data = own_days.opened(
        calendar.version.data, localdate() + timedelta(days=9), [("8:00", "9:00")]
    )
    policies.change_calendar(calendar, data)
    copy = f"/settings/hours/new/?copy={calendar.public_id}"
    typed = {"name": "Chat", "time_zone": "Europe/London", "country": "GB", "region_of": "GB"}
    typed |= {"mon-open": "on", "mon-from": "10:00", "mon-to": "18:00", "region": "ENG"}
    client.post(copy, typed)
    made = Calendar.objects.get(name="Chat").version.data
    assert made["open"] == data["open"]
    assert made["hours"]["mon"] == [["10:00", "18:00"]]


def test_a_day_of_its_own_may_have_a_break_and_eves_end_earlier(client, calendar, here):
    day = (localdate() + timedelta(days=9)).isoformat()
    own = {"open": "1", "day": day, "from": ["10:00", "13:00"], "to": ["12:00", "15:00"]}
    client.post(f"{here}days/", own)
    client.post(f"{here}days/", {"eves": "1", "closes": "14:00"})
    calendar.refresh_from_db()
    data = calendar.version.data
    assert data["open"][day] == [["10:00", "12:00"], ["13:00", "15:00"]]
    assert any(pieces == [["09:00", "14:00"]] for pieces in data["open"].values())


def test_a_second_break_can_be_added_by_hand(client, calendar, here):
    data = calendar.version.data
    hours = {**data["hours"], "mon": [["09:00", "12:00"], ["13:00", "18:00"]]}
    policies.change_calendar(calendar, {**data, "hours": hours})
    page = client.get(here).content.decode()
    assert page.count('name="mon-break-from"') == 2


def test_the_list_names_policies_that_have_no_inbox(client, cast, calendar):
    other = policies.add_calendar("Chat", calendar.version.data)
    other.policies.create(name="VIP customers")
    assert "VIP customers" in client.get("/settings/hours/").content.decode()
