"""Connecting a mailbox from its address and a password alone: look, say what to do, try, save."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from promisedesk.channels.email import autoconfig, probing, providers, self_test
from promisedesk.channels.email.autoconfig import Found
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Arrival, Grant, Inbox, Mailbox
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.server_forms import ImapForm, SmtpForm
from promisedesk.lib.server_url import ServerUrl


def panel_of(inbox: Inbox) -> dict:
    """What the panel says before anybody asked the network."""
    return panel(
        inbox.address,
        autoconfig.known(inbox.address),
        is_connected=_is_connected(inbox),
    )


def panel(address: str, found: Found, *, is_connected: bool = False, was_sought: bool = False):
    """An address, its servers as far as they are known, and what to do first."""
    provider = found.provider
    return {
        "address": address,
        "found": found,
        "servers": _servers(found),
        "provider": provider,
        "steps": providers.steps_of(provider) if provider else [],
        "takes_password": found.is_complete and (provider is None or provider.takes_passwords),
        "is_connected": is_connected,
        "was_sought": was_sought,
    }


def _servers(found: Found) -> str:
    """The servers as the form carries them, so that a password goes only to those it showed."""
    return " ".join(
        f"{one.host}:{one.port}{' tls' if one.is_tls else ''}"
        for one in (found.imap, found.smtp)
        if one
    )


def _is_connected(inbox: Inbox) -> bool:
    # Mail that came without a mailbox was handed over by a mail server: nothing to fetch.
    return bool(
        inbox.smtp_url
        or Arrival.objects.filter(inbox=inbox).exists()
        or Mailbox.objects.filter(inbox=inbox).exists()
        or Grant.objects.filter(inbox=inbox).exists()
    )


@settings_page
@require_POST
@sensitive_post_parameters()
def connect(request, public_id):
    """Find the servers of an inbox's address; with a password also try them and save.

    The password goes to the servers the page showed: if others are found by now, they are
    shown first (RFC 6186 section 6).
    """
    from promisedesk.desk.settings.inboxes import page  # it shows this panel

    inbox = get_object_or_404(Inbox, public_id=public_id)
    found = autoconfig.find(inbox.address)
    password = request.POST.get("password", "")
    imap, smtp = found.urls(inbox.address, password)
    shown = {
        "connection": panel(inbox.address, found, was_sought=True),
        **filled_forms(imap, smtp),
    }
    were_shown = request.POST.get("servers", "") == _servers(found)
    if not (password and imap and smtp and were_shown):
        return page(request, inbox, **shown)
    findings = try_both(imap, smtp)
    if not all(one.works for one in findings):
        shown |= {"imap_finding": findings[0], "smtp_finding": findings[1]}
        shown["connection"]["trouble"] = next(one for one in findings if not one.works)
        return page(request, inbox, status=422, **shown)
    try:
        _save(inbox, imap, smtp, request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("The mailbox is connected. A letter to itself is on its way, as a test.")
        )
    return redirect("desk:settings-inbox", inbox.public_id)


def filled_forms(imap: ServerUrl | None, smtp: ServerUrl | None) -> dict:
    """The two server forms with what was found; passwords are never sent back to a page."""
    forms = {}
    if imap:
        forms["imap"] = ImapForm(known=replace(imap, password=""), prefix="imap")
    if smtp:
        forms["smtp"] = SmtpForm(known=replace(smtp, password=""), prefix="smtp")
    return forms


def try_both(imap: ServerUrl, smtp: ServerUrl) -> list[probing.Finding]:
    """Sign in at both servers at once; a person waits."""
    language = get_language()

    def speak(probe, server):
        with override(language):
            return probe(server)

    with ThreadPoolExecutor(2) as pool:
        pair = (probing.probe_imap, probing.probe_smtp)
        return list(pool.map(speak, pair, (imap, smtp)))


@transaction.atomic
def _save(inbox: Inbox, imap: ServerUrl, smtp: ServerUrl, by) -> None:
    inboxes.set_imap(inbox, str(imap), by=by)
    inboxes.set_smtp(inbox, str(smtp), by=by)
    self_test.start(inbox, by=by)
