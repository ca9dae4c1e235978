"""Two people press merge at the same time, and a mail comes in between: real threads."""

import threading

import pytest
from django.db import connection
from django.db.models import Count

from promisedesk.cast import Cast
from promisedesk.conversations import merging
from promisedesk.conversations.models import Conversation, Merge, Message
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds) -> list[str]:
    """What became of each, done in a thread of its own from the same moment on."""
    start, became = threading.Barrier(len(deeds)), [""] * len(deeds)

    def run(number, deed):
        try:
            start.wait(10)
            deed()
            became[number] = "done"
        except Refused:
            became[number] = "refused"
        except Exception as fault:
            became[number] = repr(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(deeds)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    return became


def test_two_merge_and_a_mail_comes_and_nothing_is_lost():
    cast = Cast()
    first = cast.hears("My tea?", message_id="<tea@c.example>").conversation
    second = cast.hears("My lid?", subject="Lid").conversation
    became = at_once(
        lambda: merging.merge(first, second, by=cast.anna),
        lambda: merging.merge(second, first, by=cast.mona),
        lambda: cast.hears("And one more thing.", in_reply_to="<tea@c.example>"),
    )
    # Whoever came second is told that it is merged already.
    assert sorted(became[:2]) == ["done", "refused"], became
    assert became[2] == "done", became
    shell = Conversation.objects.get(merged_into__isnull=False)
    row = Merge.objects.get()
    assert {row.gone_id, row.into_id} == {first.pk, second.pk}
    assert not shell.messages.exists()
    assert row.into.messages.filter(direction=Message.Direction.IN).count() == 3
    assert row.into.due_at is not None
    owed = Promise.objects.owed().values("conversation").annotate(many=Count("pk"))
    assert all(one["many"] == 1 for one in owed)  # one answer is owed each at a time
    merging.take_back(row, by=cast.anna)
    assert Message.objects.filter(direction="in", conversation=first).count() == 2
    assert Message.objects.filter(direction="in", conversation=second).count() == 1
