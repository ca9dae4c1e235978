"""What everybody may change about themselves."""

from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import checked_name
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES


def change(
    agent: Agent,
    *,
    name: str,
    language: str,
    time_zone: str,
    has_single_keys: bool = True,
) -> None:
    """Change one's own name, language, time zone ('' for the shop's) and keys."""
    if language not in dict(LANGUAGES):
        raise Refused(_("Choose one of the languages."))
    if time_zone and time_zone not in available_timezones():
        raise Refused(_("This time zone is not known. Use a name like Europe/London."))
    agent.name, agent.language = checked_name(name), language
    agent.time_zone, agent.has_single_keys = time_zone, has_single_keys
    agent.save(update_fields=["name", "language", "time_zone", "has_single_keys"])
