from django import forms
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.noticing import SAYS


class WishForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("Tell me when"),
        choices=[(str(kind), says) for kind, says in SAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    browser = forms.BooleanField(label=_("Show it in the browser"), required=False)
    sound = forms.BooleanField(label=_("Play a short sound"), required=False)
    push = forms.BooleanField(label=_("Send it to my devices"), required=False)
