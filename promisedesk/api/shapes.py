"""The objects of the API as programs see them (the outside contract). They may only grow."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, PlainSerializer, WithJsonSchema


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


Moment = Annotated[
    datetime,
    PlainSerializer(_rfc3339, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time", "example": "2026-11-24T11:00:00Z"}),
]
ConversationState = Literal["open", "waiting", "resolved", "spam"]
PromiseState = Literal["running", "paused", "kept", "broken", "withdrawn"]
PromiseDeed = Literal["call", "answer", "refund", "ship", "other"]
CompensationKind = Literal["voucher", "discount", "refund", "gift"]
PromiseKind = Literal["answer", "resolution", "commitment", "callback"]
Channel = Literal[
    "email", "chat", "form", "phone", "telegram", "matrix", "xmpp", "social", "webhook"
]


class Named(Schema):
    """Somebody or something, in short."""

    id: str
    name: str
    address: str | None = Field(None, description="An e-mail address, if one is known.")


class PromiseOut(Schema):
    """One dated commitment to one contact."""

    id: str
    kind: PromiseKind
    conversation: str = Field(description="Id of the conversation.")
    contact: Named
    made_at: Moment
    due_at: Moment
    told_at: Moment | None = Field(description="When the customer was told, by a mail that left.")
    settled_at: Moment | None = Field(description="When it was made good, in time or late.")
    state: PromiseState = Field(description="Broken from the moment it is due, for ever.")
    late_s: int | None = Field(description="Seconds late: 0 if in time, null while not due.")
    renews: str | None = Field(description="Id of the promise this one took the place of.")
    renewed_by: str | None = Field(description="Id of the promise that took its place.")
    renewed_at: Moment | None = Field(description="When a new time was given instead.")
    deed: PromiseDeed | None = Field(description="What was promised in words; else null.")
    says: str | None = Field(description="In which words; else null.")
    agent: Named | None = Field(description="Who gave their word; null for what a rule promised.")
    target: str = Field(description='What it was counted by: "1 working day", or "by hand".')


class CompensationOut(Schema):
    """Something given to a customer for a failure of ours."""

    id: str
    kind: CompensationKind
    conversation: str = Field(description="Id of the conversation.")
    contact: Named
    promise: str | None = Field(description="Id of the promise that was broken, if one was named.")
    cost: str = Field(description='To the shop, exactly: "10.50".')
    currency: str = Field(description="ISO 4217.")
    says: str = Field(description="What for.")
    code: str = Field(description="Of a voucher; else empty.")
    agent: Named | None = Field(description="Who gave it.")
    created_at: Moment
    taken_back_at: Moment | None = Field(description="It costs nothing since; null if it stands.")


class ParticipantOut(Schema):
    """Somebody beside the customer: gets copies once an agent let them take part."""

    id: str
    name: str
    address: str
    state: Literal["pending", "approved", "refused"]
    came_by: Literal["cc", "bcc", "reply", "agent"] = Field(
        description="Named in a mail, wrote from outside, or added by an agent."
    )


class TagShort(Schema):
    """A tag, in short."""

    id: str
    name: str


class ConversationOut(Schema):
    """What one customer and the shop say to each other about one matter."""

    id: str
    ref: str = Field(description="Short, for people.")
    subject: str
    state: ConversationState
    snoozed_until: Moment | None
    channel: Channel
    inbox: Named
    contact: Named
    assignee: Named | None
    language: str
    created_at: Moment
    last_at: Moment = Field(description="When the last message came or was written.")
    folded: int = Field(description="Mails of a storm that were put into it and counted.")
    spam_because: str | None = Field(
        description="Why it is spam: person, rule:…, filter:… or learned:…; else null."
    )
    answer_promise: PromiseOut | None = Field(
        description="The running answer promise, else the latest, else null."
    )
    participants: list[ParticipantOut] = Field(description="Others, beside the customer.")
    merged_into: str | None = Field(
        description="Id of the conversation that all of this was put into; this one is empty."
    )
    parent: str | None = Field(
        description="Id of the conversation that this talk with a supplier stands beside."
    )
    links: list[str] = Field(description="Ids of conversations that belong to the same matter.")
    team: Named | None = Field(description="The team it was given to.")
    tags: list[TagShort]
    fields: dict[str, str | int | float | bool] = Field(
        description="What is filled into the shop's own fields, by key."
    )
    followers: list[Named] = Field(description="Agents who want to know what happens in it.")
    resolved_because: str | None = Field(
        description="Why it was resolved without an answer: phone, elsewhere, duplicate, "
        "no_question, withdrawn, or words; null if it was not."
    )
    mood: str = Field(
        description="How the customer sounds since our last answer: angry, unhappy or calm."
    )


class AttachmentOut(Schema):
    id: str
    name: str
    type: str
    size: int = Field(description="Bytes.")
    sha256: str
    url: str = Field(description="Where to get it, with the same token.")


class DeliveryOut(Schema):
    """An outgoing mail on its way."""

    state: Literal["held", "queued", "sending", "sent", "deferred", "failed", "bounced"]
    attempts: int
    last_error: str | None
    sent_at: Moment | None


class CopyOut(DeliveryOut):
    """The same mail on its way to somebody beside the customer."""

    address: str


class MessageOut(Schema):
    id: str
    conversation: str = Field(description="Id of the conversation.")
    direction: Literal["in", "out", "note"]
    automatic: bool = Field(description="Written by the desk, or by a robot to us.")
    channel: Channel
    author: Named | None = Field(description="Null for what the desk wrote itself.")
    subject: str
    text: str = Field(description="What is new in it, without quotes and signature.")
    html: str | None = Field(description="Made safe: no scripts, forms or remote pictures.")
    quoted_text: str
    signature: str
    attachments: list[AttachmentOut]
    created_at: Moment
    delivery: DeliveryOut | None = Field(
        description="The way to the customer. Null for what did not go out."
    )
    copies: list[CopyOut] = Field(description="To others who take part.")
    marks: list[str] = Field(
        description="Small facts of the mail: unverified, auth:pass, forwarded, signed:pgp."
    )
    mood: str | None = Field(
        description="How a customer’s message sounds: angry, unhappy or calm; null for ours."
    )


class EventOut(Schema):
    """One thing that happened to a conversation."""

    id: str
    verb: str = Field(description="For example message.received.")
    at: Moment
    by: Named | None
    data: dict[str, Any]


class HappenedOut(EventOut):
    """One thing that happened, as the stream tells it."""

    conversation: str = Field(description="Id of the conversation.")


class IdentityOut(Schema):
    kind: Literal["email", "phone"]
    value: str
    is_suggested: bool = Field(description="Found in a letter, not yet taken over.")


class ContactOut(Schema):
    """A customer."""

    id: str
    name: str
    address: str | None
    identities: list[IdentityOut]
    language: str
    time_zone: str
    notes: str
    company: str
    segment: str = Field(description="The group of customers; promises may depend on it.")
    is_vip: bool
    fields: dict[str, str | int | float | bool | None] = Field(
        description="The shop's own fields, by their key."
    )
    merged_into: str | None = Field(description="Id of the card that this one was put into.")
    created_at: Moment
    answered_at: Moment | None = Field(description="When we first answered them.")


class PolicyOut(Schema):
    """What an inbox promises."""

    target: str = Field(description='For example "1 working day".')
    calendar: str = Field(description="Name of the calendar it is counted in.")


class InboxOut(Schema):
    id: str
    name: str
    address: str
    channel: Channel
    language: str
    team: str | None = Field(description="Name of the only team that sees it.")
    is_active: bool
    created_at: Moment
    answer_policy: PolicyOut | None


class AgentOut(Schema):
    """Somebody who answers customers, or runs the desk."""

    id: str
    name: str
    address: str
    role: Literal["admin", "manager", "agent", "light"]
    language: str
    teams: list[str]
    is_active: bool


class TokenOut(Schema):
    """A key for programs. The token itself was told once, when it was made."""

    id: str
    name: str = Field(description="What uses it.")
    agent: Named = Field(description="Whom it acts as.")
    created_at: Moment
    used_at: Moment | None = Field(description="Last use, to the minute; null if never.")
    revoked_at: Moment | None = Field(description="When it ended; null while it is good.")


class TagOut(Schema):
    """A label that people hang on conversations."""

    id: str
    name: str
    hue: int = Field(description="Of its colour, in degrees.")
    is_active: bool = Field(description="Offered for new ones.")
    created_at: Moment


class UnreadableOut(Schema):
    """A mail that could not be read, or is for nobody here. It is kept as it came."""

    id: str
    state: Literal["unreadable", "unrouted"]
    reason: str
    source: Literal["smtp", "pipe", "imap", "import", "webhook"]
    inbox: Named | None
    sender: str = Field(description="Of the envelope; empty if there was none.")
    recipient: str
    size: int = Field(description="Bytes.")
    sha256: str
    arrived_at: Moment
    url: str = Field(description="The mail as it was received.")


class HitOut(Schema):
    """A message that has the words."""

    kind: Literal["message"]
    id: str = Field(description="Id of the message.")
    conversation: str = Field(description="Id of the conversation.")
    ref: str
    subject: str
    state: ConversationState
    contact: Named
    direction: Literal["in", "out", "note"]
    excerpt: str = Field(description="The beginning of the message.")
    created_at: Moment


class PartOut(Schema):
    """A part of the desk and how it is."""

    kind: str = Field(description="worker, queue, mailbox, server, mail, disk or sign-in.")
    name: str
    state: Literal["ok", "degraded", "down"]
    since: Moment | None = Field(description="When this state began, if that is known.")
    detail: str


class HealthOut(Schema):
    state: Literal["ok", "degraded", "down"] = Field(description="That of the worst part.")
    parts: list[PartOut]
