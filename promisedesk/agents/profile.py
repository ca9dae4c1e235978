"""What everybody may change about themselves."""

from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.people import checked_name
from promisedesk.core.errors import Refused
from promisedesk.core.models import LANGUAGES

SIGNATURE_LINES, SIGNATURE_COLUMNS = 6, 70  # stays whole in every mail program


def checked_signature(signature: str) -> str:
    """The signature without blanks at the ends. Raises Refused if it is too tall or too wide."""
    lines = [line.rstrip() for line in signature.replace("\x00", "").strip().splitlines()]
    if len(lines) > SIGNATURE_LINES:
        raise Refused(_("A signature has at most 6 lines. Shorten it, or join two lines."))
    for number, line in enumerate(lines, 1):
        if len(line) > SIGNATURE_COLUMNS:
            raise Refused(
                _("Line %(line)s has %(columns)s columns, at most 70 stay whole. Break it in two.")
                % {"line": number, "columns": len(line)}
            )
    return "\n".join(lines)


def change(
    agent: Agent,
    *,
    name: str,
    language: str,
    time_zone: str,
    signature: str,
    has_single_keys: bool = True,
) -> None:
    """Change one's own name, language, time zone ('' for the shop's), signature and keys."""
    if language not in dict(LANGUAGES):
        raise Refused(_("Choose one of the languages."))
    if time_zone and time_zone not in available_timezones():
        raise Refused(_("This time zone is not known. Use a name like Europe/London."))
    agent.name, agent.language = checked_name(name), language
    agent.time_zone, agent.signature = time_zone, checked_signature(signature)
    agent.has_single_keys = has_single_keys
    agent.save(update_fields=["name", "language", "time_zone", "signature", "has_single_keys"])
