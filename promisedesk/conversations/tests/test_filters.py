from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import now

from promisedesk.contacts import finding
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import filters
from promisedesk.conversations.models import Attachment, Conversation, Follower, Mention, Tag
from promisedesk.core.errors import Refused
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db
AT = datetime(2025, 11, 18, 14, 5, tzinfo=UTC)


@pytest.fixture
def one(cast):
    """Clara's parcel, among others."""
    for place in range(3):
        Conversation.objects.create(
            ref=f"OTHER{place}", inbox=cast.help, contact=cast.clara, state="resolved",
            language="pl", created_at=AT - timedelta(days=90), last_at=AT - timedelta(days=90),
            is_unread=False, subject="Чайник", channel="form",
        )  # fmt: skip
    Conversation.objects.filter(pk=cast.parcel.pk).update(created_at=AT, last_at=AT)
    return cast.parcel


def cut(field, op, value, agent=None, at=AT):
    conditions = filters.read([{"field": field, "op": op, "value": value}])
    found = Conversation.objects.filter(filters.where(conditions, agent=agent, at=at))
    refs = sorted(found.values_list("ref", flat=True))
    for row in Conversation.objects.all():
        assert filters.matching(conditions, row, agent=agent, at=at) == (row.ref in refs)
    return refs


OTHERS = ["OTHER0", "OTHER1", "OTHER2"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("state", ["open"]), ("language", "en"), ("channel", ["email"]), ("is_unread", True)],
)
def test_a_column_is_what_it_holds(one, field, value):
    assert cut(field, "is", value) == ["PARCEL22"]


def test_is_not_is_all_others(one):
    assert cut("state", "is_not", ["open", "waiting"]) == OTHERS
    assert cut("assignee", "is_not", "nobody") == []


@pytest.mark.parametrize(
    ("due_in", "states"),
    [
        (None, {"none"}),
        (timedelta(hours=5), {"running"}),
        (timedelta(minutes=30), {"running", "due_soon"}),
        (-timedelta(minutes=1), {"overdue"}),
    ],
)
def test_what_is_owed(one, due_in, states):
    due_at = due_in and AT + due_in
    Conversation.objects.filter(pk=one.pk).update(due_at=due_at)
    for state in ("none", "running", "due_soon", "overdue"):
        assert ("PARCEL22" in cut("promise", "is", state)) == (state in states)
        assert ("PARCEL22" in cut("promise", "is_not", state)) == (state not in states)


@pytest.mark.parametrize("state", ["kept", "broken"])
def test_what_became_of_promises(one, state):
    common = {"contact": one.contact, "made_at": AT, "target": "1 day", "time_zone": "UTC"}
    for _number in range(2):
        Promise.objects.create(conversation=one, state=state, due_at=AT, settled_at=AT, **common)
    assert cut("promise", "is", [state]) == ["PARCEL22"]
    assert cut("promise", "is_not", [state]) == OTHERS


def test_what_is_due_is_broken_before_anybody_wrote_it_down(one):
    Promise.objects.create(
        conversation=one, contact=one.contact, made_at=AT, due_at=AT, target="1 day",
        time_zone="UTC",
    )  # fmt: skip
    assert cut("promise", "is", "broken", at=AT - timedelta(seconds=1)) == []
    assert cut("promise", "is", "broken") == ["PARCEL22"]


def test_people_and_teams(cast, one):
    Conversation.objects.filter(pk=one.pk).update(assignee=cast.anna, team=cast.orders)
    assert cut("assignee", "is", "me", cast.anna) == ["PARCEL22"]
    assert cut("assignee", "is", "me", cast.boris) == []
    assert cut("assignee", "is", "me") == []  # the desk is nobody
    assert cut("assignee", "is", ["nobody", cast.anna.public_id]) == sorted([*OTHERS, "PARCEL22"])
    assert cut("team", "is", cast.orders.public_id) == ["PARCEL22"]
    assert cut("team", "is", "mine", cast.anna) == ["PARCEL22"]
    assert cut("team", "is", "none") == OTHERS
    assert len(cut("inbox", "is", cast.help.public_id)) == 4
    assert cut("inbox", "is", "gone") == []


def test_tags_any_and_none_of_them(one):
    refund, urgent = Tag.objects.create(name="Refund"), Tag.objects.create(name="Urgent")
    one.tags.add(refund, urgent)
    both = [refund.public_id, urgent.public_id]
    assert cut("tag", "is", both) == ["PARCEL22"]
    assert cut("tag", "is_not", both) == OTHERS


def test_who_is_mentioned_and_who_follows(cast, one):
    note = one.messages.create(direction="note", text="@Anna")
    Mention.objects.create(conversation=one, message=note, agent=cast.anna)
    Follower.objects.create(conversation=one, agent=cast.anna)
    for field in ("mentions", "follower"):
        assert cut(field, "is", "me", cast.anna) == ["PARCEL22"]
        assert cut(field, "is", "me", cast.boris) == []


def test_customers_by_id_and_by_words(cast, one):
    dora = finding.find_or_create("dora@quist.example", "Dora Quist", "en")
    other = Conversation.objects.create(ref="DORA", inbox=cast.help, contact=dora)
    assert cut("customer", "is", other.contact.public_id) == ["DORA"]
    assert cut("customer", "has", "quist") == ["DORA"]
    assert cut("customer", "has", "dora@quist") == ["DORA"]
    assert "DORA" not in cut("customer", "has", "clara@customer.example")
    assert cut("customer", "has_not", "Clara") == ["DORA"]


def test_dates_are_days_of_the_shop_or_spans_before_now(one):
    assert cut("created", "after", "2025-11-18") == ["PARCEL22"]
    assert cut("created", "before", "2025-11-18") == OTHERS
    assert cut("last", "within", "7 days") == ["PARCEL22"]
    assert cut("last", "older", "7 days") == OTHERS
    assert cut("last", "after", "2025-11-18T14:05:01+00:00") == []


def test_words_are_found_in_any_form(cast, one):
    message = cast.hears("The kettles are broken")
    assert cut("words", "has", "kettle") == [message.conversation.ref]
    assert message.conversation.ref not in cut("words", "has_not", "kettle")
    assert cut("subject", "has", "чайник") == OTHERS


def test_snoozed_ones_and_those_with_files(one):
    Conversation.objects.filter(pk=one.pk).update(snoozed_until=AT + timedelta(hours=1))
    assert cut("is_snoozed", "is", "yes") == ["PARCEL22"]
    assert cut("is_snoozed", "is", "no") == OTHERS
    assert cut("is_snoozed", "is", "yes", at=AT + timedelta(hours=1)) == []
    message = one.messages.create(direction="in")
    Attachment.objects.create(message=message, name="a", content_type="x/y", size=1, sha256="0")
    assert cut("has_file", "is", "yes") == ["PARCEL22"]
    assert cut("has_file", "is", "no") == OTHERS


@pytest.mark.parametrize(
    ("kind", "filled", "holds", "not_so"),
    [
        ("text", "KL-2291", [("is", "KL-2291"), ("has", "2291"), ("filled", None)],
         [("is", "KL"), ("is_not", "KL-2291"), ("empty", None)]),
        ("number", 12.5, [("is", "12.5"), ("more", "9"), ("less", "100")],
         [("more", "12.5"), ("less", "2")]),
        ("number", "12", [("more", "9")], [("less", "9")]),
        ("choice", "red", [("is", ["red", "blue"])], [("is_not", ["red"]), ("is", "blue")]),
        ("date", "2025-11-18", [("after", "2025-11-18"), ("before", "2025-11-19")],
         [("before", "2025-11-18")]),
        ("yes_no", True, [("is", "yes")], [("is", "no")]),
        ("yes_no", False, [("is", "no")], [("is", "yes")]),
    ],
)  # fmt: skip
def test_custom_fields_by_their_kind(one, kind, filled, holds, not_so):
    # A key like a lookup of the ORM is a key all the same.
    CustomField.objects.create(
        key="contains", kind=kind, names={"": "Order"}, choices=["red", "blue"]
    )
    Conversation.objects.filter(pk=one.pk).update(fields={"contains": filled})
    for op, value in holds:
        assert "PARCEL22" in cut("field:contains", op, value), op
    for op, value in not_so:
        assert "PARCEL22" not in cut("field:contains", op, value), op


def test_what_is_known_of_the_customer(cast, one):
    CustomField.objects.create(of="contact", key="vip", kind="yes_no", names={"": "VIP"})
    cast.clara.fields = {"vip": True}
    cast.clara.save()
    assert len(cut("contact_field:vip", "is", "yes")) == 4


@pytest.mark.parametrize(
    "data",
    [
        "state", [1], [{}], [{"field": "nonsense", "op": "is", "value": "x"}],
        [{"field": "state", "op": "within", "value": "open"}],
        [{"field": "state", "op": "is", "value": "sleepy"}],
        [{"field": "state", "op": "is", "value": []}],
        [{"field": "state", "op": "is", "value": {"a": 1}}],
        [{"field": "created", "op": "after", "value": "tomorrow"}],
        [{"field": "created", "op": "within", "value": "a while"}],
        [{"field": "created", "op": "after", "value": "0001-01-01"}],
        [{"field": "is_unread", "op": "is", "value": "perhaps"}],
        [{"any": "open"}],
        [{"any": [{"any": []}]}],
        [{"any": []}, {"field": "state", "op": "is", "value": "open"}],
        [{"field": "state", "op": "is", "value": "open"}] * 21,
    ],
)  # fmt: skip
def test_nonsense_is_refused_with_words(db, data):
    with pytest.raises(Refused) as refusal:
        filters.read(data)
    assert str(refusal.value)


def test_what_was_read_can_be_kept_and_read_again(one):
    data = [{"field": "state", "op": "is", "value": ["open", "waiting"]}]
    assert [each.data() for each in filters.read(data)] == data


def test_conditions_are_told_in_words(cast):
    tag = Tag.objects.create(name="Refund")
    conditions = filters.read(
        [
            {"field": "state", "op": "is", "value": ["open", "waiting"]},
            {"field": "tag", "op": "is_not", "value": tag.public_id},
            {"field": "created", "op": "within", "value": "7 days"},
            {"field": "customer", "op": "is", "value": cast.clara.public_id},
        ]
    )
    assert filters.in_words(conditions) == (
        "State is Open or Waiting for the customer · Tag is not Refund"
        " · Began within the last 7 days · Customer is Clara Holm"
    )


def test_no_conditions_ask_nothing(one, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert filters.matching([], one)


def test_all_conditions_must_hold(one):
    conditions = filters.read(
        [{"field": "state", "op": "is", "value": "open"}, {"field": "language", "value": "pl"}]
    )
    assert not filters.matching(conditions, one, at=now())


def test_of_some_conditions_one_is_enough(one):
    both = [{"field": "state", "op": "is", "value": ["open"]}]
    both.append({"field": "language", "op": "is", "value": ["pl"]})
    neither = [one | {"op": "is_not"} for one in both]
    every = Conversation.objects
    for data, number in (([{"any": both}], 4), ([{"any": neither}], 4), (both, 0)):
        conditions = filters.read(data)
        assert every.filter(filters.where(conditions, agent=None, at=AT)).count() == number
        assert filters.data_of(conditions) == data
    assert filters.matching(filters.read([{"any": both}]), one)
    said = filters.in_words(filters.read([{"any": both}]))
    assert said == "any of these: State is Open · Language is Polski"


@pytest.mark.parametrize(
    "data", [[{"any": []}], [{"any": [{"field": "is_unread", "value": "yes"}]}]]
)
def test_any_of_less_than_two_is_all_of_them(one, data):
    conditions = filters.read(data)
    assert filters.data_of(conditions) == [condition.data() for condition in conditions]
    assert filters.matching(conditions, one)
    assert "any" not in filters.in_words(conditions)


def test_every_field_offers_what_it_takes(cast):
    for field in filters.fields().values():
        for value, words in filters.choices_of(field):
            assert words
            filters.read([{"field": field.key, "op": field.ops[0], "value": value}])
