"""Going to a sign-in service and coming back (agents.services). What fails leads to the door."""

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from requests import RequestException

from promisedesk.agents.services import REFUSED, Door

# KeyError and the like: a service may answer anything, and nonsense is no fault of ours.
NO_ANSWER = (OAuth2Error, RequestException, KeyError, TypeError, ValueError)


@never_cache
@require_GET
def leave(request, provider_id):
    """To the service, with a state, a nonce and a challenge of this browser's."""
    return _through(OAuth2LoginView, request, provider_id)


@never_cache
@require_GET
def back(request, provider_id):
    """From the service: signed in, or to the second step, or back to the door with a word why."""
    return _through(OAuth2CallbackView, request, provider_id)


def _through(view, request, key: str):
    try:
        return view.adapter_view(Door(request, key))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except NO_ANSWER:
        return redirect(REFUSED + "failed")
