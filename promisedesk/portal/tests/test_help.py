import pytest

from promisedesk.cast import Cast
from promisedesk.core.models import Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("path", ["/help/", "/contact/"])
def test_customers_are_told_when_they_get_an_answer(client, path, time_machine):
    time_machine.move_to("2026-11-24T14:05:00+00:00", tick=False)
    Cast()
    Workspace.objects.update(phone="+44 117 496 0150")
    page = client.get(path).content.decode()
    assert "Kettle &amp; Loom" in page
    assert "by tomorrow, 14:05" in page
    assert "help@kettleandloom.example" in page
    assert "tel:+441174960150" in page
    assert "9:00 to 18:00" in page
    assert "Open now" in page


@pytest.mark.parametrize("path", ["/help/", "/contact/"])
def test_the_pages_are_there_before_any_inbox_is(client, path):
    assert client.get(path).status_code == 200


def test_a_closed_day_ahead_is_told(client, time_machine):
    time_machine.move_to("2026-12-21T10:00:00+00:00", tick=False)
    Cast()
    assert "Christmas" in client.get("/help/").content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "pl"])
def test_the_browser_chooses_the_language(client, language):
    Cast()
    page = client.get("/help/", headers={"accept-language": f"{language},en;q=0.5"})
    assert page.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in page.content.decode()


def test_a_public_page_sets_no_cookies(client):
    Cast()
    assert not client.get("/help/").cookies
