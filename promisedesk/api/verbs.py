"""What can happen to the keys of programs."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MADE = Verb("token.made", _("%(by)s made the API token “%(token)s”"))
REVOKED = Verb("token.revoked", _("%(by)s revoked the API token “%(token)s” of %(to)s"))
ELSEWHERE = Verb(
    "token.elsewhere",
    _("The API token “%(token)s” of %(to)s was used from another address"),
    personal=("address", "browser"),
)
HOOK_ADDED = Verb("webhook.added", _("%(by)s added the webhook “%(name)s” to %(host)s"))
HOOK_CHANGED = Verb("webhook.changed", _("%(by)s changed the webhook “%(name)s” to %(host)s"))
HOOK_REMOVED = Verb("webhook.removed", _("%(by)s removed the webhook “%(name)s” to %(host)s"))
