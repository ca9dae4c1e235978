"""Each agent's own language and time zone; before sign-in, the browser's or `?language=`."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import get_language_from_request

from promisedesk.agents import sessions

MUST_ADD = "must_add_second_factor"  # in the session
LANGUAGE_LASTS = 365 * 24 * 3600  # seconds


class SpeakTheAgentsLanguage:
    """Middleware: the signed-in agent's choice, else the language cookie or the browser's wish."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # A request without a session cookie has no agent: do not ask the database.
        known = settings.SESSION_COOKIE_NAME in request.COOKIES
        agent = request.user if known and request.user.is_authenticated else None
        chosen = request.GET.get("language", "")
        chosen = chosen if chosen in dict(settings.LANGUAGES) else ""
        guess = chosen or get_language_from_request(request)
        translation.activate(agent.language if agent else guess)
        request.LANGUAGE_CODE = translation.get_language()
        if agent and agent.time_zone:
            try:
                timezone.activate(ZoneInfo(agent.time_zone))
            except (ZoneInfoNotFoundError, ValueError):
                timezone.deactivate()
        else:
            timezone.deactivate()
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        if chosen:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=LANGUAGE_LASTS,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


class WatchSessions:
    """Middleware: note when a browser was last seen, and stop those who must do something first.

    Whoever signed in without the second factor that the desk wants may only add one. Whether
    that is so was decided when the session began: nothing is asked of the database here.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            sessions.touch(request)
            if request.session.get(MUST_ADD) and not _is_open(request.path):
                return redirect("desk:second-factor")
        return self.get_response(request)


def _is_open(path: str) -> bool:
    """Whether one may go there without the second factor that is wanted."""
    return path.startswith(("/me/second-factor/", "/sign-out/", "/sign-in/confirm/"))
