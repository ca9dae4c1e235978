"""What an absence letter may say: other contacts, something useful, and no empty assurances.

Texts are looked through in English, Russian and Polish whatever language they are meant for.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from babel.dates import format_date

from promisedesk.lib.hours_in_words import spoken
from promisedesk.lib.zone_names import zone_phrase

LONGEST = 600  # characters of one part
LOCALES = {"en": "en_GB", "ru": "ru", "pl": "pl"}
ON_DAYS = {
    "ru": (
        "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу",
        "в воскресенье",
    ),
    "pl": (
        "w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę",
        "w niedzielę",
    ),
}  # fmt: skip

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
DAY = re.compile(
    r"\d|\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(понедельник|вторник|сред[уы]|четверг|"
    r"пятниц|суббот|воскресен)|\b(poniedziałek|poniedziałku|wtorek|wtorku|środ|czwart|piąt|sobot|"
    r"niedziel)",
    re.I,
)
ANSWERS = re.compile(
    r"\b(will|shall|we'll|we’ll|i'll|i’ll)\b[^.!?\n]*?\b(answer|reply|respond|write back|"
    r"get back|be in touch|contact you)"
    r"|\b(ответим|отвечу|ответит|отпишемся|отпишусь|свяжемся|свяжусь|напишем|напишу)\b"
    r"|\b(верн[уёе]\w+) (к вам|с ответом)"
    r"|\b(odpowiemy|odpowiem|odpisz[eę]\w*|skontaktuj\w+ się|odezw\w+ się|oddzwoni\w*)\b",
    re.I,
)
SOON = re.compile(
    r"\b(as soon as|asap|shortly|soon)\b"
    r"|\b(как можно (скорее|быстрее)|скоро|в ближайшее время|при первой возможности)\b"
    r"|\b(jak najszybciej|wkrótce|niebawem|niedługo|przy pierwszej okazji)\b",
    re.I,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){4,}")
LINK = re.compile(r"\b(https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)(?![\w@])", re.I)
WITHIN = re.compile(r"(?<=[\w,:)] )[^\W\d_]{2,}")  # words that begin no sentence
THANKS = re.compile(
    r"patien|understanding|терпени|понимани|cierpliw|wyrozumia|sorry for|извин|przeprasza", re.I
)


class Fault(StrEnum):
    """Why a text is refused."""

    SOON = "soon"  # "we will surely answer": says no day
    NO_CONTACTS = "no_contacts"
    SAME_ADDRESS = "same_address"  # that nobody reads now
    NO_USE = "no_use"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Text:
    """The three parts an owner writes; the day of return is said by the letter itself."""

    says: str = ""
    contacts: str = ""
    useful: str = ""

    @classmethod
    def read(cls, given: dict) -> Text:
        """Of stored or posted parts, tidied."""
        parts = {name: str(given.get(name) or "") for name in ("says", "contacts", "useful")}
        return cls(**{name: _tidy(text) for name, text in parts.items()})

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\x00", "").splitlines())
    return "\n".join(line for line in lines if line)


def faults(text: Text, own_addresses: Collection[str]) -> dict[str, Fault]:
    """What is wrong with each part, by its name; empty if it may be sent.

    `own_addresses` (lower case): those that nobody reads meanwhile are no other contact.
    """
    found: dict[str, Fault] = {}
    for name, part in text.as_json().items():
        if len(part) > LONGEST:
            found[name] = Fault.LONG
    if any(map(is_empty_assurance, SENTENCE.findall(text.says))):
        found.setdefault("says", Fault.SOON)
    if fault := _no_contact(text.contacts, own_addresses):
        found.setdefault("contacts", fault)
    if not _is_useful(text):
        found.setdefault("useful", Fault.NO_USE)
    return found


def is_empty_assurance(sentence: str) -> bool:
    """ "I will surely answer", "soon": an answer without a day."""
    if SOON.search(sentence):
        return True
    return bool(ANSWERS.search(sentence)) and not DAY.search(sentence)


def _no_contact(contacts: str, own_addresses: Collection[str]) -> Fault | None:
    mails = [found[0].lower() for found in ADDRESS.finditer(contacts)]
    rest = ADDRESS.sub(" ", contacts)
    if any(mail not in own_addresses for mail in mails):
        return None
    if PHONE.search(rest) or LINK.search(rest) or re.search(r"\d", rest) or _names(rest):
        return None
    return Fault.SAME_ADDRESS if mails else Fault.NO_CONTACTS


def _names(text: str) -> bool:
    """Whether somebody or some place is called by name: a capital within a sentence."""
    return any(word[0].isupper() for word in WITHIN.findall(text))


def _is_useful(text: Text) -> bool:
    useful = text.useful
    if not useful or useful.casefold() in (text.says.casefold(), text.contacts.casefold()):
        return False
    if LINK.search(useful) or re.search(r"\d", useful):
        return True
    is_empty = THANKS.search(useful) or any(map(is_empty_assurance, SENTENCE.findall(useful)))
    return len(useful.split()) >= 4 and not is_empty


def back_on(at: datetime, time_zone: str, language: str, now: datetime) -> str:
    """ "on Monday 7 December, 9:00 (London time)", «в понедельник, 7 декабря, в 9:00 (по
    московскому времени)», „w poniedziałek 7 grudnia o godz. 9:00 (czasu warszawskiego)”; with
    the year when not this one. Languages other than ru and pl get English."""
    language = spoken(language)
    wall, this_year = at.astimezone(ZoneInfo(time_zone)), now.astimezone(ZoneInfo(time_zone)).year
    year = {"en": " y", "ru": " y 'года'", "pl": " y 'r'."}[language]
    form = "d MMMM" + (year if wall.year != this_year else "")
    day = format_date(wall.date(), form, LOCALES[language])
    clock, zone = f"{wall.hour}:{wall.minute:02}", zone_phrase(time_zone, language, at)
    if language == "en":
        return f"on {wall:%A} {day}, {clock} ({zone})"
    weekday = ON_DAYS[language][wall.weekday()]
    if language == "ru":
        return f"{weekday}, {day}, в {clock} ({zone})"
    return f"{weekday} {day} o godz. {clock} ({zone})"
