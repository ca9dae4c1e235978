"""Greeting, form of address and language (R3), apology (R7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from promisedesk.lib import language as languages
from promisedesk.lib.first_names import first_name

from . import apologising, naming_pl, naming_ru
from .addressing import Form, form_of, rarer, writes_formally, wrong_gender
from .draft import LANGUAGES, Draft
from .findings import Edit, Finding, Mend
from .greetings import Greeting, greeting_for, greeting_of, right_name
from .mood import Mood, heat, mood_of
from .naming import is_called, is_of_a_person
from .signed import signed_name
from .unquoted import own_words

FOLLOW_UP = 80  # words; a reply as short as this goes on talking, greeted before
LETTER = 40  # words; as long as this nobody writes without a greeting
MOST_CAPITALS = 60  # words of the customer that may be their name
_CAPITALS = re.compile(r"\b[A-ZА-ЯЁĄĆĘŁŃÓŚŹŻ][^\W\d_]{2,29}\b")
_GENDERED = re.compile(
    r"\b(?:mr|mrs|ms|miss|sir|madam|pani[eą]?|pana?|szanown\w{1,2}|drog[ia]|уважаем\w{1,3}"
    r"|дорог\w{2}"
    r"|господин|госпожа|г-н|г-жа)\b",
    re.I,
)
FEWEST_WORDS = 5  # fewer do not tell a language


def look_at_greeting(draft: Draft) -> Iterable[Finding] | None:
    """A greeting, by the right name."""
    if not draft.spoken or not any(char.isalpha() for char in draft.reply):
        return None
    known = known_name(draft)
    greeting = greeting_of(draft.reply, known)
    if greeting is None:
        return _missing(draft)
    if greeting.name and known and _is_sure(greeting) and not _may_be(greeting.name, draft):
        if any(is_called(greeting.name, other) for other in draft.other_names):
            return None  # more than a slip: said by "names"
        return [_wrong(draft, greeting, known)]
    return []


def _is_sure(greeting: Greeting) -> bool:
    """Whether it is a name at all: "Hello Kettle Lover" greets nobody by theirs."""
    is_one = len(greeting.name.split()) == 1
    return is_one or bool(greeting.titles.strip()) or is_of_a_person(greeting.name)


def known_name(draft: Draft) -> str:
    """The customer's name as their mails give it, else as they sign."""
    if draft.customer_name and first_name(draft.customer_name):
        return draft.customer_name
    return signed_name(draft.customer)


def _may_be(name: str, draft: Draft) -> bool:
    """Whether the customer may be called so: by their name, company or their own text."""
    ours = (draft.customer_name or "", draft.customer_company, signed_name(draft.customer))
    if any(one and is_called(name, one) for one in ours):
        return True
    theirs = _CAPITALS.findall(draft.customer[:4000])[:MOST_CAPITALS]
    return is_called(name, " ".join(theirs)) or name.lower() in draft.customer.lower()


def _missing(draft: Draft) -> list[Finding] | None:
    words = len(draft.reply.split())
    if not draft.is_mail or (draft.has_written_before and words <= FOLLOW_UP):
        return None
    # Whether it is a letter or a line of a chat, nobody has told us.
    if draft.customer_name is None and not _is_letter(draft.reply, words):
        return None
    greeting = greeting_for(draft)
    lead = len(draft.reply) - len(draft.reply.lstrip())
    edit = Edit(lead, lead, greeting + "\n\n")
    return [Finding("greeting.missing", mends=(Mend("add", (edit,), greeting),))]


def _is_letter(reply: str, words: int) -> bool:
    lines = [line for line in own_words(reply).splitlines() if line.strip()]
    return words >= LETTER or (len(lines) >= 3 and words >= 15)


def _wrong(draft: Draft, greeting: Greeting, known: str) -> Finding:
    values = {"written": greeting.name, "name": known}
    return Finding("greeting.name", values, (greeting.place,), right_greeting(draft, greeting))


def right_greeting(draft: Draft, greeting: Greeting) -> tuple[Mend, ...]:
    """The name alone, or a new greeting where „Panie” or «уважаемый» would be wrong with it."""
    start = len(draft.reply) - len(draft.reply.lstrip())
    if start < greeting.end and _GENDERED.search(draft.reply[start : greeting.end]):
        right = greeting_for(draft)
        return (Mend("replace", (Edit(start, greeting.end, right),), right),)
    right = right_name(draft)
    return (Mend("replace", (Edit(*greeting.place, right),), right),) if right else ()


def look_at_address(draft: Draft) -> Iterable[Finding] | None:
    """Formal or informal as the customer writes, and the same throughout."""
    form = form_of(draft.reply, draft.spoken)
    found = _wrong_gender(draft)
    if form is Form.MIXED:
        spans = rarer(draft.reply, draft.spoken)
        words = draft.reply[slice(*spans[0])].strip()
        found.append(Finding("address.mixed", {"words": words}, spans))
    elif form is Form.INFORMAL and writes_formally(draft.customer, draft.spoken):
        found.append(Finding("address.informal", {}, rarer(draft.reply, draft.spoken)[:1]))
    return found if form or found else None


def _wrong_gender(draft: Draft) -> list[Finding]:
    names = {"pl": naming_pl, "ru": naming_ru}.get(draft.spoken)
    name = first_name(draft.customer_name or "")
    is_woman = names.is_woman(name) if names and name else None
    if is_woman is None or _is_signed_otherwise(draft):
        return []
    greeting = greeting_of(draft.reply, known_name(draft))
    if greeting and greeting.name and not _may_be(greeting.name, draft):
        return []  # said already
    spans = wrong_gender(draft.reply, draft.spoken, is_woman=is_woman)
    if not spans:
        return []
    values = {"words": draft.reply[slice(*spans[0])].strip(), "name": name}
    return [Finding("address.gender", values, spans)]


def _is_signed_otherwise(draft: Draft) -> bool:
    """Somebody else may write from this mailbox."""
    signed = signed_name(draft.customer)
    return bool(signed) and not is_called(signed, draft.customer_name or "")


def look_at_language(draft: Draft) -> Iterable[Finding] | None:
    """The customer's language."""
    asked = draft.asked_in
    words = own_words(draft.reply)
    if not asked or min(len(draft.customer.split()), len(words.split())) < FEWEST_WORDS:
        return None
    wrote = languages.recognise(words, by_words_only=True) or ""
    if wrote not in LANGUAGES:
        return None
    if wrote == asked or _is_in_both(words, asked, wrote):
        return []
    return [Finding("language.other", {"asked": asked, "wrote": wrote})]


def _is_in_both(reply: str, asked: str, wrote: str) -> bool:
    """A reply in two languages, a paragraph each."""
    parts = [part for part in re.split(r"\n\s*\n", reply) if len(part.split()) >= FEWEST_WORDS]
    return any(
        languages.recognise(part, hint=wrote, by_words_only=True) == asked for part in parts[:6]
    )


def look_at_apology(draft: Draft) -> Iterable[Finding] | None:
    """An apology when we are late or at fault, and an honest one."""
    if not draft.spoken or not draft.reply.strip():
        return None
    made = apologising.apologies_in(draft.reply, draft.spoken)
    if made:
        return apologising.faults_of(draft.reply, draft.spoken, made)
    why = _owed(draft)
    if not why:
        return None
    at = _place_after_greeting(draft)
    sentence = apologising.sentence(draft.spoken, why)
    edit = Edit(at, at, sentence + " " if at else sentence + "\n\n")
    mends = (Mend("add", (edit,), sentence),)
    is_doubtful = why == "complaint" and not _surely_wronged(draft)
    return [Finding(f"apology.{why}", mends=mends, is_doubtful=is_doubtful)]


def _owed(draft: Draft) -> str:
    """What for: "late", "fault", or "complaint" by what the customer writes; '' for nothing."""
    if draft.is_late:
        return "late"
    if draft.at_fault:
        return "fault"
    if draft.has_written_before or not draft.is_answer:
        return ""  # said already
    if apologising.has_sympathy(draft.reply, draft.spoken):
        return ""
    mood = mood_of(draft.customer, draft.asked_in)
    if mood is Mood.ANGRY and _surely(draft):
        return "complaint"
    # Told calmly it is a question, whatever went wrong.
    is_let_down = mood is Mood.UNHAPPY and apologising.is_let_down(draft.customer, draft.asked_in)
    return "complaint" if is_let_down else ""


def _surely(draft: Draft) -> bool:
    """Not by the one word of a question: "Somebody wrote to me in your name, is it a scam?\""""
    signs = heat(draft.customer, draft.asked_in)
    return len(signs) > 1 or not all(one.is_asked for one in signs)


def _surely_wronged(draft: Draft) -> bool:
    """Angry, and of something that we did: words alone tell no more."""
    is_angry = mood_of(draft.customer, draft.asked_in) is Mood.ANGRY
    return is_angry and apologising.is_let_down(draft.customer, draft.asked_in)


def _place_after_greeting(draft: Draft) -> int:
    """Where the first sentence after the greeting begins; 0 without a greeting."""
    greeting = greeting_of(draft.reply, known_name(draft))
    if greeting is None:
        return 0
    rest = draft.reply[greeting.end :]
    return greeting.end + len(rest) - len(rest.lstrip())
