"""Whose mail it is that somebody passed on: the sender, subject and words of the original.

Programs copy a few header lines above what they forward, in any language, below a line that
says so or without one; some attach the whole mail instead. One pass over lines.
"""

import re
from dataclasses import dataclass

from promisedesk.lib.mail.addresses import sane_address
from promisedesk.lib.mail.announcing import delimiter
from promisedesk.lib.mail.charsets import clean_line
from promisedesk.lib.mail.model import Address, ParsedMail
from promisedesk.lib.mail.reply_words import FORWARD_SUBJECT, LABELS

SEARCHED_LINES = 400  # above a forward stand a few words, seldom a long letter
HEADER_LINES = 24

_KIND_OF = {label: kind for kind, labels in LABELS.items() for label in labels.split("|")}
_ANSWER_TO = {
    "reply-to", "reply to", "ответить", "ответить кому", "обратный адрес", "odpowiedz do",
    "odpowiedź do",
}  # fmt: skip
_COMMON = ("orwarded message", "ересылаемое сообщение", "ересланное сообщение", "rzekazan")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_MAIL = re.compile(r"[^\s()<>\[\]@,;:\"']{1,64}@[^\s()<>\[\]@,;:\"']{1,253}")
_MARKUP = " \t*_\xa0"


@dataclass(slots=True, frozen=True)
class Original:
    """The mail that was passed on, and what its forwarder wrote above it."""

    sender: Address
    reply_to: Address | None
    subject: str
    text: str
    above: str


def is_forward_subject(subject: str) -> bool:
    """Whether a subject says that a mail is passed on: "Fwd:", "Пересл:", "PD:"."""
    return subject.strip().lower().startswith(FORWARD_SUBJECT)


def announces_one(text: str) -> bool:
    """Whether a line near the beginning says that a mail is passed on, in the commonest words."""
    return any(words in text[:20_000] for words in _COMMON)


def original_in(text: str, subject: str = "") -> Original | None:
    """The original in a forward's text; None if it shows no sender's address.

    Header lines alone are enough when the `subject` says that it is a forward: else they
    may belong to a mail that is answered.
    """
    lines = text.split("\n")
    is_forward = is_forward_subject(subject)
    for at, line in enumerate(lines[:SEARCHED_LINES]):
        bare = _unquoted(line)
        if delimiter(bare.strip()) == "forward":
            found = _below(lines, at, at + 1)
        elif is_forward and _label(bare)[0]:
            found = _below(lines, at, at)
        else:
            continue
        if found:
            return found
    return None


def original_of(mail: ParsedMail, above: str = "") -> Original | None:
    """The same for a mail that was attached whole."""
    if mail.sender is None:
        return None
    return Original(mail.sender, mail.reply_to, mail.subject, mail.text, above.strip())


def _below(lines: list[str], top: int, start: int) -> Original | None:
    """Header lines from `start` on, and the words under them."""
    while start < len(lines) and not _unquoted(lines[start]).strip():
        start += 1
    fields, end = _fields(lines, start)
    sender = _address(fields.get("from", ""))
    if sender is None and start < len(lines):
        sender, end = _attributed(_unquoted(lines[start])), start + 1
    if sender is None:
        return None
    return Original(
        sender=sender,
        reply_to=_address(fields.get("reply-to", "")),
        subject=clean_line(fields.get("subject", "").strip(_MARKUP)),
        text=_words(lines[end:], _QUOTE.match(lines[start]) is not None),
        above=_trimmed(lines[:top]).rstrip("-_=* \n"),
    )


def _fields(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """What the header lines say, by kind, and where they end."""
    found: dict[str, str] = {}
    kind = ""
    for number in range(start, min(start + HEADER_LINES, len(lines))):
        line = _unquoted(lines[number])
        if not line.strip():
            if "from" in found:
                return found, number
            continue  # some programs put blank lines between
        label, value = _label(line)
        if label and label not in found:
            kind, found[label] = label, value
        elif kind and len(found[kind]) < 500 and not label:
            found[kind] += " " + line.strip()  # folded
        if number == start and not label:
            return {}, start
    return found, min(start + HEADER_LINES, len(lines))


def _label(line: str) -> tuple[str, str]:
    """(what the line tells, its value) of "Subject: Parcel"; ('', '') of other lines."""
    text = line.lstrip(_MARKUP + "|\u3000")
    end = next((at for at, char in enumerate(text[:40]) if char in ":："), -1)
    if end < 0:
        return "", ""
    label = text[:end].strip(_MARKUP).lower()
    if label in _ANSWER_TO:
        return "reply-to", text[end + 1 :]
    return _KIND_OF.get(label, ""), text[end + 1 :]


def _attributed(line: str) -> Address | None:
    """21.11.2026, 10:00, "Clara" <clara@customer.example>: as Yandex and others open it."""
    text = line.strip()
    if not text.endswith(":") or len(text) > 400:
        return None
    return _address(re.sub(r"^[\d.,:\s]+(?:г\.,?)?", "", text[:-1]))


def _address(value: str) -> Address | None:
    """The one address of a header line people can read, and the name beside it."""
    named = {hit[0].removeprefix("mailto:").rstrip(".") for hit in _MAIL.finditer(value[:1000])}
    if len({one.lower() for one in named}) != 1:
        return None
    sane = sane_address(named.pop())
    if sane is None:
        return None
    name = re.split(r"[<\[(]", value, maxsplit=1)[0].strip(_MARKUP + "\"'“”„«»,")
    return Address(sane, "" if "@" in name else clean_line(name, 200))


def _words(lines: list[str], is_quoted: bool) -> str:
    """The original's text: unquoted by one level where it was quoted, up to a closing line."""
    kept = []
    for line in lines:
        if is_quoted and not _QUOTE.match(line) and line.strip():
            break  # below it the forwarder goes on
        bare = _QUOTE.sub("", line, count=1) if is_quoted else line
        if delimiter(bare.strip()) == "forward" and _closes(bare):
            break
        kept.append(bare)
    return _trimmed(kept)


def _closes(line: str) -> bool:
    return line.strip(" -=_").lower().startswith(("конец", "koniec", "end of"))


def _unquoted(line: str) -> str:
    return _QUOTE.sub("", line, count=1)


def _trimmed(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n").strip()
