import pytest

from promisedesk.conversations import replying, tagging
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording
from promisedesk.replies.models import Macro

pytestmark = pytest.mark.django_db
HELLO = {"en": "Hello {customer.first_name},", "pl": "Dzień dobry {customer.name},"}


@pytest.fixture
def hello(cast):
    return macros.add(Wording("Hello", "hello", HELLO), by=cast.mona)


def test_the_text_comes_filled_in_and_in_the_customers_language(cast, hello):
    assert macros.ready(cast.parcel, hello, cast.anna).text == "Hello Clara,"
    cast.parcel.language = "pl"
    assert macros.ready(cast.parcel, hello, cast.anna).text == "Dzień dobry Clara Holm,"


def test_without_a_text_in_their_language_the_inbox_decides(cast, hello):
    cast.parcel.language = "ru"
    applied = macros.ready(cast.parcel, hello, cast.anna)
    assert (applied.language, applied.text) == ("en", "Hello Clara,")


def test_what_cannot_be_filled_in_is_told(cast):
    cast.clara.name = ""
    cast.clara.save(update_fields=["name"])
    cast.parcel.contact = cast.clara
    macro = macros.add(Wording("Hello", texts=HELLO), by=cast.mona)
    assert macros.ready(cast.parcel, macro, cast.anna).missing == ["{customer.first_name}"]


def test_two_who_change_different_things_undo_nothing_of_each_other(cast, hello):
    as_boris_has_it = Macro.objects.get(pk=hello.pk)
    macros.change(hello, Wording("Hello", "hi", HELLO), by=cast.mona)
    macros.change(as_boris_has_it, Wording("Hello!", "hello", HELLO), by=cast.mona)
    found = Macro.objects.get(pk=hello.pk)
    assert (found.name, found.shortcut) == ("Hello!", "hi")


def test_own_macros_are_seen_by_nobody_else(cast):
    own = macros.add(Wording("Mine", texts={"en": "Hi"}, owner=cast.anna), by=cast.anna)
    for who, sees in ((cast.anna, [own]), (cast.boris, []), (cast.ada, [])):
        assert list(macros.visible_to(who)) == sees
    assert not macros.may_change(own, cast.ada)


def test_a_teams_macros_are_for_the_team_and_those_above(cast):
    theirs = macros.add(Wording("Orders", texts={"en": "Hi"}, team=cast.orders), by=cast.mona)
    for who, sees in ((cast.anna, [theirs]), (cast.boris, []), (cast.mona, [theirs])):
        assert list(macros.visible_to(who)) == sees


def test_agents_share_nothing_and_light_agents_have_none(cast, hello):
    with pytest.raises(Refused):
        macros.add(Wording("All", texts={"en": "Hi"}), by=cast.anna)
    with pytest.raises(Refused):
        macros.change(hello, Wording("Mine now", texts={"en": "x"}, owner=cast.anna), by=cast.anna)
    with pytest.raises(Refused):
        macros.retire(hello, by=cast.anna)
    cast.anna.role = "light"
    assert not macros.visible_to(cast.anna).exists()


@pytest.mark.parametrize(
    "wording",
    [
        Wording(""),
        Wording("Nothing in it"),
        Wording("A slip", texts={"en": "Hello {custmer.name}"}),
        Wording("Code", texts={"en": "Hello {x.__class__}"}),
        Wording("No such language", texts={"xx": "Hi"}),
        Wording("No such action", actions=[{"do": "refund"}]),
        Wording("The shortcut of another", "hello", {"en": "Hi"}),
        Wording(
            "A file alone",
            actions=[{"do": "resolve"}],
            files=[IncomingFile("a", "text/plain", 1, "0" * 64)],
        ),
    ],
)
def test_what_makes_no_sense_is_refused(cast, hello, wording):
    with pytest.raises(Refused):
        macros.add(wording, by=cast.mona)
    assert Macro.objects.count() == 1


def test_without_a_text_it_is_done_at_once(cast):
    tag = tagging.make("Delivery", by=cast.anna)
    macro = macros.add(
        Wording("Tag it", actions=[{"do": "tag", "add": [tag.public_id]}]), by=cast.mona
    )
    applied = macros.apply(cast.parcel, macro, cast.anna)
    assert applied.done
    assert list(cast.parcel.tags.all()) == [tag]


def test_with_a_text_it_is_done_when_the_answer_is_sent(cast):
    tag = tagging.make("Delivery", by=cast.anna)
    doing = [{"do": "tag", "add": [tag.public_id]}, {"do": "resolve"}]
    macro = macros.add(Wording("Sent", texts={"en": "It is sent."}, actions=doing), by=cast.mona)
    conversation = cast.hears().conversation
    macros.apply(conversation, macro, cast.anna)
    assert not conversation.tags.exists()
    replying.reply(conversation, "It is sent.", by=cast.anna)
    macros.after_sending(conversation, [macro.public_id, macro.public_id, "none"], by=cast.anna)
    conversation.refresh_from_db()
    assert (conversation.state, list(conversation.tags.all())) == ("resolved", [tag])


def test_nobody_does_what_a_macro_of_others_does(cast):
    macro = macros.add(
        Wording("Mine", texts={"en": "Hi"}, actions=[{"do": "spam"}], owner=cast.boris),
        by=cast.boris,
    )
    assert macros.after_sending(cast.parcel, [macro.public_id], by=cast.anna) == []


def test_those_used_most_come_first(cast, hello):
    other = macros.add(Wording("A", texts={"en": "Hi"}), by=cast.mona)
    macros.apply(cast.parcel, hello, cast.anna)
    assert list(macros.visible_to(cast.anna)) == [hello, other]


def test_what_is_put_away_is_offered_no_more_and_can_come_back(cast, hello):
    macros.retire(hello, by=cast.mona)
    assert not macros.visible_to(cast.anna).exists()
    macros.bring_back(hello, by=cast.mona)
    assert macros.visible_to(cast.anna).exists()
    verbs = Event.objects.filter(verb__startswith="macro.").values_list("verb", flat=True)
    assert list(verbs) == ["macro.added", "macro.retired", "macro.changed"]
