"""The coach beside texts that are edited in the settings: macros, letters of rules, absences.

Its lines are hints: nothing is refused for them. Fields named `text_<language>` are read, also
those of a form with a prefix (`own-text_en`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may
from promisedesk.coach.ready_texts import hints_for
from promisedesk.coach.reviewing import Hint
from promisedesk.core.models import LANGUAGES
from promisedesk.lib.coach import Level
from promisedesk.replies import macros, variables
from promisedesk.rules import letters

VALUES = {Level.STOP: "fail", Level.WARN: "warn", Level.HINT: "hint"}
FIELD = "text_"


@dataclass(frozen=True, slots=True)
class Line:
    """A hint as it is drawn. `better`: what could stand there instead, '' if nobody knows."""

    value: str
    says: str
    excerpt: str
    better: str


@dataclass(frozen=True, slots=True)
class Read:
    """What the coach says of the text in one language."""

    code: str
    name: str
    lines: list[Line]


def read_texts(texts: Mapping[str, str], agent: Agent) -> list[Read]:
    """Of each text that is there, by language; variables are filled as for an example customer."""
    return [
        Read(code, name, lines_for(texts[code], code, agent))
        for code, name in LANGUAGES
        if texts.get(code, "").strip()
    ]


def lines_for(text: str, language: str, agent: Agent) -> list[Line]:
    facts = variables.example(language, agent)
    facts[letters.RESOLVE_BY] = facts.get("promise.by", "")
    return [_line(one) for one in hints_for(text[: macros.LONGEST_TEXT], language, facts)]


def lines_for_plain(text: str, language: str) -> list[Line]:
    """The same of a text in which nothing is filled in: a variable is named as one."""
    return [_line(one) for one in hints_for(text[: macros.LONGEST_TEXT], language, None)]


def _line(hint: Hint) -> Line:
    better = next((one.says for one in hint.finding.mends if one.says), "")
    says = hint.says
    return Line(VALUES[hint.level], says, hint.excerpt, "" if better in says else better)


def tell(request: HttpRequest, texts: Mapping[str, str]) -> None:
    """After saving: how many hints there are, if any."""
    number = sum(len(one.lines) for one in read_texts(texts, request.user))
    if number:
        words = ngettext(
            "The coach has %(number)s hint for it. Open it to see it.",
            "The coach has %(number)s hints for it. Open it to see them.",
            number,
        )
        messages.info(request, words % {"number": number})


@login_required
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """What the coach says of the texts sent; a page of its own without a script."""
    if not may(request.user, Deed.OWN):
        raise PermissionDenied
    context = {"coached": read_texts(_sent(request), request.user)}
    template = "coached.html" if request.headers.get("HX-Request") else "coached_page.html"
    return render(request, f"desk/settings/{template}", context)


def _sent(request: HttpRequest) -> dict[str, str]:
    """The texts of the form by language, whatever stands before their names."""
    texts = {}
    for name, value in request.POST.items():
        field, _separator, code = name.rpartition("-")[2].partition("_")
        if field + "_" == FIELD:
            texts[code] = str(value)
    return texts
