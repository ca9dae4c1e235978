"""What an opaque-signed S/MIME mail says (RFC 8551 3.5.2): the mail inside the PKCS #7.

Only the content is taken out. Nothing is verified here, and nothing is decrypted.
"""

SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DEEPEST = 12


def signed_content(data: bytes) -> bytes | None:
    """The MIME entity inside signed-data, None if this is not readable as such."""
    try:
        encapsulated = _encapsulated(data)
        return _octets(data, encapsulated[1], 0) if len(encapsulated) > 1 else None
    except (IndexError, ValueError):
        return None


def is_certificates(data: bytes) -> bool:
    """Whether this is signed-data around nothing: a bag of certificates."""
    try:
        return len(_encapsulated(data)) == 1
    except (IndexError, ValueError):
        return False


def _encapsulated(data: bytes) -> list[tuple[int, int, int]]:
    """Type and content of what is signed. Raises ValueError if this is no signed-data."""
    content_info = _children(data, 0, len(data))
    if len(content_info) == 1 and content_info[0][0] == 0x30:
        content_info = _children(data, *content_info[0][1:])
    oid, wrapped = content_info[0], content_info[1]
    if data[oid[1] : oid[2]] != SIGNED_DATA:
        raise ValueError("no signed-data")
    signed = _children(data, *_children(data, *wrapped[1:])[0][1:])
    return _children(data, *signed[2][1:])


def _octets(data: bytes, node: tuple[int, int, int], depth: int) -> bytes:
    """Octet strings come whole, or in pieces when the sender streamed (BER)."""
    tag, start, end = node
    if not tag & 0x20:
        return data[start:end]
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    return b"".join(_octets(data, each, depth + 1) for each in _children(data, start, end))


def _children(data: bytes, start: int, end: int) -> list[tuple[int, int, int]]:
    """(tag, start, end of content) of the values between `start` and `end`."""
    found = []
    while start < end and data[start : start + 2] != b"\0\0":
        tag = data[start]
        length, at = _length(data, start + 1)
        stop = _indefinite_end(data, at, end) if length is None else at + length
        if stop > end:
            raise ValueError("cut short")
        found.append((tag, at, stop))
        start = stop + (2 if length is None else 0)
    return found


def _length(data: bytes, at: int) -> tuple[int | None, int]:
    first = data[at]
    if first < 0x80:
        return first, at + 1
    if first == 0x80:
        return None, at + 1
    count = first & 0x7F
    if count > 5:
        raise ValueError("too long")
    return int.from_bytes(data[at + 1 : at + 1 + count], "big"), at + 1 + count


def _indefinite_end(data: bytes, at: int, end: int) -> int:
    """Where the two zero bytes stand that close a value of unknown length."""
    depth = 1
    while at < end:
        if data[at : at + 2] == b"\0\0":
            depth -= 1
            if not depth:
                return at
            at += 2
            continue
        length, start = _length(data, at + 1)
        if length is None:
            depth += 1
            at = start
        else:
            at = start + length
    raise ValueError("no end")
