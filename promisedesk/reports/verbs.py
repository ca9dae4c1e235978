"""What people take out of the desk in tables."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

EXPORTED = Verb("export.report", _("%(by)s exported a report: %(what)s"))
