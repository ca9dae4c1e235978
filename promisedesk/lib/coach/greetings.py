"""The greeting a reply begins with, and the right one to put there (R3).

Any greeting of our languages is taken in any reply: a Pole may be met with "Hello". Only what
stands between the greeting and the next comma or line is a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from promisedesk.lib.first_names import first_name

from . import naming_pl, naming_ru
from .addressing import Form, form_of
from .draft import Draft
from .findings import Span
from .naming import is_called, is_of_a_person
from .unquoted import own_words

SEARCHED = 400  # characters; who has not greeted by then does not
_WORDS = (
    r"hello|hullo|hi|hiya|hey|heya|howdy|dear|greetings|welcome(?:[ ]back)?|to whom it may concern"
    r"|(?:good|happy|lovely)[ ](?:day|morning|afternoon|evening|monday|tuesday|wednesday|thursday"
    r"|friday|weekend|new year)|(?:morning|afternoon|evening)(?=[ \t]*[,!.\n])"
    # Russian
    r"|здрав?ствуй(?:те)?|здрасьте|здрасте|(?:самого[ ])?добр(?:ый|ое|ого|ой)(?:[ ]вам)?[ ]"
    r"(?:день|дня|утро|утра|вечер|вечера|ночи|времени(?:[ ]суток)?)|(?:день|вечер"
    r"|утро)[ ]добр(?:ый|ое)"
    r"|привет(?:ик|ствую|ствуем|ы)?|уваж(?:аем|емы)(?:ый|ая|ые|ое)|уважаем\w{1,3}|дорог(?:ой|ая|ие)"
    r"|рад[ыа]?[ ](?:вас[ ])?приветствовать|хай|салют|доброго"
    # Polish
    r"|dzie[nń][ ]dobry|dobry[ ]wiecz[oó]r|dobry(?=[,! \n])|dobre[ ]popo[lł]udnie"
    r"|dobrego[ ]dnia(?=[,!\n])"
    r"|cze[sś][cć]|hej(?:ka)?|siema(?:nko)?|(?:serdecznie[ ])?wita(?:m|my|j|jcie)(?:[ ]serdecznie)?"
    r"|szanown[yaie]{1,2}|drog(?:i|a|ie)|drodzy|mi[lł][aey](?=[ ]pan)|uszanowanie|powitać"
)
_TITLE = (
    r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|sz|г-н|г-жа)\.?|sir|madam|господин|госпожа|pani[eą]?|pan[a]?"
    r"|panno|państw[oa]|panstw[oa])"
)
_CAPITAL = r"[A-ZА-ЯЁĄĆĘŁŃÓŚŹŻÀ-ÖØ-Þ]"
_NAME_WORD = rf"{_CAPITAL}[\w'’-]{{0,30}}\.?"
_NAME = rf"{_NAME_WORD}(?:[ ](?:(?:and|&|и|i|oraz)[ ])?{_NAME_WORD}){{0,3}}"
_START = r"[\s*_#>🙂👋🏻🌸☀️]{0,20}"
_GREETING = re.compile(
    rf"{_START}(?:(?P<before>{_NAME})[,!]?[ ]{{1,3}})??(?P<word>(?i:{_WORDS}))(?!\w)"
)
_NAMED = re.compile(
    rf"(?:[ ]again|[ ](?:ещё|еще)?[ ]?раз|[ ]ponownie|[ ](?:there|all|everyone"
    rf"|folks))?[ ]{{0,2}},?[ ]{{0,2}}"
    r"(?:(?i:уважаем\w{1,3}|дорог\w{2}|dear|drog\w{1,2}|szanown\w{1,2})[ ])?"
    rf"(?P<titles>(?:(?i:{_TITLE})[ ]{{1,2}}){{0,3}})(?P<name>{_NAME})(?=[ ]{{0,2}}(?:[,!.:;"
    rf"()—–🙂👋-]|\n|$))"
)
_SMALL = re.compile(r"[ ]{0,2},?[ ]{0,2}(?P<name>[^\W\d_]{3,20})(?=[ ]{0,2}(?:[,!.]|\n|$))")
_BARE = re.compile(
    rf"{_START}(?P<titles>(?:(?i:{_TITLE})[ ]{{1,2}}){{0,3}})(?P<name>{_NAME})(?:[ ]?"
    rf"[,!:.–—-]){{1,2}}"
    rf"(?=\s)"
)
_CALLED = re.compile(  # "Thanks, Tom", "Good news, Tom!", in the first sentence
    r"(?:(?i:thank(?:s| you)|спасибо|благодар\w{1,4}|dzi[eę]k\w{1,8})|[^.!?\n]{2,80}?,)[ ]"
    rf"(?P<name>{_NAME})(?=[ ]?[,.!\n])"
)
# Words that stand where a name would and are none.
_GROUP = (
    "customer customers client clients friend friends all everyone everybody team there sir madam "
    "guest guests reader readers colleague colleagues folks guys shopper neighbour valued member "
    "subscriber user visitor partner partners again sirs madame ladies gentlemen lady gentleman "
    "support service sales office hello hi hey good thank thanks welcome "
    "покупатель покупатели покупательница клиент клиенты клиентка друг друзья подруга коллеги "
    "коллега гость гости читатель пользователь заказчик партнёр партнёры партнеры господа дамы "
    "наш наша все всем вас вам вы ещё снова спасибо благодарим "
    "klient klienci kliencie klientko klientka klientki państwo panstwo pan pani panie panowie "
    "panią pania pana panu państwa panstwa państwu panstwu wszyscy wszystkim serdecznie ponownie"
    " użytkownik czytelnik "
    "czytelniku przyjaciele przyjacielu koledzy doktorze profesorze mecenasie inżynierze "
    "dyrektorze prezesie kierowniku redaktorze magistrze doktor profesor mecenas dyrektor prezes "
    "dziękuję dziękujemy dzień dobry"
)
GROUP = frozenset(_GROUP.split())


@dataclass(frozen=True, slots=True)
class Greeting:
    """`name` is as it stands there, '' for none; `place` is the name's, `end` of the greeting."""

    name: str
    place: Span
    end: int
    titles: str = ""


@lru_cache(maxsize=64)
def greeting_of(reply: str, known: str = "") -> Greeting | None:
    """What the reply greets with, None if it does not.

    `known`: the customer's name: "Tom, …" greets Tom, "However, …" nobody.
    """
    text = own_words(reply)
    lead = len(text) - len(text.lstrip())  # a quote before the answer is blank
    text = text[: lead + SEARCHED]
    found = _GREETING.match(text, lead)
    if found:
        if found["before"] and _is_name(found["before"]):
            return Greeting(found["before"], found.span("before"), found.end())
        return _after(text, found.end(), known)
    bare = _BARE.match(text, lead)
    if bare and (bare["titles"] or _is_called_out(text, bare, known)):
        return Greeting(bare["name"], bare.span("name"), bare.end(), bare["titles"])
    called = _CALLED.match(text, lead)
    if called and _is_known(called["name"], known):
        return Greeting(called["name"], called.span("name"), 0)
    return None


def _is_called_out(text: str, bare: re.Match[str], known: str) -> bool:
    """ "Tom, yes" of a Tom, "Anna,\\n" of anybody, "Anna, yes" but not "Paris, London"."""
    if _is_known(bare["name"], known) or _ends_line(text, bare.end()):
        return True
    after = text[bare.end() :].lstrip()[:1]
    is_name = len(bare["name"].split()) == 1 and is_of_a_person(bare["name"])
    return is_name and "," in bare[0] and after.islower()


def _after(text: str, at: int, known: str) -> Greeting:
    named = _NAMED.match(text, at)
    if named and _is_name(named["name"]):
        end = _past_signs(text, named.end())
        return Greeting(named["name"], named.span("name"), end, named["titles"])
    small = _SMALL.match(text, at)
    if small and (is_of_a_person(small["name"]) or (known and is_called(small["name"], known))):
        return Greeting(small["name"], small.span("name"), _past_signs(text, small.end()))
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    sign = re.compile(r"[,!.:;]+").search(text, at, min(line_end, at + 60))
    return Greeting("", (at, at), sign.end() if sign else at if line_end - at > 60 else line_end)


def _past_signs(text: str, at: int) -> int:
    found = re.compile(r"[ ]{0,2}[,!.:;—–🙂👋-]{0,3}").match(text, at)
    return found.end() if found else at


def _is_name(words: str) -> bool:
    return not any(word.lower().strip(".") in GROUP for word in words.split())


def _is_known(name: str, known: str) -> bool:
    return bool(known) and _is_name(name) and is_called(name, known)


def _ends_line(text: str, at: int) -> bool:
    """ "Anna,\\n": alone on the first line, which only a greeting is."""
    return text[at : at + 3].lstrip(" ").startswith("\n") and len(text[:at].split()) <= 3


def greeting_for(draft: Draft) -> str:
    """The right greeting in the language of the reply, by name where that is sure."""
    name = first_name(draft.customer_name or "")
    is_informal = form_of(draft.reply, draft.spoken) is Form.INFORMAL
    if draft.spoken == "ru":
        name = naming_ru.in_cyrillic(name) if name else ""
        word = "Привет" if is_informal else "Здравствуйте"
        return f"{word}, {name}!" if name else f"{word}!"
    if draft.spoken == "pl":
        return _polish(name, draft.reply, is_informal=is_informal)
    if any("\u0400" <= char <= "\u04ff" for char in name):
        name = ""
    return f"Hello {name}," if name else "Hello,"


def _polish(name: str, reply: str, *, is_informal: bool) -> str:
    called = naming_pl.vocative(name)
    if is_informal:
        return f"Cześć, {called}!" if called else "Cześć!"
    is_woman = naming_pl.is_woman(name)
    if not called or is_woman is None or re.search(r"\bPaństw|\bPanstw", reply):
        return "Dzień dobry,"
    return f"Dzień dobry, {'Pani' if is_woman else 'Panie'} {called},"


def right_name(draft: Draft) -> str:
    """What to write instead of a wrong name; '' where its right form is not sure."""
    name = first_name(draft.customer_name or "")
    if draft.spoken == "ru":
        return naming_ru.in_cyrillic(name)
    if draft.spoken == "pl":
        return naming_pl.vocative(name)
    return "" if any("\u0400" <= char <= "\u04ff" for char in name) else name
