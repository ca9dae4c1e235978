"""How django-allauth behaves here: nobody signs up by themselves, and guessing is slow.

At most 10 wrong passwords in 15 minutes for an address, whoever tries and under whatever
Host, and 10 more for a browser that has signed in there before: so strangers who keep
guessing cannot keep the owner out (OWASP "device cookies").
"""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core import signing
from django.shortcuts import redirect

from promisedesk.agents.models import Agent
from promisedesk.agents.passwords import LONGEST_PASSWORD
from promisedesk.agents.tokens import hash_of

DEVICE_COOKIE = settings.SESSION_COOKIE_NAME.removesuffix("session") + "device"
DEVICE_LASTS = 400 * 24 * 3600  # seconds; what browsers keep at most


class ClosedDoor(DefaultAccountAdapter):
    """Accounts are made by an admin, by the set-up link, or by the command line."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def authenticate(self, request, **credentials) -> Agent | None:
        """The agent of these credentials, or None: closed accounts answer like wrong ones."""
        credentials["password"] = credentials.get("password", "")[:LONGEST_PASSWORD]
        agent = super().authenticate(request, **credentials)
        return agent if agent is not None and agent.is_active else None

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        # allauth would count per Host header too, which whoever guesses may choose.
        email = credentials.get("email", "").strip().lower()
        return f"{email}:{'known' if is_known_device(request, email) else ''}"

    def respond_user_inactive(self, request, user):
        return redirect("desk:sign-in")

    def add_message(self, *args, **kwargs) -> None:
        """Nothing: the desk says itself what happened."""

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        remember_device(response, user)
        return response


def is_known_device(request, email: str) -> bool:
    """Whether somebody has signed in with this address in this browser before."""
    try:
        known = signing.loads(request.COOKIES.get(DEVICE_COOKIE, ""), salt="device")
    except signing.BadSignature:
        return False
    return known == hash_of(email)


def remember_device(response, agent: Agent) -> None:
    """Let this browser be known as one that the agent has signed in with."""
    response.set_cookie(
        DEVICE_COOKIE,
        signing.dumps(hash_of(agent.email), salt="device"),
        max_age=DEVICE_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
