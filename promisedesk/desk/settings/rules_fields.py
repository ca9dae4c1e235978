"""The parts of the form of a rule: when, and what only rules do."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.core.models import LANGUAGES
from promisedesk.desk.actions_form import ActionsForm
from promisedesk.desk.settings.macros import languages_of
from promisedesk.desk.settings.styled import Styled
from promisedesk.replies.models import Macro
from promisedesk.rules import letters, telling
from promisedesk.rules.anchors import ANCHORS, OFFERED
from promisedesk.rules.happenings import HAPPENINGS

UNITS = [
    ("minutes", _("minutes")),
    ("hours", _("hours")),
    ("days", _("days")),
    ("working hours", _("working hours")),
    ("working days", _("working days")),
]
STATES = ("snooze", "resolve", "reopen", "spam")  # done last: what is before may need it open


class RuleForm(Styled, forms.Form):
    """The name, and when it acts."""

    name = forms.CharField(label=pgettext_lazy("of a rule", "Name"), max_length=100)
    kind = forms.ChoiceField(
        choices=[("event", _("Something happens")), ("time", _("Time passes"))],
        widget=forms.RadioSelect,
        initial="event",
    )
    events = forms.MultipleChoiceField(
        required=False,
        choices=[(one.key, one.says) for one in HAPPENINGS.values()],
        widget=forms.CheckboxSelectMultiple,
    )
    amount = forms.IntegerField(label=_("How long"), min_value=1, max_value=999, required=False)
    unit = forms.ChoiceField(
        label=pgettext_lazy("of time", "Unit"), choices=UNITS, required=False, initial="hours"
    )
    since = forms.ChoiceField(
        label=_("Counted from"),
        choices=[(key, ANCHORS[key].says % {"span": "…"}) for key in OFFERED],
        required=False,
    )
    is_last = forms.BooleanField(
        label=_("Rules below do not look at it any more when this one acted"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["since"].choices = [(key, ANCHORS[key].says % {"span": "…"}) for key in OFFERED]

    def when(self) -> dict:
        """As rules.whens.read takes it. After is_valid()."""
        chosen = self.cleaned_data
        if chosen.get("kind") != "time":
            return {"events": chosen.get("events") or []}
        anchor = ANCHORS.get(chosen.get("since") or "")
        span = f"{chosen.get('amount') or ''} {chosen.get('unit') or ''}".strip()
        way = "before" if anchor and anchor.is_before else "after"
        return {"since": chosen.get("since") or "", way: span}


def initial_when(when: dict) -> dict:
    """What RuleForm shows of a stored when."""
    if "events" in when:
        return {"kind": "event", "events": when["events"]}
    span = when.get("after") or when.get("before") or "1 hour"
    amount, _blank, unit = span.partition(" ")
    unit = unit if unit.endswith("s") else unit + "s"
    return {"kind": "time", "amount": amount, "unit": unit, "since": when.get("since", "")}


class DoingForm(ActionsForm):
    """What is done with the conversation. A rule is nobody: no “me”, and no following."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = self.fields["assign"].choices
        self.fields["assign"].choices = [one for one in choices if one[0] != "me"]


class OwnForm(Styled, forms.Form):
    """What only rules do: tell a colleague, write to the customer, use a macro."""

    prefix = "own"
    whom = forms.ChoiceField(label=_("Tell"), required=False)
    say = forms.CharField(
        label=_("What to tell them"), required=False, max_length=telling.LONGEST_TEXT
    )
    macro = forms.ChoiceField(label=_("Use a macro"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nobody = pgettext_lazy("whom a rule tells", "Nobody")
        self.fields["whom"].choices = [("", nobody), *telling.choices()]
        shared = Macro.objects.filter(is_active=True, owner=None, files=[]).order_by("name")
        macros = shared.values_list("public_id", "name")
        self.fields["macro"].choices = [("", _("No macro")), *macros]
        self.languages = languages_of()
        for code in self.languages:
            self.fields[f"text_{code}"] = forms.CharField(
                label=dict(LANGUAGES)[code],
                required=False,
                max_length=letters.LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 6, "class": "textarea", "lang": code}),
            )

    def texts(self) -> list[forms.BoundField]:
        return [self[f"text_{code}"] for code in self.languages]

    @property
    def has_letter(self) -> bool:
        return any(str(field.value() or "").strip() for field in self.texts())

    def actions(self) -> list[dict]:
        """What was chosen. After is_valid()."""
        chosen, made = self.cleaned_data, []
        if chosen["whom"] or chosen["say"]:
            made.append({"do": "tell", "whom": chosen["whom"], "text": chosen["say"]})
        texts = {code: chosen[f"text_{code}"] for code in self.languages}
        if any(text.strip() for text in texts.values()):
            made.append({"do": "letter", "texts": texts})
        if chosen["macro"]:
            made.append({"do": "macro", "macro": chosen["macro"]})
        return made


def parted(actions: list[dict]) -> tuple[dict, list[dict]]:
    """(what OwnForm shows, the actions left for DoingForm): the first of each of its kinds."""
    shown: dict = {}
    rest = []
    for one in actions:
        match one:
            case {"do": "tell", "whom": whom, "text": text} if "whom" not in shown:
                shown |= {"whom": whom, "say": text}
            case {"do": "macro", "macro": macro} if "macro" not in shown:
                shown["macro"] = macro
            case {"do": "letter", "texts": texts} if "resolve_after" not in one:
                shown |= {f"text_{code}": text for code, text in texts.items()}
            case _:
                rest.append(one)
    return shown, rest


def joined(own: list[dict], doing: list[dict]) -> list[dict]:
    """All of it in the order it is done: what needs the conversation open before it is not."""
    last = [one for one in doing if one["do"] in STATES]
    return [one for one in doing if one["do"] not in STATES] + own + last
