"""Pictures in letters: the shop's logo, and those of signatures.

They are fetched from the desk, not carried along: what is carried comes back as a file with each
answer of a customer. Their address is the same in every letter, so that fetching one tells
nobody who read what. As PNG on white: Outlook knows no WebP, and dark programs leave white be.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from promisedesk.core import files

if TYPE_CHECKING:
    from PIL.Image import Image

LOGO = (200, 40)  # pixels it is shown in, at most
OF_SIGNATURE = (240, 80)
FINER = 2  # times: for dense screens
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class LetterPicture:
    """Where mail programs find it, and how large it is shown, in pixels."""

    url: str
    width: int
    height: int


def picture(
    sha256: str, most: tuple[int, int] = LOGO, base: str | None = None
) -> LetterPicture | None:
    """The picture with this SHA-256; None without one, where its file is lost, or where the desk
    has no address that mail programs trust. `base` is put before its path, the desk's address
    unless told ("": for a page of the desk)."""
    base = settings.BASE_URL if base is None else base
    if not sha256 or (base and not base.startswith("https://")):
        return None
    try:
        width, height = drawn(sha256, most)[1]
    except FileNotFoundError:
        return None
    path = reverse("portal:letter-picture", args=[sha256[:16]])
    return LetterPicture(base + path, width, height)


@lru_cache(maxsize=32)
def drawn(sha256: str, most: tuple[int, int]) -> tuple[bytes, tuple[int, int]]:
    """(PNG, size it is shown in) of a picture we drew ourselves. Raises FileNotFoundError, also
    where its file is damaged: no letter waits for a picture."""
    content = files.read(sha256)
    try:
        flat = _flat(content, (most[0] * FINER, most[1] * FINER))
    except (OSError, SyntaxError, ValueError) as error:
        raise FileNotFoundError(f"{sha256} is damaged") from error
    made = io.BytesIO()
    flat.save(made, "PNG", optimize=True)
    return made.getvalue(), (max(1, flat.width // FINER), max(1, flat.height // FINER))


def _flat(content: bytes, most: tuple[int, int]) -> Image:
    from PIL import Image  # here: few processes draw

    with Image.open(io.BytesIO(content)) as found:
        found = found.convert("RGBA")
        found.thumbnail(most)
        flat = Image.new("RGB", found.size, WHITE)
        flat.paste(found, mask=found.getchannel("A"))
    return flat
