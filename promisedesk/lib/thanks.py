"""Telling a mere thank-you from a message that wants something, in English, Russian, Polish.

Every piece of the message, between two marks of punctuation, must be words of thanks, assent,
greeting, good wishes, a closing or a name; one word more, and it is none: a message taken for
thanks is not promised an answer, so a doubt is always a question. No statistics: whoever reads
this can tell what it says of a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from promisedesk.lib import thanks_words as words

LONGEST = 400  # characters; who only thanks does not write more
MOST_WORDS = 25  # between two marks of punctuation; people thank in fewer
MARK = "thanks"  # in Message.marks: nothing is owed for it


class Reading(StrEnum):
    """What a message says: thanks, something that may be a yes to what we asked, or more."""

    MORE = ""
    THANKS = "thanks"
    ASSENT = "assent"


GLAD = (
    "👍🙏❤♥💕💖💗💙💚💛🧡💜🤍😊😀😃😄😁🙂😉😍🥰😘🤗☺🎉🥳👌✅✔👏🌹🌷🌸💐🌺🌻🌼🔥⭐🌟✨💪🤝😇😎🫶💯🍵☕🤩😌💝💓💞🌞☀🙌🤞✌"
    "😆🥲💋🫡"
)
YES = "👍👌✅✔🆗🤝🫡"
_VARIANTS = re.compile("[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]")
_SMILE = re.compile(r"(?<![\w(])(?:[:;=8]-?[)D*pP]+|\^_?\^|<3+|[)]{2,})|(?<=\w)[)]+(?=\s|$)", re.M)
_SAD = re.compile(r"[:;=]'?-?[(\[/|]+|[(]{2,}")
_MORE = re.compile(r"[?¿#@%№€$£/\\\d]|https?:")
_PIECES = re.compile(r"([\s.!,;:…–—\-()\"“”«»„*_~&+]*[.!,;:…–—\-()\"“”«»„\n\r*_~&+]\s*)")
_WORDS = re.compile(r"[^\W\d_]+|§")
_LETTERS = re.compile(r"[^\W\d_]+")


def _any_of(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _thanks() -> str:
    """Thanks, and what for: at most a dozen words of the same language."""
    what = [rf"(?: {words.FOR[one]}(?: {words.OBJECTS[one]}){{1,12}})" for one in words.FOR]
    return rf"{_any_of(words.THANKS)}(?: {words.NAME})?{_any_of(what)}?"


_JOINED = r"(?: (?:and|и|а|i|oraz) | )"
_KINDS = {
    "thanks": _thanks(),
    "assent": _any_of(words.ASSENTS),
    "pleasant": _any_of(words.PLEASANT),
    "greeting": rf"{_any_of(words.GREETINGS)}(?: {words.NAME})?",
    "closing": rf"{_any_of(words.CLOSINGS)}(?: {words.NAME})?",
    "name": words.NAME,
}
_AND = re.compile(_JOINED)
# Written with a capital letter at the beginning of a sentence, and names of nobody.
_NO_NAMES = frozenset(re.findall(r"\S+", """
refund cancel return help wait stop when where what why who how no not nope still but
however also only please urgent again send call reply answer now today tomorrow later
never nothing order parcel delivery money problem issue broken wrong missing late bad
yes i it is the a возврат отмена отмените верните вернуть помогите жду ждем когда где
что почему зачем кто как нет не но однако только пожалуйста срочно пришлите позвоните
ответьте сейчас сегодня завтра никогда ничего заказ посылка доставка деньги проблема
брак да я это все еще zwrot anuluj anulować reklamacja pomocy czekam kiedy gdzie co
dlaczego kto jak nie ale jednak tylko proszę prosze pilne teraz dzisiaj jutro nigdy nic
zamówienie paczka dostawa pieniądze problem tak ja jeszcze dalej nadal brak
"""))  # fmt: skip


@cache
def _alone() -> dict[str, re.Pattern[str]]:
    """Compiled at the first message: it takes a tenth of a second, and most programs read none."""
    return {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset(_LETTERS.findall(" ".join(_KINDS.values())))


def read(text: str, names: Iterable[str] = ()) -> Reading:
    """What the new part of a message says. `names`: who may have signed it ("Clara Holm")."""
    text = _VARIANTS.sub("", text.strip())
    if not text or len(text) > LONGEST:
        return Reading.MORE
    text = _SMILE.sub(" . ", text)
    if _SAD.search(text) or _MORE.search(text):
        return Reading.MORE
    signs = {one for one in text if unicodedata.category(one) in ("So", "Sk", "Cs", "Co", "Cn")}
    if not signs <= set(GLAD + YES):
        return Reading.MORE
    agrees = bool(signs & set(YES))
    for sign in signs:
        text = text.replace(sign, " . ")
    if any(word.islower() and not _is_known(word) for word in _LETTERS.findall(text)):
        return Reading.MORE  # most mails end here, at little cost
    found = _kinds_of(text, {part.casefold() for name in names for part in name.split()})
    if found is None:
        return Reading.MORE
    if "assent" in found or agrees:
        return Reading.ASSENT
    return Reading.THANKS if "thanks" in found or (signs and not found) else Reading.MORE


def _is_known(word: str) -> bool:
    return unicodedata.normalize("NFC", word).replace("ё", "е") in _known()


def _kinds_of(text: str, known: set[str]) -> list[str] | None:
    """What its pieces are, in order; None if one of them is something else."""
    kinds: list[str] = []
    for number, piece in enumerate(pieces := _PIECES.split(text)):
        if number % 2:  # the marks between two pieces
            continue
        piece = unicodedata.normalize("NFC", piece).replace("’", " ").replace("'", " ")
        found = [one[0] for one in _WORDS.finditer(piece)]
        if re.search(r"[^\w\s]", piece):
            return None
        if not found:
            continue
        if len(found) > MOST_WORDS:
            return None
        is_called = number > 0 and pieces[number - 1].strip() == ","
        said = _kinds_of_piece(found, kinds, known, is_called)
        if said is None:
            return None
        kinds += said
    return kinds


def _kinds_of_piece(
    found: list[str], before: list[str], known: set[str], is_called: bool
) -> list[str] | None:
    """First as it stands, then with what looks like a name as one, but for its first word."""
    for first_name in (len(found), 1, 0):
        plain = _plain(found, known, first_name)
        if _alone()["name"].fullmatch(plain):
            return ["name"] if _may_be_name(before, found, known, is_called) else None
        if said := _units(plain):
            return said
    return None


def _plain(found: list[str], known: set[str], first_name: int) -> str:
    """In small letters, names as §: those known, and from `first_name` on what looks like one."""
    shown = []
    for number, word in enumerate(found):
        low = word.casefold().replace("ё", "е")
        is_name = word.casefold() in known or (number >= first_name and _looks_like_a_name(word))
        shown.append("§" if is_name and not _is_a_word(low) else low)
    return " ".join(shown)


def _looks_like_a_name(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or word[1:].islower())


def _is_a_word(low: str) -> bool:
    """Whether it means something by itself, so that it is no name ("Best", "Спасибо")."""
    return low in _NO_NAMES or any(
        _alone()[kind].fullmatch(low)
        for kind in ("thanks", "assent", "pleasant", "greeting", "closing")
    )


def _may_be_name(kinds: list[str], found: list[str], known: set[str], is_called: bool) -> bool:
    """Whether a piece that looks like a name is one: “Thanks. Cancel” names nobody.

    A name we know may stand anywhere but first; another one below a closing, or after a comma.
    """
    if not kinds or kinds.count("name") >= 2:
        return False
    if all(word.casefold() in known for word in found) or kinds[-1] == "closing":
        return True
    return is_called and kinds[-1] in ("thanks", "greeting", "pleasant")


def _units(plain: str) -> list[str] | None:
    """ "ok thanks" as [assent, thanks]; None if anything is left over."""
    return _walk(plain, 0, 6)


def _walk(plain: str, start: int, left: int) -> list[str] | None:
    if start >= len(plain):
        return []
    if not left:
        return None
    for end in _ends(plain, start):
        joined = _AND.match(plain, end)
        after = joined.end() if joined else end
        rest = _walk(plain, after, left - 1)
        if rest is not None:
            kind = next(
                kind for kind in _KINDS if _alone()[kind].fullmatch(plain, start, end) is not None
            )
            return [kind, *rest]
    return None


def _ends(plain: str, start: int) -> list[int]:
    """Where a unit that begins here may end, the longest first."""
    ends = [match.start() for match in re.finditer(r" |$", plain) if match.start() > start]
    return [
        end
        for end in reversed(ends)
        if any(_alone()[kind].fullmatch(plain, start, end) for kind in _KINDS if kind != "name")
    ]
