"""Signatures as people write them: seen as typed, refused while they lack something."""

import io
import re

import pytest
from PIL import Image

from promisedesk.cast import Cast
from promisedesk.coach import levels
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Inbox
from promisedesk.core.models import Workspace
from promisedesk.replies.models import Signature

pytestmark = pytest.mark.django_db
GOOD = "{agent.name}\nCustomer care, {shop.name}\n{shop.site}\n{inbox.address}, {shop.phone}\n"


@pytest.fixture
def cast():
    Workspace.objects.update(site="https://kettleandloom.example", phone="+44 117 496 0150")
    found = Cast()
    Workspace.objects.update(site="https://kettleandloom.example", phone="+44 117 496 0150")
    return found


def html(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def test_one_of_ones_own_is_written_and_shown(anna, cast):
    assert anna.get("/me/signatures/new/").status_code == 200
    fields = {"text": GOOD, "inbox": cast.help.public_id, "language": "en", "group": "VIP"}
    answer = anna.post("/me/signatures/new/", fields)
    assert (answer.status_code, answer["Location"]) == (302, "/me/#signatures")
    kept = Signature.objects.get()
    assert (kept.agent, kept.inbox, kept.language, kept.group) == (
        cast.anna, cast.help, "en", "VIP",
    )  # fmt: skip
    page = html(anna.get("/me/"))
    assert "Kettle &amp; Loom · English · VIP" in page
    url = f"/me/signatures/{kept.public_id}/"
    assert f'href="{url}"' in page
    assert "Customer care, {shop.name}" in html(anna.get(url))
    assert anna.post(f"{url}removal/").status_code == 302
    assert not Signature.objects.exists()


def test_inboxes_of_other_teams_are_not_offered(anna, cast):
    other = inboxes.add_inbox("secret@kettleandloom.example", name="Board of the shop")
    Inbox.objects.filter(pk=other.pk).update(team=cast.returns)
    fields = {"text": GOOD, "inbox": other.public_id}
    for answer in (anna.get("/me/signatures/new/"), anna.post("/me/signatures/new/", fields)):
        assert "Board of the shop" not in html(answer)
    assert "secret@" not in html(anna.post("/me/signatures/look/", fields))
    assert "secret@" not in html(anna.get(f"/me/signatures/new/?inbox={other.public_id}"))
    assert not Signature.objects.exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Anna", "does not give first and last name"),
        ("{agent.name}\n{shop.name}\n{shop.site}", "does not give an e-mail address"),
        (GOOD + "x" * 77, "Line 5 of the signature is 7 columns too long"),
        (GOOD + "a\nb\nc", "1 line too long"),
        (GOOD + "/\\_|#\n", "looks like a picture made of signs"),
        (" \n", "Write at least one line"),
    ],
)
def test_what_lacks_something_is_refused_with_the_reason(anna, text, says):
    answer = anna.post("/me/signatures/new/", {"text": text})
    assert answer.status_code == 422
    assert says in html(answer) or "is required" in html(answer)
    assert not Signature.objects.exists()


def test_it_is_seen_while_it_is_typed_and_nothing_is_kept(anna):
    seen = html(anna.post("/me/signatures/look/", {"text": GOOD + "x" * 80}))
    assert f"<span>{'x' * 70}<mark>{'x' * 10}</mark></span>" in seen
    assert "5 of 6 lines" in seen
    assert "80 of 70 columns" in seen
    assert 'href="mailto:help@kettleandloom.example"' in seen
    assert "+44 117 496 0150" in seen
    assert 'href="https://kettleandloom.example"' in seen
    assert seen.count('data-there="yes"') >= 6
    assert not Signature.objects.exists()
    assert "Anna Kowalska" in seen
    missing = html(anna.post("/me/signatures/look/", {"text": "Anna"}))
    assert missing.count('data-there="no" data-weight="required"') == 4


def test_a_place_that_nothing_is_known_for_is_told(anna):
    Workspace.objects.update(phone="")
    seen = html(anna.post("/me/signatures/look/", {"text": "{agent.name}\nCall {shop.phone}"}))
    assert "“Call {shop.phone}” is left out" in seen


def test_a_line_that_is_too_wide_is_broken_by_one_click(anna):
    wide = "14 Wapping Wharf, Bristol BS1 6WW, {inbox.address}, kettleandloom.example"
    page = html(anna.post("/me/signatures/new/", {"text": f"{{agent.name}}\n{wide}"}))
    assert "Break line 2 in two" in page
    answer = anna.post("/me/signatures/new/", {"text": f"{{agent.name}}\n{wide}", "mend": "1"})
    lines = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", answer.content.decode(), re.S)[1]
    assert lines.splitlines() == [
        "{agent.name}",
        "14 Wapping Wharf, Bristol BS1 6WW, {inbox.address}",
        "kettleandloom.example",
    ]
    assert not Signature.objects.exists()


def test_a_line_is_as_wide_as_customers_see_it(anna):
    places = "{agent.name}, {shop.name}, {shop.site}\n{inbox.address}"  # 38 columns once filled in
    wide = "{agent.first_name} of {shop.name} | {shop.phone} | {agent.first_name}, {shop.name}"
    assert len(wide) > 70
    assert "It cannot be kept so" not in html(anna.post("/me/signatures/look/", {"text": places}))
    assert anna.post("/me/signatures/new/", {"text": f"{places}\n{wide}"}).status_code == 302


def test_while_it_cannot_be_kept_so_it_says_so_before_it_is_saved(anna):
    assert "It cannot be kept so:" in html(anna.post("/me/signatures/look/", {"text": "Anna"}))
    assert "It cannot be kept so:" not in html(anna.post("/me/signatures/look/", {"text": GOOD}))


def test_why_it_was_refused_is_gone_once_it_is_typed_on(anna):
    refused = html(anna.post("/me/signatures/new/", {"text": "Anna"}))
    says = '<div class="field" id="refused"><span class="error" id="id_text_error" role="alert">'
    assert says in refused
    assert "hx-swap-oob" not in refused
    seen = html(anna.post("/me/signatures/look/", {"text": GOOD}))
    assert '<div class="field" id="refused" hx-swap-oob="true"></div>' in seen


def test_names_in_other_letters_count(anna):
    text = "Анна Ковальская\nСлужба заботы, Кеттл и Лум\nкеттл.рф\nhelp@kettle.example"
    assert anna.post("/me/signatures/new/", {"text": text, "language": "ru"}).status_code == 302


def test_nobody_opens_those_of_others(anna, cast, signed_in):
    other = Signature.objects.create(agent=cast.boris, text="B")
    shared = Signature.objects.create(text="S")
    for one in (other, shared):
        for path in ("", "removal/"):
            answer = anna.post(f"/me/signatures/{one.public_id}/{path}", {"text": GOOD})
            assert answer.status_code == 404
    assert anna.get("/settings/signatures/").status_code == 403
    assert signed_in(cast.ada).get(f"/settings/signatures/{other.public_id}/").status_code == 404
    mona = signed_in(cast.mona)
    assert mona.get(f"/settings/signatures/{shared.public_id}/").status_code == 200
    assert mona.post("/settings/signatures/new/", {"text": GOOD}).status_code == 403


def test_one_of_an_inbox_and_one_of_the_shop(ada, cast):
    place = f"/settings/signatures/new/?inbox={cast.help.public_id}"
    assert f'value="{cast.help.public_id}" selected' in html(ada.get(place))
    fields = {"text": GOOD, "inbox": cast.help.public_id, "occasion": "fault"}
    assert ada.post("/settings/signatures/new/", fields).status_code == 302
    assert ada.post("/settings/signatures/new/", {"text": GOOD}).status_code == 302
    again = ada.post("/settings/signatures/new/", {"text": GOOD})
    assert "There is a signature for the same already" in html(again)
    listed = html(ada.get("/settings/signatures/"))
    assert "A promise was missed" in listed
    assert "For every answer" in listed
    of_inbox = html(ada.get(f"/settings/inboxes/{cast.help.public_id}/"))
    assert "A promise was missed" in of_inbox
    assert "For every answer" not in of_inbox


def test_the_shop_says_what_is_needed(ada, anna, cast, signed_in):
    levels.change(by=cast.ada, signature_needs=["name", "phone"], allows_art=True)
    anna = signed_in(cast.anna)
    assert anna.post("/me/signatures/new/", {"text": "Anna Kowalska"}).status_code == 422
    art = "Anna Kowalska\n+44 117 496 0150\n/\\_|#"
    assert anna.post("/me/signatures/new/", {"text": art}).status_code == 302


def test_a_picture_only_where_the_shop_allows_it(anna, cast):
    def picture():
        content = io.BytesIO()
        Image.new("RGB", (600, 200), "teal").save(content, "PNG")
        return io.BytesIO(content.getvalue())

    anna.post("/me/signatures/new/", {"text": GOOD, "picture": picture()})
    kept = Signature.objects.get()
    assert kept.picture_sha256 == ""
    place = f"/me/signatures/{kept.public_id}/"
    assert 'name="picture"' not in html(anna.get(place))
    levels.change(by=cast.ada, allows_pictures=True)
    assert 'name="picture"' in html(anna.get(place))
    anna.post(place, {"text": GOOD, "picture": picture()})
    kept.refresh_from_db()
    assert len(kept.picture_sha256) == 64
    anna.post(place, {"text": GOOD, "no_picture": "on"})
    kept.refresh_from_db()
    assert kept.picture_sha256 == ""
