"""What the demo's regular customers asked in the weeks before, and what they were told."""

REGULARS = {
    "en": [
        ("Ruth Lindley", "ruth.lindley@mail.example"),
        ("Graham Pike", "graham.pike@post.example"),
        ("Nadia Rahman", "nadia.rahman@mail.example"),
        ("Owen Price", "owen.price@post.example"),
        ("Isla Drummond", "isla.drummond@mail.example"),
        ("Peter Sallis", "peter.sallis@post.example"),
        ("Mei Tan", "mei.tan@mail.example"),
        ("Fergus Boyd", "fergus.boyd@work.example"),
    ],
    "ru": [
        ("Лидия Воронова", "lidia.voronova@pochta.example"),
        ("Пётр Лапин", "petr.lapin@pochta.example"),
        ("Алина Жукова", "alina.zhukova@pochta.example"),
        ("Игорь Шубин", "igor.shubin@pochta.example"),
    ],
    "pl": [
        ("Ewa Sikora", "ewa.sikora@poczta.example"),
        ("Paweł Duda", "pawel.duda@poczta.example"),
        ("Iwona Maj", "iwona.maj@poczta.example"),
    ],
}
LETTERS = {  # (subject, question, answer)
    "en": [
        (
            "Is the lid sold on its own?",
            "Hello, I dropped the lid of my 1.2 litre kettle. Do you sell it alone?",
            "Yes, we do: it is £9 with postage. Shall I add one to your last order?",
        ),
        (
            "When is the blue throw back?",
            "Hi, the blue wool throw has been sold out for a while. Will it be back?",
            "The weavers send the next twelve in about a fortnight. I have put one aside for you.",
        ),
        (
            "Change of address",
            "I ordered yesterday and gave my old address. Can you still change it?",
            "I have changed it: the parcel leaves tomorrow, to the new address.",
        ),
        (
            "Care of linen",
            "How hot may I wash the linen napkins?",
            "At 40 degrees, and please iron them while they are damp.",
        ),
        (
            "One cup too few",
            "There were five cups in the box instead of six.",
            "I am sorry! The sixth is on its way, and there is a tea towel with it.",
        ),
    ],
    "ru": [
        (
            "Доставка в Казань",
            "Здравствуйте! Сколько идёт посылка до Казани?",
            "Добрый день! Обычно пять дней. Номер для отслеживания придёт в письме.",
        ),
        (
            "Чайник для индукции",
            "Подойдёт ли маленький чайник для индукционной плиты?",
            "Да, подойдёт: у него дно двенадцать сантиметров.",
        ),
        (
            "Другой цвет пледа",
            "Можно ли заменить зелёный плед на серый?",
            "Конечно. Серый отправим завтра, зелёный отдайте курьеру.",
        ),
    ],
    "pl": [
        (
            "Faktura za czajnik",
            "Dzień dobry, czy mogę dostać fakturę za ostatnie zamówienie?",
            "Dzień dobry, faktura jest w załączniku poprzedniej wiadomości i na Pani koncie.",
        ),
        (
            "Czas dostawy",
            "Ile trwa dostawa do Wrocławia?",
            "Zwykle trzy dni robocze. Numer przesyłki wyślemy osobno.",
        ),
    ],
}
