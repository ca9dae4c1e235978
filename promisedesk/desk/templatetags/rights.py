"""What the reader may do, so that pages offer nothing that would be refused."""

from django import template

from promisedesk.agents import rights

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context, deed: str) -> bool:
    """{% may "sort" as may_sort %}: no query."""
    return rights.may(context["request"].user, rights.Deed(deed))
