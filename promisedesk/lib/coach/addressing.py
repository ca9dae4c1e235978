"""Formal or informal: ты and вы, Pan and ty (R3). English has one you."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from .findings import Span
from .unquoted import said

SEARCHED = 20_000  # characters


class Form(StrEnum):
    """How a text speaks to its reader; `NONE` where it does not, or its language has one form."""

    NONE = ""
    FORMAL = "formal"
    INFORMAL = "informal"
    MIXED = "mixed"


_RU_YOU = re.compile(
    r"\b(?:ты|тебя|тебе|тобой|тобою|тво(?:й|я|ё|е|и|его|ей|ему|им|их|ём|ими|ю)"
    r"|(?:мо|хоч|зна|буд|получ|напиш|сдела|понима|дума|вид|выбер|смо|найд|прид|пришл|скаж)"
    r"(?:жешь|ешь|ишь|аешь|дишь|ёшь))\b",
    re.I,
)
_RU_YOU_ALL = re.compile(
    r"\b(?:вы|вас|вам|вами|ваш(?:а|е|и|его|ей|ему|им|их|ем|ими|у)?|здравствуйте"
    r"|(?:на|при|вы|от|у|под|с|по|об|за|про|пере|рас)?(?:пиш|шл|точн|тверд|дожд|прав|мотр|звон"
    r"|верн|скаж|жал)[иь]те(?:сь)?|[а-яё]{2,14}(?:йте|йтесь))\b",
    re.I,
)
_PL_TY = re.compile(
    r"\b(?:(?i:ty|ciebie|cię|tobie|tobą|tw(?:ój|oja|oje|ojego|ojej|oją|ojemu|oich|oim|oimi)"
    r"|możesz|chcesz|masz|musisz|wiesz|będziesz|bedziesz|jesteś|widzisz|potrzebujesz"
    r"|wolisz|znajdziesz|otrzymasz|dostaniesz|zobaczysz|prosisz|piszesz|wybierzesz|zapłacisz"
    r"|odeślesz|zwrócisz|myślisz|szukasz|planujesz|życzysz|mozesz|jestes|zamawiasz|pytasz"
    r"|(?:napisz|daj znać|daj znac|przyślij|przyslij|wyślij|wyslij|odpisz|zajrzyj|sprawdź|kliknij"
    r"|wejdź|odeślij|podaj|zadzwoń|pamiętaj)(?=[ ,.!])|[a-ząćęłńóśźż]{2,16}(?:łeś|łaś))"
    r"|Ci(?=[ ]))\b"
)
_PL_PAN = re.compile(
    r"\b(?:(?:Pana|Panu|Panem|Pani|Panią|Pania)(?![ ](?:[A-ZŁŚŻ]|z[ ]|od[ ]|w[ ]))"
    r"|Panie[ ](?=[A-ZŁŚŻ])"
    r"|Pan(?![ ](?:[A-ZŁŚŻ]|z[ ]|od[ ]|w[ ]))|Pani[ ](?=\w{2,20}[ou],)|Państw[aoue]\w{0,3}"
    r"|Panstw[aoue]\w{0,3}"
    r"|państwa|państwu)\b"
)
_FORMS = {"ru": (_RU_YOU_ALL, _RU_YOU), "pl": (_PL_PAN, _PL_TY)}
_RU_FORMAL = re.compile(r"\b(?:уважаем\w{1,3}|с уважением)\b", re.I)
_PL_FORMAL = re.compile(
    r"\b(?:szanown\w{1,2}|pa[nń]stw(?:o|a|u)|z powa[zż]aniem|z wyrazami szacunku)\b", re.I
)


@lru_cache(maxsize=64)
def _found(text: str, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """(where it is formal, where it is informal)."""
    if language not in _FORMS:
        return (), ()
    own = said(text[:SEARCHED])
    formal, informal = (
        tuple(one.span() for one in form.finditer(own)) for form in _FORMS[language]
    )
    return formal, informal


def form_of(text: str, language: str) -> Form:
    """How a text speaks to its reader."""
    formal, informal = _found(text, language)
    if formal and informal:
        return Form.MIXED
    return Form.FORMAL if formal else Form.INFORMAL if informal else Form.NONE


def rarer(text: str, language: str) -> tuple[Span, ...]:
    """In a mixed text, where it speaks as it does less often; the informal if as often."""
    formal, informal = _found(text, language)
    return formal if len(formal) < len(informal) else informal


def writes_formally(text: str, language: str) -> bool:
    """Whether a customer does: «вы», «уважаемые», „Szanowni Państwo”, and never ты or ty."""
    if language not in _FORMS or _found(text, language)[1]:
        return False
    if language == "ru":
        return bool(_found(text, language)[0] or _RU_FORMAL.search(text[:SEARCHED]))
    return bool(_PL_FORMAL.search(text[:SEARCHED]) or _found(text, language)[0])


_PL_HE = re.compile(r"\b(?:Pana|Panu|Panem)\b(?![ ][A-ZŁŚŻ])")
_PL_SHE = re.compile(r"\b(?:Panią)\b(?![ ][A-ZŁŚŻ])")
_PL_BOTH = re.compile(r"Państw|Pana?[ ]?/[ ]?Pani|Pani[ą]?[ ]?/[ ]?Pan|Pan\(i\)")
_RU_HE = re.compile(r"\A\W{0,5}(?:уважаемый|дорогой)\b", re.I)
_RU_SHE = re.compile(r"\A\W{0,5}(?:уважаемая|дорогая)\b", re.I)


def wrong_gender(text: str, language: str, *, is_woman: bool) -> tuple[Span, ...]:
    """Where a woman is called Pan, or a man „Panią” or «уважаемая»."""
    own = said(text[:SEARCHED])
    if language == "pl":
        he, she = list(_PL_HE.finditer(own)), list(_PL_SHE.finditer(own))
        if _PL_BOTH.search(own) or (he and she):
            return ()
        return tuple(one.span() for one in (he if is_woman else she))
    if language == "ru":
        found = (_RU_HE if is_woman else _RU_SHE).match(own)
        return (found.span(),) if found else ()
    return ()
