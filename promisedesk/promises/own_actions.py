"""Setting how urgent a conversation is, for bulk, macros and rules: beside conversations' own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.conversations import actions
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.promises import urgency

Args = dict[str, Any]


def _read(args: Args) -> Args:
    to = args.get("to")
    if to not in Conversation.Priority.values:
        raise Refused(_("Say how urgent it is."))
    return {"to": to}


def _perform(conversation: Conversation, args: Args, by: Agent | None) -> str:
    if not urgency.set_priority(conversation, args["to"], by=by):
        return ""
    return _("Its priority is now: %(priority)s.") % {"priority": _named(args["to"])}


def _named(priority: str) -> str:
    return str(Conversation.Priority(priority).label).lower()


def _words(args: Args) -> str:
    return _("Set its priority: %(priority)s.") % {"priority": _named(args["to"])}


actions.register(
    "priority",
    actions.Kind(gettext_lazy("Set its priority"), "priority", _read, _perform, _words),
)
