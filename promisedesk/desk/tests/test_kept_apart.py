"""What is shown elsewhere or for colleagues only: not among what is found, nor on public pages."""

import pytest
from django.test import Client

from promisedesk.api.tests.conftest import Caller
from promisedesk.conversations import linking, merging, replying, siding
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Conversation, Message
from promisedesk.core import files
from promisedesk.desk.tests.letters import letter
from promisedesk.desk.tests.test_inbox import subjects
from promisedesk.portal.urls import urlpatterns

SECRETS = ("marmalade", "porcelain")


def a_file(name: str) -> IncomingFile:
    return IncomingFile(name, "text/plain", 3, files.store(b"tea"))


@pytest.fixture
def tea(cast) -> Conversation:
    """Clara asks; we ask the courier beside it, note something, and merge another question."""
    Conversation.objects.all().delete()
    tea = letter(cast, "Tea", text="Where is my tea?", message_id="<tea@x>").conversation
    side = siding.start(
        tea, to="claims@courier.example", subject="Parcel", text="A marmalade jar", by=cast.anna
    )
    letter(cast, "Re: Parcel", text="The marmalade is lost.", address="claims@courier.example",
           reply_token=side.reply_token, message_id="<side@x>")  # fmt: skip
    replying.note(tea, "The porcelain broke too.", by=cast.anna, files=[a_file("porcelain.txt")])
    gone = letter(cast, "Lid", text="And the lid?", message_id="<lid@x>").conversation
    merging.merge(gone, tea, by=cast.anna)
    return tea


@pytest.mark.parametrize("query", ["marmalade", "porcelain", "lid", "tea", "is:open", "from:clara"])
def test_search_shows_the_conversation_that_it_belongs_to_and_nothing_else(
    cast, signed_in, tea, query
):
    html = signed_in(cast.anna).get("/inbox/search/", {"q": query}).content.decode()
    assert subjects(html.replace("<mark>", "").replace("</mark>", "")) == ["Tea"]
    shown = {one.public_id for one in Conversation.objects.exclude(pk=tea.pk)}
    assert not any(f'id="c-{one}"' in html for one in shown)


def test_the_search_of_the_api_says_which_talk_is_beside_which(cast, tea):
    anna = Caller(cast.anna)
    for query in ("marmalade", "lid", "is:open"):
        for one in anna.get("search", {"q": query}).json()["items"]:
            found = anna.get(f"conversations/{one['conversation']}").json()
            assert found["merged_into"] is None
            assert tea.public_id in (found["id"], found["parent"])


def test_no_list_shows_them(cast, signed_in, tea):
    browser = signed_in(cast.anna)
    for view in ("all", "mine", "unassigned", "overdue", "due-soon", "waiting", "resolved", "spam"):
        html = browser.get(f"/inbox/{view}/").content.decode()
        assert set(subjects(html)) <= {"Tea"}, view


def test_public_pages_tell_nothing_of_them(tea):
    """Every public page there is, with whatever a link of ours could carry."""
    stranger = Client()
    ids = [one.public_id for one in (*Conversation.objects.all(), *Message.objects.all())]
    ids += [tea.reply_token, tea.ref, *Attachment.objects.values_list("public_id", flat=True)]
    links = [linking.url_of(one).split("/attached/")[1][:-1] for one in Attachment.objects.all()]
    for one in urlpatterns:
        route = str(one.pattern)
        head, _sign, tail = route.partition("<")
        rest = tail.partition(">")[2]
        paths = [head + token + rest for token in [*ids, *links]] if tail else [route]
        for path in paths:
            answer = stranger.get(f"/{path}")
            if answer.streaming:
                raise AssertionError(f"{path}: the file of a note")
            text = answer.content.decode(errors="replace").lower()
            assert not any(secret in text for secret in SECRETS), path
            assert "where is my tea" not in text, path
