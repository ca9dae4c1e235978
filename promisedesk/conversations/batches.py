"""One action done to many conversations at once, and taken back.

Each conversation is a transaction of its own, as if somebody went through them by hand: one
that refuses does not keep the others from it. What each was before is kept in the Batch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import actions, assigning, closing, filling, snoozing, tagging
from promisedesk.conversations.actions import Action, Kind
from promisedesk.conversations.models import Batch, Conversation, Tag
from promisedesk.core.errors import Refused

MOST = 200  # conversations in one go: about a second
TAKEN_BACK_WITHIN = timedelta(days=1)
State = Conversation.State


@dataclass(frozen=True)
class Done:
    """What became of a batch: how many were done, and why others were not."""

    batch: Batch
    done: int
    refused: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """ "12 done. 2 refused: The customer still waits for an answer."."""
        said = [ngettext("%(number)d done.", "%(number)d done.", self.done) % {"number": self.done}]
        for why, number in self.refused.items():
            refused = ngettext("%(number)d refused: %(why)s", "%(number)d refused: %(why)s", number)
            said.append(refused % {"number": number, "why": why})
        return " ".join(said)


def perform(numbers: Iterable[int], what: Sequence[Action | dict], *, by: Agent) -> Done:
    """Do the actions to these conversations (by number), as far as `by` sees and may.

    Raises Refused if nothing can be done at all: no such action, none or too many chosen.
    """
    demand(by, Deed.SORT)
    wanted = actions.read(list(what))
    chosen = list(dict.fromkeys(numbers))
    if not chosen or not wanted:
        raise Refused(_("Choose conversations, and what to do with them."))
    if len(chosen) > MOST:
        raise Refused(_("At most %(number)d conversations at a time.") % {"number": MOST})
    batch = Batch.objects.create(by=by, actions=[one.to_json() for one in wanted])
    refused, done = Counter(), 0
    for number in chosen:
        try:
            done += _one(number, wanted, batch, by)
        except Refused as refusal:
            refused[str(refusal)] += 1
    return Done(batch, done, dict(refused))


@transaction.atomic
def do_one(conversation: Conversation, act: Callable[[], object], *, by: Agent) -> Batch | None:
    """Do `act` to this one conversation, so that it can be taken back as a batch can.

    None if it changed nothing that can be put back. Raises whatever `act` raises.
    """
    was = _as_it_is(conversation)
    act()
    became = _as_it_is(conversation)
    if was == became:
        return None
    return Batch.objects.create(by=by, before={str(conversation.pk): (was, became)})


@transaction.atomic
def _one(number: int, wanted: list[Action], batch: Batch, by: Agent) -> bool:
    """Do it, and keep what it was and is now: a crash at the next one leaves this one's undo.

    False for one that cannot be seen (any more).
    """
    row = _locked(number, by)
    if row is None:
        return False
    was = _as_it_is(row)
    actions.perform(row, wanted, by=by)
    became = _as_it_is(row)
    if was != became:
        batch.before[str(number)] = (was, became)
        batch.save(update_fields=["before"])
    return True


def _locked(number: int, by: Agent) -> Conversation | None:
    rows = Conversation.objects.visible_to(by).listed().select_for_update(of=("self",))
    return rows.select_related("contact", "inbox", "assignee").filter(pk=number).first()


def _as_it_is(row: Conversation) -> dict:
    """What a batch may change, as the database has it."""
    columns = ("assignee", "team", "state", "snoozed_until", "is_unread", "fields", "priority")
    found = dict(Conversation.objects.filter(pk=row.pk).values(*columns).get())
    until = found.pop("snoozed_until")
    found["until"] = until.isoformat() if until else None
    found["because"] = row.resolved_because if found["state"] == State.RESOLVED else ""
    found["tags"] = sorted(row.tags.values_list("pk", flat=True))
    return found


@transaction.atomic
def _begin_undo(batch: Batch, by: Agent) -> None:
    if batch.by_id != by.pk:
        raise Refused(_("Only whoever did this can take it back."))
    if batch.created_at < now() - TAKEN_BACK_WITHIN:
        raise Refused(_("This was done too long ago to be taken back in one go."))
    if not Batch.objects.filter(pk=batch.pk, undone_at=None).update(undone_at=now()):
        raise Refused(_("This has been taken back already."))


def undo(batch: Batch, *, by: Agent) -> tuple[int, int]:
    """Put back what the batch changed, where nobody changed it since.

    How many conversations were put back, and how many were left as they are now, in part or
    whole. Raises Refused if it is not theirs to take back, or no more.
    """
    demand(by, Deed.SORT)
    _begin_undo(batch, by)
    results = [_put_back(int(number), *pair, by) for number, pair in batch.before.items()]
    return results.count(True), results.count(False)


def _put_back(number: int, was: dict, became: dict, by: Agent) -> bool:
    """Whether all of it was put back."""
    try:
        with transaction.atomic():
            row = _locked(number, by)
            if row is None:
                return False
            current, whole = _as_it_is(row), True
            for key in ORDER:
                if was.get(key) == became.get(key):  # what is new, older batches do not have
                    continue
                if current[key] == became[key]:
                    ORDER[key](row, was, by)
                else:
                    whole = False
            return whole
    except Refused:
        return False


def _state_back(row: Conversation, was: dict, by: Agent) -> None:
    if row.state == State.RESOLVED:
        closing.reopen(row, by=by)
    elif row.state == State.SPAM:
        closing.not_spam(row, by=by)
    if was["state"] == State.RESOLVED:
        closing.resolve(row, by=by, because=was["because"])
    elif was["state"] == State.SPAM:
        closing.mark_spam(row, by=by)
    elif was["state"] == State.WAITING:
        # Opened again it would be our turn; it was theirs, unless something is owed now.
        waits = Conversation.objects.filter(pk=row.pk, state=State.OPEN, due_at=None)
        if waits.update(state=State.WAITING):
            row.state = State.WAITING


def _until_back(row: Conversation, was: dict, by: Agent) -> None:
    until = was["until"] and datetime.fromisoformat(was["until"])
    if until and until > now():
        snoozing.snooze(row, until, by=by)
    elif row.snoozed_until:
        snoozing.wake(row, by=by)


def _team_back(row: Conversation, was: dict, by: Agent) -> None:
    team = Team.objects.filter(pk=was["team"]).first()
    assigning.give_to_team(row, team, by=by)


def _assignee_back(row: Conversation, was: dict, by: Agent) -> None:
    agent = Agent.objects.filter(pk=was["assignee"], is_active=True).first()
    assigning.assign(row, agent, by=by)


def _tags_back(row: Conversation, was: dict, by: Agent) -> None:
    now_on, then = set(row.tags.values_list("pk", flat=True)), set(was["tags"])
    tagging.remove(row, list(Tag.objects.filter(pk__in=now_on - then)), by=by)
    tagging.add(row, list(Tag.objects.filter(pk__in=then - now_on)), by=by)


def _fields_back(row: Conversation, was: dict, by: Agent) -> None:
    keys = {*row.fields, *was["fields"]}
    filling.fill(row, {key: was["fields"].get(key) for key in keys}, by=by)


def _unread_back(row: Conversation, was: dict, by: Agent | None) -> None:
    Conversation.objects.filter(pk=row.pk).update(is_unread=was["is_unread"])


def _priority_back(row: Conversation, was: dict, by: Agent) -> None:
    # The action is of a room above: what is urgent calls people.
    actions.perform(row, actions.read([{"do": "priority", "to": was["priority"]}]), by=by)


# The state first: only what is open can be put aside or given to somebody.
ORDER = {
    "state": _state_back,
    "until": _until_back,
    "team": _team_back,
    "assignee": _assignee_back,
    "tags": _tags_back,
    "fields": _fields_back,
    "is_unread": _unread_back,
    "priority": _priority_back,
}


def _mark(is_unread: bool):
    def perform(conversation: Conversation, args: dict, by: Agent | None) -> str:
        demand(by, Deed.NOTE)
        rows = Conversation.objects.filter(pk=conversation.pk, is_unread=not is_unread)
        if not rows.update(is_unread=is_unread):
            return ""
        conversation.is_unread = is_unread
        return _("Marked as unread.") if is_unread else _("Marked as read.")

    return perform


def _nothing(args: dict) -> dict:
    return {}


actions.register(
    "unread",
    Kind(
        gettext_lazy("Mark it as unread"),
        "none",
        _nothing,
        _mark(True),
        lambda args: _("Mark it as unread."),
    ),
)
actions.register(
    "read",
    Kind(
        gettext_lazy("Mark it as read"),
        "none",
        _nothing,
        _mark(False),
        lambda args: _("Mark it as read."),
    ),
)
