"""How Polish says times, as patterns: each kind of piece with its name, in the order tried.

They are matched against folded text (small letters without Polish marks). The first kind holds
what looks like a time and is none ("z piątku", "zamówienie 24/11").
"""

from __future__ import annotations

import re

from .pl_numbers import HOUR_BETWEEN, HOUR_WORDS, NUMBER, ORDINAL_DAY

WEEKDAYS = (
    r"(?:poniedzial(?:ek|ku|kiem)|wtor(?:ek|ku|kiem)|srod(?:a|e|y)|czwart(?:ek|ku|kiem)"
    r"|piat(?:ek|ku|kiem)|sobot(?:a|e|y)|niedziel(?:a|e|i))\b"
)
WEEKDAY_SHORT = r"(?:pon|pn|wt|sr|czw|cz|pt|piat|sob|sb|ndz|niedz|nd)\b\.?"
MONTHS = (
    r"(?:sty(?:cznia|czen)?|lut(?:ego|y)?|mar(?:ca|zec)?|kwi(?:etnia|ecien)?|maja?|cze(?:rwca)?"
    r"|lip(?:ca|iec)?|sie(?:rpnia)?|wrz(?:esnia)?|paz(?:dziernika)?|lis(?:topada)?|gru(?:dnia)?)\b"
)
LATEST = r"(?:najpozniej|najdalej|ostatecznie|maksymalnie|max\.?|maks\.?)"
LEAD = rf"(?:{LATEST}\s+)?"
ON = r"(?:(?:w\s+dniu|dnia|we?|do|na|przed|(?:po)?miedzy)\s+)"
ABOUT = r"(?:(?:ok\.?|okolo|kolo|mniej\s+wiecej|gdzies|tak|jakies|najblizszych|kolejnych)\s+){0,2}"
GODZ = r"(?:godz(?:ina|iny|inie|inach|ine)?\b\.?|g\.)"
H = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?![\d])(?:-?(?:tej|ta|ej)\b)?"
AFTER_H = (  # a number before these is no hour
    r"(?![.,:/]?\d|\s*(?:zl\b|zlot|pln|eur|usd|gbp|€|\$|%|szt|cm\b|mm\b|kg\b|g\b|km\b|lat\b|osob\b"
    r"|par\b|pary\b|proc|punkt(?:y|ow)\b|tys|dni|dnia|dniach|dob[aye]?\b|godzin(?!a)|minut|min\b"
    r"|tyg"
    r"|mies|krokow|razy\b|rat\b|raty\b|[-–]?procent|sztuk|maili\b|zamowien\b|paczek\b|litr|ml\b"
    r"|gb\b|mb\b|v\b|stopni))"
)
UNIT = (
    r"(?:(?:minut|godzin|dob|tygodn|miesiac)\w*|kwadrans\w*|tydzien|miesiecy|dni|dzien|dnia|dniach"
    r"|min\b\.?|godz\b\.?|h\b|tyg\b\.?|d\.\s?r\.|dr\b)"
)
WITHIN = (
    rf"(?:(?:{LATEST}\s+)?(?:za|w\s+(?:prze)?ciagu|w\s+terminie(?:\s+do)?|do|w|w\s+czasie"
    rf"|na\s+przestrzeni)"
    rf"|{LATEST})\s+(?:{LATEST}\s+)?(?:do\s+)?{ABOUT}"
)
WORKING = r"(?:\s+(?:robocz\w+|pracujac\w+|rob\b\.?))"

SOURCES: list[tuple[str, str]] = [
    # what looks like a time and is none
    (
        "void",
        r"\b(?:z(?:e)?|sprzed|od|z\s+dnia|za|od\s+dnia|(?:ubiegl|zeszl|minion|poprzedn|ostatn)\w+"
        rf"|kazd\w+|w\s+(?:ubiegl|zeszl|minion|poprzedn|ostatn|kazd)\w+)\s+(?:{WEEKDAYS}"
        rf"|{WEEKDAY_SHORT}"
        rf"|jutra|dzis(?:iaj|iejsz\w+)?\b|\d{{1,2}}\.\d{{1,2}}\b(?:\.\d{{2,4}})?"
        rf"|\d{{1,2}}\s+{MONTHS})"
        r"|\b(?:nr|numer\w*|zamowieni\w+|faktur\w+|wersj\w+|rozmiar\w*|pozycj\w+|pkt|str|strona"
        r"|model\w*|umow\w+|reklamacj\w+|zgloszeni\w+|art|kod\w*|sygn\w*)\.?:?\s*(?:(?:nr|numer"
        r"|no)\.?\s*)?"
        r"\S{0,6}\d+(?:[./-]\d+)*"
        r"|\bpo\s+(?:pol|poludniu)\s+(?:roku|drogi)|\bdo\s+tej\s+pory|\bw\s+miedzyczasie"
        r"|\b(?:w\s+miesiacu|w\s+dni\s+robocze|na\s+dzis\s+dzien)",
    ),
    (
        "working_day",
        rf"\b{LEAD}(?:w\s+|do\s+(?:konca\s+)?)?(?:nastepn|najblizsz|kolejn"
        rf"|pierwsz)\w+\s+(?:dni(?:a|u)|dzien)"
        r"\s+(?:robocz|pracujac)\w+",
    ),
    (
        "length",
        rf"\b{WITHIN}(?:(?:{LATEST}|od)\s+)?(?P<first>{NUMBER})"
        rf"(?:\s?(?:-|–|—|do|lub|albo|czy|max\.?)\s?(?P<last>{NUMBER}))?\s*-?(?:ch\b|tu\b)?"
        rf"(?P<work1>{WORKING})?\s*(?P<unit>{UNIT})(?P<work2>{WORKING})?",
    ),
    (
        "one",
        r"\b(?:" + LATEST + r"\s+)?(?:za|w\s+(?:prze)?ciagu|do)\s+"
        r"(?:(?:ok\.?|okolo|najblizsz\w+|jedn\w+|niecal\w+|mniej\s+niz|kolejn\w+|najdalej"
        r"|maksymalnie)\s+){0,2}"
        r"(?P<unit>godzin(?:e|y|ke|ki)|dob(?:e|y)|tydzien|tygodnia|miesiac(?:a)?|dzien"
        r"|kwadrans(?:a|ik)?"
        r"|minut(?:e|y|ke)|dnia(?=\s+robocz))(?P<work>\s+robocz\w+)?(?!\s*\d)",
    ),
    (
        "half",
        rf"\b(?:{LATEST}\s+)?(?:za|w\s+(?:prze)?ciagu|do)\s+{ABOUT}"
        r"(?:pol\s+godzin\w+|pol\s?godzink?\w*|pol\s+godz\.?|poltorej\s+godziny|poltora\s+godziny"
        r"|trzy\s+kwadranse|pol\s+(?:dnia|doby))",
    ),
    ("noon", r"\b(?:w|do|przed|kolo|okolo|w\s+okolicach?)\s+(?:samo\s+)?poludni(?:e|a)\b"),
    ("before_noon", r"\b(?:do\s+)?przed\s?poludni(?:em|a|e)\b|\bprzedpoludniem\b"),
    (
        "after_noon",
        r"\bw\s+(?:drugiej\s+polowie\s+dnia|godzinach\s+popoludniowych)|\bpo\s?poludni(?:u|em|a"
        r"|e)\b|\bpopol\b\.?|\bpo\s+pol\."
        r"|\bppol\b\.?",
    ),
    ("lunch", r"\b(?:przed|do|w\s+porze)\s+(?:pora\s+)?(?:obiad(?:em|u|owa)?|lunch(?:em|u)?)\b"),
    ("after_lunch", r"\bpo\s+(?:obiedzie|lunchu)\b"),
    ("dawn", r"\b(?:(?:z|od)\s+(?:samego\s+)?rana|skoro\s+swit|z\s+samego\s+ranka)\b"),
    (
        "morning",
        r"\b(?:rano|porankiem|w\s+godzinach\s+(?:porannych|rannych|przedpoludniowych)"
        r"|w\s+pierwszej\s+polowie\s+dnia|(?:do|przed)\s+(?:rana|poranka)"
        r"|(?<=jutra\s)rana|nad\s+ranem)\b",
    ),
    (
        "evening",
        r"\b(?:wieczorem|wieczorkiem|w\s+godzinach\s+wieczornych|(?:do|pod|na"
        r"|blizej)\s+(?:dzisiejsz\w+\s+"
        r"|jutrzejsz\w+\s+)?wieczor(?:a|u)?|(?<=jutra\s)wieczora)\b",
    ),
    ("midnight", r"\b(?:do\s+polnocy|w\s+nocy|o\s+polnocy|przed\s+polnoca)\b"),
    (
        "day_end",
        r"\b(?:do|pod|z|na|przed)\s+konc(?:a|em|u|iec)\s+(?:(?:dzisiejsz"
        r"|jutrzejsz)\w+\s+)?(?:dnia|pracy)"
        r"(?:\s+(?:robocz\w+|pracy))?\b|\bpod\s+koniec\s+(?:(?:dzisiejsz"
        r"|jutrzejsz)\w+\s+)?dnia(?:\s+robocz\w+)?"
        r"|\bdo\s+(?:zamkniecia|konca\s+(?:godzin\s+)?pracy)\b|\bw\s+ciagu\s+(?:dnia\b"
        r"|(?:dzisiejsz|jutrzejsz)\w+\s+dnia)",
    ),
    (
        "week",
        rf"\b{LEAD}(?:jeszcze\s+)?(?:w(?:\s+(?:polowie|srodku|ciagu))?|na(?:\s+poczatku)?|do"
        rf"|do\s+(?:konca|polowy|poczatku)|pod\s+koniec|z\s+(?:koncem|poczatkiem)|z)"
        r"\s+(?:(?P<which>t(?:ym|ego|en)|biezac\w+|przyszl\w+|nastepn\w+|nadchodzac\w+|kolejn\w+"
        r"|najblizsz\w+)\s+)?"
        r"(?:tygodni(?:u|a)|tydzien)(?P<work>\s+robocz\w+)?\b",
    ),
    ("bare_next_week", r"\bprzyszl(?:y|ego|ym)\s+tygod(?:nia|niu|zien)|\bnastepnego\s+tygodnia"),
    (
        "weekend",
        r"\b(?P<how>w|we|na|do|przed|po)\s+(?:(?:konca|ten|tym|najblizszy)\s+)?(?:weekend(?:zie"
        r"|em|u|owi)?)\b",
    ),
    (
        "month_end",
        rf"\b{LEAD}(?:jeszcze\s+)?(?:do\s+konca|pod\s+koniec|z\s+koncem|w)\s+(?P<which>tego|tym"
        rf"|biezac\w+|przyszl\w+|nastepn\w+)?\s?miesiac(?:a|u)\b"
        rf"|\b{LEAD}(?:do\s+konca|pod\s+koniec)\s+(?P<month>{MONTHS})",
    ),
    ("year_end", r"\b(?:do\s+konca|pod\s+koniec)\s+(?:tego\s+|biezacego\s+)?roku"),
    ("iso", rf"\b{LEAD}{ON}?(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    (
        "date_word",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+(?:dnia\s+)?)?(?:(?P<from>\d{{1,2}})\s?[-–]\s?)?"
        rf"(?P<day>(?:\d{{1,2}}(?:\.|-?(?:go|ego|tego|ym))?)"
        rf"|{ORDINAL_DAY})\s+(?P<month>{MONTHS})\.?"
        r"(?:\s+(?P<year>20\d\d)(?:\s*r(?:\.|oku)?)?)?",
    ),
    (
        "date",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+(?:dnia\s+)?)?(?P<day>0?[1-9]|[12]\d|3[01])"
        r"(?P<mark>[./-])(?P<month>0?[1-9]|1[0-2])"
        r"(?:(?P=mark)(?P<year>20\d\d|\d\d)(?:\s*r\.?)?)?(?![\d:])(?!\s*(?:zl|pln|eur|%|kg|cm|mm"
        r"|szt|gb|h\b))",
    ),
    (
        "month_day",
        rf"\b{LEAD}(?:{ON}?(?P<day>\d{{1,2}})(?:-?(?:go|ego|tego|ym|ty|tym)\b|\s+(?:bm\b|b\.m\."
        rf"|dnia\s+miesiaca|tego\s+miesiaca))"
        rf"|{ON}(?P<word>{ORDINAL_DAY})(?!\s+(?:godzin|dnia|dzien|raz|klas|wersj)))",
    ),
    (
        "half_past",
        rf"\b(?:o|do|na|przed)\s+(?:w?pol\s+do)\s+(?P<word>{HOUR_WORDS})",
    ),
    (
        "window",
        rf"\b(?P<lead>(?:(?:po)?miedzy|od|w|o)?\s*(?:{GODZ}\s*)?(?:od\s+)?)(?P<from>{H})\s?(?:-|–"
        rf"|—|a|do|i|lub|albo)\s?(?:{GODZ}\s*)?(?P<to>{H})" + AFTER_H,
    ),
    (
        "window_words",
        rf"\b(?:(?:po)?miedzy|od)\s+(?:{GODZ}\s*)?(?:{HOUR_BETWEEN})\s+(?:a|do"
        rf"|i)\s+(?P<word>{HOUR_BETWEEN})",
    ),
    (
        "hour",
        rf"\b(?P<lead>{LEAD})(?P<on>(?:o|do|na|przed|po|od|kolo|okolo|ok\.|w\s+okolicach?|punkt"
        rf"|rowno|gdzies|tak)\s+(?:(?:ok\.?|okolo|kolo|rowno|punkt)\s+)?(?:{GODZ}\s*)?|{GODZ}\s*)"
        rf"(?P<at>{H}|{HOUR_BETWEEN}(?:\s+(?:trzydziesci|pietnascie|czterdziesci\s+piec)\b)?)"
        + AFTER_H,
    ),
    ("bare_hour", r"(?<![\d.,:/-])\b(?P<at>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:])"),
    (
        "offset",
        rf"\b{LEAD}(?:(?:do|na|w|jeszcze|przed)\s+)?(?:konca\s+)?(?:(?:w\s+)?dni(?:u|a)\s+)?"
        r"(?P<word>dzis(?:iaj)?|jutr(?:o|a|em)|pojutrz[ea]|nazajutrz|dzisiejsz\w+\s+(?:dni(?:a"
        r"|u))|jutrzejsz\w+(?:\s+dni(?:a|u))?"
        r"|(?<=dniu\s)dzisiejszym|nastepnego\s+dnia)\b(?!\s*-\s*(?:dzien))",
    ),
    (
        "weekday",
        rf"\b(?P<lead>{LEAD})(?P<on>{ON})?(?:konca\s+)?(?P<mod>t(?:en|a|e|ego|ej|ym)\s+"
        rf"|(?:przyszl|nastepn|najblizsz|nadchodzac|kolejn)\w+\s+)?"
        rf"(?P<word>{WEEKDAYS})(?P<next>\s+(?:w\s+)?(?:przyszl|nastepn)\w+\s+tygodni\w+)?",
    ),
    (
        "weekday_short",
        rf"\b{LEAD}(?:we?|do|na|najpozniej)\s+(?P<word>{WEEKDAY_SHORT})(?=[\s.,;!)]|$)",
    ),
]
EACH = {name: re.compile(source) for name, source in SOURCES}
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_EDGE = r"\b"
_BACK = re.compile(r"\(\?P=mark\)")
ALL = re.compile(
    r"\b(?:"
    + "|".join(
        f"(?P<{name}>{_NAMED_GROUP.sub('(?:', _BACK.sub('[./-]', source)).removeprefix(_EDGE)})"
        for name, source in SOURCES
    )
    + ")"
)
