"""The form an absence is planned with: where, from when, and a text for each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from promisedesk.agents.models import Team
from promisedesk.conversations.models import Inbox
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.absence_words import LONGEST
from promisedesk.promises import absences
from promisedesk.promises.models import Absence

PARTS = {
    "says": gettext_lazy("Why, if you like"),
    "contacts": gettext_lazy("How else to reach you"),
    "useful": gettext_lazy("Something useful meanwhile"),
}
HINTS = {
    "says": gettext_lazy("The day of return is said by the letter itself."),
    "contacts": gettext_lazy("A phone number, another address, or a colleague by name."),
    "useful": gettext_lazy("A link to common questions, or where to see the state of an order."),
}
WHOLE = ""


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The fields of one language. `is_needed`: an inbox speaks it."""

    code: str
    name: str
    is_needed: bool
    fields: list


class AbsenceForm(Styled, forms.Form):
    place = forms.ChoiceField(label=gettext_lazy("Where nobody answers"), required=False)
    starts_on = forms.DateField(label=gettext_lazy("The first day away"), widget=DateInput())
    returns_on = forms.DateField(
        label=gettext_lazy("The day of return"),
        widget=DateInput(),
        help_text=gettext_lazy("The first day on which somebody answers again."),
    )
    closes_days = forms.BooleanField(
        label=gettext_lazy("Close these days in the opening hours as well"), required=False
    )

    def __init__(self, data=None, absence: Absence | None = None):
        super().__init__(data, initial=None if data else _kept(absence) if absence else _initial())
        self.languages = absences.languages_offered()
        for code in self.languages:
            for part, label in PARTS.items():
                self.fields[f"{code}-{part}"] = forms.CharField(
                    label=label,
                    required=False,
                    max_length=LONGEST,
                    help_text=HINTS[part],
                    widget=forms.Textarea(attrs={"rows": 2, "class": "textarea", "lang": code}),
                )
        self.fields["place"].choices = _places()

    @property
    def chosen_place(self) -> Inbox | Team | None:
        kind, _colon, key = (self["place"].value() or "").partition(":")
        if kind == "inbox":
            return Inbox.objects.filter(public_id=key).first()
        return Team.objects.filter(public_id=key).first() if kind == "team" else None

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """The parts as typed, by language."""
        return {
            code: {part: self[f"{code}-{part}"].value() or "" for part in PARTS}
            for code in self.languages
        }

    @property
    def by_language(self) -> list[InLanguage]:
        needed = absences.languages_of(self.chosen_place)
        names = dict(LANGUAGES)
        return [
            InLanguage(
                code, names[code], code in needed, [self[f"{code}-{part}"] for part in PARTS]
            )
            for code in self.languages
        ]

    def refuse(self, faults: dict[str, dict[str, str]]) -> None:
        """Say at each part what is wrong with it."""
        for code, parts in faults.items():
            for part, why in parts.items():
                name = f"{code}-{part}"
                self.add_error(name if name in self.fields else None, why)


def _places() -> list[tuple[str, str]]:
    teams = [(f"team:{one.public_id}", one.name) for one in Team.objects.order_by("name")]
    found = Inbox.objects.filter(is_active=True).order_by("name")
    boxes = [(f"inbox:{one.public_id}", f"{one.name} ({one.address})") for one in found]
    choices: list = [(WHOLE, _("The whole shop"))]
    if teams:
        choices.append((_("Inboxes of a team"), teams))
    return [*choices, (_("One inbox"), boxes)]


def _kept(absence: Absence) -> dict:
    """The form of one that is planned. Its days are left open if they were."""
    place = absences.place_of(absence)
    kind = "inbox" if absence.inbox else "team"
    found: dict = {
        "place": f"{kind}:{place.public_id}" if place else WHOLE,
        "starts_on": absence.starts_on,
        "returns_on": absence.returns_on,
        "closes_days": not absences.open_calendars(absence),
    }
    for code, parts in absence.texts.items():
        found |= {f"{code}-{part}": words for part, words in parts.items()}
    return found


def _initial() -> dict:
    """What most shops would write: the phone number, and the page of common questions."""
    tomorrow = localdate() + timedelta(days=1)
    found: dict = {"starts_on": tomorrow, "closes_days": True}
    for code in absences.languages_offered():
        with override(code):
            common = _("Answers to common questions:")
        found[f"{code}-useful"] = f"{common} {settings.BASE_URL}/help/"
        found[f"{code}-contacts"] = the_shop().phone
    return found
