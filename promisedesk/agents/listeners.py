"""When who somebody is here changes, the browsers that knew them as before are signed out."""

from promisedesk.agents import sessions
from promisedesk.agents.models import Agent
from promisedesk.agents.verbs import CHANGED, DEACTIVATED, FACTOR_RESET, JOINED
from promisedesk.core.events import on


@on(DEACTIVATED)
@on(FACTOR_RESET)
@on(JOINED)  # a password set by a link: a forgotten one, or one that somebody else knew
def end_sessions(event) -> None:
    sessions.end_all(Agent(pk=event.data["agent"]))


@on(CHANGED)
def end_sessions_of_another_role(event) -> None:
    if event.data["role"] != event.data["was"]:
        sessions.end_all(Agent(pk=event.data["agent"]))
