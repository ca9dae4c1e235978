"""What announces a quote in a mail: "On ... wrote:", header blocks, rulers with words.

Every pattern looks at a few hundred characters at most, and only at lines that end or start
like an announcement, so that a hostile text costs no more than a long one.
"""

import re

from promisedesk.lib.mail import reply_words as words
from promisedesk.lib.mail.attributions import (
    DIRECTION_MARKS,
    attribution_start,
    is_attribution,
)

# Marks the HTML reader puts before a line; they cannot occur in cleaned text.
QUOTE_FOLLOWS = "\x01"
ATTRIBUTION = "\x02"

MOST_CHECKS = 1000  # of suspicious lines; a text with more is a log, not a letter

_MAIL = re.compile(r"[^\s<>@]@[^\s<>@]|\[at\]")
_INSIDE_LINE = re.compile(rf"(?:-{{2,}}\s*|\s)(On\s(?i:{words.WEEKDAYS}|{words.MONTHS}|\d)[^\n]*)$")
_WORDS_OF_DELIMITER = re.compile(r"^[\s>*_=~#‐–—-]*(.*?)[\s*_=~#:‐–—-]*$")
# Old phones go on in the line: "---- Original message ----From: Shop Date: ...".
_BETWEEN_DASHES = re.compile(r"[-_=]{3,}\s*([^\W\d_][\w' -]{4,50}?)\s*[-_=]{3,}\s*[^\s=_-]")
_REPLY_ABOVE = re.compile(words.REPLY_ABOVE, re.I)
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
        if text and text[-1] in DIRECTION_MARKS:
            text = text.strip(DIRECTION_MARKS)
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
                at = attribution_start(lines, number if last == ":" else number - 1, True)
                if at is not None:
                    return at, number + (last == ":"), "attribution"
            continue
        if (first in "-_=*#~—–‐" or last in ":-") and (kind := delimiter(text)):
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
    found = attribution_start(lines, number, is_before_quote)
    if found is not None:
        return _with_labels(lines, found), number + 1, "attribution"
    if is_before_quote and len(lines[number]) < 300 and cut_inside(lines[number]):
        return number, number + 1, "inside"
    return None


def _with_labels(lines: list[str], at: int) -> int:
    """Start of the "To: ... Subject: ..." some programs put right above the attribution."""
    start, kinds = at, set()
    for number in range(at - 1, max(-1, at - 7), -1):
        found = _label(lines[number][:600])
        if found:
            kinds.add(found[0])
            start = number
        elif lines[number].strip():
            break
    return start if len(kinds & {"to", "subject", "cc"}) > 1 else at


def cut_inside(line: str) -> tuple[str, str] | None:
    """Text and attribution that share a line, as some phones write them."""
    hit = _INSIDE_LINE.search(line)
    if not hit or not is_attribution(hit[1], True):
        return None
    return line[: hit.start()].rstrip("- "), hit[1]


def delimiter(text: str) -> str | None:
    """'hard' for "-----Original Message-----", 'forward' for a message passed on."""
    if text[:1] in ("-", "_", "=") and (hit := _BETWEEN_DASHES.match(text[:200])):
        core = hit[1].lower()
        return "forward" if core in words.FORWARDED else "hard" if core in words.ORIGINAL else None
    if len(text) > 120:
        return None
    hit = _WORDS_OF_DELIMITER.match(text)
    core = hit[1].strip().lower() if hit else ""
    if len(core) < 4:
        return None
    if core in words.FORWARDED:
        return "forward"
    if text[0].isalpha():
        return None
    if _REPLY_ABOVE.search(core):
        return "hard"
    is_named = text[-1] in "-—‐" and core.startswith(words.ORIGINAL_FROM)
    return "hard" if core in words.ORIGINAL or is_named else None


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
    if not kinds & {"sent", "to"} or not (with_mail or "subject" in kinds):
        return False  # a form of a web site, a parcel's way from town to town
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
