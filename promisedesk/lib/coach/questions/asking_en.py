"""English: where a question or a request begins, and of which kind it is."""

from __future__ import annotations

import re

from .model import Kind

_AUX = (
    r"(?:is|are|was|were|am|do|does|did|can|could|will|would|shall|should|may|might|"
    r"must|has|have|had|isn't|aren't|wasn't|don't|doesn't|didn't|can't|couldn't|won't|"
    r"wouldn't|shouldn't|hasn't|haven't)"
)
_SUBJECT = (
    r"(?:i|you|u|we|he|she|it|they|there|this|that|these|those|my|your|the|a|an|our|his|"
    r"her|their|any|anyone|anybody|someone|somebody|all|one|both|\w+s?)"
)
OTHERWISE = re.compile(r"\bor\b")
AND = r"(?:and\s+also|and|or|but|plus)"
LEAD = re.compile(  # before a question, and no part of it
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|"
    r"day))(?:\s[\w.]+){0,3}?[,!:–-]+\s*|(?:and|also|but|so|or|then|plus|ok|okay|well|"
    r"oh|besides|anyway|by the way|btw|again|now|firstly|first|secondly|second|thirdly|"
    r"third|finally|lastly|next|another (?:thing|question)|one more (?:thing|question)|"
    r"(?:my |a |just a )?(?:quick |small |short |other |first |second |"
    r"last )?(?:question|questions|query)(?: is| are)?|just|actually|in addition|"
    r"additionally|further(?:more)?|moreover|(?:i have |i've got )?(?:a|two|three|some|"
    r"a few|several|a couple of)(?: more| quick| short| small)? questions?|sorry|"
    r"meanwhile|too)(?:\s*[,:;–—-]+\s*|\s+)|(?:yes|no)\s*[,:;–—-]+\s*)"
)
INDIRECT = re.compile(  # the question itself comes after it
    r"(?:please\s+|kindly\s+|pls\s+|plz\s+)?(?:(?:can|could|would|will)\s+(?:you|u|"
    r"anyone|someone|anybody|somebody)\s+(?:please\s+|pls\s+|plz\s+|kindly\s+|"
    r"possibly\s+|maybe\s+|also\s+|perhaps\s+|just\s+)*)?(?:be\s+so\s+kind\s+(?:as\s+to|"
    r"and)\s+)?(?:tell\s+(?:me|us)|let\s+(?:me|us)\s+know|inform\s+(?:me|us)|"
    r"advise(?:\s+me|\s+us)?|confirm|clarify|explain(?:\s+to\s+me)?|check|find\s+out|"
    r"say|remind\s+me|specify|see)\s+(?:please\s+)?(?=(?:if|whether|when|where|what|"
    r"what's|which|who|why|how|that)\b)|(?:i|we)(?:'d|\s+would|\s+just|\s+also|"
    r"\s+really|\s+am|\s+was|\s+were|\s+are|'m|'re|"
    r"\s+only)*\s+(?:like\s+(?:to\s+(?:know|ask|find\s+out|check|learn|understand|"
    r"clarify|enquire|inquire)|you\s+to\s+tell\s+me)|love\s+to\s+know|"
    r"want(?:ed)?\s+to\s+(?:know|ask|check|find\s+out)|need\s+to\s+(?:know|find\s+out)|"
    r"wonder(?:ed|ing)?|wanting\s+to\s+(?:know|ask)|asking|writing\s+to\s+(?:ask|"
    r"find\s+out|check)|curious|trying\s+to\s+find\s+out|not\s+sure|don't\s+(?:know|"
    r"understand)|do\s+not\s+(?:know|understand)|(?:can't|cannot)\s+(?:find|see|"
    r"work)(?:\s+out)?|interested\s+to\s+know|(?:have|"
    r"had)\s+a\s+question\s+about)\s*,?\s*(?:about\s+)?(?=(?:if|whether|when|where|what|"
    r"what's|which|who|why|how)\b)|(?:any\s+idea|(?:do|"
    r"would)\s+you\s+(?:happen\s+to\s+)?know|may\s+i\s+ask|can\s+i\s+ask|"
    r"is\s+it\s+clear|have\s+you\s+any\s+idea)\s+(?:of\s+|about\s+)?(?=(?:if|whether|"
    r"when|where|what|what's|which|who|why|how)\b)"
)
QUESTION: tuple[tuple[Kind, str], ...] = (
    (Kind.WHICH, r"(?:can|could|would)\s+(?:you|u|anyone)\s+(?:please\s+)?(?:recommend|suggest)\b"),
    (
        Kind.STATUS,
        r"where(?:'s|s|\s+is|\s+are|\s+the\s+\w+\s+is)?\s*(?:my|the|our|it|this|that|"
        r"they)?\s*(?:orders?|parcel|package|delivery|stuff|it|things?|items?|goods|"
        r"shipment|refund|money|order\s+#?\w*\d+)?\s*[?.!]*$|(?:any|some)\s+(?:news|"
        r"updates?)\b|what(?:'s|\s+is)\s+(?:the\s+)?(?:current\s+)?status\b|what(?:'s|"
        r"\s+is)\s+(?:happening|going\s+on)\s+with|how\s+is\s+(?:my|the)\s+(?:order|repair|"
        r"case)\b",
    ),
    (
        Kind.PRICE,
        r"who\s+(?:pays?|covers?|bears?|has\s+to\s+pay|will\s+pay)\b|at\s+whose\s+(?:cost|"
        r"expense)\b",
    ),
    (Kind.YES_NO, r"(?:what|how)\s+about\b"),
    (Kind.ANY, r"what(?:'s|\s+is)\s+(?:your\s+)?(?:the\s+)?(?:next\s+step|solution)"),
    (
        Kind.ANY,
        r"what\s+(?:can|could|do|should|will|are|would)\s+(?:you|we|"
        r"i)\s+(?:be\s+)?(?:(?:\w+)\s+)?(?:do|suggest|offer|propose|recommend|doing|"
        r"going\s+to\s+do|advise)\b",
    ),
    (Kind.ANY, r"what\s+now\b|(?:any|some)\s+(?:advice|ideas?|suggestions?|help|solution)\b"),
    (
        Kind.WHEN,
        r"(?:when|until\s+when|by\s+when|since\s+when|how\s+(?:soon|quickly|fast|often)|"
        r"(?:at\s+)?what\s+time|what\s+(?:day|date|hours)|on\s+(?:which|what)\s+(?:day|"
        r"date)|which\s+(?:day|date)|what(?:'s|\s+is|\s+are)\s+(?:the\s+|"
        r"your\s+)?(?:expected\s+|estimated\s+|usual\s+|current\s+)?(?:delivery\s+|"
        r"opening\s+|shipping\s+|lead\s+|waiting\s+|turnaround\s+|processing\s+|working\s+|"
        r"business\s+|arrival\s+)?(?:time|date|hours|deadline|eta)|(?:any|"
        r"what's\s+the)\s+(?:eta|estimate)|within\s+what\s+time)\b",
    ),
    (
        Kind.WHEN,
        r"how\s+long\s+(?:do|does|did|will|would|can|could|is|are|should|have|has|must|may|"
        r"the\b|it\b|until\b|before\b|for\b|approximately|roughly|i\b|you\b|we\b|delivery|"
        r"shipping|repair)|how\s+long(?=\s*(?:[,?.]|and|$))",
    ),
    (
        Kind.PRICE,
        r"(?:how\s+much|what\s+(?:does|do|would|will|did)\s+(?:\w+\s+){1,5}?cost|"
        r"at\s+what\s+price|what(?:'s|\s+is|\s+are|s)\s+(?:the\s+|"
        r"your\s+)?(?:\w+\s+){0,2}?(?:price|prices|cost|costs|postage|fee|fees|rate|rates|"
        r"charge)|what\s+(?:do|would)\s+you\s+(?:charge|pay))\b(?!\s+(?:does|do|"
        r"will)\s+(?:\w+\s+){1,3}weigh)(?!\s+longer)",
    ),
    (
        Kind.COUNT,
        r"(?:how\s+(?:many|heavy|big|large|tall|wide|deep|thick|old|far|high|small|long|"
        r"much\s+(?:does|do|will)\s+(?:\w+\s+){1,3}weigh)|what\s+(?:does|"
        r"do)\s+(?:\w+\s+){1,3}weigh)\b",
    ),
    (Kind.WHEN, r"how\s+much\s+longer\b"),
    (
        Kind.WHERE,
        r"(?:where(?:'s|s|\s+abouts)?|from\s+where|to\s+(?:which|what)\s+address|what(?:'s|"
        r"\s+is)\s+(?:the|your)\s+(?:\w+\s+)?address|(?:at|in)\s+which\s+(?:shop|store|"
        r"place))\b",
    ),
    (Kind.WHO, r"(?:who(?:'s|m|se)?|to\s+whom|with\s+whom)\b"),
    (
        Kind.WHY,
        r"(?:why|how\s+come|what(?:'s|\s+is)\s+the\s+reason|for\s+what\s+reason|"
        r"how\s+(?:could|can|did)\s+(?:this|that|it)\s+happen)\b",
    ),
    (Kind.HOW, r"how\b"),
    (
        Kind.WHICH,
        r"(?:which|what(?:'s|s|re)?|in\s+(?:which|what)|on\s+(?:which|what)|for\s+(?:which|"
        r"what)|with\s+(?:which|what)|by\s+(?:which|what)|of\s+what)\b",
    ),
    (Kind.YES_NO, r"(?:what|how)\s+about\b"),
    (Kind.YES_NO, r"(?:whether|if)\b(?=\s)"),
    (Kind.YES_NO, r"(?:can|could|may)\s+(?:i|we|one|the|my|this|it|they)\b"),
    (
        Kind.REQUEST,
        r"(?:can|could|would|will|may)\s+(?:you|u|someone|somebody|anyone|anybody|"
        r"i\s+ask\s+you\s+to|we\s+have|i\s+have|i\s+get|i\s+please)\b",
    ),
    (
        Kind.REQUEST,
        r"would\s+(?:it\s+be\s+possible|you\s+mind)\b|"
        r"is\s+it\s+possible\s+(?:for\s+you\s+)?to\b|is\s+there\s+any\s+way\b|any\s+chance\b",
    ),
    (Kind.YES_NO, _AUX + r"\s+(?:not\s+)?" + _SUBJECT + r"\b"),
    (Kind.YES_NO, r"(?:any|anything|anyone|still|available|possible)\b(?=[^,;]{0,60}\?)"),
)
_DO = (
    r"(?:send|resend|re-send|ship|cancel|refund|return|exchange|change|replace|call|"
    r"phone|ring|email|e-mail|write|confirm|tell|give|explain|check|correct|amend|"
    r"update|add|remove|delete|stop|arrange|provide|issue|forward|let|advise|inform|fix|"
    r"repair|find|help|contact|reply|respond|answer|book|reserve|put|hold|move|postpone|"
    r"redirect|deliver|make|take|reset|unsubscribe|close|attach|include|use|apply|leave|"
    r"pack|wrap|quote|reimburse|credit|transfer|pay|extend|renew|don't|do\s+not|split|"
    r"combine|merge|investigate|look|sort|have|get|bring|collect|pick|recommend|suggest|"
    r"show|activate|deactivate|restore|unlock|verify|schedule|reschedule|upgrade|switch)"
)
REQUEST: tuple[tuple[Kind, str], ...] = (
    (
        Kind.PRICE,
        r"(?:please\s+)?(?:(?:let|send|tell|give|quote)\s+(?:me|"
        r"us)\s+)(?:know\s+)?(?:the\s+|your\s+|a\s+)?(?:\w+\s+)?(?:price|cost|rate|fee)\b",
    ),
    (Kind.REQUEST, r"(?:please\s+)?let\s+(?:me|us)\s+know\s+(?:the|your|about|more)\b"),
    (
        Kind.ANY,
        r"(?:please\s+)?(?:send|give|provide)\s+(?:me|us)\s+(?:some\s+|more\s+|"
        r"any\s+)*(?:information|info|details)\b",
    ),
    (Kind.WHICH, r"(?:please|pls|kindly)\s+(?:recommend|suggest)\b"),
    (
        Kind.REQUEST,
        r"(?:please|pls|plz|kindly)[,]?\s+(?:also\s+|just\s+|could\s+you\s+|can\s+you\s+|"
        r"then\s+)*" + _DO + r"\b",
    ),
    (
        Kind.REQUEST,
        r"(?:i|we)\s+(?:also\s+|kindly\s+|hereby\s+|therefore\s+)?(?:demand|request|insist|"
        r"ask\s+you\s+to|ask\s+for|expect\s+(?:a|my|the|you)|await\s+(?:a|my|the|"
        r"your)\s+(?:refund|replacement))\b",
    ),
    (
        Kind.REQUEST,
        r"(?:i|we)(?:\s+just|\s+also|\s+simply|'d\s+also)?(?:\s+want|\s+need|'d\s+like|"
        r"\s+would\s+like|\s+require)\s+(?:you\s+to|my\s+money|a\s+refund|the\s+(?:refund|"
        r"second|money|invoice|first)|an?\s+(?:invoice|replacement|copy|vat|receipt|new|"
        r"exchange)|it\s+(?:cancelled|refunded|replaced|repaired)|to\s+(?:exchange|swap|"
        r"cancel|change|get|have|receive|speak|talk|reschedule|book|reserve|add))\b",
    ),
    (
        Kind.REQUEST,
        r"(?:send|give|refund|cancel|tell|call|ship|exchange|change|stop|resend|explain|"
        r"confirm)\s+(?:me|us|my|it|the|this|order|your)\b",
    ),
    (Kind.REQUEST, r"(?:refund\s+(?:me|please)|cancel\s+please|price\s+please)\b"),
)
_PAPERS = (
    r"(?:invoice|receipt|copy|copies|drawings?|certificate|confirmation|replacements?|"
    r"label|quote|refund|list|catalogue|manual|instructions|password|link|documents?|"
    r"proof|duplicate|offer)"
)
REQUEST = (
    *REQUEST,
    (
        Kind.REQUEST,
        r"(?:i|we)(?:\s+also|'d|\s+would|\s+still|\s+urgently|\s+just)*\s+(?:need|want|like|"
        r"require)\s+(?:(?:also|an?|the|my|some|your|two|new|to\s+have|of|vat|full|paper|"
        r"another)\s+)*" + _PAPERS + r"\b",
    ),
)
REQUEST = (
    *REQUEST,
    (
        Kind.REQUEST,
        r"(?:please|pls|kindly)\s+(?!find\b|note\b|see\b|be\b|excuse|forgive|accept|"
        r"do\s+not\s+hesitate|read\b|help\b|advise\b|remember|understand|understood|"
        r"look\b)[a-z]{3,}\b",
    ),
)
REQUEST_AFTER = re.compile(r"(?:and|or|then)\s+(?:please\s+|then\s+|also\s+)*" + _DO + r"\b")
SOFT = re.compile(
    r"(?:i|we)(?:'d|\s+would)?\s+(?:want|need|like|wish)\s+to\s+(?:return|order|buy|"
    r"send|exchange|swap)\b"
)
RHETORICAL = re.compile(
    r"(?:are|r)\s+(?:you|u|yous|you\s+guys)\s+(?:\w+\s+)?(?:kidding|joking|serious|mad|"
    r"crazy|insane|real|for\s+real|even|stupid|deaf|asleep|aware|laughing|sure\?*$|"
    r"there\?)|is\s+(?:this|that|it)\s+(?:\w+\s+)?(?:a\s+|some\s+)?(?:\w+\s+)?(?:joke|"
    r"kind\s+of\s+(?:a\s+)?joke|scam|how\s+you|what\s+you\s+call|normal|acceptable|"
    r"serious|too\s+much\s+to\s+ask|really\s+(?:so\s+)?(?:hard|difficult|too))|"
    r"how\s+(?:can|could|dare)\s+you\b|how\s+(?:is|can)\s+(?:this|that|"
    r"it)\s+(?:even\s+)?(?:be\s+)?possible|who\s+(?:do\s+you\s+think|does\s+that|needs|"
    r"would\s+want)|what\s+(?:kind|sort)\s+of\s+(?:a\s+)?(?:\w+\s+)?(?:circus|service|"
    r"company|shop|business|joke|support|people|customer\s+service)|seriously\b|"
    r"really\s*\?|what\s+the\s+(?:hell|heck|f)|wtf|what\s+is\s+(?:wrong\s+with|"
    r"going\s+on|the\s+point)|what's\s+(?:wrong\s+with\s+you|the\s+point|going\s+on)|"
    r"do\s+you\s+(?:even|really|actually|think|have\s+any\s+idea|call\s+this|"
    r"want\s+me\s+to)|(?:is|does)\s+(?:anyone|anybody|someone|"
    r"somebody)\s+(?:\w+\s+)?(?:there|alive|read|care|work|here|listening)|"
    r"why\s+(?:on\s+earth|the\s+hell|should\s+i|would\s+(?:i|anyone)|"
    r"does\s+(?:everything|nobody|no\s+one|it\s+always)|is\s+(?:nobody|no\s+one|"
    r"everything|it\s+(?:always\s+)?so\s+(?:hard|difficult))|do\s+(?:i|you)\s+(?:always|"
    r"even|never)|bother|am\s+i\s+(?:not\s+surprised|still))|how\s+(?:hard|"
    r"difficult)\s+(?:can|is)|how\s+many\s+(?:more\s+)?times|"
    r"how\s+(?:much\s+)?longer\s+(?:must|do\s+i\s+have|am\s+i)|(?:isn't|aren't|don't|"
    r"doesn't)\s+(?:it|that|this|you|they)\s+(?:\w+\s+)?(?:ridiculous|great|funny|"
    r"obvious|lovely|care|ashamed|wonderful|nice|strange|ironic)|should\s+i\s+(?:laugh|"
    r"cry|be\s+grateful)|have\s+you\s+(?:no\s+shame|lost)|you\s+know\s*\?|right\s*\?|"
    r"ok(?:ay)?\s*\?|deal\s*\?|agreed\s*\?|huh\s*\?|no\s*\?$|excuse\s+me\s*\?|"
    r"hello\s*\?|anyone\s*\?|and\s*\?|so\s*\?|what\s*\?+$|guess\s+what|(?:can|"
    r"could)\s+you\s+(?:believe|imagine)|when\s+will\s+(?:you|this|they)\s+(?:ever|"
    r"finally\s+learn)|who\s+knows"
)
GREETING = re.compile(
    r"how\s+(?:are|r)\s+(?:you|u|things)|how's\s+(?:it\s+going|everything|life|"
    r"your\s+day)|how\s+do\s+you\s+do|(?:are\s+you|you)\s+(?:doing\s+)?(?:well|"
    r"ok(?:ay)?|good)\s*\?|(?:i\s+)?hope\s+(?:you|this|all)|(?:can|may|"
    r"could)\s+i\s+ask\s+(?:you\s+)?(?:something|a\s+question|you)|(?:can|could|would|"
    r"will)\s+(?:you|someone|anyone|somebody)\s+(?:please\s+)?(?:help(?:\s+me|"
    r"\s+us)?(?:\s+out|\s+with\s+(?:this|that|it))?(?:,?\s*please)?\s*[?.!]|"
    r"assist\s*[?.!])|do\s+you\s+have\s+(?:a\s+minute|time)"
)
# Nothing special is asked: any answer will do, and so will none.
EMPTY = re.compile(
    r"(?:please\s+|pls\s+|kindly\s+|could\s+you\s+(?:please\s+)?|"
    r"can\s+you\s+(?:please\s+)?)*(?:let\s+me\s+know|help(?:\s+me)?|advise|reply|"
    r"respond|answer(?:\s+me)?|get\s+back\s+to\s+me|contact\s+me|look\s+into\s+(?:this|"
    r"it)|sort\s+(?:this|it)(?:\s+out)?|do\s+something|have\s+a\s+look|check|tell\s+me|"
    r"call\s+me(?:\s+back)?|write\s+(?:back|to\s+me)|inform\s+me|take\s+care|"
    r"explain(?:\s+this|\s+that)?|see\s+(?:the\s+)?(?:attach\w+|below|photo\w*)|"
    r"find\s+(?:attached|enclosed|below)|look\s+at\s+the|note\b.*|excuse\b.*|"
    r"forgive\b.*|accept\b.*|don't\s+hesitate.*|feel\s+free.*|have\s+a\s+(?:nice|good|"
    r"great).*|make\s+sure.{0,20}|take\s+your\s+time)(?:\s+(?:asap|soon|quickly|please|"
    r"now|today|urgently|me|us|as\s+soon\s+as\s+possible|a\s+reply|a\s+response|out|"
    r"with\s+(?:this|that|it)|about\s+(?:this|it)|what\s+you\s+think|here|again|"
    r"by\s+(?:return|email|e-mail)))*\s*[.!?]*$"
)
CONDITION = re.compile(
    r"(?:and\s+|but\s+)?(?:if\s+(?:not|so|yes|no|it\s+(?:is|isn't|did|didn't|has|was|"
    r"does|doesn't)|that's\s+not|you\s+(?:do|don't|can't|can)|this\s+is)|otherwise)\b"
)
SELF_ANSWERED = re.compile(
    r"never\s?mind|forget\s+(?:it|that)|no\s+need\s+to\s+(?:answer|reply)|(?:found|"
    r"figured)\s+(?:it|that|the\s+answer)(?:\s+out)?|(?:i|we)(?:'ve|"
    r"\s+have)?\s+(?:just\s+)?(?:found|figured|worked)\s+(?:it\s+|that\s+)?(?:out|"
    r"the\s+answer|it)|it\s+says\s+so|got\s+it\s+(?:now|already)|sorted\s+(?:it|that)|"
    r"i\s+see\s+(?:now\s+)?that\s+it|i've\s+since\s+found|already\s+(?:know|clear|"
    r"solved|found)"
)
STRONG_WITHOUT_MARK = re.compile(
    r"(?:when|where|what|which|who|why|how)(?:'s|s|re)?\s+(?:"
    + _AUX
    + r"|to|much|many|long|about|size|colou?r|kind|time|type|file|sort|payment|day|is|"
    r"are)\b|(?:what|where|how|who)(?:'s|s)\b|"
    + _AUX
    + r"\s+(?:i|you|u|we|it|there|they|this|the|my|your|these|he|she|any|anyone)\b|"
    r"any\s+chance\b|(?:at\s+what|what)\s+time\b|in\s+(?:what|which)\b"
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
# What asks wherever it stands, in a letter without a single question mark.
ASKS_ANYWHERE = re.compile(
    r"\b(?:(?:and\s+|or\s+)?(?:can|could|will|would|do|does|is|are|may|should)\s+(?:i|you|u|it|they|"
    r"there|the|my|we|that|this)\b(?<!so\s)|(?:how\s+(?:much|many|long|do|does|can|far|often|soon)|"
    r"where\s+(?:do|can|is|are)|what\s+(?:is|are|do|time|size|colou?r)|which\s+\w+|when\s+(?:do|does|"
    r"will|can|is|are)|why\s+(?:is|are|do|did|was)|if\s+my)\b)"
)
STOPS_STRONG = re.compile(r",\s*(?:i|we|it|they|he|she|the|my|there)\b")
CONDITION_WITHIN = re.compile(r"\bif\s+(?:so|not|yes|no)\b")
META = re.compile(
    r"(?:when|why|how\s+soon)\b[^?]{0,40}\b(?:answer|reply|respond|hear\s+(?:back|"
    r"from\s+you)|call\s+me\s+back|get\s+an\s+answer|response)\b"
)
# What a question put within a sentence of its own begins with.
WITHIN = re.compile(r"(?:i|we|please|could|can|would|pls|kindly|any)\b")
