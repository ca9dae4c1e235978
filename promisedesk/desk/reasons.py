"""Why a letter did not leave, or a mail could not be read, in the reader's language.

The worker stores such sentences in English. Whole sentences are looked up as they are; of
those that end with the words of a server, the beginning.
"""

from django.utils.translation import gettext, gettext_noop

WITH_WORDS_OF_OTHERS = (
    gettext_noop("The mail server said: %(answer)s"),
    gettext_noop("The certificate of the mail server is not valid: %(why)s"),
    gettext_noop("The mail server cannot be reached: %(why)s"),
    gettext_noop("The desk cannot read or write its own files: %(why)s"),
    gettext_noop("Not sent: the mail server is not set right. %(why)s"),
    gettext_noop("The mail server does not accept the sign-in: %(answer)s"),
    gettext_noop("The sign-in service refused: %(code)s"),
    gettext_noop("The permission to use this mailbox ends soon. Sign in again before %(day)s"),
    gettext_noop("The sign-in service is in trouble itself and is asked again soon: %(status)s"),
)


def said_again(stored: str) -> str:
    """The sentence translated if it is one of ours, else as it was stored."""
    if not stored:
        return ""
    ours, _line, theirs = stored.partition("\n")  # conversations.returned
    if theirs:
        return f"{said_again(ours)} {said_again(theirs)}"
    for sentence in WITH_WORDS_OF_OTHERS:
        ours = sentence.partition("%(")[0]
        if stored.startswith(ours):
            return gettext(sentence).partition("%(")[0] + stored.removeprefix(ours)
    return gettext(stored)
