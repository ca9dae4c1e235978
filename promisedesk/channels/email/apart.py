"""Reading one mail in a process of its own, inside limits of time and memory.

For mails that were tried several times and never finished: if one of them brings down
whoever reads it, it brings down only this.
"""

import pickle
import resource
import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from promisedesk.lib.mail.model import ParsedMail

SECONDS = 60
CPU_SECONDS = 30
MEMORY = 2 * 1024**3  # bytes of address space


class Gave(Exception):
    """The mail could not be read even alone; the words are for people."""


def read(path: Path) -> ParsedMail:
    """What the mail in this file says. Raises Gave when reading it takes too much."""
    try:
        child = subprocess.run(
            [sys.executable, "-m", __name__, str(path)],
            capture_output=True, timeout=SECONDS, check=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Gave(_("Reading this mail takes longer than a minute.")) from error
    except subprocess.CalledProcessError as error:
        raise Gave(_("Reading this mail takes too much time or memory.")) from error
    return pickle.loads(child.stdout)  # noqa: S301  our own child wrote it


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    from promisedesk.lib.mail.reading import read_mail

    _limit()
    sys.stdout.buffer.write(pickle.dumps(read_mail(Path(sys.argv[1]).read_bytes())))
