"""Absences of several days: customers are told once each when somebody is back.

An absence promises nothing by itself. When an answer is due is said by the calendar, so the
days of an absence should be closed in it (`close_days`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation, Inbox
from promisedesk.core import rows
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.lib import absence_words
from promisedesk.lib.absence_words import Fault, Text
from promisedesk.lib.calendars import CalendarError, WorkCalendar
from promisedesk.promises import own_days, policies
from promisedesk.promises.absence_verbs import CHANGED, ENDED, PLANNED, RETURNED, TOLD
from promisedesk.promises.models import Absence, AbsenceTold, Calendar

LEAST_DAYS = 2
MOST_DAYS = own_days.LONGEST_REST
KNOWN_LANGUAGES = {code for code, _name in LANGUAGES}
MARK = "absence "  # of a letter that tells of one, before its public id


class BadText(Refused):
    """`faults`: by language and part, what to change, in words."""

    def __init__(self, faults: dict[str, dict[str, str]]):
        self.faults = faults
        super().__init__(
            " ".join(dict.fromkeys(w for some in faults.values() for w in some.values()))
        )


@transaction.atomic
def plan(
    place: Inbox | Team | None,
    starts_on: date,
    returns_on: date,
    texts: Mapping[str, Mapping[str, str]],
    *,
    by: Agent | None,
) -> Absence:
    """Nobody answers in `place` (None: the whole shop) from `starts_on` until before `returns_on`.

    `texts`: by language, the parts says, contacts and useful; at least in the languages of the
    inboxes. Raises Refused with the reason, BadText for a text that helps nobody.
    """
    demand(by, Deed.RUN)
    _refuse_days(place, starts_on, returns_on)
    kept = checked_texts(place, texts)
    absence = Absence.objects.create(
        inbox=place if isinstance(place, Inbox) else None,
        team=place if isinstance(place, Team) else None,
        starts_on=starts_on,
        returns_on=returns_on,
        texts=kept,
        by=by,
    )
    record(PLANNED, by=by, **_facts(absence))
    return absence


@transaction.atomic
def change(
    absence: Absence,
    place: Inbox | Team | None,
    starts_on: date,
    returns_on: date,
    texts: Mapping[str, Mapping[str, str]],
    *,
    by: Agent | None,
) -> Absence:
    """Plan it otherwise, from now on. Who was told of another day of return is told anew.

    Raises Refused with the reason, also of one that has ended, and BadText as `plan` does.
    """
    demand(by, Deed.RUN)
    on = Absence.objects.select_for_update(no_key=True).filter(pk=absence.pk, is_on=True).first()
    if on is None:
        raise Refused(_("This absence has ended already."))
    _refuse_days(place, starts_on, returns_on, but=on)
    on.texts = checked_texts(place, texts)
    if on.returns_on != returns_on:
        on.told.all().delete()
    on.inbox = place if isinstance(place, Inbox) else None
    on.team = place if isinstance(place, Team) else None
    on.starts_on, on.returns_on = starts_on, returns_on
    on.save(update_fields=["inbox", "team", "starts_on", "returns_on", "texts"])
    record(CHANGED, by=by, **_facts(on))
    return on


@transaction.atomic
def end(absence: Absence, *, by: Agent | None) -> None:
    """Somebody is back: nobody is told of it any more. Raises Refused if it ended already."""
    demand(by, Deed.RUN)
    if not _end(absence, ENDED if by else RETURNED, by):
        raise Refused(_("This absence has ended already."))


def end_due() -> int:
    """End those whose day of return has come; how many."""
    back = [one for one in running() if today_at(one) >= one.returns_on]
    if not back:  # an idle worker must not take SQLite's write lock
        return 0
    with transaction.atomic():
        return sum(_end(one, RETURNED, None) for one in back)


def _end(absence: Absence, verb, by: Agent | None) -> bool:
    on = Absence.objects.select_for_update(no_key=True).filter(pk=absence.pk, is_on=True).first()
    if on is None:
        return False
    on.is_on, on.ended_at = False, now()
    on.save(update_fields=["is_on", "ended_at"])  # saved, not updated: what is remembered of it
    record(verb, by=by, **_facts(on))
    return True


def checked_texts(place: Inbox | Team | None, texts: Mapping) -> dict[str, dict[str, str]]:
    """The texts as they are kept. Raises BadText with what to change."""
    kept = {code: Text.read(parts) for code, parts in texts.items() if code in KNOWN_LANGUAGES}
    own = inboxes.own_addresses()
    wrong: dict[str, dict[str, str]] = {}
    for code in sorted(languages_of(place) | {code for code, text in kept.items() if text}):
        found = absence_words.faults(kept.get(code, Text()), own)
        if found:
            wrong[code] = {part: in_words(fault) for part, fault in found.items()}
    if wrong:
        raise BadText(wrong)
    return {code: text.as_json() for code, text in kept.items() if text}


def in_words(fault: Fault) -> str:
    """Why a part is refused, and what to write instead."""
    return {
        Fault.SOON: _(
            "“I will surely answer” and “soon” tell customers nothing. "
            "The letter says the day by itself: leave this sentence out, or give a date."
        ),
        Fault.NO_CONTACTS: _(
            "Say how else to reach you: a phone number, another address, or a colleague by name."
        ),
        Fault.SAME_ADDRESS: _(
            "Nobody reads this address while you are away. Give another one, a phone number, "
            "or a colleague by name."
        ),
        Fault.NO_USE: _(
            "Add something that helps meanwhile: a link to common questions or to the state of "
            "an order, or what to do when it is urgent."
        ),
        Fault.LONG: _("At most %(number)d characters.") % {"number": absence_words.LONGEST},
    }[fault]


def _refuse_days(
    place: Inbox | Team | None, starts_on: date, returns_on: date, *, but: Absence | None = None
) -> None:
    days = (returns_on - starts_on).days
    if days < LEAST_DAYS:
        raise Refused(
            _(
                "An absence letter is for at least two whole days. For a shorter time customers "
                "are helped more by a promise that you keep."
            )
        )
    if days > MOST_DAYS:
        raise Refused(_("At most %(days)d days.") % {"days": MOST_DAYS})
    if returns_on <= _today(place):
        raise Refused(_("The day of return is past."))
    same = Absence.objects.filter(
        is_on=True, starts_on__lt=returns_on, returns_on__gt=starts_on, **_at(place)
    )
    if same.exclude(pk=but.pk if but else None).exists():
        raise Refused(_("An absence is planned for these days already. End that one first."))


def _at(place: Inbox | Team | None) -> dict:
    return {
        "inbox": place if isinstance(place, Inbox) else None,
        "team": place if isinstance(place, Team) else None,
    }


@remembered(Absence)
def running() -> tuple[Absence, ...]:
    """Those that are planned or on, whether or not their days have come."""
    return tuple(Absence.objects.filter(is_on=True).select_related("inbox", "team").order_by("pk"))


def current(inbox: Inbox) -> Absence | None:
    """The absence that this inbox is in now: its own before its team's before the shop's.

    No query where none is planned.
    """
    known = running()
    if not known:
        return None
    here = [
        one
        for one in known
        if (one.inbox_id in (None, inbox.pk))
        and (one.team_id in (None, inbox.team_id))
        and one.starts_on <= calendar_of(inbox).local_date(now()) < one.returns_on
    ]
    here.sort(key=lambda one: (one.inbox_id is None, one.team_id is None, -one.pk))
    return here[0] if here else None


def to_tell(conversation: Conversation, address: str) -> Absence | None:
    """The absence this address is to be told of now: each is told once."""
    absence = current(conversation.inbox)
    if absence is None or not address:
        return None
    told = AbsenceTold.objects.filter(absence=absence, address=address.lower())
    return None if told.exists() else absence


def note_told(absence: Absence, conversation: Conversation, address: str) -> None:
    """It is in a letter to this address. Call it in the transaction that writes the letter,
    while the address is held (acknowledging.may_write_to)."""
    rows.insert(AbsenceTold(absence=absence, address=address.lower()))
    back_at = back(absence, conversation.inbox).isoformat()
    record(TOLD, conversation=conversation, contact=conversation.contact, back_at=back_at)


def told_in(marks: list[str]) -> Absence | None:
    """The absence that a letter with these marks tells of."""
    keys = [mark.removeprefix(MARK) for mark in marks if mark.startswith(MARK)]
    return Absence.objects.filter(public_id=keys[0]).first() if keys else None


def mark_of(absence: Absence) -> str:
    return f"{MARK}{absence.public_id}"


def text_in(absence: Absence, language: str, inbox: Inbox) -> Text:
    """The owner's words in this language, else in the inbox's own."""
    texts = absence.texts
    found = texts.get(language) or texts.get(inbox.language) or next(iter(texts.values()), {})
    return Text.read(found)


def paragraphs(
    absence: Absence, inbox: Inbox, time_zone: str, language: str, at: datetime
) -> list[str]:
    """What a letter of `at` says of it, in the language that is active."""
    own = text_in(absence, language, inbox)
    when = absence_words.back_on(back(absence, inbox), time_zone, language, at)
    parts = [
        own.says,
        _("Nobody is here at the moment. We are back %(when)s.") % {"when": when},
        own.contacts and _("Until then you reach us here:") + "\n" + own.contacts,
        own.useful,
    ]
    return [part for part in parts if part]


def is_over(absence: Absence) -> bool:
    return not absence.is_on or today_at(absence) >= absence.returns_on


def back(absence: Absence, inbox: Inbox) -> datetime:
    """When this inbox opens on the day of return, or first after it."""
    calendar = calendar_of(inbox)
    midnight = datetime.combine(absence.returns_on, datetime.min.time(), calendar.zone)
    return calendar.next_opening(midnight)


def opens_later(absence: Absence) -> date | None:
    """The day its inboxes are open again by their hours, if that is after the day of return."""
    places = inboxes_of(place_of(absence))
    try:
        first = [calendar_of(one).local_date(back(absence, one)) for one in places]
    except CalendarError:  # never open any more: the page of the hours says so
        return None
    return min(first) if first and min(first) > absence.returns_on else None


def calendar_of(inbox: Inbox) -> WorkCalendar:
    return policies.work_calendar(policies.policy_of(inbox).calendar.version)


def inboxes_of(place: Inbox | Team | None) -> list[Inbox]:
    """The inboxes where nobody answers."""
    if isinstance(place, Inbox):
        return [place]
    found = Inbox.objects.filter(is_active=True).order_by("pk")
    return list(found.filter(team=place) if place else found)


def place_of(absence: Absence) -> Inbox | Team | None:
    return absence.inbox or absence.team


def languages_of(place: Inbox | Team | None) -> set[str]:
    """The languages a text is needed in: those of the inboxes."""
    found = {inbox.language for inbox in inboxes_of(place)} & KNOWN_LANGUAGES
    return found or {"en"}


def languages_offered() -> list[str]:
    """The languages the shop answers in, in the order they are known."""
    return [code for code, _name in LANGUAGES if code in (the_shop().languages or KNOWN_LANGUAGES)]


def open_calendars(absence: Absence) -> list[Calendar]:
    """Calendars that promise answers within the absence, as they are open on some of its days."""
    found: dict[int, Calendar] = {}
    for inbox in inboxes_of(place_of(absence)):
        calendar = policies.policy_of(inbox).calendar
        work = policies.work_calendar(calendar.version)
        if any(work.day_summary(day).is_open for day in _days(absence, work)):
            found[calendar.pk] = calendar
    return list(found.values())


@transaction.atomic
def close_days(absence: Absence, *, by: Agent | None) -> list[Calendar]:
    """Close the days of the absence in the calendars of its inboxes, from today on."""
    changed = open_calendars(absence)
    for calendar in changed:
        days = _days(absence, policies.work_calendar(calendar.version))
        data = own_days.closed(calendar.version.data, days[0], days[-1])
        policies.change_calendar(calendar, data, by=by)
    return changed


def _days(absence: Absence, calendar: WorkCalendar) -> list[date]:
    first = max(absence.starts_on, calendar.local_date(now()))
    return [first + timedelta(days=n) for n in range((absence.returns_on - first).days)]


def today_at(absence: Absence) -> date:
    """The date where the inboxes of an absence are."""
    return _today(place_of(absence))


def _today(place: Inbox | Team | None) -> date:
    own = inboxes_of(place)
    work = (
        calendar_of(own[0]) if own else policies.work_calendar(policies.default_calendar().version)
    )
    return work.local_date(now())


def _facts(absence: Absence) -> dict:
    place = place_of(absence)
    return {
        "absence": absence.public_id,
        "place": place.name if place else the_shop().shop_name,
        "starts_on": absence.starts_on.isoformat(),
        "returns_on": absence.returns_on.isoformat(),
    }
