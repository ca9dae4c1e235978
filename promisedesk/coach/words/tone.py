"""Sentences about how it sounds."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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

# What helps an upset customer, in the order of `lib.coach.heated.advice`.
ADVICE: dict[str, LazyText] = {
    "respond": _("Answer soon, even if it is only to say when you will know more"),
    "recognise": _("Say first that you see what went wrong for them"),
    "relieve": _("Take a worry off them: do something now, without asking them for more"),
    "resolve": _("Name the solution, the day and who looks after it"),
}

# Why a message was read as unhappy or angry: the kinds of `lib.coach.mood.heat`.
HEAT: dict[str, LazyText] = {
    "threat": pgettext_lazy("in an angry message", "threatens to go further"),
    "insult": pgettext_lazy("in an angry message", "insults"),
    "swearing": pgettext_lazy("in an angry message", "swears"),
    "strong": pgettext_lazy("in an angry message", "strong words"),
    "sarcasm": pgettext_lazy("in an angry message", "bitter irony"),
    "ignored": pgettext_lazy("in an angry message", "feels ignored"),
    "again": pgettext_lazy("in an angry message", "not the first time"),
    "waiting": pgettext_lazy("in an angry message", "has waited"),
    "failure": pgettext_lazy("in an angry message", "something failed"),
    "mild": pgettext_lazy("in an angry message", "disappointed"),
    "shouting": pgettext_lazy("in an angry message", "shouts"),
    "face": pgettext_lazy("in an angry message", "a sad face"),
}
