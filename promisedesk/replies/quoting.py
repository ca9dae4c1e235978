"""What goes below an answer: the customer's words, so that they see what is answered (R2)."""

from django.utils import translation
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Message
from promisedesk.lib import phrases

LONGEST_QUOTE = 4000  # characters; more would bury the answer and bloat the mail


def question_before(answer: Message) -> Message | None:
    """The customer's message that an answer is to: their last one before it."""
    return (
        answer.conversation.messages.filter(
            direction=Message.Direction.IN, created_at__lte=answer.created_at
        )
        .exclude(text="")
        .order_by("-created_at", "-id")
        .first()
    )


def quoted(question: Message, language: str, time_zone: str) -> tuple[str, str]:
    """(the line that says who wrote when, their words), neither marked up yet.

    Signature and older quotes of theirs are left out: they have seen those.
    """
    with translation.override(language):
        line = _("On %(when)s, %(who)s wrote:") % {
            "when": phrases.short_time(question.created_at, time_zone, language),
            "who": question.from_name or question.from_address or _("you"),
        }
    text = question.text.strip()
    return line, text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rstrip() + " …"


def as_plain(line: str, text: str) -> str:
    """A quote for a text part, marked with > (RFC 3676 4.5)."""
    return line + "\n" + "\n".join(f"> {one}".rstrip() for one in text.splitlines())
