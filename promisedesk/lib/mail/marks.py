"""The small facts of a mail that the desk shows beside it (the words are in model.py)."""

import re

from promisedesk.lib.mail.model import FORWARDED, MARKS, ParsedMail
from promisedesk.lib.mail.reply_words import FORWARD_SUBJECT

_FORWARD_LINE = re.compile(
    r"^[ \t>]*(?:-{2,}[ \t]*(?:forwarded message|forwarded by|пересылаемое|пересылаемое сообщение|"
    r"пересланное|начало пересылаемого|перенаправленное|wiadomość przekazana|przekazana wiadomość|"
    r"treść przekazanej|weitergeleitete)|begin forwarded message|"
    r"начало (?:переадресованного|пересылаемого|пересланного) (?:сообщения|письма)|"
    r"(?:początek|treść) przekazan\w+ wiadomości|rozpoczęcie przekazywanej)",
    re.I | re.M,
)

_BEGIN = re.compile(r"orwarded message|ересла|ереадрес|przekaz", re.I)


def marks_of(found: set[str], mail: ParsedMail) -> list[str]:
    """The marks of a mail in the order of `MARKS`; `found` are those its parts showed."""
    return [each for each in MARKS if each in found or (each == FORWARDED and _is_forwarded(mail))]


def _is_forwarded(mail: ParsedMail) -> bool:
    if ("---" in mail.text or _BEGIN.search(mail.text)) and _FORWARD_LINE.search(mail.text):
        return True
    has_mail = any(each.content_type == "message/rfc822" for each in mail.attachments)
    return has_mail and mail.subject.lower().startswith(FORWARD_SUBJECT)
