"""Whether a new mail goes to the spam, and why.

Spam is a place, not a bin: everything in it is kept, listed with its reason, and taken back
with one click. Nobody is promised anything there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promisedesk.contacts.models import Contact
from promisedesk.conversations import spam_learning, spam_rules
from promisedesk.conversations.models import Conversation
from promisedesk.conversations.spam_reasons import FILTER, LEARNED, RULE

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage


def because(incoming: IncomingMessage, contact: Contact, conversation: Conversation | None) -> str:
    """Why this mail is spam (words of spam_reasons), '' when it is none.

    In a conversation that somebody takes part in nothing is spam, but what a blocked
    sender writes. Whom we answered once is never judged by what was learned.
    """
    rule = spam_rules.find(incoming.address)
    if rule and rule.is_spam:
        is_there = conversation is not None and conversation.state == Conversation.State.SPAM
        return "" if is_there else f"{RULE}:{rule.pattern}"[:200]
    if rule or conversation is not None:
        return ""
    if incoming.spam_because:
        return f"{FILTER}:{incoming.spam_because}"[:200]
    if contact.answered_at is not None or incoming.kind in ("bounce", "report"):
        return ""
    learned = spam_learning.judge(incoming.subject, incoming.text, incoming.address)
    return f"{LEARNED}:{learned}"[:200] if learned else ""
