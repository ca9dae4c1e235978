"""Handing out files that strangers sent: as a download, never as something to open here."""

import re

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from promisedesk.core import files

PLAIN_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*", re.ASCII)
UNKNOWN_TYPE = "application/octet-stream"


def download(sha256: str, name: str, content_type: str = UNKNOWN_TYPE) -> FileResponse:
    """The stored bytes, exactly. Raises Http404 when they are gone.

    Should a browser open it after all, it may do nothing (CSP sandbox). Pages for people
    leave the type out: whatever the sender claimed, it is only kept.
    """
    if not PLAIN_TYPE.fullmatch(content_type.lower()):
        content_type = UNKNOWN_TYPE
    try:
        file = files.open_file(sha256)
    except (FileNotFoundError, ValueError) as error:
        raise Http404(_("This file is not on the disk any more.")) from error
    return FileResponse(
        file,
        as_attachment=True,
        filename="".join(one for one in name if one.isprintable()) or "attachment",
        content_type=content_type,
        headers={
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
