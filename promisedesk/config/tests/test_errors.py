"""What people and programs get when a page cannot be given."""

import pytest
from django.test import Client, RequestFactory

from promisedesk.config import errors

pytestmark = pytest.mark.django_db


def test_a_page_that_is_not_there_says_so_in_words_and_leads_out(client):
    answer = client.get("/no/such/page/<script>")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text
    assert "script>" not in answer.text.replace("</script>", "").replace("<script src", "")


def test_a_program_gets_a_problem(client):
    many = "&".join(f"a{number}=1" for number in range(2000))
    answer = client.get(f"/api/v1/conversations?{many}", headers={"authorization": "Bearer x"})
    assert answer["Content-Type"].startswith("application/problem+json")
    assert 400 <= answer.json()["status"] < 500


def test_a_form_open_for_too_long_loses_nothing_and_says_what_to_do():
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "a@b.example"})
    assert answer.status_code == 403
    assert "load the page again" in answer.text


def test_a_fault_of_ours_shows_nothing_of_ours():
    request = RequestFactory().get("/today/")
    request.LANGUAGE_CODE = "en"
    answer = errors.fault(request)
    assert answer.status_code == 500
    assert "The desk made a mistake" in answer.content.decode()
