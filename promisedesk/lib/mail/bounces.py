"""Mails that say a mail of ours did not arrive, or report on it.

Only the top of the mail decides, and never its words alone: a customer who attaches, forwards
or quotes a bounce asks a question. A delivery report (RFC 3464) at the top is proof; else the
sender must be one that only programs use, and subject or text must speak of mail.
"""

import re
from dataclasses import dataclass, field

from promisedesk.lib.mail.bounced import delivery_reports
from promisedesk.lib.mail.model import BOUNCE, REPORT, Address

SCANNED = 6000  # characters of the text: programs come to the point

# Local parts nobody but a mail server uses.
_DAEMON = re.compile(
    r"(?:mailer|mail|m|mailler|e?mail-?system|smtp|mta|mx|lmtp|mda|delivery)?[._-]?"
    r"(?:daemon|demon|deamon)s?(?:[._+-].*)?|double-bounce|mmdf|uucp|mailsystem|"
    r"microsoftexchange[0-9a-f]{8,}.*|mail-?delivery-?(?:sub)?system|mail-?deliver\w*|"
    r"post_?office|mail-?administrator|_?mailrouter|gatewayadmin|autoadmin|ymsgr|"
    r".*smtp_mail_service.*|.*smtp_gateways?",
    re.I,
)
# Local parts that programs use and people do too.
_OFFICE = re.compile(
    r"post_?master|bounces?(?:[+=_.-].*)?|mail_?server|smtp|failure|mailadmin|delivery|ndr|"
    r"nobody|staff|root|administrator|admin|mail|mailer|system|no-?reply|do-?not-?reply|"
    r".*system[_ ]administrator.*|"
    r".+-(?:admin|owner|request|bounces)|returns?|notification|exchange|mail-?filter|mailgate",
    re.I,
)
_DAEMON_NAME = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon|deliver(?:y|er)? ?system)|delivery (?:sub)?system|"
    r"mail (?:system|router|administrator)|internet mail delivery|e-?mail delivery system|"
    r"postmaster|courier mail server|система доставки|почтовая служба|"
    r"(?:pod)?system dostarczania|system pocztowy|сервер почты",
    re.I,
)
_OFFICE_NAME = re.compile(
    r"system administrator|microsoft outlook|mail filter|mail gateway|exchange|антиспам|"
    r"системный администратор|administrator systemu|interscan|mail ?marshal|spam filter",
    re.I,
)
_SUBJECT = re.compile(
    r"undeliver|unable to deliver|delivery (?:status|fail|report|has failed|delayed|problem|error|"
    r"incomplete|notification|unsuccessful)|deliver(?:y|ing) (?:of )?(?:your )?(?:e-?)?mail|"
    r"failed (?:delivery|mail|to deliver)|failure (?:notice|delivery)|returned (?:e-?)?mail|"
    r"(?:mail|message) (?:delivery|delivering|system|could not|failure|not delivered|undeliver|"
    r"error|status|returned|delayed|rejected|blocked|refused|quarantined)|non[- ]?deliver|"
    r"not delivered|returned (?:to )?sender|error sending|error(?:s)? in (?:forward|deliver)|"
    r"bounced?\b|could not be (?:delivered|sent)|couldn.t be delivered|"
    r"warning: (?:could not|message|delayed|mail)|"
    r"user unknown|unknown (?:user|recipient|address)|invalid (?:recipient|address)|"
    r"nondeliverable|(?:mail|message) you sent|delayed (?:e?-?mail|message)|delay(?:ed)? notif|"
    r"(?:automatically )?rejected(?: mail|:)|rejection|still being retried|mailbox (?:is )?full|"
    r"quota exceed|no such user|there was an error sending|address (?:change|no longer)|"
    r"unzustellbar|nicht zugestellt|nicht zustellbar|zustell|"
    r"nie ?(?:została |mogła zostać |został |może być |można )?dostarcz|niedostarcz|"
    r"niedoręcz|nie doręczon|zwrot (?:wiadomości|poczty|do nadawcy)|zwrócona|"
    r"opóźni\w+ (?:w )?dostarcz|dostarcz\w+ (?:zostało )?opóźni|błąd (?:dostarcz|wysył)|"
    r"raport (?:o )?dostarcz|"
    r"не ?доставл|недоставл|не (?:может быть|был[оа]|удалось|удается|удаётся) доставл?|"
    r"не уда[её]тся доставить|невозможно доставить|ошибка (?:при )?доставк|сбой доставк|"
    r"задержк\w+ (?:в )?доставк|доставка (?:отложена|задержана|не выполнена)|"
    r"уведомлени\w+ о (?:состоянии )?доставк|отч[её]т о доставк|"
    r"возврат (?:письма|почты|сообщения)|возвращен\w+ (?:письмо|почта|сообщение)|"
    r"письмо не (?:отправлен|дошло)|сообщение не (?:отправлен|дошло)|недоставк|"
    r"не вдалося доставити|échec|non remis|non distribu|non délivré|n.a pas pu être|"
    r"no se (?:puede|pudo|ha podido) entregar|no entregado|devuelto|mancata consegna|"
    r"impossibile recapitare|onbestelbaar|niet bezorgd|não entregue|não foi possível entregar|"
    r"kunde inte levereras|kunne ikke leveres|olevererbart|nedoručiteľn|nedoručiteln|"
    r"kézbesíthetetlen|配信|不達|送信できません|退信|無法傳遞|无法送达|배달",
    re.I,
)
# What servers write of a mail. Said of a parcel, some of it would fit: never enough alone.
_WORDS = re.compile(
    r"(?:mail|message|it|delivery|recipients?|address(?:es)?)\)? (?:to [^\n]{1,80} )?"
    r"(?:(?:can|could|was|were|has|have|did|is) ?no?t|cannot|couldn.t|failed|wasn.t|hasn.t) "
    r"(?:yet )?(?:be(?:en)? )?(?:deliver|sent|reach|accepted|relayed|failed)|"
    r"did no?t reach|(?:unable|failed|not able|trying|error) to deliver|undeliver|"
    r"delivery (?:has |to [^\n]{1,120} )?(?:failed|delayed|unsuccessful)|fatal (?:delivery )?error|"
    r"permanent(?:ly)? (?:fatal )?(?:delivery )?(?:error|fail|reject)|not delivered|"
    r"(?:automatically|was|been) (?:rejected|postponed)|continue to try to deliver|"
    r"returned to (?:you|sender)|bounced|"
    r"(?:user|recipient|mailbox|account|address|destination)[^\n]{0,60}? (?:unknown|not found|"
    r"unavailable|disabled|does no?t exist|not listed|over ?quota|full|rejected|invalid)|"
    r"(?:unknown|no such|invalid|bad) (?:user|recipient|mailbox|account|address|local)|"
    r"quota (?:is )?exceeded|address(?:ee)? unknown|mail system at host|blocked by|"
    r"не (?:было |была |был |может быть |удалось |удается |удаётся )?доставл|"
    r"не (?:удалось|удается|удаётся|смогли|могу|можем) доставить|невозможно доставить|"
    r"не удалось выполнить доставку|доставка (?:отложена|задержана|невозможна)|"
    r"не существует|переполнен|отклонен|отклонён|заблокирован|"
    r"nie (?:mog[łl][ao]? zostać |zosta[łl]\w* |mo[żz]e (?:być|zostać) |mo[żz]na (?:by[łl]o )?|"
    r"uda[łl]o si[ęe] )(?:jej )?(?:dostarcz|dor[ęe]cz)|dostarcz\w+ [^\n]{0,80}nie powiod|"
    r"dostarcz\w+ [^\n]{0,40}op[óo][źz]ni|nie dostarczon|nie istnieje|"
    r"skrzynk\w+ [^\n]{0,40}(?:pe[łl]n|przepe[łl]nion)|odrzucon|zablokowan|"
    r"konnte nicht zugestellt|nicht zugestellt|unzustellbar|n.a pas pu etre|n.a pas pu être|"
    r"no (?:se )?pudo (?:ser )?entrega|non è stato possibile|niet (?:worden )?(?:af|be)(?:ge)?",
    re.I,
)
_CODES = re.compile(
    r"(?<![\d.])[45]\.\d{1,2}\.\d{1,3}(?![\d.])|(?<![\d.,])[45][0-57]\d[ -](?=[\d<a-zA-Z#])|"
    r"rcpt to:|\bsmtp\b|status:|diagnostic-code|final-recipient|message-id:|\bmta\b",
    re.I,
)
_RETURNED_FILES = ("message/rfc822", "text/rfc822-headers", "message/global-headers")
_DONE = {"delivered", "relayed", "expanded"}
_DONE_WORDS = re.compile(
    r"(?:success\w*|was|been|were) (?:successful\w* )?(?:delivered|relayed)|\(relay\)|\(success\)|"
    r"успешно доставлен|было доставлено|została (?:pomyślnie )?dostarczona|pomyślnie dostarcz",
    re.I,
)
_DONE_SUBJECT = re.compile(
    r"\s*(?:delivered|relayed|доставлено|dostarczono|zugestellt|remis)\s*:|"
    r".{0,60}(?:success\w* (?:mail )?deliver|\((?:relay|success|delivered)\))",
    re.I,
)
# Outlook's receipts when a server turned the report into text.
_READ_SUBJECT = re.compile(
    r"\s*(?:not read|read|прочитано|прочтено|не прочтено|не прочитано|przeczytan[eoa]|"
    r"nieprzeczytan[eoa]|gelesen|ungelesen|lu|non lu|leído|read receipt|"
    r"return receipt[^:]*|уведомление о прочтении|potwierdzenie (?:odczytu|przeczytania))\s*"
    r"(?::|\(|\Z)",
    re.I,
)
_READ_WORDS = re.compile(
    r"(?:was|has been) (?:read|opened|displayed|deleted)|this is a (?:return )?receipt|"
    r"return receipt for|(?:был[оа]?|сообщение) (?:прочитан|прочтен|открыт|удален)|"
    r"zosta[łl][ao] (?:przeczytan|odczytan|otwart|wy[śs]wietlon|usuni)|wurde (?:gelesen|gelöscht)",
    re.I,
)
_FEEDBACK = re.compile(r"^Feedback-Type:[ \t]*\w+", re.I | re.M)
_ANSWER = re.compile(
    r"\s*(?:re|aw|odp|sv|vs|ref|отв|на|fwd?|wg|pd|tr|пересл)\s*(?:\[\d+\])?:", re.I
)


@dataclass(slots=True)
class Signs:
    """What the top of a mail shows, apart from its header."""

    report_type: str = ""
    status_text: str = ""  # of message/delivery-status parts at the top
    notification: str = ""  # of a message/disposition-notification at the top
    file_types: list[str] = field(default_factory=list)
    text: str = ""


def bounce_kind(
    fields: dict[str, list[str]],
    signs: Signs,
    subject: str,
    sender: Address | None,
    sender_name: str,
) -> str:
    """'bounce', 'report' or ''."""
    trust = _sender_trust(fields, sender, sender_name)
    if signs.report_type == "disposition-notification":
        return BOUNCE if _is_refused(signs.notification, subject, trust) else REPORT
    if signs.report_type == "feedback-report":
        return REPORT
    if signs.status_text or signs.report_type == "delivery-status":
        # Pieces of a report in an ordinary mail may be a customer's forward.
        is_ours = signs.report_type or trust or _is_by_a_program(fields)
        is_ours = is_ours or (not _ANSWER.match(subject) and bool(_SUBJECT.search(subject)))
        return _kind_of_report(signs, subject) if is_ours else ""
    if "x-failed-recipients" in fields:
        return BOUNCE
    if not trust and not _is_by_a_program(fields):
        return ""
    if _ANSWER.match(subject) and "in-reply-to" in fields:
        return ""
    return _kind_by_words(signs.text[:SCANNED], signs.file_types, subject, trust)


def _kind_by_words(text: str, file_types: list[str], subject: str, trust: int) -> str:
    """What a program says that no report stands behind."""
    if _FEEDBACK.search(text):
        return REPORT
    if _READ_SUBJECT.match(subject):
        return REPORT if _READ_WORDS.search(text) else ""
    if not _is_bounce(text, file_types, subject, trust):
        return ""
    return REPORT if _is_only_good_news(subject, text) else BOUNCE


def _is_bounce(text: str, file_types: list[str], subject: str, trust: int) -> bool:
    """Whether sender, subject and words together can only come from a mail server."""
    if trust == 3:
        return True
    says_so = bool(_SUBJECT.search(subject))
    if trust < 2 and not says_so:
        return False
    if trust == 2 and says_so:
        return True
    speaks = bool(_WORDS.search(text))
    has_proof = any(each in _RETURNED_FILES for each in file_types) or bool(_CODES.search(text))
    if trust == 2:
        return speaks and has_proof
    if trust == 1:
        return speaks or has_proof
    return speaks and bool(_SUBJECT.match(subject))


def _sender_trust(fields: dict[str, list[str]], sender: Address | None, name: str) -> int:
    """How surely a server wrote it: 3 a daemon, 2 an office that is often one, 1 no way back."""
    if sender is None and fields.get("from") and _RAW_DAEMON.search(fields["from"][0][:300]):
        return 2  # "Postmaster\\@host@host": no address, but no person either
    local = sender.address.rpartition("@")[0] if sender else ""
    is_office_name = bool(_OFFICE_NAME.search(name))
    if _DAEMON.fullmatch(local):
        return 3
    paths = [each.strip().strip("<>").strip() for each in fields.get("return-path", ())]
    is_returned = any(not each or _DAEMON.fullmatch(each.rpartition("@")[0]) for each in paths)
    if _DAEMON_NAME.search(name):
        return 3 if is_returned or not _POSTMASTER.search(f"{local} {name}") else 2
    if local.lower().startswith(("no-reply", "noreply", "donotreply", "do-not-reply")):
        return 1
    if _OFFICE.fullmatch(local) or is_office_name:
        return 2
    return 1 if is_returned or sender is None else 0


_RAW_DAEMON = re.compile(r"mailer-?daemon|post_?master|mail delivery|delivery subsystem", re.I)
_POSTMASTER = re.compile(r"post_?master|admin", re.I)


def _is_by_a_program(fields: dict[str, list[str]]) -> bool:
    first = {name: fields.get(name, [""])[0].strip().lower() for name in _PROGRAM_FIELDS}
    submitted = first["auto-submitted"]
    return submitted.startswith(("auto-re", "auto-gen")) or first["precedence"] in ("bulk", "junk")


_PROGRAM_FIELDS = ("auto-submitted", "precedence")


def _kind_of_report(signs: Signs, subject: str) -> str:
    actions = {each.get("action", "").lower() for each in delivery_reports(signs.status_text)}
    actions.discard("")
    if actions:
        return REPORT if actions <= _DONE else BOUNCE
    return REPORT if _is_only_good_news(subject, signs.text[:SCANNED]) else BOUNCE


def _is_only_good_news(subject: str, text: str) -> bool:
    if _DONE_SUBJECT.match(subject):
        return not _CODES.search(text) or bool(_DONE_WORDS.search(text))
    return (
        bool(_DONE_WORDS.search(text)) and not _SUBJECT.search(subject) and not _WORDS.search(text)
    )


def _is_refused(notification: str, subject: str, trust: int) -> bool:
    """A filter that throws mail away says so with a receipt (Sieve reject, RFC 5429 2.2.1)."""
    is_deleted = re.search(r"^disposition:.*;\s*deleted", notification, re.I | re.M)
    return bool(is_deleted) and (
        trust == 3 or bool(re.search(r"reject|refus|отклон|odrzuc", subject, re.I))
    )
