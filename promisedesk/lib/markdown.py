"""What agents write as HTML: a few marks of Markdown, and nothing that surprises.

Only marks people know stay: bold, italic, lists, quotes, links, code. What plain letters hold
by chance (a ruler below a line, a paragraph moved in, 20*30*40 cm, <brackets>) reads as typed.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from promisedesk.lib.mail.sanitising import clean_html

LONGEST = 100_000  # characters; longer texts are read as plain ones, marks and all
# Each beginning of a link costs a walk through the rest: beyond these, links stay as typed.
LONGEST_WITH_LINKS = 10_000  # characters
MOST_LINKS = 200  # “[” or “://” in one text
LEADS_TO = re.compile(r"(https?://|mailto:|tel:)", re.I)
# Each would change words that were not meant as marks.
NOT_MEANT = ["code", "entity", "heading", "hr", "html_block", "html_inline", "image", "lheading"]
NOT_MEANT += ["reference"]
_STYLES = {
    "paragraph_open": "margin:0 0 16px",
    "bullet_list_open": "margin:0 0 16px;padding:0 0 0 24px",
    "ordered_list_open": "margin:0 0 16px;padding:0 0 0 24px",
    "blockquote_open": "margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #d5dae1",
    "fence": "margin:0 0 16px;font-family:monospace;white-space:pre-wrap",
    "code_inline": "font-family:monospace",
}


def as_html(text: str, *, for_letter: bool = False) -> str:
    """Safe HTML of a text with Markdown's marks (CommonMark 0.31, a part of it).

    Lines end where they were ended. `for_letter`: with the styles that mail programs need,
    which know no style sheet; pages bring their own.
    """
    text = text[: 2 * LONGEST]
    reader = _reader_for(text)
    tokens = reader.parse(text.replace("\r\n", "\n"))
    _dress(tokens, for_letter)
    return clean_html(reader.renderer.render(tokens, reader.options, {}))


def in_plain(text: str) -> str:
    """The words of such a text alone, as `as_html` shows them; a link is its words."""
    found: list[str] = []
    text = text[:LONGEST]
    for token in _reader_for(text).parse(text.replace("\r\n", "\n")):
        if token.type == "inline":
            breaks = ("softbreak", "hardbreak")
            parts = ("\n" if one.type in breaks else one.content for one in token.children or [])
            found.append("".join(parts))
        elif token.content:
            found.append(token.content)
    return "\n".join(found)


def _dress(tokens: list[Token], for_letter: bool) -> None:
    for token in tokens:
        if for_letter and token.type in _STYLES:
            token.attrSet("style", _STYLES[token.type])
        elif token.type == "paragraph_open":
            token.attrSet("dir", "auto")
        _dress(token.children or [], for_letter)


def _reader_for(text: str) -> MarkdownIt:
    if len(text) > LONGEST:
        return _plain_reader()
    links = max(text.count("["), text.count("://"))
    return _reader(has_links=len(text) <= LONGEST_WITH_LINKS and links <= MOST_LINKS)


@cache
def _reader(*, has_links: bool) -> MarkdownIt:
    options = {"html": False, "linkify": has_links, "breaks": True, "maxNesting": 100}
    reader = MarkdownIt("commonmark", options).disable(NOT_MEANT)
    reader.inline.ruler.before("emphasis", "times", _times)
    if not has_links:
        return reader.disable(["link", "autolink"])
    reader.enable("linkify")
    reader.linkify.set({"fuzzy_link": False})  # “price.list” is no address
    reader.validateLink = lambda url: bool(LEADS_TO.match(url))
    return reader


@cache
def _plain_reader() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False, "breaks": True}).enable("newline")


def _times(state: StateInline, silent: bool) -> bool:
    """A star between letters or figures is one: 20*30 cm, not the beginning of italics."""
    at, source = state.pos, state.src
    if source[at] != "*" or not 0 < at < state.posMax - 1:
        return False
    if not (source[at - 1].isalnum() and source[at + 1].isalnum()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
