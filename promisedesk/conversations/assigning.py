"""Who looks after a conversation: a person, a team, or nobody yet."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import giving_out, mentioning, replying, seeing
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.verbs import (
    ASSIGNED,
    GIVEN_TO_TEAM,
    LEFT_TEAM,
    TAKEN,
    TAKEN_OVER,
    UNASSIGNED,
)
from promisedesk.core.errors import Refused
from promisedesk.core.events import record


@transaction.atomic
def assign(conversation: Conversation, to: Agent | None, *, by: Agent | None) -> bool:
    """Give it to an agent, or to nobody (None). False if it was theirs already.

    Raises Refused when the agent could not see it, has left, or answers no customers.
    """
    demand(by, Deed.SORT)
    row = Conversation.objects.filter(pk=conversation.pk)
    if to is not None and not (giving_out.can_answer(to) and row.visible_to(to).exists()):
        raise Refused(
            _("%(name)s cannot see this conversation. Choose somebody of its team.")
            % {"name": to.name}
        )
    if not row.exclude(assignee=to).update(assignee=to):
        return False
    conversation.assignee = to
    if to is None:
        record(UNASSIGNED, by=by, conversation=conversation)
    elif to == by:
        record(TAKEN, by=by, conversation=conversation)
    else:
        record(ASSIGNED, by=by, conversation=conversation, to=to.name, agent=to.pk)
    return True


@transaction.atomic
def take_over(conversation: Conversation, *, by: Agent, note: str = "") -> bool:
    """Take it from the colleague who has it, who is told why. False if it was theirs already.

    What they have begun to write stays where it is, to be taken over as well.
    """
    demand(by, Deed.SORT)
    was = _assignee_now(conversation)
    if was is None or was == by:
        return assign(conversation, by, by=by)
    Conversation.objects.filter(pk=conversation.pk).update(assignee=by)
    conversation.assignee = by
    record(TAKEN_OVER, by=by, conversation=conversation, was=was.name, agent=was.pk)
    _tell(conversation, was, note, by)
    return True


@transaction.atomic
def hand_over(
    conversation: Conversation, to: Agent | Team, *, by: Agent | None, note: str = ""
) -> bool:
    """Give it to a colleague or a team with a word to them: a note that names who has it now."""
    if isinstance(to, Team):
        changed = give_to_team(conversation, to, by=by)
    else:
        changed = assign(conversation, to, by=by)
    if by is not None:
        _tell(conversation, conversation.assignee, note, by)
    return changed


@transaction.atomic
def give_to_team(conversation: Conversation, team: Team | None, *, by: Agent | None) -> bool:
    """Give it to a team, which gives it out as the team does; None takes it from its team.

    Whoever has it keeps it only when they are of that team. False if it was the team's already.
    Raises Refused when nobody of the team could answer it.
    """
    demand(by, Deed.SORT)
    row = Conversation.objects.filter(pk=conversation.pk)
    was = Team.objects.filter(conversations=conversation.pk).first()
    if team is not None and not seeing.teams().filter(pk=team.pk).exists():
        raise Refused(_("Nobody in the team “%(team)s” answers customers.") % {"team": team.name})
    if not row.exclude(team=team).update(team=team):
        return False
    conversation.team = team
    if team is None:
        record(LEFT_TEAM, by=by, conversation=conversation, team=was.name if was else "")
        may_stay = seeing.who_answers(conversation).order_by()
    else:
        record(GIVEN_TO_TEAM, by=by, conversation=conversation, team=team.name, id=team.public_id)
        may_stay = Agent.objects.filter(teams=team)
    row.exclude(assignee__in=may_stay.values("pk")).update(assignee=None)
    conversation.refresh_from_db(fields=["assignee"])
    if team is not None and conversation.assignee is None:
        giving_out.to_somebody_of(conversation, team)
    return True


def _assignee_now(conversation: Conversation) -> Agent | None:
    row = Conversation.objects.select_for_update(no_key=True, of=("self",))
    return row.select_related("assignee").get(pk=conversation.pk).assignee


def _tell(conversation: Conversation, whom: Agent | None, note: str, by: Agent) -> None:
    if note.strip():
        written = replying.note(conversation, note, by=by)
        if whom is not None and whom != by:
            mentioning.mention(written, [whom], by=by)
