"""Names of IMAP folders: which of them may stand in a command.

imapclient quotes a folder's name, but a line end would end the command (RFC 3501 9, quoted).
"""

import re

WILDCARDS = "*%"  # LIST takes them as any name (RFC 3501 6.3.8)
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f"\u2028\u2029\u202a-\u202e\u2066-\u2069]')


def is_fit(name: str, nor: str = "") -> bool:
    """Whether a folder's name can stand in a command. `nor`: further characters it may not have."""
    return not _UNFIT.search(name) and not set(nor) & set(name)
