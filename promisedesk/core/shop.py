"""The shop's own row, for reading: pages and letters all ask for it."""

from promisedesk.core.memo import remembered
from promisedesk.core.models import Workspace


@remembered(Workspace)
def the_shop() -> Workspace:
    """The shop as it is; to change it, get a row of your own with Workspace.get()."""
    return Workspace.get()
