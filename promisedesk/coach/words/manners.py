"""Sentences about greeting, address, language and apology."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

_IN_ANOTHER: dict[object, LazyText] = {
    "en": _("The customer writes in English, the reply is in another language"),
    "ru": _("The customer writes in Russian, the reply is in another language"),
    "pl": _("The customer writes in Polish, the reply is in another language"),
}


def _language(values: Mapping[str, object]) -> str:
    return str(_IN_ANOTHER[values["asked"]])


def _many(values: Mapping[str, object]) -> str:
    count = int(str(values["count"]))
    return ngettext(
        "The reply says sorry %(count)s time: once is enough",
        "The reply says sorry %(count)s times: once is enough",
        count,
    ) % {"count": count}


SENTENCES = {
    "greeting.missing": _("The reply begins without a greeting"),
    "greeting.name": _("The greeting says “%(written)s”, the customer is called %(name)s"),
    "address.mixed": _("Formal and informal address are mixed: “%(words)s”"),
    "address.informal": _("The customer writes formally, the reply is informal"),
    "address.gender": _("“%(words)s” may not fit: the customer is called %(name)s"),
    "language.other": _language,
    "apology.late": _("This answer is late: an apology belongs at its beginning"),
    "apology.fault": _("We let this customer down: an apology belongs at the beginning"),
    "apology.complaint": _("The customer was let down: an apology is missing"),
    "apology.excuse": _("“%(words)s” sounds like an excuse: say sorry, then what happens next"),
    "apology.hollow": _("“%(words)s” makes the apology a doubtful one"),
    "apology.many": _many,
}
