"""Domains in letters of the world and in the ASCII that mail and DNS write them in (RFC 5890).

Python's codec is that of RFC 3490; where the newer rules differ (ß), it reads and writes
what most mail servers do.
"""


def ascii_host(host: str) -> str:
    """The host in ASCII: xn--80aairftm.xn--p1ai of магазин.рф. Raises UnicodeError if none."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def spellings(address: str) -> set[str]:
    """An address as people write it and as mail servers do: one for most, two for others."""
    local, at, host = address.rpartition("@")
    try:
        if not host.isascii():
            return {address, local + at + ascii_host(host)}
        if "xn--" in host.lower():
            return {address, local + at + host.encode("ascii").decode("idna")}
    except UnicodeError:
        pass  # no such domain can be: it has no other spelling
    return {address}
