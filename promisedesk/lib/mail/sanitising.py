"""HTML of strangers made fit for our pages: an allow-list, by nh3.

What comes out is still shown in a sandboxed frame with its own policy; this is the first of
two walls. Pictures from elsewhere tell their sender who read the mail, so they stay out
unless a person asks for them.
"""

import re
from collections.abc import Callable, Mapping
from html import escape

import nh3

from promisedesk.lib.mail.charsets import clean_body
from promisedesk.lib.mail.html_text import html_to_text, is_tangled

MOST_CHARACTERS = 2_000_000
PICTURES = "pictures"  # a mark of a mail: it shows pictures that lie elsewhere
LONGEST_ADDRESS = 4000
_REMOTE = re.compile(r"<img\b[^>]{0,4000}?\bsrc\s*=\s*[\"']?\s*https?:", re.I)


def _names(text: str) -> set[str]:
    return set(text.split())


TAGS = _names(
    "a abbr address article b bdi bdo blockquote br caption center cite code col colgroup dd "
    "del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i "
    "img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong "
    "sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
)
ATTRIBUTES = {
    "*": {"align", "dir", "lang", "style", "title", "valign"},
    "a": {"href"},
    "col": {"span", "width"},
    "font": {"color", "size"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"start", "type"},
    "table": {"border", "cellpadding", "cellspacing", "width"},
    "td": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "th": {"bgcolor", "colspan", "height", "rowspan", "width"},
    "tr": {"bgcolor"},
}
# No position, no background pictures, nothing that can cover or fetch.
STYLES = _names(
    "background-color border border-bottom border-collapse border-color border-left "
    "border-right border-spacing border-style border-top border-width color direction "
    "font-family font-size font-style font-variant font-weight line-height list-style-type "
    "margin margin-bottom margin-left margin-right margin-top max-width padding "
    "padding-bottom padding-left padding-right padding-top text-align text-decoration "
    "text-indent text-transform vertical-align white-space width word-break"
)
SCHEMES = {"cid", "http", "https", "mailto", "tel"}


def clean_html(html: str, remote: Mapping[str, str] | None = None) -> str:
    """Safe HTML of a mail's `html`; `cid:` pictures stay, remote ones tell the sender who looks.

    Links open elsewhere and tell the target nothing about us. `remote` names, by their
    address, the pictures that were fetched: each is shown as the `cid:` it gives.
    """
    return _cleaned(html, lambda source: _image_source(source, remote or {}))


def shows_remote_pictures(html: str) -> bool:
    """Whether there may be pictures elsewhere in it: a quick look, no parsing."""
    return bool(_REMOTE.search(html))


def remote_pictures_in(html: str) -> list[str]:
    """The addresses of pictures elsewhere that this HTML shows, each once, in order."""
    found: dict[str, None] = {}

    def note(source: str) -> str | None:
        source = source.strip()
        if source.lower().startswith(("https://", "http://")) and len(source) <= LONGEST_ADDRESS:
            found[source] = None
        return None

    _cleaned(html, note)
    return list(found)


def _cleaned(html: str, image_source: Callable[[str], str | None]) -> str:
    if not html:
        return ""
    html = clean_body(html[:MOST_CHARACTERS])
    if is_tangled(html):
        return f"<pre>{escape(html_to_text(html))}</pre>"

    def filtered(tag: str, name: str, value: str) -> str | None:
        if name == "style" and ("url(" in value.lower() or "\\" in value or "expression" in value):
            return None
        if tag == "img" and name == "src":
            return image_source(value)
        if tag == "a" and name == "href" and value.strip().startswith(("//", "/", "\\")):
            return None
        return value

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        filter_style_properties=STYLES,
        attribute_filter=filtered,
        link_rel="noopener noreferrer nofollow",
        set_tag_attribute_values={"a": {"target": "_blank"}},
        clean_content_tags={"script", "style", "title", "svg", "math", "template", "iframe"},
        strip_comments=True,
    )


def _image_source(value: str, remote: Mapping[str, str]) -> str | None:
    value = value.strip()
    return value if value.lower().startswith("cid:") else remote.get(value)
