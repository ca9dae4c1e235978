"""What the demo shop has made for itself: tags, fields, a view, and ready answers."""

from __future__ import annotations

from promisedesk.agents.models import Agent
from promisedesk.contacts import fields
from promisedesk.conversations import tagging
from promisedesk.conversations.models import Conversation, SavedView, Tag
from promisedesk.replies import macros
from promisedesk.replies.macros import Wording

TAGS = {  # name -> hue, words of subjects that have it
    "Delivery": (215, ("parcel", "deliver", "доставк", "посылк", "paczk", "przesył")),
    "Returns": (25, ("return", "refund", "возврат", "вернуть", "zwrot")),
    "Broken": (350, ("broken", "cracked", "damag", "разбит", "треснул", "uszkodz", "pęk")),
    "Invoice": (150, ("invoice", "receipt", "счёт", "счет", "faktur")),
}
FIELDS = [
    ({"en": "Order number", "ru": "Номер заказа", "pl": "Numer zamówienia"}, "text", (), "order"),
    (
        {"en": "Reason", "ru": "Причина", "pl": "Powód"},
        "choice",
        ("Late", "Damaged", "Wrong item", "Changed their mind"),
        "reason",
    ),
]
TEXTS = {
    ("Parcel is on its way", "parcel"): {
        "en": "Hello {customer.first_name|there},\n\nyour parcel is on its way. You will have it "
        "{promise.by|within two days}.\n\nThank you for your patience!",
        "ru": "Здравствуйте!\n\nВаша посылка уже в пути. Если она не придёт "
        "за два дня, просто ответьте на это письмо: {conversation.ref}.",
        "pl": "Dzień dobry,\n\npaczka jest w drodze. Jeśli nie dotrze w ciągu dwóch dni, proszę "
        "odpowiedzieć na tę wiadomość: {conversation.ref}.",
    },
    ("How to return something", "return"): {
        "en": "Hello {customer.first_name|there},\n\nyou can return order {field.order} within 30 "
        "days:\n\n- put it into its box,\n- write {conversation.ref} on it,\n- take it to any "
        "post office.\n\nWe refund it the day it arrives.",
        "ru": "Здравствуйте!\n\nЗаказ {field.order} можно вернуть за 30 дней: положите товар в "
        "коробку, напишите на ней {conversation.ref} и отнесите на почту.",
        "pl": "Dzień dobry,\n\nzamówienie {field.order} można zwrócić w ciągu 30 dni: proszę "
        "włożyć towar do pudełka, napisać na nim {conversation.ref} i nadać na poczcie.",
    },
    ("Late answer: apology", "sorry"): {
        "en": "Hello {customer.first_name|there},\n\nI am sorry that you waited longer than we "
        "promised.",
        "ru": "Здравствуйте!\n\nПростите, что вы ждали дольше, чем мы обещали.",
        "pl": "Dzień dobry,\n\nprzepraszamy, że odpowiadamy później, niż obiecaliśmy.",
    },
}


def make(by: Agent) -> None:
    """Make them, and tag what the stories told are about."""
    tags = {name: _tag(name, hue, by) for name, (hue, _words) in TAGS.items()}
    for names, kind, choices, key in FIELDS:
        fields.add("conversation", names, kind, choices=choices, key=key, by=by)
    _hang(tags, by)
    _write(tags, by)
    SavedView.objects.create(
        name="Returns",
        conditions=[{"field": "tag", "op": "is", "value": [tags["Returns"].public_id]}],
    )


def _tag(name: str, hue: int, by: Agent) -> Tag:
    tag = tagging.make(name, by=by)
    tagging.change(tag, hue=hue, by=by)
    return tag


def _hang(tags: dict[str, Tag], by: Agent) -> None:
    for conversation in Conversation.objects.exclude(state=Conversation.State.SPAM):
        text = f"{conversation.subject} {conversation.preview}".casefold()
        about = [tags[name] for name, (_hue, words) in TAGS.items() if _has(text, words)]
        if about:
            tagging.add(conversation, about, by=by)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _write(tags: dict[str, Tag], by: Agent) -> None:
    doing = {
        "parcel": [{"do": "tag", "add": [tags["Delivery"].public_id]}],
        "return": [{"do": "tag", "add": [tags["Returns"].public_id]}],
    }
    for (name, shortcut), texts in TEXTS.items():
        macros.add(Wording(name, shortcut, texts, doing.get(shortcut, [])), by=by)
    later = [{"do": "assign", "to": "me"}, {"do": "snooze", "for": "1 day"}]
    macros.add(Wording("Look at it tomorrow", "later", actions=later), by=by)
