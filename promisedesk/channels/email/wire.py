"""The body of DATA off the wire, block by block: flat in memory whatever is sent.

A message ends at CR LF . CR LF and nowhere else (RFC 5321 2.3.8, 4.1.1.4): a bare LF or CR
beside a dot belongs to the text, so nobody can smuggle a second mail into the first.
"""

import asyncio
import tempfile
from typing import BinaryIO

from django.conf import settings

END = b"\r\n.\r\n"
IN_MEMORY = 256 * 1024  # a longer mail continues in a file; a thousand may come at a time
HEAD = 256 * 1024


class Sheet:
    """Collects one mail: dots unstuffed, size watched, long ones in a file."""

    def __init__(self, most: int):
        self.size, self.most = 0, most
        # The line end of the DATA command: a dot may follow it as it may follow any other.
        self._held, self._is_first = b"\r\n", True
        self.head = b""  # how the mail begins, once it is finished
        self._is_ours = True
        self.error: OSError | None = None
        folder = settings.DATA / "files"
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        self.file: BinaryIO = tempfile.SpooledTemporaryFile(IN_MEMORY, dir=folder)  # noqa: SIM115

    def add(self, block: bytes) -> None:
        """Take what came. A line end is held back: the next block may begin with its dot."""
        block = self._held + block
        keep = len(block)
        if block.endswith(b"\r\n"):
            keep -= 2
        elif block.endswith(b"\r"):
            keep -= 1
        self._held = block[keep:]
        self._write(block[:keep].replace(b"\r\n.", b"\r\n"))

    def finish(self) -> None:
        """The end was seen: go back to the start for whoever reads it."""
        self._write(self._held)
        self._held = b""
        if not self.error:
            self.file.seek(0)
            self.head = self.file.read(HEAD)
            self.file.seek(0)

    def _write(self, block: bytes) -> None:
        if self._is_first and block:
            block, self._is_first = block[2:], False
        self.size += len(block)
        if self.size > self.most or self.error:
            return  # read on to the end, keep nothing more
        try:
            self.file.write(block)
        except OSError as error:
            self.error = error

    def hand_over(self) -> BinaryIO:
        """The file, whose closing is now the taker's business."""
        self._is_ours = False
        return self.file

    def close(self) -> None:
        if self._is_ours:
            self.file.close()


async def read_data(reader: asyncio.StreamReader, sheet: Sheet, is_alive) -> None:
    """Read one mail up to its end. `is_alive` is called for each block that came.

    Raises IncompleteReadError when the client hangs up before the end.
    """
    if not await _read_to_middle_of_a_line(reader, sheet):
        return
    while True:
        try:
            block = await reader.readuntil(END)
        except asyncio.LimitOverrunError as more:
            sheet.add(await reader.readexactly(more.consumed))
            is_alive()
            continue
        sheet.add(block[:-3])
        sheet.finish()
        return


async def _read_to_middle_of_a_line(reader: asyncio.StreamReader, sheet: Sheet) -> bool:
    """Read until the line end before a final dot must still be to come; False if it came.

    The command before ends the line as well as a line of text does, so a mail may begin
    with its end, and the search for END would not find a dot whose line end was read.
    """
    while True:
        first = await reader.readexactly(1)
        if first == b".":
            rest = await _line(reader)
            if rest == b"\r\n":
                sheet.finish()
                return False
            sheet.add(first + rest)
            if not rest.endswith(b"\r\n"):
                return True
        elif first == b"\r":
            second = await reader.readexactly(1)
            while second == b"\r":
                sheet.add(first)
                second = await reader.readexactly(1)
            sheet.add(first + second)
            if second != b"\n":
                return True
        else:
            sheet.add(first)
            return True


async def _line(reader: asyncio.StreamReader) -> bytes:
    """The rest of a line with its CR LF; without it when the line is longer than a block."""
    try:
        return await reader.readuntil(b"\r\n")
    except asyncio.LimitOverrunError as more:
        return await reader.readexactly(more.consumed)
