"""Sentences about subject, quote, signature and sender."""

from collections.abc import Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

MISSING: dict[object, LazyText] = {
    "name": _("The signature does not give first and last name"),
    "company": _("The signature does not name the company"),
    "site": _("The signature does not give the web site"),
    "email": _("The signature does not give an e-mail address"),
    "position": _("The signature does not say what you do"),
    "site_name": _("The signature does not name the site"),
    "other_email": _("The signature gives no second e-mail address"),
    "phone": _("The signature gives no phone number"),
}


def _columns(values: Mapping[str, object]) -> str:
    by = int(str(values["by"]))
    return ngettext(
        "Line %(line)s of the signature is %(by)s column too long",
        "Line %(line)s of the signature is %(by)s columns too long",
        by,
    ) % {"line": values["line"], "by": by}


def _lines(values: Mapping[str, object]) -> str:
    by = int(str(values["by"]))
    return ngettext(
        "The signature is %(by)s line too long",
        "The signature is %(by)s lines too long",
        by,
    ) % {"by": by}


def _missing(values: Mapping[str, object]) -> str:
    part = values["part"]
    return (
        str(MISSING[part]) if part in MISSING else gettext("Something is missing in the signature")
    )


SENTENCES = {
    "subject.missing": _("The subject is empty"),
    "subject.general": _("“%(subject)s” could be about anything: say what it is about"),
    "subject.long": _("The subject has %(length)s characters, mail programs show about %(most)s"),
    "subject.shouting": _("The subject is all in capitals"),
    "subject.marks": _("One “Re:” before the subject is enough"),
    "subject.re": _("The subject of an answer begins with “Re:”"),
    "subject.no_answer": _("“%(mark)s” stands before a subject that answers nothing"),
    "quote.missing": _("The customer’s question is not quoted below"),
    "signature.none": _("There is no signature"),
    "signature.columns": _columns,
    "signature.lines": _lines,
    "signature.missing": _missing,
    "signature.wanted": _missing,
    "signature.offered": _missing,
    "signature.rules": _("A rule above and below sets the signature apart"),
    "signature.art": _("Line %(line)s of the signature looks like a picture made of signs"),
    "signature.twice": _("The signature follows by itself: it is typed here once more"),
    "sender.free": _("The mail leaves from a free mailbox (%(domain)s), not from the shop’s own"),
    "sender.other": _("The mail leaves from %(domain)s, which is not the shop’s own domain"),
}
