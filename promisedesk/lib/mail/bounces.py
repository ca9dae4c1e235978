"""Mails that say a mail of ours did not arrive.

Only the top of the mail decides: a customer who attaches or quotes one asks a question. The
delivery report (RFC 3464) tells whom it concerns; without one, the text is searched.
"""

import re

from promisedesk.lib.mail.addresses import read_addresses, sane_address
from promisedesk.lib.mail.model import BOUNCE, REPORT, Address, Bounced

MOST_BOUNCED = 100
SCANNED = 20_000  # characters of the text; the returned mail comes after

_DAEMON = re.compile(
    r"(?:mailer|mail|m|mailler|e?mail-?system|smtp)?[._-]?(?:daemon|demon|deamon)s?(?:[._-].*)?|"
    r"postmaster|post_?office|mail-?administrator|double-bounce|bounces?|mmdf|uucp|mailsystem|"
    r"mail_?server|smtp|mta-daemon|failure|mail-?deliver\w*|mailadmin|delivery|ymsgr|"
    r"autoadmin|microsoftexchange\w*|_?mailrouter|gatewayadmin|ndr|nobody|staff|"
    r".*system[_ ]administrator.*|.*smtp_mail_service.*|.*smtp_gateways?",
    re.I,
)
_DAEMON_NAME = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon|system|administrator)|delivery (?:sub)?system|"
    r"postmaster|system administrator|microsoft outlook|system administrator|mail router",
    re.I,
)
_SUBJECT = re.compile(
    r"undeliver|delivery (?:status|fail|report|has failed|delayed|problem|error|incomplete|"
    r"notification)|failure notice|returned mail|mail (?:delivery|system|could not)|"
    r"non[- ]?deliver|not delivered|returned to sender|message (?:not delivered|undeliver|error|"
    r"status)|error sending|bounced?\b|could not be delivered|warning: (?:could not|message)|"
    r"user unknown|unknown user|nondeliverable|failed mail|mail failure|rejected|"
    r"unzustellbar|nicht zugestellt|nie dostarczon|niedoręczona|niedostarczon|"
    r"zwrot (?:wiadomości|poczty|do nadawcy)|"
    r"не доставлен|недоставлен|невозможно доставить|ошибка доставки|échec|non remis|"
    r"non délivré|no se puede entregar|devuelto|mancata consegna|onbestelbaar|配信|退信",
    re.I,
)
_RETURNED = re.compile(
    r"^[ \t>*|]*(?:--[^\n]{0,200}?(?:copy|original|returned|transcript of session|unsent|"
    r"undelivered|header|message text|body)|"
    r"(?:received|return-path|message-id|x-mailer|mime-version): )|"
    r"below this line is a copy|copy of (?:the|your) (?:original )?message|"
    r"original message (?:follows|headers)|message header follows|"
    r"(?:text of|your) (?:original )?message (?:follows|reads|begins)|unsent message below|"
    r"сообщение было|returned message|original text follows",
    re.I | re.M,
)
_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:=*]{1,64}@[^\s<>()\[\]\"',;:=*]{1,200}")
_TEMPORARY = re.compile(
    r"will (?:be )?(?:re)?tr(?:y|ied)|still being retried|not yet been delivered|warning|delayed|"
    r"temporar|you do not need to resend|will continue|over ?quota|quota exceeded|mailbox (?:is )?"
    r"full|\b4\.\d\.\d\b",
    re.I,
)
_PROGRAM_FIELDS = ("auto-submitted", "precedence")
_OUR_SIDE = re.compile(r"mailer-?daemon|postmaster|abuse|helpdesk|support|admin", re.I)


def delivery_reports(text: str) -> list[dict[str, str]]:
    """The per-recipient groups of a message/delivery-status part, names in lower case."""
    groups: list[dict[str, str]] = []
    for block in re.split(r"\r?\n[ \t]*\r?\n", text[:200_000])[: MOST_BOUNCED + 1]:
        group: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line[:1] in " \t" and name:
                group[name] += " " + line.strip()
                continue
            head, colon, value = line.partition(":")
            if colon:
                name = head.strip().lower()
                group.setdefault(name, value.strip())
        if group:
            groups.append(group)
    return [
        each for each in groups if {"final-recipient", "original-recipient", "action"} & set(each)
    ]


def bounce_kind(
    fields: dict[str, list[str]],
    report_type: str,
    status_text: str,
    subject: str,
    sender: Address | None,
    sender_name: str,
) -> str:
    """'bounce', 'report' or '' from the top level of a mail, never from its words alone."""
    if report_type in ("disposition-notification", "feedback-report"):
        return REPORT
    if status_text:
        actions = {each.get("action", "").lower() for each in delivery_reports(status_text)}
        done = {"delivered", "relayed", "expanded"}
        return REPORT if actions and actions <= done else BOUNCE
    if report_type == "delivery-status" or "x-failed-recipients" in fields:
        return BOUNCE
    local = sender.address.rpartition("@")[0] if sender else ""
    is_daemon = bool(_DAEMON.fullmatch(local)) or bool(_DAEMON_NAME.search(sender_name))
    is_answer = "in-reply-to" in fields and re.match(r"\s*(?:re|aw|odp|sv):", subject, re.I)
    says_so = bool(_SUBJECT.search(subject))
    if is_daemon and not is_answer:
        return BOUNCE if says_so or not _is_plain_postmaster(local, sender_name) else ""
    # Words prove nothing: "Delivery failed, no parcel came" is a customer's subject too.
    is_returned = sender is None or any(map(_is_of_a_daemon, fields.get("return-path", ())))
    begins_so = bool(_SUBJECT.match(subject)) and _is_sent_by_a_program(fields)
    return BOUNCE if (is_returned and says_so) or begins_so else ""


def _is_sent_by_a_program(fields: dict[str, list[str]]) -> bool:
    first = {name: fields.get(name, [""])[0].strip().lower() for name in _PROGRAM_FIELDS}
    return first["auto-submitted"].startswith("auto-re") or first["precedence"] in ("bulk", "junk")


def _is_of_a_daemon(path: str) -> bool:
    """Whether a Return-Path is one that no answer may go to: null, or a daemon's."""
    bare = path.strip().strip("<>").strip()
    return not bare or "daemon" in bare.rpartition("@")[0].lower()


def _is_plain_postmaster(local: str, name: str) -> bool:
    """People write as postmaster too; a daemon never does anything else."""
    return "daemon" not in f"{local} {name}".lower() and "delivery" not in name.lower()


def bounced_addresses(
    fields: dict[str, list[str]], status_text: str, text: str, own: set[str]
) -> list[Bounced]:
    """Whom our mail did not reach, each once, with whether trying again is pointless.

    `own`: addresses in lower case that cannot be meant: who reports, and who is told.
    """
    found: dict[str, Bounced] = {}
    for group in delivery_reports(status_text) if status_text else ():
        if group.get("action", "failed").lower() in ("delivered", "relayed", "expanded"):
            continue
        address = _recipient(group)
        if address:
            found.setdefault(address.lower(), Bounced(address, _is_permanent(group)))
    if found:
        return list(found.values())[:MOST_BOUNCED]
    for value in fields.get("x-failed-recipients", ()):
        for each in read_addresses(value):
            found.setdefault(each.address.lower(), Bounced(each.address, _says_permanent(text)))
    return list(found.values()) or _from_text(text[:SCANNED], own)


def _recipient(group: dict[str, str]) -> str | None:
    for name in ("final-recipient", "original-recipient", "x-actual-recipient"):
        value = group.get(name, "").partition(";")
        address = sane_address((value[2] or value[0]).strip().strip("<>"))
        if address:
            return address
    return None


def _is_permanent(group: dict[str, str]) -> bool:
    """Class 5, but a full mailbox (x.2.2) empties again."""
    status = group.get("status", "")
    if group.get("action", "").lower() == "delayed" or status.startswith("4"):
        return False
    if status.startswith("5"):
        return not re.match(r"5\.2\.2\b", status)
    code = re.search(r"\b([45])\d\d\b", group.get("diagnostic-code", ""))
    return code is None or code[1] == "5"


def _says_permanent(text: str) -> bool:
    return not _TEMPORARY.search(text[:SCANNED]) or bool(re.search(r"\b55\d\b", text[:SCANNED]))


def _from_text(text: str, own: set[str]) -> list[Bounced]:
    returned = _RETURNED.search(text, min(80, len(text)))
    if returned:
        text = text[: returned.start()]
    is_permanent = not _TEMPORARY.search(text) or bool(re.search(r"\b55\d\b", text))
    found: dict[str, Bounced] = {}
    for hit in _ADDRESS.findall(text):
        address = sane_address(hit.strip(".!?&#|{}`"))
        if not address or "." not in address.rpartition("@")[2]:
            continue
        local = address.rpartition("@")[0]
        if _OUR_SIDE.match(local) or address.lower() in own:
            continue
        found.setdefault(address.lower(), Bounced(address, is_permanent))
    return list(found.values())[:MOST_BOUNCED]
