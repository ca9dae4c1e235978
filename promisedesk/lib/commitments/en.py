"""English: what an agent promises, and when."""

from .model import Found


def find(text: str) -> list[Found]:
    """The promises in `text`, in its order."""
    return []
