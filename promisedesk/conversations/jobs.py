"""What the worker does for conversations: their files, and learning what spam is."""

from promisedesk.conversations import (
    history,
    looking,
    remote_pictures,
    retention,
    snoozing,
    spam_learning,
)
from promisedesk.core import kept_files, work
from promisedesk.core.shop import the_shop


@work.every(1)
def look_into_files() -> int:
    """Scan files for viruses, draw previews of pictures."""
    return looking.look_due()


@work.every(1, lanes=2)
def fetch_pictures() -> int:
    """Fetch the pictures from elsewhere that agents asked for."""
    return remote_pictures.fetch_due()


@work.every(30)
def learn_spam() -> int:
    """Learn from the mail people sorted, when enough was sorted since the last time."""
    return spam_learning.learn_due()


@work.every(30)  # rounds rarer than a minute look dead on the page of health
def forget_named_ids() -> int:
    """Drop what only an import needed, long after it."""
    return history.forget_ids()


@work.every(5)
def bring_back_snoozed() -> int:
    """Return what was put aside until now."""
    return snoozing.wake_due()


@work.every(10)
def delete_old() -> int:
    """A small step of what the shop does not keep for ever. Steps have pauses between them."""
    retention.delete_due()
    return 0


@work.every(30)
def remove_files() -> int:
    """Remove files that nothing names any more, where the shop deletes anything at all."""
    if the_shop().retention:
        kept_files.sweep()
    return 0
