"""HTML of a mail to lines of plain text, quotes marked as the trimmer knows them.

Our own walk over selectolax's tree: lxml drops what lies below 256 nested elements, and
html2text is GPL. No recursion, so no depth of nesting matters.
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from promisedesk.lib.mail.announcing import ATTRIBUTION, QUOTE_FOLLOWS
from promisedesk.lib.mail.charsets import clean_body

MOST_CHARACTERS = 4_000_000  # of HTML; longer is cut before parsing
DEEPEST_QUOTE = 8
LONGEST_LINK = 500
MOST_LINKS = 500  # targets written out; later links keep their text only


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody tfoot thead tr ul blockquote"
)
_SPACED = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"]
)
_SKIPPED = frozenset(
    ["head", "script", "style", "title", "template", "object", "svg", "math", "select", "textarea"]
)
_QUOTE_STARTS = _names(
    "divrplyfwdmsg x_divrplyfwdmsg appendonsend x_appendonsend olk_src_body_section "
    "mail-editor-reference-message-container ms-outlook-mobile-reference-message"
)
_QUOTE_CLASSES = frozenset(["yahoo_quoted", "protonmail_quote", "zmail_extra", "tutanota_quote"])
_ATTRIBUTION_CLASSES = frozenset(["moz-cite-prefix", "gmail_attr", "protonmail_quote_header"])
_OUTLOOK_LINE = re.compile(
    r"border:\s*none;\s*border-top:\s*solid\s+#[0-9a-f]{6}\s+1\.0pt|"
    r"border-top-color:\s*rgb\(229, 229, 229\)",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
ELEMENT_DEPTH = 5000  # nested elements; the parser's time grows with the square
FORMAT_DEPTH = 400  # open <font>s and their like, which the parser repeats in each paragraph
_FORMATS = _names("a b big code em font i nobr s small strike strong tt u")
_UNNESTED = _names(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd "
    "option thead tbody tfoot o:p"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]{0,20})")
_SPACE = re.compile(r"[ \t\n\r\f]+")


class _Lines:
    """Lines in the making: whitespace collapsed, quote depth written as '> '."""

    def __init__(self):
        self.lines: list[str] = []
        self.now: list[str] = []
        self.quote = 0
        self.mark = ""
        self.is_forward = False  # in an attribution that passes a mail on
        self.ends_blank = True

    def text(self, text: str, *, is_pre: bool) -> None:
        if is_pre:
            first, *more = text.split("\n")
            self.now.append(first)
            for line in more:
                self.end_line()
                self.now.append(line)
            self.ends_blank = False
            return
        text = _SPACE.sub(" ", text)
        if self.ends_blank:
            text = text.lstrip(" ")
        if text:
            self.now.append(text)
            self.ends_blank = text[-1] == " "

    def end_line(self) -> None:
        line = "".join(self.now).replace("\xa0", " ").rstrip()
        prefix = "> " * min(self.quote, DEEPEST_QUOTE)
        mark, self.mark = (self.mark, "") if line else ("", self.mark)
        self.lines.append((mark + prefix + line) if line else prefix.rstrip())
        self.now, self.ends_blank = [], True

    def end_block(self) -> None:
        if self.now and (len(self.now) > 1 or self.now[0].strip(" ")):
            self.end_line()
        else:
            self.now, self.ends_blank = [], True

    def blank(self) -> None:
        self.end_block()
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * min(self.quote, DEEPEST_QUOTE))
            self.lines[-1] = self.lines[-1].rstrip()

    def keeps_breaks(self) -> bool:
        """A forward's "From: ... Date: ..." stays as it is; "On ... wrote:" becomes one line."""
        self.is_forward = self.is_forward or "".join(self.now).lstrip().startswith("---")
        return self.is_forward

    def end_quote(self) -> None:
        while self.lines and self.lines[-1] and not self.lines[-1].strip("> "):
            self.lines.pop()
        self.quote -= 1

    def starts_quote(self) -> None:
        self.end_block()
        self.lines.append(QUOTE_FOLLOWS)


def html_lines(html: str) -> list[str]:
    """The text of `html`, with the trimmer's marks; for `trimming.split_lines`."""
    html = html[:MOST_CHARACTERS]
    if is_tangled(html):
        return _without_tags(html).split("\n")
    tree = LexborHTMLParser(html)
    lines = _Lines()
    root = tree.body or tree.root
    if root is None:
        return []
    _walk(root, lines)
    lines.end_block()
    while lines.lines and not lines.lines[-1].strip("> "):
        lines.lines.pop()
    return lines.lines


def is_tangled(html: str) -> bool:
    """Whether a tree of `html` would cost more than linear time: tags open by the thousands."""
    if html.count("<") < FORMAT_DEPTH:
        return False
    depth = formats = 0
    for hit in _TAG.finditer(html):
        name = hit[2].lower()
        if name in _UNNESTED:
            continue
        step = -1 if hit[1] else 1
        depth = max(0, depth + step)
        if name in _FORMATS:
            formats = max(0, formats + step)
        if depth > ELEMENT_DEPTH or formats > FORMAT_DEPTH:
            return True
    return False


def _without_tags(html: str) -> str:
    text = re.sub(r"<(?:br|/p|/div|/tr|/li)\b[^<>]*>", "\n", html, flags=re.I)
    text = unescape(re.sub(r"<[^<>]*>", " ", text))
    return "\n".join(" ".join(line.split()) for line in clean_body(text).split("\n")).strip()


def html_to_text(html: str) -> str:
    """All the text of `html`, quotes included."""
    plain = (line.strip(ATTRIBUTION) for line in html_lines(html) if line != QUOTE_FOLLOWS)
    return "\n".join(plain).strip("\n")


def _walk(root, lines: _Lines) -> None:
    stop, node = root.mem_id, root.child
    stack: list[tuple] = []  # (mem_id, what to do when the element ends)
    pre = in_attribution = links = 0
    while node is not None:
        tag = node.tag
        down = False
        if tag == "-text":
            _add_text(node, lines, pre)
        elif tag == "br":
            if not in_attribution or lines.keeps_breaks():
                lines.end_line()
            else:
                lines.text(" ", is_pre=False)
        elif tag not in _SKIPPED and tag[0] not in "-!":
            undo = _enter(node, tag, lines)
            if undo is not None:
                pre += tag == "pre"
                in_attribution += undo == "attribution"
                down = node.child is not None
                if down:
                    stack.append((undo, tag, node))
                else:
                    links = _leave(undo, tag, node, lines, links)
                    pre -= tag == "pre"
                    in_attribution -= undo == "attribution"
        if down:
            node = node.child
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == stop:
                return
            undo, tag, owner = stack.pop()
            links = _leave(undo, tag, owner, lines, links)
            pre -= tag == "pre"
            in_attribution -= undo == "attribution"
        node = node.next if node is not None else None


def _add_text(node, lines: _Lines, pre: int) -> None:
    text = node.text_content
    if text:
        lines.text(text if text.isprintable() else clean_body(text), is_pre=bool(pre))


def _enter(node, tag: str, lines: _Lines) -> str | None:
    """Start an element; says what its end must undo, None when it is to be skipped."""
    if tag in ("b", "i", "strong", "em", "u", "font", "o:p", "tbody"):
        return ""
    attributes = node.attributes
    style = attributes.get("style") or ""
    if style and _HIDDEN.search(style):
        return None
    if tag == "img":
        alt = attributes.get("alt") or ""
        if 0 < len(alt) <= 8 and not alt.isascii():
            lines.text(clean_body(alt), is_pre=False)  # an emoji sent as a picture
        return None
    if tag in ("td", "th"):
        if not lines.ends_blank:
            lines.text(" ", is_pre=False)
        return "cell"
    classes = (attributes.get("class") or "").lower()
    if tag not in _BLOCKS and not classes and not attributes.get("id"):
        return "link" if tag == "a" else ""
    return _enter_block(tag, attributes, classes, style, lines, node)


def _enter_block(tag, attributes, classes: str, style: str, lines: _Lines, node) -> str:
    if (attributes.get("id") or "").lower() in _QUOTE_STARTS or (
        style and _OUTLOOK_LINE.search(style) and _holds_header(node)
    ):
        lines.starts_quote()
    if tag in _BLOCKS:
        # Paragraphs of Word have no space between them.
        is_spaced = tag in _SPACED and "msonormal" not in classes
        lines.blank() if is_spaced else lines.end_block()
    names = classes.split()
    if tag == "blockquote":
        if _is_mere_indent(classes, style, node):
            return "block"
        lines.quote += 1
        return "quote"
    if _QUOTE_CLASSES.intersection(names):
        lines.end_block()
        lines.quote += 1
        return "quote"
    if _ATTRIBUTION_CLASSES.intersection(names):
        lines.end_block()
        lines.mark = ATTRIBUTION
        return "attribution"
    if tag == "li":
        lines.text("- ", is_pre=False)
    elif tag == "hr":
        lines.text("-" * 20, is_pre=False)
        lines.end_line()
    return "link" if tag == "a" else "block" if tag in _BLOCKS else ""


def _leave(undo: str, tag: str, node, lines: _Lines, links: int) -> int:
    if undo == "link":
        links += 1
        if links <= MOST_LINKS and (target := _target(node)):
            lines.text(f" <{target}>", is_pre=False)
    elif undo == "cell":
        if not lines.ends_blank:
            lines.text(" ", is_pre=False)
    elif undo:
        lines.end_block()
        if undo == "quote":
            lines.end_quote()
        if undo == "attribution":
            lines.mark, lines.is_forward = "", False
        if tag in ("p", "table", "ul", "ol", "blockquote") and "mso" not in (
            (node.attributes.get("class") or "").lower()
        ):
            lines.blank()
    return links


def _target(node) -> str:
    """A link's address where its text does not already say it."""
    href = (node.attributes.get("href") or "").strip()
    if not href.lower().startswith(("http://", "https://", "mailto:", "tel:")):
        return ""
    shown = (node.text(deep=True) or "")[: 2 * LONGEST_LINK].strip().lower()
    bare = re.sub(r"^(mailto:|tel:|https?://)(www\.)?", "", href.lower()).rstrip("/")
    if not shown or bare.split("?")[0] in shown or (len(shown) > 8 and shown in bare):
        return ""
    return clean_body(href[:LONGEST_LINK]).replace("\n", "")


def _is_mere_indent(classes: str, style: str, node) -> bool:
    """Editors indent and cite inside one's own words with blockquotes too."""
    bare = style.lower().replace(" ", "")
    if "webkit-indent" in classes or ("border:none" in bare and "border-left" not in bare):
        return "cite" not in (node.attributes.get("type") or "")
    if "gmail_quote" in classes:
        parent = node.parent
        for _ in range(20):
            if parent is None or parent.tag != "div":
                break
            if "gmail" in (parent.attributes.get("class") or ""):
                return False
            parent = parent.parent
        before = node.prev
        return before is None or (before.tag == "-text" and ":" not in (before.text_content or ""))
    return False


def _holds_header(node) -> bool:
    text = (node.text(deep=True) or "")[:600]
    return text.count(":") >= 3
