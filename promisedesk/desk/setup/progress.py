"""How far the first steps of a desk are."""

from promisedesk.agents.models import Agent
from promisedesk.agents.verbs import SET_UP
from promisedesk.conversations.models import Inbox
from promisedesk.core.models import Event, Workspace

FIRST_EVENTS = 5  # the wizard begins a desk: what it wrote stands at the top of the journal


def next_step(agent: Agent) -> str:
    """The page of the wizard an admin should go on with; '' when it is finished, or was never
    begun because the desk was made by commands."""
    shop = Workspace.get()
    if shop.set_up_at or not agent.is_admin or Inbox.objects.exists():
        return ""
    verbs = Event.objects.order_by("pk").values_list("verb", flat=True)[:FIRST_EVENTS]
    if SET_UP.name not in list(verbs):
        return ""
    return "desk:setup-mailbox" if shop.shop_name else "desk:setup-shop"
