"""Asking for help with a text: a due row that a worker answers, and that is gone in an hour."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach import helping
from promisedesk.coach.models import Asked
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.replies import variables

LONGEST = 10_000  # characters of one text
MOST_WAITING = 3  # of one agent
KEPT = timedelta(hours=1)
SWITCH = {"read": "translate"}  # helps that stand behind another's switch


@transaction.atomic
def ask(
    conversation: Conversation,
    kind: str,
    *,
    by: Agent,
    text: str = "",
    message: Message | None = None,
) -> Asked:
    """Have the server asked: "softer", "shorter", "translate" (of `text`), "draft", or "read"
    (`message` in the reader's language). Raises Refused."""
    demand(by, Deed.ANSWER)
    if SWITCH.get(kind, kind) not in helping.offered():
        raise Refused(_("This help is switched off."))
    text = text.replace("\r\n", "\n").strip()
    source = message.text if message else text
    if kind != "draft" and not source.strip():
        raise Refused(_("Write a few words first: there is nothing to work on."))
    if len(source) > LONGEST:
        raise Refused(_("This text is too long for the writing help."))
    language = by.language if kind == "read" else variables.answer_language(conversation)
    return _add(by, kind, language, conversation=conversation, message=message, text=text)


@transaction.atomic
def ask_for_trial(*, by: Agent) -> Asked:
    """Have the server asked for its models and one sentence. No customer's words go out."""
    demand(by, Deed.RUN)
    helping.server()
    return _add(by, "try", by.language)


def _add(by: Agent, kind: str, language: str, **fields) -> Asked:
    if Asked.objects.filter(agent=by, done_at=None).count() >= MOST_WAITING:
        raise Refused(_("Wait for the answers you asked for before, or stop one of them."))
    return Asked.objects.create(
        agent=by, kind=kind, language=language, host=helping.host(), **fields
    )


def leave(asked: Asked) -> None:
    """Forget it now. An answer that is still on its way finds nobody."""
    Asked.objects.filter(pk=asked.pk).delete()


def forget() -> int:
    """Drop rows of more than an hour ago; returns how many."""
    old = Asked.objects.filter(created_at__lt=now() - KEPT)
    return old.delete()[0] if old.exists() else 0
