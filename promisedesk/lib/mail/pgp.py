"""PGP inside the text of a mail (RFC 9580 6.2, 7): recognised and laid aside, never checked."""

import re

_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_END_SIGNATURE = "-----END PGP SIGNATURE-----"
_FIELD = re.compile(r"(?:Hash|Charset|NotDashEscaped|Version|Comment): ?.*")


def unwrapped(text: str) -> tuple[str, bool, bool]:
    """(the words without the armour, is signed, is encrypted)."""
    if "-----BEGIN PGP" not in text:
        return text, False, False
    lines: list[str] = []
    is_signed = is_skipped = is_header = is_inside = False
    for line in text.split("\n"):
        bare = line.rstrip()
        if bare == _SIGNED:
            is_signed = is_header = is_inside = True
        elif bare == _SIGNATURE and is_inside:
            is_skipped = True
        elif bare == _END_SIGNATURE and is_skipped:
            is_skipped = is_inside = False
        elif is_header:
            is_header = bool(_FIELD.fullmatch(bare))
            if not is_header and bare:
                lines.append(line)
        elif not is_skipped:
            lines.append(line[2:] if is_inside and line.startswith("- ") else line)
    words = "\n".join(lines) if is_signed else text
    return words, is_signed, any(line.rstrip() == _ENCRYPTED for line in words.split("\n"))
