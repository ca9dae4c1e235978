"""What customers of the measured shop write. Made up; plain enough to tell the language."""

NAMES = {
    "ru": (
        ["Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Зоя", "Иван", "Кира", "Лев"],
        ["Волкова", "Громов", "Демидов", "Ершова", "Жуков", "Зимина", "Ильин", "Котова"],
    ),
    "pl": (
        ["Agata", "Bartosz", "Celina", "Dawid", "Ewa", "Filip", "Grażyna", "Hubert", "Irena"],
        ["Adamczyk", "Baran", "Cieślak", "Duda", "Górski", "Jabłońska", "Król", "Łukasik"],
    ),
    "en": (
        ["Alice", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Iris", "Jack"],
        ["Archer", "Baker", "Carter", "Dale", "Ellis", "Fisher", "Grant", "Holm", "Ivory"],
    ),
}

GREETINGS = {
    "ru": ["Здравствуйте!", "Добрый день!", "Здравствуйте, уважаемые сотрудники магазина!"],
    "pl": ["Dzień dobry,", "Witam serdecznie,", "Szanowni Państwo,"],
    "en": ["Hello,", "Good morning,", "Dear shop team,"],
}

SUBJECTS = {
    "ru": ["Где мой заказ {order}?", "Возврат по заказу {order}", "Вопрос о доставке",
           "Чайник не включается", "Не пришёл чек по заказу {order}"],
    "pl": ["Gdzie jest moje zamówienie {order}?", "Zwrot zamówienia {order}",
           "Pytanie o dostawę", "Czajnik nie działa", "Brak faktury do zamówienia {order}"],
    "en": ["Where is my order {order}?", "Return of order {order}", "A question about delivery",
           "The kettle does not switch on", "No invoice for order {order}"],
}  # fmt: skip

SENTENCES = {
    "ru": [
        "Я оформил заказ номер {order} ещё {day}-го числа, но до сих пор его не получил.",
        "Подскажите, пожалуйста, когда посылка будет передана в службу доставки.",
        "В личном кабинете уже третий день показано, что заказ собирается на складе.",
        "Курьер позвонил один раз вечером и больше не перезванивал.",
        "Я хотел бы изменить адрес доставки, потому что уезжаю в другой город.",
        "Чайник пришёл с царапиной на крышке, фотографии могу прислать отдельно.",
        "С карты списали больше, чем в заказе, верните, пожалуйста, лишнее.",
        "Можно ли заменить синий плед на зелёный, пока посылка не отправлена?",
        "Оператор обещал ответить до {day}-го, однако ответа я так и не увидел.",
        "Инструкция в коробке только на английском языке, а бабушке нужна русская.",
        "Если отправить заказ быстро не получится, оформите, пожалуйста, возврат.",
        "Заранее спасибо за помощь, буду ждать вашего ответа.",
    ],
    "pl": [
        "Złożyłam zamówienie numer {order} już {day}. dnia miesiąca i nadal nic nie przyszło.",
        "Proszę o informację, kiedy paczka zostanie przekazana kurierowi.",
        "Na stronie od trzech dni widnieje status, że zamówienie jest kompletowane.",
        "Kurier dzwonił tylko raz wieczorem i potem już się nie odezwał.",
        "Chciałbym zmienić adres dostawy, ponieważ wyjeżdżam do innego miasta.",
        "Czajnik przyszedł z rysą na pokrywce, zdjęcia mogę wysłać osobno.",
        "Z karty pobrano więcej pieniędzy niż za zamówienie, proszę o zwrot.",
        "Czy można wymienić niebieski koc na zielony, zanim paczka zostanie wysłana?",
        "Obiecano mi odpowiedź do {day}. dnia miesiąca, ale nikt się nie odezwał.",
        "Instrukcja w pudełku jest tylko po angielsku, a babcia potrzebuje polskiej.",
        "Jeśli nie uda się wysłać szybko, proszę o anulowanie zamówienia i zwrot pieniędzy.",
        "Z góry dziękuję za pomoc i czekam na odpowiedź.",
    ],
    "en": [
        "I placed order number {order} on the {day}th and it still has not arrived.",
        "Could you please tell me when the parcel will be handed to the courier?",
        "The account page has said for three days that the order is being packed.",
        "The courier rang once in the evening and has not called back since.",
        "I would like to change the delivery address because I am going away.",
        "The kettle came with a scratch on its lid, and I can send you photographs.",
        "More money was taken from my card than I owe, please return the rest.",
        "Is it possible to swap the blue blanket for a green one before it is sent?",
        "I was promised an answer by the {day}th, but nobody has written to me.",
        "The manual in the box is in German only, and my grandmother reads English.",
        "If you cannot send it soon, please cancel the order and refund the money.",
        "Thank you for your help, I look forward to your answer.",
    ],
}
