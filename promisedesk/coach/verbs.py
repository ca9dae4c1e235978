"""What happens around the coach."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MANNERS_CHANGED = Verb("coach.changed", _("%(by)s changed what the coach asks for"))
WORD_ADDED = Verb("coach.word_added", _("%(by)s added the word “%(word)s” to the dictionary"))
WORD_REMOVED = Verb(
    "coach.word_removed", _("%(by)s removed the word “%(word)s” from the dictionary")
)
OVERRULED = Verb(
    "coach.overruled",
    _("%(by)s sent it although the coach said stop: “%(reason)s”"),
    personal=("reason",),
)
