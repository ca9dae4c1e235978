"""Files of what is not sent yet, or ready to be sent again: they are needed."""

from collections.abc import Iterable

from promisedesk.core.kept_files import holder
from promisedesk.replies.models import Draft, Macro, Scheduled, Signature


@holder
def files_of_replies(names: list[str]) -> Iterable[str]:
    """Of these SHA-256s those that a draft, a letter for later, a macro or a signature names."""
    wanted = set(names)
    for model in (Draft, Scheduled, Macro):
        for rows in model.objects.exclude(files=[]).values_list("files", flat=True):
            yield from wanted & {row[3] for row in rows}
    pictures = Signature.objects.filter(picture_sha256__in=names)
    yield from pictures.values_list("picture_sha256", flat=True)
