"""What can happen to a promise, and to the rules that make them."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MADE = Verb("promise.made", _("Promised an answer by %(due_at)s"))
TOLD = Verb("promise.told", _("The customer was told: by %(due_at)s"))
KEPT = Verb("promise.kept", _("Promise kept"))
DUE_SOON = Verb("promise.due_soon", _("Something promised is due by %(due_at)s"))
BROKEN = Verb("promise.broken", _("Promise missed: it was due by %(due_at)s"))
MADE_GOOD = Verb("promise.made_good", _("Made good late, after the promised time"))
WITHDRAWN = Verb("promise.withdrawn", _("Promise withdrawn"), personal=("reason",))
LET_GO = Verb("promise.let_go", _("The promise stays missed; nothing more is owed for it"))
UNDONE = Verb(
    "promise.undone", _("The answer came back: the promise of %(due_at)s is not kept by it")
)
OWED_AGAIN = Verb("promise.owed_again", _("The promise of %(due_at)s is owed again"))
RENEWED = Verb(
    "promise.renewed",
    _("New promise: by %(due_at)s, instead of %(was_due_at)s"),
    personal=("reason",),
)
PAUSED = Verb("promise.paused", _("While we wait for the customer the time to settle it rests"))
RESUMED = Verb("promise.resumed", _("The time to settle it goes on: until %(due_at)s"))
MATTER_TO_SETTLE = Verb("promise.to_settle", _("To be settled by %(due_at)s"))
MATTER_SETTLED = Verb("promise.settled", _("Settled in time"))
MATTER_MADE_GOOD = Verb("promise.settled_late", _("Settled after the time it was to be"))
COMMITTED = Verb(
    "promise.committed", _("%(by)s promised “%(says)s”: by %(due_at)s"), personal=("says",)
)
FULFILLED = Verb("promise.fulfilled", _("%(by)s did what was promised: “%(says)s”"), ("says",))
FULFILLED_LATE = Verb(
    "promise.fulfilled_late", _("%(by)s did late what was promised: “%(says)s”"), ("says",)
)
CALENDAR_CHANGED = Verb("calendar.changed", _("%(by)s changed the calendar “%(name)s”"))
POLICY_CHANGED = Verb("policy.changed", _("%(by)s changed what “%(inbox)s” promises: %(target)s"))
EXPECTATIONS_CHANGED = Verb(
    "expectations.changed", _("%(by)s changed what customers expect, and who sees how it is kept")
)
POLICY_MADE = Verb("policy.made", _("%(by)s made the promise policy “%(name)s”"))
POLICY_REWORDED = Verb("policy.reworded", _("%(by)s changed the promise policy “%(name)s”"))
POLICY_REMOVED = Verb("policy.removed", _("%(by)s removed the promise policy “%(name)s”"))
AWAY = Verb("agent.away", _("%(by)s is shown as away"))
BACK = Verb("agent.back", _("%(by)s is shown as active again"))
