"""The coach beside the box: lines that mend themselves, and stops that take a reason."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from promisedesk.coach import levels
from promisedesk.coach.models import Dismissal, OwnWord
from promisedesk.conversations.models import Message

PLAIN = "It left today and comes on Friday."


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def asked(cast):
    return cast.hears().conversation


@pytest.fixture
def here(asked):
    return f"/inbox/all/{asked.public_id}/"


def lines(html: str) -> list[str]:
    return re.findall(r'<li data-v="(\w+)"', html)


def test_what_could_be_better_is_said_with_a_click_that_mends_it(client, here):
    html = client.post(f"{here}coach/", {"text": PLAIN}).content.decode()
    assert "warn" in lines(html)
    edits = [
        json.loads(one.replace("&quot;", '"'))
        for one in re.findall(r'data-coach-mend="([^"]*)"', html)
    ]
    assert any("Clara" in text for edit in edits for _start, _end, text, _subject in edit)
    assert Dismissal.objects.count() == 0


def test_line_ends_of_forms_do_not_shift_the_marks(client, here):
    text = "Hello Clara,\r\n\r\nit left today, {customer.company} knows."
    html = client.post(f"{here}coach/", {"text": text}).content.decode()
    found = [json.loads(one) for one in re.findall(r'data-spans="([^"]*)"', html)]
    plain = text.replace("\r\n", "\n")
    assert [
        [start, end]
        for spans in found
        for start, end in spans
        if plain[start:end] == "{customer.company}"
    ]


def test_a_hint_is_put_aside_with_a_reason(client, here, asked):
    html = client.post(f"{here}coach/", {"text": PLAIN}).content.decode()
    key = next(one for one in re.findall(r'data-coach-aside="([^"]*)"', html) if "greeting" in one)
    refused = client.post(f"{here}coach/aside/", {"text": PLAIN, "key": key, "reason": " "})
    assert refused.status_code == 422
    done = client.post(f"{here}coach/aside/", {"text": PLAIN, "key": key, "reason": "We chat"})
    assert key not in done.content.decode()
    assert "1 put aside" in done.content.decode()
    client.post(f"{here}reply/", {"text": PLAIN})
    kept = Dismissal.objects.get()
    assert (kept.code.partition(".")[0], kept.reason) == ("greeting", "We chat")
    assert kept.message == Message.objects.get(direction="out", automatic=False)


def test_what_goes_over_several_lines_is_put_aside_too(client, here):
    text = "Hello Clara,\r\n\r\nBest regards"  # as forms send it, and the key with it
    html = client.post(f"{here}coach/", {"text": text}).content.decode()
    key = next(one for one in re.findall(r'data-coach-aside="([^"]*)"', html) if "empty" in one)
    typed = {"text": text, "key": key.replace("\n", "\r\n"), "reason": "They wait for no more"}
    assert key not in client.post(f"{here}coach/aside/", typed).content.decode()
    assert Dismissal.objects.get().code == "empty.body"


def test_of_a_thousand_hints_the_heaviest_are_shown(client, here):
    html = client.post(f"{here}coach/", {"text": "what?! " * 1000 + "[order number] " * 50})
    found = lines(html.content.decode())
    assert len(found) == 30
    assert found[0] == "fail"
    stopped = client.post(f"{here}reply/", {"text": "Hello Clara, " + "[order number] " * 50})
    assert stopped.content.decode().count("<q>· “[order number]”</q>") <= 10


def test_a_long_sentence_is_quoted_by_its_beginning(client, here):
    words = " ".join(["which", "we", "sent", "to", "the", "shop"] * 12)
    page = client.post(f"{here}coach/", {"text": f"Hello Clara,\n\nthe parcel, {words}.\n"})
    html = page.content.decode()
    assert "“the parcel, which we sent" in html
    assert "…”" in html
    assert words not in html


def test_putting_aside_reads_the_letter_once(client, here):
    html = client.post(f"{here}coach/", {"text": PLAIN}).content.decode()
    key = next(one for one in re.findall(r'data-coach-aside="([^"]*)"', html) if "greeting" in one)
    with CaptureQueriesContext(connection) as seen:
        client.post(f"{here}coach/aside/", {"text": PLAIN, "key": key, "reason": "We chat"})
    assert sum("coach_dismissal" in one["sql"] for one in seen if "SELECT" in one["sql"]) == 1


def test_a_word_is_added_to_the_dictionary(client, here):
    assert client.post(f"{here}coach/words/", {"text": PLAIN, "word": "Kettly"}).status_code == 200
    assert OwnWord.objects.get().word == "kettly"
    assert client.post(f"{here}coach/words/", {"text": PLAIN, "word": "a b"}).status_code == 422


def test_only_one_word_is_offered_to_the_dictionary(client, here):
    text = PLAIN + " You should of had it, and the the lid tommorow."
    html = client.post(f"{here}coach/", {"text": text}).content.decode()
    assert "should have" in html
    assert re.findall(r'data-coach-word="([^"]*)"', html) == ["tommorow"]


def test_a_stop_asks_once_and_takes_a_reason(cast, client, here, asked):
    levels.change(levels={"greeting": "stop"}, by=cast.ada)
    refused = client.post(f"{here}reply/", {"text": PLAIN})
    assert refused.status_code == 422
    html = refused.content.decode()
    assert "Send it all the same, because" in html
    assert PLAIN in html
    assert not asked.messages.filter(direction="out", automatic=False).exists()
    client.post(f"{here}reply/", {"text": PLAIN, "coach_reason": "They know us"})
    assert asked.messages.get(direction="out", automatic=False).text == PLAIN
    assert Dismissal.objects.get().reason == "They know us"


def test_a_stop_takes_a_reason_where_it_is_put_off_without_scripts(cast, client, here, asked):
    levels.change(levels={"greeting": "stop"}, by=cast.ada)
    client.post(f"{here}later/", {"text": PLAIN})  # kept as the draft
    soon = {"send_at": (now() + timedelta(hours=2)).isoformat()}
    refused = client.post(f"{here}later/", soon)
    assert refused.status_code == 422
    assert "Send it all the same, because" in refused.content.decode()
    assert not asked.scheduled.exists()
    client.post(f"{here}later/", {**soon, "coach_reason": "They know us"})
    assert asked.scheduled.get().text == PLAIN
    assert Dismissal.objects.get().reason == "They know us"


def test_no_reason_helps_against_a_gap(client, here, asked):
    text = "Hello {customer.name}, it left today."
    answer = client.post(f"{here}reply/", {"text": text, "coach_reason": "It must go"})
    assert answer.status_code == 422
    assert "is not filled in" in answer.content.decode()


def test_notes_are_not_coached(client, here, asked):
    client.post(f"{here}note/", {"text": "card 4111 1111 1111 1111"})
    assert asked.messages.filter(direction="note").exists()


def test_light_agents_have_no_coach(cast, signed_in, asked, here):
    cast.anna.role = "light"
    cast.anna.save()
    assert signed_in(cast.anna).post(f"{here}coach/", {"text": PLAIN}).status_code == 403
