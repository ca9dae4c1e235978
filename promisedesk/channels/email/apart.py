"""Reading one mail in a process of its own, inside limits of time and memory.

For mails that were tried several times and never finished: if one of them brings down
whoever reads it, it brings down only this.
"""

import subprocess
from pathlib import Path

from django.utils.translation import gettext as _

from promisedesk.lib.mail.large import read_by_a_child
from promisedesk.lib.mail.model import ParsedMail

SECONDS = 120


class GaveUp(Exception):
    """The mail could not be read even alone; the words are for people."""


def read(path: Path, folder: Path) -> ParsedMail:
    """What the mail in this file says; its attachments are written into `folder`.

    Raises GaveUp when reading it takes too much.
    """
    try:
        return read_by_a_child(path, folder, SECONDS)
    except subprocess.SubprocessError as error:
        raise GaveUp(_("Reading this mail takes too much time or memory.")) from error
