"""Everything the page of one conversation shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations import resending
from promisedesk.conversations.models import Conversation, Follower, Link, Mention, Participant
from promisedesk.core.prepared import prepared
from promisedesk.desk.clock import Clock
from promisedesk.desk.contact.panel import Panel, panel
from promisedesk.desk.conversation import states
from promisedesk.desk.conversation.composing import Composer, composer
from promisedesk.desk.conversation.forms import WriteForm
from promisedesk.desk.conversation.people import People, people
from promisedesk.desk.conversation.promised import OwedHere, owed_here
from promisedesk.desk.conversation.timeline import Timeline, timeline
from promisedesk.desk.conversation.together import Together, together
from promisedesk.desk.pills import Hours, pill
from promisedesk.desk.spam_reasons import why_spam
from promisedesk.lib.countdowns import Countdown
from promisedesk.replies.models import Scheduled


@dataclass(slots=True)
class Opened:
    """A conversation, opened by one reader."""

    conversation: Conversation
    title: str
    pill: Countdown
    owed: list[OwedHere]  # the nearest first
    timeline: Timeline
    spam_because: str  # in words; empty where it is none
    seen: str  # what was drawn of the letters and the promise, to notice a change
    panel: Panel
    people: People
    together: Together
    composer: Composer
    resent: set[str]  # "message address": lost letters whose words went elsewhere since

    @property
    def public_id(self) -> str:
        return self.conversation.public_id


def found_for(agent: Agent, public_id: str) -> Conversation:
    """The conversation, if this agent may see it. One query. Raises Http404."""
    found = _found_for(agent.pk, public_id, role=agent.role)
    if not found:
        raise Http404
    return found[0]


@prepared
def _found_for(agent: int, public_id: str, *, role: str) -> QuerySet[Conversation]:
    reader = Agent(pk=agent, role=role)
    seen = Conversation.objects.visible_to(reader).filter(public_id=public_id)
    others = Participant.objects.filter(conversation=OuterRef("pk"))
    known = seen.select_related("contact", "inbox", "assignee")
    later = Scheduled.objects.filter(
        conversation=OuterRef("pk"),
        state__in=[Scheduled.State.WAITING, Scheduled.State.STOPPED],
    )
    follows = Follower.objects.filter(conversation=OuterRef("pk"), agent_id=agent)
    mentions = Mention.objects.filter(conversation=OuterRef("pk"), agent_id=agent, seen_at=None)
    children = Conversation.objects.filter(Q(parent=OuterRef("pk")) | Q(merged_into=OuterRef("pk")))
    links = Link.objects.filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk")))
    return known.annotate(
        has_beside=Exists(children),
        has_links=Exists(links),
        has_others=Exists(others),
        has_later=Exists(later),
        is_followed=Exists(follows),
        has_mention=Exists(mentions),
    )


def opened(
    conversation: Conversation,
    agent: Agent,
    clock: Clock,
    hours: Hours,
    *,
    mode: str = "reply",
    form: WriteForm | None = None,
    whole: bool = False,
    before: int = 0,
) -> Opened:
    """Gather the page. A `form` that failed is shown again with all that was typed."""
    due_at = conversation.due_at
    counted = pill(
        hours,
        clock,
        inbox_id=conversation.inbox_id,
        state=conversation.state,
        due_at=due_at,
        due_since=conversation.due_since,
        last_at=conversation.last_at,
    )
    shown = timeline(conversation, clock, whole=whole, before=before)
    beside = panel(conversation, agent)
    others = people(conversation, agent, shown.messages, shown.events, beside.emails)
    return Opened(
        conversation=conversation,
        title=conversation.subject or _("(no subject)"),
        pill=counted,
        owed=owed_here(conversation, clock, hours),
        timeline=shown,
        spam_because=why_spam(conversation.spam_because),
        seen=states.signature(conversation),
        panel=beside,
        people=others,
        together=together(conversation, agent),
        composer=composer(
            conversation,
            agent,
            mode=mode,
            form=form,
            customer=beside,
            people=others,
            messages=() if shown.has_newer else shown.messages,
            last_message=shown.last_message,
        ),
        resent={
            f"{one.public_id} {address}"
            for one in shown.messages
            if one.delivery and one.delivery.state in resending.LOST
            for address in resending.sent_instead(one, shown.messages)
        },
    )
