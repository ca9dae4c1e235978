"""Telling the admins by mail that a part of the desk does not work: by a way that does.

The letter goes by the server set for alarms, else by any that is not itself what fails. It
answers nobody, nobody can answer it, and should it come back to one of our inboxes, it is
known by its seal and becomes no conversation.
"""

from __future__ import annotations

import smtplib
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import DatabaseError, connections
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.agents.models import Agent
from promisedesk.channels.email import outgoing, routing, sending, servers
from promisedesk.channels.email.letters import POLICY, one_line
from promisedesk.channels.email.naming import ascii_domain, mailbox
from promisedesk.conversations.models import Arrival, Inbox
from promisedesk.core import alarms, health
from promisedesk.core.errors import Refused
from promisedesk.core.ids import public_id
from promisedesk.core.models import Alarm, Heartbeat
from promisedesk.core.patience import within
from promisedesk.core.secretbox import unseal
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases
from promisedesk.lib.server_url import ServerUrlError

log = structlog.get_logger("promisedesk.alarms")
HEADER = "X-Promisedesk-Alarm"
MARK = HEADER.lower().encode() + b":"
PAGE = "/settings/mail/health/"  # of the desk, which this room does not know
SILENT_AFTER = timedelta(seconds=90)  # without a word from any worker
ONE_SERVER = 20  # seconds one server may take
ALL_SERVERS = 45  # seconds one round may take: a minute without a word looks dead
MOST_NAMED = 20  # alarms named in one letter
ERRORS = (
    servers.NoServer, servers.NotSafe, Refused, ServerUrlError, OSError, UnicodeError,
    smtplib.SMTPException, sending.ReplyCode,
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """A server to send by and the address letters from there have."""

    place: str  # host:port
    server: servers.MailServer
    sender: str


@dataclass(frozen=True)
class Reader:
    """Somebody who is told, and in which language."""

    address: str
    name: str
    language: str


def watch() -> int:
    """One round: see how the parts are, and write to the admins. How many it told of."""
    alarms.note(health.parts())
    some = alarms.claim_untold()
    if not some or not _tell(some):
        return 0
    alarms.told(some)
    return len(some)


def watch_if_nobody_else_does() -> None:
    """What pages' processes do: the worker, which usually watches, may be what is dead."""
    if not Heartbeat.objects.filter(round_at__gt=now() - SILENT_AFTER).exists():
        watch()


def readers() -> list[Reader]:
    """The admins, and the address set for alarms, each once."""
    shop = the_shop()
    admins = Agent.objects.filter(role=Agent.Role.ADMIN, is_active=True).order_by("pk")
    found = {one.email.lower(): Reader(one.email, one.name, one.language) for one in admins}
    if shop.alarm_address:
        extra = Reader(shop.alarm_address, "", shop.language)
        found.setdefault(shop.alarm_address.lower(), extra)
    return list(found.values())


def ways() -> list[Way]:
    """The servers a letter about alarms may go by, the best first; failing ones come last."""
    found: dict[str, Way] = {}
    for make in (_own_way, _common_way, *(lambda one=one: _way_of(one) for one in _inboxes())):
        try:
            way = make()
        except ERRORS as error:
            log.warning("a way for alarms is not set right", error=str(error))
            continue
        if way is not None:
            # Another account there may be let in where one whose sign-in ended is not.
            found.setdefault(f"{way.place} {way.server.user}", way)
    failing = {one.name for one in outgoing.outgoing() if one.failing_since}
    own = unseal(the_shop().alarm_smtp_url)
    return sorted(found.values(), key=lambda way: not own and way.place in failing)


def _inboxes() -> list[Inbox]:
    return list(Inbox.objects.filter(is_active=True).exclude(smtp_url="").order_by("pk"))


def _own_way() -> Way | None:
    url = unseal(the_shop().alarm_smtp_url)
    if not url:
        return None
    server = servers.parse_server(url, is_trusted=False)
    return _way(server, server.user if "@" in server.user else _some_address())


def _common_way() -> Way | None:
    if not settings.SMTP_URL:
        return None
    server = servers.parse_server(settings.SMTP_URL, is_trusted=True)
    common = Inbox.objects.filter(is_active=True, smtp_url="").order_by("pk").first()
    return _way(server, common.address if common else _some_address())


def _way_of(inbox: Inbox) -> Way:
    return _way(servers.server_for(inbox), inbox.address)


def _way(server: servers.MailServer, sender: str) -> Way:
    sender = ascii_domain(sender)
    named = replace(server, greeted_as=sender.rpartition("@")[2])
    return Way(f"{server.host}:{server.port}", named, sender)


def _some_address() -> str:
    inbox = Inbox.objects.filter(is_active=True).order_by("pk").first()
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return the_shop().alarm_address or (inbox.address if inbox else f"promisedesk@{host}")


def _tell(some: list[Alarm]) -> bool:
    """Write to everybody by the first way that works; whether anybody was reached."""
    some = sorted(some, key=lambda alarm: alarm.since)
    left, until = readers(), time.monotonic() + ALL_SERVERS
    reached = False
    for way in ways():
        if not left or time.monotonic() > until:
            break
        letters = [(reader, build(way, reader, some)) for reader in left]
        try:
            taken = within(ONE_SERVER, lambda way=way, letters=letters: _send(way, letters))
        except DatabaseError:
            raise
        except Exception as error:
            log.warning("an alarm could not be sent", server=way.place, error=sending.said(error))
            continue
        reached = reached or bool(taken)
        left = [reader for reader in left if reader not in taken]
    if not reached:
        log.error("nobody could be told of an alarm", alarms=[alarm.key for alarm in some])
    return reached


def _send(way: Way, letters: list[tuple[Reader, EmailMessage]]) -> list[Reader]:
    """One session, a letter each; who got theirs. Raises what servers.connect raises."""
    taken: list[Reader] = []
    try:
        session = servers.connect(way.server)  # may ask the database for a token
    finally:
        connections.close_all()
    try:
        for reader, letter in letters:
            try:
                _hand_over(session, way.sender, ascii_domain(reader.address), letter.as_bytes())
            except smtplib.SMTPRecipientsRefused as error:
                log.warning("an admin's address was refused", to=reader.address, why=str(error))
            else:
                taken.append(reader)
    finally:
        session.close()
    return taken


def _hand_over(session: smtplib.SMTP, sender: str, to: str, raw: bytes) -> None:
    """Without a sender: no robot can answer it then, and it never bounces to us."""
    try:
        session.sendmail("", [to], raw)
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError):
        session.sendmail(sender, [to], raw)  # some providers want the account's own address


def build(way: Way, reader: Reader, some: list[Alarm]) -> EmailMessage:
    """A letter about these alarms, in its reader's language. No word of a customer is in it."""
    letter = EmailMessage(policy=POLICY)
    number = f"<alarm-{public_id()}@{way.sender.rpartition('@')[2]}>"
    with translation.override(reader.language):
        letter["From"] = mailbox("Promisedesk", way.sender)
        letter["To"] = mailbox(one_line(reader.name), ascii_domain(reader.address))
        letter["Subject"] = one_line(_subject(some))
        letter["Date"] = format_datetime(now())
        letter["Message-ID"] = number
        letter["Auto-Submitted"] = "auto-generated"
        letter["X-Auto-Response-Suppress"] = "All"
        letter[HEADER] = _seal_of(number)
        text = render_to_string("email/alarm.txt", _context(some, reader.language))
    letter.set_content(text, cte="quoted-printable" if text.isascii() else "base64")
    return letter


def _subject(some: list[Alarm]) -> str:
    opened = [alarm for alarm in some if alarm.cleared_at is None]
    if not opened:
        if Alarm.objects.filter(cleared_at=None).exists():
            return _("Promisedesk: this works again")
        return _("Promisedesk: all is well again")
    if len(opened) == 1:
        return "Promisedesk: " + alarms.sentence(opened[0].key)
    words = ngettext(
        "Promisedesk: %(count)s thing does not work",
        "Promisedesk: %(count)s things do not work",
        len(opened),
    )
    return words % {"count": len(opened)}


def _context(some: list[Alarm], language: str) -> dict:
    zone = the_shop().time_zone

    def shown(alarm: Alarm) -> dict:
        return {
            "says": alarms.sentence(alarm.key),
            "since": phrases.short_time(alarm.since, zone, language),
            "until": alarm.cleared_at and phrases.short_time(alarm.cleared_at, zone, language),
            "detail": " ".join(alarm.detail.split())[:500],
        }

    opened = [shown(alarm) for alarm in some if alarm.cleared_at is None]
    return {
        "shop": the_shop().shop_name,
        "opened": opened[:MOST_NAMED],
        "more": max(0, len(opened) - MOST_NAMED),
        "over": [shown(alarm) for alarm in some if alarm.cleared_at is not None][:MOST_NAMED],
        "url": settings.BASE_URL.rstrip("/") + PAGE,
        "is_reminder": any(alarm.told_at for alarm in some if alarm.cleared_at is None),
    }


def _seal_of(message_id: str) -> str:
    return salted_hmac("promisedesk.alarms", message_id, algorithm="sha256").hexdigest()


def takes(arrival: Arrival, head: bytes) -> bool:
    """Whether a mail is one of our own letters about alarms, come home; then it is dropped."""
    if MARK not in head.lower():
        return False
    seals, ids = routing.fields(head, HEADER), routing.fields(head, "message-id")
    if len(seals) != 1 or len(ids) != 1 or not constant_time_compare(seals[0], _seal_of(ids[0])):
        return False
    Arrival.objects.filter(pk=arrival.pk).update(state=Arrival.State.DROPPED, due_at=None)
    return True
