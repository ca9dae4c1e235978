"""A stopped rule is a part that does not work, until somebody looked after it."""

from promisedesk.core import alarms, health
from promisedesk.ops.checks.alarms import alarming
from promisedesk.rules import making
from promisedesk.rules.models import Rule
from promisedesk.rules.tests.acting import adding, rule


def parts() -> list[health.Part]:
    return [part for part in health.parts() if part.kind == "rule"]


def test_a_stopped_rule_is_told_until_it_is_switched(cast):
    made = rule("tagged", [adding("Hot")], name="Heat up")
    assert parts() == []
    made = Rule.objects.get(pk=made.pk)
    made.is_active, made.stopped_because = False, "circle PARCEL22"
    made.save()
    (part,) = parts()
    assert (part.name, part.state) == ("Heat up", health.DEGRADED)
    assert "PARCEL22" in part.detail
    assert alarms.sentence("rule Heat up") == "The rule “Heat up” was stopped: it went in circles."
    assert any("Heat up" in finding.says for finding in alarming())
    making.switch_off(made, by=cast.ada)
    assert parts() == []
