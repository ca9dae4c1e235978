"""Where time goes: the functions that use most, and the statements asked of the database."""

from __future__ import annotations

import contextlib
import cProfile
import pstats
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SHOWN = 30
_VALUES = re.compile(r"\((?:%s|\(%s\)|NULL|, )+\)|'[^']*'|\d+")


class Watch:
    """What was seen. Function times are those of cProfile, which slows small functions most."""

    def __init__(self):
        self.profile = cProfile.Profile()
        self.statements: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.cpu = 0.0

    def execute(self, execute, sql, params, many, context):
        """A wrapper of Django's execute that counts."""
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            shape = _VALUES.sub("…", sql)[:160]
            self.statements[shape] += 1
            self.seconds[shape] += time.perf_counter() - began

    def per(self, count: int) -> dict:
        """Everything divided by how many mails or pages were done."""
        stats = pstats.Stats(self.profile)
        rows = [
            (cumulative, own, calls, f"{Path(file).parent.name}/{Path(file).name}:{line} {name}")
            for (file, line, name), (_, calls, own, cumulative, _) in stats.stats.items()
        ]
        ms = 1000 / count

        def table(by: int) -> list[str]:
            top = sorted(rows, key=lambda row: -row[by])[:SHOWN]
            return [f"{row[by] * ms:7.3f} ms  {row[2] / count:8.2f} x  {row[3]}" for row in top]

        return {
            "cpu_ms_while_watched": round(self.cpu * ms, 2),
            "statements": round(sum(self.statements.values()) / count, 2),
            "own_time": table(1),
            "with_what_it_calls": table(0),
            "by_statement": [
                f"{self.seconds[shape] * ms:7.3f} ms  {number / count:6.2f} x  {shape}"
                for shape, number in self.statements.most_common(SHOWN)
            ],
        }


@contextlib.contextmanager
def watched() -> Iterator[Watch]:
    """Watch what this thread does inside the block."""
    from django.db import connection

    watch = Watch()
    began = time.process_time()
    with connection.execute_wrapper(watch.execute):
        watch.profile.enable()
        try:
            yield watch
        finally:
            watch.profile.disable()
            watch.cpu = time.process_time() - began
