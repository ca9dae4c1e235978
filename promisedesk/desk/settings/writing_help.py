"""The outside server that may help to write: which one, with what, and what it would be told."""

from __future__ import annotations

from functools import wraps

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from promisedesk.coach import helping, wanting
from promisedesk.coach.models import Asked
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.writing_help import SLOW_START
from promisedesk.desk.settings.styled import Styled

STOP_POLLING = 286  # what htmx understands as "nothing more will come"


class HelpForm(Styled, forms.Form):
    is_on = forms.BooleanField(label=gettext_lazy("Offer help with writing"), required=False)
    base_url = forms.CharField(
        label=gettext_lazy("Address of the server"),
        help_text=gettext_lazy(
            "Of any OpenAI-compatible server, one in your own network too: "
            "https://llm.example/v1. A private address must be named in "
            "PROMISEDESK_ALLOWED_HOSTS_OUT."
        ),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "spellcheck": "false"}),
    )
    key = forms.CharField(
        label=gettext_lazy("Key"),
        max_length=1000,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    forgets_key = forms.BooleanField(label=gettext_lazy("Forget the key"), required=False)
    model = forms.CharField(
        label=gettext_lazy("Model"),
        max_length=200,
        required=False,
        widget=forms.TextInput(
            attrs={"list": "models", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    helps = forms.MultipleChoiceField(
        label=gettext_lazy("What is offered"),
        choices=list(helping.HELPS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seconds = forms.IntegerField(
        label=gettext_lazy("Wait so many seconds for an answer"),
        min_value=helping.LEAST_SECONDS,
        max_value=helping.MOST_SECONDS,
    )


def for_admins(view):
    """Where texts go is for admins alone, to look at too."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not request.user.is_admin:
            raise PermissionDenied
        return view(request)

    return guarded


@sensitive_post_parameters("key")
@for_admins
@never_cache
def edit(request: HttpRequest) -> HttpResponse:
    row = helping.settings()
    initial = {
        name: getattr(row, name) for name in ("is_on", "base_url", "model", "helps", "seconds")
    }
    form = HelpForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        return redirect("desk:settings-writing-help")
    context = {
        "form": form,
        "row": row,
        "host": helping.host_of(row.base_url),
        "is_plain": row.base_url.startswith("http:"),
        "page": "writing-help",
        **_trial_of(request),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/settings/writing_help.html", context, status=status)


def _saved(request: HttpRequest, form: HelpForm) -> bool:
    try:
        kept_key = helping.change(by=request.user, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    if kept_key:
        messages.success(request, _("Saved."))
    else:
        words = _("Saved. The server is another one, so the old key was forgotten.")
        messages.warning(request, words)
    return True


def _trial_of(request: HttpRequest) -> dict:
    """The admin's last trial, if it was within the hour."""
    asked = Asked.objects.filter(agent=request.user, kind="try").order_by("-pk").first()
    waited = (now() - asked.created_at).total_seconds() if asked else 0
    is_late = bool(asked and not asked.done_at and not asked.attempts and waited > SLOW_START)
    return {"asked": asked, "is_late": is_late, "known_models": helping.settings().known_models}


@for_admins
@never_cache
def trial(request: HttpRequest) -> HttpResponse:
    """Have the server asked for one sentence; then how far that is."""
    if request.method == "POST":
        Asked.objects.filter(agent=request.user, kind="try").delete()
        try:
            wanting.ask_for_trial(by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("desk:settings-writing-help")
    if not request.htmx or request.method == "POST":
        return redirect(redirect("desk:settings-writing-help").url + "#try")
    context = _trial_of(request)
    is_done = context["asked"] is None or context["asked"].done_at
    return render(
        request,
        "desk/settings/writing_help_trial.html",
        context,
        status=STOP_POLLING if is_done else 200,
    )
