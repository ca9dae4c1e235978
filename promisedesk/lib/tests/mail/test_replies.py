"""Mails as customers' programs make them, by language, and the announcements they use.

The mails lie in replies/: a new dialect is a few lines there, seldom code here.
"""

import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from promisedesk.lib.mail.html_text import html_lines, html_to_text
from promisedesk.lib.mail.trimming import split_lines

FOLDER = Path(__file__).parent / "replies"
MARKED = "> Dzień dobry,\n> paczka wyszła.\n>\n> Sklep"
BARE = "Dzień dobry,\npaczka wyszła.\n\nSklep"
WORDS = "Dziękuję, czekam.\nAnna"


def mails(name: str):
    """(name, body, text, signature, whether the body is HTML) of each mail in a file."""
    source = (FOLDER / name).read_text("utf-8")
    source = source.replace("␠", " ").replace("⍽", "\xa0")
    for each in source.split("\n%% mail: ")[1:]:
        title, _, rest = each.partition("\n")
        body, _, rest = rest.partition("\n%% text\n")
        text, _, signature = rest.partition("\n%% signature\n")
        yield title, body, text.strip("\n"), signature.strip("\n"), title.endswith("[html]")


ALL = [
    pytest.param(*case[1:], id=f"{name}: {case[0]}")
    for name in ("en", "ru", "pl", "others")
    for case in mails(f"{name}.txt")
]


@pytest.mark.parametrize(("body", "text", "signature", "is_html"), ALL)
def test_a_mail_is_told_from_its_quote_and_signature(body, text, signature, is_html):
    lines = html_lines(body) if is_html else body.split("\n")
    new, quoted, below = split_lines(lines)
    assert (new.strip(), below.strip()) == (text, signature)
    whole = html_to_text(body) if is_html else body
    assert not Counter(_words(whole)) - Counter(_words(f"{new}\n{quoted}\n{below}"))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _data(name: str, parted_by: str) -> list[str]:
    kept = [line for line in (FOLDER / name).read_text("utf-8").split("\n") if line[:2] != "# "]
    pieces = "\n".join(kept).split(parted_by)
    pieces = [re.sub(r"^\[\w\w(?: \w\w)*\]\n?", "", each.strip("\n")) for each in pieces]
    return [each for each in pieces if each]


def _as_programs_break(line: str):
    """The line with its own breaks, with no-break spaces, and folded at several widths."""
    own = line.replace("~", "\n")
    yield own
    yield re.sub(r"(\d) (?=\S)", "\\1\xa0", own)
    yield re.sub(r"(\d) (?=AM|PM|am|pm|г|р|Uhr|CET)", "\\1\u202f", own)
    if own != line:
        return
    for width in range(34, 80, 6):
        yield "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
    yield re.sub(r"<(?=\S+@)", "<\n", line)


@pytest.mark.parametrize("line", _data("attributions.txt", "\n"))
def test_an_attribution_is_found_however_it_is_folded(line):
    is_always_marked = line.startswith("!")
    for announced in _as_programs_break(line.lstrip("!")):
        for quote in (MARKED,) if is_always_marked else (MARKED, BARE):
            for gap in ("\n", "\n\n"):
                mail = f"{WORDS}\n\n{announced}{gap}{quote}\n"
                assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail


def _as_programs_write(block: str):
    yield block
    yield re.sub(r": ", ":\xa0", block)
    yield block.replace(" :", "\xa0:")
    yield block.replace("\n", "\n\n")
    yield re.sub(r"(?m)^([^\s:*-][^:*\n]{0,20}):", r"*\1:*", block)
    yield block.replace(": ", ":\t")
    yield re.sub(r"(?m)$", "  ", block)


@pytest.mark.parametrize("block", _data("blocks.txt", "\n\n"))
def test_a_header_block_is_found_however_it_is_written(block):
    for announced in _as_programs_write(block):
        for quote in (MARKED, BARE):
            mail = f"{WORDS}\n\n{announced}\n\n{quote}\n"
            assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail
    marked = "\n".join(f"> {line}" for line in block.split("\n"))
    mail = f"{WORDS}\n\n{marked}\n>\n{MARKED}\n"
    assert split_lines(mail.split("\n"))[::2] == (WORDS, ""), mail
