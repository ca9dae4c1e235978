"""What can happen to the people of the desk."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

INVITED = Verb("agent.invited", _("%(by)s invited %(to)s"))
LINK_MADE = Verb("agent.link_made", _("%(by)s made a password link for %(to)s"))
JOINED = Verb("agent.joined", _("%(by)s set a password"))
PASSWORD_CHANGED = Verb("agent.password_changed", _("%(by)s changed the password"))
CHANGED = Verb("agent.changed", _("%(by)s changed the account of %(to)s"))
DEACTIVATED = Verb("agent.deactivated", _("%(by)s closed the account of %(to)s"))
ACTIVATED = Verb("agent.activated", _("%(by)s opened the account of %(to)s again"))
SET_UP = Verb("desk.set_up", _("%(by)s set the desk up"))
