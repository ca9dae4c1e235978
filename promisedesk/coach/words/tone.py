"""Sentences about how it sounds."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
