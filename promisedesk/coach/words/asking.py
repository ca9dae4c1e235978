"""Sentences about what the customer asked and what is promised."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


def _open(values: Mapping[str, object]) -> str:
    """ "2 of 3 questions answered · still open: “do I have to send it back?”"."""
    return ngettext(
        "The question is still open: “%(question)s”",
        "%(answered)s of %(total)s questions answered · still open: “%(question)s”",
        int(str(values["total"])),
    ) % dict(values)


SENTENCES: dict[str, LazyText | Callable[[Mapping[str, object]], str]] = {
    "questions.open": _open,
    "clear.ask": _("It is not clear what the customer needs: ask back, for example “%(question)s”"),
    "promise.when": _("“%(words)s” · say when, so that it can be kept and counted"),
}
