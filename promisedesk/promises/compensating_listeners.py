"""What was given to a customer follows their card when two become one, and part again."""

from promisedesk.contacts.verbs import ADDRESS_GIVEN_BACK, ADDRESS_TAKEN, CARDS_MERGED, CARDS_PARTED
from promisedesk.conversations.merging import in_parts
from promisedesk.core.events import on
from promisedesk.promises.models import Compensation

KEY = "compensations"


@on(CARDS_MERGED)
def keep_on_the_one_card(event) -> None:
    about = event.about
    theirs = Compensation.objects.filter(contact=about.gone)
    about.merge.before[KEY] = about.own(KEY, list(theirs.values_list("pk", flat=True)))
    theirs.update(contact=about.kept)


@on(CARDS_PARTED)
def keep_on_two_cards_again(event) -> None:
    about = event.about
    for some in in_parts(about.its(KEY)):
        Compensation.objects.filter(contact=about.kept, pk__in=some).update(contact=about.gone)


@on(ADDRESS_TAKEN)
def keep_with_the_address(event) -> None:
    if event.about:
        theirs = Compensation.objects.filter(contact=event.about.source)
        theirs.update(contact=event.about.target)


@on(ADDRESS_GIVEN_BACK)
def give_back_with_the_address(event) -> None:
    """Conversations went back before this: what was given there goes with them."""
    theirs = Compensation.objects.filter(
        contact=event.about.target, conversation__contact=event.about.source
    )
    theirs.update(contact=event.about.source)
