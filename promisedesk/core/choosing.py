"""The owner's choices in a settings row, and what is told of a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import Model


def choose(
    row: Model, chosen: Mapping[str, object], checks: Mapping[str, Callable[[object], object]]
) -> dict[str, dict[str, object]]:
    """Set and save what is chosen, each through its check, which may raise Refused.

    Returns what to record: {"was": {…}, "now": {…}} of the fields that changed, {} if none did.
    Call it in a transaction, with a row that is locked.
    """
    was = {name: getattr(row, name) for name in chosen}
    now = {name: checks[name](value) for name, value in chosen.items()}
    changed = [name for name in chosen if was[name] != now[name]]
    if not changed:
        return {}
    for name in changed:
        setattr(row, name, now[name])
    row.save(update_fields=changed)
    return {
        "was": {name: was[name] for name in changed},
        "now": {name: now[name] for name in changed},
    }
