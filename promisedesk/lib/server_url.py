"""Mail servers written as one line: imaps://user:password@host:993/INBOX and its parts.

Parts are percent-encoded, because a user name of a mailbox is often an address itself.
"""

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from promisedesk.lib.wording import Worded, gettext_noop

PORTS = {"imaps": 993, "imap": 143, "smtps": 465, "smtp": 25}
SUBMISSION = 587  # where servers that want a password take mail (RFC 6409)


class ServerUrlError(Worded):
    """Not a mail server; the text tells a person how to write one."""


@dataclass(frozen=True)
class ServerUrl:
    """`scheme` imap and smtp begin plain and turn to TLS (STARTTLS); -s is TLS from the start."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""
    folder: str = ""  # of IMAP; empty means INBOX

    @classmethod
    def parse(cls, url: str, schemes: tuple[str, ...] = tuple(PORTS)) -> "ServerUrl":
        """The parts of a URL. Raises ServerUrlError."""
        try:
            parts = urlsplit(url.strip())
            port = parts.port
        except ValueError:
            raise ServerUrlError(
                gettext_noop("Write the port as a number from 1 to 65535.")
            ) from None
        if parts.scheme not in schemes or not parts.hostname:
            example = f"{schemes[0]}://user:password@mail.example.com"
            raise ServerUrlError(
                gettext_noop("Write the mail server like %(example)s."), example=example
            )
        return cls(
            scheme=parts.scheme,
            host=parts.hostname,
            port=port or _usual_port(parts.scheme, bool(parts.username)),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.strip("/")),
        )

    def __str__(self) -> str:
        who = quote(self.user, safe="")
        if self.password:
            who += ":" + quote(self.password, safe="")
        host = f"[{self.host}]" if ":" in self.host else self.host
        folder = "/" + quote(self.folder, safe="") if self.folder else ""
        return f"{self.scheme}://{who + '@' if who else ''}{host}:{self.port}{folder}"

    @property
    def is_tls(self) -> bool:
        """TLS from the first byte."""
        return self.scheme.endswith("s")


def _usual_port(scheme: str, has_user: bool) -> int:
    return SUBMISSION if scheme == "smtp" and has_user else PORTS[scheme]
