"""What has been learned from labelled letters (bin/fit-questions): how rare a word is, and trees.

`learned.json`: "count" sentences; "stems" and "concepts" that many of them have, with how many;
"signs", the columns by name; "base" and "trees", each a list of nodes [column, at most, left,
right] or [value]. Sums of their leaves are log odds that a question is answered.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("learned.json")
RARE = 2  # of a word that is in no letter we know
SMOOTH = 50


@cache
def learned() -> dict:
    """The file. Read once, when the first question is judged."""
    return json.loads(PATH.read_text(encoding="utf-8"))


def of_stem(stem: str) -> float:
    """How much a word tells, 0 to 1."""
    return _rarity(learned()["stems"].get(stem, 0))


def of_concept(name: str) -> float:
    """How much a concept tells, 0 to 1."""
    return _rarity(learned()["concepts"].get(name, 0))


@cache
def _rarity(found: int) -> float:
    count = learned()["count"] + SMOOTH
    return math.log(count / (found + RARE)) / math.log(count)


def chance(signs: Mapping[str, float]) -> float:
    """How likely a question with these signs is answered, 0 to 1."""
    facts = learned()
    row = [signs[name] for name in facts["signs"]]
    total = facts["base"] + sum(_leaf(tree, row) for tree in facts["trees"])
    return 1 / (1 + math.exp(-total))


def _leaf(tree: list[list[float]], row: list[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        column, most, left, right = node
        node = tree[int(left if row[int(column)] <= most else right)]
    return node[0]
