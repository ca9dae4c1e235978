"""Files that go as a link instead of an attachment, because the letter would be too large.

The link is signed (HMAC-SHA-256): nobody guesses one, and no table is needed. It opens one
file of one letter of ours, for a time.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Attachment, Delivery, Message
from promisedesk.core.errors import Refused

LASTS = timedelta(days=90)
LARGEST = 20 * 1024 * 1024  # bytes of a letter; many servers take no more than 20 to 25 MB
LINKED = "linked"  # in Message.marks: its files are links
AS_SENT = 1.37  # base64 in lines of 76, with CR LF
_SIGNER = signing.TimestampSigner(sep=".", salt="conversations.linked-file")


class Expired(Refused):
    """The link was good, and is too old."""


def are_links(message: Message) -> bool:
    """Whether the files of a letter go as links."""
    if message.automatic or LINKED in message.marks:
        return not message.automatic
    return sum(one.size for one in message.attachments.all()) * AS_SENT > LARGEST


def url_of(attachment: Attachment) -> str:
    """Where its file is had until `ends_at`."""
    return f"{settings.BASE_URL}/attached/{_SIGNER.sign(attachment.public_id)}/"


def ends_at() -> datetime:
    """Until when links made now work."""
    return now() + LASTS


def find(token: str) -> Attachment:
    """The file behind a link. Raises Refused, or Expired, with words for the customer."""
    try:
        public_id = _SIGNER.unsign(token, max_age=LASTS)
    except signing.SignatureExpired as error:
        raise Expired(
            _("This link has expired. Answer the letter it came in, and we send the file again.")
        ) from error
    except signing.BadSignature as error:
        raise Refused(_("This link is not complete. Copy all of it from the letter.")) from error
    ours = Attachment.objects.filter(message__direction=Message.Direction.OUT)
    found = ours.filter(public_id=public_id).first()
    if found is None:
        raise Refused(
            _("This file is not here any more. Answer the letter it came in to ask for it.")
        )
    return found


def link_instead(delivery: Delivery) -> bool:
    """Have the letter built anew with links, since a server found it too large.

    False when that makes it no smaller, or it may have arrived as it was: then the same id
    must not stand on other bytes.
    """
    message = delivery.message
    others = message.deliveries.exclude(pk=delivery.pk)
    was_in_doubt = Q(maybe_twice=True) | Q(in_doubt_at__isnull=False)
    if LINKED in message.marks or not message.attachments.exists():
        return False
    if delivery.maybe_twice or others.filter(was_in_doubt).exists():
        return False
    message.marks, message.raw_sha256 = [*message.marks, LINKED], ""
    message.save(update_fields=["marks", "raw_sha256"])
    return True
