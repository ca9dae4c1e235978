"""The composer, by forms alone: what it shows, keeps, asks and stops."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now
from PIL import Image

from promisedesk.agents.models import Agent
from promisedesk.channels.email import letters
from promisedesk.conversations import closing, looking, participants, replying
from promisedesk.conversations.models import Conversation, Message
from promisedesk.desk.tests.conversation_page import url
from promisedesk.desk.tests.letters import letter
from promisedesk.lib import pictures
from promisedesk.replies import drafting, scheduling
from promisedesk.replies.models import Draft, Scheduled, Signature

HTMX = {"hx-request": "true"}
CLARA = "clara@customer.example"


@pytest.fixture
def asked(cast) -> Conversation:
    return letter(cast, "Where is my throw?").conversation


def page(client, asked, rest="", **more) -> str:
    return client.get(url(asked, rest), **more).content.decode()


def value(html: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def ours(asked) -> list[str]:
    sent = asked.messages.filter(direction="out", automatic=False)
    return list(sent.values_list("text", flat=True))


class TestStopping:
    @pytest.mark.parametrize("how", [{}, {"headers": HTMX}])
    def test_two_agents_answer_and_the_second_is_asked(self, signed_in, cast, asked, how):
        anna, mona = signed_in(cast.anna), signed_in(cast.mona)
        seen = value(page(anna, asked), "last_message")
        mona.post(url(asked, "reply/"), {"text": "It **left** on Monday.", "last_message": seen})
        answer = anna.post(
            url(asked, "reply/"), {"text": "It leaves soon.", "last_message": seen}, **how
        )
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "This came while you wrote. Nothing was sent yet." in html
        assert "<b>Mona Berg</b>" in html
        assert "It <strong>left</strong> on Monday." in html
        assert "\nIt leaves soon.</textarea>" in html
        assert "Send anyway" in html
        assert drafting.texts(asked, cast.anna) == {False: "It leaves soon."}
        assert ours(asked) == ["It **left** on Monday."]
        again = {"text": "It leaves soon.", "last_message": value(html, "last_message")}
        anna.post(url(asked, "reply/"), again)
        assert ours(asked) == ["It **left** on Monday.", "It leaves soon."]

    def test_an_answer_to_what_became_spam_is_kept(self, signed_in, cast, asked):
        anna = signed_in(cast.anna)
        closing.mark_spam(asked, by=cast.mona)
        answer = anna.post(url(asked, "reply/"), {"text": "It leaves soon."})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "Take out of the spam to answer" in html
        assert "What you have written is kept." in html
        assert drafting.texts(asked, cast.anna) == {False: "It leaves soon."}

    def test_an_unfilled_variable_is_named(self, anna, asked):
        answer = anna.post(url(asked, "reply/"), {"text": "Dear {customer.name},"})
        assert "{customer.name} is not filled in" in answer.content.decode()
        note = anna.post(url(asked, "note/"), {"text": "Dear {{ customer.name }},"})
        assert "{{ customer.name }} is not filled in" in note.content.decode()
        assert ours(asked) == []


class TestClosed:
    def test_spam_is_taken_out_to_be_answered(self, anna, cast, asked):
        closing.mark_spam(asked, by=cast.mona)
        html = page(anna, asked)
        assert "Take out of the spam to answer" in html
        assert 'name="last_message"' not in html
        anna.post(url(asked, "no-spam/"))
        assert 'name="last_message"' in page(anna, asked)

    def test_what_lies_in_another_conversation_is_answered_there(self, anna, cast, asked):
        drafting.save(asked, cast.anna, "Begun")
        Conversation.objects.filter(pk=asked.pk).update(merged_into=cast.parcel)
        answer = anna.get(url(asked))
        if answer.status_code == 200:
            html = answer.content.decode()
            assert "This was put into conversation PARCEL22" in html
            assert "Begun" in html

    def test_a_light_agent_has_a_note_only(self, signed_in, cast, asked):
        Agent.objects.filter(pk=cast.anna.pk).update(role="light")
        light = signed_in(Agent.objects.get(pk=cast.anna.pk))
        html = page(light, asked)
        assert 'id="write-note"' in html
        assert 'id="write-reply"' not in html
        for refused in ("Edit the card", "list-bulk", 'data-key="a"', "Keep out"):
            assert refused not in html
        light.post(url(asked, "note/"), {"text": "Seen."})
        answer = light.post(url(asked, "reply/"), {"text": "Hello"})
        assert answer.status_code == 422
        assert asked.messages.filter(agent=cast.anna).count() == 1

    def test_without_an_address_one_can_be_typed(self, anna, cast, asked):
        asked.contact.identities.all().delete()
        asked.messages.update(from_address="", reply_to="")
        assert "Nobody knows an address of this customer" in page(anna, asked)
        anna.post(url(asked, "reply/"), {"text": "It left.", "new_to": "clara@home.example"})
        assert asked.messages.get(text="It left.").delivery.to_address == "clara@home.example"


class TestRecipients:
    def test_where_it_goes_is_always_said(self, anna, cast, asked):
        participants.add(asked, "ann@x.example", by=cast.anna)
        html = page(anna, asked)
        assert f"To {CLARA}, and a copy to 1 other" in html
        assert value(html, "shown_to") == CLARA
        data = {"text": "To her.", "shown_to": CLARA, "has_copies": "1"}
        anna.post(url(asked, "reply/"), data)
        assert asked.messages.get(text="To her.").deliveries.count() == 1
        anna.post(url(asked, "reply/"), {**data, "text": "All.", "copy": "ann@x.example"})
        assert asked.messages.get(text="All.").deliveries.count() == 2

    def test_they_are_kept_with_the_draft(self, anna, cast, asked):
        data = {"text": "It", "has_copies": "1", "has_files": "1", "kind": "reply"}
        anna.post(url(asked, "draft/"), {**data, "cc": "bea@x.example", "subject": "Yours"})
        html = page(anna, asked)
        assert value(html, "cc") == "bea@x.example"
        assert value(html, "subject") == "Yours"

    def test_a_colleague_who_renamed_it_is_not_undone(self, anna, cast, asked):
        Conversation.objects.filter(pk=asked.pk).update(subject="The throw of Clara")
        was = "Where is my throw?"
        anna.post(url(asked, "reply/"), {"text": "Hm.", "subject": was, "subject_was": was})
        asked.refresh_from_db()
        assert asked.subject == "The throw of Clara"


class TestFiles:
    def send(self, anna, asked, *files):
        uploads = [SimpleUploadedFile(name, data, kind) for name, data, kind in files]
        return anna.post(url(asked, "files/"), {"files": uploads, "kind": "reply"}).json()

    def test_one_is_kept_at_once_and_goes_with_the_answer(self, anna, cast, asked):
        said = self.send(anna, asked, ("label.pdf", b"label", "application/pdf"))
        (kept,) = said["files"]
        assert (kept["name"], kept["bytes"], said["refused"]) == ("label.pdf", 5, "")
        draft = {"text": "", "kind": "reply", "has_files": "1", "kept": kept["value"]}
        anna.post(url(asked, "draft/"), draft)
        assert "label.pdf" in page(anna, asked)
        anna.post(url(asked, "reply/"), {"text": "Here.", "kept": kept["value"]})
        assert [one.name for one in asked.messages.get(text="Here.").attachments.all()] == [
            "label.pdf"
        ]

    def test_an_empty_one_is_refused_and_the_others_are_kept(self, anna, asked):
        said = self.send(anna, asked, ("a.txt", b"", "text/plain"), ("b.txt", b"b", "text/plain"))
        assert [one["name"] for one in said["files"]] == ["b.txt"]
        assert "a.txt" in said["refused"]

    def test_too_much_for_a_mail_is_said_beforehand(self, anna, cast, asked, monkeypatch):
        said = self.send(anna, asked, ("film.mp4", b"film", "video/mp4"))
        drafting.save(asked, cast.anna, "Here", files=[])
        kept = said["files"][0]["value"]
        data = {"text": "Here", "kind": "reply", "has_files": "1", "kept": kept}
        anna.post(url(asked, "draft/"), data)
        assert "data-links-say hidden" in page(anna, asked)
        files = Draft.objects.get().files
        files[0][2] = 24 * 1024 * 1024
        Draft.objects.update(files=files)
        assert "data-links-say >" in page(anna, asked)

    def test_a_picture_is_shown_small_before_and_after_it_is_sent(self, anna, asked):
        picture = io.BytesIO()
        Image.new("RGB", (60, 40), "teal").save(picture, "PNG")
        said = self.send(anna, asked, ("shot.png", picture.getvalue(), "image/png"))
        value = said["files"][0]["value"]
        data = {"text": "See", "kind": "reply", "has_files": "1", "kept": value}
        anna.post(url(asked, "draft/"), data)
        assert 'class="thumb"' not in anna.get(url(asked)).content.decode()  # not drawn yet
        looking.look_due()
        html = anna.get(url(asked)).content.decode()
        (small,) = re.findall(r'<img class="thumb" src="([^"]+)"', html)
        assert anna.get(small)["Content-Type"] == pictures.KIND
        assert anna.get("/files/kept/made-up/preview/").status_code == 404
        anna.post(url(asked, "reply/"), data)
        assert re.search(r"/files/[\w-]+/preview/", anna.get(url(asked)).content.decode())

    def test_files_of_a_note_are_kept_too(self, anna, asked):
        said = self.send(anna, asked, ("memo.txt", b"memo", "text/plain"))
        data = {"text": "", "kind": "note", "has_files": "1", "kept": said["files"][0]["value"]}
        anna.post(url(asked, "draft/"), data)
        assert "memo.txt" in page(anna, asked, "note/")


class TestDrafts:
    def test_two_windows_do_not_overwrite_each_other(self, anna, cast, asked):
        first = anna.post(url(asked, "draft/"), {"text": "One", "kind": "reply", "seen": ""})
        version = first.headers["Draft-Version"]
        assert first.status_code == 204
        second = anna.post(url(asked, "draft/"), {"text": "Two", "kind": "reply", "seen": ""})
        assert second.status_code == 409
        assert second.json()["text"] == "One"
        assert drafting.texts(asked, cast.anna) == {False: "One"}
        mine = {"text": "Two", "kind": "reply", "seen": second.json()["version"]}
        assert anna.post(url(asked, "draft/"), mine).status_code == 204
        stale = anna.post(url(asked, "draft/"), {"text": "One!", "kind": "reply", "seen": version})
        assert stale.status_code == 409

    def test_what_a_colleague_left_is_shown_and_taken_over(self, signed_in, cast, asked):
        drafting.save(asked, cast.mona, "It **left**")
        anna = signed_in(cast.anna)
        assert "left a draft" not in page(anna, asked)  # she may be writing just now
        Draft.objects.update(updated_at=now() - timedelta(minutes=5))
        html = page(anna, asked)
        assert "Mona Berg left a draft" in html
        assert "It <strong>left</strong>" in html
        drafting.save(asked, cast.anna, "on Monday")
        draft = Draft.objects.get(agent=cast.mona)
        answer = anna.post(url(asked, f"drafts/{draft.pk}/"), follow=True)
        assert "What Mona Berg wrote is yours now." in answer.content.decode()
        assert drafting.texts(asked, cast.anna) == {False: "It **left**\n\non Monday"}
        assert drafting.texts(asked, cast.mona) == {}
        assert signed_in(cast.boris).post(url(asked, "drafts/1/")).status_code == 404

    def test_a_colleagues_note_is_their_own(self, anna, cast, asked):
        drafting.save(asked, cast.mona, "Secret", is_note=True)
        Draft.objects.update(updated_at=now() - timedelta(minutes=5))
        assert "Secret" not in page(anna, asked)
        note = Draft.objects.get()
        assert anna.post(url(asked, f"drafts/{note.pk}/")).status_code == 404


class TestLater:
    def test_without_scripts_by_a_page(self, anna, cast, asked):
        there = anna.post(url(asked, "later/"), {"text": "It left.", "kind": "reply"}, follow=True)
        html = there.content.decode()
        assert "When we open next" in html
        at = re.search(r'name="send_at" value="(20[^"]+)"', html)[1]
        done = anna.post(
            url(asked, "later/"), {"send_at": at, "last_message": "99999999"}, follow=True
        )
        assert "unless the customer writes before it" in done.content.decode()
        row = Scheduled.objects.get()
        assert (row.text, row.state, row.send_at.isoformat()) == ("It left.", "waiting", at)
        assert drafting.texts(asked, cast.anna) == {}

    def test_by_the_composer_and_changed_again(self, anna, cast, asked):
        own = {"send_at": "own", "own_time": f"{now() + timedelta(days=2):%Y-%m-%dT10:30}"}
        anna.post(url(asked, "reply/"), {"text": "It left.", **own})
        row = Scheduled.objects.get()
        html = page(anna, asked)
        assert "Anna Kowalska answers " in html
        place = url(asked, f"later/{row.public_id}/")
        later = f"{now() + timedelta(days=3):%Y-%m-%dT11:00}"
        anna.post(place, {"send_at": "own", "own_time": later})
        row.refresh_from_db()
        assert row.send_at > now() + timedelta(days=2)
        assert ours(asked) == []
        anna.post(place, {"take_back": "1"})
        assert drafting.texts(asked, cast.anna) == {False: "It left."}
        assert "Anna Kowalska answers " not in page(anna, asked)

    def test_one_that_was_stopped_stays_in_sight(self, anna, cast, asked):
        anna.post(
            url(asked, "reply/"),
            {"text": "It left.", "send_at": (now() + timedelta(hours=2)).isoformat()},
        )
        replying.reply(asked, "I did.", by=cast.mona)
        past = now() - timedelta(seconds=1)
        Scheduled.objects.update(send_at=past, due_at=past)
        scheduling.send_due()
        html = page(anna, asked)
        assert "was not sent." in html
        assert "A colleague answered meanwhile." in html
        anna.post(url(asked, f"later/{Scheduled.objects.get().public_id}/"), {"put_away": "1"})
        assert "was not sent." not in page(anna, asked).split('id="reply"')[1]

    @pytest.mark.parametrize("send_at", ["nonsense", "own", "2001-01-01T10:00"])
    def test_a_bad_time_keeps_the_text(self, anna, cast, asked, send_at):
        answer = anna.post(url(asked, "reply/"), {"text": "It left.", "send_at": send_at})
        assert answer.status_code == 422
        assert drafting.texts(asked, cast.anna) == {False: "It left."}

    def test_another_team_finds_nothing(self, signed_in, cast, asked):
        boris = signed_in(cast.boris)
        for rest in ("later/", "colleagues/", "later/x/", "files/"):
            assert boris.post(url(asked, rest)).status_code == 404, rest
        assert boris.get(url(asked, "later/")).status_code == 404


def test_send_and_resolve(anna, asked):
    anna.post(url(asked, "reply/"), {"text": "It left.", "then": "resolve"})
    asked.refresh_from_db()
    assert asked.state == "resolved"
    anna.post(url(asked, "reply/"), {"text": "And more.", "then": "3 days"})
    asked.refresh_from_db()
    assert asked.snoozed_until > now() + timedelta(days=2)


def test_colleagues_to_name_are_those_who_see_it(anna, cast, asked):
    def names(query):
        found = anna.get(url(asked, "colleagues/"), {"q": query}).json()["colleagues"]
        return [one["name"] for one in found]

    assert names("") == ["Ada Field", "Mona Berg"]
    assert names("ber") == ["Mona Berg"]
    assert names("boris") == []


class TestWords:
    def test_marks_read_the_same_in_the_letter_and_the_thread(self, anna, asked):
        text = "Dear Clara,\n\n- **one**\n- [two](https://dpd.example/1)"
        anna.post(url(asked, "reply/"), {"text": text})
        message = asked.messages.get(agent__isnull=False)
        assert "<strong>one</strong>" in page(anna, asked)
        mail = letters.build(message.delivery)
        plain = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
        html = mail.get_body(("html",)).get_content()
        assert plain.startswith(text)
        assert "<strong>one</strong>" in html
        assert 'href="https://dpd.example/1"' in html

    def test_markup_of_an_agent_is_only_text(self, anna, asked):
        anna.post(url(asked, "note/"), {"text": "<script>alert(1)</script> [x](javascript:a)"})
        html = page(anna, asked)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert 'href="javascript:' not in html

    def test_what_a_customer_wrote_has_no_marks(self, anna, cast):
        asked = letter(cast, "Stars", text="**Very** cross").conversation
        assert "**Very** cross" in page(anna, asked)

    def test_the_signature_is_shown_below(self, anna, cast, asked):
        text = "Kind regards\n{agent.first_name}\nCall {shop.phone}"
        Signature.objects.create(inbox=cast.help, language="en", text=text)
        assert "Kind regards · Anna" in page(anna, asked)
        anna.post(url(asked, "reply/"), {"text": "It left."})
        mail = letters.build(Message.objects.get(text="It left.").delivery)
        plain = mail.get_body(("plain",)).get_content()
        assert "\nKind regards\nAnna\n----" in plain.replace("\r\n", "\n")
        assert "{" not in plain
