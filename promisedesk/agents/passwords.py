"""What a password must be, and setting one."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.verbs import PASSWORD_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

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
    if not agent.check_password(old[: LONGEST_PASSWORD + 1]):
        raise Refused(_("The old password is not right. Try again, or ask an admin for a link."))
    check(new, agent)
    agent.set_password(new)
    agent.save(update_fields=["password"])
    record(PASSWORD_CHANGED, by=agent, agent=agent.pk)
