"""A letter an inbox writes to itself: does mail go out, and does it come back in?

It is known by an unguessable word in its header, so nobody else can have mail taken for one.
It never becomes a conversation, and a bounce of it tells what is wrong. Everything here is
the worker's, but `start`.
"""

from __future__ import annotations

import imaplib
import smtplib
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import structlog
from django.db import transaction
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email import mailboxes, probing, routing, sending, servers, signing
from promisedesk.channels.email.models import MailTest
from promisedesk.channels.email.naming import ascii_domain, mailbox
from promisedesk.channels.email.oauth.bearing import bearer_of
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Inbox, Mailbox
from promisedesk.core import leases
from promisedesk.core.errors import Refused
from promisedesk.core.shop import the_shop
from promisedesk.lib.server_url import ServerUrlError

log = structlog.get_logger("promisedesk.self_test")
HEADER = "X-Promisedesk-Test"
MARK = HEADER.encode() + b":"
PATIENCE = timedelta(minutes=2)  # mail to oneself is there in seconds, greylists aside
LOOK_EVERY = timedelta(seconds=5)
MOST_FOLDERS = 15  # looked into when it does not come
FIRST_ATTEMPT = 1  # a worker that died over it: a second letter would confuse more than help
State = MailTest.State


@transaction.atomic
def start(inbox: Inbox, *, by: Agent) -> MailTest:
    """Have a test letter sent; one that is still on its way is given back instead."""
    only_admins(by)
    running = latest(inbox)
    if running and is_running(running):
        return running
    return MailTest.objects.create(inbox=inbox)


def latest(inbox: Inbox) -> MailTest | None:
    """The last test of an inbox."""
    return MailTest.objects.filter(inbox=inbox).order_by("-pk").first()


def is_running(test: MailTest) -> bool:
    return test.state in (State.WAITING, State.SENT)


# Sending and waiting


def work_due() -> int:
    """Do what is next for one test; returns how many were worked on."""
    for test in leases.claim(MailTest.objects.select_related("inbox"), 1):
        with leases.hold(test):
            _next(test)
        return 1
    return 0


def _next(test: MailTest) -> None:
    if test.state == State.WAITING:
        if test.attempts > FIRST_ATTEMPT:
            _end(test, State.FAILED, last_error=_("The desk was stopped while sending it."))
        else:
            _send(test)
    elif test.state == State.SENT and now() < test.sent_at + PATIENCE:
        _hurry(test)
    elif test.state == State.SENT:
        _end(test, State.LOST, folder=_where_it_lies(test))
    else:
        _end(test, test.state)


def _update(test: MailTest, **fields) -> bool:
    """Write it down, unless it came back meanwhile."""
    open_ones = MailTest.objects.filter(pk=test.pk, state__in=[State.WAITING, State.SENT])
    return bool(open_ones.update(**fields))


def _end(test: MailTest, state: str, **fields) -> None:
    _update(test, state=state, **fields)
    MailTest.objects.filter(pk=test.pk).update(due_at=None)


def _send(test: MailTest) -> None:
    try:
        _hand_over(test, _letter(test))
    except Exception as error:
        if not isinstance(
            error,
            (servers.NoServer, servers.NotSafe, Refused, OSError, smtplib.SMTPException),
        ):
            log.exception("a test letter could not be sent", inbox=test.inbox.address)
        _end(test, State.FAILED, last_error=sending.said(error)[:1000])
    else:
        _update(test, state=State.SENT, sent_at=now(), due_at=now() + LOOK_EVERY)
        _hurry(test)


def _letter(test: MailTest) -> bytes:
    own = ascii_domain(test.inbox.address)
    mail = EmailMessage(policy=SMTP if own.isascii() else SMTP.clone(utf8=True))
    mail["From"] = mail["To"] = mailbox("", own)
    with translation.override(test.inbox.language):
        mail["Subject"] = _("Test of your mailbox")
        text = _(
            "This letter was sent by %(shop)s’s desk to itself, to see whether it comes back. "
            "You can delete it."
        ) % {"shop": the_shop().shop_name or test.inbox.name}
    mail["Date"] = format_datetime(now())
    mail["Message-ID"] = f"<{test.token}@{own.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail[HEADER] = test.token
    mail.set_content(text + "\n", cte="quoted-printable" if text.isascii() else "base64")
    return signing.signed(mail.as_bytes(), own.rpartition("@")[2])


def _hand_over(test: MailTest, raw: bytes) -> None:
    own = ascii_domain(test.inbox.address)
    session = servers.connect(servers.server_for(test.inbox))
    try:
        options = [] if own.isascii() else ["SMTPUTF8"]
        session.sendmail(own, [own], raw, mail_options=options)
    finally:
        session.close()


def _hurry(test: MailTest) -> None:
    """Have its mailbox looked into now, and look after the test again soon."""
    _update(test, due_at=now() + LOOK_EVERY)
    Mailbox.objects.filter(inbox=test.inbox, leased_by="", due_at__gt=now()).update(due_at=now())


# Coming back


def takes(arrival: Arrival, raw: bytes, head: bytes) -> bool:
    """Whether this mail is a test letter of ours, or a bounce of one; then it is settled here.

    Costs other mails a search in their header. Call it outside a transaction.
    """
    if MARK in head:
        token = next(iter(routing.fields(head, HEADER)), "")
        is_bounce = False
    elif b"multipart/report" in head and MARK in raw:
        token = raw.partition(MARK)[2].split(b"\n", 1)[0].decode("ascii", "replace").strip()
        is_bounce = True
    else:
        return False
    # Only what can be a word of ours goes to the database, which takes no NUL.
    is_word = token.isascii() and token.isalnum()
    test = MailTest.objects.filter(token=token[:32]).first() if is_word else None
    if test is None:
        return False
    _came_back(test, arrival, is_bounce)
    Arrival.objects.filter(pk=arrival.pk).update(
        state=Arrival.State.DROPPED, due_at=None, last_error=""
    )
    return True


def _came_back(test: MailTest, arrival: Arrival, is_bounce: bool) -> None:
    # One that was given up may still come: better news than none.
    rows = MailTest.objects.filter(pk=test.pk).exclude(state=State.BACK)
    if is_bounce:
        words = _("It came back as undeliverable: the address refuses mail, or does not exist.")
        rows.update(state=State.FAILED, last_error=words, due_at=None)
        return
    elsewhere = arrival.recipient if arrival.inbox_id != test.inbox_id else ""
    rows.update(
        state=State.BACK, back_at=now(), back_to=elsewhere, folder="", last_error="", due_at=None
    )


def _where_it_lies(test: MailTest) -> str:
    """The other folder of the mailbox that a lost test lies in; '' if it is in none we see."""
    try:
        server = inboxes.imap_of(test.inbox)
        if server is None:
            return ""
        with mailboxes.sign_in(server, bearer_of(test.inbox, server)) as room:
            for _flags, _delimiter, name in room.list_folders()[:MOST_FOLDERS]:
                if name == (server.folder or "INBOX"):
                    continue
                room.select_folder(name, readonly=True)
                # Our own word of letters and digits: nothing out of a mail is in the command.
                if room.search(["HEADER", HEADER, test.token]):
                    return name[:200]
    except (OSError, imaplib.IMAP4.error, Refused, mailboxes.Unsafe, ServerUrlError) as error:
        log.info("a lost test letter was not looked for", error=type(error).__name__)
    return ""


# Telling


def finding_of(test: MailTest, said: Callable[[str], str] = str) -> probing.Finding | None:
    """What came of a test, in words; None while it runs.

    `said` says in the reader's language what the worker wrote down.
    """
    if test.state == State.BACK:
        return _back(test)
    if test.state == State.FAILED:
        return probing.Finding(
            False,
            _("The test letter could not be sent. %(why)s") % {"why": said(test.last_error)},
            _("Nothing was lost: put the server right, then test again."),
        )
    return _lost(test, said) if test.state == State.LOST else None


def _back(test: MailTest) -> probing.Finding:
    if test.back_to:
        return probing.Finding(
            True,
            _("The letter came back, but to another inbox: %(address)s.")
            % {"address": test.back_to},
            _("Mail to this address is forwarded there. If you want that, all is well."),
        )
    seconds = max(1, round((test.back_at - (test.sent_at or test.started_at)).total_seconds()))
    return probing.Finding(
        True,
        _("It works both ways: the letter came back after %(seconds)s s.") % {"seconds": seconds},
    )


def _lost(test: MailTest, said: Callable[[str], str]) -> probing.Finding:
    box = Mailbox.objects.filter(inbox=test.inbox).first()
    says = _("The letter was sent, but did not come back within two minutes.")
    if test.folder:
        return probing.Finding(
            False,
            _("The letter was sent, but lies in the folder “%(folder)s”.")
            % {"folder": test.folder},
            _(
                "The desk looks into one folder only. If it was taken for spam, mark it as no "
                "spam there; if a rule moved it, change the rule or the folder below."
            ),
        )
    if box and box.last_error:
        return probing.Finding(False, says, said(box.last_error))
    if box:
        return probing.Finding(
            False,
            says,
            _(
                "It may be held back as spam, or be forwarded elsewhere: look for “Test of your "
                "mailbox” at your provider’s. Its coming is still noticed, however late."
            ),
        )
    return probing.Finding(
        False,
        says,
        _(
            "Mail to this address does not reach the desk yet. Let the desk fetch it by IMAP, or "
            "have your mail server hand it over."
        ),
    )
