"""The HTML twin of a signature, made from the same text: nobody writes HTML into letters."""

from __future__ import annotations

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_FOUND = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
    r"|(?P<url>https?://[^\s<>\"'|,;]{1,200}[^\s<>\"'|,;.)\]])"
    r"|(?<![\w@.-])(?P<site>(?:[a-zа-яё0-9-]{1,63}\.){1,5}(?:[a-zа-яё]{2,24}|xn--[a-z0-9]{2,30}))"
    r"(?![\w@.-])"
    r"|(?<![\w.])(?P<phone>\+?\(?\d{1,4}\)?(?:[ .()-]{0,3}\d{2,4}){2,5})(?!\w)",
    re.I,
)
_DIGITS = range(7, 16)  # of a number one can call (E.164)
NOT_SITES = ("jpg", "png", "pdf", "ltd", "inc")  # "Loom Co.Ltd"


def as_html(signature: str, colour: str = "") -> SafeString:
    """Its lines with addresses, sites and numbers as links, in `colour` ("#006b6b")."""
    lines = [_line(line, colour) for line in signature.splitlines()]
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))


def _line(line: str, colour: str) -> SafeString:
    pieces: list[tuple[object]] = []
    end = 0
    for found in _FOUND.finditer(line):
        if target := _target(found):
            style = format_html(' style="color:{}"', colour) if colour else ""
            link = format_html('<a href="{}"{}>{}</a>', target, style, found[0])
            pieces += [(line[end : found.start()],), (link,)]
            end = found.end()
    pieces.append((line[end:],))
    return format_html_join("", "{}", pieces)


def _target(found: re.Match) -> str:
    """Where it leads; '' for figures that are no number, and abbreviations."""
    if found["mail"]:
        return f"mailto:{found[0]}"
    if found["url"]:
        return found[0]
    if found["site"]:
        is_site = found[0].lower().rpartition(".")[2] not in NOT_SITES
        return f"https://{found[0]}" if is_site else ""
    digits = re.sub(r"[^\d+]", "", found[0])
    return f"tel:{digits}" if len(digits.lstrip("+")) in _DIGITS else ""
