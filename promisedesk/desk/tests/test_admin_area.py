import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from promisedesk.agents.models import Team
from promisedesk.contacts import fields
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import tagging
from promisedesk.conversations.models import Conversation, SavedView, Tag
from promisedesk.core.models import Event, Workspace
from promisedesk.replies import macros
from promisedesk.rules.models import Rule

pytestmark = pytest.mark.django_db
PAGES = (
    "", "tags/", "fields/", "fields/new/contact/", "teams/", "languages/", "ways-of-working/",
    "retention/", "appearance/", "macros/", "macros/new/",
)  # fmt: skip


def _verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_every_page_opens_for_admins_and_managers(cast, signed_in, language):
    for one in (cast.ada, cast.mona):
        one.language = language
        one.save(update_fields=["language"])
        client = signed_in(one)
        answers = {page: client.get(f"/settings/{page}").status_code for page in PAGES}
        assert set(answers.values()) == {200}, answers


def test_agents_have_no_business_there_and_managers_change_nothing(cast, signed_in):
    for page in PAGES:
        if not page.startswith("macros"):
            assert signed_in(cast.anna).get(f"/settings/{page}").status_code == 403
            answer = signed_in(cast.mona).post(f"/settings/{page}", {"name": "x"})
            assert answer.status_code == 403, page


def test_the_index_finds_a_page_by_other_words_for_it(cast, signed_in):
    client = signed_in(cast.ada)
    assert "/settings/macros/" in client.get("/settings/").content.decode()
    found = client.get("/settings/?q=canned").context["groups"]
    assert [one.page.key for _h, _i, pages in found for one in pages] == ["macros"]
    assert client.get("/settings/?q=zzzz").context["groups"] == []


def test_a_tag_is_renamed_and_coloured(cast, signed_in):
    tag = tagging.make("Delivry", by=cast.anna)
    client = signed_in(cast.ada)
    client.post(f"/settings/tags/{tag.public_id}/", {"name": "Delivery", "hue": "210"})
    tag.refresh_from_db()
    assert (tag.name, tag.hue) == ("Delivery", 210)
    client.post(f"/settings/tags/{tag.public_id}/offering/")
    tag.refresh_from_db()
    assert not tag.is_active


def test_two_tags_become_one_wherever_they_were_named(cast, signed_in):
    old, new = tagging.make("Delivry", by=cast.anna), tagging.make("Delivery", by=cast.anna)
    tagging.add(cast.parcel, [old, new], by=cast.anna)
    other = Conversation.objects.create(ref="OTHER222", inbox=cast.help, contact=cast.clara)
    tagging.add(other, [old], by=cast.anna)
    asked = [{"field": "tag", "op": "is", "value": [old.public_id, new.public_id]}]
    doing = [{"do": "tag", "add": [old.public_id]}]
    view = SavedView.objects.create(name="Parcels", conditions=asked)
    rule = Rule.objects.create(name="Tag", conditions=asked, actions=doing)
    macro = macros.add(macros.Wording("Tag", actions=doing), by=cast.mona)
    url = f"/settings/tags/{old.public_id}/merge/"
    signed_in(cast.ada).post(url, {"into": new.public_id})
    assert [list(one.tags.all()) for one in (cast.parcel, other)] == [[new], [new]]
    for one in (view, rule, macro):
        one.refresh_from_db()
    assert view.conditions[0]["value"] == rule.conditions[0]["value"] == [new.public_id]
    assert macro.actions == rule.actions == [{"do": "tag", "add": [new.public_id]}]
    assert not Tag.objects.filter(name="Delivry").exists()


def test_a_field_is_made_changed_moved_and_put_away(cast, signed_in):
    client = signed_in(cast.ada)
    sent = {"name_en": "Reason", "name_pl": "Powód", "kind": "choice", "choices": "Late\nBroken"}
    assert client.post("/settings/fields/new/conversation/", sent).status_code == 302
    reason = CustomField.objects.get()
    assert reason.choices == ["Late", "Broken"]
    order = fields.add("conversation", {"en": "Order"}, by=cast.ada)
    sent |= {"name_en": "Why", "is_required": "on", "depends_on": order.key, "depends_value": "1"}
    assert client.post(f"/settings/fields/{reason.public_id}/", sent).status_code == 302
    client.post(f"/settings/fields/{order.public_id}/place/", {"up": "1"})
    reason.refresh_from_db()
    assert (reason.names["en"], reason.is_required, reason.depends_on) == ("Why", True, "order")
    assert list(CustomField.objects.values_list("key", flat=True)) == ["order", "reason"]
    client.post(f"/settings/fields/{reason.public_id}/place/")
    reason.refresh_from_db()
    assert not reason.is_active


def test_a_field_without_a_name_is_refused_with_what_was_typed(cast, signed_in):
    answer = signed_in(cast.ada).post(
        "/settings/fields/new/contact/", {"kind": "choice", "choices": "One\nTwo"}
    )
    assert answer.status_code == 422
    assert "One\nTwo" in answer.content.decode()


def test_a_team_gets_people_inboxes_and_a_way_to_share_out(cast, signed_in):
    client = signed_in(cast.ada)
    client.post("/settings/teams/", {"name": "Night"})
    refused = client.post("/settings/teams/", {"name": "Night"})
    assert refused.status_code == 422
    assert 'value="Night"' in refused.content.decode()
    team = Team.objects.get(name="Night")
    sent = {"name": "Night", "members": [cast.boris.pk], "inboxes": [cast.help.pk]}
    client.post(f"/settings/teams/{team.public_id}/", sent | {"assign_by": "load"})
    team.refresh_from_db()
    cast.help.refresh_from_db()
    assert (team.assign_by, list(team.agents.all()), cast.help.team) == ("load", [cast.boris], team)
    assert not team.prefers_known
    client.post(f"/settings/teams/{team.public_id}/removal/")
    assert Team.objects.filter(pk=team.pk).exists(), "its inbox would be everybody's"
    client.post(f"/settings/teams/{team.public_id}/", sent | {"assign_by": "load", "inboxes": []})
    client.post(f"/settings/teams/{team.public_id}/removal/")
    assert not Team.objects.filter(pk=team.pk).exists()


def test_languages_and_ways_of_working_are_saved_and_logged(cast, signed_in):
    client = signed_in(cast.ada)
    client.post("/settings/languages/", {"languages": ["en", "pl"], "language": "pl"})
    answer = client.post("/settings/languages/", {"languages": ["en"], "language": "ru"})
    assert answer.status_code == 200
    client.post("/settings/ways-of-working/", {"undo_seconds": "20", "tracks_time": "on"})
    shop = Workspace.get()
    assert (shop.languages, shop.language) == (["en", "pl"], "pl")
    assert (shop.undo_seconds, shop.tracks_time) == (20, True)
    assert _verbs()[-2:] == ["desk.languages_changed", "desk.habits_changed"]


def _picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (900, 300), (10, 90, 90, 255)).save(made, "PNG")
    return made.getvalue()


def test_a_logo_is_drawn_anew_and_shown_to_customers_and_at_the_sign_in(cast, signed_in):
    logo = SimpleUploadedFile("logo.png", _picture(), "image/png")
    sent = {"hue": "30", "colour": "140", "logo": logo}
    assert signed_in(cast.ada).post("/settings/appearance/", sent).status_code == 302
    anybody = Client()
    for path in ("/help/", "/sign-in/"):
        page = anybody.get(path).content.decode()
        assert "--brand-h:30;--brand-c:0.14" in page
        assert "/logo/" in page
    address = page.partition('class="logo" src="')[2].partition('"')[0]
    answer = anybody.get(address)
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    with Image.open(io.BytesIO(answer.content)) as drawn:
        assert drawn.size == (480, 160)
    assert anybody.get("/logo/0123456789abcdef.webp").status_code == 404
    signed_in(cast.ada).post("/settings/appearance/", {"hue": 30, "colour": 0, "no_logo": "on"})
    assert "/logo/" not in anybody.get("/help/").content.decode()


def test_what_is_no_picture_is_refused_as_a_logo(cast, signed_in):
    logo = SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>", "image/png")
    answer = signed_in(cast.ada).post(
        "/settings/appearance/", {"hue": "30", "colour": "140", "logo": logo}
    )
    assert "no picture we can show" in answer.content.decode()
    assert Workspace.get().logo_sha256 == ""


def test_a_colour_no_text_could_be_read_in_is_refused(cast, signed_in):
    signed_in(cast.ada).post("/settings/appearance/", {"hue": "30", "colour": "400"})
    assert Workspace.get().brand_colour == 0


def test_an_inbox_and_a_person_say_how_work_is_shared_out(cast, signed_in):
    client = signed_in(cast.ada)
    inbox, person = (
        f"/settings/inboxes/{cast.help.public_id}/",
        f"/settings/people/{cast.anna.public_id}/",
    )
    for page in (inbox, person):
        assert client.get(page).status_code == 200
    client.post(inbox + "sharing/", {"assign_by": "turns"})
    client.post(inbox + "sharing/", {"assign_by": "magic"})
    client.post(person + "load/", {"capacity": "12"})
    client.post(person + "load/", {"capacity": "lots", "takes_new": "on"})
    for one in (cast.help, cast.anna):
        one.refresh_from_db()
    assert (cast.help.assign_by, cast.help.prefers_known) == ("turns", False)
    assert (cast.anna.takes_new, cast.anna.capacity) == (False, 12)
    assert signed_in(cast.mona).post(person + "load/", {}).status_code == 403
