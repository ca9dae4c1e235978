"""Handing out files that strangers sent: as a download, never as something to open here."""

import re

from django.http import FileResponse, Http404

from promisedesk.core import files

PLAIN_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*", re.ASCII)
UNKNOWN_TYPE = "application/octet-stream"


def download(sha256: str, name: str, content_type: str) -> FileResponse:
    """The stored bytes, exactly. Raises Http404 when they are gone.

    Should a browser open it after all, it may do nothing (CSP sandbox).
    """
    if not PLAIN_TYPE.fullmatch(content_type.lower()):
        content_type = UNKNOWN_TYPE
    try:
        file = files.open_file(sha256)
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    return FileResponse(
        file,
        as_attachment=True,
        filename="".join(one for one in name if one.isprintable()) or "attachment",
        content_type=content_type,
        headers={
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
