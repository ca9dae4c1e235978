"""English: what takes a promise back: a question, a condition, a doubt, a habit."""

from __future__ import annotations

import re

from .en_deeds import NEGATION, Deed
from .en_times import Said

# What takes a promise back.
_CONDITION = re.compile(
    r"\b(?:if|once|as\s+soon\s+as|unless|whenever|provided(?:\s+that)?|providing|assuming|"
    r"subject\s+to|as\s+long\s+as|on\s+condition|depending\s+on|"
    r"otherwise|should\s+you|should\s+(?:the|it|we|your)|in\s+case|in\s+the\s+event|upon|"
    r"on\s+receipt|after\s+(?:you|we|i|the\s+(?!weekend|holiday)|your|it|receiving|receipt|that)|"
    r"when(?!\s+(?:i|we)\s+(?:are|am|'m|'re)\b)|only\s+after|until\s+(?:you|we|the|your|it)|"
    r"in\s+return|had\s+you|were\s+you\s+to|supposing)\b"
    r"(?!\s+(?:again|more|possible|(?:we|i)\s+(?:can|open|get\s+in|start|are\s+back|am\s+back)|"
    r"for\s+all)\b)"
)
_WHETHER = re.compile(
    r"\b(?:check|see|know|ask|find\s+out|confirm|sure|wonder|clarify|tell(?:\s+you)?|establish|"
    r"verify|investigate|look(?:ing)?(?:\s+into)?|say|figure\s+out|decide|inform\s+you|"
    r"understand|exactly|"
    r"and|or|to|about|on|of|out|update(?:\s+you)?(?:\s+on)?|explain)\s*$"
)
_STANDS = re.compile(
    r"\b(?:at\s+the\s+(?:very\s+)?latest|no\s+later\s+than|not\s+later\s+than|either\s+way|"
    r"in\s+any\s+case|in\s+any\s+event|regardless|whatever\s+happens|whether\s+or\s+not|"
    r"even\s+if|if\s+not\s+(?:sooner|before|earlier)|come\s+what\s+may)\b"
)
_SOFT_IF = re.compile(
    r"if\s+(?:not\s+(?:sooner|before|earlier)|(?:you|there)\s+(?:have|are|'?re)\s+(?:any|further|"
    r"more|other)|you\s+(?:need|want|have)\s+(?:anything|something)|anything\s+(?:changes|else))"
)
_OWN_STEP = re.compile(
    r"(?:once|when|after|as\s+soon\s+as)\s+i(?:'ve|\s+have|'m|\s+am|\s+get|\s+know|\s+speak|"
    r"\s+spoke)\b(?!\s+(?:received|got|back\s+the|the))"
)
_BARGAIN = re.compile(  # "send it by Monday and we will…"
    r"\W*(?:(?:please|just|simply|so|kindly|then)\W+)*(?:send|return|reply|order|bring|call|ring|"
    r"write|tell|pay|confirm|fill|drop|post|come|visit|sign|register|book|choose|"
    r"complete|provide|e-?mail|answer|let\s+(?:us|me)\s+(?:know|have)|give\s+(?:us|me)\s+(?!a\b|"
    r"until|till|some|one|two|the)|place|attach|upload|forward|share|pick|quote)\b"
)
_HEDGE = re.compile(
    r"\b(?:hopefully|perhaps|maybe|possibly|probably|presumably|all\s+being\s+well|with\s+(?:any|"
    r"a\s+bit\s+of|a\s+little)\s+luck|fingers\s+crossed|if\s+possible|ideally|most\s+likely|"
    r"likely|"
    r"in\s+theory|theoretically|might|may\s+(?:be|not)|would\s+(?:like|love|hope)|not\s+sure|"
    r"no\s+guarantee|i'?d\s+guess|at\s+a\s+guess|if\s+all\s+goes\s+well|god\s+willing)\b"
)
_HABIT = re.compile(
    r"\b(?:usually|normally|typically|generally|as\s+a\s+rule|on\s+average|always|every|"
    r"tend\s+to|our\s+policy|in\s+general|in\s+most\s+cases|ordinarily|weekdays|"
    r"(?:all|any|each|most)\s+(?!of|your|the|these|those|my|our|this|that|in|being|"
    r"along|two|three|four|both|\d)(?:\w+\s+)?(?:orders?|requests?|e-?mails?|messages?|enquiries|"
    r"inquiries|questions|"
    r"returns?|refunds?|customers?|parcels?|calls?|items?|complaints?|claims?)|"
    r"under\s+our\s+(?:terms|policy)|according\s+to\s+our\s+(?:terms|policy)|our\s+terms|"
    r"by\s+default|standard)\b"
)
_BARE_PLURAL = re.compile(
    r"^\W*(?:orders|order(?!\s*(?:no|number|nr|#|\d))|refunds|returns|parcels|items|requests|"
    r"customers|replacements|complaints|"
    r"claims|messages|e-?mails|anything|purchases|exchanges|enquiries|deliveries|packages)\b"
)
_DOUBTED = re.compile(
    r"\b(?:love|like|tempted|able)\s+to\s+(?:say|promise|tell|guarantee)\b[^.;:,]{0,15}$|"
    r"\bno\s+(?:way|chance|guarantee|promise)(?:\s+that)?\s*$|\b(?:can't|cannot|can\s+not|"
    r"couldn't|don't|do\s+not|won't|will\s+not|unable\s+to|not\s+able\s+to|not|hard\s+to|"
    r"difficult\s+to|impossible\s+to|never)\s+(?:\w+\s+){0,2}?"
    r"(?:promise|guarantee|say|think|know|believe|expect|be\s+sure|certain|sure|confirm|tell|"
    r"commit|see|predict)\b[^.;:,]{0,30}$"
    r"|\b(?:hope|hoping|hopeful|wish|think|guess|assume|assuming|suppose|reckon|imagine|doubt|"
    r"wonder|wondering|perhaps|maybe|hopefully|possible|likely|unlikely|confident)(?:\s+(?:that|"
    r"if|whether))?\s*$"
    r"|\b(?:told|(?<!be )(?<!rest )assured|promised|said|wrote|informed|claimed|thought|"
    r"mentioned|understood|"
    r"were\s+told|believed|hoped|expected)(?:\s+(?:you|me|us|him|her|them))?(?:\s+(?:that|"
    r"yesterday|before|earlier|already))*\s*$"
    r"|\b(?:if|whether|unless|until|before|in\s+case|should|would|could|than|how|why|where|what|"
    r"whom|ask\s+you\s+that)\s*(?:and\s+)?$"
)
_TAG = re.compile(
    r"(?:,|[-–—])\s*(?:is\s+(?:that|this)|does\s+(?:that|this|it)|would\s+(?:that|this)|"
    r"ok(?:ay)?|all\s*right|alright|right|if\s+that|deal|agreed|will\s+that|are\s+you|fine|"
    r"good)\b[^,]*\?\s*$"
)
_CLAUSE_BREAK = re.compile(
    r"[;:–—]|\s-\s|,\s+(?=(?:but|and|so|which|because|as|while|although|or)\b)|\s(?=(?:but|"
    r"because|so\s+that|although|while)\s)"
)


def is_question(lower: str) -> bool:
    ends = lower.rstrip(" \n\"')”»")
    return ends.endswith(("?", "?!")) and not _TAG.search(ends)


def is_taken_back(deed: Deed, chosen: list[Said], begin: int, end: int, lower: str) -> bool:
    first, last = chosen[0], chosen[-1]
    left = lower[: deed.start]
    clause_start = _clause_start(min(deed.start, first.start), lower)
    lead = (
        re.sub(
            r"\b(?:by|on|at|before|within|in|(?:no|not)\s+later\s+than)\s*$",
            "",
            lower[: first.start],
        )
        if first.start < deed.start
        else left
    )
    if _DOUBTED.search(left.rstrip() + " ") or _DOUBTED.search(lead.rstrip() + " "):
        return True
    if NEGATION.match(lower[deed.verb :].lstrip()):
        return True
    span = lower[clause_start : max(deed.verb, first.start)]
    tail = lower[last.end : min(len(lower), last.end + 60)]
    if _HEDGE.search(span) or re.match(
        r"[\s,(–—-]*(?:hopefully|i\s+hope|we\s+hope|with\s+luck|all\s+being\s+well|fingers|"
        r"if\s+possible|i\s+think|probably|perhaps|maybe)\b",
        tail,
    ):
        return True
    around = lower[clause_start : max(deed.verb, last.end)]
    if _HABIT.search(around) or (_BARE_PLURAL.search(lower) and deed.start < 60):
        return True
    if _BARGAIN.match(lower) and re.search(r"(?:\band|[–—-])\s*$", left.rstrip() + " "):
        return True
    return _is_conditional(deed, last, lower)


def _clause_start(at: int, lower: str) -> int:
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(lower, 0, at)]
    return breaks[-1] if breaks else 0


def _is_conditional(deed: Deed, last: Said, lower: str) -> bool:
    if _STANDS.search(lower, deed.start):
        return False
    for found in _CONDITION.finditer(lower):
        left = lower[: found.start()].rstrip()
        word = found.group()
        if (
            word in ("if", "when")
            and _WHETHER.search(left + " ")
            and (found.start() > deed.start or not left.endswith(("and", "or", "but")))
            and not left.endswith((" and", " but", " or", " to", " on", " of", " out", " about"))
        ):
            continue
        if left.endswith(("even", " as", "what")) and word == "if":
            continue
        if word.startswith("in case") and found.start() > deed.start:
            continue
        if _SOFT_IF.match(lower, found.start()) and found.start() > deed.start:
            continue
        if _OWN_STEP.match(lower, found.start()) and not last.when.length:
            continue
        if found.start() > deed.verb:
            if (
                word != "if"
                and found.start() < last.start
                and not last.when.length
                and "," in lower[found.end() : last.start]
            ):
                continue  # "I'll text you when I leave, on Thursday at the latest"
            if re.search(r"(?:[;:–—]|,?\s(?:and|but|so)|\.)\s*$", lower[: found.start()]):
                continue  # ", and if…" is the next thought
            if _after_next_thought(max(deed.verb, last.end), found.start(), lower):
                continue
            return True
        if word == "otherwise" and " and " in lower[found.end() : deed.start + 1]:
            continue
        if not _is_over(found.end(), min(deed.start, last.start), lower):
            return True
    return False


def _after_next_thought(start: int, at: int, lower: str) -> bool:
    """Whether another main clause begins between the promise and the condition."""
    return bool(
        re.search(
            r"(?:[;:–—]|,?\s(?:and|but|so)\s+(?:please|you|the|let|just|feel|do|your|we|i)\b)",
            lower[start:at],
        )
    )


def _is_over(start: int, deed: int, lower: str) -> bool:
    """Whether a condition said earlier has had its own main clause before the promise."""
    between = lower[start:deed]
    return bool(re.search(r"[;–—]", between)) or bool(
        re.search(r",\s+(?:please|just|you|let|do|feel)\b.*,?\s+(?:and|but)\s*$", between)
        or (lower[:start].count(" ") > 2 and re.search(r"[,;]\s*(?:and|but|so|then)\s*$", between))
    )
