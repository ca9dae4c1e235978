import pytest

from promisedesk.lib.counting import SpanError
from promisedesk.lib.typed_spans import typed_span


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("6 working hours", "6 working hours"),
        ("  within 2 Days ", "2 days"),
        ("3 business days", "3 working days"),
        ("45 min", "45 minutes"),
        ("same day", "same day"),
        ("в течение 6 рабочих часов", "6 working hours"),
        ("1 рабочий день", "1 working day"),
        ("2 дня", "2 days"),
        ("w ciągu 1 godziny", "1 hour"),
        ("2 dni robocze", "2 working days"),
        ("1 dzień", "1 day"),
    ],
)
def test_a_span_is_read_in_the_languages_of_the_desk(typed, meant):
    assert str(typed_span(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "6", "hours", "six hours", "0 hours", "6 hours 5 days", "-1 day", "9 дн " * 3],
)
def test_what_is_no_span_is_refused(typed):
    with pytest.raises(SpanError):
        typed_span(typed)
