"""Where a conversation stands in the list: by what is owed first, then by its last message."""

from datetime import datetime

from promisedesk.conversations.models import Conversation


def rank(
    conversation: Conversation,
    due_at: datetime | None,
    due_since: datetime | None,
    answer_due_at: datetime | None = None,
) -> None:
    """Say what is owed next (None: nothing) and put the conversation in its place.

    `answer_due_at`: when the answer is due, which may not be what is owed next. Writes only
    the columns of the list, so that mail arriving meanwhile is not undone.
    """
    conversation.due_at, conversation.due_since = due_at, due_since
    conversation.answer_due_at = answer_due_at
    conversation.sort_at = due_at or conversation.last_at
    Conversation.objects.filter(pk=conversation.pk).update(
        due_at=due_at,
        due_since=due_since,
        answer_due_at=answer_due_at,
        sort_at=conversation.sort_at,
    )
