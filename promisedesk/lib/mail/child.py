"""The process beside a worker that reads large or odd mails.

`python -m promisedesk.lib.mail.child` takes one JSON line a mail, [mail file, empty folder,
whether all of it], on standard input, and answers each
with one line, 0 when `folder/mail.json` is written. Each mail is read by a fork of its own
inside limits, so whatever a mail does to it, the next finds a fresh one. A fork of what is
loaded already takes 2 ms, a new Python 150 ms.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

from promisedesk.lib.mail.blobs import Blobs
from promisedesk.lib.mail.plain import as_plain
from promisedesk.lib.mail.reading import read_header, read_skeleton

CPU_SECONDS = 5
MEMORY = 256 * 1024 * 1024  # bytes of its own; the mapped mail is the system's to drop
LARGEST_FILE = 256 * 1024 * 1024


def main() -> None:
    """Read what is asked for until standard input ends, as it does when the parent dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        path, folder, is_whole = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(_read(Path(path), Path(folder), is_whole=is_whole))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{code}\n")
        sys.stdout.flush()


def _read(path: Path, folder: Path, *, is_whole: bool) -> int:
    """Exit code 0: written. 1: it needed too much memory. By signal: too much time."""
    try:
        _limit()
        blobs = Blobs(path, folder)
        mail = read_skeleton(blobs) if is_whole else read_header(blobs.map[: 512 * 1024])
        for each in mail.attachments:
            if each.path is None:
                each.path = blobs.new_path()
                each.path.write_bytes(each.content)
        answer = json.dumps(as_plain(mail), ensure_ascii=False)
        (folder / "mail.json").write_text(answer, "utf-8")
    except BaseException:
        return 1
    return 0


def _limit() -> None:
    for limit, value in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    main()
