"""What can happen to answers made ready."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

MACRO_ADDED = Verb("macro.added", _("%(by)s made the macro “%(macro)s”"))
MACRO_CHANGED = Verb("macro.changed", _("%(by)s changed the macro “%(macro)s”"))
MACRO_RETIRED = Verb("macro.retired", _("%(by)s put the macro “%(macro)s” away"))
PUT_OFF = Verb("reply.put_off", _("%(by)s wrote an answer that is sent %(at_time)s"))
LATER_CHANGED = Verb("reply.later_changed", _("%(by)s moved an answer: it is sent %(at_time)s"))
LATER_TAKEN_BACK = Verb("reply.later_taken_back", _("%(by)s took back an answer meant for later"))
LATER_STOPPED = Verb("reply.later_stopped", _("The answer meant for %(at_time)s was not sent"))
WITH_MACROS = Verb("reply.with_macros", _("%(by)s answered with a macro"))
CALLED = Verb("call.made", _("%(by)s called the customer"))
CALLED_IN_VAIN = Verb("call.missed", _("%(by)s called the customer; nobody answered"))
SIGNATURE_WRITTEN = Verb("signature.written", _("%(by)s wrote a signature"))
SIGNATURE_REMOVED = Verb("signature.removed", _("%(by)s removed a signature"))
LETTERS_CHANGED = Verb("letters.changed", _("%(by)s changed how letters look"))
