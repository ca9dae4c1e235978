"""A worker killed while a rule acts: what the rule does is done once, and written down once."""

import json

import pytest

pytestmark = pytest.mark.faults
MAKE = """
from django.db import transaction
from django.utils.timezone import now
from promisedesk.conversations.incoming import IncomingMessage, receive
from promisedesk.conversations.models import Inbox
from promisedesk.rules import making

doing = [{"do": "note", "text": "Look"}, {"do": "letter", "texts": {"en": "We look into it."}}]
rule = making.add(making.Wording("Look", {"events": ["new"]}, [], doing), by=None)
making.switch_on(rule, by=None)
with transaction.atomic():
    receive(IncomingMessage(inbox=Inbox.objects.first(), arrived_at=now(), text="Where is it?",
        address="clara@customer.example", subject="Parcel", language="en"))
"""
WORK = "from promisedesk.core import leases\nfrom promisedesk.rules import engine\n" + (
    "leases.rescue()\nwhile engine.look_at_due(): pass\n"
)
COUNT = """
import json
from promisedesk.conversations.models import Delivery, Message
from promisedesk.rules import catching_up
from promisedesk.rules.models import Occasion, Run
print(json.dumps([
    Message.objects.filter(text="Look").count(),
    Message.objects.filter(text__startswith="We look into it").count(),
    Run.objects.filter(outcome="done").count(),
    Occasion.objects.exclude(verb=catching_up.CATCH_UP).count(),  # that one comes later
]))
"""


@pytest.mark.parametrize("step", ["rule.acted", "rule.noted"])
def test_a_rule_acts_once_whenever_the_worker_dies(desk, step):
    desk.script(MAKE)
    desk.settings["CRASH_AT"] = step
    with pytest.raises(AssertionError):  # the process did not come to its end
        desk.script(WORK)
    del desk.settings["CRASH_AT"]
    desk.script(WORK)
    assert json.loads(desk.script(COUNT)) == [1, 1, 1, 0]
