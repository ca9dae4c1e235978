"""What can happen to a promise, and to the rules that make them."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MADE = Verb("promise.made", _("Promised an answer by %(due_at)s"))
TOLD = Verb("promise.told", _("The customer was told: an answer by %(due_at)s"))
KEPT = Verb("promise.kept", _("Promise kept"))
DUE_SOON = Verb("promise.due_soon", _("An answer is due by %(due_at)s"))
BROKEN = Verb("promise.broken", _("Promise missed: an answer was due by %(due_at)s"))
MADE_GOOD = Verb("promise.made_good", _("Answered late, after the promised time"))
WITHDRAWN = Verb("promise.withdrawn", _("Promise withdrawn"))
LET_GO = Verb("promise.let_go", _("The promise stays missed; nothing more is owed for it"))
CALENDAR_CHANGED = Verb("calendar.changed", _("%(by)s changed the calendar “%(name)s”"))
POLICY_CHANGED = Verb("policy.changed", _("%(by)s changed what “%(inbox)s” promises: %(target)s"))
