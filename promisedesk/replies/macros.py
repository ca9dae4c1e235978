"""Ready answers: a text for each language, files, and what is done with the conversation.

Own, of a team, or everybody's. The text is only put before the agent, who changes and sends
it; its actions are done with the sending. A macro without a text does its actions at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from promisedesk.agents.models import Agent, Team
from promisedesk.agents.rights import Deed, demand, may
from promisedesk.contacts.models import CustomField
from promisedesk.conversations import actions as conversation_actions
from promisedesk.conversations.incoming import IncomingFile
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.events import record
from promisedesk.core.models import LANGUAGES
from promisedesk.core.shop import the_shop
from promisedesk.replies import variables
from promisedesk.replies.models import Macro
from promisedesk.replies.verbs import MACRO_ADDED, MACRO_CHANGED, MACRO_RETIRED

LONGEST_TEXT = 20_000  # characters of one language
MOST_FILES = 10
MOST_AT_ONCE = 5  # macros behind one answer


@dataclass(frozen=True, slots=True)
class Wording:
    """What a macro is to say and do. `owner` and `team` None: everybody's."""

    name: str
    shortcut: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    actions: list[dict] = field(default_factory=list)
    files: list[IncomingFile] = field(default_factory=list)
    owner: Agent | None = None
    team: Team | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A macro made ready for one conversation."""

    macro: Macro
    text: str
    missing: list[str]
    language: str  # of the text; not always the customer's
    files: list[IncomingFile]
    done: list[str]  # what was done at once, in words


def visible_to(agent: Agent) -> QuerySet[Macro]:
    """Macros this agent may use: their own, their teams', everybody's; the most used first."""
    if not may(agent, Deed.ANSWER):
        return Macro.objects.none()
    found = Macro.objects.filter(is_active=True).order_by("-uses", "name", "pk")
    return found.filter(_seen_by(agent))


def _seen_by(agent: Agent) -> Q:
    shared = Q(owner=None) & (Q(team=None) | Q(team__in=agent.teams.all()))
    if agent.sees_everything:
        shared = Q(owner=None)
    return shared | Q(owner=agent)


def readable_by(agent: Agent) -> QuerySet[Macro]:
    """Those too that are put away: one's own, and what is shared if one may change it."""
    mine = Q(pk__in=visible_to(agent).values("pk")) | Q(owner=agent)
    if may(agent, Deed.SHARE):
        mine |= Q(owner=None)
    return Macro.objects.filter(mine).select_related("team", "owner")


def may_change(macro: Macro, agent: Agent) -> bool:
    """Their own, or what is shared if they may share."""
    if macro.owner_id:
        return macro.owner_id == agent.pk and may(agent, Deed.OWN)
    return may(agent, Deed.SHARE)


@transaction.atomic
def add(wording: Wording, *, by: Agent) -> Macro:
    """A new macro. Raises Refused: nothing in it, a slip in a variable, a shortcut in use."""
    _demand_to_own(wording, by)
    macro = Macro(**_checked(wording))
    _refuse_taken_shortcut(macro)
    macro.save()
    record(MACRO_ADDED, by=by, macro=macro.name, id=macro.public_id)
    return macro


@transaction.atomic
def change(macro: Macro, wording: Wording, *, by: Agent) -> None:
    """Other words, actions, files or owner. Raises Refused as `add` does."""
    _demand_to_change(macro, by)
    _demand_to_own(wording, by)
    wanted = _checked(wording).items()
    fields = {name: value for name, value in wanted if getattr(macro, name) != value}
    for name, value in fields.items():
        setattr(macro, name, value)
    _refuse_taken_shortcut(macro)
    macro.save(update_fields=list(fields))  # not what somebody else changes at the same time
    record(MACRO_CHANGED, by=by, macro=macro.name, id=macro.public_id)


@transaction.atomic
def retire(macro: Macro, *, by: Agent) -> None:
    """Offer it no longer. What was written with it stays."""
    _demand_to_change(macro, by)
    if Macro.objects.filter(pk=macro.pk, is_active=True).update(is_active=False):
        record(MACRO_RETIRED, by=by, macro=macro.name, id=macro.public_id)
    macro.is_active = False


@transaction.atomic
def bring_back(macro: Macro, *, by: Agent) -> None:
    """Offer it again. Raises Refused when its shortcut is another's meanwhile."""
    _demand_to_change(macro, by)
    _refuse_taken_shortcut(macro)
    if Macro.objects.filter(pk=macro.pk, is_active=False).update(is_active=True):
        record(MACRO_CHANGED, by=by, macro=macro.name, id=macro.public_id)
    macro.is_active = True


def _demand_to_change(macro: Macro, by: Agent) -> None:
    if not may_change(macro, by):
        demand(by, Deed.SHARE)
        raise Refused(_("This macro is somebody else’s own."))


def _demand_to_own(wording: Wording, by: Agent) -> None:
    demand(by, Deed.OWN if wording.owner else Deed.SHARE)
    if wording.owner and wording.owner.pk != by.pk:
        raise Refused(_("A macro of one’s own is one’s own."))


def _checked(wording: Wording) -> dict:
    """The fields of the row. Raises Refused."""
    name = " ".join(wording.name.replace("\x00", "").split())[:100]
    if not name:
        raise Refused(_("Give the macro a name."))
    texts = _checked_texts(wording.texts)
    actions = _checked_actions(wording.actions)
    if not texts and not actions:
        raise Refused(_("Write a text, or choose something to be done."))
    if wording.files and not texts:
        raise Refused(_("Files go with a text: write one."))
    if len(wording.files) > MOST_FILES:
        raise Refused(_("A macro has at most %d files.") % MOST_FILES)
    return {
        "name": name,
        "shortcut": slugify(wording.shortcut.lstrip("/;"))[:40],
        "texts": texts,
        "actions": actions,
        "files": [[one.name, one.content_type, one.size, one.sha256] for one in wording.files],
        "owner": wording.owner,
        "team": None if wording.owner else wording.team,
    }


def _checked_actions(actions: list[dict]) -> list[dict]:
    doing = conversation_actions.read(actions)
    if any(conversation_actions.ACTIONS[one.do].is_for_rules_alone for one in doing):
        raise Refused(_("Only rules do this. Write an answer or a note instead."))
    return [one.to_json() for one in doing]


def _checked_texts(texts: dict[str, str]) -> dict[str, str]:
    known = dict(LANGUAGES)
    if unknown := set(texts) - set(known):
        raise Refused(_("There is no language “%(name)s”.") % {"name": sorted(unknown)[0]})
    clean = {
        language: text.replace("\x00", "").replace("\r\n", "\n").strip()
        for language, text in texts.items()
    }
    keys = tuple(CustomField.objects.values_list("key", flat=True))
    for text in clean.values():
        if len(text) > LONGEST_TEXT:
            raise Refused(_("A text has at most %d characters.") % LONGEST_TEXT)
        if slips := variables.unknown(text, keys):
            raise Refused(
                _("Nothing can be filled in for %(names)s. Choose from the list.")
                % {"names": ", ".join(slips)}
            )
    return {language: clean[language] for language, _name in LANGUAGES if clean.get(language)}


def _refuse_taken_shortcut(macro: Macro) -> None:
    if not macro.shortcut:
        return
    same = Macro.objects.filter(is_active=True, shortcut=macro.shortcut).exclude(pk=macro.pk)
    # Two people may have the same of their own; whoever sees both would not know which.
    clash = Q(owner=None) if macro.owner_id else Q()
    if macro.owner_id:
        clash |= Q(owner=macro.owner_id)
    if found := same.filter(clash).first():
        raise Refused(
            _("“/%(shortcut)s” is the shortcut of “%(name)s” already.")
            % {"shortcut": macro.shortcut, "name": found.name}
        )


def text_for(macro: Macro, conversation: Conversation) -> tuple[str, str]:
    """(its text, the language of it): the customer's, else the inbox's, the shop's, any."""
    wishes = (
        variables.answer_language(conversation),
        conversation.inbox.language,
        the_shop().language,
        *macro.texts,
    )
    found = next((one for one in wishes if macro.texts.get(one)), "")
    return macro.texts.get(found, ""), found


def ready(conversation: Conversation, macro: Macro, by: Agent) -> Applied:
    """Fill its text in for this conversation; nothing is done and nothing counted."""
    text, language = text_for(macro, conversation)
    facts = variables.facts_of(conversation, by, language=language)
    filled = variables.fill(text, facts)
    missing = [one.written for one in filled.missing]
    return Applied(macro, filled.text, missing, language, files_of(macro), [])


@transaction.atomic
def apply(conversation: Conversation, macro: Macro, by: Agent) -> Applied:
    """Use a macro here. One without a text does its actions now, and says what it did.

    With a text, actions wait for the sending (see `after_sending`). Raises Refused.
    """
    demand(by, Deed.ANSWER)
    applied = ready(conversation, macro, by)
    Macro.objects.filter(pk=macro.pk).update(uses=F("uses") + 1, used_at=now())
    if not macro.texts:
        applied.done.extend(conversation_actions.perform(conversation, macro.actions, by=by))
    return applied


def files_of(macro: Macro) -> list[IncomingFile]:
    """Its files, stored already."""
    return [IncomingFile(*one) for one in macro.files]


def chosen(public_ids: Iterable[str], by: Agent) -> list[Macro]:
    """The macros with these ids that the agent may use, each once and in that order."""
    wanted = list(dict.fromkeys(public_ids))[:MOST_AT_ONCE]
    found = {one.public_id: one for one in visible_to(by).filter(public_id__in=wanted)}
    return [found[one] for one in wanted if one in found]


def after_sending(conversation: Conversation, public_ids: Iterable[str], *, by: Agent) -> list[str]:
    """Do what the macros behind an answer ask for, in the transaction that sends it.

    Returns what was done, in words. Raises Refused as each action does.
    """
    return [
        said
        for macro in chosen(public_ids, by)
        for said in conversation_actions.perform(conversation, macro.actions, by=by)
    ]
