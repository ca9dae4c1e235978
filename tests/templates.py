"""What takes long to make and is the same for all tests, made once a run and copied then.

A run has one folder (tests/environment.py), whatever the number of its processes. Who comes
first makes a template, the others wait for it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

LIST = "databases"  # a file of URLs, one a line


def shared_folder() -> Path:
    """The folder of this run."""
    return Path(os.environ["TESTS_SHARED_FOLDER"])


def made_once(name: str, make: Callable[[Path], dict]) -> dict:
    """What `make` answered (as JSON has it), which is called with a new folder, once a run.

    One that fails is tried again by who comes next.
    """
    folder = shared_folder() / name
    told = folder / "told.json"
    with _alone(folder.with_suffix(".lock")):
        if not told.exists():
            folder.mkdir(parents=True, exist_ok=True)
            told.write_text(json.dumps(make(folder)))
        return json.loads(told.read_text())


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # ends with the file
        yield


def new_database(server: str, name: str) -> str:
    """An empty PostgreSQL database for this run, gone at its end; its URL."""
    url = f"{server}/{name}_{os.getpid()}"
    with (shared_folder() / LIST).open("a") as file:
        file.write(f"{url}\n")
    run_sql(f"{server}/postgres", f'CREATE DATABASE "{name}_{os.getpid()}"')
    return url


def copy_database(source: str, target: str) -> None:
    """Make a PostgreSQL database that is like another of the same server, in place of any."""
    drop_database(target)
    server, name = target.rsplit("/", 1)
    template = source.rsplit("/", 1)[1]
    run_sql(f"{server}/postgres", f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def drop_database(url: str) -> None:
    """Remove it if it is there, whoever uses it."""
    server, name = url.rsplit("/", 1)
    run_sql(f"{server}/postgres", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def run_sql(url: str, statement: str) -> None:
    """One statement outside a transaction, as CREATE DATABASE wants it."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def drop_all(folder: Path) -> None:
    """The databases of a run, at its end."""
    with contextlib.suppress(OSError):
        for url in (folder / LIST).read_text().split():
            with contextlib.suppress(psycopg.Error):  # the whole server may be gone already
                drop_database(url)
