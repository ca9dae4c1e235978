"""Whether help with writing is offered on this page: asked of what the process remembers."""

from django import template

from promisedesk.agents.rights import Deed, may
from promisedesk.coach import helping

register = template.Library()


def _may_ask(context) -> bool:
    request = context.get("request")
    return request is not None and may(request.user, Deed.ANSWER)


@register.simple_tag(takes_context=True)
def writing_helps(context) -> tuple[str, ...]:
    """The helps this reader can ask for; () while writing help is off."""
    offered = helping.offered()
    return offered if offered and _may_ask(context) else ()


@register.simple_tag(takes_context=True)
def is_translatable(context, message) -> bool:
    """Whether a customer’s message is, as far as is known, in a language the reader has not."""
    if message.kind != "customer" or not message.html or "translate" not in helping.offered():
        return False
    return _may_ask(context) and message.language != context["request"].user.language
