"""Why a letter did not leave, a mailbox is silent, or a mail could not be read: in the reader's
language.

Workers store such sentences in English. Whole ones are looked up as they are; those with values
in them are known by their pattern, and one that follows another is said again after it.
"""

import re
from functools import cache

from django.utils.translation import gettext, ngettext

# Also in the catalogue by the code that stores them; here is how they are recognised.
PATTERNS = (
    "Folders there are: %(names)s.",
    "For %(count)s minute and more nobody could look into it. Is the worker running?",
    "Looking up “%(host)s” took too long. Check the name, then try again.",
    "Mail comes in, but what was fetched stays in the mailbox. The server says: %(answer)s",
    "Not sent: the mail server is not set right. %(why)s",
    "Signed in, but there is no folder “%(folder)s”.",
    "The certificate belongs to another name than %(host)s.",
    "The certificate of %(host)s cannot be trusted.",
    "The certificate of %(host)s has expired.",
    "The certificate of the mail server is not valid: %(why)s",
    "The connection to %(host)s, port %(port)s broke.",
    "The desk cannot read or write its own files: %(why)s",
    "The mail server broke off: %(answer)s",
    "The mail server cannot be reached: %(why)s",
    "The mail server does not accept the sign-in: %(answer)s",
    "The mail server said: %(answer)s",
    "The mail server says: %(answer)s",
    "The permission to use this mailbox ends soon. Sign in again before %(day)s",
    "The server does not accept this user name and password: %(answer)s",
    "The server is there, but does not accept this user name and password: %(answer)s",
    "The sign-in service is in trouble itself and is asked again soon: %(status)s",
    "The sign-in service refused: %(code)s",
    "There is no server called “%(host)s”. Check the name for typing mistakes.",
    "This desk's own disk takes no more: %(answer)s",
    "%(free)s GB are free, %(percent)s %%.",
    "%(host)s answered something this desk does not understand at port %(port)s.",
    "%(host)s did not answer at port %(port)s in time.",
    "%(host)s does not speak TLS at port %(port)s.",
    "%(host)s gave no usable answer. Try again later.",
    "%(host)s is there, but nothing listens at port %(port)s.",
    "%(host)s is inside a private network. If that is right, "
    "add it to PROMISEDESK_ALLOWED_HOSTS_OUT and start the desk again.",
    "%(host)s is at %(address)s, inside a private network. If that is right, "
    "add it to PROMISEDESK_ALLOWED_HOSTS_OUT and start the desk again.",
)
# (one, many, the value that counts)
COUNTED = (
    (
        "For %(count)s minute and more nobody could look into it. Is the worker running?",
        "For %(count)s minutes and more nobody could look into it. Is the worker running?",
        "count",
    ),
    ("%(count)s mail waits.", "%(count)s mails wait.", "count"),
    ("%(count)s mail could not be read.", "%(count)s mails could not be read.", "count"),
    (
        "%(number)d mail in %(refs)s; each sender gets at most 3 automatic answers an hour.",
        "%(number)d mails in %(refs)s; each sender gets at most 3 automatic answers an hour.",
        "number",
    ),
)
_PLACE = re.compile(r"%\\\((\w+)\\\)[sd]|%%")
_PLACE_ITSELF = re.compile(r"%\((\w+)\)[sd]")


def said_again(stored: str) -> str:
    """The sentence translated if it is one of ours, else as it was stored."""
    if not stored:
        return ""
    ours, _line, theirs = stored.partition("\n")  # conversations.returned
    if theirs:
        return f"{said_again(ours)} {said_again(theirs)}"
    if (whole := gettext(stored)) != stored:
        return whole
    for one, many, counts in COUNTED:
        found = _known_by(one).match(stored) or _known_by(many).match(stored)
        if found and found[counts].isdecimal():
            number = int(found[counts])
            return _filled(ngettext(one, many, number), found)
    for sentence in PATTERNS:
        if found := _known_by(sentence).match(stored):
            return _filled(gettext(sentence), found)
    return stored


@cache
def _known_by(sentence: str) -> re.Pattern[str]:
    """What a stored sentence of this pattern looks like, with what may follow it."""
    is_open = bool(_PLACE_ITSELF.search(sentence[-12:])) and sentence.endswith(("s", "d"))

    def place(found: re.Match) -> str:
        if not found[1]:
            return "%"
        return f"(?P<{found[1]}>[^\\n]{{1,1000}}{'' if is_open else '?'})"

    pattern = _PLACE.sub(place, re.escape(sentence))
    return re.compile(pattern + ("$" if is_open else r"(?: (?P<_more>.+))?$"), re.S)


def _filled(translated: str, found: re.Match[str]) -> str:
    values = found.groupdict()
    more = values.pop("_more", None)
    said = _PLACE_ITSELF.sub(lambda place: values.get(place[1]) or "", translated)
    said = said.replace("%%", "%")
    return f"{said} {said_again(more)}" if more else said
