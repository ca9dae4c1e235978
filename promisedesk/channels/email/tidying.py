"""What becomes of mails in the mailbox once they are in the desk: left, moved, or deleted.

Only mails whose arrival is committed are touched, by their UIDs, and only those whose bytes we
really hold: of one that is too large we have the header alone. What a crash kept from being
moved is moved the next time: `settled_uid` follows only when the server has said yes.
"""

from __future__ import annotations

import imaplib

from django.db.models import F
from django.utils.translation import gettext as _

from promisedesk.channels.email.mailboxes import Mailroom, checked_folder
from promisedesk.conversations.models import Arrival, Mailbox
from promisedesk.core.crash import Step
from promisedesk.core.errors import Refused

TOGETHER = 500  # mails in one command
DELETED = rb"\Deleted"

SETTLED = Step("fetch.settled", "fetched mails are moved or deleted, that is not written down")


def tidy(mailbox: Mailbox, room: Mailroom, folder: str) -> None:
    """Do with the fetched mails of this open folder what is set, and write down how far.

    Raises Refused when the settings make no sense, or imaplib's errors.
    """
    target = _target(mailbox, folder)
    uids = list(_held(mailbox))
    if uids and mailbox.after_fetch != Mailbox.AfterFetch.LEAVE:
        opened = room.open_folder(folder, to_change=True)
        if int(opened[b"UIDVALIDITY"]) != mailbox.uid_validity:
            return  # renumbered this moment: these numbers name other mails now
        for start in range(0, len(uids), TOGETHER):
            some = _whole(mailbox, room, uids[start : start + TOGETHER])
            if some and target:
                _move(room, some, target)
            elif some:
                _delete(room, some)
    SETTLED.reached()
    mailbox.settled_uid = mailbox.last_uid
    Mailbox.objects.filter(pk=mailbox.pk).update(settled_uid=F("last_uid"))


def said(mailbox: Mailbox, error: Exception) -> str:
    """Why fetched mails stay where they are, for people."""
    if isinstance(error, Refused):
        return str(error)
    words = _(
        "Mail comes in, but what was fetched stays in the mailbox. The server says: %(answer)s"
    )
    return words % {"answer": str(error).removeprefix("b").strip("'\"")[:300]}


def _target(mailbox: Mailbox, folder: str) -> str:
    """The folder to move to; '' to delete or leave. Raises Refused."""
    if mailbox.after_fetch != Mailbox.AfterFetch.MOVE:
        return ""
    target = checked_folder(mailbox.move_to, "*%")  # LIST would take these as any name
    if not target:
        raise Refused(_("Say which folder fetched mail is moved to."))
    if target.lower() == folder.lower():
        raise Refused(_("Mail cannot be moved into the folder it is fetched from."))
    return target


def _held(mailbox: Mailbox):
    """The UIDs of the arrivals since the last time, lowest first."""
    came = Arrival.objects.filter(
        mailbox=mailbox,
        uid_validity=mailbox.uid_validity,
        uid__gt=mailbox.settled_uid,
        uid__lte=mailbox.last_uid,
        size__gt=0,
    )
    return came.order_by("uid").values_list("uid", flat=True)


def _whole(mailbox: Mailbox, room: Mailroom, uids: list[int]) -> list[int]:
    """Those still there of which we have everything: at least half of what the server counts."""
    ours = dict(
        Arrival.objects.filter(
            mailbox=mailbox, uid_validity=mailbox.uid_validity, uid__in=uids
        ).values_list("uid", "size")
    )
    return [mail.uid for mail in room.waiting(uids) if ours[mail.uid] * 2 >= mail.size]


def _move(room: Mailroom, uids: list[int], target: str) -> None:
    target = _made(room, target)
    if room.has_capability("MOVE"):
        room.move(uids, target)
    else:
        room.copy(uids, target)
        _delete(room, uids)


def _delete(room: Mailroom, uids: list[int]) -> None:
    """Mark as deleted and take away these, and nothing else somebody marked (RFC 4315)."""
    room.add_flags(uids, [DELETED], silent=True)
    if room.has_capability("UIDPLUS"):
        room.uid_expunge(uids)
    elif set(room.search(["DELETED"])) <= set(uids):
        room.expunge()
    # Else they stay marked: without UIDPLUS, EXPUNGE would take away what a person marked.


def _made(room: Mailroom, folder: str) -> str:
    """The folder's name on this server, made if it was missing.

    Some servers keep everything below "INBOX." and refuse other names (RFC 2342).
    """
    if room.folder_exists(folder):
        return folder
    try:
        room.create_folder(folder)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        prefix = _own_prefix(room)
        if not prefix or folder.startswith(prefix):
            raise
        folder = prefix + folder
        if not room.folder_exists(folder):
            room.create_folder(folder)
    return folder


def _own_prefix(room: Mailroom) -> str:
    if not room.has_capability("NAMESPACE"):
        return ""
    personal = room.namespace().personal
    return str(personal[0][0]) if personal else ""
