"""A letter is shown as it came and can do nothing: text, files, the mail itself, its design."""

from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Attachment, Message
from promisedesk.core import files
from promisedesk.desk.tests.conversation_page import read, url
from promisedesk.desk.tests.letters import letter


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
