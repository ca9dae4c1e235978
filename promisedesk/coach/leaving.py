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
from promisedesk.conversations.verbs import REPLIED
from promisedesk.core.errors import Refused
from promisedesk.core.events import on, record

LONGEST_REASON = 300
MOST_SAID = 10  # stops of one letter; whoever has more mends these first


class Stopped(Refused):
    """The coach says stop. `hints`: why; sent with a reason it leaves, unless one is fixed."""

    def __init__(self, hints: Sequence[Hint]):
        told = sorted(hints, key=lambda one: not one.is_fixed)[:MOST_SAID]
        says = "; ".join(one.says for one in told)
        super().__init__(
            _("The coach stops it: %(says)s. Mend it, or say why it is right so.") % {"says": says}
        )
        self.hints = told


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
        words=hint.about,
        reason=reason,
    )


@on(REPLIED)
def keep_with_the_letter(event) -> None:
    """What its writer put aside was meant for this letter, sent now or later: the next one is
    read anew."""
    if event.by is not None:
        aside = Dismissal.objects.filter(conversation=event.conversation_id, message=None)
        aside.filter(agent=event.by).update(message=event.data["message"])


@transaction.atomic
def note_overruled(
    conversation: Conversation, message: Message | None, review: Review, reason: str, *, by: Agent
) -> None:
    """Write down that it leaves although the coach said stop. `message`: None while it waits;
    until it is sent its writer is not asked about the same again."""
    if not review.stops:
        return
    reason = reason.strip()[:LONGEST_REASON]
    Dismissal.objects.bulk_create(
        Dismissal(
            conversation=conversation,
            message=message,
            agent=by,
            code=one.finding.code,
            words=one.about,
            reason=reason,
        )
        for one in review.stops
    )
    told = {"message": message.pk} if message else {}
    record(OVERRULED, by=by, conversation=conversation, reason=reason, **told)
