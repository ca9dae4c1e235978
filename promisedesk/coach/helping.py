"""Whether an outside server helps to write, which one, and with what. Off until an admin says so.

Nothing but what is asked by a press of a button ever goes to it: see help_material for what.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach.models import WritingHelp
from promisedesk.coach.verbs import HELP_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered
from promisedesk.core.secretbox import seal, unseal

HELPS: dict[str, LazyText] = {
    "softer": gettext_lazy("Softer"),
    "shorter": gettext_lazy("Shorter"),
    "translate": gettext_lazy("Translate"),
    "draft": gettext_lazy("Draft an answer"),
}
LEAST_SECONDS, MOST_SECONDS = 5, 120
_ENDINGS = ("/chat/completions", "/models", "/")  # people copy more than the base


@dataclass(frozen=True, slots=True)
class Server:
    base_url: str
    model: str
    key: str
    seconds: float

    @property
    def host(self) -> str:
        return host_of(self.base_url)


@remembered(WritingHelp)
def offered() -> tuple[str, ...]:
    """The helps of HELPS that are offered, in their order; () while it is off."""
    row = WritingHelp.objects.filter(pk=1).first()
    if row is None or not row.is_on:
        return ()
    return tuple(name for name in HELPS if name in row.helps)


@remembered(WritingHelp)
def host() -> str:
    """Whom texts go to, as people read it; '' while nobody is set."""
    return host_of(settings().base_url)


def settings() -> WritingHelp:
    """The row, or one that is not saved yet."""
    return WritingHelp.objects.filter(pk=1).first() or WritingHelp(helps=list(HELPS))


def server() -> Server:
    """Whom to ask. Raises Refused if nobody is set."""
    row = settings()
    if not row.base_url:
        raise Refused(_("No server is set for writing help."))
    return Server(row.base_url, row.model, unseal(row.key), row.seconds)


def host_of(base_url: str) -> str:
    """ "llm.example" of "https://llm.example/v1", with the port if one is said."""
    return urlsplit(base_url).netloc


@transaction.atomic
def change(
    *,
    by: Agent | None,
    is_on: bool,
    base_url: str,
    model: str,
    helps: Collection[str],
    seconds: int = 30,
    key: str = "",
    forgets_key: bool = False,
) -> bool:
    """Set all of it. An empty `key` keeps the old one, but never for another server.

    False if the old key was forgotten for that. Raises Refused for what cannot be.
    """
    demand(by, Deed.RUN)
    base_url = checked_url(base_url)
    if is_on and not (base_url and model.strip()):
        raise Refused(_("Name the server and the model before you switch it on."))
    if is_on and not helps:
        raise Refused(_("Choose at least one help before you switch it on."))
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise Refused(_("Wait from 5 to 120 seconds for an answer."))
    row = WritingHelp.to_change()
    is_other = _origin(row.base_url) != _origin(base_url)
    loses_key = bool(row.key) and is_other and not key.strip()
    if key.strip():
        row.key = seal(_checked_key(key))
    elif forgets_key or is_other:
        row.key = ""
    if is_other:
        row.known_models = []
    row.is_on, row.base_url, row.model, row.seconds = is_on, base_url, model.strip()[:200], seconds
    row.helps = [name for name in HELPS if name in helps]
    row.save()
    record(HELP_CHANGED, by=by, is_on=is_on, host=host_of(base_url), helps=row.helps)
    return not loses_key


def _checked_key(key: str) -> str:
    key = key.strip()
    if len(key) > 1000 or not key.isascii() or not key.isprintable() or " " in key:
        raise Refused(_("That is no key: it has blanks or letters that none has."))
    return key


def checked_url(url: str) -> str:
    """The base address without what people copy behind it. Raises Refused."""
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        is_one = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        is_one = False
    if not is_one or len(url) > 300 or any(char.isspace() for char in url):
        raise Refused(_("Give the whole address, like https://llm.example/v1."))
    if parts.username or parts.password or parts.query or parts.fragment:
        raise Refused(_("Give the address alone; the key has a field of its own."))
    for ending in _ENDINGS:
        url = url.removesuffix(ending)
    return url.rstrip("/")


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
