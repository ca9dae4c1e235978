"""Spans as people type them: "within 6 working hours", "6 рабочих часов", "2 dni robocze"."""

from promisedesk.lib.counting import Span, SpanError
from promisedesk.lib.wording import gettext_noop

BEFORE = ("within", "in", "в", "течение", "за", "w", "ciągu")
WORKING = ("working", "business", "рабоч", "robocz")  # beginnings of words, as those below
UNITS = {
    "minute": ("min", "мин"),
    "hour": ("hour", "час", "godz"),
    "day": ("day", "дн", "ден", "dni", "dzie"),
}


class UnclearSpanError(SpanError):
    """No length can be read; the text wants an example in the reader's language."""


def typed_span(text: str) -> Span:
    """The span that somebody typed in English, Russian or Polish.

    Raises UnclearSpanError, or SpanError for a length that cannot be promised.
    """
    words = text.casefold().split()
    while words and words[0] in BEFORE:
        words.pop(0)
    number, *rest = words or [""]
    working = [word for word in rest if word.startswith(WORKING)]
    units = [key for key, stems in UNITS.items() for word in rest if word.startswith(stems)]
    is_plain = len(units) == 1 and len(working) <= 1 and len(rest) == 1 + len(working)
    if is_plain and number.isascii() and number.isdecimal():
        return Span.parse(f"{number} {'working ' if working else ''}{units[0]}s")
    try:
        return Span.parse(text)
    except SpanError as error:
        raise UnclearSpanError(
            gettext_noop("“%(text)s” says no time. Write it like %(example)s."),
            text=text,
            example="6 working hours",
        ) from error
