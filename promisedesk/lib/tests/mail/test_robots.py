"""Whether a machine wrote: bounces, vacation replies and reports in three languages.

`PEOPLE` are the controls: letters of customers with the same words. Not one of them may be
taken for a machine's: its promise would be lost.
"""

import pytest

from promisedesk.lib.mail.reading import read_mail

CLARA = "Clara Nowak <clara@example.com>"


def letter(sender: str, subject: str, text: str, more: str = "") -> bytes:
    head = f"From: {sender}\nTo: help@shop.example\nSubject: {subject}\n{more}"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()


def report(sender: str, subject: str, text: str, status: str, kind: str = "delivery-status"):
    return (
        f"From: {sender}\nTo: help@shop.example\nSubject: {subject}\nAuto-Submitted: auto-replied\n"
        f'Content-Type: multipart/report; report-type={kind}; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: message/{kind}\n\n{status}\n"
        "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <1@shop.example>\n--b--\n"
    ).encode()


# (sender, subject, text, more header) -> (address, permanent)
BOUNCES = [
    (
        "mailer-daemon@yandex.ru", "Недоставленное сообщение",
        "Это письмо создано автоматически сервером Яндекс.Почты.\n\nК сожалению, ваше письмо не "
        "может быть отправлено одному или нескольким адресатам.\nПричины указаны ниже.\n\n"
        "<ivan@firma.example>: host mx.firma.example[192.0.2.1] said: 550 5.1.1 User unknown", "",
        ("ivan@firma.example", True),
    ),
    (
        "Mail Delivery System <mailer-daemon@corp.mail.ru>", "Mail failure.",
        "Это письмо создано автоматически почтовой системой mail.ru.\nСообщение не доставлено "
        "следующим получателям:\n\n  ivan@firma.example\n    ящик получателя переполнен", "",
        ("ivan@firma.example", False),
    ),
    (
        "postmaster@mail.ru", "Письмо не доставлено",
        "Письмо не доставлено адресату ivan@firma.example: такого пользователя не существует.",
        "Return-Path: <>\n", ("ivan@firma.example", True),
    ),
    (
        "Рамблер-Почта <postmaster@rambler.ru>", "Сообщение не доставлено",
        "Не удалось доставить ваше письмо.\n\n<ivan@firma.example>: 550 ящик не существует", "",
        ("ivan@firma.example", True),
    ),
    (
        "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@firma.example>",
        "Не удается доставить: Ваш заказ",
        "Не удалось выполнить доставку следующим получателям или группам:\n\n"
        "ivan@other.example\nВведенный адрес электронной почты не найден.\n\n"
        "Диагностические сведения для администраторов:\n#550 5.1.1 RESOLVER.ADR.RecipNotFound ##",
        "", ("ivan@other.example", True),
    ),
    (
        "Системный администратор <postmaster@firma.example>", "Невозможно доставить: Re: Заказ",
        "Сообщение не удалось доставить следующим получателям:\n\n  ivan@other.example\n",
        "", ("ivan@other.example", True),
    ),
    (
        "Почтовая служба <mailer-daemon@hoster.example>", "Задержка доставки",
        "Ваше письмо пока не доставлено <ivan@firma.example>. Попытки доставки будут "
        "продолжены в течение 3 дней.", "", ("ivan@firma.example", False),
    ),
    (
        "MAILER-DAEMON@wp.pl", "Zwrot wiadomości: Pana zamówienie",
        "Wiadomość nie mogła zostać dostarczona do następujących odbiorców:\n\n"
        "<jan@firma.example>: 550 5.1.1 nie ma takiego użytkownika", "",
        ("jan@firma.example", True),
    ),
    (
        "Poczta Onet <mailer-daemon@poczta.onet.pl>", "Niedostarczona wiadomość",
        "Niestety nie udało się dostarczyć Twojej wiadomości.\n\njan@firma.example\n"
        "skrzynka odbiorcy jest pełna", "", ("jan@firma.example", False),
    ),
    (
        "postmaster@interia.pl", "Zwrot poczty",
        "Twoja wiadomość nie została dostarczona do: jan@firma.example\nPowód: konto nie istnieje",
        "Return-Path: <>\n", ("jan@firma.example", True),
    ),
    (
        "System dostarczania poczty <MAILER-DAEMON@hosting.example>", "Ostrzeżenie",
        "Twoja wiadomość do jan@firma.example nie została jeszcze dostarczona. "
        "Będziemy ponawiać próby przez 5 dni.", "", ("jan@firma.example", False),
    ),
    (
        "Microsoft Outlook <postmaster@firma.example>", "Nie można dostarczyć: Zamówienie",
        "Dostarczenie do następujących odbiorców lub grup nie powiodło się:\n\n"
        "jan@other.example\nNie można odnaleźć wpisanego adresu e-mail.\n\n#550 5.1.10 RESOLVER##",
        "", ("jan@other.example", True),
    ),
    (
        "Administrator systemu <postmaster@firma.example>", "Niedostarczalna: Zamówienie",
        "Twoja wiadomość nie dotarła do niektórych odbiorców.\n\n  jan@other.example\n"
        "    Nie można dostarczyć.", "", ("jan@other.example", True),
    ),
    (
        "Mail Delivery Subsystem <MAILER-DAEMON@mx.example>", "Returned mail: see transcript",
        "   ----- The following addresses had permanent fatal errors -----\n<dan@firma.example>\n"
        "    (reason: 550 5.1.1 <dan@firma.example>... User unknown)\n\n"
        "   ----- Transcript of session follows -----\n... while talking to mx.firma.example.:",
        "", ("dan@firma.example", True),
    ),
    (
        "MAILER-DAEMON@mx.example", "failure notice",
        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver "
        "your message to the following addresses.\nThis is a permanent error; I've given up.\n\n"
        "<dan@firma.example>:\n192.0.2.1 does not like recipient.\n\n--- Below this line is a copy "
        "of the message.\n\nReturn-Path: <help@shop.example>", "", ("dan@firma.example", True),
    ),
    (
        "Mail Delivery System <Mailer-Daemon@mx.example>",
        "Mail delivery failed: returning message to sender",
        "This message was created automatically by mail delivery software.\n\nA message that you "
        "sent could not be delivered to one or more of its\nrecipients. This is a permanent error. "
        "The following address(es) failed:\n\n  dan@firma.example\n    Unrouteable address",
        "X-Failed-Recipients: dan@firma.example\n", ("dan@firma.example", True),
    ),
    (
        "Mail Delivery System <Mailer-Daemon@mx.example>",
        "Warning: message 1abc-2 delayed 24 hours",
        "A message that you sent has not yet been delivered to one or more of its recipients.\n\n"
        "  dan@firma.example\n    Delay reason: Connection timed out\n\nNo action is required. "
        "Delivery attempts will continue for some time.", "", ("dan@firma.example", False),
    ),
    (
        "postmaster@firma.example", "Undeliverable: Your order",
        "Your message\n\n  To:      dan@firma.example\n  Subject: Your order\n\ndid not reach the "
        "following recipient(s):\n\ndan@other.example on Mon, 5 Feb 2024\n    The e-mail account "
        "does not exist", "", ("dan@other.example", True),
    ),
    (
        "<>", "Undelivered Mail Returned to Sender",
        "This is the mail system at host mx.example.\n\n<dan@firma.example>: host "
        "mx.firma.example[192.0.2.1] said: 552 5.2.2 mailbox full", "",
        ("dan@firma.example", False),
    ),
    (
        "Mail Filter <noreply@firma.example>", "Message rejected",
        "Your message to dan@firma.example was rejected by the mail filter: 554 5.7.1 blocked",
        "Auto-Submitted: auto-generated\nReturn-Path: <>\n", ("dan@firma.example", True),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", BOUNCES, ids=lambda case: case[1])
def test_a_bounce_without_a_report_is_known(case):
    sender, subject, text, more, (address, permanent) = case
    mail = read_mail(letter(sender, subject, text, more))
    assert mail.kind == "bounce"
    assert [(each.address, each.permanent) for each in mail.bounced] == [(address, permanent)]


STATUS = "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; dan@firma.example\n"
DAEMON = "MAILER-DAEMON@mx.example"


@pytest.mark.parametrize(
    ("status", "kind", "bounced"),
    [
        ("Action: failed\nStatus: 5.1.1", "bounce", (True, True)),
        ("Action: failed\nStatus: 5.2.2", "bounce", (False, True)),
        ("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 quota exceeded", "bounce",
         (False, True)),
        ("Action: failed\nStatus: 4.4.7", "bounce", (False, True)),
        ("Action: failed\nDiagnostic-Code: smtp; 550 no such user", "bounce", (True, True)),
        ("Action: failed\nDiagnostic-Code: smtp; 451 try later", "bounce", (False, True)),
        ("Action: delayed\nStatus: 4.4.1", "bounce", (False, False)),
        ("Action: delayed\nStatus: 5.1.1", "bounce", (False, False)),
        ("Action: relayed\nStatus: 2.0.0", "report", None),
        ("Action: delivered\nStatus: 2.0.0", "report", None),
        ("Action: expanded\nStatus: 2.0.0", "report", None),
    ],
)  # fmt: skip
def test_a_delivery_report_says_what_became_of_the_mail(status, kind, bounced):
    mail = read_mail(report(DAEMON, "Delivery Status Notification", "See below.", STATUS + status))
    assert mail.kind == kind
    assert [(each.permanent, each.is_final) for each in mail.bounced] == (
        [bounced] if bounced else []
    )


def test_the_address_as_we_wrote_it_counts():
    status = (
        STATUS + "Original-Recipient: rfc822; info@firma.example\nAction: failed\nStatus: 5.1.1"
    )
    mail = read_mail(report(DAEMON, "Undelivered", "See below.", status))
    assert mail.bounced[0].address == "info@firma.example"


def test_of_several_recipients_only_the_failed_count():
    status = (
        STATUS + "Action: delivered\nStatus: 2.0.0\n\n"
        "Final-Recipient: rfc822; eva@firma.example\nAction: failed\nStatus: 5.1.1"
    )
    mail = read_mail(report(DAEMON, "Undelivered", "See below.", status))
    assert [each.address for each in mail.bounced] == ["eva@firma.example"]


REPORTS = [
    report(CLARA, "Read: Your order", "Your message was read.",
           "Disposition: manual-action/MDN-sent-manually; displayed", "disposition-notification"),
    report(CLARA, "Not read: Your order", "Your message was deleted without being read.",
           "Disposition: automatic-action/MDN-sent-automatically; deleted",
           "disposition-notification"),
    report("abuse@isp.example", "FW: Your order", "This is an email abuse report.",
           "Feedback-Type: abuse\nUser-Agent: x/1", "feedback-report"),
    letter("postmaster@firma.example", "Прочитано: Ваш заказ",
           "Ваше сообщение было прочитано 5 февраля 2024 г.", "Return-Path: <>\n"),
    letter(CLARA, "Przeczytano: Zamówienie", "Twoja wiadomość została przeczytana.",
           "Auto-Submitted: auto-replied\n"),
    letter(DAEMON, "Delivered: Your order",
           "Your message was successfully delivered to: dan@firma.example"),
]  # fmt: skip


@pytest.mark.parametrize("raw", REPORTS)
def test_a_report_is_known(raw):
    mail = read_mail(raw)
    assert mail.kind == "report"
    assert mail.bounced == []


def test_a_filter_that_throws_mail_away_with_a_receipt_is_a_bounce():
    raw = report(
        "Mail Delivery Subsystem <postmaster@firma.example>", "Rejected: Your order",
        "Your message to <dan@firma.example> was automatically rejected:\nNo longer here.",
        "Disposition: automatic-action/MDN-sent-automatically; deleted", "disposition-notification",
    )  # fmt: skip
    mail = read_mail(raw)
    assert mail.kind == "bounce"
    assert mail.bounced[0].address == "dan@firma.example"


# (subject, text, more header)
AUTO_REPLIES = [
    ("Automatic reply: Your order", "I am out of the office until Monday.", ""),
    ("Out of Office", "I will be away from my desk and will reply when I return.", ""),
    ("Out of Office: Your order", "I'm on annual leave with limited access to email.", ""),
    ("Auto-Reply", "Thank you for your message. We will get back to you shortly.", ""),
    ("Auto: Your order", "I am on vacation.", "Return-Path: <>\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "Auto-Submitted: auto-replied\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "X-Autoreply: yes\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "Precedence: auto_reply\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "X-Autorespond: Your order\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "X-Auto-Reply-From: dan@a.example\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "X-FC-MachineGenerated: true\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "Delivered-To: Autoresponder\n"),
    ("Re: Your order", "I am on holiday until 5 August.", "Return-Path: <>\n"),
    ("Automatic reply: Your order", "Back on Monday.", "In-Reply-To: <1@shop.example>\n"),
    ("Автоматический ответ: Ваш заказ", "Я в отпуске до 12 августа. По срочным вопросам "
     "пишите Петрову.", ""),
    ("Автоответ", "Здравствуйте! Спасибо за ваше письмо, мы ответим в ближайшее время.", ""),
    ("Автоответчик: письмо получено", "Ваше письмо получено. Пожалуйста, не отвечайте на это "
     "сообщение.", ""),
    ("Автоматический ответ: Ваш заказ", "Меня нет на месте, отвечу, как только вернусь.", ""),
    ("Уведомление об отсутствии", "Нахожусь в командировке, доступ к почте ограничен.", ""),
    ("Re: Ваш заказ", "Я в отпуске, вернусь 12 августа.", "Auto-Submitted: auto-replied\n"),
    ("Re: Ваш заказ", "Я в отпуске, вернусь 12 августа.", "Return-Path: <>\n"),
    ("В отпуске", "В отпуске до 12 августа.", "X-Auto-Response-Suppress: All\n"),
    ("Автовідповідь: Ваше замовлення", "Автоматическое уведомление: я в отпуске.", ""),
    ("Autoodpowiedź: Zamówienie", "Jestem na urlopie do 12 sierpnia.", ""),
    ("Odpowiedź automatyczna: Zamówienie", "Przebywam poza biurem, odpowiem po powrocie.", ""),
    ("Automatyczna odpowiedź", "Dziękujemy za wiadomość, odpowiemy najszybciej, jak to "
     "możliwe.", ""),
    ("Autoresponder", "Dziękuję za kontakt. Obecnie jestem nieobecna.", ""),
    ("Powiadomienie o nieobecności", "Jestem nieobecny, mam ograniczony dostęp do poczty.", ""),
    ("Nieobecność", "Jestem na urlopie.", "Return-Path: <>\n"),
    ("Re: Zamówienie", "Jestem na urlopie do 12 sierpnia.", "Auto-Submitted: auto-replied\n"),
    ("Urlop", "Jestem na urlopie.", "X-Autoreply: yes\n"),
    ("Abwesenheitsnotiz: Bestellung", "Ich bin bis Montag out of office.", ""),
]  # fmt: skip


@pytest.mark.parametrize("case", AUTO_REPLIES, ids=lambda case: f"{case[0]} {case[2]}".strip())
def test_an_automatic_reply_is_known(case):
    mail = read_mail(letter("Dan <dan@firma.example>", *case))
    assert mail.kind == "auto_reply"
    assert mail.is_automatic_reason


# (sender or '' for Clara, subject, text, more header): people, all of them
PEOPLE = [
    ("", "Undelivered parcel", "My parcel was not delivered. Where is it?", ""),
    ("", "Delivery failed", "The courier says delivery failed. Please send it again.", ""),
    ("", "Delivery failure again!", "Third time. I want a refund.", ""),
    ("", "Returned mail", "I returned the teapot by mail last week. Did it reach you?", ""),
    ("", "Returned to sender", "My parcel was returned to sender, tracking says.", ""),
    ("", "Not delivered", "Order 1001 was not delivered on Monday.", ""),
    ("", "Undeliverable: what does it mean?", "I got 'Undeliverable' from you. Is my order "
     "lost?", ""),
    ("", "Mail delivery problem", "Your mails do not reach me: 550 5.1.1 user unknown, my son "
     "says. Please use this address.", ""),
    ("", "Fwd: Undelivered Mail Returned to Sender", "What does this mean?\n\n---------- Forwarded "
     "message ----------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: "
     "Undelivered Mail Returned to Sender\n\n<info@shop.example>: 550 5.1.1 User unknown", ""),
    ("", "Fw: failure notice", "I could not reach you, look:\n\nHi. This is the qmail-send "
     "program. "
     "I wasn't able to deliver your message.\n<info@shop.example>: 550", ""),
    ("", "Re: Undeliverable: Your order", "I changed my address, sorry. This one works.",
     "In-Reply-To: <1@shop.example>\n"),
    ("", "Mailbox full", "My mailbox was full, please send the invoice again.", ""),
    ("", "Quota exceeded", "Your form says 'quota exceeded'. I cannot order.", ""),
    ("", "Rejected payment", "My card was rejected by your shop, why?", ""),
    ("", "Delivery status", "What is the delivery status of order 1001?", ""),
    ("", "Delivery notification", "I got a delivery notification but no parcel.", ""),
    ("", "Delayed", "My order is delayed. When will it come?", ""),
    ("", "Failure", "The kettle failed after two days. User unknown to me how to reset it.", ""),
    ("", "Message not delivered", "Your driver left a message but did not deliver. Call me.", ""),
    ("", "Bounced cheque", "Your refund cheque bounced.", ""),
    ("", "Unknown user on my account", "I see an unknown user in my account, block it please.", ""),
    ("", "Read: please", "Please read my last mail, nobody answered.", ""),
    ("", "Delivered: wrong colour", "It was delivered yesterday but it is blue.", ""),
    ("", "Недоставленное сообщение", "Я получила от вас «недоставленное сообщение». Что с моим "
     "заказом?", ""),
    ("", "Не доставлено", "Посылка не доставлена, хотя в трекинге написано обратное.", ""),
    ("", "Ошибка доставки", "Курьер сообщил об ошибке доставки. Привезите завтра, пожалуйста.", ""),
    ("", "Невозможно доставить", "Пишут, что невозможно доставить по моему адресу. Почему?", ""),
    ("", "Возврат письма", "Мне вернулось моё письмо к вам. Адрес не существует?", ""),
    ("", "Задержка доставки", "Задержка доставки уже неделю!", ""),
    ("", "Доставлено: не тот товар", "Доставлено вчера, но чайник синий, а заказывала белый.", ""),
    ("", "Прочитано", "Вы прочитали моё письмо? Жду ответа.", ""),
    ("", "Niedostarczona wiadomość", "Dostałam od Państwa „niedostarczona wiadomość”. Co z moim "
     "zamówieniem?", ""),
    ("", "Nie dostarczono paczki", "Paczka nie została dostarczona. Proszę o kontakt.", ""),
    ("", "Zwrot wiadomości", "Zwrot towaru wysłałam, proszę o wiadomość.", ""),
    ("", "Nie można dostarczyć", "Kurier twierdzi, że nie można dostarczyć paczki.", ""),
    ("", "Błąd dostarczenia", "W śledzeniu widzę błąd dostarczenia przesyłki.", ""),
    ("", "Automatic reply is annoying", "Each time I write I get an automatic reply. Where is my "
     "order?", ""),
    ("", "Automatic reply", "I only ever get your automatic reply. Where is my order 1001?", ""),
    ("", "Automatic reply: again??", "Is there a person at your shop?", ""),
    ("", "Out of office", "I'm out of office this week, please deliver my parcel to my "
     "neighbour.", ""),
    ("", "Out of office: delivery", "On vacation until Monday, deliver after that, please.", ""),
    ("", "On vacation", "I am on vacation until Monday; can you hold my parcel?", ""),
    ("", "Vacation", "We leave on vacation on Friday and need the suitcase before.", ""),
    ("", "Holiday order", "Thank you for your message. Please ship before the holidays.", ""),
    ("", "Away", "I will be away from my desk, call my mobile about the order.", ""),
    ("", "Auto: new floor mats", "Do the floor mats fit my auto, a Fiat 500?", ""),
    ("", "Автоматический ответ", "Мне всё время приходит автоматический ответ. Где мой заказ?", ""),
    ("", "Автоматический ответ: сколько можно", "Ответьте мне как человек: где посылка?", ""),
    ("", "В отпуске", "Я в отпуске до понедельника, доставьте заказ после.", ""),
    ("", "Отпуск", "Уезжаю в отпуск в пятницу, успеет ли прийти посылка?", ""),
    ("", "Отсутствую дома", "Отсутствую дома до 18:00, пусть курьер приедет вечером.", ""),
    ("", "Автоответчик", "Ваш автоответчик по телефону не работает. Перезвоните о заказе.", ""),
    ("", "Autoodpowiedź", "Ciągle dostaję autoodpowiedź. Gdzie jest moja paczka?", ""),
    ("", "Automatyczna odpowiedź: znowu", "Proszę o kontakt z człowiekiem w sprawie "
     "zamówienia.", ""),
    ("", "Urlop", "Jestem na urlopie do poniedziałku, proszę dostarczyć paczkę później.", ""),
    ("", "Nieobecność", "Będę nieobecna w domu w piątek, proszę o dostawę w sobotę.", ""),
    ("", "Re: Your order", "I am on holiday until 5 August, so send it later.", ""),
    ("", "Re: Automatic reply: Your order", "Thank you for your message. But where is it?",
     "In-Reply-To: <1@shop.example>\n"),
    ("Dan Delivery <delivery@courier.example>", "Your parcels tomorrow",
     "We collect your parcels at 10. Is somebody there?", ""),
    ("Staff Canteen <staff@firma.example>", "Order of 20 teapots", "Could you quote us?", ""),
    ("Eva <postmaster@tiny.example>", "Question about my order", "When will it come?", ""),
    ("Admin <admin@tiny.example>", "Delivery", "Is my delivery on its way?", ""),
    ("Root Vegetables <root@farm.example>", "Tea order", "Ten boxes, please.", ""),
    ("Nobody Owens <nobody@grave.example>", "Unhappy", "My tea was cold.", ""),
    ("Returns <returns@firma.example>", "Goods", "We return three kettles, damaged.", ""),
    ("", "Re: Your order", "Thanks!", "Auto-Submitted: no\n"),
    ("", "Your order", "Passed on by my server. Where is it?", "Auto-Submitted: auto-forwarded\n"),
]  # fmt: skip


@pytest.mark.parametrize("case", PEOPLE, ids=lambda case: f"{case[0]} {case[1]}".strip())
def test_a_person_is_never_taken_for_a_machine(case):
    sender, subject, text, more = case
    mail = read_mail(letter(sender or CLARA, subject, text, more))
    assert (mail.kind, mail.bounced) == ("message", [])


ATTACHED = report(DAEMON, "Undelivered Mail", "Failed.", STATUS + "Action: failed\nStatus: 5.1.1")
VACATION = letter("Dan <dan@a.example>", "Automatic reply: x", "I am out of the office.",
                  "Auto-Submitted: auto-replied\n")  # fmt: skip


@pytest.mark.parametrize("attached", [ATTACHED, VACATION], ids=["bounce", "vacation"])
@pytest.mark.parametrize(
    "subject", ["What does it mean?", "Fwd: Undelivered Mail", "Automatic reply"]
)
@pytest.mark.parametrize("way", ["attachment", "inline", "alone"])
def test_a_customer_who_attaches_a_machines_mail_is_a_customer(attached, subject, way):
    head = f"From: {CLARA}\nTo: help@shop.example\nSubject: {subject}\nMIME-Version: 1.0\n".encode()
    note = b"--o\n\nI got this from you. Where is my order?\n" if way != "alone" else b""
    raw = (
        head + b"Content-Type: multipart/mixed; boundary=o\n\n" + note
        + b"--o\nContent-Type: message/rfc822\nContent-Disposition: "
        + (b"inline" if way == "inline" else b"attachment") + b"\n\n" + attached + b"\n--o--\n"
    )  # fmt: skip
    mail = read_mail(raw)
    assert (mail.kind, mail.bounced) == ("message", [])
    assert [each.content_type for each in mail.attachments] == ["message/rfc822"]


def test_a_forward_whose_report_came_apart_is_a_customers():
    raw = (
        f"From: {CLARA}\nSubject: Fwd: Undelivered Mail\nContent-Type: multipart/mixed; "
        f"boundary=o\n\n"
        "--o\n\nWhat is this?\n--o\nContent-Type: message/delivery-status; name=details.txt\n\n"
        f"{STATUS}Action: failed\nStatus: 5.1.1\n--o--\n"
    ).encode()
    assert read_mail(raw).kind == "message"
