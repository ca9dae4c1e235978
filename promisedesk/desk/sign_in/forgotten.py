"""A password link by mail, for whoever asks. The answer and its time are the same for anyone."""

import threading
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.db import connection
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from promisedesk.agents import invitations
from promisedesk.agents.models import Agent
from promisedesk.channels.email import servers
from promisedesk.core.models import Workspace

log = structlog.get_logger("promisedesk.sign_in")


def can_mail() -> bool:
    """Whether the desk has a mail server of its own to send such letters with."""
    return bool(settings.SMTP_URL)


def mail_link(email: str) -> None:
    """Send a password link if an agent has this address. Returns at once: who waits learns."""
    threading.Thread(target=_mail_link, args=(email, get_language()), daemon=True).start()


def _mail_link(email: str, language: str) -> None:
    try:
        agent = Agent.objects.filter(email__iexact=email.strip(), is_active=True).first()
        if agent is not None:
            with override(agent.language or language):
                _send(letter(agent, invitations.issue(agent, by=None)), agent.email)
    except Exception as error:  # nobody waits for this thread: the log is all there is
        log.error("a password link was not sent", error=type(error).__name__)
    finally:
        connection.close()


def letter(agent: Agent, link: str) -> EmailMessage:
    """The letter with the link, in the language that is active."""
    host = urlsplit(settings.BASE_URL).hostname
    mail = EmailMessage()
    mail["Subject"] = _("Set a new password")
    mail["From"] = f'"{Workspace.get().shop_name or "Promisedesk"}" <desk@{host}>'
    mail["To"] = agent.email
    mail["Date"] = localtime()
    mail["Message-ID"] = make_msgid(domain=host)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(
        _(
            "Hello %(name)s,\n\nsomebody asked for a new password for your account. With this "
            "link you set it, once, within an hour:\n\n%(link)s\n\nIf that was not you, do "
            "nothing: your password stays as it is.\n"
        )
        % {"name": agent.name, "link": link}
    )
    return mail


def _send(mail: EmailMessage, to: str) -> None:
    session = servers.connect(servers.parse_server(settings.SMTP_URL, is_trusted=True))
    try:
        session.send_message(
            mail, from_addr=f"desk@{urlsplit(settings.BASE_URL).hostname}", to_addrs=[to]
        )
    finally:
        session.close()
