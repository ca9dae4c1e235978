"""What announces a quote in a mail: "On ... wrote:", header blocks, rulers with words.

Every pattern looks at a few hundred characters at most, and only at lines that end or start
like an announcement, so that a hostile text costs no more than a long one.
"""

import re

from promisedesk.lib.mail import reply_words as words

# Marks the HTML reader puts before a line; they cannot occur in cleaned text.
QUOTE_FOLLOWS = "\x01"
ATTRIBUTION = "\x02"

LONGEST_ATTRIBUTION = 400  # characters, over at most 4 lines
MOST_CHECKS = 1000  # of suspicious lines; a text with more is a log, not a letter

_VERB = re.compile(rf"(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道|のメール|viết", re.I)
_VERB_AT_END = re.compile(
    rf"(?:(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道)[^:]{{0,40}}[:：]?[\s*_-]*$", re.I
)
_DAYS = f"(?:{words.WEEKDAYS})"
_START = re.compile(
    rf"(?:(?:{words.ON})\s|\d{{1,4}}[\s./年-]|{_DAYS}\w*[.,]?,?\s|sent from|вы писали|you wrote|"
    rf"pisałeś|napisałeś|napisałaś|du schriebst)",
    re.I,
)
_DATE = re.compile(
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d年|(?:(?:{words.MONTHS})\w*\.?[\s-]*\d{{1,4}})|"
    rf"\d{{1,2}}\.?[\s-]*(?:de\s)?(?:{words.MONTHS})|\d月",
    re.I,
)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s?(?:am|pm)\b", re.I)
_MAIL = re.compile(r"[^\s<>@]@[^\s<>@]|\[at\]")
# 'Shop <shop@example.com> wrote:', the date perhaps after it.
_NAME_FIRST = re.compile(
    rf'["\'“„]?\w[^<>]{{0,80}}<[^<>\s]+@[^<>\s]+>(?=[^<>]*(?:(?<!\w)(?:{words.WROTE})(?!\w)|写道|寫道))'
    rf"[^<>]{{0,100}}(?:[:：]|\.\.\.)$",
    re.I,
)
_NAME_AND_DATE = re.compile(
    rf"[^<>:]{{1,60}}(?<!\w)(?:{words.WROTE})(?!\w)[^<>:]{{0,30}}\d{{4}}[^<>]{{0,30}}[:：]$", re.I
)
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2068\u2069"  # of writing direction
_INSIDE_LINE = re.compile(rf"(?:-{{2,}}\s*|\s)(On\s(?i:{_DAYS}|{words.MONTHS}|\d)[^\n]*)$")
_WORDS_OF_DELIMITER = re.compile(r"^[\s>*_=~#-]*(.*?)[\s*_=~#:-]*$")
_INITIALS = re.compile(r"[A-ZА-ЯЁŁŚŻ]{1,3}>")

_KIND_OF_LABEL = {
    label: kind for kind, labels in words.LABELS.items() for label in labels.split("|")
}
# Labels of everyday forms too ("Date: 5 May"): alone they do not make a quoted header.
_EVERYDAY = {"date", "data", "дата", "datum", "fecha", "dato", "日期", "on", "dátum", "tarih"}


def first_splitter(lines: list[str]) -> tuple[int, int, str | None]:
    """(first line, line after it, kind) of the first thing that announces a quote."""
    checks = 0
    for number, line in enumerate(lines):
        text = line.strip()
        if text and text[-1] in _MARKS:
            text = text.strip(_MARKS)
        if not text:
            continue
        first, last = text[0], text[-1]
        if first == QUOTE_FOLLOWS:
            return number, number + 1, "hard"
        if first == ATTRIBUTION:
            is_forward = delimiter(text[1:]) == "forward"
            return number, number + 1, "forward" if is_forward else "attribution"
        if first == ">":
            if (not text.rstrip(" :").strip(">") and last == ":") or _is_first_quoted(
                lines, number
            ):
                at = _attribution(lines, number if last == ":" else number - 1, True)
                if at is not None:
                    return at, number + (last == ":"), "attribution"
            continue
        if (first in "-_=*#~—–" or last in ":-") and (kind := delimiter(text)):
            return number, number + 1, kind
        has_label = ":" in text[:40] or "：" in text[:40]
        checks += has_label or last in ":：-*_>"
        if checks > MOST_CHECKS:
            break
        if last in ":：-*_>" and (found := _attribution_ending(lines, number)):
            return found
        if has_label and _is_header_block(lines, number):
            return number, number + 1, "block"
    return len(lines), len(lines), None


def _attribution_ending(lines: list[str], number: int) -> tuple[int, int, str] | None:
    """Where the attribution that ends in this line starts, if there is one."""
    if lines[number].rstrip()[-1] == ">":
        return None
    is_before_quote = is_quoted(next_filled(lines, number + 1))
    found = _attribution(lines, number, is_before_quote)
    if found is not None:
        return found, number + 1, "attribution"
    if is_before_quote and len(lines[number]) < 300 and cut_inside(lines[number]):
        return number, number + 1, "inside"
    return None


def _attribution(lines: list[str], last: int, is_before_quote: bool) -> int | None:
    """First line of the attribution ending at line `last`, None if it is none."""
    joined, weak, at, blanks = "", None, last, 0
    while at >= 0 and last - at < 7 and len(joined) < LONGEST_ATTRIBUTION:
        line = lines[at].strip()
        if not line:
            # Some programs put blank lines around "<address> wrote:" only.
            if (joined and not joined.startswith(("<", "mailto:"))) or (not joined and blanks > 1):
                break
            blanks += 1
            at -= 1
            continue
        if at != last and is_quoted(line):
            break
        joined = f"{line} {joined}".strip() if joined else line
        if len(joined) > LONGEST_ATTRIBUTION:
            break
        if _is_attribution(joined, is_before_quote):
            return at
        if weak is None and _is_name_first(joined, is_before_quote):
            weak = at
        at -= 1
    return weak


def _is_name_first(text: str, is_before_quote: bool) -> bool:
    text = text.strip(f"->* \t{_MARKS}")
    if hit := _NAME_FIRST.match(text):
        after = text[text.index(">") :]
        is_near = bool(_VERB_AT_END.search(after)) or len(after) < 40
        return bool(hit) and (is_near or bool(_DATE.search(after)))
    return is_before_quote and bool(_NAME_AND_DATE.match(text))


def _is_attribution(text: str, is_before_quote: bool) -> bool:
    bare = text.strip(f"-—*_ \t{_MARKS}")
    is_ruled = text.startswith("--") and text.endswith("--")
    if is_ruled and _VERB_AT_END.search(bare):
        return True
    start = _START.match(bare)
    if not start:
        return False
    has_mail = bool(_MAIL.search(bare))
    has_date = bool(_DATE.search(bare))
    has_time = bool(_TIME.search(bare))
    has_colon = bare[-1] in ":："
    if not has_colon:
        return (
            is_before_quote
            and (has_date or has_time)
            and (has_mail or bool(_VERB_AT_END.search(bare)))
        )
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


def cut_inside(line: str) -> tuple[str, str] | None:
    """Text and attribution that share a line, as some phones write them."""
    hit = _INSIDE_LINE.search(line)
    if not hit or not _is_attribution(hit[1], True):
        return None
    return line[: hit.start()].rstrip("- "), hit[1]


def delimiter(text: str) -> str | None:
    """'hard' for "-----Original Message-----", 'forward' for a message passed on."""
    if len(text) > 120:
        return None
    hit = _WORDS_OF_DELIMITER.match(text)
    core = hit[1].strip().lower() if hit else ""
    if len(core) < 4:
        return None
    if core in words.FORWARDED:
        return "forward"
    return "hard" if core in words.ORIGINAL and not text[0].isalpha() else None


def _is_header_block(lines: list[str], at: int) -> bool:
    """Whether "From: ... Sent: ... To: ... Subject: ..." in any language starts here."""
    kinds: set[str] = set()
    labels: set[str] = set()
    with_mail: set[str] = set()
    kind, has_number, misses = "", False, 0
    for number in range(at, min(at + 24, len(lines))):
        line = lines[number][:600]
        found = _label(line)
        if found is None:
            if not kinds:
                return False
            if misses == 0 and _MAIL.search(line):
                with_mail.add(kind)  # the rest of a folded field
            misses += 1
            if misses > 2:
                break
            continue
        misses = 0
        kind, label, value = found
        kinds.add(kind)
        labels.add(label)
        if _MAIL.search(value):
            with_mail.add(kind)
        has_number = has_number or (kind == "sent" and any(map(str.isdigit, value)))
        for each in value.split(":")[:-1][:6]:  # several labels on one line
            inner = _KIND_OF_LABEL.get(each.rpartition(" ")[2].strip("* ").lower())
            if inner in ("sent", "subject"):
                kinds.add(inner)
                has_number = True
    kinds.discard("other")
    if len(kinds) < 2 or not kinds & {"from", "sent"}:
        return False
    if "sent" in kinds and not has_number and "subject" not in kinds:
        return False
    is_explicit = any(_KIND_OF_LABEL[each] == "sent" for each in labels - _EVERYDAY)
    if is_explicit or ("subject" in kinds and len(kinds) > 2):
        return True
    # A form may hold an address anywhere; a quoted header has it at the sender.
    return "from" in with_mail if "from" in kinds else bool(with_mail)


def _label(line: str) -> tuple[str, str, str] | None:
    text = line.lstrip("> \t*_|\xa0\u3000")
    end = text.find(":", 0, 40)
    if end < 0 and (end := text.find("：", 0, 40)) < 0:
        return None
    label = text[:end].strip(" *_\t\xa0").lower()
    kind = _KIND_OF_LABEL.get(label)
    return (kind, label, text[end + 1 :]) if kind else None


def is_quoted(line: str) -> bool:
    start = line.lstrip()[:4]
    if start[:1] == ">":
        return True
    # The Bat! puts the initials of the one it quotes before the sign: "AN> ...".
    return ">" in start and bool(_INITIALS.match(start))


def _is_first_quoted(lines: list[str], number: int) -> bool:
    return number > 0 and not is_quoted(lines[number - 1])


def next_filled(lines: list[str], at: int) -> str:
    for number in range(at, min(at + 40, len(lines))):
        if lines[number].strip():
            return lines[number]
    return ""
