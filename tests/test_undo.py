"""A reply in its moment of grace, and a worker that is killed or whose clock jumps."""

import pytest

from tests.servers import wait_until

ANSWER = """
from datetime import timedelta
from django.utils.timezone import now
from promisedesk.agents.models import Agent
from promisedesk.conversations import replying, undoing
from promisedesk.conversations.models import Conversation, Delivery, Inbox, Message
from promisedesk.contacts import finding
by = Agent.objects.get()
"""
WRITE = """
contact = finding.find_or_create("clara@customer.example", "Clara")
talk = Conversation.objects.create(ref="UNDO2222", inbox=Inbox.objects.get(), contact=contact)
replying.reply(talk, "Oh no.", by=by, hold_for=timedelta(seconds=%d))
"""
TAKE_BACK = "undoing.take_back(Message.objects.get(), by=by)"


def held(desk) -> bool:
    return desk.rows("SELECT state FROM conversations_delivery") == [("held",)]


def to_clara(sink) -> list:
    """Not the alarm that a queue stands still, which a jump of the clock may set off."""
    return [mail for mail in sink.mails if mail.to == "clara@customer.example"]


@pytest.mark.parametrize("is_undone", [True, False])
def test_a_worker_killed_meanwhile_changes_nothing(desk, sink, is_undone):
    desk.start("worker")
    desk.script(ANSWER + WRITE % 12)
    assert held(desk)
    desk.kill("worker")
    if is_undone:
        desk.script(ANSWER + TAKE_BACK)
    desk.script(ANSWER + "Delivery.objects.update(due_at=now())")
    desk.start("worker")
    if is_undone:
        desk.script(ANSWER + WRITE.replace("UNDO2222", "NEXT2222") % 0)  # the next one goes
    wait_until(lambda: sink.mails, what="the letter")
    desk.stop()
    assert len(sink.mails) == 1
    sent = desk.rows("SELECT message_id FROM conversations_message")
    assert [(sink.mails[0].letter["Message-ID"],)] == sent


@pytest.mark.parametrize("step", ["send.claimed", "send.built", "send.connected"])
def test_taken_back_after_a_worker_died_with_it(desk, sink, step):
    """It was claimed, and its worker is dead: still nothing was on the wire, or it is too late."""
    desk.script(ANSWER + WRITE % 1)
    desk.start("worker", crash_at=step)
    desk.ended("worker")
    script = "from promisedesk.core.errors import Refused\n"
    script += f"try:\n    {TAKE_BACK}\n    print('undone')\nexcept Refused:\n    print('late')"
    said = desk.script(ANSWER + script)
    assert said == "late"
    desk.start("worker")
    wait_until(lambda: sink.mails, what="the letter")
    desk.stop()
    assert len(sink.mails) == 1


@pytest.mark.parametrize("jump", [-3600, 3600])
def test_a_clock_that_jumps_neither_loses_nor_doubles_it(desk, sink, jump):
    """As the row looks after the machine's clock was set back or ahead by an hour."""
    desk.script(ANSWER + WRITE % 15)
    moved = f"Delivery.objects.update(due_at=now() + timedelta(seconds=10 - ({jump})))"
    desk.script(ANSWER + moved)
    desk.start("worker")
    wait_until(lambda: to_clara(sink), patience=40, what="the letter")
    desk.stop()
    assert len(to_clara(sink)) == 1
