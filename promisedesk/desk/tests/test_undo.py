"""Taking a reply back on the page: text and files are in the composer again."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from promisedesk.conversations.models import Conversation, Delivery, Tag
from promisedesk.desk.tests.conversation_page import url
from promisedesk.desk.tests.letters import letter
from promisedesk.replies import drafting
from promisedesk.replies.models import Macro


@pytest.fixture
def asked(cast) -> Conversation:
    return letter(cast, "Where is my throw?").conversation


def answered(anna, asked, text="It left on Monday.", **files):
    anna.post(url(asked, "reply/"), {"text": text, **files})
    return asked.messages.get(direction="out", automatic=False, text=text)


def undo(anna, asked, message, follow=True):
    return anna.post(url(asked, f"undo/{message.public_id}/"), follow=follow)


def test_the_page_counts_down_and_offers_the_way_back(anna, asked):
    message = answered(anna, asked)
    html = anna.get(url(asked)).content.decode()
    assert re.search(r"Sending in <b data-seconds>(9|10)</b> s", html)
    assert url(asked, f"undo/{message.public_id}/") in html
    assert "clara@customer.example leaves in a moment" in html


def test_text_and_files_are_in_the_composer_again(anna, cast, asked):
    file = SimpleUploadedFile("label.pdf", b"label", "application/pdf")
    message = answered(anna, asked, files=[file])
    page = undo(anna, asked, message).content.decode()
    assert "Taken back. Nothing was sent" in page
    assert "\nIt left on Monday.</textarea>" in page
    assert "label.pdf" in page
    asked.refresh_from_db()
    assert (asked.state, asked.assignee) == ("open", None)
    assert not Delivery.objects.filter(is_automatic=False).exists()
    kept = re.search(r'name="kept" value="([^"]+)"', page)[1]
    anna.post(url(asked, "reply/"), {"text": "It left on Tuesday.", "kept": kept})
    again = asked.messages.get(text="It left on Tuesday.")
    assert [one.name for one in again.attachments.all()] == ["label.pdf"]
    assert drafting.drafts(asked, cast.anna) == {}


def test_it_comes_before_what_was_begun_since(anna, cast, asked):
    message = answered(anna, asked)
    drafting.save(asked, cast.anna, "And the lid")
    undo(anna, asked, message)
    assert drafting.texts(asked, cast.anna) == {False: "It left on Monday.\n\nAnd the lid"}


def test_files_of_a_draft_can_be_left_out(anna, cast, asked):
    file = SimpleUploadedFile("label.pdf", b"label", "application/pdf")
    undo(anna, asked, answered(anna, asked, files=[file]))
    anna.post(url(asked, "draft/"), {"text": "It", "kind": "reply"})
    assert drafting.drafts(asked, cast.anna)[False].files
    anna.post(url(asked, "draft/"), {"text": "", "kind": "reply", "has_files": "1"})
    assert drafting.drafts(asked, cast.anna) == {}


def test_its_macros_are_ticked_again_and_what_they_hung_on_is_off(anna, cast, asked):
    tag = Tag.objects.create(name="Returns")
    does = [{"do": "tag", "add": [tag.public_id], "remove": []}]
    macro = Macro.objects.create(name="Label", texts={"en": "Here."}, actions=does)
    message = answered(anna, asked, macro=macro.public_id)
    assert list(asked.tags.all()) == [tag]
    page = undo(anna, asked, message).content.decode()
    assert f'name="macro" value="{macro.public_id}" checked' in page
    assert not asked.tags.exists()


def test_too_late_is_said(anna, asked):
    message = answered(anna, asked)
    Delivery.objects.update(state="sent", sent_at=now())
    page = undo(anna, asked, message).content.decode()
    assert "It is too late to take this back" in page
    assert asked.messages.filter(pk=message.pk).exists()


def test_the_same_text_may_be_sent_at_once_after_it_was_taken_back(anna, asked):
    undo(anna, asked, answered(anna, asked))
    assert answered(anna, asked).delivery.state == "held"


def test_only_its_writer_takes_an_answer_back(signed_in, anna, cast, asked):
    message = answered(anna, asked)
    mona = signed_in(cast.mona)
    assert "data-undo" not in mona.get(url(asked)).content.decode()
    page = undo(mona, asked, message).content.decode()
    assert "Only whoever wrote this answer can take it back" in page
    assert asked.messages.filter(pk=message.pk).exists()
    assert drafting.drafts(asked, cast.mona) == {}


def test_another_team_takes_nothing_back(signed_in, anna, cast, asked):
    message = answered(anna, asked)
    assert undo(signed_in(cast.boris), asked, message).status_code == 404
    assert anna.get(url(asked, f"undo/{message.public_id}/")).status_code == 405
    assert asked.messages.filter(pk=message.pk).exists()
