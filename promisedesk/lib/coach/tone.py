"""How a reply sounds: kind, neutral or harsh, and which of its words make it so (R5).

What makes a reply harsh is seldom a rude word; it is what a sentence does to its reader: it
blames, orders, threatens, ridicules. Lexicons of such acts, a language each, are in
`feelings.acts_<language>`; what is quoted is somebody else's words and is not read.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from .draft import Draft
from .feelings.alone import counts
from .feelings.cues import Lexicon, Phrase
from .feelings.words import GONE, words_of
from .findings import Finding, Mend, Span
from .softening import quietened, sentence_at, softened
from .vagueness import look_at_vagueness

READ = ("en", "ru", "pl")
LONGEST = 30_000  # characters of a reply; the rest is a pasted document
KIND = 2  # signs of kindness that make a reply kind


__all__ = ["Act", "Tone", "acts_in", "look_at_tone", "look_at_vagueness", "tone_of"]


class Tone(StrEnum):
    KIND = "kind"
    NEUTRAL = "neutral"
    HARSH = "harsh"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a reply does to its reader: "blame", "ordering", … and where."""

    kind: str
    place: Span
    phrase: Phrase | None = None


@cache
def _lexicons(language: str) -> tuple[Lexicon, Lexicon, Lexicon]:
    words = importlib.import_module(f"{__package__}.feelings.acts_{language}")
    return Lexicon({"polite": words.POLITE}), Lexicon(words.KINDS), Lexicon(words.KIND_SIGNS)


def tone_of(text: str, language: str) -> Tone:
    """The tone of a reply; neutral where there is none."""
    acts, signs = acts_in(text, language), _kindness(text[:LONGEST], language)
    if acts and not _is_outweighed(acts, signs):
        return Tone.HARSH
    return Tone.KIND if len(signs) >= KIND else Tone.NEUTRAL


def _is_outweighed(acts: tuple[Act, ...], signs: frozenset[str]) -> bool:
    """One word that may be harsh, in a letter that is kind all over, is rather not meant so."""
    return len(acts) < len(signs)


def acts_in(text: str, language: str) -> tuple[Act, ...]:
    """What a reply does that it had better not, in the order of the text."""
    return _acts(text[:LONGEST], language)


@lru_cache(maxsize=16)
def _acts(text: str, language: str) -> tuple[Act, ...]:
    found = list(_shouted(text))
    if language in READ:
        polite, harsh, _ = _lexicons(language)
        read = words_of(text)
        words = list(read.words)
        for hit in polite.find(words):
            words[hit.first : hit.last] = [GONE] * (hit.last - hit.first)
        found += [
            Act(hit.phrase.kind, (read.starts[hit.first], read.ends[hit.last - 1]), hit.phrase)
            for hit in harsh.find(words)
            if counts(words, hit.first, hit.last)
        ]
    return tuple(sorted(found, key=lambda act: act.place))


@lru_cache(maxsize=16)
def _kindness(text: str, language: str) -> frozenset[str]:
    if language not in READ:
        return frozenset()
    return frozenset(hit.phrase.kind for hit in _lexicons(language)[2].find(words_of(text).words))


_LOUD = re.compile(
    r"(?<![\w.@/#-])[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ]{2,}(?:'[A-Z]+)?"
    r"(?:[ ,]{1,2}[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ]{1,}(?:'[A-Z]+)?){2,40}(?![\w-])"
)
_MARKS = re.compile(r"!{3,}|\?!+|!\?+|\?{3,}")


def _shouted(text: str) -> Iterable[Act]:
    for match in _LOUD.finditer(text):
        if sum(map(str.isalpha, match[0])) >= 10:
            yield Act("shouting", match.span())
    for match in _MARKS.finditer(text):
        yield Act("shouting", match.span())


def look_at_tone(draft: Draft) -> Iterable[Finding] | None:
    """Harsh, sarcastic, shouting or blaming wording, with a softer proposal.

    A sentence is named once, by the first of its faults; all are marked.
    """
    text = draft.reply
    if not text.strip():
        return None
    by_sentence: dict[Span, list[Act]] = {}
    acts = acts_in(text, draft.spoken)
    if _is_outweighed(acts, _kindness(text[:LONGEST], draft.spoken)):
        return []
    for act in acts:
        by_sentence.setdefault(sentence_at(text, act.place), []).append(act)
    return [_finding(text, some, draft.spoken) for some in by_sentence.values()]


def _finding(text: str, acts: list[Act], language: str) -> Finding:
    mends = filter(None, (_mend(text, act, language) for act in acts))
    return Finding(
        f"tone.{acts[0].kind}",
        {"words": text[slice(*acts[0].place)]},
        tuple(act.place for act in acts),
        tuple(mends)[:1],
    )


def _mend(text: str, act: Act, language: str) -> Mend | None:
    """A click that mends; None if the sentence would still be harsh, or nothing is known."""
    quiet = act.kind == "shouting"
    mend = quietened(text, act.place) if quiet else softened(text, act.place, act.phrase)
    if mend is None:
        return None
    start, end = sentence_at(text, act.place)
    edit = mend.edits[0]
    kept = text[start : edit.start] + edit.text + text[edit.end : max(end, edit.end)]
    return None if acts_in(kept, language) else mend
