"""When a rule acts: at once when something happens, or some time after it did.

`Rule.when` is {"events": ["new", …]} (keys of rules.happenings), or {"after": "3 working days",
"since": "answered"} (rules.anchors, where it may also be "before"). "from" (ISO) leaves out
what began before it; "of" is the public id of the rule whose letter is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.core.saying import said
from promisedesk.lib.counting import Span, SpanError
from promisedesk.rules.anchors import ANCHORS, Anchor
from promisedesk.rules.happenings import HAPPENINGS

MOST_EVENTS = 10


@dataclass(frozen=True)
class When:
    """Either `events`, or `span` and `since`."""

    events: tuple[str, ...] = ()
    since: str = ""
    span: Span | None = None
    begins: datetime | None = None
    of: str = ""

    @property
    def is_timed(self) -> bool:
        return self.span is not None

    @property
    def anchor(self) -> Anchor:
        return ANCHORS[self.since]

    @property
    def key(self) -> str:
        """What occasions of this kind are called: all rules with the same share them."""
        return f"{self.since}+{self.span}"

    @property
    def verbs(self) -> set[str]:
        """The events that matter to it."""
        if self.is_timed:
            return set(self.anchor.verbs)
        return {verb for key in self.events for verb in HAPPENINGS[key].verbs}

    def data(self) -> dict:
        """As it is kept in JSON; `read` takes it back."""
        if not self.is_timed:
            found: dict = {"events": list(self.events)}
        else:
            found = {"since": self.since}
            found["before" if self.anchor.is_before else "after"] = str(self.span)
        if self.begins:
            found["from"] = self.begins.isoformat()
        if self.of:
            found["of"] = self.of
        return found

    def is_meant(self, event: Event) -> bool:
        """Whether this event is what it waits for (or counts from)."""
        if self.begins and event.at < self.begins:
            return False
        if self.of and event.data.get("rule_id") != self.of:
            return False
        meant = [self.anchor] if self.is_timed else [HAPPENINGS[key] for key in self.events]
        return any(event.verb in one.verbs and one.is_meant(event) for one in meant)


def read(data: object) -> When:
    """The when in JSON data. Raises Refused, saying what makes no sense."""
    if not isinstance(data, dict):
        raise Refused(_("Say when the rule should act."))
    begins, of = _moment(data.get("from")), str(data.get("of") or "")
    if "events" in data:
        return When(events=_events(data["events"]), begins=begins, of=of)
    since = data.get("since")
    if since not in ANCHORS:
        raise Refused(_("Say when the rule should act."))
    try:
        span = Span.parse(data.get("after") or data.get("before"))
    except SpanError as error:
        raise Refused(said(error)) from error
    if not span.amount:
        raise Refused(_("“Same day” is for promises only. Write it like 4 working hours."))
    return When(since=since, span=span, begins=begins, of=of)


def _events(keys: object) -> tuple[str, ...]:
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise Refused(_("Say when the rule should act."))
    known = tuple(dict.fromkeys(key for key in keys if key in HAPPENINGS))
    if not known or len(known) > MOST_EVENTS:
        raise Refused(_("Say when the rule should act."))
    return known


def _moment(text: object) -> datetime | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        at = now()
    return at if at.tzinfo else now()


def in_words(when: When) -> str:
    """Completes “When …”: "a customer writes", "3 working days after we answered …"."""
    if when.is_timed:
        return str(when.anchor.says) % {"span": span_in_words(when.span)}
    words = str(HAPPENINGS[when.events[0]].says)
    for key in when.events[1:]:
        words = _("%(this)s or %(that)s") % {"this": words, "that": HAPPENINGS[key].says}
    return words


def span_in_words(span: Span) -> str:
    """ "3 working days", in the reader's language."""
    number = span.amount
    words = {
        ("minute", False): ngettext("%(number)d minute", "%(number)d minutes", number),
        ("hour", False): ngettext("%(number)d hour", "%(number)d hours", number),
        ("day", False): ngettext("%(number)d day", "%(number)d days", number),
        ("minute", True): ngettext(
            "%(number)d working minute", "%(number)d working minutes", number
        ),
        ("hour", True): ngettext("%(number)d working hour", "%(number)d working hours", number),
        ("day", True): ngettext("%(number)d working day", "%(number)d working days", number),
    }
    return words[(span.unit, span.working)] % {"number": number}
