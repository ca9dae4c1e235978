"""Learning from what people sorted: the mail they marked as spam, and the mail they answered.

The worker learns anew after some clicks, in a process of its own. What was learned is a row
of numbers that every worker reads. It judges only first mails of people we never answered.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

import structlog
from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, LearnedSpam, Message
from promisedesk.conversations.spam_reasons import NOT, PERSON
from promisedesk.core.memo import remembered
from promisedesk.lib.spam_training import LEAST_HAM, LEAST_SPAM, is_possible
from promisedesk.lib.spam_words import Learned, features, telling_words

log = structlog.get_logger("promisedesk.spam")

MOST = 2000  # examples of each kind, the newest
CLICKS = 5  # after so many it learns anew at once, else within the hour
PATIENCE = timedelta(hours=1)
LONGEST = 300  # seconds of learning; it takes two
TOGETHER = 200
MOST_ANSWERS = 10_000  # of ours, looked through for what was answered

State, Direction = Conversation.State, Message.Direction


def judge(subject: str, text: str, sender: str) -> str:
    """What `spam.because` writes down when this looks like spam ("14:casino bonus"), or ''."""
    version = _version()
    if version is None:
        return ""
    learned, number = _learned(version)
    if not learned.is_spam(features(subject, text, sender)):
        return ""
    return f"{number}:{' '.join(telling_words(learned, subject, text))}"


@remembered(LearnedSpam)
def _version() -> str | None:
    """Which learning is in force: a few letters, asked every few seconds."""
    row = LearnedSpam.objects.filter(is_on=True).values_list("trained_at", flat=True).first()
    return row.isoformat() if row else None


@lru_cache(maxsize=1)
def _learned(version: str) -> tuple[Learned, int]:
    row = LearnedSpam.objects.get(pk=1)
    weights = {word: float(weight) for word, weight in row.weights.items()}
    return Learned(weights, row.bias, row.threshold), row.spam


def note_click(*, was_wrong: bool = False) -> None:
    """Somebody sorted a mail; `was_wrong`: against what was learned, so learn at once."""
    LearnedSpam.objects.get_or_create(pk=1)
    more = CLICKS if was_wrong else 1
    LearnedSpam.objects.filter(pk=1).update(clicks=F("clicks") + more)


def learn_due() -> int:
    """Learn anew if enough was sorted since the last time; 1 if it did."""
    row = LearnedSpam.objects.filter(pk=1).defer("weights").first()
    if row is None or not row.clicks or not is_possible():
        return 0
    waited = row.tried_at is None or now() - row.tried_at > PATIENCE
    if row.clicks < CLICKS and not waited:
        return 0
    mine = LearnedSpam.objects.filter(pk=1, tried_at=row.tried_at, clicks=row.clicks)
    if not mine.update(tried_at=now(), clicks=0):
        return 0  # another worker does it
    return int(_learn())


def _learn() -> bool:
    marked, answered = _texts(_marked()), _texts(_answered())
    if len(marked) < LEAST_SPAM or len(answered) < LEAST_HAM:
        _keep(is_on=False, spam=len(marked), ham=len(answered))
        return False
    samples = [(one, True) for one in marked] + [(one, False) for one in answered]
    done = subprocess.run(
        [sys.executable, "-m", "promisedesk.lib.spam_training"],
        input=json.dumps(samples), capture_output=True, text=True, timeout=LONGEST,
    )  # fmt: skip
    if done.returncode:
        log.warning("nothing was learned", error=done.stderr[-500:])
        return False
    found = json.loads(done.stdout)
    _keep(is_on=True, trained_at=now(), **found)
    log.info("learned from sorted mail", spam=found["spam"], ham=found["ham"])
    return True


@transaction.atomic
def _keep(**fields) -> None:
    row = LearnedSpam.objects.get(pk=1)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))


def _marked() -> list[int]:
    """The newest conversations that somebody marked as spam: not what a program did."""
    found = Conversation.objects.filter(state=State.SPAM, spam_because=PERSON)
    return list(found.order_by("-sort_at", "-id").values_list("pk", flat=True)[:MOST])


def _answered() -> list[int]:
    """The newest conversations that are surely none: taken out of the spam, or answered."""
    taken_out = Conversation.objects.filter(spam_because=NOT).exclude(state=State.SPAM)
    ids = dict.fromkeys(taken_out.order_by("-pk").values_list("pk", flat=True)[:MOST])
    ours = Message.objects.filter(direction=Direction.OUT, automatic=False)
    ours = ours.exclude(conversation__state=State.SPAM)
    newest = ours.order_by("-pk").values_list("conversation_id", flat=True)[:MOST_ANSWERS]
    for pk in newest.iterator(TOGETHER):
        ids[pk] = None
        if len(ids) >= MOST:
            break
    return list(ids)


def _texts(conversations: list[int]) -> list[list[str]]:
    """The features of the first mail of each conversation."""
    found = []
    for start in range(0, len(conversations), TOGETHER):
        first: dict[int, tuple[str, str, str]] = {}
        for conversation, *said in _first_mails(conversations[start : start + TOGETHER]):
            first.setdefault(conversation, tuple(said))
        found += [features(*said) for said in first.values()]
    return found


def _first_mails(conversations: list[int]) -> Iterable[tuple]:
    theirs = Message.objects.filter(
        conversation__in=conversations, direction=Direction.IN, automatic=False
    )
    columns = ("conversation_id", "subject", "text", "from_address")
    return theirs.order_by("conversation_id", "pk").values_list(*columns)
