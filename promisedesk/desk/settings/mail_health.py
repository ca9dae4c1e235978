"""How mail is doing: each mailbox, each outgoing server, what is an alarm, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Count, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email import outgoing, probing
from promisedesk.channels.email.oauth.bearing import bearer_of
from promisedesk.conversations.after_fetching import set_after_fetch
from promisedesk.conversations.health import part_of
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core import health
from promisedesk.core.errors import Refused
from promisedesk.core.models import Alarm, Workspace
from promisedesk.core.secretbox import seal, unseal
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.server_forms import SmtpForm
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

LATEST = 20_000  # arrivals the counts look at: a day of a busy shop, and no table of years
MOST_OVER = 10  # alarms of the past on the page
TONES = {health.OK: "ok", health.DEGRADED: "warn", health.DOWN: "bad"}


class AlarmForm(Styled, forms.ModelForm):
    """Whom alarms are told, and when a mailbox counts as silent."""

    class Meta:
        model = Workspace
        fields = ["alarm_address", "silent_minutes"]
        labels = {
            "alarm_address": gettext_lazy("Also tell"),
            "silent_minutes": gettext_lazy("A mailbox is silent after"),
        }
        help_texts = {
            "alarm_address": gettext_lazy(
                "An address besides the admins’ own: best one that is not with your mail provider."
            ),
            "silent_minutes": gettext_lazy("Minutes without a good look into it."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Behind IDLE a mailbox is looked into every five minutes: less would always alarm.
        limits = {"min_value": 7, "max_value": 24 * 60}
        self.fields["silent_minutes"] = forms.IntegerField(
            label=self.fields["silent_minutes"].label,
            help_text=self.fields["silent_minutes"].help_text,
            widget=forms.NumberInput(attrs={"class": "input"}),
            **limits,
        )


@dataclass
class Row:
    """A mailbox as the page shows it."""

    box: Mailbox
    part: health.Part
    count: int = 0
    last_mail: datetime | None = None

    @property
    def tone(self) -> str:
        return TONES[self.part.state]

    @property
    def is_listened(self) -> bool:
        until = self.box.listened_until
        return bool(self.box.listened_by and until and until > now())

    @property
    def is_waiting_for_a_look(self) -> bool:
        return bool(self.box.due_at and self.box.due_at <= now()) or bool(self.box.leased_by)


def _rows() -> list[Row]:
    boxes = Mailbox.objects.filter(inbox__is_active=True).select_related("inbox")
    rows = [Row(box, part_of(box)) for box in boxes.order_by("inbox__address")]
    newest = Arrival.objects.aggregate(pk=Max("pk"))["pk"] or 0
    lately = Arrival.objects.filter(pk__gt=newest - LATEST, mailbox__isnull=False)
    is_today = Q(arrived_at__gt=now() - timedelta(days=1))
    counted = lately.values("mailbox").annotate(
        count=Count("pk", filter=is_today), last=Max("arrived_at")
    )
    found = {one["mailbox"]: one for one in counted}
    for row in rows:
        if one := found.get(row.box.pk):
            row.count, row.last_mail = one["count"], one["last"]
    return rows


def _waiting() -> dict:
    """What waits to be read, and what could not be."""
    return Arrival.objects.filter(
        Q(due_at__isnull=False) | Q(state=Arrival.State.UNREADABLE)
    ).aggregate(
        waiting=Count("pk", filter=Q(due_at__isnull=False)),
        oldest=Min("arrived_at", filter=Q(due_at__isnull=False)),
        unreadable=Count("pk", filter=Q(state=Arrival.State.UNREADABLE)),
    )


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **given) -> HttpResponse:
    shop = Workspace.get()
    rows, servers = _rows(), outgoing.outgoing(with_last_sent=True)
    context = {
        "page": "health",
        "clock": Clock.of(request.user),
        "rows": rows,
        "servers": servers,
        "is_well": _is_well(rows, servers),
        "has_common_server": bool(settings.SMTP_URL),
        "arrivals": _waiting(),
        "open": Alarm.objects.filter(cleared_at=None).order_by("since"),
        "over": Alarm.objects.exclude(cleared_at=None).order_by("-cleared_at")[:MOST_OVER],
        "admins": Agent.objects.filter(role=Agent.Role.ADMIN, is_active=True).order_by("name"),
        "form": AlarmForm(instance=shop),
        "smtp": SmtpForm(known=_known(shop), prefix="smtp"),
        **given,
    }
    return render(request, "desk/settings/mail_health.html", context, status=status)


def _is_well(rows: list[Row], servers: list[outgoing.Outgoing]) -> bool:
    """Fresh trouble is no alarm yet, and no green either; nor is what was never tried."""
    comes_in = all(row.part.state == health.OK and row.box.fetched_at for row in rows)
    used = [one for one in servers if one.inboxes]
    return comes_in and all(one.sent_at and not one.is_down for one in used)


def _known(shop: Workspace) -> ServerUrl | None:
    url = unseal(shop.alarm_smtp_url)
    return ServerUrl.parse(url, ("smtps", "smtp")) if url else None


@settings_page
@require_POST
def look(request: HttpRequest, public_id: str) -> HttpResponse:
    """Have a mailbox looked into now; by the worker, as always."""
    box = get_object_or_404(Mailbox, inbox__public_id=public_id)
    Mailbox.objects.filter(pk=box.pk).update(due_at=now())
    messages.success(request, _("The mailbox is looked into now. Load this page again to see."))
    return redirect("desk:settings-mail-health")


@settings_page
@require_POST
def after_fetching(request: HttpRequest, public_id: str) -> HttpResponse:
    """What becomes of mails in their mailbox once they are in the desk."""
    box = get_object_or_404(Mailbox.objects.select_related("inbox"), inbox__public_id=public_id)
    try:
        set_after_fetch(
            box,
            request.POST.get("after_fetch", ""),
            request.POST.get("move_to", ""),
            source=ServerUrl.parse(unseal(box.url), ("imaps", "imap")).folder,
            by=request.user,
        )
    except (Refused, ServerUrlError) as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved. It holds for mail that comes from now on."))
    return redirect("desk:settings-inbox", public_id)


@settings_page
@require_POST
def test(request: HttpRequest, public_id: str) -> HttpResponse:
    """Try to sign in to a mailbox, while the person waits; nothing is fetched."""
    box = get_object_or_404(Mailbox.objects.select_related("inbox"), inbox__public_id=public_id)
    try:
        server = ServerUrl.parse(unseal(box.url), ("imaps", "imap"))
    except ServerUrlError:
        finding = probing.Finding(False, _("The settings of this mailbox make no sense."))
    else:
        finding = probing.probe_imap(server, bearer_of(box.inbox, server))
    return _page(request, tested=box.pk, finding=finding)


@settings_page
@require_POST
def telling(request: HttpRequest) -> HttpResponse:
    """Whom alarms are told, and by which server. `test` only tries that server."""
    shop = Workspace.get()
    form = AlarmForm(request.POST, instance=shop)
    smtp = SmtpForm(request.POST, known=_known(shop), prefix="smtp")
    if not (form.is_valid() and smtp.is_valid()):
        return _page(request, status=422, form=form, smtp=smtp)
    if "test" in request.POST:
        smtp.keep_typed()
        return _page(request, form=form, smtp=smtp, smtp_finding=_tried(smtp))
    only_admins(request.user)
    shop = form.save(commit=False)
    shop.alarm_smtp_url = seal(smtp.url())
    shop.save(update_fields=["alarm_address", "silent_minutes", "alarm_smtp_url"])
    messages.success(request, _("Saved. Alarms are told there from now on."))
    return redirect("desk:settings-mail-health")


def _tried(smtp: SmtpForm) -> probing.Finding:
    server = smtp.server()
    if server is None:
        return probing.Finding(False, _("Give the server first, for example mail.example.com."))
    return probing.probe_smtp(server)
