"""What stands below a mail's words: the sender's block, the program's own line.

A closing with a name ("Best regards, Clara") belongs to the words and stays there.
"""

import re

from promisedesk.lib.mail import signature_words as words
from promisedesk.lib.mail.contact_blocks import (
    LONGEST_BLOCK,
    contact_block,
    is_contact,
    last_filled,
)
from promisedesk.lib.mail.program_lines import is_program_line

LONGEST_SIGNATURE = 60  # lines below "-- "; more is text somebody divided
MOST_PROGRAM_LINES = 6
MOST_DISCLAIMERS = 4  # paragraphs, in two languages perhaps
LONGEST_DISCLAIMER = 30  # lines of one

_DELIMITER = re.compile(r"(?:-{2,4}|—|––)\s*")
_RULER = re.compile(r"\s*([-_=*—~])\1{4,}\s*")
_PRINTING = re.compile(words.PRINTING, re.I)
_LEGAL_START = re.compile(rf"[\W_]*(?:{words.DISCLAIMER_STARTS})", re.I)
_LEGAL_MEANT = re.compile(words.DISCLAIMER_MEANT, re.I)
_LEGAL_FORBIDS = re.compile(words.DISCLAIMER_FORBIDS, re.I)
_PGP_START, _PGP_END = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
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
        head, below = contact_block(head)
    signature = [*below, *program, *legal, *armour]
    return _joined(head), _joined(signature)


def _pgp_armour(lines: list[str]) -> tuple[list[str], list[str]]:
    """What a program puts around words it signed in the text (RFC 9580 7)."""
    last = last_filled(lines, len(lines))
    if last < 0 or not lines[last].startswith("-----END PGP") or _PGP_END not in lines:
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
        end = last_filled(lines, kept) + 1
        start = end
        while start and lines[start - 1].strip() and end - start < LONGEST_DISCLAIMER:
            start -= 1
        text = " ".join(line.strip() for line in lines[start:end])
        if last_filled(lines, start) < 0 or not _is_disclaimer(text[:4000]):
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
            if last_filled(lines, number) < 0 and not line.startswith("-- "):
                return lines, []
            start = number + 1
            while start < len(lines) and _DELIMITER.fullmatch(lines[start].strip() or "--"):
                start += 1
            return lines[:number], lines[start:]
    return lines, []


def _program_lines(lines: list[str]) -> tuple[list[str], list[str]]:
    """The last lines, if a mail program wrote them."""
    end = len(lines)
    for _ in range(MOST_PROGRAM_LINES):
        last = last_filled(lines, end)
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
            is_text_above = last_filled(lines, number) >= 0
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
    if any(is_contact(line) for line in lines):
        return True
    return len(lines) <= 6 and all(
        len(line) <= 50 and not line.endswith((".", "!", ":", ",")) and line[0].isupper()
        for line in lines
    )


def _dash_name(lines: list[str]) -> int | None:
    last = last_filled(lines, len(lines))
    if last > 0 and not lines[last - 1].strip() and _DASH_NAME.fullmatch(lines[last].strip()[:60]):
        return last
    return None


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n").rstrip()
