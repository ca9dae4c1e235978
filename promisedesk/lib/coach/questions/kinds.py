"""Which kind of answer a question wants, and how well a sentence is one."""

from __future__ import annotations

from .model import Kind, Unit

_EVIDENCE: dict[Kind, dict[str, float]] = {
    Kind.WHEN: {"time": 1.0, "number": 0.3, "": 0.2},
    Kind.PRICE: {"money": 1.0, "number": 0.4, "refuses": 0.5, "": 0.2},
    Kind.COUNT: {"number": 1.0, "time": 0.9, "": 0.3},
    Kind.WHERE: {"spot": 1.0, "place": 0.8, "link": 1.0, "how": 0.8, "phone": 0.7, "": 0.6},
    Kind.STATUS: {"time": 1.0, "deed": 1.0, "will": 1.0, "spot": 1.0, "link": 1.0, "": 0.7},
    Kind.WHO: {"phone": 1.0, "link": 1.0, "pointed": 1.0, "money": 1.0, "": 0.8},
    Kind.WHY: {"reason": 1.0, "refuses": 0.7, "": 0.65},
    Kind.HOW: {"how": 1.0, "link": 1.0, "pointed": 1.0, "deed": 0.7, "will": 0.6, "": 0.6},
    Kind.WHICH: {"": 0.8, "link": 1.0, "number": 0.9},
    Kind.YES_NO: {"yes": 1.0, "no": 1.0, "refuses": 0.9, "will": 0.9, "deed": 0.9, "": 0.8},
    Kind.REQUEST: {"deed": 1.0, "will": 0.9, "yes": 1.0, "no": 1.0, "refuses": 0.9, "": 0.75},
    Kind.ANY: {"deed": 1.0, "will": 1.0, "how": 0.9, "refuses": 0.8, "": 0.5},
}
# What answers without a word about the topic: "On Thursday."
BY_KIND_ALONE: dict[Kind, frozenset[str]] = {
    Kind.WHEN: frozenset({"time"}),
    Kind.PRICE: frozenset({"money"}),
    Kind.COUNT: frozenset({"number", "time"}),
    Kind.WHERE: frozenset({"spot", "link", "how"}),
    Kind.STATUS: frozenset({"time", "deed", "will", "spot", "link"}),
    Kind.WHO: frozenset({"phone", "link", "later", "money"}),  # "who pays?"
    Kind.WHY: frozenset({"reason"}),
    Kind.HOW: frozenset({"how", "link"}),
    Kind.WHICH: frozenset({"number", "short"}),
    Kind.YES_NO: frozenset({"yes", "no", "refuses"}),
    Kind.REQUEST: frozenset({"deed", "yes", "no", "will", "refuses"}),
    Kind.ANY: frozenset({"deed", "will", "how", "refuses", "time", "money", "link"}),
}


def evidence(kind: Kind, unit: Unit) -> float:
    """0 to 1: a sentence that asks is no answer, a time is one to "when"."""
    if "asks" in unit.marks:
        return 0.0
    table = _EVIDENCE[kind]
    return max(table[""], *(weight for mark, weight in table.items() if mark in unit.marks), 0.0)
