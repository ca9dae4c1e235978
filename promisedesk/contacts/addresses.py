"""The addresses of one customer: which others there are, and which of them are in doubt."""

from datetime import datetime

from promisedesk.contacts.models import Contact, Identity

MAIL = Identity.Kind.EMAIL


def other_addresses(contact: Contact, but: str = "") -> list[str]:
    """The customer's e-mail addresses besides `but` (any case), the surest first.

    Those that letters came back from are left out.
    """
    sure = contact.identities.filter(kind=MAIL, doubtful_since=None, is_suggested=False)
    values = sure.order_by("pk").values_list("value", flat=True)
    return [one for one in values if one != but.strip().lower()]


def mark_doubtful(address: str, at: datetime) -> None:
    """A letter to this address came back. Nobody's address is no trouble.

    It stays the customer's, and is out of doubt as soon as they write from it.
    """
    found = Identity.objects.filter(kind=MAIL, value=address.strip().lower(), doubtful_since=None)
    found.update(doubtful_since=at)


def is_doubtful(address: str) -> bool:
    """Whether a letter to it came back, and nobody wrote from it since."""
    doubtful = Identity.objects.filter(kind=MAIL, doubtful_since__isnull=False)
    return doubtful.filter(value=address.strip().lower()).exists()


def clear_doubt(address: str) -> None:
    """They wrote from it: letters to it arrive."""
    Identity.objects.filter(kind=MAIL, value=address.strip().lower()).update(doubtful_since=None)
