"""HTML of strangers made fit for our pages: an allow-list, by nh3.

What comes out is still shown in a sandboxed frame with its own policy; this is the first of
two walls. Pictures from elsewhere tell their sender who read the mail, so they stay out
unless a person asks for them.
"""

from html import escape

import nh3

from promisedesk.lib.mail.charsets import clean_body
from promisedesk.lib.mail.html_text import html_to_text, is_tangled

MOST_CHARACTERS = 2_000_000


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


def clean_html(html: str) -> str:
    """Safe HTML of a mail's `html`; `cid:` pictures stay, remote ones tell the sender who looks.

    Links open elsewhere and tell the target nothing about us.
    """
    if not html:
        return ""
    html = clean_body(html[:MOST_CHARACTERS])
    if is_tangled(html):
        return f"<pre>{escape(html_to_text(html))}</pre>"

    def filtered(tag: str, name: str, value: str) -> str | None:
        if name == "style" and ("url(" in value.lower() or "\\" in value or "expression" in value):
            return None
        if tag == "img" and name == "src":
            return _image_source(value)
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


def _image_source(value: str) -> str | None:
    return value.strip() if value.strip().lower().startswith("cid:") else None
