"""The first minutes of a new desk: you, your shop, your mailbox, and what customers are told.

It never stands in the way: only the first step needs the printed link, the others can be
skipped, and a desk set up by commands never shows it.
"""

from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from promisedesk.agents import people, setup
from promisedesk.channels.email import autoconfig, providers, self_test
from promisedesk.channels.email.autoconfig import Found
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.core.models import Workspace
from promisedesk.desk.settings import connecting, mail_test, promise_choices
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.inboxes import try_server
from promisedesk.desk.settings.server_forms import ImapForm, SmtpForm
from promisedesk.desk.setup.forms import MailboxForm, ShopForm, YouForm
from promisedesk.desk.sign_in.views import enter
from promisedesk.desk.waiting_letters import can_send
from promisedesk.lib import phrases, places
from promisedesk.lib.opening_hours import parse_hours, week_as_json
from promisedesk.lib.public_holidays import usual_region
from promisedesk.promises import policies

STEPS = 4


def _page(request, template, number, status=200, **context):
    context |= {"number": number, "steps": STEPS, "share": 100 * number // STEPS}
    return render(request, f"desk/setup/{template}.html", context, status=status)


@never_cache
@sensitive_post_parameters()
def you(request, token):
    """Step 1: the first admin, with the one-time link."""
    if not setup.opens(token):
        return _page(request, "used_link", 0, status=410)
    form = YouForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            agent = setup.first_admin(token, **form.cleaned_data, language=get_language())
        except Refused as refusal:
            form.add_error("password", str(refusal))
        else:
            return enter(request, agent, to=reverse("desk:setup-shop"))
    return _page(request, "you", 1, form=form)


@settings_page
def shop(request):
    """Step 2: the shop's name, place and language."""
    desk = Workspace.get()
    initial = {"shop_name": desk.shop_name, "country": desk.country, "language": get_language()}
    form = ShopForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        _save_shop(request.user, **form.cleaned_data)
        return redirect("desk:setup-mailbox")
    return _page(request, "shop", 2, form=form)


def _save_shop(by, *, shop_name: str, country: str, time_zone: str, language: str) -> None:
    people.only_admins(by)
    Workspace.objects.filter(pk=1).update(
        shop_name=shop_name,
        country=country,
        time_zone=time_zone or places.zone_of(country) or "UTC",
        language=language,
    )


@settings_page
def mailbox(request):
    """Step 3: the first inbox, its servers, hours and target; or none for now."""
    if "skip" in request.POST:
        return _finish()
    if "find" in request.POST:
        return _find(request)
    form = MailboxForm(request.POST or None)
    imap, smtp = (
        ImapForm(request.POST or None, prefix="imap"),
        SmtpForm(request.POST or None, prefix="smtp"),
    )
    context = {
        "form": form,
        "imap": imap,
        "smtp": smtp,
        "has_common_server": bool(settings.SMTP_URL),
        "free": _free(form["address"].value()),
    }
    if request.method == "POST" and all([form.is_valid(), imap.is_valid(), smtp.is_valid()]):
        smtp.borrow_password(imap)
        imap.keep_typed()
        smtp.keep_typed()
        if "test" in request.POST:
            return _page(request, "mailbox", 3, **context, **_findings(form, imap, smtp))
        try:
            inboxes.checked_address(form.cleaned_data["address"])  # before anybody waits
            troubles = {} if "untested" in request.POST else _troubles(form, imap, smtp)
            if not troubles:
                _save_mailbox(form.cleaned_data, imap, smtp, request.user)
                return _finish()
            context |= troubles
        except Refused as refusal:
            form.add_error("address", str(refusal))
    return _page(request, "mailbox", 3, **context)


def _find(request):
    """Step 3 again, with the servers of the address filled in, and what to do first."""
    typed = request.POST
    address, found = typed.get("address", "").strip().lower(), Found()
    if "@" in address:
        found = autoconfig.find(address)
    forms = {
        "imap": ImapForm(typed=_typed(typed, "imap", address), prefix="imap"),
        "smtp": SmtpForm(typed=_typed(typed, "smtp", address), prefix="smtp"),
    } | connecting.filled_forms(*found.urls(address))
    context = {
        **forms,
        "form": MailboxForm(initial=typed.dict()),
        "has_common_server": bool(settings.SMTP_URL) and not found.smtp,
        "connection": connecting.panel(address, found, was_sought=True),
        "free": _free(address),
    }
    return _page(request, "mailbox", 3, **context)


def _typed(typed, prefix: str, address: str) -> dict:
    """What was typed into one server's fields, but its password; {} if it is another account's."""
    user = typed.get(f"{prefix}-user", "").strip().lower()
    if "@" in user and user != address:  # found for the address that stood here before
        return {}
    names = (name for name in typed if name.startswith(f"{prefix}-") and "password" not in name)
    return {name.removeprefix(f"{prefix}-"): typed[name] for name in names}


def _free(address: str | None) -> str:
    """The address if it is at a free mail host, for the warning."""
    return address if address and providers.is_free(address) else ""


def _findings(form: MailboxForm, imap: ImapForm, smtp: SmtpForm) -> dict:
    is_fetched = form.cleaned_data["comes_by"] == "imap"
    if is_fetched and imap.server() and smtp.server():
        pair = connecting.try_both(imap.server(), smtp.server())
        return dict(zip(("imap_finding", "smtp_finding"), pair, strict=True))
    found = {}
    if is_fetched:
        found["imap_finding"] = try_server(imap)
    if smtp.server():
        found["smtp_finding"] = try_server(smtp)
    return found


def _troubles(form: MailboxForm, imap: ImapForm, smtp: SmtpForm) -> dict:
    """What keeps the servers that were given from working, `trouble` the first; {} if nothing.

    One with a user and no password is for the sign-in of the settings: not tried here.
    """
    if form.cleaned_data["comes_by"] != "imap" or not _can_be_tried(imap):
        found = {"smtp_finding": try_server(smtp)} if _can_be_tried(smtp) else {}
    elif smtp.server() and not _can_be_tried(smtp):
        found = {"imap_finding": try_server(imap)}
    else:
        found = _findings(form, imap, smtp)
    bad = [one for one in found.values() if not one.works]
    return found | {"trouble": bad[0]} if bad else {}


def _can_be_tried(form: ImapForm | SmtpForm) -> bool:
    server = form.server()
    return bool(server and (server.password or not server.user))


@transaction.atomic
def _save_mailbox(cleaned: dict, imap: ImapForm, smtp: SmtpForm, by) -> None:
    desk = Workspace.get()
    hours, _says = promise_choices.HOURS[cleaned["hours"]]
    calendar = policies.default_calendar()
    data = {**calendar.version.data, "hours": week_as_json(parse_hours(hours))}
    data |= {"time_zone": desk.time_zone, "country": desk.country or None}
    data["region"] = usual_region(desk.country)
    policies.change_calendar(calendar, data, by=by)
    inbox = inboxes.add_inbox(
        cleaned["address"], name=cleaned["name"] or desk.shop_name, language=desk.language
    )
    if cleaned["comes_by"] == "imap" and imap.url():
        inboxes.set_imap(inbox, imap.url(), by=by)
    if smtp.url():
        inboxes.set_smtp(inbox, smtp.url(), by=by)
    policies.set_policy(inbox, calendar=calendar, target=cleaned["target"], by=by)
    if cleaned["comes_by"] == "imap" and imap.url() and can_send(inbox):
        self_test.start(inbox, by=by)


def _finish():
    Workspace.objects.filter(pk=1, set_up_at=None).update(set_up_at=now())
    return redirect("desk:setup-done")


@settings_page
def done(request):
    """Step 4: what customers will be told, and the way to the desk."""
    inbox = Inbox.objects.order_by("pk").first()
    context = {"inbox": inbox, "shop": Workspace.get(), "sends": inbox and can_send(inbox)}
    if inbox:
        context["promised"] = promised_now(inbox)
        context |= mail_test.context_of(inbox) | {"free": _free(inbox.address)}
    return _page(request, "done", 4, **context)


def promised_now(inbox: Inbox) -> str:
    """The promise of a letter, in the inbox's language, for somebody who writes now."""
    policy = policies.policy_of(inbox)
    zone = policies.work_calendar(policy.calendar.version).time_zone
    due_at = policies.would_promise(policy, now()).due_at
    with override(inbox.language):
        return phrases.promise_phrase(due_at, zone, inbox.language, now())
