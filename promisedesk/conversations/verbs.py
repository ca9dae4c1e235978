"""What can happen to a conversation and its mail, as the timeline says it."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

RECEIVED = Verb("message.received", _("The customer wrote"))
REPLIED = Verb("message.replied", _("%(by)s answered"))
TAKEN_BACK = Verb("message.taken_back", _("%(by)s took an answer back before it left"))
NOTED = Verb("message.noted", _("%(by)s left a note"))
SENT = Verb("delivery.sent", _("The mail was handed over"))
DEFERRED = Verb("delivery.deferred", _("The mail is delayed: %(error)s"))
FAILED = Verb("delivery.failed", _("The mail could not be delivered: %(error)s"))
BOUNCED = Verb("delivery.bounced", _("The mail came back"))
IN_DOUBT = Verb(
    "delivery.in_doubt", _("The connection broke while sending: the mail may have arrived twice")
)
ARRIVED = Verb("delivery.arrived", _("The mail reached the customer’s mail server"))
DELAYED_THERE = Verb(
    "delivery.delayed", _("The customer’s mail server is not reached yet, but is still being tried")
)
READ_THERE = Verb("delivery.read", _("The customer’s mail program says that the mail was opened"))
DELETED_UNREAD = Verb(
    "delivery.deleted", _("The customer’s mail program says that the mail was deleted unread")
)
COMPLAINED = Verb(
    "delivery.complained",
    _("%(address)s called our mail spam: only answers are sent there from now on"),
    personal=("address",),
)
ASSIGNED = Verb("conversation.assigned", _("%(by)s gave this to %(to)s"))
TAKEN = Verb("conversation.taken", _("%(by)s took this"))
UNASSIGNED = Verb("conversation.unassigned", _("%(by)s put this back for anyone"))
RESOLVED = Verb("conversation.resolved", _("%(by)s resolved this"))
REOPENED = Verb("conversation.reopened", _("Opened again"))
MARKED_SPAM = Verb("conversation.marked_spam", _("%(by)s marked this as spam"))
NOT_SPAM = Verb("conversation.not_spam", _("%(by)s took this out of the spam"))
MENTIONED_FROM_OUTSIDE = Verb(
    "conversation.stranger",
    _("%(address)s answered a letter of conversation %(ref)s, but takes no part in it"),
    personal=("address",),
)
INBOX_CHANGED = Verb("inbox.changed", _("%(by)s changed the inbox “%(inbox)s”"))
READ_AGAIN = Verb("arrival.read_again", _("%(by)s had a mail read again"))
IMPORTED = Verb("conversation.imported", _("Taken over from an old mailbox"))
