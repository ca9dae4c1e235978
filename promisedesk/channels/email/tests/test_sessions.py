"""Several letters over one session, each as safe as alone."""

import time

import pytest

from promisedesk.channels.email import sending, sessions
from promisedesk.conversations import inboxes, replying
from promisedesk.conversations.models import Delivery
from promisedesk.core.models import Event
from promisedesk.core.secretbox import seal
from tests.sink import SmtpSink

pytestmark = [pytest.mark.django_db, pytest.mark.once]
State = Delivery.State


@pytest.fixture
def sink(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        yield sink


def answer(cast, conversation=None) -> Delivery:
    return replying.reply(conversation or cast.parcel, "Yes.", by=cast.anna).delivery


def send_all() -> list[str]:
    while sending.send_due():
        pass
    return list(Delivery.objects.order_by("pk").values_list("state", flat=True))


def test_letters_to_one_server_share_a_session(cast, sink):
    for _ in range(3):
        answer(cast)
    assert send_all() == [State.SENT] * 3
    assert (sink.sessions, len(sink.mails)) == (1, 3)
    assert [line for line in sink.heard if line == "rset"] == ["rset"] * 2


def test_but_not_for_ever(cast, sink, monkeypatch):
    monkeypatch.setattr(sessions, "MOST_LETTERS", 2)
    for _ in range(5):
        answer(cast)
    send_all()
    assert (sink.sessions, len(sink.mails)) == (3, 5)
    assert sink.heard.count("quit") == 2


def test_nor_when_nothing_is_to_be_sent(cast, sink, monkeypatch):
    monkeypatch.setattr(sessions, "IDLE", 0.05)
    answer(cast)
    send_all()
    time.sleep(0.06)
    assert sending.send_due() == 0
    time.sleep(0.1)
    assert sink.heard[-1] == "quit"


def test_another_inboxs_server_has_its_own(cast, sink):
    with SmtpSink() as own:
        box = inboxes.add_inbox("tea@kettleandloom.example", name="Tea")
        box.smtp_url = seal(own.url)
        box.save(update_fields=["smtp_url"])
        question = cast.hears(inbox=box, may_acknowledge=False)
        for _ in range(2):
            answer(cast), answer(cast, question.conversation)
        assert send_all() == [State.SENT] * 4
        assert (len(sink.mails), len(own.mails)) == (2, 2)


@pytest.mark.parametrize("said", ["421 4.7.0 That was enough", "451 4.3.0 That was enough"])
def test_a_server_that_has_enough_of_a_session_gets_another(cast, sink, said):
    answer(cast)
    send_all()
    sink.order("mail", said)
    answer(cast)
    assert send_all() == [State.SENT] * 2
    assert (sink.sessions, len(sink.mails)) == (2, 2)
    assert not Event.objects.filter(verb="delivery.deferred").exists()


def test_a_server_that_hung_up_meanwhile_too(cast, sink):
    answer(cast)
    send_all()
    sessions._mine.session.sock.shutdown(2)
    answer(cast)
    assert send_all() == [State.SENT] * 2
    assert sink.sessions == 2


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
def test_a_refused_letter_leaves_nothing_in_the_next(cast, sink, stage):
    sink.order(stage, "550 5.1.1 No")
    other = cast.hears(address="dora@post.example", may_acknowledge=False).conversation
    answer(cast), answer(cast, other)
    assert send_all() == [State.FAILED, State.SENT]
    (mail,) = sink.mails
    assert (mail.to, mail.letter["To"]) == ("dora@post.example", "dora@post.example")
    assert sink.sessions == 1


def test_a_break_after_the_dot_concerns_one_letter_alone(cast, sink):
    answer(cast)
    send_all()
    sink.order("dot", hang_up=True, keep=True)
    answer(cast), answer(cast)
    assert sorted(send_all()) == sorted([State.SENT, State.DEFERRED, State.SENT])
    doubtful = Delivery.objects.get(state=State.DEFERRED)
    assert doubtful.in_doubt_at
    assert not Delivery.objects.filter(maybe_twice=True).exists()
    assert len(sink.mails) == 3


def test_letters_of_other_alphabets_leave_nothing_in_the_next(cast, sink):
    sink.knows_utf8 = True
    other = cast.hears(address="почта@пример.example", may_acknowledge=False).conversation
    answer(cast, other), answer(cast)
    assert send_all() == [State.SENT] * 2
    last = [line for line in sink.heard if line.startswith("mail")][-1]
    assert "SMTPUTF8" not in last
