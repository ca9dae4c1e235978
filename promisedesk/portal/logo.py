"""The shop's logo: a picture drawn anew by us, for anybody to see."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from promisedesk.core import files
from promisedesk.core.shop import the_shop
from promisedesk.lib import pictures

A_YEAR = 365 * 24 * 3600  # seconds


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def logo(request: HttpRequest, name: str) -> HttpResponse:
    """`name` is the beginning of its SHA-256: another logo has another address."""
    sha256 = the_shop().logo_sha256
    if not sha256 or name != sha256[:16]:
        raise Http404
    try:
        return HttpResponse(files.read(sha256), content_type=pictures.KIND)
    except FileNotFoundError as error:
        raise Http404 from error
