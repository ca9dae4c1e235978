"""Opening hours in the settings: the week, breaks, holidays, single days, the preview."""

from datetime import date

import pytest

from promisedesk.core.models import Workspace
from promisedesk.promises import policies
from promisedesk.promises.models import Calendar, CalendarVersion, PromisePolicy

pytestmark = pytest.mark.django_db


def _week(**changed):
    data = {"name": "Opening hours", "time_zone": "Europe/London", "country": "GB"}
    for key in ("mon", "tue", "wed", "thu", "fri"):
        data |= {f"{key}-open": "on", f"{key}-from": "9:00", f"{key}-to": "18:00"}
    return {**data, **changed}


@pytest.fixture
def hours(cast):
    calendar = policies.default_calendar()
    return calendar, f"/settings/hours/{calendar.public_id}/"


def test_a_region_of_the_country_can_be_chosen(as_, hours):
    calendar, path = hours
    page = as_("ada").get(f"{path}?country=GB").content.decode()
    assert '<option value="ENG" selected>England</option>' in page
    assert '<option value="SCT">Scotland</option>' in page
    as_("ada").post(path, _week(region_of="GB", region="SCT"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] == "SCT"
    page = as_("ada").get(path).content.decode()
    assert '<option value="SCT" selected>Scotland</option>' in page
    as_("ada").post(path, _week(region_of="GB", region=""))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] is None


def test_a_region_of_another_country_is_not_kept(as_, hours):
    calendar, path = hours
    as_("ada").post(path, _week(region_of="PL", region="02"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] == "ENG"
    as_("ada").post(path, _week(country="PL", region_of="GB", region="ENG"))
    assert Calendar.objects.get(pk=calendar.pk).version.data["region"] is None


def test_a_british_shop_is_closed_on_easter_monday(db):
    PromisePolicy.objects.all().delete()
    Calendar.objects.all().delete()
    Workspace.get()
    Workspace.objects.filter(pk=1).update(country="GB", time_zone="Europe/London")
    calendar = policies.work_calendar(policies.default_calendar().version)
    assert calendar.day_summary(date(2026, 4, 6)).holiday == "Easter Monday"
    assert not calendar.day_summary(date(2026, 8, 31)).is_open


def test_a_break_makes_two_pieces_and_a_new_version(as_, hours):
    calendar, path = hours
    before = calendar.version
    data = _week(**{"mon-break-from": ["13:00"], "mon-break-to": ["14:00"]})
    assert as_("ada").post(path, data).status_code == 302
    after = Calendar.objects.get(pk=calendar.pk).version
    assert after.number == before.number + 1
    assert after.data["hours"]["mon"] == [["09:00", "13:00"], ["14:00", "18:00"]]
    assert CalendarVersion.objects.get(pk=before.pk).data["hours"]["mon"] == [["09:00", "18:00"]]
    page = as_("ada").get(path).content.decode()
    assert 'name="mon-break-from" value="13:00"' in page


def test_saving_an_unchanged_page_changes_nothing_even_with_three_pieces_a_day(as_, hours):
    calendar, path = hours
    data = calendar.version.data
    data["hours"]["mon"] = [["08:00", "10:00"], ["11:00", "12:30"], ["14:00", "24:00"]]
    policies.change_calendar(calendar, data)
    breaks = {"mon-from": "08:00", "mon-to": "24:00"}
    breaks |= {"mon-break-from": ["10:00", "12:30"], "mon-break-to": ["11:00", "14:00"]}
    assert as_("ada").post(path, _week(**breaks)).status_code == 302
    assert Calendar.objects.get(pk=calendar.pk).version.number == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"mon-from": "25:00"},
        {"mon-to": "08:00"},
        {"mon-break-from": ["13:00"], "mon-break-to": [""]},
        {"time_zone": "Moon/Base"},
        {"name": ""},
    ],
)
def test_hours_that_make_no_sense_are_refused_with_what_was_typed(as_, hours, changed):
    calendar, path = hours
    answer = as_("ada").post(path, _week(**changed))
    assert answer.status_code == 422
    assert Calendar.objects.get(pk=calendar.pk).version.number == 1
    for typed in changed.values():
        if isinstance(typed, str) and typed != "Moon/Base":
            assert f'value="{typed}"' in answer.content.decode() or typed == ""


def test_a_shop_that_is_never_open_is_refused(as_, hours):
    _calendar, path = hours
    data = {"name": "Opening hours", "time_zone": "Europe/London", "country": "GB"}
    assert "never open" in as_("ada").post(path, data).content.decode()


def test_single_days_are_closed_opened_and_forgotten(as_, hours):
    calendar, path = hours
    client = as_("ada")

    def data():
        return Calendar.objects.get(pk=calendar.pk).version.data

    client.post(path + "days/", {"close": "1", "first": "2031-05-05", "last": "2031-05-07"})
    assert data()["closed"] == ["2031-05-05", "2031-05-06", "2031-05-07"]
    client.post(path + "days/", {"toggle": "2031-05-06"})
    assert data()["closed"] == ["2031-05-05", "2031-05-07"]
    client.post(path + "days/", {"toggle": "2031-12-25"})  # a holiday, a Thursday
    assert data()["open"] == {"2031-12-25": [["09:00", "18:00"]]}
    client.post(path + "days/", {"toggle": "2031-12-25"})
    assert data()["open"] == {}
    client.post(path + "days/", {"open": "1", "day": "2031-05-05", "from": "10:00", "to": "14:00"})
    assert data()["open"] == {"2031-05-05": [["10:00", "14:00"]]}
    assert data()["closed"] == ["2031-05-07"]


@pytest.mark.parametrize(
    "posted",
    [
        {"toggle": "yesterday"},
        {"toggle": "2031-05-04"},  # a Sunday: closed anyway
        {"close": "1", "first": "2031-05-07", "last": "2031-05-01"},
        {"close": "1", "first": "2031-05-07", "last": "2039-05-01"},
        {"open": "1", "day": "2031-05-05", "from": "14:00", "to": "10:00"},
        {},
    ],
)
def test_a_day_that_makes_no_sense_is_refused(as_, hours, posted):
    calendar, path = hours
    answer = as_("ada").post(path + "days/", posted, follow=True)
    assert 'data-tone="bad"' in answer.content.decode()
    assert Calendar.objects.get(pk=calendar.pk).version.number == 1


def test_the_preview_counts_like_the_promise(as_, hours):
    _calendar, path = hours
    page = as_("ada").get(path, {"on": "2031-05-06", "at": "17:30", "target": "1 working hour"})
    assert "by tomorrow, 9:30" in page.content.decode()
    for nonsense in ({"on": "x"}, {"at": "99"}, {"target": "soon"}, {"on": "9999-12-31"}):
        assert as_("ada").get(path, nonsense).status_code == 200


def test_holidays_are_named_in_the_readers_language(as_, hours, cast):
    _calendar, path = hours
    assert "Christmas" in as_("ada").get(path).content.decode()
