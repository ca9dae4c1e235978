"""Access tokens, always good: asked for ahead of their end, by one process at a time.

The grant is a due row. Whoever asks holds its lease, so a refresh token that may be used
once is never used twice; no transaction is open meanwhile. What comes back is committed
before anybody uses it.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, OperationalError, connection
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.channels.email.oauth import asking, registering
from promisedesk.channels.email.oauth.asking import Answer, NoToken, SignInAgain
from promisedesk.conversations.models import Grant, Inbox, Mailbox
from promisedesk.core import leases
from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import seal, unseal

log = structlog.get_logger("promisedesk.tokens")
AHEAD = timedelta(minutes=5)  # a token is renewed so long before its end
LAST = timedelta(seconds=30)  # with one so near its end nothing is begun
PATIENCE = 25  # seconds to wait for another process that asks already
LONGEST_PAUSE = 300  # seconds between two tries of a failing service
YOUNG = timedelta(seconds=30)  # a token refused when so young is not the token's fault
WRITES = 4  # times storing a new token is tried


def access_token(inbox: Inbox, *, instead_of: str = "") -> str:
    """A token that opens this inbox's mailbox and mail server now.

    `instead_of` is one the mail server has just refused: another is asked for, unless that
    one is so young that another would fare no better; then it is returned itself.

    Raises SignInAgain when somebody has to sign in anew, NoToken when it may work later.
    May wait for the network; never call it inside a transaction.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        grant = Grant.objects.select_related("inbox").filter(inbox=inbox).first()
        if grant is None:
            raise SignInAgain(_("Nobody has signed in for this mailbox."))
        token = unseal(grant.access_token)
        if _is_usable(grant, token, instead_of):
            return token
        _refuse_in_vain(grant)
        if not _ask_if_free(grant):
            if time.monotonic() > deadline:
                raise NoToken(_("The sign-in service did not answer. It is asked again soon."))
            time.sleep(0.1)


def refresh_due() -> int:
    """Renew one grant whose time has come; returns how many were renewed or tried."""
    due = Grant.objects.filter(inbox__is_active=True).select_related("inbox")
    for grant in leases.claim(due, 1):
        with leases.hold(grant):
            _refresh(grant)
        return 1
    return 0


def lasts_until(provider: str, answer: Answer, before: datetime | None = None) -> datetime | None:
    """When the grant dies if nobody signs in anew; None when nothing is known of that."""
    if answer.refresh_lives:
        return now() + answer.refresh_lives
    preset = registering.PRESETS.get(provider)
    if preset and preset.dies_unused:
        return now() + preset.dies_unused  # it was used just now
    return None if answer.refresh_token else before


def fields_of(answer: Answer) -> dict:
    """What a new access token changes in its grant."""
    ahead = min(AHEAD, answer.lives / 5)
    return {
        "access_token": seal(answer.access_token),
        "access_ends_at": now() + answer.lives,
        "refreshed_at": now(),
        "due_at": now() + answer.lives - ahead,
        "attempts": 0,
    }


def _is_usable(grant: Grant, token: str, instead_of: str) -> bool:
    if not token or grant.access_ends_at is None or grant.due_at is None:
        return False
    if token == instead_of:
        return grant.refreshed_at is not None and grant.refreshed_at > now() - YOUNG
    life = grant.access_ends_at - (grant.refreshed_at or now())
    return grant.access_ends_at - min(LAST, life / 10) > now()


def _refuse_in_vain(grant: Grant) -> None:
    """Raise what is known already, instead of asking a service that will only say it again."""
    if grant.due_at is None:
        raise SignInAgain(grant.last_error)
    if grant.failing_since and grant.attempts and grant.due_at > now():
        raise NoToken(grant.last_error)


def _ask_if_free(grant: Grant) -> bool:
    """Ask, unless another process does; False then. Raises NoToken."""
    mine = Grant.objects.filter(pk=grant.pk)
    mine.filter(leased_by="", due_at__gt=now()).update(due_at=now())
    for claimed in leases.claim(mine.select_related("inbox"), 1):
        with leases.hold(claimed):
            if claimed.access_token == grant.access_token:  # else somebody was quicker
                if error := _refresh(claimed):
                    raise error
            else:
                _put_back(claimed)
        return True
    return False


def _put_back(grant: Grant) -> None:
    """It was renewed between our look and our claim: due when the new token wants it."""
    life = (grant.access_ends_at or now()) - (grant.refreshed_at or now())
    due = (grant.access_ends_at or now()) - min(AHEAD, life / 5)
    Grant.objects.filter(pk=grant.pk, refresh_token=grant.refresh_token).update(
        due_at=due, attempts=0
    )


def _refresh(grant: Grant) -> NoToken | None:
    """Ask for a new token and store it; what went wrong is stored as well, and returned."""
    try:
        service = registering.registered(grant.provider)
        if service is None:
            raise NoToken(_("The sign-in service of this mailbox is no longer set up."))
        answer = asking.refresh(service, unseal(grant.refresh_token))
    except SignInAgain as error:
        _is_over(grant, str(error))
        return error
    except Refused as error:
        _failed(grant, str(error))
        return error if isinstance(error, NoToken) else NoToken(str(error))
    except DatabaseError:
        raise
    except Exception as error:
        log.error(
            "asking for a token failed in a way nobody thought of", error=type(error).__name__
        )
        _failed(
            grant, said := _("The sign-in service said something the desk does not understand.")
        )
        return NoToken(said)
    _store(grant, answer)
    return None


def _store(grant: Grant, answer: Answer) -> None:
    """Both tokens in one statement, and again if the database was busy: they come only once.

    If somebody has signed in anew meanwhile, theirs count and these are dropped.
    """
    fields = fields_of(answer) | {"ends_at": lasts_until(grant.provider, answer, grant.ends_at)}
    if answer.refresh_token:
        fields["refresh_token"] = seal(answer.refresh_token)
    if grant.attempts > 1 or not grant.failing_since:  # not what a mail server complained of
        fields |= {"failing_since": None, "last_error": ""}
    for attempt in range(WRITES):
        try:
            _as_it_was(grant).update(**fields)
            return
        except OperationalError as error:
            log.warning("could not store a token", attempt=attempt, error=str(error))
            if attempt == WRITES - 1:
                raise
            connection.close()  # the next query gets a new one
            time.sleep(0.2 * (attempt + 1))


def _failed(grant: Grant, words: str) -> None:
    log.warning("no access token", inbox=grant.inbox.address, error=words)
    pause = leases.backoff(grant.attempts, first=5, longest=LONGEST_PAUSE)
    since = grant.failing_since or now()
    _as_it_was(grant).update(failing_since=since, last_error=words, due_at=now() + pause)


def _is_over(grant: Grant, words: str) -> None:
    """The provider said no for good: no more asking, and the mailbox is down from now on."""
    log.warning("a grant is over", inbox=grant.inbox.address)
    since = grant.failing_since or now()
    ended = _as_it_was(grant).update(
        failing_since=since, last_error=words, due_at=None, access_token=""
    )
    if ended:
        Mailbox.objects.filter(inbox=grant.inbox_id, failing_since__isnull=True).update(
            failing_since=now(), last_error=words
        )


def _as_it_was(grant: Grant):
    return Grant.objects.filter(pk=grant.pk, refresh_token=grant.refresh_token)
