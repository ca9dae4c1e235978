"""What of a letter the agent says themselves, and where its sentences end.

Nothing is cut out, only blanked: an offset into the cleaned text is one into the text written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED_LINE = re.compile(r"^[ \t]*[>|].*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^--[ \t]*$", re.MULTILINE)
_ATTRIBUTION = re.compile(
    r"^[^\n]{0,200}?(?:\d|@)[^\n]{0,200}?"
    r"(?:\bwrote|\bпиш[её]т|\bписала?|\bнаписала?|\bnapisał(?:a|\(a\))?|\bpisze)[ \t]*:[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original|forwarded|исходное|пересылаемое|wiadomość|oryginaln)"
    r"[^\n]*|(?:from|от|od):[ \t]*[^\n]{1,200}\n[ \t]*(?:sent|date|to|дата|отправлено|кому|"
    r"wysłano|data|do):)",
    re.MULTILINE | re.IGNORECASE,
)
_SPOKEN = re.compile(  # other people's words in quotation marks, within one paragraph
    r"“[^”“\n]{2,600}”|„[^”“\n]{2,600}[”“]|«[^»\n]{2,600}»"
    r'|(?<!\w)"[^"\n]{2,600}"(?!\w)|(?<!\w)‘[^‘\n]{2,600}?’(?!\w)'
)

# A full stop ends a sentence before white space, unless it belongs to a short form or a number.
_SHORT = (
    "mr mrs ms dr st no nr approx ca inc ltd co e.g i.e a.m p.m am pm etc vs tel ext dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "т.е т.к т.д т.п т г ул д руб коп тел им пн вт ср чт пт сб вс мин час ч янв фев мар апр авг "
    "сен окт ноя дек стр п н.э "
    "раб дн теч кал нед мес сут р.д р к.д др пр "
    "np tzn tj m.in ul godz g min pon wt śr czw pt sob niedz tel zł gr pn r nd sty lut kwi cze "
    "lip sie wrz paź lis gru p ok al"
)
_SHORT_WORDS = frozenset(_SHORT.split())
_END = re.compile(r"[.!?…]+[\"”»“’)\]]*(?=\s|$)|\n\s*\n|\n[ \t]*[-*•–][ \t]+|\n|;(?=\s)")
WRAPPED = 45  # a shorter line was ended on purpose
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_NEXT = re.compile(r"\s*(\S)")


def own_words(text: str) -> str:
    """`text` with quoted lines, quoted speech, forwarded letters and the signature blanked out by
    as many spaces: the offsets stay."""
    for pattern in (_FORWARDED, _SIGNATURE):
        if found := pattern.search(text):
            text = text[: found.start()] + _blank(text[found.start() :])
    text = _ATTRIBUTION.sub(_blank_match, text)
    text = _QUOTED_LINE.sub(_blank_match, text)
    return _SPOKEN.sub(_blank_match, text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """(offset, sentence) of each, with its closing mark. A line end within a sentence (the next
    line goes on in lower case) is white space; any other ends it."""
    start = 0
    for found in _END.finditer(text):
        if found.start() < start or _goes_on(text, found):
            continue
        if text[start : found.end()].strip():
            yield start, text[start : found.end()]
        start = found.end()
    if text[start:].strip():
        yield start, text[start:]


def _goes_on(text: str, found: re.Match[str]) -> bool:
    mark = found.group()
    following = _NEXT.match(text, found.end())
    letter = following.group(1) if following else ""
    if mark == "\n":
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
        wrapped = len(line) >= WRAPPED and line[-1] not in ".!?:;…"
        return letter.islower() or letter.isdigit() or wrapped
    if mark[0] != ".":
        return False
    if mark in ("...", "…"):
        return letter.islower()
    before = text[max(0, found.start() - 12) : found.start()]
    word = _LAST_WORD.search(before)
    if word and word.group().lower() in _SHORT_WORDS:
        return not (letter.isupper() and word.group().lower() in _MAY_END)
    return bool(before[-1:].isdigit() and letter.islower())


_MAY_END_SENTENCES = (
    "am pm a.m p.m etc т.д т.п г руб ч час мин r zł min co ltd inc no mon tue wed thu fri sat "
    "sun tues thurs nov dec ok gr пн вт ср чт пт сб вс"
)
# "… by 2 p.m. We …": these short forms often close a sentence.
_MAY_END = frozenset(_MAY_END_SENTENCES.split())


def _blank(text: str) -> str:
    return "".join(letter if letter == "\n" else " " for letter in text)


def _blank_match(found: re.Match[str]) -> str:
    return _blank(found.group())
