"""Talking to the server that helps to write; whatever it does wrong becomes a sentence.

Only a worker calls this: answers take seconds. What the server itself says of an error is never
shown, it may stand in a private network (core.web).
"""

from __future__ import annotations

import math
from email.utils import parsedate_to_datetime

import urllib3
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.coach.helping import Server
from promisedesk.core import web
from promisedesk.core.errors import Refused
from promisedesk.lib.writing_help import chatting

LARGEST = 512 * 1024  # bytes; no letter is that long
LONGEST_PAUSE = 24 * 3600  # seconds; a server that asks for more is not quoted


def models(server: Server) -> list[str]:
    """The models it offers. Raises Refused with words for people."""
    try:
        return chatting.read_models(_ask(server, "/models"))
    except chatting.Unreadable as error:
        raise _not_the_protocol(server) from error


def complete(server: Server, messages: list[dict[str, str]]) -> chatting.Said:
    """What its model answers, never empty. Raises Refused with words for people."""
    content = _ask(server, "/chat/completions", chatting.body(server.model, messages))
    try:
        said = chatting.read_answer(content)
    except chatting.Unreadable as error:
        raise _not_the_protocol(server) from error
    if not said.text:
        raise Refused(_("%(host)s answered with no words at all.") % {"host": server.host})
    return said


def _not_the_protocol(server: Server) -> Refused:
    words = _(
        "%(host)s answered, but not as an OpenAI-compatible server does. Check the address: "
        "most end in /v1."
    )
    return Refused(words % {"host": server.host})


def _ask(server: Server, path: str, body: bytes | None = None) -> bytes:
    headers = {"Accept": "application/json"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    try:
        answer = web.ask(
            server.base_url + path,
            method="GET" if body is None else "POST",
            body=body,
            headers=headers,
            largest=LARGEST,
            seconds=server.seconds,
        )
    except web.NoAnswer as trouble:
        if isinstance(trouble.__cause__, urllib3.exceptions.ReadTimeoutError):
            raise Refused(_too_slow(server)) from trouble
        if isinstance(trouble.__cause__, OSError | urllib3.exceptions.HTTPError):
            raise Refused(
                _("%(host)s cannot be reached: it is off, or the address is wrong.")
                % {"host": server.host}
            ) from trouble
        raise
    if answer.status != 200:
        raise Refused(_said_of(server, answer))
    return answer.body


def _too_slow(server: Server) -> str:
    words = ngettext(
        "%(host)s did not answer within %(seconds)d second. Try again later, or a shorter text.",
        "%(host)s did not answer within %(seconds)d seconds. Try again later, or a shorter text.",
        int(server.seconds),
    )
    return words % {"host": server.host, "seconds": server.seconds}


def _said_of(server: Server, answer: web.Answer) -> str:
    """A status that is not 200, in words."""
    said = {"host": server.host, "status": answer.status, "model": server.model}
    if answer.status in (401, 403):
        return _("%(host)s refuses the key. An admin can enter another one.") % said
    if answer.status == 429:
        return _busy(said, _pause(answer.headers.get("retry-after", "")))
    if 300 <= answer.status < 400:
        return _("%(host)s leads to another address, which is not followed.") % said
    if answer.status == 404:
        return _("%(host)s knows no such address, or no model “%(model)s”.") % said
    if answer.status in (400, 413, 422):
        return _("%(host)s does not take this text or this model.") % said
    if answer.status >= 500:
        return _("%(host)s has a fault of its own (status %(status)s). Try again later.") % said
    return _("%(host)s answered with the status %(status)s.") % said


def _busy(said: dict, seconds: int) -> str:
    if not seconds:
        return _("%(host)s takes no more questions just now. Try again in a minute.") % said
    if seconds < 100:
        words = ngettext(
            "%(host)s takes no more questions just now. Try again in %(seconds)d second.",
            "%(host)s takes no more questions just now. Try again in %(seconds)d seconds.",
            seconds,
        )
        return words % (said | {"seconds": seconds})
    minutes = math.ceil(seconds / 60)
    words = ngettext(
        "%(host)s takes no more questions just now. Try again in %(minutes)d minute.",
        "%(host)s takes no more questions just now. Try again in %(minutes)d minutes.",
        minutes,
    )
    return words % (said | {"minutes": minutes})


def _pause(retry_after: str) -> int:
    """Seconds of a Retry-After header (RFC 9110, 10.2.3): a number or a date; 0 if neither."""
    value = retry_after.strip()
    if value.isascii() and value.isdecimal():
        seconds = int(value[:9])
    else:
        try:
            seconds = math.ceil((parsedate_to_datetime(value) - now()).total_seconds())
        except (ValueError, TypeError):
            return 0
    return seconds if 0 < seconds <= LONGEST_PAUSE else 0
