"""Letters to nobody, to look at: as the desk would send them now."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.channels.email import framing
from promisedesk.conversations.models import Inbox
from promisedesk.core import letter_style
from promisedesk.core.shop import the_shop
from promisedesk.lib import markdown, phrases
from promisedesk.promises import acknowledging
from promisedesk.replies import quoting, signature_twin, signatures
from promisedesk.replies.models import LetterLook

NAMES = {"ru": "Клара Хольм", "pl": "Klara Holm"}
REF = "K7M4QX9A"
KINDS = ("answer", "acknowledgement")
HERE = ""  # pictures of a page are fetched from the desk it is on


@dataclass(frozen=True, slots=True)
class Example:
    subject: str
    html: str
    text: str


def example(
    kind: str, inbox: Inbox, language: str, agent: Agent, look: LetterLook | None = None
) -> Example:
    """One of KINDS as a page, and its plain part."""
    name = NAMES.get(language, "Clara Holm")
    if kind == "answer":
        subject, text, words = _answer(inbox, language, agent, name)
    else:
        subject, text, words = acknowledging.example(inbox, language, name, REF)
    html = framing.framed(words, inbox, language, subject, look=look, base=HERE)
    return Example(subject, html, framing.with_closing(text, language, look))


def _answer(inbox: Inbox, language: str, agent: Agent, name: str) -> tuple[str, str, str]:
    signature = signatures.signature_for(inbox, agent, language)
    with translation.override(language):
        said = "\n\n".join(
            [
                _("Hello %(name)s,") % {"name": name.split(" ")[0]},
                _("thank you for your patience. Your parcel left us on Monday, and is on "
                  "its way to you."),
                _("You can follow it here: %(url)s")
                % {"url": the_shop().site or "https://shop.example"},
            ]
        )  # fmt: skip
        line = _("On %(when)s, %(who)s wrote:") % {
            "when": phrases.short_time(now(), the_shop().time_zone or "UTC", language),
            "who": name,
        }
        asked, subject = _("Where is my parcel?"), _("Where is my parcel?")
    facts = {
        "html": markdown.as_html(said, for_letter=True),
        "signature": signature_twin.as_html(signature),
        "line": line,
        "words": asked,
    }
    text = f"{said}\n\n-- \n{signatures.framed(signature)}\n\n{quoting.as_plain(line, asked)}\n"
    return f"Re: {subject}", text, letter_style.render("email/answer.html", facts)
