"""Finding "On ... wrote:" over one to seven lines, whole, in any language we have words for.

An attribution is known by what is in it (a date, a time, an address, a verb), seldom by one
of them: customers write "he wrote:" too. Every pattern looks at a few hundred characters.
"""

import re

from promisedesk.lib.mail import reply_words as words

LONGEST_ATTRIBUTION = 400  # characters, over at most MOST_LINES
MOST_LINES = 7
DIRECTION_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2068\u2069\ufeff"

_WROTE = rf"(?:(?<!\w)(?:{words.WROTE})(?!\w)|{words.WROTE_INSIDE})"
_VERB = re.compile(_WROTE, re.I)
_VERB_AT_END = re.compile(rf"{_WROTE}[^:]{{0,40}}[:：]?[\s*_-]*$", re.I)
_DAYS = f"(?:{words.WEEKDAYS})"
_START = re.compile(
    rf"(?:(?:{words.ON})\s|[在於于]|\d{{1,4}}[\s.,:/年년-]|{_DAYS}\w*[.,]?,?\s|{words.YOU_WROTE})",
    re.I,
)
# "On Mon," or "W dniu" alone on the line above: the rest of an attribution folded early.
_STUB = re.compile(
    rf"(?:(?:{words.ON})(?:\s{_DAYS}\w*)?|{_DAYS}\w*)[.,]*(?:\s\d{{1,2}}\.?)?(?:\s(?:{words.MONTHS})\w*)?[.,]*",
    re.I,
)
_DATE = re.compile(
    rf"\d{{1,4}}[./-]\s?\d{{1,2}}[./-]\s?\d{{1,4}}|\d[年년月]|"
    rf"\d{{1,2}}(?:\.|st|nd|rd|th)?[\s-]*(?:de\s)?(?:{words.MONTHS})|"
    rf"(?<!\w)(?=[^\W\d])(?:(?:{words.MONTHS})\w*\.?[\s-]*\d{{1,4}})",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d{1,2}[./-]\d{2}(?!\d)")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s?h\s?\d{2}|\d\s?(?:am|pm)\b", re.I)
_DIGIT = re.compile(r"\d")
_MAIL = re.compile(r"[^\s<>@]@[^\s<>@]|\[at\]")
_BY_PROGRAM = re.compile(
    r"\([aа]\)|\d:\d\d:\d\d|(?i:пользователь|użytkownik|автор|wiadomość napisana)|"
    r"(?:schrieb|schreef|skrev) (?:[^\W\d_a-zà-öø-ÿ][\w.-]* ?){1,4}:$"
)
_ADDRESS = re.compile(r"[<(\[]\s?[^\s<>()]+@[^\s<>()]+[>)\]]")
_NAME_WROTE = re.compile(rf"[^:.!?,]{{2,50}}\s{_WROTE}\s?[:：]", re.I)
_MARK = re.compile(f"[{DIRECTION_MARKS}]")
# 'Shop <shop@example.com> wrote:', the date perhaps after it.
_NAME_FIRST = re.compile(
    rf'["\'“„]?\w[^<>]{{0,80}}<\s?[^<>\s]+@[^<>\s]+>(?=[^<>]*{_WROTE})[^<>]{{0,100}}(?:[:：]|\.\.\.)$',
    re.I,
)
_NAME_AND_DATE = re.compile(
    rf"[^<>:]{{1,60}}{_WROTE}[^<>:]{{0,30}}\d{{4}}[^<>]{{0,30}}[:：]$", re.I
)


def attribution_start(lines: list[str], last: int, is_before_quote: bool) -> int | None:
    """First line of the attribution ending at line `last`, None if it is none."""
    found = _nearest(lines, last, is_before_quote)
    if found is None:
        return None
    joined = " ".join(line.strip() for line in lines[found : last + 1] if line.strip())
    if not (_DATE.search(joined) and _MAIL.search(joined)):
        found = _completed(lines, found, joined, is_before_quote)
    above = lines[found - 1].strip() if found else ""
    if above and len(above) < 30 and _STUB.fullmatch(above):
        found -= 1
    return found


def _nearest(lines: list[str], last: int, is_before_quote: bool) -> int | None:
    """The nearest line that makes an attribution of all down to `last`."""
    joined, weak, at, blanks = "", None, last, 0
    while at >= 0 and last - at < MOST_LINES and len(joined) < LONGEST_ATTRIBUTION:
        line = lines[at].strip()
        if not line:
            # Some programs put blank lines around "<address> wrote:" only.
            if (joined and not joined.startswith(("<", "mailto:"))) or (not joined and blanks > 1):
                break
            blanks += 1
            at -= 1
            continue
        if at != last and _is_marked(line):
            break
        joined = f"{line} {joined}".strip() if joined else line
        if len(joined) > LONGEST_ATTRIBUTION:
            break
        is_paragraph = at == 0 or not lines[at - 1].strip()
        if is_attribution(joined, is_before_quote):
            return at
        if is_paragraph and _is_by_a_program(joined):
            return at
        if is_before_quote and (is_paragraph or at == last) and _is_in_unknown_words(line, joined):
            return at
        if weak is None and _is_name_first(joined, is_before_quote):
            weak = at
        at -= 1
    return weak


def _completed(lines: list[str], found: int, joined: str, is_before_quote: bool) -> int:
    """The start moved up over lines that bring the date or the address still missing."""
    lacks_mail, lacks_date = not _MAIL.search(joined), not _DATE.search(joined)
    for at in range(found - 1, max(-1, found - 4), -1):
        line = lines[at].strip()
        is_paragraph = at == 0 or not lines[at - 1].strip()
        if not line or _is_marked(line) or line[-1] in "!?:;" or len(joined) > 300:
            break
        if line[-1] == "." and not (is_paragraph and _START.match(line) and _DATE.search(line)):
            break
        joined = f"{line} {joined}"
        brings_date = lacks_date and _DATE.search(joined)
        brings_mail = lacks_mail and "<" in joined and _MAIL.search(joined)
        if not brings_date and not brings_mail:
            continue
        if is_attribution(joined, is_before_quote):
            return at
        if is_paragraph and _is_name_first(joined, is_before_quote):
            return at
    return found


def _is_name_first(text: str, is_before_quote: bool) -> bool:
    if "<" not in text and not is_before_quote:
        return False
    text = text.strip(f"->* \t{DIRECTION_MARKS}")
    if hit := _NAME_FIRST.match(text):
        after = text[text.index(">") :]
        is_near = bool(_VERB_AT_END.search(after)) or len(after) < 40
        return bool(hit) and (is_near or bool(_DATE.search(after)))
    return is_before_quote and bool(_NAME_AND_DATE.match(text))


def is_attribution(text: str, is_before_quote: bool) -> bool:
    """Whether `text` as a whole announces a quote."""
    bare = _bare(text)
    is_ruled = text.startswith("--") and text.endswith("--")
    if is_ruled and _VERB_AT_END.search(bare):
        return True
    if not _START.match(bare):
        return False
    has_mail = bool(_MAIL.search(bare))
    has_digits = bool(_DIGIT.search(bare))
    if not has_mail and not has_digits:
        return False
    has_date = has_digits and bool(_DATE.search(bare))
    has_time = has_digits and bool(_TIME.search(bare))
    if bare[-1] not in ":：":
        has_verb = bool(_VERB_AT_END.search(bare))
        return is_before_quote and (has_date or has_time) and (has_mail or has_verb)
    if has_mail and has_date and has_time:
        return True
    if has_mail and (has_date or has_time):
        return bool(_VERB.search(bare)) or "<" in bare or is_before_quote
    if not _VERB.search(bare):
        return False
    if has_mail and "<" in bare:
        return True
    if has_date and has_time and "," in bare:
        return bool(_VERB_AT_END.search(bare)) or is_before_quote
    return is_before_quote and (has_date or has_time)


def _is_by_a_program(text: str) -> bool:
    """Whether a line with a date and a verb, no address, is worded as no person would."""
    bare = _bare(text)
    return (
        bare[-1:] in (":", "：")
        and bool(_BY_PROGRAM.search(bare))
        and bool(_START.match(bare) and _DATE.search(bare) and _TIME.search(bare))
        and bool(_YEAR.search(bare) and _VERB.search(bare))
    )


def _is_in_unknown_words(first: str, text: str) -> bool:
    """Right above a marked quote an address, a year and a time tell enough in any language.

    The first line must hold one of them: it may be the customer's last words otherwise.
    """
    bare = _bare(text)
    needed = (_ADDRESS, _YEAR, _TIME)
    return (
        bare[-1:] in (":", "：")
        and not _is_marked(first)
        and all(each.search(bare) for each in needed)
        and any(each.search(first) for each in needed)
    )


def _bare(text: str) -> str:
    return (_MARK.sub("", text) if not text.isascii() else text).strip("-—*_ \t")


def names_a_writer(line: str) -> bool:
    """Whether a line is "Shop wrote:" and no more: a sign only right above a marked quote."""
    text = line.strip()
    return 3 < len(text) <= 60 and len(text.split()) <= 5 and bool(_NAME_WROTE.fullmatch(text))


def _is_marked(line: str) -> bool:
    return line[:1] == ">"
