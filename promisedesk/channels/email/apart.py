"""Reading one mail in a process of its own, inside limits of time and memory.

For mails that were tried several times and never finished: if one of them brings down
whoever reads it, it brings down only this.
"""

import json
import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from promisedesk.lib.mail.large import from_plain
from promisedesk.lib.mail.model import ParsedMail

SECONDS = 120


class GaveUp(Exception):
    """The mail could not be read even alone; the words are for people."""


def read(path: Path, folder: Path) -> ParsedMail:
    """What the mail in this file says; its attachments are written into `folder`.

    Raises GaveUp when reading it takes too much.
    """
    command = [sys.executable, "-m", "promisedesk.lib.mail.child", str(path), str(folder)]
    try:
        subprocess.run(
            command, timeout=SECONDS, check=True, capture_output=True, stdin=subprocess.DEVNULL
        )
    except subprocess.SubprocessError as error:
        raise GaveUp(_("Reading this mail takes too much time or memory.")) from error
    return from_plain(json.loads((folder / "mail.json").read_text("utf-8")))
