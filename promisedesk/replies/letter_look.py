"""What stands around the shop's letters: logo, line of colour, contact card, closing words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.models import LANGUAGES
from promisedesk.replies.models import LetterLook
from promisedesk.replies.verbs import LETTERS_CHANGED

PARTS: dict[str, LazyText] = {
    "name": _("Name of the shop"),
    "site": _("Web site"),
    "phone": _("Phone number"),
    "email": _("E-mail address"),
    "address": pgettext_lazy("of a shop", "Postal address"),
    "hours": _("Opening hours"),
}
USUAL = ["name", "site", "phone", "address"]
LONGEST_CLOSING = 300  # characters


@remembered(LetterLook)
def the_look() -> LetterLook:
    """The look as it is, for reading."""
    return LetterLook.get()


def card_of(look: LetterLook) -> list[str]:
    """The parts of its contact card, in the order they stand."""
    return [one for one in PARTS if one in (look.card or USUAL)]


@transaction.atomic
def change(
    *,
    has_logo: bool,
    has_line: bool,
    card: Iterable[str],
    closing: Mapping[str, str],
    by: Agent,
) -> None:
    """Other letters from now on; those that left stay as they were. Raises Refused."""
    demand(by, Deed.RUN)
    chosen = looking(has_logo=has_logo, has_line=has_line, card=card, closing=closing)
    before = LetterLook.to_change()
    fields = ("has_logo", "has_line", "card", "closing")
    changed = [name for name in fields if getattr(before, name) != getattr(chosen, name)]
    if changed:
        chosen.save()
        record(LETTERS_CHANGED, by=by, fields=changed)


def looking(
    *, has_logo: bool, has_line: bool, card: Iterable[str], closing: Mapping[str, str]
) -> LetterLook:
    """A look that is not kept yet, checked. Raises Refused."""
    wanted = set(card)
    parts = [one for one in PARTS if one in wanted]
    if not parts:
        raise Refused(
            gettext("Choose at least one part: customers want to know who wrote to them.")
        )
    words = {
        code: " ".join(closing.get(code, "").split())[:LONGEST_CLOSING] for code, _name in LANGUAGES
    }
    return LetterLook(
        pk=1,
        has_logo=has_logo,
        has_line=has_line,
        card=[] if parts == USUAL else parts,
        closing={code: said for code, said in words.items() if said},
    )
