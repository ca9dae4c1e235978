import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from promisedesk.conversations import tagging
from promisedesk.replies import drafting, macros
from promisedesk.replies.macros import Wording
from promisedesk.replies.models import Macro

pytestmark = pytest.mark.django_db


@pytest.fixture
def hello(cast):
    return macros.add(
        Wording("Hello", "hello", {"en": "Hello {customer.first_name},"}), by=cast.mona
    )


@pytest.fixture
def here(cast):
    return f"/inbox/mine/{cast.parcel.public_id}/"


@pytest.fixture
def tag(cast):
    return tagging.make("Delivery", by=cast.anna)


def _ask(client, url, **kwargs):
    return client.post(url, HTTP_ACCEPT="application/json", **kwargs)


def test_the_list_is_fetched_and_is_a_page_too(cast, signed_in, hello, here):
    client = signed_in(cast.anna)
    part = client.get(here + "macros/", HTTP_X_PART="list").content.decode()
    assert "data-macro-pick" in part
    assert "<html" not in part
    page = client.get(here + "macros/?q=hell").content.decode()
    assert "Hello {customer.first_name}," in page
    assert "<form" in page
    assert hello.public_id not in client.get(here + "macros/?q=refund").content.decode()


def test_the_script_gets_the_text_filled_in_with_files_and_what_will_be_done(
    cast, signed_in, here, tag
):
    doing = [{"do": "tag", "add": [tag.public_id]}]
    macro = macros.add(
        Wording("Hello", texts={"en": "Hello {customer.name}"}, actions=doing), by=cast.mona
    )
    made = _ask(signed_in(cast.anna), f"{here}macros/{macro.public_id}/").json()
    assert made["text"] == "Hello Clara Holm"
    assert "Delivery" in made["does"]
    assert made["id"] == macro.public_id
    assert not cast.parcel.tags.exists()


def test_without_a_script_the_text_is_added_to_the_draft(cast, signed_in, hello, here):
    client = signed_in(cast.anna)
    answer = client.post(here + "macros/", {"text": "Thank you!"})
    assert answer.status_code == 302
    client.post(f"{here}macros/{hello.public_id}/")
    assert drafting.texts(cast.parcel, cast.anna)[False] == "Thank you!\n\nHello Clara,"


def test_a_macro_without_a_text_acts_at_once(cast, signed_in, here, tag):
    macro = macros.add(
        Wording("Tag", actions=[{"do": "tag", "add": [tag.public_id]}]), by=cast.mona
    )
    made = _ask(signed_in(cast.anna), f"{here}macros/{macro.public_id}/").json()
    assert made["is_done"]
    assert cast.parcel.tags.get() == tag


def test_other_teams_find_neither_conversation_nor_macro(cast, signed_in, hello, here):
    assert signed_in(cast.boris).get(here + "macros/").status_code == 404
    own = macros.add(Wording("Mine", texts={"en": "x"}, owner=cast.mona), by=cast.mona)
    assert _ask(signed_in(cast.anna), f"{here}macros/{own.public_id}/").status_code == 404


def test_the_reply_does_what_the_macro_asks_for(cast, signed_in, here, tag):
    doing = [{"do": "tag", "add": [tag.public_id]}]
    macro = macros.add(Wording("Hello", texts={"en": "Hello"}, actions=doing), by=cast.mona)
    cast.parcel.refresh_from_db()
    conversation = cast.hears().conversation
    here = f"/inbox/all/{conversation.public_id}/"
    page = signed_in(cast.anna).get(f"{here}reply/?macro={macro.public_id}").content.decode()
    assert f'name="macro" value="{macro.public_id}" checked' in page
    sent = {"text": "Hello, it left.", "macro": macro.public_id}
    signed_in(cast.anna).post(here + "reply/", sent)
    assert conversation.tags.get() == tag


def _form(**fields):
    return {"name": "Late", "whose": "own", "text_en": "Sorry, {customer.first_name|you}"} | fields


def test_a_macro_is_made_with_texts_files_and_actions(cast, signed_in, tag):
    file = SimpleUploadedFile("terms.txt", b"Our terms", "text/plain")
    fields = {"do-add": [tag.public_id], "do-state": "resolve", "files": file, "shortcut": "/late"}
    answer = signed_in(cast.mona).post("/settings/macros/new/", _form(whose="all", **fields))
    assert answer.status_code == 302, answer.content.decode()
    macro = Macro.objects.get()
    assert macro.shortcut == "late"
    assert macro.owner is None
    assert [one[0] for one in macro.files] == ["terms.txt"]
    assert [one["do"] for one in macro.actions] == ["tag", "resolve"]


def test_what_was_chosen_is_shown_again_and_kept(cast, signed_in, tag):
    client = signed_in(cast.mona)
    file = SimpleUploadedFile("terms.txt", b"Our terms", "text/plain")
    client.post("/settings/macros/new/", _form(files=file, **{"do-add": [tag.public_id]}))
    macro = Macro.objects.get()
    page = client.get(f"/settings/macros/{macro.public_id}/")
    kept = [value for _file, value in page.context["files"]]
    doing = page.context["doing"]
    assert doing.initial["add"] == [tag.public_id]
    client.post(f"/settings/macros/{macro.public_id}/", _form(name="Later", kept=kept))
    macro.refresh_from_db()
    assert (macro.name, len(macro.files), macro.actions) == ("Later", 1, [])


def test_a_slip_in_a_variable_is_said_and_nothing_typed_is_lost(cast, signed_in):
    answer = signed_in(cast.mona).post("/settings/macros/new/", _form(text_en="Hi {custmer.name}"))
    assert answer.status_code == 422
    assert "{custmer.name}" in answer.content.decode()
    assert not Macro.objects.exists()


def test_agents_make_their_own_and_only_look_at_the_shared(cast, signed_in, hello):
    client = signed_in(cast.anna)
    assert client.post("/settings/macros/new/", _form()).status_code == 302
    assert client.post("/settings/macros/new/", _form(whose="all")).status_code == 422
    url = f"/settings/macros/{hello.public_id}/"
    assert "disabled" in client.get(url).content.decode()
    assert client.post(url, _form()).status_code == 422
    client.post(url + "retirement/")
    hello.refresh_from_db()
    assert (hello.name, hello.is_active) == ("Hello", True)


def test_a_drafted_reply_becomes_a_macro_that_names_nobody(cast, signed_in):
    drafting.save(cast.parcel, cast.anna, "Hello Clara, your number is PARCEL22. Anna")
    page = signed_in(cast.anna).get(f"/settings/macros/new/?from={cast.parcel.public_id}")
    text = page.context["form"]["text_en"].value()
    assert (
        text == "Hello {customer.first_name}, your number is {conversation.ref}. {agent.first_name}"
    )
    other = signed_in(cast.boris).get(f"/settings/macros/new/?from={cast.parcel.public_id}")
    assert other.status_code == 404


def test_the_preview_shows_an_example_and_runs_nothing(cast, signed_in):
    text = "Hi {customer.first_name} {{7*7}} {x.class} <script>"
    page = signed_in(cast.anna).post("/settings/macros/preview/", {"text": text, "language": "ru"})
    shown = page.content.decode()
    assert "Hi Клара {{7*7}} {x.class} &lt;script&gt;" in shown
    assert "Nothing can be filled in" in shown


def test_light_agents_have_no_macros(cast, signed_in, here):
    cast.anna.role = "light"
    cast.anna.save(update_fields=["role"])
    assert signed_in(cast.anna).get("/settings/macros/").status_code == 403


def test_texts_are_asked_for_in_the_languages_customers_are_answered_in(cast, signed_in):
    page = signed_in(cast.mona).get("/settings/macros/new/")
    assert [one.name for one in page.context["form"].texts()] == ["text_en", "text_pl", "text_ru"]
