"""The coach beside the box: what could be better, as lines that mend themselves."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.agents.rights import Deed, may
from promisedesk.coach import cooling, leaving, own_words, reviewing, words
from promisedesk.coach.cooling import Hold
from promisedesk.coach.reviewing import Hint, Review
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.conversation.forms import WriteForm
from promisedesk.desk.conversation.views import conversation_of
from promisedesk.lib.coach import Level

MARKS = {"spelling": "spell", "tone": "tone"}  # how the words are marked; else "stop" or "other"
MOST_LINES = 30  # the heaviest; a pasted log has a thousand question marks
LONGEST_EXCERPT = 90  # characters
VALUES = {Level.STOP: "fail", Level.WARN: "warn", Level.HINT: "hint"}


@dataclass(frozen=True, slots=True)
class Line:
    """A hint as it is drawn. Offsets are code points of the text."""

    key: str
    value: str  # "fail", "warn", "hint"
    mark: str
    says: str
    excerpt: str
    spans: str  # JSON: [[start, end], …]
    mend: str  # what its button says, '' without one
    edits: str  # JSON: [[start, end, text, of_subject], …]
    word: str  # to be added to the dictionary
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The coach's panel."""

    lines: list[Line]
    passed: list[str]
    dismissed: int
    checked: int

    @property
    def meter(self) -> list[str]:
        """A value for each check, those that pass first."""
        return ["pass"] * len(self.passed) + self.failing

    @property
    def failing(self) -> list[str]:
        counted = Counter(one.value for one in self.lines)
        return [name for name in ("hint", "warn", "fail") for _one in range(min(counted[name], 6))]

    @property
    def done(self) -> int:
        return len(self.passed)


def board(review: Review) -> Board:
    """What is drawn of a review."""
    return Board(
        lines=[_line(one) for one in review.hints[:MOST_LINES]],
        passed=[str(words.NAMES[name]) for name in review.reading.passed],
        dismissed=len(review.dismissed),
        checked=review.checked,
    )


def _line(hint: Hint) -> Line:
    finding = hint.finding
    mend = finding.mends[0] if finding.mends else None
    edits = [[one.start, one.end, one.text, one.of_subject] for one in mend.edits] if mend else []
    return Line(
        key=hint.key,
        value=VALUES[hint.level],
        mark="stop" if hint.level is Level.STOP else MARKS.get(finding.check, "other"),
        says=hint.says,
        excerpt="" if hint.excerpt in hint.says else _short(hint.excerpt),
        spans=json.dumps([list(span) for span in finding.spans]),
        mend=words.mend_in_words(mend) if mend else "",
        edits=json.dumps(edits, ensure_ascii=False),
        word=_unknown_word(hint),
        is_fixed=hint.is_fixed,
    )


def _unknown_word(hint: Hint) -> str:
    """What may be added to the dictionary: one word, not "the the"."""
    is_word = hint.finding.check == "spelling" and len(hint.excerpt.split()) == 1
    return hint.excerpt if is_word else ""


def _short(excerpt: str) -> str:
    """On one line, cut off where it would fill the panel: the text itself is marked."""
    return Truncator(" ".join(excerpt.split())).chars(LONGEST_EXCERPT)


def _read(conversation: Conversation, request: HttpRequest) -> Review:
    form = WriteForm(request.POST)
    form.is_valid()
    form.kept = form.kept_files()
    return reviewing.review_letter(conversation, form.letter(), by=request.user)


@login_required
@require_POST
def coach(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """The panel for `text` as it stands in the box."""
    conversation = _conversation(request, view, public_id)
    return _drawn(request, conversation, _read(conversation, request))


@login_required
@require_POST
def put_aside(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """A hint (`key`) that does not fit here, and why (`reason`); the panel anew."""
    conversation = _conversation(request, view, public_id)
    read, error = _read(conversation, request), ""
    hint = next((one for one in read.hints if one.key == request.POST.get("key")), None)
    if hint is not None:
        try:
            leaving.put_aside(conversation, hint, request.POST.get("reason", ""), by=request.user)
        except Refused as refusal:
            error = str(refusal)
        else:
            read = read.without(hint.key)
    return _drawn(request, conversation, read, error)


@login_required
@require_POST
def add_word(request: HttpRequest, view: str, public_id: str) -> HttpResponse:
    """A word (`word`) that is spelt right in this shop; the panel anew."""
    conversation = _conversation(request, view, public_id)
    error = ""
    try:
        own_words.add(request.POST.get("word", ""), by=request.user)
    except Refused as refusal:
        error = str(refusal)
    return _drawn(request, conversation, _read(conversation, request), error)


def _conversation(request: HttpRequest, view: str, public_id: str) -> Conversation:
    conversation = conversation_of(request, view, public_id)
    if not may(request.user, Deed.ANSWER):
        raise PermissionDenied(_("Your role does not allow this."))
    return conversation


def _hold(conversation: Conversation, request: HttpRequest) -> Hold | None:
    """Whether it would be held, sent as it stands."""
    return cooling.hold_for(conversation, request.POST.get("text", "").replace("\r\n", "\n"))


def _drawn(
    request: HttpRequest, conversation: Conversation, read: Review, error: str = ""
) -> HttpResponse:
    context = {
        "board": board(read),
        "hold": _hold(conversation, request),
        "error": error,
    }
    return render(request, "desk/conversation/coach.html", context, status=422 if error else 200)
