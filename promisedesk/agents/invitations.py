"""Links with which a person sets their own password, once: for newcomers and for the forgetful."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents import passwords
from promisedesk.agents.models import Agent, Invitation
from promisedesk.agents.tokens import hash_of, new_token
from promisedesk.agents.verbs import JOINED, LINK_MADE
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

LASTS = timedelta(days=3)
MAILED_LASTS = timedelta(hours=1)  # asked for by anyone who knows the address


@transaction.atomic
def issue(agent: Agent, *, by: Agent | None) -> str:
    """A new link for this person, as a full address; earlier ones end.

    `by` None: they asked for it themselves, so it lasts an hour and ends no other link.
    Raises Refused for a closed account, or when `by` is no admin.
    """
    if by is not None and not by.is_admin:
        raise Refused(_("Only an admin can change this. Ask one of them."))
    if not agent.is_active:
        raise Refused(_("This account is closed. Open it again first."))
    _refuse_without_passwords(agent)
    if by is not None:
        withdraw(agent)
    token, lasts = new_token(), LASTS if by else MAILED_LASTS
    Invitation.objects.create(
        agent=agent, token_hash=hash_of(token), by=by, expires_at=now() + lasts
    )
    record(LINK_MADE, by=by, to=agent.name, agent=agent.pk)
    return f"{settings.BASE_URL}/welcome/{token}/"


def withdraw(agent: Agent) -> None:
    """End every link this person has."""
    Invitation.objects.filter(agent=agent, used_at=None).update(used_at=now())


def find(token: str) -> Invitation | None:
    """The open invitation of this word; None if used, old, unknown, or the account is closed."""
    return (
        Invitation.objects.filter(
            token_hash=hash_of(token), used_at=None, expires_at__gt=now(), agent__is_active=True
        )
        .select_related("agent")
        .first()
    )


@transaction.atomic
def accept(token: str, password: str) -> Agent:
    """Set the password. Of many at once one wins. Raises Refused, with the link still good when
    only the password was not."""
    invitation = find(token)
    if invitation is None:
        raise Refused(_("This link was used already or is too old. Ask an admin for a new one."))
    agent = invitation.agent
    _refuse_without_passwords(agent)
    passwords.check(password, agent)
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=now()):
        raise Refused(_("This link was used already or is too old. Ask an admin for a new one."))
    withdraw(agent)
    agent.set_password(password)
    agent.save(update_fields=["password"])
    record(JOINED, by=agent, agent=agent.pk)
    return agent


def _refuse_without_passwords(agent: Agent) -> None:
    if not passwords.may_open(agent):
        raise Refused(_("Here only admins have passwords. Sign in with the service of your shop."))
