"""Finding the person behind an address, or meeting them for the first time."""

from promisedesk.contacts import addresses, indexing
from promisedesk.contacts.models import Contact, Identity
from promisedesk.core import locks, rows

# Held by whoever makes two cards one, or two again. Mail waits for them, and they for it: else
# it would come in on a card that is just being emptied, and stay there.
CARDS = "cards"


def by_address(address: str) -> Contact | None:
    """The contact with this e-mail address (any case), or None."""
    # Written out: every mail asks, and building the query takes longer than answering it.
    found = Contact.objects.raw(
        "SELECT contact.*, identity.doubtful_since AS is_doubtful FROM contacts_contact contact"
        " JOIN contacts_identity identity ON identity.contact_id = contact.id"
        " WHERE identity.kind = 'email' AND identity.value = %s",
        [address.strip().lower()],
    )
    return next(iter(found), None)  # one at most: an address belongs to one person


def find_or_create(address: str, name: str = "", language: str = "") -> Contact:
    """The contact with this address; a new one with `name` and `language` if there is none.

    A known contact keeps the name people gave them; an empty one is filled. An empty
    address (a mail without a sender) makes a contact without identities. Call it in the
    transaction that needs the contact; `is_new` on it says that it was made just now.
    """
    address = address.strip().lower()
    contact = None
    if address:
        with locks.looking_unless_held(CARDS):
            contact = by_address(address)
    if contact is None:
        contact = rows.insert(Contact(name=name[:200], language=language))
        if address:
            rows.insert(Identity(contact=contact, kind=Identity.Kind.EMAIL, value=address))
        contact.is_new = True
        indexing.put(contact, [address])
        return contact
    if contact.is_doubtful:
        addresses.clear_doubt(address)
    changed = []
    if name and not contact.name:
        contact.name, changed = name[:200], ["name"]
    if language and contact.language != language:
        contact.language, changed = language, [*changed, "language"]
    if changed:
        contact.save(update_fields=changed)
        if "name" in changed:
            indexing.put(contact)
    return contact
