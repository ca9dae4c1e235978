from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from promisedesk.agents.models import Agent, Team
from promisedesk.api import idempotency, rights, showing
from promisedesk.api.attaching import FileIn
from promisedesk.api.paging import Listing, listed, page_of
from promisedesk.api.problems import Problem, answers
from promisedesk.api.shapes import (
    Channel,
    ConversationOut,
    ConversationState,
    EventOut,
    MessageOut,
    PromiseKind,
    PromiseOut,
    PromiseState,
)
from promisedesk.api.texts import Text
from promisedesk.conversations import (
    assigning,
    closing,
    filling,
    replying,
    snoozing,
    tagging,
    undoing,
)
from promisedesk.conversations.models import Conversation, Message, Tag
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.lib.mail.sanitising import clean_html
from promisedesk.promises import committing
from promisedesk.promises.models import Promise
from promisedesk.replies import pledging, sending
from promisedesk.replies.sending import Letter

router = Router(tags=["conversations"])
State = Conversation.State


class Conversations(Listing):
    state: ConversationState | None = None
    contact: str | None = Field(None, description="Id of the contact.")
    inbox: str | None = Field(None, description="Id of the inbox.")
    assignee: str | None = Field(None, description='Id of the agent, or "none".')
    team: str | None = Field(None, description="Id of the team it was given to.")
    tag: str | None = Field(None, description="Id of a tag it has.")
    channel: Channel | None = None
    language: str | None = None
    ref: str | None = Field(None, description="The short reference.")
    parent: str | None = Field(
        None, description="Id of a conversation: the talks with suppliers beside it."
    )


class Messages(Listing):
    direction: Literal["in", "out", "note"] | None = None
    automatic: bool | None = None


class Promises(Listing):
    state: PromiseState | None = None
    kind: PromiseKind | None = None


class Events(Listing):
    verb: str | None = Field(None, description="For example message.received.")


class Change(Schema):
    """What to change; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    state: ConversationState | None = Field(
        None, description="open, resolved or spam. It becomes waiting by an answer only."
    )
    because: Text | None = Field(
        None,
        description="With state resolved while the customer waits for an answer: why none is "
        "needed (phone, elsewhere, duplicate, no_question, withdrawn, or words).",
    )
    assignee: Text | None = Field(None, description="Id of an agent; null gives it to nobody.")
    team: Text | None = Field(None, description="Id of a team; null takes it from its team.")
    tags: list[Text] | None = Field(
        None, max_length=tagging.MOST, description="Ids of all the tags it is to have."
    )
    fields: dict[str, Text | int | float | bool | None] | None = Field(
        None, description="The shop's own fields by key; null empties one, what is left out stays."
    )
    snoozed_until: AwareDatetime | None = Field(
        None, description="Put aside until then; null brings it back."
    )


class NewMessage(Schema):
    """An answer to the customer, or a note among ourselves."""

    model_config = ConfigDict(extra="forbid")

    direction: Literal["out", "note"]
    text: Text = Field(max_length=replying.LONGEST_TEXT)
    html: Annotated[Text, Field(max_length=1_000_000)] | None = Field(
        None, description="The same in HTML, if there is more to it. It is made safe first."
    )
    attachments: list[FileIn] = Field(default_factory=list, max_length=50)
    if_last_message: Text | None = Field(
        None,
        description="Id of the newest message you know: an answer is refused (422) if somebody "
        "else wrote after it.",
    )
    commitments: bool = Field(
        True,
        description="What an answer promises in words, with a time, is promised: listed among the "
        "promises and reminded of. False: nothing in this text is a promise.",
    )


def _one(request: HttpRequest, id: str) -> Conversation:
    rows = showing.with_conversation_parts(rights.conversations(request.agent))
    return get_object_or_404(rows, public_id=id)


@router.get("", response=answers(200, page_of(ConversationOut), 400), summary="List conversations")
def conversations(request, asked: Query[Conversations]):
    """Every conversation you may see, newest first.

    Not those that were merged into another, unless asked for by `ref`, nor talks with suppliers,
    unless asked for by `parent`.
    """
    rows = rights.conversations(request.agent)
    if asked.ref is None:
        rows = rows.filter(merged_into=None)
    rows = rows.filter(parent__public_id=asked.parent) if asked.parent else rows.filter(parent=None)
    for field in ("state", "channel", "language", "ref"):
        if (value := getattr(asked, field)) is not None:
            rows = rows.filter(**{field: value})
    for field in ("contact", "inbox", "assignee", "team"):
        if (value := getattr(asked, field)) is not None and value != "none":
            rows = rows.filter(**{f"{field}__public_id": value})
    if asked.tag is not None:
        rows = rows.filter(tags__public_id=asked.tag)
    if asked.assignee == "none":
        rows = rows.filter(assignee=None)
    rows = showing.with_conversation_parts(rows)
    return listed(request, rows, asked, partial(showing.conversations, agent=request.agent))


@router.get("/{id}", response=answers(200, ConversationOut), summary="Read a conversation")
def conversation(request, id: str):
    return showing.conversations([_one(request, id)], request.agent)[0]


@router.patch(
    "/{id}",
    response=answers(200, ConversationOut, 400, 413, 415),
    summary="Change a conversation",
)
def change(request, id: str, changes: Change):
    """Resolve it, open it again, mark it as spam, give it to somebody, put it aside, tag it,
    fill in its fields.

    All of it happens or nothing. What the desk's own pages would refuse is refused (422).
    """
    with transaction.atomic():
        locked = rights.conversations(request.agent).select_for_update(of=("self",))
        row = get_object_or_404(locked.select_related("contact", "inbox"), public_id=id)
        if row.merged_into_id:
            raise Refused(f"It was merged into {row.merged_into.public_id}. Change that one.")
        _sort(row, changes, request.agent)
        if changes.state and changes.state != row.state:
            _move(row, changes.state, changes.because or "", request.agent)
        if "snoozed_until" in changes.model_fields_set:
            _put_aside(row, changes.snoozed_until, request.agent)
    seen = showing.with_conversation_parts(Conversation.objects.filter(pk=row.pk))
    return showing.conversations([seen.get()], request.agent)[0]


def _sort(row: Conversation, changes: Change, agent: Agent) -> None:
    changed = changes.model_fields_set
    if "team" in changed:
        assigning.give_to_team(row, _team(changes.team), by=agent)
    if "assignee" in changed:
        assigning.assign(row, _agent(changes.assignee), by=agent)
    if changes.tags is not None:
        tagging.put(row, _tags(changes.tags), by=agent)
    if changes.fields is not None:
        filling.fill(row, changes.fields, by=agent)


def _put_aside(row: Conversation, until: datetime | None, agent: Agent) -> None:
    if until is not None:
        snoozing.snooze(row, until, by=agent)
    elif row.snoozed_until is not None:
        snoozing.wake(row, by=agent)


def _team(id: str | None) -> Team | None:
    team = Team.objects.filter(public_id=id).first() if id is not None else None
    if id is not None and team is None:
        raise Problem(422, "Some fields are not right.", {"team": ["no such team"]})
    return team


def _tags(ids: list[str]) -> list[Tag]:
    tags = list(Tag.objects.filter(public_id__in=ids))
    if len(tags) != len(set(ids)):
        raise Problem(422, "Some fields are not right.", {"tags": ["no such tag"]})
    return tags


def _agent(id: str | None) -> Agent | None:
    if id is None:
        return None
    agent = Agent.objects.filter(public_id=id, is_active=True).first()
    if agent is None:
        raise Problem(422, "Some fields are not right.", {"assignee": ["no such agent"]})
    return agent


def _move(row: Conversation, state: str, because: str, agent: Agent) -> None:
    if state == State.RESOLVED:
        closing.resolve(row, by=agent, because=because)
    elif state == State.SPAM:
        closing.mark_spam(row, by=agent)
    elif state == State.OPEN and row.state == State.SPAM:
        closing.not_spam(row, by=agent)
    elif state == State.OPEN and row.state == State.RESOLVED:
        closing.reopen(row, by=agent)
    else:
        says = f"It cannot become {state} from {row.state} by hand."
        raise Problem(422, "Some fields are not right.", {"state": [says]})


@router.get(
    "/{id}/messages", response=answers(200, page_of(MessageOut), 400), summary="List its messages"
)
def messages(request, id: str, asked: Query[Messages]):
    """Mails, answers, notes and acknowledgements, newest first."""
    rows = Message.objects.filter(conversation=_known(request, id))
    if asked.direction is not None:
        rows = rows.filter(direction=asked.direction)
    if asked.automatic is not None:
        rows = rows.filter(automatic=asked.automatic)
    return listed(request, showing.with_message_parts(rows), asked, showing.messages)


def _known(request: HttpRequest, id: str) -> int:
    """The number of a conversation that may be seen."""
    rows = rights.conversations(request.agent).filter(public_id=id)
    return get_object_or_404(rows.values_list("pk", flat=True))


@router.post(
    "/{id}/messages",
    response=answers(201, MessageOut, 400, 413, 415, 503),
    summary="Answer, or leave a note",
)
def write(request, id: str, new: NewMessage):
    """`out` goes to the contact within 30 seconds and makes the conversation waiting; `note`
    is seen by agents only. What an answer says it will do, and by when ("I'll call you tomorrow
    before noon"), becomes a promise, as in the composer; `commitments: false` switches that off.

    Send an `Idempotency-Key` header: repeated with the same body it gives the same answer
    and writes nothing twice. Keys are kept for two days.
    """
    row = _one(request, id)
    html = clean_html(new.html) if new.html else ""
    sending.refuse_unfilled(f"{new.text}\n{html}")
    files = [one.stored() for one in new.attachments]  # slow: before the database is held
    idempotency.begin(request)
    if new.direction == "note":
        message = replying.note(row, new.text, by=request.agent, files=files)
    else:
        _refuse_changed(row, new, request.agent)
        message = replying.reply(
            row,
            new.text,
            by=request.agent,
            html=html,
            files=files,
            hold_for=undoing.hold_time(),
        )
        if new.commitments and not row.parent_id:  # a supplier is promised nothing
            pledges = pledging.chosen(row, new.text)
            committing.commit(row, pledges, by=request.agent, told_by=message)
    written = showing.with_message_parts(Message.objects.filter(pk=message.pk))
    return Status(201, showing.messages(written)[0])


def _refuse_changed(conversation: Conversation, new: NewMessage, agent: Agent) -> None:
    if not new.if_last_message:
        return
    sending.lock(conversation)
    known = get_object_or_404(conversation.messages, public_id=new.if_last_message)
    letter = Letter(new.text, last_seen=known.pk)
    sending.refuse_changed(conversation, letter, agent)


@router.get(
    "/{id}/events", response=answers(200, page_of(EventOut), 400), summary="List what happened"
)
def events(request, id: str, asked: Query[Events]):
    """Its journal, newest first."""
    rows = Event.objects.filter(conversation_id=_known(request, id)).select_related("by")
    if asked.verb is not None:
        rows = rows.filter(verb=asked.verb)
    return listed(request, rows, asked, showing.events)


@router.get(
    "/{id}/promises", response=answers(200, page_of(PromiseOut), 400), summary="List its promises"
)
def promises(request, id: str, asked: Query[Promises]) -> dict[str, Any]:
    """What was promised in it, newest first."""
    rows = Promise.objects.filter(conversation=_known(request, id))
    if asked.kind is not None:
        rows = rows.filter(kind=asked.kind)
    if asked.state is not None:
        rows = rows.in_state(asked.state)
    return listed(request, showing.with_promise_parts(rows), asked, showing.promises)
