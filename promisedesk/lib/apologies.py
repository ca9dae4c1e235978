"""Apologies in English, Russian and Polish: once, honest, nobody blamed, nothing explained away.

Whole sentences of each language, as its idioms for being sorry share nothing with the others'.
Languages other than ru and pl get English.
"""

from __future__ import annotations

from promisedesk.lib.hours_in_words import spoken

ANSWER = {
    "en": (
        "We promised you an answer {by} and did not keep our word. I am sorry.",
        "You were waiting for an answer that we had promised {by}, and it did not come. "
        "I am sorry for the time this has cost you.",
    ),
    "ru": (
        "Мы обещали ответить вам {by} и не сдержали слово. Приносим извинения.",
        "Вы ждали ответа, который мы обещали дать {by}, и не получили его вовремя. "
        "Приносим извинения за потерянное время.",
    ),
    "pl": (
        "Obiecaliśmy Państwu odpowiedź {by} i nie dotrzymaliśmy słowa. Przepraszamy.",
        "Czekali Państwo na odpowiedź obiecaną {by}, a ona nie nadeszła. "
        "Przepraszamy za stracony czas.",
    ),
}
DEED = {
    "en": (
        "We promised to do it {by} and did not keep our word. I am sorry.",
        "You relied on what we had promised {by}, and it was not done. "
        "I am sorry for the trouble this has caused you.",
    ),
    "ru": (
        "Мы обещали сделать это {by} и не сдержали слово. Приносим извинения.",
        "Вы рассчитывали на то, что мы обещали сделать {by}, и этого не произошло. "
        "Приносим извинения за неудобства.",
    ),
    "pl": (
        "Obiecaliśmy to zrobić {by} i nie dotrzymaliśmy słowa. Przepraszamy.",
        "Liczyli Państwo na to, co obiecaliśmy zrobić {by}, i tak się nie stało. "
        "Przepraszamy za kłopot.",
    ),
}
UNTOLD = {  # whoever was not told of a promise is not told that it was broken
    "en": ("You have waited longer for our answer than you should have. I am sorry.",),
    "ru": ("Вы ждали нашего ответа дольше, чем следовало. Приносим извинения.",),
    "pl": ("Czekali Państwo na naszą odpowiedź dłużej, niż powinni. Przepraszamy.",),
}
MAKING_GOOD = {
    "en": {
        "voucher": "To make up for it, we give you a voucher",
        "discount": "To make up for it, we give you a discount",
        "refund": "To make up for it, we pay you {cost} back",
        "gift": "To make up for it, we send you a small present",
    },
    "ru": {
        "voucher": "В знак извинения дарим вам купон",
        "discount": "В знак извинения делаем вам скидку",
        "refund": "В знак извинения возвращаем вам {cost}",
        "gift": "В знак извинения отправляем вам небольшой подарок",
    },
    "pl": {
        "voucher": "W ramach przeprosin przekazujemy Państwu bon",
        "discount": "W ramach przeprosin udzielamy Państwu rabatu",
        "refund": "W ramach przeprosin zwracamy Państwu {cost}",
        "gift": "W ramach przeprosin wysyłamy Państwu upominek",
    },
}
CODE = {
    "en": "{sentence}. Its code is {code}.",
    "ru": "{sentence}. Код: {code}.",
    "pl": "{sentence}. Kod: {code}.",
}


def apologies(language: str, by: str, *, is_answer: bool) -> list[str]:
    """Ready texts for a promise that was told and broken, the shortest first.

    `by`: phrases.promise_phrase in the same language, "by Tuesday 24 November, 14:00 (UK time)";
    '' where the customer was never told a time. `is_answer`: not a call, a refund, a parcel.
    """
    texts = (ANSWER if is_answer else DEED) if by else UNTOLD
    return [text.format(by=by) for text in texts[spoken(language)]]


def making_good(language: str, kind: str, cost: str, code: str = "") -> str:
    """What the customer gets, as a sentence: `kind` voucher, discount, refund or gift; `cost`
    as lib.money says it, told of refunds alone."""
    language = spoken(language)
    sentence = MAKING_GOOD[language][kind].format(cost=cost)
    if code and kind in ("voucher", "discount"):
        return CODE[language].format(sentence=sentence, code=code)
    return f"{sentence}."
