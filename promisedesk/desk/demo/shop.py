"""The demo shop: Kettle & Loom of Bristol, with three days of mail around this very moment.

Everything goes through the real abilities; only the clock is told, and nothing is sent:
what history needs sent is marked as handed over at its time.
"""

import struct
import zlib
from datetime import datetime, timedelta
from functools import lru_cache

from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts.models import Identity
from promisedesk.conversations import assigning, closing, deliveries, inboxes, incoming, replying
from promisedesk.conversations.incoming import IncomingFile, IncomingMessage
from promisedesk.conversations.models import Conversation, Delivery, Inbox, Message
from promisedesk.core import files
from promisedesk.core.ids import public_id
from promisedesk.core.models import Event, Workspace
from promisedesk.desk.demo import (
    accounts,
    customers,
    history,
    letters_en,
    letters_pl,
    letters_ru,
    ready_made,
)
from promisedesk.desk.demo.stories import Again, Note, Reply, Resolve, Story
from promisedesk.lib.counting import Span, deadline, working_seconds
from promisedesk.lib.opening_hours import parse_hours, week_as_json
from promisedesk.lib.public_holidays import usual_region
from promisedesk.promises import breaking, policies
from promisedesk.promises.models import Promise, PromisePolicy
from promisedesk.replies.models import Signature

DEMO_EMAIL, DEMO_PASSWORD = accounts.EMAIL, accounts.PASSWORD
ACKNOWLEDGED_AFTER = timedelta(seconds=9)
MINUTE = timedelta(minutes=1)
SEARCH_BACK = timedelta(days=21)  # for the moment a question must have come to be due when it is
HOURS = {  # inbox address -> name of the calendar, hours, zone, country, target
    customers.SHOP: ("Bristol", "Mon-Fri 09:00-18:00", "Europe/London", "GB", "1 working day"),
    customers.SHOP_RU: ("Русская служба", "daily 10:00-20:00", "Europe/Moscow", None,
                        "4 working hours"),
    customers.SHOP_PL: ("Obsługa polska", "Mon-Fri 08:00-16:00", "Europe/Warsaw", "PL", "24 hours"),
}  # fmt: skip
NAMES = {  # of the sender: agents tell the inboxes apart by them
    "en": "Kettle & Loom",
    "ru": "Kettle & Loom по-русски",
    "pl": "Kettle & Loom po polsku",
}
LANGUAGES = {customers.SHOP: "en", customers.SHOP_RU: "ru", customers.SHOP_PL: "pl"}


@transaction.atomic
def fill() -> bool:
    """Make the demo shop in an empty desk; False, and nothing done, in one that is in use."""
    if Workspace.get().is_demo or Agent.objects.exists() or Inbox.objects.exists():
        return False
    Workspace.objects.filter(pk=1).update(
        shop_name="Kettle & Loom",
        site="https://kettleandloom.example",
        phone="+44 117 496 0150",
        postal_address="14 Wapping Wharf, Bristol BS1 6WW",
        country="GB",
        time_zone="Europe/London",
        language="en",
        is_demo=True,
        set_up_at=now(),
    )
    people = _people()
    _signatures()
    for address, language in LANGUAGES.items():
        _inbox(address, language)
    history.tell(people)
    for address, stories in (
        (customers.SHOP, letters_en.STORIES),
        (customers.SHOP_RU, letters_ru.STORIES),
        (customers.SHOP_PL, letters_pl.STORIES),
    ):
        inbox = Inbox.objects.get(address=address)
        for story in stories:
            _Telling(story, inbox, people).tell()
    ready_made.make(people["anna"])
    breaking.break_due()
    # What was due before this moment got no letter; in the story it was told in time.
    Promise.objects.filter(told_at=None, due_at__lte=now()).update(told_at=F("made_at"))
    return True


SIGNATURES = {
    "en": "{agent.name}\nCustomer care, Kettle & Loom\n{shop.site}\n{inbox.address}, {shop.phone}",
    "ru": "{agent.name}\nСлужба заботы, Kettle & Loom\n{shop.site}\n{inbox.address}, {shop.phone}",
    "pl": "{agent.name}\nObsługa klienta, Kettle & Loom\n"
    "{shop.site}\n{inbox.address}, {shop.phone}",
}


def _signatures() -> None:
    for language, text in SIGNATURES.items():
        Signature.objects.create(language=language, text=text)


def _people() -> dict[str, Agent]:
    team = Team.objects.create(name="Customer care")
    told = [
        ("anna", "Anna Kowalska", accounts.EMAIL, "admin", accounts.PASSWORD),
        ("oleg", "Oleg Sidorov", "oleg@kettleandloom.example", "manager", public_id()),
        ("maya", "Maya Berg", "maya@kettleandloom.example", "agent", public_id()),
    ]
    people = {}
    for key, name, email, role, password in told:
        agent = Agent.objects.create_user(email, name, role=role, password=password)
        agent.teams.add(team)
        people[key] = agent
    return people


def _inbox(address: str, language: str) -> None:
    name, hours, zone, country, target = HOURS[address]
    data = {"time_zone": zone, "country": country, "region": usual_region(country)}
    data |= {"closed": [], "open": {}}
    calendar = policies.add_calendar(name, {**data, "hours": week_as_json(parse_hours(hours))})
    inbox = inboxes.add_inbox(address, name=NAMES[language], language=language)
    policies.set_policy(inbox, calendar=calendar, target=target)


class _Telling:
    """One story, told in order; `at` is the moment it has come to."""

    def __init__(self, story: Story, inbox: Inbox, people: dict[str, Agent]):
        self.story, self.inbox, self.people = story, inbox, people
        self.policy = policies.policy_of(inbox)
        self.events_seen = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        self.at = self._arrival()
        self.asked_at = self.at

    def tell(self) -> None:
        self._write(self.story.subject, self.story.text, self.story.files)
        if self.story.phone:
            Identity.objects.create(
                contact=self.conversation.contact, kind="phone", value=self.story.phone
            )
        if self.story.assignee:
            assigning.assign(
                self._fresh(), self.people[self.story.assignee], by=self.people["anna"]
            )
        for turn in self.story.turns:
            self._take(turn)
        if any(isinstance(turn, Reply) for turn in self.story.turns) or self.story.assignee:
            Conversation.objects.filter(pk=self.conversation.pk).update(is_unread=False)

    def _arrival(self) -> datetime:
        if self.story.due_in is None:
            return shifted(self.policy, now(), timedelta(hours=-self.story.ago))
        due_at = shifted(self.policy, now(), timedelta(minutes=self.story.due_in))
        return asked_to_be_due(self.policy, due_at)

    def _take(self, turn) -> None:
        if isinstance(turn, Reply):
            self._reply(turn)
        elif isinstance(turn, Note):
            self.at = min(self.at + timedelta(minutes=turn.minutes), now())
            message = replying.note(self._fresh(), turn.text, by=self.people[turn.by])
            Message.objects.filter(pk=message.pk).update(created_at=self.at)
            self._date_events()
        elif isinstance(turn, Again):
            later = shifted(self.policy, self.at, timedelta(hours=turn.hours))
            self.at = self.asked_at = self._not_yet(later)
            self._write("Re: " + self.story.subject, turn.text)
        elif isinstance(turn, Resolve):
            self.at = self._not_yet(self.at + timedelta(minutes=5))
            closing.resolve(self._fresh(), by=self.people[turn.by])
            self._date_events()

    def _not_yet(self, at: datetime) -> datetime:
        """Never in the future, and always after what came before."""
        return min(at, self.at + (now() - self.at) / 2)

    def _fresh(self) -> Conversation:
        return Conversation.objects.select_related("inbox", "contact").get(pk=self.conversation.pk)

    def _write(self, subject: str, text: str, names: tuple[str, ...] = ()) -> None:
        message = incoming.receive(
            IncomingMessage(
                inbox=self.inbox,
                arrived_at=self.at,
                address=self.story.address,
                name=self.story.name,
                subject=subject,
                text=text,
                language=LANGUAGES[self.inbox.address],
                message_id=f"<{public_id()}@customer.example>",
                in_reply_to=self._last_id(),
                files=[_file(name) for name in names],
            )
        )
        self.conversation = message.conversation
        self._date_events()
        for delivery in self._unsent():
            self._hand_over(delivery, self.at + ACKNOWLEDGED_AFTER)

    def _last_id(self) -> str:
        if not hasattr(self, "conversation"):
            return ""
        ids = self.conversation.messages.filter(direction="out", automatic=False)
        return ids.order_by("-pk").values_list("message_id", flat=True).first() or ""

    def _unsent(self):
        queued = Delivery.objects.filter(message__conversation=self.conversation, sent_at=None)
        return queued.select_related("message__conversation__contact", "message__agent")

    def _hand_over(self, delivery: Delivery, at: datetime) -> None:
        at = min(at, now())
        Message.objects.filter(pk=delivery.message_id).update(created_at=at)
        Delivery.objects.filter(pk=delivery.pk).update(created_at=at, attempts=1)
        delivery.message.created_at = delivery.created_at = at
        deliveries.sent(delivery, at)
        self._date_events(at)

    def _reply(self, turn: Reply) -> None:
        self.at = self._not_yet(self._moment(turn.share))
        replying.reply(self._fresh(), turn.text, by=self.people[turn.by])
        self._date_events()
        Conversation.objects.filter(pk=self.conversation.pk).update(last_at=self.at)
        for delivery in self._unsent():
            self._hand_over(delivery, self.at)

    def _moment(self, share: float) -> datetime:
        """When so much of the promised opening time had passed; after the deadline above 1."""
        promised = policies.would_promise(self.policy, self.asked_at)
        left = share * sum(piece.seconds for piece in promised.counted)
        for piece in promised.counted:
            if left <= piece.seconds:
                return piece.start + timedelta(seconds=left)
            left -= piece.seconds
        return shifted(self.policy, promised.due_at, timedelta(seconds=left))

    def _date_events(self, at: datetime | None = None) -> None:
        """Events just recorded happened then, not now."""
        fresh = Event.objects.filter(pk__gt=self.events_seen)
        last = fresh.order_by("-pk").values_list("pk", flat=True).first()
        fresh.update(at=at or self.at)
        self.events_seen = last or self.events_seen


def shifted(policy: PromisePolicy, at: datetime, by: timedelta) -> datetime:
    """A moment so much opening time later, or earlier when negative; by the clock for targets
    that run by the clock. So the shop is lively on a Sunday night too."""
    if not Span.parse(policy.target).working:
        return at + by
    calendar = policies.work_calendar(policy.calendar.version)
    if by >= timedelta():
        return deadline(calendar, at, Span(max(1, by // MINUTE), "minute", working=True)).due_at
    early, late = at - SEARCH_BACK, at
    while late - early > timedelta(seconds=30):
        middle = early + (late - early) / 2
        if working_seconds(calendar, middle, at) > -by.total_seconds():
            early = middle
        else:
            late = middle
    return late


def asked_to_be_due(policy: PromisePolicy, due_at: datetime) -> datetime:
    """When a question must have come for its deadline to be (about) `due_at`.

    A deadline ahead is met or later, one behind us met or earlier: outside opening hours
    there are moments no promise ends at.
    """
    is_ahead = due_at > now()
    early, late = due_at - SEARCH_BACK, min(due_at, now())
    while late - early > timedelta(seconds=30):
        middle = early + (late - early) / 2
        due = policies.would_promise(policy, middle).due_at
        if due < due_at or (due == due_at and not is_ahead):
            early = middle
        else:
            late = middle
    return late if is_ahead else early


@lru_cache
def _file(name: str) -> IncomingFile:
    if name.endswith(".txt"):
        content, kind = (
            "ООО «Маяк»\nИНН 7700000000\nр/с 40702810000000000000\n".encode(),
            "text/plain",
        )
    else:
        content, kind = _picture(sum(name.encode())), "image/png"
    return IncomingFile(name, kind, len(content), files.store(content))


def _picture(seed: int) -> bytes:
    """A small PNG: a soft gradient, so that there is something to look at (W3C PNG, 5)."""
    width, height = 240, 160
    tint = (40 + seed % 120, 60 + seed // 3 % 120, 80 + seed // 7 % 120)
    rows = b"".join(
        b"\0" + b"".join(bytes((part + (x + y) // 5) % 256 for part in tint) for x in range(width))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
