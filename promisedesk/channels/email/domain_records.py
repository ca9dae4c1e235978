"""What the DNS says of a domain our letters come from, and the record to add where it says less.

Asking is network and belongs to the worker; judging what was found needs none. What nobody
answered is unknown, never missing.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from promisedesk.channels.email import providers, servers, signing
from promisedesk.channels.email.models import SigningKey
from promisedesk.channels.email.providers import Provider
from promisedesk.conversations.models import Inbox
from promisedesk.core import name_servers
from promisedesk.core.errors import Refused
from promisedesk.core.name_servers import Unanswered
from promisedesk.lib.mail import spf
from promisedesk.lib.mail.domains import ascii_host

OK, MISSING, UNKNOWN = "ok", "missing", "unknown"


@dataclass(frozen=True)
class Record:
    """One kind of record: how it stands, and what to write where when something is missing."""

    kind: str  # "SPF", "DKIM", "DMARC"
    state: str
    says: str
    advice: str = ""
    name: str = ""  # of the record to add or change, without a dot at its end
    text: str = ""  # its whole text
    replaces: str = ""  # the text it takes the place of

    @property
    def strings(self) -> str:
        """The text as zone files want it."""
        return signing.in_strings(self.text)


@dataclass(frozen=True)
class Sender:
    """A server our letters of a domain are handed to, and how an SPF record names it."""

    host: str
    provider: Provider | None
    mechanism: str  # "include:…", "a:…"; empty when nobody outside could know it


# Which domains, and who sends for them


def domain_of(address: str) -> str:
    """The domain of an address, in ASCII; '' if there can be none."""
    try:
        return ascii_host(address.rpartition("@")[2].lower())
    except UnicodeError:
        return ""


def domains_of(inbox: Inbox) -> list[str]:
    """The domains an inbox writes from: its own, and those of its further addresses."""
    found = (domain_of(each) for each in [inbox.address, *inbox.aliases])
    return list(dict.fromkeys(filter(None, found)))


def senders_of(domain: str) -> list[Sender]:
    """The servers that letters of this domain are handed to, as they are set now."""
    mail = Inbox.objects.filter(is_active=True, channel="email")
    hosts = {_host_of(inbox) for inbox in mail if domain in domains_of(inbox)}
    return [_sender(host) for host in sorted(hosts - {""})]


def _host_of(inbox: Inbox) -> str:
    try:
        return servers.server_for(inbox).host
    except (servers.NoServer, Refused):
        return ""


def _sender(host: str) -> Sender:
    provider = providers.of_server(host)
    if provider and provider.spf:
        return Sender(host, provider, f"include:{provider.spf}")
    name = _outside_name(host)
    try:
        kind = f"ip{ipaddress.ip_address(name).version}" if name else ""
    except ValueError:
        kind = "a"
    return Sender(host, provider, f"{kind}:{name}" if name else "")


def _outside_name(host: str) -> str:
    """The name the world knows a server by; '' if it has none."""
    for name in (host, urlsplit(settings.BASE_URL).hostname or ""):
        try:
            if ipaddress.ip_address(name).is_global:
                return name
        except ValueError:
            if name_servers.is_public(name):
                return name
    return ""


# Asking


def ask(domain: str) -> dict:
    """Everything the DNS says that `judge` wants to know, as JSON. Takes seconds."""
    key = SigningKey.objects.filter(domain=domain).first()
    senders = senders_of(domain)
    found: dict = {"unanswered": []}
    found["mx"] = _asked(found, "MX", lambda: name_servers.mail_exchangers(domain))
    found["spf"] = _asked(found, "SPF", lambda: sorted(filter(spf.is_spf, _texts(domain))))
    found["dmarc"], found["dmarc_at"] = _asked(found, "DMARC", lambda: _dmarc(domain)) or ([], "")
    found["dkim"] = {}
    for name in _dkim_names(domain, key, senders):
        texts = _asked(found, "DKIM", lambda name=name: _texts(name))
        if texts is not None:
            found["dkim"][name] = texts
    found["spf_reach"] = _asked(found, "SPF", lambda: _reach(domain, found["spf"] or [], senders))
    return found


def _texts(name: str) -> list[str]:
    return name_servers.texts(name)


def _asked(found: dict, kind: str, job):
    try:
        return job()
    except Unanswered:
        if kind not in found["unanswered"]:
            found["unanswered"].append(kind)
        return None


def _dmarc(domain: str) -> tuple[list[str], str]:
    """The DMARC records that hold for a domain, and whose they are: its own, else one above."""
    for owner in name_servers.tree_of(domain):
        texts = [one for one in _texts(f"_dmarc.{owner}") if _is_dmarc(one)]
        if texts:
            return texts, owner
    return [], ""


def _is_dmarc(text: str) -> bool:
    return text.replace(" ", "").lower().startswith("v=dmarc1")


def _dkim_names(domain: str, key: SigningKey | None, senders: Iterable[Sender]) -> list[str]:
    names = [signing.record_name(key)] if key else []
    for sender in senders:
        selectors = sender.provider.dkim if sender.provider else ()
        names += [f"{selector}._domainkey.{domain}" for selector in selectors]
    return list(dict.fromkeys(names))


def _reach(domain: str, records: list[str], senders: list[Sender]) -> dict:
    """How far the record reaches: {"lookups", "named": [hosts], "void": [includes without one]}."""
    reach = spf.Reach()
    if len(records) == 1:
        reach = spf.reach_of(domain, records[0], _texts, _addresses, name_servers.mail_exchangers)
    void = []
    for one in senders:
        include = one.mechanism.removeprefix("include:")
        if include != one.mechanism and not any(map(spf.is_spf, _texts(include))):
            void.append(include)  # naming it would break the whole record (RFC 7208 5.2)
    return {
        "lookups": reach.lookups,
        "named": [one.host for one in senders if _is_named(one, reach)],
        "void": void,
    }


def _is_named(sender: Sender, reach: spf.Reach) -> bool:
    kind, _colon, name = sender.mechanism.partition(":")
    if kind == "include":
        return name.lower() in reach.includes
    own = [name] if kind in ("ip4", "ip6") else _addresses(name) if name else []
    return any(map(reach.has_address, own))


def _addresses(name: str) -> list[str]:
    found = name_servers.records(name, "A") + name_servers.records(name, "AAAA")
    return [one.address for one in found]


# Judging


def judge(domain: str, found: dict) -> list[Record]:
    """SPF, DKIM and DMARC of a domain as `ask` found them, in words."""
    key = SigningKey.objects.filter(domain=domain).first()
    senders = senders_of(domain)
    first = [_spf(domain, found, senders), _dkim(domain, found, key, senders)]
    return [*first, _dmarc_record(domain, found, first)]


def _unknown(kind: str) -> Record:
    return Record(
        kind,
        UNKNOWN,
        _("The name servers did not answer."),
        _("Is this machine offline? It is looked up again by itself."),
    )


def _spf(domain: str, found: dict, senders: list[Sender]) -> Record:
    reach = found.get("spf_reach")
    if found.get("spf") is None or reach is None:
        return _unknown("SPF")
    records = found["spf"]
    unnamed = [one for one in senders if one.host not in reach["named"]]
    wanted = list(
        dict.fromkeys(
            one.mechanism
            for one in unnamed
            if one.mechanism and one.mechanism.removeprefix("include:") not in reach["void"]
        )
    )
    right = spf.merged(records, wanted)
    if not records:
        return _spf_missing(domain, right, senders, wanted)
    if len(records) > 1:
        return Record(
            "SPF",
            MISSING,
            _("There are several SPF records, so mail servers heed none of them."),
            _("Remove all but one, and let it say:"),
            domain,
            right,
            records[0],
        )
    if spf.allows_everybody(records[0]):
        return Record(
            "SPF",
            MISSING,
            _("The SPF record lets anybody send in your name."),
            _("Let it end in ~all:"),
            domain,
            " ".join("~all" if one.lower() in ("all", "+all") else one for one in right.split()),
            records[0],
        )
    if reach["lookups"] > spf.MOST_LOOKUPS:
        return Record(
            "SPF",
            MISSING,
            _("The SPF record names too much: mail servers give up after ten look-ups."),
            _("Take out the services that no longer send for you."),
        )
    if unnamed and wanted:
        return Record(
            "SPF",
            MISSING,
            _("The SPF record does not name %(host)s, which sends our letters.")
            % {"host": unnamed[0].host},
            _("Change the record to:"),
            domain,
            right,
            records[0],
        )
    if unnamed:
        return Record("SPF", UNKNOWN, _("There is an SPF record."), _how_to_name(unnamed[0]))
    return Record("SPF", OK, _("The SPF record names the servers that send our letters."))


def _spf_missing(domain: str, right: str, senders: list[Sender], wanted: list[str]) -> Record:
    advice = _("Add this record where your domain is looked after:")
    if senders and not wanted:
        advice = f"{_how_to_name(senders[0])} {advice}"
    return Record(
        "SPF",
        MISSING,
        _("There is no SPF record: our letters may be taken for spam."),
        advice,
        domain,
        right,
    )


def _how_to_name(sender: Sender) -> str:
    return _(
        "Ask whoever runs %(host)s how an SPF record names it: the desk cannot tell from here."
    ) % {"host": sender.host}


def _dkim(domain: str, found: dict, key: SigningKey | None, senders: list[Sender]) -> Record:
    seen: dict[str, list[str]] = found.get("dkim") or {}
    if key:
        return _own_key(key, seen.get(signing.record_name(key)))
    for sender in senders:
        for selector in sender.provider.dkim if sender.provider else ():
            if any("p=" in text for text in seen.get(f"{selector}._domainkey.{domain}", [])):
                return Record(
                    "DKIM",
                    OK,
                    _("%(name)s signs your letters.") % {"name": sender.provider.name},
                )
    signer = next((one.provider for one in senders if one.provider and one.provider.dkim), None)
    if signer:
        advice = _(
            "%(name)s can sign them: switch DKIM on in its settings for your domain. Or let the "
            "desk sign with a key of its own."
        ) % {"name": signer.name}
    else:
        advice = _("Let the desk sign with a key of its own, unless your mail server does so.")
    return Record("DKIM", MISSING, _("The desk does not sign your letters."), advice)


def _own_key(key: SigningKey, texts: list[str] | None) -> Record:
    name, text = signing.record_name(key), signing.record_text(key)
    if texts is None and not key.is_on:
        return Record(
            "DKIM",
            UNKNOWN,
            _("The key is made; whether its record is there has not been seen yet."),
            _("Add this record where your domain is looked after. Signing then begins by itself."),
            name,
            text,
        )
    if key.is_on or (texts and signing.says_our_key(key, texts)):
        return Record("DKIM", OK, _("The desk signs every letter."))
    if texts:
        return Record(
            "DKIM",
            MISSING,
            _("The record says another key than ours, so letters are not signed."),
            _("Change the record to this text, with nothing left out:"),
            name,
            text,
            texts[0],
        )
    return Record(
        "DKIM",
        MISSING,
        _("The key is made, but its record is not in the DNS yet."),
        _("Add this record where your domain is looked after. Signing then begins by itself."),
        name,
        text,
    )


def _dmarc_record(domain: str, found: dict, others: list[Record]) -> Record:
    if "DMARC" in found.get("unanswered", []):
        return _unknown("DMARC")
    records, name = found.get("dmarc") or [], f"_dmarc.{domain}"
    if not records:
        return Record(
            "DMARC",
            MISSING,
            _("There is no DMARC record: Gmail and others trust such letters less."),
            _("Add this record. It refuses nothing yet; reports go to the address in it."),
            name,
            f"v=DMARC1; p=none; rua=mailto:postmaster@{domain}",
        )
    if len(records) > 1:
        return Record(
            "DMARC",
            MISSING,
            _("There are several DMARC records, so mail servers heed none of them."),
            _("Remove all but one."),
        )
    policy = _policy(records[0])
    if policy in ("quarantine", "reject") and all(one.state == MISSING for one in others):
        return Record(
            "DMARC",
            MISSING,
            _("DMARC tells the world to refuse letters that neither SPF nor DKIM vouches for."),
            _("Until one of the two above is right, customers may not get our letters."),
        )
    if policy == "none":
        return Record(
            "DMARC",
            OK,
            _("There is a DMARC record. It only watches so far."),
            _("When SPF and DKIM have been right for some weeks, p=quarantine guards your name."),
        )
    return Record("DMARC", OK, _("The DMARC record guards your name."))


def _policy(record: str) -> str:
    for part in record.split(";"):
        name, _equals, value = part.partition("=")
        if name.strip().lower() == "p":
            return value.strip().lower()
    return ""
