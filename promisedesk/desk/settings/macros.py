"""Macros: a page for everybody who answers, since everybody may have some of their own."""

from __future__ import annotations

from functools import wraps

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Team
from promisedesk.agents.rights import Deed, may
from promisedesk.contacts import fields
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import actions as conversation_actions
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.desk.actions_form import ActionsForm
from promisedesk.desk.conversation.forms import MOST_FILES, FilesField, WriteForm, signed
from promisedesk.desk.settings import coached
from promisedesk.desk.settings.styled import Styled
from promisedesk.lib import markdown
from promisedesk.replies import drafting, macros, variables
from promisedesk.replies.models import Macro

OWN, ALL = "own", "all"


def answering(view):
    """A page for those who answer customers."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may(request.user, Deed.OWN):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


class MacroForm(Styled, forms.Form):
    """Name, shortcut and whose it is; a text for each language; files."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    shortcut = forms.CharField(
        label=gettext_lazy("Shortcut"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Type / and this while you write."),
    )
    whose = forms.ChoiceField(label=gettext_lazy("Who may use it"))
    files = FilesField(label=gettext_lazy("Files"), required=False)

    def __init__(self, *args, agent, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.agent = agent
        self.fields["whose"].choices = _owners(agent)
        self.languages = languages
        for code in languages:
            self.fields[f"text_{code}"] = forms.CharField(
                label=dict(LANGUAGES)[code],
                required=False,
                strip=False,
                max_length=macros.LONGEST_TEXT,
                widget=forms.Textarea(
                    attrs={"rows": 8, "class": "textarea", "lang": code, "data-macro-text": code}
                ),
            )

    def texts(self) -> list[forms.BoundField]:
        return [self[f"text_{code}"] for code in self.languages]

    def wording(self, actions: list[dict], kept: list) -> macros.Wording:
        """What was filled in. After is_valid()."""
        cleaned, whose = self.cleaned_data, self.cleaned_data["whose"]
        shared = {OWN, ALL}.isdisjoint([whose])
        return macros.Wording(
            name=cleaned["name"],
            shortcut=cleaned["shortcut"],
            texts={code: cleaned[f"text_{code}"] for code in self.languages},
            actions=actions,
            files=kept,
            owner=self.agent if whose == OWN else None,
            team=Team.objects.get(public_id=whose) if shared else None,
        )


def _owners(agent) -> list[tuple[str, str]]:
    owners = [(OWN, _("Only I"))]
    if may(agent, Deed.SHARE):
        owners.append((ALL, _("Everybody who answers")))
        for team in Team.objects.order_by("name"):
            owners.append((team.public_id, _("Team “%(name)s”") % {"name": team.name}))
    return owners


def languages_of(macro: Macro | None = None) -> list[str]:
    """Those customers are answered in, the shop's own first, and those it has a text in."""
    shop = the_shop()
    wanted = [*(shop.languages or dict(LANGUAGES)), *(macro.texts if macro else ())]
    return sorted(set(wanted), key=lambda code: (code != shop.language, code))


@answering
def index(request: HttpRequest) -> HttpResponse:
    rows = [{"macro": one, "does": _does(one), "languages": " · ".join(one.texts).upper()}
            for one in macros.readable_by(request.user).order_by("-is_active", "name")]  # fmt: skip
    context = {"rows": rows, "page": "macros"}
    return render(request, "desk/settings/macros.html", context)


def _does(macro: Macro) -> str:
    try:
        return conversation_actions.in_words(macro.actions) if macro.actions else ""
    except Refused as gone:
        return str(gone)


@answering
def new(request: HttpRequest) -> HttpResponse:
    """`?from=` a conversation: begins with the reply one has drafted there."""
    return _edit(request, None, _from_draft(request))


def _from_draft(request: HttpRequest) -> dict:
    public_id = request.GET.get("from")
    if not public_id:
        return {"whose": ALL if may(request.user, Deed.SHARE) else OWN}
    conversation = get_object_or_404(
        Conversation.objects.visible_to(request.user).select_related("contact", "inbox"),
        public_id=public_id,
    )
    draft = drafting.drafts(conversation, request.user).get(False)
    language = variables.answer_language(conversation)
    text = draft.text if draft else ""
    general = variables.unfill(text, variables.facts_of(conversation, request.user))
    return {f"text_{language}": general, "whose": OWN}


@answering
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    macro = get_object_or_404(macros.readable_by(request.user), public_id=public_id)
    whose = OWN if macro.owner_id else macro.team.public_id if macro.team else ALL
    initial = {"name": macro.name, "shortcut": macro.shortcut, "whose": whose}
    initial |= {f"text_{code}": text for code, text in macro.texts.items()}
    return _edit(request, macro, initial)


def _edit(request: HttpRequest, macro: Macro | None, initial: dict) -> HttpResponse:
    agent, status = request.user, 200
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = MacroForm(*posted, initial=initial, agent=agent, languages=languages_of(macro))
    doing = ActionsForm.showing(macro.actions if macro else [], data=request.POST or None)
    files = macros.files_of(macro) if macro else []
    if posted:
        is_valid = form.is_valid() & doing.is_valid()
        files = _files(request, form)
        if is_valid and (saved := _save(macro, form, doing, files, agent)):
            messages.success(request, _("“%(name)s” is saved.") % {"name": saved.name})
            coached.tell(request, saved.texts)
            return redirect("desk:settings-macros")
        status = 422
    context = {
        "macro": macro,
        "form": form,
        "doing": doing,
        "files": [(one, signed(one)) for one in files],
        "may_change": macro is None or macros.may_change(macro, agent),
        "offered": offered(),
        "page": "macros",
    }
    return render(request, "desk/settings/macro.html", context, status=status)


def _files(request: HttpRequest, form: MacroForm) -> list:
    kept = WriteForm(request.POST).kept_files()
    uploads = WriteForm(request.POST, request.FILES)
    uploads.is_valid()
    return uploads.stored_files()[:MOST_FILES] if request.FILES else kept


def _save(macro, form: MacroForm, doing: ActionsForm, files, agent) -> Macro | None:
    try:
        wording = form.wording(doing.actions(), files)
        if macro is None:
            return macros.add(wording, by=agent)
        macros.change(macro, wording, by=agent)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    return macro


def offered() -> list[tuple[str, str]]:
    """What can be filled in: (the name, in words), the shop's own fields last."""
    own = [
        (f"field.{one.key}", fields.name_of(one))
        for of in CustomField.Of.values
        for one in fields.asked_of(of)
    ]
    return [(name, str(words)) for name, words in variables.OFFERED.items()] + own


@answering
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """How `text` reads to an example customer, in `language`."""
    language = request.POST.get("language", "")
    known = language if language in dict(LANGUAGES) else the_shop().language
    text = request.POST.get("text") or request.POST.get(f"text_{known}", "")
    filled = variables.fill(text[: macros.LONGEST_TEXT], variables.example(known, request.user))
    context = {
        "html": markdown.as_html(filled.text),
        "missing": list(dict.fromkeys(one.written for one in filled.missing)),
        "language": known,
    }
    return render(request, "desk/settings/macro_preview.html", context)


@answering
@require_POST
def retirement(request: HttpRequest, public_id: str) -> HttpResponse:
    """Put it away, or (`is_active`) offer it again."""
    macro = get_object_or_404(macros.readable_by(request.user), public_id=public_id)
    try:
        if request.POST.get("is_active"):
            macros.bring_back(macro, by=request.user)
            messages.success(request, _("“%(name)s” is offered again.") % {"name": macro.name})
        else:
            macros.retire(macro, by=request.user)
            messages.success(request, _("“%(name)s” is put away.") % {"name": macro.name})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:settings-macros")
