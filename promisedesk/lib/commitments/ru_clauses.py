"""Russian: a sentence cut into clauses, and which of them can promise nothing.

A clause is a stretch around one predicate. What blocks it: a condition, a usual time, a hope,
somebody else's words, an offer; the pieces without a verb belong to the clause beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from .ru_rules import Atom
from .ru_words import COMMITS, PARTICIPLES, WILL, form_of, said_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(
    r"(?:\s*[,:;()–—]+|\s-+\s|^\s*-\s)(?:\s*(?:и|а|но|или|либо|однако|зато)(?!\w))?"
    r"|(?<!\w)(?:и|а|но|или|либо|однако|зато|поэтому)(?!\w)"
)
_VERB = re.compile(
    r".+(?:[еи]шь|[еи]те|[йь]те|[аяиеыуо]л[аои]?|л[аои]сь|лся|[аяуюе]ет|[чжшд]ет|ит|[уюя]т|[аяиеоуы]ть"
    r"|[аяиеоуы]ться|чь|сти|тся|аю|яю|аем|яем|уем|юсь|усь|емся|имся|[ое]йти)$|^(?:жду|ждем|могу|можем"
    r"|может|могут|нужно|надо|нельзя|можно|должн[аыо]|должен|рад[аы]?|готов[аы]?|закрыт[аоы]?|принят[аоы]?|получен[аоы]?|оплачен[аоы]?|создан[аоы]?|хочу|хотим|прошу|просим"
    r"|нет|есть|получу|получим|увидим|сможем|смогу|был|будет|будут|буду|будем|понимаю|вижу|удобно|придется|стоит|пришел|пришла)$"
)
_OF_A_NOUN = re.compile(r"\s*\w+(?:нн|вш|[уюая]щ)(?:ый|ий|ая|ое|ее|ые|ие|ого|ой|ую|ых|их)(?:ся)?\b")
_NO_VERB = said_words("""
    минут кредит лимит визит маршрут тут институт если или очень часть опять пять шесть семь
    восемь девять десять двадцать тридцать очередь отдел раздел предел материал персонал канал
    журнал портал оригинал сигнал финал терминал артикул дело дела тело здесь весь вся ответ
    совет пакет почти части сети области новости здравствуйте пожалуйста память запись сеть
    мебель счет цвет бюджет предмет пункт дети после либо боль роль цель модель связь мало
    тепло стекло начало вдруг ваш свет стол пол угол узел чехол мыло крыло масло суть путь
    треть четверть сколько ли четыресть скорость стоимость
    """)


@dataclass(slots=True)
class Word:
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Clause:
    """`link` is the mark or conjunction before it."""

    link: str
    start: int
    end: int
    text: str
    words: list[Word]
    atoms: list[Atom] = field(default_factory=list)
    has_verb: bool = False
    is_blocked: bool = False

    def said(self) -> list[str]:
        return [word.text for word in self.words]


@lru_cache(maxsize=8192)
def is_verb(word: str) -> bool:
    if form_of(word) or word in PARTICIPLES or word in COMMITS or word in WILL:
        return True
    return word not in _NO_VERB and not word.endswith("ость") and bool(_VERB.match(word))


def clauses(sentence: str, atoms: list[Atom]) -> list[Clause]:
    """The clauses of a sentence (lower case, ё as е), the blocked ones marked."""
    found = _joined(_pieces(sentence, atoms))
    _block(found)
    if _FOR_ALL.search(sentence) or _YOUR_CHOICE.search(sentence):
        return []
    return found


def _pieces(sentence: str, atoms: list[Atom]) -> list[Clause]:
    pieces, start, link = [], 0, ""
    for cut in _CUT.finditer(sentence):
        if any(atom.start < cut.end() and cut.start() < atom.end for atom in atoms):
            continue
        if cut.group() in (",", ":", "-") and sentence[cut.end() : cut.end() + 1].isdigit():
            continue
        if start < cut.start():
            pieces.append(_piece(sentence, link, start, cut.start(), atoms))
        link, start = cut.group().strip(), cut.end()
    pieces.append(_piece(sentence, link, start, len(sentence), atoms))
    return [piece for piece in pieces if piece.words or piece.atoms]


def _piece(sentence: str, link: str, start: int, end: int, atoms: list[Atom]) -> Clause:
    inside = [atom for atom in atoms if start <= atom.start < end]
    words = [
        Word(each.start(), each.end(), each.group())
        for each in _WORD.finditer(sentence, start, end)
        if not any(atom.start <= each.start() < atom.end for atom in inside)
    ]
    has_verb = any(is_verb(word.text) for word in words)
    if not has_verb:  # a list of figures: "24.11, 25.12"
        inside = [atom for atom in inside if not atom.is_bare]
    return Clause(link, start, end, sentence[start:end], words, inside, has_verb)


def _joined(pieces: list[Clause]) -> list[Clause]:
    """Pieces without a verb go to the clause before them, or to the one after."""
    done: list[Clause] = []
    waiting: Clause | None = None
    for n, piece in enumerate(pieces):
        if _OF_A_NOUN.match(piece.text) and not piece.has_verb and piece.link == ",":
            continue  # "the order, placed on Friday, …"
        if waiting:
            piece, waiting = _glue(waiting, piece), None
        if piece.has_verb:
            done.append(piece)
        elif ":" in piece.link and piece.words and done:
            done.append(piece)  # "to be honest: not before Friday"
        elif done and not _belongs_to_next(done[-1], pieces[n + 1 :]):
            done[-1] = _glue(done[-1], piece)
        else:
            waiting = piece
    if waiting:
        done.append(waiting)
    return done


def _glue(first: Clause, second: Clause) -> Clause:
    return Clause(
        first.link,
        first.start,
        second.end,
        f"{first.text}, {second.text}",
        first.words + second.words,
        first.atoms + second.atoms,
        first.has_verb or second.has_verb,
    )


def _belongs_to_next(before: Clause, rest: list[Clause]) -> bool:
    following = next((piece for piece in rest if piece.has_verb), None)
    return bool(following and _may_promise(following) and not _may_promise(before))


def _may_promise(clause: Clause) -> bool:
    return any(form_of(word.text) or word.text in COMMITS for word in clause.words)


# --- what can promise nothing -----------------------------------------------------------
_IDLE = re.compile(  # usual times, hopes, offers, wishes: this clause only
    r"\b(?:обычно|как\s+правило|всегда|ежедневно|еженедельно|кажд\w+|по\s+будням|по\s+рабочим\s+дням"
    r"|стандартн\w+|в\s+среднем|по\s+(?:правилам|закону|регламенту|политике|умолчанию|договору|условиям)"
    r"|согласно|зачастую|чаще\s+всего|иногда|традиционно|(?<!как )(?<!насколько )возможно"
    r"|может|наверное|наверно"
    r"|вероятно|вряд\s+ли|едва\s+ли|надеюсь|надеемся|по\s+возможности|не\s+факт|давайте|давай|предлагаю"
    r"|предлагаем|пусть|чтобы|чтоб|бы|вчера|якобы|иначе|в\s+противном\s+случае|ли|хотелось|хотим|хочу"
    r"|могу|можем|сможем|смогу|вдруг|словно|будто|теоретически|скорее\s+всего|видимо|похоже|по\s+идее|вроде"
    r"|после\s+(?:этого|чего)|на\s+выбор)\b"
    r"|\bне\s+(?:уверен\w*|факт|гарант\w+|обеща\w+)\b|\bмаловероятно\b"
    r"|\bготов[аы]?\s+(?:\w+\s+){0,2}\w+(?:ть|ти|ться|чь)\b"
)
_CONDITION = re.compile(
    r"\b(?:если(?!\s+(?:честно|коротко|вкратце|кратко|не\s+ошибаюсь|в\s+двух\s+словах))|ежели|при\s+условии|в\s+(?:том\s+)?случае|как\s+только|лишь\s+только|стоит\s+вам"
    r"|при\s+(?:\w+\s+){0,2}(?:получении|наличии|поступлении|подтверждении|оплате|оформлении|заказе|отсутствии"
    r"|обращении|возврате|необходимости|покупке|предоплате|желании|согласии|возникновении|сумме|выборе)"
    r"|при\s+(?:(?!этом|всем)\w+(?:ом|ем|ой|ей|ых|их)\s+)?\w{4,}[еи]\b"
    r"|после\s+того|с\s+момента|со\s+дня|с\s+даты|по\s+мере|в\s+зависимости"
    r"|(?:после|по\s+факту)\s+(?:\w+\s+){0,2}(?:оплат|получени|поступлени|подтверждени|одобрени|зачислени|согласовани"
    r"|возврат|доставк|приемк|прибыти|предоплат|оформлени|прихода|поставки|покупки|вашего|вашей|того)\w*"
    r"|как\s+(?:получ|поступ|прид[еу]|будет|появ|верн[ее]т)\w*"
    r"|по\s+(?:получении|поступлении|прибытии|приходу|возвращении|факту|истечении))"
)
_OUR_EVENT = re.compile(r"\b(?:после|по\s+итогам|по\s+результатам)\s+(?:\w+\s+){0,2}[а-я]{4,}")
_FOR_ALL = re.compile(  # "orders placed after 18:00 we send …"
    r"\b(?:заказы|заказов|посылки|заявки|обращения),?\s+"
    r"(?:оформленн|оплаченн|сделанн|размещенн|поступивш|полученн|поданн)ы[ех]"
)
_YOUR_CHOICE = re.compile(r"\b(?:выбирайте|выберите|решайте|решать\s+вам)\b")
_WHEN = re.compile(r"\bкогда\b")
_ASKING = re.compile(
    r"\b(?:уточн|узна|выясн|сообщ|скаж|провер|напиш|спрош|расскаж|подскаж|отпиш|поня)\w*"
)
_SPOKE = re.compile(
    r"\b(?:(?:по)?обещал|сказал|говорил|(?:на|от)?писал|сообщил|заявил|уверял|уверил|упомянул|упоминал"
    r"|указал|предупредил|озвучил|попросил|просил|ответил|утверждал)[аио]?\b"
    r"|\b(?:пишет|пишут|говорит|говорят|обещает|обещают|сообщает|сообщают|пишете|говорите|утверждаете"
    r"|утверждает|просите|просит|обещано|сказано|написано|указано|слышал\w*|цитирую|по\s+словам|со\s+слов)\b"
)
_DOUBT = re.compile(
    r"\bне\s+(?:думаю|думаем|уверен\w*|знаю|знаем|могу|можем|исключен\w*|исключаю|гарант\w+|обеща\w+|факт"
    r"|берусь|возьмусь|планиру\w+|рассчитыва\w+|готов\w*|сможем|смогу|хоч\w+|верю)\b|\b(?:сомнева\w+|маловероятно|вряд\s+ли"
    r"|надеюсь|надеемся|хотелось|рассчитыва\w+|нельзя|невозможно|жаль|мечта\w+)\b"
)
_WORDS_TO_SAY = re.compile(r"\b(?:гарантировать|обещать|утверждать|рассчитывать)\b")
_CAN = re.compile(r"(?<!не )\b(?:могу|можем|рад[аы]?|готов[аы]?)\b")
_COMMAND = re.compile(r"(?<!не )\b[а-я]{2,}(?:[йь]те|ите|тесь)\b")
_POLITE = said_words("""
    извините простите здравствуйте ждите ожидайте дождитесь подождите поверьте знайте будьте
    учтите имейте обратите потерпите позвольте разрешите получите смотрите видите понимаете
    знаете хотите сомневайтесь
    """)
_TURN = said_words("но а однако зато поэтому")


def _turns(clause: Clause) -> bool:
    """ "…, but …": what was said before does not govern it."""
    return bool(set(re.findall(r"[а-я]+", clause.link)) & _TURN)


def _block(found: list[Clause]) -> None:
    is_conditional = False
    for n, clause in enumerate(found):
        if _turns(clause):
            is_conditional = False
        before = found[n - 1] if n else None
        asks = bool(before and _ASKING.search(before.text)) and bool(_WHEN.search(clause.text))
        is_when = bool(_WHEN.search(clause.text)) and not asks
        if _CONDITION.search(clause.text) or is_when:
            if before and not _turns(clause) and clause.link and not _only_after(clause):
                before.is_blocked = True
            is_conditional = True
        clause.is_blocked |= is_conditional or asks or bool(_IDLE.search(clause.text))
        if before:
            clause.is_blocked |= _is_governed(before, clause)
            if _is_demand(before, clause):
                is_conditional = clause.is_blocked = True
    _block_the_reported(found)


def _only_after(clause: Clause) -> bool:
    """ "…, and after payment we send": the condition is of its own clause only."""
    return not re.match(r"\s*(?:то\s+)?(?:если|ежели|когда|как|при|в\s+случае|после)", clause.text)


def _is_governed(before: Clause, clause: Clause) -> bool:
    """ "I am not sure that …", "I hope …"."""
    opens = bool(re.match(r"\s*(?:что|когда|как)\b", clause.text)) or ":" in clause.link
    hopes = re.search(r"\bнаде(?:юсь|емся)\s*$|^\s*может(?:\s+быть)?\s*$", before.text)
    if opens and _WORDS_TO_SAY.search(before.text) and not _CAN.search(before.text):
        return True  # "to guarantee that we send tomorrow, I cannot"
    return bool(hopes and not _turns(clause)) or (opens and bool(_DOUBT.search(before.text)))


def _is_demand(before: Clause, clause: Clause) -> bool:
    """ "Send us a photo, and we …": the customer's move comes first."""
    if not any(word not in _POLITE for word in _COMMAND.findall(before.text)):
        return False
    return bool(re.search(r"[и:–—-]", clause.link)) or bool(
        re.match(r"\s*(?:мы|тогда)\b", clause.text)
    )


def _block_the_reported(found: list[Clause]) -> None:
    """Others' words: "you wrote that …", "the bank says: …", and what follows by "and"."""
    is_reported = False
    for before, clause in pairwise(found):
        if _turns(clause) or not clause.link:
            is_reported = False
        opens = bool(re.match(r"\s*(?:что|мол|будто|дескать)\b", clause.text)) or ":" in clause.link
        if opens and _SPOKE.search(before.text):
            is_reported = True
        clause.is_blocked |= is_reported


def blocks_a_length(clause: Clause) -> bool:
    """ "3 days after the check": a length that does not begin now."""
    return bool(_OUR_EVENT.search(clause.text))
