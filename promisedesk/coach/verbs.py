"""What happens around the coach."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MANNERS_CHANGED = Verb("coach.changed", _("%(by)s changed what the coach asks for"))
WORD_ADDED = Verb("coach.word_added", _("%(by)s added the word “%(word)s” to the dictionary"))
WORD_REMOVED = Verb(
    "coach.word_removed", _("%(by)s removed the word “%(word)s” from the dictionary")
)
OVERRULED = Verb(
    "coach.overruled",
    _("%(by)s sent it although the coach said stop: “%(reason)s”"),
    personal=("reason",),
)
HEATED = Verb("message.heated", _("The customer sounds angry"))
NOT_HEATED = Verb("message.not_heated", _("%(by)s says the customer is not angry"))
FLARED = Verb("conversation.flared", _("Two angry mails followed one another: managers were told"))
COOLS = Verb("reply.cools", _("%(by)s wrote a heated answer: it cools off and is sent %(at_time)s"))
WANTS_EYES = Verb("reply.wants_eyes", _("%(by)s wrote a heated answer: a colleague reads it first"))
RELEASED = Verb("reply.released", _("%(by)s let the heated answer go"))
GIVEN_BACK = Verb("reply.given_back", _("%(by)s gave the heated answer back to %(to)s"))
UNREAD = Verb("reply.unread", _("Nobody has read the heated answer yet: managers were told"))
HELP_CHANGED = Verb("coach.help_changed", _("%(by)s changed the writing help"))
