"""What is said after a click: in a toast, and with the way back where there is one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise as LazyText

from promisedesk.conversations.models import Batch

MARK = "batch-"  # before the id of a batch, in the tags of the message that tells of it
NONE = f"{MARK}none"  # shown in a toast, whatever its level; nothing to take back
LEFT = "left"  # the conversation is done with for now: the next one is offered


def say_done(
    request: HttpRequest,
    says: LazyText | str,
    batch: Batch | None = None,
    *,
    level: int = messages.SUCCESS,
    has_left: bool = False,
) -> None:
    """Tell what was done on the next page shown; `batch` takes it back."""
    mark = f"{MARK}{batch.public_id}" if batch and batch.before else NONE
    tags = f"{mark} {LEFT}" if has_left else mark
    messages.add_message(request, level, str(says), extra_tags=tags)


def undone_by(tags: str) -> str:
    """The id of the batch in the tags of a message; '' if it has none."""
    mark = (tags or "").split(" ")[0]
    return mark.removeprefix(MARK) if mark.startswith(MARK) and mark != NONE else ""
