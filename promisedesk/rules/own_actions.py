"""What only rules do: write to the customer by themselves, tell a colleague, use a macro.

Registered beside the actions of conversations, so a rule is one list. For people they are
refused: whoever sits at the desk writes answers, not automatic letters.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from promisedesk.agents.models import Agent
from promisedesk.conversations import actions
from promisedesk.conversations.models import Conversation
from promisedesk.core.errors import Refused
from promisedesk.core.saying import said
from promisedesk.core.shop import the_shop
from promisedesk.lib.counting import Span, SpanError
from promisedesk.replies.models import Macro
from promisedesk.rules import letters, loops, making, telling

Args = dict[str, Any]
SHORT = 80  # characters of a text as it is said


def _only_rules(by: Agent | None) -> None:
    if by is not None:
        raise Refused(_("Only rules do this. Write an answer or a note instead."))


# --- the letter


def _read_letter(args: Args) -> Args:
    read: Args = {"texts": letters.checked(args.get("texts"))}
    if args.get("resolve_after"):
        try:
            read["resolve_after"] = str(Span.parse(args["resolve_after"]))
        except SpanError as error:
            raise Refused(said(error)) from error
    elif any(f"{{{letters.RESOLVE_BY}}}" in text for text in read["texts"].values()):
        raise Refused(
            _("Nothing can be filled in for %(names)s. Choose from the list.")
            % {"names": f"{{{letters.RESOLVE_BY}}}"}
        )
    return read


def _write_letter(conversation: Conversation, args: Args, by: Agent | None) -> str:
    _only_rules(by)
    span = Span.parse(args["resolve_after"]) if args.get("resolve_after") else None
    letters.write(conversation, args["texts"], resolve_after=span)
    return _("Wrote to the customer.")


def _letter_words(args: Args) -> str:
    texts = args["texts"]
    text = texts.get(the_shop().language) or next(iter(texts.values()))
    return _("Write to the customer: “%(text)s”.") % {"text": _short(text)}


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


# --- telling


def _read_tell(args: Args) -> Args:
    whom, text = str(args.get("whom") or ""), " ".join(str(args.get("text") or "").split())
    if not telling.named(whom):
        raise Refused(_("Say who should be told."))
    if not text:
        raise Refused(_("Write what they should be told."))
    return {"whom": whom, "text": text[: telling.LONGEST_TEXT]}


def _tell(conversation: Conversation, args: Args, by: Agent | None) -> str:
    _only_rules(by)
    names = telling.tell_whom(conversation, args["whom"], args["text"], loops.name())
    return _("Told %(names)s.") % {"names": names}


def _tell_words(args: Args) -> str:
    told = {"whom": telling.named(args["whom"]), "text": _short(args["text"])}
    return _("Tell %(whom)s: “%(text)s”.") % told


# --- a macro


def _read_macro(args: Args) -> Args:
    macro = _macro(str(args.get("macro") or ""))
    if macro is None or macro.owner_id is not None:
        raise Refused(_("Choose a macro that everybody or a team has."))
    if macro.files:
        raise Refused(_("This macro has files, which only a person can send."))
    return {"macro": macro.public_id}


def _macro(public_id: str) -> Macro | None:
    return Macro.objects.filter(public_id=public_id, is_active=True).first()


def _use_macro(conversation: Conversation, args: Args, by: Agent | None) -> str:
    _only_rules(by)
    macro = _macro(args["macro"])
    if macro is None:
        raise Refused(_("This macro is not offered any more."))
    doing = actions.read(macro.actions)
    if any(one.do == "macro" for one in doing):
        raise Refused(_("A macro in a macro is not done by a rule."))
    # Written for people: why a question needs no answer is not a rule's to say (R8).
    doing = actions.read([making.for_the_desk(one) for one in doing])
    if macro.texts:
        letters.write(conversation, letters.checked(macro.texts))
    actions.perform(conversation, doing, by=None)
    return _("Used the macro “%(name)s”.") % {"name": macro.name}


def _macro_words(args: Args) -> str:
    macro = _macro(args["macro"])
    return _("Use the macro “%(name)s”.") % {"name": macro.name if macro else "?"}


actions.register(
    "letter",
    actions.Kind(
        gettext_lazy("Write to the customer"),
        "letter",
        _read_letter,
        _write_letter,
        _letter_words,
        is_for_rules_alone=True,
    ),
)
actions.register(
    "tell",
    actions.Kind(
        gettext_lazy("Tell a colleague"),
        "tell",
        _read_tell,
        _tell,
        _tell_words,
        is_for_rules_alone=True,
    ),
)
actions.register(
    "macro",
    actions.Kind(
        gettext_lazy("Use a macro"),
        "macro",
        _read_macro,
        _use_macro,
        _macro_words,
        is_for_rules_alone=True,
    ),
)
