"""Senders that are blocked or trusted, and what the desk has learned of spam."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.conversations import spam_rules
from promisedesk.conversations.models import LearnedSpam, SpamRule
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.spam_training import LEAST_HAM, LEAST_SPAM, is_possible

MOST = 500  # rules on the page, the newest first


class SenderForm(Styled, forms.Form):
    pattern = forms.CharField(
        label=gettext_lazy("Address or domain"),
        max_length=320,
    )
    treatment = forms.ChoiceField(
        label=gettext_lazy("Mail from there"),
        choices=[
            ("block", gettext_lazy("is always spam")),
            ("trust", gettext_lazy("is never spam")),
        ],
    )


@settings_page
def index(request):
    form = SenderForm(request.POST or None, initial={"pattern": request.GET.get("address", "")})
    if request.method == "POST" and form.is_valid():
        is_spam = form.cleaned_data["treatment"] == "block"
        try:
            rule = spam_rules.put(form.cleaned_data["pattern"], is_spam=is_spam, by=request.user)
        except Refused as refusal:
            form.add_error("pattern", str(refusal))
        else:
            said = _("%(sender)s is blocked.") if is_spam else _("%(sender)s is trusted.")
            messages.success(request, said % {"sender": rule.pattern})
            return redirect("desk:settings-senders")
    learned = LearnedSpam.objects.defer("weights").first()
    context = {
        "form": form,
        "page": "senders",
        "rules": SpamRule.objects.select_related("added_by").order_by("-pk")[:MOST],
        "clock": Clock.of(request.user),
        "learned": learned,
        "caught": number_format(100 * learned.caught, 0) if learned else "",
        "wrong": number_format(100 * learned.wrong, 1) if learned else "",
        "needed": {"spam": LEAST_SPAM, "good": LEAST_HAM},
        "can_learn": is_possible(),
    }
    return render(request, "desk/settings/senders.html", context)


@settings_page
@require_POST
def removal(request, public_id):
    """Forget a rule."""
    rule = get_object_or_404(SpamRule, public_id=public_id)
    try:
        spam_rules.remove(rule, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("There is no rule about %(sender)s any more.")
        messages.success(request, said % {"sender": rule.pattern})
    return redirect("desk:settings-senders")
