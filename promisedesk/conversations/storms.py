"""Storms that go on now: senders whose mail is folded, as one part of the page of health.

A storm is no fault of the desk and stops nothing, but somebody should know. One part for all,
and no word of the senders: what strangers write must not come into letters to the admins.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from promisedesk.conversations.models import Conversation
from promisedesk.core import alarms
from promisedesk.core.health import DEGRADED, Part, part_source

WORTH_TELLING = 20  # mails folded into one conversation
LATELY = timedelta(hours=1)
MOST = 10  # references named

alarms.SENTENCES["storm"] = _("A storm of mails comes in; they are kept together.")


def worth_telling() -> QuerySet[Conversation]:
    """The conversations that many mails were folded into lately, the oldest first."""
    # `folded__gt=0` says nothing new, but SQLite takes the index for the index's own words only.
    folded = Conversation.objects.filter(folded__gt=0, folded__gte=WORTH_TELLING)
    lately = folded.filter(last_at__gt=now() - LATELY)
    return lately.exclude(state=Conversation.State.SPAM).order_by("last_at")


@part_source
def storms() -> Iterable[Part]:
    """One part while there is a storm, none else. Along an index of folded conversations."""
    found = worth_telling()
    storms = list(found.values_list("ref", "folded", "created_at")[:MOST])
    if storms:
        number = sum(folded for _ref, folded, _at in storms)
        said = ngettext(
            "%(number)d mail in %(refs)s; each sender gets at most 3 automatic answers an hour.",
            "%(number)d mails in %(refs)s; each sender gets at most 3 automatic answers an hour.",
            number,
        ) % {"number": number, "refs": ", ".join(ref for ref, _folded, _at in storms)}
        yield Part("storm", "", DEGRADED, min(at for _ref, _folded, at in storms), said)
