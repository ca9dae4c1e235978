"""English: what an agent promises, and when.

Sentence by sentence: somebody of ours (I, we, a colleague, or "you will hear from us") with a verb
that looks ahead, a time in the same clause, and nothing that takes the promise back: a question,
a condition, a hedge, a habit, someone else's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .en_times import Said, times
from .en_words import (
    ADVERBS,
    BASE_VERBS,
    OWN_NOUN,
    PARTICIPLE,
    PARTICIPLES,
    PHRASES,
    SOMEBODY,
    STOP,
    THIRD,
    TRYING,
    UNSTOPPED,
    word_set,
)
from .model import Found
from .sentences import sentences


@dataclass(frozen=True, slots=True)
class _Deed:
    """Somebody of ours doing something: `start` of the subject, `verb` where the verb begins,
    `end` of what belongs to it (the next deed, or the sentence)."""

    start: int
    verb: int
    kind: str
    strength: float = 1.0
    takes: frozenset[str] = frozenset()  # prepositions that are deadlines after this one only
    is_definite: bool = False  # wants a named day: "we ship it within 3 days" is a habit


_FUTURE = (
    r"(?:\s*'\s?ll|\s+ll|\s+(?:wil+|shall)|(?:\s*'m|\s+am|\s*'re|\s+are|\s+is|\s*'s|\s+re|"
    r"\s+m)\s+(?:now\s+|just\s+|also\s+|then\s+|definitely\s+|certainly\s+)*(?:going\s+to|gonna|"
    r"about\s+to|due\s+to|set\s+to))\b"
)
_MIDDLE = (
    r"(?:\s*,?\s+(?:personally|myself|also|then|both|all|here|certainly|definitely|of\s+course|"
    r"too|ourselves|in\s+turn|now|therefore|gladly)\b,?)*"
    r"(?:,\s+(?:who|our|my|the|a|an|from|in)\s+[^,.;?]{2,40},|\s+(?:here\s+)?at\s+[a-z&' ]{2,25}?)?"
)
_WE = r"(?:i|we|" + SOMEBODY + r")"
_PROMISING = (
    r"\b(?:i|we)(?:(?:\s+(?:do|can|hereby|both|also))*\s+(?:promise|guarantee|commit|undertake|"
    r"pledge|agree)|(?:\s*'ve|\s+have)\s+(?:promised|committed|agreed))(?:\s+you)?"
    r"(?:\s+to)\s+"
)
_HEADS = re.compile(
    r"(?P<will>\b" + _WE + _MIDDLE + _FUTURE + r"(?:,\s[a-z\s]{2,25},)?\s+)"
    r"|(?P<ours>\b(?:our|my)\s+(?:[a-z-]+\s+){1,3}?(?:will|'ll|is\s+going\s+to|are\s+going\s+to)\s+"
    r"(?=(?:\w+ly\s+)?(?:call|ring|phone|contact|look|come|repair|fix|check|visit|hand|pick|send|"
    r"refund|ship|answer|speak|"
    r"measure|inspect|install|fit|examine|assess|write|reply|e-?mail|get\s+back|review|pass|"
    r"process|sort|advise|tell|inform|"
    r"replace|give\s+you|bring|prepare|pack|post|dispatch|transfer|reimburse)\b))"
    r"|(?P<ill>(?:^|[.,;:!]\s*|\band\s+|\bso\s+|\bthen\s+|\bbut\s+)ill\s+(?=" + BASE_VERBS + r"\b))"
    r"|(?P<let>\b(?:let|allow)\s+(?:me|us)\s+(?:to\s+)?(?!know\b))"
    r"|(?P<promising>" + _PROMISING + r")"
    r"|(?P<promised>\b" + SOMEBODY + r"\s+(?:has|have)\s+promised\s+(?:(?:me|us|you)\s+)?to\s+)"
    r"|(?P<and_will>\b(?:and|but|then|so|who|which)\s+(?:(?:then|also|so|therefore)\s+)?(?:will|"
    r"'ll|shall|am\s+going\s+to|are\s+going\s+to)\s+)"
    r"|(?P<bare_will>^\W*(?:(?:ok|okay|sure|thanks|thank\s+you|great|right|noted|certainly|"
    r"absolutely|no\s+problem|sorry|yes|hi|hello|perfect|fine|"
    r"understood|got\s+it|and|then|so|but|of\s+course|will\s+do)\W+)*(?:will|shall|gonna|"
    r"going\s+to)\s+(?!(?:i|we|you|it|he|she|they|the|this|that|your|my|our|a|an)\b))"
    r"|(?P<reminder>\b(?:i|we)(?:'ve|\s+have)?\s+(?:just\s+|also\s+|now\s+)?(?:set|put|made|left|"
    r"added|noted|scheduled|marked|created|diarised)\b[^.;?]{0,50}?\b"
    r"(?:reminder|note|diary|calendar|agenda|task|down|alarm)\b[^.;?]{0,30}?\bto\s+(?="
    + BASE_VERBS
    + r"\b))"
    r"|(?P<colleague>\b(?:they|he|she)(?:\s*'ll|\s+will|\s+(?:is|are)\s+going\s+to)\s+)"
    r"|(?P<asked>\b(?:i|we)(?:'ve|\s+have)?\s+(?:just\s+|also\s+)?(?:asked|told|got|"
    r"instructed)\s+(?:[\w'-]+\s+){1,5}?to\s+(?=(?:call|ring|phone|contact|email|e-mail|"
    r"write\s+to|refund|send|ship|get\s+back)\b))"
    r"|(?P<scheduled>\b(?:is|are|'s)\s+(?:now\s+)?(?:scheduled|due|set|planned|"
    r"booked)\s+(?:to\s+(?:be\s+)?|for\s+)"
    r"(?=(?:" + PARTICIPLE + r"|ship|leave|go\s+out|dispatch|despatch|shipping|shipment|refund)\b))"
)
_NAMED = re.compile(
    r"(?<![\w'])(?P<name>[A-Z][a-zà-ž]+(?:\s+[A-Z][a-zà-ž]+)?)(?:,?\s+(?:our|my|from|in|"
    r"at)\s+[^,.;?]{2,40}?,?)?(?:\s+(?:and\s+I|or\s+I))?"
    r"(?:'ll|\s+will|\s+is\s+going\s+to|\s+are\s+going\s+to)\s+"
    r"(?=(?:\w+\s+){0,2}?(?:call|ring|phone|contact|e-?mail|write\s+to|message|refund|send|"
    r"get\s+back\s+to|come\s+back\s+to|reply\s+to|update|inform|answer|give|be\s+in\s+touch|let|"
    r"ship|post|look\s+into|follow\s+up)\b)"
)
_NO_NAME = word_set(
    "You Your It This That The They He She Who What When Where Which Nobody Nothing Delivery "
    "Refund Order Refunds "
    "Orders Customers Someone Somebody Everything And But So Customs Courier Bank If Then"
)
_ING = (
    r"(?P<call>calling|ringing|phoning|giving\s+you\s+a\s+call)|(?P<answer>writing\s+(?:back|"
    r"to\s+you)|replying|getting\s+back|"
    r"coming\s+back\s+to|answering|following\s+up|e-?mailing|updating\s+you|contacting|messaging|"
    r"informing|"
    r"letting\s+you\s+know|sending\s+(?:you\s+)?(?:\w+\s+){0,3}?(?:answer|update|e-?mail|details|"
    r"quote|invoice|label|photos?|link|confirmation)s?\b)|"
    r"(?P<refund>refunding|reimbursing|crediting|repaying|transferring|paying|(?:issuing|"
    r"processing|making|sending|starting)\s+(?:\w+\s+){0,3}?(?:refund|money|payment)\b)|"
    r"(?P<ship>sending|shipping|dispatching|despatching|posting|re-?sending|mailing|delivering|"
    r"replacing|putting\s+\w[\w\s]{0,30}?\bpost|getting\s+\w[\w\s]{0,20}?\b(?:post|out|sent|"
    r"shipped))|"
    r"(?P<other>(?:taking|bringing|picking|collecting|handing|opening|closing|ordering|adding|"
    r"dropping)\s+(?:it|them|this|your|the|a|up)\b|"
    r"coming\s+(?:to\s+you|over|round)|processing|checking|looking\s+into|investigating|fixing|"
    r"repairing|sorting|"
    r"arranging|preparing|cancelling|changing|"
    r"correcting|reviewing|finishing|completing|speaking\s+(?:to|with)|talking\s+to|meeting|"
    r"testing|packing|printing|exchanging|updating)"
)
_PROGRESSIVE = re.compile(
    r"\b"
    + _WE
    + r"(?:'m|'re|'s|\s+am|\s+are|\s+is|\s+will\s+be|'ll\s+be)\s+(?:(?:also|just|now|then|"
    r"already|definitely|therefore)\s+)*(?:" + _ING + r")\b"
)
_GERUND = re.compile(
    r"^\W*(?:(?:ok|okay|sure|thanks|great|right|and|yes|perfect)\W+)*(?:"
    + _ING
    + r")\s+(?:you|it|them|this|that|the|your|a|out|back)\b"
)
_PRESENT = re.compile(
    r"(?<!do )\b(?:i|we)\s+(?:(?:then|also|therefore)\s+)?(?:(?P<call>call|ring|phone)|"
    r"(?P<refund>refund|reimburse|transfer)|"
    r"(?P<ship>ship|send|dispatch|despatch|post|deliver)|(?P<answer>write\s+to|reply\s+to|answer|"
    r"update|inform|e-?mail|get\s+back\s+to|come\s+back\s+to))\s+"
    r"(?:it|them|this|that|these|you|your|both|everything|the)\b"
)
_LEAVES = re.compile(
    r"\b(?P<subject>(?:your|the|this|both|all|a|an|our|another|two|three|my|each|one\s+of)\s+(?:(?!"
    + THIRD
    + r"|(?:and|but|today|tomorrow|tonight|now|so|because|who|you|we|"
    r"i)\b)[\w#'£$€.-]+\s+){1,6}?|it\s*|they\s+|this\s+|that\s+|everything\s+|yours\s+|"
    r"these\s+|"
    r"those\s+|one\s+|which\s+|and\s+|he\s+|order\s+(?:(?:no|nr|number)\.?\s*)?#?\d[\w-]*\s+|"
    r"(?:(?<=^)|(?<=[.,;:–—(] )|(?<=and )|(?<=but )|(?<=so ))(?:full\s+)?(?:refund|payment|"
    r"replacement|parcel|order|invoice|"
    r"reply|answer|update|confirmation|money|credit|label|package)\s+)"
    r"(?:(?P<ship>(?:(?:'ll|will|is\s+going\s+to|are\s+going\s+to|shall)\s+(?:then\s+|also\s+|"
    r"definitely\s+|certainly\s+|now\s+)*(?:ship|leave|go\s+out|go\s+(?:in|into|to|off)\b|depart|"
    r"be\s+leaving|be\s+shipping|be\s+going\s+out)|"
    r"ships|leaves|leave(?=\s+(?:us|our|the\s+warehouse|today|tomorrow|tonight|on|this|first))|"
    r"ship\b|goes\s+(?:out|off|in|into|to)\b|"
    r"(?:is|are|'s)\s+(?:now\s+)?(?:shipping|leaving|going\s+out|going\s+in)|"
    r"is\s+being\s+(?:sent|shipped|dispatched|posted)|gets\s+(?:sent|shipped|posted)))"
    r"|(?P<follow>follows|(?:will|'ll|shall)\s+follow)"
    r"|(?P<answer>(?:is|are|'s)\s+coming|comes|(?:will|'ll|"
    r"shall)\s+(?:come\s+(?:from|to|by|on|tomorrow|today|this)|reach\s+you|"
    r"be\s+with\s+you|be\s+in\s+your\s+(?:inbox|hands|mailbox)|arrive))"
    r"|(?P<money>(?:will|'ll|shall|is\s+going\s+to)\s+(?:be\s+(?:with\s+you|in\s+your|on\s+your|"
    r"back\s+(?:in|on|with)|there|on\s+its\s+way)|reach\s+(?:you|your)|arrive|go\s+(?:out|"
    r"through|back)|leave|hit\s+your)|goes\s+back|(?:is|are)\s+going\s+back)"
    r"|(?P<passive>(?:will|'ll|shall|(?:is|are)\s+going\s+to)\s+(?:(?:then|also|definitely|"
    r"certainly|now|both|all|of\s+course)\s+)*(?:have\s+been|be|get)\s+(?:(?:fully|personally|"
    r"also|manually|then|all|back)\s+)*(?:" + PARTICIPLE + r")\b|"
    r"(?:is|are)\s+being\s+(?:refunded|processed|repaired|packed|prepared|fixed|reviewed|issued)|"
    r"(?:will|'ll)\s+ready))\b"
)
_YOU = re.compile(
    r"\b(?:you(?:\s*'ll|\s+wil+|\s+shall|\s+(?:are|'re)\s+going\s+to)\s+(?:(?:also|then|"
    r"definitely|certainly|of\s+course|all|both|now)\s+)*|(?P<exp>(?:you\s+(?:can|may|should)\s+|"
    r"please\s+|^\W*|,\s*|\band\s+|do\s+)(?:expect|count\s+on|rely\s+on|look\s+out\s+for)\s+))"
    r"(?P<rest>[^;?!]*)"
)
_YOU_KINDS = [
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "",
            r"(?:have|get|receive)\s+(?:to|until|till|\d+|received|time|the\s+(?:right|option|"
            r"chance|opportunity|possibility)|a\s+(?:right|choice)|problems?|questions?|"
            r"issues?)\b",
        ),
        (
            "call",
            r"(?:have|get|receive|be\s+getting|be\s+receiving)?\s*(?:a|my|our|the|"
            r"your)?\s*(?:\w+\s+){0,2}?(?:call|callback|phone\s+call|ring)\b",
        ),
        ("call", r"be\s+(?:called|phoned|rung|telephoned)\b"),
        (
            "answer",
            r"have\s+heard\b|(?:to\s+|be\s+)?hear(?:ing)?\b(?!\s+(?:the|a)\b)|"
            r"(?:to\s+)?hear(?:ing)?\s+(?:back\s+)?from\b",
        ),
        (
            "answer",
            r"be\s+(?:contacted|informed|notified|updated|e-?mailed|told|answered|kept|"
            r"sent\s+(?:an?|the|your)\s+(?:\w+\s+)?(?:e-?mail|link|invoice|label|update|"
            r"confirmation|quote|message))\b",
        ),
        ("refund", r"be\s+(?:refunded|reimbursed|credited|paid|repaid)\b"),
        ("ship", r"be\s+(?:sent|shipped|given)\b"),
        (
            "refund",
            r"(?:(?:have|get|receive|see|be\s+getting|be\s+receiving)\s+)?(?:back\s+)?(?:a|an|"
            r"the|your|my|our|all|full|both|that|every|"
            r"both\s+of\s+your)?\s*(?:\w+\s+){0,3}?(?:refunds?|money|reimbursement|credit|"
            r"repayment|payment|cash|amount|deposit|difference|sum|[£$€]\s?\d[\d.,]*)",
        ),
        (
            "answer",
            r"(?:(?:have|get|receive|be\s+getting|be\s+receiving)\s+)?(?:to\s+have\s+|"
            r"to\s+get\s+)?(?:a|an|the|your|my|our|some|more|another|further|all|that|both|"
            r"any)?\s*(?:(?!" + THIRD + r"|parcel|delivery)[\w-]+\s+){0,3}?"
            r"(?:answers?|reply|replies|response|news|update|updates|feedback|e-?mail|message|"
            r"letter|confirmation|information|info|details|decision|results?|link|number|quote|"
            r"quotation|estimate|offer|proposal|invoice|receipt|"
            r"solution|label|voucher|code|explanation|word|report|outcome|contract|documents?|"
            r"instructions|photos?|statement|certificate|draft|proof)\b",
        ),
        (
            "other",
            r"have\s+(?:it|this|that|everything|them|the\s+\w+|your\s+\w+)\s+(?:sorted|fixed|"
            r"ready|repaired|done|resolved|solved|working|up)\b",
        ),
        (
            "ship",
            r"(?:have|get|receive|be\s+getting|be\s+receiving|be\s+able\s+to\s+(?:collect|"
            r"pick\s+up))\s+(?:(?:a|an|the|your|our|both|all|this|that|these|those|everything|"
            r"them|it|new|another)\b)",
        ),
    )
]
_SHORT_FORMS = re.compile(
    r"(?:^\W*|\s[-–—]\s|:\s)(?:(?:ok|okay|sure|thanks|great|right|yes|"
    r"perfect)\W+)*(?:(?P<answer>(?:be\s+|get(?:ting)?\s+|coming\s+)?back\s+(?:to|with)\s+you|"
    r"update\b(?=\s+(?:by|tom|later|in|on|this|today|within|before))|(?:more\s+)?(?:news|"
    r"info)\b(?=\s+(?:by|tom|later|today|before))|more\s+(?:news|on\s+this|info\w*|details|"
    r"from\s+(?:me|us))|"
    r"(?:my|our|an?|your)\s+(?:\w+\s+)?(?:answer|reply|update|response)\b(?!\s+(?:is|was|has|"
    r"will|to|on\s+the)))"
    r"|(?P<call>call-?back\b(?=\s+(?:tom|on|at|this|later|mon|tue|wed|thu|fri))|(?:speak|"
    r"talk)(?:\s+(?:to|with)\s+you|\s+again|\s+soon|\s+then)?(?=\s+(?:tom|on|"
    r"at|in|next|this|later|mon|tue|wed|thu|fri|first))|(?:my|our|a)\s+call\b(?!\s+(?:is|was|"
    r"has)))"
    r"|(?P<refund>(?:(?:your|the|a|full|my|our)\s+)*refund\b(?=\s+(?:by|on|tom|within|in|today|"
    r"before|at|this|next|comes|goes)))"
    r"|(?P<ship>(?:(?:your|the|a|new|my|our)\s+)*(?:replacement|dispatch|despatch|shipping|"
    r"parcel|order)\s+(?:ships|out|goes\s+out|leaving|in\s+the\s+post|on\s+its\s+way)\b|"
    r"(?:shipping|dispatch|despatch)\b(?=\s+(?:tom|on|today|by|this))))"
)
_GIVE_US = re.compile(
    r"\b(?:give|allow|grant)\s+(?:me|us)\s+(?:(?:a\s+(?:little|"
    r"bit)\s+(?:more\s+)?)?time\s+)?(?=until|till|til)"
)
_BOOKED = re.compile(
    r"\b(?:i|we)(?:'ve|\s+have)\s+(?:just\s+|now\s+|also\s+)?(?:scheduled|booked|arranged|"
    r"set\s+up|planned|put)\s+(?:you\s+)?(?:in\s+)?(?:for\s+)?(?:you\s+)?(?:a|an|the|your|"
    r"our)\s+(?:\w+\s+)?(?:call|callback|call-back|phone\s+call|call\s+back)\b"
    r"|\b(?:your|the|our)\s+(?:call|callback|call-back)\s+is\s+(?:booked|scheduled|set|arranged)\b"
    r"|\bexpect\s+(?:me|us)\s+to\s+(?:call|ring|phone)\b"
)
_WORD_OF_HONOUR = re.compile(
    r"\b(?:i|we)\s+(?:(?:can|do)\s+)?(?:promise|guarantee|owe)\s+(?:you\s+)?(?=(?:an?|the|your|"
    r"my|our)\s+(?:\w+\s+){0,2}?(?P<what>answer|reply|response|update|call|callback|refund|"
    r"solution|decision|replacement|e-?mail)\b)"
)

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
_NOT_CONDITION = re.compile(r"(?:even|as|what|and|but|or|so|only)\s*$")
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
_SAYING = re.compile(r"\b(?:what|how|where)\s*$")
_NEGATION = re.compile(r"(?:not|never|n't|no\s+longer|neither|hardly|unlikely|unable|refuse)\b")
_SUBCLAUSE = re.compile(
    r"\b(?:if|whether|why|how|what|which|who|where|when|because|since|although|while|that|"
    r"as)\s+(?:(?:the|your|our|a|this|my)\s+)?[\w'#-]+(?:\s+[\w'#-]+){0,5}?\s+"
    r"(?:was|were|is|are|has|had|have|did|does|do|can|could|will|would|should|went|came|comes|"
    r"arrives?|arrived|got|wasn't|weren't|isn't|aren't|didn't|hasn't|haven't|might|may|failed|"
    r"gets?|ships?|leaves?|happened|\w+ed)\b"
)
_ENSURES = re.compile(
    r"(?:make|making)\s+sure|ensure|see\s+to\s+it|take\s+care|arrange|confirm|promise|guarantee|"
    r"certain"
)
_OVER = re.compile(
    r"\b(?<!ready for )(?:appointment|meeting|booking|reservation|delivery|collection|visit|"
    r"event|party|wedding|birthday|deadline|holiday|trip|flight|pick-?up|slot|opening|"
    r"sale|webinar|promotion|offer|session|exhibition)\s+(?:date\s+)?(?:to|on|at|for|from|"
    r"of)?\s*(?:the\s+)?$"
)
_TAG = re.compile(
    r"(?:,|[-–—])\s*(?:is\s+(?:that|this)|does\s+(?:that|this|it)|would\s+(?:that|this)|"
    r"ok(?:ay)?|all\s*right|alright|right|if\s+that|deal|agreed|will\s+that|are\s+you|fine|"
    r"good)\b[^,]*\?\s*$"
)
_REPLY_ENDS = re.compile(r"[.!?,;:)\s]+$")
_FAR_SUBJECT = re.compile(
    r"\b(?:i|we)\b(?=\s|')|\b(?P<third>they|he|she|it|"
    + THIRD
    + r")\b|(?P<own>\b"
    + OWN_NOUN
    + r"\b)"
)
_THIRD = re.compile(r"\b" + THIRD + r"\b")
_OWN = re.compile(r"\b" + OWN_NOUN + r"\b")
_MORE_VERBS = re.compile(
    r"(?:,\s*|\s+)(?:and|then|&|or|before|plus|,)\s+(?:(?:then|also|so|after\s+that|will|"
    r"to)\s+)*(?=" + BASE_VERBS + r"\b)"
)
_CLAUSE_BREAK = re.compile(
    r"[;:–—]|\s-\s|,\s+(?=(?:but|and|so|which|because|as|while|although|or)\b)|\s(?=(?:but|"
    r"because|so\s+that|although|while)\s)"
)
_STARTS_CLAUSE = re.compile(r"(?:^|[,;:–—(-]|\b(?:and|but|so|or|then|that|because|please))\W*$")
_OFFER_WORDS = frozenset({"for", "to", "until", "till", "til", "untill", "from"})
_SPACES = re.compile(r"[\t\u00a0\n\r]")


def find(text: str) -> list[Found]:
    """The promises in `text`, in its order; offsets are code points of `text`."""
    found: list[Found] = []
    before = ""
    for offset, sentence in sentences(text):
        lower = _lower(sentence)
        for each in _in_sentence(sentence, lower, before):
            found.append(
                Found(
                    each.start + offset,
                    each.end + offset,
                    each.kind,
                    each.when,
                    each.rank,
                    each.others,
                )
            )
        before = lower
    return found


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _SPACES.sub(" ", lower).replace("’", "'").replace("‘", "'").replace("`", "'")


def _in_sentence(sentence: str, lower: str, before: str) -> Iterator[Found]:
    said = times(sentence, lower)
    if not said:
        return
    deeds = sorted(_deeds(sentence, lower, before), key=lambda deed: (deed.start, -deed.verb))
    deeds = _distinct(deeds)
    if not deeds or _is_question(lower):
        return
    for number, deed in enumerate(deeds):
        end = deeds[number + 1].start if number + 1 < len(deeds) else len(lower)
        begin = deeds[number - 1].verb if number else 0
        if found := _promise(deed, begin, end, said, deeds, lower):
            yield found


def _distinct(deeds: list[_Deed]) -> list[_Deed]:
    """Of readings of the same words the first; a later subject within the same verb goes."""
    kept: list[_Deed] = []
    for deed in deeds:
        if kept and deed.start < kept[-1].verb:
            continue
        kept.append(deed)
    return kept


def _is_question(lower: str) -> bool:
    ends = lower.rstrip(" \n\"')”»")
    return ends.endswith(("?", "?!")) and not _TAG.search(ends)


# --- who does what ---------------------------------------------------------------------------


def _deeds(sentence: str, lower: str, before: str) -> Iterator[_Deed]:
    yield from _future_deeds(sentence, lower, before)
    for pattern in (_PROGRESSIVE, _GERUND, _PRESENT, _SHORT_FORMS):
        for found in pattern.finditer(lower):
            if pattern is _PROGRESSIVE and _is_about_this_letter(found, lower):
                continue
            kind = found.lastgroup or "other"
            yield _Deed(found.start(), found.end(), kind, 0.9, is_definite=pattern is _PRESENT)
    for found in _LEAVES.finditer(lower):
        if deed := _it_happens(found, lower):
            yield deed
            if found.group("passive"):
                yield from _also_happens(deed, lower)
    for found in _YOU.finditer(lower):
        if deed := _you_have(found, lower):
            yield deed
    for found in _GIVE_US.finditer(lower):
        yield _Deed(found.start(), found.end(), "answer", 0.7, frozenset({"until", "till", "til"}))
    for found in _BOOKED.finditer(lower):
        yield _Deed(found.start(), found.end(), "call", 1.0, frozenset({"for", "to"}))
    for found in _WORD_OF_HONOUR.finditer(lower):
        kind = {"call": "call", "callback": "call", "refund": "refund", "replacement": "ship"}
        yield _Deed(found.start(), found.end(), kind.get(found.group("what"), "answer"))


def _is_about_this_letter(found: re.Match[str], lower: str) -> bool:
    """ "I am writing to you today about…" is this letter itself."""
    said = found.group()
    return bool(
        re.search(
            r"(?:am|'m|are|'re)\s+(?:\w+\s+)?(?:writing|contacting|e-?mailing|replying|messaging)",
            said,
        )
    ) and bool(
        re.match(
            r"[\s\w]{0,12}\btoday\b|\s+(?:to|about|regarding|with\s+regard)\b", lower[found.end() :]
        )
    )


def _future_deeds(sentence: str, lower: str, before: str) -> Iterator[_Deed]:
    heads = [
        (found.start(), found.end(), found.lastgroup, found) for found in _HEADS.finditer(lower)
    ]
    for found in _NAMED.finditer(sentence):
        if any(start < found.end() and found.start() < end for start, end, *_ in heads):
            continue
        if found.group("name").split()[0] not in _NO_NAME and not _THIRD.search(
            found.group().lower()
        ):
            heads.append((found.start(), found.end(), "named", found))
    heads.sort(key=lambda head: head[:2])
    for number, (start, end, name, found) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else len(lower)
        if name == "colleague" and not _speaks_of_ours(lower[:start], before):
            continue
        if name == "and_will" and not _speaks_of_us(lower[:start], before):
            continue
        if name in ("will", "asked", "ours") and _THIRD.search(found.group()):
            continue
        if name == "let" and re.match(
            r"(?:me|us)\s+(?:see|explain|say|think|ask|tell|apologi|start|begin|introduce|assure|"
            r"clarify)",
            found.group()[found.group().find(" ") + 1 :] + lower[end : end + 12],
        ):
            continue
        takes = frozenset({"for"}) if name in ("reminder",) else frozenset()
        yield from _verbs(start, end, until, lower, takes)


def _verbs(start: int, end: int, until: int, lower: str, takes: frozenset[str]) -> Iterator[_Deed]:
    """The verb after "will", and those joined to it by "and"."""
    points = [(start, end)]
    points += [(found.start(), found.end()) for found in _MORE_VERBS.finditer(lower, end, until)]
    for number, (at, verb) in enumerate(points):
        stop = points[number + 1][0] if number + 1 < len(points) else until
        kind, trying = _kind(lower[verb:stop])
        if kind == "none" and number == 0 and _NEGATION.match(lower[verb:stop].lstrip()):
            return
        yield _Deed(at, verb, kind, 0.6 if trying else 1.0, takes)


_LEADING = re.compile(ADVERBS)
_FIRST = re.compile(r"[a-z][a-z'-]*")
_FRONT_TIME = re.compile(
    r"(?:(?:by|on|at|before|within|in|this|next|the|end|of|first|thing|today|tomorrow|tom\w+|"
    r"tonight|later|early|latest|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|noon|week|day|"
    r"\d+(?::\d\d)?|hours?|days?|am|pm)\b[\s,]*)+"
)


def _kind(phrase: str) -> tuple[str, bool]:
    """(kind, whether it is only tried) of a verb phrase, "none" for what promises nothing."""
    leading = _LEADING.match(phrase)
    skipped = leading.group() if leading else ""
    rest = phrase[len(skipped) :]
    if (fronted := _FRONT_TIME.match(rest)) and not rest.startswith(("end ", "first ")):
        rest = rest[fronted.end() :]
        again = _LEADING.match(rest)
        rest = rest[again.end() :] if again else rest
    trying = bool(TRYING.search(skipped))
    if _NEGATION.match(rest):
        return "none", trying
    rest = rest[:160]
    if re.match(
        r"(?:ask|tell|request|instruct|get|have|urge|let|expect|need|want)\s+(?:the\s+|our\s+|"
        r"your\s+)?" + THIRD + r"\b[^,;]*?\b(?:to|deliver|collect|call|send|pick|bring)\b",
        rest,
    ):
        return "none", trying
    if re.match(
        r"(?:need|ask|want|expect|require|wait|let|like|have)\s+(?:for\s+)?(?:you|your|"
        r"u)\b(?!\s+(?:know|have|\w+\s+(?:ready|fixed|repaired|sent|shipped|refunded|done|back|"
        r"sorted|replaced)))",
        rest,
    ) and not re.match(r"(?:let\s+(?:you|u)\s+(?:know|have))|have\s+your\b", rest):
        return "none", trying
    for kind, pattern in PHRASES:
        if pattern.match(rest):
            return kind, trying
    first = _FIRST.match(rest)
    if not first:
        return "none", trying
    word = first.group()
    if word == "be" and (done := re.match(r"be\s+(?:\w+\s+)?(\w+ing)\b", rest)):
        return _kind_of_ing(rest[done.start(1) :]), trying
    if word in STOP and not UNSTOPPED.match(rest):
        return "none", trying
    return "other", trying


_ING_KIND = re.compile(_ING)


def _kind_of_ing(rest: str) -> str:
    found = _ING_KIND.match(rest)
    return (found.lastgroup or "none") if found else "none"


def _speaks_of_ours(start: str, before: str) -> bool:
    """Whether "they" are ours: the last people spoken of."""
    context = before + " " + start
    third = [found.start() for found in _THIRD.finditer(context)]
    own = [found.start() for found in _OWN.finditer(context)]
    return bool(own) and (not third or own[-1] > third[-1])


def _speaks_of_us(start: str, before: str) -> bool:
    """Whether the subject that "and will" goes on with is ours."""
    last = None
    for found in _FAR_SUBJECT.finditer(start):
        last = found
    if last is None:
        return not start.strip(" ,.-")
    if last.group("third"):
        return last.group("third") in ("they", "he", "she") and _speaks_of_ours(start, before)
    return True


_REFUND_NOUN = re.compile(
    r"\b(?:refund|money|reimbursement|repayment|credit|payment|difference|amount|deposit|sum|"
    r"cash)s?\b|[£$€]"
)
_AND_DONE = re.compile(
    r"\s(?:and|then)\s+(?:(?:then|also|will\s+be|be)\s+)*(?P<done>" + PARTICIPLE + r")\b"
)
_LEFT = re.compile(r"\b(?:shipped|sent|dispatched|posted|left|handed|on\s+its\s+way|tracking)\b")
_PLACE = re.compile(
    r"\b(?:shop|store|office|showroom|studio|workshop|warehouse|line|hotline|phones?|support|"
    r"desk|department|branch|market|cafe|we|i)\b"
)
_ANSWER_NOUN = re.compile(
    r"\b(?:answer|reply|response|update|news|information|info|details|confirmation|e-?mail|"
    r"message|decision|quote|invoice|results?|feedback|letter|report|solution|offer|more|voucher|"
    r"label|link|code|document|contract|file|receipt|photo)s?\b"
)


def _it_happens(found: re.Match[str], lower: str) -> _Deed | None:
    """ "Your order ships tomorrow", "it will be refunded by Friday": done by us unless said."""
    subject = found.group("subject")
    start, end = found.span()
    by_third = r"\s+(?:\w+\s+){0,4}?(?:by|from)\s+(?:the\s+|your\s+|our\s+)?" + THIRD
    if _THIRD.search(subject) or re.match(by_third, lower[end:]):
        return None
    if found.group("passive"):
        if _PLACE.search(subject) and re.search(r"\b(?:closed|open)", found.group("passive")):
            return None
        done = PARTICIPLES.search(found.group("passive"))
        kind = (done.lastgroup or "other") if done else "other"
        if kind in ("other", "ship") and _REFUND_NOUN.search(subject):
            kind = "refund"
        elif kind in ("other", "ship") and _ANSWER_NOUN.search(subject):
            kind = "answer"
        return _Deed(start, end, kind, 0.9)
    if found.group("ship"):
        kind = "refund" if _REFUND_NOUN.search(subject) else "ship"
        if _ANSWER_NOUN.search(subject):
            kind = "answer"
        return _Deed(start, end, kind, 0.9, is_definite="will" not in found.group("ship"))
    if found.group("money") or found.group("answer") or found.group("follow"):
        if _REFUND_NOUN.search(subject):
            return _Deed(start, end, "refund", 0.9)
        if _ANSWER_NOUN.search(subject) and not re.search(r"parcel|delivery|order", subject):
            return _Deed(start, end, "answer", 0.9)
    if found.group("follow") and not re.match(r"(?:it|this|that|they|and|which)\b", subject):
        return _Deed(start, end, "ship", 0.9)
    return None


def _also_happens(deed: _Deed, lower: str) -> Iterator[_Deed]:
    """ "It will be corrected today and sent to you tomorrow"."""
    for found in _AND_DONE.finditer(lower, deed.verb):
        done = PARTICIPLES.search(found.group("done"))
        yield _Deed(found.start(), found.end(), (done and done.lastgroup) or "other", 0.9)


def _you_have(found: re.Match[str], lower: str) -> _Deed | None:
    """ "You will have your refund by Friday": promised by us, unless somebody else brings it."""
    rest = found.group("rest")
    clause = re.split(r",|\band\b|\bbut\b", rest)[0]
    if re.search(r"\b(?:from|by|via)\s+(?:the\s+|your\s+|our\s+)?" + THIRD, rest) or re.search(
        r"\b(?:courier|" + THIRD + r")\b", lower[: found.start()][-40:]
    ):
        return None
    for kind, pattern in _YOU_KINDS:
        if pattern.match(clause):
            on_its_way = kind == "ship" and _LEFT.search(lower[: found.start()])
            if not kind or on_its_way or (kind == "ship" and found.group("exp")):
                return None
            return _Deed(found.start(), found.start("rest"), kind, 0.95)
    return None


# --- when, and is it meant -------------------------------------------------------------------


def _promise(
    deed: _Deed, begin: int, end: int, said: list[Said], deeds: list[_Deed], lower: str
) -> Found | None:
    if deed.kind == "none":
        return None
    after = [each for each in said if deed.verb <= each.start < end]
    fronted = _fronted(deed, begin, said, lower)
    within = [each for each in said if deed.start <= each.start < deed.verb]
    mine = [
        each
        for each in after
        if _counts(each, deed, lower) and not _is_next_front(each, end, deeds, lower)
    ]
    mine = _first_group(mine, deed, lower)
    front = [each for each in (*fronted, *within) if _counts(each, deed, lower)]
    chosen = [*front, *mine]
    if not chosen or any(each.is_relative for each in chosen):
        return None
    if deed.is_definite and any(each.when.length for each in chosen):
        return None
    if _is_taken_back(deed, chosen, begin, end, lower):
        return None
    whens = _merged([each.when for each in chosen], lower)
    start = min(deed.start, chosen[0].start)
    start += len(lower[start:]) - len(lower[start:].lstrip(" ,.;:!-–—("))
    last = max(each.end for each in chosen)
    stop = last if last > deed.verb else _verb_end(deed.verb, end, lower)
    kind = _told_kind(deed, deeds, said, lower)
    return Found(start, stop, kind, whens[0], _rank(deed, whens), tuple(whens[1:]))


def _verb_end(verb: int, end: int, lower: str) -> int:
    stop = re.compile(r"[,.;:!?\n]").search(lower, verb, end)
    return stop.start() if stop else min(end, len(lower.rstrip()))


def _told_kind(deed: _Deed, deeds: list[_Deed], said: list[Said], lower: str) -> str:
    """ "I'll check tomorrow and let you know": the customer waits for the second."""
    if deed.kind != "other":
        return deed.kind
    at = deeds.index(deed)
    following = deeds[at + 1] if at + 1 < len(deeds) else None
    same = following and re.fullmatch(
        r"[\s,]*(?:and|then|&|so|or)[\s\w]*",
        re.sub(r"\b(?:i|we)\b", "?", lower[following.start : following.verb]),
    )
    if following and same and following.kind not in ("none", "other"):
        has_time = any(each.start >= following.start for each in said)
        return deed.kind if has_time else following.kind
    return "other"


def _rank(deed: _Deed, whens: list) -> float:
    concrete = 0.2 if any(when.at for when in whens) else 0.0
    return deed.strength + concrete - (0.3 if deed.kind == "other" else 0.0)


def _fronted(deed: _Deed, begin: int, said: list[Said], lower: str) -> list[Said]:
    """Times before the subject that belong to it: "By Friday, we will…"."""
    found: list[Said] = []
    edge = deed.start
    for each in reversed(said):
        if not begin <= each.start < deed.start:
            continue
        gap = lower[each.end : edge]
        if not re.fullmatch(
            r"(?:[\s,)–—:-]|\b(?:at\s+the\s+latest|then|or|and|that|yes|so|the\s+latest|or\s+so|"
            r"once\s+again|instead|however|sharp|prompt|exactly|on\s+the\s+dot|already|still|"
            r"even)\b)*(?:on|by|at|before|the|in)?\s*",
            gap,
        ) or (edge == deed.start and re.search(r"\band\s*$", gap)):
            break
        lead = lower[max(0, each.start - 40) : each.start]
        lead = re.sub(
            r"\b(?:by|on|at|before|within|in|(?:no|not)\s+later\s+than(?:\s+the)?|the|as\s+of|"
            r"for)\s*$",
            "",
            lead.rstrip() + " ",
        ).rstrip()
        lead = re.sub(r"\b(?:by|on|at|before|within|in)$", "", lead).rstrip()
        if not _STARTS_CLAUSE.search(lead) and not (found and re.search(r"\b(?:or|and)$", lead)):
            break
        found.insert(0, each)
        edge = each.start
    return found


def _is_next_front(each: Said, end: int, deeds: list[_Deed], lower: str) -> bool:
    """A time that opens the next deed's clause: "…, and on Friday we will…"."""
    following = next((deed for deed in deeds if deed.start == end), None)
    return bool(following) and each in _fronted(following, each.start, [each], lower)


def _counts(each: Said, deed: _Deed, lower: str) -> bool:
    if each.word in _OFFER_WORDS and each.word not in deed.takes:
        ready = re.search(
            r"\b(?:ready|done|finished|repaired|fixed|prepared|there|in\s+time|"
            r"promised)\s+(?:for\s+you\s+)?for\s*$",
            lower[: each.start].removesuffix("the "),
        )
        return each.word == "for" and bool(ready)
    if each.start < deed.verb:
        return True
    between = lower[deed.verb : each.start]
    if _SUBCLAUSE.search(between[between.rfind(",") + 1 :]) and not _ENSURES.search(between):
        return False
    if each.word in ("by", "before", "within", "in") or lower.startswith(
        ("in ", "within "), each.start
    ):
        return True
    left = lower[deed.start : each.start]
    return not _OVER.search(re.sub(r"\b(?:on|at|for)\s*$", "", left.rstrip() + " "))


def _first_group(mine: list[Said], deed: _Deed, lower: str) -> list[Said]:
    """The first time and those joined to it; a later one of another noun is not ours."""
    kept = mine[:1]
    for each in mine[1:]:
        gap = lower[kept[-1].end : each.start]
        joined = re.search(
            r"\b(?:or|and|to|at\s+the\s+latest|latest|no\s+later|not\s+later|i\.e\.)\b|[,–—(-]", gap
        )
        if (joined and len(gap) < 60) or _fills(kept[-1], each, gap):
            kept.append(each)
        else:
            break
    return kept


def _fills(one: Said, other: Said, gap: str) -> bool:
    """Whether a clock time further on belongs to a day said before, or the other way round."""
    has_day = [bool(each.when.day or each.when.length) for each in (one, other)]
    return has_day[0] != has_day[1] and not re.search(r"\b(?:about|regarding|your|the|our)\b", gap)


def _merged(whens: list, lower: str) -> list:
    """Parts of one time said apart made one: "on Monday … by 15:00"."""
    if len(whens) == 2:
        one, other = whens
        if other.day is None and other.length is None and (one.day or one.length) and not one.at:
            return [type(one)(one.day, one.length, other.at, other.part)]
        if one.day is None and one.length is None and other.day and not other.at and not other.part:
            return [type(one)(other.day, other.length, one.at, one.part)]
    return whens


def _is_taken_back(deed: _Deed, chosen: list[Said], begin: int, end: int, lower: str) -> bool:
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
    if _NEGATION.match(lower[deed.verb :].lstrip()):
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


def _is_conditional(deed: _Deed, last: Said, lower: str) -> bool:
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
