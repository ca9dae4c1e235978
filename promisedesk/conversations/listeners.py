"""What conversations do when something happens in them or below them, in the same transaction."""

from promisedesk.contacts.verbs import ADDRESS_GIVEN_BACK, ADDRESS_TAKEN, CARDS_MERGED, CARDS_PARTED
from promisedesk.conversations import cards_joined, mentioning
from promisedesk.conversations.models import Conversation, Message, Participant
from promisedesk.conversations.verbs import CONVERSATIONS_MOVED, NOTED
from promisedesk.core.events import on, record
from promisedesk.core.models import Event


@on(ADDRESS_TAKEN)
def move_what_they_wrote(event) -> None:
    """All conversations of the old card, noted so that they find the way back."""
    if event.about is None:
        return
    source, target = event.about.source, event.about.target
    theirs = Conversation.objects.filter(contact=source)
    moved = list(theirs.values_list("public_id", flat=True))
    theirs.update(contact=target)
    Message.objects.filter(contact=source).update(contact=target)
    if moved:
        record(CONVERSATIONS_MOVED, contact=target, source=source.public_id, conversations=moved)


@on(ADDRESS_TAKEN)
def the_customer_is_no_participant(event) -> None:
    """Whoever is the customer gets the answers themselves."""
    Participant.objects.filter(
        conversation__contact=event.contact_id, address=event.data["address"]
    ).delete()


@on(ADDRESS_GIVEN_BACK)
def move_it_back(event) -> None:
    source, target = event.about.source, event.about.target
    noted = Event.objects.filter(verb=CONVERSATIONS_MOVED.name, contact_id=target.pk)
    last = noted.filter(data__source=source.public_id).order_by("-pk").first()
    if last:
        moved = Conversation.objects.filter(public_id__in=last.data["conversations"])
        moved.filter(contact=target).update(contact=source)
    written = Message.objects.filter(contact=target, from_address__iexact=event.data["address"])
    written.update(contact=source)


@on(NOTED)
def mention_whom_it_names(event) -> None:
    mentioning.read_note(event.about)


@on(CARDS_MERGED)
def move_all_to_one_card(event) -> None:
    cards_joined.bring(event.about)


@on(CARDS_PARTED)
def move_all_back(event) -> None:
    cards_joined.give_back(event.about)
