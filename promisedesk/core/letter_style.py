"""Letters' templates in the shop's colours: letter.css is written into their tags.

Done once for each template and colour, and kept: a letter then only fills it in. Templates for
this hold no {% include %}, and no tags of Django's between <table>, <tr> and <td>, where an HTML
parser would not leave them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.template import Template, engines
from django.template.loader import get_template, render_to_string
from django.utils.safestring import SafeString

from promisedesk.core import branding
from promisedesk.core.shop import the_shop

FONTS = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
HEAD_ENDS = "</head>"


def render(name: str, facts: Mapping[str, object]) -> SafeString:
    """The template `name` with every rule of letter.css that it asks for by a class."""
    colours = branding.letter_colours(the_shop())
    return SafeString(_styled(name, tuple(colours.items())).render(dict(facts)))


@lru_cache(maxsize=32)
def _styled(name: str, colours: tuple[tuple[str, str], ...]) -> Template:
    import css_inline  # here: only what sends letters needs it

    css = render_to_string("letters/letter.css", {"colours": dict(colours), "fonts": FONTS})
    source = get_template(name).template.source
    # Nothing is fetched: no @import and no link of a template may make us ask other servers.
    inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
    if HEAD_ENDS in source:
        source = source.replace(HEAD_ENDS, f"<style>{css}</style>{HEAD_ENDS}")
        return engines["django"].from_string(inliner.inline(source))
    return engines["django"].from_string(inliner.inline_fragment(source, css))
