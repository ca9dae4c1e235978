"""The states of an outgoing mail, as the one who hands it over learns them."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.agents.rights import Deed, demand
from promisedesk.contacts import addresses
from promisedesk.conversations import returned
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.verbs import BOUNCED, COPY_FAILED, DEFERRED, FAILED, IN_DOUBT, SENT
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.leases import backoff
from promisedesk.lib.mail import refusals

GIVE_UP_AFTER = timedelta(days=4)  # RFC 5321 4.5.4.1: at least four to five days
LOOK_AGAIN = timedelta(days=1)  # at what waits to be woken, should nobody wake it
State = Delivery.State


def _record(verb, delivery: Delivery, **data) -> None:
    conversation = delivery.message.conversation
    record(
        verb,
        conversation=conversation,
        contact=conversation.contact,
        about=delivery.message,
        message=delivery.message_id,
        **data,
    )


def _words(error: str) -> str:
    return error.replace("\x00", "?")[:1000]  # what a server says may hold anything


def _save(delivery: Delivery, **changed) -> None:
    for name, value in changed.items():
        setattr(delivery, name, value)
    delivery.save(update_fields=list(changed))


def sending(delivery: Delivery) -> None:
    """It is on its way: not held any more, nor delayed."""
    _save(delivery, state=State.SENDING)


@transaction.atomic
def in_doubt(delivery: Delivery) -> None:
    """The whole mail is out but the final dot: from here on it may have arrived."""
    _save(delivery, state=State.SENDING, in_doubt_at=now())


@transaction.atomic
def sent(delivery: Delivery, at: datetime | None = None) -> None:
    """The server took it. Whoever waits for the handing over (promises) listens to SENT.

    `at`: when it said so. Writing it down may have to wait, and that is not the letter's fault.
    """
    at = at or now()
    _save(delivery, state=State.SENT, sent_at=at, due_at=None, in_doubt_at=None, last_error="")
    if delivery.is_copy:
        return  # the customer's alone settles what was owed
    _record(SENT, delivery, automatic=delivery.is_automatic, sent_at=at.isoformat())


@transaction.atomic
def deferred(delivery: Delivery, error: str) -> None:
    """It did not work this time. Tried again later, until GIVE_UP_AFTER."""
    if now() - delivery.created_at > GIVE_UP_AFTER:
        failed(delivery, error)
        return
    first = not delivery.last_error or delivery.attempts <= 1  # told once, not at every try
    _save(
        delivery,
        state=State.DEFERRED,
        due_at=now() + backoff(delivery.attempts),
        in_doubt_at=None,
        last_error=_words(error),
    )
    if first and not delivery.is_copy:
        _record(DEFERRED, delivery, error=_words(error)[:300])


@transaction.atomic
def failed(delivery: Delivery, error: str, reason: str = "") -> None:
    """It will never work like this: shown to the agent, whose conversation opens again.

    `reason`: one of lib.mail.refusals, where the server told.
    """
    error = returned.in_words(reason, error)
    _end(delivery, State.FAILED, error)
    _doubt(delivery, reason)
    if delivery.is_copy:
        _tell_of_copy(delivery, error)
        return
    _record(FAILED, delivery, error=_words(error)[:300])
    _open_again(delivery)


@transaction.atomic
def bounced(delivery: Delivery, error: str, reason: str = "") -> None:
    """It was handed over and came back: shown to the agent, whose conversation opens again.

    Not one that came back before; it may come back more than once.
    """
    if delivery.state == State.BOUNCED:
        return
    error = returned.in_words(reason, error)
    _end(delivery, State.BOUNCED, error)
    _doubt(delivery, reason)
    if delivery.is_copy:
        _tell_of_copy(delivery, error)
        return
    _record(BOUNCED, delivery)
    _open_again(delivery)


def _doubt(delivery: Delivery, reason: str) -> None:
    """A full mailbox empties again; one that does not exist is not written to unasked."""
    if reason in refusals.BAD_ADDRESS:
        addresses.mark_doubtful(delivery.to_address, now())


def _tell_of_copy(delivery: Delivery, error: str) -> None:
    """A copy did not arrive: told, and no more. The customer has their answer."""
    _record(COPY_FAILED, delivery, address=delivery.to_address, error=_words(error)[:300])


@transaction.atomic
def dropped(delivery: Delivery, why: str) -> None:
    """An automatic letter that is no longer true: it ends here, and nobody need do anything."""
    _end(delivery, State.FAILED, why)


def _end(delivery: Delivery, state: str, error: str) -> None:
    _save(delivery, state=state, due_at=None, in_doubt_at=None, last_error=_words(error))


def _open_again(delivery: Delivery) -> None:
    if delivery.is_automatic:
        return
    closed = [Conversation.State.WAITING, Conversation.State.RESOLVED]
    Conversation.objects.filter(pk=delivery.message.conversation_id, state__in=closed).update(
        state=Conversation.State.OPEN, is_unread=True
    )


@transaction.atomic
def held(delivery: Delivery, error: str) -> None:
    """It waits for something people must do (no mail server set), until `wake_waiting`."""
    _save(
        delivery,
        state=State.QUEUED,
        due_at=now() + LOOK_AGAIN,
        attempts=0,
        last_error=_words(error),
    )


def wake_waiting() -> int:
    """A mail server was set: try the letters that wait for one. Returns how many there are."""
    waiting = Delivery.objects.filter(state=State.QUEUED, due_at__gt=now(), leased_by="")
    return waiting.exclude(last_error="").update(due_at=now())


def release_overlong(latest: datetime) -> int:
    """Let go of replies held beyond any undo time: the clock was set back meanwhile."""
    overlong = Delivery.objects.filter(state=State.HELD, due_at__gt=latest, leased_by="")
    return overlong.update(due_at=now())


@transaction.atomic
def again(delivery: Delivery) -> None:
    """The server said no to the letter as it was; it is made another way, and tried at once."""
    _save(delivery, state=State.QUEUED, due_at=now(), in_doubt_at=None, last_error="")


def given_back(delivery: Delivery) -> None:
    """It was not tried: its server has enough to do now."""
    _save(delivery, attempts=delivery.attempts - 1)


@transaction.atomic
def was_in_doubt(delivery: Delivery) -> None:
    """A worker died between the dot and the answer: it is sent once more, and marked."""
    _save(delivery, maybe_twice=True, in_doubt_at=None)
    _record(IN_DOUBT, delivery)


STUCK = [State.DEFERRED, State.FAILED, State.QUEUED]


def retry_message(message: Message, *, by: Agent) -> None:
    """Try the delayed and failed letters of a message again at once. Raises Refused if none is."""
    demand(by, Deed.ANSWER)
    if not _again(Delivery.objects.filter(message=message)):
        raise Refused(_("This letter is on its way already."))


def retry_all(*, by: Agent) -> int:
    """Try every letter that people can do something about again at once; returns how many."""
    only_admins(by)
    return _again(needing_somebody())


def needing_somebody() -> QuerySet[Delivery]:
    """The letters that wait for something, are delayed, or were refused, with the reason.

    Not automatic ones that ended: nobody need do anything about them.
    """
    stuck = Delivery.objects.filter(state__in=STUCK).exclude(last_error="")
    return stuck.exclude(state=State.FAILED, is_automatic=True)


@transaction.atomic
def _again(letters: QuerySet[Delivery]) -> int:
    free = letters.filter(state__in=STUCK, leased_by="")
    return free.exclude(state=State.FAILED, is_automatic=True).update(
        state=State.QUEUED, due_at=now(), attempts=0
    )


def automatic_to(address: str, since: datetime, lately: datetime) -> tuple[int, int]:
    """How many automatic mails to this address, however written, since two moments."""
    # Written out: every new conversation asks. Lower case by the database, as its index.
    adapt = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE created_at > %s) FROM conversations_delivery"
            " WHERE LOWER(to_address) = LOWER(%s) AND is_automatic AND created_at > %s",
            [adapt(lately), address[:320], adapt(since)],
        )
        return cursor.fetchone()
