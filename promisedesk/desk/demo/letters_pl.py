"""Listy polskich klientów z pokazu i odpowiedzi na nie."""

from promisedesk.desk.demo.stories import ANNA, MAYA, OLEG, Again, Note, Reply, Resolve, Story

STORIES = (
    Story(
        "Katarzyna Wójcik",
        "k.wojcik@poczta.example",
        "Zwrot pieniędzy za czajnik",
        "Dzień dobry,\n\nodesłałam czajnik 12 dni temu (zwrot R-5498). Na stronie jest napisane "
        "„do 5 dni roboczych”, a pieniędzy nadal nie ma. Proszę o wyjaśnienie.\n\nKatarzyna Wójcik",
        due_in=-140,
        assignee=ANNA,
        turns=(
            Note(
                ANNA,
                40,
                "Zwrot zaksięgowany wczoraj wieczorem, bank potrzebuje jednego dnia. "
                "Trzeba przeprosić i podać datę.",
            ),
        ),
    ),
    Story(
        "Marek Zieliński",
        "marek.zielinski@mail.example",
        "Paczka uszkodzona",
        "Dzień dobry, karton przyszedł zgnieciony, dwa talerze są pęknięte. Zdjęcie w załączniku. "
        "Zamówienie KL-20899. Co mam zrobić?\n\nPozdrawiam, Marek",
        due_in=9,
        files=("talerze.png",),
    ),
    Story(
        "Agnieszka Lis",
        "agnieszka.lis@poczta.example",
        "Rozmiar obrusu",
        "Dzień dobry, stół ma 90 na 180 cm. Który obrus będzie zwisał po około 20 cm z każdej "
        "strony? I czy len gniecie się bardziej niż bawełna?",
        due_in=55,
    ),
    Story(
        "Piotr Kamiński",
        "piotr.kaminski@praca.example",
        "Faktura na firmę",
        "Proszę o fakturę do zamówienia KL-20880 na firmę: Kamiński Wnętrza, NIP 525-000-12-34.",
        due_in=240,
        assignee=ANNA,
    ),
    Story(
        "Joanna Krawczyk",
        "joanna.krawczyk@mail.example",
        "Czy płyta indukcyjna?",
        "Dzień dobry, czy czajnik emaliowany 1,2 l działa na płycie indukcyjnej? Moja wymaga dna "
        "co najmniej 12 cm.",
        due_in=480,
    ),
    Story(
        "Tomasz Mazur",
        "tomasz.mazur@poczta.example",
        "Kod rabatowy",
        "Kod JESIEN10 nie działa przy fartuchach, a w newsletterze nie było słowa o wyjątkach. "
        "Czy mogę prosić o pomoc?",
        due_in=900,
    ),
    Story(
        "Zofia Nowak",
        "zofia.nowak@customer.example",
        "Kiedy będzie koc w kolorze mchu?",
        "Dzień dobry, koc z wełny w kolorze mchu jest niedostępny od miesiąca. Czy jeszcze wróci?",
        ago=90,
        turns=(
            Reply(
                ANNA,
                0.4,
                "Dzień dobry, Pani Zofio,\n\nwróci w pierwszym tygodniu przyszłego "
                "miesiąca. Odłożyłam dla Pani jeden, bez zobowiązań. Napiszę, gdy przyjedzie.",
            ),
            Again(20, "Bardzo dziękuję, czekam!"),
            Reply(ANNA, 0.2, "Dzień dobry, Pani Zofio,\n\ndo usłyszenia wkrótce."),
            Resolve(ANNA),
        ),
    ),
    Story(
        "Paweł Dąbrowski",
        "pawel.dabrowski@mail.example",
        "Zmiana adresu",
        "Czy można jeszcze zmienić adres dostawy KL-20921 na paczkomat GDA14N?",
        ago=11,
        turns=(
            Reply(
                ANNA,
                0.2,
                "Dzień dobry, Panie Pawle,\n\nzmienione: paczka pojedzie do GDA14N, kod "
                "odbioru przyjdzie SMS-em. Czy numer 500 000 111 jest aktualny?",
            ),
        ),
    ),
    Story(
        "Ewa Szymańska",
        "ewa.szymanska@poczta.example",
        "Pranie lnianej pościeli",
        "Jak prać pościel z lnu, żeby nie straciła koloru?",
        ago=52,
        turns=(
            Reply(
                MAYA,
                0.5,
                "Dzień dobry, Pani Ewo,\n\nw 40 stopniach, w płynie bez wybielacza, "
                "pierwszy raz osobno. Prasować najlepiej lekko wilgotną.",
            ),
            Resolve(MAYA),
        ),
    ),
    Story(
        "Michał Pawlak",
        "michal.pawlak@praca.example",
        "Brak odpowiedzi na reklamację",
        "Reklamację dzbanka zgłosiłem w zeszłym tygodniu i nadal cisza. Proszę o kontakt.",
        ago=100,
        turns=(
            Reply(
                ANNA,
                1.25,
                "Dzień dobry, Panie Michale,\n\nprzepraszam, odpowiadamy później, niż "
                "obiecaliśmy. Nowy dzbanek wyjechał dzisiaj, stary może Pan zatrzymać.",
            ),
            Again(7, "Dziękuję, sprawa załatwiona."),
            Reply(ANNA, 0.3, "Dzień dobry, Panie Michale,\n\ndziękuję za cierpliwość."),
            Resolve(ANNA),
        ),
    ),
    Story(
        "Barbara Kowal",
        "barbara.kowal@mail.example",
        "Karta podarunkowa",
        "Czy karta podarunkowa ma termin ważności? I czy można nią zapłacić za część zamówienia?",
        ago=29,
        turns=(
            Reply(
                OLEG,
                0.3,
                "Dzień dobry, Pani Barbaro,\n\nkarta jest ważna dwa lata i można nią "
                "zapłacić za część zamówienia, resztę inną metodą. Czy mogę jeszcze w czymś pomóc?",
            ),
        ),
    ),
)
