"""Conversations, their messages, and the mail on its way in and out."""

from promisedesk.conversations.models.conversations import (
    LONGEST_PREVIEW,
    LONGEST_SUBJECT,
    Attachment,
    Conversation,
    ConversationQuerySet,
    Message,
    Participant,
)
from promisedesk.conversations.models.files import Look, RemotePicture
from promisedesk.conversations.models.history import ImportRun, NamedId
from promisedesk.conversations.models.inboxes import Grant, Inbox, Mailbox, of_inboxes_seen_by
from promisedesk.conversations.models.mail import Arrival, Delivery
from promisedesk.conversations.models.spam import LearnedSpam, SpamRule

__all__ = [
    "LONGEST_PREVIEW",
    "LONGEST_SUBJECT",
    "Arrival",
    "Attachment",
    "Conversation",
    "ConversationQuerySet",
    "Delivery",
    "Grant",
    "ImportRun",
    "Inbox",
    "LearnedSpam",
    "Look",
    "Mailbox",
    "Message",
    "NamedId",
    "Participant",
    "RemotePicture",
    "SpamRule",
    "of_inboxes_seen_by",
]
