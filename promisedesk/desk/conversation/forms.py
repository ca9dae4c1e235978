"""Writing to a customer, or a note: text and files, kept when something goes wrong."""

from __future__ import annotations

import re

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from promisedesk.conversations.incoming import IncomingFile
from promisedesk.core import files
from promisedesk.lib.mail.attachments import clean_name

LARGEST_FILE = 25 * 1024 * 1024  # bytes; more is refused by most mail servers
MOST_FILES = 20
SALT = "desk.kept-file"


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
    cc = forms.CharField(required=False, max_length=2000)

    def cc_addresses(self) -> list[str]:
        """Who else is to get this reply, as typed: parted by commas, semicolons or blanks."""
        return [one for one in re.split(r"[\s,;]+", self.cleaned_data["cc"]) if one]

    def kept_files(self) -> list[IncomingFile]:
        """Files uploaded with an earlier try and still ticked."""
        kept = self.data.getlist("kept") if self.is_bound else []
        return [file for file in map(_unsigned, kept[:MOST_FILES]) if file]

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


def _unsigned(value: str) -> IncomingFile | None:
    try:
        name, content_type, size, sha256 = signing.loads(value, salt=SALT, max_age=24 * 3600)
    except (signing.BadSignature, ValueError):
        return None
    return IncomingFile(name, content_type, size, sha256)
