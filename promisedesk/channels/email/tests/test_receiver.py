"""The SMTP server, by real sockets: what is told 250 is kept, what is not is not."""

import errno
import sqlite3
import threading
import time

import pytest
from django.db import connection

from promisedesk.channels.email import receiver
from promisedesk.channels.email.routing import Addresses
from promisedesk.channels.email.tests.conftest import Door, add_shop, letter, raws
from promisedesk.conversations.models import Arrival
from promisedesk.core import files

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mail_is_kept_byte_for_byte(door):
    raw = letter("A line.\n.a line with a dot\n..two\n\x00 and \xff")
    code, _text = door.send(raw)

    assert code == 250
    assert raws() == [raw]
    arrival = Arrival.objects.get()
    assert (arrival.source, arrival.state, arrival.size) == ("smtp", "waiting", len(raw))
    assert arrival.envelope_from == "clara@customer.example"
    assert not arrival.envelope_is_null


def test_an_unknown_recipient_is_refused_and_nothing_is_relayed(door):
    with door.session() as session:
        session.mail("a@b.example")
        assert session.rcpt("nobody@shop.example")[0] == 550
        assert session.rcpt("someone@elsewhere.example")[0] == 550
        assert session.rcpt("@elsewhere.example:someone@elsewhere.example")[0] == 550
        assert session.docmd("DATA")[0] == 503
    assert not Arrival.objects.exists()


def test_who_has_an_address_here_is_not_told(door):
    with door.session() as session:
        assert session.verify("help@shop.example")[0] == 502
        assert session.docmd("EXPN", "all")[0] == 502


def test_the_null_sender_is_accepted_and_noted(door):
    assert door.send(letter(), sender="")[0] == 250
    arrival = Arrival.objects.get()
    assert arrival.envelope_is_null
    assert arrival.envelope_from == ""


@pytest.mark.parametrize(
    "sender",
    ["Zoë@büro.example", '"strange name"@b.example', "a@[192.0.2.1]", "a" * 300 + "@b.test"],
)
def test_unusual_senders_are_accepted(door, sender):
    with door.session() as session:
        line = f"MAIL FROM:<{sender}>" + ("" if sender.isascii() else " SMTPUTF8")
        session.sock.sendall(line.encode() + b"\r\n")
        assert session.getreply()[0] == 250
        assert session.rcpt("HELP+abc@Shop.example")[0] == 250
        assert session.data(letter())[0] == 250
    arrival = Arrival.objects.get()
    assert arrival.envelope_from == sender
    assert arrival.recipient == "HELP+abc@Shop.example"


def test_several_addresses_of_one_inbox_are_one_arrival(door, shop, monkeypatch):
    monkeypatch.setattr(Addresses, "FRESH_FOR", 0)
    shop.aliases = ["orders@shop.example"]
    shop.save()
    door.send(letter(), to=["orders@shop.example", "help+tok@shop.example", "help@shop.example"])
    assert Arrival.objects.get().recipient == "help+tok@shop.example"


def test_a_mail_to_two_inboxes_arrives_in_both(shop, request):
    other = add_shop("returns@shop.example")
    door = Door()
    request.addfinalizer(door.close)
    door.send(letter(), to=["help@shop.example", "returns@shop.example"])
    assert set(Arrival.objects.values_list("inbox", flat=True)) == {shop.pk, other.pk}


@pytest.mark.parametrize("ending", [b"\n.\n", b"\n.\r\n", b"\r.\r\n", b"\r\n.\n", b"\r.\r"])
def test_only_the_real_end_ends_a_mail(door, ending):
    smuggled = b"MAIL FROM:<boss@shop.example>\r\nRCPT TO:<help@shop.example>\r\nDATA\r\n"
    body = b"Subject: one\r\n\r\ntext" + ending + smuggled + b"Subject: two\r\n\r\ntext"
    wire = door.wire()
    wire.begin()
    assert wire.say(body + b"\r\n.").startswith(b"250")
    assert wire.say(b"QUIT").startswith(b"221")
    wire.close()
    # A dot at the start of a line is taken off, as a client would have put it there.
    assert raws() == [body.replace(b"\r\n.", b"\r\n") + b"\r\n"]


@pytest.mark.parametrize(
    ("wire_form", "mail"),
    [
        (b".\r\n", b""),
        (b"\r\n.\r\n", b"\r\n"),
        (b"a\r\n.\r\n", b"a\r\n"),
        (b"..\r\n.\r\n", b".\r\n"),
        (b"..a\r\n..\r\n\r\n..b\r\n.\r\n", b".a\r\n.\r\n\r\n.b\r\n"),
        (b"\r\r\n.\r\n", b"\r\r\n"),
        (b"\ra\r\n.\r\n", b"\ra\r\n"),
        (b".a\r\n.\r\n", b"a\r\n"),
    ],
)
def test_the_smallest_mails_end_where_they_end(door, wire_form, mail):
    wire = door.wire()
    wire.begin()
    for byte in wire_form:
        wire.socket.sendall(bytes([byte]))
    assert wire.say(None).startswith(b"250")
    assert wire.say(b"NOOP").startswith(b"250")
    wire.close()
    assert raws() == [mail]


def test_dots_are_right_wherever_the_blocks_of_the_wire_end(door):
    body = b"".join(b"..%06d\r\n" % number for number in range(30_000))
    wire = door.wire()
    wire.begin()
    assert wire.say(body + b".").startswith(b"250")
    wire.close()
    assert raws() == [b"".join(b".%06d\r\n" % number for number in range(30_000))]


def test_very_long_lines_are_no_reason_to_refuse(door):
    raw = letter("x" * 2_000_000)
    assert door.send(raw)[0] == 250
    assert raws() == [raw]


def test_a_mail_over_the_limit_gets_552(door, monkeypatch):
    monkeypatch.setattr(receiver, "LARGEST", 100_000)
    with door.session() as session:
        assert session.docmd("MAIL", "FROM:<a@b.example> SIZE=100001")[0] == 552
        assert session.docmd("MAIL", "FROM:<a@b.example> SIZE=100000")[0] == 250
        session.rcpt("help@shop.example")
        # A SIZE that lied: the mail is longer than it said.
        assert session.data(letter("x" * 200_000))[0] == 552
        assert session.noop()[0] == 250
    assert not Arrival.objects.exists()


def test_75_megabytes_are_accepted_and_said_so():
    assert receiver.LARGEST == 75 * 1024 * 1024


def test_a_mail_that_goes_in_circles_is_refused(door):
    more = "".join(f"Received: from a by b; {number}\n" for number in range(100))
    assert door.send(letter(more=more))[0] == 554
    assert not Arrival.objects.exists()


def test_a_guesser_of_addresses_is_hung_up_on(door):
    wire = door.wire()
    wire.say(b"EHLO x")
    wire.say(b"MAIL FROM:<a@b.example>")
    answers = [
        wire.say(b"RCPT TO:<guess%d@shop.example>" % n) for n in range(receiver.MOST_STRANGERS)
    ]
    assert all(one.startswith(b"550") for one in answers)
    assert wire.say(None).startswith(b"421")
    assert wire.say(None) == b""
    wire.close()


def test_too_many_recipients_get_452_and_the_others_their_mail(door):
    with door.session() as session:
        session.mail("a@b.example")
        codes = [
            session.rcpt(f"help+{n}@shop.example")[0] for n in range(receiver.MOST_RECIPIENTS + 2)
        ]
        assert codes == [250] * receiver.MOST_RECIPIENTS + [452] * 2
        assert session.data(letter())[0] == 250
    assert Arrival.objects.count() == 1


def test_too_many_connections_are_told_to_come_later(shop, request):
    door = Door(most_connections=3)
    request.addfinalizer(door.close)
    crowd = [door.wire() for _ in range(3)]
    late = door.wire()
    assert late.greeting.startswith(b"421")
    late.close()
    crowd.pop().close()
    time.sleep(0.2)
    assert door.send(letter())[0] == 250
    for one in crowd:
        one.close()


def test_five_hundred_slow_clients_hold_up_no_honest_one(shop, request):
    door = Door(most_connections=1000)
    request.addfinalizer(door.close)
    crowd = [door.wire() for _ in range(500)]
    for one in crowd[:250]:
        one.begin()
    for number in range(3):
        for one in crowd[:250]:
            one.socket.sendall(b"x")
        began = time.monotonic()
        assert door.send(letter(f"Number {number}."))[0] == 250
        assert time.monotonic() - began < 5
    for one in crowd:
        one.close()
    assert Arrival.objects.count() == 3


def test_who_drips_for_ever_is_cut_off(door, monkeypatch):
    monkeypatch.setattr(receiver, "PATIENCE", 0.2)
    monkeypatch.setattr(receiver, "SLOWEST", 10**9)
    monkeypatch.setattr(receiver.Session, "line_length_limit", 1000)
    wire = door.wire()
    wire.begin()
    is_connected = True
    for _ in range(200):
        try:
            wire.socket.sendall(b"x" * 500)
        except OSError:
            is_connected = False
            break
        time.sleep(0.02)
    wire.close()
    assert not is_connected
    assert not Arrival.objects.exists()


def test_who_says_nothing_is_hung_up_on(shop, request, monkeypatch):
    monkeypatch.setattr(receiver, "IDLE", 0.3)
    door = Door()
    request.addfinalizer(door.close)
    wire = door.wire()
    assert wire.say(None) == b""
    wire.close()


def test_stopping_finishes_the_mail_under_way(shop):
    door = Door()
    idle, busy = door.wire(), door.wire()
    busy.begin()
    stopping = threading.Thread(target=door.close)
    stopping.start()
    assert idle.say(None).startswith(b"421")
    assert busy.say(letter() + b".").startswith(b"250")
    stopping.join()
    assert Arrival.objects.count() == 1


def test_who_hangs_up_in_the_middle_leaves_nothing(door):
    wire = door.wire()
    wire.begin()
    wire.socket.sendall(b"Subject: half a mail\r\n\r\nThis is")
    wire.close()
    time.sleep(0.3)
    assert door.send(letter())[0] == 250
    assert Arrival.objects.count() == 1


def test_garbage_ends_no_session(door):
    wire = door.wire()
    for command in (b"\xff\xfe", b"", b"GET / HTTP/1.1", b"MAIL FROM:<", b"RCPT", b"x" * 100_000):
        assert wire.say(command)[:1] in b"45"
    wire.begin()
    assert wire.say(letter() + b".").startswith(b"250")
    wire.close()


def test_a_full_disk_is_452_and_nothing_is_kept(door, monkeypatch):
    def full(blocks):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "store_stream", full)
        assert door.send(letter())[0] == 452
    assert not Arrival.objects.exists()
    assert door.send(letter())[0] == 250


def test_an_inbox_that_went_away_spoils_only_its_own_mail(door, shop, monkeypatch):
    monkeypatch.setattr(Addresses, "FRESH_FOR", 0)
    with door.session() as session:
        session.mail("a@b.example")
        session.rcpt("help@shop.example")
        shop.policy.delete()
        shop.delete()
        assert session.data(letter())[0] == 451
    add_shop()
    assert door.send(letter())[0] == 250


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a lock of SQLite's")
def test_a_database_locked_too_long_is_451_and_a_short_lock_is_not_noticed(door, monkeypatch):
    name = connection.settings_dict["NAME"]
    holder = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    threading.Timer(1, holder.execute, ["ROLLBACK"]).start()
    assert door.send(letter())[0] == 250

    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.5)
    patient = Door()  # its connection has the shorter patience
    try:
        holder.execute("BEGIN IMMEDIATE")
        assert patient.send(letter("the second"))[0] == 451
        holder.execute("ROLLBACK")
        assert Arrival.objects.count() == 1
        assert patient.send(letter("the second"))[0] == 250
    finally:
        holder.close()
        patient.close()
