"""People and their teams. Rules are in agents.people; secrets are shown once, when made."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents import factors, invitations, people, sessions
from promisedesk.agents.models import Agent, Team
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES, Workspace
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.sessions import shown
from promisedesk.desk.settings.styled import Styled


class PersonForm(Styled, forms.Form):
    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=100)
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=Agent.Role.choices,
        initial=Agent.Role.AGENT,
        help_text=gettext_lazy(
            "Light agents read and write notes. Agents answer. Managers also see every team and "
            "the reports. Admins run the desk."
        ),
    )
    teams = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Teams"),
        queryset=Team.objects.order_by("name"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NewPersonForm(PersonForm):
    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=LANGUAGES)
    field_order = ["name", "email", "role", "language", "teams"]


@settings_page
def index(request):
    context = {
        "people": Agent.objects.order_by("-is_active", "name").prefetch_related("teams"),
        "teams": Team.objects.order_by("name"),
        "page": "people",
    }
    return render(request, "desk/settings/people.html", context)


@settings_page
@never_cache
def new(request):
    form = NewPersonForm(request.POST or None, initial={"language": Workspace.get().language})
    if request.method == "POST" and form.is_valid():
        try:
            agent, link = people.invite(
                form.cleaned_data.pop("email"), **form.cleaned_data, by=request.user
            )
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            return _show_link(request, agent, link)
    return render(request, "desk/settings/person_new.html", {"form": form, "page": "people"})


def _show_link(request, agent, link):
    context = {"person": agent, "link": link, "page": "people"}
    return render(request, "desk/settings/person_link.html", context)


@settings_page
def edit(request, public_id):
    person = get_object_or_404(Agent, public_id=public_id)
    initial = {"name": person.name, "role": person.role, "teams": person.teams.all()}
    form = PersonForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            people.change(person, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error("role", str(refusal))
        else:
            messages.success(request, _("%(name)s is saved.") % {"name": person.name})
            return redirect("desk:settings-people")
    context = {
        "form": form,
        "person": person,
        "sessions": shown(sessions.of(person)),
        "factors": [factors.name_of(one) for one in factors.of(person)],
        "page": "people",
    }
    return render(request, "desk/settings/person.html", context)


@settings_page
@require_POST
@never_cache
def link(request, public_id):
    """A one-time password link, shown once on the page that answers."""
    person = get_object_or_404(Agent, public_id=public_id)
    try:
        return _show_link(request, person, invitations.issue(person, by=request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:settings-person", person.public_id)


@settings_page
@require_POST
def account(request, public_id):
    """Close somebody's account, or open it again."""
    person = get_object_or_404(Agent, public_id=public_id)
    try:
        if request.POST.get("is_active"):
            people.activate(person, by=request.user)
            messages.success(request, _("%(name)s can sign in again.") % {"name": person.name})
        else:
            people.deactivate(person, by=request.user)
            messages.success(
                request, _("%(name)s is signed out and cannot sign in.") % {"name": person.name}
            )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-people")


@settings_page
@require_POST
def teams(request):
    try:
        people.add_team(request.POST.get("name", ""), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-people")
