"""Why a letter was refused or came back, by its status code (RFC 3463) and the server's words.

Servers use the codes loosely, so plain words win over a vague code.
"""

import re

UNKNOWN, CLOSED, DOMAIN, FULL = "unknown", "closed", "domain", "full"
SPAM, POLICY, SIZE, EXPIRED = "spam", "policy", "size", "expired"
BAD_ADDRESS = (UNKNOWN, CLOSED, DOMAIN)  # writing there again is pointless

SCANNED = 4000  # characters of the words
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_CODES = {
    "1.1": UNKNOWN, "1.3": UNKNOWN, "1.6": UNKNOWN, "1.10": UNKNOWN, "1.2": DOMAIN, "4.4": DOMAIN,
    "2.1": CLOSED, "2.2": FULL, "2.3": SIZE, "3.4": SIZE, "4.7": EXPIRED, "4.1": EXPIRED,
}  # fmt: skip
_WORDS = [
    (
        FULL,
        r"mailbox (?:is )?full|over ?quota|quota (?:is )?exceeded|exceed\w* (?:its |the |their )?"
        r"(?:storage|quota)|not enough (?:storage|space)|insufficient (?:system )?storage|"
        r"ящик переполнен|переполнен|превышен\w* квот|skrzynka (?:jest )?pe[łl]na|"
        r"przekroczon\w* (?:limit|pojemno)",
    ),
    (
        UNKNOWN,
        r"(?:user|recipient|mailbox|address|account)\w* (?:is )?(?:unknown|not found|"
        r"does ?n[o’']t exist|doesn.t exist|not exist|invalid)|"
        r"(?:unknown|no such|invalid|nonexist\w*) (?:\w+ )?(?:user|recipient|mailbox|address|"
        r"person|account)|not a valid (?:user|mailbox)|no mailbox here|user doesn.t|"
        r"(?:пользовател|ящик|адрес|получател)\w* (?:\S+ )?не "
        r"(?:найден|существует|зарегистрирован)|нет такого|несуществующ|"
        r"(?:u[żz]ytkownik|skrzynka|adres|konto)\w* (?:\S+ )?nie istnieje|"
        r"nie ma takiego|nieznany (?:u[żz]ytkownik|adresat|odbiorca)",
    ),
    (
        CLOSED,
        r"(?:mailbox|account|user)\w* (?:is |has been |was )?(?:disabled|inactive|suspended|locked|"
        r"closed|blocked)|(?:ящик|аккаунт|пользовател)\w* (?:\S+ )?(?:заблокирован|отключ[её]н|"
        r"неактивен)|(?:konto|skrzynka)\w* (?:\S+ )?(?:zablokowan|nieaktywn|zamkni[ęe]t)",
    ),
    (
        SPAM,
        r"spam|junk|black ?list|block ?list|blocked using|rbl|dnsbl|reputation|spamhaus|barracuda|"
        r"unsolicited|bulk mail|спам|ч[её]рн\w+ спис|niechcian|czarn\w+ li[śs]",
    ),
    (
        SIZE,
        r"too (?:large|big)|size (?:limit|exceed)|exceed\w* (?:\w+ ){0,4}size|слишком больш|"
        r"zbyt du[żz]",
    ),
    (
        DOMAIN,
        r"(?:host|domain)\w* (?:\S+ )?(?:not found|unknown|does not exist)|nxdomain|no mx|"
        r"unrouteable|name service error|unable to resolve|домен\w* не найден|"
        r"domen\w* nie (?:istnieje|znaleziono)",
    ),
    (
        EXPIRED,
        r"delivery (?:time )?expired|retry timeout|too long|connection timed out|giving up|"
        r"истекло время|up[łl]yn[ąa][łl] czas",
    ),
]  # fmt: skip
_PATTERNS = [(reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _WORDS]


def status_in(words: str) -> str:
    """The first status code in a server's words ("5.1.1"), or ''."""
    found = _STATUS.search(words[:SCANNED])
    return found[1] if found else ""


def reason_of(status: str, words: str = "") -> str:
    """One of the reasons above, or '' when nobody can tell."""
    detail = status.partition(".")[2]
    if detail in _CODES:
        return _CODES[detail]
    for reason, pattern in _PATTERNS:
        if pattern.search(words[:SCANNED]):
            return reason
    return POLICY if detail.startswith("7.") else ""


def is_too_large(code: int, words: str) -> bool:
    """Whether a server refused a letter for its size (RFC 1870 6.1 and 6.2, RFC 3463 x.3.4)."""
    if code not in (552, 523, 534, 554, 550):
        return False
    status = status_in(words)
    if status.endswith((".3.4", ".2.3")):
        return True
    return reason_of("", words) == SIZE or (code == 552 and not status and not _is_full(words))


def _is_full(words: str) -> bool:
    return reason_of("", words) == FULL
