"""An e-mail address that a letter gives to be written to: "please use anna@work.example".

Letters name addresses of parcel services and of earlier shops too; only one that words like
these lead to is meant to be used.
"""

import re

SEARCHED = 4000  # characters
APART = 60  # between the word and the address, in one sentence
_WORDS = (
    # English
    r"write|e-?mail|send|reply|respond|answer|reach|contact|address|use|prefer|cc"
    # Russian: пишите, напишите, присылайте, отправьте, отвечайте, почта, адрес
    r"|пиш\w*|напиш\w*|прис[ыл]\w*|шлите|вышл\w+|отправ(?:ь\w*|ляй\w*|ить)|отве(?:ть|ча)\w*"
    r"|почт[аеуы]|ящик|адрес\w*|е?-?мейл|е?-?мыло|имейл"
    # Polish: pisać, napisać, wysłać, przesłać, odpowiedzieć, adres, mail, kontakt
    r"|(?:na)?pi(?:sz|sa[ćc])\w*|wy[śs](?:y[łl]a|[łl]a)\w*|prze[śs](?:y[łl]a|[łl]a|lij)\w*"
    r"|wy[śs]lij\w*|odpisa\w*|odpowied\w*|odpowiada\w*|adres\w*|mail\w*|kontakt\w*"
)
_SAID = re.compile(
    rf"\b(?:{_WORDS})\b(?:[^.!?\n@]|\.(?!\s)|\n(?!\n)){{0,{APART}}}?"
    r"(?<![\w.+@-])([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})(?![\w@])",
    re.I,
)
_ROBOTS = re.compile(r"no-?reply|do-?not-?reply|mailer-daemon", re.I)


def said_address(text: str) -> str:
    """The first address a text asks to be used, in lower case; '' if there is none."""
    if "@" not in text[:SEARCHED]:
        return ""
    for found in _SAID.finditer(text[:SEARCHED]):
        if not _ROBOTS.search(found[1]):
            return found[1].strip(".").lower()
    return ""
