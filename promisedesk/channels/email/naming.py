"""Names and addresses in headers: "Anna, Kettle & Loom" <help@shop.example> (RFC 5322 3.4).

Python's email package decodes and folds address headers anew, and forgets the quotes around
a comma beside a letter that is not ASCII: one mailbox becomes two. So ours are written here,
and LetterPolicy passes them on as they are.
"""

from email.header import Header
from email.utils import formataddr

WORD_LENGTH = 60  # encoded words stay within the 75 of RFC 2047 and lines within 78


def mailbox(name: str, address: str) -> str:
    """One mailbox as a header holds it, folded: a quoted name or encoded words, and the address.

    `name` is one line already; `address` has its domain in ASCII (`ascii_domain`).
    """
    if not name:
        return address
    if name.isascii():
        quoted = formataddr((name, ""))[: -len(" <>")] if name else ""
        return f"{quoted} <{address}>"
    encoded = Header(name, "utf-8", maxlinelen=WORD_LENGTH).encode(linesep="\r\n")
    return f"{encoded}\r\n <{address}>"


def ascii_domain(address: str) -> str:
    """The address with an internationalised domain written in ASCII (RFC 5890).

    As it is when its local part is not ASCII either: that needs SMTPUTF8 (RFC 6531) anyway.
    """
    local, at, host = address.rpartition("@")
    if not local.isascii():
        return address
    try:
        return local + at + host.encode("idna").decode("ascii")
    except UnicodeError:
        return address
