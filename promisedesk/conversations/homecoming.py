"""Where a message belongs that came while two conversations were one."""

from __future__ import annotations

from promisedesk.conversations.models import Arrival, Conversation, Delivery, Message

State = Conversation.State
IN, OUT = Message.Direction.IN, Message.Direction.OUT


def addresses_written_from(conversation: Conversation) -> list[str]:
    """The addresses (lower case) its customer wrote from here; else those on their card."""
    theirs = conversation.messages.filter(
        direction=IN, automatic=False, contact=conversation.contact_id
    )
    found = theirs.exclude(from_address="").order_by("pk").values_list("from_address", flat=True)
    written = list(dict.fromkeys(one.lower() for one in found))
    mails = conversation.contact.identities.filter(kind="email").order_by("pk")
    return written or list(mails.values_list("value", flat=True)[:1])


def came_since(place: Conversation, last: int, elsewhere: set[int]) -> list[Message]:
    """Messages that came after the merge, oldest first, but those that other merges brought."""
    new = place.messages.filter(pk__gt=last).order_by("pk")
    new = new.only(
        "direction", "automatic", "contact_id", "from_address", "message_id", "in_reply_to",
        "references", "conversation_id",
    )  # fmt: skip
    return [one for one in new if one.pk not in elsewhere]


def belonging(
    gone: Conversation, place: Conversation, back: set[int], came: list[Message]
) -> list[Message]:
    """Those of `came` that go with `gone`, whose messages `back` are.

    By what a mail answers, by the address it was sent to, then by who wrote it. Notes, and
    what names neither, stay.
    """
    if not came:
        return []
    new = {one.pk for one in came}
    home: dict[str, bool] = {}  # whether the mail with this id goes
    for pk, message_id in place.messages.exclude(message_id="").values_list("pk", "message_id"):
        if pk not in new:
            home[message_id] = pk in back
    tokens = _sent_to(came)
    went = []
    for one in came:
        goes = _goes(one, gone, place, home, tokens.get(one.pk, ""))
        if one.message_id:
            home[one.message_id] = goes
        if goes:
            went.append(one)
    return went


def _goes(
    one: Message, gone: Conversation, place: Conversation, home: dict[str, bool], sent_to: str
) -> bool:
    named = [one.in_reply_to, *reversed(one.references.split())]
    for message_id in named:
        if message_id in home:
            return home[message_id]
    if one.direction != IN:
        return False
    for conversation, goes in ((gone, True), (place, False)):
        if f"+{conversation.reply_token}@" in sent_to:
            return goes
    if gone.contact_id != place.contact_id and one.contact_id in (
        gone.contact_id,
        place.contact_id,
    ):
        return one.contact_id == gone.contact_id
    address = one.from_address.lower()
    return _takes_part(gone, address) and not _takes_part(place, address, but_of=gone)


def _takes_part(
    conversation: Conversation, address: str, but_of: Conversation | None = None
) -> bool:
    """Whether somebody takes part here of their own, not because the merge brought them."""
    found = conversation.participants.filter(address=address).first()
    return found is not None and (but_of is None or not _takes_part(but_of, address))


def _sent_to(messages: list[Message]) -> dict[int, str]:
    found = Arrival.objects.filter(message__in=[one.pk for one in messages])
    return dict(found.values_list("message", "recipient"))


def state_of(
    gone: Conversation, place: Conversation, was: State, asked: list[Message], last: int
) -> State:
    """What the one that came out is: a question may have come with it, or been answered."""
    if asked:
        newest = max(one.pk for one in asked)
        return State.WAITING if _answered_after(gone, newest) else State.OPEN
    if was != State.OPEN or not (_answered_after(place, last) or _answered_after(gone, last)):
        return was
    return State.RESOLVED if place.state == State.RESOLVED else State.WAITING


def _answered_after(conversation: Conversation, number: int) -> bool:
    answers = conversation.messages.filter(direction=OUT, automatic=False, pk__gt=number)
    lost = [Delivery.State.BOUNCED, Delivery.State.FAILED]
    arriving = answers.filter(deliveries__is_copy=False).exclude(deliveries__state__in=lost)
    return arriving.exists()
