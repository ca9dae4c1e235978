"""What a good signature is (R9): 6 lines of 70 columns, who writes, of what shop, where it is.

Used where a signature is written and where a letter leaves. Rules above and below stand around
it in the letter: they are not counted as lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from .findings import Finding

COLUMNS = 70
LINES = 6
REQUIRED = ("name", "company", "site", "email")
WANTED = ("position", "site_name")
OFFERED = ("other_email", "phone")

_RULE = re.compile(
    r"[ \t]*(?:([-=_*~–—─━═.·•])[ \t]?(?:\1[ \t]?){1,99}|(?:[-=~*_][=~*_-]){2,50})[ \t]*\Z"
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SITE = re.compile(
    r"(?<![@\w.-])(?:https?://)?(?:[a-zа-яё0-9-]{1,63}\.){1,5}(?:[a-zа-яё]{2,24}"
    r"|xn--[a-z0-9]{2,30})(?![\w@])",
    re.I,
)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d{1,4}\)?(?:[ .()-]{0,3}\d{2,4}){2,5}(?!\w)")
_NAME_WORD = r"[A-ZА-ЯЁĄĆĘŁŃÓŚŹŻÀ-ÖØ-Þ][\w'’-]{1,30}"
_NAME = re.compile(rf"(?<!\w){_NAME_WORD}(?:[ ][A-ZА-Я]\.)?[ ]{_NAME_WORD}(?!\w)")
_POSITION = re.compile(
    r"\b(?:care|support|service|manager|head|director|owner|founder|assistant|agent|team|sales"
    r"|specialist|adviser|advisor|consultant|officer|lead|desk|department|returns|orders|ceo"
    r"|representative|coordinator|office|help"
    r"|менеджер\w{0,3}|отдел\w{0,3}|служб\w|поддержк\w{1,2}|директор\w{0,2}|специалист\w{0,2}"
    r"|консультант\w{0,2}|оператор\w{0,2}|руководител\w{1,2}|владел\w{1,3}|продавец"
    r"|администратор\w{0,2}"
    r"|obs[lł]ug\w{1,2}|dzia[lł]\w{0,2}|kierowni\w{1,3}|mened[zż]er\w{0,3}|specjalist\w{1,2}"
    r"|doradc\w{1,2}"
    r"|konsultant\w{0,3}|dyrektor\w{0,3}|w[lł]a[sś]ciciel\w{0,3}|biuro|sprzeda[zż]\w{0,2}"
    r"|opiekun\w{0,3}|asystent\w{0,3})\b",
    re.I,
)
_CYRILLIC = re.compile(r"[а-яё]", re.I)
_ART_SIGNS = frozenset("|/\\_=~^*#<>`'\"()[]{}+-.:;oO°•█▓▒░╔╗╚╝║═╭╮╰╯│─┌┐└┘")
_VARIABLE = {
    "name": ("{agent.name}",),
    "company": ("{shop.name}",),
    "site": ("{shop.site}", "{shop.url}"),
    "email": ("{inbox.address}", "{shop.mail}"),
    "phone": ("{shop.phone}",),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """`code`: "columns", "lines", "missing", "wanted", "offered", "rules" or "art".

    `line` counts from 1, 0 for the whole; `part` is what is missing; `by` by how much too many.
    """

    code: str
    line: int = 0
    part: str = ""
    by: int = 0


def finding_of(fault: Fault) -> Finding:
    """A fault as the coach says it."""
    values = {"line": fault.line, "part": fault.part, "by": fault.by}
    return Finding(f"signature.{fault.code}", values)


def body_of(text: str) -> list[str]:
    """Its lines without the rules above and below it."""
    lines = text.strip("\n").splitlines()
    while lines and (not lines[0].strip() or is_rule(lines[0])):
        del lines[0]
    while lines and (not lines[-1].strip() or is_rule(lines[-1])):
        del lines[-1]
    return lines


def is_rule(line: str) -> bool:
    """Whether a line is a rule: "----", "====", "-- ", "~~~~"."""
    return bool(_RULE.match(line))


def columns_of(line: str) -> int:
    """How many columns a mail program with letters of one width shows it in."""
    line = line.expandtabs(8)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in line)
    none = sum(bool(unicodedata.combining(char)) or char in "\u200b\u200d\ufe0f" for char in line)
    return len(line) + wide - none


def signature_faults(
    text: str,
    required: Iterable[str] = REQUIRED,
    *,
    agent: str = "",
    company: str = "",
    needs_rules: bool = False,
    allows_art: bool = False,
) -> list[Fault]:
    """What is wrong, the gravest first; "wanted" and "offered" are no faults but proposals.

    `agent`, `company`: what they are called, '' for any that looks like it. `needs_rules`:
    where no program draws the rules above and below.
    """
    lines = body_of(text)
    faults = [
        Fault("columns", at, by=columns_of(line) - COLUMNS)
        for at, line in enumerate(map(str.rstrip, lines), _first_line(text))
        if columns_of(line) > COLUMNS
    ]
    if len(lines) > LINES:
        faults.append(Fault("lines", by=len(lines) - LINES))
    has = parts_of(text, agent=agent, company=company)
    required = tuple(required)
    faults += [Fault("missing", part=part) for part in required if part not in has]
    if needs_rules and not has_rules(text):
        faults.append(Fault("rules"))
    if not allows_art and (at := art_at(lines)):
        faults.append(Fault("art", at + _first_line(text) - 1))
    for code, parts in (("wanted", WANTED), ("offered", OFFERED)):
        faults += [Fault(code, part=part) for part in parts if part not in {*has, *required}]
    return faults


def _first_line(text: str) -> int:
    """Which line of the text is the first of the signature itself, from 1."""
    for at, line in enumerate(text.splitlines(), 1):
        if line.strip() and not is_rule(line):
            return at
    return 1


def has_rules(text: str) -> bool:
    """Whether a rule stands above and below."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 and is_rule(lines[0]) and is_rule(lines[-1])


def parts_of(text: str, *, agent: str = "", company: str = "") -> set[str]:
    """Which of REQUIRED, WANTED and OFFERED are there. Variables count as what they stand for."""
    body = "\n".join(body_of(text))
    has = {part for part, names in _VARIABLE.items() if any(name in body for name in names)}
    plain = _EMAIL.sub(" ", body)
    emails = {one.lower() for one in _EMAIL.findall(body)}
    if emails:
        has.add("email")
    if len(emails) + ("{inbox.address}" in body) > 1:
        has.add("other_email")
    if _SITE.search(plain):
        has.add("site")
    if any(6 < sum(map(str.isdigit, one[0])) < 16 for one in _PHONE.finditer(plain)):
        has.add("phone")
    if _has_words(body, agent) if _is_in_letters_of(plain, agent) else _NAME.search(plain):
        has.add("name")
    if _has_words(body, company) if _is_in_letters_of(plain, company) else _names_a_company(plain):
        has.add("company")
    if _POSITION.search(plain):
        has.add("position")
    if has >= {"site", "company"}:
        has.add("site_name")
    return has


def _has_words(text: str, name: str) -> bool:
    """Whether all words of a name are in a text, in any order."""
    folded = re.sub(r"[^\w]+", " ", text.lower()).split()
    return set(re.sub(r"[^\w]+", " ", name.lower()).split()) <= set(folded)


def _is_in_letters_of(text: str, name: str) -> bool:
    """Whether a name can be looked for: Anna Kowalska is Анна Ковальская in a Russian letter."""
    is_russian = bool(_CYRILLIC.search(name))
    return bool(name) and is_russian == bool(_CYRILLIC.search(_SITE.sub(" ", text)))


def _names_a_company(plain: str) -> bool:
    """A line or clause with capitals that is neither the first name-like pair nor a position."""
    if not _NAME.search(plain):  # then the first line is all there is of a name
        plain = plain.partition("\n")[2]
    rest = _SITE.sub(" ", _NAME.sub(" ", plain, count=1))
    pieces = [piece.strip() for piece in re.split(r"[,\n|•·/]", rest)]
    return any(
        re.search(r"[A-ZА-ЯЁĄĆĘŁŃÓŚŹŻ«„“\"][^\W\d_]{2,}", piece)
        and not re.fullmatch(
            r"(?i)(?:best|kind|warm|many)?\s*(?:regards|wishes)|с уважением|pozdrawiam"
            r"|z poważaniem",
            piece,
        )
        for piece in pieces
    )


def art_at(lines: list[str]) -> int:
    """The first line (from 1) of a picture made of signs; 0 for none."""
    for at, line in enumerate(lines, 1):
        bare = "".join(line.split())
        signs = sum(char in _ART_SIGNS for char in bare)
        letters = sum(char.isalpha() for char in bare)
        if signs >= 5 and signs > letters and not is_rule(line) and not re.search(r"\w{3}", line):
            return at
    return 0
