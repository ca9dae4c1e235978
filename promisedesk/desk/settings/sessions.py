"""Where one is signed in; an admin sees and ends a colleague's."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents import factors, sessions
from promisedesk.agents.models import Agent, Session
from promisedesk.core.errors import Refused
from promisedesk.desk.clock import Clock
from promisedesk.desk.settings.access import settings_page
from promisedesk.lib import browsers


def shown(rows: list[Session], current: str = "") -> list[dict]:
    """Sessions for a list: the browser in words, and whether it is the reader's own."""
    return [
        {
            "row": row,
            "is_this": row.key == current,
            "browser": browsers.name_of(row.browser),
            "system": browsers.system_of(row.browser),
        }
        for row in rows
    ]


@login_required
@never_cache
def index(request):
    context = {
        "sessions": shown(sessions.of(request.user), request.session.session_key),
        "clock": Clock.of(request.user),
        "page": "sessions",
    }
    return render(request, "desk/settings/sessions.html", context)


@login_required
@require_POST
def end(request, public_id):
    """End one of one's own. Ending this very one is signing out."""
    row = get_object_or_404(Session, agent=request.user, public_id=public_id)
    sessions.end(row, by=request.user)
    messages.success(request, _("That browser is signed out."))
    return redirect("desk:sessions")


@login_required
@require_POST
def others(request):
    ended = sessions.end_others(request.user, besides=request.session.session_key, by=request.user)
    messages.success(request, _told(ended))
    return redirect("desk:sessions")


def _told(ended: int) -> str:
    return ngettext(
        "%(count)s browser is signed out.", "%(count)s browsers are signed out.", ended
    ) % {"count": ended}


@settings_page
@require_POST
def of_colleague(request, public_id):
    """Sign a colleague out everywhere."""
    person = get_object_or_404(Agent, public_id=public_id)
    try:
        ended = sessions.end_others(person, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _told(ended))
    return redirect("desk:settings-person", person.public_id)


@settings_page
@require_POST
def second_factor(request, public_id):
    """Take away the second factor of a colleague who lost the phone."""
    person = get_object_or_404(Agent, public_id=public_id)
    try:
        factors.reset(person, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            _("%(name)s signs in with the password alone next time. It is in the log.")
            % {"name": person.name},
        )
    return redirect("desk:settings-person", person.public_id)
