"""No more letters but answers: asked for with one click in a letter nobody had asked for.

RFC 2369 and RFC 8058. Nothing writes such letters yet: who does sets the mark PROACTIVE and
asks `refuse_unwanted` first. The address is sealed in the link, so nobody reads or makes one up.
"""

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Unsubscribed
from promisedesk.core.secretbox import seal, unseal

PROACTIVE = "proactive"  # in Message.marks: the customer did not ask for it


def is_proactive(message: Message) -> bool:
    """Whether it answers nothing: neither a reply nor an automatic answer."""
    return PROACTIVE in message.marks and not message.automatic and not message.in_reply_to


def url_for(address: str) -> str:
    """Where this address is taken off."""
    return f"{settings.BASE_URL}/unsubscribe/{seal(address.strip().lower())}/"


def address_in(token: str) -> str:
    """The address of a link. Raises Refused with words when it is none of ours."""
    try:
        return unseal(token)
    except (Refused, ValueError) as error:
        raise Refused(_("This link is not complete. Copy all of it from the letter.")) from error


def unsubscribe(address: str) -> None:
    """From now on this address gets answers only. Asked again, nothing changes."""
    Unsubscribed.objects.get_or_create(address=address.strip().lower()[:320])


def why_not(message: Message, address: str) -> str:
    """Why a letter must not go to an address; '' when it may."""
    if not is_proactive(message):
        return ""
    if Unsubscribed.objects.filter(address=address.strip().lower()).exists():
        return _("Not sent: this customer wants no letters but answers.")
    return ""


def refuse_unwanted(address: str) -> None:
    """For whoever writes a letter nobody asked for. Raises Refused."""
    if Unsubscribed.objects.filter(address=address.strip().lower()).exists():
        raise Refused(_("This customer wants no letters but answers. Wait until they write."))
