"""What the links in our letters open."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.conversations import linking, replying, unsubscribing
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment
from promisedesk.core import files
from promisedesk.core.models import Unsubscribed

pytestmark = pytest.mark.django_db
CLARA = "clara@customer.example"


@pytest.fixture
def file() -> Attachment:
    cast = Cast()
    content = files.store(b"<script>alert(1)</script>")
    sent = IncomingFile("plans.html", "text/html", 25, content)
    message = replying.reply(cast.parcel, "Here.", by=cast.anna, files=[sent])
    return message.attachments.get()


@pytest.fixture
def stranger():
    cache.clear()
    return Client(enforce_csrf_checks=True)


def path(url: str) -> str:
    return url.removeprefix("http://localhost:8000")


def test_a_file_is_downloaded_and_never_opened(stranger, file):
    answer = stranger.get(path(linking.url_of(file)))
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"] == 'attachment; filename="plans.html"'
    assert answer["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies


def test_looking_changes_nothing_however_often(stranger, file):
    for _ in range(3):
        assert stranger.head(path(linking.url_of(file))).status_code == 200
    assert stranger.post(path(linking.url_of(file))).status_code in (403, 405)


@pytest.mark.parametrize(
    "change", [lambda url: url[:-3] + "/", lambda url: url.replace(".", "x", 1)]
)
def test_a_link_cannot_be_made_up(stranger, file, change):
    answer = stranger.get(change(path(linking.url_of(file))))
    assert answer.status_code == 404
    assert "Copy all of it from the letter" in answer.content.decode()
    assert stranger.get(f"/attached/{file.public_id}/").status_code == 404


def test_an_old_one_says_what_to_do(stranger, file, monkeypatch):
    url = path(linking.url_of(file))
    monkeypatch.setattr(linking, "LASTS", timedelta(seconds=-1))
    answer = stranger.get(url)
    assert answer.status_code == 410
    assert "Answer the letter it came in, and we send the file again." in answer.content.decode()


@pytest.mark.parametrize("lost", ["row", "bytes"])
def test_a_file_that_is_gone_says_so(stranger, file, lost):
    url = path(linking.url_of(file))
    files.path_of(file.sha256).unlink() if lost == "bytes" else file.delete()
    answer = stranger.get(url)
    assert answer.status_code == 404
    assert "This file is not here any more." in answer.content.decode()


def test_a_customers_own_file_has_no_link(stranger, file):
    file.message.direction = "in"
    file.message.save(update_fields=["direction"])
    assert stranger.get(path(linking.url_of(file))).status_code == 404


def test_not_a_hundred_times_a_minute(stranger, file):
    url = path(linking.url_of(file))
    with time_machine.travel(now(), tick=False):  # however slow the machine
        answers = [stranger.get(url).status_code for _ in range(125)]
    assert answers[:60] == [200] * 60
    assert 429 in answers


class TestUnsubscribing:
    def url(self, address=CLARA) -> str:
        return path(unsubscribing.url_for(address))

    def test_looking_takes_nobody_off(self, stranger):
        page = stranger.get(self.url()).content.decode()
        assert f"Shall we write no more to {CLARA}?" in page
        stranger.head(self.url())
        assert not Unsubscribed.objects.exists()

    def test_one_click_of_a_mail_program_does_and_again_too(self, stranger):
        for _ in range(3):
            answer = stranger.post(self.url(), {"List-Unsubscribe": "One-Click"})
            assert (answer.status_code, dict(answer.cookies)) == (200, {})
        assert Unsubscribed.objects.get().address == CLARA

    def test_so_does_the_button(self, stranger):
        page = stranger.post(self.url("Clara@Customer.example")).content.decode()
        assert f"From now on {CLARA} gets only answers" in page

    def test_a_link_tells_no_address_and_cannot_be_made_up(self, stranger):
        assert "clara" not in self.url().lower()
        assert self.url() != self.url()
        for url in ("/unsubscribe/clara/", self.url()[:-5] + "/", "/unsubscribe/%00/"):
            assert stranger.post(url).status_code in (400, 404)
        assert not Unsubscribed.objects.exists()


def test_the_end_of_a_link_is_ninety_days_off():
    assert timedelta(days=89) < linking.ends_at() - now() <= timedelta(days=90)
