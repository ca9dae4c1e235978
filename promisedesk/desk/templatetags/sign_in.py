"""The part of an inbox's page about signing in at Google, Microsoft 365 and others."""

from django import template

from promisedesk.channels.email.models import SignInService
from promisedesk.channels.email.oauth import watching
from promisedesk.conversations.models import Grant
from promisedesk.core import health

register = template.Library()


@register.inclusion_tag("desk/settings/oauth_inbox.html", takes_context=True)
def sign_in_services(context, inbox):
    """{% sign_in_services inbox %}: what is granted, and where one may sign in."""
    services = list(SignInService.objects.order_by("name"))
    grant = Grant.objects.filter(inbox=inbox).select_related("inbox").first()
    part = watching.part_of(grant) if grant else None
    return {
        "request": context["request"],
        "inbox": inbox,
        "services": services,
        "grant": grant,
        "granted_by": next((one for one in services if grant and one.key == grant.provider), None),
        "trouble": part.detail if part and part.state != health.OK else "",
        "is_down": bool(part and part.state == health.DOWN),
    }
