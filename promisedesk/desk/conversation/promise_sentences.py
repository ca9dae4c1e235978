"""What became of a promise, in a line: who did it, why, and which of several it was.

An event carries the kind and the promised time; the line's own time stands behind it, so it is
not said twice.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from promisedesk.core.models import Event
from promisedesk.promises.models import Promise
from promisedesk.promises.verbs import BROKEN, KEPT, MADE_GOOD, RENEWED, WITHDRAWN

Kind = Promise.Kind
MISSED = {
    Kind.ANSWER: _("Missed: no answer was there at the promised time"),
    Kind.CALLBACK: _("Missed: nobody had called back at the promised time"),
    Kind.COMMITMENT: _("Missed: what was promised in words was not done at the promised time"),
    Kind.RESOLUTION: _("Missed: the matter was not settled by now"),
}
BY_SOMEBODY = {
    KEPT.name: _("%(by)s kept the promise of %(due_at)s"),
    MADE_GOOD.name: _("%(by)s made good late what was promised by %(due_at)s"),
    RENEWED.name: _("%(by)s gave a new promise: by %(due_at)s, instead of %(was_due_at)s"),
    WITHDRAWN.name: _("%(by)s withdrew the promise of %(due_at)s"),
}
BY_ITSELF = {
    KEPT.name: _("The promise of %(due_at)s is kept"),
    MADE_GOOD.name: _("What was promised by %(due_at)s is made good late"),
    RENEWED.name: _("New promise: by %(due_at)s, instead of %(was_due_at)s"),
    WITHDRAWN.name: _("The promise of %(due_at)s is withdrawn"),
}
WITH_REASON = {
    RENEWED.name: _(
        "%(by)s gave a new promise: by %(due_at)s, instead of %(was_due_at)s, because “%(reason)s”"
    ),
    WITHDRAWN.name: _("%(by)s withdrew the promise of %(due_at)s, because “%(reason)s”"),
}
BECAUSE = {  # of what the desk withdraws by itself
    "spam": _("The promise of %(due_at)s is withdrawn: it was spam"),
    "customer": _("The promise of %(due_at)s is withdrawn: it was made to another customer"),
    "earlier": _("The promise of %(due_at)s is withdrawn: an earlier one holds for both"),
    "taken back": _("The promise of %(due_at)s is withdrawn: the letter with it never left"),
}


def words_of(event: Event) -> str:
    """The sentence with its places, to be filled; '' where the verb's own will do."""
    if event.verb == BROKEN.name:
        return str(MISSED.get(event.data.get("kind"), "")) if _is_on_time(event) else ""
    if "due_at" not in event.data or event.verb not in BY_ITSELF:
        return ""
    if event.by and event.data.get("reason") and event.verb in WITH_REASON:
        return str(WITH_REASON[event.verb])
    if event.verb == WITHDRAWN.name and event.data.get("because") in BECAUSE:
        return str(BECAUSE[event.data["because"]])
    return str((BY_SOMEBODY if event.by else BY_ITSELF)[event.verb])


def _is_on_time(event: Event) -> bool:
    """Written down as of the moment it was due, as all are."""
    return event.data.get("due_at") == event.at.isoformat()
