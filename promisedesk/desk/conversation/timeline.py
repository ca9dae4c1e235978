"""A conversation in order: messages, and between them what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.coach.heat import Heat
from promisedesk.coach.heat import shown as shown_heat
from promisedesk.conversations.joint_verbs import (
    CAME_OUT,
    CUSTOMER_SET,
    MERGED,
    MERGED_AWAY,
    UNMERGED,
)
from promisedesk.conversations.models import Conversation, Delivery, Message
from promisedesk.conversations.splitting import without_marks
from promisedesk.conversations.verbs import CUSTOMER_CHANGED, JOINED, TAKEN_APART
from promisedesk.core.models import Event
from promisedesk.core.prepared import prepared
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import robot_marks
from promisedesk.desk.conversation.enclosed import File, files_of, pictures_of
from promisedesk.desk.conversation.folded import Like, More, gathered, like
from promisedesk.desk.conversation.marks import Mark, badges
from promisedesk.desk.conversation.people import doubts_in_words
from promisedesk.desk.conversation.sentences import ICONS, TONES, said_verbs, sentence
from promisedesk.desk.conversation.states import in_order
from promisedesk.desk.conversation.words import as_html, ours_as_html
from promisedesk.desk.drawing import face, initials_of, nobody
from promisedesk.lib.mail.reading import ENCRYPTED_WORDS
from promisedesk.lib.thanks import MARK as THANKS
from promisedesk.promises.keeping import CALLED
from promisedesk.promises.verbs import TOLD

NEWEST = 60  # messages shown at first; earlier ones are a click away
MOST = 500  # messages shown after that click; still earlier ones are on pages of as many
MOST_EVENTS = 300
State = Delivery.State
NEW_CUSTOMER = {CUSTOMER_CHANGED.name, CUSTOMER_SET.name}
TOLD_THERE = {MERGED_AWAY.name, CAME_OUT.name}  # the other of the two says the same


@dataclass(slots=True)
class Said:
    """A message, ready to be drawn."""

    id: int
    public_id: str
    at: datetime
    kind: str  # customer, us or note: who is speaking
    avatar: SafeString
    who: str
    agent_id: int | None  # of ours: who wrote it
    via: str
    icon: str
    language: str
    html: SafeString
    quoted: str
    quoted_says: str
    signature: str
    is_automatic: bool
    has_design: bool
    has_raw: bool
    badges: list[Mark]
    like: Like | None  # it says what another mail said
    doubts: list[str]  # what in its sender is not to be trusted
    matter: str  # its subject, when that is another than the conversation's
    pictures: str  # from elsewhere: "", blocked, coming, here, none
    files: list[File]
    deliveries: list[Delivery]  # to the customer first, then the copies
    is_thanks: bool  # taken for mere thanks: nothing is owed for it
    heat: Heat | None  # it sounds angry: by which words
    can_part: bool = False  # one of several of the customer's


@dataclass(slots=True)
class Happened:
    """An event, as one line."""

    id: int
    at: datetime
    icon: str
    tone: str
    text: str
    elsewhere: str = ""  # the conversation it leads to (a public id)
    apart: str = ""  # the conversation that can be taken out again (a public id)
    merge: str = ""  # the merge that can be taken back (a public id)
    side: str = ""  # the talk beside it that this is about (a public id)
    kind: str = "event"


@dataclass(slots=True)
class Day:
    """Everything of one day."""

    date: date
    heading: str
    items: list[Said | Happened | More] = field(default_factory=list)


@dataclass(slots=True)
class Timeline:
    days: list[Day]
    earlier: str  # the query of the page with what came before; empty when nothing did
    has_newer: bool  # newer messages are on another page
    last_message: int  # the newest one's id; 0 when there is none
    messages: list[Message]
    events: list[Event]

    @property
    def last_event(self) -> int:
        """The newest event's id; 0 when there is none."""
        return max((event.pk for event in self.events), default=0)


def timeline(
    conversation: Conversation, clock: Clock, *, whole: bool = False, before: int = 0
) -> Timeline:
    """The newest messages and the events among them, by day. Three queries.

    `whole`: up to MOST of them. `before`: up to MOST that came before this message (an id).
    """
    most = MOST if whole or before else NEWEST
    start = conversation.messages.filter(pk=before).first() if before else None
    found = _found(conversation, start, most + 1)
    has_earlier = len(found) > most
    messages = list(reversed(found[:most]))
    since = messages[0].created_at if has_earlier else None
    until = start.created_at if start else None
    events = _events(conversation, since, until)
    items = [*_said(conversation, messages), *_happened(events, clock)]
    items.sort(key=lambda item: (item.at, item.kind == "event", item.id))
    earlier = f"?before={messages[0].pk}" if most == MOST else "?all"
    newest = conversation.messages.order_by("-pk")[:1] if start else messages
    last = max((message.pk for message in newest), default=0)
    return Timeline(
        _by_day(gathered(items), clock),
        earlier if has_earlier else "",
        start is not None,
        last,
        messages,
        events,
    )


COLUMNS = (
    "public_id", "direction", "automatic", "channel", "from_address", "from_name", "reply_to",
    "subject", "text", "quoted_text", "signature", "language", "raw_sha256", "marks", "created_at",
    "conversation_id", "agent__name", "contact__name",
)  # fmt: skip


def _found(conversation: Conversation, start: Message | None, most: int) -> list[Message]:
    """The newest messages with their letters, the newest first. Two queries."""
    if start:
        return list(_messages(conversation, start)[:most])
    messages = _newest(conversation.pk, most=most)
    by_number = {message.pk: message for message in messages}
    letters: dict[int, list[Delivery]] = {pk: [] for pk in by_number}
    for one in _letters(list(by_number)) if by_number else ():
        one.message = by_number[one.message_id]
        letters[one.message_id].append(one)
    for message in messages:
        message.__dict__["_prefetched_objects_cache"] = {}
        rows = message.deliveries.all()
        rows._result_cache = letters[message.pk]
        message._prefetched_objects_cache["deliveries"] = rows
    return messages


@prepared
def _newest(conversation: int, *, most: int) -> QuerySet[Message]:
    found = _drawable(Message.objects.filter(conversation_id=conversation))
    return found.prefetch_related(None).order_by("-created_at", "-id")[:most]


@prepared
def _letters(messages: list[int]) -> QuerySet[Delivery]:
    return Delivery.objects.filter(message_id__in=messages)


def _messages(conversation: Conversation, start: Message | None):
    messages = conversation.messages.all()
    if start:
        same_moment = Q(created_at=start.created_at, pk__lt=start.pk)
        messages = messages.filter(Q(created_at__lt=start.created_at) | same_moment)
    return _drawable(messages).order_by("-created_at", "-id")


def _drawable(messages: QuerySet[Message]) -> QuerySet[Message]:
    has_design = ExpressionWrapper(~Q(html=""), output_field=BooleanField())
    known = messages.select_related("agent", "contact").prefetch_related("deliveries")
    return known.only(*COLUMNS).annotate(has_design=has_design)


def said(
    messages: QuerySet[Message], conversations: dict[int, Conversation]
) -> list[tuple[int, Said]]:
    """Messages of several conversations (by number), oldest first: the number, and the message.

    Three queries.
    """
    found = list(_drawable(messages).order_by("created_at", "id"))
    files, pictures = files_of(found), pictures_of(found)
    return [
        (
            one.conversation_id,
            _one(
                conversations[one.conversation_id],
                one,
                files.get(one.pk, []),
                pictures.get(one.pk, ""),
            ),
        )
        for one in found
    ]


def _said(conversation: Conversation, messages: list[Message]) -> list[Said]:
    files, pictures = files_of(messages), pictures_of(messages)
    found = [
        _one(conversation, message, files.get(message.pk, []), pictures.get(message.pk, ""))
        for message in messages
    ]
    theirs = [one for one in found if one.kind == "customer" and not one.is_automatic]
    for one in theirs:
        one.can_part = len(theirs) > 1
    return found


def _one(conversation: Conversation, message: Message, files: list[File], pictures: str) -> Said:
    kind, icon, via = _speaker(conversation, message)
    avatar, who = _face(message)
    lines = message.quoted_text.count("\n") + 1
    return Said(
        id=message.pk,
        public_id=message.public_id,
        at=message.created_at,
        kind=kind,
        avatar=avatar,
        who=who,
        agent_id=message.agent_id,
        via=via,
        icon=icon,
        language=message.language,
        html=_html(message),
        quoted=message.quoted_text,
        quoted_says=ngettext("Quoted text, %d line", "Quoted text, %d lines", lines) % lines,
        signature=message.signature,
        is_automatic=message.automatic,
        has_design=message.has_design and message.direction == Message.Direction.IN,
        has_raw=bool(message.raw_sha256),
        badges=badges(message.marks) + robot_marks.badges(message.marks),
        like=like(message),
        doubts=doubts_in_words(message.marks),
        matter=_other_matter(conversation, message),
        pictures=pictures,
        files=files,
        deliveries=in_order(message.deliveries.all()),
        is_thanks=THANKS in message.marks,
        heat=shown_heat(message, conversation),
    )


def _html(message: Message) -> SafeString:
    """Its words as they read; ours with their marks, unless they came from another program."""
    words = _words(message).strip()
    is_ours = message.direction != Message.Direction.IN and not message.automatic
    if is_ours and not message.from_address:
        return ours_as_html(words)
    return as_html(words) if words else SafeString("")


def _words(message: Message) -> str:
    """The text; what stands there for encrypted words, in the reader's language."""
    if message.text == ENCRYPTED_WORDS:
        return _("(This mail is encrypted. Its words can be read with its key only.)")
    return message.text


def _speaker(conversation: Conversation, message: Message) -> tuple[str, str, str]:
    """(kind, icon, words) of who speaks and how."""
    if message.direction == Message.Direction.NOTE:
        return "note", "lock", _("Internal note, customer cannot see it")
    if message.channel == "phone":
        was_reached = CALLED in message.marks
        return "call", "phone", _("Phone note") if was_reached else _("Call, nobody answered")
    if message.direction == Message.Direction.OUT:
        return "us", "mail", _("Automatic mail") if message.automatic else _("Mail")
    if message.automatic:
        return "customer", "mail", _("Automatic mail of a program")
    return "customer", "mail", _("Mail to %(address)s") % {"address": conversation.inbox.address}


def _face(message: Message) -> tuple[SafeString, str]:
    if message.direction == Message.Direction.IN:
        name = message.from_name or message.from_address or _("Unknown sender")
        # A bounce about Clara's letter was not written by Clara.
        known = message.contact.name if message.contact and not message.automatic else ""
        return face(message.contact_id or 0, initials_of(known or name) or "?"), known or name
    if message.agent:
        return face(message.agent_id, message.agent.initials), message.agent.name
    return nobody(), _("Promisedesk")


def _other_matter(conversation: Conversation, message: Message) -> str:
    """The subject of a customer's message that is about something else than the rest."""
    is_theirs = message.direction == Message.Direction.IN and not message.automatic
    if not is_theirs or not (subject := without_marks(message.subject)):
        return ""
    same = _is_same(subject.casefold(), without_marks(conversation.subject).casefold())
    # With our reference in it, it answers the acknowledgement.
    return "" if same or conversation.ref in subject else subject


def _is_same(subject: str, conversations: str) -> bool:
    """A long subject was cut off in our letter, and comes back so."""
    if not subject.endswith("…"):
        return subject == conversations
    return conversations.startswith(subject.rstrip("… "))


def _events(
    conversation: Conversation, since: datetime | None, until: datetime | None
) -> list[Event]:
    between = [one for one in (since, until) if one]
    newest = _happenings(
        conversation.pk, *between, has_since=since is not None, has_until=until is not None
    )
    return newest[::-1]


@prepared
def _happenings(
    conversation: int, *between: datetime, has_since: bool, has_until: bool
) -> QuerySet[Event]:
    # What happened in those merged into it is told here too.
    here = Conversation.objects.filter(Q(pk=conversation) | Q(merged_into=conversation))
    events = Event.objects.filter(
        conversation_id__in=here.order_by().values("pk"), verb__in=said_verbs()
    )
    if has_since:
        events = events.filter(at__gte=between[0])
    if has_until:
        events = events.filter(at__lt=between[-1])
    return events.select_related("by").order_by("-id")[:MOST_EVENTS]


def _happened(events: list[Event], clock: Clock) -> Iterable[Happened]:
    parted = {one.data.get("ref"): one.pk for one in events if one.verb == TAKEN_APART.name}
    unmerged = {one.data["merge"] for one in events if one.verb == UNMERGED.name}
    changed = max((one.pk for one in events if one.verb in NEW_CUSTOMER), default=0)
    return (
        Happened(
            id=event.pk,
            at=event.at,
            icon=ICONS.get(event.verb, "info"),
            tone=TONES.get(event.verb, ""),
            text=sentence(event, clock),
            elsewhere=_elsewhere(event),
            apart=_can_be_parted(event, parted),
            merge=_can_be_unmerged(event, unmerged),
            side=event.data.get("side", ""),
        )
        for event in events
        # “The customer was told” is not so of another customer than there is now.
        if (event.verb != TOLD.name or event.pk > changed) and event.verb not in TOLD_THERE
    )


def _elsewhere(event: Event) -> str:
    data = event.data
    return data.get("into") or data.get("stray") or data.get("other") or ""


def _can_be_unmerged(event: Event, unmerged: set[str]) -> str:
    is_still = event.verb == MERGED.name and event.data["merge"] not in unmerged
    return event.data["merge"] if is_still else ""


def _can_be_parted(event: Event, parted: dict[str, int]) -> str:
    is_still = event.verb == JOINED.name and parted.get(event.data["ref"], 0) < event.pk
    return event.data["stray"] if is_still else ""


def _by_day(items: list[Said | Happened | More], clock: Clock) -> list[Day]:
    days: list[Day] = []
    for item in items:
        day = clock.date_of(item.at)
        if not days or days[-1].date != day:
            days.append(Day(day, clock.day_heading(day)))
        days[-1].items.append(item)
    return days
