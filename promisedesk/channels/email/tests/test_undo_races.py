"""Undo against the workers: one of them wins, and nothing undone is ever on the wire."""

import random
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import sending
from promisedesk.conversations import replying, undoing
from promisedesk.conversations.models import Delivery, Message
from promisedesk.core.errors import Refused
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db(transaction=True)
LETTERS = 30


def test_every_letter_is_either_sent_once_or_taken_back(settings):
    cast = Cast()
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        letters = [
            replying.reply(cast.parcel, f"Letter {n}.", by=cast.anna, hold_for=timedelta(seconds=5))
            for n in range(LETTERS)
        ]
        Delivery.objects.update(due_at=now())
        begin, taken, faults = threading.Barrier(3), [], []

        def worker():
            begin.wait()
            while sending.send_due():
                pass

        def agent():
            begin.wait()
            for message in random.sample(letters, LETTERS):
                try:
                    undoing.take_back(message, by=cast.anna)
                except Refused:
                    continue
                taken.append(message.message_id)

        def kept(work):
            try:
                work()
            except Exception as fault:
                faults.append(fault)
            finally:
                connection.close()

        threads = [threading.Thread(target=kept, args=[one]) for one in (worker, worker, agent)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        while sending.send_due():
            pass
        sent = [mail.letter["Message-ID"] for mail in sink.mails]
    assert faults == []
    assert sorted(sent + taken) == sorted(one.message_id for one in letters)
    left = Message.objects.filter(direction="out").values_list("message_id", flat=True)
    assert sorted(left) == sorted(sent)
