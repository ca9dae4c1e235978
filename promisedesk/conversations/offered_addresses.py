"""A better address a customer gives in an answer, noted as a suggestion on their card.

Only a suggestion, of a kind of its own, that nobody is found by: a stranger could give the
address of somebody else, and must neither get their letters nor become them.
"""

from __future__ import annotations

from promisedesk.contacts.models import Identity
from promisedesk.conversations.customers import is_ours
from promisedesk.conversations.models import Message
from promisedesk.lib.mail.addresses import sane_address
from promisedesk.lib.mail.model import FORWARDED
from promisedesk.lib.mail.senders import UNVERIFIED
from promisedesk.lib.said_address import said_address

MAIL, OFFERED = Identity.Kind.EMAIL, Identity.Kind.OFFERED


def suggest(message: Message) -> Identity | None:
    """Note the address this message asks to be used, unless it is ours or anybody's already.

    Call it for what people wrote, in the transaction that writes the message.
    """
    address = sane_address(said_address(message.text))
    if {UNVERIFIED, FORWARDED} & set(message.marks):  # somebody else's words, perhaps
        return None
    contact = message.contact
    if not address or contact is None or is_ours(address):
        return None
    if Identity.objects.filter(kind=MAIL, value=address).exists():
        return None
    if not contact.identities.filter(kind=MAIL).exists():
        return None
    if contact.identities.filter(kind=OFFERED).exists():  # one at a time
        return None
    return Identity.objects.create(contact=contact, kind=OFFERED, value=address, is_suggested=True)
