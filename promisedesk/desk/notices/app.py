"""The desk as an app: its manifest, its service worker, and the page for when it is away."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from promisedesk.core.shop import the_shop
from promisedesk.desk.assets import HERE

WORKER = HERE / "service-worker.js"
SIZES = (192, 512)


def manifest(request: HttpRequest) -> JsonResponse:
    """Web App Manifest (W3C): what makes the desk installable."""
    name = the_shop().shop_name
    icons = [
        {"src": static(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png",
         "purpose": purpose}
        for size in SIZES for purpose in ("any", "maskable")
    ]  # fmt: skip
    told = {
        "id": "/",
        "name": _("%(shop)s desk") % {"shop": name} if name else "Promisedesk",
        "short_name": "Promisedesk",
        "lang": get_language(),
        "start_url": reverse("desk:today"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6f7fa",
        "theme_color": "#3458c9",
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json")


def worker(request: HttpRequest) -> HttpResponse:
    """From the root, so that it may look after every page of the desk."""
    text = WORKER.read_text().replace("OFFLINE_PAGE", reverse("desk:offline"))
    text = text.replace("ICON", static("icon-192.png"))
    return HttpResponse(text, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


def offline(request: HttpRequest) -> HttpResponse:
    """What the browser shows while the desk cannot be reached. Holds nothing of anybody."""
    return render(request, "desk/notices/offline.html")
