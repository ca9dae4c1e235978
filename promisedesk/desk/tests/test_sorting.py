"""Sorting a conversation on its page: menus, pages without script, refusals."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.conversations import assigning, closing, deliveries, replying, snoozing, tagging
from promisedesk.conversations.models import Conversation, Mention
from promisedesk.core.models import Workspace
from promisedesk.desk.clock import Clock
from promisedesk.desk.conversation import moments

HTMX = {"HX-Request": "true"}


@pytest.fixture
def asked(cast):
    """Clara's question, unanswered."""
    return cast.hears().conversation


def at(conversation, what=""):
    return f"/inbox/all/{conversation.public_id}/{what}"


def fresh(conversation):
    return Conversation.objects.get(pk=conversation.pk)


def html_of(answer):
    return answer.content.decode()


MENUS = ["assignment/", "snooze/", "tags/", "resolving/", "details/", "time/"]


@pytest.mark.parametrize("menu", MENUS)
def test_each_menu_is_a_fragment_a_pane_and_a_page(anna, asked, menu):
    fragment = html_of(anna.get(at(asked, menu) + "?menu", headers=HTMX))
    pane = html_of(anna.get(at(asked, menu), headers=HTMX))
    page = html_of(anna.get(at(asked, menu)))
    assert "<html" not in fragment
    assert 'hx-target="#panes"' in fragment  # its forms change the page, not the menu
    assert 'id="conversation"' not in fragment
    assert 'id="conversation"' in pane
    assert "<html" not in pane
    assert "<html" in page
    assert at(asked) in page


@pytest.mark.parametrize("menu", MENUS)
def test_what_one_may_not_see_is_not_there(signed_in, cast, asked, menu):
    boris = signed_in(cast.boris)
    assert boris.get(at(asked, menu)).status_code == 404
    assert boris.post(at(asked, menu), {}).status_code == 404


@pytest.mark.parametrize(
    ("what", "sent"),
    [
        ("assignment/", {"agent": ""}),
        ("takeover/", {}),
        ("snooze/", {"until": "2099-01-01T00:00:00+00:00"}),
        ("tags/", {"name": "VIP"}),
        ("resolving/", {"because": "phone"}),
    ],
)
def test_a_light_agent_is_told_that_they_may_not(signed_in, cast, asked, what, sent):
    Agent.objects.filter(pk=cast.anna.pk).update(role=Agent.Role.LIGHT)
    cast.anna.refresh_from_db()
    answer = signed_in(cast.anna).post(at(asked, what), sent, follow=True)
    assert "Your role does not allow this" in html_of(answer)
    assert fresh(asked).state == "open"


def test_it_is_given_to_a_colleague_with_a_word(anna, cast, asked):
    menu = html_of(anna.get(at(asked, "assignment/") + "?menu", headers=HTMX))
    assert cast.mona.public_id in menu
    assert cast.boris.public_id not in menu
    sent = {"agent": cast.mona.public_id, "note": "She called."}
    assert anna.post(at(asked, "assignment/"), sent).status_code == 302
    assert fresh(asked).assignee == cast.mona
    assert Mention.objects.get().agent == cast.mona


def test_it_is_given_to_a_team_whose_members_see_it_then(anna, signed_in, cast, asked):
    answer = anna.post(at(asked, "assignment/"), {"team": cast.returns.public_id})
    assert answer.url == at(asked)  # Anna sees it still, it is of her inbox
    assert fresh(asked).team == cast.returns
    assert signed_in(cast.boris).get(at(asked)).status_code == 200


def test_it_is_taken_over(anna, cast, asked):
    assigning.assign(asked, cast.mona, by=cast.mona)
    assert "Take it over" in html_of(anna.get(at(asked, "assignment/")))
    anna.post(at(asked, "takeover/"), {"note": "You are away."})
    assert fresh(asked).assignee == cast.anna


def test_who_knows_the_customer_is_named(anna, cast, asked):
    answer = replying.reply(asked, "It left.", by=cast.mona)
    deliveries.sent(answer.delivery)
    html = html_of(anna.get(at(asked)))
    assert "Knows Clara Holm:" in html
    assert "answered once" in html
    assert "Who knows Clara Holm" in html_of(anna.get(at(asked, "assignment/")))


def test_it_is_put_aside_and_brought_back(anna, asked):
    until = now() + timedelta(days=2)
    anna.post(at(asked, "snooze/"), {"until": until.isoformat()})
    assert fresh(asked).snoozed_until == until
    assert "Put aside. Back" in html_of(anna.get(at(asked)))
    anna.post(at(asked, "waking/"))
    assert fresh(asked).snoozed_until is None


def test_a_date_of_ones_own_is_read_on_ones_own_clock(anna, cast, asked):
    day = (now() + timedelta(days=3)).date()
    Agent.objects.filter(pk=cast.anna.pk).update(time_zone="Europe/Moscow")
    anna.post(at(asked, "snooze/"), {"date": day.isoformat(), "time": "09:30"})
    assert fresh(asked).snoozed_until == datetime(day.year, day.month, day.day, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "sent", [{}, {"until": "soon"}, {"date": "2026-13-01"}, {"until": "2020-01-01T00:00:00+00:00"}]
)
def test_nonsense_is_shown_again_with_what_is_wrong(anna, asked, sent):
    answer = anna.post(at(asked, "snooze/"), sent)
    assert answer.status_code == 422
    assert 'role="alert"' in html_of(answer)
    assert fresh(asked).snoozed_until is None


def test_the_times_offered_are_in_opening_hours(cast):
    friday_noon = datetime(2026, 11, 20, 12, 10, tzinfo=UTC)
    offered = moments.moments(cast.help, Clock("Europe/London", "en", friday_noon))
    assert [(str(one.says), one.at.isoformat()[:16]) for one in offered] == [
        ("In an hour", "2026-11-20T13:10"),
        ("Later today", "2026-11-20T15:30"),
        ("The next open day", "2026-11-23T09:00"),
        ("The week after", "2026-11-30T09:00"),
    ]
    evening = datetime(2026, 11, 17, 17, 0, tzinfo=UTC)
    offered = moments.moments(cast.help, Clock("Europe/London", "en", evening))
    assert [str(one.says) for one in offered] == [
        "In an hour",
        "Tomorrow",
        "In three days",
        "Next week",
        "The week after",
    ]


def test_a_tag_is_made_hung_on_and_taken_off(anna, cast, asked):
    anna.post(at(asked, "tags/"), {"name": "Damaged"})
    tag = asked.tags.get()
    assert "Damaged" in html_of(anna.get(at(asked)))
    other = tagging.make("Missing", by=cast.anna)
    found = html_of(anna.get(at(asked, "tags/") + "?menu&name=miss", headers=HTMX))
    assert other.public_id in found
    anna.post(at(asked, "tags/"), {"remove": tag.public_id})
    assert not asked.tags.exists()
    assert anna.post(at(asked, "tags/"), {"name": " "}).status_code == 422
    assert anna.post(at(asked, "tags/"), {"add": "nope"}).status_code == 404


def test_a_question_is_resolved_with_a_reason_only(anna, asked):
    answer = anna.post(at(asked, "resolving/"), {})
    assert answer.status_code == 422
    assert "Answered by phone" in html_of(answer)
    anna.post(at(asked, "resolving/"), {"because": "other", "other": "They came by."})
    assert (fresh(asked).state, fresh(asked).resolved_because) == ("resolved", "They came by.")
    html = html_of(anna.get(at(asked)))
    assert "Resolved without an answer: They came by." in html
    assert "resolved this without an answer: They came by." in html


def test_ready_reasons_are_said_in_the_readers_words(anna, asked):
    anna.post(at(asked, "resolving/"), {"because": "phone"})
    assert "Answered by phone or in person" in html_of(anna.get(at(asked)))


def test_a_required_field_is_named(anna, cast, asked):
    fields.add("conversation", {"": "Order number"}, is_required=True, by=cast.ada)
    answer = anna.post(at(asked, "resolving/"), {"because": "phone"}, follow=True)
    assert "Fill in “Order number” first" in html_of(answer)
    anna.post(at(asked, "details/"), {"field-order-number": "K17"})
    assert fresh(asked).fields == {"order-number": "K17"}
    assert "K17" in html_of(anna.get(at(asked)))


def test_a_field_filled_in_wrongly_is_shown_again_as_typed(anna, cast, asked):
    fields.add("conversation", {"": "Weight"}, "number", by=cast.ada)
    answer = anna.post(at(asked, "details/"), {"field-weight": "heavy"})
    assert answer.status_code == 422
    assert "“Weight” takes a number" in html_of(answer)
    assert 'value="heavy"' in html_of(answer)


def test_one_follows_and_stops(anna, asked):
    anna.post(at(asked, "following/"))
    assert "Follow no more" in html_of(anna.get(at(asked)))
    anna.post(at(asked, "following/"), {"stop": "1"})
    assert not asked.followers.exists()


def test_opening_it_sees_what_mentioned_one(signed_in, cast, asked):
    replying.note(asked, "@Anna, look", by=cast.mona)
    Conversation.objects.filter(pk=asked.pk).update(is_unread=False)
    anna = signed_in(cast.anna)
    assert "read/" in html_of(anna.get(at(asked)))
    anna.post(at(asked, "read/"))
    assert Mention.objects.get().seen_at is not None
    assert 'hx-trigger="load"' not in html_of(anna.get(at(asked)))


def test_time_is_noted_where_the_shop_wants_it(anna, asked):
    assert anna.post(at(asked, "time/"), {"minutes": "5"}).status_code == 422
    shop = Workspace.get()
    shop.tracks_time = True
    shop.save()
    anna.post(at(asked, "time/"), {"minutes": "5", "note": "on the phone"})
    assert fresh(asked).seconds_spent == 300
    assert "5 min" in html_of(anna.get(at(asked)))
    anna.post(at(asked, "time/"), {"remove": str(asked.times.get().pk)})
    assert fresh(asked).seconds_spent == 0


def test_thanks_are_shown_and_opened_with_one_click(anna, cast, asked):
    answer = replying.reply(asked, "It left.", by=cast.anna)
    deliveries.sent(answer.delivery)
    closing.resolve(asked, by=cast.anna)
    thanks = cast.hears("Thank you!", in_reply_to=answer.message_id)
    html = html_of(anna.get(at(asked)))
    assert "Looks like thanks: left resolved" in html
    anna.post(at(asked, f"thanks/{thanks.public_id}/"))
    assert fresh(asked).state == "open"
    assert fresh(asked).due_at is not None
    assert "Looks like thanks" not in html_of(anna.get(at(asked)))
    assert anna.post(at(asked, "thanks/nope/")).status_code == 404


def test_a_put_aside_conversation_says_so_to_everybody_who_looks(signed_in, cast, asked):
    snoozing.snooze(asked, now() + timedelta(days=1), by=cast.anna)
    assert "Bring back now" in html_of(signed_in(cast.mona).get(at(asked)))
