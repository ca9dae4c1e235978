"""Letters to agents: one a person in ten minutes, again when the server was away."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils.timezone import now

from promisedesk.cast import Cast
from promisedesk.channels.email import calling
from promisedesk.promises import lettering
from promisedesk.promises.models import AgentLetter

pytestmark = pytest.mark.django_db(transaction=True)


def write(agent, **what):
    with transaction.atomic():
        lettering.write(agent, **what)


def test_what_comes_within_ten_minutes_is_one_letter(sink):
    cast = Cast()
    write(cast.anna, missed=[cast.parcel.public_id])
    assert calling.write_due() == 1
    for number in range(40):
        write(cast.anna, missed=[f"gone-{number}"])
    assert calling.write_due() == 0
    with time_machine.travel(now() + timedelta(minutes=11)):
        assert calling.write_due() == 1
        assert calling.write_due() == 0
    subjects = [mail.letter["Subject"] for mail in sink.mails]
    assert subjects == ["Promisedesk: 1 promise is overdue", "Promisedesk: 40 promises are overdue"]
    text = sink.mails[0].letter.get_content()
    assert f"PARCEL22  http://testserver/conversations/{cast.parcel.public_id}/" in text
    assert "Clara" not in text
    assert sink.mails[0].letter["Auto-Submitted"] == "auto-generated"


def test_an_urgent_one_does_not_wait(sink):
    cast = Cast()
    write(cast.anna, missed=["gone"])
    calling.write_due()
    with time_machine.travel(now() + timedelta(minutes=2)):
        write(cast.anna, urgent=[cast.parcel.public_id])
        assert calling.write_due() == 1
    assert "urgent matter" in sink.mails[1].letter["Subject"]


def test_a_server_that_is_away_is_tried_again_with_the_same_letter(sink):
    cast = Cast()
    write(cast.anna, missed=["gone"])
    sink.order("data", "451 4.3.0 Later", times=2)
    assert calling.write_due() == 1
    letter = AgentLetter.objects.get()
    assert letter.due_at > now()
    assert letter.last_error
    first = letter.number
    AgentLetter.objects.update(due_at=now())
    while not sink.mails:
        AgentLetter.objects.update(due_at=now())
        calling.write_due()
    letter.refresh_from_db()
    assert (letter.number, letter.due_at, letter.leaving) == (first, None, {})
    assert f"-{first}@" in sink.mails[0].letter["Message-ID"]


def test_after_half_a_day_it_is_no_news_any_more():
    write(Cast().anna, missed=["gone"])
    letter = AgentLetter.objects.get()
    lettering.failed(lettering.take_up(letter), "451 Later")
    letter.refresh_from_db()
    assert letter.due_at > now()
    letter.attempts = lettering.GIVE_UP
    lettering.failed(letter, "451 Later")
    letter.refresh_from_db()
    assert (letter.due_at, letter.leaving) == (None, {})
