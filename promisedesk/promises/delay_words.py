"""What a delay notice says of the matter that was promised: an answer, a call, a parcel."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.promises.models import Promise

Deed = Promise.Deed


@dataclass(frozen=True, slots=True)
class Words:
    missed: str  # %(was)s is "by Friday 20 November, 14:50 (London time)"
    late: str
    will: str  # %(by)s is as %(was)s


WORDS = {
    Deed.ANSWER: Words(
        gettext_lazy("We promised you an answer %(was)s and did not keep our word. We are sorry."),
        gettext_lazy("We promised you an answer %(was)s. It takes longer than that. We are sorry."),
        gettext_lazy("You will have our answer\n%(by)s."),
    ),
    Deed.CALL: Words(
        gettext_lazy("We promised to call you %(was)s and did not keep our word. We are sorry."),
        gettext_lazy("We promised to call you %(was)s. It takes longer than that. We are sorry."),
        gettext_lazy("We will call you\n%(by)s."),
    ),
    Deed.REFUND: Words(
        gettext_lazy("We promised you a refund %(was)s and did not keep our word. We are sorry."),
        gettext_lazy("We promised you a refund %(was)s. It takes longer than that. We are sorry."),
        gettext_lazy("We will make the refund\n%(by)s."),
    ),
    Deed.SHIP: Words(
        gettext_lazy(
            "We promised to send it to you %(was)s and did not keep our word. We are sorry."
        ),
        gettext_lazy(
            "We promised to send it to you %(was)s. It takes longer than that. We are sorry."
        ),
        gettext_lazy("We will send it\n%(by)s."),
    ),
    Deed.OTHER: Words(
        gettext_lazy("We promised you something %(was)s and did not keep our word. We are sorry."),
        gettext_lazy("We promised you something %(was)s. It takes longer than that. We are sorry."),
        gettext_lazy("We will have done it\n%(by)s."),
    ),
}


def words_for(promise: Promise) -> Words:
    """By what was promised; a call back is a call, and what names no deed was an answer."""
    if promise.kind == Promise.Kind.CALLBACK:
        return WORDS[Deed.CALL]
    if promise.kind == Promise.Kind.COMMITMENT:
        return WORDS[promise.deed or Deed.OTHER]
    return WORDS[Deed.ANSWER]


def recalled(promise: Promise) -> str:
    """The agent's own words, quoted, where they stood in a letter to the customer; else ''.

    What was noted of a call or by a program may be meant for the team alone.
    """
    stood_in_letter = promise.told_by_id and not promise.renews_id
    if promise.kind != Promise.Kind.COMMITMENT or not promise.says or not stood_in_letter:
        return ""
    return _("These were our words: “%(says)s”") % {"says": promise.says}
