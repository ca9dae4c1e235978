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
CARDS_MERGED = Verb(
    "contact.merged", _("%(by)s made one card of this one and that of %(name)s"), personal=("name",)
)
CARDS_PARTED = Verb(
    "contact.parted", _("%(by)s took the card of %(name)s out of this again"), personal=("name",)
)
IDENTITY_ADDED = Verb(
    "contact.identity_added", _("%(by)s added %(value)s to the card"), personal=("value",)
)
IDENTITY_REMOVED = Verb(
    "contact.identity_removed", _("%(by)s took %(value)s off the card"), personal=("value",)
)
MADE_MAIN = Verb(
    "contact.made_main", _("%(by)s made %(value)s the first to write to"), personal=("value",)
)
