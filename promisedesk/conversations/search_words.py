"""What stands before the colon in a search, and after it, in three languages.

`from:` is read by everybody; who types in Russian or Polish finds their own words too.
"""

from __future__ import annotations

from promisedesk.search.words import fold

_OPERATORS = {
    "from": "from от od",
    "to": "to кому do",
    "tag": "tag label метка тег etykieta tag",
    "is": "is это есть jest",
    "assignee": "assignee assigned исполнитель сотрудник przypisane pracownik",
    "team": "team команда zespol",
    "inbox": "inbox ящик skrzynka",
    "before": "before до przed",
    "after": "after since после с po od-dnia",
    "has": "has with имеет zawiera ma",
    "language": "language lang язык jezyk",
    "subject": "subject тема temat",
    "channel": "channel канал kanal",
    "promise": "promise обещание obietnica",
}
_STATES = {
    "open": "open открыто открытые otwarte otwarta",
    "waiting": "waiting ждет ожидание czeka oczekuje",
    "resolved": "resolved closed done завершено решено zakonczone zamkniete",
    "spam": "spam спам",
    "overdue": "overdue late просрочено po-terminie spoznione",
    "unread": "unread new непрочитано непрочитанные nieprzeczytane",
    "read": "read прочитано прочитанные przeczytane",
    "mine": "mine мое мои moje",
    "unassigned": "unassigned ничье ничьи nieprzypisane",
    "snoozed": "snoozed отложено отложенные odlozone",
    "kept": "kept сдержано dotrzymane",
    "broken": "broken нарушено niedotrzymane",
}
_LANGUAGES = {
    "ru": "ru russian русский po-rosyjsku rosyjski",
    "pl": "pl polish польский polski",
    "en": "en english английский angielski",
}
_FILES = "attachment attachments file files вложение вложения файл zalacznik zalaczniki plik"
_DAYS = {"today": "today сегодня dzis dzisiaj", "yesterday": "yesterday вчера wczoraj"}
_NOBODY = "nobody none никто никому nikt nikomu"
_ME = "me я мне ja mnie"


def _meanings(words: dict[str, str]) -> dict[str, str]:
    return {one: meaning for meaning, said in words.items() for one in said.split()}


OPERATORS = _meanings(_OPERATORS)
STATES = _meanings(_STATES)
LANGUAGES = _meanings(_LANGUAGES)
DAYS = _meanings(_DAYS)
FILES = frozenset(_FILES.split())
NOBODY, ME = frozenset(_NOBODY.split()), frozenset(_ME.split())


def plain(word: str) -> str:
    """A word as these tables have it: small letters, no marks, ё as е."""
    return "-".join(fold(part) for part in word.strip().lower().split("-"))
