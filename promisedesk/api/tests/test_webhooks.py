"""Webhooks: what they are told, that it is ours, in which order, and what happens when it fails."""

import base64
import hashlib
import hmac
import json
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from promisedesk.api import circles, delivering, hooks
from promisedesk.api.models import Webhook, WebhookDelivery
from promisedesk.api.tests.conftest import Caller
from promisedesk.api.tests.hook_sink import listening
from promisedesk.conversations import assigning, replying
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import breaking
from promisedesk.promises.models import Promise


@pytest.fixture
def sink(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    with listening() as found:
        yield found


@pytest.fixture
def ada(cast):
    return Caller(cast.ada)


def hook_to(sink, cast, *verbs):
    hook, secret = hooks.add(sink.url, list(verbs), by=cast.ada)
    return hook, secret


def deliver():
    while delivering.deliver_due():
        pass


def later():
    """The back-off is over."""
    Webhook.objects.update(due_at=now())


def test_without_webhooks_no_query_is_made(cast, django_assert_num_queries):
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    with django_assert_num_queries(0):
        from promisedesk.api import telling

        telling.note(Event(verb="message.received"))


def test_a_promise_is_told_as_the_api_shows_it_and_signed(cast, sink, ada):
    _hook, secret = hook_to(sink, cast, "promise.*")
    cast.hears()
    Promise.objects.update(due_at=now() - timedelta(seconds=1))
    breaking.break_due()
    deliver()
    assert [one["type"] for one in sink.told] == ["promise.made", "promise.broken"]
    broken = sink.told[1]
    shown = ada.get(f"promises/{broken['promise']['id']}").json()
    assert broken["promise"] | {"late_s": 0} == shown | {"late_s": 0}
    assert broken["promise"]["state"] == "broken"
    assert broken["conversation"]["answer_promise"]["id"] == shown["id"]
    assert broken["url"].endswith(f"/conversations/{shown['conversation']}/")
    headers, body = sink.heard[1]
    stamp, number = headers["webhook-timestamp"], headers["webhook-id"]
    assert number == broken["id"]
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mark = hmac.new(key, f"{number}.{stamp}.".encode() + body, hashlib.sha256).digest()
    assert headers["webhook-signature"] == "v1," + base64.b64encode(mark).decode()


def test_only_what_is_wanted_is_told_and_only_with_what_happened(cast, sink):
    hook_to(sink, cast, "conversation.assigned")
    with transaction.atomic():
        assigning.assign(cast.parcel, cast.anna, by=cast.mona)
        transaction.set_rollback(True)
    assert not WebhookDelivery.objects.exists()
    cast.parcel.refresh_from_db()
    assigning.assign(cast.parcel, cast.anna, by=cast.mona)
    cast.hears()
    deliver()
    assert [one["type"] for one in sink.told] == ["conversation.assigned"]
    assert sink.told[0]["by"]["name"] == "Mona Berg"
    assert sink.told[0]["conversation"]["assignee"]["name"] == "Anna Kowalska"


def test_what_fails_is_tried_again_in_order_with_the_same_id(cast, sink):
    hook, _secret = hook_to(sink, cast, "message.*")
    sink.statuses = [500, 302]
    cast.hears("One?")
    cast.hears("Two?")
    deliver()
    hook.refresh_from_db()
    assert hook.failing_since
    assert hook.due_at > now()
    later()
    deliver()
    assert "redirect" in WebhookDelivery.objects.order_by("pk").first().last_error
    later()
    deliver()
    assert [one["message"]["text"] for one in sink.told] == ["One?", "One?", "One?", "Two?"]
    assert len({one["id"] for one in sink.told}) == 2
    hook.refresh_from_db()
    assert hook.failing_since is None
    assert set(WebhookDelivery.objects.values_list("state", flat=True)) == {"sent"}


def test_after_a_day_it_failed_and_can_be_sent_again(cast, sink, ada):
    hook, _secret = hook_to(sink, cast, "message.received")
    cast.hears()
    sink.statuses = [503]
    WebhookDelivery.objects.update(tried_from=now() - timedelta(days=2))
    deliver()
    (shown,) = ada.get(f"webhooks/{hook.public_id}/deliveries").json()["items"]
    assert shown["state"] == "failed"
    assert shown["last_status"] == 503
    path = f"webhooks/{hook.public_id}/deliveries/{shown['id']}/again"
    assert ada.post(path, {}).json()["state"] == "waiting"
    deliver()
    assert [one["id"] for one in sink.told] == [sink.told[0]["id"]] * 2
    assert ada.get(f"webhooks/{hook.public_id}/deliveries?state=sent").json()["items"]


def test_a_slow_one_holds_up_no_other(cast, sink, monkeypatch, settings):
    monkeypatch.setattr(delivering, "SECONDS", 0.3)
    with listening() as other:
        other.slow = 1
        hook_to(other, cast, "message.*")
        hook_to(sink, cast, "message.*")
        cast.hears()
        deliver()
    assert len(sink.told) == 1
    assert WebhookDelivery.objects.get(state="waiting").last_error


def test_private_networks_are_not_reached_unless_the_settings_say_so(cast, sink, settings):
    hook_to(sink, cast, "message.*")
    settings.ALLOWED_HOSTS_OUT = []
    cast.hears()
    deliver()
    assert sink.heard == []
    assert "private network" in WebhookDelivery.objects.get().last_error
    with pytest.raises(Refused, match="https"):
        hooks.add("http://hooks.example.com/", ["message.*"], by=cast.ada)


@pytest.mark.parametrize(
    "url", ["ftp://x.example/", "https:///x", "https://a:b@x.example", "x", "https://[::"]
)
def test_an_address_must_be_one(cast, url):
    with pytest.raises(Refused):
        hooks.add(url, ["message.*"], by=cast.ada)


@pytest.mark.parametrize("sends_header", [True, False])
def test_a_circle_through_the_api_is_stopped_with_a_visible_error(cast, sink, sends_header):
    anna = Caller(cast.anna)
    _hook, _secret = hook_to(sink, cast, "message.noted")
    path = f"conversations/{cast.parcel.public_id}/messages"
    replying.note(cast.parcel, "Look", by=cast.anna)
    for _round in range(15):
        deliver()
        if len(sink.told) <= _round:
            break
        headers = (
            {circles.HEADER: sink.heard[-1][0][circles.HEADER.lower()]} if sends_header else {}
        )
        assert anna.post(path, {"direction": "note", "text": "And I"}, **headers).status_code == 201
    assert len(sink.told) == circles.DEEPEST
    stopped = WebhookDelivery.objects.get(state="stopped")
    assert "circle" in stopped.last_error
    # A person's note is told all the same.
    replying.note(cast.parcel, "Me again", by=cast.anna)
    deliver()
    assert len(sink.told) == circles.DEEPEST + 1


def test_mail_comes_in_though_a_webhook_was_removed_meanwhile(
    cast, sink, django_capture_on_commit_callbacks
):
    hook, _secret = hook_to(sink, cast, "message.*")
    from promisedesk.api import telling

    assert telling._wanting("message.received") == (hook.pk,)
    Webhook.objects.filter(pk=hook.pk)._raw_delete("default")  # by another process: no signal
    cast.hears()
    assert WebhookDelivery.objects.count() == 1
    assert delivering.deliver_due() == 0
    delivering.forget()
    assert not WebhookDelivery.objects.exists()


def test_admins_add_change_test_and_remove_them_by_the_api(cast, sink, ada):
    made = ada.post("webhooks", {"url": sink.url, "verbs": ["promise.broken", "urgent.*"]})
    assert made.status_code == 201
    hook = made.json()
    assert hook["secret"].startswith("whsec_")
    path = f"webhooks/{hook['id']}"
    shown = ada.get(path).json()
    assert "secret" not in shown
    assert shown["name"] == "127.0.0.1"
    assert ada.patch(path, {"verbs": ["message.received"]}).json()["verbs"] == ["message.received"]
    assert ada.patch(path, {"verbs": ["nothing.here"]}).status_code == 422
    assert ada.post(f"{path}/secret", {}).json()["secret"] != hook["secret"]
    assert ada.post(f"{path}/test", {}).status_code == 201
    deliver()
    assert sink.told[0]["type"] == "webhook.test"
    assert ada.get("webhooks").json()["items"] == [ada.get(path).json()]
    assert ada.delete(path).status_code == 204
    assert ada.get("webhooks").json()["items"] == []
    told = Event.objects.filter(verb__startswith="webhook.").order_by("pk")
    assert [one.verb for one in told] == [
        "webhook.added", "webhook.changed", "webhook.changed", "webhook.removed"
    ]  # fmt: skip
    assert hook["secret"] not in json.dumps([one.data for one in told])


def test_others_see_none_and_add_none(cast, sink):
    hook, _secret = hook_to(sink, cast, "message.*")
    for agent in (cast.anna, cast.mona):
        caller = Caller(agent)
        assert caller.get("webhooks").json()["items"] == []
        assert caller.get(f"webhooks/{hook.public_id}").status_code == 404
        body = {"url": sink.url, "verbs": ["message.*"]}
        assert caller.post("webhooks", body).status_code == 422
    assert Webhook.objects.count() == 1


def test_one_that_is_switched_off_is_told_nothing(cast, sink, ada):
    hook, _secret = hook_to(sink, cast, "message.*")
    hooks.change(hook, is_active=False, by=cast.ada)
    cast.hears()
    assert not WebhookDelivery.objects.exists()
    assert ada.post(f"webhooks/{hook.public_id}/test", {}).status_code == 422


def test_the_pages_of_an_admin(cast, sink, client, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cast.ada.set_password("seven linen towels")
    cast.ada.save()
    client.post("/sign-in/", {"login": cast.ada.email, "password": "seven linen towels"})
    wrong = client.post("/settings/webhooks/new/", {"url": "x", "verbs": ["urgent.*"]})
    assert "Write a whole address" in wrong.content.decode()
    made = client.post("/settings/webhooks/new/", {"url": sink.url, "verbs": ["message.noted"]})
    assert "whsec_" in made.content.decode()
    hook = Webhook.objects.get()
    path = f"/settings/webhooks/{hook.public_id}/"
    wrong = client.post(path, {"url": "https:/typed", "verbs": ["urgent.*"]})
    assert wrong.status_code == 422
    assert 'value="https:/typed"' in wrong.content.decode()
    assert 'value="urgent.*" checked' in wrong.content.decode()
    assert "whsec_" not in client.get(path).content.decode()
    sink.statuses = [500]
    replying.note(cast.parcel, "Look", by=cast.anna)
    WebhookDelivery.objects.update(tried_from=now() - timedelta(days=2))
    deliver()
    page = client.get(path).content.decode()
    assert "It answered with the status 500." in page
    row = WebhookDelivery.objects.get()
    client.post(f"{path}deliveries/{row.public_id}/")
    later()
    deliver()
    assert "All that happened was told." in client.get(path).content.decode()
    client.post(path, {"is_active": "0"})
    assert "It is switched off" in client.get(path).content.decode()
    assert "off" in client.get("/settings/webhooks/").content.decode()
    client.post(f"{path}removal/")
    assert not Webhook.objects.exists()


def test_busy_ones_do_not_keep_the_lanes_from_others(cast, sink, monkeypatch):
    monkeypatch.setattr(delivering, "AT_ONCE", 2)
    hook_to(sink, cast, "message.*")
    for _ in range(5):
        cast.hears()
    with listening() as second:
        hooks.add(second.url, ["conversation.assigned"], by=cast.ada)
        assigning.assign(cast.parcel, cast.anna, by=cast.mona)
        assert delivering.deliver_due() == 2
        assert delivering.deliver_due() == 1
        assert [one["type"] for one in second.told] == ["conversation.assigned"]
        deliver()
    assert len(sink.told) == 5


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer")
@pytest.mark.django_db(transaction=True)
def test_what_is_written_down_a_little_later_is_told_a_little_later(cast, sink):
    hook_to(sink, cast, "conversation.*", "message.received")
    begun, may_end = threading.Event(), threading.Event()

    def first():
        try:
            with transaction.atomic():
                assigning.assign(cast.parcel, cast.anna, by=cast.mona)
                begun.set()
                may_end.wait(60)
        finally:
            connection.close()

    thread = threading.Thread(target=first)
    thread.start()
    try:
        assert begun.wait(60)
        cast.hears(subject="Another matter")
        deliver()
        assert [one["type"] for one in sink.told] == ["message.received"]
    finally:
        may_end.set()
        thread.join(60)
    deliver()
    assert [one["type"] for one in sink.told] == ["message.received", "conversation.assigned"]
    numbers = WebhookDelivery.objects.order_by("pk").values_list("verb", flat=True)
    assert list(numbers) == ["conversation.assigned", "message.received"]
