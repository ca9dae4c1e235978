"""What came with a message, as a browser gets it: files, pictures, the mail as it was designed."""

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image

from promisedesk.conversations import looking, remote_pictures
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Look, Message
from promisedesk.core import files
from promisedesk.desk.tests.letters import letter

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


def png(colour="red") -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(drawn, "PNG")
    return drawn.getvalue()


def file_of(content: bytes, name: str, kind: str, content_id: str = "") -> IncomingFile:
    return IncomingFile(name, kind, len(content), files.store(content), content_id)


def page(client, message) -> str:
    return client.get(f"/inbox/all/{message.conversation.public_id}/").content.decode()


def look_at_everything() -> None:
    while looking.look_due():
        pass


class Elsewhere(ThreadingHTTPServer):
    """A web server with a picture, which notes who asks."""

    daemon_threads = True

    def __init__(self):
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Answers)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        known = {"/a.png": png(), "/script.svg": b"<svg onload='alert(1)'/>"}
        content = known.get(self.path, b"")
        self.send_response(200 if content else 404)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


@pytest.fixture
def elsewhere(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    server = Elsewhere()
    yield server
    server.shutdown()
    server.server_close()


def test_a_picture_is_shown_small_and_only_as_we_drew_it(anna, signed_in, cast):
    message = letter(cast, "Broken", files=[file_of(png(), "cup.png", "image/png")])
    file = Attachment.objects.get()
    address = f"/files/{file.public_id}/preview/"
    assert address not in page(anna, message)
    assert anna.get(address).status_code == 404

    look_at_everything()
    assert address in page(anna, message)
    answer = anna.get(address)
    assert answer["Content-Type"] == "image/webp"
    assert answer.content.startswith(b"RIFF")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert signed_in(cast.boris).get(address).status_code == 404


def test_a_picture_the_mail_carries_is_shown_in_its_design(anna, cast):
    logo = file_of(png(), "logo.png", "image/png", "<logo>")
    message = letter(cast, "Sale", html='<h1>Hi</h1><img src="cid:logo">', files=[logo])
    look_at_everything()
    html = anna.get(f"/messages/{message.public_id}/designed/").content.decode()
    assert '<img src="data:image/webp;base64,' in html


def test_pictures_elsewhere_wait_for_a_word_then_come_through_the_desk(anna, cast, elsewhere):
    shown = "".join(
        f'<img src="{elsewhere.url(path)}">' for path in ("/a.png", "/script.svg", "/x")
    )
    there = elsewhere.url("")
    style = f'<link rel=stylesheet href="{there}/s.css"><style>@import "{there}/i.css"</style>'
    back = f'<td background="{there}/b.png" style="background:url({there}/c.png)">'
    message = letter(
        cast, "Sale", html=f"{style}<table><tr>{back}{shown}</table>", marks=["pictures"]
    )
    address = f"/messages/{message.public_id}/pictures/"
    assert f'hx-post="{address}"' in page(anna, message)
    frame = f"/messages/{message.public_id}/designed/"
    assert "127.0.0.1" not in anna.get(frame).content.decode()
    assert remote_pictures.fetch_due() == 0
    assert elsewhere.asked == []

    answer = anna.post(address, headers=HTMX).content.decode()
    assert "being fetched" in answer
    assert elsewhere.asked == [], "a page asks nobody"
    fetched = f"/messages/{message.public_id}/fetched/"
    assert anna.get(fetched, headers=HTMX).status_code == 204
    while remote_pictures.fetch_due():
        pass
    message.remote_pictures.update(due_at=None)  # the one that is not there is not tried again
    assert set(elsewhere.asked) == {"/a.png", "/script.svg", "/x"}

    assert "The desk fetched the pictures" in anna.get(fetched, headers=HTMX).content.decode()
    html = anna.get(frame).content.decode()
    assert html.count('src="data:image/webp;base64,') == 1
    assert "127.0.0.1" not in html
    assert "svg" not in html
    asked = len(elsewhere.asked)
    anna.post(address, headers=HTMX)
    assert remote_pictures.fetch_due() == 0
    assert len(elsewhere.asked) == asked, "asked again, they are here already"


def test_pictures_of_our_own_network_are_never_fetched(anna, cast, elsewhere, settings):
    settings.ALLOWED_HOSTS_OUT = []
    html = f'<img src="{elsewhere.url("/a.png")}"><img src="http://localhost:{elsewhere.server_port}/a.png">'
    message = letter(cast, "Sale", html=html, marks=["pictures"])
    anna.post(f"/messages/{message.public_id}/pictures/", headers=HTMX)
    while remote_pictures.fetch_due():
        pass
    assert elsewhere.asked == []


def test_without_scripts_the_button_leads_back_to_the_conversation(anna, cast):
    message = letter(cast, "Sale", html='<img src="https://x.example/a.png">', marks=["pictures"])
    answer = anna.post(
        f"/messages/{message.public_id}/pictures/", {"back": "https://evil.example/"}
    )
    assert answer["Location"] == f"/conversations/{message.conversation.public_id}/"


def test_another_team_asks_for_no_pictures(signed_in, cast):
    message = letter(cast, "Sale", html='<img src="https://x.example/a.png">')
    boris = signed_in(cast.boris)
    assert boris.post(f"/messages/{message.public_id}/pictures/").status_code == 404
    assert boris.get(f"/messages/{message.public_id}/fetched/").status_code == 404
    assert boris.get(f"/messages/{message.public_id}/why/").status_code == 404


@pytest.mark.parametrize(
    ("link", "lead"),
    [
        ('<a href="http://evil.example/x">https://bank.example/</a>', "(evil.example)"),
        (
            '<a href="https://bank.example.evil.example/">bank.example</a>',
            "(bank.example.evil.example)",
        ),
        ('<a href="https://bank.example@evil.example/">bank.example</a>', "(evil.example)"),
        ('<a href="https://shop.example/a">here</a>', "(shop.example)"),
        ('<a href="https://www.shop.example/a">shop.example/a</a>', ""),
        ('<a href="mailto:a@b.example">write</a>', ""),
    ],
)
def test_a_link_tells_where_it_leads(anna, cast, link, lead):
    message = letter(cast, "Look", html=f"<p>{link}</p>")
    html = anna.get(f"/messages/{message.public_id}/designed/").content.decode()
    assert (lead in html) if lead else ('pd-leads">' not in html)
    assert 'title="' in html


def test_an_infected_file_is_not_handed_out(anna, cast):
    file = file_of(b"MZ harm", "invoice.exe", "application/octet-stream")
    message = letter(cast, "Pay", files=[file])
    Look.objects.create(sha256=file.sha256, verdict="infected", found="Win.Harm", due_at=None)
    assert "data-infected" in page(anna, message)
    answer = anna.get(f"/files/{Attachment.objects.get().public_id}/?unchecked")
    assert answer.status_code == 409
    assert "Win.Harm" in answer.content.decode()


def test_a_file_not_scanned_yet_can_be_had_by_asking_twice(anna, cast, settings):
    settings.CLAMD = "unix:///nowhere/clamd.ctl"
    letter(cast, "Pay", files=[file_of(b"words", "a.txt", "text/plain")])
    address = f"/files/{Attachment.objects.get().public_id}/"
    answer = anna.get(address)
    assert answer.status_code == 409
    assert "?unchecked" in answer.content.decode()
    assert anna.get(address + "?unchecked").getvalue() == b"words"


RAW = b"""From: Clara <clara@customer.example>
To: help@shop.example
Subject: =?utf-8?q?Caf=C3=A9?=
Message-ID: <x@customer.example>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Where is it?

On Monday you wrote:
> It left.
--b
Content-Type: text/html; name="<script>alert(1)</script>.html"

<p>x</p>
--b--
""".replace(b"\n", b"\r\n")


def test_why_a_mail_looks_so(anna, cast):
    message = letter(cast, "Café")
    Message.objects.filter(pk=message.pk).update(raw_sha256=files.store(RAW))
    address = f"/messages/{message.public_id}/why/"
    assert address in page(anna, message)
    html = anna.get(address).content.decode()
    decoded = ("Café", "clara@customer.example", "Where is it?", "&gt; It left.")
    for words in (*decoded, "multipart/mixed", "=?utf-8?q?Caf=C3=A9?="):
        assert words in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("is_large", [False, True])
def test_the_files_of_a_mail_are_listed_however_large_it_is(anna, cast, is_large):
    content = b"a line of a long list\r\n" * (15_000 if is_large else 10)
    raw = (
        b"From: Clara <clara@customer.example>\r\nSubject: List\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee.\r\n--b\r\n"
        b"Content-Type: application/octet-stream\r\n"
        b"Content-Disposition: attachment; filename=long-list.bin\r\n\r\n" + content + b"--b--\r\n"
    )
    message = letter(cast, "List", raw_sha256=files.store(raw))
    shown = anna.get(f"/messages/{message.public_id}/why/").content.decode()
    listed = shown.split("<h2>Attachments</h2>")[1].split("</section>")[0]
    assert "long-list.bin" in listed
    assert ("its parts are not listed" in shown) == is_large
    assert ('data-level="1"' in shown) == (not is_large)


def test_why_a_hopeless_mail_looks_so(anna, signed_in, cast):
    from promisedesk.conversations.models import Arrival

    arrival = Arrival.objects.create(
        source="smtp", state="unreadable", inbox=cast.help, size=3, due_at=None,
        sha256=files.store(b"\x00\xff\x00"), last_error="It makes no sense.",
    )  # fmt: skip
    address = f"/settings/mail/arrivals/{arrival.public_id}/why/"
    html = signed_in(cast.ada).get(address).content.decode()
    assert "It makes no sense." in html
    files.path_of(arrival.sha256).unlink()
    assert "are gone" in signed_in(cast.ada).get(address).content.decode()
