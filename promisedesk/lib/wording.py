"""Errors whose sentences can be said in another language by whoever shows them.

`lib` knows no translations: it marks what will be said, and keeps the values apart.
"""


def gettext_noop(text: str) -> str:
    """The text itself; marks it for the collecting of words."""
    return text


class Worded(ValueError):
    """An error fit for people: `template` with %(name)s places, and the `values` for them."""

    def __init__(self, template: str, **values: object):
        super().__init__(template % values if values else template)
        self.template, self.values = template, values
