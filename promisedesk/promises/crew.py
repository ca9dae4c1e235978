"""Who is meant: whoever looks after it, its team, the managers, whoever is on call.

Asked for many promises at once, so what several share is looked up once.
"""

from __future__ import annotations

from datetime import datetime

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import seeing
from promisedesk.conversations.models import Conversation
from promisedesk.lib.calendars import CalendarError
from promisedesk.promises.chain import Step, Whom
from promisedesk.promises.models import Duty, Promise
from promisedesk.promises.policies import work_calendar


class Crew:
    """The people of one moment. Keep it no longer than a batch."""

    def __init__(self, at: datetime):
        self.at = at
        self._teams: dict[tuple[int, int | None], list[Agent]] = {}
        self._managers: list[Agent] | None = None
        self._on_call: list[Agent] | None = None
        self._named: dict[int, Agent | None] = {}

    def of_promise(self, promise: Promise) -> list[Agent]:
        """Whoever has to keep it: who gave their word, who has it, else its team."""
        gave = promise.agent if promise.kind == Promise.Kind.COMMITMENT else None
        return [gave] if gave and gave.is_active else self.of_conversation(promise.conversation)

    def of_conversation(self, conversation: Conversation) -> list[Agent]:
        """Whoever has it; when nobody does, those of its team who take new work."""
        assignee = conversation.assignee
        if assignee and assignee.is_active:
            return [assignee]
        team = self.team(conversation)
        return [one for one in team if one.takes_new] or team or self.managers()

    def team(self, conversation: Conversation) -> list[Agent]:
        """The people of the team it was given to, or of its inbox's; without one, all who answer.

        By name; without light agents.
        """
        key = (conversation.inbox_id, conversation.team_id)
        if key not in self._teams:
            self._teams[key] = self._team(conversation)
        return self._teams[key]

    def _team(self, conversation: Conversation) -> list[Agent]:
        number = conversation.team_id or conversation.inbox.team_id
        if number is None:
            return list(seeing.who_answers(conversation))
        there = Team.objects.get(pk=number).agents.filter(is_active=True)
        return list(there.exclude(role=Agent.Role.LIGHT).order_by("name", "pk"))

    def managers(self) -> list[Agent]:
        if self._managers is None:
            run = [Agent.Role.MANAGER, Agent.Role.ADMIN]
            self._managers = list(Agent.objects.filter(is_active=True, role__in=run).order_by("pk"))
        return self._managers

    def on_call(self) -> list[Agent]:
        """Those whose hours of duty it is, in the order of the list, each once."""
        if self._on_call is None:
            duties = Duty.objects.filter(agent__is_active=True)
            rows = duties.select_related("agent", "calendar__version").order_by("position", "pk")
            found = {row.agent_id: row.agent for row in rows if self._is_on(row)}
            self._on_call = list(found.values())
        return self._on_call

    def _is_on(self, duty: Duty) -> bool:
        try:
            return work_calendar(duty.calendar.version).is_open(self.at)
        except CalendarError:
            return False

    def named(self, number: int | None) -> list[Agent]:
        if number is None:
            return []
        if number not in self._named:
            self._named[number] = Agent.objects.filter(pk=number, is_active=True).first()
        found = self._named[number]
        return [found] if found else []

    def of_step(self, step: Step, conversation: Conversation, promise: Promise | None = None):
        """Those a step means, of a promise or of an urgent matter. A list of agents."""
        match step.whom:
            case Whom.ASSIGNEE:
                if promise is not None:
                    return self.of_promise(promise)
                return self.of_conversation(conversation)
            case Whom.TEAM:
                return self.team(conversation)
            case Whom.MANAGERS:
                return self.managers()
            case Whom.ON_CALL:
                return self.on_call()[:1] or self.managers()
        return self.named(step.agent)
