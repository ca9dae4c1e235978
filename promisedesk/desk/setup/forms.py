from django import forms
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.passwords import LONGEST_PASSWORD
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings import promise_choices
from promisedesk.desk.settings.shop import country_choices, zone_choices
from promisedesk.desk.settings.styled import Styled
from promisedesk.desk.settings.target_field import TargetField
from promisedesk.promises.models import DEFAULT_TARGET


class YouForm(Styled, forms.Form):
    name = forms.CharField(
        label=_("Your name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("You sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        help_text=_("At least 10 characters. A few words in a row are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


def _zones():
    return [("", _("The usual one of the country")), *zone_choices()]


class ShopForm(Styled, forms.Form):
    shop_name = forms.CharField(
        label=_("Name of the shop"),
        max_length=100,
        help_text=_("Customers see it in every letter."),
    )
    country = forms.ChoiceField(
        label=_("Country"),
        choices=country_choices,
        required=False,
        help_text=_("Its public holidays do not count as opening hours."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=_zones, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class MailboxForm(Styled, forms.Form):
    address = forms.CharField(
        label=_("Address customers write to"), max_length=254, widget=forms.EmailInput
    )
    name = forms.CharField(
        label=_("Name on letters"),
        max_length=100,
        required=False,
        help_text=_("The shop’s name if you leave it empty."),
    )
    comes_by = forms.ChoiceField(
        label=_("How does mail come in?"),
        choices=[
            ("imap", _("Fetch it from a mailbox (IMAP)")),
            ("smtp", _("Our mail server hands it over (SMTP or pipe)")),
        ],
        initial="imap",
        widget=forms.RadioSelect,
    )
    hours = forms.ChoiceField(
        label=_("When are you there?"),
        choices=[(key, says) for key, (_hours, says) in promise_choices.HOURS.items()],
        initial="mon-fri-9-18",
        help_text=_("Breaks, holidays and other hours can be set later."),
    )
    target = TargetField(
        label=_("Answers are promised"), choices=promise_choices.TARGETS, initial=DEFAULT_TARGET
    )
