"""Whether one is shown as active: only who is gets the quick promises."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from promisedesk.promises import manning


@login_required
@require_POST
def presence(request):
    """Be away, or active again; then back to the page it was said on."""
    if request.POST.get("is") == "away":
        manning.go_away(request.user)
        messages.success(
            request, _("You are shown as away. What is promised at once is not yours.")
        )
    else:
        manning.come_back(request.user)
        messages.success(request, _("You are shown as active again."))
    place = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(place, allowed_hosts={request.get_host()})
    return redirect(place if is_ours else "desk:today")
