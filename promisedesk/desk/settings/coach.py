"""What the coach asks of replies: a level for each check, cooling off, and the shop's own words."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.coach import levels, own_words, signature_rules, words
from promisedesk.coach.models import CoachManners, OwnWord
from promisedesk.coach.words.about import ABOUT
from promisedesk.core.errors import Refused
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.coach import CHECKS

LEVELS = [
    ("off", pgettext_lazy("level of a check", "Off")),
    ("hint", pgettext_lazy("level of a check", "Hint")),
    ("warn", pgettext_lazy("level of a check", "Warn")),
    ("stop", pgettext_lazy("level of a check", "Stop")),
]
PLAIN = ("cooling_minutes", "wants_second_eyes", "calls_lead", "signature_needs",
         "allows_pictures", "allows_art")  # fmt: skip
MOST_WORDS = 200  # shown; the rest is found by its first letters


class CoachForm(Styled, forms.Form):
    """A choice for each check that can be switched, and what is done about heat."""

    cooling_minutes = forms.IntegerField(
        label=gettext_lazy("Hold a heated reply for so many minutes"),
        help_text=gettext_lazy("0: nothing is held. It can be taken back until then."),
        min_value=0,
        max_value=levels.LONGEST_COOLING,
    )
    wants_second_eyes = forms.BooleanField(
        label=gettext_lazy("Ask a colleague to read it before it leaves"), required=False
    )
    calls_lead = forms.BooleanField(
        label=gettext_lazy("Tell managers when two heated mails follow one another"),
        required=False,
    )

    signature_needs = forms.MultipleChoiceField(
        label=gettext_lazy("Every signature gives"),
        choices=list(signature_rules.PARTS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one part that every signature has.")
        },
    )
    allows_pictures = forms.BooleanField(
        label=gettext_lazy("Signatures may have a picture, in letters with HTML"), required=False
    )
    allows_art = forms.BooleanField(
        label=gettext_lazy("Signatures may have a picture made of signs"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for check in CHECKS.values():
            if not check.is_fixed:
                self.fields[f"level-{check.id}"] = forms.ChoiceField(
                    label=words.NAMES[check.id],
                    help_text=ABOUT[check.id],
                    choices=LEVELS,
                    widget=forms.Select(attrs={"class": "select"}),
                )

    def checks(self):
        """Their fields, in the order of the checks."""
        return [self[name] for name in self.fields if name.startswith("level-")]

    def levels(self) -> dict[str, str]:
        return {
            name.removeprefix("level-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("level-")
        }


@settings_page
def edit(request: HttpRequest) -> HttpResponse:
    form = CoachForm(request.POST or None, initial=_initial())
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        return redirect("desk:settings-coach")
    return _page(request, form, status=422 if request.method == "POST" else 200)


def _page(request: HttpRequest, form: CoachForm, status: int = 200, **more) -> HttpResponse:
    query = request.GET.get("q", "").strip().casefold()
    found = OwnWord.objects.filter(word__startswith=query) if query else OwnWord.objects.all()
    context = {
        "form": form,
        "fixed": [(words.NAMES[one.id], ABOUT[one.id]) for one in CHECKS.values() if one.is_fixed],
        "own_words": found[:MOST_WORDS],
        "number": OwnWord.objects.count(),
        "most": MOST_WORDS,
        "query": query,
        "page": "coach",
    }
    return render(request, "desk/settings/coach.html", context | more, status=status)


def _initial() -> dict[str, object]:
    manners = CoachManners.get()
    return {f"level-{name}": str(level) for name, level in levels.levels().items()} | {
        "cooling_minutes": manners.cooling_minutes,
        "wants_second_eyes": manners.wants_second_eyes,
        "calls_lead": manners.calls_lead,
        "signature_needs": signature_rules.needs(),
        "allows_pictures": manners.allows_pictures,
        "allows_art": manners.allows_art,
    }


def _saved(request: HttpRequest, form: CoachForm) -> bool:
    given = form.cleaned_data
    rest = {name: given[name] for name in PLAIN}
    try:
        levels.change(by=request.user, levels=form.levels(), **rest)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


@settings_page
@require_POST
def add_word(request: HttpRequest) -> HttpResponse:
    word = request.POST.get("word", "")
    try:
        added = own_words.add(word, by=request.user)
    except Refused as refusal:
        return _page(
            request, CoachForm(initial=_initial()), 422, word=word, word_error=str(refusal)
        )
    messages.success(request, _("“%(word)s” is spelt right from now on.") % {"word": added.word})
    return redirect("desk:settings-coach")


@settings_page
@require_POST
def remove_word(request: HttpRequest, number: int) -> HttpResponse:
    word = get_object_or_404(OwnWord, pk=number)
    try:
        own_words.remove(word, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-coach")
