"""The demo customers' mailbox: a tiny mail server that keeps what the desk sends as files.

Real SMTP on both sides: what is written here goes to the desk's receiver, what the desk
sends comes back. Never started outside the demo.
"""

import os
import re
import smtplib
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from functools import lru_cache
from pathlib import Path

from aiosmtpd.controller import Controller
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import now

from promisedesk.desk.demo.customers import Customer
from promisedesk.lib.mail.model import ParsedMail
from promisedesk.lib.mail.reading import read_mail

LARGEST_MAIL = 75 * 1024 * 1024  # bytes, as the desk itself
MOST_SHOWN = 60
SEND_TIMEOUT = 10  # seconds; a newcomer is waiting
NAME = re.compile(r"[0-9]{15,20}-[a-z0-9_]{8}\Z")


@dataclass(frozen=True)
class Received:
    """One mail in the box: its name in links, when it came, and what it says."""

    name: str
    at: datetime
    mail: ParsedMail

    @property
    def is_new(self) -> bool:
        """Less than a minute old."""
        return now() - self.at < timedelta(minutes=1)


def folder_of(address: str) -> Path:
    """Where one customer's mails lie. Only characters that cannot lead elsewhere are kept."""
    safe = re.sub(r"[^a-z0-9@_-]", "_", address.lower())
    return settings.DATA / "demo-mail" / safe[:100]


class _Sink:
    """aiosmtpd's handler: every mail to every recipient, whole or not at all."""

    async def handle_DATA(self, server, session, envelope):
        for address in envelope.rcpt_tos:
            keep(address, envelope.original_content or envelope.content)
        return "250 Kept for the demo's customer"


def keep(address: str, raw: bytes) -> None:
    """Put a mail into a customer's box; seen only when it is complete."""
    folder = folder_of(address)
    folder.mkdir(parents=True, exist_ok=True, mode=0o750)
    descriptor, half = tempfile.mkstemp(dir=folder, prefix=".new-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(raw)
        os.fchmod(file.fileno(), 0o640)
    unique = re.sub(r"[^a-z0-9_]", "_", half.rpartition("-")[2].lower())[:8].ljust(8, "_")
    os.replace(half, folder / f"{time.time_ns()}-{unique}.eml")


def start_sink(port: int) -> Controller:
    """Receive for the demo's customers on loopback; `stop()` the controller to end it."""
    controller = Controller(
        _Sink(),
        hostname="127.0.0.1",
        port=port,
        data_size_limit=LARGEST_MAIL,
        server_hostname="demo",
    )
    controller.start()
    return controller


def mails_of(customer: Customer) -> list[Received]:
    """What a customer has received, newest first."""
    folder = folder_of(customer.address)
    paths = sorted(folder.glob("*.eml"), reverse=True) if folder.is_dir() else []
    return [_read(path) for path in paths[:MOST_SHOWN]]


def mail_of(customer: Customer, name: str) -> Received | None:
    """One mail of a customer by its name in links, or None."""
    path = folder_of(customer.address) / f"{name}.eml"
    return _read(path) if NAME.match(name) and path.is_file() else None


@lru_cache(maxsize=200)  # a mail that is there never changes, and the page asks every 3 s
def _read(path: Path) -> Received:
    at = datetime.fromtimestamp(int(path.stem.partition("-")[0]) / 1e9, UTC)
    return Received(path.stem, at, read_mail(path.read_bytes()))


def compose(
    customer: Customer,
    subject: str,
    text: str,
    files: Iterable[UploadedFile] = (),
    answers: Received | None = None,
) -> EmailMessage:
    """A mail of a customer to the shop; `answers` is the mail it replies to."""
    mail = EmailMessage()
    mail["From"] = f"{customer.name} <{customer.address}>"
    mail["To"] = customer.writes_to
    mail["Subject"] = " ".join(subject.split())
    mail["Date"] = localtime()
    mail["Message-ID"] = make_msgid(domain="customer.example")
    if answers is not None:
        before = answers.mail
        back_to = before.reply_to or before.sender
        if back_to:
            mail.replace_header("To", back_to.address)
        ids = [*before.references, before.message_id or ""]
        if before.message_id:
            mail["In-Reply-To"] = before.message_id
        mail["References"] = " ".join(one for one in ids[-20:] if one)
        quoted = "\n".join("> " + line for line in before.text.splitlines())
        text = f"{text.rstrip()}\n\n{_wrote_line(customer, answers)}\n{quoted}\n"
    mail.set_content(text)
    for file in files:
        kind, _slash, sub = (file.content_type or "application/octet-stream").partition("/")
        mail.add_attachment(file.read(), maintype=kind, subtype=sub or "plain", filename=file.name)
    return mail


def _wrote_line(customer: Customer, answers: Received) -> str:
    sender = answers.mail.sender
    who = (sender.name or sender.address) if sender else ""
    day = f"{answers.at:%d.%m.%Y}"
    forms = {
        "en": f"On {answers.at:%d %b %Y}, {who} wrote:",
        "ru": f"{day}, {who} пишет:",
        "pl": f"W dniu {day} {who} napisał(a):",
    }
    return forms[customer.language]


def send(mail: EmailMessage, customer: Customer) -> None:
    """Hand a mail to the desk's receiver. Raises OSError or smtplib.SMTPException."""
    port = getattr(settings, "DEMO_SHOP_PORT", None) or int(
        os.environ.get("PROMISEDESK_DEMO_SHOP_PORT", "2525")
    )
    with smtplib.SMTP("127.0.0.1", port, timeout=SEND_TIMEOUT) as session:
        session.send_message(mail, from_addr=customer.address, to_addrs=[mail["To"]])
