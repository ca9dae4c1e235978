"""What the coach says: a sentence for each code of a finding, in the reader's language.

Each area has its own module with SENTENCES, by code: a lazy translation with %(named)s places,
or a function of the finding's values where numbers decide the form. NAMES are the checks as the
settings call them, MENDS what the buttons say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.coach.words import asking, brevity, envelope, manners, safety, spelling, tone
from promisedesk.lib.coach import Finding, Mend

Sentence = LazyText | Callable[[Mapping[str, object]], str]
AREAS = (safety, asking, tone, manners, spelling, envelope, brevity)
SENTENCES: dict[str, Sentence] = {
    code: words for area in AREAS for code, words in area.SENTENCES.items()
}
NAMES: dict[str, LazyText] = {
    "empty": _("Something to read"),
    "unfilled": _("Variables filled in"),
    "secrets": _("No card numbers or passwords"),
    "names": _("The right name and order"),
    "questions": _("Questions answered"),
    "attachment": _("Files attached"),
    "tone": _("Kind tone"),
    "apology": _("Apology when late"),
    "greeting": _("Greeting by name"),
    "language": _("The customer’s language"),
    "spelling": _("Spelling"),
    "subject": pgettext_lazy("check of a mail", "Subject"),
    "links": _("Links that open"),
    "signature": pgettext_lazy("check of a mail", "Signature"),
    "sender": _("Own address"),
    "size": _("Size of the mail"),
    "address": _("Form of address"),
    "vague": _("Concrete words"),
    "promise": _("Promises have a time"),
    "clear": _("Asked back"),
    "quote": _("Question quoted"),
    "length": pgettext_lazy("check of a mail", "Length"),
    "sentences": _("Short sentences"),
    "ease": _("Easy to read"),
}
MENDS: dict[str, LazyText] = {
    "add": pgettext_lazy("mend a reply", "Add"),
    "replace": pgettext_lazy("mend a reply", "Replace"),
    "soften": pgettext_lazy("mend a reply", "Soften"),
    "remove": pgettext_lazy("mend a reply", "Remove"),
    "hide": pgettext_lazy("mend a reply", "Hide"),
    "quote": pgettext_lazy("mend a reply", "Quote"),
    "shorten": pgettext_lazy("mend a reply", "Shorten"),
    "ask": pgettext_lazy("mend a reply", "Ask back"),
}


def say(finding: Finding) -> str:
    """The finding as one line, in the language of whoever reads it."""
    words = SENTENCES[finding.code]
    return words(finding.values) if callable(words) else str(words) % finding.values


def mend_in_words(mend: Mend) -> str:
    """What its button says."""
    return str(MENDS[mend.code])
