"""Which inboxes are a team's. An inbox without a team is everybody's, so none loses it unseen."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents import teams
from promisedesk.agents.models import Agent, AssignBy, Team
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Inbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record


@transaction.atomic
def put(team: Team, inboxes: Iterable[Inbox], *, by: Agent) -> None:
    """Let the team have these inboxes and no others."""
    demand(by, Deed.RUN)
    wanted = {inbox.pk: inbox for inbox in inboxes}
    had = {inbox.pk: inbox for inbox in Inbox.objects.filter(team=team)}
    for inbox in (wanted | had).values():
        if (inbox.pk in wanted) == (inbox.pk in had):
            continue
        inbox.team = team if inbox.pk in wanted else None
        inbox.save(update_fields=["team"])
        record(INBOX_CHANGED, by=by, inbox=inbox.name, what="team")


@transaction.atomic
def share_out(inbox: Inbox, *, assign_by: str, prefers_known: bool, by: Agent) -> None:
    """How what comes into an inbox without a team is given out."""
    demand(by, Deed.RUN)
    if assign_by not in AssignBy.values:
        raise Refused(_("Choose how conversations are given out."))
    if (inbox.assign_by, inbox.prefers_known) == (assign_by, prefers_known):
        return
    inbox.assign_by, inbox.prefers_known = assign_by, prefers_known
    inbox.save(update_fields=["assign_by", "prefers_known"])
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="assign_by")


@transaction.atomic
def remove_team(team: Team, *, by: Agent) -> None:
    """Dissolve a team. Raises Refused while inboxes are its own: all would see them."""
    demand(by, Deed.RUN)
    if inbox := Inbox.objects.filter(team=team).first():
        raise Refused(
            _("“%(inbox)s” is this team’s inbox. Give it to another team first.")
            % {"inbox": inbox.name}
        )
    teams.remove(team, by=by)
