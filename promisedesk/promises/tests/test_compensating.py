"""Making a failure good, within the limit of a role."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from promisedesk.contacts import cards, finding
from promisedesk.core.errors import Refused
from promisedesk.core.models import Event
from promisedesk.promises import apologising, breaking, compensating
from promisedesk.promises.models import Compensation, Promise, PromiseManners


@pytest.fixture
def conversation(cast):
    return cast.hears().conversation


def limits(**by_role):
    manners = PromiseManners.get()
    manners.limits, manners.currency = by_role, "GBP"
    manners.save()


def give(conversation, agent, cost="10", kind="voucher", currency="GBP", **more):
    given = {"says": "For the late answer", "code": "SORRY10"} | more
    return compensating.give(conversation, kind, Decimal(cost), currency, **given, by=agent)


def test_it_is_written_down_with_its_cost_and_who_gave_it(cast, conversation):
    limits(agent="20.00")
    row = give(conversation, cast.anna)
    assert (row.contact, row.cost, row.currency, row.by) == (
        conversation.contact, Decimal(10), "GBP", cast.anna,
    )  # fmt: skip
    event = Event.objects.get(verb="compensation.voucher")
    assert event.data["cost"] == "10.00 GBP"


def test_all_that_was_given_in_a_conversation_counts_together(cast, conversation):
    limits(agent="20.00", manager="50.00")
    give(conversation, cast.anna, "15")
    with pytest.raises(Refused, match=r"£5.00 of it are left.*: Manager"):
        give(conversation, cast.anna, "5.01")
    give(conversation, cast.anna, "5.00")
    with pytest.raises(Refused, match=r"£0.00 of it are left.*: Admin"):
        give(conversation, cast.anna, "31")


def test_what_was_taken_back_counts_no_more_and_only_once(cast, conversation):
    limits(agent="20.00")
    row = give(conversation, cast.anna, "20")
    compensating.take_back(row, by=cast.anna)
    with pytest.raises(Refused, match="already"):
        compensating.take_back(row, by=cast.anna)
    give(conversation, cast.anna, "20")
    assert Event.objects.filter(verb="compensation.taken_back").count() == 1


def test_another_currency_begins_no_limit_anew(cast, conversation):
    limits(agent="20.00", manager="")
    row = give(conversation, cast.anna, "20")
    manners = PromiseManners.get()
    manners.currency = "EUR"
    manners.save()
    assert compensating.room_of(conversation, cast.anna).left == 0
    with pytest.raises(Refused, match=r"another currency.*: Manager"):
        give(conversation, cast.anna, "1", currency="EUR")
    give(conversation, cast.mona, "1", currency="EUR")
    compensating.take_back(row, by=cast.anna)
    give(conversation, cast.anna, "19", currency="EUR")


def test_nobody_takes_back_what_a_colleague_gave_but_managers(cast, conversation):
    limits(agent="20.00", manager="20.00")
    first, second = give(conversation, cast.anna, "5"), give(conversation, cast.mona, "5")
    with pytest.raises(Refused, match="Whoever gave it"):
        compensating.take_back(first, by=cast.boris)
    with pytest.raises(Refused, match="Whoever gave it"):
        compensating.take_back(second, by=cast.anna)
    compensating.take_back(first, by=cast.mona)
    compensating.take_back(second, by=cast.ada)


def test_without_limits_admins_alone_may_give_and_an_empty_limit_is_none(cast, conversation):
    limits()
    with pytest.raises(Refused, match=r"may not give anything.*Admin"):
        give(conversation, cast.anna, "1")
    give(conversation, cast.ada, "500")
    limits(manager="")
    give(conversation, cast.mona, "500")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"cost": "0"}, "what it costs"),
        ({"cost": "-1"}, "what it costs"),
        ({"says": " "}, "what it is for"),
        ({"kind": "hug"}, "what you give"),
        ({"currency": "XYZ1"}, "currency"),
        ({"currency": "PLN"}, "in GBP"),
    ],
)
def test_what_makes_no_sense_is_refused(cast, conversation, changed, words):
    limits(agent="20.00")
    with pytest.raises(Refused, match=words):
        give(conversation, cast.anna, **changed)
    assert not Compensation.objects.exists()


def test_the_currency_is_of_the_shops_country_until_one_is_chosen(cast):
    assert compensating.currency() == "GBP"
    limits()
    PromiseManners.objects.update(currency="PLN")
    PromiseManners.get().save()
    assert compensating.currency() == "PLN"


def test_costs_are_summed_by_currency_and_kind(cast, conversation):
    limits(agent="")
    give(conversation, cast.anna, "10")
    give(conversation, cast.anna, "5.50")
    give(conversation, cast.anna, "7", kind="gift")
    compensating.take_back(give(conversation, cast.anna, "99"), by=cast.anna)
    since, until = now() - timedelta(days=1), now() + timedelta(seconds=1)
    assert compensating.costs(since, until) == {
        "GBP": {"voucher": (2, Decimal("15.50")), "gift": (1, Decimal(7))}
    }
    assert compensating.costs(since - timedelta(days=1), since) == {}


def test_it_stays_with_the_customer_whose_card_is_merged_and_parted(cast, conversation):
    limits(agent="")
    row = give(conversation, cast.anna)
    other = finding.find_or_create("holm@work.example", "C. Holm", "en")
    merge = cards.merge(conversation.contact, other, by=cast.anna)
    row.refresh_from_db()
    assert row.contact == other
    cards.take_back(merge, by=cast.anna)
    row.refresh_from_db()
    assert row.contact == conversation.contact


def test_apologies_tell_the_time_that_was_promised_only_to_whom_it_was_told(
    cast, clock, conversation
):
    assert apologising.broken_in(conversation) is None
    promise = Promise.objects.get()
    clock.move_to(promise.due_at + timedelta(seconds=1))
    breaking.break_due()
    promise = apologising.broken_in(conversation)
    assert apologising.texts_for(promise, conversation) == [
        "You have waited longer for our answer than you should have. I am sorry."
    ]
    promise.told_at = promise.made_at
    short, _long = apologising.texts_for(promise, conversation)
    assert short == (
        "We promised you an answer by Tuesday 24 November, 12:00 (London time) "
        "and did not keep our word. I am sorry."
    )
    conversation.language = "ru"
    text = apologising.texts_for(promise, conversation)[0]
    assert text.startswith("Мы обещали ответить вам до вторника, 24 ноября, 12:00")


@pytest.mark.parametrize(
    ("language", "kind", "says"),
    [
        ("en", "voucher", "To make up for it, we give you a voucher. Its code is SORRY10."),
        ("ru", "refund", "В знак извинения возвращаем вам 10,00 £."),
        ("pl", "discount", "W ramach przeprosin udzielamy Państwu rabatu. Kod: SORRY10."),
    ],
)
def test_what_is_given_is_said_in_the_customers_language(cast, conversation, language, kind, says):
    limits(agent="")
    conversation.language = language
    row = give(conversation, cast.anna, kind=kind)
    assert apologising.sentence_for(row).replace("\xa0", " ") == says
