"""Help with writing on the pages: asked by a press, shown beside the text, taken or left."""

import pytest

from promisedesk.coach import answering, helping
from promisedesk.coach.models import Asked, WritingHelp
from promisedesk.coach.tests.language_server import ask_it
from promisedesk.conversations.models import Message
from promisedesk.replies import drafting

SETTINGS = "/settings/writing-help/"
HTMX = {"HTTP_HX_REQUEST": "true"}
TEXT = "Clara, it left on Friday. Be patient."


@pytest.fixture
def on(cast, stand_in):
    return ask_it(stand_in, by=cast.ada)


@pytest.fixture
def client(cast, signed_in):
    return signed_in(cast.anna)


@pytest.fixture
def asked(cast):
    return cast.hears("Gdzie jest moja paczka?", language="pl").conversation


@pytest.fixture
def here(asked):
    return f"/inbox/all/{asked.public_id}/"


def page(client, url, **more) -> str:
    return client.get(url, **more).content.decode()


def test_nothing_of_it_is_seen_while_it_is_off(client, here):
    html = page(client, here)
    assert "writing-help/" not in html
    assert "switched off" in page(client, here + "writing-help/")
    answer = client.post(here + "writing-help/", {"kind": "softer", "text": TEXT}, **HTMX)
    assert "switched off" in answer.content.decode()
    assert not Asked.objects.exists()


def test_a_proposal_comes_by_itself_and_is_taken_or_left(client, here, on):
    assert "Help me write" in page(client, here)
    menu = page(client, here + "writing-help/?menu")
    assert "Softer" in menu
    assert "Goes to 127.0.0.1" in menu
    waiting = client.post(here + "writing-help/", {"kind": "softer", "text": TEXT}, **HTMX)
    html = waiting.content.decode()
    row = Asked.objects.get()
    url = f"{here}writing-help/{row.public_id}/"
    assert f'hx-get="{url}"' in html
    assert client.get(url, **HTMX).status_code == 204
    on.says = "Clara, it left on <b>Friday</b>. Thank you for waiting."
    answering.answer_due()
    html = page(client, url, **HTMX)
    assert "&lt;b&gt;Friday" in html
    assert "every 1s" not in html
    assert "What was sent" in html
    assert "data-help-take" in html
    assert "Show the last proposal" in page(client, here + "writing-help/?menu")
    assert client.post(url, {"leave": "1"}, **HTMX).content == b""
    assert not Asked.objects.exists()
    assert not Message.objects.filter(direction="out", automatic=False).exists()


def test_without_scripts_each_step_is_a_page(cast, client, here, asked, on):
    client.post(here + "writing-help/", {"text": TEXT})
    assert drafting.drafts(asked, cast.anna)[False].text == TEXT
    assert "Softer" in page(client, here + "writing-help/")
    there = client.post(here + "writing-help/", {"kind": "softer"})
    assert "Look again" in page(client, there["Location"])
    on.says = "It left on Friday. Thank you, Clara."
    answering.answer_due()
    assert "Take it" in page(client, there["Location"])
    taken = client.post(there["Location"], {"take": "1"})
    assert taken["Location"].endswith("reply/#reply")
    assert drafting.drafts(asked, cast.anna)[False].text == on.says
    assert not Asked.objects.exists()


def test_doubts_and_faults_are_said(client, here, on):
    on.says = "It left."
    client.post(here + "writing-help/", {"kind": "shorter", "text": TEXT}, **HTMX)
    answering.answer_due()
    url = f"{here}writing-help/{Asked.objects.get().public_id}/"
    assert "Not there any more: Friday" in page(client, url, **HTMX)
    on.status = 401
    client.post(here + "writing-help/", {"kind": "shorter", "text": TEXT}, **HTMX)
    answering.answer_due()
    url = f"{here}writing-help/{Asked.objects.latest('pk').public_id}/"
    html = page(client, url, **HTMX)
    assert "refuses the key" in html
    assert "Your text is as it was." in html
    assert "Ask again" in html


def test_a_message_in_another_language_is_translated_below_it(cast, client, here, asked, on):
    message = asked.messages.get(direction="in")
    assert "Translate this message" in page(client, here)
    given = {"kind": "read", "message": message.public_id}
    assert client.post(here + "writing-help/", given, **HTMX).status_code == 200
    on.says = "Where is my parcel?"
    answering.answer_due()
    row = Asked.objects.get()
    html = page(client, f"{here}writing-help/{row.public_id}/", **HTMX)
    assert "Where is my parcel?" in html
    assert "Take it" not in html
    assert "Hide" in html
    missing = {"kind": "read", "message": "x"}
    assert client.post(here + "writing-help/", missing, **HTMX).status_code == 404


def test_a_message_in_ones_own_language_offers_no_translation(cast, client, on):
    found = cast.hears("Where is it?", subject="Other").conversation
    assert "Translate this message" not in page(client, f"/inbox/all/{found.public_id}/")


def test_proposals_are_for_who_asked_alone(cast, signed_in, client, here, on):
    client.post(here + "writing-help/", {"kind": "softer", "text": TEXT}, **HTMX)
    url = f"{here}writing-help/{Asked.objects.get().public_id}/"
    assert signed_in(cast.ada).get(url).status_code == 404
    assert signed_in(cast.boris).get(url).status_code == 404


def test_light_agents_are_offered_none(cast, signed_in, here, on):
    cast.anna.role = "light"
    cast.anna.save(update_fields=["role"])
    client = signed_in(cast.anna)
    assert "writing-help/" not in page(client, here)
    assert client.post(here + "writing-help/", {"kind": "softer"}).status_code == 403
    assert client.get(here + "writing-help/").status_code == 200


GIVEN = {"model": "small-1", "helps": ["softer", "translate"], "seconds": "20", "is_on": "on"}


def test_admins_set_it_and_are_told_what_leaves(cast, signed_in, stand_in):
    client = signed_in(cast.ada)
    assert "It is off: no text leaves this desk" in page(client, SETTINGS)
    given = GIVEN | {"base_url": stand_in.base_url, "key": "sk-very-secret"}
    assert client.post(SETTINGS, given).status_code == 302
    html = page(client, SETTINGS)
    assert f"texts leave this desk for 127.0.0.1:{stand_in.port}" in html
    assert "sk-very-secret" not in html
    assert "has no https" in html
    assert helping.offered() == ("softer", "translate")
    client.post(SETTINGS, given | {"key": "", "base_url": "https://other.example/v1"})
    assert "old key was forgotten" in page(client, SETTINGS)


def test_what_cannot_be_is_said_and_stays_as_typed(cast, signed_in):
    answer = signed_in(cast.ada).post(SETTINGS, GIVEN | {"base_url": "llm.example"})
    assert answer.status_code == 422
    assert 'value="llm.example"' in answer.content.decode()
    assert not WritingHelp.objects.exists()


def test_trying_it_shows_the_sentence_and_the_models(cast, signed_in, stand_in):
    client = signed_in(cast.ada)
    client.post(SETTINGS, GIVEN | {"base_url": stand_in.base_url})
    client.post(SETTINGS + "try/")
    assert client.get(SETTINGS + "try/", **HTMX).status_code == 200
    answering.answer_due()
    answer = client.get(SETTINGS + "try/", **HTMX)
    assert answer.status_code == 286
    assert "Gladly." in answer.content.decode()
    assert '<option value="large-1">' in page(client, SETTINGS)


def test_only_admins_see_where_texts_go(cast, signed_in):
    for agent in (cast.mona, cast.anna):
        assert signed_in(agent).get(SETTINGS).status_code == 403
        assert signed_in(agent).post(SETTINGS + "try/").status_code == 403
