"""Letters that came back or were refused: the reason in plain words."""

from django.utils.translation import gettext_noop

from promisedesk.lib.mail import refusals

# Stored in English, shown in the reader's language (desk.reasons): whole sentences each.
SENTENCES = {
    refusals.UNKNOWN: gettext_noop("There is no such address. It may be misspelt."),
    refusals.CLOSED: gettext_noop("The mailbox is closed."),
    refusals.DOMAIN: gettext_noop("The mail server of this address cannot be found."),
    refusals.FULL: gettext_noop("The mailbox is full. Try again later, or use another address."),
    refusals.SPAM: gettext_noop("It was blocked as spam. Ask your mail provider why."),
    refusals.POLICY: gettext_noop("The other mail server does not take letters from us."),
    refusals.SIZE: gettext_noop("The letter is too large for the other mail server."),
    refusals.EXPIRED: gettext_noop("The other mail server could not be reached for days."),
}


def in_words(reason: str, said: str = "") -> str:
    """The reason in a sentence, and below it what the server said itself."""
    return "\n".join(part for part in (SENTENCES.get(reason, ""), said.strip()) if part)
