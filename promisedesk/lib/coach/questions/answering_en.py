"""English: what of a reply is an answer, and of which kind."""

from __future__ import annotations

import re

GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening|day)|"
    r"hola)\b(?:\s+(?:there|again|all|team|mr|mrs|ms|miss|"
    r"dr)?\.?\s*[\w'-]*){0,3}?\s*[,!.:–—-]+\s*|(?:thanks|"
    r"thank\s+you)[^.,;!–]{0,80}[,;!–]\s*(?:and\s+)?(?=\w))"
)
EMPTY = re.compile(
    r"(?:we|i)(?:'ve|\s+have)?\s+(?:just\s+)?(?:received|got|read)\s+your\s+(?:message|"
    r"letter|e-?mail|request|enquiry|question)s?\b[^.?]{0,40}[.!]*$|"
    r"(?:(?:many\s+)?thanks|thank\s+you)\b[^.?]{0,160}[.!]*$|(?:(?:we|i)(?:'re|'m|"
    r"\s+are|\s+am)?\s+(?:so\s+|very\s+|really\s+|truly\s+|terribly\s+|"
    r"extremely\s+)*(?:sorry|apologi[sz]e))[^.?]{0,140}[.!]*$|(?:(?:so|very|"
    r"really)\s+)?sorry\s+(?:about|for|to\s+hear)\b[^.?]{0,120}[.!]*$|"
    r"(?:please\s+)?(?:accept\s+(?:my|our)|my\s+|our\s+|"
    r"sincere\s+)*\s*apologies\b[^.?]{0,120}[.!]*$|please\s+forgive[^.?]{0,80}[.!]*$|"
    r"(?:please\s+)?(?:just\s+)?(?:let\s+(?:me|us)\s+know|feel\s+free|"
    r"do\s+not\s+hesitate|don't\s+hesitate|get\s+in\s+touch|contact\s+us|"
    r"write\s+to\s+us|drop\s+us)\b[^.?]{0,40}(?:if|should|whenever|any(?:thing|"
    r"\s+(?:other|further|more))|again|any\s+time)[^?]{0,100}[.!]*$|if\s+(?:you\s+have|"
    r"there\s+(?:is|are)|you\s+need|anything|"
    r"you\s+should\s+have)\b[^.?]{0,60}(?:questions?|help|anything|assist\w*|"
    r"else)[^?]{0,80}[.!]*$|(?:is\s+there\s+)?anything\s+else[^?]{0,60}\?$|"
    r"(?:(?:with\s+)?(?:kind|best|warm|warmest|many)\s+)?(?:regards|wishes|"
    r"greetings)\b[^.?]{0,60}$|yours\s+\w+[^.?]{0,60}$|sincerely[^.?]{0,60}$|"
    r"cheers\b[^.?]{0,40}$|love\b,[^.?]{0,30}$|(?:have|enjoy|wishing\s+you|"
    r"we\s+wish\s+you)\s+(?:a|the|your|our)\s+[^.?]{0,80}[.!]*$|(?:i|"
    r"we)\s+hope\s+(?:this|that|it)\s+(?:helps|answers|clarifies|is\s+(?:clear|"
    r"helpful))[^.?]{0,60}[.!]*$|(?:it\s+was\s+|it's\s+|it\s+is\s+)?(?:nice|great|"
    r"lovely|good|a\s+pleasure)\s+to\s+(?:hear|help|have)[^.?]{0,80}[.!]*$|(?:see\s+you|"
    r"take\s+care|speak\s+soon|we\s+(?:really\s+)?(?:appreciate|understand|value)|"
    r"i\s+(?:completely\s+|fully\s+|totally\s+)?(?:appreciate|"
    r"understand))\b[^.?]{0,140}[.!]*$|(?:we|i)(?:'re|'m|\s+are|\s+am|'d\s+be|"
    r"\s+would\s+be|'ll\s+be|\s+will\s+be)\s+(?:always\s+)?(?:happy|glad|delighted|"
    r"pleased|here)\s+to\s+(?:hear|help|assist)[^.?]{0,80}[.!]*$|(?:we|"
    r"i)\s+look\s+forward\b[^.?]{0,100}[.!]*$|(?:great|good|excellent|"
    r"fair)\s+(?:question|choice)s?\s*[.!]*$|(?:all\s+the\s+)?best,?\s*[^.?]{0,30}$|"
    r"it(?:'s|\s+is)\s+(?:a\s+)?(?:great|perfect|lovely|wonderful|"
    r"excellent)\s+(?:choice|product)[^.?]{0,60}[.!]*$|they(?:'re|"
    r"\s+are)\s+(?:a\s+)?(?:great|perfect|lovely|wonderful|excellent|"
    r"very\s+popular)\b[^.?]{0,60}[.!]*$"
)
FOLLOWS = re.compile(
    r"\s*(?:and\s+|but\s+|also,?\s+|usually\s+)?(?:it|its|it's|they|them|that|this|"
    r"these|those|he|she|you'll|then|both|all|the\s+same|there|here|each|otherwise|"
    r"after\s+that)\b"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_PAST = (
    r"(?:\w+ed|sent|given|made|done|put|found|left|taken|paid|written|set|cut|reset|"
    r"begun|sold|chosen|got|gone|booked|told|spoken|bought|brought|kept|held|split)"
)
MARKS = {
    "yes": r"^\W*(?:(?:well|oh|hi|hello)[,!]?\s+)?(?:yes|yep|yeah|sure|of\s+course|certainly|"
    r"absolutely|definitely|indeed|correct|exactly|that's\s+right|right|no\s+problem|"
    r"with\s+pleasure|gladly|good\s+news|happy\s+to|done|it\s+(?:is|does|will|can)|"
    r"they\s+(?:are|do)|we\s+(?:do|can|are|have)|you\s+can|i\s+can)\b",
    "no": r"^\W*(?:no|nope|unfortunately|sadly|i'm\s+afraid|i\s+am\s+afraid|not\s+(?:yet|at|"
    r"really|any)|sorry|regrettably|alas|we\s+(?:don't|do\s+not|can't|cannot|"
    r"no\s+longer)|it\s+(?:isn't|is\s+not|does\s+not|doesn't|can't|cannot|won't)|"
    r"there\s+is\s+no|there's\s+no|you\s+(?:don't|do\s+not|needn't|can't|cannot))\b",
    "both": r"^\W*(?:yes|no|sure)\b[^.]{0,20}\b(?:both|all|either)\b|\b(?:to|on)\s+(?:both|"
    r"all\s+(?:three|your))\s+(?:questions|counts)\b|\byes\s+to\s+(?:both|all)\b|"
    r"\bfirst\b[^.]{1,60}\bsecond\b",
    "time": r"\b(?:(?:once|twice|times)\s+(?:a|an|per|every|in)\s+\w+|"
    r"(?:by|until|before|on)\s+the\s+(?:first|last|\w+teenth|\w+tieth)|the\s+moment|at\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|noon|half\s+past)|right\s+away|same\s+day|within|today|tonight|tomorrow|"
    r"yesterday|now|immediately|straight\s*away|"
    r"already(?!\s+(?:told|said|explain|mention|wrote|written|inform|state|answer)\w*)|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)days?|weekdays?|weekend|noon|midnight|daily|every\s+day|(?:this|next|"
    r"last|each)\s+(?:week|month|morning|afternoon|evening|year|spring|summer|autumn|"
    r"fall|winter)|any\s+(?:day|time)|"
    + _MONTH
    + r"\s+\d|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}\s+"
    + _MONTH
    + r"|(?:early|mid|late|in|by|until|since|end\s+of)\s+"
    + _MONTH
    + r"|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|an|few|several|"
    r"couple\s+of|half\s+an|twelve|fourteen|thirty)(?:\s*(?:-|–|to|or)\s*(?:\d+|two|"
    r"three|four|five|six|seven|ten))?[\s-]*(?:(?:working|business|calendar|full|more|"
    r"whole|good)\s+)?(?:minute|min|hour|hr|day|week|month|year|night|fortnight|"
    r"second)s?|fortnight|before\s+(?:christmas|the\s+(?:weekend|end|holidays))|"
    r"as\s+soon\s+as|once\s+(?:we|the|it|your)|after\s+(?:we|the|it)|soon|shortly|"
    r"don't\s+know\s+(?:yet\s+)?when|no\s+(?:exact\s+)?date|24/7|around\s+the\s+clock|"
    r"overnight|until|lifetime)\b",
    "money": r"\b(?:on\s+us|our\s+treat|no\s+(?:\w+\s+)?(?:fees|charges|costs|payments)|"
    r"you\s+(?:only\s+)?pay|paid\s+by|pays\s+for|prepaid|free|"
    r"no\s+(?:extra\s+)?(?:charge|cost|fee)|nothing\s+to\s+pay|"
    r"included\s+in\s+the\s+price|we\s+(?:pay|cover)|at\s+our\s+(?:cost|expense)|"
    r"costs?\s+(?:nothing|you\s+nothing)|doesn't\s+cost|complimentary|price\s+list|"
    r"quote|euros?|pounds?|dollars?)\b",
    "number": r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\w+teen|"
    r"twenty|thirty|forty|fifty|hundred|thousand|half|none|single|unlimited|"
    r"no\s+minimum|no\s+limit)\b",
    "spot": r"\b(?:street|road|lane|avenue|square|address|depot|warehouse|customs|branch|city|"
    r"town|showroom|shop|locker|post\s+office|neighbou?r|section|menu|tab|account)\b",
    "place": r"\b(?:(?:on|in|at|under|from|inside|behind|near|next\s+to|opposite)\s+(?:the|our|"
    r"your|my|any|every|each|a|this)?\s*\w+|street|road|lane|avenue|square|floor|"
    r"address|page|section|menu|tab|account|depot|warehouse|customs|website|city|branch|"
    r"here|there|via|through)\b|\b(?:from|in|at)\s+\w+",
    "reason": r"\b(?:customs|wait(?:ing|s)?\s+for|when|if|because|since|due\s+to|owing\s+to|"
    r"reason|why|caused|as\s+(?:the|we|our|it|your|you)|so\s+(?:the|that|it|your|we)|"
    r"therefore|that's\s+how|explain\w*|means?\s+that|means|result|mistake|error|bug|"
    r"timed\s+out|ran\s+out|forgot|failed|broke|delay\w*|holiday|glitch|fault|wrong\w*|"
    r"mix-?up|happens?\s+when|after|stuck|lost|strike|weather|shortage)\b",
    "how": r"\b(?:please|just|simply|you\s+(?:can|could|need|will|should|may|only|have\s+to|do|"
    r"then)|press|click|tap|open|go\s+to|choose|select|enter|fill|put|take|push|hold|"
    r"send|use|add|remove|turn|switch|keep|rinse|wash|wipe|store|call|log|sign|download|"
    r"install|update|restart|reset|scan|print|pack|drop|bring|tick|type|scroll|first|"
    r"then|steps?|by\s+\w+ing|with\s+(?:the|a|an|your)|via|through|under|settings|link|"
    r"take\s+bus|insert|connect|unplug|plug|charge)\b",
    "deed": r"\b(?:i|we)(?:'ve|\s+have|\s+just|\s+already|\s+also|\s+today)*\s+(?:(?:just|"
    r"already|also|now|today|therefore|gladly)\s+)*"
    + _PAST
    + r"\b|\b(?:has|have|is|are|was|were|been|gets?)\s+(?:\w+\s+){0,2}?(?:now\s+|"
    r"already\s+|just\s+|been\s+)*"
    + _PAST
    + r"\b|\b(?:attached|enclosed|on\s+(?:its|the|their)\s+way|done|here\s+(?:is|it|are|"
    r"you)|below|above|(?:i|we|hereby)\s+(?:can\s+)?confirm)\b",
    "will": r"\b(?:i|we|you|it|they|he|she|our\s+\w+|your\s+\w+|the\s+\w+|my\s+colleague|"
    r"colleague)(?:'ll|\s+will|\s+shall|'m\s+going\s+to|'re\s+going\s+to|"
    r"\s+am\s+going\s+to|\s+are\s+going\s+to)\b|\blet\s+me\b|\b(?:i'm|we're|i\s+am|"
    r"we\s+are)\s+(?:\w+\s+)?\w+ing\b",
    "refuses": r"\b(?:can't|cannot|can\s+not|couldn't|unable|not\s+(?:able|possible|available|"
    r"allowed|offer\w*)|don't|do\s+not|doesn't|does\s+not|no\s+longer|impossible|"
    r"too\s+late|unfortunately|afraid|never|neither|nor|no|not|nothing|none|won't|isn't|"
    r"aren't|sold\s+out)\b",
    "pointed": r"\b(?:see\b(?!\s+you)|find|read|visit|check|look|have\s+a\s+look|described|"
    r"explained|listed|answered|answers?|details?|information|instructions|guide|faq|"
    r"article|help\s+cent(?:er|re)|page|website|link)\b[^.?]{0,80}(?:https?:|www\.|faq|"
    r"article|page|site|website|help\s+cent|guide|section|manual|below|link|here\b|"
    r"leaflet|\.(?:com|example|pl|org|net)\b)|\b(?:contact|call|ring|write\s+to|e-?mail|"
    r"ask|phone|reach)\b[^.?]{0,60}(?:\+?\d[\d ()-]{6,}|@|department|team|service|"
    r"manufacturer|courier|carrier|bank|colleague|shop|support\b)|\b(?:faq|article|"
    r"help\s+cent(?:er|re))\b",
    "later": r"\b(?:get\s+back\s+to\s+you|let\s+you\s+know|come\s+back\s+to\s+you|"
    r"be\s+in\s+touch|(?:write|reply|answer|respond|call|ring|phone|tell|inform|update|"
    r"email|e-mail|message|contact|notify|confirm)(?:\s+(?:to\s+)?you|\s+(?:back|again|"
    r"by|on|tomorrow|today|soon|within|with))|(?:will|'ll|have|'ve|am|'m|are|'re|"
    r"need\s+to|must|let\s+me)\s+(?:\w+\s+)?(?:check|checking|ask|asked|asking|"
    r"find\s+out|look\s+into|look(?:ing)?\s+into|clarify|clarifying|investigat\w+|"
    r"forward\w*|pass\w*|verify|enquir\w+|inquir\w+|consult\w*|report\w*)|"
    r"passed\s+(?:your|this|it|on)|forwarded|you(?:'ll|\s+will)\s+(?:hear|"
    r"get\s+(?:an?\s+)?(?:answer|reply|e-?mail|update)|receive\s+(?:an?\s+)?(?:answer|"
    r"reply|update)))\b",
    "asks_back": r"(?:please|could\s+you|can\s+you|would\s+you|kindly|just)\s+(?:\w+\s+)?(?:send|"
    r"tell|give|let|provide|share|confirm|reply|write|attach|check|"
    r"quote)\b[^.?]{0,80}(?:number|photo|picture|address|e-?mail|name|details|which|"
    r"what|whether|know|date|screenshot|model|size|code|serial|receipt|proof)",
    "general": r"\b(?:both|all\s+(?:of\s+)?(?:your|these|the|those)\s+(?:questions|points|answers|"
    r"details|steps)|(?:your|these|the\s+other|the\s+rest|everything|other|remaining|"
    r"both)\s+(?:questions?|points?|answers?)|everything\s+(?:is|you|about|else)|"
    r"the\s+rest)\b",
    "matter": r"\b(?:it|this|that|your\s+(?:case|question|questions|request|matter|message|"
    r"enquiry|inquiry|e-?mail)|the\s+(?:case|matter|situation|answer))\b",
}
# Said in several words, or in words that mean much else.
PHRASES = {
    "stock": r"\b(?:we|i)\s+(?:still\s+|do\s+|also\s+)?(?:have|keep|stock|carry)\b|"
    r"\bwe've\s+got\b|\b(?:are|is)\s+back\b|\bleft\b|\bsold\s+out\b|\brun\s+out\b|"
    r"\bin\s+(?:the|our)\s+warehouse\b|\bis\s+made\s+in\b",
    "location": r"\b(?:street|road|lane|avenue|square|mall)\b",
    "hours": r"\bfrom\s+\d{1,2}(?:[:.]\d\d)?\s?(?:am)?\s*(?:to|-|–|until)\s*\d{1,2}",
    "pickup": r"\bpick(?:ed)?\s+(?:it\s+|them\s+)?up\b",
    "price": r"[€$£]\s?\d|\d\s?(?:[€$£]|eur\b|pounds?\b|euros?\b|gbp\b)",
    "duration": r"\b\d+\s?(?:working\s+)?(?:days?|weeks?|hours?|minutes?|months?)\b",
}
CLAUSE = re.compile(
    r"\s+and\s+(?=(?:has|have|will|is|are|was|were|can|you|we|it|they|there|i|the|your|"
    r"our|she|he|do|does)\b)|,\s+which\s+|:\s+(?=[a-z]{2})|[,;]\s+(?:and|but|while|"
    r"as\s+for)\s+|;\s+|\s[–—]\s|\.{3}\s",
    re.IGNORECASE,
)
_ANSWERS = """
yes no yep nope sure sorry done absolutely definitely correct certainly both unfortunately
today tomorrow monday tuesday wednesday thursday friday saturday sunday january free none
nothing
"""
ANSWERS = frozenset(_ANSWERS.split())  # of one word, and no name
