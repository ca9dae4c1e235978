"""Large mails without large memory: the parser sees a skeleton, files go from disk to disk.

`skeleton()` replaces every long body between two boundary lines by one marker line. A part
whose payload is a marker is then decoded in pieces straight from the mapped file.
"""

import binascii
import mmap
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from promisedesk.lib.mail import attachments
from promisedesk.lib.mail.mime import Leaf, transfer_decoded
from promisedesk.lib.mail.model import Attachment

LARGE = 256 * 1024  # bytes between two boundary lines that are left out of the skeleton
LONGEST_TOP = 4 * 1024 * 1024  # bytes in which the first header is looked for
LARGEST_SKELETON = 16 * 1024 * 1024
MOST_SEGMENTS = 20_000
PIECE = 1024 * 1024
LARGEST_START = 40 * 1024 * 1024  # of one part, taken into memory to be unpacked

_NOT_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
)


class Blobs:
    """A mail in a file, its long parts by place. Close it when done."""

    def __init__(self, path: Path, folder: Path):
        self.folder = folder
        self.token = secrets.token_hex(12)  # no mail can contain it
        self._marker = re.compile(rf"{self.token}:(\d+):(\d+)")
        self._written = 0
        with path.open("rb") as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def close(self) -> None:
        self.map.close()

    def skeleton(self, problems: list[str]) -> bytes:
        pieces: list[bytes] = []
        start = size = count = 0
        while start < len(self.map):
            end = self.map.find(b"\n--", start)
            end = len(self.map) if end < 0 else end + 1
            piece = self._shortened(start, end)
            size += len(piece)
            count += 1
            if size > LARGEST_SKELETON or count > MOST_SEGMENTS:
                problems.append("too many parts for its size: the rest is only in the original")
                break
            pieces.append(piece)
            start = end
        return b"".join(pieces)

    def _shortened(self, start: int, end: int) -> bytes:
        if end - start < LARGE:
            return self.map[start:end]
        longest = LARGE if start else LONGEST_TOP  # the first header is the mail's own
        gaps = [self.map.find(gap, start, start + longest) for gap in (b"\n\n", b"\n\r\n")]
        found = [at for at in gaps if at >= 0]
        body = self.map.find(b"\n", min(found) + 1) + 1 if found else start + LARGE // 2
        return self.map[start:body] + f"{self.token}:{body}:{end}\n".encode()

    def of(self, leaf: Leaf) -> list[tuple[int, int]]:
        """The places of a part's bytes in the file; empty if the part is in the skeleton."""
        payload = leaf.part.raw_payload()
        if not isinstance(payload, str) or self.token not in payload:
            return []
        return [(int(hit[1]), int(hit[2])) for hit in self._marker.finditer(payload)]

    def decoded_start(self, leaf: Leaf, places: list[tuple[int, int]]) -> bytes:
        """The first 40 MB, for what has to be looked into."""
        found, size = [], 0
        for piece in self._decoded(leaf, places):
            found.append(piece)
            size += len(piece)
            if size >= LARGEST_START:
                break
        return b"".join(found)

    def written(self, leaf: Leaf, places: list[tuple[int, int]], *, is_inline: bool) -> Attachment:
        """The part as a file in the folder, under a name of ours."""
        path = self.new_path()
        size, first = 0, b""
        with path.open("xb") as file:
            for piece in self._decoded(leaf, places):
                first = first or piece[:16]
                size += file.write(piece)
        made = attachments.made(
            attachments.raw_name(leaf),
            leaf.content_type,
            first,
            attachments.content_id(leaf),
            is_inline=is_inline,
        )
        made.content, made.size, made.path = b"", size, path
        return made

    def new_path(self) -> Path:
        self._written += 1
        return self.folder / f"{self._written:04}.bin"

    def _decoded(self, leaf: Leaf, places: list[tuple[int, int]]) -> Iterator[bytes]:
        encoding = leaf.first("content-transfer-encoding").strip().lower()
        if encoding == "base64":
            yield from self._base64(places)
        elif encoding.startswith("quoted"):
            for piece in self._lines(places):
                yield binascii.a2b_qp(piece)
        elif "uu" in encoding:
            yield transfer_decoded(b"".join(self._lines(places)), encoding)
        else:
            yield from self._lines(places)

    def _base64(self, places: list[tuple[int, int]]) -> Iterator[bytes]:
        rest = b""
        for piece in self._lines(places):
            letters = rest + piece.translate(None, delete=_NOT_BASE64)
            whole = len(letters) - len(letters) % 4
            rest = letters[whole:]
            yield binascii.a2b_base64(letters[:whole])
        if len(rest) > 1:
            yield binascii.a2b_base64(rest + b"=" * (-len(rest) % 4))

    def _lines(self, places: list[tuple[int, int]]) -> Iterator[bytes]:
        """Pieces of about a megabyte that end with a line, or anywhere in endless lines."""
        for start, end in places:
            while start < end:
                stop = min(start + PIECE, end)
                if stop < end:
                    line_end = self.map.rfind(b"\n", start, stop) + 1
                    stop = line_end or stop
                yield self.map[start:stop]
                start = stop
