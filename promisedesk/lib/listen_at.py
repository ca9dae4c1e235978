"""Where a server listens, as people write it: a port, a host with a port, or a socket's file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A TCP address, or the path of a Unix socket (then `port` is 0)."""

    host: str = ""
    port: int = 0
    path: str = ""

    def __str__(self) -> str:
        return f"unix:{self.path}" if self.path else f"{self.host}:{self.port}"


def read(text: str, default_host: str = "127.0.0.1") -> Place:
    """ "24", "0.0.0.0:24", "[::1]:24" or "unix:/run/desk/lmtp" as a Place.

    Raises ValueError for anything else.
    """
    if text.startswith("unix:"):
        path = text.removeprefix("unix:")
        if not path.startswith("/") or "\0" in path:
            raise ValueError("a socket is written unix:/the/whole/path")
        return Place(path=path)
    host, _colon, port = text.rpartition(":")
    host = host.strip("[]") or default_host
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise ValueError("write PORT, HOST:PORT or unix:/path/of/the/socket")
    return Place(host, int(port))
