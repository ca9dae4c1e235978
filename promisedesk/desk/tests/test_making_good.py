"""Making good what went wrong, through the pages of a conversation."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.promises import breaking
from promisedesk.promises.models import Compensation, Promise, PromiseManners
from promisedesk.replies import drafting


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def late(cast):
    conversation = cast.hears(arrived_at=now() - timedelta(days=10)).conversation
    Promise.objects.update(told_at=now() - timedelta(days=10))
    breaking.break_due()
    manners = PromiseManners.get()
    manners.limits, manners.currency = {"agent": "20"}, "GBP"
    manners.save()
    return conversation


@pytest.fixture
def here(late):
    return f"/inbox/all/{late.public_id}/"


def test_the_bar_of_a_late_promise_offers_it(client, here):
    assert f"{here}making-good/" in client.get(here).content.decode()


def test_an_apology_stands_before_what_was_typed(client, cast, late, here):
    drafting.save(late, cast.anna, "Your parcel left today.")
    page = client.get(f"{here}making-good/").content.decode()
    assert "did not keep our word" in page
    client.post(f"{here}making-good/apology/", {"text": "I am sorry."})
    assert drafting.texts(late, cast.anna)[False] == "I am sorry.\n\nYour parcel left today."


def test_what_is_given_is_written_down_told_and_shown(client, cast, late, here):
    posted = {"kind": "voucher", "cost": "10,50", "says": "Late", "code": "TEA", "tell": "on"}
    page = client.post(f"{here}making-good/", posted, follow=True).content.decode()
    assert "10.50 GBP" in page  # of the timeline
    assert "Its code is TEA." in drafting.texts(late, cast.anna)[False]
    row = Compensation.objects.get()
    assert row.promise == Promise.objects.get()
    assert "£10.50" in client.get(f"/customers/{late.contact.public_id}/").content.decode()
    pane = client.post(f"{here}making-good/{row.public_id}/withdrawal/", follow=True)
    assert "taken back" in pane.content.decode()


def test_what_is_too_much_is_refused_and_stays_typed(client, cast, here):
    posted = {"kind": "gift", "cost": "25", "says": "A teapot"}
    answer = client.post(f"{here}making-good/", posted)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "above your limit of £20.00" in page
    assert "A teapot" in page
    assert client.post(f"{here}making-good/", posted | {"cost": "a lot"}).status_code == 422


def test_after_a_late_answer_it_is_offered_too(client, cast, late, here):
    Promise.objects.update(settled_at=now())
    late.state, late.due_at, late.answer_due_at = "waiting", None, None
    late.save()
    assert f"{here}making-good/" in client.get(here).content.decode()


def test_a_colleague_has_no_button_to_take_it_back(client, cast, here, signed_in):
    client.post(f"{here}making-good/", {"kind": "voucher", "cost": "5", "says": "Late"})
    place = f"{here}making-good/{Compensation.objects.get().public_id}/withdrawal/"
    assert place in client.get(f"{here}making-good/").content.decode()
    cast.boris.teams.add(cast.orders)
    boris = signed_in(cast.boris)
    assert place not in boris.get(f"{here}making-good/").content.decode()
    assert "may take it back" in boris.post(place, follow=True).content.decode()
    assert Compensation.objects.get().taken_back_at is None
    assert place in signed_in(cast.mona).get(f"{here}making-good/").content.decode()


def test_what_is_taken_back_is_not_promised_in_the_draft(client, cast, late, here):
    drafting.save(late, cast.anna, "Your parcel left today.")
    client.post(f"{here}making-good/", {"kind": "gift", "cost": "5", "says": "A mug", "tell": "on"})
    row = Compensation.objects.get()
    assert "To make up for it" in drafting.texts(late, cast.anna)[False]
    answer = client.post(f"{here}making-good/{row.public_id}/withdrawal/", follow=True)
    assert "also out of the answer you are writing" in answer.content.decode()
    assert drafting.texts(late, cast.anna)[False] == "Your parcel left today."
