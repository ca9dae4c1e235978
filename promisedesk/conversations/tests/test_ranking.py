from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.ranking import rank

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation():
    return Cast().parcel


def test_what_is_owed_first_stands_first(conversation):
    due = now() + timedelta(hours=4)
    rank(conversation, due, now())
    stored = Conversation.objects.get(pk=conversation.pk)
    assert stored.due_at == stored.sort_at == due


def test_without_anything_owed_the_last_message_counts(conversation):
    rank(conversation, now(), now())
    rank(conversation, None, None)
    stored = Conversation.objects.get(pk=conversation.pk)
    assert (stored.due_at, stored.due_since, stored.sort_at) == (None, None, stored.last_at)


def test_mail_that_arrives_meanwhile_is_not_undone(conversation):
    Conversation.objects.filter(pk=conversation.pk).update(preview="new words", is_unread=True)
    rank(conversation, now(), now())
    assert Conversation.objects.get(pk=conversation.pk).preview == "new words"
