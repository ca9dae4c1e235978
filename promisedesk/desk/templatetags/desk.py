"""What every page of the desk draws: icons, people, promises and times."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from promisedesk.agents.models import Agent
from promisedesk.desk import lateness

register = template.Library()
HUES = 360


@register.simple_tag
@cache
def icon(name: str, size: str = "") -> SafeString:
    """An icon of sprite.svg: {% icon "mail" %}, or {% icon "mail" "xs" %} (xs, sm, lg, ch, end)."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        f"i {size}".strip(),
        static("sprite.svg"),
        name,
    )


def hue_of(number: int | None) -> int:
    """A stable colour for a person: golden-angle steps keep neighbours apart."""
    return (number or 0) * 137 % HUES


@register.simple_tag
def avatar(person, size: str = "", says: str = "") -> SafeString:
    """Initials of an agent or contact on their colour; a hollow figure for nobody (None).

    `says` is read aloud and shown on hover ("Assigned to Anna"); without it the avatar is
    decoration beside a name.
    """
    label = format_html('role="img" aria-label="{0}" title="{0}"', says) if says else NO_LABEL
    classes = f"avatar avatar-{size}" if size else "avatar"
    if person is None:
        return format_html(
            '<span class="{} avatar-none" {}>{}</span>', classes, label, icon("user")
        )
    return format_html(
        '<span class="{}" style="--h:{}" {}>{}</span>',
        classes,
        hue_of(person.pk),
        label,
        person.initials,
    )


NO_LABEL = SafeString('aria-hidden="true"')


@register.simple_tag
def late_count(agent: Agent) -> int:
    """How many promises are overdue where this agent can see; 100 means "many"."""
    return lateness.count_late(agent)


@register.filter
def is_within(path: str, start: str) -> bool:
    """Whether a page's path lies under another: marks the current link of a menu."""
    return bool(start) and path.startswith(start)
