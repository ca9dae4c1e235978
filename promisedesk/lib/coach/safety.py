"""What must not leave by accident (R10): gaps, secrets, another customer's name, dead links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from promisedesk.lib import placeholders

from . import attaching, linking, other_people, secret_data
from .closings import without_closing
from .draft import Draft
from .findings import Edit, Finding, Mend
from .greetings import greeting_of
from .manners import known_name, right_greeting
from .unquoted import own_words

LONGEST_SHELL = 300  # characters; longer is no mere greeting
_WORD = re.compile(r"[^\W_]")


_NO_WORDS = " \t\r\n.,;:!?…-–—_*#>~`"


def look_at_emptiness(draft: Draft) -> Iterable[Finding] | None:
    """A reply without words, or of a greeting and a closing alone."""
    words = own_words(draft.reply)
    if not words.strip(_NO_WORDS):  # a lone emoji is an answer
        return [Finding("empty.words")]
    if not draft.is_mail or len(words) > LONGEST_SHELL:
        return []
    greeting = greeting_of(draft.reply, known_name(draft))
    body = words[greeting.end :] if greeting else words
    body = without_closing(body, draft.agent_name)
    if greeting and not _WORD.search(body):
        return [Finding("empty.body", {}, ((0, len(draft.reply)),))]
    return []


def look_at_variables(draft: Draft) -> Iterable[Finding] | None:
    """A variable that nobody filled, and any other gap."""
    text = own_words(draft.reply)
    sure = {one.start for one in placeholders.variables_in(text)}
    return [
        Finding(
            "unfilled.gap" if one.start in sure else "unfilled.likely",
            {"words": one.written},
            ((one.start, one.end),),
        )
        for one in placeholders.gaps_in(text)
    ]


def look_at_secrets(draft: Draft) -> Iterable[Finding] | None:
    """Card numbers, passwords, keys."""
    return [
        Finding(
            f"secrets.{one.kind}",
            {},
            (one.place,),
            (Mend("hide", (Edit(*one.place, one.hidden),), one.hidden),),
        )
        for one in secret_data.secrets_in(draft.reply)
    ]


def look_at_names(draft: Draft) -> Iterable[Finding] | None:
    """Another customer's name or order number."""
    greeting = greeting_of(draft.reply, draft.customer_name or "")
    found = []
    for span in other_people.names_in(draft):
        is_greeted = greeting is not None and span == greeting.place
        mends = right_greeting(draft, greeting) if is_greeted else ()
        found.append(Finding("names.other", {"words": draft.reply[slice(*span)]}, (span,), mends))
    for span, right in other_people.orders_in(draft):
        mends = (Mend("replace", (Edit(*span, right),), right),) if right else ()
        found.append(Finding("names.order", {"words": draft.reply[slice(*span)]}, (span,), mends))
    return found if found or draft.other_names or draft.orders else None


def look_at_attachments(draft: Draft) -> Iterable[Finding] | None:
    """A file the text speaks of that is not there."""
    if draft.attachments is None:
        return None
    place = attaching.file_spoken_of(draft.reply, draft.spoken)
    if place is None or draft.attachments:
        return [] if place else None
    return [Finding("attachment.missing", {"words": draft.reply[slice(*place)]}, (place,))]


def look_at_links(draft: Draft) -> Iterable[Finding] | None:
    """Links that do not open to customers."""
    text = own_words(draft.reply)
    if not linking.may_have_any(text):
        return None
    return [
        Finding(f"links.{why}", {"link": draft.reply[slice(*span)][:80]}, (span,))
        for why, span in linking.bad_links(text, draft.own_domains)
    ]
