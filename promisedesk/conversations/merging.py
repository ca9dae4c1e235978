"""Two conversations become one, and two again, with nothing lost.

The one that goes stays as an empty shell: whoever knows its reference, its address or one of
its letters is led to the other. What moved is written down row by row, so that taking it back
gives back exactly that; what came since goes where it belongs (homecoming.py). What is owed
and what is not sent yet follow by those who listen to MERGED and UNMERGED.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import homecoming
from promisedesk.conversations.indexing import KIND
from promisedesk.conversations.joint_verbs import CAME_OUT, MERGED, MERGED_AWAY, UNMERGED
from promisedesk.conversations.merge_facts import combined, facts_of, write_facts
from promisedesk.conversations.models import (
    Conversation,
    Mention,
    Merge,
    Message,
    Participant,
    TimeSpent,
)
from promisedesk.conversations.previews import preview_of_message
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.rebasing import Facts, Sheet, laid, taken_out
from promisedesk.search.models import Document

State = Conversation.State
SUMS = ("folded", "seconds_spent")
TAKES_PART, APART = "takes_part", "apart"  # what becomes of another customer
AT_ONCE = 500  # numbers in one statement
FOLLOWING: dict[str, Callable[[Conversation], QuerySet]] = {  # rows that move with the messages
    "sides": lambda one: Conversation.objects.filter(parent=one),
    "times": lambda one: TimeSpent.objects.filter(conversation=one),
    "mentions": lambda one: Mention.objects.filter(conversation=one),
}


@dataclass(slots=True)
class Together:
    """`event.about` of MERGED and UNMERGED. Listeners keep what they moved in `merge.before`."""

    gone: Conversation
    into: Conversation  # where its messages are, or were until now
    merge: Merge
    along: tuple[Merge, ...] = ()  # merges into `gone` from before, which go with it
    messages: frozenset[int] = frozenset()  # UNMERGED: those that went back, new ones too

    def own(self, key: str, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers that are `gone`'s own, not brought by merges before this one."""
        return sorted(set(numbers) - listed(self.along, key))

    def its(self, key: str) -> set[int]:
        """All that goes back with `gone`."""
        return listed([self.merge, *self.along], key)


@dataclass(slots=True)
class Parted:
    """What un-merging did."""

    gone: Conversation
    went: int = 0  # messages that came since and went with it
    stayed: int = 0


def survivor(conversation: Conversation) -> Conversation:
    """Where this conversation is now: itself, or the one it was merged into."""
    return conversation.merged_into or conversation


def written_in(message: Message) -> Conversation:
    """The conversation a message came to, or was written in: a merge may have moved it since."""
    here = Merge.objects.filter(undone_at=None, gone__merged_into=message.conversation_id)
    for row in here.select_related("gone").order_by("pk"):
        if message.pk in row.before["messages"]:
            return row.gone
    return message.conversation


@transaction.atomic
def merge(gone: Conversation, into: Conversation, *, by: Agent | None, customer: str = "") -> Merge:
    """Put all of `gone` into `into`. `customer` says what becomes of another customer:
    TAKES_PART (gets copies of answers from now on) or APART (gets nothing).

    Raises Refused for a conversation with itself, for spam, for one merged away already, for
    what the agent may not see, when another customer's fate was not said, and when one who is
    to get nothing is owed an answer.
    """
    demand(by, Deed.JOIN)
    gone, into = _locked(gone, into)
    _refuse(gone, into, by, customer)
    here, there = facts_of(into), facts_of(gone)
    brought = _brought(gone, into, there, customer)
    onto = laid(here, brought, combined)
    shell = laid(
        there,
        {"state": str(State.RESOLVED), "is_unread": False, "snoozed_until": None},
        combined,
        covers=True,
    )
    along = tuple(Merge.objects.filter(gone__merged_into=gone, undone_at=None).order_by("pk"))
    newest = Message.objects.aggregate(newest=Max("pk"))["newest"] or 0
    row = Merge.objects.create(into=into, gone=gone, by=by)
    about = Together(gone, into, row, along)
    moving = list(gone.messages.values_list("pk", flat=True))
    row.before = {
        "messages": about.own("messages", moving),
        "merges": [one.pk for one in along],
        "last": newest,
        "onto": asdict(onto),
        "shell": asdict(shell),
        "sums": {name: getattr(gone, name) for name in SUMS},
        **{key: about.own(key, _moved(rows(gone), into)) for key, rows in FOLLOWING.items()},
    }
    _move(moving, into)
    Conversation.objects.filter(merged_into=gone).update(merged_into=into)
    write_facts(into, _changed(here, onto))
    write_facts(gone, _changed(there, shell))
    Conversation.objects.filter(pk=gone.pk).update(merged_into=into)
    _add_sums(into, row.before["sums"], 1)
    gone.refresh_from_db()
    into.refresh_from_db()
    record(MERGED_AWAY, by=by, conversation=gone, ref=into.ref, merge=row.public_id)
    record(
        MERGED,
        by=by,
        conversation=into,
        contact=into.contact,
        about=Together(gone, into, row, along),
        ref=gone.ref,
        gone=gone.public_id,
        merge=row.public_id,
    )
    row.save(update_fields=["before"])
    return row


def _locked(*conversations: Conversation) -> list[Conversation]:
    """The rows as they are now; nobody changes them until we are done."""
    rows = Conversation.objects.select_for_update(no_key=True, of=("self",)).order_by("pk")
    rows = rows.select_related("contact", "inbox")
    found = {one.pk: one for one in rows.filter(pk__in=[one.pk for one in conversations])}
    return [found[one.pk] for one in conversations]


def _refuse(gone: Conversation, into: Conversation, by: Agent | None, customer: str) -> None:
    if gone.pk == into.pk:
        raise Refused(_("Choose another conversation: this one cannot be merged with itself."))
    for one in (gone, into):
        if by and not Conversation.objects.visible_to(by).filter(pk=one.pk).exists():
            raise Refused(_("You cannot see one of these conversations."))
        if one.merged_into_id:
            raise Refused(
                _("Conversation %(ref)s was merged into another meanwhile.") % {"ref": one.ref}
            )
        if one.parent_id:
            raise Refused(_("What is said with a supplier stays beside its own conversation."))
        if one.state == State.SPAM:
            raise Refused(_("Conversation %(ref)s is spam. Take it out first.") % {"ref": one.ref})
    if gone.contact_id != into.contact_id and customer not in (TAKES_PART, APART):
        raise Refused(
            _("They have different customers. Say whether %(name)s takes part from now on.")
            % {"name": gone.contact.shown_name}
        )
    if gone.contact_id != into.contact_id and customer == APART and gone.due_at:
        raise Refused(
            _(
                "%(name)s is owed an answer still. Answer them first, resolve it and say why, "
                "or let them take part."
            )
            % {"name": gone.contact.shown_name}
        )


def _brought(gone: Conversation, into: Conversation, there: Facts, customer: str) -> Facts:
    """What comes along: all but what would make the customer or a wrong agent take part."""
    mails = into.contact.identities.filter(kind="email").values_list("value", flat=True)
    skipped = {f"participant:{one}" for one in mails}
    is_another = gone.contact_id != into.contact_id
    brought = {
        key: value
        for key, value in there.items()
        if key not in skipped and not (is_another and _is_strange(key, value, customer))
    }
    for key, value in brought.items():
        if key.startswith("participant:"):  # nothing older goes to a newcomer
            brought[key] = [*value[:-1], now().isoformat()]
    assignee = Agent.objects.filter(pk=there["assignee"]).first()
    if assignee and not Conversation.objects.visible_to(assignee).filter(pk=into.pk).exists():
        brought["assignee"] = None
    if is_another and customer == TAKES_PART:
        name, at = gone.contact.name, now().isoformat()
        approved = [str(Participant.State.APPROVED), name, "agent", None, at]
        for address in homecoming.addresses_written_from(gone):
            brought[f"participant:{address}"] = approved
    return brought


def _is_strange(key: str, value, customer: str) -> bool:
    """Whether it is somebody around the other customer who has no place here: whoever was in
    copy of their letters comes along only with them, and only if an agent let them in there."""
    if not key.startswith("participant:"):
        return False
    return customer == APART or value[0] != Participant.State.APPROVED


def _changed(before: Facts, sheet: Sheet) -> Facts:
    return {key: value for key, value in sheet.after.items() if value != before.get(key)}


def listed(merges: Iterable[Merge], key: str) -> set[int]:
    """The numbers of rows that these merges moved."""
    return {number for one in merges for number in one.before.get(key, ())}


def _moved(rows: QuerySet, to: Conversation) -> list[int]:
    """Point the rows elsewhere; their numbers."""
    numbers, column = list(rows.values_list("pk", flat=True)), _column_of(rows)
    for some in in_parts(numbers):
        rows.model.objects.filter(pk__in=some).update(**{column: to})
    return numbers


def _column_of(rows: QuerySet) -> str:
    return "parent" if rows.model is Conversation else "conversation"


def in_parts(numbers: Iterable[int]) -> Iterator[list[int]]:
    """A long list of numbers in pieces that a statement can hold."""
    numbers = list(numbers)
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def _move(messages: Iterable[int], to: Conversation) -> None:
    """Only where they belong changes: they stay findable by the reference they came under."""
    for some in in_parts(messages):
        Message.objects.filter(pk__in=some).update(conversation=to)
        Document.objects.filter(kind=KIND, key__in=some).update(group=to.pk)


def _add_sums(conversation: Conversation, sums: dict[str, int], sign: int) -> None:
    changes = {name: F(name) + sign * number for name, number in sums.items() if number}
    if changes:
        Conversation.objects.filter(pk=conversation.pk).update(**changes)


@transaction.atomic
def take_back(row: Merge, *, by: Agent | None) -> Parted:
    """Two conversations again, as they were, but for what happened since.

    Messages that came meanwhile go by what they answer, else by who wrote them; what names
    neither stays. Raises Refused if it was taken back already, or the agent cannot see it.
    """
    demand(by, Deed.JOIN)
    row = _still_merged(row)
    path = _path(row.into, row.gone.merged_into)
    gone, *path = _locked(row.gone, *path)
    place = path[-1]
    if by and Conversation.objects.visible_to(by).filter(pk__in=[gone.pk, place.pk]).count() < 2:
        raise Refused(_("You cannot see one of these conversations."))
    here = Merge.objects.filter(undone_at=None, gone__merged_into=place)
    along = tuple(here.filter(pk__in=row.before["merges"]))
    others = here.exclude(pk__in=[row.pk, *(one.pk for one in along)])
    about = Together(gone, place, row, along)
    back = about.its("messages") & set(place.messages.values_list("pk", flat=True))
    came = homecoming.came_since(place, row.before["last"], listed(others, "messages"))
    went = homecoming.belonging(gone, place, back, came)
    stayed = [one for one in came if one not in went]
    about.messages = frozenset(back | {one.pk for one in went})
    _move(about.messages, gone)
    _give_back(about)
    _restore(row, gone, path, went, stayed)
    Merge.objects.filter(pk=row.pk).update(undone_at=now())
    gone.refresh_from_db()
    place.refresh_from_db()
    record(CAME_OUT, by=by, conversation=gone, ref=place.ref, merge=row.public_id)
    record(
        UNMERGED,
        by=by,
        conversation=place,
        contact=place.contact,
        about=about,
        ref=gone.ref,
        gone=gone.public_id,
        merge=row.public_id,
        went=len(went),
        stayed=len(stayed),
    )
    return Parted(gone, len(went), len(stayed))


def _still_merged(row: Merge) -> Merge:
    rows = Merge.objects.select_for_update(no_key=True, of=("self",))
    row = rows.select_related("into", "gone__merged_into").get(pk=row.pk)
    if row.undone_at or row.gone.merged_into_id is None:
        raise Refused(_("These are two conversations already."))
    return row


def _path(below: Conversation, place: Conversation) -> list[Conversation]:
    """From what it was merged into to where that is now."""
    path = [below]
    while path[-1].pk != place.pk:
        next_one = Merge.objects.select_related("into").get(gone=path[-1], undone_at=None)
        path.append(next_one.into)
    return path


def _give_back(about: Together) -> None:
    for key, rows in FOLLOWING.items():
        here = rows(about.into)
        for some in in_parts(about.its(key)):
            here.filter(pk__in=some).update(**{_column_of(here): about.gone})
    moved = Mention.objects.filter(conversation=about.into)
    for some in in_parts(about.messages):
        moved.filter(message__in=some).update(conversation=about.gone)
    Conversation.objects.filter(pk__in=[one.gone_id for one in about.along]).update(
        merged_into=about.gone
    )


def _restore(
    row: Merge,
    gone: Conversation,
    path: list[Conversation],
    went: list[Message],
    stayed: list[Message],
) -> None:
    """Facts as they were, in `gone` and in all that it was put into."""
    place = path[-1]
    write_facts(gone, _uncovered(row, gone))
    Conversation.objects.filter(pk=gone.pk).update(merged_into=None)
    changes = _without(row, path[0])
    if any(map(_asks, stayed)):
        changes = {key: one for key, one in changes.items() if key not in ("state", "is_unread")}
    write_facts(path[0], changes)
    _take_off(row, path)
    for one in (*path, gone):
        if not one.messages.filter(created_at=one.last_at).exists():
            _say_last(one)
    if went:
        _say_last(gone)
    _settle_state(gone, place, went, row)


def _asks(message: Message) -> bool:
    return message.direction == Message.Direction.IN and not message.automatic


def _take_off(row: Merge, path: list[Conversation]) -> None:
    """What was added up is less by what leaves, in all that it was put into."""
    for one in path:
        _add_sums(one, row.before["sums"], -1)
    for outer in Merge.objects.filter(undone_at=None, gone__in=path):
        for name, number in row.before["sums"].items():
            outer.before["sums"][name] -= number
        outer.save(update_fields=["before"])


def _uncovered(row: Merge, gone: Conversation) -> Facts:
    """What the shell hid: its state, and whether it was read."""
    return taken_out([Sheet(**row.before["shell"])], 0, facts_of(gone), combined)


def _without(row: Merge, below: Conversation) -> Facts:
    """What to write to `below` when this merge is taken out from among the others."""
    into = list(Merge.objects.filter(into=below, undone_at=None).order_by("pk"))
    sheets = [Sheet(**one.before["onto"]) for one in into]
    covering = Merge.objects.filter(gone=below, undone_at=None).first()
    if covering:
        sheets.append(Sheet(**covering.before["shell"]))
    number = next(place for place, one in enumerate(into) if one.pk == row.pk)
    changes = taken_out(sheets, number, facts_of(below), combined)
    for one, sheet in zip(into[number + 1 :], sheets[number + 1 :], strict=False):
        one.before["onto"] = asdict(sheet)
        one.save(update_fields=["before"])
    if covering:
        covering.before["shell"] = asdict(sheets[-1])
        covering.save(update_fields=["before"])
    return changes


def _say_last(conversation: Conversation) -> None:
    """The list shows what is last there now."""
    talk = conversation.messages.exclude(direction=Message.Direction.NOTE)
    last = talk.exclude(direction=Message.Direction.OUT, automatic=True)
    last = last.order_by("-created_at", "-pk").first()
    if last:
        Conversation.objects.filter(pk=conversation.pk).update(
            last_at=last.created_at,
            last_is_ours=last.direction == Message.Direction.OUT,
            preview=preview_of_message(last),
        )


def _settle_state(gone: Conversation, place: Conversation, went: list[Message], row: Merge) -> None:
    """Open again if a question came with it; not open if it was answered meanwhile."""
    was = State(row.before["shell"]["before"]["state"])
    asked = [one for one in went if _asks(one)]
    state = homecoming.state_of(gone, place, was, asked, row.before["last"])
    changes = {"state": state} | ({"is_unread": True} if asked else {})
    Conversation.objects.filter(pk=gone.pk).update(**changes)
