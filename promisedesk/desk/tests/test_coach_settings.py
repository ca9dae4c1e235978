"""What the coach asks for is set on one page, and the shop's words are kept there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from promisedesk.coach import levels, own_words
from promisedesk.coach.models import CoachManners, OwnWord
from promisedesk.lib.coach import CHECKS

URL = "/settings/coach/"
USUAL = {f"level-{one.id}": str(one.usual) for one in CHECKS.values() if not one.is_fixed}
CHOSEN = USUAL | {
    "level-tone": "stop",
    "level-ease": "off",
    "cooling_minutes": "30",
    "signature_needs": ["name", "phone"],
    "allows_art": "on",
}


def test_levels_and_cooling_are_chosen(cast, signed_in):
    client = signed_in(cast.ada)
    assert client.post(URL, CHOSEN).status_code == 302
    manners = CoachManners.get()
    assert manners.levels == {"tone": "stop", "ease": "off"}
    assert (manners.cooling_minutes, manners.calls_lead) == (30, False)
    assert manners.signature_needs == ["name", "phone"]
    assert (manners.allows_art, manners.allows_pictures) == (True, False)
    page = client.get(URL).content.decode()
    assert '<option value="stop" selected>' in page
    assert "always stops" in page


def test_what_is_wrong_comes_back_as_it_was_typed(cast, signed_in):
    client = signed_in(cast.ada)
    answer = client.post(URL, CHOSEN | {"cooling_minutes": "99999"})
    assert answer.status_code == 422
    assert 'value="99999"' in answer.content.decode()
    assert CoachManners.get().levels == {}
    assert client.post(URL, CHOSEN | {"level-tone": "loud"}).status_code == 422


def test_managers_look_and_agents_do_not(cast, signed_in):
    assert signed_in(cast.mona).get(URL).status_code == 200
    assert signed_in(cast.mona).post(URL, CHOSEN).status_code == 403
    assert signed_in(cast.anna).get(URL).status_code == 403


def test_words_are_added_found_and_removed(cast, signed_in):
    client = signed_in(cast.ada)
    client.post(URL + "words/", {"word": "Kettly"})
    assert own_words.own_words() == {"kettly"}
    assert "kettly" in client.get(URL, {"q": "Ket"}).content.decode()
    assert "No word begins so" in client.get(URL, {"q": "zzz"}).content.decode()
    client.post(f"{URL}words/{OwnWord.objects.get().pk}/")
    assert own_words.own_words() == frozenset()


def test_two_words_are_refused_and_stay_in_the_field(cast, signed_in):
    answer = signed_in(cast.ada).post(URL + "words/", {"word": "two words"})
    assert answer.status_code == 422
    assert 'value="two words"' in answer.content.decode()


@pytest.mark.parametrize("number", [1, 40])
def test_many_words_are_no_more_queries(cast, signed_in, number):
    client = signed_in(cast.ada)
    client.get(URL)
    levels.levels()
    OwnWord.objects.bulk_create(OwnWord(word=f"word{one}") for one in range(number))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(URL)
    assert len(asked) <= 9
