"""Files written into the text of a mail, as programs did before MIME (POSIX uuencode)."""

import binascii
import re

MOST_FILES = 100

_BEGIN = re.compile(r"begin(?:-base64)? [0-7]{3,4} (\S.{0,250})")


def taken_out(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """(the text without them, [(name, content)]); one pass over the lines.

    Only what ends with its "end" line, and has no line of another length, is a file.
    """
    lines = text.split("\n")
    kept: list[str] = []
    files: list[tuple[str, bytes]] = []
    at = 0
    while at < len(lines):
        hit = _BEGIN.fullmatch(lines[at].rstrip()) if lines[at].startswith("begin") else None
        found = _content(lines, at + 1) if hit and len(files) < MOST_FILES else None
        if not hit or found is None:
            kept.append(lines[at])
            at += 1
            continue
        content, at = found
        files.append((hit[1].strip(), content))
    return "\n".join(kept), files


def _content(lines: list[str], at: int) -> tuple[bytes, int] | None:
    """The bytes of one file and the line behind it."""
    pieces: list[bytes] = []
    for number in range(at, len(lines)):
        line = lines[number]
        if line.rstrip() == "end" and pieces:
            return b"".join(pieces), number + 1
        piece = _decoded(line)
        if piece is None:
            return None
        pieces.append(piece)
    return None


def _decoded(line: str) -> bytes | None:
    if not line.strip() or line.strip() == "`":
        return b""
    if not line.isascii() or not 32 <= ord(line[0]) <= 96:
        return None
    size = (ord(line[0]) - 32) & 63
    letters = (size + 2) // 3 * 4
    if len(line.rstrip()) > letters + 3:
        return None
    try:
        return binascii.a2b_uu(line[: letters + 1].ljust(letters + 1).encode("ascii"))
    except binascii.Error:
        return None
