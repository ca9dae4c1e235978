"""Machines that answer machines: two desks, a liar, a victim. Real processes, real SMTP."""

import re
import smtplib
import time

import pytest

from promisedesk.conversations.folding import MOST_APART
from tests.servers import Desk, wait_until

pytestmark = pytest.mark.once

OURS = "help@shop.example"
THEIRS = "hello@other.example"
QUIET = 3.0  # seconds in which nothing more comes: the end of a loop
THINGS = ["mugs", "kettles", "throws", "towels", "lamps", "rugs", "bowls", "plates", "spoons",
          "chairs", "tables", "clocks"]  # fmt: skip


def mail(sender: str, to: str, text: str, subject: str = "A question", more: str = "") -> bytes:
    return (
        f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{time.monotonic_ns()}@x>\n"
        f"{more}\n{text}\n"
    ).encode()


def count(desk: Desk, what: str) -> int:
    queries = {
        "in": "SELECT COUNT(*) FROM conversations_message WHERE direction = 'in'",
        "sent": "SELECT COUNT(*) FROM conversations_delivery WHERE state = 'sent'",
        "deliveries": "SELECT COUNT(*) FROM conversations_delivery",
        "conversations": "SELECT COUNT(*) FROM conversations_conversation",
        "folded": "SELECT COALESCE(SUM(folded), 0) FROM conversations_conversation",
        "waiting": "SELECT COUNT(*) FROM conversations_arrival WHERE state = 'waiting'",
        "promises": "SELECT COUNT(*) FROM promises_promise",
    }
    return desk.rows(queries[what])[0][0]


def is_quiet(*desks: Desk) -> None:
    """Wait until nothing moves any more between these desks."""
    before, since = None, time.monotonic()
    while time.monotonic() - since < QUIET:
        now = [count(desk, what) for desk in desks for what in ("in", "sent", "deliveries")]
        if now != before:
            before, since = now, time.monotonic()
        time.sleep(0.1)


@pytest.fixture
def two_desks(empty, tmp_path):
    """Our desk and another shop's; each sends its mail straight into the other."""
    with empty.copy(tmp_path / "ours") as ours, empty.copy(tmp_path / "theirs") as theirs:
        for desk, other in ((ours, theirs), (theirs, ours)):
            desk.settings["SMTP_URL"] = f"smtp://127.0.0.1:{other.smtp_port}"
        theirs.do("inbox", "add", THEIRS, "--name", "Other shop", "--target", "4 hours")
        theirs.script(
            "from promisedesk.conversations.models import Inbox\n"
            f"Inbox.objects.filter(address='{OURS}').update(address='unused@other.example')"
        )
        for desk in (ours, theirs):
            desk.start("serve")
        yield ours, theirs


def test_two_desks_end_within_one_exchange(two_desks):
    ours, theirs = two_desks
    # The other shop's desk is a customer here: as when both shops write to each other.
    ours.mail(mail(THEIRS, OURS, "Do you sell wool? We are a shop as well."), THEIRS, OURS)
    wait_until(lambda: count(theirs, "in") >= 1, what="our acknowledgement there")
    is_quiet(ours, theirs)

    assert (count(ours, "in"), count(ours, "sent")) == (1, 1)
    assert (count(theirs, "in"), count(theirs, "deliveries")) == (1, 0)
    assert count(theirs, "promises") == 0


def test_a_persons_answer_starts_no_loop_either(two_desks):
    ours, theirs = two_desks
    ours.mail(mail(THEIRS, OURS, "Do you sell wool?"), THEIRS, OURS)
    wait_until(lambda: count(theirs, "in") == 1, what="our acknowledgement there")
    (conversation,) = ours.api("conversations")[1]["items"]
    body = {"direction": "out", "text": "Yes, we do. How much do you need?"}
    assert ours.api(f"conversations/{conversation['id']}/messages", body)[0] == 201
    wait_until(lambda: count(theirs, "in") == 2, 60, what="our answer there")
    is_quiet(ours, theirs)

    # A person wrote: their desk owes us an answer, and what it may say by itself ends here.
    assert count(theirs, "promises") == 1
    assert count(theirs, "sent") <= 1
    assert (count(ours, "conversations"), count(ours, "sent")) == (1, 2)
    assert ours.api("conversations")[1]["items"][0]["state"] == "waiting"


class Liar:
    """Answers every mail it gets, says nowhere that it is a machine, and never repeats itself."""

    def __init__(self, desk: Desk, sink):
        self.desk, self.sink, self.answered, self.sent = desk, sink, 0, 0

    def answer(self) -> None:
        mails = self.sink.letters_to("liar@liar.example")
        for _ in mails[self.answered :]:
            self.answered += 1
            self.write()

    def write(self) -> None:
        self.sent += 1
        n = self.sent
        words = " ".join(THINGS[(n // 12**k) % 12] for k in range(3))
        reference = f"References: <{n}@nowhere.example>\nIn-Reply-To: <{n}@nowhere.example>\n"
        raw = mail(
            "liar@liar.example", OURS, f"We have your letter about {words}.", words, reference
        )
        self.desk.mail(raw)


def test_a_liar_gets_three_answers_an_hour_and_fills_ten_rows(desk, sink):
    desk.start("serve")
    liar = Liar(desk, sink)
    for _ in range(60):
        liar.write()
        liar.answer()
        time.sleep(0.02)
    wait_until(lambda: count(desk, "in") == liar.sent and not count(desk, "waiting"))
    is_quiet(desk)
    liar.answer()

    assert len(sink.letters_to("liar@liar.example")) == 3
    assert count(desk, "in") >= 60
    assert count(desk, "conversations") == MOST_APART
    assert count(desk, "folded") == count(desk, "in") - MOST_APART
    parts = desk.api("health")[1]["parts"]
    assert [part["state"] for part in parts if part["kind"] == "storm"] == ["degraded"]


def test_a_vacation_robot_that_says_so_gets_nothing(desk, sink):
    desk.start("serve")
    for n in range(10):
        desk.mail(mail("away@away.example", OURS, f"I am away, {THINGS[n]}.", "Automatic reply",
                       "Auto-Submitted: auto-replied\n"))  # fmt: skip
    wait_until(lambda: count(desk, "in") == 10)
    is_quiet(desk)
    assert sink.mails == []


def test_a_victim_named_by_many_gets_three_letters_without_a_strangers_word(desk, sink):
    desk.start("serve")
    evil = "http://evil.example/win"
    with smtplib.SMTP("127.0.0.1", desk.smtp_port, timeout=30) as session:
        for n in range(40):
            raw = mail(f'"Win {evil}" <bot{n}@bots{n}.example>', OURS, f"{evil} {n}", f"Win {evil}",
                       "Reply-To: Win <victim@victim.example>\n")  # fmt: skip
            session.sendmail(f"bot{n}@bots{n}.example", [OURS], raw)
    wait_until(lambda: count(desk, "in") == 40 and not count(desk, "waiting"))
    is_quiet(desk)
    letters = sink.letters_to("victim@victim.example")
    assert len(letters) == len(sink.mails) == 3
    assert not [one for one in letters if re.search(r"evil|Win", one.as_string())]
    assert count(desk, "promises") == count(desk, "conversations") == 40


def test_twenty_equal_mails_and_a_different_one_are_two_rows(desk, sink):
    desk.start("serve")
    for _ in range(20):
        desk.mail(mail("robot@m.example", OURS, "The sensor of hall nine has failed.", "Alarm"))
    desk.mail(mail("robot@m.example", OURS, "Do you also sell sensors?", "A question"))
    wait_until(lambda: count(desk, "in") == 21 and not count(desk, "waiting"))
    found = desk.api("conversations")[1]["items"]
    assert sorted((one["subject"], one["folded"]) for one in found) == [
        ("A question", 0),
        ("Alarm", 19),
    ]
    assert all(one["answer_promise"] for one in found)
    messages = desk.api(f"conversations/{found[-1]['id']}/messages?limit=100")[1]["items"]
    assert len([one for one in messages if one["direction"] == "in"]) == 20
