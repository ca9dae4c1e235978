"""English: who promises, as patterns: somebody of ours with a verb that looks ahead.

"I will", "our fitter will", "you'll hear from us", "your order leaves tomorrow", "back to you by".
"""

from __future__ import annotations

import re

from .en_words import BASE_VERBS, PARTICIPLE, SOMEBODY, THIRD, word_set

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
HEADS = re.compile(
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
    r"|(?P<planned>\b(?:i|we)(?:'ve|\s+have)\s+(?:now\s+|just\s+|also\s+)?(?:scheduled|planned|"
    r"booked|set)\s+"
    r"(?:it|them|your|the|both|this)\b[\w\s-]{0,30}?\s(?:in\s+)?to\s+(?=go\s+out|be\s+(?:sent|"
    r"shipped|dispatched|posted|refunded)|ship|leave)\b)"
    r"|(?P<colleague>\b(?:they|he|she)(?:\s*'ll|\s+will|\s+(?:is|are)\s+going\s+to)\s+)"
    r"|(?P<asked>\b(?:i|we)(?:'ve|\s+have)?\s+(?:just\s+|also\s+)?(?:asked|told|got|"
    r"instructed)\s+(?:[\w'-]+\s+){1,5}?to\s+(?=(?:call|ring|phone|contact|email|e-mail|"
    r"write\s+to|refund|send|ship|get\s+back)\b))"
    r"|(?P<scheduled>\b(?:is|are|'s)\s+(?:now\s+)?(?:scheduled|due|set|planned|"
    r"booked)\s+(?:to\s+(?:be\s+)?|for\s+)"
    r"(?=(?:" + PARTICIPLE + r"|ship|leave|go\s+out|dispatch|despatch|shipping|shipment|refund)\b))"
)
NAMED = re.compile(
    r"(?<![\w'])(?P<name>[A-Z][a-zà-ž]+(?:\s+[A-Z][a-zà-ž]+)?)(?:,?\s+(?:our|my|from|in|"
    r"at)\s+[^,.;?]{2,40}?,?)?(?:\s+(?:and\s+I|or\s+I))?"
    r"(?:'ll|\s+will|\s+is\s+going\s+to|\s+are\s+going\s+to)\s+"
    r"(?=(?:\w+\s+){0,2}?(?:call|ring|phone|contact|e-?mail|write\s+to|message|refund|send|"
    r"get\s+back\s+to|come\s+back\s+to|reply\s+to|update|inform|answer|give|be\s+in\s+touch|let|"
    r"ship|post|look\s+into|follow\s+up)\b)"
)
NO_NAME = word_set(
    "You Your It This That The They He She Who What When Where Which Nobody Nothing Delivery "
    "Refund Order Refunds "
    "Orders Customers Someone Somebody Everything And But So Customs Courier Bank If Then"
)
ING = (
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
PROGRESSIVE = re.compile(
    r"\b"
    + _WE
    + r"(?:'m|'re|'s|\s+am|\s+are|\s+is|\s+will\s+be|'ll\s+be)\s+(?:(?:also|just|now|then|"
    r"already|definitely|therefore)\s+)*(?:" + ING + r")\b"
)
GERUND = re.compile(
    r"^\W*(?:(?:ok|okay|sure|thanks|great|right|and|yes|perfect)\W+)*(?:"
    + ING
    + r")\s+(?:you|it|them|this|that|the|your|a|out|back)\b"
)
PRESENT = re.compile(
    r"(?<!do )\b(?:i|we)\s+(?:(?:then|also|therefore)\s+)?(?:(?P<call>call|ring|phone)|"
    r"(?P<refund>refund|reimburse|transfer)|"
    r"(?P<ship>ship|send|dispatch|despatch|post|deliver)|(?P<answer>write\s+to|reply\s+to|answer|"
    r"update|inform|e-?mail|get\s+back\s+to|come\s+back\s+to))\s+"
    r"(?:it|them|this|that|these|you|your|both|everything|the)\b"
)
LEAVES = re.compile(
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
YOU = re.compile(
    r"\b(?:you(?:\s*'ll|\s+wil+|\s+shall|\s+(?:are|'re)\s+going\s+to)\s+(?:(?:also|then|"
    r"definitely|certainly|of\s+course|all|both|now)\s+)*|(?P<exp>(?:you\s+(?:can|may|should)\s+|"
    r"please\s+|^\W*|,\s*|\band\s+|do\s+)(?:expect|count\s+on|rely\s+on|look\s+out\s+for)\s+))"
    r"(?P<rest>[^;?!]*)"
)
YOU_KINDS = [
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
SHORT_FORMS = re.compile(
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
GIVE_US = re.compile(
    r"\b(?:give|allow|grant)\s+(?:me|us)\s+(?:(?:a\s+(?:little|"
    r"bit)\s+(?:more\s+)?)?time\s+)?(?=until|till|til)"
)
BOOKED = re.compile(
    r"\b(?:i|we)(?:'ve|\s+have)\s+(?:just\s+|now\s+|also\s+)?(?:scheduled|booked|arranged|"
    r"set\s+up|planned|put)\s+(?:you\s+)?(?:in\s+)?(?:for\s+)?(?:you\s+)?(?:a|an|the|your|"
    r"our)\s+(?:\w+\s+)?(?:call|callback|call-back|phone\s+call|call\s+back)\b"
    r"|\b(?:your|the|our)\s+(?:call|callback|call-back)\s+is\s+(?:booked|scheduled|set|arranged)\b"
    r"|\bexpect\s+(?:me|us)\s+to\s+(?:call|ring|phone)\b"
)
WORD_OF_HONOUR = re.compile(
    r"\b(?:i|we)\s+(?:(?:can|do)\s+)?(?:promise|guarantee|owe)\s+(?:you\s+)?(?=(?:an?|the|your|"
    r"my|our)\s+(?:\w+\s+){0,2}?(?P<what>answer|reply|response|update|call|callback|refund|"
    r"solution|decision|replacement|e-?mail)\b)"
)
