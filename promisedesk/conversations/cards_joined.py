"""What customers wrote follows their cards when two become one, and goes back with them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet

from promisedesk.contacts.cards import Joined
from promisedesk.contacts.models import Contact, Merge
from promisedesk.conversations.merging import in_parts
from promisedesk.conversations.models import Conversation, Message, Participant

MODELS = {"conversations": Conversation, "messages": Message}
PERSON = ("public_id", "address", "name", "state", "came_by", "decided_by_id", "conversation_id")


def bring(about: Joined) -> None:
    """All they wrote is the other card's, written down in the merge."""
    before = about.merge.before
    before["last"] = {key: _newest(model) for key, model in MODELS.items()}
    for key, model in MODELS.items():
        numbers = list(model.objects.filter(contact=about.gone).values_list("pk", flat=True))
        before[key] = about.own(key, numbers)
        model.objects.filter(contact=about.gone).update(contact=about.kept)
    # Whoever is the customer gets the answers themselves.
    mails = about.kept.identities.filter(kind="email").values_list("value", flat=True)
    others = Participant.objects.filter(conversation__contact=about.kept, address__in=list(mails))
    before["participants"] = [
        [*(getattr(one, name) for name in PERSON), one.created_at.isoformat()] for one in others
    ]
    others.delete()


def give_back(about: Joined) -> None:
    """The same rows, and what the addresses that went back wrote since."""
    for key, model in MODELS.items():
        here = model.objects.filter(contact=about.kept)
        for some in in_parts(about.its(key) | _since(about, key, here)):
            here.filter(pk__in=some).update(contact=about.gone)
    for *person, at in about.merge.before["participants"]:
        _return(dict(zip(PERSON, person, strict=True)), datetime.fromisoformat(at))


def _newest(model) -> int:
    return model.objects.aggregate(newest=Max("pk"))["newest"] or 0


def _since(about: Joined, key: str, here: QuerySet) -> set[int]:
    new = here.filter(pk__gt=about.merge.before["last"][key])
    if not about.addresses or not new.exists():
        return set()
    if key == "messages":
        return {
            pk
            for pk, address in new.values_list("pk", "from_address")
            if address.lower() in about.addresses
        }
    # A conversation is whose who began it.
    first = Message.objects.filter(conversation__in=new.values("pk"), direction="in")
    began: dict[int, str] = {}
    for pk, address in first.order_by("pk").values_list("conversation", "from_address"):
        began.setdefault(pk, address.lower())
    return {pk for pk, address in began.items() if address in about.addresses}


def _return(person: dict, at: datetime) -> None:
    conversation = Conversation.objects.filter(pk=person["conversation_id"]).first()
    if conversation is None:
        return
    mails = conversation.contact.identities.filter(kind="email", value=person["address"])
    if mails.exists():
        _keep_for_later(conversation.contact, [*(person[name] for name in PERSON), at.isoformat()])
        return
    key = {"conversation": conversation, "address": person["address"]}
    Participant.objects.get_or_create(**key, defaults=person | {"created_at": at})


def _keep_for_later(customer: Contact, person: list) -> None:
    """It is their own address by another merge: whichever is taken back last returns it."""
    for row in Merge.objects.filter(undone_at=None, gone__merged_into=customer):
        row.before["participants"].append(person)
        row.save(update_fields=["before"])
