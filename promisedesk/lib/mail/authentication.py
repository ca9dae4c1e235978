"""What a mail server we trust found out about the sender (RFC 8601), without asking anybody.

Anyone can write an Authentication-Results field into a mail. Only the topmost is looked at,
and only if it bears the name of the server the mail was fetched from: that server takes
others of its name away, or puts its own above everything a stranger wrote.
"""

import re

from promisedesk.lib.mail.model import Address

PASS, FAIL = "auth:pass", "auth:fail"  # beside neither: nobody we trust has looked
LONGEST = 4000  # characters of a field looked at

# Whose name stands in the mail of a mailbox, where it is not the mailbox's own host. These
# take away fields in their name that came from outside (RFC 8601 5).
_SIGNS_AS = {
    "gmail.com": "google.com",
    "googlemail.com": "google.com",
    "google.com": "google.com",
    "office365.com": "outlook.com",
    "outlook.com": "outlook.com",
    "hotmail.com": "outlook.com",
    "yandex.ru": "yandex.net",
    "yandex.com": "yandex.net",
    "mail.ru": "mail.ru",
    "fastmail.com": "messagingengine.com",
    "mail.me.com": "icloud.com",
    "yahoo.com": "yahoo.com",
}
_FIELD = re.compile(r"(authentication-results|received)[ \t]*:", re.I)
_STARTS_WITH_METHOD = re.compile(r"(?:spf|dkim|dmarc)=")


def found(head: str, imap_host: str, sender: Address | None) -> str:
    """PASS, FAIL, or '' (nobody trusted says either) for a mail fetched from `imap_host`.

    `head` is the raw header. PASS means that the domain in From stands behind it.
    """
    if not imap_host or sender is None:
        return ""
    said = _topmost(head, imap_host)
    return _verdict(said, sender.address.rpartition("@")[2].lower()) if said else ""


def _topmost(head: str, imap_host: str) -> str:
    """The field of the mailbox's own server, '' if the topmost is none of its."""
    domain = _organisation(imap_host)
    signs_as = _SIGNS_AS.get(imap_host.lower()) or _SIGNS_AS.get(domain)
    passed_a_server = False
    for line in _unfolded(head):
        field = _FIELD.match(line)
        if field is None:
            continue
        if field[1].lower() == "received":
            passed_a_server = True
            continue
        value = line[field.end() :].strip()[:LONGEST]
        if signs_as == "outlook.com" and _STARTS_WITH_METHOD.match(value):
            return f"outlook.com; {value}"  # Microsoft leaves its name out
        server = value.partition(";")[0].split(" ")[0].strip().lower()
        if _organisation(server) != (signs_as or domain):
            return ""
        # A server we know nothing of may leave a stranger's field where it stood: below the
        # line with which it took the mail.
        return value if signs_as or not passed_a_server else ""
    return ""


def _unfolded(head: str) -> list[str]:
    return re.sub(r"\r?\n[ \t]+", " ", head).splitlines()


def _organisation(host: str) -> str:
    """The last two names of a host. Coarse (co.uk), but only mailboxes people connected ask."""
    names = host.lower().rstrip(".").split(".")
    return ".".join(names if names[-1].isdigit() else names[-2:])


def _verdict(said: str, domain: str) -> str:
    from authres import AuthenticationResultsHeader  # wanted by few mails
    from authres.core import AuthResError

    try:
        results = AuthenticationResultsHeader.parse(f"Authentication-Results: {said}").results
    except (AuthResError, SyntaxError, ValueError, RecursionError):
        return ""
    by_method: dict[str, list] = {}
    for one in results:
        by_method.setdefault((one.method or "").lower(), []).append(one)
    dmarc = by_method.get("dmarc", [])
    if any(one.result == "fail" for one in dmarc):
        return FAIL
    if any(one.result == "pass" and _is_about(one, domain, exactly=True) for one in dmarc):
        return PASS
    signed = [*by_method.get("dkim", []), *by_method.get("spf", [])]
    if any(one.result == "pass" and _is_about(one, domain) for one in signed):
        return PASS
    # A forward alone softens SPF: only a plain no counts.
    return FAIL if any(one.result in ("fail", "hardfail") for one in signed) else ""


def _is_about(result, domain: str, *, exactly: bool = False) -> bool:
    """Whether a result speaks of the domain in From (aligned, RFC 7489 3.1)."""
    names = {"dmarc": ("from",), "dkim": ("d", "i"), "spf": ("mailfrom", "mail")}
    wanted = names[result.method.lower()]
    values = [(one.value or "") for one in result.properties if one.name in wanted]
    if exactly and not values:
        return True
    hosts = [value.rpartition("@")[2].lower().rstrip(".") for value in values]
    return any(_is_aligned(host, domain, exactly) for host in hosts)


def _is_aligned(host: str, domain: str, exactly: bool) -> bool:
    if host == domain:
        return True
    if exactly or "." not in host or "." not in domain:
        return False
    return domain.endswith(f".{host}") or host.endswith(f".{domain}")
