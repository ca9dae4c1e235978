"""What each check looks at, as the settings tell it."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

ABOUT: dict[str, LazyText] = {
    "empty": _("There is something to read besides greeting and signature."),
    "unfilled": _("No {variable} of a macro is left without its value."),
    "secrets": _("No card number, password or key goes out by mail."),
    "names": _("No other customer’s name or order number slipped in."),
    "questions": _("Nothing the customer asked stays open, or they are told where or when."),
    "attachment": _("“Attached” means that there is a file."),
    "tone": _("No blame, sarcasm, shouting or orders; with a softer wording to take instead."),
    "apology": _("Sorry is said when we are late, once and without excuses."),
    "greeting": _("It greets the customer, and by the right name."),
    "language": _("It is in the language the customer writes in."),
    "spelling": _("English, Russian and Polish, with suggestions; your own words are below."),
    "subject": _("It says what it is about, is not cut off, and has one “Re:”."),
    "links": _("No link leads to a page that customers cannot open."),
    "signature": _("At most 70 columns and 6 lines, with the names and ways to reach you."),
    "sender": _("It leaves from your own domain, not from a free mailbox."),
    "size": _("It is not too big for the customer’s mailbox."),
    "address": _("One form of address throughout, and no more familiar than the customer’s."),
    "vague": _("No “as soon as possible”: say when, or say it shorter."),
    "promise": _("Whoever promises to call says when."),
    "clear": _("If nobody can tell what is wanted, it asks back what is not clear."),
    "quote": _("The customer sees below it what is answered."),
    "length": _("Neither a single word nor more than anybody reads."),
    "sentences": _("No sentence that must be read twice."),
    "ease": _("Plain words, by the usual measure of each language."),
}
