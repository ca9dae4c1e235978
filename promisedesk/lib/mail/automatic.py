"""Whether a machine wrote a mail, and why it may not be acknowledged (RFC 3834, RFC 5230 4.6).

A desk that answers machines ends in loops of thousands of mails; a desk that treats people
as machines loses customers. So only headers and well-known names count, never the words of
the text; a subject alone keeps an acknowledgement back at most, the promise is made.
"""

import re

from promisedesk.lib.mail.model import AUTO_REPLY, LIST, MESSAGE, Address, ParsedMail

Fields = dict[str, list[str]]

_NO_REPLY = re.compile(
    r"(?:no|not|never|dont|don't)[._-]?reply|do[._-]?not[._-]?reply|donotrespond|"
    r"ne[._-]?otvechat|noanswer|no[._-]?response|nie[._-]?odpowiadaj|nicht[._-]?antworten",
    re.I,
)
_DAEMON = re.compile(
    r"mailer[._-]?daemon|mail[._-]?daemon|postmaster|bounces?|mailer|daemon|mdaemon|"
    r"mail-?deliver\w*|delivery(?:-subsystem)?|double-bounce|root|listserv|majordomo|autoreply|"
    r"auto-reply|autoresponder|auto-responder",
    re.I,
)
_LIST_LOCAL = re.compile(r"owner-.+|.+-(?:owner|request|bounces?|admin)|bounces?[+-].*", re.I)
# What programs write, whole: people begin sentences with the same words.
_AUTO_SUBJECT = re.compile(
    r"\s*(?:automatic (?:reply|response)|auto[ -]?(?:reply|response|responder|matic reply)|"
    r"out of (?:the )?office(?: (?:auto[ -]?)?(?:reply|response|message|notification|notice))?|"
    r"out-of-office(?: reply)?|(?:vacation|holiday|away) (?:auto[ -]?)?(?:reply|response|message|"
    r"notice|notification)|"
    r"автоматический ответ|автоответ(?:чик)?|автоматическое (?:сообщение|уведомление)|"
    r"уведомление об отсутствии|автоматична відповідь|автовідповідь|"
    r"automatyczna odpowiedź|autoodpowiedź|auto-?odpowiedz|odpowiedź automatyczna|"
    r"automatyczna wiadomość|autoresponder|powiadomienie o nieobecności|"
    r"automatische antwort|abwesenheitsnotiz|abwesenheitsmeldung|réponse automatique|"
    r"absence du bureau|respuesta automática|risposta automatica|automatisch antwoord|"
    r"automatische reactie|afwezigheidsbericht|resposta automática|autosvar|automatisk svar|"
    r"automatiskt svar|automatická odpověď|automatické odpovede|automaattinen vastaus|"
    r"automatikus válasz|răspuns automat|自动回复|自動回覆|自動返信|자동 회신)"
    r"\s*(?:[:：\-–—]|\Z)",
    re.I,
)
# What people write of a holiday as well: believed only of a mail nobody can answer.
_AWAY_SUBJECT = re.compile(
    r"\s*(?:re:\s*)?(?:auto:|vacation\b|(?:i am |i.m )?(?:away|out|on (?:vacation|leave|"
    r"holiday))\b|"
    r"(?:я )?в отпуске|отпуск\b|нет на месте|отсутств|вне офиса|"
    r"nieobecno|urlop|(?:jestem )?(?:na urlopie|poza biurem|nieobecn)|poza biurem)",
    re.I,
)
# How such answers begin, in English, Russian and Polish.
_AWAY = re.compile(
    r"out of (?:the )?office|away from (?:my|the|our) (?:office|desk|e-?mail|computer)|"
    r"on (?:annual |maternity |parental |sick |paid |business )?(?:leave|vacation|holidays?|"
    r"trip)\b|"
    r"(?:limited|no|intermittent) access to (?:my )?e-?mail|not (?:be )?in the office|"
    r"will (?:respond|reply|get back|answer|read)[^.]{0,80}(?:return|as soon as|when i|shortly|"
    r"within)|automat(?:ed|ic|ically)[- ](?:generated )?(?:reply|response|message|e-?mail|answer|"
    r"generated|sent)|do not reply to this|"
    r"thank(?:s| you)[^.]{0,40}(?:e-?mail|message|contact|letter|inquiry|writing)|"
    r"have received your (?:e-?mail|message|letter|request)|office is closed|"
    r"в отпуск|отсутству|командировк|вне офиса|на больничном|не на рабочем месте|"
    r"нахожусь вне|буду недоступ|(?:ограничен\w*|не имею|нет) доступ\w* к (?:почте|интернет)|"
    r"автоматическ\w+ (?:ответ|сообщени|уведомлени|письм)|(?:создан|сформирован|отправлен)\w* "
    r"автоматически|отвечу[^.]{0,60}(?:после|когда|сразу|как только|по возвращени)|вернусь|"
    r"выйду на (?:работу|связь)|благодар\w+ за (?:ваше |обращени|письмо)|"
    r"спасибо за (?:ваше )?(?:письмо|обращение|сообщение)|"
    r"(?:письмо|обращение|сообщение|заявка) (?:успешно )?(?:получен|принят|зарегистрирован)|"
    r"(?:не отвечайте|отвечать)[^.]{0,20} на (?:это|данное)|"
    r"na urlopie|poza biurem|nieobecn|na zwolnieniu|w delegacji|w podróży służbowej|"
    r"(?:ograniczon\w+|brak\w*|nie mam) dost[ęe]pu? do (?:poczty|e-?mail|skrzynki|internetu)|"
    r"(?:odpowiem|odpisz[ęe]|odpowiedzi? udziel[ęe])[^.]{0,60}(?:powrocie|jak tylko|najszybciej|"
    r"wkr[óo]tce)|(?:wygenerowan|wys[łl]an|utworzon)\w+ automatycznie|"
    r"automatyczn\w+ (?:odpowied[źz]|wiadomo[śs][ćc])|dzi[ęe]kuj[ęe](?:my)? za (?:wiadomo|kontakt|"
    r"e-?mail|mail|przes[łl]anie|zg[łl]oszenie)|otrzymali[śs]my|(?:prosimy|"
    r"prosz[ęe]) nie odpowiada",
    re.I,
)
# Who speaks of an order of theirs, or asks, is no robot whatever the subject says.
_OWN_CONCERN = re.compile(
    r"\?|\bmy (?:order|parcel|package|delivery|refund|purchase|item|invoice|tea)|"
    r"\border (?:no|number|nr|#|\d)|\b(?:refund|deliver(?:y|ed)?|cancel|parcel|ship(?:ped|"
    r"ping)?)\b|"
    r"посылк|заказ|доставк|возврат|товар|верните|paczk|zam[óo]wien|zwrot|przesy[łl]k|dostaw|"
    r"kurier|reklamacj|курьер",
    re.I,
)
MOST_HOPS = 60  # Received lines; RFC 5321 6.3 calls over 100 a loop, ordinary mail has under 20
_CALENDAR_ANSWER = {"REPLY", "COUNTER", "REFRESH"}


_ROBOT_FIELDS = (
    "x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder", "x-vacation",
    "x-autoreply-from", "x-auto-reply-from", "x-mail-autoreply", "x-autogenerated",
    "x-fc-machinegenerated", "x-autoreply-for", "x-auto-response", "x-yandex-autoreply",
)  # fmt: skip


def automatic_reason(
    fields: Fields,
    sender: Address | None,
    reply_to: Address | None = None,
    calendar_method: str = "",
) -> str:
    """Why no acknowledgement may be sent; '' when a person seems to have written."""
    submitted = _first(fields, "auto-submitted").partition(";")[0].strip().lower()
    # A mail a server passed on is as human as it was before.
    if submitted and submitted not in ("no", "auto-forwarded"):
        return "auto-submitted"
    if any(value.strip() in ("<>", "< >") for value in fields.get("return-path", ())):
        return "null sender"
    for name in _ROBOT_FIELDS:
        if _first(fields, name).lower() not in ("", "no", "false", "0", "none"):
            return name if name.startswith("x-auto") else "x-autoreply"
    if any("autoresponder" in value.lower() for value in fields.get("delivered-to", ())):
        return "x-autoreply"
    if "autoresponder" in _first(fields, "x-post-messageclass").lower():
        return "x-autoreply"
    if _first(fields, "preference").lower() == "auto_reply":
        return "precedence"
    if _first(fields, "precedence").lower() in ("bulk", "junk", "list", "auto_reply", "auto-reply"):
        return "precedence"
    if _first(fields, "x-precedence").lower() in ("bulk", "junk", "auto_reply"):
        return "precedence"
    for name in ("list-id", "list-post", "list-unsubscribe", "mailing-list", "x-mailing-list"):
        if name in fields:
            return name
    suppressed = re.split(r"[,;\s]+", _first(fields, "x-auto-response-suppress").lower())
    if {"all", "autoreply", "oof"}.intersection(suppressed):
        return "x-auto-response-suppress"
    if "x-loop" in fields:
        return "x-loop"
    if len(fields.get("received", ())) > MOST_HOPS:
        return "too many hops"
    if calendar_method in _CALENDAR_ANSWER:
        return "calendar reply"
    if sender and reply_to and _address_reason(sender) == "no-reply address":
        return _address_reason(reply_to)  # a shop's own form, on behalf of a customer
    return _address_reason(sender) or (_address_reason(reply_to) if reply_to else "")


def _address_reason(sender: Address | None) -> str:
    if sender is None:
        return "no sender address"
    local = sender.address.rpartition("@")[0].partition("+")[0]
    if _DAEMON.fullmatch(local):
        return "mailer-daemon"
    if _NO_REPLY.search(local):
        return "no-reply address"
    if _LIST_LOCAL.fullmatch(local):
        return "list address"
    return ""


def kind_of(fields: Fields, subject: str, reason: str, text: str = "") -> str:
    """'auto_reply', 'list' or 'message'; bounces and reports are told apart before.

    Lists count as lists although no acknowledgement goes to them: people write there.
    `text` is what the sender wrote, without quotes.
    """
    submitted = _first(fields, "auto-submitted").partition(";")[0].strip().lower()
    if submitted.startswith("auto-") and submitted != "auto-forwarded":
        return AUTO_REPLY
    if reason.startswith(("x-auto", "x-vacation")) and reason != "x-auto-response-suppress":
        return AUTO_REPLY
    if reason in ("list-id", "list-post", "mailing-list", "x-mailing-list"):
        return LIST
    precedence = (_first(fields, "precedence") or _first(fields, "x-precedence")).lower()
    if precedence in ("auto_reply", "auto-reply"):
        return AUTO_REPLY
    if precedence == "list" or "list-id" in fields:
        return LIST
    if _is_answer_of_a_robot(fields, subject, reason, text):
        return AUTO_REPLY
    if precedence in ("bulk", "junk"):
        return LIST if "list-unsubscribe" in fields else AUTO_REPLY
    if reason == "precedence" or reason == "list-unsubscribe":
        return AUTO_REPLY if reason == "precedence" else LIST
    return MESSAGE


def _is_answer_of_a_robot(fields: Fields, subject: str, reason: str, text: str) -> bool:
    """For mails whose header does not say so: subject, words and what else there is agree."""
    says_so = has_automatic_subject(subject)
    if reason and says_so:
        return True
    start = text[:1500]
    if reason in ("null sender", "no-reply address", "x-auto-response-suppress"):
        is_named = bool(_AWAY_SUBJECT.match(subject))
        is_likely = is_named or (reason == "null sender" and not _OWN_CONCERN.search(start))
        return is_likely and bool(_AWAY.search(start))
    if not says_so or _OWN_CONCERN.search(start):
        return False
    return "in-reply-to" in fields or bool(_AWAY.search(start))


def has_automatic_subject(subject: str) -> bool:
    """Whether the subject is one that vacation programs write. Proves nothing by itself."""
    return bool(_AUTO_SUBJECT.match(subject))


def may_acknowledge(parsed: ParsedMail, envelope_from: str | None) -> bool:
    """Whether an automatic answer may go out to a mail.

    `envelope_from` as the server told it: '' or '<>' is the null sender, None unknown.
    """
    if envelope_from is not None and envelope_from.strip() in ("", "<>"):
        return False
    if parsed.kind != MESSAGE or parsed.is_automatic_reason:
        return False
    target = parsed.reply_to or parsed.sender
    return target is not None and not _address_reason(target)


def _first(fields: Fields, name: str) -> str:
    values = fields.get(name)
    return values[0].strip() if values else ""
