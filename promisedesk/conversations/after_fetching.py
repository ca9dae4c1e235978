"""Setting what becomes of mails in their mailbox once the desk has them."""

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.conversations.models import Mailbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.lib.mail import folders

LONGEST_FOLDER = 200


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
    if not folders.is_fit(folder, folders.WILDCARDS) or len(folder) > LONGEST_FOLDER:
        raise Refused(_("This name of a folder has a character that names cannot have here."))
    if folder.lower() == (source or "INBOX").lower():
        raise Refused(_("Mail cannot be moved into the folder it is fetched from."))
