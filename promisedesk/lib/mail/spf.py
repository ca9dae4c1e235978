"""SPF records (RFC 7208): whom one lets send, and the same record with somebody added.

Not a judge of mail: it tells an owner whether a server is named. So the order of terms and
what a later one would say do not matter, and what needs the sender (macros) is passed over.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field

MOST_LOOKUPS = 10  # RFC 7208 4.6.4: more make the whole record void
LOOKS_UP = ("include", "a", "mx", "ptr", "exists", "redirect")
Texts = Callable[[str], list[str]]  # the TXT records of a name
Addresses = Callable[[str], list[str]]  # the IP addresses of a name
Exchangers = Callable[[str], list[str]]  # the names of its MX records


def is_spf(text: str) -> bool:
    return text.lower() == "v=spf1" or text.lower().startswith("v=spf1 ")


def terms_of(record: str) -> list[str]:
    """What stands after the version."""
    return record.split()[1:]


def merged(records: Iterable[str], wanted: Iterable[str]) -> str:
    """One record that says all of these and names `wanted` as well, before its end.

    Without any: one that allows the domain's own MX and `wanted`, and is unsure of the rest.
    """
    kept: list[str] = []
    end = ""
    for record in records:
        for term in terms_of(record):
            if _name(term) in ("all", "redirect"):
                end = _softer(end, term)
            elif term.lower() not in (one.lower() for one in kept):
                kept.append(term)
    if not kept and not end:
        kept = ["mx"]
    kept += [one for one in wanted if one.lower() not in (term.lower() for term in kept)]
    return " ".join(["v=spf1", *kept, end or "~all"])


def _softer(one: str, other: str) -> str:
    """Of two ends the one that refuses less: merging must not lock anybody out."""
    if not one:
        return other
    order = ["~all", "?all", "-all"]
    ranked = [end for end in order if end in (one.lower(), other.lower())]
    return ranked[0] if ranked else one


def allows_everybody(record: str) -> bool:
    """Whether it ends in "all", which forbids nothing."""
    return any(term.lower() in ("all", "+all") for term in terms_of(record))


@dataclass
class Reach:
    """What a record comes to when everything it names is looked up."""

    includes: set[str] = field(default_factory=set)  # domains included, at any depth
    networks: list = field(default_factory=list)  # ipaddress networks let in
    lookups: int = 0

    def has_address(self, address: str) -> bool:
        try:
            one = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(one in net for net in self.networks if net.version == one.version)


def reach_of(
    domain: str, record: str, texts: Texts, addresses: Addresses, exchangers: Exchangers
) -> Reach:
    """Follow a record to its ends, at most as far as mail servers do."""
    reach = Reach()
    _follow(domain, record, reach, texts, addresses, exchangers, frozenset((domain.lower(),)))
    return reach


def _follow(
    domain: str,
    record: str,
    reach: Reach,
    texts: Texts,
    addresses: Addresses,
    exchangers: Exchangers,
    seen: Set[str],
) -> None:
    for term in terms_of(record):
        if term[0] in "-~?" or "%" in term:
            continue
        name, value, prefix = _parts(term)
        reach.lookups += name in LOOKS_UP
        if reach.lookups > MOST_LOOKUPS:
            return
        target = (value or domain).lower().rstrip(".")
        if name in ("ip4", "ip6"):
            _let_in(reach, value, prefix)
        elif name == "a":
            for one in addresses(target):
                _let_in(reach, one, prefix)
        elif name == "mx":
            for host in exchangers(target)[:MOST_LOOKUPS]:
                for one in addresses(host):
                    _let_in(reach, one, prefix)
        elif name in ("include", "redirect") and value and target not in seen:
            reach.includes.add(target)
            inner = [text for text in texts(target) if is_spf(text)]
            if len(inner) == 1:
                _follow(target, inner[0], reach, texts, addresses, exchangers, seen | {target})


def _let_in(reach: Reach, address: str, prefix: str) -> None:
    # "a/24//64" has a length for each family.
    four, _two, six = prefix.partition("//")
    length = six if ":" in address else four
    try:
        whole = f"{address}/{length.strip('/')}" if length.strip("/") else address
        reach.networks.append(ipaddress.ip_network(whole, strict=False))
    except ValueError:
        pass  # nonsense lets nobody in


def _name(term: str) -> str:
    return _parts(term.lstrip("+-~?"))[0]


def _parts(term: str) -> tuple[str, str, str]:
    """(name, value, /length) of a mechanism or modifier."""
    term = term.lstrip("+")
    if "=" in term.partition(":")[0]:
        name, _equals, value = term.partition("=")
        return name.lower(), value, ""
    body, slash, length = term.partition("/")
    name, _colon, value = body.partition(":")
    if name.lower() == "ip6":  # its value has colons, and no length of two kinds
        return "ip6", value, "//" + length if slash else ""
    return name.lower(), value, slash + length
