"""The part of an inbox's page about mail that a provider posts to the desk."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from promisedesk.channels.email.models import MailHook
from promisedesk.lib.loopback import is_loopback

register = template.Library()

TROUBLES = {
    "no_raw": _("A post came without the raw mail. Switch it on at the provider, as said below."),
    "signature": _("A post was not signed with the key set here, and was not taken."),
    "topic": _("Another topic of Amazon posted here. To change the topic, make a new address."),
    "too_large": _("A mail larger than 75 MB was not taken."),
}


@register.inclusion_tag("desk/settings/web_hook.html", takes_context=True)
def web_hook(context, inbox):
    """{% web_hook inbox %}: the address to post to, and how it does."""
    host = urlsplit(settings.BASE_URL).hostname or ""
    hook = MailHook.objects.filter(inbox=inbox).first()
    return {
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
        "inbox": inbox,
        "hook": hook,
        "url": context.get("web_hook_url", ""),
        "trouble": TROUBLES.get(hook.trouble, "") if hook else "",
        "is_local": host == "localhost" or is_loopback(host),
        "base_url": settings.BASE_URL,
    }
