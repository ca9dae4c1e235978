"""A time that stands in a sentence of its own belongs to the one before: "I'll call you. Tomorrow
at ten." The full stop between is blanked, so that both are read as one, and offsets stay.

Only where every word of the second is one of time, and the first names no time and asks nothing.
"""

from __future__ import annotations

import re

_CLOCK = r"\d{1,2}(?:[:.]\d{2})?"
_ANCHORS = {  # what makes it a time at all
    "en": r"today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|noon|midday|"
    r"morning|afternoon|evening|hours?|minutes?|days?|" + _CLOCK,
    "ru": r"сегодня|завтра|послезавтра|понедельник[ау]?|вторник[ау]?|сред[ауые]|четверг[ау]?|"
    r"пятниц[ауые]|суббот[ауые]|воскресень[еяю]|недел[юеия]|утр[оа]м?|вечер(?:ом|а)|обед[ау]|"
    r"полудн[яю]|час(?:а|ов)?|минут[ыу]?|д(?:ень|ня|ней)|" + _CLOCK,
    "pl": r"dziś|dzisiaj|jutro|pojutrze|poniedział(?:ek|ku)|wtor(?:ek|ku)|środ[aęyie]+|"
    r"czwart(?:ek|ku)|piąt(?:ek|ku)|sobot[aęy]|niedziel[aęi]|tygod(?:zień|nia|niu|nie)|ran[oa]|południ(?:e|em|a)|"
    r"wiecz(?:ór|orem|ora)|godzin[ęyaie]*|minut[ęy]?|d(?:zień|ni|nia)|" + _CLOCK,
}
_OTHERS = {
    "en": r"a|an|the|at|by|on|in|to|of|or|and|until|till|before|after|between|within|from|around|"
    r"about|this|next|first|thing|early|later?|latest|no|not|than|end|half|quarter|past|"
    r"working|business|lunch|lunchtime|close|play|am|pm|a\\.m\\.?|p\\.m\\.?|o'clock|sharp|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|promise|promised",
    "ru": r"в|во|до|к|ко|с|со|по|на|и|или|через|не|позже|позднее|после|перед|между|этой|этого|"
    r"следующ(?:ей|ую|его)|конц[ауе]|начал[еау]|перв(?:ой|ую)|втор(?:ой|ую)|половин[еу]|ровно|около|"
    r"рабоч(?:его|их|ий)|максимум|час|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|"
    r"одиннадцать|двенадцать|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|"
    r"одиннадцати|двенадцати|обещаю|обещаем",
    "pl": r"w|we|do|o|po|od|na|i|lub|albo|za|przed|przy|między|nie|później|niż|najpóźniej|tym|tego|"
    r"przyszłym|przyszłego|następnym|koniec|końca|końcu|początek|godz|robocz(?:y|ych|e)|około|"
    r"pierwszej|drugiej|trzeciej|czwartej|piątej|szóstej|siódmej|ósmej|dziewiątej|dziesiątej|"
    r"jedenastej|dwunastej|pierwszą|drugą|trzecią|dwie|dwóch|trzy|cztery|pięć|obiecuję|obiecujemy",
}


def joined(text: str, language: str) -> str:
    """`text` with the full stops before such sentences blanked."""
    if language not in _ANCHORS:
        return text
    anchor = _NAMED[language]
    for found in _PATTERNS[language].finditer(text):
        begun = max(text.rfind(mark, 0, found.start()) for mark in ".!?…\n") + 1
        first = text[begun : found.start()]
        if anchor.search(first) or not anchor.search(found["time"]):
            continue
        at = found.start("time")
        letter = text[at].lower()
        text = f"{text[: found.start()]} {text[found.start() + 1 : at]}{letter}{text[at + 1 :]}"
    return text


def _pattern(language: str) -> re.Pattern[str]:
    word = rf"(?:{_ANCHORS[language]}|{_OTHERS[language]})"
    return re.compile(
        rf"(?<=\w)[.!…](?P<gap>[ \t]+)(?P<time>{word}(?:[ ,–-]+{word}){{0,9}})"
        r"(?=[.!…]|[ \t]*\n|\s*\Z)",
        re.IGNORECASE,
    )


_PATTERNS = {language: _pattern(language) for language in _ANCHORS}
_NAMED = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in _ANCHORS.items()
}
