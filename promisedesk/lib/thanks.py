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

from promisedesk.lib import thanks_words as words

LONGEST = 400  # characters; who only thanks does not write more
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
_PIECES = re.compile(r"[.!,;:…–—\-()\"“”«»„\n\r*_~&+]+")
_WORDS = re.compile(r"[^\W\d_]+|§")


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
_ALONE = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}
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
    found = _kinds_of(text, {part.casefold() for name in names for part in name.split()})
    if found is None:
        return Reading.MORE
    if "assent" in found or (agrees and "thanks" not in found):
        return Reading.ASSENT
    return Reading.THANKS if "thanks" in found or (signs and not found) else Reading.MORE


def _kinds_of(text: str, known: set[str]) -> list[str] | None:
    """What its pieces are, in order; None if one of them is something else."""
    kinds: list[str] = []
    for piece in _PIECES.split(text):
        plain = _plain(piece, known)
        if plain is None:
            return None
        if not plain:
            continue
        if _ALONE["name"].fullmatch(plain):
            if not _may_be_signed(kinds, plain, piece, known):
                return None
            kinds.append("name")
            continue
        said = _units(plain)
        if said is None:
            return None
        kinds += said
    return kinds


def _plain(piece: str, known: set[str]) -> str | None:
    """A piece in small letters, names as §; None if there is a sign in it that says more."""
    piece = unicodedata.normalize("NFC", piece).replace("’", " ").replace("'", " ")
    if re.search(r"[^\w\s]", piece):
        return None
    found = [one[0] for one in _WORDS.finditer(piece)]
    shown = []
    for number, word in enumerate(found):
        low = word.casefold().replace("ё", "е")
        is_name = word.casefold() in known or (
            (number > 0 or len(found) <= 2) and _looks_like_a_name(word)
        )
        shown.append("§" if is_name and not _is_a_word(low) else low)
    return " ".join(shown)


def _looks_like_a_name(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or word[1:].islower())


def _is_a_word(low: str) -> bool:
    """Whether it means something by itself, so that it is no name ("Best", "Спасибо")."""
    return low in _NO_NAMES or any(
        _ALONE[kind].fullmatch(low)
        for kind in ("thanks", "assent", "pleasant", "greeting", "closing")
    )


def _may_be_signed(kinds: list[str], plain: str, piece: str, known: set[str]) -> bool:
    """A name stands after thanks, a greeting or a closing; one we know, anywhere but first."""
    if not kinds or kinds.count("name") >= 2:
        return False
    if all(word.casefold() in known for word in piece.split()):
        return True
    return kinds[-1] in ("thanks", "greeting", "closing", "pleasant", "name")


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
                kind for kind in _KINDS if _ALONE[kind].fullmatch(plain, start, end) is not None
            )
            return [kind, *rest]
    return None


def _ends(plain: str, start: int) -> list[int]:
    """Where a unit that begins here may end, the longest first."""
    ends = [match.start() for match in re.finditer(r" |$", plain) if match.start() > start]
    return [
        end
        for end in reversed(ends)
        if any(_ALONE[kind].fullmatch(plain, start, end) for kind in _KINDS if kind != "name")
    ]
