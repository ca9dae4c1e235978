"""What the filter of the mail server in front of us says of a mail.

Only "yes" counts: anybody may write such a field, but who says yes of their own mail harms
nobody else, and a "no" is never believed.
"""

import re
from collections.abc import Callable

LEAST_STARS = 10  # of a bare level or score; what a server's own limit is, nobody knows here

_FIELD = re.compile(
    rb"^(x-(?:[a-z-]*spam[a-z-]*|rspamd-action|ms-exchange-organization-scl|bogosity"
    rb"|dspam-result|crm114-status|forefront-antispam-report(?:-untrusted)?))[ \t]*:"
    rb"((?:[^\n]|\n[ \t])*)",
    re.I | re.M,
)
_YES = re.compile(r"\s*(?:yes|true|spam)\b", re.I)
_SCORE = re.compile(r"\s*(?:score=)?(-?\d{1,4}(?:\.\d+)?)")


def _says_yes(value: str) -> bool:
    return bool(_YES.match(value))


def _is_high(value: str) -> bool:
    stars = re.match(r"\s*([*+x]+)\s*\Z", value, re.I)
    if stars:
        return len(stars[1]) >= LEAST_STARS
    score = _SCORE.match(value)
    return bool(score) and float(score[1]) >= LEAST_STARS


def _is_over_five(value: str) -> bool:
    """Microsoft's spam confidence level: 5 and 6 are spam, 9 surely (their documents)."""
    return bool(re.match(r"\s*[5-9]\b", value))


def _forefront(value: str) -> bool:
    """SFV:SPM is spam, SKB a blocked sender; a level of 5 and over goes to the junk folder."""
    return bool(re.search(r"\bSFV:(?:SPM|SKS|SKB)\b|\bSCL:[5-9]\b", value, re.I))


def _rspamd(value: str) -> bool:
    return bool(re.match(r"\s*(?:add header|rewrite subject|reject|quarantine)", value, re.I))


# Whose words they are: SpamAssassin and amavis; rspamd; Microsoft; Yandex; Kaspersky; WP;
# Barracuda; DSPAM; bogofilter; CRM114; Rambler.
_READERS: dict[str, Callable[[str], bool]] = {
    "x-spam-flag": _says_yes,
    "x-spam-status": _says_yes,
    "x-spam": _says_yes,
    "x-spam-level": _is_high,
    "x-spam-score": _is_high,
    "x-spamd-result": lambda value: bool(re.match(r"\s*default:\s*true", value, re.I)),
    "x-rspamd-action": _rspamd,
    "x-forefront-antispam-report": _forefront,
    "x-ms-exchange-organization-scl": _is_over_five,
    "x-yandex-spam": lambda value: value.strip() == "4",  # 1 is a good mail
    "x-klms-antispam-status": _says_yes,
    "x-kse-antispam-status": _says_yes,
    "x-rambler-spam": _says_yes,
    "x-wp-spam": _says_yes,
    "x-barracuda-spam-flag": _says_yes,
    "x-barracuda-spam-status": _says_yes,
    "x-dspam-result": _says_yes,
    "x-bogosity": _says_yes,
    "x-crm114-status": _says_yes,
    "x-antispam": _says_yes,
}
_WORDS = (b"spam", b"-scl:", b"bogosity", b"crm114")
_JUDGED = {"x-spam-flag", "x-spam-status", "x-spam"}  # beside these a level says nothing more
_MEASURED = {"x-spam-level", "x-spam-score"}


def said_by_filter(head: bytes) -> str:
    """The field that calls this mail spam, as it is usually written; '' when none does."""
    lower = head.lower()
    if not any(word in lower for word in _WORDS):  # as in most mails; the search costs more
        return ""
    found = [
        (name.decode("ascii").lower(), " ".join(value.decode("utf-8", "replace").split()))
        for name, value in _FIELD.findall(head)
    ]
    is_judged = any(name in _JUDGED for name, _value in found)
    for name, value in found:
        reader = _READERS.get(name)
        if reader and not (is_judged and name in _MEASURED) and reader(value):
            return name.title()
    return ""
