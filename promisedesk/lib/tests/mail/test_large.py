"""Mails of many megabytes are read by a child process, files from disk to disk."""

import base64
import os
import subprocess
import sys

import pytest

from promisedesk.lib.mail.large import read_mail_file

HEAD = (
    b"From: Clara <clara@example.com>\r\nTo: shop@example.net\r\nSubject: Big\r\n"
    b"Date: Mon, 5 Feb 2024 12:00:00 +0100\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/plain\r\n\r\nGdzie moja paczka?\r\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def test_a_small_mail_keeps_its_files_in_memory(tmp_path, folder):
    path = tmp_path / "mail"
    path.write_bytes(HEAD + b"--b\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--b--\n")
    mail = read_mail_file(path, folder)
    assert mail.attachments[0].read() == b"%PDF"
    assert list(folder.iterdir()) == []


def peak_of_reading(path, folder) -> float:
    """MiB that reading takes at most, told by a process that has no other children."""
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from promisedesk.lib.mail.large import read_mail_file\n"
        "read_mail_file(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = [sys.executable, "-c", code, str(path), str(folder)]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def test_a_large_file_arrives_byte_for_byte(tmp_path, folder):
    data = os.urandom(12_000_001)
    path = tmp_path / "mail"
    path.write_bytes(
        HEAD
        + b'--b\r\nContent-Type: application/zip; name="../a.zip"\r\n'
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(data).replace(b"\n", b"\r\n")
        + b"--b\r\nContent-Type: application/pdf; name=b.pdf\r\n\r\n%PDF\r\n--b--\r\n"
    )
    mail = read_mail_file(path, folder)
    assert (mail.text, mail.language, mail.problems) == ("Gdzie moja paczka?", "pl", [])
    assert mail.sender.address == "clara@example.com"
    assert mail.date.isoformat() == "2024-02-05T12:00:00+01:00"
    large, small = mail.attachments
    assert (large.name, large.size, large.content) == ("a.zip", len(data), b"")
    assert large.read() == data
    assert large.path.parent == folder
    assert small.read() == b"%PDF"
    assert peak_of_reading(path, folder) < 600  # MiB


@pytest.mark.parametrize(
    "body",
    [
        b"hello there world\n" * 600_000,
        b"\n--" * 3_000_000,
        b"--b\n\nx\n" * 1_000_000,
        b"x" * 10_000_000,
    ],
    ids=["text", "boundaries", "parts", "one-line"],
)
def test_a_large_mail_without_files_is_read_too(tmp_path, folder, body):
    path = tmp_path / "mail"
    path.write_bytes(HEAD + b"--b\n\n" + body)
    mail = read_mail_file(path, folder)
    assert mail.subject == "Big"
    assert "Gdzie moja paczka?" in mail.text
    assert len(mail.text) <= 1_000_000
    assert mail.problems
