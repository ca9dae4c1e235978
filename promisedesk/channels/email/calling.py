"""Letters to agents about missed promises and urgent matters: one a person, by a way that works.

Nothing a customer wrote is in them, nor a name: they go to mailboxes that may be read by others.
They leave by the servers letters about alarms leave by, and are known by the same seal.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.channels.email import alarming, sending
from promisedesk.channels.email.alarming import Reader, Way
from promisedesk.channels.email.letters import POLICY, one_line
from promisedesk.channels.email.naming import ascii_domain, mailbox
from promisedesk.conversations.models import Conversation
from promisedesk.core import leases
from promisedesk.core.patience import within
from promisedesk.core.shop import the_shop
from promisedesk.promises import lettering
from promisedesk.promises.models import AgentLetter

log = structlog.get_logger("promisedesk.promises")


def write_due() -> int:
    """Send the letters to agents that are due; returns how many were tried."""
    some = leases.claim(AgentLetter.objects.filter(agent__is_active=True), limit=5)
    for letter in some:
        with leases.hold(letter):
            _send(lettering.take_up(letter))
    return len(some)


def _send(letter: AgentLetter) -> None:
    agent = letter.agent
    reader, why = Reader(agent.email, agent.name, agent.language), _("No mail server is set.")
    for way in alarming.ways():
        built = build(way, reader, letter)
        try:
            taken = within(
                alarming.ONE_SERVER,
                lambda way=way, built=built: alarming._send(way, [(reader, built)]),
            )
        except DatabaseError:
            raise
        except Exception as error:
            why = sending.said(error)
            log.warning("a letter to an agent could not be sent", server=way.place, error=why)
            continue
        if taken:
            lettering.sent(letter, now())
            return
        why = _("Their address was refused.")
    lettering.failed(letter, why)


def build(way: Way, reader: Reader, letter: AgentLetter) -> EmailMessage:
    """The letter, in its reader's language. A second try of one has the same Message-ID."""
    built = EmailMessage(policy=POLICY)
    told = letter.leaving
    number = f"<call-{letter.agent.public_id}-{letter.number}@{way.sender.rpartition('@')[2]}>"
    with translation.override(reader.language):
        built["From"] = mailbox("Promisedesk", way.sender)
        built["To"] = mailbox(one_line(reader.name), ascii_domain(reader.address))
        built["Subject"] = one_line(_subject(told))
        built["Date"] = format_datetime(now())
        built["Message-ID"] = number
        built["Auto-Submitted"] = "auto-generated"
        built["X-Auto-Response-Suppress"] = "All"
        built[alarming.HEADER] = alarming._seal_of(number)
        text = render_to_string("email/called.txt", _context(told))
    built.set_content(text, cte="quoted-printable" if text.isascii() else "base64")
    return built


def _subject(told: dict) -> str:
    if told.get("urgent"):
        return "Promisedesk: " + _("an urgent matter waits for you")
    words = ngettext(
        "Promisedesk: %(n)s promise is overdue",
        "Promisedesk: %(n)s promises are overdue",
        told.get("missed", 0),
    )
    return words % {"n": told.get("missed", 0)}


def _context(told: dict) -> dict:
    named = [*told.get("urgent", []), *told.get("named", [])]
    found = dict(Conversation.objects.filter(public_id__in=named).values_list("public_id", "ref"))
    base = settings.BASE_URL.rstrip("/")

    def links(key: str) -> list[tuple[str, str]]:
        return [
            (found[one], f"{base}/conversations/{one}/")
            for one in told.get(key, [])
            if one in found
        ]

    return {
        "shop": the_shop().shop_name,
        "urgent": links("urgent"),
        "missed": links("named"),
        "count": told.get("missed", 0),
        "more": max(0, told.get("missed", 0) - len(told.get("named", []))),
        "url": base + "/today/",
    }
