"""Who works here, and as what. Only admins change that; the last admin stays."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents import invitations
from promisedesk.agents.desk_verbs import TEAM_ADDED
from promisedesk.agents.models import Agent, Team
from promisedesk.agents.passwords import may_open
from promisedesk.agents.verbs import ACTIVATED, CHANGED, DEACTIVATED, INVITED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Workspace


def admins():
    """Those who may run the desk now."""
    return Agent.objects.filter(role=Agent.Role.ADMIN, is_active=True)


def only_admins(by: Agent) -> None:
    """Raises Refused unless `by` is an admin."""
    if not by.is_admin:
        raise Refused(_("Only an admin can change this. Ask one of them."))


def hold_the_desk() -> Workspace:
    """Lock the one row of the shop, so that two admins cannot remove each other at once."""
    Workspace.get()
    return Workspace.objects.select_for_update().get(pk=1)


def checked_name(name: str) -> str:
    name = " ".join(name.replace("\x00", "").split())
    if not name:
        raise Refused(_("Give a name. Customers see it under answers."))
    return name[:100]


def checked_email(email: str, besides: Agent | None = None) -> str:
    """The address in lower case. Raises Refused if it is none, or somebody else's."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise Refused(_("This is not an e-mail address. It looks like anna@shop.com.")) from error
    others = Agent.objects.filter(email__iexact=email)
    if (others.exclude(pk=besides.pk) if besides else others).exists():
        raise Refused(_("Somebody with this address is here already."))
    return email


@transaction.atomic
def invite(
    email: str,
    name: str,
    *,
    role: str = Agent.Role.AGENT,
    teams: Iterable[Team] = (),
    language: str = "en",
    by: Agent,
) -> tuple[Agent, str]:
    """A new colleague and the link with which they set their password, once, within 3 days.

    The link is '' where they sign in with a service and passwords are off.
    """
    only_admins(by)
    if role not in Agent.Role.values:
        raise Refused(_("Choose one of the roles."))
    agent = Agent.objects.create_user(
        checked_email(email), checked_name(name), role=role, language=language
    )
    agent.teams.set(teams)
    record(INVITED, by=by, to=agent.name, agent=agent.pk, role=role)
    return agent, invitations.issue(agent, by=by) if may_open(agent) else ""


@transaction.atomic
def change(agent: Agent, *, name: str, role: str, teams: Iterable[Team], by: Agent) -> None:
    """Another name, role or teams. Raises Refused for the last admin's role."""
    only_admins(by)
    hold_the_desk()
    if role not in Agent.Role.values:
        raise Refused(_("Choose one of the roles."))
    if role != Agent.Role.ADMIN:
        _refuse_the_last_admin(agent)
    before = agent.role
    agent.name, agent.role = checked_name(name), role
    agent.save(update_fields=["name", "role"])
    agent.teams.set(teams)
    record(CHANGED, by=by, to=agent.name, agent=agent.pk, role=role, was=before)


@transaction.atomic
def deactivate(agent: Agent, *, by: Agent) -> None:
    """Close the account: they are out at once, what they wrote stays. Raises Refused."""
    only_admins(by)
    hold_the_desk()
    _refuse_the_last_admin(agent)
    agent.is_active = False
    agent.save(update_fields=["is_active"])
    invitations.withdraw(agent)
    record(DEACTIVATED, by=by, to=agent.name, agent=agent.pk)


@transaction.atomic
def activate(agent: Agent, *, by: Agent) -> None:
    """Open a closed account again, with the password it had."""
    only_admins(by)
    agent.is_active = True
    agent.save(update_fields=["is_active"])
    record(ACTIVATED, by=by, to=agent.name, agent=agent.pk)


def _refuse_the_last_admin(agent: Agent) -> None:
    if admins().filter(pk=agent.pk).exists() and admins().count() == 1:
        raise Refused(_("This is the only admin. Make somebody else an admin first."))


@transaction.atomic
def add_team(name: str, *, by: Agent) -> Team:
    """A new team. Raises Refused without a name, or when there is one of that name."""
    only_admins(by)
    name = " ".join(name.replace("\x00", "").split())[:100]
    if not name:
        raise Refused(_("Give the team a name."))
    if Team.objects.filter(name__iexact=name).exists():
        raise Refused(_("There is a team of this name already."))
    record(TEAM_ADDED, by=by, team=name)
    return Team.objects.create(name=name)
