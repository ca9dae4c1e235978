"""How strict the coach is in this shop: a level for each check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach.models import CoachManners
from promisedesk.coach.verbs import MANNERS_CHANGED
from promisedesk.core.choosing import choose
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.lib.coach import CHECKS, Level, signing

OFF = "off"
CHOICES = (OFF, Level.HINT, Level.WARN, Level.STOP)
LONGEST_COOLING = 24 * 60  # minutes


@remembered(CoachManners)
def levels() -> dict[str, str]:
    """The level of every check, "off" included. Nobody may change what is answered."""
    chosen = CoachManners.get().levels
    return {
        one.id: one.usual if one.is_fixed else chosen.get(one.id, one.usual)
        for one in CHECKS.values()
    }


def switched_off() -> frozenset[str]:
    """The checks this shop does without."""
    return frozenset(name for name, level in levels().items() if level == OFF)


@transaction.atomic
def change(*, by: Agent | None, **chosen: object) -> bool:
    """Set `levels` (by check), `cooling_minutes`, `wants_second_eyes`, `calls_lead`,
    `signature_needs`, `allows_pictures`, `allows_art`; what is not given stays. False if all
    of it was so already. Raises Refused for what there is not."""
    demand(by, Deed.RUN)
    changed = choose(CoachManners.to_change(), chosen, _CHECKED)
    if changed:
        record(MANNERS_CHANGED, by=by, **changed)
    return bool(changed)


def _levels(value: object) -> dict[str, str]:
    """Only what differs from the usual is kept, so that better defaults reach everybody."""
    assert isinstance(value, Mapping)
    for name, level in value.items():
        if name not in CHECKS or CHECKS[name].is_fixed or level not in CHOICES:
            raise Refused(_("Choose off, hint, warn or stop for each check."))
    return {name: str(level) for name, level in value.items() if level != CHECKS[name].usual}


def _minutes(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= LONGEST_COOLING:
        raise Refused(_("Cooling off lasts from 0 minutes to one day."))
    return value


def _needs(value: object) -> list[str]:
    """The usual is kept as nothing, as with the levels."""
    assert isinstance(value, Iterable)
    chosen = set(value)
    if not chosen <= {*signing.REQUIRED, *signing.WANTED, *signing.OFFERED}:
        raise Refused(_("There is no such part of a signature."))
    if not chosen:
        raise Refused(_("Choose at least one part that every signature has."))
    parts = (*signing.REQUIRED, *signing.WANTED, *signing.OFFERED)
    return [] if chosen == set(signing.REQUIRED) else [one for one in parts if one in chosen]


_CHECKED: dict[str, Callable[[object], object]] = {
    "levels": _levels,
    "cooling_minutes": _minutes,
    "wants_second_eyes": bool,
    "calls_lead": bool,
    "signature_needs": _needs,
    "allows_pictures": bool,
    "allows_art": bool,
}
