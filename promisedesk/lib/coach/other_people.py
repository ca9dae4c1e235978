"""Names and order numbers in a reply that belong to somebody else (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .draft import Draft
from .findings import Span
from .greetings import greeting_of
from .naming import is_called, is_of_a_person
from .unquoted import own_words

MOST_NAMES = 200  # other customers looked for
_ORDER = re.compile(
    r"\b(?:orders?|order (?:number|no\.?)|заказ\w{0,3}|zam[oó]wieni\w{1,3})(?:[ ](?:number|no\.?"
    r"|nr\.?|numer|номер))?"
    r"[ ]{0,2}[:№#]?[ ]{0,2}[#№]?[ ]?(?P<number>(?=[\w/-]{0,20}\d)[A-ZА-Я]{0,5}[-/]?\d"
    r"[\w/-]{2,20})(?!\w|[.,:]\d)",
    re.I,
)
_NEW = re.compile(
    r"\b(?:new|replacement|second|another|previous|earlier|old|нов\w{2,3}|повторн\w{2,3}"
    r"|друг\w{2,3}|прошл\w{2,3}|предыдущ\w{2,3}|now[ey]\w{0,2}|kolejn\w{1,2}|drugi\w{0,2}"
    r"|poprzedni\w{0,2}|zast[eę]pcz\w{1,2})\W{1,3}(?:\w{1,12}\W{1,3})?\Z",
    re.I,
)


def names_in(draft: Draft) -> Iterator[Span]:
    """Where another customer is greeted or named in full."""
    ours = (draft.customer_name or "", draft.agent_name, draft.shop_name, draft.customer_company)
    others = [
        name
        for name in draft.other_names[:MOST_NAMES]
        if name.strip() and not any(one and _is_same(name, one) for one in ours)
    ]
    if not others:
        return
    reply = own_words(draft.reply)
    theirs = draft.customer.lower()
    greeting = greeting_of(draft.reply, draft.customer_name or "")
    greeted = greeting.name if greeting and not _is_theirs(greeting.name, draft) else ""
    if greeting and greeted and any(is_called(greeted, name) for name in others):
        yield greeting.place
    for name in others:
        words = name.split()
        if len(words) < 2 or name.lower() in theirs or not is_of_a_person(name):
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", reply, re.I):
            if not (greeting and found.start() <= greeting.place[0] < found.end()):
                yield found.span()


def _is_same(one: str, other: str) -> bool:
    return {word.lower() for word in _words(one)} <= {word.lower() for word in _words(other)}


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name)


def _is_theirs(name: str, draft: Draft) -> bool:
    ours = (draft.customer_name or "", draft.customer_company)
    if any(one and is_called(name, one) for one in ours):
        return True
    return any(word.lower() in draft.customer.lower() for word in name.split())


def orders_in(draft: Draft) -> Iterator[tuple[Span, str]]:
    """(where an order is named that is not theirs, the right number if there is but one)."""
    known = {_bare(one) for one in draft.orders} | {
        _bare(found["number"]) for found in _ORDER.finditer(draft.customer[:20_000])
    }
    known.discard("")
    if not known:
        return
    shapes = {_shape(one) for one in known}
    theirs = {_bare(word) for word in re.findall(r"[\w/#№-]{3,30}", draft.customer[:20_000])}
    reply = own_words(draft.reply)
    for found in _ORDER.finditer(reply[:20_000]):
        number = _bare(found["number"])
        if number in known | theirs or _shape(number) not in shapes:
            continue
        if _NEW.search(reply[max(found.start() - 30, 0) : found.start()]):
            continue
        right = next(iter(known)) if len(known) == 1 else ""
        yield found.span("number"), right


def order_numbers(text: str) -> tuple[str, ...]:
    """Order numbers a text names, each once."""
    return tuple(dict.fromkeys(one["number"] for one in _ORDER.finditer(text[:20_000])))


def _bare(number: str) -> str:
    return number.strip("#№ -/.").upper()


def _shape(number: str) -> str:
    """ "AA-99999" of KL-10425: letters as they are, digits by count."""
    return re.sub(r"\d", "9", number)
