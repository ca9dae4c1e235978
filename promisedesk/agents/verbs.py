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

SIGNED_IN = Verb("sign_in.done", _("%(by)s signed in"), personal=("address", "browser"))
SIGNED_OUT = Verb("sign_in.ended", _("%(by)s signed out"))
FAILED = Verb(
    "sign_in.failed",
    _("Somebody failed to sign in as %(to)s"),
    personal=("address", "browser"),
)
SESSION_ENDED = Verb("sign_in.session_ended", _("%(by)s signed out another browser of %(to)s"))
SESSIONS_ENDED = Verb("sign_in.sessions_ended", _("%(by)s signed %(to)s out everywhere else"))
FACTOR_ADDED = Verb("second_factor.added", _("%(by)s added a second factor: %(what)s"))
FACTOR_REMOVED = Verb("second_factor.removed", _("%(by)s removed a second factor: %(what)s"))
FACTOR_RESET = Verb("second_factor.reset", _("%(by)s took away the second factor of %(to)s"))
CODES_MADE = Verb("second_factor.codes_made", _("%(by)s made new recovery codes"))
CODE_USED = Verb("second_factor.code_used", _("%(by)s signed in with a recovery code"))
ALL_NEED_IT = Verb("second_factor.needed", _("%(by)s asked everybody for a second factor"))
NOBODY_NEEDS_IT = Verb("second_factor.optional", _("%(by)s made the second factor optional"))
SERVICE_ADDED = Verb("sign_in_service.added", _("%(by)s added %(service)s for signing in"))
SERVICE_CHANGED = Verb("sign_in_service.changed", _("%(by)s changed the sign-in with %(service)s"))
SERVICE_REMOVED = Verb("sign_in_service.removed", _("%(by)s removed the sign-in with %(service)s"))
LINKED = Verb("sign_in_service.linked", _("%(by)s signed in with %(service)s for the first time"))
PASSWORDS_OFF = Verb("passwords.off", _("%(by)s switched off passwords for all but admins"))
PASSWORDS_ON = Verb("passwords.on", _("%(by)s let everybody sign in with passwords again"))

LOG_EXPORTED = Verb("export.log", _("%(by)s took a copy of the log"))
PHONE_CHANGED = Verb("agent.phone_changed", _("%(by)s changed the telephone number of %(to)s"))
