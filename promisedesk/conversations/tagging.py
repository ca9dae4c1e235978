"""Tags: labels that people make as they need them, and hang on conversations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from zlib import crc32

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, demand
from promisedesk.conversations.models import Conversation, Tag
from promisedesk.conversations.verbs import TAG_ADDED, TAG_CHANGED, TAGGED, UNTAGGED
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.prepared import prepared

LONGEST_NAME = 50
MOST = 30  # tags on one conversation; more say nothing
Through = Conversation.tags.through


def cleaned(name: str) -> str:
    """A name as it is kept: one line, no leading #. Raises Refused when nothing is left."""
    name = unicodedata.normalize("NFC", " ".join(name.replace("\x00", "").split()))
    name = name.lstrip("#").strip()
    if not name:
        raise Refused(_("A tag needs a name."))
    if len(name) > LONGEST_NAME:
        raise Refused(_("A tag has at most %d letters.") % LONGEST_NAME)
    return name


def find(name: str) -> Tag | None:
    """The tag of this name, however its letters are written (É like é, Ё like ё)."""
    key = cleaned(name).casefold()
    # SQLite knows the case of ASCII letters only, so Python compares; tags are few.
    return next((tag for tag in Tag.objects.order_by("pk") if tag.name.casefold() == key), None)


@transaction.atomic
def make(name: str, *, by: Agent | None) -> Tag:
    """A tag of this name: the one there is, offered again, or a new one."""
    demand(by, Deed.SORT)
    name = cleaned(name)
    tag = find(name)
    if tag is None:
        tag, is_new = Tag.objects.get_or_create(
            name=name, defaults={"hue": crc32(name.encode()) % 360}
        )
        if is_new:
            record(TAG_ADDED, by=by, tag=tag.name)
    elif not tag.is_active:
        _put(tag, {"is_active": True}, by)
    return tag


@transaction.atomic
def change(
    tag: Tag,
    *,
    by: Agent | None,
    name: str | None = None,
    hue: int | None = None,
    is_active: bool | None = None,
) -> None:
    """Rename it, colour it (degrees), or offer it no more; what has it keeps it.

    It is everybody's, so this is for those who look after what is shared. Raises Refused for a
    name another tag has.
    """
    demand(by, Deed.SHARE)
    changed: dict = {}
    if name is not None and cleaned(name) != tag.name:
        other = find(name)
        if other and other.pk != tag.pk:
            raise Refused(_("There is a tag “%(name)s” already.") % {"name": other.name})
        changed["name"] = cleaned(name)
    if hue is not None and hue % 360 != tag.hue:
        changed["hue"] = hue % 360
    if is_active is not None and is_active != tag.is_active:
        changed["is_active"] = is_active
    if changed:
        _put(tag, changed, by)


def _put(tag: Tag, changed: dict, by: Agent | None) -> None:
    was = tag.name
    for key, value in changed.items():
        setattr(tag, key, value)
    tag.save(update_fields=list(changed))
    record(TAG_CHANGED, by=by, tag=was, **changed)


@transaction.atomic
def add(conversation: Conversation, tags: Iterable[Tag], *, by: Agent | None) -> list[Tag]:
    """Hang these on it; returns those it had not. Raises Refused when they get too many."""
    demand(by, Deed.SORT)
    tags = list({tag.pk: tag for tag in tags}.values())
    _lock(conversation)
    had = set(_links(conversation).values_list("tag_id", flat=True))
    new = [tag for tag in tags if tag.pk not in had]
    if new and len(had) + len(new) > MOST:
        raise Refused(_("A conversation has at most %d tags.") % MOST)
    if new:
        Through.objects.bulk_create(
            Through(conversation_id=conversation.pk, tag_id=tag.pk) for tag in new
        )
        _record(TAGGED, conversation, new, by)
    return new


@transaction.atomic
def remove(conversation: Conversation, tags: Iterable[Tag], *, by: Agent | None) -> list[Tag]:
    """Take these off it; returns those it had."""
    demand(by, Deed.SORT)
    tags = {tag.pk: tag for tag in tags}
    _lock(conversation)
    had = _links(conversation).filter(tag__in=tags)
    gone = [tags[pk] for pk in had.values_list("tag_id", flat=True)]
    if gone:
        had.delete()
        _record(UNTAGGED, conversation, gone, by)
    return gone


@transaction.atomic
def put(conversation: Conversation, tags: Iterable[Tag], *, by: Agent | None) -> None:
    """Let it have these tags and no others."""
    tags = list(tags)
    others = conversation.tags.exclude(pk__in=[tag.pk for tag in tags])
    remove(conversation, others, by=by)
    add(conversation, tags, by=by)


def known(words: str = "", limit: int = 30) -> QuerySet[Tag]:
    """Tags to offer, the most used first; those whose name has `words`."""
    offered = Tag.objects.filter(is_active=True)
    for word in words.split()[:5]:
        # icontains knows ASCII case only on SQLite: the usual ways to write it are asked for.
        ways = {word, word.lower(), word.upper(), word.capitalize()}
        either = Q()
        for way in ways:
            either |= Q(name__icontains=way)
        offered = offered.filter(either)
    used = Count("conversations")
    return offered.annotate(uses=used).order_by("-uses", "name")[:limit]


def of_rows(conversations: Iterable[int]) -> dict[int, list[Tag]]:
    """The tags of many conversations (numbers) by conversation, in one query."""
    found: dict[int, list[Tag]] = {}
    for link in _hung_on(list(conversations)):
        found.setdefault(link.conversation_id, []).append(link.tag)
    return found


@prepared
def _hung_on(conversations: list[int]) -> QuerySet:
    links = Through.objects.filter(conversation_id__in=conversations)
    return links.select_related("tag").order_by("tag__name")


def _links(conversation: Conversation):
    return Through.objects.filter(conversation_id=conversation.pk)


def _lock(conversation: Conversation) -> None:
    """Two who hang the same tag on it at once do so one after the other."""
    row = Conversation.objects.select_for_update(no_key=True).filter(pk=conversation.pk)
    row.values_list("pk", flat=True).first()


def _record(verb, conversation: Conversation, tags: list[Tag], by: Agent | None) -> None:
    names = ", ".join(tag.name for tag in tags)
    ids = [tag.public_id for tag in tags]
    record(verb, by=by, conversation=conversation, tags=names, ids=ids)
