"""Signatures: one's own under "you", those of inboxes and the shop in the settings.

The same form for both; what is typed is looked at by the server as it is typed, and again when
it is saved.
"""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.coach import signature_rules
from promisedesk.conversations.models import Inbox, of_inboxes_seen_by
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.desk.settings import signature_look
from promisedesk.desk.settings.access import settings_page
from promisedesk.desk.settings.macros import answering
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib import pictures
from promisedesk.replies import keeping_signatures, signatures
from promisedesk.replies.keeping_signatures import Wording
from promisedesk.replies.models import Signature
from promisedesk.replies.variables import OFFERED

USUAL = "{agent.name}\n{shop.name}\n{shop.site}\n{inbox.address}, {shop.phone}"
PLACES = [(name, OFFERED[name]) for name in signatures.PLACES]


class SignatureForm(Styled, forms.Form):
    """`agent` None: of an inbox or the shop."""

    text = forms.CharField(
        label=gettext_lazy("Lines"),
        max_length=keeping_signatures.LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "wrap": "off", "spellcheck": "false"}),
    )
    inbox = forms.ModelChoiceField(
        label=pgettext_lazy("an address", "Inbox"),
        queryset=Inbox.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label=gettext_lazy("Every inbox"),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letter"),
        choices=[("", gettext_lazy("Every language")), *LANGUAGES],
        required=False,
    )
    group = forms.CharField(
        label=gettext_lazy("Customers"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("VIP, or a segment that stands on their card. Empty: everybody."),
        widget=forms.TextInput(attrs={"list": "groups", "autocomplete": "off"}),
    )
    occasion = forms.ChoiceField(
        label=gettext_lazy("Occasion"), choices=Signature.Occasion.choices, required=False
    )
    picture = forms.FileField(label=pgettext_lazy("part of a signature", "Picture"), required=False)
    no_picture = forms.BooleanField(label=gettext_lazy("No picture"), required=False)

    def __init__(self, *args, reader: Agent, **kwargs):
        super().__init__(*args, **kwargs)
        seen = of_inboxes_seen_by(reader, "")
        self.fields["inbox"].queryset = Inbox.objects.filter(seen).order_by("name")
        self.fields["text"].widget.attrs["class"] = "textarea mono"

    def clean_picture(self):
        file = self.cleaned_data["picture"]
        if file and file.size > pictures.LARGEST:
            raise forms.ValidationError(_("This picture is too large."))
        return file


@dataclass(frozen=True, slots=True)
class Row:
    signature: Signature
    says: str
    holds_for: list[str]
    url: str


def rows_of(agent: Agent | None, inbox: Inbox | None = None) -> list[Row]:
    """An agent's own; else those of an inbox; else all that are not of an agent."""
    found = Signature.objects.filter(agent=agent).select_related("inbox")
    if inbox:
        found = found.filter(inbox=inbox)
    return [_row(one, hides_inbox=inbox is not None) for one in found]


def _row(signature: Signature, *, hides_inbox: bool) -> Row:
    name = "desk:my-signature" if signature.agent_id else "desk:settings-signature"
    return Row(
        signature,
        " · ".join(line.strip() for line in signature.text.splitlines() if line.strip()),
        holds_for(signature, hides_inbox=hides_inbox),
        reverse(name, args=[signature.public_id]),
    )


def holds_for(signature: Signature, *, hides_inbox: bool = False) -> list[str]:
    """For what it is, in words: ["Kettle & Loom", "Polski", "VIP"]; [] for everything."""
    inbox = signature.inbox.name if signature.inbox and not hides_inbox else ""
    occasion = signature.get_occasion_display() if signature.occasion else ""
    language = dict(LANGUAGES).get(signature.language, "")
    return [str(one) for one in (inbox, language, signature.group, occasion) if one]


@answering
def new_own(request: HttpRequest) -> HttpResponse:
    return _edit(request, None, request.user)


@answering
def edit_own(request: HttpRequest, public_id: str) -> HttpResponse:
    own = get_object_or_404(Signature, public_id=public_id, agent=request.user)
    return _edit(request, own, request.user)


@answering
@require_POST
def remove_own(request: HttpRequest, public_id: str) -> HttpResponse:
    return _remove(request, get_object_or_404(Signature, public_id=public_id, agent=request.user))


@answering
@require_POST
def look_at_own(request: HttpRequest) -> HttpResponse:
    return _look(request, request.user)


@settings_page
def index(request: HttpRequest) -> HttpResponse:
    context = {"rows": rows_of(None), "page": "signatures"}
    return render(request, "desk/settings/signatures.html", context)


@settings_page
def new(request: HttpRequest) -> HttpResponse:
    return _edit(request, None, None)


@settings_page
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    shared = get_object_or_404(Signature, public_id=public_id, agent=None)
    return _edit(request, shared, None)


@settings_page
@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    return _remove(request, get_object_or_404(Signature, public_id=public_id, agent=None))


@settings_page
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    return _look(request, None)


def _look(request: HttpRequest, owner: Agent | None) -> HttpResponse:
    """The part of the page that follows the typing; why the text before was refused is gone."""
    form = SignatureForm(request.POST, reader=request.user)
    form.is_valid()
    context = {"is_typed": True, **_seen(request, form, owner)}
    return render(request, "desk/settings/signature_look.html", context)


def _seen(request: HttpRequest, form: SignatureForm, owner: Agent | None) -> dict:
    text = form.data.get("text", "") if form.is_bound else form.initial.get("text", "")
    seen = signature_look.seen(
        text, owner=owner, viewer=request.user, inbox=_inbox_of(form) if text else None
    )
    return {"seen": seen, "may_change": owner is not None or request.user.is_admin}


def _inbox_of(form: SignatureForm) -> Inbox | None:
    return form.cleaned_data.get("inbox") if form.is_bound else form.initial.get("inbox_row")


def _edit(request: HttpRequest, signature: Signature | None, owner: Agent | None) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = _initial(request, signature)
    form, status = SignatureForm(*posted, initial=initial, reader=request.user), 200
    if posted and form.is_valid():
        if "mend" in request.POST:
            return _page(request, _mended(request, form, owner), signature, owner)
        try:
            _save(form, signature, owner, request.user)
        except Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(request, _("The signature is saved."))
            return _back(owner)
    if posted:
        status = 422
    return _page(request, form, signature, owner, status)


def _initial(request: HttpRequest, signature: Signature | None) -> dict:
    if signature is None:
        chosen = request.GET.get("inbox", "")
        seen = Inbox.objects.filter(of_inboxes_seen_by(request.user, ""))
        row = seen.filter(public_id=chosen).first() if chosen else None
        return {"text": USUAL, "inbox": chosen, "inbox_row": row}
    return {
        "text": signature.text,
        "inbox": signature.inbox.public_id if signature.inbox else "",
        "inbox_row": signature.inbox,
        "language": signature.language,
        "group": signature.group,
        "occasion": signature.occasion,
    }


def _mended(request: HttpRequest, form: SignatureForm, owner: Agent | None) -> SignatureForm:
    """The same form, its wide lines broken in two: nothing is saved yet."""
    data = request.POST.copy()
    data["text"] = signature_look.broken(
        data["text"], owner=owner, viewer=request.user, inbox=form.cleaned_data["inbox"]
    )
    mended = SignatureForm(data, reader=request.user)
    mended.fields["text"].widget.attrs["autofocus"] = True  # the button pressed may be gone
    mended.is_valid()
    return mended


def _save(
    form: SignatureForm, signature: Signature | None, owner: Agent | None, by: Agent
) -> Signature:
    given = form.cleaned_data
    seen = signature_look.seen(given["text"], owner=owner, viewer=by, inbox=given["inbox"])
    if not seen.filled.strip():
        raise Refused(_("Write at least one line."))
    if seen.judged.wrong:
        raise Refused(" ".join(f"{one}." for one in seen.judged.wrong))
    picture = "" if given["no_picture"] else None
    if given["picture"] and signature_rules.allows_pictures():
        picture = keeping_signatures.drawn(given["picture"].read())
    wording = Wording(
        given["text"],
        agent=owner,
        inbox=given["inbox"],
        language=given["language"],
        group=given["group"],
        occasion=given["occasion"],
        picture=picture,
    )
    return keeping_signatures.write(signature, wording, by=by)


def _remove(request: HttpRequest, signature: Signature) -> HttpResponse:
    owner = signature.agent
    try:
        keeping_signatures.remove(signature, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The signature is removed."))
    return _back(owner)


def _back(owner: Agent | None) -> HttpResponse:
    return redirect(f"{reverse('desk:me')}#signatures" if owner else "desk:settings-signatures")


def _page(
    request: HttpRequest,
    form: SignatureForm,
    signature: Signature | None,
    owner: Agent | None,
    status: int = 200,
) -> HttpResponse:
    whose = "my-signature" if owner else "settings-signature"
    context = {
        "form": form,
        "signature": signature,
        "look_url": reverse(f"desk:{whose}-look"),
        "removal_url": signature and reverse(f"desk:{whose}-removal", args=[signature.public_id]),
        "list_url": reverse("desk:me") if owner else reverse("desk:settings-signatures"),
        "is_own": owner is not None,
        "allows_pictures": signature_rules.allows_pictures(),
        "places": PLACES,
        "has_site": bool(the_shop().site),
        "page": "me" if owner else "signatures",
        **_seen(request, form, owner),
    }
    return render(request, "desk/settings/signature.html", context, status=status)
