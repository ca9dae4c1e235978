"""Secrets at rest: mailbox passwords and the like, sealed with the desk's own key.

The key is a file in the data folder, apart from the database: a stolen database
alone opens nothing. Never derived from SECRET_KEY, which may be rotated.
"""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from promisedesk.core.errors import Refused


def _box() -> MultiFernet:
    # Several keys, newest first, one a line: that is how a key is rotated.
    return MultiFernet([Fernet(key) for key in settings.BOX_KEY.split()])


def seal(secret: str) -> str:
    """The secret, closed, for a text column. Empty stays empty."""
    return _box().encrypt(secret.encode()).decode() if secret else ""


def unseal(sealed: str) -> str:
    """The secret again. Raises Refused when the key file does not fit the database."""
    if not sealed:
        return ""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Refused("The key file box.key does not fit this database. Restore both.") from error
