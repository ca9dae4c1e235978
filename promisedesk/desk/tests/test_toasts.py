"""What was done is said in a toast, and is taken back from there."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, Tag

WAITS = "/inbox/all/{}/"


@pytest.fixture
def waits(cast) -> Conversation:
    """Nothing is owed in it: it is the customer's turn."""
    return Conversation.objects.create(
        ref="WAITS", inbox=cast.help, contact=cast.clara, subject="It waits", state="waiting"
    )


def toasts(html: str) -> str:
    return html[html.index('class="toasts"') :]


def do(client, conversation, what: str, **chosen) -> str:
    here = WAITS.format(conversation.public_id)
    return client.post(f"{here}{what}/", chosen, follow=True).content.decode()


def take_back(client, html: str) -> str:
    action = re.search(r'action="(/inbox/batches/[\w-]+/undo/)"', toasts(html)).group(1)
    there = re.search(r'name="next" value="([^"]+)"', toasts(html)).group(1)
    return client.post(action, {"next": there}, follow=True).content.decode()


@pytest.mark.parametrize(
    ("what", "chosen", "says"),
    [
        ("resolving", {}, "Resolved. It opens again if they write."),
        ("spam", {}, "Moved to the spam."),
        ("snooze", {"until": (now() + timedelta(days=2)).isoformat()}, "Put aside until"),
        ("assignee", {"agent": "mona"}, "Assigned."),
    ],
)
def test_one_click_puts_it_back_as_it_was(signed_in, cast, waits, what, chosen, says):
    client = signed_in(cast.anna)
    chosen = {
        key: cast.mona.public_id if value == "mona" else value for key, value in chosen.items()
    }
    html = do(client, waits, what, **chosen)
    assert says in toasts(html)
    assert 'class="banner" data-tone="ok"' not in html
    assert "1 put back." in toasts(take_back(client, html))
    waits.refresh_from_db()
    assert (waits.state, waits.snoozed_until, waits.assignee) == ("waiting", None, None)


def test_tags_come_off_again(signed_in, cast, waits):
    client = signed_in(cast.anna)
    html = do(client, waits, "tags", add=Tag.objects.create(name="Odd").public_id)
    assert waits.tags.count() == 1
    take_back(client, html)
    assert waits.tags.count() == 0


def test_the_next_one_is_offered_when_one_is_done_with(signed_in, cast, waits):
    client = signed_in(cast.anna)
    onward = f'href="{WAITS.format(waits.public_id)}next/'
    assert onward not in toasts(do(client, waits, "assignee", agent=cast.anna.public_id))
    html = do(client, waits, "resolving")
    assert onward in toasts(html)
    there = client.get(f"{WAITS.format(waits.public_id)}next/")
    assert there["Location"] == WAITS.format(cast.parcel.public_id)


def test_what_needs_work_is_no_toast(signed_in, cast, waits):
    html = do(signed_in(cast.anna), waits, "waking")
    assert "This is not put aside." in html
    assert "This is not put aside." not in toasts(html)


def test_settings_say_what_was_saved_in_a_toast(signed_in, cast):
    client = signed_in(cast.ada)
    sent = {"name": "Odd", "hue": "30"}
    html = client.post("/settings/tags/", sent, follow=True).content.decode()
    said = re.findall(r'class="toast-text">([^<]+)<', toasts(html))
    assert len(said) == 1
    assert said[0] not in html[: html.index('class="toasts"')]


def test_an_address_cannot_lead_the_way_back_elsewhere(signed_in, cast, waits):
    here = WAITS.format(waits.public_id)
    page = signed_in(cast.anna).get(f"{here}?merged=../../../../sign-out").content.decode()
    assert 'action="' + here + 'merges/..%2F..%2F..%2F..%2Fsign-out/"' in toasts(page)
