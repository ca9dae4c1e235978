"""Asking the server what people asked for, one row after another, in a worker.

A press that found a slow server holds up nobody: there are several lanes, and each answer has
its time. A worker that died in the middle is followed by one more try, no others.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.coach import help_server, helping
from promisedesk.coach.help_material import material_for
from promisedesk.coach.models import Asked, WritingHelp
from promisedesk.coach.wanting import SWITCH
from promisedesk.conversations.models import Conversation
from promisedesk.core import leases
from promisedesk.core.errors import Refused

TRIES = 2  # the second one only when a worker died over the first
MARGIN = timedelta(seconds=30)  # beyond the time an answer may take


def answer_due() -> int:
    """Ask about one row whose turn it is; returns how many were tried."""
    rows = Asked.objects.select_related("agent", "conversation__contact", "message")
    for asked in leases.claim(rows):
        with leases.hold(asked), translation.override(asked.agent.language):
            _answer(asked)
        return 1
    return 0


def _answer(asked: Asked) -> None:
    again = now() + MARGIN + timedelta(seconds=helping.MOST_SECONDS)
    Asked.objects.filter(pk=asked.pk).update(due_at=again)
    try:
        if asked.attempts > TRIES:
            raise Refused(_("The desk was stopped while it asked. Ask once more."))
        said = _asked(asked)
    except Refused as refusal:
        _end(asked, last_error=str(refusal)[:1000])
    else:
        _end(asked, last_error="", **said)


def _asked(asked: Asked) -> dict:
    server = helping.server()
    if asked.kind == "try":
        _learn_models(server)
        if not server.model:
            raise Refused(_("The server answers. Choose one of its models now."))
    else:
        _refuse_what_may_not_be(asked)
    material = material_for(asked)
    # Before it goes out: whoever asks what was sent gets the truth, also when nothing comes back.
    if not Asked.objects.filter(pk=asked.pk).update(sent=material.messages, host=server.host):
        return {}  # left meanwhile: nothing goes out
    answer = help_server.complete(server, material.messages)
    text, doubts = material.read(answer.text)
    if asked.kind == "try":
        doubts = []
    return {"answer": text, "doubts": [["cut", ""], *doubts] if answer.is_cut else doubts}


def _refuse_what_may_not_be(asked: Asked) -> None:
    """What was allowed at the press may not be any more."""
    if SWITCH.get(asked.kind, asked.kind) not in helping.offered():
        raise Refused(_("This help is switched off."))
    seen = Conversation.objects.visible_to(asked.agent).filter(pk=asked.conversation_id)
    if not asked.agent.is_active or not seen.exists():
        raise Refused(_("You cannot see this conversation any more."))


def _learn_models(server: helping.Server) -> None:
    """Keep the names of its models. A server that lists none may still answer."""
    try:
        names = help_server.models(server)
    except Refused:
        if not server.model:
            raise
        return
    for row in WritingHelp.objects.filter(pk=1, base_url=server.base_url):
        row.known_models = names
        row.save(update_fields=["known_models"])


def _end(asked: Asked, **fields) -> None:
    Asked.objects.filter(pk=asked.pk).update(due_at=None, done_at=now(), **fields)
