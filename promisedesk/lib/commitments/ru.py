"""Russian: what an agent promises, and when.

A promise is a verb in the first person future ("перезвоню", "будем отвечать", "обещаем вернуть"),
one of our own people in the third ("наш менеджер позвонит"), a passive ("будет отправлен") or a
noun ("ждите звонка"), with a time in the same clause and nothing there that takes it back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .model import Day, Found, When
from .ru_choosing import chosen, is_day_said, with_day
from .ru_clauses import Clause, blocks_a_length, clauses
from .ru_deeds import Around, Deed, commits, deed, is_of_a_name, names, their_date
from .ru_times import times
from .ru_words import COMMITS, OUR_STEMS, PARTICIPLES, form_of, said_words
from .sentences import sentences

_CAPITALS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_FOLD = {ord(letter): letter.lower() for letter in _CAPITALS} | {
    ord(letter): folded
    for letters, folded in (
        ("Ёё", "е"),
        ("\u00a0\u2007\u2009\u202f\n\r\t", " "),
        ("\u2010\u2011\u2012\u2212", "-"),
    )
    for letter in letters
}
_FOLD |= {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_NOUN_SIGN = re.compile(
    r"\b(?:ждите|ожидайте|получите|дождитесь|будет|будут|меня|нас|мной|нами|поступит|придет"
    r"|состоится|последует|уйд[еу]т|уед[еу]т|поед[еу]т|отправ[ия]тся|отправля[ею]тся)\b"
)
_WORDS = re.compile(r"[а-я]+(?:-[а-я]+)*")
_TAG = re.compile(r"[,–—-]\s*(?:хорошо|ладно|ок|окей|договорились|идет)\s*\?+\s*$")
_LISTED = re.compile(r"^\s*(?:\d+[.)]|[-*•–—])\s+")
_AND = (",", "и", ", и")
LONGEST = 1500  # characters; a longer sentence is no sentence


def find(text: str) -> list[Found]:
    """The promises in `text` (quoted lines blanked out), in its order."""
    promises: list[Found] = []
    for offset, sentence in sentences(text):
        folded = sentence.translate(_FOLD)
        if len(folded) == len(sentence) <= LONGEST and _may_promise(folded):
            promises += _in_sentence(sentence, folded, offset)
    return promises


def _may_promise(sentence: str) -> bool:
    if sentence.rstrip(" \"'»”)").endswith("?") and not _TAG.search(sentence):
        return False
    words = _WORDS.findall(sentence)
    return any(word in PARTICIPLES or word in COMMITS or form_of(word) for word in words) or bool(
        _NOUN_SIGN.search(sentence)
    )


def _in_sentence(sentence: str, folded: str, offset: int) -> list[Found]:
    if listed := _LISTED.match(folded):
        folded = " " * listed.end() + folded[listed.end() :]
    atoms = times(folded)
    if not any(not atom.is_none for atom in atoms):
        return []
    words = _WORDS.findall(folded)
    theirs, capitals = their_date(words), frozenset(names(sentence))
    promises: list[Found] = []
    said_day: Day | None = None
    ours = any(word.startswith(OUR_STEMS) for word in words)
    committed, last = "", None
    is_third = False
    for clause in clauses(folded, atoms):
        if clause.is_blocked:
            committed, last, is_third = "", None, False
            continue
        goes_on = is_third and clause.link in _AND
        done = deed(
            clause, Around(committed if clause.link else "", theirs, ours, goes_on, capitals)
        )
        is_third = bool(done and done.person == 3) or is_of_a_name(clause, capitals)
        committed = commits(clause) or (committed if done else "")
        whens, used = chosen(clause.atoms, (done.start, done.end), folded) if done else ([], [])
        if done and not whens and last and promises and _goes_on(clause, last, done):
            promises[-1] = _joined(promises[-1], done, offset)
            last = done
        elif done and (found := _found(clause, done, whens, used, said_day, offset)):
            promises.append(found)
            last, said_day = done, found.when.day
        else:
            last = None
    return promises


def _goes_on(clause: Clause, last: Deed, done: Deed) -> bool:
    """ "Tomorrow I look into it and call you": one promise, of the call."""
    return last.person == done.person and last.kind == "other" and clause.link in _AND


def _joined(found: Found, done: Deed, offset: int) -> Found:
    kind = done.kind if found.kind == "other" else found.kind
    return replace(found, end=max(found.end, offset + done.end), kind=kind)


_FREE = re.compile(r"\b(?:бесплатно|гаранти\w+)")
_HABITUAL = said_words("заказы посылки возвраты отправления письма звонки вопросы")


def _found(
    clause: Clause, done: Deed, whens: list[When], used: list, day: Day | None, offset: int
) -> Found | None:
    if not whens or (any(when.length for when in whens) and blocks_a_length(clause)):
        return None
    if done.needs_day and not _is_planned(clause, done, whens):
        return None
    if any(when.length and when.length.unit == "month" for when in whens) and _FREE.search(
        clause.text
    ):
        return None  # a warranty
    whens = [with_day(when, day) for when in whens]
    start = min(done.start, *(atom.start for atom in used))
    end = max(done.end, *(atom.end for atom in used))
    rank = (
        done.sureness
        + (0.5 if whens[0].at or whens[0].part else 0.3)
        + (0.2 if done.kind != "other" else 0)
    )
    return _with_others(Found(offset + start, offset + end, done.kind, whens[0], rank), whens[1:])


def _with_others(found: Found, others: list[When]) -> Found:
    return replace(found, others=tuple(others)) if others else found


def _is_planned(clause: Clause, done: Deed, whens: list[When]) -> bool:
    """The present is a plan with a day ("завтра отправляем") and a habit without."""
    if not all(is_day_said(when) for when in whens) or _HABITUAL & set(clause.said()):
        return False
    is_today = all(when.day == Day("offset", 0) for when in whens)
    if done.is_present and done.kind == "answer":  # "I write to you on Friday because …"
        return all(when.day.kind == "offset" and when.day.n for when in whens if when.day)
    return not is_today or done.kind != "other" or not done.is_present
