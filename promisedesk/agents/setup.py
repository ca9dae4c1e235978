"""The first admin of a new desk: by a link that works once, printed where only the owner looks."""

import secrets

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents import passwords, people
from promisedesk.agents.models import Agent
from promisedesk.agents.tokens import hash_of, new_token
from promisedesk.agents.verbs import SET_UP
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Workspace


@transaction.atomic
def issue_link() -> str:
    """A fresh set-up link, as a full address; '' when the desk has an admin. Older ones end."""
    if people.admins().exists():
        return ""
    people.hold_the_desk()
    token = new_token()
    Workspace.objects.filter(pk=1).update(setup_token_hash=hash_of(token))
    return f"{settings.BASE_URL}/setup/{token}/"


def opens(token: str) -> bool:
    """Whether this word may still make the first admin."""
    expected = Workspace.get().setup_token_hash
    fits = secrets.compare_digest(hash_of(token), expected)
    return fits and not people.admins().exists()


@transaction.atomic
def first_admin(token: str, *, name: str, email: str, password: str, language: str) -> Agent:
    """The first admin. Of many tries at once one wins, and the link is dead. Raises Refused."""
    people.hold_the_desk()
    if not opens(token):
        raise Refused(_("This set-up link is not good any more. Sign in, or start the desk again."))
    name, email = people.checked_name(name), people.checked_email(email)
    passwords.check(password, Agent(name=name, email=email))
    agent = Agent.objects.create_user(
        email, name, role=Agent.Role.ADMIN, password=password, language=language
    )
    Workspace.objects.filter(pk=1).update(setup_token_hash="")
    record(SET_UP, by=agent)
    return agent
