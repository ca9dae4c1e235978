from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import merging
from promisedesk.replies import drafting
from promisedesk.replies.models import Draft, Scheduled

pytestmark = pytest.mark.django_db


def test_drafts_and_what_is_sent_later_follow_and_go_back():
    cast = Cast()
    tea, kettle = cast.hears("Tea?").conversation, cast.hears("Kettle?").conversation
    drafting.save(tea, cast.anna, "Of tea")
    drafting.save(kettle, cast.anna, "Of the kettle")
    drafting.save(tea, cast.mona, "A note", is_note=True)
    later = Scheduled.objects.create(
        conversation=tea, agent=cast.anna, text="Later", send_at=now() + timedelta(days=1)
    )
    row = merging.merge(tea, kettle, by=cast.anna)
    assert drafting.texts(kettle, cast.anna) == {False: "Of the kettle\n\nOf tea"}
    assert drafting.texts(kettle, cast.mona) == {True: "A note"}
    later.refresh_from_db()
    assert later.conversation == kettle
    merging.take_back(row, by=cast.anna)
    later.refresh_from_db()
    assert later.conversation == tea
    assert drafting.texts(tea, cast.anna) == {False: "Of tea"}
    assert drafting.texts(kettle, cast.anna) == {False: "Of the kettle"}
    assert drafting.texts(kettle, cast.mona) == {}


def test_files_of_a_draft_go_back_with_it():
    cast = Cast()
    tea, kettle = cast.hears("Tea?").conversation, cast.hears("Kettle?").conversation
    drafting.save(tea, cast.anna, "Of tea")
    drafting.save(kettle, cast.anna, "Of the kettle")
    Draft.objects.filter(conversation=tea).update(files=[{"name": "tea.pdf"}])
    Draft.objects.filter(conversation=kettle).update(files=[{"name": "lid.pdf"}])
    row = merging.merge(tea, kettle, by=cast.anna)
    assert len(Draft.objects.get(conversation=kettle).files) == 2
    merging.take_back(row, by=cast.anna)
    assert Draft.objects.get(conversation=tea).files == [{"name": "tea.pdf"}]
    assert Draft.objects.get(conversation=kettle).files == [{"name": "lid.pdf"}]
