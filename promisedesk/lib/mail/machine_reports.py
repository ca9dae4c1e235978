"""What the part of a report says that is made for machines.

Delivery reports (RFC 3464), receipts of reading (RFC 8098) and complaints (RFC 5965). That a
mail is a report at all is decided before, by its top (bounces.py); here is only what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promisedesk.lib.mail import mime
from promisedesk.lib.mail.addresses import sane_address

READ, DELETED, DELIVERED = "read", "deleted", "delivered"
DELAYED, FAILED, COMPLAINT = "delayed", "failed", "complaint"

MOST_PARTS = 50
LONGEST = 100_000  # characters of the part
_ARRIVED = {"delivered", "relayed", "expanded"}


@dataclass(slots=True, frozen=True)
class MachineReport:
    """`kind` is one of the words above, '' when the report does not say; `recipient` may be ''.

    `status` ("5.1.1") and `said`, the other server's words, are those of the first recipient.
    """

    kind: str = ""
    recipient: str = ""
    status: str = ""
    said: str = ""


def read_report(raw: bytes) -> MachineReport:
    """What a report (its bytes, the beginning is enough) says. Never raises."""
    try:
        for content_type, text in _parts(mime.parse(raw, [])):
            found = _READERS[content_type](text)
            if found.kind:
                return found
    except (Exception, RecursionError):
        return MachineReport()
    return MachineReport()


def _parts(root: mime.Part) -> Iterator[tuple[str, str]]:
    waiting = [root]
    for _count in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        waiting += part.children()
        leaf = mime.Leaf(part)
        if leaf.content_type in _READERS:
            yield leaf.content_type, leaf.payload()[:LONGEST].decode("utf-8", "replace")


def _fields(text: str) -> list[tuple[str, str]]:
    """Every "Name: value" of the part in order, names in lower case, unfolded."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    pairs = (line.partition(":") for line in unfolded.splitlines())
    return [(name.strip().lower(), value.strip()) for name, colon, value in pairs if colon]


def _address(fields: list[tuple[str, str]], *names: str) -> str:
    for name in names:
        for each, value in fields:
            if each == name:  # "rfc822; clara@customer.example"
                address = sane_address(value.rpartition(";")[2].strip().strip("<>"))
                if address:
                    return address
    return ""


def _delivery(text: str) -> MachineReport:
    fields = _fields(text)
    actions = {value.lower().partition(" ")[0] for name, value in fields if name == "action"}
    to = _address(fields, "original-recipient", "final-recipient")
    first = dict(reversed(fields))
    status = first.get("status", "").partition(" ")[0]
    said = first.get("diagnostic-code", "").partition(";")[2].strip()
    if "failed" in actions:
        return MachineReport(FAILED, to, status, said)
    if "delayed" in actions:
        return MachineReport(DELAYED, to, status, said)
    return MachineReport(DELIVERED if actions & _ARRIVED else "", to)


def _receipt(text: str) -> MachineReport:
    fields = _fields(text)
    said = next((value for name, value in fields if name == "disposition"), "")
    what = said.rpartition(";")[2].lower()
    kind = READ if "displayed" in what else DELETED if "deleted" in what else ""
    return MachineReport(kind, _address(fields, "original-recipient", "final-recipient"))


def _feedback(text: str) -> MachineReport:
    fields = _fields(text)
    said = next((value.lower() for name, value in fields if name == "feedback-type"), "")
    # "not-spam" is the opposite, "auth-failure" a report about DKIM.
    kind = COMPLAINT if said in ("abuse", "fraud", "opt-out", "other", "complaint") else ""
    return MachineReport(kind, _address(fields, "original-rcpt-to", "removal-recipient"))


_READERS = {
    "message/delivery-status": _delivery,
    "message/global-delivery-status": _delivery,
    "message/disposition-notification": _receipt,
    "message/global-disposition-notification": _receipt,
    "message/feedback-report": _feedback,
}
