"""The telephone number of somebody who is called when a matter is urgent."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.agents.verbs import PHONE_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

E164 = re.compile(r"\+[1-9]\d{6,14}")  # ITU-T E.164


@transaction.atomic
def set_phone(agent: Agent, phone: str, *, by: Agent | None) -> bool:
    """Keep a number with its country ("+44 117 496 0150"), or none. Raises Refused."""
    demand(by, Deed.RUN)
    tidy = re.sub(r"[\s().\-]", "", phone)
    if tidy and not E164.fullmatch(tidy):
        raise Refused(_("Write the number with its country, like +44 117 496 0150."))
    if agent.phone == tidy:
        return False
    Agent.objects.filter(pk=agent.pk).update(phone=tidy)
    agent.phone = tidy
    record(PHONE_CHANGED, by=by, agent=agent.pk, to=agent.name)
    return True
