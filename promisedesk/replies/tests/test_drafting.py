import pytest

from promisedesk.replies import drafting

pytestmark = pytest.mark.django_db


def test_a_draft_is_kept_and_the_last_words_count(cast):
    drafting.save(cast.parcel, cast.anna, "Hello")
    drafting.save(cast.parcel, cast.anna, "Hello Clara,")
    assert drafting.texts(cast.parcel, cast.anna) == {False: "Hello Clara,"}


def test_reply_note_and_agents_have_drafts_of_their_own(cast):
    drafting.save(cast.parcel, cast.anna, "to Clara")
    drafting.save(cast.parcel, cast.anna, "to Mona", is_note=True)
    drafting.save(cast.parcel, cast.mona, "from Mona")
    assert drafting.texts(cast.parcel, cast.anna) == {False: "to Clara", True: "to Mona"}
    assert drafting.texts(cast.parcel, cast.mona) == {False: "from Mona"}


def test_an_emptied_draft_is_put_away(cast):
    drafting.save(cast.parcel, cast.anna, "Hello")
    assert drafting.save(cast.parcel, cast.anna, "  \n") is None
    assert drafting.texts(cast.parcel, cast.anna) == {}


def test_discarding_one_kind_leaves_the_other(cast):
    drafting.save(cast.parcel, cast.anna, "reply")
    drafting.save(cast.parcel, cast.anna, "note", is_note=True)
    drafting.discard(cast.parcel, cast.anna)
    assert drafting.texts(cast.parcel, cast.anna) == {True: "note"}
