"""How letters look is chosen on one page and seen before it is kept."""

import html
import re

import pytest

from promisedesk.core.models import Workspace
from promisedesk.replies.models import LetterLook

pytestmark = pytest.mark.django_db
URL = "/settings/letters/"
CHOSEN = {
    "has_line": "on",
    "card": ["name", "hours"],
    "closing_ru": "ООО «Кеттл», ИНН 7700000000",
    "kind": "acknowledgement",
    "language": "ru",
}


def test_it_is_chosen_and_shown_again(cast, signed_in):
    ada = signed_in(cast.ada)
    assert ada.post(URL, CHOSEN).status_code == 302
    look = LetterLook.get()
    assert (look.has_logo, look.has_line, look.card) == (False, True, ["name", "hours"])
    assert look.closing == {"ru": "ООО «Кеттл», ИНН 7700000000"}
    page = ada.get(URL).content.decode()
    assert "ИНН 7700000000" in page
    assert re.search(r'value="hours"[^>]*checked', page)
    nothing = ada.post(URL, {"has_logo": "on"})
    assert nothing.status_code == 422
    assert "at least one part" in nothing.content.decode()
    assert LetterLook.get().card == ["name", "hours"]


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
@pytest.mark.parametrize("kind", ["answer", "acknowledgement"])
def test_it_is_seen_in_each_language_before_it_is_kept(cast, signed_in, language, kind):
    Workspace.objects.update(site="https://kettleandloom.example", phone="+44 117 496 0150")
    ada = signed_in(cast.ada)
    chosen = CHOSEN | {"language": language, "kind": kind, f"closing_{language}": "The very end"}
    seen = ada.get(f"{URL}look/", chosen).content.decode()
    assert "\n-- \n" in seen
    assert "The very end" in seen
    urls = set(re.findall(r'<iframe[^>]* src="([^"]+)"', seen))
    (url,) = urls
    letter = ada.get(html.unescape(url))
    assert "style-src 'unsafe-inline'" in letter["Content-Security-Policy"]
    assert "sandbox" in letter["Content-Security-Policy"]
    text = letter.content.decode()
    assert f'lang="{language}"' in text
    assert "The very end" in text
    assert "+44" not in text.partition('class="card"')[2]
    assert not LetterLook.objects.exists()


def test_agents_do_not_see_it_and_managers_do_not_change_it(cast, signed_in):
    assert signed_in(cast.anna).get(URL).status_code == 403
    mona = signed_in(cast.mona)
    assert mona.get(URL).status_code == 200
    assert mona.post(URL, CHOSEN).status_code == 403
