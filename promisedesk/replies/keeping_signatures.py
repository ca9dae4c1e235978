"""Writing signatures: one's own, and those of an inbox or the whole shop."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Inbox
from promisedesk.core import files, locks
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import LANGUAGES
from promisedesk.lib import pictures
from promisedesk.lib.coach import signing
from promisedesk.replies import signatures
from promisedesk.replies.models import Signature
from promisedesk.replies.verbs import SIGNATURE_REMOVED, SIGNATURE_WRITTEN

LONGEST = 1000  # characters
LONGEST_SIDE = 480  # pixels of a picture: twice as wide as it is shown
MOST = 50  # of one agent


@dataclass(frozen=True, slots=True)
class Wording:
    """What a signature says and what it is for. `agent` None: an inbox's, or the shop's."""

    text: str
    agent: Agent | None = None
    inbox: Inbox | None = None
    language: str = ""
    group: str = ""
    occasion: str = ""
    picture: str | None = None  # what `drawn` gave, "" for none, None to leave it


@transaction.atomic
def write(signature: Signature | None, wording: Wording, *, by: Agent) -> Signature:
    """Keep a signature, a new one if None. Raises Refused: too tall or wide, or there is one
    for the same. What the shop requires in it is asked before: `coach.signature_rules`."""
    _demand_to_write(wording.agent, by)
    if signature is None:
        signature = Signature(agent=wording.agent)
    elif signature.agent_id != (wording.agent.pk if wording.agent else None):
        _demand_to_write(signature.agent, by)
    signature.agent, signature.inbox = wording.agent, wording.inbox
    signature.language = wording.language if wording.language in dict(LANGUAGES) else ""
    signature.group = " ".join(wording.group.split())[:40]
    is_known = wording.occasion in Signature.Occasion.values
    signature.occasion = wording.occasion if is_known else ""
    signature.text = _checked(wording)
    if wording.picture is not None:
        signature.picture_sha256 = wording.picture
    locks.hold_until_commit(f"signatures {signature.agent_id or ''}")
    _refuse_another(signature)
    signature.save()
    record(SIGNATURE_WRITTEN, by=by, whose=whose(signature), id=signature.public_id)
    return signature


@transaction.atomic
def remove(signature: Signature, *, by: Agent) -> None:
    """Take it away. Letters that left keep theirs."""
    _demand_to_write(signature.agent, by)
    record(SIGNATURE_REMOVED, by=by, whose=whose(signature), id=signature.public_id)
    signature.delete()


def whose(signature: Signature) -> str:
    """Whom it is of, by name; '' for the whole shop."""
    owner = signature.agent or signature.inbox
    return owner.name if owner else ""


def _checked(wording: Wording) -> str:
    """The lines without rules around them and blanks at their ends. Raises Refused if they
    would not stay whole in every mail program: as wide as they are once filled in."""
    text = wording.text.replace("\x00", "").replace("\r\n", "\n")[:LONGEST]
    lines = [line.rstrip() for line in signing.body_of(text)]
    if not lines:
        raise Refused(_("Write at least one line."))
    if len(lines) > signing.LINES:
        raise Refused(_("A signature has at most 6 lines. Shorten it, or join two lines."))
    for number, line in enumerate(lines, 1):
        shown = signatures.filled(line, wording.inbox, wording.agent) if "{" in line else line
        if (columns := signing.columns_of(shown)) > signing.COLUMNS:
            raise Refused(
                _("Line %(line)s has %(columns)s columns, at most 70 stay whole. Break it in two.")
                % {"line": number, "columns": columns}
            )
    return "\n".join(lines)


def drawn(content: bytes) -> str:
    """Draw a picture anew and keep it; returns its SHA-256. Not in a transaction. Refused for
    what is none."""
    try:
        return files.store(pictures.redrawn(content, LONGEST_SIDE))
    except pictures.NotDrawn as error:
        raise Refused(_("This is no picture we can show. Choose a PNG, JPEG or WebP.")) from error


def _demand_to_write(owner: Agent | None, by: Agent) -> None:
    if owner is None:
        demand(by, Deed.RUN)
    elif owner != by:
        raise Refused(_("This is the signature of somebody else."))
    else:
        demand(by, Deed.OWN)


def _refuse_another(signature: Signature) -> None:
    others = Signature.objects.exclude(pk=signature.pk).filter(agent=signature.agent)
    if not signature.pk and signature.agent and others.count() >= MOST:
        raise Refused(_("There are too many signatures. Remove some first."))
    if others.filter(
        inbox=signature.inbox,
        language=signature.language,
        group__iexact=signature.group,
        occasion=signature.occasion,
    ).exists():
        raise Refused(_("There is a signature for the same already. Change that one."))
