"""Sentences about length and size."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
