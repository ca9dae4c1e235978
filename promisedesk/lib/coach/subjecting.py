"""What a good subject is (R1): filled, specific, whole in mail programs, one Re: in an answer.

An answer keeps the customer's own words, so that it stays in its thread: only its marks are
judged. What we write first is judged in full.
"""

from __future__ import annotations

import re

from promisedesk.lib.mail.subjects import without_marks

from .findings import Edit, Finding, Mend

LONGEST = 70  # columns; common programs show 60 to 70 in a list
_MARK = re.compile(
    r"\s*(?:re|fwd?|fw|aw|sv|vs|odp|pd|wg|tr|rv|отв|ответ|пересл)\s*(?:\[\d{1,3}\])?\s*[:：]\s*",
    re.I,
)
GENERAL = frozenset(  # whole subjects that say nothing
    """
question|questions|a question|one question|help|help me|please help|hi|hello|hey|urgent
important|info|information|message|your message|a message|update|news|order|your order
request|your request|inquiry|enquiry|your enquiry|your inquiry|problem|issue|complaint|mail
email|e-mail|support|customer support|customer service|test|subject|no subject|none|untitled
reply|answer|our answer|contact|follow up|follow-up|your question|good morning|thanks
important information|good news|important news|news for you|information for you|for you
urgent information|please read|read this|attention|notice|notification|reminder|delivery
важная информация|важное сообщение|хорошая новость|новость для вас|внимание|уведомление
напоминание|доставка|для вас|прочтите|ważna informacja|wazna informacja|ważna wiadomość|uwaga
dobra wiadomość|dobre wieści|powiadomienie|przypomnienie|dostawa|dla ciebie|dla pani|dla pana
вопрос|вопросы|ваш вопрос|помощь|помогите|срочно|важно|информация|сообщение|ваше сообщение
письмо|привет|здравствуйте|добрый день|заказ|ваш заказ|проблема|жалоба|запрос|ответ|наш ответ
без темы|нет темы|тема|тест|обращение|ваше обращение|новости|ваш запрос|служба поддержки
pytanie|pytania|pomoc|pilne|ważne|wazne|informacja|informacje|wiadomość|wiadomosc|dzień dobry
dzien dobry|witam|cześć|zamówienie|zamowienie|państwa zamówienie|reklamacja|zapytanie|odpowiedź
odpowiedz|brak tematu|bez tematu|temat|kontakt|prośba|prosba|aktualizacja|twoje zamówienie
""".strip()
    .replace("\n", "|")
    .split("|")
)


def marks_of(subject: str) -> tuple[int, int]:
    """(how many marks like Re: and FW: stand before it, where they end)."""
    count, at = 0, 0
    while count < 20 and (found := _MARK.match(subject, at)):
        count, at = count + 1, found.end()
    return count, at


def faults_of(subject: str, *, is_answer: bool) -> list[Finding]:
    """What is wrong with a filled subject."""
    if is_answer:
        return _of_an_answer(subject)
    found = []
    count, end = marks_of(subject)
    if count:
        edit = Edit(0, end, "", of_subject=True)
        mends = (Mend("remove", (edit,)),) if subject[end:].strip() else ()
        found.append(Finding("subject.no_answer", {"mark": subject[:end].strip()}, (), mends))
    rest = without_marks(subject).strip()
    if _is_general(rest):
        found.append(Finding("subject.general", {"subject": rest}))
    elif _shouts(rest):
        edit = Edit(
            len(subject) - len(subject[end:].lstrip()), len(subject.rstrip()), quieter(rest), True
        )
        found.append(Finding("subject.shouting", {}, (), (Mend("soften", (edit,)),)))
    if len(rest) > LONGEST:
        found.append(_too_long(subject, rest))
    return found


def _of_an_answer(subject: str) -> list[Finding]:
    count, end = marks_of(subject)
    rest = subject[end:].strip()
    if count == 1 or not rest:
        return []
    start = "Re: " if count else "Re: " + subject[:end]
    mend = Mend(
        "replace" if count else "add", (Edit(0, end, start, of_subject=True),), f"Re: {rest}"
    )
    return [Finding("subject.marks" if count else "subject.re", {"count": count}, (), (mend,))]


def _too_long(subject: str, rest: str) -> Finding:
    short = shortened(rest)
    start = subject.rfind(rest)
    edit = Edit(start, start + len(rest), short, of_subject=True)
    return Finding(
        "subject.long",
        {"length": len(rest), "most": LONGEST},
        (),
        (Mend("shorten", (edit,), short),),
    )


def shortened(subject: str, most: int = LONGEST) -> str:
    """As many whole words as fit; the end of a sentence or clause is preferred."""
    if len(subject) <= most:
        return subject
    kept = subject[: most + 1]
    clause = max(kept.rfind(sign) for sign in (". ", "; ", ": ", ", ", " – ", " - ", "? ", "! "))
    at = clause if clause >= most // 3 else kept.rfind(" ")
    at = at if at > 0 else most
    return kept[:at].rstrip(" ,;:–-.(«„“")


def _is_general(subject: str) -> bool:
    plain = re.sub(r"[^\w\s-]+", " ", subject.lower())
    plain = " ".join(plain.split())
    return not plain or plain in GENERAL


def _shouts(subject: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{2,}", subject)]
    letters = "".join(words)
    return len(words) >= 3 and len(letters) >= 12 and letters.isupper()


def quieter(subject: str) -> str:
    """A shouted subject in small letters, with its numbers and codes left as they are."""
    words = subject.split(" ")
    small = [word if re.search(r"\d", word) else word.lower() for word in words]
    text = " ".join(small)
    return text[:1].upper() + text[1:]
