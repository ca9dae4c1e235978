"""Secrets the desk makes for itself on first start, kept in the data folder (mode 600)."""

import os
import secrets
from pathlib import Path


def key_from(folder: Path, name: str, make=lambda: secrets.token_urlsafe(48)) -> str:
    """The key in the file `name`, made on first use. Two processes starting at once agree."""
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails if another process was first: its key stands
        except FileExistsError:
            pass
        fresh.unlink()
    return path.read_text(encoding="ascii").strip()
