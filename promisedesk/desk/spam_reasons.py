"""Why something is among the spam, in words for people (kept: conversations.spam_reasons)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from promisedesk.conversations import spam_reasons as spam


def why_spam(because: str) -> str:
    """A short sentence for the list and the bar; '' when nobody wrote down why."""
    word, _colon, about = because.partition(":")
    if word == spam.PERSON:
        return _("Somebody of the team marked it")
    if word == spam.RULE:
        return _("%(sender)s is blocked") % {"sender": about}
    if word == spam.FILTER:
        return _("The filter of the mail server says so (%(field)s)") % {"field": about}
    if word == spam.LEARNED:
        return _learned(about)
    return ""


def in_short(because: str) -> str:
    """The same in two or three words, for a row of the list."""
    word, _colon, about = because.partition(":")
    return {
        spam.PERSON: _("Marked by the team"),
        spam.RULE: _("Blocked: %(sender)s") % {"sender": about},
        spam.FILTER: _("Filter of the mail server"),
        spam.LEARNED: _("Like your spam"),
    }.get(word, "")


def _learned(about: str) -> str:
    number, _colon, words = about.partition(":")
    count = int(number) if number.isdecimal() else 0
    said = ngettext(
        "It looks like the mail you marked as spam",
        "It looks like the %d mails you marked as spam",
        count,
    )
    said = said % count if "%d" in said else said
    listed = ", ".join(words.split())
    return f"{said}: {listed}" if listed else said
