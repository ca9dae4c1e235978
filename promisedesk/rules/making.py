"""Making, changing, ordering and switching rules: what an admin does in the settings."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations import actions, filters
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.rules import catching_up, planning, watching, whens
from promisedesk.rules.models import Rule
from promisedesk.rules.verbs import CHANGED, MADE, REMOVED, SWITCHED_OFF, SWITCHED_ON

MOST = 200  # rules; each event looks at all that want it


@dataclass(frozen=True)
class Wording:
    """What a rule is to say, as its form gives it."""

    name: str
    when: dict
    conditions: list[dict] = field(default_factory=list)
    actions: list[dict] = field(default_factory=list)
    is_last: bool = False


def checked(wording: Wording) -> dict:
    """The fields of the row. Raises Refused, saying what makes no sense."""
    name = " ".join(wording.name.replace("\x00", "").split())[:100]
    if not name:
        raise Refused(_("Give the rule a name."))
    when = whens.read(wording.when)
    conditions = filters.read(wording.conditions)
    if any(value in ("me", "mine") for one in conditions for value in one.values):
        raise Refused(_("A rule is nobody in particular: name the person instead of “me”."))
    doing = actions.read(wording.actions)
    if not doing:
        raise Refused(_("Choose something to be done."))
    return {
        "name": name,
        "when": when.data(),
        "conditions": filters.data_of(conditions),
        "actions": [for_the_desk(one) for one in doing],
        "is_last": wording.is_last,
    }


def for_the_desk(action: actions.Action) -> dict:
    """Only a person may say why a question needs no answer (R8), or follow, or be “me”."""
    if action.do == "follow" or action.args.get("to") == "me":
        raise Refused(_("A rule is nobody in particular: name the person instead of “me”."))
    if action.do == "resolve":
        return {"do": "resolve"}
    return action.to_json()


@transaction.atomic
def add(wording: Wording, *, by: Agent | None) -> Rule:
    """A new rule, last of all and switched off. Raises Refused."""
    demand(by, Deed.RUN)
    if Rule.objects.count() >= MOST:
        raise Refused(_("There are %(number)d rules already. Remove one first.") % {"number": MOST})
    last = Rule.objects.aggregate(last=Max("position"))["last"] or 0
    rule = Rule.objects.create(**checked(wording), position=last + 1, made_by=by)
    record(MADE, by=by, name=rule.name, id=rule.public_id)
    return rule


@transaction.atomic
def change(rule: Rule, wording: Wording, *, by: Agent | None) -> None:
    """Other words for a rule; it stays on or off. Raises Refused."""
    demand(by, Deed.RUN)
    fields = checked(wording)
    kept = {key: rule.when[key] for key in ("from", "of") if key in rule.when}
    fields["when"] = kept | fields["when"]
    for key, value in fields.items():
        setattr(rule, key, value)
    rule.changed_at, rule.stopped_because = now(), ""
    rule.save(update_fields=[*fields, "changed_at", "stopped_because"])
    if rule.is_active:
        catching_up.begin(rule)
    record(CHANGED, by=by, name=rule.name, id=rule.public_id)


@transaction.atomic
def switch_on(rule: Rule, *, by: Agent | None, also_those_now: bool = False) -> None:
    """Let it act: on what happens from now on, or (timed ones) on what is here already too."""
    demand(by, Deed.RUN)
    actions.read(rule.actions)
    filters.read(rule.conditions)
    when = whens.read(rule.when)
    rule.when = {key: value for key, value in rule.when.items() if key != "from"}
    if when.is_timed and not also_those_now:
        rule.when["from"] = now().isoformat()
    rule.is_active, rule.stopped_because, rule.changed_at = True, "", now()
    rule.save(update_fields=["when", "is_active", "stopped_because", "changed_at"])
    if when.is_timed and also_those_now:
        planning.begin(rule)
    catching_up.begin(rule)
    record(SWITCHED_ON, by=by, name=rule.name, id=rule.public_id)


@transaction.atomic
def switch_off(rule: Rule, *, by: Agent | None) -> None:
    """Let it act no more. A rule that was stopped is off already; then people saw that it was."""
    demand(by, Deed.RUN)
    was = rule.is_active
    rule.is_active, rule.stopped_because = False, ""
    rule.save(update_fields=["is_active", "stopped_because"])
    if was:
        record(SWITCHED_OFF, by=by, name=rule.name, id=rule.public_id)


@transaction.atomic
def move(rule: Rule, *, up: bool, by: Agent | None) -> None:
    """One place up or down in the order in which rules look."""
    demand(by, Deed.RUN)
    rules = list(Rule.objects.select_for_update().order_by("position", "pk"))
    at = next((place for place, one in enumerate(rules) if one.pk == rule.pk), None)
    other = None if at is None else at - 1 if up else at + 1
    if other is None or not 0 <= other < len(rules):
        return
    rules[at], rules[other] = rules[other], rules[at]
    for place, one in enumerate(rules, start=1):
        if one.position != place:
            one.position = place
            one.save(update_fields=["position"])


@transaction.atomic
def remove(rule: Rule, *, by: Agent | None) -> None:
    """Forget it; what it did stays in the log under its name."""
    demand(by, Deed.RUN)
    record(REMOVED, by=by, name=rule.name, id=rule.public_id)
    rule.delete()


def in_words(rule: Rule) -> str:
    """The whole rule as a sentence: "When a customer writes, if …: add the tags …"."""
    when = watching.when_of(rule)
    if when is None:
        return _("This rule makes no sense any more. Set it anew.")
    try:
        conditions = filters.in_words(filters.read(rule.conditions))
    except Refused as refusal:
        return f"{refusal}"
    return sentence(when, conditions, actions.in_words(rule.actions))


def sentence(when: whens.When | None, conditions: str, then: str) -> str:
    """A rule as a sentence; what is not said yet reads as "…"."""
    said = {"when": "…", "conditions": conditions, "then": then or "…"}
    if when is not None:
        said["when"] = whens.in_words(when)
    if when is not None and when.is_timed:
        said["when"] = said["when"][:1].upper() + said["when"][1:]
        with_conditions, without = (
            _("%(when)s, and if %(conditions)s: %(then)s"),
            _("%(when)s: %(then)s"),
        )
    else:
        with_conditions = _("When %(when)s, and if %(conditions)s: %(then)s")
        without = _("When %(when)s: %(then)s")
    return (with_conditions if conditions else without) % said
