"""The addresses our own people sign in with: a mail from one is no customer's."""

from promisedesk.agents.models import Agent
from promisedesk.core.memo import remembered


@remembered(Agent)
def sign_in_addresses() -> frozenset[str]:
    """Every agent's address, in lower case. Those who left are ours no more."""
    return frozenset(
        email.lower()
        for email in Agent.objects.filter(is_active=True).values_list("email", flat=True)
    )
