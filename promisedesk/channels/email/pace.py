"""How fast letters go to one mail server: as people set it, and slower where a server asks for it.

The next turn of a server is a row: whoever moves it on has the turn, in whatever process. A
server without a limit that never complained costs no query at all.
"""

from __future__ import annotations

import re
from datetime import timedelta

from django.db.models import Q
from django.utils.timezone import now

from promisedesk.channels.email.lanes import Place
from promisedesk.channels.email.models import Pace
from promisedesk.conversations.models import Inbox
from promisedesk.core.memo import remembered
from promisedesk.core.shop import the_shop

FIRST_GAP, LONGEST_GAP = 10, 300  # seconds between letters once a server said "too many"
ENOUGH = 3  # seconds: a smaller gap is none

# RFC 3463 has no code for it that servers agree on; Gmail says 4.7.28, Exchange 4.4.2 or 4.5.3.
_TOO_MANY = re.compile(
    r"too (?:many|fast|much|quick|frequent)|rate[ -]?limit|throttl|slow down|4\.7\.28|"
    r"(?:rate|sending|message|hourly|daily) limit|limit (?:is )?(?:reached|exceeded)",
    re.I,
)


class NotYet(Exception):
    """It is not its server's turn; `seconds` until it is."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        super().__init__(seconds)


def take_turn(place: Place, per_minute: int) -> None:
    """Have the next letter to this server; `per_minute` 0: as many as there are. Raises NotYet."""
    gap = max(60 / per_minute if per_minute else 0, _gaps().get(_key(place), 0))
    if not gap:
        return
    row, _made = Pace.objects.get_or_create(place=_key(place))
    step = timedelta(seconds=gap)
    # One that lies further ahead than a step was written before the clock was set back.
    its_turn = Q(next_at__lte=now()) | Q(next_at__gt=now() + timedelta(seconds=LONGEST_GAP))
    if not Pace.objects.filter(its_turn, pk=row.pk).update(next_at=now() + step):
        row.refresh_from_db(fields=["next_at"])
        raise NotYet(max(0.05, (row.next_at - now()).total_seconds()))


def limit_of(inbox: Inbox) -> int:
    """Letters a minute by this inbox's server; 0: no limit."""
    return inbox.smtp_per_minute if inbox.smtp_url else the_shop().smtp_per_minute


def is_too_many(code: int, words: str) -> bool:
    """Whether a refusal means us and not the letter: 421, or a 45x that complains of our number."""
    return code == 421 or (code in (450, 451, 452, 454) and bool(_TOO_MANY.search(words)))


def slow_down(place: Place) -> float:
    """The server complained: from now on there are gaps; returns the seconds of the first."""
    row, _made = Pace.objects.get_or_create(place=_key(place))
    row.gap = min(max(row.gap * 2, FIRST_GAP), LONGEST_GAP)
    row.next_at = now() + timedelta(seconds=row.gap)
    row.save(update_fields=["gap", "next_at"])
    return row.gap


def took_it(place: Place) -> None:
    """A letter was taken: the gaps become shorter, until there are none."""
    gap = _gaps().get(_key(place), 0) / 2
    if gap:
        row = Pace.objects.filter(place=_key(place)).first()
        if row is not None:
            row.gap = gap if gap > ENOUGH else 0
            row.save(update_fields=["gap"])


def _key(place: Place) -> str:
    return f"{place[0]}:{place[1]} {place[2]}"[:400]


@remembered(Pace)
def _gaps() -> dict[str, float]:
    return dict(Pace.objects.filter(gap__gt=0).values_list("place", "gap"))
