"""What rules do, as the timeline says it."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

WROTE = Verb("rule.wrote", _("%(by)s wrote to the customer"))
TOLD = Verb("rule.told", _("%(by)s told %(to)s: %(text)s"))
TELLS = Verb("rule.tells", _("Rule “%(rule)s”: %(text)s"))  # of notices alone
STOPPED = Verb("rule.stopped", _("Rule “%(name)s” was stopped: it went in circles"))
MADE = Verb("rule.made", _("%(by)s made the rule “%(name)s”"))
CHANGED = Verb("rule.changed", _("%(by)s changed the rule “%(name)s”"))
SWITCHED_ON = Verb("rule.switched_on", _("%(by)s switched the rule “%(name)s” on"))
SWITCHED_OFF = Verb("rule.switched_off", _("%(by)s switched the rule “%(name)s” off"))
REMOVED = Verb("rule.removed", _("%(by)s removed the rule “%(name)s”"))
