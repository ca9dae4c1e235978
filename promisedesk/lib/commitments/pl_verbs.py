"""Polish: which words of a clause are a deed of ours still to come, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import pl_words as words
from .pl_words import FOLD

WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Word:
    folded: str
    raw: str
    start: int
    end: int


@dataclass(slots=True)
class Deed:
    """A promising verb: where it stands, its kind, how sure it is (1: "oddzwonię"), and whether it
    needs a day to be the future ("wysyłamy")."""

    start: int
    end: int
    kind: str
    sureness: float
    needs_day: bool = False
    is_expected: bool = False  # "może Pan liczyć na …": its "może" is no doubt


def fold(said: str) -> str:
    return said.lower().translate(FOLD)


def _forms() -> tuple[dict[str, tuple[str, bool, bool]], dict[str, tuple[str, bool]]]:
    """First persons: (kind, is perfective, reads like the third person without its ę); third
    persons: (kind, is perfective)."""
    first: dict[str, tuple[str, bool, bool]] = {}
    third: dict[str, tuple[str, bool]] = {}
    for table, is_perfective in ((words.IMPERFECTIVE, False), (words.PERFECTIVE, True)):
        for kind, pairs in table.items():
            for pair in pairs.split(","):
                one, three = (fold(word) for word in pair.split())
                first[one] = (kind, is_perfective, one == three)
                first[three + "my"] = (kind, is_perfective, False)
                third[three] = third[_plural(one, three)] = (kind, is_perfective)
    return first, third


def _plural(one: str, three: str) -> str:
    """The third person plural: zadzwonią, dadzą, odpowiedzą, sprawdzają."""
    if three.endswith("powie"):
        return three + "dza"
    if re.fullmatch(r"(?:od|po|na|do|wy)?da", three):
        return three + "dza"
    return three + "ja" if one.endswith("m") else one[:-1] + "a"


FIRST, THIRD = _forms()
_VERB_STARTS = re.compile(
    r"\b(?:zostan|bedz|beda\b|otrzyma|dosta[nc]|uzyska|spodziewa|oczekuj|oczekiwac|licz|wypatr"
    r"|wyglada|nastapi|odbedz|pojawi|nadejdz|wyj|poj|wyrusz|opusci|trafi|ruszy|wroc|wplyn|znajd"
    r"|dojdz|przyj)|[eiy]my\b"
    r"|^\W*(?:odpowiedz|decyzja|telefon|wysylka|nadanie|zwrot|przelew|wymiana|naprawa"
    r"|wycena|montaz)\b"
)
_AUXILIARY = {word: sure for group, sure in words.AUXILIARIES.items() for word in group.split()}
_VERBS = frozenset((*FIRST, *THIRD, *_AUXILIARY))
_INFINITIVES = [(kind, re.compile(source)) for kind, source in words.INFINITIVES.items()]
_PASSIVES = {stem: kind for kind, stems in words.PASSIVES.items() for stem in stems.split()}
_PASSIVE = re.compile(
    r"\b(?:" + "|".join(sorted(_PASSIVES, key=len, reverse=True)) + r")[nt][yaei]\b"
)
_TO_BE = re.compile(r"\b(?:zostan(?:ie|a)|bedzie|beda)\b")
_OURS = re.compile(words.OURS)
_OURS_WORD = re.compile(rf"\b{words.OURS}\b")
_TO_US = re.compile(r"\b(?:mi|nam|mnie|nas)\b(?<!z nas)")
_NO_NAME = (
    "potem nastepnie wtedy tez rowniez kto nikt jutro dzis dzisiaj pojutrze rano wieczorem ty"
)
_NO_NAMES = frozenset(_NO_NAME.split())
_THEIRS = re.compile(rf"\b{words.THEIRS}\b")
_BY_THEM = re.compile(rf"\b(?:przez|od|z|ze strony)\s+(?:\w+\s+)?{words.THEIRS}\b")
_RECEIVES = re.compile(rf"\b(?:{words.RECEIVES})\b")
_AWAITS = re.compile(rf"\b(?:{words.AWAITS})\b")
_MAY = re.compile(
    r"\b(?:prosze|prosimy|moze|mozna|mozesz|mozecie|moga|prosilbym|spodziewaj|oczekuj|licz)"
)
_HAPPENS = re.compile(rf"\b(?:{words.HAPPENS})\b")
_READY = re.compile(r"\b(?:bedzie|beda) (?:\w+ ){0,2}(?:gotow[aey]|do odbioru)\b")
_ARRIVES = re.compile(rf"\b(?:{words.ARRIVES})\b")
_THINGS = [(kind, re.compile(rf"\b(?:{source})\b")) for kind, source in words.OUR_THINGS.items()]
_LEAVES = re.compile(r"\b(?:wysylk\w+|nadani\w+)\b")
_OBJECTS = [(kind, re.compile(rf"\b(?:{source})")) for kind, source in words.OBJECTS]
_SUBJECT = re.compile(r"\b(?:pan|panstwo)\b|\bpani\s*$")
_ELECTRONIC = re.compile(r"\b(?:e-?)?mailem\b|\belektroniczn\w+|\bsms")
_NEW = re.compile(r"\bnow(?:a|y|e|ego)\b")
_CUSTOMER = re.compile(r"\b(?:pan|pani|panstwo)\b")
_TO_CUSTOMER = re.compile(
    r"\b(?:(?:do|z) (?:pan(?:a|i|em|ia|stwa|stwem)|ciebie|toba)|panu|pani|panstwu)\b"
)
_BACK = re.compile(
    r"\bz (?:\w+ ){0,2}(?:odpowiedz\w*|informacj\w+|wiadomosc\w*|konkret\w*|wynik\w*"
    r"|rozwiazani\w+|decyzj\w+"
    r"|szczegol\w+|ustaleni\w+|propozycj\w+|wiesci\w*|wycen\w+|potwierdzeni\w+|tematem|kontaktem)"
    r"|\bdo (?:pan\w+|ciebie|was|tematu|sprawy|tego|tej|rozmowy|kontaktu)"
)
_AT_THEIRS = re.compile(r"\b(?:bede|bedzie|bedziemy|beda) (?:\w+ )?u (?:pan\w+|ciebie|was)\b")
_WITH_OTHERS = re.compile(
    rf"\bz (?:\w+ ){{0,2}}(?:{words.THEIRS}|magazyn\w+|serwis\w+|dzial\w+|kierowni\w+"
    rf"|ksiegow\w+)\b"
)
_FAR = 6  # words between "zostanie" and "wysłana", "będę" and "dzwonić"


def may_promise(folded: str) -> bool:
    """Whether any word may be the verb of a promise: spares the rest the reading."""
    return not _VERBS.isdisjoint(WORD.findall(folded)) or bool(_VERB_STARTS.search(folded))


def has_verb(folded: str) -> bool:
    return not _VERBS.isdisjoint(WORD.findall(folded))


def words_of(folded: str, raw: str) -> list[Word]:
    return [
        Word(each.group(), raw[each.start() : each.end()], each.start(), each.end())
        for each in WORD.finditer(folded)
    ]


def deed(clause: str, said: list[Word], is_marked: bool, before: str = "") -> Deed | None:
    """The deed that a clause (folded) promises. `is_marked`: the text is written with Polish
    marks, so "wyśle" is not "wyślę". `before`: the sentence up to the clause, where its subject
    may stand."""
    found = _first_person(clause, said, is_marked) or _third_person(clause, said, before)
    return found or _happening(clause, said) or _open(clause, said)


def _first_person(clause: str, said: list[Word], is_marked: bool) -> Deed | None:
    best = None
    for n, word in enumerate(said):
        found = None
        if word.folded in _AUXILIARY:
            found = _with_infinitive(clause, said, n, _AUXILIARY[word.folded])
        elif word.folded in ("dam", "damy") and _next(said, n) == "rade":
            found = _with_infinitive(clause, said, n, 0.8)
        elif word.folded in FIRST:
            found = _finite(clause, said, n, is_marked)
        if found and (best is None or (best.kind == "other" and found.kind != "other")):
            best = found
    return best


def _next(said: list[Word], n: int) -> str:
    return said[n + 1].folded if n + 1 < len(said) else ""


def _finite(clause: str, said: list[Word], n: int, is_marked: bool) -> Deed | None:
    word = said[n]
    kind, is_perfective, is_like_third = FIRST[word.folded]
    is_other = is_marked or _THEIRS.search(clause) or _SUBJECT.search(clause[: word.start])
    if is_like_third and is_other and not word.raw.lower().endswith("ę"):
        return None
    stem = word.folded
    if stem.startswith(("wroc", "wrac", "powroc")) and not _BACK.search(clause):
        return None
    if stem in ("dam", "damy", "daje", "dajemy") and not re.search(
        r"\b(?:znac|odpowiedz|informacj\w+|zwrot\w*|rabat\w*|sygnal|cynk|potwierdzenie|odp)\b",
        clause,
    ):
        return None
    around = {_next(said, n), said[n - 1].folded if n else ""}
    if stem.startswith(("zwroc", "zwrac")) and "sie" in around:
        kind = "other"
    elif stem.startswith("zwroc") and "uwage" in around:
        return None
    elif stem.startswith(("skontakt", "kontakt")) and _WITH_OTHERS.search(clause):
        kind = "other"
    else:
        kind = _kind(kind, stem, clause)
    return Deed(word.start, word.end, kind, 1.0, needs_day=not is_perfective)


def _kind(kind: str, stem: str, clause: str) -> str:
    """The object's kind where the verb's own says little ("wyślę odpowiedź")."""
    if not words.BY_OBJECT.match(stem):
        return kind
    if words.ANSWERING.match(stem):
        return "call" if re.search(r"\btelefonicz", clause) else kind
    found = [(match.start(), each) for each, p in _OBJECTS if (match := p.search(clause))]
    if not found and kind == "ship" and _ELECTRONIC.search(clause):
        return "other"
    if not found:
        return "ship" if kind == "other" and _NEW.search(clause) and "sl" in stem else kind
    thing = min(found)[1]
    if kind == "refund" and thing in ("ship", "other", "answer"):
        return kind
    if kind == "answer" and thing in ("ship",):
        return kind
    return thing


def _with_infinitive(clause: str, said: list[Word], n: int, sureness: float) -> Deed | None:
    is_will = said[n].folded in ("bede", "bedziemy")
    near = [*range(n + 1, min(len(said), n + 1 + _FAR)), *range(n - 1, max(-1, n - 3), -1)]
    for each in near:
        word = said[each]
        is_deed = words.INFINITIVE_END.search(word.folded) or (
            is_will and words.PARTICIPLE.search(word.folded) and len(word.folded) > 4
        )
        if not is_deed or not _is_infinitive(word.folded):
            continue
        if words.STATES.match(word.folded):
            if is_will:
                return None
            continue
        kind = next(kind for kind, pattern in _INFINITIVES if pattern.search(word.folded))
        if is_will and kind == "other" and not _known(word.folded):
            continue
        start, end = min(said[n].start, word.start), max(said[n].end, word.end)
        return Deed(start, end, _kind(kind, word.folded, clause), sureness)
    if said[n].folded in words.WITH_NOUN or said[n].folded.startswith("zobowiaz"):
        for kind, pattern in _THINGS:
            match = pattern.search(clause, said[n].end)
            if match and (kind != "ship" or _LEAVES.search(clause)):
                return Deed(said[n].start, match.end(), kind, sureness)
        for word in said[n + 1 : n + 5]:
            kind = next(kind for kind, pattern in _INFINITIVES if pattern.search(word.folded))
            if kind != "other" and re.search(r"(?:nia|cia|nie|cie)$", word.folded):
                return Deed(said[n].start, word.end, kind, sureness)
    return None


_NOUNS_IN_C = "noc pomoc moc wiec czesc dzis oraz zas"
_NO_INFINITIVES = frozenset(_NOUNS_IN_C.split())


def _is_infinitive(word: str) -> bool:
    return word not in _NO_INFINITIVES and len(word) > 3


_KNOWN = frozenset(word[:5] for word in FIRST)


def _known(word: str) -> bool:
    """Whether an infinitive or participle is of a verb that we know to be a deed."""
    return word[:5] in _KNOWN


def _third_person(clause: str, said: list[Word], before: str) -> Deed | None:
    if _THEIRS.search(clause):
        return None
    is_ours = any(_OURS.fullmatch(word.folded) for word in said)
    there = _AT_THEIRS.search(clause)
    if there and (is_ours or there.group().startswith(("bede", "bedziemy"))):
        return Deed(there.start(), there.end(), "other", 0.9)
    for n, word in enumerate(said):
        if word.folded not in THIRD:
            continue
        kind, is_perfective = THIRD[word.folded]
        if _TO_US.search(clause):
            continue
        is_talk = kind in ("call", "answer")
        if not is_ours and not (
            is_talk and (_is_named(clause, said, n) or _is_ours(clause, word.folded, before))
        ):
            continue
        if re.search(
            r"(?<!do )(?<!dla )(?<!z )\b(?:pan|pani|panstwo|ty)\s*$", clause[: word.start]
        ):
            continue
        if word.folded.startswith(("wroci", "wraca", "powroci")) and not _BACK.search(clause):
            continue
        if word.folded in ("da", "dadza") and not re.search(r"\bznac|odpowiedz", clause):
            continue
        return Deed(
            word.start, word.end, _kind(kind, word.folded, clause), 0.9, needs_day=not is_perfective
        )
    return None


def _is_ours(clause: str, verb: str, before: str) -> bool:
    """ "Kolega, który się tym zajmuje, zadzwoni …": whether one of us was named before, or
    nobody at all ("jutro do Pani zadzwonią")."""
    if not _TO_CUSTOMER.search(clause) or _THEIRS.search(before):
        return False
    return (verb.endswith("a") and len(verb) > 4) or bool(_OURS_WORD.search(before))


def _is_named(clause: str, said: list[Word], n: int) -> bool:
    """ "Zadzwoni do Pani Ania": a name, and the customer as the one it is done to."""
    if not _TO_CUSTOMER.search(clause):
        return False
    named = (
        word
        for m, word in enumerate(said)
        if m != n and (m > 0 or (n == 1 and word.folded not in _NO_NAMES))
    )
    return any(
        word.raw[:1].isupper()
        and len(word.raw) > 2
        and not re.match(r"pan|pon|wto|sro|czw|pia|sob|nie|ci[eę]b", word.folded)
        for word in named
    )


def _thing(clause: str, but: tuple[str, ...] = ()) -> str | None:
    found = [
        (m.start(), kind) for kind, p in _THINGS if kind not in but and (m := p.search(clause))
    ]
    return min(found)[1] if found else None


def _happening(clause: str, said: list[Word]) -> Deed | None:
    """What the customer will receive or see happen, through us."""
    if match := _TO_BE.search(clause):
        done = next(
            (p for p in _PASSIVE.finditer(clause) if _distance(clause, match, p) <= _FAR), None
        )
        if done and not _BY_THEM.search(clause):
            start, end = min(match.start(), done.start()), max(match.end(), done.end())
            stem = next(
                s for s in sorted(_PASSIVES, key=len, reverse=True) if done.group().startswith(s)
            )
            kind = _kind(_PASSIVES[stem], done.group(), clause)
            return Deed(start, end, kind, 0.9)
    if _THEIRS.search(clause):
        return None
    kind = _thing(clause, ("ship",)) or ("ship" if _LEAVES.search(clause) else None)
    if kind and (match := _AWAITS.search(clause)) and _MAY.search(clause):
        return Deed(match.start(), match.end(), kind, 0.9, is_expected=True)
    if (match := _RECEIVES.search(clause)) and (
        _CUSTOMER.search(clause) or re.search(r"(?:sz|cie)$", match.group())
    ):
        kind = _thing(clause)
        if kind and kind != "ship":
            return Deed(match.start(), match.end(), kind, 0.8)
    if (match := _HAPPENS.search(clause)) and (kind := _thing(clause)):
        return Deed(match.start(), match.end(), kind, 0.7)
    if match := _READY.search(clause):
        return Deed(match.start(), match.end(), _thing(clause) or "other", 0.7)
    if (match := _ARRIVES.search(clause)) and _thing(clause) == "refund":
        return Deed(match.start(), match.end(), "refund", 0.6)
    if match := re.search(
        r"\b(?:odpowiedz|decyzja) (?:\w+ )?bedzie\b|\bbedzie (?:\w+ ){0,2}(?:odpowiedz|decyzja)\b",
        clause,
    ):
        return Deed(match.start(), match.end(), "answer", 0.6)
    return None


def _distance(clause: str, one: re.Match[str], other: re.Match[str]) -> int:
    first, second = sorted((one, other), key=lambda match: match.start())
    return clause[first.end() : second.start()].count(" ") - 1


def _open(clause: str, said: list[Word]) -> Deed | None:
    """Verbs no list knows: a perfective in the first person plural."""
    for word in said:
        if (
            words.OPEN_FUTURE.match(word.folded)
            and not words.OPEN_PRESENT.search(word.folded)
            and word.folded not in words.NO_DEED
            and word.folded not in FIRST
        ):
            return Deed(word.start, word.end, "other", 0.7)
    return None


_NOMINAL = re.compile(
    r"^\W*(?:nasza |moja |nasz )?(?:(?P<answer>odpowiedz|decyzja)|(?P<ship>wysylka|nadanie)"
    r"|(?P<refund>zwrot (?:pieniedzy|srodkow|kosztow)|przelew)|(?P<call>telefon(?= ode? )))\b"
)
_NOMINAL_WORDS = (
    "odpowiedz decyzja wysylka nadanie zwrot pieniedzy srodkow kosztow przelew telefon ode mnie"
    " nas nasza moja nasz dla ciebie paczki przesylki zamowienia towaru nowej nowego"
)
_BESIDE_NOUN = frozenset(_NOMINAL_WORDS.split())


def named_deed(clause: str, left: list[str]) -> Deed | None:
    """A deed told without a verb, as the whole sentence: "Odpowiedź do 15:00". `left`: those of
    its words that belong to no time."""
    match = _NOMINAL.match(clause)
    if not match or not _BESIDE_NOUN.issuperset(left):
        return None
    return Deed(match.start(match.lastgroup), match.end(), match.lastgroup or "other", 0.5)


def made_sure(clause: str, said: list[Word]) -> Deed | None:
    """What a clause after "dopilnuję, żeby …" says will be done, by others than the customer."""
    if _THEIRS.search(clause) or _SUBJECT.search(clause) or re.search(r"\bpani \w+la\b", clause):
        return None
    if done := _PASSIVE.search(clause):
        return Deed(done.start(), done.end(), _thing(clause) or "other", 0.8)
    for word in said:
        if words.PARTICIPLE.search(word.folded) and len(word.folded) > 4:
            kind = next(kind for kind, pattern in _INFINITIVES if pattern.search(word.folded))
            if kind == "other":
                kind = _thing(clause) or kind
            return Deed(word.start, word.end, kind, 0.8)
    return None
