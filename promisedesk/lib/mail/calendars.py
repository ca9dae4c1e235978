"""Invitations (RFC 5545) as a few readable lines, without any language of our own."""

import re
from datetime import datetime

_FOLD = re.compile(r"\r?\n[ \t]")
MOST = 20  # values of one kind


def invitation_text(calendar: str) -> str:
    """Title, when, where and who, one a line; '' if there is no event in it."""
    event, _, _ = calendar.partition("BEGIN:VEVENT")[2].partition("END:VEVENT")
    if not event:
        return ""
    fields = _fields(_FOLD.sub("", event[:200_000]))
    when = " – ".join(filter(None, (_when(fields.get("DTSTART")), _when(fields.get("DTEND")))))
    lines = [
        _plain(fields, "SUMMARY"),
        when,
        _plain(fields, "LOCATION"),
        _plain(fields, "ORGANIZER").removeprefix("mailto:").removeprefix("MAILTO:"),
        _plain(fields, "DESCRIPTION"),
    ]
    return "\n".join(line for line in lines if line)


def method_of(calendar: str) -> str:
    hit = re.search(r"^METHOD:(\w{1,20})", calendar, re.M)
    return hit[1].upper() if hit else ""


def _fields(event: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    is_alarm = False
    for line in event.splitlines():
        if line.startswith(("BEGIN:", "END:")):
            is_alarm = line.startswith("BEGIN:")
            continue
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        if not is_alarm and name:
            found.setdefault(name.upper(), (parameters, value))
    return found


def _plain(fields: dict[str, tuple[str, str]], name: str) -> str:
    value = fields.get(name, ("", ""))[1]
    for escaped, real in (("\\n", "\n"), ("\\N", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        value = value.replace(escaped, real)
    return value.strip()


def _when(field: tuple[str, str] | None) -> str:
    if not field:
        return ""
    parameters, value = field
    zone = re.search(r'TZID="?([^";:]{1,60})', parameters)
    for form, shown in (
        ("%Y%m%dT%H%M%SZ", "%Y-%m-%d %H:%M UTC"),
        ("%Y%m%dT%H%M%S", "%Y-%m-%d %H:%M"),
        ("%Y%m%d", "%Y-%m-%d"),
    ):
        try:
            text = datetime.strptime(value.strip()[:16], form).strftime(shown)
        except ValueError:
            continue
        return f"{text} ({zone[1]})" if zone else text
    return value.strip()[:40]
