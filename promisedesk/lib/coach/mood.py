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

from .feelings.cues import Lexicon
from .feelings.words import GONE, words_of
from .findings import Span

READ = ("en", "ru", "pl")
LONGEST = 20_000  # characters; who writes more has said how they feel before
UNHAPPY = 1.0
ANGRY = 3.0
WEIGHTS = {
    "threat": 3.0,
    "insult": 3.0,
    "swearing": 3.0,
    "strong": 2.0,
    "sarcasm": 2.0,
    "ignored": 1.0,
    "again": 1.0,
    "waiting": 1.0,
    "failure": 0.7,
    "mild": 1.0,
    "shouting": 1.0,
    "face": 1.0,
}


class Mood(StrEnum):
    CALM = "calm"
    UNHAPPY = "unhappy"
    ANGRY = "angry"


@dataclass(frozen=True, slots=True)
class Heat:
    """One thing that shows displeasure: its kind (a key of WEIGHTS) and where it stands."""

    kind: str
    place: Span

    @property
    def weight(self) -> float:
        return WEIGHTS[self.kind]


_CAPS = re.compile(r"(?<![\w.@/-])[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ]{2,}(?:'[A-Z]+)?(?![\w-])")
_MARKS = re.compile(r"!{2,}|(?:\?!|!\?)[?!]*|\?{2,}")
_CROSS = re.compile("[😡🤬😠👎💩🖕😤👿]+")
_SAD = re.compile("[😞😢😭🙄😒😔😟🙁☹😣😖😫😩🤦]+|(?<![\\w)]):'?-?[(/]+(?!\\w)|[(]{2,}")
_GLAD = re.compile("[😊🙂😀😃😍🥰❤👍🙏🎉😁😄💚💙🌷👏]|(?<!\\w)[:;]-?[)D]|[)]{2,}")
_SENTENCE = re.compile(r"[.!?…\n]+")


@cache
def _lexicon(language: str) -> tuple[Lexicon, Lexicon, Lexicon]:
    words = importlib.import_module(f"{__package__}.feelings.heat_{language}")
    return (
        Lexicon({"harmless": words.HARMLESS}),
        Lexicon({"calming": words.CALMING}),
        Lexicon(words.KINDS),
    )


def mood_of(text: str, language: str) -> Mood:
    """The mood of a customer's text ("en", "ru", "pl"); calm where there is none."""
    return _judged(text[:LONGEST], language)[0]


def heat(text: str, language: str) -> list[Heat]:
    """What made it so, in the order of the text; nothing in a calm one."""
    mood, found = _judged(text[:LONGEST], language)
    return [] if mood is Mood.CALM else list(found)


@lru_cache(maxsize=32)
def _judged(text: str, language: str) -> tuple[Mood, tuple[Heat, ...]]:
    found: list[Heat] = []
    calming = 0
    if language in READ:
        harmless, calm, heated = _lexicon(language)
        read = words_of(text)
        words = list(read.words)
        for hit in harmless.find(words):
            words[hit.first : hit.last] = [GONE] * (hit.last - hit.first)
        calming = sum(1 for _ in calm.find(words))
        found = [
            Heat(hit.phrase.kind, (read.starts[hit.first], read.ends[hit.last - 1]))
            for hit in heated.find(words)
        ]
    found += _signs(text, has_words=bool(found))
    calming += len(_GLAD.findall(text))
    found.sort(key=lambda one: one.place)
    return _weighed(found, calming), tuple(found)


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


def _weighed(found: list[Heat], calming: int) -> Mood:
    score = sum(one.weight for one in found)
    worst = max((one.weight for one in found), default=0.0)
    if worst < 3:
        score -= 1.0 * min(calming, 3)
    if score >= ANGRY and worst >= 2:
        return Mood.ANGRY
    return Mood.UNHAPPY if score >= UNHAPPY else Mood.CALM
