"""English: where a question or a request begins, and of which kind it is."""

from __future__ import annotations

import re

from .model import Kind

_AUX = (
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|"
    r"had|isn't|aren't|wasn't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|hasn't|"
    r"haven't)"
)
_SUBJECT = (
    r"(?:i|you|u|we|he|she|it|they|there|this|that|these|those|my|your|the|a|an|our|his|her|their|"
    r"any|anyone|anybody|someone|somebody|all|one|both|\w+s?)"
)
OTHERWISE = re.compile(r"\bor\b")
AND = r"(?:and\s+also|and|or|but|plus)"
LEAD = re.compile(  # before a question, and no part of it
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))(?:\s[\w.]+){0,3}?[,!:–-]+\s*|"
    r"(?:and|also|but|so|or|then|plus|ok|okay|well|oh|besides|anyway|by the way|btw|again|now|"
    r"firstly|first|secondly|second|thirdly|third|finally|lastly|next|another (?:thing|question)|"
    r"one more (?:thing|question)|(?:my |a |just a )?(?:quick |small |short |other |first |second "
    r"|last )?(?:question|questions|query)(?: is| are)?|just|actually|in addition|additionally|"
    r"further(?:more)?|moreover|(?:i have |i've got )?(?:a|two|three|some|a few|several|"
    r"a couple of)(?: more| quick| short| small)? questions?|sorry|meanwhile|too)"
    r"(?:\s*[,:;–—-]+\s*|\s+)|(?:yes|no)\s*[,:;–—-]+\s*)"
)
INDIRECT = re.compile(  # the question itself comes after it
    r"(?:please\s+|kindly\s+|pls\s+|plz\s+)?(?:(?:can|could|would|will)\s+(?:you|u|anyone|someone|"
    r"anybody|somebody)\s+"
    r"(?:please\s+|pls\s+|plz\s+|kindly\s+|possibly\s+|maybe\s+|also\s+|perhaps\s+|"
    r"just\s+)*)?(?:be\s+"
    r"so\s+kind\s+(?:as\s+to|and)\s+)?"
    r"(?:tell\s+(?:me|us)|let\s+(?:me|us)\s+know|inform\s+(?:me|us)|advise(?:\s+me|\s+us)?|"
    r"confirm|clarify|explain(?:\s+to\s+me)?|check|find\s+out|say|remind\s+me|specify|see)\s+"
    r"(?:please\s+)?(?=(?:if|whether|when|where|what|what's|which|who|why|how|that)\b)|"
    r"(?:i|we)(?:'d|\s+would|\s+just|\s+also|\s+really|\s+am|\s+was|\s+were|\s+are|'m|'re|\s+only)*"
    r"\s+(?:like\s+(?:to\s+(?:know|ask|find\s+out|check|learn|understand|clarify|enquire|inquire)|"
    r"you\s+to\s+tell\s+me)|love\s+to\s+know|want(?:ed)?\s+to\s+(?:know|ask|check|find\s+out)|"
    r"need\s+to\s+(?:know|find\s+out)|wonder(?:ed|ing)?|wanting\s+to\s+(?:know|ask)|"
    r"asking|writing\s+to\s+(?:ask|find\s+out|check)|curious|trying\s+to\s+find\s+out|"
    r"not\s+sure|don't\s+(?:know|understand)|do\s+not\s+(?:know|understand)|"
    r"(?:can't|cannot)\s+(?:find|see|work)(?:\s+out)?|interested\s+to\s+know|"
    r"(?:have|had)\s+a\s+question\s+about)\s*,?\s*(?:about\s+)?"
    r"(?=(?:if|whether|when|where|what|what's|which|who|why|how)\b)|"
    r"(?:any\s+idea|(?:do|would)\s+you\s+(?:happen\s+to\s+)?know|may\s+i\s+ask|can\s+i\s+ask|"
    r"is\s+it\s+clear|have\s+you\s+any\s+idea)\s+(?:of\s+|about\s+)?"
    r"(?=(?:if|whether|when|where|what|what's|which|who|why|how)\b)"
)
QUESTION: tuple[tuple[Kind, str], ...] = (
    (Kind.YES_NO, r"(?:what|how)\s+about\b"),
    (Kind.ANY, r"what(?:'s|\s+is)\s+(?:your\s+)?(?:the\s+)?(?:next\s+step|solution)"),
    (
        Kind.ANY,
        r"what\s+(?:can|could|do|should|will|are|would)\s+(?:you|we|"
        r"i)\s+(?:be\s+)?(?:(?:\w+)"
        r"\s+)?(?:do|suggest|offer|propose|recommend|doing|going\s+to\s+do|advise)\b",
    ),
    (Kind.ANY, r"what\s+now\b|(?:any|some)\s+(?:advice|ideas?|suggestions?|help|solution)\b"),
    (
        Kind.WHEN,
        r"(?:when|until\s+when|by\s+when|since\s+when|how\s+(?:soon|quickly|fast|often)|"
        r"(?:at\s+)?what\s+time|what\s+(?:day|date|hours)|on\s+(?:which|what)\s+(?:day|date)|"
        r"which\s+(?:day|date)|what(?:'s|\s+is|\s+are)\s+(?:the\s+|your\s+)?(?:expected\s+|"
        r"estimated\s+"
        r"|usual\s+|current\s+)?(?:delivery\s+|opening\s+|shipping\s+|lead\s+|waiting\s+|"
        r"turnaround\s+"
        r"|processing\s+|working\s+|business\s+|arrival\s+)?(?:time|date|hours|deadline|eta)|"
        r"(?:any|what's\s+the)\s+(?:eta|estimate)|within\s+what\s+time)\b",
    ),
    (
        Kind.WHEN,
        r"how\s+long\s+(?:do|does|did|will|would|can|could|is|are|should|have|has|must|may|"
        r"the\b|it\b|until\b|before\b|for\b|approximately|roughly|i\b|you\b|we\b|delivery|shipping|"
        r"repair)|how\s+long(?=\s*(?:[,?.]|and|$))",
    ),
    (
        Kind.PRICE,
        r"(?:how\s+much|what\s+(?:does|do|would|will|did)\s+(?:\w+\s+){1,5}?cost|"
        r"at\s+what\s+price|"
        r"what(?:'s|\s+is|\s+are|s)\s+(?:the\s+|your\s+)?(?:\w+\s+){0,2}?(?:price|prices|"
        r"cost|costs|"
        r"postage|fee|fees|rate|rates|charge)|what\s+(?:do|would)\s+you\s+(?:charge|pay))\b"
        r"(?!\s+(?:does|do|will)\s+(?:\w+\s+){1,3}weigh)(?!\s+longer)",
    ),
    (
        Kind.COUNT,
        r"(?:how\s+(?:many|heavy|big|large|tall|wide|deep|thick|old|far|high|small|long|"
        r"much\s+"
        r"(?:does|do|will)\s+(?:\w+\s+){1,3}weigh)|what\s+(?:does|do)\s+(?:\w+\s+){1,3}weigh)\b",
    ),
    (Kind.WHEN, r"how\s+much\s+longer\b"),
    (
        Kind.WHERE,
        r"(?:where(?:'s|s|\s+abouts)?|from\s+where|to\s+(?:which|what)\s+address|"
        r"what(?:'s|\s+is)\s+(?:the|your)\s+(?:\w+\s+)?address|(?:at|in)\s+which\s+(?:shop|"
        r"store|place))\b",
    ),
    (Kind.WHO, r"(?:who(?:'s|m|se)?|to\s+whom|with\s+whom)\b"),
    (
        Kind.WHY,
        r"(?:why|how\s+come|what(?:'s|\s+is)\s+the\s+reason|for\s+what\s+reason|"
        r"how\s+(?:could|"
        r"can|did)\s+(?:this|that|it)\s+happen)\b",
    ),
    (Kind.HOW, r"how\b"),
    (
        Kind.WHICH,
        r"(?:which|what(?:'s|s|re)?|in\s+(?:which|what)|on\s+(?:which|what)|for\s+(?:which|"
        r"what)|"
        r"with\s+(?:which|what)|by\s+(?:which|what)|of\s+what)\b",
    ),
    (Kind.YES_NO, r"(?:what|how)\s+about\b"),
    (Kind.YES_NO, r"(?:whether|if)\b(?=\s)"),
    (Kind.YES_NO, r"(?:can|could|may)\s+(?:i|we|one|the|my|this|it|they)\b"),
    (
        Kind.REQUEST,
        r"(?:can|could|would|will|may)\s+(?:you|u|someone|somebody|anyone|anybody|"
        r"i\s+ask\s+you\s+"
        r"to|we\s+have|i\s+have|i\s+get|i\s+please)\b",
    ),
    (
        Kind.REQUEST,
        r"would\s+(?:it\s+be\s+possible|you\s+mind)\b|"
        r"is\s+it\s+possible\s+(?:for\s+you\s+)?to\b|"
        r"is\s+there\s+any\s+way\b|any\s+chance\b",
    ),
    (Kind.YES_NO, _AUX + r"\s+(?:not\s+)?" + _SUBJECT + r"\b"),
    (Kind.YES_NO, r"(?:any|anything|anyone|still|available|possible)\b(?=[^,;]{0,60}\?)"),
)
_DO = (
    r"(?:send|resend|re-send|ship|cancel|refund|return|exchange|change|replace|call|"
    r"phone|ring|email|"
    r"e-mail|write|confirm|tell|give|explain|check|correct|amend|update|add|remove|delete|stop|"
    r"arrange|provide|issue|forward|let|advise|inform|fix|repair|find|help|contact|reply|respond|"
    r"answer|book|reserve|put|hold|move|postpone|redirect|deliver|make|take|reset|"
    r"unsubscribe|close|"
    r"attach|include|use|apply|leave|pack|wrap|quote|reimburse|credit|transfer|pay|extend|renew|"
    r"don't|do\s+not|split|combine|merge|investigate|look|sort|have|get|bring|collect|"
    r"pick|recommend|"
    r"suggest|show|activate|deactivate|restore|unlock|verify|schedule|reschedule|upgrade|switch)"
)
REQUEST: tuple[tuple[Kind, str], ...] = (
    (
        Kind.REQUEST,
        r"(?:please|pls|plz|kindly)[,]?\s+(?:also\s+|just\s+|could\s+you\s+|can\s+you\s+|"
        r"then\s+)*" + _DO + r"\b",
    ),
    (
        Kind.REQUEST,
        r"(?:i|we)\s+(?:also\s+|kindly\s+|hereby\s+|therefore\s+)?(?:demand|request|insist|"
        r"ask\s+you\s+to|"
        r"ask\s+for|expect\s+(?:a|my|the|you)|await\s+(?:a|my|the|your)\s+(?:refund|"
        r"replacement))\b",
    ),
    (
        Kind.REQUEST,
        r"(?:i|we)(?:\s+just|\s+also|\s+simply)?(?:\s+want|\s+need|'d\s+like|"
        r"\s+would\s+like|\s+require)"
        r"\s+(?:you\s+to|my\s+money|a\s+refund|the\s+(?:refund|second|money|invoice|first)|"
        r"an?\s+(?:invoice|"
        r"replacement|copy|vat|receipt|new|exchange)|it\s+(?:cancelled|refunded|replaced|repaired)|"
        r"to\s+(?:exchange|swap|cancel|change|get|have|receive|speak|talk|reschedule))\b",
    ),
    (
        Kind.REQUEST,
        r"(?:send|give|refund|cancel|tell|call|ship|exchange|change|stop|resend|explain|"
        r"confirm)\s+"
        r"(?:me|us|my|it|the|this|order|your)\b",
    ),
    (Kind.REQUEST, r"(?:refund\s+(?:me|please)|cancel\s+please|price\s+please)\b"),
)
_PAPERS = (
    r"(?:invoice|receipt|copy|copies|drawings?|certificate|confirmation|replacements?|label|quote|"
    r"refund|list|catalogue|manual|instructions|password|link|documents?|proof|duplicate|offer)"
)
REQUEST = (
    *REQUEST,
    (
        Kind.REQUEST,
        r"(?:i|we)(?:\s+also|'d|\s+would|\s+still|\s+urgently|\s+just)*\s+(?:need|want|like|"
        r"require)\s+"
        r"(?:(?:also|an?|the|my|some|your|two|new|to\s+have|of|vat|full|paper|another)\s+)*"
        + _PAPERS
        + r"\b",
    ),
)
REQUEST_AFTER = re.compile(r"(?:and|or|then)\s+(?:please\s+|then\s+|also\s+)*" + _DO + r"\b")
SOFT = re.compile(
    r"(?:i|we)(?:'d|\s+would)?\s+(?:want|need|like|wish)\s+to\s+(?:return|order|buy|"
    r"send|exchange|swap)\b"
)
RHETORICAL = re.compile(
    r"(?:are|r)\s+(?:you|u|yous|you\s+guys)\s+(?:\w+\s+)?(?:kidding|joking|serious|mad|"
    r"crazy|insane|real|for\s+real|"
    r"even|stupid|deaf|asleep|aware|laughing|sure\?*$|there\?)|is\s+(?:this|that|"
    r"it)\s+(?:\w+\s+)?(?:a\s+|some\s+)?"
    r"(?:\w+\s+)?(?:joke|kind\s+of\s+(?:a\s+)?joke|scam|how\s+you|what\s+you\s+call|"
    r"normal|acceptable|serious|"
    r"too\s+much\s+to\s+ask|really\s+(?:so\s+)?(?:hard|difficult|too))|how\s+(?:can|"
    r"could|dare)\s+you\b|"
    r"how\s+(?:is|can)\s+(?:this|that|it)\s+(?:even\s+)?(?:be\s+)?possible|"
    r"who\s+(?:do\s+you\s+think|does\s+that|"
    r"needs|would\s+want)|what\s+(?:kind|sort)\s+of\s+(?:a\s+)?(?:\w+\s+)?(?:circus|"
    r"service|company|shop|business|joke|"
    r"support|people|customer\s+service)|seriously\b|really\s*\?|what\s+the\s+(?:hell|heck|f)|wtf|"
    r"what\s+is\s+(?:wrong\s+with|going\s+on|the\s+point)|"
    r"what's\s+(?:wrong\s+with\s+you|the\s+point|going\s+on)|"
    r"do\s+you\s+(?:even|really|actually|think|have\s+any\s+idea|call\s+this|want\s+me\s+to)|"
    r"(?:is|does)\s+(?:anyone|anybody|someone|somebody)\s+(?:\w+\s+)?(?:there|alive|"
    r"read|care|work|here|listening)|"
    r"why\s+(?:on\s+earth|the\s+hell|should\s+i|would\s+(?:i|anyone)|"
    r"does\s+(?:everything|nobody|no\s+one|it\s+always)|"
    r"is\s+(?:nobody|no\s+one|everything|it\s+(?:always\s+)?so\s+(?:hard|difficult))|"
    r"do\s+(?:i|you)\s+(?:always|"
    r"even|never)|bother|am\s+i\s+(?:not\s+surprised|still))|how\s+(?:hard|difficult)\s+(?:can|is)|"
    r"how\s+many\s+(?:more\s+)?times|how\s+(?:much\s+)?longer\s+(?:must|do\s+i\s+have|am\s+i)|"
    r"(?:isn't|aren't|don't|doesn't)\s+(?:it|that|this|you|"
    r"they)\s+(?:\w+\s+)?(?:ridiculous|great|funny|obvious|lovely|"
    r"care|ashamed|wonderful|nice|strange|ironic)|should\s+i\s+(?:laugh|cry|be\s+grateful)|"
    r"have\s+you\s+(?:no\s+shame|lost)|"
    r"you\s+know\s*\?|right\s*\?|ok(?:ay)?\s*\?|deal\s*\?|agreed\s*\?|huh\s*\?|no\s*\?$|"
    r"excuse\s+me\s*\?|"
    r"hello\s*\?|anyone\s*\?|and\s*\?|so\s*\?|what\s*\?+$|guess\s+what|"
    r"(?:can|could)\s+you\s+(?:believe|imagine)|when\s+will\s+(?:you|this|"
    r"they)\s+(?:ever|finally\s+learn)|"
    r"who\s+knows"
)
GREETING = re.compile(
    r"how\s+(?:are|r)\s+(?:you|u|things)|how's\s+(?:it\s+going|everything|life|"
    r"your\s+day)|how\s+do\s+you\s+do|"
    r"(?:are\s+you|you)\s+(?:doing\s+)?(?:well|ok(?:ay)?|good)\s*\?|"
    r"(?:i\s+)?hope\s+(?:you|this|all)|"
    r"(?:can|may|could)\s+i\s+ask\s+(?:you\s+)?(?:something|a\s+question|you)|"
    r"(?:can|could|would|will)\s+(?:you|someone|anyone|"
    r"somebody)\s+(?:please\s+)?(?:help(?:\s+me|\s+us)?"
    r"(?:\s+out|\s+with\s+(?:this|that|it))?(?:,?\s*please)?\s*[?.!]|assist\s*[?.!])|"
    r"do\s+you\s+have\s+(?:a\s+minute|time)"
)
# Nothing special is asked: any answer will do, and so will none.
EMPTY = re.compile(
    r"(?:please\s+|pls\s+|kindly\s+|could\s+you\s+(?:please\s+)?|"
    r"can\s+you\s+(?:please\s+)?)*(?:let\s+me\s+know|"
    r"help(?:\s+me)?|advise|reply|respond|answer(?:\s+me)?|get\s+back\s+to\s+me|"
    r"contact\s+me|look\s+into\s+(?:this|"
    r"it)|sort\s+(?:this|it)(?:\s+out)?|do\s+something|have\s+a\s+look|check|tell\s+me|"
    r"call\s+me(?:\s+back)?|"
    r"write\s+(?:back|to\s+me)|inform\s+me|take\s+care|explain(?:\s+this|\s+that)?|"
    r"see\s+(?:the\s+)?(?:attach\w+|below|"
    r"photo\w*)|find\s+(?:attached|enclosed|below)|look\s+at\s+the|note\b.*|excuse\b.*|"
    r"forgive\b.*|accept\b.*|"
    r"don't\s+hesitate.*|feel\s+free.*|have\s+a\s+(?:nice|good|great).*|"
    r"make\s+sure.{0,20}|take\s+your\s+time)"
    r"(?:\s+(?:asap|soon|quickly|please|now|today|urgently|me|us|"
    r"as\s+soon\s+as\s+possible|a\s+reply|a\s+response|"
    r"out|with\s+(?:this|that|it)|about\s+(?:this|it)|what\s+you\s+think|here|again|"
    r"by\s+(?:return|email|e-mail)))*"
    r"\s*[.!?]*$"
)
CONDITION = re.compile(
    r"(?:and\s+|but\s+)?(?:if\s+(?:not|so|yes|no|it\s+(?:is|isn't|did|didn't|has|was|"
    r"does|doesn't)|"
    r"that's\s+not|you\s+(?:do|don't|can't|can)|this\s+is)|otherwise)\b"
)
SELF_ANSWERED = re.compile(
    r"never\s?mind|forget\s+(?:it|that)|no\s+need\s+to\s+(?:answer|reply)|(?:found|"
    r"figured)\s+(?:it|that|the\s+answer)"
    r"(?:\s+out)?|(?:i|we)(?:'ve|\s+have)?\s+(?:just\s+)?(?:found|figured|"
    r"worked)\s+(?:it\s+|that\s+)?(?:out|the\s+answer|"
    r"it)|it\s+says\s+so|got\s+it\s+(?:now|already)|sorted\s+(?:it|that)|"
    r"i\s+see\s+(?:now\s+)?that\s+it|"
    r"i've\s+since\s+found|already\s+(?:know|clear|solved|found)"
)
STRONG_WITHOUT_MARK = re.compile(
    r"(?:when|where|what|which|who|why|how)(?:'s|s|re)?\s+(?:"
    + _AUX
    + r"|to|much|many|long|about|size|colou?r|kind|"
    r"time|type|file|sort|payment|day|is|are)\b|(?:what|where|how|who)(?:'s|s)\b|"
    + _AUX
    + r"\s+(?:i|you|u|we|it|there|they|this|the|my|your|these|he|she|any|anyone)\b|any\s+chance\b|"
    r"(?:at\s+what|what)\s+time\b|in\s+(?:what|which)\b"
)
INNER: tuple[tuple[Kind, str], ...] = (
    (Kind.PRICE, r"\bhow\s+much\b"),
    (Kind.WHEN, r"\b(?:when|how\s+long|what\s+time)\b"),
    (Kind.WHERE, r"\bwhere\b"),
    (Kind.WHY, r"\bwhy\b"),
    (Kind.COUNT, r"\bhow\s+many\b"),
    (Kind.WHO, r"\bwho\b"),
    (Kind.HOW, r"\bhow\b"),
    (Kind.WHICH, r"\b(?:which|what)\b"),
)
STOPS_STRONG = re.compile(r",\s*(?:i|we|it|they|he|she|the|my|there)\b")
CONDITION_WITHIN = re.compile(r"\bif\s+(?:so|not|yes|no)\b")
META = re.compile(
    r"(?:when|why|how\s+soon)\b[^?]{0,40}\b(?:answer|reply|respond|hear\s+(?:back|"
    r"from\s+you)|call\s+me\s+back|get\s+an\s+answer|response)\b"
)
