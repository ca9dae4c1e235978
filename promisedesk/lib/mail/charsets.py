"""Bytes of unknown honesty to clean text.

Order of belief: an ISO-2022-JP escape, the declared charset (by its wider, real-life alias),
UTF-8, what other parts declare, our own guess for few words, the detector, Windows-1252.
Senders lie about charsets often enough that none of these may fail.
"""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from promisedesk.lib.mail.guessing import CYRILLIC, POLISH, WESTERN, guessed, is_mislabelled

# Names in mail stand for what Windows programs really wrote.
ALIASES = {
    "ansi_x3.110-1983": "cp1252",
    "ascii": "utf-8",
    "big5": "big5hkscs",
    "cp-850": "cp850",
    "cp932": "cp932",
    "default": "utf-8",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso-gb2312": "gb18030",
    "iso8859-1": "cp1252",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "ksc5601": "cp949",
    "latin1": "cp1252",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "tis-620": "cp874",
    "unicode": "utf-8",
    "unknown-8bit": "",
    "us-ascii": "utf-8",
    "utf": "utf-8",
    "utf8": "utf-8",
    "win-1251": "cp1251",
    "windows-1251": "cp1251",
    "windows1251": "cp1251",
    "windows-874": "cp874",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-sjis": "cp932",
    "x-unknown": "",
}
# Codecs of Python that are no charsets of mail; punycode is quadratic besides.
NOT_CHARSETS = {"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs"}
DETECT_BYTES = 64 * 1024  # more says nothing new and costs time
FEW_LETTERS = 60  # bytes over 127; for fewer our own guess is better than the detector's
SOME_LETTERS = 24  # for more, the detector knows Greek and Hebrew from Russian
FOREIGN = ("iso8859-7", "iso8859-8", "iso8859-6", "cp1253", "cp1255", "cp1256", "gb", "euc", "big5")
# What a detector may find in mail; its others are answers to riddles.
REAL_CHARSETS = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp866",
    "koi8", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-1",
    "mac_cyrillic", "mac_latin2", "mac_roman", "cp852", "cp850", "cp437", "gb",
    "big5", "euc", "cp932", "cp949",
    "shift", "utf", "iso2022", "cp874", "tis",
)  # fmt: skip

_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]|\x1b\(J")
_BODY_DIRT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
_BODY_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_LINE_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]")
_LINE_DIRT = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff"
    "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)


def clean_body(text: str) -> str:
    """Text with newlines as `\\n` and without what databases, terminals and JSON choke on."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = _BODY_DIRT.sub("", _BODY_BREAKS.sub("\n", text))
    return text


def clean_line(text: str, limit: int = 1000) -> str:
    """One line for a subject or a name: no controls, no bidi tricks, single blanks."""
    if not text.isprintable():
        text = _LINE_DIRT.sub("", _LINE_BREAKS.sub(" ", text))
    return " ".join(text.split())[:limit]


@lru_cache(maxsize=256)
def python_codec(charset: str) -> str:
    """The codec for a declared charset name; '' when there is none to believe."""
    name = charset.strip(" \t\"'").lower()
    name = ALIASES.get(name, name)
    try:
        found = codecs.lookup(name).name if name else ""
        b"".decode(found or "ascii")
    except (LookupError, ValueError, TypeError, UnicodeError):
        return ""
    return "" if found.replace("-", "_") in NOT_CHARSETS else ALIASES.get(found, found)


def decode_bytes(data: bytes, charset: str = "", *, hint: str = "") -> str:
    """Text of `data`; `charset` is what the sender declared, `hint` one of its other parts.

    Never raises and never yields surrogates; control characters stay (see `clean_body`).
    """
    if data.isascii():
        return _decode_seven_bit(data, charset)
    codec = python_codec(charset) if charset else ""
    if codec and codec != "utf-8":
        text = _try(data, codec)
        if text is not None and not _looks_like_utf8(data, codec):
            other = is_mislabelled(data) if codec == WESTERN else ""
            return text if not other else _try(data, other) or text
    text = _try(data, "utf-8")
    if text is not None:
        return text
    if codec == "utf-8" and charset.lower().startswith("utf") and _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    for guess in _guesses(data, python_codec(hint) if hint else ""):
        if guess and (text := _try(data, guess)) is not None:
            return text
    if codec and codec != "utf-8":
        return data.decode(codec, "replace")
    return data.decode("cp1252", "replace")


def decode_escaped(text: str, hint: str = "") -> str:
    """Like `decode_bytes` for a str that carries raw bytes as surrogate escapes."""
    if text.isascii() and "\x1b" not in text:
        return text
    return decode_bytes(to_bytes(text), hint=hint)


def to_bytes(text: str) -> bytes:
    """The raw bytes of a header or payload as the standard parser keeps them."""
    try:
        return text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _decode_seven_bit(data: bytes, charset: str) -> str:
    if b"\x1b" in data and _JAPANESE_ESCAPE.search(data):
        # cp50220 of Windows; the _ext codec misses NEC rows, which then show as U+FFFD.
        text = _try(data, "iso2022_jp_ext") or _try(data, "iso2022_jp_2004")
        return text if text is not None else data.decode("iso2022_jp_ext", "replace")
    if (charset and b"\x1b" in data) or b"+" in data or b"~" in data:
        codec = python_codec(charset) if charset else ""
        if codec in ("utf-7", "hz") or codec.startswith("iso2022"):
            return data.decode(codec, "replace")
    elif charset and charset.lower().startswith("utf-16"):
        return data.decode(python_codec(charset) or "ascii", "replace")
    return data.decode("ascii")


def _try(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None
    if codec == "utf-7" and any("\ud800" <= char <= "\udfff" for char in text):
        return None
    return text


def _looks_like_utf8(data: bytes, codec: str) -> bool:
    """UTF-8 sent as an eight-bit charset is common; text in one that passes as UTF-8 is not."""
    if not codec.startswith(("cp125", "iso8859", "koi8", "mac", "iso2022")):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    text = data[:DETECT_BYTES].decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(not char.isascii() for char in text) - wrong
    return right > 4 * wrong


def _guesses(data: bytes, hint: str) -> Iterator[str]:
    """Codecs in the order in which they are likely."""
    own = guessed(data)
    count = sum(byte > 127 for byte in data[:4000])
    if own in CYRILLIC and hint not in CYRILLIC:
        if count > SOME_LETTERS and (found := detected(data)).startswith(FOREIGN):
            yield found
        yield own
    yield hint
    is_short = count < FEW_LETTERS
    if own == WESTERN or not own or not is_short:
        found = detected(data)
        is_better = not (own and is_short) or found in POLISH
        yield found if is_better and found.startswith(REAL_CHARSETS) else own or found
    yield own


def detected(data: bytes) -> str:
    """The codec the detector finds, '' if none."""
    import chardet  # slow to load, seldom needed

    try:
        found = chardet.detect(data[:DETECT_BYTES]).get("encoding") or ""
    except Exception:
        return ""
    return python_codec(found) if found else ""
