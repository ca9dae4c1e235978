"""What can happen to a customer's card."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

CARD_CHANGED = Verb("contact.changed", _("%(by)s changed the customer's card"))
ADDRESS_TAKEN = Verb(
    "contact.address_taken",
    _("%(by)s noted that %(address)s is this customer’s address too"),
    personal=("address",),
)
ADDRESS_GIVEN_BACK = Verb(
    "contact.address_given_back",
    _("%(by)s noted that %(address)s is somebody else’s address after all"),
    personal=("address",),
)
FIELD_ADDED = Verb("field.added", _("%(by)s made the field “%(name)s”"))
FIELD_CHANGED = Verb("field.changed", _("%(by)s changed the field “%(name)s”"))
FIELD_RETIRED = Verb("field.retired", _("%(by)s retired the field “%(name)s”"))
FIELDS_ORDERED = Verb("field.ordered", _("%(by)s put the fields in another order"))
