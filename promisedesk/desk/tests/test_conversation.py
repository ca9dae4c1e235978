import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, override

from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Conversation, Delivery, Message
from promisedesk.core import files
from promisedesk.desk.reasons import said_again
from promisedesk.desk.tests.letters import letter, many
from promisedesk.lib import phrases
from promisedesk.promises.models import Promise
from promisedesk.replies import drafting

HTMX = {"hx-request": "true"}


@pytest.fixture
def question(cast) -> Message:
    return letter(cast, "Where is my throw?", text="Hello,\n\nwhere is it?", signature="Clara")


@pytest.fixture
def asked(question) -> Conversation:
    return question.conversation


@pytest.fixture
def anna(signed_in, cast):
    return signed_in(cast.anna)


def url(conversation, rest="", view="all") -> str:
    return f"/inbox/{view}/{conversation.public_id}/{rest}"


def read(client, conversation, **more) -> str:
    answer = client.get(url(conversation), **more)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_who_was_promised_what_and_shows_the_letter(anna, asked):
    Promise.objects.update(told_at=asked.created_at)
    html = read(anna, asked)
    assert re.search(r"<b>Clara Holm</b> was promised an answer <b[^>]*>by ", html)
    assert "<p dir=auto>where is it?</p>" in html
    assert "Promised an answer by" in html
    assert 'id="list"' in html


def test_another_team_finds_nothing(signed_in, cast, asked):
    boris = signed_in(cast.boris)
    assert boris.get(url(asked)).status_code == 404
    for rest in ("reply/", "note/", "draft/", "read/", "assignee/", "resolution/", "spam/"):
        assert boris.post(url(asked, rest), {"text": "Hello"}).status_code == 404, rest
    assert boris.get(url(asked, "news/")).status_code == 404
    assert boris.get(f"/conversations/{asked.public_id}/").status_code == 404
    assert asked.messages.filter(agent=cast.boris).count() == 0


def test_htmx_gets_the_panes_and_a_title_but_not_the_list(anna, asked):
    html = read(anna, asked, headers=HTMX)
    assert "<title>Where is my throw? · Promisedesk</title>" in html
    assert 'id="conversation"' in html
    assert 'id="list"' not in html


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


def test_reading_changes_nothing_until_the_page_says_it_was_opened(anna, asked):
    read(anna, asked)
    asked.refresh_from_db()
    assert asked.is_unread
    assert anna.get(url(asked, "read/")).status_code == 405
    anna.post(url(asked, "read/"))
    asked.refresh_from_db()
    assert not asked.is_unread


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


def test_a_letter_that_left_is_shown_on_the_open_page_without_touching_the_composer(
    anna, cast, asked
):
    replying.reply(asked, "Here it is.", by=cast.anna)
    html = anna.get(url(asked)).content.decode()
    asks = re.search(r'hx-get="([^"]*/news/[^"]*)"', html)[1].replace("&amp;", "&")
    assert anna.get(asks).status_code == 204
    for one in Delivery.objects.filter(message__conversation=asked):
        deliveries.sent(one)
    answer = anna.get(asks)
    html = answer.content.decode()
    assert answer["HX-Reswap"] == "none"
    assert "Handed over" in html
    assert 'id="promised" hx-swap-oob="true"' in html
    assert "textarea" not in html
    again = re.search(r'hx-get="([^"]*/news/[^"]*)"', html)[1].replace("&amp;", "&")
    assert again != asks
    assert anna.get(again).status_code == 204


def test_the_promise_bar_says_when_the_customer_does_not_know_yet(anna, asked):
    assert "the customer has not been told yet" in anna.get(url(asked)).content.decode()
    deliveries.sent(Delivery.objects.get(message__conversation=asked))
    html = anna.get(url(asked)).content.decode()
    assert "was promised an answer" in html
    assert "has not been told" not in html


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


def test_times_in_events_stay_true_on_other_days(anna, asked):
    html = read(anna, asked)
    due = Promise.objects.get(conversation=asked).due_at
    said = phrases.short_time(due, "UTC", "en")
    assert f"Promised an answer by {said} · <time" in html


def test_news_are_counted_without_ones_own(anna, cast, asked):
    last = asked.messages.order_by("-pk").first().pk
    assert anna.get(url(asked, f"news/?after={last}")).status_code == 204
    replying.note(asked, "mine", by=cast.anna)
    assert anna.get(url(asked, f"news/?after={last}")).status_code == 204
    replying.note(asked, "hers", by=cast.mona)
    assert "1 new message" in anna.get(url(asked, f"news/?after={last}")).content.decode()


def test_a_letter_is_text_whatever_it_holds(anna, cast):
    message = letter(
        cast,
        "<script>alert(1)</script>",
        name="<img src=x onerror=alert(1)>",
        text='<script>alert(2)</script> https://x.example/"onmouseover="'
        'alert(3)" javascript:alert(4)',
        quoted_text="<svg onload=alert(5)>",
        signature="<iframe src=//x>",
        files=[IncomingFile("<b>.html", "text/html", 3, files.store(b"<b>"))],
    )
    html = read(anna, message.conversation)
    for canary in ("<script>alert", "<img src=x", "<svg onload", "<iframe src=//", "<b>.html"):
        assert canary not in html
    assert 'onmouseover="' not in html
    assert 'href="javascript' not in html


def test_files_are_only_downloaded(anna, signed_in, cast, question):
    content = b"<script>alert(1)</script>"
    file = Attachment.objects.create(
        message=question,
        name='x".html',
        content_type="text/html",
        size=len(content),
        sha256=files.store(content),
    )
    answer = anna.get(f"/files/{file.public_id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.getvalue() == content
    assert signed_in(cast.boris).get(f"/files/{file.public_id}/").status_code == 404


def test_the_mail_itself_can_be_downloaded(anna, signed_in, cast, question):
    Message.objects.filter(pk=question.pk).update(raw_sha256=files.store(b"From: Clara\r\n"))
    address = f"/messages/{question.public_id}/mail/"
    assert address in read(anna, question.conversation)
    assert anna.get(address).getvalue() == b"From: Clara\r\n"
    assert signed_in(cast.boris).get(address).status_code == 404


def test_html_mail_is_shown_cleaned_in_a_closed_frame(anna, signed_in, cast):
    picture = files.store(b"\x89PNG")
    message = letter(
        cast,
        "Sale",
        html='<h1 onclick="alert(1)">Hi</h1><script>alert(2)</script>'
        '<img src="https://spy.example/1.png"><img src="cid:logo">',
        files=[IncomingFile("logo.png", "image/png", 4, picture, "<logo>", True)],
    )
    address = f"/messages/{message.public_id}/designed/"
    assert f'src="{address}" sandbox="allow-popups' in read(anna, message.conversation)
    answer = anna.get(address)
    html = answer.content.decode()
    assert "<h1>Hi</h1>" in html
    assert "alert" not in html
    assert "spy.example" not in html
    policy = answer["Content-Security-Policy"]
    assert "script" not in policy
    assert "sandbox allow-popups" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert signed_in(cast.boris).get(address).status_code == 404


def test_the_page_itself_allows_no_inline_script(anna, asked):
    policy = anna.get(url(asked))["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy.replace("style-src-attr 'unsafe-inline'", "")


def test_the_acknowledgement_is_shown_as_automatic(anna, asked):
    html = read(anna, asked)
    assert "Automatic mail" in html
    assert "data-automatic" in html


def test_earlier_messages_are_a_click_away(anna, cast, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.NEWEST", 2)
    for number in range(4):
        replying.note(asked, f"note {number}", by=cast.mona)
    html = read(anna, asked)
    assert "note 3" in html
    assert "note 1" not in html
    assert "note 1" in anna.get(url(asked, "?all")).content.decode()


def test_the_longest_conversation_is_read_in_pages(anna, cast, asked, monkeypatch):
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.NEWEST", 2)
    monkeypatch.setattr("promisedesk.desk.conversation.timeline.MOST", 3)
    for number in range(8):
        replying.note(asked, f"note {number}.", by=cast.mona)

    def shown(query):
        html = anna.get(url(asked, query)).content.decode()
        earlier = re.search(r'href="[^"]*(\?(?:all|before=\d+))"', html)
        return re.findall(r"note \d", html), earlier and earlier[1], html

    pages, query = [], ""
    while query is not None:
        notes, query, html = shown(query)
        pages.append(notes)
    assert pages[0] == ["note 6", "note 7"]
    assert pages[1:4] == [
        ["note 5", "note 6", "note 7"], ["note 2", "note 3", "note 4"], ["note 0", "note 1"],
    ]  # fmt: skip
    assert "Show the newest messages" in html
    newest = asked.messages.order_by("-pk").first()
    assert f"news/?after={newest.pk}" in html  # nothing of this page's future is new


@pytest.mark.parametrize("after", ["²", "9" * 5000, "9" * 30, "-1", "x", "٣"])
def test_news_after_nonsense_are_no_fault_of_ours(anna, cast, asked, after):
    assert anna.get(url(asked, "news/"), {"after": after}).status_code in (200, 204)
    assert anna.get(url(asked), {"before": after}).status_code == 200


def test_how_we_kept_our_word_to_this_customer(anna, cast, asked):
    Promise.objects.create(
        conversation=cast.parcel,
        contact=cast.clara,
        kind="commitment",
        made_at="2020-01-01T00:00Z",
        due_at="2020-01-02T00:00Z",
        settled_at="2020-01-01T12:00Z",
        state="kept",
        target="1 day",
        time_zone="UTC",
    )
    assert "<b>1</b> of 1" in read(anna, asked)
    assert "Where is my parcel?" in read(anna, asked)


def test_the_form_of_the_card_comes_when_it_is_opened(anna, asked):
    assert "Save the card" not in read(anna, asked)
    form = anna.get(url(asked, "contact/"), headers={"HX-Request": "true"})
    assert form.content.decode().startswith("<form")
    assert "Save the card" in form.content.decode()
    page = anna.get(url(asked, "contact/"))  # where no script runs
    assert page.status_code == 200
    assert "Save the card" in page.content.decode()


def test_the_card_is_edited_in_place_and_a_bad_phone_keeps_what_was_typed(anna, cast, asked):
    card = {"name": "Clara H.", "notes": "Prefers DPD", "phone": "soon"}
    answer = anna.post(url(asked, "contact/"), card)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "is no phone number" in html
    assert "Prefers DPD" in html
    anna.post(url(asked, "contact/"), card | {"phone": "+447700900118"})
    assert "+447700900118" in read(anna, asked)


def test_a_suggested_number_is_one_click_from_the_card(anna, signed_in, cast, asked):
    identity = asked.contact.identities.create(
        kind="phone", value="+447700900118", is_suggested=True
    )
    assert "Add to the card" in read(anna, asked)
    address = url(asked, f"contact/phones/{identity.pk}/")
    assert signed_in(cast.boris).post(address, {"keep": "1"}).status_code == 404
    anna.post(address, {"keep": "1"})
    identity.refresh_from_db()
    assert not identity.is_suggested


def test_an_address_a_letter_gave_is_one_click_from_the_card(anna, asked):
    identity = asked.contact.identities.create(
        kind="offered", value="clara@work.example", is_suggested=True
    )
    assert "A letter gave the address" in read(anna, asked)
    anna.post(url(asked, f"contact/phones/{identity.pk}/"), {"keep": "1"})
    assert asked.contact.identities.filter(kind="email", value="clara@work.example").exists()
    assert "A letter gave the address" not in read(anna, asked)


def test_a_link_from_elsewhere_finds_its_view(anna, asked):
    assert anna.get(f"/conversations/{asked.public_id}/")["Location"] == url(asked)


def test_opening_costs_as_many_queries_in_a_big_desk(
    anna, cast, asked, django_assert_num_queries, django_assert_max_num_queries
):
    many(cast, 60)
    read(anna, asked)
    with django_assert_max_num_queries(18) as seen:
        read(anna, asked)
    for number in range(12):
        replying.note(asked, f"note {number}", by=cast.mona)
    with django_assert_num_queries(len(seen)):
        read(anna, asked)
