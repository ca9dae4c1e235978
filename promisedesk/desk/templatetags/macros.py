"""What macros chosen for an answer will do with it."""

from django import template

from promisedesk.conversations import actions as conversation_actions
from promisedesk.core.errors import Refused
from promisedesk.replies import macros

register = template.Library()


@register.simple_tag(takes_context=True)
def chosen_macros(context) -> list[dict]:
    """Macros whose actions wait for the sending, as the address or a failed form names them."""
    request = context["request"]
    ids = request.POST.getlist("macro") or request.GET.getlist("macro")
    rows = []
    for macro in macros.chosen(ids, request.user) if ids else []:
        try:
            rows.append({"macro": macro, "does": conversation_actions.in_words(macro.actions)})
        except Refused:
            continue
    return rows
