"""The sender's block at the end of a mail: how to reach them, below a closing or a name.

Customers of a shop write their own address and phone too; a block that looks asked for, or
that talks, stays with the words.
"""

import re

from promisedesk.lib.mail import signature_words as words

LONGEST_BLOCK = 14  # lines below a ruler or after a name

_CLOSINGS = frozenset(words.CLOSINGS.split("|"))
_MAIL_OR_WEB = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w|(?:https?://|www\.)\S", re.I)
_PHONE = re.compile(
    r"\+\s?\d[\d\s().-]{7,}|\(\d{2,5}\)\s?\d[\d\s-]{4,}|(?<!\d)\d{3}[ .-]\d{3}[ .-]\d{2,4}(?!\d)|"
    r"(?:^|[\s,;|])(?:tel|t|phone|ph|p|mob|mobile|cell|m|fax|f|kom|komórka|тел|моб|телефон|факс|"
    r"telefon|handy|skype|telegram|whatsapp|viber)\s?[.:]+\s?[\d+(@\w]",
    re.I,
)
_REACHED = re.compile(r"[^\s@<>]+@\S+|(?:https?://|www\.)\S+|\+?\(?\d[\d\s().-]{4,}")
_TALK = re.compile(rf"(?<!\w)(?:{words.MINE})(?!\w)|^[\W_]*(?:{words.POSTSCRIPT})", re.I)
_ASKS = re.compile(rf"(?<!\w)(?:{words.GIVES_ADDRESS})", re.I)
_LABELS = frozenset(words.CONTACT_LABELS.split("|"))
_NUMBER_OF_ACCOUNT = re.compile(r"(?:\d[ -]?){16,}")


def contact_block(lines: list[str]) -> tuple[list[str], list[str]]:
    """(lines of text, lines of the block); a closing and the name below it stay in the text."""
    tail = [
        number for number in range(max(0, len(lines) - 40), len(lines)) if lines[number].strip()
    ]
    tail = tail[-LONGEST_BLOCK:]
    if any(len(lines[number]) > 120 for number in tail[-2:]):
        return lines, []
    for place, number in enumerate(tail):
        closing = _closing(lines[number])
        if closing:
            rest = tail[place + 1 :]
            if closing == "bare" and rest and not is_contact(lines[rest[0]]):
                rest = rest[1:]  # the name belongs to the closing
            if rest and _is_all_block(lines, rest) and any(is_contact(lines[n]) for n in rest):
                return lines[: rest[0]], lines[rest[0] :]
    return _bare_block(lines)


def _closing(line: str) -> str:
    """'bare' for "Best regards,", 'named' for "Best regards, Clara", else ''."""
    if len(line) > 60:
        return ""
    text = line.strip(" \t*_-,.!;").lower()
    if text in _CLOSINGS or ("/" in text and _all_close(text.split("/"))):
        return "bare"
    if line.rstrip().endswith((".", "!", "?", ":", ",")):
        return ""  # "Thanks, I will wait." is a sentence
    parts = line.replace(",", "").split()
    for count in range(1, min(len(parts), 5)):
        if " ".join(parts[:count]).lower() in _CLOSINGS:
            name = parts[count:]
            return "named" if len(name) <= 3 and all(each[0].isupper() for each in name) else ""
    return ""


def _all_close(parts: list[str]) -> bool:
    return all(part.strip(" ,") in _CLOSINGS for part in parts)


def _bare_block(lines: list[str]) -> tuple[list[str], list[str]]:
    """A last paragraph that starts with a name and is mostly ways to reach somebody."""
    end = last_filled(lines, len(lines)) + 1
    start = end
    while start and lines[start - 1].strip() and end - start < LONGEST_BLOCK:
        start -= 1
    block = range(start, end)
    above = last_filled(lines, start)
    if len(block) < 3 or above < 0 or lines[above].rstrip().endswith(":"):
        return lines, []
    if not _is_name(lines[start]) or _gives_address(lines, above):
        return lines, []
    contacts = sum(is_contact(lines[number]) for number in block)
    if contacts < 2 or not _is_all_block(lines, block):
        return lines, []
    return lines[:start], lines[start:]


def _is_name(line: str) -> bool:
    name = re.split(r"[|,]", line.strip(" \t*_"))[0].strip()
    if not 0 < len(name) <= 40 or len(name.split()) > 5 or not name[0].isupper():
        return False
    if is_contact(line) or any(char.isdigit() for char in name):
        return False
    return not line.rstrip(" *_").endswith((":", ".", "!", ",", "?"))


def _gives_address(lines: list[str], last: int) -> bool:
    """Whether the paragraph above announces an address or a number, or breaks off."""
    paragraph = [lines[last]]
    while len(paragraph) < 6 and last and lines[last - 1].strip():
        last -= 1
        paragraph.append(lines[last])
    return any(_ASKS.search(line[:300]) for line in paragraph)


def _is_all_block(lines: list[str], numbers) -> bool:
    for number in numbers:
        line = lines[number].strip()
        if len(line) > 90 or line.endswith(("?", "!")) or _TALK.search(line):
            return False
        if _NUMBER_OF_ACCOUNT.search(line) or (is_contact(line) and _is_sentence(line)):
            return False
    return True


def _is_sentence(line: str) -> bool:
    """Whether a line with a number says more than whose and which number it is."""
    rest = re.findall(r"[^\W\d_]+", _REACHED.sub(" ", line))
    small = [word for word in rest if word[0].islower() and word.lower() not in _LABELS]
    return len(small) > 1


def is_contact(line: str) -> bool:
    return bool(_MAIL_OR_WEB.search(line[:300]) or _PHONE.search(line[:300]))


def last_filled(lines: list[str], end: int) -> int:
    """Index of the last line with words before `end`, -1 if there is none."""
    while end and not lines[end - 1].strip():
        end -= 1
    return end - 1
