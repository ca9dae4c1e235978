"""What the server is told for each help: as little as will do, without what leads to people.

Addresses, phones, numbers, links and surnames leave as signs (lib.writing_help.masking) and are
put back into the answer here. Notes, files and cards of customers never leave.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.coach import earlier_answers
from promisedesk.coach.models import Asked
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.shop import the_shop
from promisedesk.lib.first_names import first_name
from promisedesk.lib.writing_help import facts, prompting
from promisedesk.lib.writing_help.masking import BLANK, SIGN, Masks, blanked
from promisedesk.replies import macros
from promisedesk.search import words

MOST_MESSAGES = 6  # of the conversation, for a draft
MOST_MACROS = 3
MACROS_LOOKED_AT = 200
LONGEST_PART = 1500  # characters of one message, macro or earlier answer
LEAST_SHARED = 2  # words a macro must share with the question
MOST_DOUBTS = 8
PROMPTS = {"read": "translate"}


@dataclass(frozen=True, slots=True)
class Material:
    """What goes out, and what is needed to read the answer."""

    messages: list[dict[str, str]]
    original: str  # the facts of which must be found again
    masks: Masks
    is_draft: bool = False

    def read(self, answer: str) -> tuple[str, list[list[str]]]:
        """The answer with everything put back, and what to look at in it: ["lost", words]
        is not there any more, ["added", words] was not there before, ["sign", words] is a
        sign nothing stands behind."""
        text = self.masks.restore(answer)
        doubts = [["sign", one] for one in dict.fromkeys(SIGN.findall(text))]
        if BLANK in text:
            doubts.append(["sign", BLANK])
        if not self.is_draft:
            doubts += [["lost", one] for one in facts.lost(self.original, text)]
        doubts += [["added", one] for one in facts.added(self.original, text)]
        return text, doubts[:MOST_DOUBTS]


def material_for(asked: Asked) -> Material:
    """Gather it. Raises Refused if there is nothing to work on."""
    if asked.kind == "try":
        return Material(prompting.messages("try", asked.language, "…"), "", Masks(), is_draft=True)
    masks = Masks(_names(asked.conversation))
    if asked.kind == "draft":
        return _draft(asked.conversation, asked.agent, asked.language, masks)
    source = asked.message.text if asked.message else asked.text
    prompt = PROMPTS.get(asked.kind, asked.kind)
    messages = prompting.messages(prompt, asked.language, masks.hide(source))
    return Material(messages, source, masks)


def _names(conversation: Conversation) -> list[str]:
    """Words to hide: the customer's name but the first, and their company."""
    contact = conversation.contact
    first = first_name(contact.name)
    return [*(one for one in contact.name.split() if one.strip(",") != first), contact.company]


def _draft(conversation: Conversation, agent: Agent, language: str, masks: Masks) -> Material:
    said = _said_so_far(conversation)
    asked = next((one.text for one in said if one.direction == Message.Direction.IN), "")
    if not asked.strip():
        raise Refused(_("There is no message of the customer to answer."))
    shop, customer = the_shop().shop_name, first_name(conversation.contact.name)
    parts = [f"Shop: {shop or conversation.inbox.name}", f"Customer: {customer or '?'}"]
    spoken = []
    for one in reversed(said):
        who = "Customer" if one.direction == Message.Direction.IN else "Shop"
        spoken.append(f"{who}: {one.text[:LONGEST_PART].strip()}")
    spoken += [
        f"Ready text of the shop: {text[:LONGEST_PART].strip()}"
        for text in fitting_macros(conversation, agent, asked)
    ]
    hidden = [masks.hide(one) for one in spoken]
    others = [
        "Earlier answer of the shop to somebody else: "
        + blanked(one.text[:LONGEST_PART].strip(), [one.customer])
        for one in earlier_answers.like(conversation, asked, agent)
    ]
    sent = "\n\n".join([*parts, *hidden, *others])
    return Material(
        prompting.messages("draft", language, sent), "\n".join([*parts, *spoken]), masks, True
    )


def _said_so_far(conversation: Conversation) -> list[Message]:
    """The newest messages to and from the customer, the newest first; no notes, no robots."""
    rows = conversation.messages.filter(automatic=False).exclude(direction=Message.Direction.NOTE)
    return list(rows.only("direction", "text").order_by("-created_at", "-id")[:MOST_MESSAGES])


def fitting_macros(conversation: Conversation, agent: Agent, question: str) -> list[str]:
    """Texts of macros this agent may use that share the most words with the question."""
    asked = _stems(question)
    found: list[tuple[int, str]] = []
    for macro in macros.visible_to(agent)[:MACROS_LOOKED_AT]:
        text, _language = macros.text_for(macro, conversation)
        shared = len(asked & _stems(f"{macro.name} {text}"))
        if text and shared >= LEAST_SHARED:
            found.append((shared, macros.ready(conversation, macro, agent).text))
    found.sort(key=lambda one: -one[0])
    return [text for _shared, text in found[:MOST_MACROS]]


def _stems(text: str) -> frozenset[str]:
    return frozenset(telling(words.stems(text)))


def telling(stems: Iterable[str]) -> Iterable[str]:
    """Stems that tell what a text is about: not the short ones everybody uses."""
    return (one for one in stems if len(one) >= 4 and not one.isdigit())
