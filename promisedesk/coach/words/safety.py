"""Sentences about what must not leave by accident."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, LazyText] = {
    "empty.words": _("The reply is empty"),
    "empty.body": _("There is a greeting and a closing, and nothing between them"),
    "unfilled.gap": _("“%(words)s” is not filled in"),
    "unfilled.likely": _("“%(words)s” looks as if it was still to be filled in"),
    "secrets.card": _("This looks like a card number"),
    "secrets.code": _("This looks like the security code of a card"),
    "secrets.password": _("This looks like a password: it does not belong in a letter"),
    "secrets.key": _("This looks like a secret key"),
    "secrets.person": _("This looks like a personal number or a passport"),
    "names.other": _("“%(words)s” is another customer"),
    "names.order": _("Order %(words)s is not one of this customer’s"),
    "attachment.missing": _("“%(words)s”: no file is attached"),
    "links.inside": _("%(link)s opens only inside the shop’s own network"),
    "links.office": _("%(link)s leads to the back office, which customers cannot open"),
    "links.file": _("%(link)s is a file on your own computer"),
    "links.unfilled": _("%(link)s is only an example of a link"),
    "links.broken": _("%(link)s is not a whole link"),
}
