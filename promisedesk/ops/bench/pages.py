"""The pages agents look at all day, at growing sizes, from a real web process over HTTP."""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import click

from promisedesk.ops.bench import turns
from promisedesk.ops.bench.browser import Browser
from promisedesk.ops.bench.desk import Desk, desk, free_port, wait_for_port

Turn = Callable[[], None]  # waits until this process may ask for its next page

WARM_UP = 40  # requests before counting: eight threads, each with a connection of its own
INBOX = "/inbox/all/"
DIFFERENT = 6  # addresses of a page whose queries are counted: the most of them are told
LONG = 200  # messages in the longest conversation
CONDITIONS = [
    {"field": "language", "op": "is", "value": ["pl"]},
    {"field": "assignee", "op": "is_not", "value": ["me"]},
]
# A common word, word forms in three languages, an operator, a number, two words.
SEARCHES = ["kettle", "посылку", "paczki", "is:open courier", "language:ru чайник", "B000007"]


def measure(
    sizes: list[int], requests: int, database: str, keep: str | None = None, in_turns: bool = False
) -> dict:
    """CPU time, waiting time, queries and bytes of each page at each size.

    One desk is filled further and further; with `keep` each size has a desk of its own in
    that folder, which is filled the first time only (what was broken off goes on). Kept desks
    are asked in turns, one request each: what else the machine has to do delays all alike.
    """
    if keep and database not in ("sqlite", "postgres"):
        raise click.UsageError("--keep is for sqlite and postgres.")
    if not keep:
        found = _growing(sizes, requests, database)
    elif len(sizes) == 1:
        turn = turns.wait_for_mine if in_turns else None
        found = [_of_a_kept_desk(sizes[0], requests, database, Path(keep), turn)]
    else:
        found = _side_by_side(sorted(sizes), requests, database, keep)
    return {
        "bench": "pages",
        "database": database.partition(":")[0],
        "requests": requests,
        "sizes": found,
        "largest_to_smallest": _growth(found, "cpu_ms"),
        "largest_to_smallest_p95": _growth(found, "p95_ms"),
        "problems": [
            f"{name} was not answered at {pages['conversations']}"
            for pages in found
            for name, page in pages.items()
            if isinstance(page, dict) and page.get("status", 200) != 200
        ],
    }


def _growing(sizes: list[int], requests: int, database: str) -> list[dict]:
    with desk(database) as here:
        from promisedesk.ops.bench import filling, ingest

        ingest.prepare()
        shop = filling.Shop()
        return [_filled_to(size, here, shop, requests) for size in sorted(sizes)]


def _of_a_kept_desk(size: int, requests: int, database: str, keep: Path, turn: Turn | None) -> dict:
    with desk(database, keep / f"{database}-{size}") as here:
        from promisedesk.conversations.models import Inbox
        from promisedesk.ops.bench import filling, ingest

        if not Inbox.objects.exists():
            ingest.prepare()
        return _filled_to(size, here, filling.Shop(), requests, turn)


def _side_by_side(sizes: list[int], requests: int, database: str, keep: str) -> list[dict]:
    """A process has one database: each kept desk is measured by a process of its own."""
    answers = turns.in_turns([
        [sys.executable, "-m", "promisedesk", "bench", "pages", "--sizes", str(size),
         "--requests", str(requests), "--database", database, "--keep", keep, "--in-turns"]
        for size in sizes
    ])  # fmt: skip
    return [json.loads(answer)["sizes"][0] for answer in answers]


def _filled_to(size: int, here: Desk, shop, requests: int, turn: Turn | None = None) -> dict:
    began = time.monotonic()
    if shop.filled < size:
        shop.fill(size)
    filled = time.monotonic() - began
    _add_what_is_special(shop)
    load = round(os.getloadavg()[0], 1)
    pages = _at_this_size(here, shop, requests, turn or (lambda: None))
    return {"conversations": size, "filled_in_s": round(filled), "load": load, **pages}


def _growth(found: list[dict], what: str) -> dict:
    """How much dearer a page is at the largest size than at the smallest."""
    first, last = found[0], found[-1]
    return {
        name: round(last[name][what] / first[name][what], 2)
        for name, page in first.items()
        if isinstance(page, dict) and page.get(what)
    }


def _at_this_size(here: Desk, shop, requests: int, turn: Turn) -> dict:
    from django.db import connections

    port = free_port()
    asked = _paths(requests) | _further(requests)
    queries = _queries(shop.agents[0], asked)
    admin, agent = _cookie(shop.agents[0]), _cookie(shop.agents[-1])
    connections.close_all()
    web = here.start("-m", "promisedesk", "web", "--port", str(port))
    wait_for_port(port)
    found = {
        name: _timed(web, Browser(port, admin), paths, turn) | queries[name]
        for name, paths in asked.items()
    }
    found["inbox_of_an_agent"] = _timed(web, Browser(port, agent), asked["inbox"], turn)
    found["first_visit_of_the_inbox"] = Browser(port, admin).first_visit(INBOX)
    here.stop(web)
    return found


def _paths(requests: int) -> dict[str, list[str]]:
    """What is asked for: the same lists, and many different conversations."""
    from promisedesk.conversations.models import Conversation

    ids = list(Conversation.objects.filter(state="open").values_list("public_id", flat=True))
    chance = random.Random(3)  # noqa: S311  nothing secret
    opened = [f"{INBOX}{chance.choice(ids)}/" for _number in range(requests)]
    return {
        "inbox": [INBOX] * requests,
        "conversation": opened,
        "resolved": ["/inbox/resolved/"] * requests,
        "today": ["/today/"] * requests,
    }


def _add_what_is_special(shop) -> None:
    """A talk of LONG messages and a view with a filter, once."""
    from promisedesk.conversations import saving
    from promisedesk.conversations.models import SavedView

    if not SavedView.objects.exists():
        shop.write_a_long_one(LONG)
        saving.save("Polish, nobody’s", CONDITIONS, by=shop.agents[0], is_shared=True)


def _further(requests: int) -> dict[str, list[str]]:
    """The view with a filter, searches by different words, and the talk of LONG messages."""
    from promisedesk.conversations.models import Conversation, SavedView
    from promisedesk.ops.bench import filling

    view = SavedView.objects.get()
    long_one = Conversation.objects.get(ref=filling.REF.format(filling.LONG_ONE))
    searches = [f"/inbox/search/?q={quote(words)}" for words in SEARCHES]
    found = {
        "view_with_filter": [f"/inbox/view-{view.public_id}/"] * requests,
        "counts_of_further_views": ["/inbox/numbers/"] * requests,
        "conversation_of_200_messages": [f"{INBOX}{long_one.public_id}/"] * requests,
        "search": (searches * (requests // len(searches) + 1))[:requests],
    }
    return found


def _cookie(agent) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(agent, backend=settings.AUTHENTICATION_BACKENDS[0])
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def _queries(agent, asked: dict[str, list[str]]) -> dict[str, dict]:
    """How many statements each page asks of the database, once caches are warm."""
    from django.conf import settings
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(agent, backend=settings.AUTHENTICATION_BACKENDS[0])
    found = {}
    for name, paths in asked.items():
        different = list(dict.fromkeys(paths))[:DIFFERENT]
        found[name] = {"queries": max(_fewest(client, path) for path in different)}
    return found


def _fewest(client, path: str) -> int:
    """What is remembered for some seconds may have to be asked again just now."""
    client.get(path)
    return min(_asked_by(client, path) for _again in range(3))


def _asked_by(client, path: str) -> int:
    from django.db import connection

    asked_for: list[str] = []

    def count(execute, sql, params, many, context):
        asked_for.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        client.get(path)
    return len(asked_for)


def _timed(web, browser: Browser, paths: list[str], turn: Turn) -> dict:
    turn()
    for path in paths[:WARM_UP]:
        browser.get(path)
    web.mark()
    answers = []
    for path in paths:
        turn()
        answers.append(browser.get(path))
    used = web.used()
    waits = sorted(one.seconds * 1000 for one in answers)
    return {
        "status": max(one.status for one in answers),
        "cpu_ms": round(used["cpu"] * 1000 / len(paths), 2),
        "database_cpu_ms": round(used["database"] * 1000 / len(paths), 2),
        "p50_ms": round(statistics.median(waits), 1),
        "p95_ms": round(waits[int(len(waits) * 0.95)], 1),
        "bytes": round(statistics.mean(len(one.body) for one in answers)),
        "bytes_compressed": round(statistics.mean(one.wire for one in answers)),
    }
