"""When a person's own way in ends or changes, that of their programs ends with it."""

from promisedesk.agents.verbs import CHANGED, DEACTIVATED, JOINED, PASSWORD_CHANGED
from promisedesk.api import tokens
from promisedesk.core.events import on


@on(DEACTIVATED)
@on(JOINED)  # a password set by a link: a forgotten one, or one that somebody else knew
@on(PASSWORD_CHANGED)
def end_tokens(event) -> None:
    """Whoever got hold of a token is out too, and stays out when the account opens again."""
    tokens.revoke_all_of(event.data["agent"])


@on(CHANGED)
def end_tokens_of_another_role(event) -> None:
    """A program was given what its agent could do; that is another thing now."""
    if event.data["role"] != event.data["was"]:
        tokens.revoke_all_of(event.data["agent"])
