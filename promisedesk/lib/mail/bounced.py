"""Whom a bounce is about, and whether trying again is pointless.

The delivery report (RFC 3464) tells; without one the text is searched, from the places where
servers name an address to any other.
"""

import re

from promisedesk.lib.mail.addresses import read_addresses, sane_address
from promisedesk.lib.mail.headers import base64_bytes
from promisedesk.lib.mail.model import Bounced

MOST_BOUNCED = 100
SCANNED = 20_000  # characters of the text; the returned mail comes after

_ADDRESS = r"[^\s<>()\[\]\"',;:=*|]{1,64}@[^\s<>()\[\]\"',;:=*|]{1,200}"
_ANY = re.compile(_ADDRESS)
# "<a@b>: no such user", "  a@b", "[a@b]: 550 ...", "550 <a@b>... User unknown", "* a@b (reason)"
_AT_LINE_START = re.compile(
    rf"^[ \t>*•\-–|]*(?:(?:[45]\d\d[ -])(?:[45]\.\d\.\d{{1,3}} )?)?[\"'<\[(]*(?:smtp:|mailto:)?"
    rf"({_ADDRESS})",
    re.I | re.M,
)
_NAMED = re.compile(
    rf"(?<![\w.-])(?:rcpt to|to|final-recipient|original-recipient|recipient(?: address)?|"
    rf"recipients|"
    rf"mailbox|user|address|получател\w*|адресат\w*|ящик|odbiorc\w*|adresat\w*|skrzynk\w*|"
    rf"smtp|for|addressed to)(?:[ \t]*[:=][ \t]*|[ \t]+|(?=<))(?:rfc822;[ \t]*)?[\"'<\[(]*"
    rf"({_ADDRESS})",
    re.I,
)
_MAIL_FIELD = re.compile(
    r"^[ \t>*]*(?:from|to|cc|subject|sent|date|message-id|reply-to|sender|received on|"
    r"original envelope|envelope sender|от|кому|тема|дата|od|do|temat|data|wysłano|nadawca|"
    r"отправитель)[ \t]*:.*$",
    re.I | re.M,
)
_INTRODUCED = re.compile(
    r"(?:following|these|this) (?:recipient|address|user|person|people|destination)[^\n]{0,80}|"
    r"did not reach|could not be delivered to|unable to deliver|not delivered to|"
    r"следующ\w+ (?:получател|адрес)\w*|nast[ęe]puj[ąa]c\w+ (?:odbiorc|adres)\w*",
    re.I,
)
_RETURNED = re.compile(
    r"^[ \t>*|]*(?:--[^\n]{0,200}?(?:copy|original|returned|transcript of session|unsent|"
    r"undelivered|header|message text|body|исходн|oryginaln)|"
    r"(?:received|return-path|message-id|x-mailer|mime-version): )|"
    r"below this line is a copy|copy of (?:the|your) (?:original )?message|"
    r"original message (?:follows|headers|as received|details)|message header follows|"
    r"(?:text of|your) (?:original )?message (?:follows|reads|begins)|unsent message below|"
    r"сообщение было|исходное (?:сообщение|письмо)|заголовки (?:сообщения|письма)|"
    r"treść oryginaln|oryginalna wiadomość|nagłówki wiadomości|"
    r"^[ \t*-]*returned message|original text follows",
    re.I | re.M,
)
_LATER = re.compile(
    r"will (?:be )?(?:re)?tr(?:y|ied)|still being retried|not yet been delivered|delayed|"
    r"you do not need to resend|will (?:keep|continue)|warning (?:message )?only|"
    r"(?:будут|будет) (?:продолжен|предпринят|повтор)|попытки [^\n]{0,40}(?:продолж|будут)|"
    r"(?:будем|будет) пытаться|ponownych? prób|ponowna próba|będzie(?:my)? ponawia|"
    r"próby [^\n]{0,30}będą|nie musisz wysyłać|opóźnion",
    re.I,
)
_FULL = re.compile(
    r"over ?quota|quota (?:is )?exceeded|exceed\w* (?:\w+ ){0,3}quota|(?:mailbox|inbox) "
    r"(?:\S+ )?(?:is )?full|too much mail|out of storage|(?:ящик|папка)[^\n]{0,60}переполнен|"
    r"переполнен[^\n]{0,20}ящик|превышен\w* (?:квот|лимит)|"
    r"skrzynk\w+ [^\n]{0,60}(?:pełn|przepełnion)|przekroczon\w* (?:limit|quot)",
    re.I,
)
_STATUS = re.compile(r"(?<![\d.])([45])\.(\d{1,2})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.,:])([45])[0-57]\d(?=[ -])")
_SURE = re.compile(
    r"permanent|fatal|no such|unknown|does(?: no|n.)t exist|giving up|i.ve given up|не существует|"
    r"окончательн|nie istnieje|trwały|нет такого",
    re.I,
)
_TRIED_LONG = re.compile(r"temporar|time[d -]*out|could not connect|4\.4\.|временн|tymczasow", re.I)
_OUR_SIDE = re.compile(r"mailer-?daemon|postmaster|abuse|helpdesk|support|admin", re.I)


def delivery_reports(text: str) -> list[dict[str, str]]:
    """The per-recipient groups of a message/delivery-status part, names in lower case."""
    groups: list[dict[str, str]] = []
    is_packed = False
    for block in re.split(r"\r?\n[ \t]*\r?\n", text[:200_000])[: 2 * MOST_BOUNCED]:
        if is_packed and ":" not in block:  # a filter on the way packed what stood below
            block = base64_bytes(block.encode("ascii", "ignore")).decode("utf-8", "replace")
        is_packed = "transfer-encoding: base64" in block.lower()
        group: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line[:1] in (" ", "\t") and name:
                group[name] += " " + line.strip()
                continue
            head, colon, value = line.partition(":")
            if colon:
                name = head.strip().lower()
                group.setdefault(name, value.strip())
        if {"final-recipient", "original-recipient", "action"} & set(group):
            groups.append(group)
    return groups


def bounced_addresses(
    fields: dict[str, list[str]], status_text: str, text: str, own: set[str]
) -> list[Bounced]:
    """Whom our mail did not reach, each once.

    `own`: addresses in lower case that cannot be meant: who reports, and who is told.
    """
    found: dict[str, Bounced] = {}
    reports = delivery_reports(status_text) if status_text else []
    for group in reports:
        action = _word(group.get("action", "failed"))
        if action in ("delivered", "relayed", "expanded"):
            continue
        address = _recipient(group)
        if address:
            bounced = Bounced(address, _is_permanent(group, text), is_final=action != "delayed")
            found.setdefault(address.lower(), bounced)
    if found:
        return list(found.values())[:MOST_BOUNCED]
    text = text[:SCANNED]
    permanent, final = _judged(text, reports)
    for value in fields.get("x-failed-recipients", ()):
        for each in read_addresses(value):
            bounced = Bounced(each.address, permanent, is_final=final)
            found.setdefault(each.address.lower(), bounced)
    named = list(found.values()) or [
        Bounced(each, permanent, is_final=final) for each in _from_text(text, own)
    ]
    return named[:MOST_BOUNCED]


def _word(value: str) -> str:
    return value.partition("(")[0].strip().lower()


def _recipient(group: dict[str, str]) -> str | None:
    """The address as we wrote it, where the report kept it; else as the server knew it."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        kind, semicolon, value = group.get(name, "").partition(";")
        if semicolon and kind.strip().lower() in ("x400", "x500", "unknown"):
            continue
        value = (value if semicolon else kind).strip().strip("<>'\"")
        if address := sane_address(value.partition(" ")[0].rstrip(">").partition("(")[0]):
            return address
    return None


def _is_permanent(group: dict[str, str], text: str) -> bool:
    """Class 5 of status, else of the reply code; a full mailbox (x.2.2) empties again."""
    status, diagnostic = group.get("status", ""), group.get("diagnostic-code", "")
    if _word(group.get("action", "")) == "delayed":
        return False
    if _FULL.search(f"{status} {diagnostic}"):
        return False
    codes = [(each[1], each[2]) for each in _STATUS.finditer(f"{status} {diagnostic}")]
    exact = [each for each in codes if each[1] != "0"] or codes
    if any(code == ("5", "2") for code in exact) and re.search(r"\b5\.2\.2\b", status + diagnostic):
        return False
    if exact:
        return exact[0][0] == "5"
    reply = _REPLY.search(diagnostic)
    return reply[1] == "5" if reply else not _FULL.search(text[:SCANNED])


def _judged(text: str, reports: list[dict[str, str]]) -> tuple[bool, bool]:
    """(permanent, final) of a bounce that does not say it for each address."""
    for group in reports:
        return _is_permanent(group, text), _word(group.get("action", "")) != "delayed"
    returned = _RETURNED.search(text, min(80, len(text)))
    text = text[: returned.start()] if returned and returned.start() > 200 else text
    if _LATER.search(text) and not _SURE.search(text):
        return False, False
    if _FULL.search(text):
        return False, True
    codes = [each[1] for each in _STATUS.finditer(text)] or [
        each[1] for each in _REPLY.finditer(text)
    ]
    if codes:
        return "5" in codes, True
    return bool(_SURE.search(text)) or not _TRIED_LONG.search(text), True


def _from_text(text: str, own: set[str]) -> list[str]:
    """Addresses in the words of a server: where they stand first, then where they are named."""
    returned = _RETURNED.search(text, min(80, len(text)))
    words = text[: returned.start()] if returned else text
    plain = _MAIL_FIELD.sub("", words)
    start = _INTRODUCED.search(plain)
    places = [plain[start.start() :], plain] if start else [plain]
    for place in [*places, words]:
        for pattern in (_AT_LINE_START, _NAMED, _ANY):
            if found := _sane(pattern, place, own):
                return found
    rest = _MAIL_FIELD.sub("", text) if returned else ""
    return _sane(_AT_LINE_START, rest, own) or _sane(_NAMED, rest, own)


def _sane(pattern: re.Pattern[str], text: str, own: set[str]) -> list[str]:
    found: dict[str, str] = {}
    for hit in pattern.finditer(text):
        address = sane_address(hit[hit.re.groups].strip(".!?&#|{}`/-"))
        if not address or "." not in address.rpartition("@")[2]:
            continue
        if _OUR_SIDE.match(address.rpartition("@")[0]) or address.lower() in own:
            continue
        found.setdefault(address.lower(), address)
    return list(found.values())
