"""Reading one mail in a process of its own, inside limits of time and memory.

For large and odd mails, and for those that were tried before and never finished: if one of
them brings down whoever reads it, it brings down only this.
"""

from pathlib import Path

from django.utils.translation import gettext as _

from promisedesk.lib.mail.boxed import TooMuch
from promisedesk.lib.mail.large import read_apart
from promisedesk.lib.mail.model import ParsedMail


class GaveUp(Exception):
    """The mail could not be read even alone; the words are for people."""


def read(path: Path, folder: Path) -> ParsedMail:
    """What the mail in this file says; its attachments are written into `folder`.

    Raises GaveUp when reading even its header takes too much.
    """
    try:
        return read_apart(path, folder)
    except TooMuch as error:
        raise GaveUp(_("Reading this mail takes too much time or memory.")) from error
