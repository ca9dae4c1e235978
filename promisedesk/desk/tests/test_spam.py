"""The spam in the desk: why something is there, one click out of it, and the senders."""

import re

import pytest
from django.utils.timezone import now

from promisedesk.conversations import spam_rules
from promisedesk.conversations.models import Conversation, LearnedSpam, SpamRule
from promisedesk.desk.tests.letters import letter

SPAMMER = "win@casino.example"


@pytest.fixture
def spam(cast) -> Conversation:
    return cast.hears("Win now!", address=SPAMMER, spam_because="X-Spam-Flag").conversation


def url(conversation, rest="", view="spam") -> str:
    return f"/inbox/{view}/{conversation.public_id}/{rest}"


def read(client, path) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_and_the_page_say_why(anna, spam):
    assert "Filter of the mail server · Win now!" in read(anna, "/inbox/spam/")
    html = read(anna, url(spam))
    assert "The filter of the mail server says so (X-Spam-Flag)" in html
    assert "This is no spam" in html


def test_one_click_takes_it_out(anna, spam):
    anna.post(url(spam, "no-spam/"))
    spam.refresh_from_db()
    assert (spam.state, spam.due_at is not None) == ("open", True)
    assert "The filter of the mail server" not in read(anna, url(spam, view="all"))


def test_one_click_blocks_the_sender_and_another_trusts(anna, cast):
    conversation = letter(cast, "Win", address=SPAMMER).conversation
    html = anna.post(url(conversation, "blocked-sender/"), follow=True).content.decode()
    assert "Blocked. Further mail" in html
    conversation.refresh_from_db()
    assert conversation.state == "spam"
    assert "Somebody of the team marked it" in html
    anna.post(url(conversation, "trusted-sender/"))
    conversation.refresh_from_db()
    assert conversation.state == "open"
    assert not SpamRule.objects.get().is_spam


def test_another_team_blocks_nobody(signed_in, cast, spam):
    boris = signed_in(cast.boris)
    for rest in ("blocked-sender/", "trusted-sender/"):
        assert boris.post(url(spam, rest)).status_code == 404
    assert not SpamRule.objects.exists()


def test_admins_keep_the_list_of_senders(ada):
    for pattern, treatment in (("casino.example", "block"), ("Clara@Customer.example", "trust")):
        ada.post("/settings/senders/", {"pattern": pattern, "treatment": treatment})
    html = read(ada, "/settings/senders/")
    assert re.search(
        r"casino\.example</span> <span class=\"badge\" data-tone=\"bad\">blocked", html
    )
    assert "clara@customer.example" in html
    rule = SpamRule.objects.get(pattern="casino.example")
    ada.post(f"/settings/senders/{rule.public_id}/removal/")
    assert "casino.example" not in re.sub(r"(?s)<div id=\"told.*?</div>", "", read(
        ada, "/settings/senders/").replace("about casino.example", ""))  # fmt: skip


def test_nonsense_is_refused_with_words(ada):
    answer = ada.post("/settings/senders/", {"pattern": "nonsense", "treatment": "block"})
    assert "neither an address nor a domain" in answer.content.decode()
    assert not SpamRule.objects.exists()


def test_managers_look_and_agents_have_no_business_there(signed_in, anna, cast):
    spam_rules.put(SPAMMER, is_spam=True, by=cast.ada)
    mona = signed_in(cast.mona)
    assert SPAMMER in read(mona, "/settings/senders/")
    body = {"pattern": "a@b.example", "treatment": "block"}
    assert mona.post("/settings/senders/", body).status_code == 403
    assert anna.get("/settings/senders/").status_code == 403
    assert SpamRule.objects.count() == 1


# Storms


def test_a_storm_is_one_row_and_one_line(anna, cast):
    for _ in range(20):
        message = cast.hears("The sensor of hall nine has failed.", address="robot@m.example")
    assert ">+19<" in read(anna, "/inbox/all/")
    html = read(anna, url(message.conversation, view="all"))
    assert html.count("<p dir=auto>The sensor of hall nine has failed.</p>") == 1
    assert "and 19 more mails like this" in html
    assert "19 more mails like this</span>" in html


def test_the_newest_page_of_a_long_storm_says_what_it_is_about(anna, cast):
    for _ in range(70):
        message = cast.hears("The sensor of hall nine has failed.", address="robot@m.example")
    html = read(anna, url(message.conversation, view="all"))
    assert html.count("<p dir=auto>The sensor of hall nine has failed.</p>") == 1
    assert "Show earlier messages" in html


def test_what_a_robot_said_is_shown_as_such(anna, cast):
    message = cast.hears(
        "I am away.", is_automatic=True, marks=["away:2026-12-05"], subject="Automatic reply"
    )
    html = read(anna, url(message.conversation, view="all"))
    assert "Away until 5 December 2026" in html


def test_the_settings_say_what_was_learned(ada):
    assert "It begins when 10 mails have been marked as spam" in read(ada, "/settings/senders/")
    LearnedSpam(pk=1, is_on=True, spam=14, ham=120, caught=0.5, wrong=0.0, trained_at=now()).save()
    html = read(ada, "/settings/senders/")
    assert "It learned from 14 mails marked as spam and 120 good ones." in html
    assert "it recognised 50 % of the spam, and took 0.0 % of the good mail for spam" in html
