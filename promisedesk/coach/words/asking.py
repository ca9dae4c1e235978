"""Sentences about what the customer asked."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
