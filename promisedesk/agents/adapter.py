"""How django-allauth behaves here: nobody signs up by themselves, and guessing is slow.

At most 10 wrong passwords in 15 minutes for an address, whoever tries and under whatever
Host, and 10 more for a browser that has signed in there before: so strangers who keep
guessing cannot keep the owner out (OWASP "device cookies").
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from promisedesk.agents import factors
from promisedesk.agents.middleware import MUST_ADD
from promisedesk.agents.models import Agent
from promisedesk.agents.passwords import LONGEST_PASSWORD, may_open
from promisedesk.agents.sessions import place_of
from promisedesk.agents.tokens import hash_of
from promisedesk.agents.verbs import FAILED, SIGNED_IN
from promisedesk.core.events import record
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
        if agent is None or not agent.is_active or not may_open(agent):
            note_failure(request, credentials.get("email", ""))
            return None
        return agent

    def get_client_ip(self, request) -> str:
        """Whom limits by address count; behind a proxy on this machine, each account apart.

        All people come from the proxy's address there, and one who guesses must not keep
        everybody out. The limits by account hold as ever.
        """
        address = request.META.get("REMOTE_ADDR") or "127.0.0.1"  # a socket has none
        if not is_loopback(address):
            return address
        email = request.POST.get("login", "").strip().lower() or _whose(request)
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

    def pre_login(self, request, user, *, signal_kwargs=None, **kwargs):
        # What a service said need not wait in the session for the second step.
        (signal_kwargs or {}).pop("sociallogin", None)
        return super().pre_login(request, user, signal_kwargs=signal_kwargs, **kwargs)

    def login(self, request, user) -> None:
        if not Agent.objects.filter(pk=user.pk, is_active=True).exists():
            raise ImmediateHttpResponse(redirect("desk:sign-in"))  # closed between two steps
        super().login(request, user)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        remember_device(response, user)
        record(SIGNED_IN, by=user, agent=user.pk, way=_way(request), **place_of(request))
        if factors.must_add_one(user):
            request.session[MUST_ADD] = True
        return response


def note_failure(request, email: str) -> None:
    """Have a wrong password written down, once the answer is out: see `write_failure`."""
    request.failed_as = email.strip().lower()


def write_failure(request) -> None:
    """Write down for whom somebody failed, if that is somebody here.

    Called when the answer is on its way: writing takes longer than not writing, and would
    tell who works here.
    """
    agent = Agent.objects.filter(email=getattr(request, "failed_as", "")).first()
    if agent is not None:
        record(FAILED, to=agent.name, agent=agent.pk, **place_of(request))


def _way(request) -> str:
    """By what they came in: "password", "passkey", "link", or the key of a service."""
    records = get_authentication_records(request, request.user)
    first = records[0] if records else {}
    if first.get("passwordless"):
        return "passkey"
    return first.get("provider") or first.get("method") or "link"


def _whose(request) -> str:
    """For limits: who is half or wholly signed in here; the browser's session else."""
    stashed = request.session.get("account_login") or {}
    return str(request.user.pk or stashed.get("user_pk") or request.session.session_key or "")


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
