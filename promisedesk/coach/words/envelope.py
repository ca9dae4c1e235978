"""Sentences about subject, quote, signature and sender."""

from django.utils.functional import Promise as LazyText

SENTENCES: dict[str, LazyText] = {}
