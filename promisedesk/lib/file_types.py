"""What kind of file it is: judged by what is in it, not by what its sender says."""

import puremagic

LOOKED_AT = 4096  # bytes of a file's start
UNKNOWN = "application/octet-stream"
# Nothing else in the file may be believed when it begins like one of these.
TELLING = {
    "application/pdf", "application/x-msdownload", "application/x-executable",
    "application/vnd.microsoft.portable-executable", "image/bmp", "image/gif", "image/heic",
    "image/jpeg", "image/png", "image/svg+xml", "image/webp", "text/html",
}  # fmt: skip
# Containers: what is in a zip or an old Office file is better told by its name.
CONTAINERS = ("application/zip", "application/vnd.", "application/msword", "application/java")


def decided(declared: str, start: bytes) -> str:
    """The type of a file that claims to be `declared` and begins with `start` (4 KB are enough).

    The claim stands unless the content tells another story: a program that calls itself a
    picture is a program, and a picture that is none is nothing known.
    """
    found = _by_content(start[:LOOKED_AT])
    if declared in found:
        return declared
    for kind in found:
        if kind in TELLING and not declared.startswith(CONTAINERS):
            return kind
    if declared.startswith("image/") and declared != "image/svg+xml" and start:
        return found[0] if found else UNKNOWN
    if declared == UNKNOWN and found:
        return found[0]
    return declared


def _by_content(start: bytes) -> list[str]:
    try:
        return [one.mime_type for one in puremagic.magic_string(start) if one.mime_type]
    except (puremagic.PureError, ValueError):
        return []
