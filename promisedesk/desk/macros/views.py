"""Choosing a macro while writing: a list that is fetched when it is opened, and is a page too.

The script asks for JSON and puts the text where the caret is; without it the text goes to the
end of the draft. What the macro does beside is shown in the composer, and done with the sending.
"""

from __future__ import annotations

from textwrap import shorten

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.conversations import actions as conversation_actions
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES
from promisedesk.desk.conversation.forms import WriteForm, signed
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.replies import drafting, variables
from promisedesk.replies import macros as abilities
from promisedesk.replies.models import Macro

MOST_SHOWN = 300
FIRST_WORDS = 90  # characters of a text in the list


@login_required
def macros(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The list; `?q=` looks for words. A POST comes from the composer: what is typed is kept."""
    conversation = conversation_of(request, view, public_id)
    if request.method == "POST":
        _keep_typed(request, conversation)
        return redirect(request.path)
    query = request.GET.get("q", "")
    rows = [_row(one, conversation) for one in abilities.visible_to(request.user)[:MOST_SHOWN]]
    context = {
        "conversation": conversation,
        "view": view,
        "rows": [row for row in rows if _has(row, query)],
        "query": query,
        "back": reverse("desk:conversation", args=[view, public_id]),
    }
    name = "list" if request.headers.get("X-Part") else "page"
    return render(request, f"desk/macros/{name}.html", context)


def _keep_typed(request: HttpRequest, conversation: Conversation) -> None:
    form = WriteForm(request.POST, request.FILES)
    form.is_valid()
    drafting.save(
        conversation, request.user, request.POST.get("text", ""), files=form.stored_files()
    )


def _row(macro: Macro, conversation: Conversation) -> dict:
    text, _language = abilities.text_for(macro, conversation)
    return {
        "macro": macro,
        "words": shorten(text[: 3 * FIRST_WORDS], FIRST_WORDS, placeholder=" …"),
        "does": _does(macro),
    }


def _does(macro: Macro) -> str:
    try:
        return conversation_actions.in_words(macro.actions) if macro.actions else ""
    except Refused:  # a tag or person it names is gone
        return ""


def _has(row: dict, query: str) -> bool:
    macro = row["macro"]
    text = f"{macro.name} {macro.shortcut} {row['words']} {row['does']}".casefold()
    return all(word in text for word in query.casefold().lstrip("/;").split())


@login_required
@require_POST
def macro(request: HttpRequest, view: str, public_id: str, macro: str) -> HttpResponse:
    """Use it: answers JSON to the script, else the composer with the text in the draft."""
    conversation = conversation_of(request, view, public_id)
    chosen = get_object_or_404(abilities.visible_to(request.user), public_id=macro)
    wants_json = "application/json" in request.headers.get("Accept", "")
    try:
        applied = abilities.apply(conversation, chosen, request.user)
    except Refused as refusal:
        if wants_json:
            return JsonResponse({"refused": str(refusal)}, status=422)
        messages.error(request, str(refusal))
        return redirect("desk:conversation", view, public_id)
    if wants_json:
        return JsonResponse(_as_json(applied, conversation))
    if not chosen.texts:
        messages.success(request, _done(applied))
        return redirect("desk:conversation", view, public_id)
    _put_into_draft(conversation, applied, request.user)
    asked = f"?macro={chosen.public_id}" if chosen.actions else ""
    return redirect(reverse("desk:reply", args=[view, public_id]) + asked + "#reply")


def _as_json(applied: abilities.Applied, conversation: Conversation) -> dict:
    macro = applied.macro
    return {
        "text": applied.text,
        "missing": applied.missing,
        "says": _done(applied) if not macro.texts else _says(applied, conversation),
        "is_done": not macro.texts,
        "files": [
            {"name": one.name, "size": filesizeformat(one.size), "value": signed(one)}
            for one in applied.files
        ],
        "id": macro.public_id if macro.texts and macro.actions else "",
        "name": macro.name,
        "does": _does(macro),
    }


def _done(applied: abilities.Applied) -> str:
    return _("“%(macro)s” is done.") % {"macro": applied.macro.name}


def _says(applied: abilities.Applied, conversation: Conversation) -> str:
    if applied.missing:
        return _("Fill in %(places)s before you send.") % {"places": ", ".join(applied.missing)}
    if applied.language != variables.answer_language(conversation):
        language = dict(LANGUAGES).get(applied.language, "")
        return _("This macro has no text in the customer’s language; this is the one in: %s.") % (
            language
        )
    return _("“%(macro)s” is put in.") % {"macro": applied.macro.name}


def _put_into_draft(conversation: Conversation, applied: abilities.Applied, agent) -> None:
    draft = drafting.drafts(conversation, agent).get(False)
    text = "\n\n".join(part for part in (draft.text if draft else "", applied.text) if part.strip())
    files = drafting.files_of(draft) if draft else []
    files += [one for one in applied.files if one not in files]
    drafting.save(conversation, agent, text, files=files)
