"""Running the desk as a whole: its look, its languages, how long it keeps things, habits.

Each writes only its own fields of the shop's one row, and a line for the audit log.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.desk_verbs import (
    HABITS_CHANGED,
    KEEPING_CHANGED,
    LANGUAGES_CHANGED,
    LOOK_CHANGED,
    SHOP_CHANGED,
)
from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core import files
from promisedesk.core.errors import Refused
from promisedesk.core.events import Verb, record
from promisedesk.core.models import LANGUAGES, Workspace
from promisedesk.lib import pictures
from promisedesk.lib.colours import MOST_CHROMA

LONGEST_LOGO_SIDE = 480  # pixels: twice as large as it is shown anywhere
LONGEST_UNDO = 30  # seconds; letters leave within half a minute
KEPT = ("spam", "resolved", "raw", "events")  # what may be kept for some days only
LEAST_DAYS = {"spam": 7, "resolved": 30, "raw": 30, "events": 30}
MOST_DAYS = 36_500


@transaction.atomic
def _change(verb: Verb, by: Agent, **fields) -> None:
    demand(by, Deed.RUN)
    shop = Workspace.get()
    changed = {name: value for name, value in fields.items() if getattr(shop, name) != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(shop, name, value)
    shop.save(update_fields=list(changed))
    record(verb, by=by, **changed)


@transaction.atomic
def change_shop(shop: Workspace, fields: Iterable[str], *, by: Agent) -> None:
    """Save these fields of the shop's row, checked by the form they came from."""
    demand(by, Deed.RUN)
    if changed := sorted(fields):
        shop.save(update_fields=changed)
        record(SHOP_CHANGED, by=by, fields=changed)


def drawn_logo(content: bytes) -> str:
    """Draw an uploaded picture anew and keep it; returns its SHA-256. Not in a transaction.

    Raises Refused for what is no picture, or takes too much.
    """
    try:
        return files.store(pictures.redrawn(content, LONGEST_LOGO_SIDE))
    except pictures.NotDrawn as error:
        raise Refused(_("This is no picture we can show. Choose a PNG, JPEG or WebP.")) from error


def look(*, hue: int, colour: int, logo: str | None = None, by: Agent) -> None:
    """The shop's colour: hue in degrees, strength in thousandths of chroma (0: the desk's own).

    `logo`: what `drawn_logo` gave, "" for none, None to leave it. Strength ends where text in
    that colour could not be read any more.
    """
    fields = {"brand_hue": hue % 360, "brand_colour": max(0, min(colour, MOST_CHROMA))}
    if logo is not None:
        fields["logo_sha256"] = logo
    _change(LOOK_CHANGED, by, **fields)


def speak(languages: Iterable[str], *, language: str, by: Agent) -> None:
    """Answer customers in these languages, the shop's own being `language`. Raises Refused."""
    known = [code for code, _name in LANGUAGES]
    chosen = [code for code in known if code in set(languages)]
    if language not in known:
        raise Refused(_("Choose one of the languages."))
    if chosen and language not in chosen:
        raise Refused(_("The shop’s own language is one that customers are answered in."))
    every = chosen in ([], known)
    _change(LANGUAGES_CHANGED, by, languages=[] if every else chosen, language=language)


def keep(days: dict[str, int | None], *, by: Agent) -> None:
    """How many days each of KEPT is kept; None or absent: for ever. Raises Refused."""
    chosen = {kind: number for kind, number in days.items() if number is not None}
    for kind, number in chosen.items():
        if kind not in KEPT:
            raise Refused(_("There is no such thing to keep."))
        if not LEAST_DAYS[kind] <= number <= MOST_DAYS:
            raise Refused(
                _("Choose between %(least)s and %(most)s days.")
                % {"least": LEAST_DAYS[kind], "most": MOST_DAYS}
            )
    _change(KEEPING_CHANGED, by, retention=chosen)


def work_like(*, undo_seconds: int, tracks_time: bool, by: Agent) -> None:
    """How long an answer can be taken back, and whether time spent is written down."""
    if not 0 <= undo_seconds <= LONGEST_UNDO:
        raise Refused(_("Choose between 0 and %d seconds.") % LONGEST_UNDO)
    _change(HABITS_CHANGED, by, undo_seconds=undo_seconds, tracks_time=tracks_time)
