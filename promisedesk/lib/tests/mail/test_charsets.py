"""Letters, subjects, names and file names in the charsets of three languages, said or not."""

import base64
import quopri
from urllib.parse import quote_from_bytes

import pytest

from promisedesk.lib.mail.charsets import decode_bytes
from promisedesk.lib.mail.reading import read_mail

RUSSIAN = (
    "Здравствуйте! Где мой заказ?",
    "Добрый день. Посылка пришла без чайника, прошу вернуть деньги.",
    "Прошу отменить заказ номер 1001, я передумала. Спасибо!",
    "Когда будет доставка? Жду уже вторую неделю, никто не отвечает.",
    "Ответьте, пожалуйста, на моё письмо. С уважением, Юлия Щербакова",
    "Hello, это Анна. Order 1001 до сих пор не пришёл.",
    "Размер не подошёл, хочу обменять на другой. Что для этого нужно?",
    "ГДЕ ДЕНЬГИ? Верните оплату за товар!",
    "Накладная во вложении, счёт оплачен вчера в 15:30.",
    "Вопрос по заказу",
)
POLISH = (
    "Dzień dobry! Gdzie jest moje zamówienie?",
    "Paczka przyszła bez czajnika, proszę o zwrot pieniędzy.",
    "Proszę anulować zamówienie numer 1001, rozmyśliłam się. Dziękuję!",
    "Kiedy będzie dostawa? Czekam już drugi tydzień, nikt nie odpowiada.",
    "Proszę o odpowiedź na mój list. Z poważaniem, Żaneta Wiśniewska",
    "Hello, tu Łukasz. Order 1001 jeszcze nie doszedł, część brakuje.",
    "Rozmiar za mały, chcę wymienić na większy. Co muszę zrobić?",
    "GDZIE SĄ PIENIĄDZE? Żądam zwrotu za towar!",
    "Faktura w załączniku, zapłacona wczoraj o 15:30.",
    "Pytanie o przesyłkę",
)
CHARSETS = [(text, name) for text in RUSSIAN
            for name in ("koi8-r", "cp1251", "cp866", "iso-8859-5", "utf-8")]  # fmt: skip
CHARSETS += [(text, name) for text in POLISH for name in ("iso-8859-2", "cp1250", "utf-8")]
NAMES = {"cp1251": "windows-1251", "cp1250": "windows-1250", "cp866": "ibm866"}

ELSEWHERE = [
    ("Où est ma commande ? Même chose hier, très déçu.", "iso-8859-1"),
    ("Schöne Grüße aus München – wo bleibt das Päckchen?", "windows-1252"),
    ("Где мой заказ?", "utf-7"),
    ("您好，我的订单什么时候发货？", "gb2312"),
    ("您好，我的訂單什麼時候出貨？", "big5"),
    ("お世話になっております。まだ届いていません。", "iso-2022-jp"),
    ("お世話になっております。まだ届いていません。", "shift_jis"),
    ("안녕하세요. 주문한 상품이 아직 도착하지 않았습니다.", "ks_c_5601-1987"),
    ("Де моє замовлення? Дякую.", "koi8-u"),
    ("Kde je moje objednávka? Děkuji.", "iso-8859-2"),
]


def letter(text: bytes, declared: str = "", subject: bytes = b"Order") -> bytes:
    kind = f"text/plain; charset={declared}" if declared else "text/plain"
    head = b"From: clara@example.com\nSubject: " + subject
    return head + f"\nContent-Type: {kind}\n\n".encode() + text


@pytest.mark.parametrize(("text", "charset"), CHARSETS + ELSEWHERE)
def test_a_declared_charset_gives_the_words_as_written(text, charset):
    data = text.encode({"ks_c_5601-1987": "cp949"}.get(charset, charset))
    declared = NAMES.get(charset, charset)
    assert read_mail(letter(data, declared)).text.split() == text.split()
    packed = base64.encodebytes(data).replace(b"\n", b"")
    word = b"=?" + declared.encode() + b"?B?" + packed + b"?="
    assert read_mail(letter(b"x", subject=word)).subject == text
    quoted = quopri.encodestring(data, header=True).replace(b"=\n", b"").replace(b"?", b"=3F")
    word = b"=?" + declared.encode() + b"?Q?" + quoted + b"?="
    assert read_mail(letter(b"x", subject=word)).subject == text
    name = f"filename*={declared}''{quote_from_bytes(data)}"
    raw = f"From: a@b.example\nContent-Type: x/y\nContent-Disposition: attachment; {name}\n\nx"
    wanted = text.replace("?", "_").replace(":", "_").strip(" .")
    assert read_mail(raw.encode()).attachments[0].name == wanted


def test_undeclared_words_are_right_nineteen_times_of_twenty():
    wrong = []
    for text, charset in CHARSETS:
        data = text.encode(charset)
        for declared in ("", "us-ascii", "x-unknown", "nonsense"):
            if read_mail(letter(data, declared)).text.split() != text.split():
                wrong.append((charset, declared, text))
        if read_mail(letter(b"x", subject=data)).subject != text:
            wrong.append((charset, "subject", text))
    assert len(wrong) <= 0.05 * 5 * len(CHARSETS), wrong


SHORT = {
    ("koi8-r", "cp1251", "cp866", "iso-8859-5"): (
        "Заказ", "Жалоба", "Возврат", "Иван Петров", "Юлия", "Чайник", "Re: Заказ 1001",
        "Фото чайника.jpg", "Договор.docx", "Спасибо", "ООО Ромашка", "Привет",
    ),
    ("iso-8859-2", "cp1250"): (
        "Zamówienie", "Łukasz Żak", "Żaneta", "Błąd", "Łódź", "Dziękuję", "Święta", "Opóźnienie",
        "zdjęcie.jpg", "Małgorzata", "Odp: Zamówienie 1001", "źle",
    ),
    ("cp1252",): ("Café", "José García", "Größe", "Señor", "François", "Même", "10 € refund"),
}  # fmt: skip


def test_a_word_or_two_without_a_charset_are_right_nineteen_times_of_twenty():
    cases = [(name, text) for names, texts in SHORT.items() for name in names for text in texts]
    wrong = [(name, text) for name, text in cases if decode_bytes(text.encode(name)) != text]
    assert len(wrong) <= 0.05 * len(cases), wrong


@pytest.mark.parametrize(
    ("text", "real", "declared"),
    [
        ("Здравствуйте, где мой заказ? Жду ответа.", "cp1251", "iso-8859-1"),
        ("Здравствуйте, где мой заказ?", "koi8-r", "windows-1252"),
        ("Gdzie jest przesyłka? Proszę o odpowiedź, mąż", "iso-8859-2", "iso-8859-1"),
        ("Gdzie jest przesyłka? Proszę o odpowiedź, mąż", "cp1250", "iso-8859-1"),
        ("Где мой заказ?", "utf-8", "koi8-r"),
        ("Gdzie jest przesyłka?", "utf-8", "iso-8859-2"),
        ("Где мой заказ? Жду.", "koi8-r", "utf-8"),
        ("5 m³, ½ inch, été à Nîmes", "cp1252", "iso-8859-1"),
        ("Übergröße ÄÖÜß", "cp1252", "iso-8859-1"),
    ],
)
def test_a_label_that_cannot_be_true_is_not_believed(text, real, declared):
    assert read_mail(letter(text.encode(real), declared)).text == text


def test_words_of_a_header_are_in_the_charset_of_the_letter():
    """Four bytes of a name say nothing; the letter under it does."""
    for charset, name, text in (
        ("iso-8859-5", "Счёт.pdf", "Где мой заказ?"),
        ("koi8-r", "ё", "Где мой заказ?"),
        ("cp1250", "Wiśnia i głóg", "Gdzie jest paczka?"),
    ):
        for declared in (charset, ""):
            if not declared and text.isascii():
                continue
            raw = letter(text.encode(charset), declared, subject=name.encode(charset))
            assert read_mail(raw).subject == name


def test_a_file_name_is_in_the_charset_of_the_letter():
    raw = (
        b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
        b"text/plain; charset=iso-8859-5\n\nx\n--b\nContent-Type: application/pdf; name=\""
        + "Счёт.pdf".encode("iso-8859-5") + b"\"\n\n%PDF\n--b--\n"
    )  # fmt: skip
    assert read_mail(raw).attachments[0].name == "Счёт.pdf"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("filename*0*=utf-8''%D0%A1%D1; filename*1*=%87%D1%91%D1%82; filename*2=.pdf", "Счёт.pdf"),
        ("filename*=nonsense''%D0%A1%D1%87.pdf", "Сч.pdf"),
        ("filename*=utf-8''%D1%F7%B8%F2%20%E7%E0%20%EC%E0%E9.pdf", "Счёт за май.pdf"),
        ("filename*=''%D0%A1%D1%87.pdf", "Сч.pdf"),
        ('filename="=?utf-8?B?0KHRh9GR0YI=?= =?utf-8?B?LnBkZg==?="', "Счёт.pdf"),
        ("filename==?utf-8?Q?Zam=C3=B3wienie.pdf?=", "Zamówienie.pdf"),
        ('filename="a\u202efdp.exe"', "afdp.exe"),
        ('filename="..\\..\\windows\\a.exe"', "a.exe"),
        ('filename="../../etc/passwd"', "passwd"),
        ('filename="C:\\Users\\Clara\\order.pdf"', "order.pdf"),
        ('filename="."', "attachment.pdf"),
        ('filename="   "', "attachment.pdf"),
        ('filename="a\x00b.pdf"', "ab.pdf"),
        ('filename="con<>|.pdf"', "con___.pdf"),
        ('filename="' + "x" * 4096 + '.pdf"', "x" * 116 + ".pdf"),
        ("filename=order 1001.pdf", "order 1001.pdf"),
        ('FILENAME = "order.pdf"', "order.pdf"),
        ("filename='order.pdf'", "order.pdf"),
    ],
)
def test_a_file_name_is_read_and_cleaned(written, name):
    raw = (
        "From: a@b.example\nContent-Type: application/pdf\n"
        f"Content-Disposition: attachment; {written}\n\n%PDF"
    )
    assert read_mail(raw.encode()).attachments[0].name == name
