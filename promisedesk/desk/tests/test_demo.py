import time
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.core.files.uploadedfile import SimpleUploadedFile

from promisedesk.cast import Cast
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core.models import Workspace
from promisedesk.desk.demo import mailbox, shop
from promisedesk.desk.demo.customers import CUSTOMERS
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.once

LETTER = b"""From: "Kettle & Loom" <help@kettleandloom.example>
Reply-To: help+token@kettleandloom.example
To: clara.holm@customer.example
Subject: We answer by Tue 24 Nov, 14:00 [#K7M4QX9A]
Message-ID: <ours@kettleandloom.example>
References: <theirs@customer.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p style="color:red" onclick="evil()">You will have our answer</p><script>evil()</script>
<img src="https://evil.example/pixel.gif">
"""


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def demo(db, data):
    Workspace.get()
    Workspace.objects.update(is_demo=True)
    return data


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/demo/", "/demo/clara/", "/demo/clara/mails/", "/demo/clara/x/"])
def test_a_real_desk_has_no_demo_pages(client, data, path):
    mailbox.keep("clara.holm@customer.example", LETTER)
    assert client.get(path).status_code == 404
    assert client.post(path, {"subject": "x", "text": "y"}).status_code == 404


def _wait_for(things):
    for _ in range(100):
        if found := things():
            return found
        time.sleep(0.02)
    raise AssertionError("nothing came")


def test_a_mail_travels_to_the_customer_by_smtp(demo, client, free_port):
    sink = mailbox.start_sink(free_port)
    try:
        import smtplib

        with smtplib.SMTP("127.0.0.1", free_port) as session:
            session.sendmail("", ["clara.holm@customer.example"], LETTER)
    finally:
        sink.stop()
    received = mailbox.mails_of(CUSTOMERS["clara"])
    assert [one.mail.subject for one in received] == ["We answer by Tue 24 Nov, 14:00 [#K7M4QX9A]"]
    page = client.get(f"/demo/clara/{received[0].name}/").content.decode()
    assert "You will have our answer" in page
    assert "evil" not in page
    assert "[#K7M4QX9A]" in client.get("/demo/clara/mails/").content.decode()


def test_a_mail_travels_to_the_shop_and_answers_in_the_thread(demo, client, settings, free_port):
    class Shop:
        taken = []

        async def handle_DATA(self, server, session, envelope):
            self.taken.append(envelope)
            return "250 OK"

    settings.DEMO_SHOP_PORT = free_port
    mailbox.keep("clara.holm@customer.example", LETTER)
    [letter] = mailbox.mails_of(CUSTOMERS["clara"])
    receiver = Controller(Shop(), hostname="127.0.0.1", port=free_port)
    receiver.start()
    try:
        file = SimpleUploadedFile("../lid.png", b"png", content_type="image/png")
        data = {"subject": "Re: it", "text": "Thank you\n.\nClara", "file": file}
        assert client.post(f"/demo/clara/{letter.name}/", data).status_code == 302
    finally:
        receiver.stop()
    [envelope] = Shop.taken
    mail = message_from_bytes(envelope.content, policy=policy.default)
    assert envelope.rcpt_tos == ["help+token@kettleandloom.example"]
    assert mail["In-Reply-To"] == "<ours@kettleandloom.example>"
    assert mail["References"] == "<theirs@customer.example> <ours@kettleandloom.example>"
    assert "Clara" in mail.get_body().get_content()
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["image/png"]


def test_a_shop_that_does_not_listen_is_told_and_the_text_stays(demo, client, settings, free_port):
    settings.DEMO_SHOP_PORT = free_port
    page = client.post("/demo/zofia/", {"subject": "Cześć", "text": "moje słowa"}).content.decode()
    assert "did not take the mail" in page
    assert "moje słowa" in page


@pytest.mark.parametrize("name", ["..", "../../etc", "x", "1" * 19 + "-../../ab"])
def test_no_name_leads_out_of_the_mailbox(demo, name):
    assert mailbox.mail_of(CUSTOMERS["clara"], name) is None
    folder = mailbox.folder_of(f"{name}@customer.example")
    assert folder.parent == demo / "demo-mail"
    assert Path(folder).name not in ("..", ".")


@pytest.mark.django_db
class TestShop:
    @pytest.fixture(autouse=True)
    def _shop(self, data, settings):
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

    def test_the_shop_is_filled_once_within_seconds(self):
        began = time.process_time()
        assert shop.fill()
        assert time.process_time() - began < 5
        assert Conversation.objects.count() > 35
        assert not shop.fill()

    def test_nothing_of_the_history_is_sent_to_anyone(self):
        shop.fill()
        assert not Delivery.objects.exclude(state="sent").exists()
        assert not Delivery.objects.exclude(due_at=None).exists()

    @pytest.mark.parametrize(
        "moment", ["2026-11-24 11:00", "2026-11-22 04:30", "2026-11-27 17:55", "2026-12-26 23:00"]
    )
    def test_there_are_late_running_and_kept_promises_at_any_hour(self, time_machine, moment):
        time_machine.move_to(moment + "+00:00")
        shop.fill()
        states = [promise.state_now for promise in Promise.objects.all()]
        assert states.count("kept") >= 15
        assert states.count("running") >= 8
        assert states.count("broken") >= 5
        assert Promise.objects.owed().in_state("broken").count() >= 4

    def test_a_desk_in_use_is_left_alone(self):
        Cast()
        assert not shop.fill()
        assert not Workspace.get().is_demo


@pytest.fixture
def free_port():
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
