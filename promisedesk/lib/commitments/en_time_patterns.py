"""English: how days, parts of days, clock times and lengths are said, as patterns in the order
they are tried."""

from __future__ import annotations

import re

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon monady moday",
            "tuesday tues tue teusday tuseday",
            "wednesday weds wed wensday wednsday wedensday",
            "thursday thurs thur thu thrusday thusday",
            "friday fri firday",
            "saturday sat saterday",
            "sunday sun",
        )
    )
    for name in names.split()
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        start=1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "couple": 2, "few": 3}
TENS = {"twenty-four": 24, "twenty four": 24, "forty-eight": 48, "forty eight": 48}
WD = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b(?!')\.?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_TOMORROW = (
    r"(?:tom+or+ow|tomor+ov|tommorrow|tomrrow|tomarrow|tmr+w?|tmrow|tmo?w|2mor+ow|2moro|tomo)"
)
_TH = "(?:st|nd|rd|th)"
_AMPM = r"(?:a\.?m\b\.?|p\.?m\b\.?)"
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    r"(?:(?:half\s+past|quarter\s+past|(?:a\s+)?quarter\s+to|half)\s+(?:\d{1,2}|"
    + _HOUR_WORD
    + r")"
    r"|\d{1,2}(?:[:.h]\d{2})?|" + _HOUR_WORD + r")"
)
_CLOCK_END = r"(?:\s*(?:" + _AMPM + r"|h(?:rs?|ours?)?\b|o'?\s?clock\b))"
_NOT_CLOCK = (
    r"(?!\s*(?:%|[/:\d]|\.\d|(?:th|st|nd|rd)\b|-?\s*(?:working|business|calendar|days?|hours?|hrs?"
    r"|min|weeks?|months?|years?|items?|pieces?|pcs|percent|euros?|pounds?|dollars?|usd|eur|gbp|"
    r"times|customers|people|orders?|kg|cm|mm|of)\b|[£$€]|[-–]\d)|\s+" + _MONTH + r")"
)
_WORD_BEFORE = (
    r"(?:by|at|before|around|about|approx(?:imately|\.)?|circa|@|no later than|not later than|"
    r"latest|until|till|towards?|past)"
)
_NUMBER = (
    r"(?:\d{1,3}|" + "|".join(TENS) + "|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
)
_UNIT = r"(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?)"
WORKING = r"(?:working|business|work|office|bank|week)"
PATTERNS: list[tuple[str, re.Pattern[str]]] = [
    (name, re.compile(pattern))
    for name, pattern in (
        ("day_after", r"(?:the\s+)?day\s+after\s+" + _TOMORROW + r"\b"),
        ("end_of_tomorrow", r"\b(?:end\s+of\s+)(?:today|tod)\b"),
        ("today_part", r"\bthis\s+(?:very\s+)?(morning|afternoon|evening)\b"),
        ("tonight", r"\b(?:tonight|tonite)\b"),
        ("today", r"\b(?:later\s+(?:on\s+)?|still\s+)?(?:today|todya)\b(?!'s)"),
        ("tomorrow", r"\b" + _TOMORROW + r"\b"),
        (
            "next_working_day",
            r"\b(?:the\s+)?(?:very\s+)?(?:next|following)\s+(?:working|business)\s+day\b",
        ),
        # weeks and months
        ("week_of", r"\b(?:next\s+week[,\s]+(?:on\s+|by\s+)?(?:the\s+)?)(" + WD + ")"),
        (
            "weekday_of",
            r"\b(" + WD + r")(?:\s+of)?\s+(next|this)\s+week\b",
        ),
        (
            "weekday",
            r"\b(?:(next|this\s+coming|the\s+coming|coming|this|the\s+following)\s+)?(" + WD + ")",
        ),
        (
            "start_of_next_week",
            r"\b(?:early|(?:at\s+)?the\s+(?:very\s+)?(?:start|"
            r"beginning)\s+of)\s+(?:in\s+)?next\s+week\b",
        ),
        ("middle_of_next_week", r"\b(?:mid|middle\s+of|in\s+the\s+middle\s+of)[\s-]+next\s+week\b"),
        ("after_weekend", r"\b(?:straight\s+|right\s+|just\s+)?after\s+the\s+weekend\b"),
        ("before_weekend", r"\b(?:before|by)\s+the\s+weekend\b"),
        (
            "weekend",
            r"\b(?:this|(?:over|at|on|during)\s+(?:the|this)|"
            r"end\s+of\s+the)\s+(?:coming\s+)?weekend\b",
        ),
        ("week_after_next", r"\b(?:the\s+)?week\s+after\s+next\b"),
        ("next_week", r"\b(?:(?:the\s+)?end\s+of\s+|late(?:r)?\s+)?next\s+week\b(?!end)"),
        ("next_weekend", r"\bnext\s+weekend\b"),
        (
            "week_end",
            r"\b(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(?:working\s+|business\s+|current\s+)?"
            r"week|eow|week's\s+end|(?:later\s+|still\s+)?this\s+(?:very\s+)?week)\b(?!end)",
        ),
        ("in_month", r"\b(?:in|during)\s+(" + _MONTH + r")(?!\s*\d)"),
        ("end_of_month_named", r"\b(?:the\s+)?end\s+of\s+(" + _MONTH + ")"),
        ("end_of_next_month", r"\b(?:(?:the\s+)?end\s+of\s+)?next\s+month\b"),
        (
            "month_end",
            r"\b(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?month|month\s?end|this\s+month)\b",
        ),
        ("year_end", r"\b(?:the\s+)?end\s+of\s+(?:the|this)\s+year\b"),
        # dates
        ("iso", r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])"),
        (
            "day_month",
            r"(?<![\w.,/:#-])(?:the\s+)?(?:\d{1,2}"
            + _TH
            + r"?\s*(?:-|–|/|to|or|and)\s*(?:the\s+)?)?(\d{1,2})"
            + _TH
            + r"?(?:\s+of)?\s+("
            + _MONTH
            + r")(?:,?\s+(\d{4}))?(?![\w-])",
        ),
        (
            "month_day_named",
            r"\b("
            + _MONTH
            + r")\s*(?:the\s+)?(?:\d{1,2}"
            + _TH
            + r"?\s*(?:-|–|to|or|and)\s*)?(\d{1,2})"
            + _TH
            + r"?(?:,?\s+(\d{4}))?(?![\w:%-]|\.\d|\s*(?:a\.?m\b|p\.?m\b|days|hours|items))",
        ),
        ("full_numeric", r"(?<![\w./#-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-]|\.\d)"),
        ("numeric", r"(?<![\w./#:-])(\d{1,2})([/.])(\d{1,2})(?![\w/:%-]|\.\d)"),
        (
            "month_day",
            r"\b(?:(?:the|by|on|before|"
            + WD
            + r")\s+)(\d{1,2})"
            + _TH
            + r"(?:\s+of\s+(this|next)\s+month\b|"
            r"(?=\s*(?:[.,;:!?)\]–—-]|$|\s(?:at|by|before|in|and|or|to|so|with|after|for|from|"
            r"latest"
            r"|i|we|you|no|the|if|our|my|first)\b)))",
        ),
        # lengths
        (
            "length_half",
            r"\b(?:in|within|inside)\s+(?:the\s+next\s+|about\s+|around\s+)?(half\s+an?\s+hour|"
            r"(?:one|an)\s+hour\s+and\s+a\s+half|an?\s+hour\s+or\s+(?:two|so)|a\s+(?:day|"
            r"week)\s+or\s+(?:two|so)|"
            r"the\s+(?:next|coming)\s+(?:hour|day|week)\s+or\s+(?:two|so)|(?:hour|day|"
            r"week)\s+or\s+(?:two|so)"
            r"|(?:a\s+)?quarter\s+of\s+an\s+hour|the\s+hour|the\s+day|the\s+week|"
            r"the\s+next\s+hour|the\s+next\s+day"
            r"|the\s+next\s+(?:working|business)\s+day)\b",
        ),
        (
            "length",
            r"\b(?:in|within|inside|under|during|over|for)\s+(?:the\s+(?:next|coming|following)\s+|"
            r"(?:no\s+)?(?:more|less|longer|later|fewer)\s+than\s+|at\s+(?:the\s+)?most\s+|"
            r"max(?:imum|\.)?\s+|"
            r"about\s+|around\s+|roughly\s+|approx(?:imately|\.)?\s+|up\s+to\s+|"
            r"a\s+maximum\s+of\s+|just\s+|only\s+|"
            r"another\s+|under\s+|a\s+further\s+|as\s+little\s+as\s+)*"
            r"(?:(?:a\s+)?"
            + _NUMBER
            + r"\s*(?:-|–|—|to|or)\s*)?(?:a\s+)?("
            + _NUMBER
            + r")(?:\s+of)?"
            r"(?:\s*\(\d+\))?\s*-?(?:("
            + WORKING
            + r"|full|more|further|calendar|short)\s*-?)?\s*("
            + _UNIT
            + r")\b"
            r"(?:'?\s*time\b)?",
        ),
        (
            "length_from_now",
            r"\b(?:("
            + _NUMBER
            + r")\s*(?:-|–|to|or)\s*)?("
            + _NUMBER
            + r")\s+(?:("
            + WORKING
            + r")\s+)?("
            + _UNIT
            + r")\s+(?:from\s+(?:now|today)|at\s+(?:the\s+)?(?:most|latest)|max(?:imum)?\b)",
        ),
        # the clock
        (
            "window",
            r"\b(?:between\s+|from\s+|at\s+)?(noon|midday|"
            + _CLOCK
            + r")"
            + _CLOCK_END
            + r"?\s*(?:-|–|—|to|and|or|until|till)\s*("
            + _CLOCK
            + r")("
            + _CLOCK_END
            + r")?"
            + _NOT_CLOCK,
        ),
        ("part_noon", r"\b(?:noon|midday|mid-day|12\s+noon)\b"),
        ("part_midnight", r"\bmidnight\b"),
        ("part_first_thing", r"\bfirst\s+thing\b(?:\s+(?:in\s+the\s+)?morning\b)?"),
        (
            "part_before_lunch",
            r"\b(?:before|by|at|around)\s+lunch(?:\s?time)?\b|\blunch\s?time\b|(?<=day )lunch\b|"
            r"(?<=morrow )lunch\b",
        ),
        ("part_after_lunch", r"\bafter\s+lunch(?:\s?time)?\b"),
        (
            "part_end_of_day",
            r"\b(?:(?:the\s+)?(?:very\s+)?(?:end|close)\s+of\s+(?:the\s+|our\s+|my\s+|"
            r"this\s+)?(?:working\s+|business\s+|work\s+|office\s+)?"
            r"(?:day|business|play|work)|eod|e\.o\.d\.?|cob|c\.o\.b\.?|eob|day's\s+end|"
            r"(?:the\s+)?end\s+of(?=\s+(?:today|" + _TOMORROW + "|" + WD + r")))",
        ),
        ("part_evening", r"\b(?<!good )evening\b"),
        ("part_afternoon", r"\b(?<!good )afternoon\b"),
        ("part_morning", r"\b(?<!good )morning\b"),
        (
            "after_clock",
            r"\b(?:after|from|past)\s+(" + _CLOCK + r")(" + _CLOCK_END + r")?" + _NOT_CLOCK,
        ),
        ("clock", r"(?<![\w./:#£$€,-])(" + _CLOCK + r")(" + _CLOCK_END + r")" + _NOT_CLOCK),
        (
            "clock_half",
            r"\b((?:half\s+past|quarter\s+past|(?:a\s+)?quarter\s+to)\s+(?:\d{1,2}|"
            + _HOUR_WORD
            + r"))\b",
        ),
        ("clock_bare", r"(?<![\w./:#£$€,-])(\d{1,2}:\d{2})" + _NOT_CLOCK),
        (
            "clock_after",
            r"\b" + _WORD_BEFORE + r"\s+(?:about\s+|around\s+)?(" + _CLOCK + r")\b" + _NOT_CLOCK,
        ),
    )
]
ANY = re.compile(
    r"\d|day|week|month|hour|hrs?\b|minute|\bmins|clock|noon|"
    r"\b(?:tod|tonig|toni|tom|tm|2m|mon|tue|wed|thu|fri|sat|sun|lunch|morning|afternoon|evening|"
    r"eod|e\.o|eob|cob|"
    r"c\.o|eow|first\s+thing|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|end\s+of|close\s+of|"
    r"half\s+past|"
    r"quarter|midnight|fortnight|teus|sater|firday|moday|(?:by|at|before|than|around|about)\s+"
    + _HOUR_WORD
    + r"|between)"
)
# What must stand in a sentence for a pattern to be worth trying.
HINTS = {
    "day_after": ("after",),
    "end_of_tomorrow": ("end",),
    "today_part": ("this",),
    "tonight": ("toni",),
    "today": ("tod",),
    "next_working_day": (" day",),
    "week_of": ("week",),
    "weekday_of": ("week",),
    "start_of_next_week": ("week",),
    "middle_of_next_week": ("week",),
    "after_weekend": ("weekend",),
    "before_weekend": ("weekend",),
    "weekend": ("weekend",),
    "next_weekend": ("weekend",),
    "week_after_next": ("week",),
    "next_week": ("week",),
    "week_end": ("week", "eow"),
    "end_of_month_named": ("end",),
    "end_of_next_month": ("month",),
    "month_end": ("month",),
    "year_end": ("year",),
    "length_half": ("hour", "day", "week"),
    "length": ("min", "h", "day", "week", "wk", "month"),
    "length_from_now": ("from", "most", "latest", "max"),
    "part_noon": ("noon", "mid"),
    "part_midnight": ("midnight",),
    "part_first_thing": ("thing",),
    "part_before_lunch": ("lunch",),
    "part_after_lunch": ("lunch",),
    "part_evening": ("evening",),
    "part_afternoon": ("noon",),
    "part_morning": ("morning",),
    "part_end_of_day": ("end", "close", "eo", "e.o", "cob", "c.o"),
    "clock_half": ("past", "quarter"),
}
WITH_DIGIT = frozenset(
    {"iso", "day_month", "month_day_named", "full_numeric", "numeric", "month_day", "clock_bare"}
)
DIGIT = re.compile(r"\d")
