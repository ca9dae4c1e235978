"""How mail is doing: the page, the line above every page, and what can be done there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email.models import MailTest
from promisedesk.channels.email.tests.fake_imap import FakeImap
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Delivery, Mailbox
from promisedesk.core import files, memo
from promisedesk.core.models import Alarm, Heartbeat, Workspace
from promisedesk.core.secretbox import seal, unseal

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAGE = "desk:settings-mail-health"
pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    Heartbeat.objects.create(part="email.watch", owner="a/1/1")
    return Cast()


@pytest.fixture
def mailbox(cast):
    return Mailbox.objects.create(
        inbox=cast.help, url=seal("imaps://a:b@mail.example/INBOX"), fetched_at=now()
    )


@pytest.fixture
def admin(client, cast):
    client.force_login(cast.ada, backend=BACKEND)
    return client


def alarm(key="mailbox help@kettleandloom.example", **fields) -> Alarm:
    memo.forget_all()
    return Alarm.objects.create(key=key, detail="The password is refused.", **fields)


def test_the_page_shows_each_mailbox_with_what_is_wrong(admin, mailbox, cast, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:25"
    MailTest.objects.create(inbox=cast.help, state="back", due_at=None, sent_at=now())
    page = admin.get(reverse(PAGE)).text
    assert "help@kettleandloom.example" in page
    assert "Working" in page
    assert "All is well" in page
    Mailbox.objects.update(
        failing_since=now(), last_error="The server does not accept this user name and password: no"
    )
    alarm()
    page = admin.get(reverse(PAGE)).text
    assert "Mail is not fetched" in page
    assert "does not accept this user name" in page
    assert "The password is refused." in page


def test_fresh_trouble_is_never_called_well(admin, mailbox):
    Mailbox.objects.update(failing_since=now(), last_error="The password is refused.")
    page = admin.get(reverse(PAGE)).text
    assert "Mail is not fetched" in page
    assert "All is well" not in page


def test_a_server_works_only_once_it_took_a_letter(admin, cast, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:25"
    MailTest.objects.all().delete()
    Delivery.objects.all().delete()
    page = admin.get(reverse(PAGE)).text
    assert "Not tried yet" in page
    assert "All is well" not in page
    refused = {"state": "failed", "due_at": None, "last_error": "The mail server refused it."}
    MailTest.objects.create(inbox=cast.help, **refused)
    page = admin.get(reverse(PAGE)).text
    assert "No mail leaves" in page
    assert "The mail server refused it." in page
    assert "All is well" not in page
    MailTest.objects.create(inbox=cast.help, state="back", due_at=None, sent_at=now())
    page = admin.get(reverse(PAGE)).text
    assert "Working" in page
    assert "All is well" in page


def test_another_server_is_not_blamed_for_the_old_ones_failed_test(admin, cast):
    Delivery.objects.all().delete()
    refused = {"state": "failed", "due_at": None, "last_error": "The mail server refused it."}
    MailTest.objects.create(inbox=cast.help, **refused)
    inboxes.set_smtp(cast.help, "smtps://u:p@mail.shop.test", by=cast.ada)
    page = admin.get(reverse(PAGE)).text
    assert "The mail server refused it." not in page
    assert "Not tried yet" in page


def test_a_desk_without_mailboxes_says_so(admin):
    assert "No mailbox is fetched" in admin.get(reverse(PAGE)).text


def test_ten_mailboxes_ask_no_more_than_one(admin, mailbox, django_assert_max_num_queries):
    admin.get(reverse(PAGE))
    for number in range(10):
        inbox = inboxes.add_inbox(f"box{number}@shop.example", name="Box")
        Mailbox.objects.create(inbox=inbox, url="x", fetched_at=now())
    memo.forget_all()
    with django_assert_max_num_queries(26):
        admin.get(reverse(PAGE))


def test_an_admin_has_a_mailbox_looked_into_now(admin, mailbox, cast):
    Mailbox.objects.update(due_at=now() + timedelta(minutes=5))
    admin.post(reverse("desk:settings-mail-look", args=[cast.help.public_id]))
    mailbox.refresh_from_db()
    assert mailbox.due_at <= now()


def test_the_sign_in_is_tested_while_one_waits(admin, mailbox, cast, settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with FakeImap() as server:
        Mailbox.objects.update(url=seal(server.url))
        answer = admin.post(reverse("desk:settings-mail-test", args=[cast.help.public_id]))
    assert "It works: signed in" in answer.text


def test_where_alarms_go_is_set_and_the_password_never_shown(admin):
    given = {
        "alarm_address": "phone@operator.example", "silent_minutes": "15",
        "smtp-host": "mail.other.example", "smtp-security": "tls",
        "smtp-user": "desk", "smtp-password": "s3cret-canary",
    }  # fmt: skip
    admin.post(reverse("desk:settings-mail-telling"), given)
    shop = Workspace.get()
    assert (shop.alarm_address, shop.silent_minutes) == ("phone@operator.example", 15)
    assert unseal(shop.alarm_smtp_url).startswith("smtps://desk:s3cret-canary@mail.other.example")
    page = admin.get(reverse(PAGE)).text
    assert "mail.other.example" in page
    assert "s3cret-canary" not in page
    refused = admin.post(reverse("desk:settings-mail-telling"), given | {"silent_minutes": "1"})
    assert refused.status_code == 422


def test_what_becomes_of_fetched_mail_is_set_on_the_inbox(admin, mailbox, cast):
    url = reverse("desk:settings-after-fetching", args=[cast.help.public_id])
    admin.post(url, {"after_fetch": "move", "move_to": "Done"})
    mailbox.refresh_from_db()
    assert (mailbox.after_fetch, mailbox.move_to) == ("move", "Done")
    said = admin.post(url, {"after_fetch": "move", "move_to": "inbox"}, follow=True).text
    assert "cannot be moved into the folder" in said
    assert 'value="Done"' in said


def test_an_open_alarm_stands_above_every_page_of_an_admin_alone(admin, cast, client):
    alarm()
    for name in ("desk:today", "desk:inbox", PAGE, "desk:me"):
        assert "is not fetched as it" in admin.get(reverse(name), follow=True).text
    Alarm.objects.update(cleared_at=now())
    memo.forget_all()
    assert "is not fetched as it should be" not in admin.get(reverse("desk:today")).text
    alarm("disk data")
    client.force_login(cast.anna, backend=BACKEND)
    assert "nearly full" not in client.get(reverse("desk:today")).text


def test_a_dead_worker_is_told_though_nobody_writes_alarms(admin):
    Heartbeat.objects.update(round_at=now() - timedelta(minutes=2))
    memo.forget_all()
    assert "The worker is not heard from" in admin.get(reverse("desk:today")).text


def test_managers_look_and_agents_have_no_business_here(client, cast, mailbox):
    client.force_login(cast.mona, backend=BACKEND)
    assert client.get(reverse(PAGE)).status_code == 200
    look = reverse("desk:settings-mail-look", args=[cast.help.public_id])
    assert client.post(look).status_code == 403
    assert client.post(reverse("desk:settings-mail-telling"), {}).status_code == 403
    client.force_login(cast.anna, backend=BACKEND)
    assert client.get(reverse(PAGE)).status_code == 403


@pytest.mark.parametrize("state", ["unreadable", "unrouted"])
def test_a_mail_outside_is_thrown_away_after_a_question(admin, cast, state):
    raw = b"not really a mail"
    mail = Arrival.objects.create(
        source="pipe", state=state, due_at=None, sha256=files.store(raw), size=len(raw)
    )
    url = reverse("desk:settings-arrival-away", args=[mail.public_id])
    assert url in admin.get(reverse("desk:settings-mail")).text
    assert "Delete this mail?" in admin.get(url).text
    mail.refresh_from_db()
    assert mail.state == state
    admin.post(url)
    mail.refresh_from_db()
    assert mail.state == "dropped"
    assert admin.get(url).status_code == 404
    assert files.read(mail.sha256) == raw


def test_a_mail_the_server_did_not_hand_over_is_asked_for_again(admin, mailbox):
    Mailbox.objects.update(uid_validity=7, last_uid=9)
    mail = Arrival.objects.create(
        source="imap", state="unreadable", due_at=None, sha256=files.store(b""), size=0,
        mailbox=mailbox, inbox=mailbox.inbox, uid_validity=7, uid=5,
    )  # fmt: skip
    admin.post(reverse("desk:settings-arrival", args=[mail.public_id]))
    mailbox.refresh_from_db()
    assert (mailbox.last_uid, mailbox.attempts) == (4, 1)
    assert not Arrival.objects.filter(pk=mail.pk).exists()
