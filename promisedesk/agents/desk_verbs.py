"""What can be changed of the desk as a whole, for the audit log."""

from django.utils.translation import gettext_lazy as _

from promisedesk.core.events import Verb

LOOK_CHANGED = Verb("desk.look_changed", _("%(by)s changed how the desk looks"))
LANGUAGES_CHANGED = Verb(
    "desk.languages_changed", _("%(by)s changed the languages customers are answered in")
)
KEEPING_CHANGED = Verb("desk.keeping_changed", _("%(by)s changed how long things are kept"))
HABITS_CHANGED = Verb("desk.habits_changed", _("%(by)s changed how the team works"))
SHOP_CHANGED = Verb("desk.shop_changed", _("%(by)s changed the shop’s details"))
TEAM_ADDED = Verb("team.added", _("%(by)s made the team “%(team)s”"))
TEAM_CHANGED = Verb("team.changed", _("%(by)s changed the team “%(team)s”"))
TEAM_REMOVED = Verb("team.removed", _("%(by)s removed the team “%(team)s”"))
WORK_CHANGED = Verb("agent.work_changed", _("%(by)s changed how much %(to)s is given"))
