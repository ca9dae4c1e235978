"""Sentences about length and size."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


def _long(values: Mapping[str, object]) -> str:
    words = int(str(values["words"]))
    return ngettext(
        "%(words)s word is more than most people read: the answer first, the rest as a link",
        "%(words)s words are more than most people read: the answer first, the rest as a link",
        words,
    ) % {"words": words}


def _sentence(values: Mapping[str, object]) -> str:
    words = int(str(values["words"]))
    return ngettext(
        "A sentence of %(words)s word: two would be easier to read",
        "A sentence of %(words)s words: two would be easier to read",
        words,
    ) % {"words": words}


SENTENCES: dict[str, LazyText | Callable[[Mapping[str, object]], str]] = {
    "length.long": _long,
    "length.curt": _("So short an answer to a long letter may sound curt"),
    "sentences.long": _sentence,
    "ease.heavy": _("Heavy reading: shorter sentences and plainer words would help"),
    "size.large": _(
        "The mail has about %(megabytes)s MB, some mailboxes take only 10: a link is safer"
    ),
    "size.largest": _(
        "The mail has about %(megabytes)s MB, most mailboxes refuse it: send a link instead"
    ),
}
