"""Answering from the page of a conversation: replies, notes, files, drafts, and what is decided."""

import json
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, override

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core import files
from promisedesk.desk.reasons import said_again
from promisedesk.desk.tests.conversation_page import read, url
from promisedesk.replies import drafting


def test_a_reply_is_queued_and_the_conversation_waits(anna, cast, asked):
    drafting.save(asked, cast.anna, "It is")
    answer = anna.post(url(asked, "reply/"), {"text": "It is on its way."})
    assert answer.status_code == 302
    asked.refresh_from_db()
    assert asked.state == "waiting"
    assert asked.messages.get(agent=cast.anna).delivery.state == "held"
    assert drafting.texts(asked, cast.anna) == {}
    html = read(anna, asked)
    assert "It is on its way." in html
    assert "Waiting to be sent" in html


def test_a_double_click_sends_one_reply(anna, cast, asked):
    for _click in range(2):
        anna.post(url(asked, "reply/"), {"text": "It is on its way."})
    assert asked.messages.filter(agent=cast.anna).count() == 1


def test_a_note_stays_among_us(anna, cast, asked):
    anna.post(url(asked, "note/"), {"text": "She is angry."})
    note = asked.messages.get(agent=cast.anna)
    assert note.direction == "note"
    assert not Delivery.objects.filter(message=note).exists()
    assert "Internal note, customer cannot see it" in read(anna, asked)


def test_files_go_with_a_reply(anna, cast, asked):
    uploads = [
        SimpleUploadedFile("label.txt", b"DPD 42", "text/plain"),
        SimpleUploadedFile("../../etc/passwd", b"root", "text/plain"),
        SimpleUploadedFile("invoice.pdf", b"%PDF", "application/pdf"),
    ]
    anna.post(url(asked, "reply/"), {"text": "See the label.", "files": uploads})
    attached = asked.messages.get(agent=cast.anna).attachments.order_by("pk")
    assert [(one.name, files.read(one.sha256)) for one in attached] == [
        ("label.txt", b"DPD 42"),
        ("passwd", b"root"),
        ("invoice.pdf", b"%PDF"),
    ]


def test_a_refused_reply_keeps_text_and_files_and_says_why(anna, cast, asked):
    asked.contact.identities.all().delete()
    asked.messages.update(from_address="", reply_to="")
    upload = SimpleUploadedFile("label.txt", b"DPD 42", "text/plain")
    answer = anna.post(url(asked, "reply/"), {"text": "Where to?", "files": [upload]})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "has no e-mail address" in html
    assert re.search(r">\s*Where to\?</textarea>", html)
    kept = re.search(r'name="kept" value="([^"]*)"', html)[1]
    assert drafting.texts(asked, cast.anna) == {False: "Where to?"}

    asked.messages.filter(direction="in").update(from_address="clara@customer.example")
    anna.post(url(asked, "reply/"), {"text": "Where to?", "kept": kept})
    assert asked.messages.get(agent=cast.anna).attachments.get().name == "label.txt"


def test_files_cannot_be_made_up(anna, cast, asked):
    made_up = json.dumps(["a", "b", 1, "0" * 64])
    anna.post(url(asked, "reply/"), {"text": "Hello, it left.", "kept": made_up})
    assert not asked.messages.get(agent=cast.anna).attachments.exists()


def test_an_empty_reply_is_refused(anna, asked):
    answer = anna.post(url(asked, "reply/"), {"text": "  "})
    assert "There is nothing to send yet" in answer.content.decode()


def test_a_file_that_is_too_large_is_refused(anna, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.forms.LARGEST_FILE", 3)
    upload = SimpleUploadedFile("film.mp4", b"1234", "video/mp4")
    answer = anna.post(url(asked, "reply/"), {"text": "Look", "files": [upload]})
    assert "film.mp4” is larger than" in answer.content.decode()


def test_drafts_come_back_each_in_its_own_tab_and_only_to_their_writer(
    anna, signed_in, cast, asked
):
    assert anna.post(url(asked, "draft/"), {"kind": "reply", "text": "Dear Cl"}).status_code == 204
    anna.post(url(asked, "draft/"), {"kind": "note", "text": "Ask Mona"})
    html = read(anna, asked)
    assert re.search(r">\s*Dear Cl</textarea>", html)
    assert re.search(r">\s*Ask Mona</textarea>", html)
    assert "Dear Cl" not in read(signed_in(cast.mona), asked)


def test_without_javascript_the_note_tab_is_a_page(anna, asked):
    html = anna.get(url(asked, "note/")).content.decode()
    reply, note = re.findall(r'<form class="write"[^>]*>', html)
    assert "hidden" in reply
    assert "hidden" not in note


def test_resolving_is_refused_while_an_answer_is_owed(anna, asked):
    html = anna.post(url(asked, "resolution/"), follow=True).content.decode()
    assert "still waits for an answer" in html
    asked.refresh_from_db()
    assert asked.state == "open"


def test_resolved_reopened_spam_and_back(anna, asked):
    Conversation.objects.filter(pk=asked.pk).update(due_at=None, answer_due_at=None)
    for button, state in [
        ("resolution/", "resolved"),
        ("reopening/", "open"),
        ("spam/", "spam"),
        ("no-spam/", "open"),
    ]:
        anna.post(url(asked, button))
        asked.refresh_from_db()
        assert asked.state == state


def test_who_can_see_it_can_be_given_it(anna, cast, asked):
    html = anna.get(url(asked, "assignment/")).content.decode()
    assert f'value="{cast.mona.public_id}"' in html
    assert f'value="{cast.boris.public_id}"' not in html
    anna.post(url(asked, "assignee/"), {"agent": cast.mona.public_id})
    asked.refresh_from_db()
    assert asked.assignee == cast.mona
    answer = anna.post(url(asked, "assignee/"), {"agent": cast.boris.public_id})
    assert answer.status_code == 404
    anna.post(url(asked, "assignee/"), {"agent": ""})
    asked.refresh_from_db()
    assert asked.assignee is None


def test_a_failed_letter_says_why_and_can_be_tried_again(anna, cast, asked):
    sent = replying.reply(asked, "Here it is.", by=cast.anna)
    deliveries.failed(sent.delivery, "550 no such <mailbox>")
    Delivery.objects.filter(pk=sent.delivery.pk).update(maybe_twice=True)
    html = read(anna, asked)
    assert "550 no such &lt;mailbox&gt;" in html
    assert "it may have arrived twice" in html
    again = re.search(r'action="([^"]*deliveries/[^"]*)"', html)[1]
    anna.post(again)
    sent.delivery.refresh_from_db()
    assert sent.delivery.state == "queued"


def test_a_refused_file_does_not_take_the_others_with_it(anna, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.forms.LARGEST_FILE", 8)
    chosen = [
        SimpleUploadedFile("label.txt", b"12345"),
        SimpleUploadedFile("film.mov", b"123456789"),
        SimpleUploadedFile("nothing.txt", b""),
    ]
    answer = anna.post(url(asked, "reply/"), {"text": "Look", "files": chosen})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "“film.mov” is larger than" in html
    assert "“nothing.txt” is empty and was not kept." in html
    kept = re.findall(r'name="kept" value="([^"]*)"', html)
    anna.post(url(asked, "reply/"), {"text": "Look", "kept": kept})
    sent = asked.messages.filter(direction="out", automatic=False).get()
    assert [one.name for one in sent.attachments.all()] == ["label.txt"]


def test_reasons_of_the_worker_are_read_in_ones_own_language(cast):
    with override("pl"):
        hung_up = "The mail server hung up. It is tried again by itself."
        assert said_again(hung_up) == gettext(hung_up) != hung_up
        said = said_again("The mail server said: 550 No such user")
        assert said.endswith("550 No such user")
        assert not said.startswith("The mail server")
        assert said_again("550 whatever") == "550 whatever"
