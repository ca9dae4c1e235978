import json
import os
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core.models import Event, Heartbeat
from promisedesk.core.secretbox import seal
from promisedesk.ops import checking
from promisedesk.ops.checks import clock, database, domains, folder, mail, worker
from tests.name_server import NameServer

Disk = namedtuple("Disk", "total used free")


def levels(look):
    return [(one.id, one.level) for one in look()]


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir(mode=0o750)
    return settings.DATA


@pytest.mark.django_db(transaction=True)
def test_findings_are_json_and_a_red_one_ends_with_1(capsys):
    assert checking.check(as_json=True) == 1  # no worker runs in a test
    found = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert set(found["worker"]) == {"id", "level", "says", "do"}
    assert (found["worker"]["level"], found["database"]["level"]) == ("fail", "ok")
    Heartbeat.objects.create(part="core.rescue_leases", owner="me")
    assert checking.check(as_json=False) == 0
    assert "The worker is alive." in capsys.readouterr().out


def test_without_a_database_the_desk_itself_is_not_asked(monkeypatch):
    broken = database.Finding("database", "fail", "gone")
    monkeypatch.setattr(checking, "OF_THE_MACHINE", (lambda: [broken],))
    monkeypatch.setattr(checking, "OF_THE_DESK", (lambda: pytest.fail("asked"),))
    assert checking.findings() == [broken]


def test_a_look_that_breaks_is_a_finding(monkeypatch):
    def broken():
        raise RuntimeError("no such thing")

    monkeypatch.setattr(checking, "OF_THE_MACHINE", (broken,))
    monkeypatch.setattr(checking, "OF_THE_DESK", (list,))
    (found,) = checking.findings()
    assert (found.id, found.level) == ("broken", "fail")
    assert "no such thing" in found.says


def test_steps_of_receiving_and_sending_are_listed(capsys):
    assert checking.list_steps(as_json=True) == 0
    names = {step["name"] for step in json.loads(capsys.readouterr().out)}
    assert {"receive.committed", "read.before-commit", "send.dotted"} <= names


@pytest.mark.parametrize(
    ("url", "level"),
    [
        ("http://localhost:8000", "warn"),
        ("http://desk.shop.example", "warn"),
        ("https://desk.shop.example", "ok"),
    ],
)
def test_links_must_lead_somewhere_others_can_reach(settings, url, level):
    settings.BASE_URL, settings.IS_HTTPS = url, url.startswith("https:")
    assert levels(folder.settings_found) == [("url", level)]


def test_a_forgotten_crash_step_is_red(settings):
    settings.CRASH_AT = "send.dotted"
    assert ("crash-at", "fail") in levels(folder.settings_found)


def test_a_data_folder_others_may_enter_is_warned_of(data):
    assert levels(folder.data_folder) == [("data-folder", "ok")]
    data.chmod(0o755)
    assert levels(folder.data_folder) == [("data-folder", "warn")]


def test_a_data_folder_that_is_gone_is_red(data):
    shutil.rmtree(data)
    assert levels(folder.data_folder) == [("data-folder", "fail")]


@pytest.mark.parametrize(("free", "level"), [(50, "ok"), (9, "warn"), (0.5, "fail")])
def test_little_room_is_warned_of_and_hardly_any_is_red(monkeypatch, data, free, level):
    monkeypatch.setattr(folder.shutil, "disk_usage", lambda path: Disk(100, 0, free))
    assert levels(folder.free_space) == [("free-space", level)]


def test_a_key_others_may_read_is_red(data):
    (data / "box.key").write_text("key")
    os.chmod(data / "box.key", 0o640)
    (found,) = folder.secret_files()
    assert (found.level, found.do) == ("fail", f"chmod 600 {data / 'box.key'}")


MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 22 0:40 / /srv/my\\040desk rw shared:7 - nfs4 server:/export rw
"""


def test_the_file_system_of_a_path_is_that_of_its_deepest_mount():
    assert database.file_system_of(Path("/srv/my desk/data/x"), MOUNTS) == "nfs4"
    assert database.file_system_of(Path("/srv/other"), MOUNTS) == "ext4"


@pytest.mark.django_db
def test_things_that_happened_in_the_future_are_warned_of():
    assert levels(clock.clocks) == [("clock", "ok")]
    Event.objects.create(verb="x", at=now().replace(year=now().year + 1))
    assert levels(clock.clocks) == [("clock", "warn")]


@pytest.mark.django_db
def test_unreadable_mails_wait_for_a_person():
    assert levels(worker.set_aside) == [("unreadable", "ok")]
    Arrival.objects.create(source="pipe", sha256="0" * 64, size=1, state="unreadable", due_at=None)
    assert levels(worker.set_aside) == [("unreadable", "warn")]


@pytest.mark.django_db
def test_a_part_that_fails_is_told_with_its_error():
    Heartbeat.objects.create(part="email.fetch_due", owner="me", last_error="OSError: no route")
    found = list(worker.alive())
    assert [one.level for one in found] == ["ok", "warn"]
    assert "OSError: no route" in found[1].says


@pytest.mark.django_db
def test_no_mail_server_at_all_is_warned_of(settings):
    settings.SMTP_URL = ""
    assert levels(mail.common_server) == []
    Cast()
    assert levels(mail.common_server) == [("smtp", "warn")]


@pytest.mark.django_db
def test_a_mail_server_that_does_not_answer_is_red_and_its_password_stays_secret(settings):
    settings.SMTP_URL = "smtp://me:s3cret@127.0.0.1:1"
    (found,) = mail.common_server()
    assert found.level == "fail"
    assert "nothing listens at port 1" in found.says
    assert "s3cret" not in found.says + found.do


@pytest.mark.django_db
def test_a_mailbox_that_does_not_answer_is_red(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    Mailbox.objects.create(inbox=Cast().help, url=seal("imaps://me:s3cret@127.0.0.1:1/INBOX"))
    (found,) = mail.mailboxes()
    assert (found.id, found.level) == ("imap-help@kettleandloom.example", "fail")
    assert "Nothing was fetched from it yet." in found.says
    assert "s3cret" not in found.says + found.do


@pytest.fixture
def shop_pl() -> Iterator[NameServer]:
    inbox = Cast().help
    assert levels(domains.domains) == [("dns-kettleandloom.example", "ok")]  # not looked up
    inbox.address = "help@shop.pl"
    inbox.save()
    with NameServer() as names:
        yield names


@pytest.mark.django_db
def test_what_name_servers_say_is_a_hint(shop_pl):
    assert levels(domains.domains) == [
        ("dns-shop.pl", "warn"),
        ("spf-shop.pl", "warn"),
        ("dkim-shop.pl", "warn"),
        ("dmarc-shop.pl", "warn"),
    ]
    dmarc = list(domains.domains())[-1]
    assert "_dmarc.shop.pl TXT v=DMARC1; p=none" in dmarc.do


@pytest.mark.django_db
def test_records_in_order_are_said_to_be(shop_pl):
    shop_pl.add("shop.pl", "MX", "10 mx.shop.pl.")
    shop_pl.add("shop.pl", "TXT", "v=spf1 mx -all")
    shop_pl.add("_dmarc.shop.pl", "TXT", "v=DMARC1; p=quarantine")
    assert [level for _id, level in levels(domains.domains)] == ["ok", "ok", "warn", "ok"]


@pytest.mark.django_db
def test_silent_name_servers_are_no_missing_records(shop_pl, monkeypatch):
    monkeypatch.setattr("promisedesk.core.name_servers.WITHIN", 0.2)
    shop_pl.is_silent = True
    (found,) = domains.domains()
    assert (found.level, "could not be looked up" in found.says) == ("warn", True)


@pytest.mark.django_db
def test_the_domain_of_a_mail_host_is_not_looked_up():
    inbox = Cast().help
    inbox.address = "kettle@gmail.com"
    inbox.save()
    assert levels(domains.domains) == [("dns-gmail.com", "ok")]
