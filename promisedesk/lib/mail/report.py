"""What `promisedesk read --json` says of a mail (docs: the outside interface)."""

from typing import Any

from promisedesk.lib.mail.model import Address, ParsedMail


def as_read_json(parsed: ParsedMail, file: str) -> dict[str, Any]:
    """One JSON object: every key always there, unknown is None, objects and lists never are."""
    return {
        "file": file,
        "subject": parsed.subject,
        "from": _address(parsed.sender),
        "to": [_address(each) for each in parsed.to],
        "date": parsed.date.isoformat() if parsed.date else None,
        "language": parsed.language,
        "text": parsed.text,
        "quoted_text": parsed.quoted_text,
        "signature": parsed.signature,
        "html": parsed.html,
        "attachments": [
            {"name": each.name, "type": each.content_type, "size": each.size}
            for each in parsed.attachments
        ],
        "kind": parsed.kind,
        "bounced": [
            {"address": each.address, "permanent": each.permanent} for each in parsed.bounced
        ],
        "in_reply_to": parsed.in_reply_to,
        "references": parsed.references,
        "problems": parsed.problems,
    }


def _address(address: Address | None) -> dict[str, str | None]:
    if address is None:
        return {"address": None, "name": None}
    return {"address": address.address, "name": address.name or None}
