"""Views people save: made, shown, changed, shared and taken away, also without scripts."""

import re

import pytest

from promisedesk.conversations import saving
from promisedesk.conversations.models import Conversation, SavedView, Tag
from promisedesk.core.errors import Refused
from promisedesk.desk.tests.test_inbox import page, subjects

POLISH = {"field-0": "language", "op-0": "is", "value-0": "pl"}


@pytest.fixture
def two(cast):
    Conversation.objects.all().delete()
    for language in ("pl", "en"):
        Conversation.objects.create(
            ref=language, inbox=cast.help, contact=cast.clara, subject=language, language=language
        )


def make(client, **more):
    return client.post("/inbox/views/", {"name": "Polish", "save": "1"} | POLISH | more)


def test_a_view_is_saved_shown_and_counted(signed_in, cast, two):
    client = signed_in(cast.anna)
    url = make(client, counted="on")["Location"]
    assert subjects(client.get(url).content.decode()) == ["pl"]
    view = SavedView.objects.get()
    assert view.owner == cast.anna
    assert client.get("/inbox/numbers/").json()[f"view-{view.public_id}"] == "1"
    assert "Polish" in page(client)
    assert "Polish" not in page(signed_in(cast.mona))
    assert signed_in(cast.mona).get(url).status_code == 404


def test_the_form_works_row_by_row_without_scripts(signed_in, cast, two):
    client = signed_in(cast.anna)
    html = client.get("/inbox/views/", {"assignee": "me"}).content.decode()
    assert 'name="field-1"' in html
    html = client.post("/inbox/views/", {"name": "x", "field-0": "language", "more": "1"})
    assert 'name="op-0"' in html.content.decode()
    assert not SavedView.objects.exists()
    both = POLISH | {"field-1": "created", "op-1": "within", "value-1": "7 days", "remove": "0"}
    html = client.post("/inbox/views/", {"name": "x", **both}).content.decode()
    assert 'value="7 days"' in html
    assert 'value="pl" checked' not in html


def test_another_field_begins_with_its_own_values(signed_in, cast):
    sent = {"name": "x", "field-0": "state", "was-0": "language", "op-0": "is", "value-0": "pl"}
    html = signed_in(cast.anna).post("/inbox/views/", sent).content.decode()
    assert 'value="open"' in html


def test_any_of_the_conditions_can_be_enough(signed_in, cast, two):
    client = signed_in(cast.anna)
    Conversation.objects.filter(subject="en").update(state="resolved")
    other = {"field-1": "state", "op-1": "is", "value-1": "resolved"}
    url = make(client, match="any", **other)["Location"]
    assert subjects(client.get(url).content.decode()) == ["pl", "en"]
    view = SavedView.objects.get()
    form = client.get(f"/inbox/views/{view.public_id}/").content.decode()
    assert re.search(r'name="match" value="any" checked', form)
    assert 'value="pl" checked' in form
    make(client, name="Both", **other)
    both = SavedView.objects.exclude(pk=view.pk).get()
    assert subjects(client.get(f"/inbox/view-{both.public_id}/").content.decode()) == []


def test_a_long_list_of_values_can_be_searched(signed_in, cast):
    client = signed_in(cast.anna)
    short = client.get("/inbox/views/", {"state": "open"}).content.decode()
    assert 'type="checkbox" name="value-0" value="open" checked' in short
    assert "data-picks-find" not in short
    for name in "ABCDEFGHI":
        Tag.objects.create(name=name)
    long = client.get("/inbox/views/", {"tag": Tag.objects.last().public_id}).content.decode()
    assert "data-picks-find" in long


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"name": ""}, "Give the view a name."),
        ({"value-0": ""}, "Say what “Language” should be."),
        ({"field-0": "created", "op-0": "within", "value-0": "ever"}, "is not a span"),
        ({"field-0": ""}, "Add at least one condition"),
        ({"sort": "sideways"}, "There is no such order."),
        ({"whose": "everybody"}, "Your role does not allow this."),
    ],
)
def test_what_is_refused_says_why_and_loses_nothing(signed_in, cast, sent, says):
    answer = make(signed_in(cast.anna), **sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not SavedView.objects.exists()


def test_shared_views_are_everybodys_or_a_teams(signed_in, cast, two):
    client = signed_in(cast.mona)
    make(client, name="For all", whose="everybody")
    make(client, name="For returns", whose=cast.returns.public_id)
    anna, boris = page(signed_in(cast.anna)), page(signed_in(cast.boris))
    assert "For all" in anna
    assert "For all" in boris
    assert "For returns" not in anna
    assert "For returns" in boris


def test_only_who_may_changes_and_deletes(signed_in, cast, two):
    make(signed_in(cast.mona), whose="everybody")
    view = SavedView.objects.get()
    url = f"/inbox/views/{view.public_id}/"
    anna, mona = signed_in(cast.anna), signed_in(cast.mona)
    assert "You can look" in anna.get(url).content.decode()
    assert anna.post(url, {"name": "Mine now", "save": "1"} | POLISH).status_code == 422
    anna.post(url + "delete/")
    assert SavedView.objects.get().name == "Polish"
    assert mona.post(url, {"name": "Renamed", "save": "1"} | POLISH).status_code == 302
    assert SavedView.objects.get().name == "Renamed"
    mona.post(url + "delete/")
    assert not SavedView.objects.exists()


def test_a_view_that_makes_no_sense_any_more_says_so(signed_in, cast, two):
    view = SavedView.objects.create(
        name="Old", owner=cast.anna, conditions=[{"field": "gone", "value": "x"}]
    )
    client = signed_in(cast.anna)
    html = client.get(f"/inbox/view-{view.public_id}/").content.decode()
    assert "There is no field “gone” any more." in html
    assert client.get("/inbox/numbers/").status_code == 200
    assert client.get(f"/inbox/views/{view.public_id}/").status_code == 200


def test_states_asked_for_are_shown_and_no_others(signed_in, cast, two):
    Conversation.objects.filter(ref="pl").update(state="resolved")
    view = SavedView.objects.create(
        name="Done", owner=cast.anna, conditions=[{"field": "state", "value": ["resolved"]}],
        sort="newest",
    )  # fmt: skip
    assert subjects(page(signed_in(cast.anna), f"view-{view.public_id}")) == ["pl"]


def test_a_view_changed_while_it_is_moved_stays_where_it_was_put(cast):
    conditions = [{"field": "language", "value": "pl"}]
    _first, second = (saving.save(name, conditions, by=cast.anna) for name in ("one", "two"))
    as_the_form_has_it = SavedView.objects.get(pk=second.pk)
    saving.move_up(second, by=cast.anna)
    saving.save("Two", conditions, by=cast.anna, view=as_the_form_has_it)
    assert [view.name for view in saving.views_of(cast.anna)] == ["Two", "one"]


def test_views_stand_in_the_order_they_were_put(cast):
    conditions = [{"field": "language", "value": "pl"}]
    first, second = (saving.save(name, conditions, by=cast.anna) for name in ("one", "two"))
    assert saving.move_up(second, by=cast.anna)
    assert [view.name for view in saving.views_of(cast.anna)] == ["two", "one"]
    second.refresh_from_db()
    assert not saving.move_up(second, by=cast.anna)
    first.refresh_from_db()
    assert saving.move_up(first, by=cast.anna)
    assert [view.name for view in saving.views_of(cast.anna)] == ["one", "two"]
    with pytest.raises(Refused):
        saving.delete(first, by=cast.boris)


def test_a_yes_or_no_just_chosen_stands_at_yes(cast, signed_in):
    client = signed_in(cast.anna)
    chosen = {"name": "x", "field-0": "vip", "more": "1"}
    html = client.post("/inbox/views/", chosen).content.decode()
    assert re.search(r'name="value-0"[^>]*value="yes"[^>]*checked|value="yes" checked', html)
