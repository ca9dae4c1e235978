"""Using a macro in a conversation."""

from __future__ import annotations

from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Schema
from pydantic import ConfigDict, Field

from promisedesk.api import idempotency, rights
from promisedesk.api.problems import answers
from promisedesk.api.resources.conversations import router as conversations
from promisedesk.api.resources.macros import MacroFileOut
from promisedesk.api.texts import Text
from promisedesk.replies import macros


class MacroUse(Schema):
    model_config = ConfigDict(extra="forbid")

    macro: Annotated[Text, Field(max_length=64)] = Field(description="Id of the macro.")


class AppliedOut(Schema):
    """A macro made ready for one conversation."""

    macro: str = Field(description="Id of the macro.")
    text: str = Field(description="Filled in, for you to send as a message; empty if it has none.")
    language: str | None = Field(description="Of the text; not always the customer’s.")
    missing: list[str] = Field(description="Variables of the text that nothing is known for.")
    files: list[MacroFileOut]
    done: list[str] = Field(description="What was done at once, in words.")


@conversations.post(
    "/{id}/macros",
    response=answers(200, AppliedOut, 400, 413, 415),
    summary="Use a macro",
    tags=["macros"],
)
def use_macro(request, id: str, use: MacroUse):
    """One without a text does its actions now. A text is filled in and not sent by it, and the
    actions beside it are not done."""
    conversation = get_object_or_404(rights.conversations(request.agent), public_id=id)
    macro = get_object_or_404(macros.visible_to(request.agent), public_id=use.macro)
    idempotency.begin(request)
    applied = macros.apply(conversation, macro, request.agent)
    return {
        "macro": macro.public_id,
        "text": applied.text,
        "language": applied.language or None,
        "missing": applied.missing,
        "files": [
            {"name": one.name, "type": one.content_type, "size": one.size, "sha256": one.sha256}
            for one in applied.files
        ],
        "done": applied.done,
    }
