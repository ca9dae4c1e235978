from promisedesk.api.tests.conftest import RAW
from promisedesk.conversations.models import Attachment


def test_a_mail_comes_back_byte_for_byte(anna, tea, unreadable):
    for path in (f"messages/{tea.public_id}/raw", f"unreadable/{unreadable.public_id}/raw"):
        response = anna.get(path)
        assert response.getvalue() == RAW
        assert response["Content-Type"] == "message/rfc822"
        assert response["Content-Disposition"].startswith("attachment")


def test_an_attachment_cannot_act_in_the_browser(anna, tea):
    file = tea.attachments.get()
    for kind in ("text/html", "image/svg+xml", "x/y\r\nSet-Cookie: a=b", ""):
        Attachment.objects.filter(pk=file.pk).update(content_type=kind)
        response = anna.get(f"attachments/{file.public_id}")
        assert response["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in response["Content-Type"]


def test_what_is_gone_or_never_was_a_mail_is_not_found(anna, cast, tea):
    from promisedesk.core import files

    note = tea.conversation.messages.get(direction="out")
    assert anna.get(f"messages/{note.public_id}/raw").status_code == 404
    files.path_of(tea.raw_sha256).unlink()
    assert anna.get(f"messages/{tea.public_id}/raw").status_code == 404
