"""What makes a Polish clause no promise: usual times, doubts, conditions, duties, others' words.

All patterns are matched against folded text: small letters without Polish marks.
"""

from __future__ import annotations

import re

USUAL = re.compile(
    r"\b(?:w (?:soboty|srody|poniedzialki|wtorki|czwartki|piatki|weekendy)|zwykle|zazwyczaj"
    r"|z reguly|standardowo|standardow\w+ (?:czas|termin|procedur|realizac)\w*|najczesciej"
    r"|przewaznie|codzienn\w+|zawsze"
    r"|co (?:dzien|tydzien|miesiac|roku"
    r"|poniedzialek|wtorek|srode|czwartek|piatek)|kazd(?:y|ego|a|ej|ym|e)(?! chwil| razie"
    r"| wypadku)|normalnie"
    r"|srednio|przecietnie|dotychczas"
    r"|do tej pory|regulamin\w*|zgodnie z (?:prawem|ustaw\w+|przepis\w+|polityk\w+|procedur\w+)"
    r"|ustaw(?:a|y|owo)|w dni robocze"
    r"|w typowych|typowo|(?:zamowienia|przesylki|paczki|zgloszenia|wiadomosci|maile|reklamacje"
    r"|zwroty) (?:zlozon|oplacon|nadan|otrzyman|nadesl|oplacan|skladan)\w*"
    r"|od (?:poniedzialku|pon\.?|pn\.?) do (?:piatku|pt\.?|soboty|niedzieli|czwartku)"
    r"|pn\.?\s?[-–]\s?pt|na ogol|nieraz|czasami|bywa"
    r"|konsument\w*|zamowienia (?:do|przed) (?:godz\w*\.? ?)?\d{1,2}\b(?!\.\d)"
    r"(?! (?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paz|lis|gru))"
    r"|przy zamowieni\w+|klientom|ustawow\w+|maksymalny czas|czas (?:realizacji|oczekiwania"
    r"|dostawy|wysylki))\b"
)
HEDGE = re.compile(
    r"\b(?:moze(?! pan\w*,? (?:sie )?(?:spodziew|oczekiw|liczyc))|chyba(?! ze)|prawdopodobnie"
    r"|raczej|pewnie|zapewne"
    r"|mozliwe|mozliwie(?! najszybciej)|nadziej\w+|powin\w+|przypuszczalnie|teoretycznie|wstepnie"
    r"|orientacyjnie"
    r"|byc moze|najpewniej|przewiduj\w+|szacuj\w+|planuj\w+|sprobuj\w*|chcial\w+"
    r"|mogl\w+|(?:moge|mozemy)(?! (?:\w+ ){0,2}(?:obiecac|zapewnic|zagwarantowac|potwierdzic"
    r"|przyrzec))|mozna"
    r"|\w{3,}(?:bym|bysmy)|gdyby\w*|gdybysmy|proponuj\w+|niewykluczone|oby|raczej|podobno|rzekomo"
    r"|jakby|by[ml]oby)\b"
)
CONDITION = re.compile(
    r"\b(?<!nawet )(?:jesli(?! chodzi| idzie)|jezeli(?! chodzi| idzie)|gdyby\w*|gdy|jak tylko"
    r"|skoro tylko"
    r"|kiedy tylko|o ile|pod warunkiem"
    r"|w razie|w przypadku|z chwila|w momencie|po tym,? jak|wtedy|wowczas"
    r"|od (?:pan[ai] |jej |jego )?(?!pania\b)\w+(?:enia|ania|ecia)|od (?:momentu|dnia|daty"
    r"|chwili|otrzymania|zaksiegowania|dostarczenia"
    r"|zakupu|zlozenia|doreczenia|oplacenia|wplywu|wplyniecia|nadania|odebrania|zwrotu"
    r"|potwierdzenia|przyjecia|zgloszenia|wysylki|wysylania|akceptacji|platnosci|wplaty)"
    r"|(?:po|wraz z|przy|liczac od|zaleznie od|w zaleznosci od|uzaleznion\w+)"
    r" (?:\w+ )?(?:zaksiegowani\w+|otrzymani\w+|oplaceni\w+|wplacie|wplaceniu|wplynieci\w+"
    r"|dostarczeni\w+"
    r"|doreczeni\w+|odeslani\w+|zwrocie|zwroceniu"
    r"|zaplacie|zaplaceniu|platnosci|nadaniu|potwierdzeniu|odebraniu|przyjeciu|przyjsciu"
    r"|dotarci\w+"
    r"|uzupelnieni\w+|zatwierdzeni\w+"
    r"|podpisani\w+|zlozeni\w+|dostawie|dostaw|przeslaniu|wypelnieniu|podaniu|akceptacji"
    r"|zaakceptowani\w+|uregulowani\w+|okazaniu|przelewie|dokonaniu))\b"
)
NO_PROMISE = re.compile(r"\bnie (?:\w+ )?(?:obiec|gwarant|zagwarant|przyrzek)\w*")
CHECKED = re.compile(  # our look at what the customer sends back: the time starts with it
    r"\bpo (?:\w+ )?(?:sprawdzeniu|weryfikacji|kontroli|obejrzeniu|zbadaniu|ocenie"
    r"|ogledzinach) (?:\w+ )?"
    r"(?:paczk|przesylk|towar|zwrot|zwroc|produkt|sprzet|but|zdjec|urzadz)\w*"
)
MAKES_SURE = re.compile(r"\b(?:poprosz|dopilnuj|przypilnuj|zadba|postara|przekaz|upewni)\w*")
FIRST_CONDITION = re.compile(
    r"^\s*(?:kiedy|jak)\b(?! (?:zawsze|wspomn|wspomin|pisal|mowil|ustal"
    r"|obiec|uzgodn|rozmaw|zwykle|najszybciej))"
)
JOINED_CONDITION = re.compile(r"^\W*(?:a|ale|i|oraz|natomiast|zas|lecz)\s")
DUTY = re.compile(  # what we ask the customer for first
    r"^\W*(?:potwierdz|przeslij|przyslij|wyslij|odeslij|podaj|napisz|odpisz|wypelnij|wskaz|zalacz)"
    r"(?:cie)?\b"
    r"|^(?!.*\bnie )\W*.{0,40}\b(?:prosze|prosimy|wystarczy|prosilbym|prosilabym|nalezy|trzeba)\b"
    r".{0,60}\b(?:poda(?:c\b|ni)|(?:prze|przy|ode|wy|do)sla(?:c\b|ni)|potwierdz(?:ic|eni)"
    r"|wypelni(?:c|eni)|odpis(?:ac|ani)|dostarcz(?:yc|eni)|nada(?:c\b|ni)|uzupelni(?:c|eni)"
    r"|wskaza(?:c|ni)|o adres|o numer|o zdjec|o wybor|oplac(?:ic|eni)|doplac(?:ic|eni)|o odpowiedz"
    r"|odpowiedziec|zalacz(?:yc|eni)|dolacz(?:yc|eni)|wplac(?:ic|eni)|zdjeci[ae] )"
    r"|^\W*wystarczy\b"
)
SAID_BEFORE = re.compile(  # "obiecał", "powiedziano", "pisze Pani", "myślę": with "że" after it
    r"\b(?:(?:na|o|do)?pisa|powiedzi|mowi|obieca|obiecywa|zapewni|deklarow|twierdzi"
    r"|(?:po)?informowa"
    r"|pyta|zapyta|(?:po)?prosi|wspomni|wspomina|zapowied|zapowiada|uslysza|(?:prze)?czyta"
    r"|sugerowa"
    r"|chcia|oczekiwa)\w{0,4}(?:l|la|lo|li|ly|lem|lam|les|las|lismy|lysmy|liscie|lyscie|no)\b"
    r"|\b(?:pisze|twierdzi|zarzuca|wspomina|oczekuje|chce|wymaga|zada|pyta|prosi)(?:\b| pan)"
    r"|\b(?:licz[ye]|mysl[ei]|sadz[ei]|przypuszcza|zaklada|wydaje|cytuj)(?:my|m|sz|cie|e)?\b"
)
INDIRECT = re.compile(
    r"^\W*(?:czy(?! inaczej| siak| owak)|kiedy|gdzie|jak(?! (?:zawsze|wsp|pis|mow|ustal|obiec"
    r"|uzgodn|rozm|najsz))|ile|dlaczego|czemu|zeby|aby|azeby"
    r"|zebysmy|abysmy|niech)\b"
)
PAST = re.compile(r"\b\w+(?:lem|lam|lismy|lysmy)\b")
NOT = re.compile(
    r"\bnie\b(?! (?:tylko|pozniej|dluzej|martw|zwlekajac|czekajac|ma problemu|ma sprawy))"
)
_FILLERS = (
    "najpozniej najdalej tj czyli to jest jeszcze juz okolo ok gdzies pan pana panu panem pani"
    " pania"
    " panstwo panstwa panstwu lub albo a i oraz wlasnie max maksymalnie na pewno ewentualnie czasu"
    " polskiego cet roku r godz godzinie o w do po za ale najlepiej dokladnie tak jak najszybciej"
    " wiec"
    " dnia az tez rowniez ostatecznie zaraz takze czy sie mozliwie szybko samego od nas z ciebie"
    " anno drogi droga szanowny szanowna razem tylko no dobrze zgoda oczywiscie jasne"
)
FILLERS = frozenset(_FILLERS.split())
