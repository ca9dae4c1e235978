"""The pages agents look at all day, at growing sizes, from a real web process over HTTP."""

from __future__ import annotations

import random
import statistics
import time

from promisedesk.ops.bench.browser import Browser
from promisedesk.ops.bench.desk import Desk, desk, free_port, wait_for_port

WARM_UP = 40  # requests before counting: eight threads, each with a connection of its own
INBOX = "/inbox/all/"


def measure(sizes: list[int], requests: int, database: str) -> dict:
    """CPU time, waiting time, queries and bytes of each page at each size."""
    with desk(database) as here:
        from promisedesk.ops.bench import filling, ingest

        ingest.prepare()
        shop, found, problems = filling.Shop(), [], []
        for size in sorted(sizes):
            began = time.monotonic()
            shop.fill(size)
            filled = time.monotonic() - began
            pages = _at_this_size(here, shop, requests)
            found.append({"conversations": size, "filled_in_s": round(filled), **pages})
            bad = [name for name, page in pages.items() if page.get("status", 200) != 200]
            problems += [f"{name} was not answered at {size}" for name in bad]
        return {
            "bench": "pages",
            "database": database.partition(":")[0],
            "requests": requests,
            "sizes": found,
            "largest_to_smallest": _growth(found),
            "problems": problems,
        }


def _growth(found: list[dict]) -> dict:
    """How much dearer a page is at the largest size than at the smallest."""
    first, last = found[0], found[-1]
    return {
        name: round(last[name]["cpu_ms"] / first[name]["cpu_ms"], 2)
        for name, page in first.items()
        if isinstance(page, dict) and page.get("cpu_ms")
    }


def _at_this_size(here: Desk, shop, requests: int) -> dict:
    from django.db import connections

    port = free_port()
    asked = _paths(requests)
    queries = _queries(shop.agents[0], asked)
    admin, agent = _cookie(shop.agents[0]), _cookie(shop.agents[-1])
    connections.close_all()
    web = here.start("-m", "promisedesk", "web", "--port", str(port))
    wait_for_port(port)
    found = {
        name: _timed(web, Browser(port, admin), paths) | queries[name]
        for name, paths in asked.items()
    }
    found["inbox_of_an_agent"] = _timed(web, Browser(port, agent), asked["inbox"])
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
    from django.db import connection
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(agent, backend=settings.AUTHENTICATION_BACKENDS[0])
    found = {}
    for name, paths in asked.items():
        client.get(paths[0])
        asked_for: list[str] = []

        def count(execute, sql, params, many, context, into=asked_for):
            into.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            client.get(paths[-1])
        found[name] = {"queries": len(asked_for)}
    return found


def _timed(web, browser: Browser, paths: list[str]) -> dict:
    for path in paths[:WARM_UP]:
        browser.get(path)
    web.mark()
    answers = [browser.get(path) for path in paths]
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
