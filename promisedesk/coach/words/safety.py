"""Sentences about what must not leave by accident."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
