"""Errors of lib said in the reader's language."""

from django.utils import translation

from promisedesk.core.saying import said
from promisedesk.lib.calendars import CalendarError, WorkCalendar

BACKWARDS = {"time_zone": "UTC", "hours": {"mon": [["18:00", "09:00"]]}}


def test_an_error_of_the_hours_is_said_in_the_readers_language():
    try:
        WorkCalendar.from_json(BACKWARDS)
    except CalendarError as error:
        with translation.override("ru"):
            assert "Понедельник" in said(error)
        with translation.override("en"):
            assert said(error).startswith("Monday: the shop closes at 09:00")
    else:
        raise AssertionError("hours that end before they begin were taken")
