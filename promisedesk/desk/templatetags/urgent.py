"""What is urgent, above a conversation."""

from django import template

from promisedesk.desk.conversation import urgent

register = template.Library()


@register.simple_tag
def urgent_bar(conversation):
    """{% urgent_bar conversation as bar %}: None, without a query, for what is not urgent."""
    return urgent.bar(conversation)
