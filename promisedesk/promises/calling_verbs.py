"""What happens when people are told of missed promises, and called for urgent matters."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

ESCALATED = Verb("promise.escalated", _("The promise stays missed. Told: %(to)s"))
URGENT = Verb("urgent.marked", _("%(by)s marked it as urgent"), personal=("because",))
URGENT_BY_DESK = Verb("urgent.noticed", _("Marked as urgent: %(because)s"))
CALLED = Verb("urgent.called", _("Called: %(to)s"))
NOBODY_CALLED = Verb("urgent.nobody", _("Nobody could be called"))
SKIPPED = Verb("urgent.skipped", _("Nobody was called at %(due_at)s: Promisedesk stood still"))
TAKEN = Verb("urgent.taken", _("%(by)s took the urgent matter"))
NOT_URGENT = Verb("urgent.ended", _("%(by)s said that it is not urgent"))
PRIORITISED = Verb("conversation.prioritised", _("%(by)s set the priority"))
ENDED = Verb("urgent.answered", _("It is urgent no more"))
CHAIN_CHANGED = Verb("chain.changed", _("%(by)s changed who is told of missed promises"))
URGENT_CHAIN_CHANGED = Verb("chain.urgent_changed", _("%(by)s changed who is called when urgent"))
DUTY_CHANGED = Verb("duty.changed", _("%(by)s changed who is on call"))
WARNING_CHANGED = Verb(
    "manners.warning_changed", _("%(by)s changed how early a promise is warned of: %(span)s")
)
URGENT_WORDS_CHANGED = Verb(
    "manners.urgent_words_changed", _("%(by)s changed which words make a matter urgent")
)
