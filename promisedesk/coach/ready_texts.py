"""Reading texts that are made once and sent often: macros, letters of rules, absences.

There is no customer yet, so only what the words themselves tell is judged: tone, vagueness,
spelling, sentences, links, secrets. Nothing here stops anybody from saving.
"""

from __future__ import annotations

from collections.abc import Mapping

from promisedesk.coach import levels, reviewing
from promisedesk.coach.own_words import own_words
from promisedesk.coach.reviewing import Hint
from promisedesk.core.shop import the_shop
from promisedesk.lib import coach
from promisedesk.lib.coach import Draft
from promisedesk.replies import variables

# What is known only when it is sent: to whom, after what, with which files and facts.
_UNKNOWN_YET = (
    "empty unfilled names questions attachment apology greeting language subject signature sender "
    "size clear quote length"
)
ONLY_WHEN_SENT = frozenset(_UNKNOWN_YET.split())


def hints_for(text: str, language: str, facts: Mapping[str, str] | None) -> list[Hint]:
    """What the coach says of a ready text in `language` ("en", "ru", "pl"), its variables
    filled with `facts`; the heaviest first. None: nothing will be filled in, so a variable
    would be sent as it stands, and is named."""
    if not text.strip():
        return []
    skipped = ONLY_WHEN_SENT if facts is not None else ONLY_WHEN_SENT - {"unfilled"}
    facts, plain = facts or {}, text.replace("\r\n", "\n")
    filled = variables.fill(plain, facts).text if facts else plain
    draft = Draft(
        reply=filled,
        language=language,
        shop_name=the_shop().shop_name,
        agent_name=facts.get("agent.name", ""),
        customer_name=facts.get("customer.name"),
        own_words=own_words(),
    )
    reading = coach.read(draft, skipped | levels.switched_off())
    found = reviewing.weigh(reading, filled).hints
    return [one for one in found if one.finding.check not in skipped]
