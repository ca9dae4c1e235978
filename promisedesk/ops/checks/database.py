"""The database: reachable, at this program's version, on a disk it can rely on."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.ops import health
from promisedesk.ops.checks.finding import FAIL, OK, Finding

# SQLite's locks and fsync cannot be relied on there (sqlite.org/faq.html#q5).
NETWORK_FILE_SYSTEMS = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "lustre", "beegfs",
}  # fmt: skip
MOUNTS = Path("/proc/self/mountinfo")


def reachable() -> Iterator[Finding]:
    """The database answers, and its tables are those of this program."""
    try:
        missing = health.missing_migrations()
    except DatabaseError as error:
        yield Finding(
            "database",
            FAIL,
            _("The database cannot be used: %(why)s") % {"why": str(error).strip()},
            _("Is it running? Check PROMISEDESK_DATABASE_URL, then run: promisedesk migrate"),
        )
        return
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    yield Finding("database", OK, _("The database (%(kind)s) answers.") % {"kind": kind})
    if missing:
        says = ngettext(
            "The database lacks %(count)s change of this version.",
            "The database lacks %(count)s changes of this version.",
            len(missing),
        )
        do = _("Run: promisedesk migrate")
        yield Finding("migrations", FAIL, says % {"count": len(missing)}, do)
    else:
        yield Finding("migrations", OK, _("The database is of this version."))
    yield from _redis()


def _redis() -> Iterator[Finding]:
    cache = settings.CACHES["default"]
    if not cache["BACKEND"].endswith("RedisCache"):
        return
    from redis import Redis, RedisError  # 0.1 s, and most desks have none

    try:
        Redis.from_url(cache["LOCATION"], socket_timeout=5, socket_connect_timeout=5).ping()
    except RedisError as error:
        do = _("Start it, or unset PROMISEDESK_REDIS_URL: one machine needs no Redis.")
        says = _("Redis does not answer: %(why)s") % {"why": error}
        yield Finding("redis", FAIL, says, do)
    else:
        yield Finding("redis", OK, _("Redis answers."))


def file_system_of(path: Path, mounts: str) -> str:
    """The type of the file system a path lies on, by /proc/self/mountinfo (proc(5))."""
    best, found = "", ""
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        mount_point = before.split()[4].replace("\\040", " ")
        if path.is_relative_to(mount_point) and len(mount_point) >= len(best):
            best, found = mount_point, after.split()[0]
    return found


def local_disk() -> Iterator[Finding]:
    """SQLite must not lie on a network file system."""
    if connection.vendor != "sqlite" or not MOUNTS.exists():
        return
    path = Path(settings.DATABASES["default"]["NAME"])
    kind = file_system_of(path.resolve(), MOUNTS.read_text())
    if kind in NETWORK_FILE_SYSTEMS:
        yield Finding(
            "local-disk",
            FAIL,
            _("The SQLite database lies on a network file system (%(kind)s), which may damage it.")
            % {"kind": kind},
            _("Put the data folder on a local disk, or use PostgreSQL."),
        )
    else:
        says = _("The database lies on a local disk (%(kind)s).") % {"kind": kind}
        yield Finding("local-disk", OK, says)
