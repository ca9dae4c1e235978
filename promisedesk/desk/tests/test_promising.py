"""Promises in a conversation, through its pages."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils.html import escape
from django.utils.timezone import now

from promisedesk.conversations import deliveries, giving_out, replying
from promisedesk.conversations.models import Conversation, Message
from promisedesk.promises import breaking, committing, forecasting, policies, renewing
from promisedesk.promises.committing import Pledge
from promisedesk.promises.models import Pace, Promise


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def asked(cast):
    return cast.hears().conversation


@pytest.fixture
def here(asked):
    return f"/inbox/all/{asked.public_id}/"


@pytest.fixture
def promise(asked):
    return Promise.objects.get()


@pytest.fixture
def call(cast, asked):
    pledge = Pledge("call", "I'll call you tomorrow", now() + timedelta(days=1))
    return committing.commit(asked, [pledge], by=cast.anna)[0]


def test_the_bar_offers_a_new_time_for_the_answer(client, cast, here, promise):
    page = client.get(here).content.decode()
    assert f"promises/{promise.public_id}/renewal/" in page
    assert 'title="Promised for ' in page.split('class="promise-bar"')[1]
    form = client.get(f"{here}promises/{promise.public_id}/renewal/").content.decode()
    assert "Before we close today" in form or "The next open day" in form


def test_a_new_time_is_told_and_shown(client, cast, here, promise, asked):
    until = (now() + timedelta(days=2)).isoformat()
    posted = {"until": until, "says": "The supplier is slow.", "because": "slow"}
    answer = client.post(f"{here}promises/{promise.public_id}/renewal/", posted, follow=True)
    page = answer.content.decode()
    assert "The customer is being told" in page
    assert "Anna Kowalska gave a new promise: by" in page
    assert "because “slow”" in page
    letter = Message.objects.get(automatic=True, agent=cast.anna)
    assert "The supplier is slow." in letter.text


def test_a_time_that_is_past_is_refused_and_what_was_typed_stays(client, cast, here, promise):
    posted = {"until": "", "date": "2020-01-01", "time": "10:00", "says": "Slow, sorry."}
    answer = client.post(f"{here}promises/{promise.public_id}/renewal/", posted)
    assert answer.status_code == 422
    assert "Slow, sorry." in answer.content.decode()
    assert Promise.objects.count() == 1


def test_a_promise_in_words_stands_in_the_bar_and_is_done(client, cast, here, call):
    page = client.get(here).content.decode()
    assert "I&#x27;ll call you tomorrow" in page
    client.post(f"{here}promises/{call.public_id}/done/")
    call.refresh_from_db()
    assert call.state == "kept"


def test_it_can_be_said_that_it_was_none(client, cast, here, call):
    url = f"{here}promises/{call.public_id}/withdrawal/"
    assert client.post(url, {"because": ""}).status_code == 422
    client.post(url, {"because": "She wrote that all is well."})
    call.refresh_from_db()
    assert call.state == "withdrawn"


def test_something_more_is_promised(client, cast, here, asked):
    due_at = now() + timedelta(days=1)
    posted = {"deed": "callback", "says": "about the lid", "until": due_at.isoformat()}
    client.post(f"{here}promises/", posted)
    made = Promise.objects.get(kind="callback")
    assert (made.deed, made.says, made.due_at) == ("call", "about the lid", due_at)


def test_a_call_that_was_taken_answers(client, cast, here, promise, asked):
    page = client.post(f"{here}call/", {"outcome": "reached", "text": "It is on its way."})
    page = client.get(here).content.decode()
    assert 'data-from="call"' in page
    promise.refresh_from_db()
    assert promise.state == "kept"
    assert Conversation.objects.get(pk=asked.pk).state == "waiting"


def test_a_call_nobody_took_answers_nothing(client, cast, here, promise):
    client.post(f"{here}call/", {"outcome": "missed", "text": ""})
    promise.refresh_from_db()
    assert promise.state == "running"
    page = client.get(here).content.decode()
    assert "Call, nobody answered" in page
    assert "(no text)</p>" not in page


def test_a_call_without_a_word_is_refused(client, cast, here):
    assert client.post(f"{here}call/", {"outcome": "reached", "text": " "}).status_code == 422


def test_who_only_reads_is_offered_nothing(signed_in, cast, here, promise):
    cast.mona.role = "light"
    cast.mona.save()
    page = signed_in(cast.mona).get(here).content.decode()
    assert "renewal" not in page


def test_a_refused_form_keeps_what_was_chosen(client, here, promise):
    url = f"{here}promises/{promise.public_id}/renewal/"
    form = client.post(url, {"until": "", "date": "", "says": "Slow."}).content.decode()
    assert 'value="" checked> Another time' in form
    assert "Slow.</textarea>" in form


def test_more_than_three_promises_are_folded(client, cast, asked, here):
    due = [now() + timedelta(days=day) for day in (1, 2, 3)]
    committing.commit(asked, [Pledge("other", f"The {at:%A}", at) for at in due], by=cast.anna)
    page = client.get(here).content.decode()
    assert page.index("promise-rest") < page.index(f"The {due[-1]:%A}</q>")
    assert page.count('data-key="p"') == 1


def test_a_call_back_is_offered_for_when_the_policy_says(client, cast, here, asked):
    assert "as the policy says" not in client.get(f"{here}promises/").content.decode()
    policies.set_policy(cast.help, calendar=policies.default_calendar(), callback_target="2 hours")
    form = client.get(f"{here}promises/").content.decode()
    assert "A call back, as the policy says" in form


def test_the_history_says_who_why_and_which(client, cast, here, promise, asked, call):
    renewing.renew(promise, now() + timedelta(days=3), by=None, is_told=False)
    committing.withdraw(call, by=cast.anna, because="sent already")
    page = client.get(here).content.decode()
    assert "New promise: by" in page
    assert re.search(r"Anna Kowalska withdrew the promise of [^<]+, because “sent already”", page)
    deliveries.sent(replying.reply(asked, "Here it is.", by=cast.mona).delivery)
    page = client.get(here).content.decode()
    assert re.search(r"Mona Berg kept the promise of \w+ \d", page)


def test_a_missed_one_says_its_time_once(client, cast, here, promise):
    with time_machine.travel(promise.due_at + timedelta(minutes=5), tick=False):
        breaking.break_due()
        line = client.get(here).content.decode().split("Missed: no answer was there")[1][:200]
    assert line.count("<time") == 1


WORDS = "She is content. I will call you again tomorrow at 10."


def test_what_is_promised_on_the_phone_is_found_and_kept(client, cast, here, asked):
    chips = client.post(f"{here}pledges/", {"text": WORDS}).content.decode()
    assert "Promise: <b>Call</b>" in chips
    assert f'data-pledges="{here}pledges/"' in client.get(f"{here}call/").content.decode()
    client.post(f"{here}call/", {"outcome": "reached", "text": WORDS})
    promise = Promise.objects.get(kind="commitment")
    assert (promise.deed, promise.agent, promise.state) == ("call", cast.anna, "running")
    assert promise.told_at is not None


def test_a_call_is_written_down_in_the_callers_language(client, cast, here, asked):
    Conversation.objects.filter(pk=asked.pk).update(language="pl")
    client.post(f"{here}call/", {"outcome": "reached", "text": WORDS})
    assert Promise.objects.get(kind="commitment").deed == "call"


def test_a_chip_without_its_tick_is_no_promise_of_a_call_either(client, here):
    chips = client.post(f"{here}pledges/", {"text": WORDS}).content.decode()
    key = re.search(r'name="pledge_seen" value="(\w+)"', chips)[1]
    client.post(f"{here}call/", {"outcome": "reached", "text": WORDS, "pledge_seen": key})
    assert not Promise.objects.filter(kind="commitment").exists()


def test_a_call_nobody_took_promises_nothing_and_is_no_answer(client, cast, here, asked):
    client.post(f"{here}call/", {"outcome": "missed", "text": WORDS})
    assert not Promise.objects.filter(kind="commitment").exists()
    assert giving_out.who_knows(asked) == []
    client.post(f"{here}call/", {"outcome": "reached", "text": "All is well."})
    assert [one.times for one in giving_out.who_knows(asked)] == [1]


def test_the_letter_of_a_new_time_is_read_first_and_nothing_is_sent(client, here, promise):
    url = f"{here}promises/{promise.public_id}/renewal/"
    posted = {"until": (now() + timedelta(days=2)).isoformat(), "says": "The supplier is slow."}
    page = client.post(url, posted | {"letter": "1"}).content.decode()
    assert "The supplier is slow.</textarea>" in page
    letter = page.split('class="letter-text"')[1].split("</p>")[0]
    assert "We promised you an answer by" in letter
    assert "The supplier is slow." in letter
    assert not Promise.objects.exclude(renews=None).exists()
    client.post(url, posted)
    sent = Promise.objects.exclude(renews=None).get().told_by.text
    assert escape(sent.split("You will have")[1]) in letter


@pytest.mark.parametrize("until", ["9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+10:00"])
def test_no_letter_is_shown_of_a_time_that_cannot_be_promised(client, here, promise, until):
    url = f"{here}promises/{promise.public_id}/renewal/"
    answer = client.post(url, {"until": until, "letter": "1", "says": "Slow, sorry."})
    assert answer.status_code == 422
    assert "within the next year" in answer.content.decode()
    assert "Slow, sorry.</textarea>" in answer.content.decode()


def test_the_form_says_what_becomes_of_the_old_promise(client, here, promise):
    url = f"{here}promises/{promise.public_id}/renewal/"
    assert "counts as renewed, not as missed" in client.get(url).content.decode()
    with time_machine.travel(promise.due_at + timedelta(minutes=1), tick=False):
        assert ", and missed. That stays in the ledger" in client.get(url).content.decode()


def test_the_honest_time_is_offered_first(client, cast, here, promise):
    for number in range(30):
        cast.hears(text=f"Question {number}", address=f"someone{number}@customer.example")
    slow = {"rates": [[1.0] * 24] * 7, "by_day": 1.0, "by_week": 0.0, "lately": 1.0, "answers": 99}
    Pace.objects.create(key=forecasting.pool_of(cast.help), data=slow)
    last = Promise.objects.order_by("pk").last()
    there = f"/inbox/all/{last.conversation.public_id}/promises/{last.public_id}/renewal/"
    form = client.get(there).content.decode()
    assert "As you answer at the present pace" in form
    assert form.index("As you answer at") < form.index("In an hour of opening time")
