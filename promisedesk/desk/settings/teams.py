"""Teams: their people, their inboxes, and how what comes in is shared out."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents import teams
from promisedesk.agents.models import Agent, AssignBy, Team
from promisedesk.conversations import team_inboxes
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled


class TeamForm(Styled, forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    members = forms.ModelMultipleChoiceField(
        label=gettext_lazy("People"),
        queryset=Agent.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    inboxes = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Inboxes"),
        queryset=Inbox.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    assign_by = forms.ChoiceField(
        label=gettext_lazy("Who gets what the team is given"), choices=AssignBy.choices
    )
    prefers_known = forms.BooleanField(
        label=gettext_lazy("First whoever answered this customer before"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = Agent.objects.filter(is_active=True).order_by("name")
        self.fields["inboxes"].queryset = Inbox.objects.order_by("name")


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    name, refused = request.POST.get("name", ""), ""
    if request.method == "POST":
        try:
            team = teams.add(name, by=request.user)
        except Refused as refusal:
            refused = str(refusal)
        else:
            return redirect("desk:settings-team", team.public_id)
    there = Count("agents", filter=Q(agents__is_active=True), distinct=True)
    rows = Team.objects.annotate(number=there).order_by("name").prefetch_related("inbox_set")
    context = {"teams": rows, "name": name, "refused": refused, "page": "teams"}
    return render(request, "desk/settings/teams.html", context, status=422 if refused else 200)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    team = get_object_or_404(Team, public_id=public_id)
    initial = {
        "name": team.name,
        "members": team.agents.all(),
        "inboxes": Inbox.objects.filter(team=team),
        "assign_by": team.assign_by,
        "prefers_known": team.prefers_known,
    }
    form = TeamForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _save(team, form, request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("The team “%(name)s” is saved.") % {"name": team.name})
            return redirect("desk:settings-teams")
    context = {"team": team, "form": form, "page": "teams"}
    return render(request, "desk/settings/team.html", context)


@transaction.atomic
def _save(team: Team, form: TeamForm, by: Agent) -> None:
    what = dict(form.cleaned_data)
    inboxes = what.pop("inboxes")
    teams.change(team, by=by, **what)
    team_inboxes.put(team, inboxes, by=by)


@settings_page
@require_POST
def removal(request: HttpRequest, public_id: str) -> HttpResponse:
    team = get_object_or_404(Team, public_id=public_id)
    try:
        team_inboxes.remove_team(team, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:settings-team", public_id)
    messages.success(request, _("The team “%(name)s” is no more.") % {"name": team.name})
    return redirect("desk:settings-teams")
