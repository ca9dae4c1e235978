from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.contacts.card import LONGEST_NAME, LONGEST_NOTES
from promisedesk.contacts.models import Contact


class CardForm(forms.Form):
    """The customer's card, edited in place."""

    name = forms.CharField(
        label=pgettext_lazy("of a person", "Name"), max_length=LONGEST_NAME, required=False
    )
    phone = forms.CharField(label=_("Add a phone number"), max_length=40, required=False)
    notes = forms.CharField(
        label=_("Notes"),
        max_length=LONGEST_NOTES,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def card_form(contact: Contact) -> CardForm:
    """The card as it stands."""
    return CardForm(initial={"name": contact.name, "notes": contact.notes})
