"""The shop's own dictionary: words that are never misspelt here."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach.models import OwnWord
from promisedesk.coach.verbs import WORD_ADDED, WORD_REMOVED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.memo import remembered

MOST = 5000
LONGEST = 60


@remembered(OwnWord)
def own_words() -> frozenset[str]:
    """All of them, in lower case."""
    return frozenset(OwnWord.objects.values_list("word", flat=True))


@transaction.atomic
def add(word: str, *, by: Agent | None) -> OwnWord:
    """Whoever answers may add one. Raises Refused when it is none."""
    demand(by, Deed.ANSWER)
    word = word.strip().casefold()
    if not word or len(word) > LONGEST or len(word.split()) != 1:
        raise Refused(_("Write one word of at most 60 letters."))
    if OwnWord.objects.count() >= MOST:
        raise Refused(_("There are 5,000 words already. Remove some in the settings."))
    found, is_new = OwnWord.objects.get_or_create(word=word, defaults={"by": by})
    if is_new:
        record(WORD_ADDED, by=by, word=word)
    return found


@transaction.atomic
def remove(word: OwnWord, *, by: Agent | None) -> None:
    """It is looked up again from now on."""
    demand(by, Deed.RUN)
    record(WORD_REMOVED, by=by, word=word.word)
    word.delete()
