"""Where the raw mail and its envelope are in what each provider posts.

Mailgun: documentation.mailgun.com, "Receive HTTP" (raw MIME) and "Securing webhooks". Postmark:
"Inbound webhook", RawEmail. SendGrid: "Inbound Email Parse Webhook", "Send raw". Amazon: "Amazon
SES receiving notifications", "Amazon SNS message and JSON formats". Mailjet and Brevo post no
raw mails.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils.timezone import now

SIGNED_WITHIN = timedelta(days=1)  # Mailgun tries for eight hours, and clocks differ
_AMAZON = re.compile(r"sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?")


@dataclass(slots=True)
class Posted:
    """A mail as it was posted. `envelope_from` is None when the provider does not say it."""

    raw: bytes
    recipients: list[str] = field(default_factory=list)
    envelope_from: str | None = None
    topic: str = ""  # Amazon's


@dataclass(slots=True)
class Question:
    """Amazon asks whether a topic may post here; answered by following the link."""

    topic: str
    url: str


class NotTaken(Exception):
    """What was posted cannot be taken as it is; `code` says why, to the settings page."""

    def __init__(self, code: str, status: int, says: str):
        super().__init__(says)
        self.code, self.status = code, status


def _no_raw() -> NotTaken:
    # 503: the provider keeps the mail and tries again, which gives time to set it right.
    return NotTaken("no_raw", 503, "No raw mail in the post: switch on raw MIME at the provider.")


def of_form(fields: dict[str, bytes], signing_key: str) -> Posted:
    """Mailgun's and SendGrid's mail. Raises NotTaken."""
    if signing_key:
        _check_signature(fields, signing_key)
    if b"" != (raw := fields.get("body-mime", b"")):
        return Posted(raw, _addresses(_text(fields, "recipient")), _sender(fields))
    if b"" != (raw := fields.get("email", b"")):
        envelope = _json(fields.get("envelope", b""))
        return Posted(raw, _texts(envelope.get("to")), _null_or_text(envelope.get("from")))
    raise _no_raw()


def _text(fields: dict[str, bytes], name: str) -> str:
    return fields.get(name, b"").decode("utf-8", "replace").strip()


def _sender(fields: dict[str, bytes]) -> str | None:
    return _null_or_text(_text(fields, "sender")) if "sender" in fields else None


def _check_signature(fields: dict[str, bytes], key: str) -> None:
    sent = fields.get("signature")
    if not sent:
        raise NotTaken("signature", 503, "This post is not signed, and the desk has a key.")
    stamp, token = fields.get("timestamp", b""), fields.get("token", b"")
    right = hmac.new(key.encode(), stamp + token, hashlib.sha256).hexdigest().encode()
    if not hmac.compare_digest(right, sent.strip().lower()) or not _is_recent(stamp):
        raise NotTaken("signature", 401, "The signature is not the one of the desk's key.")


def _is_recent(stamp: bytes) -> bool:
    try:
        return abs(now().timestamp() - float(stamp)) < SIGNED_WITHIN.total_seconds()
    except ValueError:
        return False


def of_json(body: bytes, topic: str) -> Posted | Question | None:
    """Postmark's or Amazon's mail, Amazon's question, or None: nothing to keep.

    `topic` is the one of Amazon that may post here, '' when none did yet. Raises NotTaken.
    """
    said = _json(body)
    if "RawEmail" in said or "MessageStream" in said or "FromFull" in said:
        return _of_postmark(said)
    if "notificationType" in said:  # SNS was told to deliver raw
        return _of_ses(said, topic)
    if "TopicArn" not in said:
        raise _no_raw()
    named = str(said["TopicArn"])[:300]
    if topic and topic != named:
        raise NotTaken("topic", 503, "Another topic of Amazon posts here already.")
    kind = said.get("Type")
    if kind == "SubscriptionConfirmation":
        return _question(named, str(said.get("SubscribeURL") or ""))
    if kind != "Notification":
        return None
    inside = _json(str(said.get("Message") or "").encode("utf-8", "replace"))
    return _of_ses(inside, named) if "notificationType" in inside else None


def _of_postmark(said: dict) -> Posted:
    raw = said.get("RawEmail")
    if not isinstance(raw, str) or not raw:
        raise _no_raw()
    return Posted(_bytes(raw), _texts([said.get("OriginalRecipient")]))


def _of_ses(said: dict, topic: str) -> Posted | None:
    if said.get("notificationType") != "Received":
        return None
    receipt, mail = _dict(said.get("receipt")), _dict(said.get("mail"))
    content = said.get("content")
    if not isinstance(content, str) or not content:
        raise _no_raw()
    raw = _bytes(content)
    if str(_dict(receipt.get("action")).get("encoding", "")).upper() == "BASE64":
        try:
            raw = base64.b64decode(raw)
        except binascii.Error as error:
            raise _no_raw() from error
    recipients = _texts(receipt.get("recipients")) or _texts(mail.get("destination"))
    return Posted(raw, recipients, _null_or_text(mail.get("source")), topic)


def _question(topic: str, url: str) -> Question | None:
    """An admin will click on it, so it must lead to Amazon."""
    parts = urlsplit(url)
    is_amazon = parts.scheme == "https" and _AMAZON.fullmatch(parts.hostname or "")
    return Question(topic, url) if is_amazon and len(url) < 4000 else None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _json(body: bytes) -> dict:
    try:
        return _dict(json.loads(body))
    except (ValueError, RecursionError):
        return {}


def _dict(value) -> dict:
    return value if isinstance(value, dict) else {}


def _texts(value) -> list[str]:
    listed = value if isinstance(value, list) else []
    return [one.strip() for one in listed if isinstance(one, str) and one.strip()]


def _addresses(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _null_or_text(value) -> str | None:
    """An envelope sender; '' is the null one, None an unknown one."""
    if not isinstance(value, str):
        return None
    return "" if value.strip() in ("", "<>") else value.strip()
