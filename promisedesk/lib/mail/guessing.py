"""Which eight-bit charset a few words are in, when nobody says it.

Detectors need sentences; a subject or a name is a word or two. Russian and Polish letters
stand in so few orders that even these tell: alphabets against each other, the case of
letters, and whether a strange letter stands among plain ones.
"""

import math
import re

CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac_cyrillic")
POLISH = ("iso8859-2", "cp1250")
WESTERN = "cp1252"
MOST_BYTES = 4000  # more says nothing new

# Letters of Russian a thousand, for a text of some length; the rest of Cyrillic is rare.
_OFTEN = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ",
        (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14,
         12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 3, 5, 3, 2, 0.5),
        strict=True,
    )
)  # fmt: skip
_WEIGHT = {letter: math.log(often / 15) for letter, often in _OFTEN.items()}
LEAST = 0.2  # of Russian words; Greek and Hebrew read as Cyrillic stay below
_WRONG = -6.0  # a sign that has no place there
_SIGNS = set("«»„“”‘’–—…•№€§°\xa0 ×·©®™¡¿´²³±½")
_ODD_SIGNS = set("§°·©®¡¿´²³±½×\xa0")
_POLISH_LETTERS = set("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_WESTERN_LETTERS = set("àâäçèéêëîïôöùûüÿæœßáíóúñãõåøìòÀÂÄÇÈÉÊËÎÏÔÖÙÛÜÆŒÁÍÓÚÑÃÕÅØ")
# As Windows-1252 these Polish letters are signs, which no word has inside.
_SIGN_IN_WORD = re.compile(
    r"[A-Za-z][¹³¿¥£¯\x9f\x8f¼¶±¦¬]+[A-Za-z]|(?<![A-Za-z])[£¯¦¬][A-Za-zóÓ]{2}|œæ"
)
_SIGN_AT_END = re.compile(r"[A-Za-z][¹³¿±¶¼]+(?![A-Za-z0-9])")
_POLISH_LOOK = re.compile(r"[wk]|[csrd]z|zd|szc|[b-df-hk-np-tv-z]j|j[aeui]", re.I)
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")


def guessed(data: bytes) -> str:
    """The codec of eight-bit text in Russian, Ukrainian, Polish or a western language, or ''."""
    data = data[:MOST_BYTES]
    if _is_latin(data):
        return _latin(data)
    best, score = "", 0.0
    for codec in CYRILLIC:
        found = _cyrillic_score(data.decode(codec, "replace"))
        found -= 2.0 if codec == "mac_cyrillic" else 0.0  # seldom seen, and close to cp1251
        if found > score:
            best, score = codec, found
    return best or _latin(data)


def is_mislabelled(data: bytes) -> str:
    """What text declared as western really is, '' if it may well be what it claims to be."""
    data = data[:MOST_BYTES]
    runs = re.findall(rb"(?<![A-Za-z])[\x80-\xff]{4,}(?![A-Za-z])", data)
    if len(runs) >= 2 or any(len(each) >= 6 for each in runs):
        found = guessed(data)
        return found if found in CYRILLIC else ""
    text = data.decode(WESTERN, "replace")
    signs = set(_SIGN_IN_WORD.findall(text))
    ends = set(_SIGN_AT_END.findall(text)) if signs else set()
    return _latin(data) if len(signs | ends) >= 2 else ""


def _is_latin(data: bytes) -> bool:
    """Whether most strange letters stand among plain ones, as in Polish and not in Russian."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    mixed = len(re.findall(rb"(?<=[A-Za-z])[\x80-\xff]+|[\x80-\xff]+(?=[A-Za-z])", data))
    return 2 * mixed > len(runs) or max(map(len, runs), default=0) <= 1


def _cyrillic_score(text: str) -> float:
    """Above 0: may be Russian; the higher, the more so. Odd signs and cases count against it."""
    score = 0.0
    count = 0
    for word in _CYRILLIC_WORD.findall(text):
        count += len(word)
        score += sum(_WEIGHT.get(letter, _WRONG) for letter in word.lower())
        if not (word.islower() or word.isupper() or word[1:].islower()):
            score -= 3.0 * len(word)
    others = sum(1 for each in text if not each.isascii()) - count
    signs = sum(1 for each in text if each in _SIGNS)
    score += _WRONG * (others - signs) - 0.5 * signs
    score -= 4.0 * len(_MIXED.findall(text))
    return score + 1.0 - LEAST * count if count else 0.0


def _latin(data: bytes) -> str:
    text = data.decode(WESTERN, "replace")
    western = _strange(text) - _WESTERN_LETTERS - _SIGNS or _is_mostly_signs(text)
    polish = next(
        (each for each in POLISH if _is_polish(_strange(data.decode(each, "replace")))), ""
    )
    if not polish:
        return "" if western else WESTERN
    if western or _SIGN_IN_WORD.search(text) or _has_polish_look(data, polish):
        return polish
    return WESTERN


def _is_mostly_signs(text: str) -> bool:
    """As Chinese looks when it is read as a western language."""
    letters = sum(each in _WESTERN_LETTERS for each in text)
    return sum(each in _ODD_SIGNS for each in text) > letters


def _is_polish(strange: set[str]) -> bool:
    return bool(strange & _POLISH_LETTERS) and not strange - _POLISH_LETTERS - _SIGNS


def _has_polish_look(data: bytes, codec: str) -> bool:
    plain = "".join(each for each in data.decode(codec, "replace") if each.isascii())
    return len(_POLISH_LOOK.findall(plain)) * 20 > len(plain)


def _strange(text: str) -> set[str]:
    return {each for each in text if not each.isascii()}
