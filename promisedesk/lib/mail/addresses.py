"""Addresses out of raw headers, in one pass and without guessing.

Python's own `getaddresses` recurses on comments and makes two addresses out of
`alice@example.org)bob@example.com` (CVE-2023-27043). Here an entry is one sane address or
it is none.
"""

import re

from promisedesk.lib.mail.charsets import clean_line, decode_escaped
from promisedesk.lib.mail.headers import decode_words
from promisedesk.lib.mail.model import Address

MOST_RECIPIENTS = 50
LONGEST_ADDRESS = 320  # RFC 3696 erratum 1690: 64 + 1 + 255

_SANE = re.compile(
    r"""(?:[^\s()<>@,;:\\"\[\]]{1,200}|"(?:[^"\\\s]|\\[^\s]|[ ])+")"""
    r"""@(?:[^\s()<>@,;:\\"\[\].]+(?:\.[^\s()<>@,;:\\"\[\].]+)*\.?|\[[0-9A-Za-z:.]+\])"""
)
_LOOSE = re.compile(r"""[^\s()<>@,;:\\"\[\]'=?]{1,64}@[^\s()<>@,;:\\"\[\]'=?]{1,253}""")
_SPLIT_BY_WORD = re.compile(r"\?=\s{0,9}@|@\s{0,9}=\?")
# What has a meaning outside quotes; all else is copied in one piece.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|\\.|[(),;:<>\\"]|[^(),;:<>\\"]+', re.S)


def sane_address(text: str) -> str | None:
    """The address if it is one, its domain in lower case; else None."""
    text = text.strip()
    if text[:1] == "'" == text[-1:]:  # Outlook quotes so; inside, o'brien is a name
        text = text[1:-1]
    if not text or len(text) > LONGEST_ADDRESS or "=?" in text or not _SANE.fullmatch(text):
        return None
    local, _, domain = text.rpartition("@")
    if not text.isascii():
        local, domain = decode_escaped(local), decode_escaped(domain)
    if not (local + domain).isprintable():
        return None
    return f"{local}@{domain.rstrip('.').lower()}"


def read_addresses(raw: str, limit: int = MOST_RECIPIENTS) -> list[Address]:
    """The first `limit` sane addresses of a header, doubles left out."""
    found: dict[str, Address] = {}
    for name, address in _entries(raw):
        sane = sane_address(address)
        if sane:
            found.setdefault(sane.lower(), Address(sane, _display(name, sane)))
            if len(found) >= limit:
                break
    return list(found.values())


def first_sender(values: list[str]) -> Address | None:
    """Who wrote: the first header among several that holds a sane address.

    Only when none does, the decoded text is searched, and believed if it names exactly one.
    """
    for raw in values:
        if (found := _clean_entries(raw)) is not None:
            return found
    for raw in values:
        if _SPLIT_BY_WORD.search(raw):
            continue  # half of an address is no address
        text = decode_words(raw)
        loose = {each.rstrip(".") for each in _LOOSE.findall(text[:2000])}
        if len(loose) == 1 and text.count("@") == 1 and (sane := sane_address(loose.pop())):
            name = text.replace(sane, "").strip(" <>\"'()[]")
            return Address(sane, "" if "@" in name else clean_line(name, 200))
    return None


def display_name(values: list[str]) -> str:
    """A name to show for a sender without a usable address."""
    for raw in values:
        for name, address in _entries(raw[:2000]):
            if name.strip() and not sane_address(address):
                return clean_line(decode_words(name).strip(" \"'"), 200)
    return ""


def _clean_entries(raw: str) -> Address | None:
    """The first address, if every entry that looks like an address is a sane one."""
    first = None
    for count, (name, address) in enumerate(_entries(raw)):
        sane = sane_address(address)
        if sane is None and "@" in address:
            return None
        if sane and first is None:
            first = Address(sane, _display(name, sane))
        if count > MOST_RECIPIENTS:
            break
    return first


def _display(raw: str, address: str) -> str:
    name = decode_words(raw) if raw else ""
    name = clean_line(name.strip(" \"'").replace('\\"', '"'), 200)
    return "" if name.lower() == address.lower() else name


def _entries(raw: str):
    """(raw display name, raw address) of each entry; one pass, brackets counted, no recursion."""
    words: list[str] = []
    angle: list[str] | None = None
    comment: list[str] = []
    depth, is_angle = 0, False
    for piece in _TOKEN.findall(raw):
        if depth:
            depth += (piece == "(") - (piece == ")")
            if depth:
                comment.append(piece)
        elif piece == "(":
            depth, comment = 1, []  # of several the last tends to be the name
        elif is_angle and angle is not None:
            if piece == ">":
                is_angle = False
            elif piece == ":" and angle:  # RFC 5322 4.4: <@route,@other:real@address>
                angle = [] if angle[0].lstrip().startswith("@") else [*angle, piece]
            else:
                angle.append(piece)
        elif piece == "<":
            is_angle = True
            words += angle or []
            angle = []
        elif piece in (",", ";"):
            yield _entry(words, angle, comment)
            words, angle, comment = [], None, []
        elif piece == ":":
            words = []  # the name of a group (RFC 5322 3.4)
        else:
            words.append(piece)
    if words or angle:
        yield _entry(words, angle, comment)


def _entry(words: list[str], angle: list[str] | None, comment: list[str]) -> tuple[str, str]:
    text = "".join(words).strip()
    if angle is None:
        return "".join(comment), _without_blanks(text)
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return text or "".join(comment), _without_blanks("".join(angle))


def _without_blanks(address: str) -> str:
    """Blanks may stand around the dots of a domain (RFC 5322 4.4, obs-domain)."""
    local, at, domain = address.rpartition("@")
    return f"{local.strip()}{at}{'.'.join(map(str.strip, domain.split('.')))}"
