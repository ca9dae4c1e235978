"""The first words of a message, as lists show them."""

from promisedesk.conversations.models import LONGEST_PREVIEW


def preview_of(text: str) -> str:
    """The first words of a message, on one line."""
    return " ".join(text[:600].split())[:LONGEST_PREVIEW]
