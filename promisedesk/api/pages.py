"""The agents' page about their own API tokens. A token is shown once, by the answer that makes it.

Here and not among the desk's pages, which know nothing of the API.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from promisedesk.agents.fresh import confirmed
from promisedesk.api import tokens
from promisedesk.api.models import Token
from promisedesk.core.errors import Refused

PAGE = "desk/settings/tokens.html"


def _page(request, status: int = 200, **more):
    rows = Token.objects.filter(agent=request.user, revoked_at=None).order_by("-pk")
    return render(request, PAGE, {"tokens": rows, "page": "tokens", **more}, status=status)


@login_required
@never_cache
def mine(request):
    """The tokens that act as me. GET only looks; making one needs the password anew."""
    return _make(request) if request.method == "POST" else _page(request)


@confirmed
def _make(request):
    name = request.POST.get("name", "")
    try:
        made = tokens.make(request.user, name, by=request.user)
    except Refused as refusal:
        return _page(request, 422, trouble=str(refusal), typed=name)
    return _page(request, made=made, made_name=name)


@login_required
@require_POST
def removal(request, public_id):
    row = get_object_or_404(Token, agent=request.user, public_id=public_id)
    if tokens.revoke(row, by=request.user):
        messages.success(
            request, _("The token “%(name)s” opens nothing any more.") % {"name": row.name}
        )
    return redirect("my-tokens")


urlpatterns = [
    path("me/tokens/", mine, name="my-tokens"),
    path("me/tokens/<str:public_id>/removal/", removal, name="my-token"),
]
