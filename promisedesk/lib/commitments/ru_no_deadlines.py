"""Russian: times that are no deadlines, and numbers that only look like times."""

from __future__ import annotations

from .ru_numbers import NUMBER
from .ru_rules import NONE, Rules
from .ru_weeks import MONTH

PAST = Rules(
    "вчера накан прошл той назад за праздн выходн же никам рникам гам ницам отам средам ньям"
)
NUMBERS = Rules("#")

PAST.always(
    r"\b(?:вчера\w*|позавчера|накануне|(?:на|с)\s+прошл\w+\s+недел\w+|на той неделе)\b", **NONE
)
PAST.always(
    rf"\b{NUMBER}\s+(?:час\w*|д(?:ень|ня|ней)|недел\w+|минут\w*|месяц\w*)\s+назад\b", **NONE
)
PAST.always(
    r"\bза\s+(?:\w+\s+)?(?:час\w*|д(?:ень|ня|ней)|недел\w+|минут\w*|сутки|месяц\w*)\s+до\b", **NONE
)
PAST.always(r"\b(?:после|с)\s+(?:праздник\w*|выходных)\b", **NONE)
PAST.always(r"\b(?:в|на)\s+выходной\s+день\b|\bв\s+(?:тот|этот)\s+же\s+день\b", **NONE)
PAST.always(
    r"\bпо\s+(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)\w*(?<=[ая]м)\b", **NONE
)

NUMBERS.always(
    r"\b(?:№|номер\w*|заказ\w*|верси\w+|артикул\w*|размер\w*|арт\.?|цен[аыу]\w*|стоимост\w+|сумм[аыу]\w*|баланс\w*|вес\w*|модел\w+|диаметр\w*|длин\w+|парти\w+)\s*(?:№|n)?\s*\d[\d./:-]*+"
    rf"(?!\s*-?го\b|\s+{MONTH})",
    **NONE,
)
NUMBERS.always(
    r"\b\d+(?:[.,]\d+)?\s*(?:руб\w*|₽|р\b(?!\s*[./]\s*д)|%|кг|см|мм|шт\w*|usd|eur|€|\$|г\b(?!\.)|мл)",
    **NONE,
)
NUMBERS.always(r"\b(?:от|за)\s+\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b", **NONE)
