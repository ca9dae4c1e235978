"""Taking out of a text what another server need not know, and putting it back into its answer.

Addresses, phones, order, card and account numbers, links and surnames become [PHONE_1]: the
server keeps the sign, we keep what stands behind it. First names, amounts and dates stay,
without them no sentence can be put better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from promisedesk.lib import placeholders
from promisedesk.lib.coach.secret_data import secrets_in

BLANK = "[…]"  # what stands for things of other customers, which never come back
SIGN = re.compile(r"\[(?:LINK|EMAIL|SECRET|ACCOUNT|PHONE|NUMBER|ADDRESS|NAME)_\d{1,4}\]")

_KEPT = re.compile(  # dates, times and amounts: no numbers of anybody
    r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
    r"|(?:[€$£₽]|\b(?:EUR|USD|GBP|PLN|RUB))[ \u00a0]?\d[\d \u00a0.,]{0,15}"
    r"|(?<![\w-])\d[\d \u00a0.,]{0,15}[ \u00a0]?"
    r"(?:[€$£₽%]|(?:EUR|USD|GBP|PLN|RUB|zł|руб|р\.|грн|тг)(?!\w))"
)
_KINDS: list[tuple[str, re.Pattern]] = [
    ("LINK", re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'»”]{1,2000}", re.I)),
    ("EMAIL", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    ("ACCOUNT", re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b")),
    ("PHONE", re.compile(r"(?<![\w#№/-])(?:\+|00)?\(?\d(?:[ ()\-–.\u00a0]{0,2}\d){6,14}(?![\w/])")),
    (
        "ADDRESS",
        re.compile(
            r"\b(?:ul|al|os|pl)\.[ ]?[^\W\d_][\w. -]{1,40}?[ ]\d{1,4}[a-z]?(?:[/ ]{1,3}(?:m\.?[ ])?"
            r"\d{1,4})?\b"
            r"|\b(?:ул|пр-т|просп|пер|наб|ш)\.[ ]?[^\W\d_][\w. -]{1,40}?,?[ ](?:д\.[ ]?)?\d{1,4}"
            r"[а-я]?(?:,?[ ](?:корп|к|стр)\.[ ]?\d{1,3})?(?:,?[ ](?:кв|оф)\.[ ]?\d{1,4})?\b"
            r"|\b\d{1,4}[a-z]?[ ](?:[A-Z][a-z'’]{1,20}[ ]){1,3}(?:Street|Road|Avenue|Lane|Drive|"
            r"Close|Court|Square|Way|St|Rd|Ave|Ln|Dr)\b"
            r"|(?<![\d-])\d{2}-\d{3}(?![\d-])"  # a Polish postcode
            r"|\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b"  # a British one
        ),
    ),
    (
        "NUMBER",
        re.compile(
            r"(?:[#№]|\bNo\.)[ ]?(?=[\w/-]{0,20}\d)[\w/-]{2,30}"
            r"|\b(?=[\w/-]{0,12}\d{3})[A-ZА-Я]{1,6}[-/]?\d[\w/-]{2,30}"
            r"|(?<=order )\d{3,12}\b|(?<=заказ )\d{3,12}\b|(?<=заказа )\d{3,12}\b"
            r"|(?<=zamówienie )\d{3,12}\b|(?<=zamówienia )\d{3,12}\b"
            r"|(?<![\w.,-])\d{5,30}(?![\w]|[.,]\d)",
        ),
    ),
]


class Masks:
    """The signs of one question. `names` are words to hide: the surname, the company."""

    def __init__(self, names: Iterable[str] = ()):
        self.places: dict[str, str] = {}  # "[PHONE_1]": what stood there
        self._signs: dict[str, str] = {}
        self._names = _of_names(names)

    def hide(self, text: str) -> str:
        """The text with signs for what is nobody's business."""
        return _replaced(text, self._names, self._sign)

    def _sign(self, kind: str, words: str) -> str:
        if words not in self._signs:
            number = 1 + sum(one.startswith(f"[{kind}_") for one in self.places)
            self._signs[words] = f"[{kind}_{number}]"
            self.places[self._signs[words]] = words
        return self._signs[words]

    def restore(self, text: str) -> str:
        """An answer with everything back where its sign stands; unknown signs stay."""
        return SIGN.sub(lambda found: self.places.get(found[0], found[0]), text)


def blanked(text: str, names: Iterable[str] = ()) -> str:
    """The text with nothing in it that leads to a person, for good."""
    return _replaced(text, _of_names(names), lambda _kind, _words: BLANK)


def _replaced(text: str, names: re.Pattern | None, sign) -> str:
    parts, at = [], 0
    for start, end, kind in _places(text, names):
        parts += [text[at:start], sign(kind, text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def _places(text: str, names: re.Pattern | None) -> Iterator[tuple[int, int, str]]:
    """What is to be hidden, none inside another."""
    found = [(start, end, "") for _written, start, end in placeholders.variables_in(text)]
    found += [(*one.place, "SECRET") for one in secrets_in(text)]
    taken = list(found)
    for kind, pattern in [*_KINDS, *([("NAME", names)] if names else [])]:
        if kind == "PHONE":
            taken += [(*one.span(), "") for one in _KEPT.finditer(text)]
        for one in pattern.finditer(text):
            start, end = one.start(), one.start() + len(one[0].rstrip(" .,;:!?-–"))
            if kind == "PHONE" and not _is_phone(one[0]):
                continue
            if not any(start < other[1] and other[0] < end for other in taken):
                taken.append((start, end, kind))
    return iter(sorted(one for one in taken if one[2] and one[0] < one[1]))


def _is_phone(words: str) -> bool:
    digits = sum(char.isdigit() for char in words)
    return digits >= 9 or words.startswith(("+", "00", "(")) or "-" in words


def _of_names(names: Iterable[str]) -> re.Pattern | None:
    """Their words, also with another ending: Иванов is «Иванову» too."""
    words = {word for name in names for word in re.findall(r"[^\W\d_]{3,40}", name)}
    heads = sorted({word[:-1] if len(word) > 5 else word for word in words}, key=len, reverse=True)
    if not heads:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, heads))})[^\W\d_]{{0,4}}(?!\w)")
