"""How django-allauth behaves here: nobody signs up by themselves, and guessing is slow.

At most 10 wrong passwords in 15 minutes for an address, whoever tries and under whatever
Host, and 10 more for a browser that has signed in there before: so strangers who keep
guessing cannot keep the owner out (OWASP "device cookies").
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from promisedesk.agents.models import Agent
from promisedesk.agents.passwords import LONGEST_PASSWORD
from promisedesk.agents.tokens import hash_of
from promisedesk.lib.loopback import is_loopback

DEVICE_COOKIE = settings.SESSION_COOKIE_NAME.removesuffix("session") + "device"
DEVICE_LASTS = 400 * 24 * 3600  # seconds; what browsers keep at most


class ClosedDoor(DefaultAccountAdapter):
    """Accounts are made by an admin, by the set-up link, or by the command line."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "E-mail address and password do not match. Check both, then try again."
        ),
        "too_many_login_attempts": _(
            "Too many tries. Wait 15 minutes, then try again, or ask an admin for a password link."
        ),
    }

    def is_open_for_signup(self, request) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether sign-in may lead there: only to a page of this desk, given as a path."""
        return bool(url) and url.startswith("/") and url_has_allowed_host_and_scheme(url, None)

    def authenticate(self, request, **credentials) -> Agent | None:
        """The agent of these credentials, or None: closed accounts answer like wrong ones."""
        credentials["password"] = credentials.get("password", "")[:LONGEST_PASSWORD]
        agent = super().authenticate(request, **credentials)
        request.tries_left = self._tries_left()
        return agent if agent is not None and agent.is_active else None

    def get_client_ip(self, request) -> str:
        """Whom limits by address count; behind a proxy on this machine, each account apart.

        All people come from the proxy's address there, and one who guesses must not keep
        everybody out. The limits by account hold as ever.
        """
        address = super().get_client_ip(request)
        if not is_loopback(address):
            return address
        email = request.POST.get("login", "").strip().lower()
        return f"{address}/{self._get_login_attempts_cache_key(request, email=email)}"

    def _get_login_attempts_cache_key(self, request, **credentials) -> str:
        # allauth would count per Host header too, which whoever guesses may choose.
        email = credentials.get("email", "").strip().lower()
        return f"{email}:{'known' if is_known_device(request, email) else ''}"

    def _tries_left(self) -> int:
        """How many more wrong passwords are looked at, the same for known and unknown addresses."""
        rates = ratelimit.get_rates(app="allauth.account", action="login_failed")
        used = self._login_failed_rl_usage.usage
        counts = [len(cache.get(one.cache_key, [])) for one in used]
        return min((rate.amount - n for rate, n in zip(rates, counts, strict=True)), default=99)

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
