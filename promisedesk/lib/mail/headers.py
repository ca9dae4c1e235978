"""Header fields of mail as they really come: decoded tolerantly, never raising.

Values are the parser's raw strings, in which bytes over 127 are surrogate escapes. Encoded
words (RFC 2047) in addresses are decoded only after the address was split off raw: an
encoded word may not invent an address.
"""

import binascii
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from urllib.parse import unquote_to_bytes

from promisedesk.lib.mail.charsets import clean_line, decode_bytes, decode_escaped, to_bytes

MOST_REFERENCES = 100
LONGEST_PARAMETERS = 32 * 1024
LONGEST_ID = 998  # RFC 5322 2.1.1: no line is longer

# A question mark inside is forbidden, and sent all the same.
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2500})\?=")
_ID = re.compile(r"<([^<>\s]{1,998})>")
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.S)


def decode_words(raw: str) -> str:
    """A header value for people: encoded words decoded, eight-bit bytes guessed, one line."""
    if "=?" not in raw:
        return clean_line(decode_escaped(raw))
    return clean_line("".join(_decoded_pieces(raw)))


def _decoded_pieces(raw: str):
    """Adjacent words of one charset are joined as bytes: senders split inside a character."""
    pending, charset, at = b"", "", 0
    for word in _WORD.finditer(raw):
        between = raw[at : word.start()]
        name = word[1].partition("*")[0].lower()  # RFC 2231 5: =?utf-8*en?Q?...
        if pending and (between.strip() or name != charset):
            yield decode_bytes(pending, charset)
            pending = b""
        if between.strip() or (between and at == 0):
            yield decode_escaped(between)
        pending, charset, at = pending + _word_bytes(word[2], word[3]), name, word.end()
    if pending:
        yield decode_bytes(pending, charset)
    if at < len(raw):
        yield decode_escaped(raw[at:])


def _word_bytes(encoding: str, text: str) -> bytes:
    data = to_bytes(text)
    if encoding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return base64_bytes(data)


def base64_bytes(data: bytes) -> bytes:
    """Decode what can be decoded; wrong padding and foreign characters are skipped."""
    try:
        return binascii.a2b_base64(data)
    except (binascii.Error, ValueError):
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def message_ids(raw: str) -> list[str]:
    """All ids of a header, each in its angle brackets, as sent. Empty ones are left out."""
    found = [f"<{each}>" for each in _ID.findall(raw) if each.isprintable()]
    if not found and "<" in raw:  # blanks and comments inside, as RFC 5322 4.5.4 still allows
        bare = re.sub(r"\([^()]*\)|\s+", "", raw[:2000])
        found = [f"<{each}>" for each in _ID.findall(bare) if each.isprintable()]
    if not found and 0 < len(bare := raw.strip(" \t\r\n<>")) < LONGEST_ID:
        found = [f"<{bare}>"] if bare.isprintable() and " " not in bare else []
    return [each for each in found if each.isascii() or _has_no_surrogate(each)]


def _has_no_surrogate(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def shortened(references: list[str]) -> list[str]:
    """The first and the latest: the middle of a long thread says least."""
    if len(references) <= MOST_REFERENCES:
        return references
    return references[:1] + references[1 - MOST_REFERENCES :]


def read_date(raw: str) -> datetime | None:
    """The Date header as an aware time, None if it makes no sense."""
    try:
        found = parsedate_tz(" ".join(raw.replace("=2C", ",")[:200].split()))
        if not found or not 1900 <= found[0] <= 2200:
            return None
        offset = found[9] or 0
        if abs(offset) > 14 * 3600:
            return None
        zone = timezone(timedelta(seconds=offset)) if offset else UTC
        second = min(found[5], 59)  # a leap second is no error
        return datetime(*found[:5], second, tzinfo=zone)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def parameters(raw: str) -> tuple[str, dict[str, str]]:
    """('text/plain', {'charset': 'utf-8', ...}): value in lower case, parameters decoded.

    RFC 2231 continuations are joined, RFC 2047 words in a parameter (not allowed, but
    common) decoded. Only the first of equal parameters counts.
    """
    raw = raw[:LONGEST_PARAMETERS]
    value, semicolon, _ = raw.partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    if semicolon:
        for hit in _PARAMETER.finditer(raw, len(value)):
            name, star, rest = hit[1].lower().partition("*")
            text = _unquoted(hit[2])
            if star:
                number, _, encoded = rest.partition("*")
                order = int(number) if number.isdecimal() and len(number) < 5 else 0
                encoded_here = bool(encoded) or rest.endswith("*") or not number
                pieces.setdefault(name, {}).setdefault(order, (encoded_here, text))
            else:
                found.setdefault(name, text)
    for name, parts in pieces.items():
        found[name] = _joined(parts)
    return value.strip().lower(), found


def _unquoted(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        text = text[1:]
        text = text[:-1] if text.endswith('"') and not text.endswith('\\"') else text
        if "\\" in text:
            # Only these need a backslash; before others it is part of a path of Windows.
            text = re.sub(r'\\(["\\])', r"\1", text)
    return text.replace("\r", "").replace("\n", "")


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    charset, data = "", b""
    for order in sorted(parts):
        is_encoded, text = parts[order]
        if is_encoded and order == min(parts) and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(to_bytes(text)) if is_encoded else to_bytes(text)
    return decode_bytes(data, charset)
