"""`promisedesk check`: finds faults of the set-up, and says in words what to do about each.

Nothing is changed and no mail is sent. Each look is on its own: one that breaks is a
finding like any other. Network is asked with a time limit, everything at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pkgutil import iter_modules

from django.db import connections
from django.utils.translation import gettext as _

from promisedesk.channels import email
from promisedesk.core.crash import STEPS
from promisedesk.ops.checks import alarms, clock, database, domains, folder, mail, worker
from promisedesk.ops.checks.finding import FAIL, OK, WARN, Finding

Look = Callable[[], Iterable[Finding]]

OF_THE_MACHINE: tuple[Look, ...] = (
    folder.settings_found,
    folder.data_folder,
    folder.free_space,
    folder.secret_files,
    database.local_disk,
    database.reachable,
)
OF_THE_DESK: tuple[Look, ...] = (  # they read the database, so it must be fit
    clock.clocks,
    worker.alive,
    worker.queues,
    worker.set_aside,
    mail.common_server,
    mail.inbox_servers,
    mail.mailboxes,
    alarms.alarming,
    mail.sign_ins,
    domains.domains,
)
OF_MAIL = ("receive.", "read.", "send.", "fetch.")  # steps: their names begin so
MARKS = {OK: "ok  ", WARN: "warn", FAIL: "FAIL"}
COLOURS = {OK: "", WARN: "\033[33m", FAIL: "\033[31m"}


def findings() -> list[Finding]:
    """What every look found, in order. The desk is not asked when its database is not fit."""
    found = _look_at(OF_THE_MACHINE)
    if any(one.level == FAIL for one in found if one.id in ("database", "migrations")):
        return found
    return found + _look_at(OF_THE_DESK)


def _look_at(looks: tuple[Look, ...]) -> list[Finding]:
    # All at once, as most of them wait for a server.
    with ThreadPoolExecutor(max_workers=len(looks), thread_name_prefix="check") as looking:
        return [one for found in looking.map(_look, looks) for one in found]


def _look(look: Look) -> list[Finding]:
    try:
        return list(look())
    except Exception as error:
        says = _("This could not be checked: %(error)s") % {"error": error}
        return [Finding(look.__name__.replace("_", "-"), FAIL, says)]
    finally:
        connections.close_all()


def check(as_json: bool) -> int:
    """Print what was found. The exit code: 0 when nothing is red, else 1."""
    found = findings()
    if as_json:
        print(json.dumps([one.as_dict() for one in found], ensure_ascii=False, indent=2))  # noqa: T201
    else:
        _show(found)
    return 1 if any(one.level == FAIL for one in found) else 0


def _show(found: list[Finding]) -> None:
    in_colour = sys.stdout.isatty()
    for one in found:
        mark = MARKS[one.level]
        print(f"{COLOURS[one.level] + mark + chr(27) + '[0m' if in_colour else mark}  {one.says}")  # noqa: T201
        if one.do:
            print(f"      → {one.do}")  # noqa: T201


def list_steps(as_json: bool) -> int:
    """Print the steps of a mail's way PROMISEDESK_CRASH_AT knows, one a line: name, what it is.

    Rules and promises have further ones, which a mail alone does not come by.
    """
    for module in iter_modules(email.__path__, email.__name__ + "."):
        if not module.ispkg:
            import_module(module.name)  # declares its steps; nothing else of it is needed
    steps = [{"name": step.name, "says": step.says} for step in STEPS.values()]
    steps = [one for one in steps if one["name"].startswith(OF_MAIL)]
    if as_json:
        print(json.dumps(steps, ensure_ascii=False))  # noqa: T201
    else:
        for step in steps:
            print(f"{step['name']:24} {step['says']}")  # noqa: T201
    return 0
