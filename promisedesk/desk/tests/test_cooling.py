"""Heat on the page: angry mails are said to be, heated answers wait in sight."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.api.tests.conftest import Caller
from promisedesk.coach import heat, levels
from promisedesk.coach.models import Cooling
from promisedesk.conversations.models import Conversation, Message, Tag
from promisedesk.replies import macros, scheduling
from promisedesk.replies.macros import Wording
from promisedesk.replies.models import Draft, Scheduled

ANGRY = "This is outrageous! You are liars, I have had enough of your useless shop!"
HEATED = "Hello Clara,\n\nYou should have read the instructions. It is your own fault.\n\nAnna"
KIND = "Hello Clara,\n\nI am sorry that it went so wrong. The parcel leaves today.\n\nAnna"


@pytest.fixture
def jens(cast, signed_in):
    return signed_in(cast._agent("Jens Dahl", "agent", cast.orders))


@pytest.fixture
def angry(cast):
    conversation = cast.hears(ANGRY).conversation
    heat.read_due()
    return Conversation.objects.get(pk=conversation.pk)


@pytest.fixture
def here(angry):
    return f"/inbox/all/{angry.public_id}/"


def page(client, url):
    return client.get(url).content.decode()


def test_the_thread_says_by_which_words_it_is_angry_and_what_helps(anna, here):
    html = page(anna, here)
    assert "Sounds angry" in html
    assert "“You are liars”" in html
    assert "Promise the rest with a day, and keep it." in html


def test_the_list_marks_it_until_it_is_resolved(anna, angry):
    assert 'class="angry"' in page(anna, "/inbox/all/")
    Conversation.objects.update(state="resolved")
    assert 'class="angry"' not in page(anna, "/inbox/resolved/")


def test_a_click_says_it_is_not_angry(anna, angry, here):
    message = angry.messages.get(direction="in")
    html = anna.post(f"{here}heat/{message.public_id}/", follow=True).content.decode()
    assert "Sounds angry" not in html
    assert "Anna Kowalska says the customer is not angry" in html
    assert 'class="angry"' not in html
    assert anna.post(f"{here}heat/nonsense/").status_code == 404


def test_the_panel_says_that_it_will_be_held_and_why(anna, here):
    html = anna.post(f"{here}coach/", {"text": HEATED}).content.decode()
    assert "It is held for 10 minutes: the customer is angry" in html
    assert "It is held" not in anna.post(f"{here}coach/", {"text": KIND}).content.decode()


def test_a_heated_answer_is_held_in_sight_and_can_be_taken_back(anna, angry, here):
    html = anna.post(f"{here}reply/", {"text": HEATED}, follow=True).content.decode()
    assert "It cools off and is sent" in html
    assert "Cooling off until" in html
    assert "data-cools=" in html
    assert not Message.objects.filter(direction="out", automatic=False).exists()
    row = Scheduled.objects.get()
    html = anna.post(f"{here}later/{row.public_id}/", {"take_back": "1"}, follow=True)
    assert "own fault" in html.content.decode()
    assert Draft.objects.get().text == HEATED


def test_taken_back_it_has_its_macros_ticked_again(anna, cast, here, angry):
    doing = [{"do": "tag", "add": [Tag.objects.create(name="Sets").public_id]}]
    macro = macros.add(Wording("Sets", texts={"en": "Hello"}, actions=doing), by=cast.mona)
    anna.post(f"{here}reply/", {"text": HEATED, "macro": [macro.public_id, "none of ours"]})
    row = Scheduled.objects.get()
    shown = anna.post(f"{here}later/{row.public_id}/", {"take_back": "1"}, follow=True)
    assert f'name="macro" value="{macro.public_id}" checked' in shown.content.decode()
    assert not angry.tags.exists()


def test_its_writer_may_send_it_now_when_asked_once(anna, here):
    anna.post(f"{here}reply/", {"text": HEATED})
    row = Scheduled.objects.get()
    assert "Does it help them as it is?" in page(anna, here)
    assert (
        "It leaves now."
        in anna.post(
            f"{here}cooling/{row.public_id}/", {"send_now": "1"}, follow=True
        ).content.decode()
    )
    assert scheduling.send_due() == 1
    assert Message.objects.get(direction="out", automatic=False).text == HEATED


def test_another_time_is_no_way_around(anna, here):
    anna.post(f"{here}reply/", {"text": HEATED})
    row = Scheduled.objects.get()
    soon = (now() + timedelta(minutes=2)).isoformat()
    html = anna.post(f"{here}later/{row.public_id}/", {"send_at": soon}, follow=True)
    assert "It cools off." in html.content.decode()
    row.refresh_from_db()
    assert row.send_at > now() + timedelta(minutes=5)


def test_an_answer_for_later_cools_off_too(anna, here):
    soon = (now() + timedelta(minutes=2)).isoformat()
    anna.post(f"{here}reply/", {"text": HEATED, "send_at": soon})
    assert Cooling.objects.get().letter.send_at > now() + timedelta(minutes=5)


def test_so_does_one_put_off_on_the_page_without_scripts(anna, angry, here):
    Draft.objects.create(conversation=angry, agent_id=anna.session["_auth_user_id"], text=HEATED)
    soon = (now() + timedelta(minutes=2)).isoformat()
    anna.post(f"{here}later/", {"send_at": soon})
    assert Cooling.objects.exists()
    assert not Draft.objects.exists()


def test_a_colleague_lets_it_go_or_gives_it_back(cast, anna, jens, here):
    levels.change(wants_second_eyes=True, by=cast.ada)
    html = anna.post(f"{here}reply/", {"text": HEATED}, follow=True).content.decode()
    assert "Your answer waits for a second pair of eyes." in html
    assert "send it" not in html
    row = Scheduled.objects.get()
    refused = anna.post(f"{here}cooling/{row.public_id}/", {"send_now": "1"}, follow=True)
    assert "A colleague reads it first." in refused.content.decode()
    assert "Anna Kowalska asks you to read an answer to Clara Holm" in page(jens, "/notices/")
    html = page(jens, here)
    assert "It is right: send it" in html
    assert "own fault" in html
    back = {"give_back": "1", "text": KIND, "note": "She waited for weeks."}
    html = jens.post(f"{here}cooling/{row.public_id}/", back, follow=True).content.decode()
    assert "Anna Kowalska has it back as a draft." in html
    assert "She waited for weeks." in html
    assert "Jens Dahl gave your answer to Clara Holm back" in page(anna, "/notices/")
    assert Draft.objects.get(agent=cast.anna).text == KIND


def test_what_is_not_there_is_not_found(anna, here):
    assert anna.post(f"{here}cooling/nonsense/", {"send_now": "1"}).status_code == 404
    anna.post(f"{here}reply/", {"text": HEATED})
    row = Scheduled.objects.get()
    assert anna.post(f"{here}cooling/{row.public_id}/", {}).status_code == 404


def test_who_does_not_see_it_cannot_let_it_go(cast, anna, signed_in, here):
    levels.change(wants_second_eyes=True, by=cast.ada)
    anna.post(f"{here}reply/", {"text": HEATED})
    row = Scheduled.objects.get()
    boris = signed_in(cast.boris)
    assert boris.post(f"{here}cooling/{row.public_id}/", {"send_now": "1"}).status_code == 404


def test_a_view_of_angry_customers_can_be_kept(anna, angry, cast):
    cast.hears("When is the kettle back?", address="dora@customer.example", name="Dora")
    chosen = {"name": "Angry", "save": "1", "field-0": "mood", "op-0": "is", "value-0": "angry"}
    answer = anna.post("/inbox/views/", chosen, follow=True)
    html = answer.content.decode()
    assert "Clara Holm" in html
    assert len(re.findall(r'class="conv"', html)) == 1


def test_programs_are_told_the_mood_and_are_not_held(cast, angry):
    caller = Caller(cast.anna)
    assert caller.get(f"conversations/{angry.public_id}").json()["mood"] == "angry"
    letter = {"direction": "out", "text": HEATED}
    sent = caller.post(f"conversations/{angry.public_id}/messages", letter)
    assert sent.status_code == 201, sent.content
    assert sent.json()["mood"] is None
    assert not Scheduled.objects.exists()
