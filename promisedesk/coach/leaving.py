"""Letters that leave: what stops them, and that somebody sent one all the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.coach.models import Dismissal
from promisedesk.coach.reviewing import Hint, Review
from promisedesk.coach.verbs import OVERRULED
from promisedesk.conversations.models import Conversation, Message
from promisedesk.core.errors import Refused
from promisedesk.core.events import record

LONGEST_REASON = 300


class Stopped(Refused):
    """The coach says stop. `hints`: why; sent with a reason it leaves, unless one is fixed."""

    def __init__(self, hints: Sequence[Hint]):
        says = "; ".join(one.says for one in hints)
        super().__init__(
            _("The coach stops it: %(says)s. Mend it, or say why it is right so.") % {"says": says}
        )
        self.hints = list(hints)


def refuse_stopped(review: Review, reason: str = "") -> None:
    """Raises Stopped while something stops the letter and no reason was given."""
    stops = review.stops
    if any(one.is_fixed for one in stops) or (stops and not reason.strip()):
        raise Stopped(stops)


@transaction.atomic
def put_aside(conversation: Conversation, hint: Hint, reason: str, *, by: Agent) -> None:
    """A hint that does not fit here, and why. Raises Refused without a reason."""
    demand(by, Deed.ANSWER)
    reason = reason.strip()[:LONGEST_REASON]
    if not reason or hint.is_fixed:
        raise Refused(_("Say why it is right so."))
    Dismissal.objects.create(
        conversation=conversation,
        agent=by,
        code=hint.finding.code,
        words=hint.excerpt,
        reason=reason,
    )


@transaction.atomic
def note_sent(message: Message, review: Review, reason: str, *, by: Agent) -> None:
    """Write down with a sent letter what was dismissed, and a stop that was overruled."""
    conversation = message.conversation
    Dismissal.objects.filter(conversation=conversation, message=None).update(message=message)
    note_overruled(conversation, message, review, reason, by=by)


@transaction.atomic
def note_overruled(
    conversation: Conversation, message: Message | None, review: Review, reason: str, *, by: Agent
) -> None:
    """Write down that it leaves although the coach said stop. `message`: None while it waits."""
    if not review.stops:
        return
    reason = reason.strip()[:LONGEST_REASON]
    Dismissal.objects.bulk_create(
        Dismissal(
            conversation=conversation,
            message=message,
            agent=by,
            code=one.finding.code,
            words=one.excerpt,
            reason=reason,
        )
        for one in review.stops
    )
    told = {"message": message.pk} if message else {}
    record(OVERRULED, by=by, conversation=conversation, reason=reason, **told)
