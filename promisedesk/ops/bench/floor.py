"""The least any desk must do with a mail on this machine: parse it, commit one row durably."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

from promisedesk.ops.bench.postgres import Cluster

TABLE = "CREATE TABLE floor (id {key}, message_id TEXT, text TEXT)"
INDEX = "CREATE INDEX floor_by_id ON floor (message_id)"
INSERT = "INSERT INTO floor (message_id, text) VALUES ({0}, {0})"


def measure(mails: list[bytes], folder: Path, cluster: Cluster | None, url: str) -> dict:
    """CPU ms and mails a second of the floor, for the database of this run."""
    if cluster or url:
        insert, close = _postgresql(url)
    else:
        insert, close = _sqlite(folder / "floor.sqlite3")
    cpu, database, wall = _now(cluster)
    for raw in mails:
        mail = message_from_bytes(raw)  # policy compat32: headers stay as they are
        insert(str(mail["Message-ID"]), raw[-900:].decode("latin-1"))
    used = [b - a for a, b in zip((cpu, database, wall), _now(cluster), strict=True)]
    close()
    return {
        "cpu_ms": round(used[0] * 1000 / len(mails), 3),
        "database_cpu_ms": round(used[1] * 1000 / len(mails), 3),
        "mails_s": round(len(mails) / used[2]),
    }


def _now(cluster: Cluster | None) -> tuple[float, float, float]:
    database = cluster.cpu_seconds() if cluster else 0.0
    return time.process_time(), database, time.monotonic()


def _sqlite(path: Path) -> tuple[Callable, Callable]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(TABLE.format(key="INTEGER PRIMARY KEY"))
    connection.execute(INDEX)
    statement = INSERT.format("?")
    return lambda *values: connection.execute(statement, values), connection.close


def _postgresql(url: str) -> tuple[Callable, Callable]:
    import psycopg

    connection = psycopg.connect(url, autocommit=True)
    connection.execute(TABLE.format(key="BIGSERIAL PRIMARY KEY"))
    connection.execute(INDEX)
    statement = INSERT.format("%s")

    def close() -> None:
        connection.execute("DROP TABLE floor")
        connection.close()

    return lambda *values: connection.execute(statement, values), close
