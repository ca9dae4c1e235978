"""Rows as the API shows them. Each function takes the rows of a page, so that whatever
they need besides is asked for once a page, not once a row.
"""

from promisedesk.api.showing.of_conversations import conversations, with_conversation_parts
from promisedesk.api.showing.of_messages import (
    events,
    hits,
    messages,
    unreadable,
    with_message_parts,
)
from promisedesk.api.showing.of_people import (
    agents,
    contacts,
    inboxes,
    tags,
    tokens,
    with_contact_parts,
    with_inbox_parts,
)
from promisedesk.api.showing.of_promises import (
    compensations,
    promises,
    with_compensation_parts,
    with_promise_parts,
)
from promisedesk.api.showing.parts import ROOT, Shown

__all__ = [
    "ROOT",
    "Shown",
    "agents",
    "compensations",
    "contacts",
    "conversations",
    "events",
    "hits",
    "inboxes",
    "messages",
    "promises",
    "tags",
    "tokens",
    "unreadable",
    "with_compensation_parts",
    "with_contact_parts",
    "with_conversation_parts",
    "with_inbox_parts",
    "with_message_parts",
    "with_promise_parts",
]
