"""What is promised to whom: the settings, and what they do to the next question."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from promisedesk.conversations import deliveries, replying
from promisedesk.promises.models import Promise, PromisePolicy

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
VIP = {
    "name": "VIP within an hour",
    "field-0": "language",
    "was-0": "language",
    "op-0": "is",
    "value-0": "pl",
    "target": "1 working hour",
    "save": "1",
}


@pytest.fixture(autouse=True)
def clock(db):
    with time_machine.travel(MONDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def admin(cast, signed_in):
    return signed_in(cast.ada)


def due(cast, **fields) -> datetime:
    return Promise.objects.get(asked_by=cast.hears(**fields), kind="answer").due_at


def test_the_first_that_fits_counts_and_else_the_inboxs_own(admin, cast):
    assert admin.post("/settings/promises/new/", VIP).status_code == 302
    later = VIP | {"name": "Poles in two hours", "target": "2 working hours"}
    admin.post("/settings/promises/new/", later)
    assert due(cast, language="pl", address="ola@customer.example") == MONDAY_NOON + HOUR
    assert due(cast, address="tom@customer.example") == MONDAY_NOON + 24 * HOUR
    second = PromisePolicy.objects.get(name="Poles in two hours")
    admin.post(f"/settings/promises/{second.public_id}/place/", {"do": "up"})
    assert due(cast, language="pl", address="ewa@customer.example") == MONDAY_NOON + 2 * HOUR


def test_a_change_moves_no_promise_that_was_made(admin, cast):
    admin.post("/settings/promises/new/", VIP)
    due(cast, language="pl", address="ola@customer.example")
    policy = PromisePolicy.objects.get(inbox=None)
    admin.post(f"/settings/promises/{policy.public_id}/", VIP | {"target": "1 working day"})
    assert [one.due_at for one in Promise.objects.all()] == [MONDAY_NOON + HOUR]
    admin.post(f"/settings/promises/{policy.public_id}/place/", {"do": "remove"})
    assert [one.due_at for one in Promise.objects.all()] == [MONDAY_NOON + HOUR]


def test_switched_off_it_promises_nothing(admin, cast):
    admin.post("/settings/promises/new/", VIP)
    policy = PromisePolicy.objects.get(inbox=None)
    admin.post(f"/settings/promises/{policy.public_id}/place/", {"do": "off"})
    assert due(cast, language="pl") == MONDAY_NOON + 24 * HOUR


def test_rounded_down_the_promise_itself_is_what_is_said(admin, cast, clock):
    url = f"/settings/promises/inbox/{cast.help.public_id}/"
    calendar = cast.help.policy.calendar_id
    posted = {"target": "4 working hours", "calendar": calendar, "rounds_to": "30"}
    assert admin.post(url, posted).status_code == 302
    clock.move_to(MONDAY_NOON + timedelta(minutes=17, seconds=8))
    assert due(cast) == MONDAY_NOON + 4 * HOUR


def test_the_first_answer_and_those_after_it_may_differ(admin, cast, clock):
    url = f"/settings/promises/inbox/{cast.help.public_id}/"
    calendar = cast.help.policy.calendar_id
    posted = {"target": "1 working hour", "next_target": "4 working hours", "calendar": calendar}
    admin.post(url, posted)
    question = cast.hears()
    answer = replying.reply(question.conversation, "It is red.", by=cast.anna)
    deliveries.sent(answer.delivery)
    clock.shift(HOUR)
    token = question.conversation.reply_token
    assert due(cast, text="And the lid?", reply_token=token) == MONDAY_NOON + 5 * HOUR


def test_what_makes_no_sense_is_refused_and_kept(admin):
    posted = VIP | {"target": "", "name": "Nothing"}
    page = admin.post("/settings/promises/new/", posted)
    assert page.status_code == 422
    assert 'value="Nothing"' in page.content.decode()
    assert not PromisePolicy.objects.filter(inbox=None).exists()


def test_it_says_what_is_promised_in_words(admin, cast):
    admin.post("/settings/promises/new/", VIP)
    page = admin.get("/settings/promises/").content.decode()
    assert "VIP within an hour" in page
    assert "First answer: within 1 working hour" in page
    assert "Language" in page


@pytest.mark.parametrize(
    ("hours", "asked_at", "fits"),
    [
        ("open", MONDAY_NOON, True),
        ("open", MONDAY_NOON + 10 * HOUR, False),
        ("closed", MONDAY_NOON, False),
        ("closed", MONDAY_NOON + 10 * HOUR, True),
        ("manned", MONDAY_NOON, False),  # the admin is none of those who answer there
    ],
)
def test_it_may_count_only_at_some_hours(admin, cast, clock, hours, asked_at, fits):
    posted = {"name": "Hours", "hours": hours, "target": "1 hour", "save": "1"}
    admin.post("/settings/promises/new/", posted)
    clock.move_to(asked_at)
    assert (due(cast) == asked_at + HOUR) is fits
    assert admin.get("/inbox/all/").status_code == 200


def test_what_sounds_urgent_is_promised_as_such(admin, cast):
    urgent = {"name": "Urgent", "field-0": "priority", "was-0": "priority", "op-0": "is"}
    urgent |= {"value-0": "urgent", "target": "1 working hour", "save": "1"}
    admin.post("/settings/promises/new/", urgent)
    assert due(cast, text="My account was hacked!") == MONDAY_NOON + HOUR
    assert due(cast, address="tom@customer.example") == MONDAY_NOON + 24 * HOUR


@pytest.mark.parametrize(
    ("typed", "kept"), [("6 working hours", "6 working hours"), ("2 рабочих дня", "2 working days")]
)
def test_a_target_that_is_not_on_the_list_is_typed(admin, typed, kept):
    typed = VIP | {"target": "other", "target-other": typed}
    assert admin.post("/settings/promises/new/", typed).status_code == 302
    policy = PromisePolicy.objects.get(inbox=None)
    assert policy.target == kept
    page = admin.get(f"/settings/promises/{policy.public_id}/").content.decode()
    assert f'<option value="{kept}" selected>' in page


@pytest.mark.parametrize("typed", ["", "soon", "0 hours", "99999 days"])
def test_a_target_that_says_no_time_is_refused_where_it_was_typed(admin, typed):
    answer = admin.post("/settings/promises/new/", VIP | {"target": "other", "target-other": typed})
    assert answer.status_code == 422
    assert answer.context["form"].errors["target"]
    page = answer.content.decode()
    assert '<option value="other" selected>' in page
    assert f'name="target-other" value="{typed}"' in page
    assert not PromisePolicy.objects.filter(inbox=None).exists()


def test_an_inbox_may_promise_what_is_typed(admin, cast):
    url = f"/settings/promises/inbox/{cast.help.public_id}/"
    calendar = cast.help.policy.calendar_id
    typed = {"target": "other", "target-other": "within 90 minutes", "calendar": calendar}
    assert admin.post(url, typed).status_code == 302
    assert due(cast) == MONDAY_NOON + timedelta(minutes=90)
    assert "90 minutes" in admin.get("/settings/inboxes/").content.decode()
