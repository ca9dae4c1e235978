"""Who is told of what happens in a conversation: written in the same transaction."""

from django.db.models import Q, QuerySet

from promisedesk.agents import noticing
from promisedesk.agents.models import Agent
from promisedesk.agents.noticing import Kind
from promisedesk.conversations import seeing
from promisedesk.conversations.joint_verbs import SIDE_ANSWERED
from promisedesk.conversations.models import Conversation, Follower, Message
from promisedesk.conversations.verbs import (
    ASSIGNED,
    GIVEN_OUT,
    GIVEN_TO_KNOWN,
    MENTIONED,
    RECEIVED,
)
from promisedesk.core.events import on


@on(ASSIGNED)
@on(GIVEN_OUT)
@on(GIVEN_TO_KNOWN)
def tell_whom_it_was_given(event) -> None:
    _tell_one(event, Kind.GIVEN, ASSIGNED)


@on(MENTIONED)
def tell_whom_a_note_names(event) -> None:
    _tell_one(event, Kind.NAMED, MENTIONED)


@on(RECEIVED)
def tell_who_looks_after_it(event) -> None:
    """The customer wrote: whoever has it, and those who follow. A new one has nobody yet."""
    message: Message = event.about
    conversation = message.conversation
    is_spam = conversation.state == Conversation.State.SPAM
    if event.data["is_new"] or message.automatic or is_spam or conversation.parent_id:
        return
    noticing.notice(_concerned(conversation), Kind.WROTE, RECEIVED, conversation=conversation)


@on(SIDE_ANSWERED)
def tell_that_the_side_answered(event) -> None:
    conversation = Conversation.objects.select_related("inbox").get(pk=event.conversation_id)
    noticing.notice(_concerned(conversation), Kind.SIDE, SIDE_ANSWERED, conversation=conversation)


def _concerned(conversation: Conversation) -> QuerySet[Agent]:
    """Whoever looks after it, and who follows it, of those who may still see it. One query."""
    seers = seeing.who_sees(conversation).order_by()
    follows = Follower.objects.filter(conversation=conversation).values("agent")
    return seers.filter(Q(pk=conversation.assignee_id) | Q(pk__in=follows))


def _tell_one(event, kind: Kind, verb) -> None:
    agent = Agent.objects.filter(pk=event.data.get("agent"), is_active=True).first()
    conversation = Conversation(pk=event.conversation_id)
    if agent is not None:
        noticing.notice([agent], kind, verb, by=event.by, conversation=conversation)
