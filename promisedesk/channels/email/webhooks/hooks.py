"""The secret addresses providers post mail to, one an inbox. Told once; the hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.agents.people import only_admins
from promisedesk.channels.email.models import MailHook
from promisedesk.conversations.models import Inbox
from promisedesk.conversations.verbs import INBOX_CHANGED
from promisedesk.core.events import record
from promisedesk.core.secretbox import seal, unseal

HEARD_EVERY = timedelta(minutes=1)  # how exact `heard_at` is: not a write a mail
LONGEST_SECRET = 100
LONGEST_KEY = 200


@transaction.atomic
def make(inbox: Inbox, *, by: Agent) -> str:
    """A new address for this inbox, the whole URL; the one before ends at once.

    The signing key and the topic go with it. Raises Refused for whoever is no admin.
    """
    only_admins(by)
    secret = secrets.token_urlsafe(32)
    MailHook.objects.filter(inbox=inbox).delete()
    MailHook.objects.create(inbox=inbox, secret_hash=_hash(secret))
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="web hook")
    return settings.BASE_URL + reverse("mail-in", args=[secret])


@transaction.atomic
def stop(inbox: Inbox, *, by: Agent) -> None:
    """Take no more mail there. Raises Refused for whoever is no admin."""
    only_admins(by)
    if MailHook.objects.filter(inbox=inbox).delete()[0]:
        record(INBOX_CHANGED, by=by, inbox=inbox.name, what="web hook")


@transaction.atomic
def set_signing_key(inbox: Inbox, key: str, *, by: Agent) -> None:
    """Take only what Mailgun signed with this key; '' takes all. Raises Refused like the others."""
    only_admins(by)
    sealed = seal(key.strip()[:LONGEST_KEY])
    MailHook.objects.filter(inbox=inbox).update(signing_key=sealed, trouble="", trouble_at=None)
    record(INBOX_CHANGED, by=by, inbox=inbox.name, what="web hook")


def find(secret: str) -> MailHook | None:
    """The hook of a secret, with its inbox."""
    if not secret or len(secret) > LONGEST_SECRET:
        return None
    return MailHook.objects.select_related("inbox").filter(secret_hash=_hash(secret)).first()


def signing_key(hook: MailHook) -> str:
    """Mailgun's key, or ''. Raises Refused when the key file does not fit the database."""
    return unseal(hook.signing_key)


def heard(hook: MailHook) -> None:
    """A mail came, so all is well."""
    if hook.trouble or hook.heard_at is None or hook.heard_at < now() - HEARD_EVERY:
        MailHook.objects.filter(pk=hook.pk).update(heard_at=now(), trouble="", trouble_at=None)


def troubled(hook: MailHook, code: str) -> None:
    """What was posted could not be taken: the page says why."""
    is_known = hook.trouble == code and hook.trouble_at and hook.trouble_at > now() - HEARD_EVERY
    if not is_known:
        MailHook.objects.filter(pk=hook.pk).update(trouble=code, trouble_at=now())


def asked_to_confirm(hook: MailHook, topic: str, url: str) -> None:
    """Amazon wants to know whether this topic may post here: an admin follows the link."""
    MailHook.objects.filter(pk=hook.pk).update(topic=topic, confirm_url=url)


def confirmed(hook: MailHook, topic: str) -> None:
    """Mail of this topic comes: the link was followed."""
    if hook.confirm_url or hook.topic != topic:
        MailHook.objects.filter(pk=hook.pk).update(topic=topic, confirm_url="")


def _hash(secret: str) -> str:
    # Plain and quick is enough: 256 random bits are not guessed.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
