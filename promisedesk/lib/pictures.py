"""Pictures of strangers drawn anew, so that only pixels of them reach a browser.

Decoding is done by a process of its own with limits of time and memory: a picture of a few
kilobytes can unfold to gigabytes, and decoders have had holes.
"""

import subprocess
import sys

LARGEST = 25 * 1024 * 1024  # bytes; larger ones are not looked into
LONGEST_SIDE = 1600  # pixels of what comes out
MOST_PIXELS = 60_000_000  # of what goes in: the best telephones make fifty million
SECONDS = 30  # by the clock; 10 of them of CPU
KIND = "image/webp"
READABLE = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp")


class NotDrawn(Exception):
    """No picture, a broken one, or one that takes too much."""


def redrawn(content: bytes, longest: int = LONGEST_SIDE) -> bytes:
    """A picture as WebP, its first frame, turned upright, its longer side at most `longest` pixels.

    Nothing else of the file comes along: no place, no camera, no hidden data. Raises NotDrawn.
    """
    if not content or len(content) > LARGEST:
        raise NotDrawn("too large")
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "promisedesk.lib.picture_child", str(longest)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise NotDrawn("too slow") from error
    if done.returncode or not done.stdout.startswith(b"RIFF"):
        raise NotDrawn(done.stderr.decode("utf-8", "replace").strip()[-200:] or "ended early")
    return done.stdout
