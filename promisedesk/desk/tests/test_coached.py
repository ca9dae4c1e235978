"""The coach beside macros, letters of rules and absences while they are edited."""

import pytest

from promisedesk.desk.settings import coached
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording

pytestmark = pytest.mark.django_db
LOOK = "/settings/coached/"
KIND = "Hello {customer.first_name|dear customer},\n\nyour order is answered {promise.by}."
UNKIND = "Hello {customer.first_name},\n\nyou should have read the terms. We recieved it."


def test_a_text_is_read_with_its_variables_filled(cast):
    assert coached.lines_for(KIND, "en", cast.anna) == []
    says = " ".join(one.says for one in coached.lines_for(UNKIND, "en", cast.anna))
    assert "recieved" in says
    assert "blame" in says


@pytest.mark.parametrize("is_script", [True, False])
def test_each_language_has_its_lines_on_demand(cast, signed_in, is_script):
    headers = {"HTTP_HX_REQUEST": "true"} if is_script else {}
    sent = {"text_en": UNKIND, "text_pl": "Dzień dobry, wyślemy to w piątek."}
    page = signed_in(cast.anna).post(LOOK, sent, **headers).content.decode()
    assert "recieved" in page
    assert "Nothing to mend." in page
    assert ("<html" in page) != is_script


def test_a_macro_is_saved_and_told_of_its_hints(cast, signed_in):
    client = signed_in(cast.anna)
    filled = {"name": "Terms", "shortcut": "", "whose": "own", "text_en": UNKIND}
    page = client.post("/settings/macros/new/", filled, follow=True).content.decode()
    assert "“Terms” is saved." in page
    assert "The coach has 2 hints for it" in page


def test_the_page_of_a_macro_asks_for_its_lines(cast, signed_in):
    macro = macros.add(Wording("Terms", "terms", {"en": UNKIND}), by=cast.mona)
    page = signed_in(cast.mona).get(f"/settings/macros/{macro.public_id}/").content.decode()
    assert LOOK in page
    assert 'id="coached"' in page


def test_nobody_else_may_ask(client, db):
    assert client.post(LOOK, {"text_en": UNKIND}).status_code == 302


def test_the_letter_of_a_rule_is_read_by_the_name_of_its_own_form(cast, signed_in):
    sent = {"own-text_en": UNKIND, "own-say": "recieve", "name": "recieve"}
    page = signed_in(cast.anna).post(LOOK, sent, HTTP_HX_REQUEST="true").content.decode()
    assert "recieved" in page
    assert "There is no text yet." not in page


def test_a_variable_is_named_where_nothing_fills_it():
    says = [one.says for one in coached.lines_for_plain("Write to {shop.phone}.", "en")]
    assert says == ["“{shop.phone}” is not filled in"]
