"""The closing of a letter: "Kind regards, Anna"."""

from __future__ import annotations

import re

_CLOSING = re.compile(
    r"(?:^|(?<=[.!?\n,;]))[ \t]*(?:(?:with )?(?:best|kind|warm|kindest|warmest"
    r"|many)?[ ]?(?:regards|wishes)|(?:yours )?sincerely"
    r"|yours(?: truly| faithfully)?|cheers|best|all the best|take care|have a (?:nice|good|great"
    r"|lovely) \w{3,9}"
    r"|(?:с )?(?:уважением|наилучшими пожеланиями|любовью|теплом)|всего (?:доброго|хорошего"
    r"|наилучшего)|хорошего (?:дня|вечера)|удачи"
    r"|(?:serdecznie )?pozdrawia(?:m|my)(?: serdecznie)?|pozdrowienia|z (?:powa[zż]aniem"
    r"|wyrazami szacunku|pozdrowieniami)|mi[lł]ego dnia"
    r"|życzę miłego dnia)[ ]*[,.!–—-]{0,3}(?:\s*[^\n]{0,60}){0,4}\s*\Z",
    re.I,
)


def without_closing(text: str, agent: str = "") -> str:
    """The text before its closing; the agent's own name alone is one too."""
    text = text.rstrip()
    found = _CLOSING.search(text)
    if found and len(text) - found.start() <= 200:
        text = text[: found.start()].rstrip(" \n,.-–—")
    for name in (agent, agent.split(" ")[0]):
        if name and text.endswith(name):
            text = text[: -len(name)].rstrip(" \n,.-–—")
    return text
