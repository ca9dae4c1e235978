"""What is an alarm by now: mailboxes nobody could look into, servers that take no letters."""

from collections.abc import Iterator

from django.utils.timezone import now

from promisedesk.core import alarms, health
from promisedesk.ops.checks.finding import FAIL, WARN, Finding

LOOKED_AT_ELSEWHERE = {"worker", "disk", "queue", "sign-in", "mail"}


def alarming() -> Iterator[Finding]:
    """Each part that has been ill longer than its patience, as the desk itself judges it."""
    for key, part in alarms.troubles(health.parts()).items():
        since = part.since or now()
        if part.kind in LOOKED_AT_ELSEWHERE or since > now() - part.patience:
            continue
        level = FAIL if part.state == health.DOWN else WARN
        name = f"{part.kind}-{part.name}"
        yield Finding(name, level, f"{alarms.sentence(key)} {part.detail}".strip())
