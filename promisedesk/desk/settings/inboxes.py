"""Inboxes: what customers write to, how mail comes in and goes out, what is promised there."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from promisedesk.agents.models import Team
from promisedesk.channels.email import domain_looks, domain_records, probing, providers
from promisedesk.channels.email.oauth.bearing import bearer_of
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox, Mailbox
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings import connecting, mail_test, promise_choices, records, signatures
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.server_forms import ImapForm, SmtpForm
from promisedesk.desk.settings.styled import Styled
from promisedesk.desk.settings.target_field import TargetField
from promisedesk.desk.waiting_letters import can_send
from promisedesk.lib import phrases
from promisedesk.promises import policies
from promisedesk.promises.models import DEFAULT_TARGET, Calendar

SECTIONS = {"imap": "fetching", "smtp": "sending"}  # of the page, where each form stands


class InboxForm(Styled, forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("Customers see it as the sender."),
    )
    address = forms.CharField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput,
    )
    aliases = forms.CharField(
        label=gettext_lazy("Further addresses"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("One a line. Mail to them lands here too."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=LANGUAGES,
        help_text=gettext_lazy("For customers whose language is not recognised."),
    )
    team = forms.ModelChoiceField(
        label=gettext_lazy("Team"),
        queryset=Team.objects.order_by("name"),
        required=False,
        empty_label=gettext_lazy("Everybody"),
    )
    calendar = forms.ModelChoiceField(
        label=gettext_lazy("Opening hours"),
        queryset=Calendar.objects.order_by("name"),
        empty_label=None,
    )
    target = TargetField(label=gettext_lazy("Answers are promised"))

    def __init__(self, *args, target: str = DEFAULT_TARGET, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = promise_choices.targets_with(target)

    def aliases_given(self) -> list[str]:
        return self.cleaned_data["aliases"].replace(",", "\n").split()


def _row(inbox: Inbox) -> dict:
    """An inbox with what it promises and how it does."""
    policy = policies.policy_of(inbox)
    return {
        "inbox": inbox,
        "policy": policy,
        "target": promise_choices.in_words(policy.target),
        "mailbox": Mailbox.objects.filter(inbox=inbox).first(),
        "sends": can_send(inbox),
        "is_free": providers.is_free(inbox.address),
    }


@settings_page
def index(request):
    rows = [_row(inbox) for inbox in Inbox.objects.order_by("pk").select_related("team")]
    free = next((row["inbox"].address for row in rows if row["is_free"]), "")
    context = {"rows": rows, "free": free, "page": "inboxes"}
    return render(request, "desk/settings/inboxes.html", context)


@settings_page
def new(request):
    calendar = policies.default_calendar()
    form = InboxForm(request.POST or None, initial={"calendar": calendar, "target": DEFAULT_TARGET})
    if request.method == "POST" and form.is_valid():
        try:
            inbox = _add(form, request.user)
        except Refused as refusal:
            form.add_error("address", str(refusal))
        else:
            messages.success(request, _("The inbox is there. Now say how its mail comes in."))
            return redirect("desk:settings-inbox", inbox.public_id)
    return render(request, "desk/settings/inbox_new.html", {"form": form, "page": "inboxes"})


def _add(form: InboxForm, by) -> Inbox:
    cleaned = form.cleaned_data
    if inboxes.inbox_of(inboxes.checked_address(cleaned["address"])):
        raise Refused(_("There is an inbox with this address already."))
    inbox = inboxes.add_inbox(cleaned["address"], name=cleaned["name"])
    _save(inbox, form, by)
    return inbox


def _save(inbox: Inbox, form: InboxForm, by) -> None:
    cleaned = form.cleaned_data
    inboxes.change_inbox(
        inbox,
        address=cleaned["address"],
        name=cleaned["name"],
        aliases=form.aliases_given(),
        language=cleaned["language"],
        team=cleaned["team"],
        by=by,
    )
    policies.set_policy(inbox, calendar=cleaned["calendar"], target=cleaned["target"], by=by)


@settings_page
def edit(request, public_id):
    inbox = get_object_or_404(Inbox, public_id=public_id)
    policy = policies.policy_of(inbox)
    if request.method != "POST":
        return page(request, inbox)
    form = InboxForm(request.POST, target=policy.target)
    if form.is_valid():
        try:
            _save(inbox, form, request.user)
        except Refused as refusal:
            form.add_error("address", str(refusal))
        else:
            messages.success(request, _("The inbox is saved."))
            return redirect("desk:settings-inbox", inbox.public_id)
    return page(request, inbox, form=form, status=422)


@settings_page
def fetching(request, public_id):
    """How mail comes in: fetched by IMAP, or handed over to us. `test` only tries it."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    return _server_page(request, inbox, ImapForm, "imap", inboxes.imap_of, inboxes.set_imap)


@settings_page
def sending(request, public_id):
    """By which server its mail goes out. `test` only tries it."""
    inbox = get_object_or_404(Inbox, public_id=public_id)
    return _server_page(request, inbox, SmtpForm, "smtp", inboxes.smtp_of, inboxes.set_smtp)


def _server_page(request, inbox, form_class, prefix, read, write):
    if request.method != "POST":
        return redirect("desk:settings-inbox", inbox.public_id)
    form = form_class(request.POST, known=read(inbox), prefix=prefix)
    form.keep_typed()
    is_valid = form.is_valid()
    if is_valid and "test" in request.POST:
        finding = try_server(form, inbox)
        return page(request, inbox, **{prefix: form, f"{prefix}_finding": finding})
    if is_valid:
        try:
            write(inbox, form.url(), by=request.user)
        except Refused as refusal:
            form.add_error("host", str(refusal))
        else:
            _look_again(inbox, request.user)
            section = SECTIONS[prefix]
            messages.success(request, _("The mail server is saved."), extra_tags=section)
            return redirect(f"{mail_test.inbox_url(inbox)}#{section}")
    return page(request, inbox, status=422, **{prefix: form})


def _look_again(inbox: Inbox, by) -> None:
    """Another server sends: does the SPF record name it?"""
    for domain in filter(domain_looks.is_ours_to_set, domain_records.domains_of(inbox)):
        domain_looks.look_again(domain, by=by)


def try_server(form, inbox: Inbox | None = None) -> probing.Finding:
    """Test what a form holds; not inside a transaction, it waits for the network.

    With the inbox it is for, tokens of its sign-in are used where no password is given.
    """
    server = form.server()
    if server is None:
        return probing.Finding(False, _("Give the server first, for example mail.example.com."))
    probe = probing.probe_imap if form.protocol == "imap" else probing.probe_smtp
    return probe(server, bearer_of(inbox, server) if inbox else None)


def page(request, inbox, status=200, **forms_given):
    """The page of an inbox; `forms_given` replace what it would show."""
    row = _row(inbox)
    policy = row["policy"]
    promised = policies.would_promise(policy, now())
    zone = policies.work_calendar(policy.calendar.version).time_zone
    initial = {
        "name": inbox.name,
        "address": inbox.address,
        "aliases": "\n".join(inbox.aliases),
        "language": inbox.language,
        "team": inbox.team,
        "calendar": policy.calendar,
        "target": policy.target,
    }
    context = {
        **row,
        "form": InboxForm(initial=initial, target=policy.target),
        "imap": ImapForm(known=inboxes.imap_of(inbox), prefix="imap"),
        "smtp": SmtpForm(known=inboxes.smtp_of(inbox), prefix="smtp"),
        "has_common_server": bool(settings.SMTP_URL),
        "connection": connecting.panel_of(inbox),
        "domains": records.domains_of(inbox),
        **mail_test.context_of(inbox),
        "signatures": signatures.rows_of(None, inbox),
        "promised": phrases.by_time(promised.due_at, zone, get_language(), now()),
        "page": "inboxes",
        **forms_given,
    }
    return render(request, "desk/settings/inbox.html", context, status=status)
