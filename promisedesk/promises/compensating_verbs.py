"""What happens when a failure is made good. A verb a kind, so that each language has whole
sentences."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb
from promisedesk.promises.models import Compensation

PERSONAL = ("says", "code")
Kind = Compensation.Kind
GIVEN = {
    Kind.VOUCHER: Verb(
        "compensation.voucher",
        _("%(by)s gave a voucher to make it good, at a cost of %(cost)s: “%(says)s”"),
        PERSONAL,
    ),
    Kind.DISCOUNT: Verb(
        "compensation.discount",
        _("%(by)s gave a discount to make it good, at a cost of %(cost)s: “%(says)s”"),
        PERSONAL,
    ),
    Kind.REFUND: Verb(
        "compensation.refund",
        _("%(by)s gave money back to make it good, %(cost)s: “%(says)s”"),
        PERSONAL,
    ),
    Kind.GIFT: Verb(
        "compensation.gift",
        _("%(by)s gave a gift to make it good, at a cost of %(cost)s: “%(says)s”"),
        PERSONAL,
    ),
}
TAKEN_BACK = Verb(
    "compensation.taken_back",
    _("%(by)s took back what was given to make it good, %(cost)s: “%(says)s”"),
    PERSONAL,
)
