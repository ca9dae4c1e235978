"""Where every page of the settings is, and what it is for: the menu, the index and its search.

A new page adds its line here. Pages that are not there (a room left out) are not shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.agents.rights import Deed, may


def _sees(agent: Agent) -> bool:
    return agent.sees_everything


def _answers(agent: Agent) -> bool:
    return may(agent, Deed.OWN)


def _runs(agent: Agent) -> bool:
    return may(agent, Deed.RUN)


def _anybody(agent: Agent) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Page:
    """`key` is what the page calls itself in its context; `words` are looked for beside."""

    key: str
    url_name: str
    label: LazyText | str
    about: LazyText | str
    words: LazyText | str = ""
    for_whom: Callable[[Agent], bool] = _sees


@dataclass(frozen=True, slots=True)
class Shown:
    page: Page
    url: str


GROUPS: list[tuple[LazyText, str, list[Page]]] = [
    (
        _("Desk"),
        "store",
        [
            Page("shop", "desk:settings-shop", _("Shop"),
                 _("Name, address, phone, country and time zone: what customers see of you."),
                 _("company, contact, time zone, country")),
            Page("hours", "desk:settings-hours", _("Opening hours"),
                 _("When you work, and the holidays: every promise is counted in these hours."),
                 _("calendar, holidays, closed, days off")),
            Page("absences", "desk:settings-absences", _("Absence"),
                 _("When nobody answers for several days: who writes is told when you are back."),
                 _("holiday, vacation, out of office, away, auto-reply")),
            Page("expectations", "desk:settings-expectations", _("What customers expect"),
                 _("How soon they want an answer, and the badge that shows your word kept."),
                 _("reports, survey, badge, promises kept, contentment")),
            Page("policies", "desk:settings-policies", _("Promises"),
                 _("How soon whom is answered, by channel, customer, priority and hours."),
                 _("target, SLA, policy, VIP, priority, resolution, call back")),
            Page("manners", "desk:settings-manners", _("Handling promises"),
                 _("Honest times, delay notices, and what may be given for a failure."),
                 _("forecast, backlog, delay, apology, compensation, voucher, limit")),
            Page("languages", "desk:settings-languages", _("Languages"),
                 _("Which languages customers are answered in, and the shop’s own."),
                 _("translation, Russian, Polish, English")),
            Page("tags", "desk:settings-tags", _("Tags"),
                 _("Rename, colour and merge the labels of your conversations."),
                 _("labels, topics")),
            Page("fields", "desk:settings-fields", pgettext_lazy("of the shop", "Fields"),
                 _("What you want to know of each conversation and customer: an order number."),
                 _("custom fields, order number, choices, required")),
            Page("retention", "desk:settings-retention", _("How long things are kept"),
                 _("Delete spam, old mail and old conversations after some days, or nothing."),
                 _("retention, privacy, delete, storage, days")),
        ],
    ),
    (
        pgettext_lazy("people", "Team"),
        "people",
        [
            Page("people", "desk:settings-people", _("People"),
                 _("Who works here, and what they may do."),
                 _("agents, roles, admin, invite, password, rights")),
            Page("teams", "desk:settings-teams", _("Teams"),
                 _("Who looks after which inboxes, and how work is shared out."),
                 _("assignment, round robin, groups, members")),
            Page("habits", "desk:settings-habits", _("Ways of working"),
                 _("How long an answer can be taken back, and whether time is written down."),
                 _("undo, time tracking, send later")),
            Page("signing-in", "desk:settings-signing-in", _("Signing in"),
                 _("Second factors, passwords, and signing in with a service of yours."),
                 _("two-factor, OIDC, SSO, passkey, security")),
            Page("log", "desk:settings-log", _("Log"),
                 _("Who changed what, and when."), _("audit, history, security")),
        ],
    ),
    (
        pgettext_lazy("settings of mail", "Mail"),
        "mail",
        [
            Page("inboxes", "desk:settings-inboxes", _("Inboxes"),
                 _("The addresses customers write to, what is promised there, their signatures."),
                 _("channels, mailbox, IMAP, SMTP, signature, promise")),
            Page("signatures", "desk:settings-signatures", _("Signatures"),
                 _("What stands below answers, by inbox, language, customer and occasion."),
                 _("footer, sign-off, contact")),
            Page("mail", "desk:settings-mail", _("Mail that needs you"),
                 _("Mail that could not be read or sent, and what to do."),
                 _("failed, unreadable, undelivered")),
            Page("health", "desk:settings-mail-health", _("How mail is doing"),
                 _("Every mailbox and server, and who is told when one does not work."),
                 _("status, alarm, monitoring")),
            Page("leaving", "desk:settings-leaving", _("Sending"),
                 _("The common mail server, and how fast it may send."), _("SMTP, limit")),
            Page("oauth", "desk:settings-oauth", _("Sign-in services"),
                 _("Google and Microsoft mailboxes without a password."),
                 _("OAuth, Gmail, Microsoft 365")),
            Page("senders", "desk:settings-senders", _("Senders and spam"),
                 _("Blocked and trusted senders, and what the desk has learned."),
                 _("block, trust, junk")),
        ],
    ),
    (
        _("Automation"),
        "canned",
        [
            Page("macros", "desk:settings-macros", _("Macros"),
                 _("Ready answers, with what is done beside them."),
                 _("canned replies, templates, snippets, saved replies"), _answers),
            Page("coach", "desk:settings-coach", _("Coach"),
                 _("What is looked at before a reply leaves, and how strictly."),
                 _("spelling, tone, greeting, quality, dictionary, cooling off")),
            Page("writing-help", "desk:settings-writing-help", _("Writing help"),
                 _("Softer, shorter, translated or drafted by a language model you choose."),
                 _("AI, LLM, OpenAI, model, translate, rewrite, privacy"), _runs),
            Page("rules", "desk:settings-rules", _("Rules"),
                 _("What the desk does by itself when something happens or time passes."),
                 _("automation, triggers, workflow, auto-resolve")),
            Page("escalation", "desk:settings-escalation", _("Warnings and escalation"),
                 _("Who is told before a promise is missed and after, and called when urgent."),
                 _("SLA, on-call, reminders, phone, escalation, urgent")),
            Page("webhooks", "webhooks", _("Webhooks"),
                 _("Programs of yours that are told at once what happens."),
                 _("API, integration, telephone, SMS, Zapier"), _runs),
        ],
    ),
    (
        _("Look"),
        "theme",
        [
            Page("appearance", "desk:settings-appearance", _("Appearance"),
                 _("Your logo and colour on public pages, in letters and at the sign-in."),
                 _("brand, logo, colour, theme")),
            Page("letters", "desk:settings-letters", _("Letters"),
                 _("What stands around every letter: logo, contact card, closing words."),
                 _("mail template, HTML, footer, preview")),
        ],
    ),
    (
        pgettext_lazy("the agent's own menu", "You"),
        "user",
        [
            Page("me", "desk:me", _("Profile and signature"),
                 _("Your name, language, time zone, signature and password."),
                 _("password, language"), _anybody),
            Page("notices", "desk:notices", _("Notices"),
                 _("What you are told about, and how."),
                 _("notifications, sound, push"), _anybody),
            Page("second-factor", "desk:second-factor", _("Second factor"),
                 _("A code or a key beside your password."), _("two-factor, passkey"), _anybody),
            Page("sessions", "desk:sessions", _("Where you are signed in"),
                 _("The browsers you are signed in with; end those you do not know."),
                 _("devices"), _anybody),
            Page("tokens", "my-tokens", _("API tokens"),
                 _("For programs that work in your name."), _("developer, integration"), _anybody),
        ],
    ),
]  # fmt: skip


def shown_to(agent: Agent, query: str = "") -> list[tuple[str, str, list[Shown]]]:
    """(heading, icon, pages) that this agent may open; those that have all words of `query`."""
    groups = []
    for heading, icon, pages in GROUPS:
        found = [Shown(page, url) for page in pages if (url := _url(page, agent))]
        found = [one for one in found if _has(one.page, query, heading)]
        if found:
            groups.append((str(heading), icon, found))
    return groups


def _url(page: Page, agent: Agent) -> str:
    if not page.for_whom(agent):
        return ""
    try:
        return reverse(page.url_name)
    except NoReverseMatch:
        return ""


def _has(page: Page, query: str, heading: object) -> bool:
    text = f"{page.label} {page.about} {page.words} {heading}".casefold()
    return all(word in text for word in query.casefold().split())
