"""What was promised in words, after its conversation turned out to be no spam.

It is owed again by the same hour: missed, if that is past. Not what was withdrawn for another
reason, and not what an answer or a letter taken back has settled meanwhile.
"""

from __future__ import annotations

from django.db.models import QuerySet

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.core import kept_events
from promisedesk.core.models import Event
from promisedesk.promises import keeping
from promisedesk.promises.models import Promise
from promisedesk.promises.recording import record_promise
from promisedesk.promises.verbs import COMMITTED, OWED_AGAIN, WITHDRAWN

Kind, State = Promise.Kind, Promise.State


def owe_again(conversation: Conversation, *, by: Agent | None) -> list[Promise]:
    """Owe what was withdrawn as spam; which. Call it in the transaction that brings it back."""
    found = []
    for promise in _withdrawn().filter(conversation=conversation).select_related("contact"):
        if not _was_spam(promise) or _is_settled(promise):
            continue
        promise.state = State.RUNNING  # breaking.py sees what is past
        promise.save(update_fields=["state"])
        record_promise(OWED_AGAIN, promise, by=by)
        found.append(promise)
    return found


def _withdrawn() -> QuerySet[Promise]:
    words = Promise.objects.filter(kind__in=[Kind.COMMITMENT, Kind.CALLBACK])
    return words.filter(state=State.WITHDRAWN, settled_at=None, renewed_at=None).order_by("pk")


def _log(promise: Promise, verb: str) -> QuerySet[Event]:
    log = Event.objects.filter(conversation_id=promise.conversation_id, verb=verb)
    return log.filter(data__promise=promise.pk).order_by("-pk")


def _was_spam(promise: Promise) -> bool:
    last = _log(promise, WITHDRAWN.name).first()
    return last is not None and last.data.get("because") == "spam"


def _is_settled(promise: Promise) -> bool:
    if promise.told_by_id is None:  # no letter said so, or it was taken back in the spam
        said = _log(promise, COMMITTED.name).first()
        return bool(said and said.data.get("message"))
    is_answer = promise.deed == Promise.Deed.ANSWER
    return is_answer and keeping.newest_answer(promise.conversation) > promise.told_by_id


@kept_events.waiter
def conversations_that_may_come_back() -> QuerySet:
    """The log says what was withdrawn because of the spam alone."""
    return _withdrawn().filter(conversation__state="spam").values("conversation").order_by()
