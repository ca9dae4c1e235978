"""Mails that are too much: each costs 5 s and 256 MB at most, and is still shown."""

import base64
import os
import threading

import pytest

from promisedesk.lib.mail import boxed
from promisedesk.lib.mail.large import LARGE, TOO_MUCH, is_ordinary, read_apart, read_mail_file
from promisedesk.lib.mail.reading import read_mail

HEAD = b"From: Clara <clara@example.com>\nTo: shop@example.net\nSubject: Where is it\n"
MEGABYTE = 1_000_000


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


@pytest.fixture
def read(tmp_path, folder):
    def _read(raw):
        path = tmp_path / "mail"
        path.write_bytes(raw)
        return read_mail_file(path, folder)

    return _read


def of(kind: str, body: bytes, encoding: str = "8bit") -> bytes:
    return HEAD + f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body


BOMBS = {
    "quote marks": of("text/plain", b">" * MEGABYTE),
    "blanks": of("text/plain", b" " * MEGABYTE),
    "blank lines": of("text/plain", b"\n" * MEGABYTE),
    "nested quotes": of("text/plain", b"\n".join(b">" * n + b" x" for n in range(1, 1400))),
    "wrote lines": of("text/plain", b"Somebody wrote:\n" * 60_000),
    "links": of("text/html", b'<a href="http://example.com/x">a</a> ' * 100_000),
    "nested divs": of("text/html", b"<div>x" * 170_000),
    "nested tables": of("text/html", b"<table><tr><td>" * 66_000),
    "recipients": b"To: " + b"c@a.example, " * 70_000 + b"\n" + of("text/plain", b"hi"),
    "a base64 flood": of("text/plain", base64.b64encode(b"a" * 30 * MEGABYTE), "base64"),
    "parts": of("multipart/mixed; boundary=b", b"--b\n\nx\n" * 100_000),
    "depth": HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                             for n in range(10_000)),
    "mails in mails": HEAD + b"Content-Type: message/rfc822\n\n" * 20_000,
    "a zip of zeros": of("application/zip; name=a.zip", b"PK\x03\x04" + b"\0" * 2 * MEGABYTE),
    "a vast picture": of("image/gif; name=a.gif", b"GIF89a\xff\xff\xff\xff" + b"\0" * MEGABYTE),
    "an invitation": of("text/calendar", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 80_000),
    "winmail.dat": of("application/ms-tnef; name=a",
                      b"\x78\x9f\x3e\x22\x01\x00" + (b"\x01" + b"\x00" * 8) * 99_000),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_inside_the_limits(read, name):
    mail = read(BOMBS[name])
    assert (mail.subject, mail.sender.address) == ("Where is it", "clara@example.com")


def test_what_takes_too_long_is_shown_by_its_header(read, monkeypatch):
    """The fork of the helper is ended by its limit of CPU time; the next mail is read."""
    box = boxed.Box()
    monkeypatch.setattr(boxed, "_box", box)
    try:
        slow = of("text/html", b"<p " + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">x")
        mail = read(slow)
        assert (mail.subject, mail.text, mail.problems) == ("Where is it", "", [TOO_MUCH])
        assert mail.kind == "message"
        assert read(of("text/calendar", b"hello")).subject == "Where is it"
    finally:
        box.close()


def test_a_helper_that_was_killed_is_started_again(tmp_path, folder):
    path = tmp_path / "mail"
    path.write_bytes(of("text/plain", b"Gdzie moja paczka?"))
    box = boxed.Box()
    try:
        assert box.read(path, folder).text == "Gdzie moja paczka?"
        os.killpg(box._process.pid, 9)
        box._process.wait()
        assert box.read(path, folder).text == "Gdzie moja paczka?"
    finally:
        box.close()


def test_threads_wait_for_each_other(tmp_path):
    found = []

    def work(number: int) -> None:
        folder = tmp_path / f"of-{number}"
        folder.mkdir()
        path = tmp_path / f"mail-{number}"
        path.write_bytes(of("text/plain", b"number %d" % number))
        found.append(read_apart(path, folder).text == f"number {number}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [True] * 8


def test_a_forked_worker_has_a_helper_of_its_own(tmp_path):
    path = tmp_path / "mail"
    path.write_bytes(of("text/plain", b"hello there"))
    before = boxed._box
    child = os.fork()
    if not child:
        os._exit(0 if boxed._box is not before else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_both_ways_of_reading_say_the_same(tmp_path, folder):
    raw = of(
        "multipart/mixed; boundary=b",
        b"--b\n\nGdzie moja paczka?\n--b\nContent-Type: image/png; name=a.png\n\n\x89PNG\n--b--\n",
    )
    path = tmp_path / "mail"
    path.write_bytes(raw)
    here, apart = read_mail(raw), read_apart(path, folder)
    assert (here.text, here.language, here.to) == (apart.text, apart.language, apart.to)
    assert [each.read() for each in here.attachments] == [each.read() for each in apart.attachments]


def test_only_small_and_plain_mails_are_ordinary():
    assert is_ordinary(of("text/plain", b"hello"))
    assert not is_ordinary(of("text/plain", b"x" * LARGE))
    assert not is_ordinary(of("application/ms-tnef", b""))
    assert not is_ordinary(of("text/calendar", b""))
    assert not is_ordinary(of("text/html", b"<b>" * 30_000))
