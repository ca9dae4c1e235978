"""English: the words of promising, by what is promised, and the words that take a promise back."""

from __future__ import annotations

import re


def word_set(words: str) -> frozenset[str]:
    """The words of a line written for people to read."""
    return frozenset(words.split())


THIRD = (  # whoever is not us: their dates are not ours to promise
    r"(?:dpd|dhl|ups|usps|gls|hermes|evri|yodel|fedex|tnt|inpost|royal\s+mail|parcelforce|"
    r"an\s?post|"
    r"deutsche\s+post|poczta\s+polska|poste?nl|correos|la\s+poste|packeta|zasilkovna|cdek|"
    r"post\s?office|postman|postal\s+service|courier\w*|carriers?|couriers|delivery\s+(?:company|"
    r"driver|service|partner|"
    r"team|firm)|(?<!our )drivers?|haulier|freight\s+company|customs|banks?|card\s+(?:issuer|"
    r"company|"
    r"provider)|payment\s+provider|"
    r"paypal|klarna|stripe|visa|mastercard|apple\s+pay|suppliers?|manufacturers?|makers?|"
    r"producers?|factory|wholesaler|vendor|importer|publisher|insurers?|insurance|"
    r"shipping\s+(?:company|line|partner)|"
    r"logistics\s+(?:company|partner)|marketplace|amazon|ebay|etsy|zalando|allegro|tax\s+office|"
    r"landlord|police)"
)
OWN_NOUN = (
    r"(?:team|colleagues?|manager|managers|director|boss|supervisor|assistant|department|dept|"
    r"desk|staff|"
    r"specialists?|technicians?|engineers?|experts?|advisors?|advisers?|agents?|accountants?|"
    r"workshop|"
    r"warehouse|studio|kitchen|office|store|shop|support|people|folks|designers?|developers?|"
    r"tailor|seamstress|"
    r"jeweller|watchmaker|repairer|accounts|finance|accounting|billing|bookkeeper|bookkeeping|"
    r"(?:customer|technical|returns?|refunds?|sales|warranty|complaints?|shipping|"
    r"dispatch)(?:\s+(?:team|department|desk|service|care))?|"
    r"owner|founder|lead|leader|head\s+of\s+\w+|representative|rep)"
)
SOMEBODY = (
    r"(?:(?:my|our|the|a|an|one\s+of\s+(?:my|our|the)|another|some(?:one|body)\s+(?:from|in|on|"
    r"at|of)\s+(?:our|the|my)|"
    r"(?:a\s+)?members?\s+of\s+(?:our|the|my))\s+(?:[a-z-]+\s+){0,2}?"
    + OWN_NOUN
    + r"(?:'s\s+team)?"
    r"(?:\s+(?:from|in|at|of|for)\s+(?:the\s+|our\s+)?[a-z]+(?:\s+(?:team|department|desk|"
    r"office))?)?"
    r"(?:,?\s+[a-z]+(?:\s+[a-z]+)?(?=,?\s+(?:will|'ll|is|shall|has\s+promised)\b|,\s+who\b)),?|"
    r"(?:my|our|the|a|an|one\s+of\s+(?:my|our|the)|another|some(?:one|body)\s+(?:from|in|on|at|"
    r"of)\s+(?:our|the|my)|"
    r"(?:a\s+)?members?\s+of\s+(?:our|the|my))\s+(?:[a-z-]+\s+){0,2}?" + OWN_NOUN + r"|"
    r"some(?:one|body)(?:\s+(?:else|here))?|one\s+of\s+us|both\s+of\s+us|"
    r"customer\s+(?:service|care|support)|accounts|finance|billing|accounting|returns|"
    r"everyone\s+here)"
)

_YOU = r"(?:you|u|him|her|them|your\s+\w+)"
_DOCUMENT = (
    r"(?:e-?mails?|messages?|mail|texts?|sms|letters?|notes?|lines?|updates?|reply|replies|"
    r"answers?|responses?|details?|"
    r"information|info|news|quotes?|quotations?|estimates?|offers?|proposals?|invoices?|"
    r"receipts?|bills?|"
    r"confirmations?|photos?|pictures?|images?|videos?|links?|labels?|tracking|numbers?|files?|"
    r"pdfs?|documents?|documentation|copy|copies|"
    r"instructions?|lists?|contracts?|forms?|codes?|vouchers?|summary|reports?|results?|"
    r"decisions?|feedback|dates?|"
    r"times?|schedule|drafts?|proofs?|samples?\s+photos?|measurements|statement|word|solution|"
    r"explanation|"
    r"confirmation|prices?|certificate|manual|guide|notification)"
)
_MONEY = (
    r"(?:refund\w*|reimburse\w*|money|credit(?:\s+note)?|repayment|payment|cash\s?back|amount|"
    r"difference|compensation|"
    r"deposit|balance|sum|transfer|postage\s+costs?|[£$€]\s?\d[\d.,]*|\d[\d.,]*\s?(?:euros?|"
    r"pounds?|dollars?|eur|usd|gbp|pln|zł|£|\$|€))"
)
_PARTICIPLE = {
    "refund": r"refunded|reimbursed|credited|repaid|paid(?:\s+(?:out|back))?|transferred",
    "ship": r"sent(?:\s+out)?|shipped|dispatched|despatched|posted|mailed|re-?sent|"
    r"re-?shipped|couriered|replaced|"
    r"handed\s+(?:over\s+)?to|in\s+the\s+post|on\s+(?:its|their|the)\s+way|"
    r"out\s+(?:of\s+the\s+door|to\s+you|for\s+delivery)",
    "call": r"called(?:\s+back)?|phoned|rung|telephoned",
    "answer": r"contacted|informed|notified|updated|e-?mailed|answered|replied\s+to|confirmed|told|"
    r"written\s+to|kept\s+(?:posted|updated|informed)",
    "other": r"ready|fixed|repaired|mended|resolved|sorted(?:\s+out)?|solved|done|finished|"
    r"completed?|cancell?ed|changed|"
    r"corrected|processed|issued|packed|prepared|reviewed|checked|activated|restored|"
    r"delivered\s+by\s+us|"
    r"arranged|booked|added|removed|amended|made|installed|exchanged|looked\s+(?:at|into)|"
    r"dealt\s+with|"
    r"handled|put\s+right|taken\s+care\s+of|investigated|set\s+up|reinstated|unlocked|deleted|"
    r"closed|"
    r"cleaned|polished|altered|engraved|printed|tested|inspected|reactivated|assembled|collected|"
    r"in\s+place|approved|signed",
}
PARTICIPLES = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _PARTICIPLE.items())
)
PARTICIPLE = "(?:" + "|".join(_PARTICIPLE.values()) + ")"

# What a verb phrase promises, by its first words; the first pattern that fits decides.
_PHRASES: list[tuple[str, str]] = [
    (
        "",
        r"(?:call|ring|phone|speak|talk|write|e-?mail|contact|chase|message)\s+(?:to\s+|"
        r"with\s+)?(?:the\s+|our\s+|your\s+|my\s+)?"
        r"(?:local\s+|own\s+)?(?!(?:you|u)\b)(?:"
        + THIRD
        + r"|warehouse|workshop|team|colleagues?|"
        + OWN_NOUN
        + r")\b",
    ),
    (
        "call",
        r"(?:call|phone|ring|telephone|facetime)\b(?!\s+(?:off|in\b(?!\s+(?:the|an?|\d))|it|for))",
    ),
    (
        "call",
        r"(?:give|drop)\s+"
        + _YOU
        + r"\s+(?:a\s+|another\s+|an?\s+\w+\s+|my\s+)?(?:call|ring|bell|buzz|phone\s+call|"
        r"tinkle|shout|callback)\b",
    ),
    (
        "ship",
        r"have\s+(?!\w+\s+(?:money|refund|answer|reply))(?:your|the|a|this|it|"
        r"them)\b[\w\s-]{0,30}?\s(?:with|to|over\s+to)\s+you\b|get\s+(?!\w+\s+(?:money|refund|"
        r"answer|"
        r"reply|invoice|quote))(?:it|them|your|the|this|these)\b[\w\s-]{0,30}?\s(?:over\s+|out\s+|"
        r"across\s+)?to\s+you\b",
    ),
    (
        "other",
        r"be\s+(?:with|at)\s+you\b|be\s+there\s+(?=at|by|on|before|between|tom)|see\s+that\b",
    ),
    ("ship", r"have\s+(?:re-?)?(?:shipped|sent|dispatched|posted)\b"),
    ("refund", r"have\s+(?:refunded|reimbursed|credited|paid|transferred)\b"),
    ("answer", r"have\s+(?:written|replied|answered|contacted|e-?mailed|informed)\b"),
    ("refund", r"be\s+refunded\b"),
    (
        "ship",
        r"go\s+out\b|leave\s+(?:us|our\s+warehouse|the\s+warehouse)|be\s+(?:sent|shipped|dispatched|posted)\b",
    ),
    ("other", r"have\s+(?:a|another)\s+(?:\w+\s+)?(?:look|word|chat|think|check)\b"),
    ("ship", r"(?:have|get|ask)\s+our\s+\w+\s+(?:to\s+)?(?:drop|bring|deliver|take)\b|swap\b"),
    (
        "other",
        r"have\s+(?:been\s+)?(?:[a-z]+ed|spoken|written|sent|made|done|found|got|taken|paid|put)\b",
    ),
    ("answer", r"check\s+(?:back\s+)?in\s+with\s+you"),
    ("call", r"be\s+on\s+the\s+(?:phone|line)|return\s+your\s+(?:phone\s+)?call"),
    ("call", r"(?:speak|talk|chat)\s+(?:to|with)\s+you\b"),
    (
        "call",
        r"(?:reach|contact|get\s+hold\s+of)\s+you\s+(?:by|on\s+the|on\s+your|via)\s+(?:phone|"
        r"telephone|mobile|number)",
    ),
    (
        "call",
        r"(?:be\s+in\s+touch|get\s+in\s+touch|get\s+back(?:\s+to\s+you)?|come\s+back\s+to\s+you|"
        r"follow\s+up)(?:\s+with\s+you)?\s+by\s+(?:tele)?phone",
    ),
    (
        "call",
        r"(?:schedule|book|arrange|set\s+up|make|have|organi[sz]e)\s+(?:a|the|another|"
        r"our)\s+(?:\w+\s+)?(?:call|callback|phone\s+call)\b",
    ),
    (
        "call",
        r"(?:ask|have|get|tell)\s+(?:(?!(?:the|your)\s+"
        + THIRD
        + r")[\w,.'-]+\s+){1,6}?(?:to\s+)?(?:call|phone|ring)\s+you\b",
    ),
    (
        "answer",
        r"(?:ask|have|get|tell)\s+(?:(?!(?:the|your)\s+"
        + THIRD
        + r")[\w,.'-]+\s+){1,6}?(?:to\s+)?(?:contact|e-?mail|write\s+to|message|"
        r"get\s+back\s+to|update|reply\s+to|answer)\s+you\b",
    ),
    ("refund", r"(?:refund|reimburse|repay|credit)\b"),
    ("refund", r"pay\s+(?:you|it|this|that|out|back|the|your|for)\b"),
    (
        "refund",
        r"(?:issue|process|make|send|start|initiate|arrange|complete|release|trigger|transfer|"
        r"get|put|do|give|return|authori[sz]e|"
        r"submit|raise|request|approve|finali[sz]e|have|wire|organi[sz]e|book)\b(?:\s+(?:you|"
        r"back|through|over|out|on|off))?(?:\s+(?:a|an|the|your|you|that|this|it|both|full|"
        r"partial|back|for|remaining|whole|total|promised|outstanding|other|missing|our|my|all|"
        r"of))*\s+" + _MONEY,
    ),
    (
        "answer",
        r"(?:send|e-?mail|mail|forward|share|provide|give|get|attach|prepare|have|bring|pass|"
        r"issue|resend|re-send|supply|text|post\s+you\s+an?)\b(?:\s+(?:you|u|over|on|across|"
        r"through|out|to|with|them|him|her|back))?"
        r"(?:\s+(?:a|an|the|your|you|that|this|it|both|full|some|more|all|my|our|any|these|those|"
        r"further|new|first|next|final|definite|proper|detailed|"
        r"written|complete|corrected|updated|proforma|pro-forma|return|returns|tracking|proper|"
        r"clear|short|quick|revised|exact|few|two|three|and|with|requested|another|"
        r"missing|current|latest|free|prepaid|pre-paid|pdf|signed|firm|vat|better|"
        r"replacement\s+cost|good|promised|discount|reset|payment|status|follow-up|separate|"
        r"delivery|order))*\s+" + _DOCUMENT + r"\b",
    ),
    (
        "answer",
        r"(?:write|reply|respond|answer|text|message|contact|inform|update|notify|tell|advise|"
        r"confirm|report|clarify|reach\s+out|"
        r"revert|feed\s*back|feedback|announce|explain|acknowledge|ping|brief)\b",
    ),
    ("answer", r"e-?mail\b"),
    ("answer", r"let\s+(?:you|u)\s+(?:know|have)\b"),
    (
        "answer",
        r"(?:get|come|be|circle|report|go|return|respond|revert|write|come\s+straight|"
        r"get\s+right|come\s+right)\s+(?:right\s+|straight\s+)?back\s+(?:to|with|in\s+touch)\b",
    ),
    (
        "answer",
        r"(?:get|come|be|write)\s+back\b(?=\s*(?:,|\.|;|!|$|with|by|on|tom|to|later|this|next|"
        r"within|in|before|first|and|at))(?!\s+(?:in|at|on)\s+(?:the\s+)?(?:office|store|shop|"
        r"work|stock|desk))(?!\s*(?:on|next|tom\w+|by|at)\b(?!.*\byou\b)(?<=be back))",
    ),
    ("answer", r"(?:be|get|keep|stay)\s+in\s+(?:touch|contact)\b"),
    (
        "answer",
        r"follow\s+(?:this\s+|it\s+|that\s+)?up\b|touch\s+base\b|circle\s+back\b|"
        r"return\s+to\s+you\b|drop\s+you\s+(?:a|an)\b",
    ),
    ("answer", r"(?:keep|have)\s+you\s+(?:posted|updated|informed|in\s+the\s+loop|briefed)"),
    (
        "answer",
        r"(?:get|have|give|find|bring)\b[^.;]{0,40}?\b(?:answers?|reply|response|update|news|"
        r"decision|feedback|solution|quote|clarity|outcome)\b",
    ),
    (
        "ship",
        r"(?:ship|dispatch|despatch|post|re-?send|re-?ship|courier|deliver|replace|mail|express)\b",
    ),
    (
        "ship",
        r"(?:have|get|make\s+sure|ensure|see\s+(?:to\s+it\s+)?that)\b[^.;]{0,60}?\b(?:"
        + _PARTICIPLE["ship"]
        + r"|in(?:to)?\s+the\s+post|to\s+the\s+(?:post|courier)|shipped|out\s+to\s+you)\b",
    ),
    (
        "refund",
        r"(?:have|get|make\s+sure|ensure|see\s+(?:to\s+it\s+)?that)\b[^.;]{0,60}?\b(?:"
        + _PARTICIPLE["refund"]
        + r"|refund)\b",
    ),
    (
        "call",
        r"(?:have|make\s+sure|ensure|see\s+(?:to\s+it\s+)?that)\b[^.;]{0,60}?\b(?:calls?\s+you|"
        r"phones?\s+you|rings?\s+you|you\s+(?:are|get)\s+called)\b",
    ),
    (
        "answer",
        r"(?:have|make\s+sure|ensure|"
        r"see\s+(?:to\s+it\s+)?that)\b[^.;]{0,60}?\b(?:contacts?\s+you|you\s+(?:are|"
        r"get)\s+(?:contacted|informed)|you\s+(?:hear|have\s+(?:an?|your)\s+(?:answer|reply)))\b",
    ),
    (
        "other",
        r"send\s+(?:you\s+)?(?:an?|our|the|one\s+of\s+our)\s+(?:\w+\s+)?(?:engineers?|"
        r"technicians?|couriers?|drivers?|plumber|van|fitters?|colleagues?|carpenter|"
        r"electrician)\b|send\s+(?:someone|somebody)",
    ),
    ("ship", r"send\b"),
    (
        "other",
        r"have\s+(?:it|that|this|them|one|everything)\s+(?:for|to|with)\s+you\b|"
        r"have\s+one\s+(?=by|on|tom|before|within)",
    ),
    (
        "ship",
        r"(?:put|get|drop|take|bring|hand|pop|give|pass)\b[^.;]{0,40}?\b(?:post|courier|way|"
        r"parcel\s+shop|post\s+office|carrier|mail|dpd|dhl|ups)\b",
    ),
    (
        "other",
        r"have\s+(?:it|this|that|them|these|everything|all|your\s+[\w\s-]{1,30}?|"
        r"the\s+[\w\s-]{1,30}?|both|a\s+[\w\s-]{1,30}?|someone|somebody|my\s+\w+|"
        r"our\s+[\w\s]{1,20}?)\s+"
        r"(?:[a-z]+ed|ready|done|sorted|look|check|live|online|in\s+place|set|fix|repair|back|"
        r"made|up\s+and\s+running|review|inspect|prepare|arrange)\b",
    ),
    (
        "other",
        r"(?:get|make\s+sure|ensure|see\s+to)\s+(?:it|this|that|them|these|everything|"
        r"your\s+[\w\s-]{1,30}?|the\s+[\w\s-]{1,30}?|my\s+\w+|our\s+[\w\s]{1,20}?|a\s+\w+|"
        r"someone)\b",
    ),
    (
        "other",
        r"be\s+(?:working|looking\s+(?:into|at)|checking|investigating|reviewing|fixing|"
        r"repairing|changing|updating|processing|preparing|finishing)\b",
    ),
]
PHRASES = [(kind or "other", re.compile(pattern)) for kind, pattern in _PHRASES]

# Verbs that state or wait rather than promise a deed ("I'll be in the office on Monday").
STOP = word_set(
    "be have need wait expect await keep hold receive get remain stay know see love like miss "
    "appreciate accept "
    "require depend take close open reopen hear look want wish hope enjoy understand start begin "
    "stop miss own "
    "assume consider believe think feel find not never no only also always usually then have't "
    "continue run charge "
    "cost last allow give apologise apologize thank celebrate attend travel leave return honor "
    "honour welcome "
    "happen become include serve offer sell stock the a an it you we they he she i this that "
    "there my our your "
    "store reserve work rely trust recommend suggest ask-you remind forget regret mind"
)
# ... unless what follows makes it one ("look into", "start the repair", "return your call").
UNSTOPPED = re.compile(
    r"look\s+(?:into|at|over|after|for|up|through|again)\b(?!\s+forward)|look\s+it\b|"
    r"take\s+(?:care|a\s+(?:closer\s+)?look|this|it\s+up|photos?|pictures?|"
    r"measurements|your|the\s+(?:matter|parcel|order|item|photos?))\b|"
    r"(?:start|begin|reopen|open)\s+(?:the|your|a|an|on|work|this|it|with|working)\b|"
    r"find\s+(?:out|you|a|an|the|where)\b|"
    r"return\s+(?:your|the|it)\b|work\s+(?:on|it|this)\b|see\s+(?:to|what|whether|about)\b|"
    r"remind\s+(?:you|them|the|him|her)\b|"
    r"close\s+(?:the|your)\s+(?:account|case|claim)|stop\s+(?:the|your)\b|hold\s+(?:a|"
    r"the)\s+(?:meeting|call)|reserve\s+(?:it|one|the|a|your)\b|"
    r"offer\s+you\b|consider\s+(?:your|this|the|it)\b|leave\s+(?:you|it|the|a)\b|run\s+(?:a|the|"
    r"some|another)\b|"
    r"give\s+(?:it|this|the|them|my|our|your)\b|honou?r\s+(?:your|the|it)\b|continue\s+(?:the|"
    r"our|with|working)\b"
)
ADVERBS = (
    r"(?:(?:also|then|now|certainly|definitely|personally|gladly|happily|immediately|just|surely|"
    r"both|of\s+course|"
    r"naturally|absolutely|therefore|still|simply|quickly|actually|finally|again|be\s+(?:able|"
    r"happy|glad|pleased|sure|more\s+than\s+happy|delighted)\s+to|"
    r"make\s+sure\s+(?:that\s+)?(?:i|we)\s+(?:will\s+)?|make\s+sure\s+to|"
    r"make\s+an?\s+effort\s+to|ensure\s+(?:that\s+)?(?:i|we)|do\s+(?:my|"
    r"our)\s+(?:very\s+)?best\s+to|"
    r"do\s+everything\s+(?:i|we)\s+can\s+to|try\s+(?:my|our)\s+(?:very\s+)?(?:best|hardest)\s+to|"
    r"try\s+(?:to|and)|endeavou?r\s+to|aim\s+to|"
    r"go\s+ahead\s+and|go\s+and|in\s+any\s+case|at\s+any\s+rate|either\s+way|instead|hereby|"
    r"myself|ourselves|too|"
    r"as\s+promised|as\s+agreed|make\s+it\s+a\s+point\s+to|be\s+the\s+one\s+to|sit\s+down\s+and|"
    r"try\s+again\s+to|all|in\s+turn|"
    r"come\s+back\s+to\s+this\s+and|promise\s+to|quickly|proactively|kindly|once\s+again|"
    r"once\s+more|not\s+only|(?:the\s+)?(?:very\s+)?(?:latest|first))\b[\s,]*)*"
)
TRYING = re.compile(r"\b(?:tr(?:y|ying)|endeavou?r|aim|best)\b")
BASE_VERBS = (  # verbs that may follow "and" without a new subject
    r"(?:call|phone|ring|telephone|write|reply|respond|answer|text|message|contact|inform|update|"
    r"notify|tell|confirm|report|clarify|"
    r"e-?mail|let\s+you|get|come\s+back|be\s+in\s+touch|be\s+back|keep\s+you|follow\s+up|"
    r"circle\s+back|drop\s+you|refund|reimburse|"
    r"credit|pay|transfer|repay|issue|process|send|ship|dispatch|despatch|post|re-?send|re-?ship|"
    r"deliver|replace|mail|put|check|"
    r"look|fix|repair|sort|resolve|arrange|prepare|cancel|change|correct|investigate|review|"
    r"forward|pass|speak|talk|ask|find|"
    r"give|make|have|do|finish|complete|book|organi[sz]e|pack|print|order|test|add|remove|raise|"
    r"escalate|chase|discuss|share|"
    r"provide|return|hand|bring|start|close|set|see|try|take|exchange|collect|pick|measure|"
    r"inspect|engrave|polish|clean)"
)
