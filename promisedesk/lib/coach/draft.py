"""A reply as the coach reads it, with what the desk knows around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from promisedesk.lib import language as languages

LANGUAGES = ("en", "ru", "pl")
_CYRILLIC = re.compile("[а-яё]{3}")
_OTHER_CYRILLIC = re.compile("[іїєґўђјљњћџ]", re.I)
_POLISH = re.compile(
    r"[ąęłńśźż]|\b(?:pani?e?|panu|szanown[yai]|drog[ia]|wita[mj]|pozdrawiam|niestety|prosze"
    r"|dziekuj\w{1,2}|przykro|zawsze|klient\w{1,3}|gwarancj\w)\b",
    re.I,
)


@dataclass(frozen=True)
class Draft:
    """What is about to leave, and to whom. Whatever is not known stays empty: no check guesses.

    `reply` is as typed (Markdown), without signature and quote; `customer` is the new text of
    the customer's last message, without their quotes and signature. `now` has a zone, the
    customer's; without it no time is read.
    """

    reply: str
    customer: str = ""
    subject: str | None = None  # None: nobody has told us, "" that it has none
    adds_re: bool = False  # whoever sends it puts the "Re:" of an answer in front
    language: str = ""  # of the reply; '' is found out
    now: datetime | None = None
    is_late: bool = False  # we are late with this answer
    at_fault: bool = False  # the desk knows that we are: a promise broken, a complaint
    is_mail: bool = True  # chats have no subject, quote or signature
    is_answer: bool = True  # to a question of theirs; False: we write first
    # What the desk knows; None means nobody has told us, '' that there is none.
    customer_name: str | None = None  # as their mails give it
    customer_company: str = ""
    agent_name: str = ""
    shop_name: str = ""
    has_written_before: bool = False  # we greeted this customer in this conversation already
    is_quoted: bool | None = None  # their question goes below the answer
    signature: str | None = None  # what will stand below, filled in
    required_in_signature: tuple[str, ...] = ()
    sender: str = ""  # the address it leaves from
    own_domains: tuple[str, ...] = ()  # of the shop's site and mailboxes
    attachments: int | None = None
    bytes: int = 0  # of text and attachments
    other_names: tuple[str, ...] = ()  # customers this could be mistaken for
    orders: tuple[str, ...] = ()  # of this customer, and numbers they wrote
    own_words: frozenset[str] = field(default_factory=frozenset)  # lower case; never misspelt

    @cached_property
    def spoken(self) -> str:
        """ "en", "ru" or "pl": the language the reply is to be judged by; '' for any other."""
        code = self.language or languages.recognise(
            self.reply, hint=self._likely, by_words_only=True
        )
        return code if code in LANGUAGES else ""

    @cached_property
    def _likely(self) -> str | None:
        """What a reply too short to tell is in: by its letters, else the customer's language."""
        if _CYRILLIC.search(self.reply):
            return None if _OTHER_CYRILLIC.search(self.reply) else "ru"
        if _POLISH.search(self.reply):
            return "pl"
        theirs = languages.recognise(self.customer, by_words_only=True)
        return theirs if theirs in ("en", "pl") else None

    @cached_property
    def asked_in(self) -> str:
        """The language the customer writes in; that of the reply where it cannot be told,
        '' if it is none of ours."""
        code = languages.recognise(self.customer, hint=self.spoken, by_words_only=True) or ""
        return code if code in LANGUAGES else ""
