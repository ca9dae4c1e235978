"""A letter that promises a call by tomorrow noon, as a browser sends it with its chip."""

from promisedesk.conversations.models import Conversation
from promisedesk.replies import pledging

TEXT = "Thank you for the photos. I'll call you tomorrow before noon.\n\nAnna"


def with_chip(asked: Conversation, at: str, zone: str = "UTC") -> dict[str, object]:
    """The letter's form: noon was read in it, `at` stands in the chip (browser time of `zone`)."""
    key = pledging.found_in(asked, TEXT)[0].key
    return {
        "text": TEXT,
        "pledge_seen": [key],
        "pledge": [key],
        "pledge_zone": zone,
        f"pledge_was_{key}": "2026-11-24T12:00",
        f"pledge_at_{key}": at,
    }
