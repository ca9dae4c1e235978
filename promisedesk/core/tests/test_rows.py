from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models.signals import post_save

from promisedesk.core import rows
from promisedesk.core.models import Event, Heartbeat

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 12, 30, 15, 123456, tzinfo=UTC)


def test_an_inserted_row_reads_back_as_a_saved_one_does():
    facts = {"verb": "x.y", "at": AT, "conversation_id": 7, "data": {"name": "Ć ' \" %s", "n": 1}}
    inserted, saved = rows.insert(Event(**facts)), Event(**facts)
    saved.save()
    assert inserted.pk != saved.pk
    assert not inserted._state.adding
    columns = ("verb", "at", "by_id", "conversation_id", "contact_id", "data")
    found = Event.objects.values_list(*columns)
    assert found.get(pk=inserted.pk) == found.get(pk=saved.pk)


def test_an_inserted_row_can_be_changed_and_saved():
    beat = rows.insert(Heartbeat(part="sending", owner="me"))
    beat.done = 3
    beat.save(update_fields=["done"])
    assert Heartbeat.objects.get(pk=beat.pk).done == 3


def test_rules_of_the_table_hold():
    rows.insert(Heartbeat(part="sending", owner="me"))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.insert(Heartbeat(part="sending", owner="me"))


def test_who_listens_to_saving_is_told():
    told = []

    def listen(instance, **_more):
        told.append(instance)

    post_save.connect(listen, sender=Heartbeat)
    try:
        beat = rows.insert(Heartbeat(part="reading", owner="me"))
    finally:
        post_save.disconnect(listen, sender=Heartbeat)
    assert told == [beat]
