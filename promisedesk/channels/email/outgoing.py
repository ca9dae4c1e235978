"""How each outgoing server does, as its letters tell: what waits, what failed, what went out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy

from promisedesk.channels.email.models import MailTest
from promisedesk.conversations.models import Delivery, Inbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core import alarms, leases
from promisedesk.core.errors import Refused
from promisedesk.core.health import DOWN, OK, Part, part_source
from promisedesk.core.models import Event
from promisedesk.core.secretbox import unseal
from promisedesk.lib.server_url import ServerUrl, ServerUrlError

# A server that says these means us, not one letter (RFC 5321 3.8, RFC 4954 6).
ABOUT_US = ("421", "454", "530", "534", "535", "538")
SAID = "The mail server said: "  # how `sending.said` begins what a server answered
ABOUT_THE_LETTER = (
    "The desk’s database",
    "The desk cannot read",
    "The mail server cannot send",
    "Not sent:",
)
MOST_LOOKED_AT = 200

alarms.SENTENCES["server"] = gettext_lazy("No mail leaves by %(name)s.")


@dataclass(slots=True)
class Outgoing:
    """One outgoing server and the inboxes that use it. `name` is host:port, '' for none set."""

    name: str
    is_common: bool
    inboxes: list[Inbox] = field(default_factory=list)
    waiting: int = 0
    oldest: datetime | None = None  # when the first waiting letter was written
    sent_at: datetime | None = None  # the last one that went out; asked for only if needed
    failing_since: datetime | None = None
    last_error: str = ""

    @property
    def is_down(self) -> bool:
        """Whether nothing leaves by it, as far as is known; also when no server is set."""
        return bool(self.failing_since) or not self.name


@lru_cache(maxsize=256)
def _place(sealed: str) -> str:
    """host:port of a sealed url; it is opened once, not at every look."""
    try:
        server = ServerUrl.parse(unseal(sealed), ("smtps", "smtp"))
    except (Refused, ServerUrlError):
        return "?"
    return f"{server.host}:{server.port}"


def common_place() -> str:
    """host:port of the server of the settings; '' when there is none."""
    if not settings.SMTP_URL:
        return ""
    try:
        server = ServerUrl.parse(settings.SMTP_URL, ("smtps", "smtp"))
    except ServerUrlError:
        return "?"
    return f"{server.host}:{server.port}"


def outgoing(*, with_last_sent: bool = False) -> list[Outgoing]:
    """Every server that active inboxes send by, the common one first."""
    found: dict[str, Outgoing] = {}
    if settings.SMTP_URL:
        found[common_place()] = Outgoing(common_place(), True)
    for inbox in Inbox.objects.filter(is_active=True).order_by("address"):
        place = _place(inbox.smtp_url) if inbox.smtp_url else common_place()
        one = found.setdefault(place, Outgoing(place, not inbox.smtp_url))
        one.inboxes.append(inbox)
    _count(found.values())
    for one in found.values():
        if with_last_sent:
            one.sent_at = _last_sent(one)
            _note_failed_test(one)
    return list(found.values())


def _count(servers: Iterable[Outgoing]) -> None:
    of_inbox = {inbox.pk: one for one in servers for inbox in one.inboxes}
    due = Delivery.objects.filter(due_at__isnull=False)
    place = "message__conversation__inbox"
    for pk, count, oldest, deferred in due.values_list(place).annotate(
        count=Count("pk"),
        oldest=Min("created_at"),
        deferred=Count("pk", filter=Q(state=Delivery.State.DEFERRED)),
    ):
        one = of_inbox.get(pk)
        if one is None:
            continue
        one.waiting += count
        one.oldest = min(filter(None, (one.oldest, oldest)))
        if deferred and not one.failing_since:
            _note_failure(one)


def _note_failure(server: Outgoing) -> None:
    """Failing: the last try that was the server's fault is later than the last letter it took."""
    deferred = _letters_of(server).filter(state=Delivery.State.DEFERRED, due_at__isnull=False)
    faults = [one for one in deferred.order_by("-due_at")[:MOST_LOOKED_AT] if is_fault(one)]
    if not faults:
        return
    server.sent_at = _last_sent(server)
    tries = [one.due_at - leases.backoff(one.attempts) for one in faults]
    if server.sent_at and max(tries) <= server.sent_at:
        return
    began = min(one.created_at for one in faults)
    server.failing_since = max(filter(None, (began, server.sent_at)))
    server.last_error = faults[0].last_error


def is_fault(letter: Delivery) -> bool:
    """Whether a delayed letter tells of trouble with the server, not with the letter itself."""
    words = letter.last_error
    if words.startswith(SAID):
        return words.removeprefix(SAID).startswith(ABOUT_US)
    return bool(words) and not words.startswith(ABOUT_THE_LETTER)


def _letters_of(server: Outgoing):
    return Delivery.objects.filter(message__conversation__inbox__in=server.inboxes)


def _last_sent(server: Outgoing) -> datetime | None:
    sent = _letters_of(server).filter(sent_at__isnull=False, sent_at__lte=now())
    letter = sent.order_by("-pk").values_list("sent_at", flat=True).first()
    tests = MailTest.objects.filter(inbox__in=server.inboxes, sent_at__isnull=False)
    test = tests.order_by("-pk").values_list("sent_at", flat=True).first()
    return max(filter(None, (letter, test)), default=None)


def _note_failed_test(server: Outgoing) -> None:
    """Failing: the server did not take the last test letter, and nothing went out since.

    For the page, not for alarms: somebody tried it, and knows.
    """
    tests = MailTest.objects.filter(inbox__in=server.inboxes).exclude(state=MailTest.State.WAITING)
    test = tests.select_related("inbox").order_by("-pk").first()
    if server.failing_since or test is None or test.sent_at or not test.last_error:
        return
    if test.last_error.startswith(ABOUT_THE_LETTER) or _was_changed_since(test):
        return
    if not server.sent_at or test.started_at > server.sent_at:
        server.failing_since, server.last_error = test.started_at, test.last_error


def _was_changed_since(test: MailTest) -> bool:
    """Whether its inbox was given another server: then the old failure says nothing."""
    changes = Event.objects.filter(verb=INBOX_CHANGED.name, conversation_id=None)
    return changes.filter(
        at__gt=test.started_at, data__inbox=test.inbox.name, data__what="smtp"
    ).exists()


@part_source
def servers() -> Iterable[Part]:
    """Each outgoing server that letters wait for."""
    for one in outgoing():
        if one.name and one.failing_since:
            yield Part("server", one.name, DOWN, one.failing_since, one.last_error)
        elif one.name:
            yield Part("server", one.name, OK)
