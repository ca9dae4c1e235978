import pytest
from django.http import Http404

from promisedesk.core import files
from promisedesk.core.downloads import download


def test_a_file_is_kept_never_opened():
    answer = download(files.store(b"<script>"), "a\r\nb.html", "text/html\r\nX: y")
    assert b"".join(answer) == b"<script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="ab.html"'
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../../secret.key"])
def test_what_is_gone_is_not_found(sha256):
    with pytest.raises(Http404):
        download(sha256, "a.txt")
