"""The line a mail program puts below the words by itself: "Sent from my iPhone".

Customers tell of things sent from somewhere too, so what follows the thing is looked at.
"""

import re

from promisedesk.lib.mail import signature_words as words
from promisedesk.lib.mail.reply_words import MONTHS

LONGEST = 110  # characters without links

_LINK = re.compile(r"[<(\[]?https?://[^\s<>)\]]*[>)\]]?")
_SENT = re.compile(rf"(?:{words.SENT_FROM})(?!\w)|{words.SENT_IN_CHINESE}", re.I)
_GET = re.compile(
    rf"(?:{words.GET_PROGRAM}).{{0,30}}?(?:{words.PROGRAMS})(?!\w)|outlook (?:für|voor|for) |"
    rf"(?:get|download|try) (?:the )?[\w ]{{2,20}} for (?:ios|android|mac|windows)$",
    re.I,
)
_THING = re.compile(rf"(?<![A-Za-zÀ-žЀ-ӿ0-9])(?:{words.THINGS})[\w'’]*|{words.THINGS_INSIDE}", re.I)
_EXCUSE = re.compile(rf"[,.;–—-]?\s*(?:{words.EXCUSES})(?!\w)[^?]{{0,70}}$", re.I)
_NETWORK = re.compile(
    r",? (?:on|via|over) (?:the )?[\w&-]{2,20} (?:network|wireless|4g|5g)$|"
    r", an? [\w&-]{2,20} [\w ]{0,30}(?:smartphone|tablet|device)$",
    re.I,
)
_TELLING = re.compile(
    rf"[,:?!]|\d{{1,2}}[./]\d{{1,2}}|\d\.? (?!pro\b)(?:{MONTHS})|(?<!\w)(?:{words.TELLING})(?!\w)",
    re.I,
)
_ANTIVIRUS = re.compile(words.ANTIVIRUS, re.I)
MOST_WORDS_AFTER = 6  # of the thing's name and kind


def is_program_line(line: str) -> bool:
    """ "Sent from my iPhone" and its kin in any language, no sentence that merely starts so."""
    if len(line) > 300:
        return False
    text = _LINK.sub("", line).strip(" \t*_>-–—.:()[]\xa0")
    if len(text) > LONGEST or not text:
        return False
    if text.lower() in words.WHOLE_LINES:
        return True
    if _ANTIVIRUS.search(line) and len(text.split()) < 8:
        return True
    if _GET.match(text) and "," not in text and len(text.split()) < 9:
        return True
    if not _SENT.match(text) and not text.endswith(words.SENT_LAST):
        return False
    text = _NETWORK.sub("", _EXCUSE.sub("", text))
    things = list(_THING.finditer(text[:LONGEST]))
    if not things or "?" in text:
        return False
    # "Sent from my desk, is much easier than my phone": the thing must come before a comma,
    # unless the comma only parts two names.
    head = text.partition(",")[0]
    after = text[things[-1].end() :]
    if not _THING.search(head) or _is_sentence(text, things[-1].start()):
        return False
    return not _TELLING.search(after) and len(after.split()) <= MOST_WORDS_AFTER


def _is_sentence(text: str, at: int) -> bool:
    """Whether too much stands before the last thing named for a program's line."""
    return len(text[:at].split()) > 8 or ". " in text
