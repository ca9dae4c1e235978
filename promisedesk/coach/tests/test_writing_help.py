"""Help with writing: what leaves, what comes back, and whatever may go wrong on the way."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.coach import answering, helping, jobs, wanting
from promisedesk.coach.models import Asked, WritingHelp
from promisedesk.coach.tests.language_server import ask_it
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.replies import macros

REPLY = "Clara, as I said: order KL-10425 leaves on Friday and costs 49.90 EUR. Be patient, Holm!"


@pytest.fixture
def on(cast, stand_in):
    return ask_it(stand_in, by=cast.ada, seconds=20, key="sk-secret-key")


@pytest.fixture
def asked(cast):
    return cast.hears().conversation


def answered(*args, **more) -> Asked:
    row = wanting.ask(*args, **more)
    assert answering.answer_due() == 1
    return Asked.objects.get(pk=row.pk)


def test_it_is_off_and_nothing_leaves_until_an_admin_says_so(cast, asked, stand_in):
    assert helping.offered() == ()
    with pytest.raises(Refused, match="switched off"):
        wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    assert jobs.answer_writing_help() == 0
    assert stand_in.heard == []


def test_a_softer_wording_comes_without_the_server_knowing_whose(cast, asked, on):
    on.says = lambda sent: sent[1]["content"].replace("Be patient, ", "Thank you for waiting, ")
    row = answered(asked, "softer", by=cast.anna, text=REPLY)
    assert row.answer == REPLY.replace("Be patient, ", "Thank you for waiting, ")
    assert (row.last_error, row.doubts, row.due_at) == ("", [], None)
    assert "KL-10425" not in on.told
    assert "Holm" not in on.told
    assert "Clara" in on.told
    assert "49.90" in on.told
    path, headers, body = on.heard[0]
    assert (path, headers["authorization"]) == ("/v1/chat/completions", "Bearer sk-secret-key")
    assert body["model"] == "small-1"
    assert [one["content"] for one in row.sent] == [one["content"] for one in body["messages"]]


def test_lost_and_new_facts_are_told(cast, asked, on):
    on.says = "Clara, your parcel [NUMBER_7] leaves on Monday."
    row = answered(asked, "shorter", by=cast.anna, text=REPLY)
    assert ["lost", "Friday"] in row.doubts
    assert ["lost", "49.90"] in row.doubts
    assert ["added", "Monday"] in row.doubts
    assert ["sign", "[NUMBER_7]"] in row.doubts


def test_an_answer_that_was_cut_says_so(cast, asked, on):
    on.finish = "length"
    assert ["cut", ""] in answered(asked, "softer", by=cast.anna, text=REPLY).doubts


def test_a_message_is_read_in_the_readers_language_and_stays_as_it_was(cast, asked, on):
    message = cast.hears("Gdzie jest moja paczka 77123?", language="pl")
    on.says = "Where is my parcel [NUMBER_1]?"
    row = answered(message.conversation, "read", by=cast.anna, message=message)
    assert row.answer == "Where is my parcel 77123?"
    assert "into natural English" in on.told
    message.refresh_from_db()
    assert message.text == "Gdzie jest moja paczka 77123?"
    assert Message.objects.filter(text=row.answer).count() == 0


def test_translating_goes_into_the_customers_language(cast, asked, on):
    Conversation.objects.filter(pk=asked.pk).update(language="pl")
    asked.refresh_from_db()
    row = answered(asked, "translate", by=cast.anna, text="It left on Friday.")
    assert row.language == "pl"
    assert "język polski" in on.told


def test_a_draft_knows_the_conversation_macros_and_like_answers_but_no_notes(cast, on):
    question = "My umbrella arrived with a broken handle, can I have a replacement handle?"
    other = cast.hears(
        question, address="omar@mail.example", name="Omar Haddad", subject="Handle"
    ).conversation
    Message.objects.create(
        conversation=other,
        direction="out",
        channel="email",
        agent=cast.anna,
        text="Dear Omar, a new umbrella handle is on its way, free of charge. Ask at a@b.example.",
    )
    hidden = cast.hears(question + " Now", address="eve@mail.example", subject="Other").conversation
    Message.objects.create(
        conversation=hidden,
        direction="out",
        channel="email",
        text="This answer belongs to a team that Anna is not in, whoever asks.",
    )
    inbox = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    inbox.team = cast.returns
    inbox.save(update_fields=["team"])
    Conversation.objects.filter(pk=hidden.pk).update(inbox=inbox)
    macros.add(
        macros.Wording(
            name="Broken handle",
            texts={"en": "Hello {customer.first_name}, we send a replacement handle."},
        ),
        by=cast.ada,
    )
    mine = cast.hears(question + " Order KL-10425.", subject="Broken").conversation
    Message.objects.create(
        conversation=mine, direction="note", channel="email", agent=cast.anna, text="A grumbler."
    )
    on.says = "Hello Clara, a replacement for [NUMBER_1] comes on Friday. Yours"
    row = answered(mine, "draft", by=cast.anna)
    assert row.last_error == ""
    assert row.answer.startswith("Hello Clara, a replacement for KL-10425")
    assert row.doubts == [["added", "Friday"]]
    told = on.told
    assert "broken handle" in told
    assert "Hello Clara, we send a replacement handle." in told
    assert "free of charge" in told
    for gone in ("Omar", "a@b.example", "KL-10425", "grumbler", "belongs to a team", "Holm"):
        assert gone not in told


FAULTS = {
    "refusing key": ({"status": 401}, "refuses the key"),
    "busy": ({"status": 429, "headers": {"Retry-After": "42"}}, "Try again in 42 seconds"),
    "busy for long": ({"status": 429, "headers": {"Retry-After": "600"}}, "in 10 minutes"),
    "busy, unsaid": ({"status": 429}, "Try again in a minute"),
    "its own fault": ({"status": 500}, "fault of its own"),
    "no such model": ({"status": 404}, "no model “small-1”"),
    "refused": ({"status": 400}, "does not take this text"),
    "redirect": (
        {"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}},
        "leads to another address",
    ),
    "nonsense": ({"body": b"<html>hello</html>"}, "not as an OpenAI-compatible server does"),
    "five megabytes": ({"body": b"x" * 5_000_000}, "larger than the desk takes"),
    "no words": ({"says": "  "}, "no words at all"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_a_sentence_and_nothing_is_lost(cast, asked, on, fault):
    wrong, says = FAULTS[fault]
    for name, value in wrong.items():
        setattr(on, name, value)
    row = answered(asked, "softer", by=cast.anna, text=REPLY)
    assert says in row.last_error
    assert (row.answer, row.text, row.due_at) == ("", REPLY, None)
    assert len(on.heard) == 1  # nobody is asked again by itself
    assert answering.answer_due() == 0


def test_a_server_that_does_not_answer_in_time_is_left(cast, asked, on):
    WritingHelp.objects.update(seconds=1)
    on.hangs = threading.Event()
    row = answered(asked, "softer", by=cast.anna, text=REPLY)
    on.hangs.set()
    assert "did not answer within 1 second" in row.last_error


def test_a_dead_server_and_a_private_one_are_told(cast, asked, on, settings):
    WritingHelp.objects.update(base_url="http://127.0.0.1:9/v1")
    assert "cannot be reached" in answered(asked, "softer", by=cast.anna, text=REPLY).last_error
    settings.ALLOWED_HOSTS_OUT = []
    WritingHelp.objects.update(base_url=on.base_url)
    row = answered(asked, "softer", by=cast.anna, text=REPLY)
    assert "inside a private network" in row.last_error
    assert on.heard == []


def test_faults_are_told_in_the_language_of_who_asked(cast, asked, on):
    on.status = 401
    row = answered(asked, "softer", by=cast.anna, text=REPLY)
    assert row.host in row.last_error


def test_what_is_left_meanwhile_does_not_go_out(cast, asked, on):
    row = wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    wanting.leave(row)
    assert answering.answer_due() == 0
    assert on.heard == []


def test_what_is_left_while_the_server_thinks_stays_gone(cast, asked, on):
    row = wanting.ask(asked, "softer", by=cast.anna, text=REPLY)

    def thinks(_messages):
        on.heard.append(("left", {}, {}))
        return "Late."

    on.says = thinks
    taken = Asked.objects.get(pk=row.pk)
    wanting.leave(row)
    taken.attempts = 1
    answering._answer(taken)
    assert not Asked.objects.exists()
    assert on.heard == []


def test_a_worker_that_died_over_it_is_followed_once(cast, asked, on):
    row = wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    Asked.objects.filter(pk=row.pk).update(attempts=1)
    assert answering.answer_due() == 1
    assert Asked.objects.get(pk=row.pk).answer
    again = wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    Asked.objects.filter(pk=again.pk).update(attempts=2)
    answering.answer_due()
    assert "was stopped while it asked" in Asked.objects.get(pk=again.pk).last_error


def test_what_was_switched_off_or_hidden_meanwhile_does_not_go_out(cast, asked, on):
    row = wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    other = wanting.ask(asked, "shorter", by=cast.anna, text=REPLY)
    cast.anna.teams.clear()
    answering.answer_due()
    assert "cannot see" in Asked.objects.get(pk=row.pk).last_error
    cast.anna.teams.add(cast.orders)
    helping.change(
        by=cast.ada, is_on=False, base_url=on.base_url, model="small-1", helps=["softer"]
    )
    answering.answer_due()
    assert "switched off" in Asked.objects.get(pk=other.pk).last_error
    assert on.heard == []


def test_only_few_wait_at_once_and_all_go_after_an_hour(cast, asked, on):
    for _each in range(wanting.MOST_WAITING):
        wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    with pytest.raises(Refused, match="Wait for the answers"):
        wanting.ask(asked, "softer", by=cast.anna, text=REPLY)
    assert wanting.forget() == 0
    Asked.objects.update(created_at=now() - timedelta(minutes=61))
    assert jobs.forget_writing_help() == wanting.MOST_WAITING


def test_nothing_and_too_much_are_refused(cast, asked, on):
    for text in ("", "  \n", "a" * (wanting.LONGEST + 1)):
        with pytest.raises(Refused):
            wanting.ask(asked, "softer", by=cast.anna, text=text)


def test_light_agents_get_none(cast, asked, on):
    cast.anna.role = "light"
    with pytest.raises(Refused):
        wanting.ask(asked, "softer", by=cast.anna, text=REPLY)


def test_a_trial_learns_the_models_and_says_one_sentence(cast, on):
    wanting.ask_for_trial(by=cast.ada)
    answering.answer_due()
    row = Asked.objects.get()
    assert (row.answer, row.last_error) == ("Gladly.", "")
    assert WritingHelp.objects.get().known_models == ["small-1", "large-1"]
    with pytest.raises(Refused):
        wanting.ask_for_trial(by=cast.mona)


def test_a_trial_without_a_model_asks_to_choose_one(cast, stand_in):
    helping.change(by=cast.ada, is_on=False, base_url=stand_in.base_url, model="", helps=[])
    wanting.ask_for_trial(by=cast.ada)
    answering.answer_due()
    assert "Choose one of its models" in Asked.objects.get().last_error
    assert WritingHelp.objects.get().known_models
    assert stand_in.asked == []


def test_a_key_is_sealed_kept_and_never_taken_to_another_server(cast, on):
    row = WritingHelp.objects.get()
    assert "sk-secret" not in row.key
    given = {"by": cast.ada, "is_on": True, "model": "m", "helps": ["softer"]}
    assert helping.change(base_url=on.base_url, **given)
    assert helping.server().key == "sk-secret-key"
    assert not helping.change(base_url="https://elsewhere.example/v1", **given)
    assert helping.server().key == ""
    assert "sk-secret" not in str(list(Event.objects.values_list("data", flat=True)))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://llm.example/v1/", "https://llm.example/v1"),
        ("https://llm.example/v1/chat/completions", "https://llm.example/v1"),
        (" http://10.0.0.5:8080/v1/models ", "http://10.0.0.5:8080/v1"),
    ],
)
def test_what_people_copy_behind_an_address_is_dropped(given, kept):
    assert helping.checked_url(given) == kept


NO_ADDRESSES = """
llm.example
ftp://llm.example
https://
https://a:b@llm.example/v1
https://llm.example/v1?key=1
https://llm.example:x/v1
https://llm example/
"""


@pytest.mark.parametrize("given", NO_ADDRESSES.strip().splitlines())
def test_other_addresses_are_refused(given):
    with pytest.raises(Refused):
        helping.checked_url(given)
