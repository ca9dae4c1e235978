"""What can happen between conversations: merged, linked, talked about with others."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MERGED = Verb("conversation.merged", _("%(by)s merged conversation %(ref)s into this one"))
MERGED_AWAY = Verb("conversation.merged_away", _("%(by)s merged this into conversation %(ref)s"))
UNMERGED = Verb("conversation.unmerged", _("%(by)s took conversation %(ref)s out of this again"))
CAME_OUT = Verb("conversation.came_out", _("%(by)s took this out of conversation %(ref)s again"))
LINKED = Verb("conversation.linked", _("%(by)s linked this with conversation %(ref)s"))
UNLINKED = Verb("conversation.unlinked", _("%(by)s took the link with %(ref)s away"))
CUSTOMER_SET = Verb(
    "conversation.customer_set",
    _("%(by)s made %(address)s the customer instead of %(was)s"),
    personal=("address", "was"),
)
SIDE_STARTED = Verb(
    "side.started", _("%(by)s wrote to %(address)s about this"), personal=("address",)
)
SIDE_BEGAN = Verb("side.began", _("%(by)s began this beside conversation %(ref)s"))
SIDE_ANSWERED = Verb(
    "side.answered", _("%(address)s answered beside this conversation"), personal=("address",)
)
PASSED_ON = Verb(
    "conversation.passed_on", _("%(by)s forwarded this to %(address)s"), personal=("address",)
)
