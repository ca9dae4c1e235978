"""LMTP by real clients, over TCP and a Unix socket: an answer for each recipient."""

import smtplib
import socket
import stat
import threading

import pytest

from promisedesk.channels.email import receiver
from promisedesk.channels.email.lmtp import listener
from promisedesk.channels.email.tests.conftest import add_shop, letter, raws
from promisedesk.conversations.models import Arrival, Inbox
from promisedesk.core import files
from promisedesk.lib.listen_at import Place
from tests.servers import Desk, free_port, wait_until


class LmtpDoor:
    """The receiver with an LMTP door beside its SMTP one."""

    def __init__(self, place: Place):
        self.place = place
        self._stop, ready = threading.Event(), threading.Event()

        def is_ready(port: int) -> None:
            self.smtp_port = port
            ready.set()

        self._thread = threading.Thread(
            target=receiver.run,
            args=("127.0.0.1", 0, self._stop, is_ready),
            kwargs={"also": [listener(place)]},
        )
        self._thread.start()
        assert ready.wait(10)

    def session(self) -> smtplib.LMTP:
        where = (self.place.path,) if self.place.path else (self.place.host, self.place.port)
        session = smtplib.LMTP(*where, timeout=30)
        session.ehlo()
        return session

    def close(self) -> None:
        self._stop.set()
        self._thread.join(15)


def hand_over(session: smtplib.LMTP, raw: bytes, *recipients: str) -> list[int]:
    """The codes of the answers after the mail, one for each recipient taken."""
    session.mail("clara@customer.example")
    taken = sum(session.rcpt(one)[0] == 250 for one in recipients)
    session.putcmd("data")
    code, _said = session.getreply()
    if code != 354:
        return [code]
    session.send(smtplib._quote_periods(raw) + b".\r\n")
    return [session.getreply()[0] for _ in range(taken)]


@pytest.fixture(params=["tcp", "unix"])
def lmtp(request, shop, tmp_path):
    is_unix = request.param == "unix"
    place = Place(path=str(tmp_path / "lmtp")) if is_unix else Place("127.0.0.1", free_port())
    door = LmtpDoor(place)
    yield door
    door.close()


def test_a_mail_is_kept_byte_for_byte_and_answered(lmtp):
    raw = letter("A line.\n.a line with a dot\n..two")
    with lmtp.session() as session:
        assert {"pipelining", "enhancedstatuscodes", "8bitmime", "size"} <= set(
            session.esmtp_features
        )
        assert hand_over(session, raw, "help@shop.example") == [250]
        assert hand_over(session, letter("Another."), "help@shop.example") == [250]
    assert raws() == [raw, letter("Another.")]
    arrival = Arrival.objects.first()
    assert (arrival.source, arrival.envelope_from) == ("smtp", "clara@customer.example")


def test_each_recipient_taken_gets_an_answer_and_a_stranger_is_refused_before(lmtp):
    add_shop("returns@shop.example")
    with lmtp.session() as session:
        session.mail("clara@customer.example")
        assert session.rcpt("nobody@shop.example")[0] == 550
        session.rset()
        codes = hand_over(
            session, letter(), "help@shop.example", "who@shop.example", "returns@shop.example"
        )
        assert codes == [250, 250]
        assert session.noop()[0] == 250  # no answer is left over
    known = set(Inbox.objects.values_list("pk", flat=True))
    assert set(Arrival.objects.values_list("inbox", flat=True)) == known


def test_two_addresses_of_one_inbox_are_two_answers_and_one_mail(lmtp):
    with lmtp.session() as session:
        assert hand_over(session, letter(), "help@shop.example", "help+tok@shop.example") == [
            250,
            250,
        ]
    assert Arrival.objects.get().recipient == "help+tok@shop.example"


def test_without_a_recipient_there_is_one_refusal(lmtp):
    with lmtp.session() as session:
        assert hand_over(session, letter(), "nobody@shop.example") == [503]


def test_helo_and_ehlo_are_not_spoken_and_lhlo_comes_first(lmtp):
    where = (lmtp.place.path,) if lmtp.place.path else (lmtp.place.host, lmtp.place.port)
    with smtplib.LMTP(*where, timeout=30) as session:
        assert session.docmd("MAIL", "FROM:<a@b.example>")[0] == 503
        assert session.docmd("EHLO", "client")[0] == 500
        assert session.docmd("HELO", "client")[0] == 500
        assert session.docmd("LHLO", "client")[0] == 250


def test_a_full_disk_is_452_for_each_recipient(lmtp, monkeypatch):
    def full(blocks):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "store_stream", full)
        with lmtp.session() as session:
            codes = hand_over(session, letter(), "help@shop.example", "help+a@shop.example")
            assert codes == [452, 452]
    assert not Arrival.objects.exists()


def test_a_mail_over_the_limit_is_552_for_each_recipient(lmtp, monkeypatch):
    monkeypatch.setattr(receiver, "LARGEST", 100_000)
    with lmtp.session() as session:
        codes = hand_over(
            session, letter("x" * 200_000), "help@shop.example", "help+a@shop.example"
        )
        assert codes == [552, 552]
    assert not Arrival.objects.exists()


def test_smtp_beside_it_is_as_ever(lmtp):
    with smtplib.SMTP("127.0.0.1", lmtp.smtp_port, timeout=30) as session:
        assert session.docmd("LHLO", "client")[0] == 500
        session.ehlo()
        assert "pipelining" not in session.esmtp_features
        session.sendmail("a@b.example", ["help@shop.example", "help+x@shop.example"], letter())
        assert session.noop()[0] == 250


def test_commands_sent_at_once_are_answered_in_order(lmtp):
    with lmtp.session() as session:
        session.send(
            b"MAIL FROM:<a@b.example>\r\nRCPT TO:<who@shop.example>\r\n"
            b"RCPT TO:<help@shop.example>\r\nDATA\r\n"
        )
        assert [session.getreply()[0] for _ in range(4)] == [250, 550, 250, 354]
        session.send(letter() + b".\r\n")
        assert session.getreply()[0] == 250


def test_a_socket_left_by_a_killed_receiver_is_taken_over_and_a_living_one_is_not(shop, tmp_path):
    path = tmp_path / "lmtp"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    door = LmtpDoor(Place(path=str(path)))
    assert stat.S_IMODE(path.stat().st_mode) == 0o666
    try:
        with pytest.raises(OSError, match="another receiver"):
            receiver.run("127.0.0.1", 0, threading.Event(), also=[listener(Place(path=str(path)))])
        with door.session() as session:
            assert hand_over(session, letter(), "help@shop.example") == [250]
    finally:
        door.close()
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileExistsError):
        receiver.run(
            "127.0.0.1", 0, threading.Event(), also=[listener(Place(path=str(tmp_path / "file")))]
        )
    assert (tmp_path / "file").read_text() == "mine"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("made"))
    desk.migrate()
    desk.do("inbox", "add", Desk.INBOX, "--name", "Shop")
    return desk


@pytest.mark.once
@pytest.mark.faults
@pytest.mark.parametrize("step", ["receive.stored", "receive.committed", "receive.answered"])
def test_a_receiver_killed_after_the_mail_came_loses_and_doubles_nothing(made, tmp_path, step):
    path = tmp_path / "lmtp"
    raw = letter("Once.", message_id="<once@c.example>")

    def delivered() -> bool:
        try:
            with smtplib.LMTP(str(path), timeout=30) as session:
                session.ehlo()
                return hand_over(session, raw, Desk.INBOX, Desk.INBOX) == [250, 250]
        except (smtplib.SMTPException, OSError):
            return False

    with made.copy(tmp_path / "desk") as desk:
        desk.start("smtp", "--lmtp", f"unix:{path}", crash_at=step)
        told = delivered()
        desk.ended("smtp")
        desk.start("smtp", "--lmtp", f"unix:{path}")
        if not told:
            assert delivered()
        desk.start("worker")
        query = "SELECT count(*) FROM conversations_arrival WHERE state = 'waiting'"
        wait_until(lambda: desk.rows(query) == [(0,)])
        texts = "SELECT text FROM conversations_message WHERE direction = 'in'"
        assert desk.rows(texts) == [("Once.",)]


@pytest.mark.once
def test_a_place_that_makes_no_sense_is_wrong_usage(made, tmp_path):
    with made.copy(tmp_path / "desk") as desk:
        for nonsense in ("unix:relative", "0", "host:", "127.0.0.1:99999"):
            done = desk.run("smtp", "--lmtp", nonsense)
            assert done.returncode == 2, done.stderr
            assert b"unix:/" in done.stderr
