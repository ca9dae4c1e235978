"""What a spam filter sees of a mail, and how what was learned of it judges.

Pure Python: to judge needs neither the library that learned nor its memory. What was learned
is a weight a feature, so every verdict can say which words it came from.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

LONGEST = 20_000  # characters of a text looked at
MOST_WORDS = 1000
STEM = 6  # letters of a word that count: Russian and Polish words end in many ways
FEW = 6  # known features; with fewer nothing is said of a mail

_WORD = re.compile(r"[^\W\d_]{2,40}")
_LINK = re.compile(r"(?:https?://|www\.)([^\s/<>\"'?#]{1,253})", re.I)
_NUMBER = re.compile(r"\d+")
_MONEY = re.compile(r"[$€£₽₿%]|\b(?:usd|eur|btc|usdt|руб|zł|pln)\b", re.I)


def features(subject: str, text: str, sender: str = "") -> list[str]:
    """The features of a mail, each once. Words by their beginning, pairs, links, some counts."""
    text = text[:LONGEST]
    found: dict[str, None] = {}
    for prefix, said in (("", text), ("s:", subject[:300])):
        stems = [word.casefold()[:STEM] for word in _WORD.findall(said)[:MOST_WORDS]]
        found.update(dict.fromkeys(prefix + stem for stem in stems))
        found.update(dict.fromkeys(f"{prefix}{a} {b}" for a, b in pairwise(stems)))
    hosts = [host.lower().removeprefix("www.") for host in _LINK.findall(text)[:50]]
    found.update(dict.fromkeys(f"link:{host}" for host in hosts))
    found[f"links:{_bucket(len(hosts))}"] = None
    found[f"money:{_bucket(len(_MONEY.findall(text)))}"] = None
    found[f"numbers:{_bucket(len(_NUMBER.findall(text)))}"] = None
    found[f"shouts:{_bucket(text.count('!'))}"] = None
    found[f"length:{_bucket(len(text) // 200)}"] = None
    domain = sender.rpartition("@")[2].lower()
    if domain:
        found[f"from:{domain}"] = None
        found[f"top:{domain.rpartition('.')[2]}"] = None
    return list(found)


def _bucket(number: int) -> str:
    return "0" if not number else "1" if number == 1 else "few" if number < 5 else "many"


@dataclass(slots=True)
class Learned:
    """Weights of features, the bias, and the probability from which a mail is called spam."""

    weights: dict[str, float] = field(default_factory=dict)
    bias: float = 0.0
    threshold: float = 1.0

    def probability(self, found: Iterable[str]) -> float:
        """How likely it is spam, 0 to 1; 0 when too little of it is known."""
        known = [self.weights[one] for one in found if one in self.weights]
        if len(known) < FEW:
            return 0.0
        score = self.bias + sum(known) / math.sqrt(len(known))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def is_spam(self, found: Iterable[str]) -> bool:
        return self.probability(found) >= self.threshold


def telling_words(learned: Learned, subject: str, text: str, most: int = 4) -> list[str]:
    """The words of a mail that speak most for spam, as they stand there."""
    best: dict[str, tuple[float, str]] = {}
    for word in _WORD.findall(f"{subject[:300]} {text[:LONGEST]}")[:MOST_WORDS]:
        stem = word.casefold()[:STEM]
        weight = max(learned.weights.get(stem, 0.0), learned.weights.get(f"s:{stem}", 0.0))
        if weight > 0 and len(word) > 4:  # "your" tells nobody anything
            best.setdefault(stem, (weight, word.casefold()))
    return [word for _weight, word in sorted(best.values(), reverse=True)[:most]]
