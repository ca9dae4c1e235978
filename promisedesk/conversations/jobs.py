"""What the worker does for the files of conversations."""

from promisedesk.conversations import looking, remote_pictures
from promisedesk.core import work


@work.every(1)
def look_into_files() -> int:
    """Scan files for viruses, draw previews of pictures."""
    return looking.look_due()


@work.every(1, lanes=2)
def fetch_pictures() -> int:
    """Fetch the pictures from elsewhere that agents asked for."""
    return remote_pictures.fetch_due()
