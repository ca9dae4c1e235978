"""{% translate %}, {% url %} and {% icon %} of words that never change, worked out once.

A page has some two hundred of them, and Django works each out at every drawing: it was a
tenth of a page's time (measured). Those with variables are drawn as Django draws them.
"""

from django import template
from django.template.base import FilterExpression, Node, Variable
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as read_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import get_language

register = template.Library()


def is_constant(expression: FilterExpression | None) -> bool:
    """Whether an expression of a template is a text in quotes, or is not there."""
    if expression is None:
        return True
    if expression.filters:
        return False
    one = expression.var
    return one.literal is not None if isinstance(one, Variable) else isinstance(one, str)


class Translated(TranslateNode):
    """A translation that is looked up once for each language."""

    def __init__(self, *parts):
        super().__init__(*parts)
        constant = is_constant(self.filter_expression) and is_constant(self.message_context)
        self.is_constant = constant and not self.asvar
        self.known: dict[str | None, str] = {}

    def render(self, context) -> str:
        if not self.is_constant or not context.autoescape:
            return super().render(context)
        language = get_language()
        said = self.known.get(language)
        if said is None:
            said = self.known[language] = super().render(context)
        return said


class Address(URLNode):
    """The address of a page, made once."""

    def __init__(self, *parts):
        super().__init__(*parts)
        expressions = [self.view_name, *self.args, *self.kwargs.values()]
        self.is_constant = all(map(is_constant, expressions))
        self.known: dict[tuple, str] = {}

    def render(self, context) -> str:
        if not self.is_constant or not context.autoescape:
            return super().render(context)
        where = (get_urlconf(), get_script_prefix())
        if where not in self.known:
            written = super().render(context)
            self.known[where] = context[self.asvar] if self.asvar else written
        if self.asvar:
            context[self.asvar] = self.known[where]
            return ""
        return self.known[where]


class Drawn(Node):
    """What a function draws of its arguments; those without variables are read once."""

    def __init__(self, draw, expressions: list[FilterExpression]):
        self.draw, self.expressions = draw, expressions
        self.words = None
        if all(map(is_constant, expressions)):
            self.words = [one.resolve(template.Context()) for one in expressions]

    def render(self, context) -> str:
        if self.words is not None:
            return self.draw(*self.words)
        return self.draw(*(one.resolve(context) for one in self.expressions))


@register.tag("translate")
@register.tag("trans")
def translate(parser, token):
    """Django's own tag, remembered."""
    node = do_translate(parser, token)
    return Translated(node.filter_expression, node.noop, node.asvar, node.message_context)


@register.tag
def url(parser, token):
    """Django's own tag, remembered."""
    node = read_url(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)


def drawing_tag(draw):
    """A tag that draws with `draw`, a function remembering what it drew: {% icon "x" "sm" %}."""

    def read(parser, token):
        words = token.split_contents()[1:]
        return Drawn(draw, [parser.compile_filter(one) for one in words])

    return read
