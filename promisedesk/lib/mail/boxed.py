"""Reading a mail in a process of its own that may fail: 5 s of CPU, 256 MB, and it is ended.

One helper process (`child.py`) is started when first needed and kept; it forks for each mail.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

from promisedesk.lib.mail.model import ParsedMail
from promisedesk.lib.mail.plain import from_plain

LONGEST_WAIT = 60.0  # seconds by the clock for one mail: 5 s of CPU on a very busy machine


class TooMuch(Exception):
    """Reading this mail took too much time or memory."""


class Box:
    """The helper process of this process. One mail at a time, whichever thread asks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, path: Path, folder: Path, *, is_whole: bool = True) -> ParsedMail:
        """What the mail in the file `path` says, its attachments written into `folder`.

        Not `is_whole`: its header only. Raises TooMuch; OSError when nothing can be started.
        """
        with self._lock:
            code = self._ask([str(path), str(folder), is_whole])
        if code != 0:
            raise TooMuch(f"ended with {code}")
        return from_plain(json.loads((folder / "mail.json").read_text("utf-8")))

    def close(self) -> None:
        process, self._process = self._process, None
        if process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def _ask(self, question: list[str | bool]) -> int | None:
        """The exit code of whoever read; None when nobody answered in time."""
        for _attempt in range(2):  # the helper itself may have died since the last mail
            process = self._process or self._started()
            assert process.stdin
            assert process.stdout
            try:
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
            except BrokenPipeError:
                self.close()
                continue
            if not select.select([process.stdout], [], [], LONGEST_WAIT)[0]:
                self.close()
                return None
            if answer := process.stdout.readline():
                return int(answer)
            self.close()
        return None

    def _started(self) -> "subprocess.Popen[bytes]":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "promisedesk.lib.mail.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that it can be ended with its fork
        )
        return self._process


_box = Box()


def read(path: Path, folder: Path, *, is_whole: bool = True) -> ParsedMail:
    """`Box.read` of this process's own box."""
    return _box.read(path, folder, is_whole=is_whole)


def _forget() -> None:
    """A forked process has its parent's pipes and, perhaps, a lock nobody will open."""
    global _box
    _box = Box()


os.register_at_fork(after_in_child=_forget)
