"""What tells whether a reply answers a question, as numbers: the columns that `learned` weighs.

Each sentence of the reply is laid beside each question: how much of its topic it speaks of,
and whether it is the kind of answer that is asked for. What the other questions take, and in
which order, counts as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .kinds import BY_KIND_ALONE, evidence
from .model import Asked, Kind, Unit
from .topics import Topic, topic_of
from .weights import of_concept, of_stem

SHARED = 0.4  # what counts of a word that other questions of the letter have too
ROOTED = 0.8  # a word that differs by its prefix
CONCEPT = 1.2
CONTINUED = 0.4  # of the sentence before, where one goes on about it: "It takes…"
CLAIMED = 0.35  # a sentence that speaks so much of another question is that one's
PLACED = 0.3  # a question of which some sentence speaks so much has its place
POINTERS = frozenset({"pointed", "link", "later", "asks_back"})
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-•–*]|\d+[.)]))")
SHORTEST_PARAGRAPH = 6  # words

Signs = dict[str, float]


@dataclass(slots=True)
class _Letter:
    """Questions (rows) by sentences (columns)."""

    asked: Sequence[Asked]
    units: Sequence[Unit]
    topics: list[Topic]  # of the questions
    own: list[Topic]  # of each what no other question has
    given: list[Topic]  # of the sentences
    shared: list[list[float]]  # words, then concepts, of a topic that a sentence speaks of
    meant: list[list[float]]
    near: list[list[float]]  # both together
    fits: list[list[float]]  # evidence of the kind that is asked for
    alone: list[list[bool]]  # answers without a word about the topic
    best: list[int]  # the sentence that speaks most of it, -1 if none does

    def of_others(self, number: int, at: int) -> float:
        """How much a sentence speaks of the other questions."""
        return max((row[at] for other, row in enumerate(self.near) if other != number), default=0.0)


def signs_of(asked: Sequence[Asked], units: Sequence[Unit], reply: str, latin: str) -> list[Signs]:
    """A row of signs for each question."""
    letter = _laid(asked, units, latin)
    taken = _taken(letter)
    paragraphs = _paragraphs(letter, reply, latin)
    around = [topic_of(f"{one.before} {one.lead}", latin) for one in asked]
    whole = _together(letter.given)
    return [
        _of_topic(letter, number)
        | _of_words(letter, number, whole)
        | _of_place(letter, number, taken[number])
        | _of_what_is_free(letter, number)
        | _of_paragraphs(paragraphs, number)
        | _of_order(letter, number)
        | _of_letter(letter, number, reply)
        | {"around": max((_alike(around[number], one) for one in letter.given), default=0.0)}
        for number in range(len(asked))
    ]


def _laid(asked: Sequence[Asked], units: Sequence[Unit], latin: str) -> _Letter:
    topics = [topic_of(one.text, latin) for one in asked]
    own = [_without(one, topics[:at] + topics[at + 1 :]) for at, one in enumerate(topics)]
    given = [topic_of(one.text, latin, one.concepts) for one in units]
    shared = [
        [_words_shared(one, mine, other) for other in given]
        for one, mine in zip(topics, own, strict=True)
    ]
    meant = [
        [_concepts_shared(one, mine, other) for other in given]
        for one, mine in zip(topics, own, strict=True)
    ]
    for row in (*shared, *meant):
        for at, unit in enumerate(units):
            if at and unit.follows:
                row[at] += CONTINUED * row[at - 1]
    near = [
        [words + CONCEPT * concepts for words, concepts in zip(*rows, strict=True)]
        for rows in zip(shared, meant, strict=True)
    ]
    best = [_best(row) for row in near]
    fits = [[evidence(one.kind, unit) for unit in units] for one in asked]
    alone = [
        ["asks" not in unit.marks and bool(BY_KIND_ALONE[one.kind] & unit.marks) for unit in units]
        for one in asked
    ]
    return _Letter(asked, units, topics, own, given, shared, meant, near, fits, alone, best)


def _best(row: Sequence[float]) -> int:
    at = max(range(len(row)), key=row.__getitem__, default=-1)
    return at if at >= 0 and row[at] > PLACED else -1


def _without(topic: Topic, others: Sequence[Topic]) -> Topic:
    return Topic(
        topic.stems.difference(*(one.stems for one in others)),
        topic.roots,
        topic.concepts.difference(*(one.concepts for one in others)),
        topic.numbers,
    )


def _together(topics: Sequence[Topic]) -> Topic:
    return Topic(
        frozenset().union(*(one.stems for one in topics)),
        frozenset().union(*(one.roots for one in topics)),
        frozenset().union(*(one.concepts for one in topics)),
        frozenset().union(*(one.numbers for one in topics)),
    )


def _words_shared(topic: Topic, own: Topic, given: Topic) -> float:
    same = topic.stems & given.stems
    known = {stem[:5] for stem in same}
    found = sum(of_stem(stem) * (1 if stem in own.stems else SHARED) for stem in same)
    return found + sum(ROOTED for root in topic.roots & given.roots if root not in known)


def _concepts_shared(topic: Topic, own: Topic, given: Topic) -> float:
    same = topic.concepts & given.concepts
    return sum(of_concept(name) ** 2 * (1 if name in own.concepts else SHARED) for name in same)


def _alike(topic: Topic, given: Topic) -> float:
    words = sum(of_stem(stem) for stem in topic.stems & given.stems)
    return words + sum(of_concept(name) ** 2 for name in topic.concepts & given.concepts)


def _of_topic(letter: _Letter, number: int) -> Signs:
    near, units = letter.near[number], range(len(letter.units))
    at = max(units, key=near.__getitem__, default=-1)
    best = near[at] if at >= 0 else 0.0
    pointers = [at for at in units if letter.units[at].marks & POINTERS]
    return {
        "near": best,
        "near_words": max(letter.shared[number], default=0.0),
        "near_concepts": max(letter.meant[number], default=0.0),
        "before_others": max(
            (near[at] - letter.of_others(number, at) for at in units), default=0.0
        ),
        "margin": best - (letter.of_others(number, at) if at >= 0 else 0.0),
        "near_that_fits": max((near[at] * letter.fits[number][at] for at in units), default=0.0),
        "near_alone": max((near[at] for at in units if letter.alone[number][at]), default=0.0),
        "pointed": max((near[at] for at in pointers), default=0.0),
    }


def _of_words(letter: _Letter, number: int, whole: Topic) -> Signs:
    """Which of its words and concepts stand anywhere in the reply."""
    topic, own = letter.topics[number], letter.own[number]
    words, concepts = _weight(topic.stems), _weight_of_concepts(topic.concepts)
    own_words, own_concepts = _weight(own.stems), _weight_of_concepts(own.concepts)
    said, meant = _weight(topic.stems & whole.stems), topic.concepts & whole.concepts
    own_said = _weight(own.stems & whole.stems)
    own_meant = _weight_of_concepts(own.concepts & whole.concepts)
    return {
        "said": said / (words + 0.3),
        "rooted": len(topic.roots & whole.roots) / (len(topic.roots) + 0.5),
        "meant": _weight_of_concepts(meant) / (concepts + 0.3),
        "own_said": own_said / (own_words + 0.3),
        "own_meant": own_meant / (own_concepts + 0.3),
        "words": words,
        "concepts": concepts,
        "unsaid": own_words - own_said,
        "unmeant": own_concepts - own_meant,
        "rarest_unsaid": max((of_stem(one) for one in own.stems - whole.stems), default=0.0),
        "nothing_said": float(bool(own.stems) and not own.stems & whole.stems),
        "nothing_meant": float(bool(own.concepts) and not own.concepts & whole.concepts),
        "number_said": float(bool(topic.numbers & whole.numbers)),
    }


def _weight(stems: frozenset[str]) -> float:
    return sum(of_stem(one) for one in stems)


def _weight_of_concepts(names: frozenset[str]) -> float:
    return sum(of_concept(one) ** 2 for one in names)


def _score(letter: _Letter, number: int, at: int) -> float:
    fits, alone = letter.fits[number][at], letter.alone[number][at]
    return (letter.near[number][at] + 0.25) * (0.4 + 0.6 * fits) + 0.35 * alone


def _taken(letter: _Letter) -> list[int]:
    """The sentence that each question gets when none is given twice; -1 for none left."""
    pairs = sorted(
        (
            (-_score(letter, number, at), number, at)
            for number in range(len(letter.asked))
            for at in range(len(letter.units))
        ),
    )
    taken = [-1] * len(letter.asked)
    for _, number, at in pairs:
        if taken[number] < 0 and at not in taken:
            taken[number] = at
    return taken


def _of_place(letter: _Letter, number: int, at: int) -> Signs:
    units = range(len(letter.units))
    return {
        "score": max((_score(letter, number, one) for one in units), default=0.0),
        "place": _score(letter, number, at) if at >= 0 else 0.0,
        "place_near": letter.near[number][at] if at >= 0 else 0.0,
        "place_fits": letter.fits[number][at] if at >= 0 else 0.0,
        "place_alone": float(at >= 0 and letter.alone[number][at]),
    }


def _of_what_is_free(letter: _Letter, number: int) -> Signs:
    """What the sentences that speak of no other question could answer."""
    free = [
        at
        for at, unit in enumerate(letter.units)
        if "asks" not in unit.marks and letter.of_others(number, at) < CLAIMED
    ]
    unplaced = sum(at < 0 for other, at in enumerate(letter.best) if other != number)
    return {
        "free": float(len(free)),
        "free_fits": max((letter.fits[number][at] for at in free), default=0.0),
        "free_alone": float(any(letter.alone[number][at] for at in free)),
        "free_near": max((letter.near[number][at] for at in free), default=0.0),
        "others_unplaced": float(unplaced),
    }


def _paragraphs(letter: _Letter, reply: str, latin: str) -> list[list[float]]:
    parts = [
        topic_of(part, latin)
        for part in _PARAGRAPH.split(reply)
        if len(part.split()) >= SHORTEST_PARAGRAPH
    ]
    return [[_alike(topic, part) for part in parts] for topic in letter.topics]


def _of_paragraphs(alike: list[list[float]], number: int) -> Signs:
    count = len(alike[number])
    others = [
        max((row[at] for other, row in enumerate(alike) if other != number), default=0.0)
        for at in range(count)
    ]
    return {
        "paragraphs": float(count),
        "paragraphs_each": count / len(alike),
        "paragraphs_free": float(sum(one < 0.5 for one in others)),
        "paragraph": max(alike[number], default=0.0),
        "paragraph_own": max(
            (mine - other for mine, other in zip(alike[number], others, strict=True)), default=0.0
        ),
    }


def _of_order(letter: _Letter, number: int) -> Signs:
    """What stands between the answers to the question before and to the one after."""
    before = [at for at in letter.best[:number] if at >= 0]
    after = [at for at in letter.best[number + 1 :] if at >= 0]
    between = range(max(before, default=-1) + 1, min(after, default=len(letter.units)))
    numbers = {unit.number for unit in letter.units if unit.number}
    mine = letter.asked[number].number or number + 1
    return {
        "between": float(len(between)),
        "between_near": max((letter.near[number][at] for at in between), default=0.0),
        "between_fits": max((letter.fits[number][at] for at in between), default=0.0),
        "numbered": float(len(numbers) > 1 and mine in numbers),
        "not_numbered": float(len(numbers) > 1 and mine not in numbers),
    }


def _of_letter(letter: _Letter, number: int, reply: str) -> Signs:
    one, units, count = letter.asked[number], letter.units, len(letter.asked)
    telling = sum("asks" not in unit.marks for unit in units)
    closed = sum(other.kind in (Kind.YES_NO, Kind.REQUEST) for other in letter.asked)
    yes_or_no = sum(bool(unit.marks & {"yes", "no", "refuses"}) for unit in units)
    return {
        "sentences": float(len(units)),
        "sentences_each": min(telling / count, 5.0),
        "questions": float(count),
        "first": float(number == 0),
        "last": float(number == count - 1 and count > 1),
        "soft": float(one.is_soft),
        "conditional": float(one.is_conditional),
        "in_list": float(bool(one.number)),
        "length": min(len(one.text.split()), 20.0),
        "reply_length": min(len(reply.split()), 250.0),
        "general": float(any("general" in unit.marks for unit in units)),
        "both": float(any("both" in unit.marks for unit in units)),
        "points": float(any(unit.marks & POINTERS for unit in units)),
        "any_alone": float(any(letter.alone[number])),
        "yes_or_no": min(yes_or_no / max(closed, 1), 2.0),
    } | {f"is_{kind}": float(one.kind == kind) for kind in Kind}
