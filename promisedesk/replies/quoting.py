"""What goes below an answer: the customer's words, so that they see what is answered (R2)."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Message, Participant
from promisedesk.lib import phrases

LONGEST_QUOTE = 4000  # characters; more would bury the answer and bloat the mail


def question_before(answer: Message) -> Message | None:
    """The message that an answer is to: the last one of a person before it.

    None when somebody gets a copy who was not there when it was written: nothing old goes to
    a newcomer, not even as a quote (docs/decisions/0011).
    """
    question = (
        answer.conversation.messages.filter(
            direction=Message.Direction.IN, automatic=False, created_at__lte=answer.created_at
        )
        .exclude(text="")
        .order_by("-created_at", "-id")
        .first()
    )
    if question and any(since > question.created_at for since in _there_since(answer)):
        return None
    return question


def _there_since(answer: Message) -> list[datetime]:
    """Since when those who get copies of it have been named in the conversation."""
    copies = [one.to_address for one in answer.deliveries.all() if one.is_copy]
    if not copies:
        return []
    others = Participant.objects.filter(conversation=answer.conversation_id, address__in=copies)
    return list(others.values_list("created_at", flat=True))


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
