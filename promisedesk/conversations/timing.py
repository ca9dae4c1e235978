"""How long people worked on a conversation, as they say. Only where the shop wants it."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation, TimeSpent
from promisedesk.conversations.verbs import TIME_SPENT, TIME_TAKEN_OFF
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.shop import the_shop

MOST_AT_ONCE = 24 * 60  # minutes


@transaction.atomic
def add(conversation: Conversation, minutes: int, *, by: Agent, note: str = "") -> TimeSpent:
    """They worked on it for so many minutes (1 to a day's).

    Raises Refused where the desk does not keep time, or for another number.
    """
    demand(by, Deed.NOTE)
    if not the_shop().tracks_time:
        raise Refused(_("This desk does not keep the time spent."))
    if not 1 <= minutes <= MOST_AT_ONCE:
        raise Refused(_("Give minutes between 1 and %d.") % MOST_AT_ONCE)
    spent = TimeSpent.objects.create(
        conversation=conversation, agent=by, seconds=minutes * 60, note=note.strip()[:200]
    )
    _move_sum(conversation, spent.seconds)
    record(TIME_SPENT, by=by, conversation=conversation, minutes=minutes)
    return spent


@transaction.atomic
def take_off(spent: TimeSpent, *, by: Agent) -> None:
    """It was a mistake. Raises Refused for what a colleague wrote down."""
    demand(by, Deed.NOTE)
    if spent.agent_id != by.pk:
        raise Refused(_("Only who wrote the time down can take it off."))
    gone, _by_table = TimeSpent.objects.filter(pk=spent.pk).delete()
    if gone:
        _move_sum(spent.conversation, -spent.seconds)
        minutes = spent.seconds // 60
        record(TIME_TAKEN_OFF, by=by, conversation=spent.conversation, minutes=minutes)


def _move_sum(conversation: Conversation, seconds: int) -> None:
    row = Conversation.objects.filter(pk=conversation.pk)
    row.update(seconds_spent=F("seconds_spent") + seconds)
    conversation.refresh_from_db(fields=["seconds_spent"])
