"""What a conversation says of itself, as facts that a merge brings along and takes back.

Columns of the list, tags, fields, followers and participants. Messages are no facts, they
move (merging.py); links stay where they are and are read through the shell. The conversation
that goes keeps its own rows, so nothing is lost.
"""

from __future__ import annotations

from datetime import datetime

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation, Follower, Participant
from promisedesk.lib.rebasing import Facts

State = Conversation.State
AWAKE = [State.RESOLVED, State.WAITING, State.OPEN]  # the later, the more is to be done
DECIDED = [Participant.State.PENDING, Participant.State.APPROVED, Participant.State.REFUSED]
PERSON = ("state", "name", "came_by", "decided_by_id", "created_at")


def facts_of(conversation: Conversation) -> Facts:
    """All of them, in values that JSON can hold. Three queries."""
    fields = conversation.fields or {}
    return {
        **columns_of(conversation),
        **{f"tag:{pk}": True for pk in conversation.tags.values_list("pk", flat=True)},
        **{f"field:{key}": value for key, value in fields.items()},
        **{
            f"follower:{agent}": since.isoformat()
            for agent, since in conversation.followers.values_list("agent", "since")
        },
        **{
            f"participant:{one.address}": [_plain(getattr(one, name)) for name in PERSON]
            for one in conversation.participants.all()
        },
    }


def columns_of(conversation: Conversation) -> Facts:
    return {
        "state": str(conversation.state),
        "snoozed_until": _plain(conversation.snoozed_until),
        "is_unread": conversation.is_unread,
        "assignee": conversation.assignee_id,
        "last": [
            conversation.last_at.isoformat(),
            conversation.last_is_ours,
            conversation.preview,
        ],
    }


def _plain(value):
    return value.isoformat() if isinstance(value, datetime) else value


def combined(key: str, here, there):
    """What the two say together. Whoever is awake stays awake; who was kept out stays out."""
    kind = key.partition(":")[0]
    if kind == "state":
        return max((here, there), key=AWAKE.index)
    if kind == "snoozed_until":
        return min(here, there) if here and there else None
    if kind == "is_unread":
        return bool(here or there)
    if kind == "last":
        return max((here, there), key=lambda one: datetime.fromisoformat(one[0]))
    if kind == "participant" and here and there:
        return there if here[0] == Participant.State.PENDING else here
    return here if here is not None else there


def write_facts(conversation: Conversation, changes: Facts) -> None:
    """Make the rows say so. The conversation is locked."""
    columns: dict = {}
    fields = dict(conversation.fields or {})
    for key, value in changes.items():
        kind, _colon, name = key.partition(":")
        if kind == "field":
            fields[name] = value
            if value is None:
                del fields[name]
        elif kind in _ROWS:
            _ROWS[kind](conversation, name, value)
        elif kind == "last":
            columns |= {
                "last_at": datetime.fromisoformat(value[0]),
                "last_is_ours": value[1],
                "preview": value[2],
            }
        elif kind == "assignee":
            columns["assignee"] = Agent.objects.filter(pk=value).first()
        elif kind == "snoozed_until":
            columns[kind] = datetime.fromisoformat(value) if value else None
        else:
            columns[kind] = value
    if fields != conversation.fields:
        columns["fields"] = fields
    if columns:
        Conversation.objects.filter(pk=conversation.pk).update(**columns)
    for name, value in columns.items():
        setattr(conversation, name, value)


def _write_tag(conversation: Conversation, tag: str, value) -> None:
    if value:
        conversation.tags.add(int(tag))
    else:
        conversation.tags.remove(int(tag))


def _write_follower(conversation: Conversation, agent: str, since) -> None:
    mine = Follower.objects.filter(conversation=conversation, agent=int(agent))
    if since is None:
        mine.delete()
    elif Agent.objects.filter(pk=int(agent)).exists():
        Follower.objects.update_or_create(
            conversation=conversation, agent_id=int(agent), defaults={"since": since}
        )


def _write_participant(conversation: Conversation, address: str, value) -> None:
    if value is None:
        conversation.participants.filter(address=address).delete()
        return
    person = dict(zip(PERSON, value, strict=True))
    if not Agent.objects.filter(pk=person["decided_by_id"]).exists():
        person["decided_by_id"] = None
    Participant.objects.update_or_create(
        conversation=conversation, address=address, defaults=person
    )


_ROWS = {
    "tag": _write_tag,
    "follower": _write_follower,
    "participant": _write_participant,
}
