"""What happens to the ways a shop handles its promises."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MANNERS_CHANGED = Verb("manners.changed", _("%(by)s changed how promises are handled"))
