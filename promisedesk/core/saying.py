"""Saying an error of `lib` in the reader's language."""

from django.utils.translation import gettext

from promisedesk.lib.wording import Worded


def said(error: Worded) -> str:
    """The error's sentence, translated where the catalogue knows it."""
    template = gettext(error.template)
    return template % error.values if error.values else template
