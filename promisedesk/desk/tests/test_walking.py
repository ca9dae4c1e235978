"""On to the next conversation of a list, and back: links that need no script."""

import re

import pytest

from promisedesk.conversations import closing
from promisedesk.conversations.models import Conversation
from promisedesk.desk.tests.letters import letter, many
from promisedesk.desk.tests.test_inbox import subjects
from promisedesk.promises import urgency


@pytest.fixture
def browser(cast, signed_in):
    Conversation.objects.all().delete()
    return signed_in(cast.anna)


def shown(html: str) -> str:
    return re.search(r"<h1[^>]*>([^<]*)</h1>", html)[1]


def walk(browser, url: str, way: str, most: int = 12) -> list[str]:
    """Subjects of all that come, pressing the same link until it leads nowhere else."""
    found = []
    for _step in range(most):
        html = browser.get(url).content.decode()
        found.append(shown(html))
        link = re.search(rf'href="([^"]*/{way}/[^"]*)"', html)[1].replace("&amp;", "&")
        there = browser.get(link)["Location"]
        if there == url:
            assert "one of this list" in browser.get(url).content.decode()
            return found
        url = there
    return found


@pytest.mark.parametrize("view", ["all", "mine", "overdue"])
@pytest.mark.parametrize("sort", ["", "?sort=last"])
def test_the_links_go_through_the_list_in_its_order(browser, cast, view, sort):
    many(cast, 6)
    letter(cast, "Promised", message_id="<1@x>")
    Conversation.objects.filter(subject="Question 4").update(due_at=None, state="waiting")
    listed = browser.get(f"/inbox/{view}/{sort}").content.decode()
    first, last = (re.findall(r'href="(/inbox/[^"]+)" id="c-', listed)[at] for at in (0, -1))
    assert walk(browser, first, "next") == subjects(listed)
    assert walk(browser, last, "previous") == subjects(listed)[::-1]


def test_after_one_that_left_the_list_comes_the_first(browser, cast):
    gone = letter(cast, "Gone", message_id="<1@x>").conversation
    letter(cast, "Tea", message_id="<2@x>")
    closing.resolve(gone, by=cast.anna, because="A call")
    answer = browser.get(f"/inbox/all/{gone.public_id}/next/", follow=True)
    assert shown(answer.content.decode()) == "Tea"
    assert browser.get(f"/inbox/all/{gone.public_id}/previous/")["Location"].endswith(
        f"/{gone.public_id}/"
    )


def test_it_goes_through_what_was_found_page_by_page(browser, cast, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.inbox.finding.PAGE", 2)
    for place in range(5):
        letter(cast, f"Lamp {place}", text=f"A lamp, the {place}.", message_id=f"<{place}@x>")
    letter(cast, "Kettle", message_id="<k@x>")
    first = Conversation.objects.get(subject="Lamp 4").public_id
    last = Conversation.objects.get(subject="Lamp 0").public_id
    names = [f"Lamp {place}" for place in (4, 3, 2, 1, 0)]
    assert walk(browser, f"/inbox/search/{first}/?q=lamp", "next") == names
    assert walk(browser, f"/inbox/search/{last}/?q=lamp", "previous") == names[::-1]


def test_another_teams_conversation_leads_nowhere(cast, signed_in, browser):
    one = letter(cast, "Tea").conversation.public_id
    assert signed_in(cast.boris).get(f"/inbox/all/{one}/next/").status_code == 404


def test_the_urgent_ones_on_top_come_first_and_once(browser, cast):
    many(cast, 5)
    letter(cast, "Promised", message_id="<1@x>")
    for subject in ("Question 1", "Question 3"):
        urgency.mark(Conversation.objects.get(subject=subject), by=cast.anna)
    listed = browser.get("/inbox/all/").content.decode()
    first, last = (re.findall(r'href="(/inbox/[^"]+)" id="c-', listed)[at] for at in (0, -1))
    assert set(subjects(listed)[:2]) == {"Question 1", "Question 3"}
    assert walk(browser, first, "next") == subjects(listed)
    assert walk(browser, last, "previous") == subjects(listed)[::-1]


def test_after_one_that_left_comes_the_first_urgent_one(browser, cast):
    many(cast, 2)
    gone = letter(cast, "Gone", message_id="<1@x>").conversation
    closing.resolve(gone, by=cast.anna, because="A call")
    urgency.mark(Conversation.objects.get(subject="Question 1"), by=cast.anna)
    answer = browser.get(f"/inbox/all/{gone.public_id}/next/", follow=True)
    assert shown(answer.content.decode()) == "Question 1"
