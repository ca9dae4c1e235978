"""The reader of all streams: what goes wrong for one of them, or for a moment, stays with that."""

import pytest
from django.db import OperationalError
from django.utils.translation import gettext_lazy as _

from promisedesk.core import feed, streams
from promisedesk.core.events import VERBS, Verb, record

pytestmark = pytest.mark.django_db(transaction=True)
HAPPENED = VERBS.get("test.happened") or Verb("test.happened", _("It happened"))


class Loop:
    """An event loop that does at once what it is asked to do soon."""

    def call_soon_threadsafe(self, function, *arguments):
        function(*arguments)


class Switchboard:
    """What the reader needs of the hub: it notes who was told what, and who was hung up on."""

    def __init__(self):
        self.loop, self.told, self.hung_up = Loop(), [], []

    def publish(self, told):
        self.told += told

    def hang_up(self, ended, last):
        self.hung_up += ended


class Plain:
    """A kind that tells the numbers of events, or raises what it was given."""

    beat = b"beat"

    def __init__(self):
        self.fails = None

    def prepare(self, page):
        if self.fails:
            raise self.fails
        return b",".join(str(event.data["number"]).encode() for event in page.events)

    def draw(self, prepared, sight):
        return prepared

    def check(self, its):
        return dict.fromkeys(its, 1)

    def besides(self, its):
        return ()


@pytest.fixture
def reader():
    return streams.Reader(Switchboard())


def stream_of(kind):
    return streams.Stream(kind, 1, object(), 1, None)


def test_whoever_comes_while_the_database_is_away_is_told_when_it_is_back(reader):
    kind = Plain()
    first, second = stream_of(kind), stream_of(kind)
    place = feed.now()
    record(HAPPENED, number=1)
    reader.add(first, place)
    reader.add(second, place)
    kind.fails = OperationalError("gone")
    with pytest.raises(OperationalError):
        reader.look()
    kind.fails = None
    reader.look()
    assert reader.hub.told == [(first, b"1"), (second, b"1")]
    assert reader.streams == {first, second}
    assert reader.joining == []


def test_whoever_leaves_before_they_were_let_in_is_not_kept(reader):
    kind = Plain()
    gone = stream_of(kind)
    place = feed.now()
    record(HAPPENED, number=1)
    reader.add(gone, place)
    kind.fails = OperationalError("gone")
    with pytest.raises(OperationalError):
        reader.look()
    gone.is_over = True
    reader.drop(gone)
    kind.fails = None
    reader.look()
    assert reader.hub.told == []
    assert reader.streams == set()


def test_an_event_that_cannot_be_drawn_ends_the_streams_of_its_kind_alone(reader):
    well, ill = stream_of(Plain()), stream_of(Plain())
    reader.place = feed.now()
    reader.streams = {well, ill}
    reader.checked_at = float("inf")
    ill.kind.fails = ValueError("nonsense")
    record(HAPPENED, number=1)
    reader.look()
    assert reader.hub.hung_up == [ill]
    record(HAPPENED, number=2)
    reader.look()
    assert reader.hub.told == [(well, b"1"), (well, b"2")]
    assert reader.streams == {well}
