"""Saying an error of `lib` in the reader's language."""

from django.utils.translation import gettext

from promisedesk.lib.wording import Worded


def said(error: Worded) -> str:
    """The error's sentence, translated where the catalogue knows it."""
    template = gettext(error.template)
    # A weekday among the values is in Django's own catalogue.
    values = {
        name: gettext(value) if value and isinstance(value, str) else value
        for name, value in error.values.items()
    }
    return template % values if values else template
