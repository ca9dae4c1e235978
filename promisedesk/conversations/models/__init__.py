"""Conversations, their messages, and the mail on its way in and out."""

from promisedesk.conversations.models.conversations import (
    LONGEST_PREVIEW,
    LONGEST_SUBJECT,
    Attachment,
    Conversation,
    ConversationQuerySet,
    Message,
    Participant,
    of_conversations_seen_by,
)
from promisedesk.conversations.models.files import Look, RemotePicture
from promisedesk.conversations.models.history import ImportRun, NamedId
from promisedesk.conversations.models.inboxes import Grant, Inbox, Mailbox, of_inboxes_seen_by
from promisedesk.conversations.models.mail import Arrival, Delivery
from promisedesk.conversations.models.sorting import SavedView, Tag
from promisedesk.conversations.models.spam import LearnedSpam, SpamRule
from promisedesk.conversations.models.together import (
    Batch,
    Follower,
    Link,
    Mention,
    Merge,
    TimeSpent,
)

__all__ = [
    "LONGEST_PREVIEW",
    "LONGEST_SUBJECT",
    "Arrival",
    "Attachment",
    "Batch",
    "Conversation",
    "ConversationQuerySet",
    "Delivery",
    "Follower",
    "Grant",
    "ImportRun",
    "Inbox",
    "LearnedSpam",
    "Link",
    "Look",
    "Mailbox",
    "Mention",
    "Merge",
    "Message",
    "NamedId",
    "Participant",
    "RemotePicture",
    "SavedView",
    "SpamRule",
    "Tag",
    "TimeSpent",
    "of_conversations_seen_by",
    "of_inboxes_seen_by",
]
