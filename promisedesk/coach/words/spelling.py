"""Sentences about spelling."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
