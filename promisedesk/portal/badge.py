"""The badge: how many promises were kept, as a small picture for the shop's own pages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from promisedesk.core.models import LANGUAGES
from promisedesk.reports.badge import public_percent

AN_HOUR = 3600  # seconds browsers keep it
A_LETTER = 7  # pixels of an average letter of 13 pixels; the text is fitted to what comes out
HEIGHT = 28
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" '
    'role="img" aria-labelledby="t" lang="{2}"><title id="t">{3}</title>'
    '<rect width="{0}" height="{1}" rx="6" fill="#14532d"/>'
    '<path d="m11 14.5 3.5 3.5 6-8" fill="none" stroke="#fff" stroke-width="2" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
    '<text x="29" y="18.5" fill="#fff" font-family="system-ui,sans-serif" font-size="13" '
    'textLength="{4}" lengthAdjust="spacingAndGlyphs">{3}</text></svg>'
)


@require_safe
@vary_on_headers("Accept-Language")
def badge(request: HttpRequest) -> HttpResponse:
    """In the language of `?in=`, else of the browser; 404 while it is not to be shown.

    Not `?language=`, which the browser would remember by a cookie: this is a picture on pages
    of others.
    """
    percent = public_percent()
    if percent is None:
        raise Http404
    wanted = request.GET.get("in", "")
    with override(wanted if wanted in dict(LANGUAGES) else get_language()):
        says = _("%(percent)s%% of promises kept in 90 days") % {"percent": percent}
        length = len(says) * A_LETTER
        svg = format_html(SVG, length + 40, HEIGHT, get_language(), says, length)
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response.headers["Cache-Control"] = f"public, max-age={AN_HOUR}"
    return response
