"""How letters leave: how many a minute."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.people import only_admins
from promisedesk.conversations.models import Inbox
from promisedesk.core.models import Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled

MOST_A_MINUTE = 100_000


class SendingForm(Styled, forms.Form):
    common = forms.IntegerField(
        label=gettext_lazy("Letters a minute by the common mail server"),
        min_value=0,
        max_value=MOST_A_MINUTE,
        help_text=gettext_lazy("0: as many as there are. Your provider says how many it takes."),
    )

    def __init__(self, *args, inboxes: list[Inbox], **kwargs):
        super().__init__(*args, **kwargs)
        for inbox in inboxes:
            self.fields[_name(inbox)] = forms.IntegerField(
                label=_("Letters a minute by the mail server of “%(inbox)s”")
                % {"inbox": inbox.name},
                min_value=0,
                max_value=MOST_A_MINUTE,
                widget=forms.NumberInput(attrs={"class": "input"}),
            )


def _name(inbox: Inbox) -> str:
    return f"inbox-{inbox.public_id}"


@settings_page
def edit(request):
    shop = Workspace.get()
    inboxes = list(Inbox.objects.filter(is_active=True).exclude(smtp_url="").order_by("pk"))
    initial = {"common": shop.smtp_per_minute}
    initial |= {_name(inbox): inbox.smtp_per_minute for inbox in inboxes}
    form = SendingForm(request.POST or None, initial=initial, inboxes=inboxes)
    if request.method == "POST" and form.is_valid():
        only_admins(request.user)
        _save(shop, inboxes, form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:settings-leaving")
    context = {"form": form, "page": "leaving", "has_common": bool(settings.SMTP_URL)}
    status = 422 if form.errors else 200
    return render(request, "desk/settings/sending.html", context, status=status)


@transaction.atomic
def _save(shop: Workspace, inboxes: list[Inbox], given: dict) -> None:
    shop.smtp_per_minute = given["common"]
    shop.save(update_fields=["smtp_per_minute"])
    for inbox in inboxes:
        inbox.smtp_per_minute = given[_name(inbox)]
        inbox.save(update_fields=["smtp_per_minute"])
