"""What a password must be, and setting one."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents import tries
from promisedesk.agents.models import Agent, SignInService
from promisedesk.agents.verbs import PASSWORD_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.models import Workspace

LONGEST_PASSWORD = 1024  # characters; hashing megabytes is a way to keep us busy


def check(password: str, agent: Agent) -> None:
    """Raises Refused, in words: too short, too common, or too like its owner."""
    if len(password) > LONGEST_PASSWORD or "\x00" in password:
        raise Refused(_("This password is too long. Use at most 1,024 characters."))
    try:
        validate_password(password, agent)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


@transaction.atomic
def change(agent: Agent, old: str, new: str) -> None:
    """Their own new password. Every other session of theirs ends, and every API token.

    Raises Refused.
    """
    tries.count(agent)
    if not agent.check_password(old[: LONGEST_PASSWORD + 1]):
        raise Refused(_("The old password is not right. Try again, or ask an admin for a link."))
    tries.forget(agent)
    check(new, agent)
    agent.set_password(new)
    agent.save(update_fields=["password"])
    record(PASSWORD_CHANGED, by=agent, agent=agent.pk)


@remembered(Workspace, SignInService)
def are_for_all() -> bool:
    """Whether everybody may sign in with a password: also when no service is left to do it."""
    desk = Workspace.get()
    return desk.has_passwords or not SignInService.objects.filter(is_active=True).exists()


def may_open(agent: Agent) -> bool:
    """Whether this agent's password opens the desk. An admin's always does: the spare key."""
    return agent.is_admin or are_for_all()
