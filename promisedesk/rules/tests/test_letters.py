"""Letters of rules: as few as acknowledgements, and nothing of a forged sender's in them."""

from datetime import UTC, datetime

import pytest

from promisedesk.channels.email import letters as mails
from promisedesk.conversations import merging
from promisedesk.conversations.models import Conversation, Delivery
from promisedesk.core.errors import Refused
from promisedesk.rules import letters
from promisedesk.rules.models import Run
from promisedesk.rules.tests.acting import rule, work

HELLO = {"en": "Thank you, we look into it.", "pl": "Dziękujemy, sprawdzamy to."}


@pytest.fixture
def asked(cast) -> Conversation:
    return cast.hears(subject="Buy cheap pills", may_acknowledge=True).conversation


def known(conversation) -> Conversation:
    contact = conversation.contact
    contact.answered_at = datetime(2026, 1, 1, tzinfo=UTC)
    contact.save(update_fields=["answered_at"])
    return conversation


def test_a_stranger_is_told_nothing_they_wrote(asked):
    letter = letters.write(asked, {"en": "Hello {customer.first_name|dear customer}, thanks."})
    assert "Buy cheap pills" not in letter.subject
    assert asked.ref in letter.subject
    assert "Hello dear customer, thanks." in letter.text
    assert "Clara" not in letter.text
    assert Delivery.objects.get(message=letter).to_name == ""


def test_a_customer_we_know_is_greeted_by_name(asked):
    letter = letters.write(known(asked), {"en": "Hello {customer.first_name}!"})
    assert "Hello Clara!" in letter.text
    assert letter.subject == "Re: Buy cheap pills"


def test_what_cannot_be_filled_in_is_not_sent(asked):
    with pytest.raises(Refused, match=r"customer\.company"):
        letters.write(known(asked), {"en": "Hello {customer.company}!"})
    assert not asked.messages.filter(text__contains="customer.company").exists()


def test_its_mail_says_that_it_is_automatic(asked):
    letter = letters.write(asked, HELLO)
    mail = mails.build(Delivery.objects.get(message=letter))
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"


def test_one_address_gets_no_more_than_three_an_hour(asked):
    letters.write(asked, HELLO)  # the acknowledgement was the first
    letters.write(asked, HELLO)
    with pytest.raises(Refused, match="enough automatic letters"):
        letters.write(asked, HELLO)
    assert Delivery.objects.filter(is_automatic=True).count() == 3


def test_rules_of_a_circle_write_no_more_either(cast, asked):
    rule("wrote", [{"do": "letter", "texts": HELLO}])
    for number in range(6):
        cast.hears(f"Again {number}", reply_token=asked.reply_token)
    work()
    assert Delivery.objects.filter(is_automatic=True).count() == 3
    assert Run.objects.filter(outcome="failed").count() == 4


def test_who_wants_no_automatic_answer_gets_none(cast):
    conversation = cast.hears(subject="List mail", may_acknowledge=False).conversation
    with pytest.raises(Refused, match="wants no answer"):
        letters.write(conversation, HELLO)


def test_nobody_in_the_spam_is_written_to(asked):
    Conversation.objects.filter(pk=asked.pk).update(state="spam")
    with pytest.raises(Refused, match="spam"):
        letters.write(asked, HELLO)


def test_nothing_is_written_into_a_shell(cast, asked):
    other = cast.hears().conversation
    merging.merge(Conversation.objects.get(pk=asked.pk), other, by=cast.anna)
    with pytest.raises(Refused, match="put into another"):
        letters.write(asked, HELLO)  # a rule had read it before


def test_it_settles_no_promise(cast, asked):
    from promisedesk.conversations import deliveries

    letter = letters.write(asked, HELLO)
    deliveries.sent(Delivery.objects.get(message=letter))
    asked.refresh_from_db()
    assert asked.due_at is not None
    assert asked.state == "open"


def test_a_macros_reason_to_answer_nothing_is_no_rules_reason(cast, asked):
    from promisedesk.conversations import assigning
    from promisedesk.conversations.models import Conversation
    from promisedesk.replies import macros

    doing = [{"do": "resolve", "because": "phone"}]
    macro = macros.add(macros.Wording("By phone", actions=doing), by=cast.mona)
    rule("assigned", [{"do": "macro", "macro": macro.public_id}])
    assigning.assign(asked, cast.anna, by=cast.anna)
    work()
    assert Conversation.objects.get(pk=asked.pk).state == "open"
    assert "still waits for an answer" in Run.objects.get().error


@pytest.mark.parametrize(
    "doing",
    [{"do": "letter", "texts": HELLO}, {"do": "tell", "whom": "assignee", "text": "Look"}],
)
def test_what_only_rules_do_is_in_no_macro(cast, doing):
    from promisedesk.replies import macros

    with pytest.raises(Refused, match="Only rules"):
        macros.add(macros.Wording("Sly", actions=[doing]), by=cast.mona)


def test_a_macro_writes_and_does(cast, asked):
    from promisedesk.replies.models import Macro

    macro = Macro.objects.create(
        name="Look into it", texts=HELLO, actions=[{"do": "note", "text": "Look"}]
    )
    rule("noted", [{"do": "reopen"}])
    rule("assigned", [{"do": "macro", "macro": macro.public_id}])
    from promisedesk.conversations import assigning

    assigning.assign(asked, cast.anna, by=cast.anna)
    work()
    assert asked.messages.filter(text__contains="we look into it").exists()
    assert asked.messages.filter(direction="note", text="Look").exists()
