"""What there is to do for each kind of promise: its sign, and the word on the button."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Way:
    icon: str
    label: LazyText | str  # what was promised: "Call"
    verb: LazyText | str  # what to do next: "Call"


WAYS = {
    "answer": Way("reply", _("Answer"), pgettext_lazy("what to do", "Answer")),
    "call": Way("phone", _("Call"), pgettext_lazy("what to do", "Call")),
    "refund": Way("card", _("Refund"), pgettext_lazy("what to do", "Refund")),
    "ship": Way("truck", _("Shipment"), pgettext_lazy("what to do", "Ship")),
    "other": Way("flag", _("Something else"), pgettext_lazy("what to do", "Do it")),
    "resolution": Way("check", _("Resolution"), pgettext_lazy("what to do", "Settle it")),
}
