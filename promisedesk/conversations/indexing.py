"""Making messages findable: by what was written, the subject, who wrote, and the reference.

Rooms below cannot tell search what to keep, and search knows no room: so it is here.
Quoted text is left out, it is findable where it was first written.
"""

from django.db import transaction

from promisedesk.contacts import indexing as contacts
from promisedesk.conversations.models import Message
from promisedesk.conversations.verbs import NOTED, RECEIVED, REPLIED
from promisedesk.core.events import on
from promisedesk.search import indexing
from promisedesk.search.models import Document

KIND = "message"
AT_ONCE = 500  # messages a transaction when everything is indexed anew

_COLUMNS = (
    "pk",
    "conversation_id",
    "language",
    "subject",
    "conversation__subject",
    "conversation__ref",
    "from_name",
    "from_address",
    "conversation__contact__name",
    "text",
)


@on(RECEIVED)
@on(REPLIED)
@on(NOTED)
def make_findable(event) -> None:
    """Put a new message where it can be found, in the transaction that wrote it."""
    put(event.about)


def put(message: Message) -> None:
    """Make one message findable, anew if it was before (its conversation may have changed)."""
    conversation = message.conversation
    _put(
        (
            message.pk,
            conversation.pk,
            message.language,
            message.subject,
            conversation.subject,
            conversation.ref,
            message.from_name,
            message.from_address,
            conversation.contact.name,
            message.text,
        )
    )


def _put(row: tuple) -> None:
    pk, conversation, language, *texts = row
    # Each once: a subject is mostly that of its conversation, a sender its contact.
    indexing.put(KIND, pk, "\n".join(dict.fromkeys(texts)), group=conversation, language=language)


def reindex(tell=lambda done: None) -> int:
    """Index every message and customer anew, and forget those that are gone; returns the messages.

    The desk may run meanwhile. `tell` is called with the number done so far.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            rows = Message.objects.filter(pk__gt=last).exclude(direction="out", automatic=True)
            batch = list(rows.order_by("pk").values_list(*_COLUMNS)[:AT_ONCE])
            for row in batch:
                _put(row)
        if not batch:
            break
        done, last = done + len(batch), batch[-1][0]
        tell(done)
    gone = Document.objects.filter(kind=KIND).exclude(key__in=Message.objects.values("pk"))
    gone.delete()
    contacts.reindex()
    return done
