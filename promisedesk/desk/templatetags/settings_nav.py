"""The menu of the settings."""

from django import template

from promisedesk.agents.models import AssignBy
from promisedesk.desk.settings.map import shown_to

register = template.Library()


@register.simple_tag
def ways_to_share() -> list:
    """How conversations can be given out: (value, in words)."""
    return AssignBy.choices


@register.simple_tag(takes_context=True)
def settings_groups(context) -> list:
    """(heading, icon, pages) for whoever reads the page."""
    return shown_to(context["request"].user)
