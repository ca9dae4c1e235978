"""The text of a message as HTML: paragraphs, line breaks and links, all else escaped."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from promisedesk.lib import markdown

LONGEST_SHOWN = 100_000  # characters; more is in the mail itself
# Ends before what closes a sentence or a bracket around the address.
_LINK = re.compile(
    r"https?://[^\s<>\"'\u201c\u201d\u00ab\u00bb]{1,2000}[^\s<>\"'.,;:!?)\]}\u201c\u201d\u00ab\u00bb]"
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def as_html(text: str) -> SafeString:
    """Plain text as it reads in a letter. Safe whatever a stranger wrote."""
    paragraphs = _BLANK_LINES.split(text[:LONGEST_SHOWN].strip())
    return mark_safe("".join(f"<p dir=auto>{_lines(one)}</p>" for one in paragraphs))  # noqa: S308


def ours_as_html(text: str) -> SafeString:
    """What one of us wrote, with the marks of Markdown: as the customer's letter shows it."""
    return mark_safe(markdown.as_html(text[:LONGEST_SHOWN]))  # noqa: S308  cleaned there


def _lines(paragraph: str) -> str:
    pieces, end = [], 0
    for link in _LINK.finditer(paragraph):
        address = escape(link[0])
        pieces.append(escape(paragraph[end : link.start()]))
        pieces.append(
            f'<a class="link" href="{address}" target="_blank" rel="noopener noreferrer nofollow">'
            f"{address}</a>"
        )
        end = link.end()
    pieces.append(escape(paragraph[end:]))
    return "".join(pieces).replace("\n", "<br>\n")
