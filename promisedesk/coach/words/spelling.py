"""Sentences about spelling."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, LazyText] = {
    "spelling.word": _("“%(word)s”: did you mean “%(better)s”?"),
    "spelling.unknown": _("“%(word)s” is in no dictionary"),
    "spelling.twice": _("“%(word)s” stands there twice"),
}
