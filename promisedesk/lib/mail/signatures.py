"""What stands below a mail's words: the sender's block, the program's own line.

A closing with a name ("Best regards, Clara") belongs to the words and stays there.
"""

import re

from promisedesk.lib.mail import signature_words as words
from promisedesk.lib.mail.program_lines import is_program_line

LONGEST_SIGNATURE = 60  # lines below "-- "; more is text somebody divided
MOST_PROGRAM_LINES = 6
MOST_DISCLAIMERS = 4  # paragraphs, in two languages perhaps
LONGEST_DISCLAIMER = 30  # lines of one
LONGEST_BLOCK = 14  # lines below a ruler or after a name

_DELIMITER = re.compile(r"(?:--|—|––|-- )\s*")
_RULER = re.compile(r"\s*([-_=*—~])\1{4,}\s*")
_PRINTING = re.compile(words.PRINTING, re.I)
_LEGAL_START = re.compile(rf"[\W_]*(?:{words.DISCLAIMER_STARTS})", re.I)
_LEGAL_MEANT = re.compile(words.DISCLAIMER_MEANT, re.I)
_LEGAL_FORBIDS = re.compile(words.DISCLAIMER_FORBIDS, re.I)
_PGP_START, _PGP_END = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
_CLOSINGS = frozenset(words.CLOSINGS.split("|"))
_MAIL_OR_WEB = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w|(?:https?://|www\.)\S", re.I)
_PHONE = re.compile(
    r"\+\s?\d[\d\s().-]{7,}|\(\d{2,5}\)\s?\d[\d\s-]{4,}|(?<!\d)\d{3}[ .-]\d{3}[ .-]\d{2,4}(?!\d)|"
    r"(?:^|[\s,;|])(?:tel|t|phone|ph|p|mob|mobile|cell|m|fax|f|kom|komórka|тел|моб|телефон|факс|"
    r"telefon|handy|skype|telegram|whatsapp|viber)\s?[.:]+\s?[\d+(@\w]",
    re.I,
)
_DASH_NAME = re.compile(r"[-–—~/]\s?[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2}")


def split_signature(lines: list[str]) -> tuple[str, str]:
    """(text, signature) of the lines of new text. The delimiter goes with neither."""
    head, armour = _pgp_armour(lines)
    head, legal = _disclaimer(head)
    head, below = _at_delimiter(head)
    head, program = _program_lines(head)
    if below:
        below, program = [*program, *below], []
    else:
        head, below = _at_ruler(head)
        if below:
            head, more = _program_lines(head)
            below = more + below
    if below and (name := _dash_name(head)) is not None:
        below, head = [*head[name:], *below], head[:name]
    if not below:
        head, below = _contact_block(head)
    signature = [*below, *program, *legal, *armour]
    return _joined(head), _joined(signature)


def _pgp_armour(lines: list[str]) -> tuple[list[str], list[str]]:
    """What a program puts around words it signed in the text (RFC 9580 7)."""
    if _PGP_END not in lines:
        return lines, []
    end = lines.index(_PGP_END)
    start = lines.index(_PGP_START) if _PGP_START in lines[:end] else end
    first = start + 1
    while first < end and lines[first].strip():
        first += 1
    return [*lines[:start], *lines[first:end]], [*lines[start:first], *lines[end:]]


def _disclaimer(lines: list[str]) -> tuple[list[str], list[str]]:
    """The last paragraphs, if lawyers wrote them: whom they are for, what others must not do."""
    kept = len(lines)
    for _ in range(MOST_DISCLAIMERS):
        end = _last_filled(lines, kept) + 1
        start = end
        while start and lines[start - 1].strip() and end - start < LONGEST_DISCLAIMER:
            start -= 1
        text = " ".join(line.strip() for line in lines[start:end])
        if _last_filled(lines, start) < 0 or not _is_disclaimer(text[:4000]):
            break
        kept = start
    if kept == len(lines):
        return lines, []
    while kept and (not lines[kept - 1].strip() or _RULER.fullmatch(lines[kept - 1][:200])):
        kept -= 1
    return lines[:kept], lines[kept:]


def _is_disclaimer(text: str) -> bool:
    if len(text) < 80:
        return bool(_PRINTING.search(text)) and "?" not in text
    if "?" in text or not _LEGAL_START.match(text):
        return bool(len(text) < 200 and _PRINTING.search(text))
    return bool(_LEGAL_MEANT.search(text) and _LEGAL_FORBIDS.search(text))


def _at_delimiter(lines: list[str]) -> tuple[list[str], list[str]]:
    first = max(0, len(lines) - LONGEST_SIGNATURE - 1)
    for number in range(first, len(lines)):
        line = lines[number]
        if line[:1] not in "-—–" or not _DELIMITER.fullmatch(line.strip() or "."):
            continue
        below = [each for each in lines[number + 1 :] if each.strip()]
        if not below:
            continue
        # Only "-- " with its blank is the agreed mark (RFC 3676 4.3); others must be short.
        is_short = len(below) <= LONGEST_BLOCK and not any(
            len(each) > 100 or each.rstrip().endswith("?") for each in below
        )
        if line.startswith("-- ") or is_short:
            return lines[:number], lines[number + 1 :]
    return lines, []


def _program_lines(lines: list[str]) -> tuple[list[str], list[str]]:
    """The last lines, if a mail program wrote them."""
    end = len(lines)
    for _ in range(MOST_PROGRAM_LINES):
        last = _last_filled(lines, end)
        if last < 0 or not is_program_line(lines[last]):
            break
        end = last
    return (lines, []) if end == len(lines) else (lines[:end], lines[end:])


def _at_ruler(lines: list[str]) -> tuple[list[str], list[str]]:
    filled = 0
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number]
        if not line.strip():
            continue
        if _RULER.fullmatch(line[:200]):
            below = [each.strip() for each in lines[number + 1 :] if each.strip()]
            is_text_above = _last_filled(lines, number) >= 0
            if below and is_text_above and _reads_as_block(below):
                return lines[:number], lines[number + 1 :]
            if below:
                return lines, []
        else:
            filled += 1
        if filled > LONGEST_BLOCK:
            break
    return lines, []


def _reads_as_block(lines: list[str]) -> bool:
    if any(len(line) > 100 or line.endswith("?") for line in lines):
        return False
    if any(_is_contact(line) for line in lines):
        return True
    return len(lines) <= 6 and all(
        len(line) <= 50 and not line.endswith((".", "!", ":", ",")) and line[0].isupper()
        for line in lines
    )


def _contact_block(lines: list[str]) -> tuple[list[str], list[str]]:
    tail = [
        number for number in range(max(0, len(lines) - 40), len(lines)) if lines[number].strip()
    ]
    tail = tail[-LONGEST_BLOCK:]
    if any(len(lines[number]) > 120 for number in tail[-2:]):
        return lines, []
    for place, number in enumerate(tail):
        closing = _closing(lines[number])
        if closing:
            is_bare = closing == "bare"
            rest = tail[place + 1 :]
            if is_bare and rest and not _is_contact(lines[rest[0]]):
                rest = rest[1:]  # the name belongs to the closing
            if rest and _is_all_block(lines, rest) and any(_is_contact(lines[n]) for n in rest):
                return lines[: rest[0]], lines[rest[0] :]
    return _bare_block(lines)


def _closing(line: str) -> str:
    """'bare' for "Best regards,", 'named' for "Best regards, Clara", else ''."""
    if len(line) > 60:
        return ""
    text = line.strip(" \t*_-,.!;").lower()
    if text in _CLOSINGS:
        return "bare"
    if line.rstrip().endswith((".", "!", "?", ":", ",")):
        return ""  # "Thanks, I will wait." is a sentence
    parts = line.replace(",", "").split()
    for count in range(1, min(len(parts), 5)):
        if " ".join(parts[:count]).lower() in _CLOSINGS:
            name = parts[count:]
            return "named" if len(name) <= 3 and all(each[0].isupper() for each in name) else ""
    return ""


def _bare_block(lines: list[str]) -> tuple[list[str], list[str]]:
    """A last paragraph that starts with a name and is mostly ways to reach somebody."""
    end = _last_filled(lines, len(lines)) + 1
    start = end
    while start and lines[start - 1].strip() and end - start < LONGEST_BLOCK:
        start -= 1
    block = range(start, end)
    above = _last_filled(lines, start)
    if len(block) < 3 or above < 0 or lines[above].rstrip().endswith(":"):
        return lines, []
    name = lines[start].strip()
    if len(name) > 40 or len(name.split()) > 5 or not name[0].isupper() or _is_contact(name):
        return lines, []
    if name.endswith((":", ".", "!", ",", "?")) or any(char.isdigit() for char in name):
        return lines, []
    contacts = sum(_is_contact(lines[number]) for number in block)
    if contacts < 2 or not _is_all_block(lines, block):
        return lines, []
    return lines[:start], lines[start:]


def _is_all_block(lines: list[str], numbers) -> bool:
    return all(len(lines[n]) <= 90 and not lines[n].rstrip().endswith(("?", "!")) for n in numbers)


def _is_contact(line: str) -> bool:
    return bool(_MAIL_OR_WEB.search(line[:300]) or _PHONE.search(line[:300]))


def _dash_name(lines: list[str]) -> int | None:
    last = _last_filled(lines, len(lines))
    if last > 0 and not lines[last - 1].strip() and _DASH_NAME.fullmatch(lines[last].strip()[:60]):
        return last
    return None


def _last_filled(lines: list[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end - 1


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip()
