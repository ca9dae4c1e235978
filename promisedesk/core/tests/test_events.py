import pytest
from django.db import transaction

from promisedesk.cast import Cast
from promisedesk.core import events
from promisedesk.core.events import Verb, on, record
from promisedesk.core.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def verb():
    yield Verb("test.happened", "It happened")
    del events.VERBS["test.happened"]
    events._listeners.pop("test.happened", None)


def test_an_event_keeps_who_where_and_what(verb):
    cast = Cast()
    record(verb, by=cast.anna, conversation=cast.parcel, contact=cast.clara, colour="blue")
    event = Event.objects.get(verb="test.happened")
    assert (event.by, event.conversation_id) == (cast.anna, cast.parcel.pk)
    assert (event.contact_id, event.data) == (cast.clara.pk, {"colour": "blue"})


def test_every_listener_hears_it(verb):
    heard = []
    on(verb)(lambda event: heard.append(("first", event.pk)))
    on(verb)(lambda event: heard.append(("second", event.pk)))
    event = record(verb)
    assert heard == [("first", event.pk), ("second", event.pk)]


def test_what_a_listener_cannot_do_did_not_happen(verb):
    @on(verb)
    def breaks(event):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(verb)
    assert not Event.objects.filter(verb="test.happened").exists()
