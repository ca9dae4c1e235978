"""Where promises stand when conversations are merged and parted again.

One answer is owed a conversation at a time. Of several that were put together the earliest
stands in the conversation there is; the others wait in the empty shells and are settled by
the same answer. No time ever moves, and what is broken stays broken.
"""

from __future__ import annotations

from promisedesk.conversations.merging import Together, in_parts
from promisedesk.conversations.models import Conversation, Merge
from promisedesk.conversations.ranking import rank
from promisedesk.promises import resolutions
from promisedesk.promises.keeping import first_unanswered, newest_answer
from promisedesk.promises.making import owe_again
from promisedesk.promises.models import Promise
from promisedesk.promises.standing import rank_by_promises

KEY = "promises"
CLOSED = (Conversation.State.RESOLVED, Conversation.State.SPAM)


def bring(about: Together) -> None:
    """Everything promised in `gone` is promised in `into`; written down in the merge."""
    gone, into = about.gone, about.into
    about.merge.before[KEY] = about.own(
        KEY, Promise.objects.filter(conversation=gone).values_list("pk", flat=True)
    )
    settled = Promise.objects.filter(conversation=gone).exclude(pk__in=_owed_answers([gone.pk]))
    second = _second_resolutions(gone, into)
    settled.exclude(pk__in=second).update(conversation=into)
    if second:
        resolutions.rest(gone)
    _seat({into: _owed_answers([into.pk, *_shells(into)])})
    rank(gone, None, None)
    rank_by_promises(into)


def give_back(about: Together) -> None:
    """What was promised in `gone` is promised there again, and what was asked there since."""
    gone, place = about.gone, about.into
    seats = [gone.pk, place.pk, *_shells(gone), *_shells(place)]
    its = about.its(KEY) | set(_asked_since(about, seats))
    owed = _owed_answers(seats)
    for some in in_parts(its - set(owed)):
        Promise.objects.filter(pk__in=some, conversation__in=seats).update(conversation=gone)
    theirs = {gone: [pk for pk in owed if pk in its], place: [pk for pk in owed if pk not in its]}
    _seat(theirs)
    for one in (gone, place):
        one.refresh_from_db()
        resolutions.follow(one)
        rank_by_promises(one)
        if one.state in CLOSED:
            continue
        # Asked since, or withdrawn with what is spam by now; not what was answered in there.
        question, last = first_unanswered(one), about.merge.before["last"]
        is_open = place.state == Conversation.State.SPAM or (question and question.pk > last)
        if question and is_open and question.pk > newest_answer(place):
            owe_again(one, question)


def _second_resolutions(gone: Conversation, into: Conversation) -> list[int]:
    """A matter is settled once: where both have a time for it, that of `gone` rests in it."""
    live = Promise.objects.filter(kind="resolution", settled_at=None, renewed_at=None)
    live = live.exclude(state="withdrawn")
    if not live.filter(conversation=into).exists():
        return []
    return list(live.filter(conversation=gone).values_list("pk", flat=True))


def _shells(conversation: Conversation) -> list[int]:
    return list(conversation.merged.order_by("pk").values_list("pk", flat=True))


def _owed_answers(conversations: list[int]) -> list[int]:
    owed = Promise.objects.owed().filter(conversation__in=conversations, kind="answer")
    locked = owed.select_for_update(of=("self",), no_key=True)
    return [one.pk for one in locked.order_by("due_at", "pk")]


def _asked_since(about: Together, seats: list[int]) -> list[int]:
    """Promises that no merge brought, for questions that went back with `gone`."""
    here = Merge.objects.filter(undone_at=None, gone__merged_into__in=seats)
    brought = {pk for before in here.values_list("before", flat=True) for pk in before.get(KEY, ())}
    found = Promise.objects.filter(conversation__in=seats, asked_by__conversation=about.gone)
    return [pk for pk in found.values_list("pk", flat=True) if pk not in brought]


def _seat(owed: dict[Conversation, list[int]]) -> None:
    """Seat promises (the earliest first): one in its conversation, the others in its shells."""
    found = Promise.objects.in_bulk([pk for some in owed.values() for pk in some])
    placed: dict[int, int] = {}
    for conversation, some in owed.items():
        free = [conversation.pk, *_shells(conversation)]
        for number, pk in enumerate(some):
            home = found[pk].conversation_id
            seat = free[0] if number == 0 or home not in free else home
            if free:
                free.remove(seat)
            if seat != home:
                placed[pk] = seat
    # Two may change seats: neither is owed for a moment, or the second would find it taken.
    for pk in placed:
        Promise.objects.filter(pk=pk).update(state=Promise.State.PAUSED)
    for pk, seat in placed.items():
        Promise.objects.filter(pk=pk).update(conversation=seat, state=found[pk].state)
