"""Parts that do not work become alarms: rows that pages show, and letters are written about.

One row a part. It is open until the part works again; then it stays for a while, so that
people see what was. Who is told, and how, is decided above (`channels.email.alarming`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from promisedesk.core.health import DOWN, OK, Part
from promisedesk.core.memo import remembered
from promisedesk.core.models import Alarm, Heartbeat

KEPT = timedelta(days=30)  # alarms that are over
REMIND_AFTER = timedelta(days=1)
ANEW_AFTER = timedelta(hours=1)  # what got worse since the last letter is told again
CALM = timedelta(minutes=1)  # well so long before it is told: a part may come and go
GATHER = timedelta(minutes=2)  # between two letters: what fails together is told together
OFTEN = 4  # letters within an hour; then less often
GATHER_OFTEN = timedelta(minutes=15)
NO_WORKER = timedelta(minutes=1)  # then pages look for themselves, as nobody writes alarms

# What an alarm says, by its key or its kind; rooms add their own. %(name)s is the part's name.
SENTENCES = {
    "worker": _("The worker is not heard from: no mail comes in or goes out."),
    "worker part": _("A part of the worker does not work: %(name)s."),
    "disk": _("The disk of the desk is nearly full."),
    "sign-in": _("The permission to use the mailbox %(name)s is ending, or has ended."),
}

_first_seen: dict[str, datetime] = {}  # of parts that do not know since when they are ill


def sentence(key: str) -> str:
    """What is wrong, in the reader's language."""
    kind, _space, name = key.partition(" ")
    words = SENTENCES.get(key) or SENTENCES.get(kind if name else key)
    if kind == "worker" and name:
        words = SENTENCES["worker part"]
    return str(words or _("%(name)s does not work.")) % {"name": name or kind}


def troubles(parts: Iterable[Part]) -> dict[str, Part]:
    """The parts that do not work, by the key of their alarm.

    When no worker does anything, all else follows from that and is left out.
    """
    parts = list(parts)
    ill = [part for part in parts if part.state != OK]
    workers = [part for part in parts if part.kind == "worker"]
    if workers and all(part.state == DOWN for part in workers):
        latest = max((part.since for part in workers if part.since), default=None)
        dead = Part("worker", "", DOWN, latest)
        ill = [part for part in ill if part.kind not in ("worker", "mailbox", "queue", "sign-in")]
        ill.append(dead)
    return {f"{part.kind} {part.name}".strip(): part for part in ill}


def note(parts: Iterable[Part]) -> None:
    """Open an alarm for what has been ill longer than its patience, close those that are over."""
    ill = troubles(parts)
    known = {alarm.key: alarm for alarm in Alarm.objects.all()}
    for key in list(_first_seen):
        if key not in ill:
            del _first_seen[key]
    for key, part in ill.items():
        since = part.since or _first_seen.setdefault(key, now())
        alarm = known.get(key[:400])
        if alarm is not None and alarm.cleared_at is None:
            _keep_open(alarm, part)
        elif since <= now() - part.patience:
            _open(key[:400], since, part.detail, alarm)
    over = [alarm.pk for key, alarm in known.items() if not alarm.cleared_at and key not in ill]
    if over:
        Alarm.objects.filter(pk__in=over, cleared_at=None).update(cleared_at=now())
    Alarm.objects.filter(cleared_at__lt=now() - KEPT).delete()


def _open(key: str, since: datetime, detail: str, before: Alarm | None) -> None:
    if before is None:
        # Another worker may look this moment as well: whoever is first writes the row.
        Alarm.objects.bulk_create(
            [Alarm(key=key, since=since, detail=detail)], ignore_conflicts=True
        )
        return
    again = {"cleared_at": None, "detail": detail}
    if before.told_at is None:  # that it was over has been told, or nothing was: a new one
        again |= {"since": since, "tried_at": None, "tries": 0}
    Alarm.objects.filter(pk=before.pk).update(**again)


def _keep_open(alarm: Alarm, part: Part) -> None:
    changed = {}
    if alarm.detail != part.detail:
        changed["detail"] = part.detail
    if part.since and part.since > alarm.since:  # more mails that cannot be read, say
        changed["since"] = part.since
    if changed:
        Alarm.objects.filter(pk=alarm.pk).update(**changed)


def claim_untold() -> list[Alarm]:
    """The alarms to write about now, ours alone: opened, due for a reminder, or over.

    None as long as a letter went out just before, so that several come in one. Say `told` or
    they are claimed again later.
    """
    moment = now()
    if not _is_time(moment):
        return []
    is_new = Q(cleared_at=None) & (
        Q(told_at=None)
        | Q(told_at__lt=moment - REMIND_AFTER)
        | Q(told_at__lt=moment - ANEW_AFTER, since__gt=moment - ANEW_AFTER)
    )
    is_over = Q(told_at__isnull=False, cleared_at__lt=moment - CALM)
    claimed = []
    for alarm in Alarm.objects.filter(is_new | is_over).order_by("since"):
        if alarm.tried_at and alarm.tried_at > moment - _pause(alarm.tries):
            continue
        as_seen = Alarm.objects.filter(pk=alarm.pk, tried_at=alarm.tried_at)
        if as_seen.update(tried_at=moment, tries=alarm.tries + 1):
            claimed.append(alarm)
    return claimed


def _is_time(moment: datetime) -> bool:
    lately = Alarm.objects.filter(told_at__gt=moment - timedelta(hours=1))
    told = sorted(set(lately.values_list("told_at", flat=True)))
    gather = GATHER_OFTEN if len(told) >= OFTEN else GATHER
    return not told or told[-1] <= moment - gather


def _pause(tries: int) -> timedelta:
    return timedelta(seconds=min(1800, 30 * 2 ** min(tries, 10)))


def told(some: list[Alarm]) -> None:
    """A letter about these went out."""
    opened = [alarm.pk for alarm in some if alarm.cleared_at is None]
    over = [alarm.pk for alarm in some if alarm.cleared_at is not None]
    Alarm.objects.filter(pk__in=opened).update(told_at=now(), tried_at=None, tries=0)
    # A part that fell ill again meanwhile has an open row: that it was well is no news.
    Alarm.objects.filter(pk__in=over, cleared_at__isnull=False).update(
        told_at=None, tried_at=None, tries=0
    )


@remembered(Alarm)
def open_keys() -> tuple[str, ...]:
    """The keys of the open alarms, the oldest first; at most some seconds old.

    When no worker lives to write alarms, that is one.
    """
    keys = list(Alarm.objects.filter(cleared_at=None).order_by("since").values_list("key"))
    found = tuple(key for (key,) in keys)
    if "worker" in found:
        return found
    heard = Heartbeat.objects.order_by("-round_at").values_list("round_at", flat=True).first()
    if heard is not None and heard < now() - NO_WORKER:
        return ("worker", *found)
    return found
