"""Making a failure good: what a customer is given for it, and what that costs the shop.

Each role may give up to its limit in one conversation, all that was given there counted
together. What was given is never deleted, only taken back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand, may
from promisedesk.contacts.models import Contact
from promisedesk.conversations.models import Conversation
from promisedesk.core import locks
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import Workspace
from promisedesk.lib import money
from promisedesk.promises import honesty
from promisedesk.promises.compensating_verbs import GIVEN, TAKEN_BACK
from promisedesk.promises.models import Compensation, Promise

USUAL_CURRENCY = "EUR"
Kind, Role = Compensation.Kind, Agent.Role
UPWARDS = (Role.AGENT, Role.MANAGER, Role.ADMIN)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Room:
    """What somebody may still give in a conversation. `left` and `limit` None: any sum.

    `is_mixed`: part of what was given is in another currency, say of before it was changed. There
    are no exchange rates, so nothing is left of a limit that cannot be counted.
    """

    currency: str
    given: Decimal
    limit: Decimal | None
    is_mixed: bool = False

    @property
    def left(self) -> Decimal | None:
        if self.limit is None:
            return None
        return NOTHING if self.is_mixed else max(NOTHING, self.limit - self.given)


def currency() -> str:
    """The currency limits are in: the owner's choice, else of the shop's country."""
    return honesty.manners().currency or money.of_country(Workspace.get().country) or USUAL_CURRENCY


def limit_of(role: str) -> Decimal | None:
    """The most this role may give in one conversation; None is any sum.

    Nothing set: admins give what they like, others nothing. Set empty: any sum.
    """
    limits = honesty.manners().limits
    if role not in limits:
        return None if role == Role.ADMIN else NOTHING
    return money.read(str(limits[role])) if str(limits[role]).strip() else None


def room_of(conversation: Conversation, agent: Agent) -> Room:
    """What this agent may still give here. One query."""
    own = currency()
    given = given_in(conversation).filter(taken_back_at=None)
    facts = given.aggregate(
        total=Sum("cost", filter=Q(currency=own)), others=Count("pk", filter=~Q(currency=own))
    )
    return Room(own, facts["total"] or NOTHING, limit_of(agent.role), bool(facts["others"]))


@transaction.atomic
def give(
    conversation: Conversation,
    kind: str,
    cost: Decimal,
    currency: str,
    says: str,
    code: str = "",
    promise: Promise | None = None,
    *,
    by: Agent,
) -> Compensation:
    """Write down what the customer gets: `kind` of Compensation.Kind, `cost` to the shop.

    `says`: what for; `code`: of a voucher; `promise`: the one that was broken. Raises Refused
    above the limit of the role, saying whose is enough.
    """
    demand(by, Deed.ANSWER)
    says, code = " ".join(says.split())[:300], code.strip()[:100]
    if kind not in Kind:
        raise Refused(_("Choose what you give."))
    if not NOTHING < cost <= money.MOST:
        raise Refused(_("Say what it costs, like 10.00."))
    if not says:
        raise Refused(_("Say what it is for."))
    if conversation.parent_id or conversation.merged_into_id:
        raise Refused(_("Give it in the conversation with the customer."))
    locks.hold_until_commit(f"compensate {conversation.pk}")
    _refuse_too_much(conversation, cost, currency, by)
    row = Compensation.objects.create(
        conversation=conversation,
        contact=conversation.contact,
        promise=promise,
        kind=kind,
        cost=cost,
        currency=currency,
        says=says,
        code=code,
        by=by,
    )
    _record(GIVEN[Kind(kind)], row, by)
    return row


@transaction.atomic
def take_back(compensation: Compensation, *, by: Agent) -> None:
    """It was not given after all, and its cost counts no more.

    For whoever gave it, managers and admins. Raises Refused for others, and if it was already.
    """
    demand(by, Deed.ANSWER)
    if not may_take_back(compensation, by):
        raise Refused(_("Whoever gave it may take it back, or a manager."))
    standing = Compensation.objects.filter(pk=compensation.pk, taken_back_at=None)
    if not standing.update(taken_back_at=now()):
        raise Refused(_("It was taken back already."))
    _record(TAKEN_BACK, compensation, by)


def may_take_back(compensation: Compensation, agent: Agent) -> bool:
    """Whether it is theirs to take back, if it still stands."""
    if not may(agent, Deed.ANSWER):
        return False
    return compensation.by_id == agent.pk or agent.role in (Role.MANAGER, Role.ADMIN)


def given_in(conversation: Conversation) -> QuerySet[Compensation]:
    """All that was given there and in what was merged into it, the newest first."""
    here = Q(conversation=conversation) | Q(conversation__merged_into=conversation)
    return Compensation.objects.filter(here).select_related("by").order_by("-pk")


def given_to(contact: Contact, agent: Agent) -> QuerySet[Compensation]:
    """All that a customer was given where this agent may see it, the newest first."""
    seen = Conversation.objects.visible_to(agent).filter(contact=contact)
    found = Compensation.objects.filter(conversation__in=seen)
    return found.select_related("by", "conversation").order_by("-pk")


def costs(
    since: datetime, until: datetime, among: QuerySet[Compensation] | None = None
) -> dict[str, dict[str, tuple[int, Decimal]]]:
    """What making good cost from `since` (aware) until before `until`, by currency and kind:
    {"GBP": {"voucher": (3, Decimal("30.00"))}}. What was taken back costs nothing. One query."""
    rows = Compensation.objects.all() if among is None else among
    rows = rows.filter(created_at__gte=since, created_at__lt=until, taken_back_at=None)
    found: dict[str, dict[str, tuple[int, Decimal]]] = defaultdict(dict)
    summed = rows.order_by().values("currency", "kind").annotate(n=Count("pk"), total=Sum("cost"))
    for row in summed.order_by("currency", "kind"):
        found[row["currency"]][row["kind"]] = (row["n"], row["total"])
    return dict(found)


def _refuse_too_much(conversation: Conversation, cost: Decimal, given_in: str, by: Agent) -> None:
    room = room_of(conversation, by)
    if not money.is_currency(given_in):
        raise Refused(_("This currency is not known. Write its code, like EUR."))
    if room.left is None or (given_in == room.currency and cost <= room.left):
        return
    if given_in != room.currency:
        raise Refused(
            _("Your limit is in %(currency)s. Say the cost in it.") % {"currency": room.currency}
        )
    if room.is_mixed and room.limit:
        raise Refused(
            _(
                "Something was given here in another currency, so your limit cannot be counted. "
                "Ask somebody with the role: %(role)s."
            )
            % {"role": _whose_is_enough(None)}
        )
    language = get_language() or "en"
    facts = {
        "limit": money.said(room.limit, room.currency, language),
        "left": money.said(room.left, room.currency, language),
        "role": _whose_is_enough(room.given + cost),
    }
    if not room.limit:
        raise Refused(
            _("Your role may not give anything. Ask somebody with the role: %(role)s.") % facts
        )
    raise Refused(
        _(
            "This is above your limit of %(limit)s for one conversation; %(left)s of it are left. "
            "The limit of this role is enough: %(role)s."
        )
        % facts
    )


def _whose_is_enough(total: Decimal | None) -> str:
    """The name of the lowest role that may give so much (None: any sum); admins where nobody's
    is enough."""
    for role in UPWARDS:
        limit = limit_of(role)
        if limit is None or (total is not None and total <= limit):
            return str(role.label)
    return str(Role.ADMIN.label)


def _record(verb, row: Compensation, by: Agent) -> None:
    record(
        verb,
        by=by,
        conversation=row.conversation,
        contact=row.contact,
        about=row,
        compensation=row.public_id,
        kind=row.kind,
        cost=f"{row.cost:.2f} {row.currency}",
        says=row.says,
        code=row.code,
        promise=row.promise_id,
    )
