"""Messages from which nobody can tell what is wanted, and what to ask back (R8)."""

from __future__ import annotations

import re

from .questions.cutting import lowered, plain
from .questions.plain_words import STOP

MOST_WORDS = 12  # who writes more has said something
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUMBER = re.compile(r"(?:[a-zа-я]{1,4}[- ]?)?[#№]?\d[\d/-]{2,}")
_PHOTO = re.compile(r"фото|снимок|скрин|photo|picture|screenshot|zdjec")

# Words that say that something is amiss, but not what; folded.
_FAULT = {
    "en": "work works working worked not doesn doesn't does don't broken broke "
    "breaks problem problems issue "
    "issues error fault faulty wrong bad crash nothing anything something "
    "it's crashed stopped fails failed failing again "
    "still trouble strange weird damaged defective",
    "ru": "работает работают работал заработал не сломалось сломался сломалась "
    "сломан сломано проблема проблемы проблему "
    "ошибка ошибку глючит плохо брак что-то ничего странно опять снова никак "
    "получается выходит беда "
    "неисправен неисправно поломка пишет",
    "pl": "dziala dzialaja dzialalo nie zepsute zepsuty zepsulo zepsul zepsula "
    "problem problemy blad bledy "
    "usterka zle cos nic nadal znowu wadliwe wadliwy uszkodzone uszkodzony awaria dziwne klopot",
}
_WHERE = {
    "en": "where where's wheres parcel package order delivery it my stuff shipment",
    "ru": "где посылка посылки заказ заказа доставка мой моя",
    "pl": "gdzie paczka paczki zamowienie zamowienia przesylka moja moje dostawa",
}
_HELP = {
    "en": "help urgent urgently sos need please question order call me answer",
    "ru": "помогите помощь срочно вопрос заказ заказу заказом нужна ответьте алло ау позвоните мне",
    "pl": "pomocy pomoc pilne pilnie pytanie zamowienie zamowieniem halo prosze ratunku zadzwoncie",
}
_SETS = {
    kind: {language: frozenset(words.split()) for language, words in table.items()}
    for kind, table in (("fault", _FAULT), ("where", _WHERE), ("help", _HELP))
}
_ORDER = (
    "order orders number parcel package заказ заказа заказу заказом заказе номер посылка посылкой "
    "zamowienie zamowienia zamowieniem zamowieniu numer nr paczka paczki paczka"
)
_ORDER_WORDS = frozenset(_ORDER.split())
_CORE = {  # what must be said for it to be that kind
    "fault": re.compile(
        r"(?:n't|\bnot|\bnever|\bdoesnt|\bdont|\bno\s+longer|\bstopped|"
        r"\bnothing)\s+(?:\w+\s+)?work|"
        r"\bbroke|\bbreak|\bproblem|\bissue|\berror|\bfault|\bwrong|\bcrash|\btrouble|\bfail|"
        r"\bdamaged|(?:не|ничего|никак)\s+(?:\w+\s+)?(?:за)?работа|слом|проблем|ошибк|глюч|"
        r"плохо|брак|"
        r"не\s+получается|неисправ|поломк|"
        r"\bn(?:ie|ic\s+nie)\s+(?:\w+\s+)?(?:za)?dzial|zepsu|blad\b|bled|usterk|wadliw|"
        r"uszkodz|awari|"
        r"klopot"
    ),
    "where": re.compile(r"^\W*(?:(?:and|so|well|hi|hello|а|ну|и|no|i)\W+)*(?:where|где|gdzie)"),
    "help": re.compile(
        r"help|urgent|sos\b|помо|срочно|алло|ау\b|вопрос|pomoc|piln|ratunk|halo|pytanie|"
        r"question"
    ),
}
_ASK = {
    "number": {
        "en": "Which order is it about? The order number or the name it was placed "
        "under is enough.",
        "ru": "О каком заказе речь? Достаточно номера заказа или имени, на которое он оформлен.",
        "pl": "O które zamówienie chodzi? Wystarczy numer albo nazwisko, na które zostało złożone.",
    },
    "wish": {
        "en": "What would you like us to do with order {number}: check where it is, "
        "change something or take it back?",
        "ru": "Что сделать с заказом {number}: проверить, где он, что-то изменить или "
        "принять возврат?",
        "pl": "Co mamy zrobić z zamówieniem {number}: sprawdzić, gdzie jest, coś "
        "zmienić czy przyjąć zwrot?",
    },
    "product": {
        "en": "Which product is it, and what exactly happens when you use it?",
        "ru": "О каком товаре речь и что именно происходит, когда вы им пользуетесь?",
        "pl": "O który produkt chodzi i co dokładnie się dzieje podczas używania?",
    },
    "tried": {
        "en": "What have you tried so far, and is there a message on the screen?",
        "ru": "Что вы уже пробовали и есть ли сообщение на экране?",
        "pl": "Co już było próbowane i czy na ekranie jest jakiś komunikat?",
    },
    "since": {
        "en": "Since when has it been so: from the start, or did it work before?",
        "ru": "С какого времени это так: с самого начала или раньше всё работало?",
        "pl": "Od kiedy tak jest: od początku, czy wcześniej działało?",
    },
    "photo": {
        "en": "Could you send us a photo or a screenshot of it?",
        "ru": "Не могли бы вы прислать фото или снимок экрана?",
        "pl": "Czy możemy prosić o zdjęcie albo zrzut ekranu?",
    },
    "matter": {
        "en": "What is it about: an order, a delivery, a payment, or a product you have?",
        "ru": "С чем связан вопрос: с заказом, доставкой, оплатой или товаром, который уже у вас?",
        "pl": "Czego dotyczy sprawa: zamówienia, dostawy, płatności czy produktu, "
        "który już jest u Państwa?",
    },
    "happened": {
        "en": "What has happened, and what would help you most?",
        "ru": "Что случилось и чем мы могли бы помочь?",
        "pl": "Co się stało i co byłoby dla Państwa najlepszym rozwiązaniem?",
    },
}
_QUESTIONS = {
    "fault": ("product", "number", "tried", "since", "photo"),
    "where": ("number",),
    "help": ("happened", "matter", "number"),
    "number": ("wish",),
    "nothing": ("matter", "number"),
}


def kind_of(text: str, language: str) -> str:
    """What is unclear: "fault", "where", "help", "number", "nothing"; "" where it is clear."""
    lower = (plain if language == "pl" else lowered)(text).strip()
    number = _NUMBER.search(lower)
    words = _WORD.findall(_NUMBER.sub(" ", lower))
    telling = [word for word in words if word not in STOP and len(word) > 1]
    telling = [word for word in telling if word not in _ORDER_WORDS]
    asks = "?" in lower
    if not telling:
        core = next((kind for kind in ("where", "help") if _CORE[kind].search(lower)), "")
        if number:
            return "" if asks or core else "number"
        return core or ("nothing" if asks and not words else "")
    if len(words) > MOST_WORDS:
        return ""
    for kind in ("fault", "where", "help"):
        known = _SETS[kind].get(language, frozenset())
        if kind == "where" and number:
            continue
        if _CORE[kind].search(lower) and all(word in known for word in telling):
            return kind
    return ""


def clarifying(customer_text: str, language: str) -> list[str]:
    """Questions to put to a customer, the best first, in `language`: "en", "ru" or "pl".

    What the text says already (a number, a photo) is not asked for. A clear text gets what one
    would ask of any.
    """
    said = plain(customer_text)
    number = _NUMBER.search(said)
    kind = next((kind for each in ("ru", "pl", "en") if (kind := kind_of(customer_text, each))), "")
    names = _QUESTIONS.get(kind, ("happened", "number", "photo"))
    spoken = language if language in ("en", "ru", "pl") else "en"
    return [
        _ASK[name][spoken].format(number=number.group().strip() if number else "")
        for name in names
        if not (name == "number" and number) and not (name == "photo" and _PHOTO.search(said))
    ]
