"""Mail that needs somebody: could not be read, is for nobody here, or did not leave."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from promisedesk.conversations import deliveries, rescuing
from promisedesk.conversations.models import Arrival, Inbox, Message
from promisedesk.core.downloads import download
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.senders import said_sender

MOST = 100  # of each kind on the page, newest first
OUTSIDE = [Arrival.State.UNREADABLE, Arrival.State.UNROUTED]


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    outside = Arrival.objects.filter(state__in=OUTSIDE).select_related("inbox").order_by("-pk")
    unsent = deliveries.needing_somebody().select_related("message__conversation__inbox")
    context = {
        "page": "mail",
        "clock": Clock.of(request.user),
        "unreadable": _with_senders(outside.filter(state=Arrival.State.UNREADABLE)[:MOST]),
        "unrouted": _with_senders(outside.filter(state=Arrival.State.UNROUTED)[:MOST]),
        "unsent": unsent.order_by("-pk")[:MOST],
        "inboxes": Inbox.objects.filter(is_active=True).order_by("name"),
    }
    return render(request, "desk/settings/mail.html", context)


def _with_senders(mails: Iterable[Arrival]) -> list[tuple[Arrival, str]]:
    """Each mail with who sent it: the envelope's sender, else what the mail itself says."""
    return [(mail, mail.envelope_from or said_sender(mail.sha256)) for mail in mails]


@settings_page
def raw(request: HttpRequest, public_id: str) -> HttpResponse:
    """The mail byte for byte as it came."""
    mail = get_object_or_404(Arrival, public_id=public_id, state__in=OUTSIDE)
    return download(mail.sha256, f"{mail.public_id}.eml")


@settings_page
@require_POST
def arrival(request: HttpRequest, public_id: str) -> HttpResponse:
    """Have it read once more, in the inbox that was chosen."""
    mail = get_object_or_404(Arrival, public_id=public_id)
    chosen = Inbox.objects.filter(public_id=request.POST.get("inbox", "")).first()
    try:
        rescuing.read_again(mail, by=request.user, inbox=chosen)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The mail is being read again."))
    return redirect("desk:settings-mail")


@settings_page
def away(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask whether a mail shall be thrown away, and do it."""
    mail = get_object_or_404(
        Arrival.objects.select_related("inbox"), public_id=public_id, state__in=OUTSIDE
    )
    if request.method != "POST":
        sender = mail.envelope_from or said_sender(mail.sha256)
        context = {"mail": mail, "sender": sender, "page": "mail", "clock": Clock.of(request.user)}
        return render(request, "desk/settings/mail_away.html", context)
    try:
        rescuing.throw_away(mail, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The mail is thrown away."))
    return redirect("desk:settings-mail")


@settings_page
@require_POST
def delivery(request: HttpRequest, message: str) -> HttpResponse:
    """Try a letter again now."""
    letter = get_object_or_404(Message, public_id=message, direction="out")
    try:
        deliveries.retry_message(letter, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The letter is tried again now."))
    return redirect("desk:settings-mail")


@settings_page
@require_POST
def all_deliveries(request: HttpRequest) -> HttpResponse:
    """Try every letter that did not leave again now."""
    number = deliveries.retry_all(by=request.user)
    says = ngettext(
        "%(number)d letter is tried again now.", "%(number)d letters are tried again now.", number
    )
    messages.success(request, says % {"number": number})
    return redirect("desk:settings-mail")
