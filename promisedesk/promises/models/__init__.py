"""The ledger of promises, the rules that make them, and who is told about them."""

from promisedesk.promises.models.ledger import Compensation, Promise, PromiseQuerySet, Reminder
from promisedesk.promises.models.letters import AgentLetter
from promisedesk.promises.models.manners import (
    Absence,
    AbsenceTold,
    Duty,
    EscalationStep,
    Pace,
    PromiseManners,
    Urgency,
)
from promisedesk.promises.models.policies import (
    DEFAULT_TARGET,
    Calendar,
    CalendarVersion,
    PromisePolicy,
)

__all__ = [
    "DEFAULT_TARGET",
    "Absence",
    "AbsenceTold",
    "AgentLetter",
    "Calendar",
    "CalendarVersion",
    "Compensation",
    "Duty",
    "EscalationStep",
    "Pace",
    "Promise",
    "PromiseManners",
    "PromisePolicy",
    "PromiseQuerySet",
    "Reminder",
    "Urgency",
]
