"""Hours and targets offered by name, so that nobody starts from an empty form."""

from django.utils.translation import gettext_lazy as _

from promisedesk.lib.counting import Span, SpanError
from promisedesk.rules.whens import span_in_words

TARGETS = [
    ("5 minutes", _("within 5 minutes")),
    ("1 hour", _("within an hour, by day and night")),
    ("1 working hour", _("within 1 working hour")),
    ("2 working hours", _("within 2 working hours")),
    ("4 working hours", _("within 4 working hours")),
    ("8 working hours", _("within 8 working hours")),
    ("same day", _("the same day, in its last hour the next")),
    ("1 working day", _("within 1 working day")),
    ("2 working days", _("within 2 working days")),
    ("3 working days", _("within 3 working days")),
    ("24 hours", _("within 24 hours, weekends too")),
]
ROUNDINGS = [
    (0, _("to the minute")),
    (5, _("down to 5 minutes")),
    (15, _("down to a quarter of an hour")),
    (30, _("down to half an hour")),
    (60, _("down to the full hour")),
]
HOURS = {
    "mon-fri-9-18": ("Mon-Fri 09:00-18:00", _("Monday to Friday, 9:00 to 18:00")),
    "mon-fri-8-16": ("Mon-Fri 08:00-16:00", _("Monday to Friday, 8:00 to 16:00")),
    "mon-sat-10-19": ("Mon-Sat 10:00-19:00", _("Monday to Saturday, 10:00 to 19:00")),
    "daily-9-21": ("daily 09:00-21:00", _("Every day, 9:00 to 21:00")),
    "always": ("daily 00:00-24:00", _("Day and night")),
}


def in_words(target: str) -> str:
    """ "6 working hours", in the reader's language; what is no span stays as it is."""
    if usual := dict(TARGETS).get(target):
        return str(usual)
    try:
        return span_in_words(Span.parse(target))
    except SpanError:
        return target


def targets_with(target: str) -> list[tuple[str, object]]:
    """The usual targets, and the one that is set if it is none of them."""
    return (
        TARGETS if not target or target in dict(TARGETS) else [*TARGETS, (target, in_words(target))]
    )


def targets_or_none(target: str, none: object) -> list[tuple[str, object]]:
    """The same, and `none` for no target of its own."""
    return [("", none), *targets_with(target)]
