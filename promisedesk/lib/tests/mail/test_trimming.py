"""What people wrote, apart from what their programs put around it."""
# ruff: noqa: E501 - attributions are as long as programs make them

import pytest

from promisedesk.lib.mail.trimming import split_reply

OURS = "> Dzień dobry,\n> paczka wyszła wczoraj.\n>\n> Sklep\n"

ATTRIBUTIONS = {
    "gmail-en": "On Mon, Feb 5, 2024 at 12:00 PM Shop <shop@example.com> wrote:",
    "gmail-en-folded": "On Mon, Feb 5, 2024 at 12:00 PM Long Shop <\nshop@example.com> wrote:",
    "gmail-ru": "пн, 5 февр. 2024 г. в 12:00, Магазин <shop@example.com>:",
    "gmail-ru-new": "пн, 5 февр. 2024 г., 12:00 Магазин <shop@example.com>:",
    "gmail-pl": "pon., 5 lut 2024 o 12:00 Sklep <shop@example.com> napisał(a):",
    "gmail-pl-folded": "pon., 5 lut 2024 o 12:00 Sklep Z Nazwą <shop@example.com>\nnapisał(a):",
    "gmail-de": "Am Mo., 5. Feb. 2024 um 12:00 Uhr schrieb Laden <shop@example.com>:",
    "gmail-uk": "пн, 5 лют. 2024 р. о 12:00 Крамниця <shop@example.com> пише:",
    "apple-en": "On 5 Feb 2024, at 12:00, Shop <shop@example.com> wrote:",
    "apple-ru": "5 февр. 2024 г., в 12:00, Магазин <shop@example.com> написал(а):",
    "apple-pl": "Wiadomość napisana przez Sklep <s@example.com> w dniu 5 lut 2024, o godz. 12:00:",
    "thunderbird-en": "On 2/5/24 12:00, Shop wrote:",
    "thunderbird-ru": "05.02.2024 12:00, Магазин пишет:",
    "thunderbird-pl": "W dniu 5.02.2024 o 12:00, Sklep pisze:",
    "yandex": '05.02.2024, 12:00, "Магазин" <shop@example.com>:',
    "mail-ru": "Понедельник, 5 февраля 2024, 12:00 +03:00 от Магазин <shop@example.com>:",
    "mail-ru-old": "Mon, 05 Feb 2024 12:00:00 +0300 от Магазин <shop@example.com>:",
    "the-bat-ru": "Вы писали 5 февраля 2024 г., 12:00:00:",
    "the-bat-en": "Monday, February 5, 2024, 12:00:00 PM, you wrote:",
    "mail-ru-app": "понедельник, 05 февраля 2024г., 12:00 +03:00 от Магазин shop@example.com:",
    "k-9": "Dnia 5 lutego 2024 12:00:00 CET, Sklep <shop@example.com> napisał/a:",
    "wp": "Dnia 5 lutego 2024 12:00 Sklep <shop@example.com> napisał(a):",
    "onet": "W dniu 2024-02-05 12:00:39 użytkownik Sklep <shop@example.com> napisał:",
    "android-ru": "пользователь Магазин <shop@example.com> написал:",
}
BLOCKS = {
    "outlook-en": "From: Shop <shop@example.com>\nSent: Monday, February 5, 2024 12:00 PM\n"
    "To: Anna\nSubject: Re: Order",
    "outlook-ru": "От: Магазин <shop@example.com>\nОтправлено: 5 февраля 2024 г. 12:00\n"
    "Кому: Анна\nТема: Re: Заказ",
    "outlook-pl": "Od: Sklep <shop@example.com>\nWysłano: poniedziałek, 5 lutego 2024 12:00\n"
    "Do: Anna\nTemat: Re: Zamówienie",
    "outlook-mobile-pl": "________________________________\nOd: Sklep <shop@example.com>\n"
    "Wysłane: poniedziałek, 5 lutego 2024 12:00\nDo: Anna <a@example.com>\nTemat: Re: Zamówienie",
    "interia": 'Od: "Sklep" <shop@example.com>\nDo: "Anna" <a@example.com>;\n'
    "Wysłane: 12:00 Poniedziałek 2024-02-05\nTemat: Re: Zamówienie",
    "samsung-ru": "-------- Исходное сообщение --------\nОт: Магазин <shop@example.com>\n"
    "Дата: 05.02.2024 12:00 (GMT+03:00)\nКому: anna@example.com\nТема: Re: Заказ",
    "original-pl": "-----Oryginalna wiadomość-----\nOd: Sklep <shop@example.com>\nDo: Anna",
    "original-en": "-----Original Message-----\nFrom: Shop <shop@example.com>\nTo: Anna",
}


@pytest.mark.parametrize("name", ATTRIBUTIONS)
@pytest.mark.parametrize("with_marks", [True, False], ids=["quoted", "bare"])
def test_the_words_above_a_quote_are_the_text(name, with_marks):
    quote = OURS if with_marks else OURS.replace("> ", "").replace(">", "")
    if not with_marks and name in ("the-bat-ru", "android-ru"):
        pytest.skip("these programs always mark their quotes")
    text, quoted, signature = split_reply(f"Dziękuję!\nAnna\n\n{ATTRIBUTIONS[name]}\n\n{quote}")
    assert text == "Dziękuję!\nAnna"
    assert quoted.startswith(ATTRIBUTIONS[name])
    assert signature == ""


MORE = [
    'Le lun. 5 févr. 2024 à 12:00, Shop <shop@example.com> a écrit :',
    'Le 05/02/2024 à 12:00, Shop a écrit :',
    'El lun, 5 feb 2024 a las 12:00, Shop (<shop@example.com>) escribió:',
    'Il giorno lun 5 feb 2024 alle ore 12:00 Shop <shop@example.com> ha scritto:',
    'Em seg., 5 de fev. de 2024 às 12:00, Shop <shop@example.com> escreveu:',
    'Op ma 5 feb 2024 om 12:00 schreef Shop <shop@example.com>:',
    'po 5. 2. 2024 v 12:00 odesílatel Shop <shop@example.com> napsal:',
    'Shop <shop@example.com> 于2024年2月5日周一 12:00写道：',
    '2024年2月5日(月) 12:00 Shop <shop@example.com>:',
    '2024년 2월 5일 (월) 오후 12:00, Shop <shop@example.com>님이 작성:',
    'Shop <shop@example.com>, 5 Şub 2024 Pzt, 12:00 tarihinde şunu yazdı:',
    'Shop <shop@example.com> ezt írta (időpont: 2024. febr. 5., H, 12:00):',
    'Den mån 5 feb. 2024 kl 12:00 skrev Shop <shop@example.com>:',
    'ma 5. helmik. 2024 klo 12.00 Shop (shop@example.com) kirjoitti:',
    'În lun., 5 feb. 2024 la 12:00, Shop <shop@example.com> a scris:',
    'Am 05.02.24 um 12:00 schrieb Shop <shop@example.com>:',
    'Shop <shop@example.com> schrieb am Mo., 5. Feb. 2024, 12:00:',
    'On 5 February 2024 at 12:00:33, Shop (shop@example.com) wrote:',
    'On Feb 5, 2024, 12:00 -0600, Shop <shop@example.com>, wrote:',
    'W dniu pon., 5.02.2024 o 12:00 Sklep <shop@example.com> napisał(a):',
    'W dniu 05.02.2024 o 12:00, Sklep z odzieżą pisze:',
    'Użytkownik Sklep <shop@example.com> napisał:',
    'Dnia 2024-02-05, o godz. 12:00:00\nSklep <shop@example.com> napisał(a):',
    '5 lutego 2024 12:00 Sklep <shop@example.com> napisał(a):',
    'poniedziałek, 5 lutego 2024 Sklep <shop@example.com> napisał(a):',
    '05.02.2024, 12:00, Магазин <shop@example.com> написал(а):',
    '5 февраля 2024 г. 12:00 пользователь Магазин <shop@example.com> написал:',
    '5 февраля 2024 г. 12:00:00 GMT+03:00, Магазин <shop@example.com> пишет:',
    'В Пн, 05/02/2024 в 12:00 +0300, Магазин пишет:',
    'Понедельник, 5 февраля 2024 г., 12:00 от Магазин <shop@example.com>:',
    'Магазин <shop@example.com> писал(а) 2024-02-05 12:00:',
    'Mon, 5 Feb 2024 at 12:00, Shop <shop@example.com>:',
    'On Mon, 5 Feb 2024, 12:00 Shop, <shop@example.com> wrote:',
    "On Mon, Feb 5, 2024 at 12:00 PM 'Shop' via Support <support@example.com>\nwrote:",
    'Le lun. 5 févr. 2024 à 12:00, Shop <shop@example.com> a\nécrit :',
    '\u202a5 лют. 2024 р. о 12:00 Крамниця <shop@example.com> пише:\u202c',
    'On February 5, 2024 12:00:00 PM GMT+01:00, Shop <shop@example.com> wrote:',
    '-------- Original message --------\nFrom: Shop <shop@example.com>\nDate: 05/02/2024 12:00 (GMT+01:00)\nTo: anna@example.com\nSubject: Re: order',
    '-------- Wiadomość oryginalna --------\nOd: Sklep <shop@example.com>\nData: 05.02.2024 12:00\nDo: a@example.com\nTemat: Re',
    '---- Wł. Pon, 05 lut 2024 12:00:00 +0100 Sklep <shop@example.com> napisał(a) ----',
    '---- On Mon, 05 Feb 2024 12:00:00 +0100 Shop <shop@example.com> wrote ---',
    '------ Oryginalna wiadomość ------\nOd: "Sklep" <shop@example.com>\nDo: "Anna" <a@example.com>\nWysłano: 05.02.2024 12:00:00\nTemat: Re: Zwrot',
    '------ Исходное сообщение ------\nОт: "Магазин" <shop@example.com>\nКому: a@example.com\nОтправлено: 05.02.2024 12:00:00\nТема: Re',
    '________________________________\nFrom: Shop <shop@example.com>\nSent: Monday, 5 February 2024 12:00\nTo: Anna',
    'От кого: Магазин <shop@example.com>\nКому: anna@example.com\nДата: Понедельник, 5 февраля 2024, 12:00 +03:00\nТема: Re: Заказ',
    'Von: Shop [mailto:shop@example.com]\nGesendet: Montag, 5. Februar 2024 12:00\nAn: Anna\nBetreff: AW: x',
    'Enviado: lunes, 5 de febrero de 2024 12:00\nDe: Shop <shop@example.com>\nPara: Anna\nAsunto: Re',
    '寄件者: Shop <shop@example.com>\n寄件日期: 2024年2月5日 12:00\n收件者: Anna\n主旨: Re',
]  # fmt: skip


@pytest.mark.parametrize("announcement", MORE)
@pytest.mark.parametrize(
    "quote", ["\n\nHello, the shop.\nBye\n", "\n> Hello, the shop.\n>\n> Bye\n"]
)
def test_other_programs_and_languages_announce_quotes_too(announcement, quote):
    text, quoted, signature = split_reply(f"I will wait.\n\nAnna\n\n{announcement}{quote}")
    assert (text, signature) == ("I will wait.\n\nAnna", "")
    assert quoted.endswith("Bye")


@pytest.mark.parametrize("name", BLOCKS)
def test_the_words_above_a_header_block_are_the_text(name):
    text, quoted, _ = split_reply(f"Спасибо, жду.\n\n{BLOCKS[name]}\n\nЗдравствуйте!\n\nМагазин")
    assert text == "Спасибо, жду."
    assert quoted.endswith("Магазин")


@pytest.mark.parametrize(
    "words",
    [
        "Hello,\nOn Monday I wrote:\nplease send it back.\nYou did not.",
        "My trip:\nFrom: Warsaw\nTo: Berlin\nDate: 5 May",
        "I ordered\n> 2 shirts\nand\n> 1 hat\nbut got one shirt.",
        "Date: Wednesday 3 October\nTime: 7:00\nAddress: 130 Fox St\n\nSee you there.",
        "Zamówienie nr 5\nData: 5.02.2024\nOd: Jan\nDo: Anna, anna@example.com\nGdzie jest?",
        "I see two lines:\n--\nOrder 5\n--\nWhich one is mine?",
        "Sizes:\n-----\nM\nL\nPlease, which is better?",
        "Dzień dobry,\n\nw dniu 5.02.2024 kurier napisał: nie ma mnie w domu.\nProszę o pomoc.",
        "Sent from my desk, is much easier than my mobile phone.",
        "Здравствуйте!\nМой номер: +7 900 000-00-00\nПозвоните, пожалуйста.",
        "My address:\nAnna Nowak\nProsta 5\nanna@example.com\n+48 600 100 200",
        "Cześć\n- buty\n- kurtka\n-Czapka",
        "Спасибо!\n\nС уважением,\nАнна",
        "Thank you,\nAnna",
    ],
)
def test_when_unsure_nothing_is_cut(words):
    assert split_reply(words) == (words, "", "")


def test_an_answer_below_the_quote_is_the_text():
    below = "On Mon, Feb 5, 2024 at 12:00 PM Shop <s@example.com> wrote:\n> Which size?\n\nSize M."
    assert split_reply(below)[0] == "Size M."


def test_answers_between_quotes_keep_the_questions():
    mixed = (
        "W dniu 5.02.2024 o 12:00, Sklep pisze:\n> Jaki rozmiar?\n\nM\n\n> Jaki kolor?\n\nNiebieski"
    )
    text, quoted, _ = split_reply(mixed)
    assert "> Jaki kolor?" in text
    assert text.endswith("Niebieski")
    assert quoted == ""


def test_answers_below_initials_of_the_bat_are_kept():
    mail = (
        "Здравствуйте, Анна.\n\nВы писали 5 февраля 2024 г., 12:00:00:\n\n"
        "АН> Какой размер?\n\nРазмер M."
    )
    assert split_reply(mail)[0] == "Здравствуйте, Анна.\n\nРазмер M."


def test_a_forward_of_apple_mail_stays_too():
    mail = "Zobacz\n\n> Begin forwarded message:\n>\n> From: Sklep <s@example.com>\n>\n> Treść"
    assert split_reply(mail) == (mail, "", "")


def test_a_forwarded_mail_is_what_the_customer_wanted_to_show():
    mail = (
        "FYI\n\n---------- Forwarded message ----------\nFrom: a@example.com\nSubject: Hi\n\nText"
    )
    assert split_reply(mail) == (mail, "", "")
    block = f"Proszę spojrzeć\n\n{BLOCKS['outlook-pl']}\n\nTreść"
    assert split_reply(block, is_forward=True)[0].endswith("Treść")


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my iPhone",
        "Отправлено с iPhone",
        "Wysłane z iPhone'a",
        "Отправлено из мобильной Почты Mail.ru",
        "Отправлено из мобильного приложения Яндекс Почты",
        "Wysłane z telefonu Samsung Galaxy.",
        "Wysłano z aplikacji mobilnej Poczta WP",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Pobierz program Outlook dla systemu Android",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Отправлено из Почты для Windows",
        "Sent from Yahoo Mail on Android",
    ],
)
def test_a_program_s_own_line_is_the_signature(line):
    assert split_reply(f"Where is it?\n\n{line}\n") == ("Where is it?", "", line)
    with_quote = f"Where is it?\n\n{line}\n\n{ATTRIBUTIONS['gmail-en']}\n{OURS}"
    text, quoted, signature = split_reply(with_quote)
    assert (text, signature) == ("Where is it?", line)
    assert quoted.startswith("On Mon")


@pytest.mark.parametrize(
    ("mail", "text", "signature"),
    [
        ("Hi\n-- \nAnna\nOrders Ltd", "Hi", "Anna\nOrders Ltd"),
        ("Hi\n\n--\nAnna Nowak", "Hi", "Anna Nowak"),
        ("Hi\n\n________________\nAnna Nowak\nOrders Ltd", "Hi", "Anna Nowak\nOrders Ltd"),
        (
            "Hi\n\nBest regards,\nAnna Nowak\nHead of Things\ntel. +48 600 100 200",
            "Hi\n\nBest regards,\nAnna Nowak",
            "Head of Things\ntel. +48 600 100 200",
        ),
        (
            "Жду ответа.\n\nС уважением,\nАнна\nтел. 8 900 000-00-00\nwww.example.ru",
            "Жду ответа.\n\nС уважением,\nАнна",
            "тел. 8 900 000-00-00\nwww.example.ru",
        ),
        (
            "Long words.\n\nGina Poe\ngina@example.com\n(555) 346-9947",
            "Long words.",
            "Gina Poe\ngina@example.com\n(555) 346-9947",
        ),
    ],
)
def test_a_signature_is_told_from_the_words(mail, text, signature):
    assert split_reply(mail) == (text, "", signature)
