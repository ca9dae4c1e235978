"""How a customer feels, by what they write: calm, unhappy or angry.

Words weigh (a lexicon a language, `feelings.heat_<language>`), so do signs that need none:
capitals, !!!, emoji. Denials and sayings are taken out first, thanks make up for little things.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from .feelings.alone import is_meant
from .feelings.cues import Hit, Lexicon
from .feelings.folding import by_letters
from .feelings.words import GONE, Words, words_of
from .findings import Span

READ = ("en", "ru", "pl")
LONGEST = 20_000  # characters; who writes more has said how they feel before
UNHAPPY = 1.0  # the sum of weights from which on somebody is
STRONG = 2.0  # one word as heavy as this is anger
LOUD = 3.0  # so are lighter ones that are shouted, if they come to this
WORST = 3.0  # no thanks make up for one of these
WEIGHTS = {
    "threat": 3.0,
    "insult": 3.0,
    "swearing": 3.0,
    "strong": 2.0,
    "sarcasm": 2.0,
    "ignored": 1.0,
    "again": 1.0,
    "waiting": 1.0,
    "failure": 1.0,
    "mild": 1.0,
    "shouting": 1.0,
    "face": 1.0,
}


NOT = "not"
NOTS = frozenset((NOT, "не", "nie", "isnt", "wasnt", "hardly", "never"))


class Mood(StrEnum):
    CALM = "calm"
    UNHAPPY = "unhappy"
    ANGRY = "angry"


@dataclass(frozen=True, slots=True)
class Heat:
    """One thing that shows displeasure: its kind (a key of WEIGHTS) and where it stands."""

    kind: str
    place: Span
    is_asked: bool = False  # in a question: "what if it is broken?"

    @property
    def weight(self) -> float:
        half = self.is_asked and self.kind == "failure"
        return WEIGHTS[self.kind] / 2 if half else WEIGHTS[self.kind]


_CAPS = re.compile(r"(?<![\w.@/-])[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ]{2,}(?:'[A-Z]+)?(?![\w-])")
_MARKS = re.compile(r"!{2,}|(?:\?!|!\?)[?!]*|\?{2,}")
_CROSS = re.compile("[😡🤬😠👎💩🖕😤👿]+")
_SAD = re.compile("[😞😢😭🙄😒😔😟🙁☹😣😖😫😩🤦]+|(?<![\\w)]):'?-?[(/]+(?!\\w)|[(]{2,}")
_GLAD = re.compile("[😊🙂😀😃😍🥰❤👍🙏🎉😁😄💚💙🌷👏]|(?<!\\w)[:;]-?[)D]|[)]{2,}")
_SENTENCE = re.compile(r"[.!?…\n]+")


@cache
def _lexicons(language: str) -> tuple[Lexicon, Lexicon, Lexicon]:
    words = importlib.import_module(f"{__package__}.feelings.heat_{language}")
    return (
        Lexicon({"harmless": words.HARMLESS}),
        Lexicon({"calming": words.CALMING, "courtesy": words.COURTESY}),
        Lexicon(words.KINDS),
    )


def mood_of(text: str, language: str) -> Mood:
    """The mood of a customer's text ("en", "ru", "pl"); calm where there is none.

    A language that nobody could tell ('') is told by letters, for a text of a few words.
    """
    return _judged(text[:LONGEST], language or by_letters(text))[0]


def heat(text: str, language: str) -> list[Heat]:
    """What made it so, in the order of the text; nothing in a calm one."""
    mood, found = _judged(text[:LONGEST], language or by_letters(text))
    return [] if mood is Mood.CALM else list(found)


@lru_cache(maxsize=32)
def _judged(text: str, language: str) -> tuple[Mood, tuple[Heat, ...]]:
    found: list[Heat] = []
    calming, courtesy = len(_GLAD.findall(text)), "?" in text
    if language in READ:
        harmless, calm, heated = _lexicons(language)
        read = words_of(text)
        words = list(read.words)
        for hit in harmless.find(words):
            words[hit.first : hit.last] = [GONE] * (hit.last - hit.first)
        hits = [one for one in heated.find(words) if is_meant(words, one.first, one.last)]
        found = [_heat(text, read, hit) for hit in hits]
        for hit in hits:  # "not satisfied" calms nobody
            words[hit.first : hit.last] = [NOT] * (hit.last - hit.first)
        kinds = [
            hit.phrase.kind
            for hit in calm.find(words)
            if not hit.first or words[hit.first - 1] not in NOTS
        ]
        calming += kinds.count("calming")
        courtesy = courtesy or "courtesy" in kinds
    found += _signs(text, has_words=bool(found))
    found.sort(key=lambda one: one.place)
    return _weighed(found, calming, courtesy), tuple(found)


def _heat(text: str, read: Words, hit: Hit) -> Heat:
    place = (read.starts[hit.first], read.ends[hit.last - 1])
    return Heat(hit.phrase.kind, place, is_asked=_is_question(text, place[1]))


def _is_question(text: str, at: int) -> bool:
    end = _SENTENCE.search(text, at)
    return end is not None and "?" in end[0]


def _signs(text: str, has_words: bool) -> list[Heat]:
    signs = [Heat("shouting", one.span()) for one in _MARKS.finditer(text) if has_words]
    signs = signs[:1]
    loud = [one for one in _CAPS.finditer(text) if len(one[0]) > 3]
    letters = [one for one in text if one.isalpha()]
    is_all_loud = len(letters) > 12 and sum(map(str.isupper, letters)) > 0.7 * len(letters)
    if is_all_loud or (has_words and loud):
        signs += [Heat("shouting", one.span()) for one in loud[:1]]
    signs += [Heat("strong", one.span()) for one in list(_CROSS.finditer(text))[:1]]
    signs += [Heat("face", one.span()) for one in list(_SAD.finditer(text))[:1]]
    return signs


def _weighed(found: list[Heat], calming: int, courtesy: bool) -> Mood:
    score = sum(one.weight for one in found)
    worst = max((one.weight for one in found), default=0.0)
    if worst < WORST:
        score -= min(calming, 3)
    if courtesy and [one.kind for one in found] == ["failure"]:
        return Mood.CALM
    is_loud = any(one.kind == "shouting" for one in found)
    if (worst >= STRONG and score >= STRONG) or (is_loud and score >= LOUD):
        return Mood.ANGRY
    return Mood.UNHAPPY if score >= UNHAPPY else Mood.CALM
