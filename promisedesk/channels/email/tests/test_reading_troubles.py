"""What goes wrong while mail is read keeps nobody else's mail waiting, and loses none."""

import threading
from contextlib import suppress
from email.message import EmailMessage

import pytest
from django.db import OperationalError, connection
from django.utils.timezone import now
from psycopg.errors import ProgramLimitExceeded

from promisedesk.channels.email import apart, reading
from promisedesk.channels.email.tests.coming_in import get
from promisedesk.channels.email.tests.conftest import add_shop, incoming, letter, read_everything
from promisedesk.contacts.models import Contact
from promisedesk.conversations.arriving import take_in
from promisedesk.conversations.models import Arrival, Look
from promisedesk.core import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    return add_shop()


def test_an_empty_mail_is_set_aside_with_a_reason(shop):
    arrival = get(b"")
    assert (arrival.state, arrival.due_at) == ("unreadable", None)
    assert "empty" in arrival.last_error


def test_a_mail_that_goes_in_circles_is_set_aside(shop):
    arrival = get(letter(more="Received: from a by b; now\n" * 100))
    assert arrival.state == "unreadable"
    assert not incoming()


def test_one_broken_mail_does_not_stop_the_others(shop, monkeypatch):
    right = reading.read_mail

    def poisoned(raw):
        if b"poison" in raw:
            raise RuntimeError("a bug of ours")
        return right(raw)

    monkeypatch.setattr(reading, "read_mail", poisoned)
    monkeypatch.setattr(apart, "read", lambda path, folder: poisoned(path.read_bytes()))
    for text in ("poison", "One.", "Two."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    for _ in range(reading.MOST_ATTEMPTS + 1):
        read_everything()
        Arrival.objects.exclude(due_at=None).update(due_at=now())

    assert [one.text for one in incoming()] == ["One.", "Two."]
    broken = Arrival.objects.get(state="unreadable")
    assert "a bug of ours" in broken.last_error
    assert broken.due_at is None


def test_a_mail_that_kills_its_reader_is_read_apart_and_then_set_aside(shop, monkeypatch):
    def gave_up(path, folder):
        raise apart.GaveUp("too much")

    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    take_in(letter("Two."), source="smtp", recipients=["help@shop.example"])
    Arrival.objects.update(attempts=reading.MOST_ATTEMPTS)  # workers died with it in hand
    Arrival.objects.filter(pk=Arrival.objects.latest("pk").pk).update(attempts=0)
    with monkeypatch.context() as patch:
        patch.setattr(apart, "read", gave_up)
        read_everything()
    assert [one.text for one in incoming()] == ["Two."]
    assert Arrival.objects.get(state="unreadable").last_error == "too much"


def test_a_mail_tried_often_without_its_fault_is_read_by_a_child(shop):
    take_in(letter("One. Thank you."), source="smtp", recipients=["help@shop.example"])
    Arrival.objects.update(attempts=reading.MOST_ATTEMPTS)
    read_everything()
    assert [one.text for one in incoming()] == ["One. Thank you."]


def test_a_database_that_is_away_is_nobodys_fault(shop, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("database is locked")

    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    for _ in range(6):
        with monkeypatch.context() as patch:
            patch.setattr(reading, "receive", away)
            with pytest.raises(OperationalError):
                reading.read_waiting()
        Arrival.objects.update(due_at=now())
    assert Arrival.objects.get().leased_by == ""
    read_everything()
    assert [one.text for one in incoming()] == ["One."]


def test_what_the_database_cannot_hold_is_set_aside_and_keeps_nobody_waiting(shop, monkeypatch):
    """PostgreSQL says so with an OperationalError, as when it is away."""
    right = reading.receive

    def refused(incoming, **more):
        if "poison" in incoming.text:
            raise OperationalError("string is too long") from ProgramLimitExceeded()
        return right(incoming, **more)

    monkeypatch.setattr(reading, "receive", refused)
    for text in ("poison", "One."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    reading.read_waiting()
    assert [one.text for one in incoming()] == ["One."]
    for _ in range(reading.MOST_ATTEMPTS + 1):
        Arrival.objects.exclude(due_at=None).update(due_at=now())
        reading.read_waiting()
    aside = Arrival.objects.get(state="unreadable")
    assert (aside.due_at, aside.last_error) == (None, "OperationalError: string is too long")


def test_a_mail_the_database_is_away_for_lets_others_go_first(shop, monkeypatch):
    right = reading.receive

    def away(incoming, **more):
        if "unlucky" in incoming.text:
            raise OperationalError("canceling statement due to statement timeout")
        return right(incoming, **more)

    monkeypatch.setattr(reading, "receive", away)
    for text in ("unlucky", "One.", "Two."):
        take_in(letter(text), source="smtp", recipients=["help@shop.example"])
    for _ in range(10):
        with suppress(OperationalError):
            reading.read_waiting()
    assert {one.text for one in incoming()} == {"One.", "Two."}
    waiting = Arrival.objects.get(state="waiting")
    assert waiting.due_at > now()
    assert "statement timeout" in waiting.last_error


def test_a_lost_file_harms_no_other_mail(shop):
    take_in(letter("One."), source="smtp", recipients=["help@shop.example"])
    take_in(letter("Two."), source="smtp", recipients=["help@shop.example"])
    files.path_of(Arrival.objects.earliest("pk").sha256).unlink()
    read_everything()
    assert [one.text for one in incoming()] == ["Two."]
    assert Arrival.objects.filter(state="unreadable").count() == 1


def test_mails_of_one_new_customer_read_together_make_one_contact(shop, monkeypatch):
    right, failures = reading.receive, ["Two."]

    def failing_once(incoming, **more):
        message = right(incoming, **more)
        if incoming.text in failures:
            failures.remove(incoming.text)
            raise ValueError("a bug of ours")
        return message

    monkeypatch.setattr(reading, "receive", failing_once)
    for text, sender in (("One.", "Dan <dan@c.example>"), ("Two.", "eve@c.example"),
                         ("Three.", "EVE@c.example"), ("Four.", "dan@C.example")):  # fmt: skip
        take_in(letter(text, sender=sender), source="smtp", recipients=["help@shop.example"])
    read_everything()
    Arrival.objects.exclude(due_at=None).update(due_at=now())
    read_everything()

    assert {one.text for one in incoming()} == {"One.", "Two.", "Three.", "Four."}
    assert Contact.objects.count() == 2
    assert Contact.objects.get(identities__value="dan@c.example").name == "Dan"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer")
def test_two_batches_with_the_same_pictures_crosswise_do_not_wait_for_each_other(monkeypatch):
    shop = add_shop()
    pictures = [b"\x89PNG\r\n\x1a\n one", b"\x89PNG\r\n\x1a\n two"]

    def arrival(sender: str, picture: bytes) -> Arrival:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, shop.address, "A picture"
        mail.set_content(f"See the picture, says {sender}.")
        mail.add_attachment(picture, "image", "png", filename="a.png")
        raw = mail.as_bytes()
        return Arrival.objects.create(
            source="smtp", inbox=shop, recipient=shop.address, sha256=files.store(raw),
            size=len(raw), envelope_from=sender,
        )  # fmt: skip

    batches = [
        [arrival("a@customer.example", pictures[0]), arrival("b@customer.example", pictures[1])],
        [arrival("c@customer.example", pictures[1]), arrival("d@customer.example", pictures[0])],
    ]
    both, settled, faults = threading.Barrier(2), reading._settled, []

    def settle_side_by_side(read, known):
        done = settled(read, known)
        if read.incoming.address[0] in "ac":
            both.wait(10)
        return done

    monkeypatch.setattr(reading, "_settled", settle_side_by_side)

    def read(batch):
        try:
            reading.read_all(batch)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=read, args=[one]) for one in batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(incoming()) == 4
    assert Look.objects.count() == 2
