"""What only the demo shows."""

from django import template
from django.core.cache import cache

from promisedesk.desk.demo.customers import is_demo

register = template.Library()
REMEMBERED = 60  # seconds; a desk becomes a demo once, before its first page


@register.simple_tag
def in_demo() -> bool:
    """Whether this desk is the demo: {% in_demo as demo %}."""
    return cache.get_or_set("in_demo", is_demo, REMEMBERED)
