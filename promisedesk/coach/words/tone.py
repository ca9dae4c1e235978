"""Sentences about how it sounds."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, LazyText] = {
    "tone.blame": _("“%(words)s” may sound like blame"),
    "tone.insult": _("“%(words)s” may hurt"),
    "tone.impatient": _("“%(words)s” may sound impatient"),
    "tone.ordering": _("“%(words)s” may sound like an order"),
    "tone.dismissive": _("“%(words)s” may sound as if we did not care"),
    "tone.threat": _("“%(words)s” may sound like a threat"),
    "tone.sarcasm": _("“%(words)s” may sound mocking"),
    "tone.shouting": _("“%(words)s” may read as shouting"),
    "vague.soon": _("“%(words)s” leaves the customer guessing: say which day or hour"),
    "vague.unsure": _("“%(words)s” may be read both ways: say what is known and what is not"),
    "vague.empty": _("“%(words)s” can be said more simply"),
    "vague.double": _("“%(words)s” has two negations: say it directly"),
}
