"""The pages behind the menus of a conversation's head: each a menu, a pane or a whole page.

A menu is loaded when it is opened. The same address answers whoever has no script with a
page, and a refused form with what was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise as LazyText

from promisedesk.conversations import batches
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.toasts import say_done


def show(
    request: HttpRequest,
    view: str,
    conversation: Conversation,
    name: str,
    title: LazyText | str,
    error: str = "",
    **context: Any,
) -> HttpResponse:
    """The template sort/<name>.html as a menu, a pane, or a page; 422 with an `error`."""
    context |= {
        "conversation": conversation,
        "contact": conversation.contact,
        "view": view,
        "here": reverse("desk:conversation", args=[view, conversation.public_id]),
        "body": f"desk/conversation/sort/{name}.html",
        "title": title,
        "error": error,
        "clock": Clock.of(request.user),
        "is_menu": bool(request.htmx) and "menu" in request.GET,
    }
    shape = "pane" if request.htmx and not request.htmx.history_restore_request else "page"
    shape = "loaded" if context["is_menu"] else shape
    template = f"desk/conversation/sort/{shape}.html"
    return render(request, template, context, status=422 if error else 200)


def done(
    request: HttpRequest,
    view: str,
    conversation: Conversation,
    act: Callable[[], object],
    says: LazyText | str,
    refused: Callable[[str], HttpResponse] | None = None,
    *,
    has_left: bool = False,
) -> HttpResponse:
    """Do it, say so with the way back, and show the conversation again.

    With `has_left` the next one is offered. A refusal is told there too, or as `refused` shows it.
    """
    try:
        batch = batches.do_one(conversation, act, by=request.user)
    except Refused as refusal:
        if refused is not None:
            return refused(str(refusal))
        messages.error(request, str(refusal))
    else:
        say_done(request, says, batch, has_left=has_left)
    return redirect("desk:conversation", view, conversation.public_id)
