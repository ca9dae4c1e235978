"""A part of a form for what is to be done: used by macros, and by whatever else runs actions.

One line for each kind of action, empty where nothing is to be done, so it works without any
script. `actions()` gives the list that conversations.actions reads; what this form does not
know is carried along unseen. Show it with desk/actions_form.html.
"""

from __future__ import annotations

import json

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts import fields
from promisedesk.conversations import actions as conversation_actions
from promisedesk.conversations import closing, filling
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.styled import Styled

STATES = ("resolve", "reopen", "spam")
SPANS = [
    ("", _("Leave it where it is")),
    ("2 hours", _("Put aside for 2 hours")),
    ("4 hours", _("Put aside for 4 hours")),
    ("1 day", _("Put aside for a day")),
    ("3 days", _("Put aside for 3 days")),
    ("7 days", _("Put aside for a week")),
    ("30 days", _("Put aside for a month")),
]


class ActionsForm(Styled, forms.Form):
    """Bound with `data`, or showing `initial` actions: ActionsForm.showing(actions)."""

    assign = forms.ChoiceField(label=_("Give it to"), required=False)
    team = forms.ChoiceField(label=_("Team"), required=False)
    add = forms.MultipleChoiceField(
        label=_("Add tags"), required=False, widget=forms.CheckboxSelectMultiple
    )
    remove = forms.MultipleChoiceField(
        label=_("Remove tags"), required=False, widget=forms.CheckboxSelectMultiple
    )
    priority = forms.ChoiceField(
        label=_("Priority"),
        required=False,
        choices=[("", _("Leave it as it is")), *Conversation.Priority.choices],
    )
    snooze = forms.ChoiceField(label=_("Put aside"), required=False, choices=SPANS)
    state = forms.ChoiceField(
        label=pgettext_lazy("of a conversation", "State"),
        required=False,
        choices=[
            ("", _("Leave it as it is")),
            ("resolve", _("Resolve it")),
            ("reopen", _("Open it again")),
            ("spam", _("Mark it as spam")),
        ],
    )
    because = forms.ChoiceField(
        label=_("Why it needs no answer"),
        required=False,
        choices=[("", _("It has to be answered first")), *closing.REASONS.items()],
        help_text=_("Only for what is resolved without an answer."),
    )
    field = forms.ChoiceField(label=_("Fill in"), required=False)
    value = forms.CharField(label=_("With the value"), required=False, max_length=300)
    note = forms.CharField(
        label=_("Leave a note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    follow = forms.BooleanField(label=_("Follow it"), required=False)
    others = forms.CharField(required=False, widget=forms.HiddenInput)

    prefix = "do"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nobody = ("", _("Leave it as it is"))
        people = Agent.objects.filter(is_active=True).order_by("name")
        self.fields["assign"].choices = [
            nobody,
            ("me", _("Whoever does this")),
            ("nobody", _("Nobody: anyone may take it")),
            *people.values_list("public_id", "name"),
        ]
        teams = list(Team.objects.order_by("name").values_list("public_id", "name"))
        none = [("none", _("Take it from its team"))] if teams else []
        self.fields["team"].choices = [nobody, *none, *teams]
        tags = list(Tag.objects.filter(is_active=True).values_list("public_id", "name"))
        tags.sort(key=lambda tag: tag[1].casefold())
        self.fields["add"].choices = self.fields["remove"].choices = tags
        self.fields["field"].choices = [("", _("No field")), *_field_names()]
        for name, value in self.initial.items():
            _keep_choice(self.fields[name], value)

    @classmethod
    def showing(cls, actions: list[dict], **kwargs) -> ActionsForm:
        """The form with these actions filled in."""
        return cls(initial=_initial(actions), **kwargs)

    @property
    def is_empty(self) -> bool:
        return not self.initial and not self.is_bound

    def actions(self) -> list[dict]:
        """What was chosen, as conversations.actions takes it. After is_valid()."""
        chosen, made = self.cleaned_data, []
        if chosen["assign"]:
            made.append({"do": "assign", "to": chosen["assign"]})
        if chosen["team"]:
            made.append({"do": "team", "to": chosen["team"]})
        if chosen["priority"]:
            made.append({"do": "priority", "to": chosen["priority"]})
        if chosen["add"] or chosen["remove"]:
            made.append({"do": "tag", "add": chosen["add"], "remove": chosen["remove"]})
        if chosen["field"]:
            made.append({"do": "field", "key": chosen["field"], "value": chosen["value"]})
        if chosen["note"].strip():
            made.append({"do": "note", "text": chosen["note"].strip()})
        if chosen["follow"]:
            made.append({"do": "follow"})
        made += self._others()
        if chosen["snooze"]:
            made.append({"do": "snooze", "for": chosen["snooze"]})
        if chosen["state"]:
            # Last: what is done before may need it open.
            has_reason = chosen["state"] == "resolve" and chosen["because"]
            because = {"because": chosen["because"]} if has_reason else {}
            made.append({"do": chosen["state"], **because})
        return made

    def _others(self) -> list[dict]:
        try:
            others = json.loads(self.cleaned_data["others"] or "[]")
            conversation_actions.read(others)
        except (ValueError, Refused):
            return []
        return others


def _field_names() -> list[tuple[str, str]]:
    return [(one.key, fields.name_of(one)) for one in fields.asked_of(filling.OF)]


def _keep_choice(field: forms.Field, value: object) -> None:
    """What is chosen stays to be chosen, though it is offered to nobody else any more."""
    if not isinstance(field, forms.ChoiceField):
        return
    known = {key for key, _label in field.choices}
    values = value if isinstance(value, list) else [value]
    missing = [(one, _label_of(one)) for one in values if one and one not in known]
    field.choices = [*field.choices, *missing]


def _label_of(public_id: str) -> str:
    for model in (Tag, Agent, Team):
        if found := model.objects.filter(public_id=public_id).first():
            return found.name
    return public_id


def _initial(actions: list[dict]) -> dict:
    """One line a kind: a second action of the same kind is carried along, as strangers are."""
    shown: dict = {}
    others = []
    for one in actions:
        new = _shown(one)
        if not new or set(new) & set(shown):
            others.append(one)
        else:
            shown |= new
    return shown | ({"others": json.dumps(others)} if others else {})


def _shown(action: dict) -> dict:
    match action:
        case {"do": "assign" | "team" | "priority" as name, "to": to}:
            return {name: to}
        case {"do": "tag"}:
            return {"add": action.get("add", []), "remove": action.get("remove", [])}
        case {"do": "field", "key": key, "value": value}:
            return {"field": key, "value": value}
        case {"do": "note", "text": text}:
            return {"note": text}
        case {"do": "follow"}:
            return {"follow": True}
        case {"do": "snooze", "for": span}:
            return {"snooze": span}
        case {"do": state} if state in STATES:
            return {"state": state, "because": action.get("because", "")}
    return {}
