"""What happens around an absence of several days."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

PLANNED = Verb("absence.planned", _("%(by)s planned an absence: %(place)s, back on %(returns_on)s"))
CHANGED = Verb(
    "absence.changed", _("%(by)s changed the absence: %(place)s, back on %(returns_on)s")
)
ENDED = Verb("absence.ended", _("%(by)s ended the absence: %(place)s"))
RETURNED = Verb("absence.returned", _("The absence ended by itself: %(place)s"))
TOLD = Verb("absence.told", _("The customer was told that nobody is here until %(back_at)s"))
