"""Removing files that nothing names any more, a folder at a time.

Each room says which files it still needs (`@holder`). A newcomer would get wrong: a room that
stores files and says nothing loses them, so a test looks through all tables for it. Files of a
bucket are left alone: it cannot be walked cheaply.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from promisedesk.core import buckets, files
from promisedesk.core.models import Workspace

LEFT_ALONE = 3 * 24 * 3600  # seconds; a form with an uploaded file may be sent a day later
FOLDERS = 256
A_TURN = 600  # seconds for each folder: all are walked in two days
AT_ONCE = 500

Holder = Callable[[list[str]], Iterable[str]]
HOLDERS: dict[str, Holder] = {}


def holder(function: Holder) -> Holder:
    """Register a room's answer: of these SHA-256s, those it still needs."""
    HOLDERS[f"{function.__module__}.{function.__name__}"] = function
    return function


@holder
def logo(names: list[str]) -> Iterable[str]:
    return Workspace.objects.filter(logo_sha256__in=names).values_list("logo_sha256", flat=True)


def sweep(at: float | None = None) -> int:
    """Remove what nobody needs in the folder whose turn it is; returns how many files."""
    at = time.time() if at is None else at
    folder = files.folder() / f"{int(at // A_TURN) % FOLDERS:02x}"
    if buckets.is_set() or not folder.is_dir():
        return 0
    old = [path for path in folder.iterdir() if _is_old(path, at)]
    return sum(_remove(old[place : place + AT_ONCE], at) for place in range(0, len(old), AT_ONCE))


def _is_old(path: Path, at: float) -> bool:
    try:
        return len(path.name) == 64 and path.stat().st_mtime < at - LEFT_ALONE
    except FileNotFoundError:
        return False


def _remove(paths: list[Path], at: float) -> int:
    needed = _needed([path.name for path in paths])
    return sum(_remove_one(path, at) for path in paths if path.name not in needed)


def _needed(names: list[str]) -> set[str]:
    return {name for ask in HOLDERS.values() for name in ask(names)}


def _remove_one(path: Path, at: float) -> bool:
    """Put it aside first, and look again: it may be stored or named anew at this very moment."""
    aside = path.with_name(f".gone-{path.name}")
    try:
        path.rename(aside)
    except FileNotFoundError:  # another worker has it
        return False
    if aside.stat().st_mtime >= at - LEFT_ALONE or _needed([path.name]):
        aside.rename(path)
        return False
    aside.unlink(missing_ok=True)
    return True
