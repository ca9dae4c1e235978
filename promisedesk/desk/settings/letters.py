"""How letters look: what stands above and below them, seen while it is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from promisedesk.channels.email import examples
from promisedesk.channels.email.examples import Example
from promisedesk.conversations.models import Inbox
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.styled import Styled
from promisedesk.replies import letter_look
from promisedesk.replies.models import LetterLook

WIDTHS = (600, 360)  # pixels: a mail program, a telephone
AS_MAIL = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; "
    "sandbox allow-popups"
)
BLANK = "<base target='_blank'></head>"


class LettersForm(Styled, forms.Form):
    """The look, and which letter it is seen on."""

    has_logo = forms.BooleanField(
        label=gettext_lazy("Logo above the words, or the shop’s name where there is none"),
        required=False,
    )
    has_line = forms.BooleanField(
        label=gettext_lazy("A line of your colour at the top"), required=False
    )
    card = forms.MultipleChoiceField(
        label=gettext_lazy("Contact card below the words"),
        choices=list(letter_look.PARTS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy(
                "Choose at least one part: customers want to know who wrote to them."
            )
        },
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letter"), choices=LANGUAGES, required=False
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Letter"),
        choices=[
            ("answer", gettext_lazy("An answer")),
            ("acknowledgement", gettext_lazy("The letter that confirms a message")),
        ],
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in LANGUAGES:
            self.fields[f"closing_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=letter_look.LONGEST_CLOSING,
                widget=forms.TextInput(attrs={"class": "input", "lang": code}),
            )

    def closings(self) -> list:
        return [self[f"closing_{code}"] for code, _name in LANGUAGES]

    def look_given(self) -> dict:
        given = self.cleaned_data
        return {
            "has_logo": given["has_logo"],
            "has_line": given["has_line"],
            "card": given["card"],
            "closing": {code: given[f"closing_{code}"] for code, _name in LANGUAGES},
        }


@dataclass(frozen=True, slots=True)
class Seen:
    """`url` is of the page in the frames; `text` the plain part beside it."""

    url: str
    subject: str
    text: str


@settings_page
def edit(request: HttpRequest) -> HttpResponse:
    form, status = LettersForm(request.POST or None, initial=_initial()), 200
    if request.method == "POST":
        if form.is_valid() and _saved(request, form):
            return redirect("desk:settings-letters")
        status = 422
    context = {"form": form, "page": "letters", **_shown(request, form)}
    return render(request, "desk/settings/letters.html", context, status=status)


def _saved(request: HttpRequest, form: LettersForm) -> bool:
    try:
        letter_look.change(**form.look_given(), by=request.user)
    except Refused as refusal:
        form.add_error("card", str(refusal))
        return False
    messages.success(request, _("Letters look so from now on."))
    return True


def _initial() -> dict:
    look = letter_look.the_look()
    language = (get_language() or "en")[:2]
    return {
        "has_logo": look.has_logo,
        "has_line": look.has_line,
        "card": letter_look.card_of(look),
        "language": language if language in dict(LANGUAGES) else "en",
        "kind": "answer",
        **{f"closing_{code}": said for code, said in look.closing.items()},
    }


@settings_page
@require_safe
def look(request: HttpRequest) -> HttpResponse:
    """The frames of what is chosen just now."""
    form = LettersForm(request.GET)
    form.is_valid()
    return render(request, "desk/settings/letters_look.html", _shown(request, form))


@settings_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The letter itself, for a frame: its styles are its own."""
    form = LettersForm(request.GET)
    form.is_valid()
    found = _example(request, form)
    html = found.html.replace("</head>", BLANK) if found else ""
    response = HttpResponse(html)
    response["Content-Security-Policy"] = AS_MAIL
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _shown(request: HttpRequest, form: LettersForm) -> dict:
    found = _example(request, form)
    if found is None:
        return {"seen": None}
    data = form.data if form.is_bound else form.initial
    query = {name: data.get(name, "") for name in form.fields if name != "card"}
    query = {name: value for name, value in query.items() if value}
    query["card"] = [one.data["value"] for one in form["card"] if one.data["selected"]]
    url = f"{reverse('desk:settings-letter-page')}?{urlencode(query, doseq=True)}"
    return {"seen": Seen(url, found.subject, found.text), "widths": WIDTHS}


def _example(request: HttpRequest, form: LettersForm) -> Example | None:
    """None in a desk without an inbox: nothing leaves from there."""
    inbox = Inbox.objects.order_by("pk").first()
    if inbox is None:
        return None
    language, kind = (_chosen(form, name) for name in ("language", "kind"))
    return examples.example(kind, inbox, language, request.user, _look_of(form))


def _chosen(form: LettersForm, name: str) -> str:
    usual = {"language": "en", "kind": "answer"}[name]
    value = form.cleaned_data.get(name) if form.is_bound else form.initial.get(name)
    return value or usual


def _look_of(form: LettersForm) -> LetterLook:
    if not form.is_bound or form.errors:
        return letter_look.the_look()
    return letter_look.looking(**form.look_given())
