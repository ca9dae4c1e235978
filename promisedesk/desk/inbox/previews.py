"""What the list says of a last message without words, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.conversations.previews import came_in


def in_words(preview: str) -> str:
    """The preview as people read it: its words, else "Picture", "3 files", "(no text)"."""
    fact = came_in(preview)
    if fact is None:
        return preview or _("(no text)")
    kind, what = fact
    if kind == "file":
        return what or _("File")
    number = int(what) if what.isdigit() else 1
    if kind == "pictures":
        return ngettext("Picture", "%(number)d pictures", number) % {"number": number}
    return ngettext("File", "%(number)d files", number) % {"number": number}
