"""Russian: numbers as words, in the cases that times are said in."""

from __future__ import annotations

from collections.abc import Iterable

_CARDINALS = {
    1: "один одна одно одного одной одну одному",
    2: "два две двух двум пара пару пары",
    3: "три трех трем пару-тройку пары-тройки",
    4: "четыре четырех четырем",
    5: "пять пяти",
    6: "шесть шести",
    7: "семь семи",
    8: "восемь восьми",
    9: "девять девяти",
    10: "десять десяти",
    11: "одиннадцать одиннадцати",
    12: "двенадцать двенадцати",
    13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати",
    15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати",
    19: "девятнадцать девятнадцати",
    20: "двадцать двадцати",
    30: "тридцать тридцати",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти",
    1.5: "полтора полтору полутора полторы",
}
_COLLECTIVE = {2: "двое двоих", 3: "трое троих", 4: "четверо"}
_ORDINALS = (
    "перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
_WORDS = {
    word: number
    for table in (_CARDINALS, _COLLECTIVE)
    for number, words in table.items()
    for word in words.split()
}
_HOURS = {word: number for word, number in _WORDS.items() if number in range(1, 13)} | {"часу": 1}
for _vague in ["один", "одна", "одно", "одного", "одной", "одну", "одному", "пара", "пару", "пары"]:
    _HOURS.pop(_vague, None)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TENS = r"(?:двадцат[ьи]|тридцат[ьи]|сорока?|пятьдесят|пятидесяти)"
NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d)?(?!\d)|(?:{_TENS}\s+)?(?:{_either(list(_WORDS))})\b)"
HOUR = rf"(?:{_either(list(_HOURS))})\b"
_NTH = rf"(?:{_either(_ORDINALS)})(?:ого|его|ому|ему|ье|ое|ьего|ьему)"
ORDINAL = rf"(?:(?:двадцать\s+|тридцать\s+)?{_NTH}|тридцат(?:ого|ому|ое))\b"


def number_of(said: str) -> float:
    """ "трёх", "двадцати четырех", "2,5" as a number."""
    said = said.strip().replace(",", ".")
    if said[0].isdigit():
        return float(said)
    return sum(_WORDS[word] for word in said.split())


def hour_of(said: str) -> int:
    return int(_HOURS[said.strip()])


def ordinal_of(said: str) -> int:
    """ "двадцать четвертого", "24" as a number."""
    said = said.strip()
    if said.isdigit():
        return int(said)
    if said.startswith(("тридцатого", "тридцатому", "тридцатое")):
        return 30
    tens, _, last = said.rpartition(" ")
    units = max(
        (n for n, stem in enumerate(_ORDINALS, 1) if last.startswith(stem)),
        key=lambda n: len(_ORDINALS[n - 1]),
    )
    return units + (20 if tens.startswith("двад") else 30 if tens else 0)
