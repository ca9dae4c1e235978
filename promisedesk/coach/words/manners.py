"""Sentences about greeting, address, language and apology."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
