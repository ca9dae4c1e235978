"""Setting what becomes of mails in their mailbox once the desk has them."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.conversations.models import Mailbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

LONGEST_FOLDER = 200
# A line end would end the command, LIST takes * and % as any name (RFC 3501 6.3.8).
UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f"*%\u2028\u2029\u202a-\u202e\u2066-\u2069]')


@transaction.atomic
def set_after_fetch(
    mailbox: Mailbox, action: str, folder: str = "", *, source: str = "", by: Agent | None = None
) -> None:
    """Leave, move or delete fetched mails; `folder` is where to, `source` where they come from.

    Holds for mails fetched from now on. Raises Refused.
    """
    if by is not None:  # None: the command line of whoever runs the machine
        only_admins(by)
    folder = folder.strip()
    if action not in Mailbox.AfterFetch.values:
        raise Refused(_("Choose what becomes of fetched mail."))
    if action == Mailbox.AfterFetch.MOVE:
        _check_folder(folder, source)
    if (mailbox.after_fetch, mailbox.move_to) == (action, folder):
        return
    mailbox.after_fetch, mailbox.move_to = action, folder
    mailbox.save(update_fields=["after_fetch", "move_to"])
    record(INBOX_CHANGED, by=by, inbox=mailbox.inbox.name, what="imap")


def _check_folder(folder: str, source: str) -> None:
    if not folder:
        raise Refused(_("Say which folder fetched mail is moved to."))
    if UNFIT.search(folder) or len(folder) > LONGEST_FOLDER:
        raise Refused(_("This name of a folder has a character that names cannot have here."))
    if folder.lower() == (source or "INBOX").lower():
        raise Refused(_("Mail cannot be moved into the folder it is fetched from."))
