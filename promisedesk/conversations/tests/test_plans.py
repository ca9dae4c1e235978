"""What the page of health asks every few seconds goes along an index that holds few rows."""

import pytest
from django.db import connection

from promisedesk.conversations import deliveries, storms
from promisedesk.conversations.models import Arrival

pytestmark = pytest.mark.django_db


def plan(rows) -> str:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # empty tables are read whole if they may be
            cursor.execute("SET LOCAL enable_seqscan = off")
    return rows.explain()


def test_storms_are_found_among_conversations_that_were_folded_into():
    assert "conv_folded" in plan(storms.worth_telling())


def test_unreadable_mails_are_found_without_reading_all():
    unreadable = Arrival.objects.filter(state=Arrival.State.UNREADABLE)
    assert "arrival_unreadable" in plan(unreadable)


def test_letters_in_trouble_are_found_without_reading_all():
    assert "delivery_in_trouble" in plan(deliveries.needing_somebody())
