"""Writing to a customer, or a note: text and files, kept when something goes wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from promisedesk.conversations.incoming import IncomingFile
from promisedesk.core import files
from promisedesk.desk.conversation import pledges_posted
from promisedesk.lib.mail.attachments import clean_name
from promisedesk.replies.recipients import LONGEST_LIST, Recipients
from promisedesk.replies.sending import Letter

LARGEST_FILE = 25 * 1024 * 1024  # bytes; more is refused by most mail servers
MOST_FILES = 20
SALT = "desk.kept-file"
# What is done with a sent answer, by the value of its button.
THEN: dict[str, list[dict[str, Any]]] = {
    "resolve": [{"do": "resolve"}],
    "1 day": [{"do": "snooze", "for": "1 day"}],
    "3 days": [{"do": "snooze", "for": "3 days"}],
    "7 days": [{"do": "snooze", "for": "7 days"}],
}


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each checked by itself. `accepted` are those that may be sent, also
    when others were refused: nobody has to choose them again."""

    widget = ManyFiles
    accepted: tuple[UploadedFile, ...] = ()

    def clean(self, data, initial=None) -> list[UploadedFile]:
        chosen = [one for one in data or [] if one is not None]
        refused = {id(one): why for one in chosen if (why := self._refusal(one))}
        good = [one for one in chosen if id(one) not in refused]
        self.accepted = tuple(good[:MOST_FILES])
        if refused:
            raise forms.ValidationError(list(refused.values()))
        if len(good) > MOST_FILES:
            raise forms.ValidationError(_("Send at most %d files at once.") % MOST_FILES)
        return good

    def _refusal(self, file: UploadedFile) -> str:
        if not file.size:
            return _("“%(name)s” is empty and was not kept.") % {"name": file.name}
        if file.size > LARGEST_FILE:
            return _("“%(name)s” is larger than %(limit)s. Send a link to it instead.") % {
                "name": file.name,
                "limit": filesizeformat(LARGEST_FILE),
            }
        return ""


class WriteForm(forms.Form):
    """A reply or a note. `kept` are files of a try that failed, signed by us."""

    text = forms.CharField(required=False, strip=False, widget=forms.Textarea)
    files = FilesField(required=False)
    cc = forms.CharField(required=False, max_length=LONGEST_LIST)
    kept: Sequence = ()  # stored files, once it was read; with their values, to be drawn again

    def recipients(self) -> Recipients:
        """To whom, as chosen; a form without these fields chose nothing."""
        data = self.data
        subject = data.get("subject", "")
        return Recipients(
            to=data.get("to", "").strip()[:320],
            new_to=data.get("new_to", "").strip()[:320],
            cc=data.get("cc", "")[:LONGEST_LIST],
            copies=data.getlist("copy") if "has_copies" in data else None,
            # Not what a colleague has changed since the page was loaded.
            subject=subject if subject != data.get("subject_was", "") else "",
        )

    def letter(self) -> Letter:
        """The answer this form asks to send, after `is_valid` and with its files in `kept`."""
        seen = self.data.get("last_message", "")
        return Letter(
            text=self.cleaned_data["text"],
            files=list(self.kept),
            recipients=self.recipients(),
            then=THEN.get(self.data.get("then", ""), []),
            macros=self.data.getlist("macro"),
            last_seen=int(seen) if seen.isdecimal() and len(seen) <= 18 else None,
            denied=pledges_posted.denied_in(self.data),
            moved=self.moved_pledges(),
            shown_to=self.data.get("shown_to", ""),
        )

    def moved_pledges(self) -> dict[str, datetime]:
        """Promises in the text whose time was changed: by key, in the zone the field names."""
        return pledges_posted.moved_in(self.data)

    def decided(self) -> list[tuple[str, str]]:
        """(name, value) of what was decided about the promises in the text, to be sent again."""
        return pledges_posted.decided_in(self.data)

    def kept_files(self) -> list[IncomingFile]:
        """Files uploaded with an earlier try and still ticked."""
        kept = self.data.getlist("kept") if self.is_bound else []
        return [file for file in map(unsigned, kept[:MOST_FILES]) if file]

    def stored_files(self) -> list[IncomingFile]:
        """Store what was uploaded and may be sent; returns it with what was kept.

        Also of a form that failed. Before any transaction.
        """
        return [*self.kept_files(), *map(_stored, self.fields["files"].accepted)]


def _stored(upload: UploadedFile) -> IncomingFile:
    return IncomingFile(
        name=clean_name(upload.name or ""),
        content_type=(upload.content_type or "application/octet-stream")[:100],
        size=upload.size or 0,
        sha256=files.store_stream(upload.chunks()),
    )


def signed(file: IncomingFile) -> str:
    """A stored file as a form value that nobody can make up."""
    return signing.dumps([file.name, file.content_type, file.size, file.sha256], salt=SALT)


def unsigned(value: str) -> IncomingFile | None:
    """The file of such a value; None if it was made up, or over a day ago."""
    try:
        name, content_type, size, sha256 = signing.loads(value, salt=SALT, max_age=24 * 3600)
    except (signing.BadSignature, ValueError):
        return None
    return IncomingFile(name, content_type, size, sha256)
