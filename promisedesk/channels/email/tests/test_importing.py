"""Old mail taken over: threads whole, times their own, nothing told to anybody, nothing twice."""

import itertools
import random
import re
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email import sending
from promisedesk.channels.email.importing import mailstores, running
from promisedesk.channels.email.tests.coming_in import get
from promisedesk.channels.email.tests.conftest import add_shop, letter
from promisedesk.contacts.models import Contact
from promisedesk.conversations import history, replying
from promisedesk.conversations.models import (
    Arrival,
    Conversation,
    Delivery,
    ImportRun,
    Message,
    NamedId,
)
from promisedesk.core.errors import Refused
from promisedesk.lib.mail.sanitising import PICTURES
from promisedesk.lib.mail.senders import UNVERIFIED
from promisedesk.promises.models import Promise
from promisedesk.search import finding
from tests.servers import Desk, wait_until
from tests.sink import SmtpSink

pytestmark = pytest.mark.django_db

CLARA = "Clara Holm <clara@customer.example>"
SHOP = "Anna Kowalska <help@shop.example>"


@pytest.fixture
def shop():
    return add_shop()


def old(
    number: int, *, sender=CLARA, to=SHOP, text="", answers=(), subject="Kettle", more=""
) -> str:
    """A mail of some day in June 2019, with a Date but never a trace of servers."""
    head = (
        f"From: {sender}\nTo: {to}\nSubject: {'Re: ' if answers else ''}{subject}\n"
        f"Message-ID: <old{number}@x.example>\nDate: {number % 28 + 1} Jun 2019 10:00:00 +0200\n"
    )
    if answers:
        ids = " ".join(f"<old{one}@x.example>" for one in answers)
        head += f"In-Reply-To: {ids.split()[-1]}\nReferences: {ids}\n"
    return f"{head}{more}\n{text or f'Letter number {number}.'}\n"


def mbox(path, *mails: str, separator="From MAILER-DAEMON Tue Jul  2 08:00:00 2019"):
    path.write_text("".join(f"{separator}\n{one}\n" for one in mails))
    return path


def take_over(path, inbox, kind="mbox") -> ImportRun:
    return running.run(kind, path, inbox, lambda progress, whole: None)


THREAD = [
    old(1),
    old(2, sender=SHOP, to=CLARA, answers=[1]),
    old(3, answers=[1, 2]),
    old(4, sender=SHOP, to=CLARA, answers=[3]),  # a program that names only the last
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_a_thread_is_one_conversation_whatever_the_order_in_the_file(shop, tmp_path, order):
    path = mbox(tmp_path / "old.mbox", *(THREAD[number] for number in order), old(9, subject="Tea"))
    done = take_over(path, shop)

    assert (done.taken, done.already_there, done.unreadable) == (5, 0, 0)
    thread = Conversation.objects.get(subject="Kettle")
    said = thread.messages.order_by("created_at").values_list("direction", "text")
    assert [direction for direction, _text in said] == ["in", "out", "in", "out"]
    assert [text[-2] for _direction, text in said] == ["1", "2", "3", "4"]
    assert thread.state == "resolved"
    assert not thread.is_unread
    assert (thread.created_at.day, thread.last_at.day, thread.last_is_ours) == (2, 5, True)
    assert "Letter number 4" in thread.preview
    assert Contact.objects.count() == 1


def test_nothing_is_sent_and_nothing_promised(shop, tmp_path):
    take_over(mbox(tmp_path / "old.mbox", *THREAD), shop)
    assert Delivery.objects.count() == 0
    assert Promise.objects.count() == 0
    assert not Message.objects.filter(automatic=True).exists()


def test_an_answer_of_ours_is_by_the_agent_of_that_name_and_greets_from_then_on(shop, tmp_path):
    anna = Agent.objects.create_user("anna@shop.example", "Anna Kowalska", role="agent")
    take_over(mbox(tmp_path / "old.mbox", *THREAD), shop)
    assert set(Message.objects.filter(direction="out").values_list("agent", flat=True)) == {anna.pk}
    assert Contact.objects.get().answered_at.year == 2019


def test_the_last_server_knows_best_when_a_mail_came(shop, tmp_path):
    received = "Received: from a by b; Mon, 24 Jun 2019 09:00:00 +0000\n"
    mails = [
        old(1, more=received),
        "From: a@b.example\nTo: help@shop.example\n\nNo date at all.\n",
        "From: c@b.example\nTo: help@shop.example\nDate: Tue, 1 Jan 2199 00:00:00 +0000\n\nSo.\n",
    ]
    take_over(mbox(tmp_path / "old.mbox", *mails), shop)
    times = dict(Message.objects.values_list("from_address", "created_at"))
    assert times["clara@customer.example"] == datetime(2019, 6, 24, 9, tzinfo=UTC)
    assert times["a@b.example"] == datetime(2019, 7, 2, 8, tzinfo=UTC)
    assert times["c@b.example"] == datetime(2019, 7, 2, 8, tzinfo=UTC)


def test_the_same_command_again_takes_nothing_twice(shop, tmp_path):
    path = mbox(tmp_path / "old.mbox", *THREAD)
    take_over(path, shop)
    again = take_over(path, shop)
    assert (again.taken, again.already_there) == (0, 4)
    with path.open("a") as file:  # the mailbox has grown meanwhile
        file.write("From x Tue Jul  2 08:00:00 2019\n" + old(5, answers=[1]))
    more = take_over(path, shop)
    assert (more.taken, more.already_there) == (1, 4)
    assert Conversation.objects.count() == 1


def test_a_mail_that_came_by_itself_is_not_taken_from_the_file_too(shop, tmp_path):
    raw = letter("Where is my parcel?", message_id="<live@c.example>")
    live = get(raw).message
    take_over(mbox(tmp_path / "old.mbox", raw.decode().replace("\r\n", "\n")), shop)
    assert list(Message.objects.filter(direction="in")) == [live]


def test_a_customer_who_answers_an_old_letter_opens_its_conversation_again(shop, tmp_path):
    take_over(mbox(tmp_path / "old.mbox", *THREAD), shop)
    got = get(letter("It broke again.", more="In-Reply-To: <old4@x.example>\n")).message
    assert got.conversation.messages.count() >= 5
    assert got.conversation.state == "open"
    assert Promise.objects.filter(conversation=got.conversation).count() == 1


def test_two_customers_who_use_one_message_id_stay_apart(shop, tmp_path):
    other = "Dan <dan@customer.example>"
    mails = [
        old(1),
        old(1, sender=other, text="Mine is another."),
        old(2, sender=other, answers=[1]),
    ]
    take_over(mbox(tmp_path / "old.mbox", *mails), shop)
    assert Conversation.objects.count() == 2
    assert Conversation.objects.get(contact__name="Dan").messages.count() == 2


def test_old_letters_are_found_by_their_words(shop, tmp_path):
    take_over(mbox(tmp_path / "old.mbox", old(1, text="The samovar leaks.")), shop)
    assert len(finding.find("samovar leaks")) == 1


def test_drafts_spam_and_what_was_thrown_away_are_left_out(shop, tmp_path):
    labels = ["Inbox,Important", "Spam", "=?UTF-8?B?0KfQtdGA0L3QvtCy0LjQutC4?=", "Trash,Opened"]
    mails = [old(n, more=f"X-Gmail-Labels: {label}\n") for n, label in enumerate(labels, 1)]
    done = take_over(mbox(tmp_path / "old.mbox", *mails), shop)
    assert (done.taken, done.left_out) == (1, 3)


def test_a_mail_goes_to_the_inbox_it_names(shop, tmp_path):
    sales = add_shop("sales@shop.example")
    mails = [old(1, to="sales@shop.example"), old(2, sender="sales@shop.example", to=CLARA), old(3)]
    take_over(mbox(tmp_path / "old.mbox", *mails), shop)
    assert Message.objects.filter(conversation__inbox=sales).count() == 2
    assert Message.objects.filter(conversation__inbox=shop).count() == 1


def test_a_hopeless_mail_is_kept_and_shown_and_the_rest_goes_on(shop, tmp_path, monkeypatch):
    path = mbox(tmp_path / "old.mbox", old(1), "Nobody's: nothing\n\n\x00\x01", old(3))
    done = take_over(path, shop)
    assert done.taken + done.unreadable == 3
    assert Arrival.objects.filter(source="import").count() == 3


class TestMbox:
    def read(self, path, position=0):
        found = []
        for entry in mailstores.in_mbox(path, position):
            found.append((entry.file.read(), entry.position))
        return found

    def test_lines_that_begin_with_from_stay_in_their_mail(self, tmp_path):
        body = (
            "From the shop I got this.\n\nFrom here on it is mine.\n>From a quote.\n>>From two.\n"
        )
        path = mbox(tmp_path / "a", "Subject: x\n\n" + body, "Subject: y\n\nNext.\n")
        first, second = (raw for raw, _position in self.read(path))
        assert first.decode() == "Subject: x\n\n" + body.replace(">From", "From")
        assert second == b"Subject: y\n\nNext.\n"

    def test_every_position_is_a_place_to_go_on(self, tmp_path):
        path = mbox(tmp_path / "a", *(f"Subject: {n}\n\n{'x' * n * 50}\n" for n in range(20)))
        whole = self.read(path)
        for number, (_raw, position) in enumerate(whole, 1):
            assert self.read(path, position) == whole[number:]

    def test_windows_line_ends_and_no_end_at_all(self, tmp_path):
        path = tmp_path / "a"
        path.write_bytes(b"From a Tue Jul  2 08:00:00 2019\r\nSubject: x\r\n\r\nA\r\n\r\nFrom b "
                         b"Tue Jul  2 08:00:00 2019\r\nSubject: y\r\n\r\nB")  # fmt: skip
        assert [raw for raw, _at in self.read(path)] == [b"Subject: x\r\n\r\nA\r\n",
                                                         b"Subject: y\r\n\r\nB"]  # fmt: skip

    def test_a_file_that_is_none_is_refused_with_words(self, tmp_path):
        path = tmp_path / "a.zip"
        path.write_bytes(b"PK\x03\x04")
        with pytest.raises(Refused, match="no mbox"):
            self.read(path)

    def test_a_line_of_many_megabytes_is_kept(self, tmp_path):
        path = mbox(tmp_path / "a", "Subject: x\n\n" + "y" * 5_000_000 + "\n", "Subject: z\n\nB\n")
        assert [len(raw) > 4_999_999 for raw, _at in self.read(path)] == [True, False]


class TestMaildir:
    def make(self, path, **files: str):
        for name, mail in files.items():
            folder, _, rest = name.partition("__")
            (path / folder).mkdir(parents=True, exist_ok=True)
            (path / folder / rest.replace("_F_", ":2,")).write_text(mail)
        return path

    def test_new_and_read_mail_and_subfolders_come_drafts_and_rubbish_do_not(self, shop, tmp_path):
        path = self.make(
            tmp_path / "m",
            new__1=old(1),
            cur__2_F_S=old(3, answers=[1]),
            cur__3_F_D=old(4, text="A draft."),
            cur__4_F_ST=old(5, text="Thrown away."),
        )
        self.make(path / ".Sent", cur__1_F_S=old(2, sender=SHOP, to=CLARA, answers=[1]))
        done = take_over(path, shop, "maildir")
        assert (done.taken, done.left_out) == (3, 2)
        assert Conversation.objects.get().messages.count() == 3

    def test_a_folder_that_is_none_is_refused_with_words(self, shop, tmp_path):
        with pytest.raises(Refused, match="no maildir"):
            take_over(tmp_path, shop, "maildir")

    def test_one_that_was_stopped_skips_nothing_though_mails_moved_meanwhile(self, shop, tmp_path):
        path = self.make(
            tmp_path / "m", new__1=old(1), new__2=old(2), new__3=old(3), cur__4_F_S=old(4)
        )

        def stop(progress, whole):
            raise RuntimeError

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(running, "TOGETHER", 2)
            with pytest.raises(RuntimeError):
                running.run("maildir", path, shop, stop)
        assert Message.objects.count() == 2
        for one in ("1", "2", "3"):  # somebody has read them meanwhile
            (path / "new" / one).rename(path / "cur" / f"{one}:2,S")
        (path / "cur" / "4:2,S").unlink()
        done = take_over(path, shop, "maildir")
        assert (done.taken, done.already_there) == (2, 1)
        assert Message.objects.count() == 4


def test_an_old_letter_that_joins_an_open_conversation_is_owed_no_answer(shop, tmp_path, settings):
    anna = Agent.objects.create_user("anna@shop.example", "Anna Kowalska", role="agent")
    live = get(letter("Where is my parcel?", message_id="<live@c.example>")).message
    replying.reply(live.conversation, "It comes tomorrow.", by=anna)
    joins = old(1, more="In-Reply-To: <live@c.example>\n")
    take_over(mbox(tmp_path / "old.mbox", joins), shop)
    assert live.conversation.messages.filter(direction="in").count() == 2
    with SmtpSink() as sink:
        settings.SMTP_URL = sink.url
        Delivery.objects.update(due_at=now())
        while sending.send_due():
            pass
    assert list(Promise.objects.values_list("state", flat=True)) == ["kept"]


def test_what_only_an_import_needs_is_dropped_a_month_after_it(shop, tmp_path):
    take_over(mbox(tmp_path / "old.mbox", *THREAD), shop)
    assert history.forget_ids() == 0
    assert NamedId.objects.exists()
    long_ago = now() - history.KEEP_IDS * 2
    ImportRun.objects.update(started_at=long_ago, finished_at=long_ago)
    assert history.forget_ids() > 0
    assert not NamedId.objects.exists()


def test_what_is_odd_about_an_old_letter_is_marked_as_on_one_that_comes_in(shop, tmp_path):
    pictures = "Content-Type: text/html\n"
    mails = [
        old(1, more=pictures, text="<p>Hello <img src='https://t.example/a.png' width=90></p>"),
        old(2, sender='"paypal@bank.example" <x@customer.example>'),
    ]
    take_over(mbox(tmp_path / "old.mbox", *mails), shop)
    shows, doubtful = Message.objects.order_by("pk")
    assert shows.marks == [PICTURES, history.OLD]
    assert UNVERIFIED in doubtful.marks


@pytest.mark.once
@pytest.mark.faults
def test_a_killed_import_goes_on_where_it_was(tmp_path):
    rng, mails = random.Random(7), []
    for thread in range(60):
        who = f"C{thread} <c{thread}@mail.example>"
        first, second, third = (thread * 3 + n for n in range(3))
        mails += [
            old(first, sender=who, subject=f"S{thread}"),
            old(second, sender=SHOP, to=who, answers=[first], subject=f"S{thread}"),
            old(third, sender=who, answers=[first, second], subject=f"S{thread}"),
        ]
    rng.shuffle(mails)
    path = mbox(tmp_path / "old.mbox", *mails)
    with Desk(tmp_path / "desk") as desk:
        desk.migrate()
        desk.do("inbox", "add", "help@shop.example", "--name", "Shop")
        command = [sys.executable, "-m", "promisedesk", "import", "mbox", str(path)]
        count = "SELECT COUNT(*) FROM conversations_message"
        for wanted in (50, 100):
            running = subprocess.Popen(command, env=desk.environment(), stderr=subprocess.DEVNULL)
            wait_until(lambda wanted=wanted: desk.rows(count)[0][0] >= wanted, 60)
            running.send_signal(signal.SIGKILL)
            running.wait()
        last = subprocess.run(
            command, env=desk.environment(), capture_output=True, text=True, check=True
        )
        assert re.search(r"100 % .*180 taken", last.stderr)
        assert desk.rows(count) == [(180,)]
        assert desk.rows("SELECT COUNT(*) FROM conversations_conversation") == [(60,)]
        assert desk.rows("SELECT COUNT(*) FROM conversations_delivery") == [(0,)]
