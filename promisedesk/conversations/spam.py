"""Whether a new mail goes to the spam, and why.

Spam is a place, not a bin: everything in it is kept, listed with its reason, and taken back
with one click. Nobody is promised anything there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promisedesk.contacts.models import Contact
from promisedesk.conversations import spam_rules
from promisedesk.conversations.models import Conversation

if TYPE_CHECKING:
    from promisedesk.conversations.incoming import IncomingMessage

# What Conversation.spam_because holds: a word, and after colons what it is about. Sentences
# are made when it is shown, in the reader's language.
PERSON = "person"  # somebody pressed the button
NOT = "not"  # somebody took it out again: never learned as spam
RULE = "rule"  # rule:evil.example
FILTER = "filter"  # filter:X-Spam-Flag, the mail server in front of us said so
LEARNED = "learned"  # learned:14:casino bonus

NO_ANSWER = "no-answer"  # a mark: no acknowledgement may go there, even when it is no spam


def because(incoming: IncomingMessage, contact: Contact, conversation: Conversation | None) -> str:
    """Why this mail is spam (see above), '' when it is none.

    In a conversation that somebody takes part in nothing is spam, but what a blocked
    sender writes.
    """
    rule = spam_rules.find(incoming.address)
    if rule and rule.is_spam:
        is_there = conversation is not None and conversation.state == Conversation.State.SPAM
        return "" if is_there else f"{RULE}:{rule.pattern}"[:200]
    if rule or conversation is not None:
        return ""
    if incoming.spam_because:
        return f"{FILTER}:{incoming.spam_because}"[:200]
    return ""
