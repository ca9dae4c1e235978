"""The shop's logo: a picture drawn anew by us, for anybody to see."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from promisedesk.core import files, letter_pictures
from promisedesk.core.shop import the_shop
from promisedesk.lib import pictures
from promisedesk.replies.models import Signature

SHOWN = 16  # signs of its SHA-256
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


@require_safe
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def letter_picture(request: HttpRequest, name: str) -> HttpResponse:
    """The logo, or the picture of a signature, as mail programs show it. `name` as above."""
    if len(name) != SHOWN:
        raise Http404
    logo = the_shop().logo_sha256
    if logo.startswith(name):
        return _png(logo, letter_pictures.LOGO)
    signed = Signature.objects.filter(picture_sha256__startswith=name).first()
    if signed is None:
        raise Http404
    return _png(signed.picture_sha256, letter_pictures.OF_SIGNATURE)


def _png(sha256: str, most: tuple[int, int]) -> HttpResponse:
    try:
        return HttpResponse(letter_pictures.drawn(sha256, most)[0], content_type="image/png")
    except FileNotFoundError as error:
        raise Http404 from error
