"""How people promise a deed of their own in three languages; Polish without diacritics."""

from __future__ import annotations

import re

_WHO = (
    r"(?:i|we|someone|somebody|one\s+of\s+us|my\s+colleagues?|our\s+(?:\w+\s+)?(?:team|"
    r"colleagues?|manager|department|specialist|technician|support|accountant|warehouse|"
    r"agents?))"
)
_WILL = r"(?:'ll|\s+will|\s+shall|(?:'m|'re|\s+am|\s+are|\s+is)\s+going\s+to)"
_SOFTENED = (
    r"(?:\s+(?:also|then|gladly|certainly|definitely|personally|of\s+course|surely|just|"
    r"now|try\s+to|be\s+sure\s+to|make\s+sure\s+to))*"
)
_DO = (
    r"(?:(?:call|ring|phone|contact|inform|notify|update|e-?mail|message|text|answer|"
    r"refund|reimburse|tell)\s+(?:to\s+)?you\b|call\s+(?:you\s+)?back|(?:get|come|write|"
    r"report)\s+back\b|let\s+you\s+know|reach\s+out|get\s+in\s+touch|be\s+in\s+touch|"
    r"keep\s+you\s+(?:posted|informed|updated)|write\s+to\s+you|reply\b|respond\b|"
    r"follow\s+up|(?:check|find\s+out|look\s+into|investigate|clarify|ask|forward|"
    r"verify)\b|(?:send|ship|dispatch|post|refund|transfer|replace|repair|fix|arrange|"
    r"correct|issue|process|prepare|return|credit|reship)\s+(?:you|your|the|a|an|it|"
    r"this|that|them|out|everything)\b)"
)
PLEDGES = {
    "en": re.compile(
        rf"\b{_WHO}{_WILL}{_SOFTENED}\s+{_DO}|\byou(?:'ll|\s+will)\s+(?:hear\s+(?:back\s+)?from|(?:receive|get|have)\s+(?:an?|your|our|the)\s+(?:\w+\s+)?(?:answer|reply|refund|replacement|call|update|money))\b"
    ),
    "ru": re.compile(
        r"\b(?:перезвон|позвон|свяж|ответ|сообщ|напиш|уточн|провер|выясн|узна|отправ|вышл|"
        r"пришл|вышл|верн|замен|почин|зачисл|компенсир|возмест|оформ|подготов|исправ|"
        r"согласу|передад|рассмотр|разбер|дад)(?:им|ем|ю|у|лю|ю|им|ем|им|ем|емся|имся|усь|"
        r"емся|им)\b(?:\s+(?:вам|вас|с\s+вами|к\s+вам|знать|деньги|товар|заказ|вопрос))?|"
        r"\b(?:дам|дадим)\s+(?:вам\s+)?знать\b|\bвам\s+(?:обязательно\s+|"
        r"скоро\s+)?(?:перезвонят|позвонят|напишут|ответят|сообщат|вернут)\b|"
        r"\bс\s+вами\s+(?:обязательно\s+|скоро\s+)?свяж(?:утся|ется|емся|усь)\b"
    ),
    "pl": re.compile(
        r"\b(?:oddzwoni|zadzwoni|napisz|odpisz|odpowiem|poinformuj|sprawdz|wysl|przesl|"
        r"zwroc|wymieni|naprawi|wyjasni|ustal|przygotuj|zapyta|potwierdz|przekaz|skontaktuj|"
        r"powiadomi|rozpatrz|wrocim|dosl|poprawi|skoryguj)(?:e|emy|imy|my|y|"
        r"m)\b(?:\s+(?:do\s+)?(?:pana|pani|panstwa|sie|panu|panstwu|z\s+odpowiedzia))?|"
        r"\b(?:oddamy|oddam)\b|\b(?:dam|damy)\s+(?:panu\s+|pani\s+|panstwu\s+)?znac\b|"
        r"\bktos\s+(?:od\s+nas\s+)?(?:oddzwoni|zadzwoni|odpisze)\b|\b(?:oddzwonimy|"
        r"zadzwonimy|skontaktujemy\s+sie)\b"
    ),
}
RESEARCH = {  # followed by the answer, which is what is waited for
    "en": re.compile(r"check|find\s+out|look\s+into|investigate|clarify|ask|forward|verify"),
    "ru": re.compile(r"уточн|провер|выясн|узна|согласу|передад|рассмотр|разбер"),
    "pl": re.compile(r"sprawdz|ustal|zapyta|przekaz|wyjasni|rozpatrz"),
}
DEPENDS = {  # the customer's turn comes first, or it happens by itself
    "en": re.compile(
        r"[{\[]|^\W*(?:please|just|simply|send|reply|tell|give|choose|let\s+us|write|call|"
        r"answer|say)\b|\b(?:if|once|when|whenever|as\s+soon\s+as\s+(?:you|we|the|it|your|"
        r"they)|after|until|upon|unless|should\s+you|in\s+case|always|usually|normally|"
        r"never|not|won't|gladly|happy|glad|pleased|delighted|would|could|can|may|"
        r"then\s+we)\b"
    ),
    "ru": re.compile(
        r"[{\[]|[а-я]{3,}(?:ите|йте|ьте)\b|\b(?:если|когда|как\s+только|после|при|"
        r"в\s+случае|пока|тогда|обычно|всегда|рад[аы]?|готовы|сможем|могли\s+бы|бы|не|чтобы|"
        r"и\s+мы)\b"
    ),
    "pl": re.compile(
        r"[{\[]|prosze\s+(?:o\b|\w+c\b)|wystarczy|\b(?:jesli|jezeli|gdy|kiedy|gdyby|po|"
        r"zaraz\s+po|w\s+razie|w\s+przypadku|dopoki|zwykle|zawsze|chetnie|mozemy|moglibysmy|"
        r"nie|aby|zeby|a\s+my|wtedy)\b"
    ),
}
NO_TIME = {  # says no time, however it sounds
    "en": re.compile(
        r"\b(?:as\s+soon\s+as\s+possible|asap|a?\s*soon|shortly|in\s+due\s+course|already|"
        r"now|once)\b|\bday\s+(?:and|or)\s+night\b|\bplease\s+(?:wait|allow)\b"
    ),
    "ru": re.compile(
        r"\b(?:в\s+ближайшее\s+время|как\s+можно\s+(?:скорее|быстрее)|скоро|уже|сейчас|"
        r"позже|позднее|потом|вскоре|через\s+некоторое\s+время|чуть\s+позже)\b"
    ),
    "pl": re.compile(
        r"\b(?:wkrotce|niebawem|jak\s+najszybciej|w\s+najblizszym\s+czasie|juz|teraz|"
        r"pozniej|niedlugo|mozliwie\s+szybko)\b"
    ),
}
