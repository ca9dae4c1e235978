from django import forms
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.passwords import LONGEST_PASSWORD


class PasswordForm(forms.Form):
    """One new password. Shown once: people paste them from a manager."""

    password = forms.CharField(
        label=_("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class ForgottenForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
