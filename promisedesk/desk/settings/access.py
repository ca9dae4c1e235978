"""Who may open the settings: admins change them, managers look, agents have no business here."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied


def settings_page(view):
    """A page of the settings. What is refused here is also refused by the abilities below."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        agent = request.user
        if not agent.sees_everything or (request.method == "POST" and not agent.is_admin):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
