"""What is around a reply: subject (R1), quote (R2), signature (R9), sender (R11)."""

from __future__ import annotations

from collections.abc import Iterable

from promisedesk.lib.mail.domains import ascii_host

from . import signing, subjecting
from .draft import Draft
from .findings import Edit, Finding, Mend
from .free_mail import is_free

GRAVE = {"columns", "lines", "missing", "art"}  # the rest is proposed where it is edited
SHORTEST_TWICE = 3  # lines of the signature typed once more


def look_at_subject(draft: Draft) -> Iterable[Finding] | None:
    """Filled, specific, not cut off by mail programs, one Re: in an answer."""
    if not draft.is_mail or draft.subject is None:
        return None
    goes_on = draft.is_answer or draft.has_written_before
    if goes_on and draft.adds_re:
        return []  # made of the customer's own subject, in one form
    if not draft.subject.strip():
        return [Finding("subject.missing")]
    return subjecting.faults_of(draft.subject, is_answer=goes_on)


def look_at_quote(draft: Draft) -> Iterable[Finding] | None:
    """The customer sees what is answered."""
    if not draft.is_mail or not draft.is_answer or draft.is_quoted is None:
        return None
    return [] if draft.is_quoted else [Finding("quote.missing")]


def look_at_signature(draft: Draft) -> Iterable[Finding] | None:
    """70 columns, 6 lines, a rule above and below, what is required (see `signing`)."""
    if not draft.is_mail or draft.signature is None:
        return None
    if not draft.signature.strip():
        return [Finding("signature.none")] if draft.required_in_signature else None
    faults = signing.signature_faults(
        draft.signature,
        draft.required_in_signature,
        agent=draft.agent_name,
        company=draft.shop_name,
        allows_art=True,  # whoever wrote it was asked then
    )
    found = [signing.finding_of(one) for one in faults if one.code in GRAVE]
    return found + _typed_twice(draft)


def _typed_twice(draft: Draft) -> list[Finding]:
    """The whole signature by hand, though it follows; "Best regards, Anna" is fine."""
    ours = [" ".join(line.split()).lower() for line in signing.body_of(draft.signature or "")]
    ours = [line for line in ours if len(line) > 2]
    typed = draft.reply.rstrip().splitlines(keepends=True)
    tail = [" ".join(line.split()).lower() for line in typed[-signing.LINES - 3 :]]
    same = [line for line in tail if line in ours]
    if len(set(same)) < max(min(SHORTEST_TWICE, len(ours)), 2):
        return []
    first = len(typed) - len(tail) + tail.index(same[0])
    start = len("".join(typed[:first]))
    end = len(draft.reply)
    kept = draft.reply[:start].rstrip(" \n\t-–—=_")
    return [
        Finding(
            "signature.twice", {}, ((start, end),), (Mend("remove", (Edit(len(kept), end, ""),)),)
        )
    ]


def look_at_sender(draft: Draft) -> Iterable[Finding] | None:
    """From the company's own domain, not a free mailbox."""
    _local, at, domain = draft.sender.strip().strip("<>").rpartition("@")
    if not draft.is_mail or not at or not domain:
        return None
    domain = _host(domain)
    ours = {_host(one) for one in draft.own_domains}
    if is_free(domain):
        return [Finding("sender.free", {"address": draft.sender, "domain": domain})]
    if ours and not any(
        domain == one or domain.endswith("." + one) or one.endswith("." + domain) for one in ours
    ):
        return [Finding("sender.other", {"address": draft.sender, "domain": domain})]
    return []


def _host(domain: str) -> str:
    domain = domain.strip().lower().removeprefix("www.").rstrip(".")
    try:
        return ascii_host(domain)
    except UnicodeError:
        return domain
