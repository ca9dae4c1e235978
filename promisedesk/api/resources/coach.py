"""The coach: what could be better in a reply, before it leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from django.shortcuts import get_object_or_404
from django.utils import translation
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from promisedesk.agents.rights import Deed, demand
from promisedesk.api import rights
from promisedesk.api.problems import Problem, answers
from promisedesk.api.texts import Text
from promisedesk.coach import as_json, levels, own_words, reviewing
from promisedesk.lib import coach

router = Router(tags=["coach"])
Reply = Annotated[Text, Field(max_length=200_000)]


class ReplyIn(Schema):
    """A reply to be read; with `conversation` the desk adds what it knows of the customer."""

    model_config = ConfigDict(extra="forbid")

    reply: Reply
    customer: Reply = Field("", description="What the customer wrote.")
    subject: Annotated[Text, Field(max_length=1000)] | None = None
    language: Literal["en", "ru", "pl"] | None = Field(None, description="Of the reply.")
    now: Annotated[Text, Field(max_length=60)] = Field("", description="Local wall-clock time.")
    time_zone: Annotated[Text, Field(max_length=60)] = Field("", description="The customer’s.")
    late: bool = False
    conversation: Text | None = Field(None, description="Its id; then the rest is known.")


class CheckOut(Schema):
    id: str
    level: Literal["pass", "hint", "warn", "stop"]
    say: str
    spans: list[list[int]] = Field(description="[start, end) in the reply, in code points.")


class QuestionOut(Schema):
    text: str
    answered: bool


class CommitmentOut(Schema):
    text: str
    due: str
    kind: Literal["call", "answer", "refund", "ship", "other"]


class MisspeltOut(Schema):
    word: str
    start: int
    suggestions: list[str]


class ReadingOut(Schema):
    checks: list[CheckOut]
    customer_mood: Literal["calm", "unhappy", "angry"]
    reply_tone: Literal["kind", "neutral", "harsh"]
    questions: list[QuestionOut]
    commitments: list[CommitmentOut]
    spelling: list[MisspeltOut]


@router.post("", response=answers(200, ReadingOut, 403, 404, 422))
def read(request, reply: ReplyIn):
    """What the coach says of a reply, by the levels of this shop. Nothing is kept or sent."""
    demand(request.agent, Deed.NOTE)
    chosen = levels.levels()
    off = [name for name, level in chosen.items() if level == levels.OFF]
    reading = coach.read(_draft(request, reply), off)
    with translation.override(request.agent.language or "en"):
        return as_json.answer(reading, chosen)


def _draft(request, reply: ReplyIn) -> coach.Draft:
    if reply.conversation:
        visible = rights.conversations(request.agent)
        conversation = get_object_or_404(visible, public_id=reply.conversation)
        return reviewing.draft_of(
            conversation, request.agent, reply.reply, subject=reply.subject or ""
        )
    try:
        draft = as_json.draft_of(reply.dict(exclude={"conversation"}))
    except as_json.LineError as error:
        raise Problem(422, str(error)) from error
    return replace(draft, own_words=own_words.own_words())
