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
    reader = _reader()
    if len(text) > LONGEST:
        text, reader = text[: 2 * LONGEST], _plain_reader()
    tokens = reader.parse(text.replace("\r\n", "\n"))
    _dress(tokens, for_letter)
    return clean_html(reader.renderer.render(tokens, reader.options, {}))


def _dress(tokens: list[Token], for_letter: bool) -> None:
    for token in tokens:
        if for_letter and token.type in _STYLES:
            token.attrSet("style", _STYLES[token.type])
        elif token.type == "paragraph_open":
            token.attrSet("dir", "auto")
        _dress(token.children or [], for_letter)


@cache
def _reader() -> MarkdownIt:
    options = {"html": False, "linkify": True, "breaks": True, "maxNesting": 100}
    reader = MarkdownIt("commonmark", options).enable("linkify").disable(NOT_MEANT)
    reader.linkify.set({"fuzzy_link": False})  # “price.list” is no address
    reader.validateLink = lambda url: bool(LEADS_TO.match(url))
    reader.inline.ruler.before("emphasis", "times", _times)
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
