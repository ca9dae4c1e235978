"""What a template says the same on every page, drawn once for each language.

A page of the desk has some hundreds of texts, icons and translated words side by side, and
Django draws each by itself at every request. Here neighbours that know no variable are joined
into one piece when a template is read, and the piece is remembered as it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.template import Template
from django.template.base import Node, NodeList, TextNode, TokenType
from django.template.defaulttags import CommentNode, IfNode, LoadNode
from django.template.loaders.cached import Loader as CachedLoader
from django.templatetags.i18n import BlockTranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import get_language

from promisedesk.core.templatetags.ready import Address, Drawn, Translated, is_constant

_SILENT = (CommentNode, LoadNode)


class Loader(CachedLoader):
    """Keeps templates as Django's own does, joined."""

    def get_template(self, template_name: str, skip=None) -> Template:
        key = self.cache_key(template_name, skip)
        is_known = key in self.get_template_cache
        template = super().get_template(template_name, skip)
        if not is_known:
            join(template.nodelist)
        return template


class Joined(Node):
    """Neighbours that are drawn the same for everybody who reads a language."""

    child_nodelists = ()

    def __init__(self, parts: list[Node]):
        self.parts = parts
        self.token, self.origin = parts[0].token, getattr(parts[0], "origin", None)
        self.known: dict[tuple, str] = {}

    def render(self, context) -> str:
        if not context.autoescape:
            return self._draw(context)
        where = (get_language(), get_urlconf(), get_script_prefix())
        drawn = self.known.get(where)
        if drawn is None:
            drawn = self.known[where] = self._draw(context)
        return drawn

    def _draw(self, context) -> str:
        return "".join(part.render_annotated(context) for part in self.parts)


def join(nodes: NodeList) -> None:
    """Join what stands together in this list and in all lists within it."""
    joined: list[Node] = []
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, _SILENT):
            continue
        if _is_still(node):
            run.append(node)
            continue
        joined += _piece(run)
        joined.append(node)
        run = []
        for within in _lists_in(node):
            join(within)
    nodes[:] = joined + _piece(run)


def _piece(run: list[Node]) -> list[Node]:
    is_text = all(isinstance(one, TextNode) for one in run)
    return run if is_text and len(run) < 2 else [Joined(run)]


def _lists_in(node: Node) -> Iterator[NodeList]:
    if isinstance(node, IfNode):  # its own `nodelist` is made anew at each look
        yield from (each for _condition, each in node.conditions_nodelists)
        return
    for name in node.child_nodelists:
        found = getattr(node, name, None)
        if isinstance(found, NodeList):
            yield found


def _is_still(node: Node) -> bool:
    """Whether it is drawn the same on every page of one language."""
    kind = type(node)
    if kind is TextNode:
        return True
    if kind in (Translated, Address):
        return node.is_constant and not node.asvar
    if kind is Drawn:
        return node.words is not None
    if kind is StaticNode:
        return not node.varname and is_constant(node.path)
    return kind is BlockTranslateNode and _has_no_variable(node)


def _has_no_variable(node: BlockTranslateNode) -> bool:
    others = (node.extra_context, node.countervar, node.plural, node.message_context, node.asvar)
    texts = all(token.token_type == TokenType.TEXT for token in node.singular)
    return texts and not any(others)
