"""The customer's card as a form, in the panel and on the customer's own page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.contacts import fields as own_fields
from promisedesk.contacts.card import LONGEST_NAME, LONGEST_NOTES
from promisedesk.contacts.models import Contact, CustomField
from promisedesk.core.models import LANGUAGES

OWN = "own-"


class CardForm(forms.Form):
    """The card, with the shop's own fields. What a page does not send stays as it is."""

    name = forms.CharField(
        label=pgettext_lazy("of a person", "Name"), max_length=LONGEST_NAME, required=False
    )
    company = forms.CharField(label=_("Company"), max_length=LONGEST_NAME, required=False)
    is_vip = forms.ChoiceField(
        label=_("VIP"), choices=[("no", _("No")), ("yes", _("Yes"))], required=False
    )
    segment = forms.CharField(label=_("Segment"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("Not known")), *LANGUAGES], required=False
    )
    time_zone = forms.CharField(label=_("Time zone"), max_length=60, required=False)
    phone = forms.CharField(label=_("Add a phone number"), max_length=40, required=False)
    notes = forms.CharField(
        label=_("Notes"),
        max_length=LONGEST_NOTES,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for one in own_fields.asked_of(CustomField.Of.CONTACT):
            self.fields[OWN + one.key] = _field(one)
        for name, one in self.fields.items():
            kind = {"notes": "textarea", "language": "select"}.get(name, "input")
            is_choice = isinstance(one, forms.ChoiceField)
            one.widget.attrs["class"] = "select" if is_choice else kind

    def changes(self) -> dict:
        """What was sent, as card.change takes it."""
        sent = {name: value for name, value in self.cleaned_data.items() if name in self.data}
        own = {name: value for name, value in sent.items() if name.startswith(OWN)}
        plain = {name: value for name, value in sent.items() if name not in own}
        return plain | {"fields": {name.removeprefix(OWN): value for name, value in own.items()}}


def _field(one: CustomField) -> forms.Field:
    label, kind = own_fields.name_of(one), CustomField.Kind
    if one.kind in (kind.CHOICE, kind.YES_NO):
        offered = one.choices if one.kind == kind.CHOICE else ["yes", "no"]
        says = {"yes": _("Yes"), "no": _("No")} if one.kind == kind.YES_NO else {}
        choices = [("", "–"), *((value, says.get(value, value)) for value in offered)]
        return forms.ChoiceField(label=label, required=False, choices=choices)
    kinds = {kind.DATE: "date", kind.NUMBER: "text", kind.LINK: "url"}
    widget = forms.TextInput(attrs={"type": kinds.get(one.kind, "text")})
    return forms.CharField(label=label, required=False, max_length=1000, widget=widget)


def card_form(contact: Contact) -> CardForm:
    """The card as it stands."""
    plain = ("name", "company", "segment", "language", "time_zone", "notes")
    said = {True: "yes", False: "no"}
    own = {
        OWN + key: said[value] if isinstance(value, bool) else value
        for key, value in (contact.fields or {}).items()
    }
    own["is_vip"] = said[contact.is_vip]
    return CardForm(initial={name: getattr(contact, name) for name in plain} | own)
