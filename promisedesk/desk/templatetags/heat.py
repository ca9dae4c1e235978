"""What the page says about heat."""

from django import template

from promisedesk.coach.words.heat import ADVICE

register = template.Library()


@register.filter
def advised(code: str) -> str:
    """A piece of advice in words."""
    return str(ADVICE[code])
