"""Views people save: lists cut by conditions of their own, for themselves, a team or everybody."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.rights import Deed, demand, may
from promisedesk.conversations import filters
from promisedesk.conversations.models import SavedView
from promisedesk.core.errors import Refused

LONGEST_NAME = 60
MOST_VIEWS = 100  # of one kind: a list nobody can read helps nobody
SORTS = {
    "promise": gettext_lazy("Nearest promise first"),
    "last": gettext_lazy("Latest message first"),
    "newest": gettext_lazy("Newest first"),
    "oldest": gettext_lazy("Oldest first"),
}


def views_of(agent: Agent) -> QuerySet[SavedView]:
    """The saved views an agent finds in their list: own, their teams', everybody's."""
    shared = Q(owner=None, team=None) | Q(team__in=agent.teams.values("pk"))
    return SavedView.objects.filter(Q(owner=agent) | shared).order_by("position", "id")


def may_change(view: SavedView, agent: Agent) -> bool:
    """Own ones by whom they belong to, shared ones by who may share."""
    if view.owner_id is not None:
        return view.owner_id == agent.pk and may(agent, Deed.OWN)
    return may(agent, Deed.SHARE)


@transaction.atomic
def save(
    name: str,
    conditions: object,
    *,
    by: Agent,
    sort: str = "promise",
    is_shared: bool = False,
    team: Team | None = None,
    is_counted: bool = True,
    view: SavedView | None = None,
) -> SavedView:
    """Save a view, or change `view`. Shared with everybody, or with a `team` alone.

    `conditions` as filters.read takes them. Raises Refused.
    """
    is_shared = is_shared or team is not None
    demand(by, Deed.SHARE if is_shared else Deed.OWN)
    if view is not None:
        _demand_change(view, by)
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Give the view a name."))
    if len(name) > LONGEST_NAME:
        raise Refused(_("A name has at most %(number)d letters.") % {"number": LONGEST_NAME})
    if sort not in SORTS:
        raise Refused(_("There is no such order."))
    read = filters.read(conditions)
    if not read:
        raise Refused(_("Add at least one condition: without any it would be all conversations."))
    said = {"name": name, "sort": sort, "is_counted": is_counted}
    said["conditions"] = filters.data_of(read)
    said["owner"], said["team"] = (None, team) if is_shared else (by, None)
    is_new = view is None
    view = view or _new(by, is_shared)
    for key, value in said.items():
        setattr(view, key, value)
    view.save(update_fields=None if is_new else list(said))  # its place is moved meanwhile
    return view


def _new(by: Agent, is_shared: bool) -> SavedView:
    alike = SavedView.objects.filter(owner=None if is_shared else by)
    if alike.count() >= MOST_VIEWS:
        raise Refused(
            _("There are %(number)d views already. Delete one first.") % {"number": MOST_VIEWS}
        )
    last = SavedView.objects.aggregate(last=Max("position"))["last"] or 0
    return SavedView(position=last + 1)


@transaction.atomic
def delete(view: SavedView, *, by: Agent) -> None:
    """Take a view away; its conversations stay. Raises Refused."""
    _demand_change(view, by)
    view.delete()


@transaction.atomic
def move_up(view: SavedView, *, by: Agent) -> bool:
    """Put a view before the one above it; False if it is the first. Raises Refused."""
    _demand_change(view, by)
    above = views_of(by).filter(
        Q(position__lt=view.position) | Q(position=view.position, pk__lt=view.pk)
    )
    other = above.last()
    if other is None:
        return False
    theirs = other.position
    SavedView.objects.filter(pk=other.pk).update(position=max(view.position, theirs + 1))
    view.position = theirs
    view.save(update_fields=["position"])
    return True


def _demand_change(view: SavedView, by: Agent) -> None:
    if not may_change(view, by):
        demand(by, Deed.SHARE)
        raise Refused(_("This view belongs to somebody else."))
