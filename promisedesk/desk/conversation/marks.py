"""The small facts of a mail in words: signed, encrypted, an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from promisedesk.lib.mail import model, senders


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge beside a mail. `tone` as in badge.css; `explains` is its title."""

    icon: str
    says: str
    explains: str
    tone: str = ""


MARKS = {
    model.SIGNED_SMIME: Mark(
        "lock", _("Signed"), _("Signed with S/MIME. The desk does not check signatures.")
    ),
    model.SIGNED_PGP: Mark(
        "lock", _("Signed"), _("Signed with PGP. The desk does not check signatures.")
    ),
    model.ENCRYPTED_SMIME: Mark(
        "lock",
        _("Encrypted"),
        _("Encrypted with S/MIME. Download the mail and open it where the key is."),
        "warn",
    ),
    model.ENCRYPTED_PGP: Mark(
        "lock",
        _("Encrypted"),
        _("Encrypted with PGP. Download the mail and open it where the key is."),
        "warn",
    ),
    model.CALENDAR: Mark("calendar", _("Invitation"), _("Carries a calendar invitation.")),
    model.TNEF: Mark("file", "winmail.dat", _("Came wrapped in winmail.dat, and was unwrapped.")),
    model.FORWARDED: Mark("reply", _("Forwarded"), _("Somebody else’s mail, passed on.")),
    senders.UNVERIFIED: Mark(
        "alert",
        _("Not verified"),
        _("Who sent this is not sure. What it says of its sender proves nothing."),
        "warn",
    ),
    model.PARTIAL: Mark(
        "alert", _("A piece"), _("Sent in pieces; this is only one of them."), "warn"
    ),
}


def badges(marks: Iterable[str]) -> list[Mark]:
    """The badges of a mail; marks that nobody needs to see have none."""
    return [MARKS[one] for one in marks if one in MARKS]
