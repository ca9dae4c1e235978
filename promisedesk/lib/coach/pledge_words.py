"""How people promise a deed of their own in three languages; Polish without diacritics."""

from __future__ import annotations

import re

_WHO = (
    r"(?:i|we|someone|somebody|one\s+of\s+us|my\s+colleagues?|our\s+(?:\w+\s+)?(?:team|colleagues?|"
    r"manager|department|specialist|technician|support|accountant|warehouse|agents?))"
)
_WILL = r"(?:'ll|\s+will|\s+shall|(?:'m|'re|\s+am|\s+are|\s+is)\s+going\s+to)"
_SOFTENED = (
    r"(?:\s+(?:also|then|gladly|certainly|definitely|personally|of\s+course|surely|just|"
    r"now|try\s+to|"
    r"be\s+sure\s+to|make\s+sure\s+to))*"
)
_DO = (
    r"(?:(?:call|ring|phone|contact|inform|notify|update|e-?mail|message|text|answer|refund|"
    r"reimburse|tell)\s+(?:to\s+)?you\b|call\s+(?:you\s+)?back|(?:get|come|write|report)\s+back\b|"
    r"let\s+you\s+know|reach\s+out|get\s+in\s+touch|be\s+in\s+touch|"
    r"keep\s+you\s+(?:posted|informed|"
    r"updated)|write\s+to\s+you|reply\b|respond\b|follow\s+up|(?:check|find\s+out|look\s+into|"
    r"investigate|clarify|ask|forward|verify)\b|(?:send|ship|dispatch|post|refund|transfer|replace|"
    r"repair|fix|arrange|correct|issue|process|prepare|return|credit|reship)\s+(?:you|"
    r"your|the|a|an|"
    r"it|this|that|them|out|everything)\b)"
)
PLEDGES = {
    "en": re.compile(
        rf"\b{_WHO}{_WILL}{_SOFTENED}\s+{_DO}|"
        r"\byou(?:'ll|\s+will)\s+(?:hear\s+(?:back\s+)?from|(?:receive|get|have)\s+(?:an?|"
        r"your|our|the)"
        r"\s+(?:\w+\s+)?(?:answer|reply|refund|replacement|call|update|money))\b"
    ),
    "ru": re.compile(
        r"\b(?:перезвон|позвон|свяж|ответ|сообщ|напиш|уточн|провер|выясн|узна|отправ|вышл|"
        r"пришл|вышл|"
        r"верн|замен|почин|зачисл|компенсир|возмест|оформ|подготов|исправ|согласу|передад|рассмотр|"
        r"разбер|дад)(?:им|ем|ю|у|лю|ю|им|ем|им|ем|емся|имся|усь|емся|им)\b(?:\s+(?:вам|вас|"
        r"с\s+вами|"
        r"к\s+вам|знать|деньги|товар|заказ|вопрос))?|"
        r"\b(?:дам|дадим)\s+(?:вам\s+)?знать\b|\bвам\s+(?:обязательно\s+|скоро\s+)?(?:перезвонят|"
        r"позвонят|напишут|ответят|сообщат|вернут)\b|\bс\s+вами\s+(?:обязательно\s+|скоро\s+)?"
        r"свяж(?:утся|ется|емся|усь)\b"
    ),
    "pl": re.compile(
        r"\b(?:oddzwoni|zadzwoni|napisz|odpisz|odpowiem|poinformuj|sprawdz|wysl|przesl|"
        r"zwroc|wymieni|"
        r"naprawi|wyjasni|ustal|przygotuj|zapyta|potwierdz|przekaz|skontaktuj|powiadomi|rozpatrz|"
        r"wrocim|dosl|poprawi|skoryguj)(?:e|emy|imy|my|y|m)\b(?:\s+(?:do\s+)?(?:pana|pani|"
        r"panstwa|sie|"
        r"panu|panstwu|z\s+odpowiedzia))?|\b(?:oddamy|oddam)\b|"
        r"\b(?:dam|damy)\s+(?:panu\s+|pani\s+|panstwu\s+)?znac\b|"
        r"\bktos\s+(?:od\s+nas\s+)?(?:oddzwoni|"
        r"zadzwoni|odpisze)\b|\b(?:oddzwonimy|zadzwonimy|skontaktujemy\s+sie)\b"
    ),
}
RESEARCH = {  # followed by the answer, which is what is waited for
    "en": re.compile(r"check|find\s+out|look\s+into|investigate|clarify|ask|forward|verify"),
    "ru": re.compile(r"уточн|провер|выясн|узна|согласу|передад|рассмотр|разбер"),
    "pl": re.compile(r"sprawdz|ustal|zapyta|przekaz|wyjasni|rozpatrz"),
}
DEPENDS = {  # the customer's turn comes first, or it happens by itself
    "en": re.compile(
        r"\b(?:if|once|when|whenever|as\s+soon\s+as\s+(?:you|we|the|it|your|they)|after|until|upon|"
        r"unless|should\s+you|in\s+case|always|usually|normally|never|not|won't|happy|glad|pleased|"
        r"delighted|would|could|can|may|then\s+we)\b"
    ),
    "ru": re.compile(
        r"\b(?:если|когда|как\s+только|после|при|в\s+случае|пока|тогда|обычно|всегда|рад[аы]?|"
        r"готовы|сможем|могли\s+бы|бы|не|чтобы|и\s+мы)\b"
    ),
    "pl": re.compile(
        r"\b(?:jesli|jezeli|gdy|kiedy|gdyby|po|zaraz\s+po|w\s+razie|w\s+przypadku|dopoki|zwykle|"
        r"zawsze|chetnie|mozemy|moglibysmy|nie|aby|zeby|a\s+my|wtedy)\b"
    ),
}
NO_TIME = {  # says no time, however it sounds
    "en": re.compile(
        r"\b(?:as\s+soon\s+as\s+possible|asap|a?\s*soon|shortly|in\s+due\s+course|at\s+once|"
        r"already|"
        r"now|once)\b|\bday\s+(?:and|or)\s+night\b|\bplease\s+(?:wait|allow)\b"
    ),
    "ru": re.compile(
        r"\b(?:в\s+ближайшее\s+время|как\s+можно\s+(?:скорее|быстрее)|скоро|уже|сейчас|позже|"
        r"позднее|потом|вскоре|через\s+некоторое\s+время|чуть\s+позже|сразу)\b"
    ),
    "pl": re.compile(
        r"\b(?:wkrotce|niebawem|jak\s+najszybciej|w\s+najblizszym\s+czasie|juz|teraz|pozniej|"
        r"niedlugo|zaraz|mozliwie\s+szybko)\b"
    ),
}
