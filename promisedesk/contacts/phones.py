"""A phone number a customer gave in an answer, noted as a suggestion on their card.

Only a suggestion: signatures hold numbers of offices and strangers too, and an agent
takes over what is right.
"""

import re

from promisedesk.contacts.models import Contact, Identity
from promisedesk.core.models import Workspace

SEARCHED = 4000  # characters; a number given to be called back stands in the new text
_LIKELY = re.compile(
    r"(?<![\w#№/.-])(?!\d{4}-\d\d-\d\d)"
    r"(?=\+|\(?0|8[ (-]|\(?\d{2,4}\)?[ -]\d)"
    r"\+?\(?\d(?:[ ().\u2010-\u2015-]{0,2}\d){8,14}(?!\d)"
)
_MAYBE = re.compile(r"\d(?:[\s().\u2010-\u2015-]{0,2}\d){6}")


def suggest(contact: Contact | None, text: str) -> Identity | None:
    """Note the first phone number of the text, unless this contact has one already."""
    if contact is None or not _MAYBE.search(text[:SEARCHED]):
        return None
    phone = Identity.Kind.PHONE
    if contact.identities.filter(kind=phone).exists():
        return None
    number = first_number(text, Workspace.get().country)
    if not number:
        return None
    return Identity.objects.create(contact=contact, kind=phone, value=number, is_suggested=True)


def seems_given(text: str) -> bool:
    """Whether a phone number seems to stand in the text: enough to ask for none, and cheap.

    Nine to fifteen figures that begin as numbers do, or stand in groups. Not a run of figures,
    such as an order's, and no day with a time.
    """
    return bool(_LIKELY.search(text[:SEARCHED]))


def first_number(text: str, country: str = "") -> str:
    """The first valid phone number as E.164; '' if there is none.

    `country` (ISO 3166, 'GB') reads numbers without a country code; without it only those
    that begin with + count, for an order number looks like a local one.
    """
    # Some 10 MB of tables, wanted by few mails.
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

    for found in PhoneNumberMatcher(text[:SEARCHED], country.upper() or None):
        return format_number(found.number, PhoneNumberFormat.E164)
    return ""
