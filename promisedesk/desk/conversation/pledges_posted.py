"""What was decided about the chips of promises, as a form brings it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.http import QueryDict


def denied_in(data: QueryDict) -> list[str]:
    """The keys of chips that were shown and lost their tick: no promises."""
    return sorted(set(data.getlist("pledge_seen")) - set(data.getlist("pledge")))


def moved_in(data: QueryDict) -> dict[str, datetime]:
    """Promises in the text whose time was changed: by key, in the zone the field names."""
    moved = {}
    for key in data.getlist("pledge_seen"):
        said, was = data.get(f"pledge_at_{key}"), data.get(f"pledge_was_{key}")
        try:
            at = datetime.fromisoformat(said or "")
            zone = ZoneInfo(data.get("pledge_zone", ""))
        except (ValueError, KeyError, OSError):
            continue
        if said != was:
            moved[key] = at.replace(tzinfo=zone)
    return moved


def decided_in(data: QueryDict) -> list[tuple[str, str]]:
    """(name, value) of all of it, to be sent again with a form that was refused."""
    names = [name for name in data if name.startswith("pledge")]
    return [(name, value) for name in names for value in data.getlist(name)]
