"""What every page of the desk draws: icons, people, promises and times."""

import math
from datetime import datetime

from django import template
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.utils.html import format_html
from django.utils.safestring import SafeString

from promisedesk.core import alarms
from promisedesk.core.streams import known_place
from promisedesk.core.templatetags.ready import drawing_tag
from promisedesk.desk import lateness, reasons, toasts, waiting_letters
from promisedesk.desk.clock import Clock
from promisedesk.desk.drawing import draw_pill, face, icon, nobody

register = template.Library()


register.tag("icon", drawing_tag(icon))


@register.simple_tag
def avatar(person, size: str = "", says: str = "") -> SafeString:
    """Initials of an agent or contact on their colour; a hollow figure for nobody (None).

    `says` is read aloud and shown on hover ("Assigned to Anna"); without it the avatar is
    decoration beside a name.
    """
    if person is None:
        return nobody(size, says)
    return face(person.pk, person.initials, size, says)


register.simple_tag(draw_pill, name="pill")


@register.simple_tag(takes_context=True)
def when(context, at: datetime, style: str = "said") -> SafeString:
    """A moment in the reader's words, the full date in its title.

    {% when message.created_at "clock" %}; styles: said ("today, 16:15"), clock ("16:05"),
    full ("Tue 24 Nov, 14:00"). By `clock` of the context, else the signed-in agent's own.
    """
    clock: Clock = context.get("clock") or Clock.of(context["request"].user)
    words = clock.clock_time(at) if style == "clock" else getattr(clock, style)(at)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', at.isoformat(), clock.full(at), words
    )


@register.filter
def said(at: datetime, clock: Clock) -> str:
    """A moment in the reader's words alone, to stand inside a translated sentence."""
    return clock.said(at)


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that, where it is too long for its line, breaks after the @."""
    name, at, domain = address.rpartition("@")
    return format_html("{}{}<wbr>{}", name, at, domain)


@register.filter
def seconds_left(at: datetime, clock: Clock) -> int:
    """Whole seconds until a moment, rounded up; 0 when it is past."""
    return max(0, math.ceil((at - clock.now).total_seconds()))


@register.simple_tag(takes_context=True)
def late_count(context) -> str:
    """How many promises are overdue where the reader can see: "2", "99+", or nothing."""
    shown = context.get("list")  # the inbox has counted already
    number = shown.late if shown else lateness.count_late(context["request"].user)
    most = lateness.MOST_COUNTED
    return f"{most - 1}+" if number >= most else str(number or "")


@register.simple_tag
def live_place() -> str:
    """Where the live stream goes on after this page; "" where this process has none."""
    return known_place()


@register.simple_tag(takes_context=True)
def letters_waiting(context) -> int:
    """How many letters wait because no mail server is set; 0 for whoever is no admin."""
    return waiting_letters.count_waiting(context["request"].user)


@register.simple_tag(takes_context=True)
def open_alarms(context) -> list[str]:
    """What does not work now, in the reader's words; nothing for whoever is no admin."""
    user = context["request"].user
    if not getattr(user, "is_admin", False):
        return []
    return [alarms.sentence(key) for key in alarms.open_keys()]


@register.filter
def alarm_says(key: str) -> str:
    """What an alarm says, in the reader's language."""
    return alarms.sentence(key)


@register.filter
def said_again(stored: str) -> str:
    """A reason the worker stored in English, in the reader's language; others as they are."""
    return reasons.said_again(stored)


@register.filter
def is_within(path: str, start: str) -> bool:
    """Whether a page's path lies under another: marks the current link of a menu."""
    return bool(start) and path.startswith(start)


@register.filter
def is_toast(message: Message) -> bool:
    """Whether a message is shown in a toast: what was done, not what needs work."""
    if message.extra_tags:
        return message.extra_tags.startswith(toasts.MARK)
    return message.level <= messages.SUCCESS


register.filter("undone_by", toasts.undone_by)
