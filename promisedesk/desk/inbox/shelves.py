"""Views beside those everybody has: by inbox, by team, by tag, and those people saved.

Their slugs are `inbox-<id>`, `team-<id>`, `tag-<id>` and `view-<id>`. What they are called is
remembered for some seconds, so that naming them costs a page nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent, Team
from promisedesk.conversations import filters, saving
from promisedesk.conversations.models import Conversation, Inbox, SavedView, Tag, of_inboxes_seen_by
from promisedesk.core.errors import Refused
from promisedesk.core.memo import remembered
from promisedesk.desk.inbox.selections import OPEN, RESOLVED, SELECTIONS, SPAM, WAITING, Selection
from promisedesk.desk.inbox.walks import LAST, NEWEST, OLDEST, Part, Reader, by_promise, sorted_by

SEARCH = "search"
SHELVED = re.compile(r"(inbox|team|tag|view)-([\w-]{1,40})")
MOST_COUNTED = 40  # views; of further ones only the names are shown
NOTHING_HERE = gettext_lazy("Nothing here is open.")
ORDERS = {"newest": NEWEST, "oldest": OLDEST, "last": LAST}


@dataclass(frozen=True)
class Shelf:
    """One named list: `kind` is inbox, team, tag or view."""

    kind: str
    public_id: str
    number: int
    name: str
    hue: int = 0
    is_counted: bool = True

    @property
    def slug(self) -> str:
        return f"{self.kind}-{self.public_id}"

    @property
    def icon(self) -> str:
        return {"inbox": "mail", "team": "people", "tag": "tag", "view": "filter"}[self.kind]


def is_view(slug: str) -> bool:
    """Whether an address can name a view so: one that is gone since is a view all the same."""
    return slug in SELECTIONS or slug == SEARCH or SHELVED.fullmatch(slug) is not None


def shelves(agent: Agent) -> dict[str, list[Shelf]]:
    """The further views of an agent, by kind, in the order they are shown."""
    return {
        "view": _saved(agent.pk),
        "inbox": _inboxes(agent.pk, agent.sees_everything),
        "team": _teams(agent.pk, agent.sees_everything),
        "tag": _tags(),
    }


@remembered(SavedView, Agent, Team)
def _saved(agent: int) -> list[Shelf]:
    rows = saving.views_of(Agent.objects.get(pk=agent))
    return [Shelf("view", one.public_id, one.pk, one.name, 0, one.is_counted) for one in rows]


@remembered(Inbox, Agent, Team)
def _inboxes(agent: int, sees_everything: bool) -> list[Shelf]:
    rows = Inbox.objects.filter(of_inboxes_seen_by(Agent.objects.get(pk=agent), ""))
    found = rows.filter(is_active=True).order_by("name", "pk")
    return [Shelf("inbox", one.public_id, one.pk, one.name) for one in found]


@remembered(Agent, Team)
def _teams(agent: int, sees_everything: bool) -> list[Shelf]:
    rows = Team.objects.all() if sees_everything else Team.objects.filter(agents=agent)
    return [Shelf("team", one.public_id, one.pk, one.name) for one in rows.order_by("name", "pk")]


@remembered(Tag)
def _tags() -> list[Shelf]:
    rows = Tag.objects.filter(is_active=True).order_by("name")
    return [Shelf("tag", one.public_id, one.pk, one.name, one.hue) for one in rows]


def selection_of(slug: str, agent: Agent) -> Selection | None:
    """The view of a slug; None if this agent has no such view (any more)."""
    if slug in SELECTIONS:
        return SELECTIONS[slug]
    match = SHELVED.fullmatch(slug)
    if match is None:
        return None
    kind, public_id = match.groups()
    if kind == "view":
        view = saving.views_of(agent).filter(public_id=public_id).first()
        return view and of_saved(view)
    # A tag nobody is offered any more still finds what has it.
    model = {"inbox": Inbox, "team": Team, "tag": Tag}[kind]
    rows = model.objects.filter(public_id=public_id)
    if kind == "inbox":
        rows = rows.filter(of_inboxes_seen_by(agent, ""))
    one = rows.first()
    return one and _of_shelf(Shelf(kind, public_id, one.pk, str(one)))


def shelved(agent: Agent) -> dict[str, Selection]:
    """All views beside the usual ones that are counted, at most MOST_COUNTED of them."""
    known = shelves(agent)
    named = [one for kind in ("inbox", "team", "tag") for one in known[kind]]
    saved = saving.views_of(agent).filter(is_counted=True) if known["view"] else []
    found = [*map(of_saved, saved), *map(_of_shelf, named)]
    return {one.slug: one for one in found[:MOST_COUNTED]}


def _of_shelf(shelf: Shelf) -> Selection:
    cut = partial(_cut, shelf)
    return Selection(
        shelf.slug,
        shelf.name,
        shelf.icon,
        lambda reader: by_promise(reader, (OPEN, WAITING), cut(reader)),
        NOTHING_HERE,
        is_counted=False,
        states=(OPEN, WAITING),
        cut=cut,
    )


def _cut(shelf: Shelf, reader: Reader | None = None) -> Q:
    if shelf.kind == "tag":
        tagged = Conversation.tags.through.objects.filter(tag=shelf.number)
        return Q(pk__in=tagged.values("conversation"))
    return Q(**{shelf.kind: shelf.number})


def of_saved(view: SavedView) -> Selection:
    """A saved view; one whose conditions make no sense any more is empty and says so."""
    try:
        conditions = filters.read(view.conditions)
    except Refused as refusal:
        return Selection(
            f"view-{view.public_id}", view.name, "filter", lambda reader: [], str(refusal),
            is_counted=False,
        )  # fmt: skip
    return of_conditions(f"view-{view.public_id}", view.name, conditions, view.sort)


def of_conditions(
    slug: str, name: str, conditions: list[filters.Condition], sort: str = "promise"
) -> Selection:
    """Conditions as a view: of what is open and waiting, unless they say which states."""
    states = _states(conditions)
    is_awake = not any(one.field.key == "is_snoozed" for one in conditions)

    def cut(reader: Reader) -> Q:
        return filters.where(conditions, agent=reader.agent, at=reader.now)

    def parts(reader: Reader) -> list[Part]:
        return by_promise(reader, states, cut(reader), awake=is_awake)

    def empty() -> str:  # names of people and tags are looked up only if it is shown
        said = {"conditions": filters.in_words(conditions)}
        return _("Nothing is like this: %(conditions)s") % said

    return Selection(
        slug,
        name,
        "filter",
        parts,
        lazy(empty, str)(),
        is_counted=False,
        states=states,
        cut=cut,
        sort=sort,
    )


def _states(conditions: list[filters.Condition]) -> tuple[str, ...]:
    """The states to look in. Where one condition is enough, the others mean what is at work."""
    every = {OPEN, WAITING, RESOLVED, SPAM}
    asked = [
        every - set(one.values) if one.op == "is_not" else every & set(one.values)
        for one in conditions
        if one.field.key == "state"
    ]
    is_any = isinstance(conditions, filters.AnyOf)
    if is_any and len(asked) < len(conditions):
        asked.append({OPEN, WAITING})
    if not asked:
        found = {OPEN, WAITING}
    else:
        found = set.union(*asked) if is_any else set.intersection(*asked)
    return tuple(state for state in (OPEN, WAITING, RESOLVED, SPAM) if state in found)


def parts_in(selection: Selection, reader: Reader, sort: str) -> list[Part]:
    """The parts of a view in the order asked for; by the nearest promise in any other case."""
    if sort in ORDERS and selection.states:
        return sorted_by(reader, ORDERS[sort], selection.states, selection.cut(reader))
    return selection.parts(reader)
