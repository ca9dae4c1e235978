"""A notice as a sentence, for the list, the browser and a push: who or what.

The list has the subject too. What leaves the page has no word of what a customer wrote, nor
their subject: a locked screen shows it to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.agents.models import Agent, Notice
from promisedesk.agents.noticing import Kind
from promisedesk.conversations.models import Conversation

ICONS = {
    Kind.GIVEN: "user-plus",
    Kind.NAMED: "at",
    Kind.WROTE: "mail",
    Kind.SIDE: "truck",
    Kind.DUE_SOON: "clock",
    Kind.BROKEN: "alert-circle",
    Kind.ESCALATED: "alert-circle",
    Kind.URGENT: "alert",
    "not_sent": "alert",
    "rule": "info",
    Kind.FACTOR: "shield",
    Kind.SECOND_EYES: "eye",
    Kind.FLARE: "upset",
}
TONES = {
    Kind.BROKEN: "bad",
    Kind.ESCALATED: "bad",
    Kind.URGENT: "bad",
    Kind.DUE_SOON: "warn",
    "not_sent": "warn",
    Kind.FACTOR: "warn",
    Kind.FLARE: "warn",
}


@dataclass(frozen=True, slots=True)
class Shown:
    notice: Notice
    conversation: Conversation | None  # what it is about; None for what concerns the agent alone
    icon: str
    tone: str
    says: str
    subject: str
    url: str

    @property
    def aside(self) -> str:
        """What may stand on a locked screen below what it says: our words, never the subject."""
        return "" if self.conversation else self.subject


def shown(notices: Iterable[Notice], agent: Agent) -> list[Shown]:
    """These notices in words, in the language that is on; not of what the agent sees no more."""
    notices = list(notices)
    wanted = {notice.conversation_id for notice in notices}
    rows = Conversation.objects.visible_to(agent).filter(pk__in=wanted).select_related("contact")
    found = {row.pk: row for row in rows}
    return [
        _one(notice, found.get(notice.conversation_id))
        for notice in notices
        if notice.data.get("kind") in ICONS
        and (notice.conversation_id is None or notice.conversation_id in found)
    ]


def _one(notice: Notice, conversation: Conversation | None) -> Shown:
    kind = notice.data["kind"]
    if "gathered" in notice.data:
        return _gathered(notice)
    subject = _("Add a new one, and no password alone opens the desk to a stranger.")
    if conversation is not None:
        subject = conversation.subject or _("(no subject)")
    return Shown(
        notice=notice,
        conversation=conversation,
        icon=ICONS[kind],
        tone=TONES.get(kind, ""),
        says=_says(kind, notice, conversation.contact.shown_name if conversation else ""),
        subject=subject,
        url=reverse("desk:notice", args=[notice.public_id]),
    )


def _says(kind: str, notice: Notice, customer: str) -> str:
    by = notice.by
    match kind:
        case Kind.GIVEN if by:
            return _("%(by)s gave you a conversation with %(name)s") % {
                "by": by.name,
                "name": customer,
            }
        case Kind.GIVEN:
            return _("You were given a conversation with %(name)s") % {"name": customer}
        case Kind.NAMED if by:
            return _("%(by)s mentioned you in a note") % {"by": by.name}
        case Kind.NAMED:
            return _("You were mentioned in a note")
        case Kind.WROTE:
            return _("%(name)s wrote") % {"name": customer}
        case Kind.SIDE:
            return _("The supplier answered about %(name)s") % {"name": customer}
        case "not_sent":
            return _("Your answer to %(name)s, meant for later, was not sent") % {"name": customer}
        case "rule" if notice.data.get("text"):
            return str(notice.data["text"])  # an admin's own words
        case "rule":
            return _("A rule points at the conversation with %(name)s") % {"name": customer}
        case Kind.SECOND_EYES if notice.data.get("is_unread"):
            return _("Nobody has read the held answer to %(name)s yet") % {"name": customer}
        case Kind.SECOND_EYES:
            return _eyes(notice, customer)
        case Kind.FLARE:
            return _("%(name)s wrote in anger twice in a row") % {"name": customer}
        case Kind.FACTOR if by:
            return _("%(by)s took away your second factor") % {"by": by.name}
        case Kind.FACTOR:
            return _("Your second factor was taken away")
        case Kind.DUE_SOON:
            return _("The promise to %(name)s will soon be due") % {"name": customer}
        case Kind.ESCALATED:
            return _("The promise to %(name)s stays missed") % {"name": customer}
        case Kind.URGENT:
            return _("Urgent: %(name)s needs somebody now") % {"name": customer}
    return _("The promise to %(name)s was missed") % {"name": customer}


def _eyes(notice: Notice, customer: str) -> str:
    who = {"by": notice.by.name if notice.by else _("A colleague"), "name": customer}
    if notice.data.get("is_back"):
        return _("%(by)s gave your answer to %(name)s back") % who
    return _("%(by)s asks you to read an answer to %(name)s before it leaves") % who


def _gathered(notice: Notice) -> Shown:
    """Many at once, counted: what is overdue, and what will soon be due."""
    counts, kind = notice.data["gathered"], notice.data["kind"]
    overdue = counts.get("broken", 0) + counts.get("escalated", 0)
    soon = counts.get("due_soon", 0)
    missed = ngettext("%(n)s promise is overdue", "%(n)s promises are overdue", overdue)
    near = ngettext("%(n)s promise will soon be due", "%(n)s promises will soon be due", soon)
    says = missed % {"n": overdue} if overdue else near % {"n": soon}
    subject = near % {"n": soon} if overdue and soon else _("Look at what is due first.")
    if counts.get("late"):
        subject = _("The desk stood still for a while: this could not be told in time.")
    return Shown(
        notice=notice,
        conversation=None,
        icon=ICONS[kind],
        tone=TONES.get(kind, ""),
        says=says,
        subject=subject,
        url=reverse("desk:notice", args=[notice.public_id]),
    )
