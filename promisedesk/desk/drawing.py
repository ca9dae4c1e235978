"""Icons, faces and pills as HTML. Drawn once, then remembered: a page has hundreds of them."""

from functools import lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from promisedesk.lib.countdowns import Countdown

HUES = 360
DECORATION = SafeString('aria-hidden="true"')


def hue_of(number: int) -> int:
    """A stable colour for a person: steps of the golden angle keep neighbours apart."""
    return number * 137 % HUES


def initials_of(name: str) -> str:
    """ "AK" of "Anna Kowalska", "C" of "clara@customer.example"."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@lru_cache(maxsize=512)
def icon(name: str, size: str = "") -> SafeString:
    """An icon of sprite.svg: {% icon "mail" %}, {% icon "mail" "xs" %} (xs, sm, lg, ch, end)."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        f"i {size}".strip(),
        static("sprite.svg"),
        name,
    )


@lru_cache(maxsize=2048)
def face(number: int, initials: str, size: str = "", says: str = "") -> SafeString:
    """The initials of person `number` on their colour; `says` is its label, if it needs one."""
    return format_html(
        '<span class="{}" style="--h:{}" {}>{}</span>',
        _classes(size),
        hue_of(number),
        _label(says),
        initials,
    )


@lru_cache(maxsize=64)
def nobody(size: str = "", says: str = "") -> SafeString:
    """The hollow figure of nobody."""
    return format_html(
        '<span class="{} avatar-none" {}>{}</span>', _classes(size), _label(says), icon("user")
    )


def _classes(size: str) -> str:
    return f"avatar avatar-{size}" if size else "avatar"


def _label(says: str) -> SafeString:
    return format_html('role="img" aria-label="{0}" title="{0}"', says) if says else DECORATION


PILL_ICONS = {
    "late": "alert-circle",
    "waiting": "hourglass",
    "kept": "check-circle",
    "missed": "x-circle",
}


def draw_pill(counted: Countdown, due: str = "") -> SafeString:
    """A countdown as a pill: {% pill open.pill %}; `due` is its moment in full, for a title."""
    return _pill(counted, due, get_language()) if counted.words else NO_PILL


NO_PILL = SafeString("")


@lru_cache(maxsize=2048)
def _pill(counted: Countdown, due: str, _language: str | None) -> SafeString:
    title = _("Promised for %(time)s") % {"time": due} if due else ""
    icon_name = PILL_ICONS.get(counted.state)
    return format_html(
        '<span class="promise" data-state="{}" title="{}">{}{}</span>',
        counted.state,
        title,
        icon(icon_name) if icon_name else ring(counted.share or 0),
        counted.words,
    )


@lru_cache(maxsize=128)
def ring(share: int) -> SafeString:
    """How much of the promised time is left, as a ring (0 to 100)."""
    return format_html(
        '<svg class="ring" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"/>'
        '<circle cx="8" cy="8" r="6" pathLength="100" stroke-dasharray="{} 100"/></svg>',
        share,
    )
