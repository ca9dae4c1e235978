"""Resolving by itself what a customer is silent about, with a letter before.

Two rules made as one: the first writes that we will take it as settled, and by when to answer;
the second resolves, counted from that letter. So nothing is ever resolved whose letter was
not written and handed over, and any answer of the customer cancels it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.core.errors import Refused
from promisedesk.rules import making
from promisedesk.rules.letters import RESOLVE_BY
from promisedesk.rules.models import Rule

LONGEST = 365  # days
TEXTS = {
    "en": """Hello,

we answered you and have not heard from you since. If anything is still open, simply reply to \
this mail {resolve.by}, and we will go on.

If everything is settled, you need do nothing: we will then close your request. Your reply \
opens it again at any time.""",
    "ru": """Здравствуйте!

Мы ответили вам и с тех пор ничего от вас не получили. Если вопрос ещё не решён, просто \
ответьте на это письмо {resolve.by}, и мы продолжим.

Если всё в порядке, делать ничего не нужно: после этого мы завершим ваше обращение. Ваш ответ \
в любое время откроет его снова.""",
    "pl": """Dzień dobry,

odpowiedzieliśmy Państwu i od tamtej pory nie mamy wiadomości. Jeśli sprawa jest nadal otwarta, \
prosimy po prostu odpowiedzieć na tę wiadomość {resolve.by}, a wrócimy do niej.

Jeśli wszystko jest w porządku, nie trzeba nic robić: po tym terminie zakończymy rozmowę. \
Państwa odpowiedź w każdej chwili otworzy ją ponownie.""",
}


@dataclass(frozen=True)
class Silence:
    """Resolve after `days` of silence, written `before` days earlier. `inboxes`: their ids, [] all.

    `is_working`: both are counted in working days of the inbox.
    """

    days: int = 7
    before: int = 2
    is_working: bool = False
    inboxes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=lambda: dict(TEXTS))
    name: str = ""


def partner_of(rule: Rule) -> Rule | None:
    """The rule that resolves, of one that writes; None if this is no such pair."""
    return Rule.objects.filter(when__of=rule.public_id).first()


def is_partner(rule: Rule) -> bool:
    """Whether this is the second of a pair: changed and switched with the first."""
    return bool(rule.when.get("of"))


@transaction.atomic
def add(silence: Silence, *, by: Agent | None) -> Rule:
    """Make the two rules, both off; returns the one that writes. Raises Refused."""
    first = making.add(_writing(silence), by=by)
    making.add(_resolving(silence, first), by=by)
    return first


@transaction.atomic
def change(rule: Rule, silence: Silence, *, by: Agent | None) -> None:
    """Other days, texts or inboxes for the pair. Raises Refused."""
    second = _partner(rule)
    making.change(rule, _writing(silence), by=by)
    making.change(second, _resolving(silence, rule), by=by)


@transaction.atomic
def switch(rule: Rule, *, on: bool, by: Agent | None, also_those_now: bool = False) -> None:
    """Switch both. Nothing is resolved but after a letter, so only the first looks back."""
    second = _partner(rule)
    if on:
        making.switch_on(second, by=by)
        making.switch_on(rule, by=by, also_those_now=also_those_now)
    else:
        making.switch_off(rule, by=by)
        making.switch_off(second, by=by)


@transaction.atomic
def remove(rule: Rule, *, by: Agent | None) -> None:
    """Forget both."""
    making.remove(_partner(rule), by=by)
    making.remove(rule, by=by)


def read(rule: Rule) -> Silence:
    """What the form shows of a pair."""
    second = _partner(rule)
    letter = next((one for one in rule.actions if one.get("do") == "letter"), {})
    waits, span = rule.when.get("after", "5 days"), second.when.get("after", "2 days")
    inboxes = [one["value"] for one in rule.conditions if one.get("field") == "inbox"]
    before = int(span.split()[0])
    return Silence(
        days=int(waits.split()[0]) + before,
        before=before,
        is_working="working" in waits,
        inboxes=inboxes[0] if inboxes else [],
        texts=letter.get("texts", {}),
        name=rule.name,
    )


def _partner(rule: Rule) -> Rule:
    second = partner_of(rule)
    if second is None:
        raise Refused(_("The other half of this rule is gone. Remove it, and make it anew."))
    return second


def _span(days: int, is_working: bool) -> str:
    return f"{days} {'working ' if is_working else ''}day{'' if days == 1 else 's'}"


def _checked(silence: Silence) -> None:
    if not 1 <= silence.before < silence.days <= LONGEST:
        raise Refused(
            _("Write at least a day before, after at least a day of silence; a year at most.")
        )
    place = f"{{{RESOLVE_BY}}}"
    if any(place not in text for text in silence.texts.values() if text.strip()):
        raise Refused(
            _("The letter must say by when to answer: put %(place)s where it belongs.")
            % {"place": place}
        )


def _conditions(silence: Silence) -> list[dict]:
    found = [
        {"field": "promise", "op": "is", "value": ["none"]},
        {"field": "is_snoozed", "op": "is", "value": ["no"]},
    ]
    if silence.inboxes:
        found.append({"field": "inbox", "op": "is", "value": list(silence.inboxes)})
    return found


def _writing(silence: Silence) -> making.Wording:
    _checked(silence)
    before = _span(silence.before, silence.is_working)
    return making.Wording(
        name=silence.name or _("Silent customers"),
        when={
            "since": "answered",
            "after": _span(silence.days - silence.before, silence.is_working),
        },
        conditions=_conditions(silence),
        actions=[{"do": "letter", "texts": silence.texts, "resolve_after": before}],
    )


def _resolving(silence: Silence, first: Rule) -> making.Wording:
    return making.Wording(
        name=_("%(name)s: resolve") % {"name": first.name[:80]},
        when={
            "since": "letter",
            "after": _span(silence.before, silence.is_working),
            "of": first.public_id,
        },
        conditions=_conditions(silence),
        actions=[{"do": "resolve"}],
    )
