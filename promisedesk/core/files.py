"""Files by content: what a mail carried, kept once, named by its SHA-256.

What people called a file is only a label in the database; nothing outside ever
becomes a path here. A file is on the disk, synced, before its name is returned; or in the
bucket that PROMISEDESK_STORAGE_URL names (core.buckets), which then is the disk.
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from promisedesk.core import buckets

BLOCK = 1024 * 1024
HALF_DONE = (".new-*", ".read-*")  # what is being written, and mails being taken apart
LEFT_ALONE = 24 * 3600  # seconds; older ones are of processes that were killed


def folder() -> Path:
    """Where the files are."""
    return settings.DATA / "files"


def path_of(sha256: str) -> Path:
    """Where a stored file lies. The name must be a SHA-256 in hex."""
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError("not a SHA-256")
    return folder() / sha256[:2] / sha256


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def store(content: bytes) -> str:
    """Keep these bytes; returns their SHA-256. On return they survive a power cut.

    Raises OSError when the disk is full; nothing half-written is left behind.
    """
    return store_stream([content])


def store_stream(blocks: Iterable[bytes]) -> str:
    """Like `store`, for content that should not be in memory at once."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o750)
    if buckets.is_set():
        return _store_in_bucket(blocks)
    digest = hashlib.sha256()
    descriptor, name = tempfile.mkstemp(dir=folder(), prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for block in blocks:
                digest.update(block)
                file.write(block)
            file.flush()
            os.fchmod(file.fileno(), 0o640)
            os.fsync(file.fileno())
        path = path_of(digest.hexdigest())
        if not path.parent.exists():
            path.parent.mkdir(mode=0o750, exist_ok=True)
            _sync_folder(folder())
        os.replace(name, path)  # also mends a damaged copy
        _sync_folder(path.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def _store_in_bucket(blocks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with tempfile.TemporaryFile(dir=folder(), prefix=".new-") as file:
        for block in blocks:
            digest.update(block)
            file.write(block)
        file.seek(0)
        buckets.put(digest.hexdigest(), file)
    return digest.hexdigest()


def read(sha256: str) -> bytes:
    """The bytes of a stored file. Raises FileNotFoundError if it is gone."""
    with open_file(sha256) as file:
        return file.read()


def open_file(sha256: str) -> BinaryIO:
    """A stored file, open for reading. Raises FileNotFoundError if it is gone."""
    path = path_of(sha256)
    return buckets.get(sha256) if buckets.is_set() else path.open("rb")


def head(sha256: str, size: int) -> bytes:
    """Up to `size` first bytes of a stored file. Raises FileNotFoundError if it is gone."""
    path = path_of(sha256)
    if buckets.is_set():
        return buckets.head(sha256, size)
    with path.open("rb") as file:
        return file.read(size)


@contextlib.contextmanager
def on_disk(sha256: str) -> Iterator[Path]:
    """A path where a stored file can be read as long as this lasts. Raises FileNotFoundError."""
    if not buckets.is_set():
        yield path_of(sha256)
        return
    with (
        open_file(sha256) as file,
        tempfile.NamedTemporaryFile(dir=folder(), prefix=".read-") as local,
    ):
        shutil.copyfileobj(file, local, BLOCK)
        local.flush()
        yield Path(local.name)


def blocks_of(file: BinaryIO) -> Iterator[bytes]:
    """A file in blocks of a megabyte."""
    return iter(lambda: file.read(BLOCK), b"")


def sweep() -> int:
    """Remove what killed processes left half done more than a day ago; returns how many."""
    oldest, swept = time.time() - LEFT_ALONE, 0
    for path in [path for pattern in HALF_DONE for path in folder().glob(pattern)]:
        with contextlib.suppress(OSError):  # another worker swept it
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                swept += 1
    return swept
