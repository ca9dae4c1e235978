"""What goes below an answer: the customer's words, so that they see what is answered (R2)."""

from datetime import datetime

from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from promisedesk.conversations.models import Message, Participant
from promisedesk.lib import phrases

LONGEST_QUOTE = 4000  # characters; more would bury the answer and bloat the mail


def question_before(answer: Message) -> Message | None:
    """The message that an answer is to: the last one before it of whoever the answer goes to.

    Never the words of anybody else: a merge brings those of another customer here, and a
    conversation may get another customer. None also when somebody gets a copy who was not there
    when it was written: nothing old goes to a newcomer, not even as a quote
    (docs/decisions/0011).
    """
    question = _of_whom_it_goes_to(answer)
    if question and any(since > question.created_at for since in _there_since(answer)):
        return None
    return question


def _of_whom_it_goes_to(answer: Message) -> Message | None:
    main = answer.delivery
    to, contact = main.to_address.lower() if main else "", answer.conversation.contact
    written = answer.conversation.messages.filter(
        direction=Message.Direction.IN, automatic=False, created_at__lte=answer.created_at
    )
    theirs = written.filter(Q(contact=contact) | Q(contact=None, from_address__iexact=to))
    question = theirs.exclude(text="").order_by("-created_at", "-id").first()
    if question is None or to in (question.from_address.lower(), question.reply_to.lower()):
        return question
    # It may be on its way to who was the customer when it was written.
    known = contact.identities.filter(kind="email", value=to).exists()
    named = Q(from_address__iexact=to) | Q(reply_to__iexact=to)
    return question if known or theirs.filter(named).exists() else None


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
