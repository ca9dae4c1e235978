"""Where time goes: the functions that use most, and the statements asked of the database.

A sampler of CPU time, not a tracer: tracing slows small functions most and so accuses them.
"""

from __future__ import annotations

import contextlib
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

EVERY = 0.001  # seconds of CPU time between samples (the kernel may make it longer)
SHOWN = 30
_VALUES = re.compile(r"\((?:%s|\(%s\)|NULL|, )+\)|'[^']*'|\d+")
_PACKAGES = re.compile(r".*/(?:site-packages|lib/python[\d.]+)/|.*/(?=promisedesk/)")


class Watch:
    """What was seen: samples by function, statements by their shape."""

    def __init__(self):
        self.own: Counter[str] = Counter()
        self.within: Counter[str] = Counter()
        self.samples = 0
        self.statements: Counter[str] = Counter()
        self.seconds: Counter[str] = Counter()
        self.cpu = 0.0

    def sample(self, _signal: int, frame: FrameType | None) -> None:
        """Note where the program is now."""
        stack = []
        while frame is not None:
            stack.append(frame.f_code)
            frame = frame.f_back
        names = [_name(code) for code in stack]
        self.samples += 1
        self.own[names[0]] += 1
        self.within.update(set(names))

    def execute(self, execute, sql, params, many, context):
        """A wrapper of Django's execute that counts."""
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            shape = " ".join(_VALUES.sub("…", sql).split())[:160]
            self.statements[shape] += 1
            self.seconds[shape] += time.perf_counter() - began

    def per(self, count: int) -> dict:
        """Everything divided by how many mails or pages were done."""
        ms = self.cpu * 1000 / count
        return {
            "cpu_ms": round(ms, 2),
            "statements": round(sum(self.statements.values()) / count, 2),
            "own_time": self._table(self.own, ms),
            "with_what_it_calls": self._table(self.within, ms),
            "by_statement": [
                f"{self.seconds[shape] * 1000 / count:7.3f} ms  {number / count:6.2f} x  {shape}"
                for shape, number in self.statements.most_common(SHOWN)
            ],
        }

    def _table(self, counted: Counter[str], ms: float) -> list[str]:
        share = ms / max(1, self.samples)
        return [f"{number * share:7.3f} ms  {name}" for name, number in counted.most_common(SHOWN)]


def _name(code) -> str:
    return f"{_PACKAGES.sub('', str(Path(code.co_filename)))} {code.co_qualname}"


@contextlib.contextmanager
def watched() -> Iterator[Watch]:
    """Watch what this process does inside the block; the main thread only."""
    from django.db import connection

    watch = Watch()
    before = signal.signal(signal.SIGPROF, watch.sample)
    began = time.process_time()
    with connection.execute_wrapper(watch.execute):
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        try:
            yield watch
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
            watch.cpu = time.process_time() - began
