"""What became of promises, as conditions on conversations can ask for it."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from promisedesk.conversations import filter_fields
from promisedesk.promises.models import Promise


def was_kept(at: datetime) -> Q:
    """Some promise in it was kept."""
    return Q(Exists(Promise.objects.filter(conversation=OuterRef("pk"), state="kept")))


def was_broken(at: datetime) -> Q:
    """Some promise in it is broken: from the moment it is due, written down yet or not."""
    due = Q(state="broken") | Q(state="running", due_at__lte=at)
    return Q(Exists(Promise.objects.filter(due, conversation=OuterRef("pk"))))


filter_fields.add_choice("kept", _("Kept"), was_kept)
filter_fields.add_choice("broken", _("Broken"), was_broken)
