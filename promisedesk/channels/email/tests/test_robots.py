"""What machines send comes to the conversation it is about, and causes no mail of ours.

Every sample goes in by the SMTP door and is ours, made as the mail programs of three
countries make them.
"""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from promisedesk.agents.models import Agent
from promisedesk.channels.email.tests.conftest import letter, read_everything
from promisedesk.conversations import deliveries, replying
from promisedesk.conversations.models import Arrival, Conversation, Delivery, Message
from promisedesk.core.models import Event, Unsubscribed
from promisedesk.promises.models import Promise

pytestmark = pytest.mark.django_db(transaction=True)
CLARA = "clara@customer.example"


@pytest.fixture
def ours(shop, door) -> Message:
    """Our answer to Clara's question, handed over."""
    door.send(letter("Where is my parcel? Thank you.", message_id="<question@c.example>"))
    read_everything()
    conversation = Conversation.objects.get()
    for delivery in Delivery.objects.all():
        deliveries.sent(delivery)  # the acknowledgement
    anna = Agent.objects.create_user("anna@shop.example", "Anna", role="agent")
    message = replying.reply(conversation, "It is on its way.", by=anna)
    deliveries.sent(message.delivery)
    return message


@pytest.fixture
def comes(door, ours):
    """Let a robot's mail come; the message it became."""

    def come(raw: bytes, to="help@shop.example", sender="") -> Message:
        before = Delivery.objects.count()
        assert door.send(raw, to, sender)[0] == 250
        read_everything()
        assert Delivery.objects.count() == before, "a robot's mail caused one of ours"
        arrival = Arrival.objects.latest("pk")
        assert (arrival.state, arrival.last_error) == ("done", "")
        return arrival.message

    return come


def nothing_moved(message: Message, ours: Message) -> None:
    """It is on our conversation, and no customer spoke."""
    assert message.conversation == ours.conversation
    assert message.automatic
    conversation = Conversation.objects.get()
    assert conversation.state == Conversation.State.WAITING
    assert conversation.preview == "It is on its way."
    assert not conversation.is_unread
    assert Promise.objects.count() == 1
    assert Promise.objects.owed().count() == 0


AWAY = {
    "outlook-en": (
        "Automatic reply: Re: My parcel",
        "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n{ref}",
        "Hello,\n\nI am out of the office until {day} December.\n\nClara",
        True,
    ),
    "gmail-en": (
        "Away Re: My parcel",
        "Auto-Submitted: auto-replied\nPrecedence: bulk\nX-Autoreply: yes\n{ref}",
        "I am away on holiday and will be back on {day} December.",
        True,
    ),
    "yandex-ru": (
        "=?utf-8?B?0JDQstGC0L7QvtGC0LLQtdGC?=: Re: My parcel",
        "Auto-Submitted: auto-replied\nX-Yandex-Forward: 1\nPrecedence: auto_reply\n{ref}",
        "Здравствуйте! Я в отпуске до {day} декабря.",
        True,
    ),
    "mailru-ru-names-nothing": (
        "Re: My parcel",
        "X-Autoreply: yes\nAuto-Submitted: auto-replied\n",
        "Меня нет на месте. Вернусь {day} декабря.",
        True,
    ),
    "onet-pl": (
        "Odpowiedź automatyczna: Re: My parcel",
        "Auto-Submitted: auto-replied\nPrecedence: bulk\n{ref}",
        "Jestem na urlopie do {day} grudnia.",
        True,
    ),
    "wp-pl-no-date": (
        "Autoodpowiedź",
        "Auto-Submitted: auto-replied\n{ref}",
        "Jestem nieobecna. Odpiszę po powrocie.",
        False,
    ),
}


@pytest.mark.parametrize("name", AWAY)
def test_a_vacation_reply_is_shown_as_one_with_its_day(comes, ours, name):
    subject, more, text, has_day = AWAY[name]
    more = more.format(ref=f"In-Reply-To: {ours.message_id}\n")
    day = date(now().year + (now().date() > date(now().year, 12, 5)), 12, 5)
    raw = letter(text.format(day=5), subject=subject, more=more + "Content-Type: text/plain; "
                 "charset=utf-8\n")  # fmt: skip
    message = comes(raw, sender=CLARA)
    nothing_moved(message, ours)
    assert message.marks == [f"away:{day.isoformat()}" if has_day else "away"]


def test_a_tickets_own_acknowledgement_is_no_vacation(comes, ours):
    more = f"Auto-Submitted: auto-generated\nIn-Reply-To: {ours.message_id}\n"
    raw = letter("We opened ticket 4711 for you.", subject="[#4711] Your request", more=more)
    message = comes(raw, sender=CLARA)
    nothing_moved(message, ours)
    assert message.marks == []


REPORT = """--b
Content-Type: text/plain; charset=utf-8

{text}

--b
Content-Type: message/{kind}

{fields}

--b
Content-Type: text/rfc822-headers

From: help@shop.example
{returned}Subject: Re: My parcel

--b--"""


def report(text: str, kind: str, fields: str, returned: str, *, subject: str, sender: str) -> bytes:
    return letter(
        REPORT.format(text=text, kind=kind, fields=fields.strip(), returned=returned),
        sender=sender, subject=subject,
        more="MIME-Version: 1.0\nContent-Type: multipart/report; report-type="
        f"{'disposition-notification' if 'dispos' in kind else kind}; boundary=b\n",
    )  # fmt: skip


DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.customer.example>"


def dsn(ours: Message, action: str, status: str, *, named=True, text="", subject="") -> bytes:
    return report(
        text or "This is the mail system at host mx.customer.example.",
        "delivery-status",
        f"Reporting-MTA: dns; mx.customer.example\n\nFinal-Recipient: rfc822; {CLARA}\n"
        f"Action: {action}\nStatus: {status}\n",
        f"Message-ID: {ours.message_id}\n" if named else "",
        subject=subject or "Undelivered Mail Returned to Sender", sender=DAEMON,
    )  # fmt: skip


def verbs() -> list[str]:
    found = Event.objects.filter(verb__startswith="delivery.").exclude(verb="delivery.sent")
    return list(found.order_by("pk").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Undelivered Mail Returned to Sender", "I'm sorry to have to inform you that your message "
         "could not be delivered to one or more recipients."),
        ("=?utf-8?B?0J3QtdC00L7RgdGC0LDQstC70LXQvdC90L7QtSDRgdC+0L7QsdGJ0LXQvdC40LU=?=",
         "Сообщение не доставлено: ящик не существует."),
        ("=?utf-8?Q?Zwrot_wiadomo=C5=9Bci?=", "Wiadomość nie została dostarczona."),
    ],
    ids=["en", "ru", "pl"],
)  # fmt: skip
def test_a_bounce_marks_its_mail_and_is_told(comes, ours, subject, text):
    message = comes(dsn(ours, "failed", "5.1.1", subject=subject, text=text))
    assert (message.conversation, message.automatic) == (ours.conversation, True)
    assert message.marks == ["bounce"]
    assert Delivery.objects.get(message=ours).state == Delivery.State.BOUNCED
    assert Conversation.objects.get().is_unread
    assert verbs() == ["delivery.bounced"]


def test_a_full_mailbox_gave_up_all_the_same(comes, ours):
    comes(dsn(ours, "failed", "5.2.2"))
    assert Delivery.objects.get(message=ours).state == Delivery.State.BOUNCED


def test_a_delay_is_told_once_and_is_no_failure(comes, ours):
    for n in range(3):
        raw = dsn(ours, "delayed", "4.4.1", subject=f"Warning: could not send message ({n})")
        message = comes(raw)
        nothing_moved(message, ours)
    assert message.marks == ["delayed"]
    assert Delivery.objects.get(message=ours).state == Delivery.State.SENT
    assert verbs() == ["delivery.delayed"]


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_success_is_written_down(comes, ours, action):
    message = comes(dsn(ours, action, "2.0.0", subject="Successful Mail Delivery Report"))
    nothing_moved(message, ours)
    assert (message.marks, verbs()) == (["delivered"], ["delivery.arrived"])


def test_a_bounce_to_our_token_needs_no_id(comes, ours):
    token = ours.conversation.reply_token
    comes(dsn(ours, "failed", "5.1.1", named=False), to=f"help+{token}@shop.example")
    assert Delivery.objects.get(message=ours).state == Delivery.State.BOUNCED


def test_a_bounce_without_our_id_is_shown_there_and_proves_nothing(comes, ours):
    message = comes(dsn(ours, "failed", "5.1.1", named=False))
    nothing_moved(message, ours)
    assert Delivery.objects.get(message=ours).state == Delivery.State.SENT


def test_an_old_servers_bounce_in_plain_words_finds_its_mail(comes, ours):
    text = f"""Hi. This is the qmail-send program at mx.customer.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{CLARA}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <help@shop.example>
Message-ID: {ours.message_id}
Subject: Re: My parcel
"""
    raw = letter(text, sender="MAILER-DAEMON@mx.customer.example", subject="failure notice")
    assert comes(raw).conversation == ours.conversation
    assert Delivery.objects.get(message=ours).state == Delivery.State.BOUNCED


def test_a_bounce_of_nothing_we_know_is_seen_but_owes_nothing(comes, ours):
    raw = letter(
        "Your message to admin@elsewhere.example could not be delivered: no such user.",
        sender="MAILER-DAEMON@elsewhere.example", subject="Undelivered Mail Returned to Sender",
        more="Auto-Submitted: auto-replied\n",
    )  # fmt: skip
    message = comes(raw)
    assert message.conversation != ours.conversation
    assert message.conversation.state == Conversation.State.OPEN
    assert message.conversation.due_at is None
    assert Promise.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "verb"), [("displayed", "delivery.read"), ("deleted", "delivery.deleted")]
)
@pytest.mark.parametrize(
    "subject",
    ["Read: Re: My parcel", "=?utf-8?B?0J/RgNC+0YfRgtC10L3Qvg==?=: My parcel",
     "Przeczytano: My parcel"],
    ids=["en", "ru", "pl"],
)  # fmt: skip
def test_a_receipt_of_reading_is_written_down(comes, ours, said, verb, subject):
    raw = report(
        "Your message was opened.", "disposition-notification",
        f"Final-Recipient: rfc822; {CLARA}\nOriginal-Message-ID: {ours.message_id}\n"
        f"Disposition: manual-action/MDN-sent-manually; {said}\n",
        "", subject=subject, sender=f"Clara Holm <{CLARA}>",
    )  # fmt: skip
    message = comes(raw, sender=CLARA)
    nothing_moved(message, ours)
    assert verbs() == [verb]


def test_a_complaint_ends_all_letters_but_answers_and_tells_the_agent(comes, ours):
    raw = report(
        "This is an email abuse report.", "feedback-report",
        "Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1\n"
        "Original-Rcpt-To: <somebody-else@customer.example>\n",
        f"Message-ID: {ours.message_id}\n",
        subject="FW: Re: My parcel", sender="Abuse <feedback@isp.example>",
    )  # fmt: skip
    message = comes(raw, sender="feedback@isp.example")
    assert (message.conversation, message.marks) == (ours.conversation, ["complaint"])
    # The one we wrote to: what the report names may be anybody.
    assert list(Unsubscribed.objects.values_list("address", flat=True)) == [CLARA]
    assert Conversation.objects.get().is_unread
    assert verbs() == ["delivery.complained"]
    assert Promise.objects.count() == 1


NEWSLETTER = (
    "List-Id: <news.sweets.example>\nList-Unsubscribe: <https://sweets.example/u>\n"
    "Precedence: bulk\n"
)


@pytest.mark.parametrize(
    ("text", "subject"),
    [("Ten sweets for the autumn", "Our news"), ("Десять сладостей осени", "Новости магазина"),
     ("Dziesięć słodyczy na jesień", "Nowości w sklepie")],
)  # fmt: skip
def test_a_newsletter_is_kept_and_nothing_is_owed_for_it(comes, ours, text, subject):
    raw = letter(text, sender="News <news@sweets.example>", subject=subject,
                 more=NEWSLETTER + "Content-Type: text/plain; charset=utf-8\n")  # fmt: skip
    message = comes(raw, sender="bounce-1@sweets.example")
    assert message.conversation != ours.conversation
    assert message.conversation.due_at is None
    assert Promise.objects.count() == 1


def test_a_customer_over_the_shops_own_group_is_promised_an_answer(door, ours):
    more = (
        "List-Id: <help.shop.example>\nList-Post: <mailto:help@shop.example>\nPrecedence: list\n"
        "List-Unsubscribe: <mailto:googlegroups-manage+1+unsubscribe@googlegroups.example>\n"
    )
    door.send(letter("Do you have green mugs?", sender="dan@c.example", more=more))
    read_everything()
    assert Promise.objects.count() == 2
    assert Delivery.objects.filter(to_address="dan@c.example").count() == 0


CONTROLS = [
    ("Automatic kettle: how do I reset it?", "The automatic kettle does not switch off."),
    ("Out of office chairs?", "Are you out of office chairs? I am away from Monday."),
    ("Undelivered parcel", "My parcel was not delivered. The courier says delivery failed."),
    ("Delivery failed", "Delivery failed, no parcel came. Where is it?"),
    ("Доставка не удалась", "Посылка не доставлена, курьер не приехал. Я в отпуске до 5 декабря."),
    ("Ваш автоответчик", "Ваш автоответчик сказал ждать. Сколько ещё?"),
    ("Отпуск", "Еду в отпуск, успеете привезти до 1 декабря?"),
    ("Zwrot przesyłki", "Chcę zwrócić kubek. Jestem na urlopie do piątku."),
    ("Nie dostarczono paczki", "Paczka nie została dostarczona. Proszę o pomoc."),
    ("Urlop", "Wyjeżdżam na urlop, czy zdążycie przed 5 grudnia?"),
    ("Spam?", "Your newsletter went to my spam folder. Please unsubscribe me from the list."),
    ("Read: the manual", "I read the manual. It was displayed upside down."),
]


@pytest.mark.parametrize(("subject", "text"), CONTROLS)
def test_people_who_use_the_same_words_are_answered(door, shop, subject, text):
    raw = letter(text, subject=subject, more="Content-Type: text/plain; charset=utf-8\n")
    door.send(raw)
    read_everything()
    assert Promise.objects.count() == 1
    assert Delivery.objects.filter(is_automatic=True, to_address=CLARA).count() == 1


def test_a_customer_who_attaches_a_bounce_asks_a_question(door, ours):
    raw = letter(
        "--x\nContent-Type: text/plain\n\nWhat does this mean? My order never came.\n"
        "--x\nContent-Type: message/rfc822\n\n" + dsn(ours, "failed", "5.1.1").decode()
        + "\n--x--",
        sender="dan@c.example",
        more="MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
    )  # fmt: skip
    door.send(raw)
    read_everything()
    assert Promise.objects.count() == 2
    assert Delivery.objects.get(message=ours).state == Delivery.State.SENT


# L-03: our own mail


def test_our_own_answer_in_a_polled_sent_folder_is_dropped(door, ours):
    home = letter("It is on its way.", sender="Shop <help@shop.example>",
                  message_id=ours.message_id)  # fmt: skip
    before = (Conversation.objects.count(), Message.objects.count(), Delivery.objects.count())
    door.send(home, sender="help@shop.example")
    read_everything()
    assert Arrival.objects.latest("pk").state == "dropped"
    after = (Conversation.objects.count(), Message.objects.count(), Delivery.objects.count())
    assert before == after


def test_our_own_acknowledgement_that_comes_home_is_dropped(door, ours):
    told = Message.objects.get(direction="out", automatic=True)
    raw = letter(told.text, sender="help@shop.example", message_id=told.message_id,
                 more="Auto-Submitted: auto-replied\n")  # fmt: skip
    door.send(raw, sender="")
    read_everything()
    assert Arrival.objects.latest("pk").state == "dropped"


@pytest.mark.parametrize(
    "sender", ["help@shop.example", "HELP@Shop.example", "help+x@shop.example"]
)
def test_an_agent_whose_address_is_the_inbox_gets_no_answer_from_it(door, shop, sender):
    for n in range(5):
        door.send(letter(f"An alarm, number {n}", sender=sender), sender=sender)
    read_everything()
    assert Delivery.objects.count() == 0
    assert Message.objects.filter(direction="in").count() == 5


def test_a_mail_that_passed_a_hundred_servers_ends_here(door, shop):
    raw = letter(more="Received: from a by b; Mon, 1 Jan 2026 00:00:00 +0000\n" * 100)
    code, _text = door.send(raw)
    read_everything()
    assert Message.objects.count() == 0
    assert Delivery.objects.count() == 0
    if code == 250:
        assert Arrival.objects.get().state == "unreadable"


def test_one_that_arrived_late_makes_no_mail(shop, ours):
    from promisedesk.conversations.arriving import take_in

    before = Delivery.objects.count()
    take_in(letter("Old."), source="imap", recipients=["help@shop.example"],
            arrived_at=now() - timedelta(days=3))  # fmt: skip
    read_everything()
    assert Delivery.objects.count() == before
