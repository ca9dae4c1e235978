"""An account holder allows the desk mail: away to the provider's page, and back with a code.

Authorisation code with PKCE (RFC 6749, 7636). The way back is good once, for ten minutes,
for the agent who set out and the inbox it was for. Until the last step succeeds nothing of
the inbox changes.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from oauthlib.common import add_params_to_uri
from oauthlib.oauth2 import WebApplicationClient

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email.models import PendingGrant, SignInService
from promisedesk.channels.email.oauth import asking, registering, tokens
from promisedesk.channels.email.oauth.asking import Answer
from promisedesk.conversations import inboxes
from promisedesk.conversations.models import Delivery, Grant, Inbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.secretbox import seal

LASTS = timedelta(minutes=10)  # how long somebody may be away
VERIFIER = 64  # characters; RFC 7636 4.1 allows 43 to 128
NOT_ABOUT_MAIL = {"openid", "email", "profile", "offline_access"}


@dataclass(frozen=True)
class Granted:
    """`is_sure`: the provider named the account that is used now."""

    grant: Grant
    is_sure: bool
    signed_in_as: str  # as the provider says; may be empty


@transaction.atomic
def start(inbox: Inbox, service: SignInService, redirect_uri: str, *, by: Agent) -> str:
    """The address of the provider's page of consent. Raises Refused."""
    only_admins(by)
    PendingGrant.objects.filter(created_at__lt=now() - LASTS).delete()
    client = WebApplicationClient(service.client_id)
    pending = PendingGrant.objects.create(
        state=secrets.token_urlsafe(32),
        verifier=client.create_code_verifier(VERIFIER),
        service=service,
        inbox=inbox,
        agent=by,
    )
    preset = registering.PRESETS.get(service.key)
    asked = {
        "response_type": "code",
        "client_id": service.client_id,
        "redirect_uri": redirect_uri,
        "scope": service.scope,
        "state": pending.state,
        "code_challenge": client.create_code_challenge(pending.verifier, "S256"),
        "code_challenge_method": "S256",
        "login_hint": inbox.address,
        **(preset.asked_with if preset else {}),
    }
    return add_params_to_uri(service.authorize_url, [*asked.items()])


def back(state: str, *, by: Agent) -> PendingGrant:
    """Who comes back with this state, once. Raises Refused."""
    only_admins(by)
    # Compared here, all of them, and in constant time: an index would tell how much is right.
    since = now() - LASTS
    away = PendingGrant.objects.filter(agent=by, created_at__gt=since)
    found = None
    for one in away.select_related("service", "inbox"):
        if secrets.compare_digest(one.state.encode(), state.encode("utf-8", "replace")):
            found = one
    if found is None or not PendingGrant.objects.filter(pk=found.pk).delete()[0]:
        raise Refused(
            _("This way back was used already, is older than ten minutes, or is somebody else’s.")
        )
    return found


def finish(pending: PendingGrant, code: str, redirect_uri: str, *, by: Agent) -> Granted:
    """Turn the code into a grant and let the inbox use it; waits for the network.

    Raises Refused.
    """
    only_admins(by)
    answer = asking.exchange(pending.service, code, pending.verifier, redirect_uri)
    _refuse_too_little(pending.service, answer)
    return _keep(pending.inbox, pending.service, answer, by=by)


@transaction.atomic
def use_account(inbox: Inbox, user: str, *, by: Agent) -> None:
    """The mailbox is called `user` at the provider: a shared one, or one it did not name."""
    only_admins(by)
    user = user.strip()
    if not user or len(user) > 320 or not user.isprintable():
        raise Refused(_("Give the account as its provider knows it, for example its address."))
    grant = Grant.objects.get(inbox=inbox)
    service = registering.registered(grant.provider)
    Grant.objects.filter(pk=grant.pk).update(user=user)
    _point_servers(inbox, service, user, by=by)


@transaction.atomic
def take_back(inbox: Inbox, *, by: Agent) -> None:
    """The desk forgets the tokens of this inbox; its servers want a password again."""
    only_admins(by)
    Grant.objects.filter(inbox=inbox).delete()
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="sign-in")


def _refuse_too_little(service: SignInService, answer: Answer) -> None:
    if not answer.refresh_token:
        raise Refused(
            _(
                "The permission would end within the hour: no lasting one came (refresh token). "
                "Allow offline access in the app, then sign in again."
            )
        )
    # People may untick what an app asks for. Others than the big ones name scopes as they like.
    if service.key in registering.PRESETS and answer.scope is not None:
        given = {one.lower() for one in answer.scope}
        wanted = {one.lower() for one in service.scope.split()} - NOT_ABOUT_MAIL
        if wanted - given:
            raise Refused(_("Reading and sending mail was not allowed. Leave every box ticked."))


@transaction.atomic
def _keep(inbox: Inbox, service: SignInService, answer: Answer, *, by: Agent) -> Granted:
    before = Grant.objects.filter(inbox=inbox).first()
    kept = before.user if before and before.provider == service.key else ""
    grant, _created = Grant.objects.update_or_create(
        inbox=inbox,
        defaults={
            **tokens.fields_of(answer),
            "provider": service.key,
            # A shared mailbox is opened by somebody's own account: that name is not the one.
            "user": kept or answer.account or inbox.address,
            "refresh_token": seal(answer.refresh_token),
            "given_at": now(),
            "ends_at": tokens.lasts_until(service.key, answer),
            "failing_since": None,
            "last_error": "",
        },
    )
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="sign-in")
    _point_servers(inbox, service, grant.user, by=by)
    return Granted(grant, grant.user == answer.account, answer.account)


def _point_servers(inbox: Inbox, service: SignInService | None, user: str, *, by: Agent) -> None:
    """Mail is fetched and sent as this account, without a password, and that at once."""
    if service is None:
        return
    imap = registering.imap_server(service, user, inboxes.imap_of(inbox))
    if imap:
        inboxes.set_imap(inbox, str(imap), by=by)
    smtp = registering.smtp_server(service, user, inboxes.smtp_of(inbox))
    if smtp:
        inboxes.set_smtp(inbox, str(smtp), by=by)
    Delivery.objects.filter(
        message__conversation__inbox=inbox, state=Delivery.State.DEFERRED, leased_by=""
    ).update(due_at=now())
