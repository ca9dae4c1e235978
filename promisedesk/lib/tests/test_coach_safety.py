"""What must not leave by accident."""

import time

import pytest

from promisedesk.lib import placeholders
from promisedesk.lib.coach import CHECKS, Draft
from promisedesk.lib.coach.linking import bad_links
from promisedesk.lib.coach.manners import look_at_greeting
from promisedesk.lib.coach.safety import (
    look_at_attachments,
    look_at_emptiness,
    look_at_names,
    look_at_secrets,
)
from promisedesk.lib.coach.secret_data import is_pesel, is_snils, luhn, secrets_in

from .test_coach_manners import OURS


@pytest.mark.parametrize(
    "text",
    [
        "{name}", "{{ customer.name }}", "{customer.first_name|friend}", "[customer name]", "[ИМЯ]",
        "%FIRST_NAME%", "<order number>", "${order.id}", "[numer zamówienia]", "[TODO]",
        "TODO: price",
        "your order XXX is here", "заказ № ____ готов", "lorem ipsum dolor",
    ],
)  # fmt: skip
def test_a_gap_is_seen(text):
    assert placeholders.gaps_in(f"Hello, {text} and more")


@pytest.mark.parametrize(
    "text",
    [
        "size XXL", "xxx, kisses", "card XXXX XXXX XXXX 4242", "[our page](https://a.example)",
        "[1] see below", "100 % cotton, 50 % off", "a < b and c > d", "___", "write `<name>` there",
        "- [ ] to do", "snake___case", "<https://a.example>", "https://a.example/%20name%20x",
        "it costs {5}", "smile :{", "todo list", "mm x mm",
    ],
)  # fmt: skip
def test_what_is_no_gap(text):
    assert placeholders.gaps_in(f"Hello\n\n{text}\n\nBye") == []


@pytest.mark.parametrize("reply", ["", "  \n", "...", "Hello Tom,\n\nKind regards,\nAnna", "Hi!",
    "Здравствуйте, Ольга!\n\nС уважением,\nАнна", "> where is it?\n"])  # fmt: skip
def test_a_reply_without_words_is_empty(reply):
    draft = Draft(reply, customer_name="Tom", agent_name="Anna Bell")
    assert [one.check for one in look_at_emptiness(draft)] == ["empty"]


@pytest.mark.parametrize("reply", ["Yes.", "Hello Tom,\n\nyes.\n\nKind regards,\nAnna",
"Thank you!",
    "Hi Tom, done.", "Dzień dobry, tak."])  # fmt: skip
def test_a_short_reply_is_not_empty(reply):
    assert look_at_emptiness(Draft(reply, customer_name="Tom")) == []


def test_in_a_chat_a_smile_is_an_answer():
    assert look_at_emptiness(Draft("👍", is_mail=False)) == []
    assert look_at_emptiness(Draft("Hello!", is_mail=False)) == []
    assert look_at_emptiness(Draft(" ", is_mail=False))


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("4111 1111 1111 1111", "card", "•••• •••• •••• 1111"),
        ("карта 2200-1234-5678-9019", "card", "••••-••••-••••-9019"),
        ("amex 378282246310005", "card", "•••••••••••0005"),
        ("CVV 123", "code", "•••"),
        ("password: hunter2", "password", "••••••••"),
        ("Пароль: Tulip2291.", "password", "••••••••"),
        ("hasło to: kw!atek", "password", "••••••••"),
        ("your password is 84kd92", "password", "••••••••"),
        ("AKIAIOSFODNN7EXAMPLE", "key", "••••••••MPLE"),
        ("API key: 9f8e7d6c5b4a39281706", "key", "••••••••1706"),
        ("PESEL 44051401359", "person", "•••••••1359"),
        ("СНИЛС 112-233-445 95", "person", "•••-•••-•45 95"),
        ("паспорт 4510 123456", "person", "•••• ••3456"),
    ],
)
def test_a_secret_is_hidden_but_for_its_end(text, kind, rest):
    [one] = secrets_in(f"See {text} here" if not text.endswith(".") else f"See {text}")
    assert (one.kind, one.hidden) == (kind, rest)


@pytest.mark.parametrize(
    "text",
    [
        "tracking 4111111111111111", "IMEI 352099001761481", "IBAN GB29 NWBK 6016 1331 9268 19",
        "order 4111111111111111", "card ending in 4242", "**** **** **** 4242", "the code SPRING10",
        "password: at least 8 characters", "пароль: см. в письме", "Your password is not correct",
        "+44 7911 123456, 0117 496 0150", "PL61 1090 1014 0000 0712 1981 2874", "hasło: dowolne",
        "р/с 40702810900000012345", "заказ 44051401359", "the password is case-sensitive",
        "EAN 4006381333931", "a password reset link: https://shop.example/reset/9f8e7d6c",
        "your pin is required",
    ],
)  # fmt: skip
def test_what_is_no_secret(text):
    assert secrets_in(f"Please see: {text} and so on") == ()


def test_sums_are_those_of_the_standards():
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")
    assert is_pesel("44051401359")
    assert not is_pesel("44051401358")
    assert is_snils("112-233-445 95")


def test_a_private_key_goes_whole():
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----"
    [one] = look_at_secrets(Draft(f"Use this:\n{key}\nBye"))
    assert one.spans == ((10, 10 + len(key)),)


@pytest.mark.parametrize(
    ("language", "reply", "name", "other", "mended"),
    [
        ("en", "Hi Tom,\n\nyes.", "Sarah Whitfield", "Tom Baker", "Hi Sarah,"),
        ("ru", "Привет, Сергей!\n\nДа.", "Елена Морозова", "Сергей Волков", "Привет, Елена!"),
        ("pl", "Dzień dobry, Panie Marku,\n\ntak.", "Ewa Lis", "Marek Lis",
         "Dzień dobry, Pani Ewo,"),
    ],
)  # fmt: skip
def test_another_customer_who_is_greeted_is_mended_in_one_click(
    language, reply, name, other, mended
):
    draft = Draft(reply, language=language, customer_name=name, other_names=(other,))
    [found] = look_at_names(draft)
    assert found.code == "names.other"
    [edit] = found.mends[0].edits
    assert (reply[: edit.start] + edit.text + reply[edit.end :]).startswith(mended)
    assert look_at_greeting(draft) is None  # said once, and not among what passes


def test_another_customer_is_named():
    def codes(reply, **around):
        return [one.code for one in look_at_names(Draft(reply, **around)) or ()]

    tom = {"customer_name": "Tom Baker", "other_names": ("Anna Smith", "Tom Jones", "Ola")}
    assert codes("Hello Anna,\n\nyes.", **tom) == ["names.other"]
    assert codes("Hello Tom,\n\nwe sent it to Anna Smith.", **tom) == ["names.other"]
    assert codes("Hello Tom,\n\nmy colleague Anna will call you.", **tom) == []
    assert codes("Hello Tom,\n\nyes.", **tom) == []
    mail = {"customer_name": "Tom Baker", "other_names": ("Royal Mail",)}
    assert codes("Hello Tom,\n\nRoyal Mail brings it.", **mail) == []
    assert codes("Hello Anna,\n\nyes.", customer="Thanks, Anna", **tom) == []


def test_an_order_of_somebody_else():
    def found(reply, **around):
        return [one.values["words"] for one in look_at_names(Draft(reply, **around)) or ()]

    assert found("Order KL-2042 left.", orders=("KL-2041",)) == ["KL-2042"]
    assert found("Заказ №10426 отправлен", orders=("10425",)) == ["10426"]
    assert found("zamówienie nr 10426", customer="gdzie zamówienie 10425?") == ["10426"]
    assert found("Order 10426 left.") == []
    assert found("Order 10425 left in 2026, for 10426 points.", orders=("10425",)) == []
    assert found("Your new order 10426 is placed.", orders=("10425",)) == []
    assert found("Order 7 of 10 left.", orders=("10425",)) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("http://localhost:8000/x", "inside"), ("http://192.168.1.5/a", "inside"),
        ("http://intranet/wiki", "inside"), ("https://shop.local/a", "inside"),
        ("https://staging.shop.example/a", "inside"), ("https://shop.example/wp-admin/", "office"),
        ("https://shop.example/admin/orders/5", "office"), ("file:///home/a.pdf", "file"),
        (r"C:\Users\a\b.pdf", "file"), (r"\\server\share\b.pdf", "file"),
        ("https://example.com/your-link", "unfilled"), ("[here]()", "unfilled"),
        ("https:/shop.example", "broken"), ("htps://shop.example", "broken"),
        ("https:// shop.example/a", "broken"), ("www.shop,com", "broken"),
        ("https://https://shop.example", "broken"), ("http:///a", "broken"),
        ("https://ours.example/inbox/mine/K7M4QX9A/", "office"), ("https://admin.shopify.com/x",
        "office"),
    ],
)  # fmt: skip
def test_a_link_that_does_not_open(text, why):
    [(found, span)] = bad_links(f"See {text} please", ("ours.example",))
    assert found == why
    assert f"See {text} please"[slice(*span)].strip() in text


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example/help", "http://ours.example/a?b=c#d", "www.shop.example",
        "[help](https://shop.example/help)", "https://магазин.рф/чай",
        "https://a.example/administration",
        "version 1.2.3.4", "and/or", "24/7", "anna@shop.example",
        "https://shop.example/my/settings/mail",
        "https://en.wikipedia.org/wiki/Kettle_(object)", "https://1.1.1.1/",
        "https://shop.example.",
        "https://ours.example/contact/", "<https://shop.example/a>", "km/h",
        "https://example.shop/a",
    ],
)  # fmt: skip
def test_a_link_that_opens(text):
    assert bad_links(f"See {text} please", ("ours.example",)) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Please find attached the invoice.", "I've attached the label.", "See attachment.",
        "The label is attached.", "Attached is your invoice.", "I am attaching the form.",
        "Счёт во вложении.", "Прикладываю инструкцию.", "Накладная прикреплена к письму.",
        "W załączniku faktura.", "Załączam etykietę.", "Przesyłam w zalaczniku fakture.",
        "Your invoice is enclosed.", "Смотрите вложение.", "Посмотрите вложения, пожалуйста.",
    ],
)  # fmt: skip
def test_a_file_is_spoken_of_and_not_there(reply):
    assert [one.code for one in look_at_attachments(Draft(reply, attachments=0))] == [
        "attachment.missing"
    ]
    assert look_at_attachments(Draft(reply, attachments=1)) == []
    assert look_at_attachments(Draft(reply)) is None


@pytest.mark.parametrize(
    "reply",
    [
        "Thank you for the photo you attached.", "There is no attachment in your mail.",
        "Could you attach a photo?", "The manual is enclosed in the box.",
        "Please attach the photo.",
        "The shelf is attached to the wall with two screws.", "I could not open your attachment.",
        "> see attached\n\nThank you, we have it.", "The attached photo you sent shows the crack.",
        "Спасибо, что вы прикрепили фото.", "Прикрепите, пожалуйста, фото.",
        "Вложения в письме нет.",
        "К каждому заказу мы прикладываем открытку.", "Dziękuję za zdjęcia, które Pani załączyła.",
        "Proszę załączyć zdjęcie.", "Nie trzeba załączać paragonu.", "Do paczki dołączamy próbkę.",
    ],
)  # fmt: skip
def test_a_file_that_is_not_ours_to_send(reply):
    assert not look_at_attachments(Draft(reply, attachments=0))


PIECES = (
    "a ", "1 ", "4111 ", "- ", "www.", "[", "{a ", "https://a.", "Hello Tom ", "please find ",
    "заказ ", "нет ", "_", "x", "order 1", "A", ">\n", "sorry ", "-----BEGIN PRIVATE KEY-----",
    "password ", "паспорт ", "dowód ", "thank you ", "Anna ", "\n", "due to the ", "eyJ.", "«", '"',
    "you attached ", "вы ", "Pan ", "[order ", "<order ", "%name", "przepraszam ", "извините ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_reply_is_read_in_a_moment(piece):
    draft = Draft(piece * (100_000 // len(piece)), "waiting " * 3000, subject="Re: " * 300,
        language="en", attachments=0, orders=("10425",), customer_name="Tom")  # fmt: skip
    began = time.process_time()
    for name in OURS:
        list(CHECKS[name].look(draft) or ())
    assert time.process_time() - began < 3  # usually well under a second; machines are shared


@pytest.mark.parametrize(
    ("text", "is_card"),
    [
        ("Ваш заказ готов. 4111 1111 1111 1111 мы вернули", True),
        ("Your order is ready! 4111111111111111 is what we have", True),
        ("Order no. 4111111111111111", False),
        ("Заказ № 4111 1111 1111 1111", False),
        ("Nr zamówienia. Przesyłka nr. 4111111111111111", False),
    ],
)
def test_an_order_names_the_numbers_of_its_own_sentence(text, is_card):
    assert [one.kind for one in secrets_in(text)] == ["card"] * is_card
