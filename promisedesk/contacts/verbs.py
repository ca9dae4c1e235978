"""What can happen to a customer's card."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

CARD_CHANGED = Verb("contact.changed", _("%(by)s changed the customer's card"))
