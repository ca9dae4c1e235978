"""What a customer asks, and whether a reply answers it (R4, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from promisedesk.lib import language as languages
from promisedesk.lib.first_words import cut

from .closings import without_closing
from .draft import LANGUAGES, Draft
from .findings import Edit, Finding, Mend, Span
from .questions.answering import judge
from .questions.evidence import asks_back, says_something
from .questions.finding import find
from .unclear import clarifying, kind_of

SHOWN = 60  # characters of a question in a line of the panel
MOST_SHOWN = 3  # open questions; more would read as a scolding
_REMEMBERED = "_questions_of"
_RE = re.compile(r"^(?:\s*(?:re|odp|ответ|fwd?|на)\s*:)+\s*", re.IGNORECASE)

__all__ = ["Question", "clarifying", "look_at_clearness", "look_at_questions", "questions_of"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question or request in the customer's text; `place` is where it stands there."""

    text: str
    place: Span
    is_answered: bool  # or pointed to a source, or to when
    is_pointed: bool = False
    is_sure: bool = True


def questions_of(draft: Draft) -> list[Question]:
    """The customer's questions, in the order of their text."""
    known = draft.__dict__.get(_REMEMBERED)  # two checks and the reading ask for them
    if known is None:
        known = draft.__dict__[_REMEMBERED] = tuple(_read(draft))
    return list(known)


def _read(draft: Draft) -> Iterable[Question]:
    if not draft.customer.strip():
        return
    language = asked_language(draft)
    asked = find(draft.customer, language)
    if not asked:
        return
    for each, verdict in zip(asked, judge(asked, language, draft.reply, draft.spoken), strict=True):
        yield Question(
            each.text,
            (each.start, each.end),
            verdict.is_answered,
            verdict.is_pointed,
            verdict.is_sure,
        )


def asked_language(draft: Draft) -> str:
    """The language the customer's text is read in; '' if it is none of ours."""
    if draft.asked_in:
        return draft.asked_in
    if (languages.recognise(draft.customer) or "") not in ("", *LANGUAGES):
        return ""
    if any("\u0400" <= letter <= "\u04ff" for letter in draft.customer):
        return "ru"
    return draft.spoken if draft.spoken in ("en", "pl") else "en"


def look_at_questions(draft: Draft) -> Iterable[Finding] | None:
    """Those the reply neither answers nor points to a source for."""
    questions = questions_of(draft)
    if not questions or not draft.reply.strip():
        return None
    still_open = [each for each in questions if not each.is_answered]
    answered = len(questions) - len(still_open)
    return [
        Finding(
            "questions.open",
            {
                "answered": answered,
                "total": len(questions),
                "question": cut(each.text, SHOWN),
            },
            mends=(_quote(draft, each),),
            is_doubtful=not each.is_sure,
        )
        for each in still_open[:MOST_SHOWN]
    ]


def _quote(draft: Draft, question: Question) -> Mend:
    """The question as a quoted line at the end, for the agent to answer under."""
    end = len(draft.reply.rstrip())
    line = " ".join(question.text.split())
    return Mend("quote", (Edit(end, len(draft.reply), f"\n\n> {line}\n\n"),), cut(line, SHOWN))


def look_at_clearness(draft: Draft) -> Iterable[Finding] | None:
    """A message that does not say what is wanted: clarifying questions to put."""
    if not draft.is_answer or not draft.spoken or draft.has_written_before:
        return None  # what came before may say it
    text = draft.customer.strip() or _RE.sub("", draft.subject or "")
    if not text or not draft.reply.strip():
        return None
    if not kind_of(text, asked_language(draft)):
        return None
    if asks_back(draft.reply, draft.spoken) or says_something(draft.reply, draft.spoken):
        return []
    questions = clarifying(text, draft.spoken)
    values = {"question": questions[0], "questions": tuple(questions)}
    return [Finding("clear.ask", values, mends=(_ask(draft, questions[0]),))]


def _ask(draft: Draft, question: str) -> Mend:
    """The question as a paragraph of its own, before the closing."""
    end = len(without_closing(draft.reply, draft.agent_name))
    kept = draft.reply[:end]
    rest = draft.reply[end:]
    begin = len(rest) - len(rest.lstrip(" \n,.-–—"))
    mark = rest[:begin].strip()[:1]
    lead = mark if mark in (".", ",") and not kept.endswith(("!", "?", ".", "…")) else ""
    text = f"{lead}\n\n{question}\n\n" if begin < len(rest) else f"{lead}\n\n{question}\n"
    return Mend("ask", (Edit(end, end + begin, text),), question)
