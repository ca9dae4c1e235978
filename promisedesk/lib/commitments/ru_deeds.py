"""Russian: the deed a clause promises: whose verb it is, how sure, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .ru_clauses import Clause
from .ru_words import (
    COMMITS,
    FORMS,
    GOODS,
    MESSAGE_STEMS,
    MESSAGES,
    MONEY,
    NOUN_KINDS,
    OURS,
    PAPER_STEMS,
    PARTICIPLES,
    THEIR_STEMS,
    THEIRS,
    TRIES,
    WILL,
    Form,
    form_of,
    said_words,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """A promised deed: the place of its verb, its kind and how sure the wording is.

    `needs_day`: a verb in the present, a promise only with a day ("we send tomorrow").
    """

    start: int
    end: int
    kind: str
    sureness: float
    needs_day: bool = False
    person: int = 1
    is_present: bool = False


_TO_YOU = said_words("вам вас вами")
_OUR = said_words("наш наша наши наше")
_TO_US = said_words("мне нам меня")
_WHO = said_words("он она они который которая которые")
_SENDING = said_words("""
    отправить выслать прислать отослать переслать дослать переотправить доотправить отправлять
    высылать присылать направить перенаправить скинуть кинуть сбросить предоставить передать
    передавать выдать
    """)
_HANDING = said_words("передать передавать отдать отдавать сдать")
_FOR_COURIER = ("курьер", "доставк", "сдэк", "почт", "перевозчик", "транспортн", "служб")
_GIVE = frozenset(("дать",))
_ANSWERS = (
    "ответ",
    "обратную",
    "обратной",
    "информац",
    "решени",
    "разъяснени",
    "комментари",
    "результат",
)


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of the sentence says of a clause.

    `committed`: the word ("обещаю") before it that still governs infinitives; `theirs`: a
    courier or a bank is named; `ours`: one of our people is; `goes_on`: the clause shares its
    subject with the one before, one of ours; `capitals`: words written as names.
    """

    committed: str
    theirs: bool
    ours: bool
    goes_on: bool
    capitals: frozenset[str]


def deed(clause: Clause, around: Around) -> Deed | None:
    """The deed a clause promises, or None."""
    said = clause.said()
    best = None
    for n in range(len(said)):
        if _is_denied(clause, n):
            continue
        found = _verb(clause, n, around)
        if found and (best is None or _beats(found, best)):
            best = found
    return best or _noun(clause)


def _is_denied(clause: Clause, n: int) -> bool:
    """ "Не перезвоню", "не вам перезвоню", but not "не сегодня, завтра перезвоню"."""
    before = clause.words[n - 1 : n] if n else []
    if before and before[0].text in _TO_YOU and n > 1:
        before = clause.words[n - 2 : n - 1]
    here = clause.words[n].start
    return bool(before) and before[0].text == "не" and here - before[0].end <= len(" вами ")


def _beats(found: Deed, best: Deed) -> bool:
    return (best.kind == "other" and found.kind != "other") or found.sureness > best.sureness + 1


def _verb(clause: Clause, n: int, around: Around) -> Deed | None:
    said, word = clause.said(), clause.words[n]
    form = form_of(word.text)
    if form and form.person == 1:
        if not _is_complete(form, said) or (word.text in COMMITS and _governs(said, n)):
            return None
        sureness = 3.0 if form.is_perfective else 2.5
        kind = kind_of(form.verb, form.kind, clause)
        is_present = not form.is_perfective
        return Deed(word.start, word.end, kind, sureness, is_present, 1, is_present)
    if (
        not form
        and _is_infinitive(word.text)
        and _BINDS.search(f"{around.committed} {clause.text}")
    ):
        form = Form(word.text, "other", 0, True)
    if form and form.person == 0:
        return _infinitive(clause, n, form, around.committed)
    if form and form.is_perfective and _is_complete(form, said):
        if not _is_our_person(clause, n, form, around):
            return None
        kind = kind_of(form.verb, form.kind, clause)
        return Deed(word.start, word.end, kind, 2.5, person=3)
    if word.text in PARTICIPLES:
        return _passive(clause, n)
    return None


_INFINITIVE = re.compile(r".{3,}(?:[аяиеоуы]ть|[аяиеоуы]ться|[зс]ти|[зс]тись|чь)$")
_STATES = said_words(
    """быть работать ждать получить получать стать остаться оставаться находиться видеть увидеть
    держать отдыхать уйти сохранить продлить отложить придержать опять пять девять десять поехать
    жить знать узнать понять помочь почти прочь мочь смочь новости части дождаться подождать"""
)


_BINDS = re.compile(r"\b(?:обеща[юе]|обязу|гарантиру|постара|попробу|попыта)")


def _is_infinitive(word: str) -> bool:
    return word not in _STATES and bool(_INFINITIVE.match(word))


def _governs(said: list[str], n: int) -> bool:
    """ "успеем отправить": the infinitive is the deed."""
    return any((form := FORMS.get(word)) and form.person == 0 for word in said[n + 1 :])


def _infinitive(clause: Clause, n: int, form: Form, committed: str) -> Deed | None:
    said, word = clause.said(), clause.words[n]
    auxiliary = next(
        (w for i, w in reversed(list(enumerate(said[:n]))) if w in COMMITS or w in WILL), committed
    )
    if auxiliary in said:
        at = said.index(auxiliary)
        if at and said[at - 1] == "не":
            return None
        if auxiliary in WILL and any(each.startswith("рад") for each in said[at + 1 : n]):
            return None
    if not auxiliary or (auxiliary in WILL and form.is_perfective) or not _is_complete(form, said):
        return None
    sureness = 2.0 if auxiliary in TRIES else 2.8
    kind = kind_of(form.verb, form.kind, clause)
    return Deed(word.start, word.end, kind, sureness, auxiliary in WILL)


_COMING = said_words("приехать подъехать заехать прийти зайти подойти выехать приезжать выезжать")
_OPENING = said_words(
    """начать закончить завершить закрыть открыть запустить приступить начинать заканчивать
    завершать приступать запускать обновить опубликовать обновлять"""
)
_BUSINESS = (
    "прием",
    "продаж",
    "распродаж",
    "акци",
    "магазин",
    "работу",
    "смен",
    "пункт",
    "сезон",
    "сайт",
)
_KEPT = ("резерв", "брон")  # kept until a day, not done by it


def _is_complete(form: Form, said: list[str]) -> bool:
    """Verbs that promise something to the customer only with their object."""
    if form.verb == "вернуться":
        return bool(_TO_YOU & set(said)) or any(
            word.startswith(
                (*_ANSWERS, "новост", "связ", "вопрос", "вариант", "уточнени", "подробност")
            )
            for word in said
        )
    if form.verb == "выйти":
        return "связь" in said
    if form.verb in _COMING:
        return bool(_TO_YOU & set(said))
    if form.verb == "принять":
        return any(word.startswith(("решени", "мер")) for word in said)
    if form.verb in _OPENING or any(word.startswith(_KEPT) for word in said):
        return not any(word.startswith((*_KEPT, *_BUSINESS)) for word in said)
    if form.verb in _GIVE:
        return "знать" in said or any(word.startswith(_ANSWERS) for word in said)
    return True


def _is_our_person(clause: Clause, n: int, form: Form, around: Around) -> bool:
    said = clause.said()
    if _TO_US & set(said):
        return False
    if form.verb in _OPENING and not any(word.startswith(("вам", "вас", "ваш")) for word in said):
        return False
    ours = [i for i, word in enumerate(said) if word in OURS and not _is_a_place(said, i)]
    if any(_is_only_ours(said, i) for i in ours) and not THEIRS & set(said):
        return True
    if ours or any(word.startswith(THEIR_STEMS) for word in said):
        return False
    if any(word in _OUR for word in said) or around.goes_on:
        return not around.theirs
    if around.theirs or not ((_WHO & set(said) and around.ours) or _TO_YOU & set(said)):
        return False
    if form.person == 33 and not _WHO & set(said):
        return not _has_other_subject(said)
    if form.kind not in ("call", "answer"):
        return bool(_WHO & set(said)) and around.ours
    return bool(_WHO & set(said)) or any(word in around.capitals for word in said)


def _is_a_place(said: list[str], i: int) -> bool:
    """ "На склад", "в магазин"."""
    return bool(i) and said[i - 1] in ("на", "в", "во", "через", "про", "за", "под")


def _is_only_ours(said: list[str], i: int) -> bool:
    """Not "менеджер банка", "курьерская служба"."""
    beside = [*said[max(0, i - 1) : i], *said[i + 1 : i + 2]]
    return not any(word.startswith(THEIR_STEMS) for word in beside)


def _has_other_subject(said: list[str]) -> bool:
    return any(
        word.endswith(("ы", "ии", "ики", "ели", "оры", "еры")) and word not in ("мы", "вы")
        for word in said
    )


def _passive(clause: Clause, n: int) -> Deed | None:
    said, word = clause.said(), clause.words[n]
    will = next((i for i, each in enumerate(said) if each in ("будет", "будут")), None)
    if will is None or (will and said[will - 1] == "не"):
        return None
    verb = PARTICIPLES[word.text]
    if any(each.startswith(_agents(verb)) and _is_agent(each) for each in said):
        return None
    if verb == "вернуть" and GOODS & set(said):  # to the warehouse
        return None
    if verb in _OPENING and not any(each.startswith(("вам", "вас", "ваш")) for each in said):
        return None
    if word.text.startswith("готов") and their_date(said):
        return None
    kind = kind_of(verb, FORMS[verb].kind, clause)
    return Deed(word.start, word.end, kind, 2.5, person=3)


def _agents(verb: str) -> tuple[str, ...]:
    """ "Отправлен СДЭКом" is our sending, "отправлен поставщиком" is not."""
    if FORMS[verb].kind == "ship" or verb == "передать":
        return ("поставщик", "производител", "партнер", "завод", "фабрик", "продавц", "вендор")
    return THEIR_STEMS


def _is_agent(word: str) -> bool:
    return word.endswith(("ом", "ем", "ами", "ями", "ой")) and not word.startswith("почт")


_AWAITED = said_words("ждите ожидайте получите дождитесь")
_COMES = said_words("будет будут поступит придет последует прозвучит состоится")
_LEAVES = said_words("""
    отправляется отправляются уйдет уйдут уедет уедут поедет поедут отправится отправятся
    """)
_DUE_FROM_ME = re.compile(r"\b(?:с\s+(?:меня|нас)|за\s+(?:мной|нами))\b")


def _noun(clause: Clause) -> Deed | None:
    """ "ждите звонка", "ответ будет у вас", "с меня ответ", "посылка уйдёт"."""
    said = clause.said()
    if "не" in said or any(word.startswith(("курьер", "банк")) for word in said):
        return None
    for word in clause.words:
        if word.text in _LEAVES and (GOODS & set(said) or word.text.startswith("отпр")):
            return Deed(word.start, word.end, "ship", 2.0, True, person=3)
        awaits = word.text in _AWAITED or (word.text in _COMES and _is_about_ours(said))
        thing = next((each for each in said if each in MESSAGES), "")
        if thing and (awaits or (word.text == thing and _DUE_FROM_ME.search(clause.text))):
            if awaits and not _is_sent_by_us(word.text, thing, said):
                continue
            kind = NOUN_KINDS.get(thing[:3], "answer")
            return Deed(word.start, word.end, kind, 2.0, awaits and kind == "refund", person=3)
    return None


_DONE_BY_OTHERS = re.compile(r".{3,}(?:ен|ан|ят)[аоы]?$")


def _is_about_ours(said: list[str]) -> bool:
    return not any(word in PARTICIPLES or _DONE_BY_OTHERS.match(word) for word in said)


def _is_sent_by_us(verb: str, thing: str, said: list[str]) -> bool:
    """Money that "comes" is the bank's date; an answer that comes is ours."""
    if thing.startswith(("ден", "возв")):
        return verb in ("получите", "ждите", "ожидайте") or "у" in said
    return not their_date(said)


def kind_of(verb: str, kind: str, clause: Clause) -> str:
    """The kind of a deed by its verb, and by what it is done to."""
    said = clause.said()
    money = bool(MONEY & set(said))
    if verb in _SENDING or verb in _HANDING:
        return _sent_kind(verb, kind, said, money)
    if verb in _GIVE:
        return "answer"
    if kind == "other" and "звонок" in said:
        return "call"
    if verb == "подготовить" and "ответ" in said:
        return "answer"
    if (
        kind == "answer"
        and any(word.startswith("телефон") for word in said)
        and verb == "связаться"
    ):
        return "call"
    if kind == "other" and money and verb in _DOING:
        return "refund"
    if kind == "refund" and any(word in GOODS for word in said) and not money:
        return "other"
    return kind


_DOING = said_words(
    """оформить сделать провести осуществить произвести выполнить обработать отдать выдать начать
    создать организовать закончить завершить оформлять делать готовить подготовить подать"""
)


def _sent_kind(verb: str, kind: str, said: list[str], money: bool) -> str:
    if verb in _HANDING and any(word.startswith(_FOR_COURIER) for word in said):
        return "ship"
    if any(word in GOODS for word in said) and kind == "ship":
        return "ship"
    if any(word.startswith(PAPER_STEMS) for word in said):
        return "other"
    if money:
        return "refund"
    if any(word.startswith(MESSAGE_STEMS) for word in said):
        return "answer"
    return kind


def commits(clause: Clause) -> str:
    """The word by which a clause commits to what follows ("обещаем …"), or ''."""
    said = clause.said()
    return next(
        (w for n, w in enumerate(said) if w in COMMITS and not (n and said[n - 1] == "не")), ""
    )


_MEANS = said_words("почту почте почтой доставке доставки доставку")


def their_date(said: list[str]) -> bool:
    return any(
        word in THEIRS or (word.startswith(THEIR_STEMS) and word not in _MEANS) for word in said
    )


def names(sentence: str) -> Iterator[str]:
    """Words written like names: "завтра позвонит Олег", "Олег перезвонит вам"."""
    for found in _NAME.finditer(sentence):
        name = found.group().lower().replace("ё", "е")
        following = _NEXT_WORD.match(sentence, found.end())
        is_first = not sentence[: found.start()].strip()
        if name in _YOURS or (is_first and not (following and _is_said_of_a_name(following[1]))):
            continue
        yield name


def is_of_a_name(clause: Clause, capitals: frozenset[str]) -> bool:
    """ "Ксения уточнит детали (и напишет вам)"."""
    said = clause.said()
    thirds = [n for n, word in enumerate(said) if (form := FORMS.get(word)) and form.person == 3]
    return bool(thirds) and any(word in capitals for word in said[: thirds[0]])


_NAME = re.compile(r"(?:(?<=[^\W\d_] )|(?<=, )|^\s*)[А-ЯЁ][а-яё]{2,}\b")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_YOURS = said_words("вам вас вами ваш ваша ваше ваши вашу вашего вашему")


def _is_said_of_a_name(word: str) -> bool:
    form = FORMS.get(word.lower().replace("ё", "е"))
    return word.lower() in _TO_YOU or word == "из" or bool(form and form.person == 3)
