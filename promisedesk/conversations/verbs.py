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
STORM = Verb(
    "conversation.storm",
    _("%(number)s conversations of this sender within an hour: further mails are put here"),
)
ASSIGNED = Verb("conversation.assigned", _("%(by)s gave this to %(to)s"))
TAKEN = Verb("conversation.taken", _("%(by)s took this"))
UNASSIGNED = Verb("conversation.unassigned", _("%(by)s put this back for anyone"))
RESOLVED = Verb("conversation.resolved", _("%(by)s resolved this"))
REOPENED = Verb("conversation.reopened", _("Opened again"))
MARKED_SPAM = Verb("conversation.marked_spam", _("%(by)s marked this as spam"))
NOT_SPAM = Verb("conversation.not_spam", _("%(by)s took this out of the spam"))
SENDER_RULED = Verb(
    "sender.ruled", _("%(by)s said how to treat mail from %(pattern)s"), personal=("pattern",)
)
SENDER_FORGOTTEN = Verb(
    "sender.forgotten", _("%(by)s removed the rule about %(pattern)s"), personal=("pattern",)
)
MENTIONED_FROM_OUTSIDE = Verb(
    "conversation.stranger",
    _("%(address)s answered a letter of conversation %(ref)s, but takes no part in it"),
    personal=("address",),
)
INBOX_CHANGED = Verb("inbox.changed", _("%(by)s changed the inbox “%(inbox)s”"))
READ_AGAIN = Verb("arrival.read_again", _("%(by)s had a mail read again"))
THROWN_AWAY = Verb("arrival.thrown_away", _("%(by)s threw a mail away that was in no conversation"))
INFECTED = Verb(
    "file.infected",
    _("The virus scanner found “%(found)s” in the file “%(file)s”"),
    personal=("file",),
)
IMPORTED = Verb("conversation.imported", _("Taken over from an old mailbox"))
REFERRED_TO = Verb(
    "conversation.referred",
    _("%(address)s, who takes no part here, wrote to this; it is in conversation %(ref)s"),
    personal=("address",),
)
LET_IN = Verb("participant.let_in", _("%(by)s let %(address)s take part"), personal=("address",))
SHUT_OUT = Verb("participant.kept_out", _("%(by)s kept %(address)s out"), personal=("address",))
NAMED_TOO_MANY = Verb(
    "participant.too_many", _("A mail named %(number)s more people than are listed here")
)
COPY_FAILED = Verb(
    "delivery.copy_failed",
    _("The copy for %(address)s did not arrive: %(error)s"),
    personal=("address",),
)
JOINED = Verb(
    "conversation.joined",
    _("%(by)s put conversation %(ref)s of %(address)s into this one"),
    personal=("address",),
)
PUT_INTO = Verb("conversation.put_into", _("%(by)s put this into conversation %(ref)s"))
TAKEN_APART = Verb(
    "conversation.taken_apart", _("%(by)s took conversation %(ref)s out of this again")
)
CAME_BACK = Verb("conversation.came_back", _("%(by)s took this out of conversation %(ref)s again"))
ALSO_IN = Verb(
    "conversation.also_in", _("The same mail came to “%(inbox)s” too: conversation %(ref)s")
)
FORWARDED_BY = Verb(
    "conversation.forwarded",
    _("%(by)s forwarded this mail of %(address)s"),
    personal=("address",),
)
CUSTOMER_CHANGED = Verb(
    "conversation.customer_changed",
    _("%(by)s made %(address)s the customer, whose mail %(was)s had forwarded"),
    personal=("address", "was"),
)
SPLIT_OFF = Verb("conversation.split", _("%(by)s made conversation %(ref)s of a message of this"))
SPLIT_FROM = Verb("conversation.split_from", _("%(by)s took this out of conversation %(ref)s"))
CONVERSATIONS_MOVED = Verb("contact.conversations_moved", _("Conversations changed their customer"))
GIVEN_TO_TEAM = Verb("conversation.given_to_team", _("%(by)s gave this to the team “%(team)s”"))
LEFT_TEAM = Verb("conversation.left_team", _("%(by)s took this from the team “%(team)s”"))
GIVEN_OUT = Verb("conversation.given_out", _("Given to %(to)s, whose turn it was"))
GIVEN_TO_KNOWN = Verb(
    "conversation.given_to_known", _("Given to %(to)s, who answered this customer before")
)
TAKEN_OVER = Verb("conversation.taken_over", _("%(by)s took this over from %(was)s"))
SNOOZED = Verb("conversation.snoozed", _("%(by)s put this aside until %(until)s"))
WOKEN = Verb("conversation.woken", _("%(by)s brought this back"))
RETURNED = Verb("conversation.returned", _("Back, as it was put aside until now"))
WOKEN_BY_CUSTOMER = Verb(
    "conversation.woken_by_customer", _("Back before its time: the customer wrote")
)
TAGGED = Verb("conversation.tagged", _("%(by)s added the tags: %(tags)s"))
UNTAGGED = Verb("conversation.untagged", _("%(by)s removed the tags: %(tags)s"))
TAG_ADDED = Verb("tag.added", _("%(by)s made the tag “%(tag)s”"))
TAG_CHANGED = Verb("tag.changed", _("%(by)s changed the tag “%(tag)s”"))
FILLED_IN = Verb(
    "conversation.filled_in", _("%(by)s set “%(field)s” to “%(value)s”"), personal=("value",)
)
EMPTIED = Verb("conversation.emptied", _("%(by)s emptied “%(field)s”"))
FOLLOWED = Verb("conversation.followed", _("%(by)s follows this"))
UNFOLLOWED = Verb("conversation.unfollowed", _("%(by)s follows this no more"))
MENTIONED = Verb("conversation.mentioned", _("%(by)s mentioned %(to)s in a note"))
TIME_SPENT = Verb("conversation.time_spent", _("%(by)s spent %(minutes)s min on this"))
TIME_TAKEN_OFF = Verb(
    "conversation.time_taken_off", _("%(by)s took %(minutes)s min off the time spent")
)
RESOLVED_UNANSWERED = Verb(
    "conversation.resolved_unanswered",
    _("%(by)s resolved this without an answer: %(because)s"),
    personal=("because",),
)
NO_THANKS = Verb(
    "conversation.no_thanks", _("%(by)s said that this wants an answer, and opened it again")
)
RENAMED = Verb("conversation.renamed", _("%(by)s changed the subject"))
