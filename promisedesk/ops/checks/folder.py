"""The settings and the data folder: can it be written, is there room, who may read it."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.ops.checks.finding import FAIL, OK, WARN, Finding

LITTLE_SPACE = 0.10  # of the disk
HARDLY_ANY_SPACE = 0.01
PLENTY = 20 * 1024**3  # bytes free that are enough whatever share of a huge disk they are
KEYS = ("secret.key", "box.key")


def settings_found() -> Iterator[Finding]:
    """The address in links, and a crash step somebody forgot."""
    host = urlsplit(settings.BASE_URL).hostname or ""
    if host in ("localhost", "127.0.0.1", "::1"):
        yield Finding(
            "url",
            WARN,
            _("Links in letters lead to %(url)s, which opens on this machine only.")
            % {"url": settings.BASE_URL},
            _("Set PROMISEDESK_URL to the address people reach the desk at."),
        )
    elif not settings.IS_HTTPS:
        yield Finding(
            "url",
            WARN,
            _("%(url)s is not encrypted: passwords cross the network in the clear.")
            % {"url": settings.BASE_URL},
            _("Put a TLS proxy in front, and set PROMISEDESK_URL to https://…"),
        )
    else:
        yield Finding("url", OK, _("Links lead to %(url)s.") % {"url": settings.BASE_URL})
    if settings.CRASH_AT:
        yield Finding(
            "crash-at",
            FAIL,
            _("PROMISEDESK_CRASH_AT is set: the desk ends itself at “%(step)s”.")
            % {"step": settings.CRASH_AT},
            _("Unset it. It is for tests only."),
        )


def data_folder() -> Iterator[Finding]:
    """Whether files can be made there."""
    place = {"folder": settings.DATA}
    try:
        with tempfile.NamedTemporaryFile(dir=settings.DATA, prefix=".check-") as file:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        yield Finding(
            "data-folder",
            FAIL,
            _("The data folder %(folder)s cannot be written: %(why)s.")
            % {**place, "why": error.strerror},
            _("Give the user the desk runs as the folder, or set PROMISEDESK_DATA to another."),
        )
        return
    mode = settings.DATA.stat().st_mode
    if mode & stat.S_IRWXO:
        yield Finding(
            "data-folder",
            WARN,
            _("Every user of this machine may look into the data folder %(folder)s.") % place,
            f"chmod o-rwx {settings.DATA}",
        )
    else:
        yield Finding("data-folder", OK, _("The data folder %(folder)s can be written.") % place)


def free_space() -> Iterator[Finding]:
    """Room on the disk; without any, mail is refused with 4xx."""
    disk = shutil.disk_usage(settings.DATA)
    share = disk.free / disk.total if disk.total else 0
    says = _("%(free)s GB are free on the disk of the data folder, %(percent)s %%.") % {
        "free": f"{disk.free / 1024**3:.1f}",
        "percent": round(share * 100),
    }
    advice = _("Make room: the desk takes in no mail when the disk is full.")
    if share < HARDLY_ANY_SPACE:
        yield Finding("free-space", FAIL, says, advice)
    elif share < LITTLE_SPACE and disk.free < PLENTY:
        yield Finding("free-space", WARN, says, advice)
    else:
        yield Finding("free-space", OK, says)


def secret_files() -> Iterator[Finding]:
    """The keys are for the desk alone."""
    paths = [path for name in KEYS if (path := settings.DATA / name).exists()]
    open_ones = [path for path in paths if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    for path in open_ones:
        yield Finding(
            "secret-files",
            FAIL,
            _("Others may read the key file %(path)s.") % {"path": path},
            f"chmod 600 {path}",
        )
    if not open_ones:
        yield Finding("secret-files", OK, _("The key files are readable by the desk alone."))
    yield from _readable_database()


def _readable_database() -> Iterator[Finding]:
    path = Path(str(settings.DATABASES["default"]["NAME"]))
    is_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    # Inside a closed data folder nobody gets as far as the file.
    is_open = is_sqlite and path.exists() and path.stat().st_mode & stat.S_IROTH
    if is_open and path.parent.stat().st_mode & stat.S_IXOTH:
        yield Finding(
            "database-file",
            WARN,
            _("Every user of this machine may read the database %(path)s.") % {"path": path},
            f"chmod o-rwx {path}*",
        )
