"""What the shop answered before to questions like this one, as far as the agent may see it."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import NamedTuple

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation, Message
from promisedesk.search import words
from promisedesk.search.finding import find

MOST = 3
WORDS = 5  # of the question, looked for two at a time
HITS = 20  # of each two
SHORTEST = 40  # characters: “Thank you!” answers nothing


class Earlier(NamedTuple):
    text: str
    customer: str  # whose name must not leave


def like(conversation: Conversation, question: str, agent: Agent) -> list[Earlier]:
    """Answers to conversations that share words with the question, the most alike first."""
    seen = Conversation.objects.visible_to(agent).values("pk")
    found: Counter[int] = Counter()
    for pair in combinations(_telling(question), 2):
        hits = find(" ".join(pair), limit=HITS, within=seen)
        found.update({hit.group for hit in hits if hit.group and hit.group != conversation.pk})
    answers = _answers([group for group, _number in found.most_common(4 * MOST)])
    return answers[:MOST]


def _telling(question: str) -> list[str]:
    """The longest words: seldom are those the everyday ones."""
    known = dict.fromkeys(one for one in words.split(question[:2000]) if one.isalpha())
    return sorted((one for one in known if len(one) >= 4), key=len, reverse=True)[:WORDS]


def _answers(groups: list[int]) -> list[Earlier]:
    rows = Message.objects.filter(
        conversation__in=groups, direction=Message.Direction.OUT, automatic=False
    ).exclude(conversation__state=Conversation.State.SPAM)
    newest: dict[int, Earlier] = {}
    values = rows.order_by("pk").values_list("conversation", "text", "conversation__contact__name")
    for group, text, customer in values:
        if len(text.strip()) >= SHORTEST:
            newest[group] = Earlier(text, customer)
    return [newest[group] for group in groups if group in newest]
