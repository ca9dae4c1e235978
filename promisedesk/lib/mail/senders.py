"""Whether a mail's From says who wrote it, and what in it may mislead a reader.

Identity is only the unambiguous From (RFC 5322 3.6.2 lets it name many). A display name is
what a stranger wrote; an address whose letters look like others is read wrongly by people.
"""

import re
import unicodedata

from promisedesk.lib.mail.addresses import MOST_RECIPIENTS, read_addresses
from promisedesk.lib.mail.headers import decode_words
from promisedesk.lib.mail.model import Address

UNVERIFIED = "unverified"  # stands beside each of the rest
SEVERAL = "doubt:several"  # From names several people, a group, or nobody in particular
NAME = "doubt:name"  # the display name is another address
LETTERS = "doubt:letters"  # letters of several alphabets, or such as look Latin and are not
OURS = "doubt:ours"  # says that it is from us, and nothing proves it

_LIKE_ADDRESS = re.compile(r"[^\s<>()\"',;:@]{1,64}@([^\s<>()\"',;:@]{1,253})")
# Cyrillic and Greek letters that nobody can tell from Latin ones (Unicode TR39, the commonest).
_LOOK_LATIN = frozenset("асеорхуіјѕһԁԛԝӏαοινρ")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def doubts(from_headers: list[str], sender: Address | None) -> list[str]:
    """Marks for a mail with these raw From values, whose `sender` was read from them."""
    if sender is None:
        return []
    found = []
    if not _names_one(from_headers, sender.address):
        found.append(SEVERAL)
    if shows_another_address(sender):
        found.append(NAME)
    if misleads(sender.address):
        found.append(LETTERS)
    return [UNVERIFIED, *found] if found else []


def _names_one(from_headers: list[str], address: str) -> bool:
    """Whether From names this address and no other, plainly."""
    named = {
        one.address.lower()
        for value in from_headers[:MOST_RECIPIENTS]
        for one in read_addresses(value, 2)
    }
    return named == {address.lower()} and not any(map(_is_group, from_headers[:MOST_RECIPIENTS]))


def _is_group(value: str) -> bool:
    """ "Team: a@b.example;" (RFC 5322 3.4); a colon in quotes or in <> is none."""
    return (
        ";" in (bare := re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>|\([^)]*\)', "", value)) and ":" in bare
    )


def shows_another_address(sender: Address) -> bool:
    """ "boss@shop.example" <mallory@elsewhere.example>: people read the first."""
    shown = _LIKE_ADDRESS.search(decode_words(sender.name))
    return bool(shown) and shown[0].lower().rstrip(".") != sender.address.lower()


def misleads(address: str) -> bool:
    """Whether people may read another address than it is (homoglyphs, mixed alphabets)."""
    if address.isascii() and "xn--" not in address.lower():
        return False
    local, _at, host = address.rpartition("@")
    labels = [*re.split(r"[._+-]", local), *_unicode_host(host).split(".")]
    is_latin_world = labels[-1].isascii()  # under .рф everybody expects Cyrillic
    for label in labels:
        scripts = {_script(char) for char in label if char.isalpha()}
        if len(scripts) > 1:
            return True
        foreign = {char for char in label.lower() if char.isalpha() and not char.isascii()}
        looks_latin = foreign and foreign <= _LOOK_LATIN and scripts <= {"CYRILLIC", "GREEK"}
        if looks_latin and is_latin_world:
            return True
    return False


def _unicode_host(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host.lower() else host
    except UnicodeError:
        return host


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "other")
