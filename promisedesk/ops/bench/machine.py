"""The machine measured on, and what processes cost it: CPU time and memory from /proc."""

from __future__ import annotations

import os
import platform
import sqlite3
import time
from email import message_from_bytes
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


def described() -> dict:
    """What figures depend on."""
    models = [line for line in _lines(PROC / "cpuinfo") if line.startswith("model name")]
    memory = next((line for line in _lines(PROC / "meminfo") if line.startswith("MemTotal")), "")
    return {
        "cpu": models[0].partition(":")[2].strip() if models else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(int(memory.split()[1]) / 1024**2, 1) if memory else None,
        "system": platform.platform(),
        "python": platform.python_version() + ("" if _is_optimised() else " (built without PGO)"),
        "sqlite": sqlite3.sqlite_version,
        "load": [round(one, 2) for one in os.getloadavg()],
    }


def parses_a_second() -> int:
    """Mails parsed (compat32) in a second of CPU: how fast this machine is just now.

    Neighbours slow a shared machine's CPU down without using its time; compare by this.
    """
    from promisedesk.ops.bench import mails

    raws = [raw for _sender, raw in mails.generate(300)]
    began = time.process_time()
    for raw in raws:
        message_from_bytes(raw)
    return round(len(raws) / (time.process_time() - began))


def _is_optimised() -> bool:
    import sysconfig

    return "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []


def tree(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        fields = _stat(entry) if entry.name.isdigit() else None
        if fields:
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def _stat(entry: Path) -> list[bytes] | None:
    """proc(5) stat from the state on: the name before it may hold blanks and brackets."""
    try:
        return (entry / "stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return None


def cpu_seconds(pid: int) -> float:
    """CPU time the tree has used so far, user and system; ended children count once waited for."""
    used = 0
    for one in tree(pid):
        fields = _stat(PROC / str(one))
        if fields:
            used += sum(int(field) for field in fields[11:15])
    return used / TICKS


def pss_mib(pid: int) -> float:
    """Memory of the tree, shared pages divided among those who share them."""
    kib = 0
    for one in tree(pid):
        lines = _lines(PROC / str(one) / "smaps_rollup")
        kib += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kib / 1024
