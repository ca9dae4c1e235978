"""Errors of lib said in the reader's language."""

import pytest
from django.utils import translation

from promisedesk.core.saying import said
from promisedesk.lib.calendars import CalendarError, WorkCalendar

BACKWARDS = {"time_zone": "UTC", "hours": {"mon": [["18:00", "09:00"]]}}


def test_an_error_of_the_hours_is_said_in_the_readers_language():
    with pytest.raises(CalendarError) as refused:
        WorkCalendar.from_json(BACKWARDS)
    with translation.override("ru"):
        assert "Понедельник" in said(refused.value)
    with translation.override("en"):
        assert said(refused.value).startswith("Monday: the shop closes at 09:00")
