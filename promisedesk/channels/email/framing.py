"""The one frame of all our letters with HTML: logo above, the words, the contact card below.

What mail programs are known to do is met here: tables for Outlook, every style in its tag for
Gmail, lang and dir once more inside for those that drop <html>, nothing read from a style sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from promisedesk.conversations.models import Inbox
from promisedesk.core import branding, letter_pictures, letter_style
from promisedesk.core.models import Workspace
from promisedesk.core.shop import the_shop
from promisedesk.lib.hours_in_words import format_hours
from promisedesk.promises import policies
from promisedesk.promises.acknowledging import COLUMNS, wrapped
from promisedesk.replies import letter_look
from promisedesk.replies.models import LetterLook

MOST_WORDS = 90 * 1024  # bytes of HTML; with the frame about what Gmail shows before it clips
FROM_RIGHT = ("ar", "fa", "he", "ur")
DELIMITER = "\n-- \n"
PLAIN_LINK = "<a href="


@dataclass(frozen=True, slots=True)
class CardLine:
    text: str
    url: str = ""
    is_name: bool = False


def framed(
    words: str,
    inbox: Inbox,
    language: str,
    subject: str = "",
    *,
    look: LetterLook | None = None,
    base: str | None = None,
) -> str:
    """The whole page of a letter. `words` are HTML we made or cleaned. `look` and `base` (see
    letter_pictures.picture) only where it is not sent but shown."""
    look, shop = look or letter_look.the_look(), the_shop()
    link = branding.letter_colours(shop)["link"]
    facts = {
        "language": language or "en",
        "direction": "rtl" if language[:2] in FROM_RIGHT else "ltr",
        "subject": subject,
        "has_line": look.has_line,
        "has_logo": look.has_logo,
        "logo": letter_pictures.picture(shop.logo_sha256, base=base),
        "shop": shop.shop_name or inbox.name,
        # Links the agent wrote have no class of ours.
        "body": mark_safe(words.replace(PLAIN_LINK, f'<a style="color:{link}" href=')),  # noqa: S308
        "card": card(look, shop, inbox, language),
        "closing": closing(language, look),
    }
    return letter_style.render("email/frame.html", facts)


def closing(language: str, look: LetterLook | None = None) -> str:
    """The sentence at the very end, '' if the shop has none in this language."""
    return (look or letter_look.the_look()).closing.get(language, "")


def with_closing(text: str, language: str, look: LetterLook | None = None) -> str:
    """A plain text with the same sentence below."""
    said = closing(language, look)
    return f"{text.rstrip()}\n\n{wrapped(said)}\n" if said else text


def card(look: LetterLook, shop: Workspace, inbox: Inbox, language: str) -> list[CardLine]:
    """What is known of the parts that the shop chose."""
    made = [_line(part, shop, inbox, language) for part in letter_look.card_of(look)]
    return [line for line in made if line.text]


def _line(part: str, shop: Workspace, inbox: Inbox, language: str) -> CardLine:
    if part == "name":
        return CardLine(shop.shop_name or inbox.name, is_name=True)
    if part == "site":
        return CardLine(shop.site.partition("://")[2].rstrip("/"), shop.site)
    if part == "phone":
        return CardLine(shop.phone, "tel:" + re.sub(r"[^\d+]", "", shop.phone))
    if part == "email":
        return CardLine(inbox.address, f"mailto:{inbox.address}")
    if part == "address":
        return CardLine(shop.postal_address)
    calendar = policies.work_calendar(policies.policy_of(inbox).calendar.version)
    return CardLine(format_hours(calendar.hours, language))


def words_of(text: str) -> SafeString:
    """A letter that the desk wrote as plain text, as HTML: its paragraphs, what stands below the
    "-- " left to the card. Lines that were only wrapped become whole again."""
    above = text.replace("\r\n", "\n").partition(DELIMITER)[0]
    paragraphs = [_unwrapped(one) for one in re.split(r"\n{2,}", above.strip("\n"))]
    return letter_style.render("email/by_itself.html", {"paragraphs": paragraphs})


def _unwrapped(paragraph: str) -> str:
    """The inverse of `wrapped`: a line goes on where the next word had not fitted."""
    lines = paragraph.split("\n")
    made = lines[0]
    for before, line in pairwise(lines):
        word = line.partition(" ")[0]
        goes_on = word and len(before) + 1 + len(word) > COLUMNS
        made += (" " if goes_on else "\n") + line
    return made
