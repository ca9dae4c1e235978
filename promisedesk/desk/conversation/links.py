"""Links of a mail, told where they lead: what they say and where they go may differ."""

from urllib.parse import urlsplit

from django.utils.html import escape
from selectolax.lexbor import LexborHTMLParser

MOST = 300  # links of one mail; the rest only have their address as a title
LONGEST_TITLE = 500
CARRIES = ("http://", "https://")


def with_leads(html: str) -> str:
    """Cleaned HTML in which each link tells its address, beside it when the words do not.

    `html` is what lib.mail.sanitising made; nothing but titles and escaped names are added.
    """
    if "<a " not in html:
        return html
    tree = LexborHTMLParser(html)
    for number, link in enumerate(tree.css("a[href]")):
        address = link.attributes.get("href") or ""
        link.attrs["title"] = address[:LONGEST_TITLE]
        host = _host(address)
        if host and number < MOST and not _says(link.text(deep=True), host):
            link.insert_after(_lead(host))
    body = tree.body
    return body.inner_html if body is not None else html


def _host(address: str) -> str:
    if not address.lower().startswith(CARRIES):
        return ""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _says(words: str, host: str) -> bool:
    """Whether the link's own words name the host it goes to, and not one that only holds it."""
    said = words.strip().lower().removeprefix("https://").removeprefix("http://")
    first = said.partition("/")[0].split()[:1]
    return bool(first) and first[0].removeprefix("www.") == host.lower().removeprefix("www.")


def _lead(host: str):
    span = LexborHTMLParser(f'<span class="pd-leads"> ({escape(host)})</span>', is_fragment=True)
    return span.root
