"""What this shop asks of signatures, and what one lacks (R9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.coach import words
from promisedesk.coach.models import CoachManners
from promisedesk.core.memo import remembered
from promisedesk.lib.coach import Finding, signing
from promisedesk.lib.coach.signing import Fault

PARTS: dict[str, LazyText] = {
    "name": _("First and last name"),
    "company": pgettext_lazy("part of a signature", "Company"),
    "site": _("Web site"),
    "email": _("E-mail address"),
    "position": _("What you do"),
    "site_name": _("Name of the site"),
    "other_email": _("A second e-mail address"),
    "phone": _("Phone number"),
}
GRAVE = ("columns", "lines", "missing", "art")  # cannot be kept so


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a signature may give. `weight`: "required", "wanted" or "offered"."""

    id: str
    weight: str
    is_there: bool

    @property
    def label(self) -> str:
        return str(PARTS[self.id])


@dataclass(frozen=True, slots=True)
class Judged:
    """A signature looked at. `wrong` are sentences against keeping it."""

    parts: list[Part]
    faults: list[Fault] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


@remembered(CoachManners)
def manners() -> CoachManners:
    """The shop's row, for reading."""
    return CoachManners.get()


def needs() -> tuple[str, ...]:
    """The parts that every signature has to give here."""
    return tuple(manners().signature_needs) or signing.REQUIRED


def allows_pictures() -> bool:
    return manners().allows_pictures


def judge(text: str, *, agent: Agent | None, company: str) -> Judged:
    """Look at a signature as customers will read it: its places filled in.

    `agent`: whoever signs with it, None for any name.
    """
    required, name = needs(), agent.name if agent else ""
    faults = signing.signature_faults(
        text, required, agent=name, company=company, allows_art=manners().allows_art
    )
    has = signing.parts_of(text, agent=name, company=company)
    parts = [Part(one, "required", one in has) for one in required]
    for weight, names in (("wanted", signing.WANTED), ("offered", signing.OFFERED)):
        parts += [Part(one, weight, one in has) for one in names if one not in required]
    grave = [one for one in faults if one.code in GRAVE]
    return Judged(parts, faults, [in_words(one) for one in grave])


def in_words(fault: Fault) -> str:
    """A fault as one sentence, in the reader's language."""
    values = {"line": fault.line, "part": fault.part, "by": fault.by}
    return words.say(Finding(f"signature.{fault.code}", values))
