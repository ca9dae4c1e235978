"""The name a customer signs with, or introduces themselves by."""

from __future__ import annotations

import re
from functools import lru_cache

SEARCHED = 4000  # characters at the end of their text
_CAPITAL = "[A-ZА-ЯЁĄĆĘŁŃÓŚŹŻ]"
_NAME = rf"{_CAPITAL}[\w'’-]{{1,20}}(?:[ ]{_CAPITAL}[\w'’-]{{0,20}}\.?){{0,2}}"
_CLOSINGS = (
    r"(?:best|kind|warm|many)?[ ]?(?:regards|wishes)|sincerely(?: yours)?|yours(?: \w{4,10})?"
    r"|thanks"
    r"|thank you|thanks (?:a lot|again|in advance)|many thanks|cheers|best|ta|all the best"
    r"|с уважением|с наилучшими пожеланиями|спасибо|заранее спасибо|благодарю|заранее благодарю"
    r"|всего доброго|с надеждой"
    r"|pozdrawiam(?: serdecznie)?|z powa[zż]aniem|serdecznie pozdrawiam|pozdrowienia"
    r"|z g[oó]ry dzi[eę]kuj[eę]|dzi[eę]kuj[eę]|dzi[eę]ki|z wyrazami szacunku|pzdr|pozdro"
)
_SIGNED = re.compile(
    rf"(?:^|[.!?\n]\s*)(?i:{_CLOSINGS})[ ]{{0,2}}[,.!–—-]{{0,3}}[ ]{{0,2}}\n?\s{{0,3}}"
    rf"(?P<name>{_NAME})[ .!]{{0,3}}\s*\Z"
)
_ALONE = re.compile(rf"[.!?,]\s*\n\s*[–—-]{{0,2}}[ ]?(?P<name>{_NAME})\s*\Z")
_SAID = re.compile(
    rf"\b(?i:my name is|this is|i am|i'm|меня зовут|nazywam si[eę]"
    rf"|mam na imi[eę])[ ](?P<name>{_NAME})(?=[ ]?[.,!\n]|[ ](?:and|from|и|i|z)\b)"
)
_NOT_NAMES = (
    "thanks thank regards best yours sincerely hello please the спасибо жду ответа надеюсь "
    "pozdrawiam dziękuję proszę czekam"
)
_NONE = frozenset(_NOT_NAMES.split())


@lru_cache(maxsize=64)
def signed_name(customer: str) -> str:
    """ "Maria" of "Thanks, Maria" and "My name is Maria."; '' where nobody says so."""
    text = customer[-SEARCHED:].rstrip()
    for pattern in (_SIGNED, _ALONE, _SAID):
        found = pattern.search(text)
        if found and not any(word.lower() in _NONE for word in found["name"].split()):
            return found["name"].rstrip(" .")
    return ""
