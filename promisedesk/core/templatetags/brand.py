"""The shop's colour and logo on pages that anybody may see."""

from django import template

from promisedesk.core import branding
from promisedesk.core.shop import the_shop

register = template.Library()


@register.simple_tag
def brand_style() -> str:
    """{% brand_style %}: for the style of <html>."""
    return branding.style_of(the_shop())


@register.simple_tag
def desk_style() -> str:
    """The same for the desk's own doors, which keep the desk's colour until one is chosen."""
    shop = the_shop()
    return branding.style_of(shop) if shop.brand_colour else ""


@register.simple_tag
def shop_logo() -> str:
    """Where the logo is; '' without one."""
    return branding.logo_url(the_shop())
