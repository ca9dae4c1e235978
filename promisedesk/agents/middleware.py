"""Each agent's own language and time zone; before sign-in, the browser's or `?language=`."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import get_language_from_request

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
