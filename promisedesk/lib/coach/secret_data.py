"""Card numbers, passwords, keys and personal numbers in a text, found by their checksums (R10).

What has no checksum counts only beside the word for it. Account numbers (IBAN) are no secrets:
shops give theirs in letters, and customers theirs for refunds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .findings import Span

KEPT = 4  # last digits that stay to be recognised by
HIDDEN = "•"  # a star would make Markdown bold
NEAR = 40  # characters between a word and its number

_CARD = re.compile(r"(?<![\d+.,/#=_-])(?<!\d[ ])\d(?:[ -]?\d){13,18}(?![\d]|[ -]\d|[.,]\d)")
_CARD_WORD = re.compile(
    r"\b(?:cards?|visa|master ?card|maestro|amex|american express|debit|credit|карт\w{0,3}|виза"
    r"|мир|kart[ayęeąo]\w{0,2})\b",
    re.I,
)
_NO_CARD = re.compile(
    r"track|parcel|shipment|consignment|waybill|imei|serial|\bs/n\b|barcode|\bean\b|\bgtin\b"
    r"|invoice|order"
    r"|iban|account|посылк|отправлени|трек|накладн|серийн|штрих|заказ|сч[её]т|р/с|инн|огрн"
    r"|przesy[lł]k"
    r"|paczk|list\w* przewozow|seryjn|kod kresk|faktur|zam[oó]wieni|konto|kont[aouy]\b|rachun|nrb",
    re.I,
)
_SENTENCE_END = re.compile(  # not "order no. 4111 …"
    r"(?<!\bno)(?<!\bnr)(?<!\bnum)(?<!\bref)(?<!\bн)(?<!\bном)[.!?…][\"'”»)]{0,3}\s", re.I
)
_PREFIX = re.compile(
    r"(?:4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|220[0-4]\d{12,15}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]"
    r"|[3-8]\d)\d{12}"
    r"|62\d{14,17}|(?:50|5[6-8]|6[37])\d{14,17}|4\d{18})\Z"
)
_GROUPED = re.compile(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}")
_CVV = re.compile(
    r"\b(?:cvv2?|cvc2?|cvv/cvc|цвв|код безопасности|security code"
    r"|kod bezpiecze[nń]stwa)\b[^\d\n]{0,15}(?P<value>\d{3,4})\b",
    re.I,
)
_WORD_FOR_ONE = (
    r"(?:pass(?:word|phrase|code|wd)|pwd|парол(?:[ьяею]|ем)|has[lł](?:[oa]|em)|kod pin"
    r"|pin(?:[- ]code|-код)?)"
)
_PASSWORD = re.compile(
    rf"\b(?:{_WORD_FOR_ONE}\b(?: (?:now|это|for you,?|от входа|для входа|do konta)){{0,2}}"
    r"(?:[ \t](?:(?:it )?is|to(?: jest)?)\b[ \t]{0,2}[:=]?|[ \t]{0,3}[:=–—-])"
    r"|(?:pass|login/пароль):)"
    r"[ \t]{0,3}[\"“«„'`*]{0,3}(?P<value>[^\s\"”»'`*<>,;]{4,60})",
    re.I,
)
_PASSWORD_BESIDE = re.compile(  # without a colon only what no word looks like
    rf"\b{_WORD_FOR_ONE}[ ]{{1,2}}[\"“«„'`]?(?P<value>(?=[a-z]{{0,30}}\d)[a-z\d]{{6,40}})\b",
    re.I,
)
_TOKENS = re.compile(
    r"(?P<key>-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----[\s\S]{0,6000}?(?:-----END (?:"
    r"[A-Z]{2,10} ){0,2}PRIVATE KEY-----|\Z))"
    r"|(?<![\w-])(?P<token>(?:sk|rk|pk)_(?:live|test)_\w{10,120}|AKIA[0-9A-Z]{16}"
    r"|gh[pousr]_\w{30,100}|github_pat_\w{30,100}"
    r"|glpat-[\w-]{18,60}|xox[abprs]-[\w-]{10,100}|AIza[\w-]{35}|sk-(?:proj-|ant-)?[\w-]{20,200}"
    r"|SG\.[\w-]{15,30}\.[\w-]{30,60}"
    r"|eyJ[\w-]{10,2000}\.eyJ[\w-]{5,4000}\.[\w-]{10,1000}|shp(?:at|ss|ca|pa)_[0-9a-f]{32}"
    r"|\d{8,10}:AA[\w-]{33})"
    r"|\b(?:api[ _-]?key|api[ _-]?token|access[ _-]?token|secret[ _-]?key|client[ _-]?secret"
    r"|bearer|ключ api|api-ключ|токен|klucz api)\b"
    r"[ \t]{0,3}[:=]?[ \t]{0,3}[\"“«'`]?(?P<named>(?=[\w.-]{0,60}\d)[\w.-]{16,200})",
    re.I,
)
_PESEL = re.compile(r"(?<!\d)\d{11}(?!\d)")
_SNILS = re.compile(r"(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)")
_PASSPORT = re.compile(
    r"\bпаспорт\w{0,4}\b[^\d\n]{0,40}(?P<value>\d{2} ?\d{2}[^\d\n]{1,8}\d{6})(?!\d)", re.I
)
_POLISH_ID = re.compile(
    r"\b(?:dow[oó]d\w{0,3}|dowodu|paszport\w{0,2})\b[^\n]{0,40}?\b(?P<value>[A-Z]{2,3} ?\d{6,7})\b"
)
_SSN = re.compile(r"\b(?:ssn|social security)\b[^\d\n]{0,25}(?P<value>\d{3}-\d{2}-\d{4})\b", re.I)
_NINO = re.compile(
    r"\b(?:national insurance|nino|ni number)\b[^\n]{0,25}?\b(?P<value>[A-Z]{2} ?\d{2} ?\d{2}"
    r" ?\d{2} ?[A-D])\b",
    re.I,
)
_UK_PASSPORT = re.compile(
    r"\bpassport\b(?: (?:number|no\.?))?[^\d\n]{0,15}(?P<value>\d{9}|[A-Z]\d{8})\b", re.I
)
_PLACEHOLDER = re.compile(r"[•*xXхХ.…_-]{4,}\Z")


@dataclass(frozen=True, slots=True)
class Secret:
    """`kind`: "card", "code", "password", "key" or "person"; `hidden` is what to write instead."""

    kind: str
    place: Span
    hidden: str


@lru_cache(maxsize=32)
def secrets_in(text: str) -> tuple[Secret, ...]:
    """What must not leave, in the order of the text; none inside another."""
    found = sorted(_all(text), key=lambda one: one.place)
    kept: list[Secret] = []
    for one in found:
        if not kept or one.place[0] >= kept[-1].place[1]:
            kept.append(one)
    return tuple(kept)


def _all(text: str) -> Iterator[Secret]:
    yield from _tokens(text)
    yield from _passwords(text)
    if any(char.isdigit() for char in text):
        yield from _cards(text)
        yield from _numbers_of_people(text)


def hidden(written: str, kept: int = KEPT) -> str:
    """Letters and digits as dots but the last ones: "•••• •••• •••• 4242"."""
    rest = sum(char.isalnum() for char in written) - kept
    made = []
    for char in written:
        if char.isalnum() and rest > 0:
            char, rest = HIDDEN, rest - 1
        made.append(char)
    return "".join(made)


def masked(text: str, place: Span) -> tuple[str, str]:
    """(the words at this place without the secrets of the text, these secrets as written)."""
    start, end = place
    words, kept = "", ""
    for one in secrets_in(text):
        begins, ends = max(one.place[0], start), min(one.place[1], end)
        if begins < ends:
            words += text[start:begins] + one.hidden
            kept, start = kept + text[begins:ends], ends
    return words + text[start:end], kept


def _cards(text: str) -> Iterator[Secret]:
    for one in _CARD.finditer(text):
        digits = re.sub(r"\D", "", one[0])
        if _PREFIX.match(digits) and luhn(digits) and _is_card(text, one):
            yield Secret("card", one.span(), hidden(one[0]))
    for one in _CVV.finditer(text):
        yield Secret("code", one.span("value"), HIDDEN * len(one["value"]))


def _is_card(text: str, one: re.Match[str]) -> bool:
    before = text[max(one.start() - NEAR, 0) : one.start()]
    if _CARD_WORD.search(before):
        return True
    if _NO_CARD.search(_same_sentence(before)) or "://" in before.rpartition(" ")[2]:
        return False
    digits = sum(map(str.isdigit, one[0]))
    return bool(_GROUPED.fullmatch(one[0])) or (digits == 16 and one[0].isdigit())


def _same_sentence(before: str) -> str:
    """«Ваш заказ готов. 4111 …»: the order of the sentence before names no number of this one."""
    ends = [one.end() for one in _SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    doubled = [int(char) * (1 + at % 2) for at, char in enumerate(reversed(digits))]
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def _passwords(text: str) -> Iterator[Secret]:
    found = [*_PASSWORD.finditer(text), *_PASSWORD_BESIDE.finditer(text)]
    for one in found:
        value = one["value"].rstrip(".!?)]")
        if _is_password(value):
            start = one.start("value")
            yield Secret("password", (start, start + len(value)), HIDDEN * 8)


def _is_password(value: str) -> bool:
    """Words of a sentence are none: "password: see below"."""
    if len(value) < 4 or _PLACEHOLDER.match(value) or "://" in value or value[0] in "{[(":
        return False
    has_digit = any(char.isdigit() for char in value)
    has_letter = any(char.isalpha() for char in value)
    has_sign = any(not char.isalnum() and char not in "-–.’'/" for char in value)
    is_date = re.fullmatch(r"\d{1,4}[./-]\d{1,2}([./-]\d{1,4})?", value)
    if re.fullmatch(r"\d{1,2}[-–]\d{1,2}|\d{1,2}:\d\d", value) or is_date:
        return False
    return (has_digit and (has_letter or has_sign or value.isdigit())) or (has_sign and has_letter)


def _tokens(text: str) -> Iterator[Secret]:
    for one in _TOKENS.finditer(text):
        if one["key"]:
            yield Secret("key", one.span(), HIDDEN * 8)
            continue
        name = "token" if one["token"] else "named"
        yield Secret("key", one.span(name), HIDDEN * 8 + one[name][-KEPT:])


def _numbers_of_people(text: str) -> Iterator[Secret]:
    lower = text.lower()
    if "pesel" in lower:
        for one in _PESEL.finditer(text):
            if is_pesel(one[0]):
                yield Secret("person", one.span(), hidden(one[0]))
    for one in _SNILS.finditer(text):
        if is_snils(one[0]):
            yield Secret("person", one.span(), hidden(one[0]))
    for pattern in (_PASSPORT, _POLISH_ID, _SSN, _NINO, _UK_PASSPORT):
        for one in pattern.finditer(text):
            if pattern is not _POLISH_ID or is_polish_id(one["value"]):
                yield Secret("person", one.span("value"), hidden(one["value"]))


def is_pesel(digits: str) -> bool:
    """The Polish personal number: a date of birth and a sum (weights 1, 3, 7, 9)."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    total = sum(int(char) * weight for char, weight in zip(digits, weights, strict=False))
    if (10 - total % 10) % 10 != int(digits[10]):
        return False
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    century = {0: 1900, 20: 2000, 40: 2100, 60: 2200, 80: 1800}[month // 20 * 20]
    try:
        date(century + year, month % 20, day)
    except ValueError:
        return False
    return True


def is_snils(written: str) -> bool:
    """The Russian insurance number (order 211 of the pension fund: weights 9 to 1, mod 101)."""
    digits = re.sub(r"\D", "", written)
    total = sum(int(char) * (9 - at) for at, char in enumerate(digits[:9])) % 101
    return total % 100 == int(digits[9:])


def is_polish_id(written: str) -> bool:
    """An identity card (ABC123456, weights 7 3 1 9 …) or a passport (AB1234567)."""
    number = written.replace(" ", "")
    values = [int(char, 36) for char in number]
    if len(number) != 9:
        return False
    at = 3 if number[2].isalpha() else 2
    weights = (7, 3, 1, 9, 7, 3, 1, 7, 3) if at == 3 else (7, 3, 9, 1, 7, 3, 1, 7, 3)
    total = sum(v * w for i, (v, w) in enumerate(zip(values, weights, strict=True)) if i != at)
    return total % 10 == values[at]
