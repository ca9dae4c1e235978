"""What can be done with a conversation, as data: one language for bulk, macros, rules and more.

A list of {"do": name, …}. Each is done as its ability does it, with the rights of who does
it, and refused with the ability's words; this module only reads, names and passes on. Rooms
above add actions of their own with `register`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import Promise as LazyText
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.contacts import fields
from promisedesk.conversations import (
    assigning,
    closing,
    filling,
    following,
    replying,
    snoozing,
    tagging,
)
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.core.errors import Refused
from promisedesk.core.shop import the_shop
from promisedesk.lib import phrases

MOST = 20  # actions in one list
LONGEST_NOTE = 20_000
Args = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, read and found sensible."""

    do: str
    args: Args = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"do": self.do, **self.args}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of action: its label, the form that asks for its arguments, and how it is done.

    `form`: none, agent, team, tags, moment, reason, field, text; a room above may name others.
    `read` takes the raw arguments and gives tidy ones, or raises Refused. `perform` says in
    words what it did, "" when nothing was left to do. `words` is the same as an order.
    """

    label: LazyText
    form: str
    read: Callable[[Args], Args]
    perform: Callable[[Conversation, Args, Agent | None], str]
    words: Callable[[Args], str]
    is_for_rules_alone: bool = False  # no macro and no person does it


ACTIONS: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    """Add a kind of action (from a room above, when it starts)."""
    ACTIONS[name] = kind


def read(data: object) -> list[Action]:
    """The actions of a JSON list. Raises Refused on anything that is none of ours."""
    if not isinstance(data, list) or len(data) > MOST:
        raise Refused(_("Actions come as a list of at most %d.") % MOST)
    return [_one(one) for one in data]


def _one(data: object) -> Action:
    if isinstance(data, Action):
        return data
    if not isinstance(data, dict) or not isinstance(data.get("do"), str):
        raise Refused(_("An action says what to do."))
    kind = ACTIONS.get(data["do"])
    if kind is None:
        raise Refused(_("There is no action “%(name)s”.") % {"name": data["do"][:40]})
    return Action(data["do"], kind.read({key: data[key] for key in data if key != "do"}))


@transaction.atomic
def perform(
    conversation: Conversation, actions: Sequence[Action | dict], *, by: Agent | None
) -> list[str]:
    """Do them in this order, all or none; says in words what was done.

    `by` None is the desk itself. Raises Refused as the first that cannot be done says.
    """
    done = []
    for action in read(list(actions)):
        said = ACTIONS[action.do].perform(conversation, action.args, by)
        if said:
            done.append(said)
    return done


def in_words(actions: Sequence[Action | dict]) -> str:
    """What they would do, a sentence each; what cannot be read any more says so."""
    said = []
    for one in actions:
        try:
            action = _one(one)
            said.append(ACTIONS[action.do].words(action.args))
        except Refused:
            said.append(_("Something that cannot be done any more."))
    return " ".join(said)


# --- reading


def _nothing(args: Args) -> Args:
    return {}


def _to(args: Args) -> Args:
    to = args.get("to")
    if not isinstance(to, str) or not to or len(to) > 40:
        raise Refused(_("Say whom to give it to."))
    return {"to": to}


def _ids(args: Args, key: str) -> list[str]:
    ids = args.get(key) or []
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise Refused(_("Tags come as a list of their ids."))
    return list(dict.fromkeys(ids))[: tagging.MOST]


def _tags(args: Args) -> Args:
    tags = {"add": _ids(args, "add"), "remove": _ids(args, "remove")}
    if not any(tags.values()):
        raise Refused(_("Choose tags to add or to remove."))
    return {key: ids for key, ids in tags.items() if ids}


def _moment(args: Args) -> Args:
    if args.get("for"):
        span = str(args["for"])
        snoozing.after(span, now())
        return {"for": span}
    try:
        until = datetime.fromisoformat(str(args.get("until")))
    except ValueError:
        until = None
    if until is None or until.tzinfo is None:
        raise Refused(_("Say until when to put it aside."))
    return {"until": until.isoformat()}


def _because(args: Args) -> Args:
    because = " ".join(str(args.get("because") or "").split())[: closing.LONGEST_REASON]
    return {"because": because} if because else {}


def _field(args: Args) -> Args:
    key, value = args.get("key"), args.get("value")
    known = {one.key: one for one in fields.asked_of(filling.OF)}
    if not isinstance(key, str) or key not in known:
        raise Refused(_("There is no field “%(field)s”.") % {"field": str(key)[:60]})
    return {"key": key, "value": fields.checked(known[key], value)}


def _text(args: Args) -> Args:
    text = str(args.get("text") or "").replace("\x00", "").strip()
    if not text or len(text) > LONGEST_NOTE:
        raise Refused(_("Write what the note says."))
    return {"text": text}


# --- doing


def _assign(conversation: Conversation, args: Args, by: Agent | None) -> str:
    to = _agent(args["to"], by)
    if not assigning.assign(conversation, to, by=by):
        return ""
    return _("Given to %(name)s.") % {"name": to.name} if to else _("Put back for anyone.")


def _agent(to: str, by: Agent | None) -> Agent | None:
    if to == "nobody":
        return None
    if to == "me":
        if by is None:
            raise Refused(_("Nobody did this, so there is nobody to give it to."))
        return by
    agent = Agent.objects.filter(public_id=to, is_active=True).first()
    if agent is None:
        raise Refused(_("Whom this should go to is not here any more."))
    return agent


def _team(conversation: Conversation, args: Args, by: Agent | None) -> str:
    team = None
    if args["to"] != "none":
        team = Team.objects.filter(public_id=args["to"]).first()
        if team is None:
            raise Refused(_("The team this should go to is not here any more."))
    if not assigning.give_to_team(conversation, team, by=by):
        return ""
    if team is None:
        return _("Taken from its team.")
    return _("Given to the team “%(team)s”.") % {"team": team.name}


def _tag(conversation: Conversation, args: Args, by: Agent | None) -> str:
    said = []
    gone = tagging.remove(conversation, _found(args.get("remove", [])), by=by)
    if gone:
        said.append(_("Removed the tags: %(tags)s.") % {"tags": _names(gone)})
    new = tagging.add(conversation, _found(args.get("add", [])), by=by)
    if new:
        said.append(_("Added the tags: %(tags)s.") % {"tags": _names(new)})
    return " ".join(said)


def _found(ids: list[str]) -> list[Tag]:
    return list(Tag.objects.filter(public_id__in=ids).order_by("name")) if ids else []


def _names(tags: list[Tag]) -> str:
    return ", ".join(tag.name for tag in tags)


def _snooze(conversation: Conversation, args: Args, by: Agent | None) -> str:
    if "for" in args:
        until = snoozing.after(args["for"], now())
    else:
        until = datetime.fromisoformat(args["until"])
    snoozing.snooze(conversation, until, by=by)
    return _("Put aside until %(until)s.") % {"until": _when(until)}


def _when(at: datetime) -> str:
    return phrases.short_time(at, the_shop().time_zone, get_language() or "en")


def _resolve(conversation: Conversation, args: Args, by: Agent | None) -> str:
    closing.resolve(conversation, by=by, because=args.get("because", ""))
    return _("Resolved.")


def _reopen(conversation: Conversation, args: Args, by: Agent | None) -> str:
    closing.reopen(conversation, by=by)
    return _("Opened again.")


def _spam(conversation: Conversation, args: Args, by: Agent | None) -> str:
    closing.mark_spam(conversation, by=by)
    return _("Moved to the spam.")


def _fill(conversation: Conversation, args: Args, by: Agent | None) -> str:
    if not filling.fill(conversation, {args["key"]: args["value"]}, by=by):
        return ""
    return _("Filled in “%(field)s”.") % {"field": _field_name(args["key"])}


def _field_name(key: str) -> str:
    known = {one.key: one for one in fields.asked_of(filling.OF)}
    return fields.name_of(known[key]) if key in known else key


def _note(conversation: Conversation, args: Args, by: Agent | None) -> str:
    replying.note(conversation, args["text"], by=by)
    return _("Left a note.")


def _follow(conversation: Conversation, args: Args, by: Agent | None) -> str:
    if by is None:
        raise Refused(_("Nobody did this, so there is nobody to follow it."))
    return _("Following it.") if following.follow(conversation, by=by) else ""


# --- saying


def _assign_words(args: Args) -> str:
    if args["to"] == "nobody":
        return _("Put it back for anyone.")
    if args["to"] == "me":
        return _("Give it to whoever does this.")
    agent = Agent.objects.filter(public_id=args["to"]).first()
    return _("Give it to %(name)s.") % {"name": agent.name if agent else "?"}


def _team_words(args: Args) -> str:
    if args["to"] == "none":
        return _("Take it from its team.")
    team = Team.objects.filter(public_id=args["to"]).first()
    return _("Give it to the team “%(team)s”.") % {"team": team.name if team else "?"}


def _tag_words(args: Args) -> str:
    said = []
    if args.get("remove"):
        names = _names(_found(args["remove"])) or "?"
        said.append(_("Remove the tags: %(tags)s.") % {"tags": names})
    if args.get("add"):
        said.append(_("Add the tags: %(tags)s.") % {"tags": _names(_found(args["add"])) or "?"})
    return " ".join(said)


def _snooze_words(args: Args) -> str:
    if "for" in args:
        return _("Put it aside for %(span)s.") % {"span": snoozing.span_in_words(args["for"])}
    until = _when(datetime.fromisoformat(args["until"]))
    return _("Put it aside until %(until)s.") % {"until": until}


def _resolve_words(args: Args) -> str:
    if not args.get("because"):
        return _("Resolve it.")
    because = closing.in_words(args["because"])
    return _("Resolve it, also without an answer: %(because)s.") % {"because": because}


def _fill_words(args: Args) -> str:
    if args["value"] is None:
        return _("Empty “%(field)s”.") % {"field": _field_name(args["key"])}
    known = {one.key: one for one in fields.asked_of(filling.OF)}
    return _("Set “%(field)s” to “%(value)s”.") % {
        "field": _field_name(args["key"]),
        "value": filling.shown(known[args["key"]], args["value"]),
    }


def _note_words(args: Args) -> str:
    text = args["text"] if len(args["text"]) <= 80 else args["text"][:79] + "…"
    return _("Leave the note “%(text)s”.") % {"text": text}


def _says(words: LazyText) -> Callable[[Args], str]:
    return lambda _args: str(words)


for name, kind in {
    "assign": Kind(gettext_lazy("Give it to somebody"), "agent", _to, _assign, _assign_words),
    "team": Kind(gettext_lazy("Give it to a team"), "team", _to, _team, _team_words),
    "tag": Kind(gettext_lazy("Add or remove tags"), "tags", _tags, _tag, _tag_words),
    "field": Kind(gettext_lazy("Fill in a field"), "field", _field, _fill, _fill_words),
    "note": Kind(gettext_lazy("Leave a note"), "text", _text, _note, _note_words),
    "follow": Kind(
        gettext_lazy("Follow it"), "none", _nothing, _follow, _says(gettext_lazy("Follow it."))
    ),
    "snooze": Kind(gettext_lazy("Put it aside"), "moment", _moment, _snooze, _snooze_words),
    "resolve": Kind(gettext_lazy("Resolve it"), "reason", _because, _resolve, _resolve_words),
    "reopen": Kind(
        gettext_lazy("Open it again"),
        "none",
        _nothing,
        _reopen,
        _says(gettext_lazy("Open it again.")),
    ),
    "spam": Kind(
        gettext_lazy("Mark it as spam"),
        "none",
        _nothing,
        _spam,
        _says(gettext_lazy("Mark it as spam.")),
    ),
}.items():
    register(name, kind)
