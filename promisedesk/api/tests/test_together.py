"""What was merged, linked or stands beside another, and cards changed by programs."""

from promisedesk.contacts.models import CustomField
from promisedesk.conversations import inboxes, linking_together, merging, siding


def test_a_merged_one_answers_itself_and_says_where_it_is(cast, anna):
    tea, kettle = cast.hears("Tea?").conversation, cast.hears("Kettle?").conversation
    merging.merge(tea, kettle, by=cast.anna)
    seen = anna.get(f"conversations/{tea.public_id}").json()
    assert (seen["id"], seen["merged_into"]) == (tea.public_id, kettle.public_id)
    listed = anna.get("conversations").json()["items"]
    assert tea.public_id not in {one["id"] for one in listed}
    refused = anna.post(
        f"conversations/{tea.public_id}/messages",
        {"direction": "note", "text": "Hi"},
    )
    assert refused.status_code == 422


def test_a_talk_beside_one_names_its_parent_and_is_in_no_list(cast, anna):
    tea = cast.hears("Tea?").conversation
    side = siding.start(tea, "c@courier.example", "Parcel", "Where?", by=cast.anna)
    seen = anna.get(f"conversations/{side.public_id}").json()
    assert seen["parent"] == tea.public_id
    listed = anna.get("conversations").json()["items"]
    assert side.public_id not in {one["id"] for one in listed}
    beside = anna.get(f"conversations?parent={tea.public_id}").json()["items"]
    assert [one["id"] for one in beside] == [side.public_id]


def test_links_are_named_both_ways(cast, anna):
    tea, kettle = cast.hears("Tea?").conversation, cast.hears("Kettle?").conversation
    linking_together.link(tea, kettle, by=cast.anna)
    for one, other in ((tea, kettle), (kettle, tea)):
        seen = anna.get(f"conversations/{one.public_id}").json()
        assert seen["links"] == [other.public_id]


def test_those_one_may_not_see_are_not_named(cast, anna):
    tea, kettle = cast.hears("Tea?").conversation, cast.hears("Kettle?").conversation
    away = cast.hears("Lid?").conversation
    linking_together.link(tea, kettle, by=cast.anna)
    merging.merge(away, kettle, by=cast.anna)
    returns = inboxes.add_inbox("returns@kettleandloom.example", name="Returns")
    returns.team = cast.returns
    returns.save(update_fields=["team"])
    type(kettle).objects.filter(pk=kettle.pk).update(inbox=returns)
    assert anna.get(f"conversations/{tea.public_id}").json()["links"] == []
    assert anna.get(f"conversations/{away.public_id}").json()["merged_into"] is None


def test_a_card_is_changed_and_nonsense_refused(cast, anna):
    CustomField.objects.create(of="contact", key="size", names={"": "Size"}, kind="number")
    cast.hears("Tea?")
    url = f"contacts/{cast.clara.public_id}"

    def patch(body):
        return anna.patch(url, body)

    seen = patch({"company": "Holm & Co", "fields": {"size": 42}}).json()
    assert (seen["company"], seen["fields"], seen["name"]) == (
        "Holm & Co",
        {"size": 42},
        "Clara Holm",
    )
    assert patch({"language": "klingon"}).status_code == 422
    assert patch({"shoes": "2"}).status_code == 422
