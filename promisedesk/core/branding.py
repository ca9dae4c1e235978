"""The shop's colour and logo, for pages and letters.

A colour is two numbers: hue and strength. How light it is belongs to what it is used for, so
that text in it can be read whatever was chosen.
"""

from django.urls import reverse

from promisedesk.core.models import Workspace
from promisedesk.lib.colours import hex_of

OWN_COLOUR = (195, 90)  # of public pages and letters, until the shop chooses


def colour_of(shop: Workspace) -> tuple[int, int]:
    """(hue in degrees, chroma in thousandths) of public pages and letters."""
    return (shop.brand_hue, shop.brand_colour) if shop.brand_colour else OWN_COLOUR


def style_of(shop: Workspace) -> str:
    """The same as custom properties of <html>."""
    hue, colour = colour_of(shop)
    return f"--brand-h:{hue};--brand-c:{colour / 1000:g}"


def logo_url(shop: Workspace) -> str:
    """Where the logo is; '' without one. Its name changes with it, so it is kept for ever."""
    return reverse("portal:logo", args=[shop.logo_sha256[:16]]) if shop.logo_sha256 else ""


def letter_colours(shop: Workspace) -> dict[str, str]:
    """For mail programs, which know #rrggbb only: line and fill of a box, text, links; "bright"
    and "dusk" are text and fill where it is dark."""
    hue, colour = colour_of(shop)
    chroma = colour / 1000
    return {
        "line": hex_of(0.85, chroma * 0.4, hue),
        "tint": hex_of(0.966, chroma * 0.1, hue),
        "ink": hex_of(0.33, chroma * 0.6, hue),
        "link": hex_of(0.46, chroma, hue),
        "bright": hex_of(0.82, chroma * 0.65, hue),
        "dusk": hex_of(0.27, chroma * 0.3, hue),
    }
