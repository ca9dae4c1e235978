"""Every ability asks the policy whether its `by` may: read from the source, none forgotten."""

import ast
from pathlib import Path

import pytest

import promisedesk
from promisedesk.agents.models import Agent
from promisedesk.agents.rights import DEEDS, Deed, demand, may
from promisedesk.core.errors import Refused

HERE = Path(promisedesk.__file__).parent
ROOMS = ["agents", "contacts", "conversations", "promises", "replies", "rules", "channels", "api"]
ASKS = {"demand", "only_admins", "_only_admins_or_the_desk", "_demand_change", "_demand_to_change"}
ASKS |= {"_demand_to_own", "_demand_to_write", "_change"}
# Which ask nobody, and why that is right.
MAY = {
    "agents/factors.py:remove": "one's own",
    "agents/invitations.py:issue": "asks is_admin itself: nobody signed in may ask for one",
    "agents/noticing.py:notice": "tells others what was done",
    "agents/sessions.py:end": "one's own, else only admins",
    "contacts/merging.py:take_address": "by listeners, on behalf of what was demanded",
    "conversations/actions.py:perform": "each action is an ability, which asks",
    "conversations/assigning.py:hand_over": "by assign and give_to_team, which ask",
    "conversations/batches.py:do_one": "what is done is an ability, which asks",
    "conversations/mentioning.py:seen": "one's own mentions",
    "conversations/tagging.py:put": "by add and remove, which ask",
    "promises/absences.py:close_days": "by change_calendar, which asks",
    "promises/keeping.py:let_go": "with a merge, which asks",
    "promises/keeping.py:withdraw": "with what ends a conversation, which asks",
    "promises/keeping.py:owe_to_another": "with another customer, which asks",
    "promises/delays.py:preview": "writes nothing down",
    "promises/renewing.py:letter_for": "writes nothing down",
    "promises/delays.py:tell": "with a new time, which asks",
    "promises/keeping.py:make_good_before": "with what settles the promise, which asks",
    "promises/spam_returning.py:owe_again": "with “not spam”, which asks",
    "promises/recording.py:record_promise": "writes down",
    "promises/resolutions.py:follow": "with what changes the conversation, which asks",
    "replies/macros.py:after_sending": "by perform, whose actions ask",
    "replies/recipients.py:settle": "with a reply, which asks",
    "replies/sending.py:send": "by reply, which asks",
    "replies/sending.py:note": "by note, which asks",
    "rules/examples.py:use": "by add, which asks",
    "rules/silence.py:add": "by making.add, which asks",
    "rules/silence.py:change": "by making.change, which asks",
    "rules/silence.py:switch": "by making.switch_on, which asks",
    "rules/silence.py:remove": "by making.remove, which asks",
}


def abilities():
    """("room/file.py:verb", its source as a tree) of every public function with a `by=`."""
    for room in ROOMS:
        for path in sorted((HERE / room).rglob("*.py")):
            if "tests" in path.parts or "migrations" in path.parts:
                continue
            for one in ast.parse(path.read_text()).body:
                if not isinstance(one, ast.FunctionDef) or one.name.startswith("_"):
                    continue
                if any(arg.arg == "by" for arg in one.args.kwonlyargs):
                    yield f"{path.relative_to(HERE)}:{one.name}", one


def asks(ability: ast.FunctionDef) -> bool:
    calls = [one.func for one in ast.walk(ability) if isinstance(one, ast.Call)]
    return any(ast.unparse(one).split(".")[-1] in ASKS for one in calls)


def test_every_ability_asks_whether_they_may():
    silent = [name for name, ability in abilities() if not asks(ability) and name not in MAY]
    assert not silent, (
        "These change something for whoever calls them. Begin each with "
        "`demand(by, Deed.…)` (agents/rights.py), or say in MAY why not:\n" + "\n".join(silent)
    )


def test_the_exceptions_are_still_there():
    assert not set(MAY) - {name for name, _ability in abilities()}


@pytest.mark.parametrize("role", Agent.Role.values)
def test_each_role_may_what_the_lower_one_may(role):
    order = ["light", "agent", "manager", "admin"]
    lower = order[: order.index(role)]
    assert all(DEEDS[one] < DEEDS[role] for one in lower)


def test_a_light_agent_writes_notes_and_nothing_else():
    light = Agent(role="light")
    assert [deed for deed in Deed if may(light, deed)] == [Deed.NOTE]
    with pytest.raises(Refused, match="Your role does not allow this"):
        demand(light, Deed.ANSWER)


def test_a_closed_account_may_nothing_and_the_desk_itself_everything():
    gone = Agent(role="admin", is_active=False)
    assert not any(may(gone, deed) for deed in Deed)
    assert all(may(None, deed) for deed in Deed)
