"""Rules to start from, so that nobody begins with an empty form. Made off, to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import tagging
from promisedesk.core.errors import Refused
from promisedesk.rules import making
from promisedesk.rules.making import Wording
from promisedesk.rules.models import Rule

# In mails of customers, whatever the desk's own language: these are not translated.
REFUND_WORDS = ["refund", "money back", "возврат", "вернуть деньги", "zwrot", "zwrócić"]
RETURNS_TEAMS = ("returns", "refunds", "возвраты", "zwroty", "reklamacje")


@dataclass(frozen=True)
class Example:
    key: str
    title: LazyText
    says: LazyText
    icon: str
    make: Callable[[Agent | None], Wording]


def _tagging(name: str, by: Agent | None) -> dict:
    return {"do": "tag", "add": [tagging.make(name, by=by).public_id]}


def _refund(by: Agent | None) -> Wording:
    doing = [_tagging(_("Refund"), by)]
    teams = [team for team in Team.objects.all() if team.name.casefold() in RETURNS_TEAMS]
    if teams:
        doing.insert(0, {"do": "team", "to": teams[0].public_id})
    conditions = [{"field": "words", "op": "has", "value": REFUND_WORDS}]
    return Wording(_("Refund words"), {"events": ["new"]}, conditions, doing)


def _vip(by: Agent | None) -> Wording:
    conditions = [{"field": "customer", "op": "has", "value": ["@example.com"]}]
    text = _("An important customer wrote.")
    doing = [_tagging(_("VIP"), by), {"do": "tell", "whom": "managers", "text": text}]
    return Wording(_("Important customers"), {"events": ["new"]}, conditions, doing)


def _unassigned(_by: Agent | None) -> Wording:
    conditions = [
        {"field": "assignee", "op": "is", "value": ["nobody"]},
        {"field": "state", "op": "is", "value": ["open"]},
    ]
    text = _("Nobody has taken this for an hour.")
    return Wording(
        _("Nobody took it for an hour"),
        {"since": "came", "after": "1 working hour"},
        conditions,
        [{"do": "tell", "whom": "managers", "text": text}],
    )


def _due_soon(_by: Agent | None) -> Wording:
    text = _("An answer is due within the hour.")
    return Wording(
        _("An hour before the promise is due"),
        {"since": "promise", "before": "1 working hour"},
        [{"field": "assignee", "op": "is_not", "value": ["nobody"]}],
        [{"do": "tell", "whom": "assignee", "text": text}],
    )


def _missed(by: Agent | None) -> Wording:
    text = _("A promise was missed and nobody has answered yet.")
    return Wording(
        _("Missed and still unanswered"),
        {"since": "broken", "after": "30 minutes"},
        [],
        [_tagging(_("Late"), by), {"do": "tell", "whom": "managers", "text": text}],
    )


def _thanks(_by: Agent | None) -> Wording:
    conditions = [
        {"field": "state", "op": "is", "value": ["open", "waiting"]},
        {"field": "promise", "op": "is", "value": ["none"]},
    ]
    doing = [{"do": "resolve"}]
    return Wording(_("Thanks ends it"), {"events": ["thanks"]}, conditions, doing)


EXAMPLES: dict[str, Example] = {
    one.key: one
    for one in (
        Example(
            "refund",
            gettext_lazy("Refund words"),
            gettext_lazy("New mail about a refund gets a tag and goes to the Returns team."),
            "tag",
            _refund,
        ),
        Example(
            "vip",
            gettext_lazy("Important customers"),
            gettext_lazy("New mail of certain customers gets a tag, and the managers are told."),
            "star",
            _vip,
        ),
        Example(
            "unassigned",
            gettext_lazy("Nobody took it for an hour"),
            gettext_lazy("The managers are told of what lies there for a working hour."),
            "clock",
            _unassigned,
        ),
        Example(
            "due-soon",
            gettext_lazy("An hour before the promise is due"),
            gettext_lazy("Whoever has the conversation is reminded."),
            "hourglass",
            _due_soon,
        ),
        Example(
            "missed",
            gettext_lazy("Missed and still unanswered"),
            gettext_lazy("Half an hour after a missed promise it gets a tag; managers are told."),
            "alert-circle",
            _missed,
        ),
        Example(
            "thanks",
            gettext_lazy("Thanks ends it"),
            gettext_lazy("When a customer only says thanks and nothing is owed, it is resolved."),
            "smile",
            _thanks,
        ),
    )
}


def use(key: str, *, by: Agent | None) -> Rule:
    """Make a rule of an example, switched off. Raises Refused when there is no such example."""
    example = EXAMPLES.get(key)
    if example is None:
        raise Refused(_("There is no such example."))
    return making.add(example.make(by), by=by)
