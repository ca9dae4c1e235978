"""Where the palette leads: only what this reader may open."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent
from promisedesk.conversations.models import Conversation
from promisedesk.desk.inbox.finding import search
from promisedesk.desk.inbox.selections import SELECTIONS
from promisedesk.desk.inbox.shelves import shelves
from promisedesk.desk.inbox.walks import Reader
from promisedesk.desk.settings.map import shown_to

MOST_RECENT = 8
MOST_FOUND = 6  # conversations


@dataclass(frozen=True, slots=True)
class Place:
    """One line. `words` are matched besides its name; `end` stands at its end, softer."""

    name: str
    url: str
    icon: str
    words: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    places: list[Place]


def standing(agent: Agent, recent: list[str]) -> list[Group]:
    """What is there without a search: recent conversations, views, settings. Five queries."""
    groups = [
        Group(_("Recent"), _recent(agent, recent)),
        Group(_("Views"), _views(agent)),
        Group(_("Settings"), _settings(agent)),
    ]
    return [group for group in groups if group.places]


def _recent(agent: Agent, ids: list[str]) -> list[Place]:
    wanted = list(dict.fromkeys(ids))[:MOST_RECENT]
    seen = Conversation.objects.visible_to(agent).filter(public_id__in=wanted)
    rows = {one.public_id: one for one in seen.select_related("contact")} if wanted else {}
    return [_conversation(rows[one]) for one in wanted if one in rows]


def _conversation(one: Conversation) -> Place:
    return Place(
        one.subject or _("(no subject)"),
        reverse("desk:by-itself", args=[one.public_id]),
        "mail",
        one.ref,
        one.contact.shown_name,
    )


def _views(agent: Agent) -> list[Place]:
    found = [Place(_("Today"), reverse("desk:today"), "today")]
    found += [Place(str(one), _view(one.slug), one.icon) for one in SELECTIONS.values()]
    for group in shelves(agent).values():
        found += [Place(one.name, _view(one.slug), one.icon, one.kind) for one in group]
    found += [
        Place(_("Search"), _view("search"), "search"),
        Place(_("Customers"), reverse("desk:customers"), "people"),
        Place(_("Notices"), reverse("desk:notices"), "bell"),
    ]
    return found


def _view(slug: str) -> str:
    return reverse("desk:view", args=[slug])


def _settings(agent: Agent) -> list[Place]:
    return [
        Place(str(one.page.label), one.url, icon, f"{heading} {one.page.words}", heading)
        for heading, icon, pages in shown_to(agent)
        for one in pages
    ]


def found(query: str, reader: Reader) -> list[Group]:
    """Customers and conversations with these words, or of this reference."""
    if not query.strip():
        return []
    hits = search(query, reader, "")
    wanted = [row["public_id"] for row in hits.rows[:MOST_FOUND]]
    customers = [
        Place(
            one.shown_name,
            reverse("desk:customer-page", args=[one.public_id]),
            "user",
            end=next((identity.value for identity in one.identities.all()), ""),
        )
        for one in hits.customers
    ]
    groups = [
        Group(_("Customers"), customers),
        Group(_("Conversations"), _recent(reader.agent, wanted)),
    ]
    return [group for group in groups if group.places]


def having(groups: list[Group], query: str) -> list[Group]:
    """Of these the places whose words hold all words of `query`: for pages without scripts."""
    words = query.casefold().split()

    def has(place: Place) -> bool:
        text = f"{place.name} {place.words} {place.end}".casefold()
        return all(word in text for word in words)

    cut = [Group(group.name, [one for one in group.places if has(one)]) for group in groups]
    return [group for group in cut if group.places]
