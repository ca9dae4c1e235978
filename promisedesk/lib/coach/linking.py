"""Links that do not open to a customer: of our own machine, of the back office, broken (R10)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from .findings import Span

_URL = re.compile(
    r"(?<![\w@])(?P<scheme>https?|ftp|file)://(?P<rest>[^\s<>\"»”'`\]]{0,2000})", re.I
)
_BARE = re.compile(
    r"(?<![\w@/.:-])(?:www\.[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|localhost"
    r"|(?:\d{1,3}\.){3}\d{1,3})(?::\d{2,5})?(?:/[^\s<>\"»”'`\])]{0,500})?",
    re.I,
)
_PATHS = re.compile(r"(?<![\w/])(?:[A-Z]:\\[^\s\"<>|]{1,200}|\\\\[\w.-]{2,60}\\[^\s\"<>|]{1,200})")
_BROKEN = re.compile(
    r"\b(?:https?:/(?!/)\w[^\s<>]{2,200}|https?//[^\s<>]{3,200}|h?ttps?;//[^\s<>]{3,200}"
    r"|htt?p?s?:://[^\s<>]{3,200}|(?:htps?|htttps?|ttps?|hhttps?)://[^\s<>]{3,200}"
    r"|https?://[ \t]{1,3}(?=[\w-]{1,60}\.)[^\s<>]{1,200}|https?://(?=[\s)\].,]|\Z)"
    r"|https?://https?:?/{0,2}[^\s<>]{0,200}|www,[\w-]{2,60}[.,]\w{2,20}|www\.[\w-]{2,60},(?:com"
    r"|ru|pl|co|net|org|eu|shop)\b)",
    re.I,
)
_EMPTY = re.compile(r"\]\((?:[ ]{0,3}|#|https?://|url|link|ссылка)\)", re.I)
_BACK_OFFICE = re.compile(
    r"/(?:wp-admin|wp-login\.php|administrator|admin(?:\d{1,3}\w{0,12})?|backend"
    r"|back-?office"
    r"|phpmyadmin|bitrix/admin|panel/admin|cms/admin|manager/html|adminer\.php|_admin"
    r"|dashboard/admin)(?:[/?#.]|\Z)",
    re.I,
)
_DESK = re.compile(
    r"/(?:inbox/[\w-]{1,60}(?:/[\w-]{1,60})?|settings/[\w-]{1,60}|conversations/[\w-]{4,60}"
    r"|today)/?(?:[?#]\S{0,200})?\Z"
)
_INSIDE = re.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|intra|lan|corp|home|private|test"
    r"|invalid)\Z"
)
_STAGING = re.compile(
    r"^(?:staging|stage|dev|devel|test|testing|uat|preprod|pre-prod|sandbox|qa)\d{0,2}[.-]"
)
_EXAMPLE = re.compile(
    r"(?:^|\.)(?:example\.(?:com|org|net)|yourdomain\.\w{2,5}|your-?(?:shop|site|store"
    r"|domain)\.\w{2,5}|domain\.com|website\.com)\Z"
)
_SHOP_ADMIN = re.compile(r"^admin\.|^[\w-]{1,60}\.myshopify\.com/admin|^admin\.shopify\.com", re.I)
_HOST = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?){0,9}\.?\Z")


def bad_links(text: str, own_domains: tuple[str, ...] = ()) -> list[tuple[str, Span]]:
    """(why, place) of each link that a customer cannot open, in the order of the text.

    Why: "inside" (our own machine or network), "office" (admin pages, this desk), "file",
    "unfilled" (example.com, an empty link), "broken".
    """
    if not may_have_any(text):
        return []
    found: list[tuple[str, Span]] = []
    for why, span in sorted(_all(text, own_domains), key=lambda one: one[1]):
        if not found or span[0] >= found[-1][1][1]:
            found.append((why, span))
    return found


def may_have_any(text: str) -> bool:
    """Whether there is anything like a link at all; cheap."""
    return any(sign in text for sign in ("//", ":/", "www", "\\", "localhost", "](")) or bool(
        _BARE.search(text)
    )


def _all(text: str, own_domains: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    for one in _BROKEN.finditer(text):
        yield "broken", one.span()
    for one in _EMPTY.finditer(text):
        yield "unfilled", one.span()
    for one in _PATHS.finditer(text):
        yield "file", one.span()
    for one in _URL.finditer(text):
        rest = one["rest"].rstrip(".,;:!?)*_")
        why = "file" if one["scheme"].lower() == "file" else _why(rest, own_domains)
        if why:
            yield why, (one.start(), one.start("rest") + len(rest))
    for one in _BARE.finditer(text):
        link = one[0].rstrip(".,;:!?")
        if re.fullmatch(r"[\d.]+", link):
            continue  # a version, a part number
        if why := _why(link, own_domains):
            yield why, (one.start(), one.start() + len(link))


def _why(rest: str, own_domains: tuple[str, ...]) -> str:
    """What is wrong with host and path; '' if nothing."""
    host, slash, path = re.sub(r"[?#].*", "", rest).partition("/")
    after = rest[len(host) :]
    host = host.rpartition("@")[2].lower()
    if host.startswith("["):
        return "inside" if _is_private(host.strip("[]").partition("]")[0]) else ""
    host = host.partition(":")[0]
    if re.fullmatch(r"[\d.]+", host) and host.count(".") == 3:
        is_router = re.search(r"\.(?:1|254)\Z", host) and not path  # the customer's own
        return "inside" if _is_private(host) and not is_router else ""
    if not host or not _HOST.match(host) or ".." in host:
        return "broken"
    if "." not in host.rstrip(".") or _INSIDE.search(host):
        return "inside"
    if _EXAMPLE.search(host):
        return "unfilled"
    if _STAGING.match(host) or _SHOP_ADMIN.match(host + slash + path):
        return "inside" if _STAGING.match(host) else "office"
    if _BACK_OFFICE.search(slash + path):
        return "office"
    if _is_ours(host, own_domains) and _DESK.match(after):
        return "office"
    return ""


def _is_ours(host: str, own_domains: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith("." + one) for one in own_domains)


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return True
