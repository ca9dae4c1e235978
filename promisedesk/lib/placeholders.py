"""Places in a text that somebody meant to fill and nobody did: {name}, [NAME], %NAME%, XXX.

Braces stop a letter from leaving wherever it is written; the rest only where a coach reads it.
"""

import re
from typing import NamedTuple

# What looks like a variable to people, also of other programs: {name}, {{ customer.name }},
# and as people type them: {{first name}}, {Customer.First Name}.
LOOKS_LIKE_ONE = re.compile(
    r"\{\{?[ \t]{0,3}[^\W\d]\w{0,40}(?:[. \t]{1,3}[\w-]{1,60}){0,4}[ \t]{0,3}"
    r"(?:\|[^{}\n]{0,200})?\}\}?"
)
_MEANT = (  # what people call a gap
    r"(?:(?:customer|client|user|first|last|full|your|agent|company|shop|store|order|tracking"
    r"|product|item|insert|enter|phone|e-?mail|due|name|number|date|amount|price|address|city"
    r"|link|url|code|title|имя|фамилия|клиента?|номер|заказа|дата|вставить|вставьте|сумма"
    r"|товара?|ссылка|адрес|подставить|imi[eę]|nazwisko|klienta?|numer|nr|zam[oó]wienia|data"
    r"|wstaw|kwota|produktu?|adres|here)[ _.-]{0,2}){1,4}"
)
_BEFORE = (  # a word that wants something behind it
    r"(?:order|number|no\.?|is|code|jest|kod|код|dear|hello|hi|for|on|by|at|№|заказ\w{0,2}"
    r"|номер\w{0,2}|до|на|за"
    r"|zam[oó]wieni\w{1,2}|nr|numer\w{0,2}|do|na|witam|panie|pani)"
)
_GAPS = re.compile(
    rf"(?<![\w\]!])\[{_MEANT}\](?![(\[:])"  # [customer name], not a link
    rf"|(?<![\w<])<(?:{_MEANT})>"
    rf"|(?<![\w%])%{_MEANT}%(?![\w%])"
    r"|\$\{[ \t]{0,3}[\w.]{1,60}[ \t]{0,3}\}"
    r"|\{%[^{}%\n]{1,200}%\}"
    r"|(?<!\w)\[(?:TODO|TBD|FIXME|[xх]{2,6}|\?{1,3}|_{1,20})\](?!\()"
    r"|\b(?:todo|fixme):"
    r"|\[(?:insert|enter|fill in|вставить|вставьте|укажите|указать|впишите|wstaw|wpisz|podaj"
    r"|uzupe[lł]nij)"
    r"\b[^\[\]\n]{0,40}\](?!\()"
    rf"|(?:(?<!\w){_BEFORE}:?[ #№]{{1,3}}|\w:[ ]{{1,3}}(?!_))"
    r"(?P<crosses>(?-i:[XХ]{3,8})(?![\w-]| [XХ\d*•])|_{3,40}(?!\w)(?=[^_\n]{0,3}\w))"
    r"|\blorem ipsum\b",
    re.I,
)
_IN_CODE = re.compile(r"`[^`\n]{1,300}`")


class Place(NamedTuple):
    """Something unfilled as it is written, and where."""

    written: str
    start: int
    end: int


def variables_in(text: str) -> list[Place]:
    """What looks like a variable in braces, in the order of the text."""
    return [Place(one[0], *one.span()) for one in LOOKS_LIKE_ONE.finditer(text)]


def gaps_in(text: str) -> list[Place]:
    """The same, and gaps of any other look that are surely meant to be filled."""
    found = variables_in(text)
    if not any(sign in text for sign in "[<%$_xXхХ:") and "lorem" not in text.lower():
        return found
    rest = _IN_CODE.sub(_blank, text)  # shows how something is written
    for known in found:
        rest = rest[: known.start] + " " * len(known.written) + rest[known.end :]
    for one in _GAPS.finditer(rest):
        group = "crosses" if one["crosses"] else 0
        found.append(Place(one[group], *one.span(group)))
    return sorted(found, key=lambda place: place.start)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
