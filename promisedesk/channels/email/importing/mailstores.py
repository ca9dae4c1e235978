"""The mails in an mbox file (RFC 4155) or a maildir, one at a time, however many there are.

Read as a stream: a mailbox of a hundred thousand mails takes no more memory than one mail.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from promisedesk.core.errors import Refused
from promisedesk.lib.mail.headers import read_date

LONGEST_READ = 1024 * 1024  # bytes of a line taken at once
IN_MEMORY = 2 * 1024 * 1024  # bytes of a mail; more of it waits on the disk
_QUOTED_FROM = re.compile(rb">+From ")
# "From anna@x.example Mon Nov 23 09:15:00 2026", and what other programs make of it.
_DATED = re.compile(rb"From \S+ +\w{3},? .*\d\d:\d\d.*\d{4}")
_UNDATED = re.compile(rb"From [^\s:]+\s*\Z|From -? |From \S.*\d\d:\d\d")
DRAFT, TRASHED = "D", "T"  # flags of a maildir's file names


@dataclass(slots=True)
class Entry:
    """One mail of a store. `file` is at its start, and closed by whoever asks for the next."""

    file: BinaryIO
    size: int
    position: int  # where to go on when this mail is done
    noted_at: datetime | None  # when the store says that it came
    is_rubbish: bool = False  # a draft, or thrown away


def in_mbox(path: Path, position: int = 0) -> Iterator[Entry]:
    """The mails of an mbox file from a byte position on, which is 0 or some entry's.

    ">From " at the start of a line loses one ">" (mboxrd), as it gained it. Raises Refused
    if this is no mbox, OSError if it cannot be read.
    """
    with path.open("rb") as source:
        source.seek(position)
        line = source.readline(LONGEST_READ)
        while position == 0 and line and not line.strip():
            line = source.readline(LONGEST_READ)
        if line and not line.startswith(b"From "):
            raise Refused(f"{path}: this is no mbox file, it does not begin with “From ”.")
        while line:
            noted_at = _noted_in(line)
            file, size, line = _next_mail(source)
            position = source.tell() - len(line)
            with file:
                yield Entry(file, size, position, noted_at)


def _next_mail(source: BinaryIO) -> tuple[BinaryIO, int, bytes]:
    """The mail from here to the next separator; that line too, which is empty at the end."""
    file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
    held, at_line_start, after_blank = b"", True, False
    while line := source.readline(LONGEST_READ):
        if at_line_start and line[:5] == b"From " and _separates(line, after_blank):
            break
        file.write(held)
        held = b""
        if at_line_start and _QUOTED_FROM.match(line):
            line = line[1:]
        after_blank = at_line_start and line in (b"\n", b"\r\n")
        at_line_start = line.endswith(b"\n")
        if after_blank:
            held = line  # the empty line before a separator belongs to it
        else:
            file.write(line)
    size = file.tell()
    file.seek(0)
    return file, size, line


def _separates(line: bytes, after_blank: bool) -> bool:
    """Some programs leave out the empty line before it; then only one with a date counts."""
    return bool(_DATED.match(line) or (after_blank and _UNDATED.match(line)))


def _noted_in(separator: bytes) -> datetime | None:
    words = separator.decode("ascii", "replace").split(maxsplit=2)
    if len(words) < 3:
        return None
    try:  # "From anna@x.example Mon Nov 23 09:15:00 2026", in UTC by RFC 4155
        return datetime.strptime(words[2].strip()[:24], "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        return read_date(words[2])


def in_maildir(path: Path, position: int = 0) -> Iterator[Entry]:
    """The mails of a maildir and its subfolders (".Sent"), after the first `position` ones.

    Raises Refused if this is no maildir, OSError if it cannot be read.
    """
    if not any((path / part).is_dir() for part in ("cur", "new")):
        raise Refused(f"{path}: this is no maildir, it has no folder “cur” or “new”.")
    names = sorted(_names_in(path))
    for number, name in enumerate(names[position:], position + 1):
        try:
            file = name.open("rb")
        except FileNotFoundError:
            continue  # a mail program is at work there
        with file:
            about = name.stat()
            noted_at = datetime.fromtimestamp(about.st_mtime, UTC)
            flags = name.name.rpartition(":2,")[2] if ":2," in name.name else ""
            is_rubbish = bool({DRAFT, TRASHED} & set(flags))
            yield Entry(file, about.st_size, number, noted_at, is_rubbish)


def _names_in(path: Path) -> Iterator[Path]:
    folders = [path, *(one for one in path.iterdir() if one.is_dir() and one.name[:1] == ".")]
    for folder in folders:
        for part in ("new", "cur"):
            if (folder / part).is_dir():
                yield from (one for one in (folder / part).iterdir() if one.is_file())


def size_of(kind: str, path: Path) -> int:
    """How much there is to do, in the unit of `Entry.position`."""
    return path.stat().st_size if kind == "mbox" else sum(1 for _name in _names_in(path))


READERS = {"mbox": in_mbox, "maildir": in_maildir}
