"""Rich text of Outlook: unpacked (MS-OXRTFCP), and read as text or as the HTML it wraps.

Outlook sends a letter written as HTML as RTF that remembers the tags (MS-OXRTFEX).
"""

import re
import struct
from html import escape

from promisedesk.lib.mail.charsets import decode_bytes

LARGEST = 8 * 1024 * 1024  # bytes unpacked
DEEPEST = 200

# What every dictionary begins with (MS-OXRTFCP 2.1.2.1).
_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.S
)
_SKIPPED = {
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer",
    b"headerl", b"headerr", b"footerl", b"footerr", b"fldinst", b"xe", b"tc", b"themedata",
    b"datastore", b"listtable", b"listoverridetable", b"generator", b"pntext",
}  # fmt: skip
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t",
    b"cell": "\t", b"bullet": "•", b"emdash": "—", b"endash": "–", b"lquote": "‘",
    b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_CHARSETS = {  # \fcharset of a font
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip


def unpacked(data: bytes) -> bytes:
    """The RTF inside compressed RTF; b'' if it is not readable as such."""
    if len(data) < 16:
        return b""
    size, kind = struct.unpack_from("<I", data, 4)[0], data[8:12]
    if kind == b"MELA":
        return data[16 : 16 + min(size, LARGEST)]
    if kind != b"LZFu":
        return b""
    found = bytearray(_START)
    most = len(_START) + min(size, LARGEST)
    at = 16
    while at < len(data) and len(found) < most:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if not flags >> bit & 1:
                found.append(data[at])
                at += 1
                continue
            word = int.from_bytes(data[at : at + 2], "big")
            at += 2
            place = _place(word >> 4, len(found))
            if place is None:
                return bytes(found[len(_START) :])
            for number in range(place, place + (word & 15) + 2):
                found.append(found[number])
    return bytes(found[len(_START) : most])


def _place(offset: int, size: int) -> int | None:
    """Where in all that was written an offset of the 4 KB ring points; None at the end mark."""
    behind = (size - offset) % 4096
    if behind == 0:
        return None
    return size - behind if size >= behind else None


class _Reader:
    """One pass over the tokens. A group remembers (skipped, font, unicode skip, in tags)."""

    def __init__(self, data: bytes):
        self.is_html = b"\\fromhtml" in data[:4096]
        self.found: list[str] = []
        self.bytes = bytearray()
        self.fonts: dict[int, str] = {}
        self.codec = "cp1252"
        self.font: int | None = None
        self.uc, self.left = 1, 0
        self.is_skipped = self.is_tag = self.is_only_rtf = self.is_fonts = False

    def read(self, data: bytes) -> str:
        stack: list[tuple[object, ...]] = []
        star = False
        for token in _TOKEN.finditer(data):
            word, number, code, sign, brace, text = token.groups()
            if brace == b"{":
                if len(stack) < DEEPEST:
                    stack.append(self._state())
            elif brace == b"}":
                self._flush()
                if stack:
                    self._restore(stack.pop())
            elif word is not None:
                self._word(word, number, is_starred=star)
            elif sign is not None:
                self._sign(sign)
            elif code is not None:
                self._raw(bytes([int(code, 16)]))
            elif text:
                self._raw(text)
            star = sign == b"*"
        self._flush()
        return "".join(self.found)

    def _state(self) -> tuple[object, ...]:
        self._flush()
        return (self.is_skipped, self.is_tag, self.is_only_rtf, self.is_fonts, self.font, self.uc)

    def _restore(self, state: tuple) -> None:
        (self.is_skipped, self.is_tag, self.is_only_rtf, self.is_fonts, self.font, self.uc) = state

    def _word(self, word: bytes, number: bytes | None, *, is_starred: bool) -> None:
        value = int(number) if number is not None else None
        if word == b"u" and value is not None:
            self._flush()
            self._put(chr(value % 65536))
            self.left = self.uc
            return
        if word in (b"f", b"ansicpg", b"fcharset"):
            self._flush()
        if word == b"uc":
            self.uc = min(value or 0, 10)
        elif word == b"ansicpg" and value:
            self.codec = f"cp{value}" if value != 65001 else "utf-8"
        elif word == b"f":
            self.font = value
        elif word == b"fcharset" and self.is_fonts and self.font is not None and value is not None:
            self.fonts[self.font] = _CHARSETS.get(value, "")
        elif word == b"htmlrtf":
            self._flush()
            self.is_only_rtf = value != 0
        elif word == b"htmltag" and self.is_html:
            self.is_tag, self.is_skipped = True, False
        elif word in _SKIPPED or is_starred:
            self.is_skipped, self.is_fonts = True, word == b"fonttbl"
        elif word in _SIGNS:
            self._flush()
            self._put(_SIGNS[word])

    def _sign(self, sign: bytes) -> None:
        if sign in b"\\{}":
            self._raw(sign)
        elif sign == b"~":
            self._flush()
            self._put(" ")
        elif sign in b"\r\n":
            self._flush()
            self._put("\n")

    def _raw(self, data: bytes) -> None:
        if self.left:  # what stands behind \u for programs without Unicode
            data, self.left = data[self.left :], max(0, self.left - len(data))
        if data and not self.is_skipped and not self.is_only_rtf:
            self.bytes += data

    def _flush(self) -> None:
        if self.bytes:
            codec = self.fonts.get(self.font or 0) or self.codec
            data, self.bytes = bytes(self.bytes), bytearray()
            self._put(data.decode("ascii") if data.isascii() else decode_bytes(data, codec))

    def _put(self, text: str) -> None:
        if not self.is_skipped and not self.is_only_rtf:
            is_text = self.is_html and not self.is_tag
            self.found.append(escape(text, quote=False) if is_text else text)


def read_rtf(data: bytes) -> tuple[str, str]:
    """(text, html) of RTF: one of the two, '' both when there is nothing to read."""
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        return "", ""
    reader = _Reader(data[:LARGEST])
    found = reader.read(data[:LARGEST])
    found = found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return ("", found) if reader.is_html else (found.strip(), "")
