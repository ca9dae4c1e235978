"""How many letters go in a minute."""

import pytest

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Delivery, Inbox
from promisedesk.core.models import Workspace
from promisedesk.core.secretbox import seal

URL = "/settings/sending/"


@pytest.fixture
def ada(signed_in, cast):
    cast.help.smtp_url = seal("smtps://mail.example")
    cast.help.save(update_fields=["smtp_url"])
    return signed_in(cast.ada)


def given(cast, common=30, own=60) -> dict:
    return {"common": common, f"inbox-{cast.help.public_id}": own}


def test_an_admin_sets_them(ada, cast):
    html = ada.post(URL, given(cast), follow=True).content.decode()
    assert "Saved." in html
    assert "by the mail server of “Kettle &amp; Loom”" in html
    assert Workspace.get().smtp_per_minute == 30
    assert Inbox.objects.get(pk=cast.help.pk).smtp_per_minute == 60


@pytest.mark.parametrize("wrong", [{"common": -1}, {"common": 10**6}, {"own": ""}])
def test_nonsense_is_refused(ada, cast, wrong):
    assert ada.post(URL, given(cast, **wrong)).status_code == 422
    assert Workspace.get().smtp_per_minute == 0


def test_a_manager_looks_and_an_agent_has_no_business_here(signed_in, cast):
    assert signed_in(cast.mona).get(URL).status_code == 200
    assert signed_in(cast.mona).post(URL, given(cast)).status_code == 403
    assert signed_in(cast.anna).get(URL).status_code == 403


def test_all_letters_that_did_not_leave_are_tried_again_at_once(ada, cast):
    stuck = [replying.reply(cast.parcel, f"{n}", by=cast.anna).delivery for n in range(3)]
    deliveries.failed(stuck[0], "550 No")
    deliveries.deferred(stuck[1], "450 Later")
    ended = replying.enqueue(cast.hears().conversation.messages.get(automatic=True), "c@x.example")
    ended.is_automatic = True
    ended.save(update_fields=["is_automatic"])
    deliveries.dropped(ended, "Not sent: the customer was answered meanwhile.")
    page = ada.get("/settings/mail/").content.decode()
    assert "Try all again" in page
    assert "answered meanwhile" not in page
    told = ada.post("/settings/mail/deliveries/", follow=True).content.decode()
    assert "2 letters are tried again now." in told
    states = set(Delivery.objects.filter(pk__in=[one.pk for one in stuck]).values_list("state"))
    assert states == {("queued",)}
    assert Delivery.objects.get(pk=ended.pk).state == "failed"
