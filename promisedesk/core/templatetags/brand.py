"""The shop's colour and logo on pages that anybody may see."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from promisedesk.core import branding
from promisedesk.core.shop import the_shop

register = template.Library()


@register.simple_tag
def brand_style() -> str:
    """{% brand_style %}: for the style of <html>."""
    return branding.style_of(the_shop())


@register.simple_tag
def desk_style() -> SafeString:
    """{% desk_style %}: the attribute for the desk's doors, in its own colour until one is set."""
    shop = the_shop()
    if not shop.brand_colour:
        return SafeString("")
    return format_html('style="{}"', branding.style_of(shop))


@register.simple_tag
def shop_logo() -> str:
    """Where the logo is; '' without one."""
    return branding.logo_url(the_shop())
