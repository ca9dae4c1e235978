"""Polish: what of a reply is an answer, and of which kind. Text has no diacritics."""

from __future__ import annotations

import re

GREETING = re.compile(
    r"\s*(?:(?:dzien\s+dobry|witam|witamy|czesc|hej|szanown\w+|"
    r"dobry\s+wieczor)(?:[\s,]+(?:pani[eo]?|pan[ui]?|"
    r"panstwo)?\s*[a-z]*){0,3}?\s*[,!.:–—-]+\s*|(?:panie|pani)\s+[a-z]+\s*[,!]\s*|"
    r"(?:dziekuje|dziekujemy)[^.,;!–]{0,80}[,;!–]\s*(?=\w))"
)
EMPTY = re.compile(
    r"(?:otrzymalismy|dostalismy|mamy)\s+(?:panstwa\s+|pani\s+|pana\s+)?(?:wiadomosc|"
    r"zgloszenie|maila|list|pytanie)[^?]{0,40}[.!]*$|(?:bardzo\s+|"
    r"serdecznie\s+)?(?:dziekuj\w+|dziek\w+)\b[^?]{0,160}[.!]*$|(?:bardzo\s+|"
    r"najmocniej\s+|serdecznie\s+)?przepraszam\w*[^?]{0,140}[.!]*$|(?:jest\s+)?(?:nam|"
    r"mi)\s+(?:bardzo\s+|naprawde\s+)?przykro[^?]{0,120}[.!]*$|(?:bardzo\s+)?(?:nam|"
    r"mi)\s+przykro[^?]{0,80}[.!]*$|bardzo\s+(?:nam|mi)\s+przykro[^?]{0,80}|"
    r"(?:w\s+razie|jesli|gdyby|jezeli)\s+(?:\w+\s+){0,4}?(?:pytan\w*|pytani\w+|"
    r"watpliwosci|pomoc\w*|potrzeb\w+)[^?]{0,100}[.!]*$|"
    r"(?:serdecznie\s+)?pozdrawia\w*[^?]{0,80}$|(?:lacze|z)\s+(?:wyrazami|powazani\w+|"
    r"pozdrow\w+|szacunk\w+)[^?]{0,60}$|z\s+powazaniem[^?]{0,60}$|(?:zycz\w+|milego|"
    r"do\s+(?:zobaczenia|uslyszenia)|wszystkiego\s+dobrego|udanego|"
    r"dobrego\s+dnia)\b[^?]{0,80}[.!]*$|mam\s+nadzieje|mamy\s+nadzieje|(?:chetnie|"
    r"zawsze)\s+(?:\w+\s+)?(?:pomoz\w+|odpowie\w+)[^?]{0,60}[.!]*$|"
    r"jestesmy\s+do\s+(?:panstwa\s+)?dyspozycji[^?]{0,40}[.!]*$|"
    r"rozumiem\w*\b[^?]{0,120}[.!]*$|(?:dobre|swietne)\s+pytanie[^?]{0,30}$|"
    r"to\s+(?:swietny|doskonaly|dobry|znakomity)\s+wybor[^?]{0,60}[.!]*$|"
    r"zapraszamy(?:\s+(?:ponownie|serdecznie))?\s*[.!]*$|czy\s+(?:moge|"
    r"mozemy)\s+w\s+czyms\s+jeszcze|do\s+(?:poniedzialku|wtorku|srody|czwartku|piatku|"
    r"soboty|niedzieli|jutra)\s*[.!]*$"
)
FOLLOWS = re.compile(
    r"\s*(?:i\s+|a\s+|ale\s+|rowniez\s+|zwykle\s+)?(?:on|ona|ono|one|oni|jego|jej|ich|"
    r"to|ta|ten|te|tam|tak|wtedy|oba|obie|wszystk\w+|tez|potem|nastepnie|po\s+tym|taki|"
    r"taka|takie)\b"
)
_MONTH = (
    r"(?:styczni|lut(?:y|ego)|marc|marzec|kwieci|maj(?:a|u)?\b|czerw|lip(?:ca|cu|iec)|"
    r"sierp|wrze[sn]|pazdziernik|listopad|grud)\w*"
)
MARKS = {
    "yes": r"^\W*(?:(?:alez\s+)?(?:tak|oczywiscie|jasne|pewnie|naturalnie|zgadza\s+sie|"
    r"jak\s+najbardziej|dokladnie|owszem|zgoda|mozna|moze|moga|jest|sa|mamy|da\s+sie|"
    r"dobrze|gotowe|zrobione|bez\s+problemu|z\s+przyjemnoscia|chetnie))\b",
    "no": r"^\W*(?:nie|niestety|jeszcze\s+nie|juz\s+nie|na\s+razie\s+nie|obawiam\s+sie|przykro)\b",
    "both": r"^\W*(?:tak|nie)\b[^.]{0,20}\b(?:oba|obu|obydwa|wszystkie)\b|\bna\s+(?:oba|obydwa|"
    r"wszystkie)\s+pytania|\bna\s+pierwsz\w+[^.]{1,60}\bna\s+drug\w+",
    "time": r"\b(?:w\s+chwili|w\s+momencie|"
    r"(?:jede|dwu|trzy|czter|piet|szes|siedem|osiem|dziewiet)nast(?:ej|ego)|"
    r"razy?\s+(?:w|na|dziennie|rocznie)\b|(?:pierwsz|drugi|trzeci|czwart|piat|szost|siodm|osm|dziewiat|"
    r"dziesiat|dwudziest|trzydziest)ego|"
    r"(?:o|do|od|po|przed)\s+(?:pierwsz|drug|trzec|czwart|piat|szost|siodm|"
    r"osm|dziewiat|dziesiat|jedenast|dwunast)(?:ej|iej)|tego\s+samego\s+dnia|w\s+dniu|"
    r"w\s+ciagu|dob[ye]|dzis|dzisiaj|jutro|pojutrze|wczoraj|teraz|zaraz(?!\s+(?:za|obok|przy|kolo|pod|nad))|od\s+razu|"
    r"juz(?!\s+(?:panu\s+|pani\s+)?(?:mowil|pisal|napisal|wyjasni|informowal|tlumacz|"
    r"wspomin|powiedz)\w*)|"
    r"natychmiast|wkrotce|niebawem|poniedzialk\w*|poniedzialek|wtor\w+|sro\w+|czwart\w+|"
    r"piat\w+|sobot\w+|niedziel\w+|weekend\w*|codziennie|kazdego\s+dnia|calodobowo|"
    r"poludni\w*|rano|wieczorem|\d{1,2}\.?\s+"
    + _MONTH
    + r"|(?:w|do|od|na|koniec|konca|poczatk\w+|polow\w+)\s+"
    + _MONTH
    + r"|(?:\d+|jeden|jednego|dwa|dwoch|dwie|trzy|trzech|cztery|czterech|piec\w*|kilka|"
    r"kilku|pare|poltor\w+|pol)(?:\s*(?:-|–|do|lub|albo|i)\s*(?:\d+|dwa|dwoch|trzy|"
    r"trzech|cztery|piec\w*))?[\s-]*(?:(?:robocz\w+|kalendarzow\w+|pelne|"
    r"pelnych)\s+)?(?:minut|min\b|godzin|godz|dni|dnia|dzien|dob|tygod|tydz|miesi|lat|"
    r"rok)\w*|tygodni\w*|tydzien|miesia\w+|rok\w?|lata?\b|gdy\s+tylko|jak\s+tylko|"
    r"po\s+(?:otrzymaniu|zaksiegowaniu|wplacie)|bezterminow\w+|swiet\w*|(?:wiosn|lat|"
    r"jesien|zim)(?:a|em|ia))\b",
    "money": r"\b(?:nic\s+(?:\w+\s+){1,2}nie\s+kosztuje|nie\s+bierzemy\s+(?:ani|nic|pieniedzy|"
    r"oplat\w*)|bierzemy\s+(?:\w+\s+)?na\s+siebie|po\s+naszej\s+stronie|zadnych\s+(?:\w+\s+)?oplat|na\s+(?:panstwa|wlasny|pani|pana)\s+koszt|"
    r"placa\s+panstwo|placi\s+\w+|pokrywa\w*|gratis|bezplatn\w*|darmow\w*|za\s+darmo|"
    r"bez\s+(?:doplat\w*|oplat\w*|dodatkow\w+)|wliczon\w+|w\s+cenie|na\s+nasz\s+koszt|"
    r"(?:my\s+)?(?:pokryjemy|pokrywamy|oplacamy)|nic\s+(?:nie\s+)?(?:kosztuje|placi\w*|"
    r"doplac\w*)|zadnych\s+oplat|cennik|zl)\b",
    "number": r"\b(?:jeden|jedn[aoe]|dwa|dwie|dwoch|trzy|trzech|czter\w+|czworo|piec\w*|szesc\w*|"
    r"siedem|osiem|dziewiec|\w+nascie|dwadziescia|trzydziesci|dziesiec|tuzin|sto|"
    r"polow\w+|poltora|dowoln\w+\s+(?:liczb\w+|ilosc))\b",
    "spot": r"\b(?:ul|ulic\w+|adres\w*|magazyn\w*|sortowni\w*|cle\b|celn\w+|placow\w+|salon\w*|"
    r"sklep\w*|zakladc\w+|zakladk\w+|punkt\w*|paczkomat\w*|sasiad\w*|mieszcz\w+)\b",
    "place": r"\b(?:w|we|na|przy|pod|obok|naprzeciw\w*|kolo|ze?|u|do|przez)\s+(?:nasz\w*|panstwa|"
    r"dowoln\w+|kazd\w+|zakladc\w+|stronie|sklep\w*|magazyn\w*|ul\.?|sortowni|placow\w+|"
    r"[a-z]\w+)|\b(?:ul|adres\w*|tutaj|tam|tu)\b",
    "reason": r"\b(?:po\s+(?:zakupie|zaplacie|otrzymaniu)|czeka\w*|odpraw\w+|stad\b|gdy|kiedy|"
    r"jesli|poniewaz|bo|gdyz|dlatego|z\s+powodu|przez\s+(?:to|blad|awari\w+)|powod\w*|"
    r"przyczyn\w*|wynik\w+|zwiazan\w+|bled\w*|blad\w*|awari\w+|opozni\w+|zepsu\w+|"
    r"skonczyl\w+|obowiazywal\w*|zawiesil\w*|okazal\w*|pomyl\w+|zapomni\w+|oznacza|"
    r"znaczy|stalo|utkn\w+|zgubil\w*|wyjasni\w+|swiet\w*|urlop\w*|poniewaz|usterk\w+|"
    r"skoro|brak\w*)\b",
    "how": r"\b(?:prosze|nalezy|mozna|moze\s+pan\w*|moga\s+panstwo|wystarczy|trzeba|najpierw|"
    r"nastepnie|potem|poprzez|przez|za\s+pomoca|zakladk\w+|przycisk\w*|link\w*|"
    r"ustawieni\w+|krok\w*|autobus\w*|pieszo|kliknac|wybrac|wejsc|wpisac|"
    r"[a-z]{3,}(?:cie|my)\b|w\s+suchym|najlepiej|usunie|znajdzie)\b",
    "deed": r"\b[a-z]{2,}(?:lismy|lysmy|lem|lam)\b|\b(?:zostal[aoy]?|zostaly|jest|sa|"
    r"byl[aoy]?)\s+(?:\w+\s+){0,2}?[a-z]{3,}(?:any|ana|ane|eni|eny|ona|one|ony|ety|eta|"
    r"ete|te|ta|ty)\b|\b[a-z]{4,}(?:ano|ono|eto)\b|\b(?:w\s+zalaczniku|zalacz\w+|"
    r"przesylam|wysylam|podaje|oto|w\s+drodze|gotowe|zrobione|ponizej|powyzej|"
    r"potwierdza\w+|wyjechal\w*|teraz)\b",
    "will": r"\b[a-z]{3,}(?:emy|imy|ymy|amy)\b|\b(?:wysle|sprawdze|napisze|zadzwonie|oddzwonie|"
    r"przesle|poinformuje|dam\s+znac|zapytam|postaram|zwroce|wymienie|bed[aezi]\w*|"
    r"zostanie|zostana|dotrze|wroci|wroca|trafi)\b",
    "refuses": r"\b(?:nie|niestety|brak|nigdy|nic|zaden|zadn\w+|niemozliw\w+|za\s+pozno|ani|"
    r"wyprzedan\w+)\b",
    "pointed": r"(?:https?:|www\.|\bfaq\b|\b(?:wiecej|szczegol\w+|opisan\w*|podan\w+|znajd\w+|"
    r"znalezc|odpowied\w+|instrukcj\w+|informacj\w+|zobaczyc|sprawdzic|przeczytac|"
    r"zapoznac|sa|jest)\b[^.?]{0,80}(?:artykul\w*|stron\w+|zakladc\w+|zakladk\w+|"
    r"link\w*|poradnik\w*|regulamin\w*|ponizej|cennik\w*)|"
    r"\b(?:prosze\s+)?(?:o\s+kontakt|kontakt\w*|skontaktowac|zadzwonic|dzwonic|napisac|"
    r"pisac|zapytac|zglosic)\b[^.?]{0,60}(?:\+?\d[\d ()-]{6,}|@|dzial\w*|serwis\w*|"
    r"producen\w+|kurier\w*|bank\w*|przewoznik\w*|koleg\w+|sklep\w*|infolini\w+))",
    "later": r"\b(?:sprawdz(?:e|imy)|zapyta(?:m|my)|ustal(?:e|imy)|dowie(?:m|my)\s+sie|"
    r"wyjasni(?:e|my)|da(?:m|my)\s+(?:\w+\s+)?znac|napisz(?:e|emy)|odpisz(?:e|emy)|"
    r"odpowie(?:m|my|dz\w*)|oddzwoni(?:e|my)|zadzwoni(?:e|my)?|wroc(?:e|imy)\s+(?:z|do)|"
    r"poinformuj(?:e|emy)|skontaktuj\w+|podamy|podam|przeslemy\s+(?:odpowiedz|"
    r"informacj\w+)|(?:przekaza|zapyta|poprosi|skierowa|zglosi)(?:lem|lam|lismy|lysmy)|"
    r"sprawdzam\w*|ustalam\w*|wyjasniam\w*|potwierdz(?:e|imy)|"
    r"otrzyma\s+(?:pan\w*\s+)?(?:odpowiedz|informacj\w+|wiadomosc))\b",
    "asks_back": r"(?:prosze|prosimy|poprosze|czy\s+moze|czy\s+moglby|czy\s+moglaby|"
    r"czy\s+moga)\s+(?:\w+\s+){0,3}?(?:o\s+|podac|podanie|przeslac|przeslanie|napisac|"
    r"wskazac|potwierdzic|przyslac|zdjec\w*|numer\w*)\b[^.?]{0,80}(?:numer\w*|zdjec\w*|"
    r"adres\w*|nazwisk\w*|dane|jak\w+|date|model\w*|rozmiar\w*|kod\w*|paragon\w*|"
    r"mail\w*|okladk\w+)",
    "general": r"\b(?:(?:wszystkie|panstwa|pozostale|inne|oba|te)\s+(?:pytani\w+|odpowiedz\w+|"
    r"szczegol\w+|krok\w+|informacj\w+)|na\s+(?:pozostale|wszystkie|reszt\w+)|reszt\w+|"
    r"wszystko\s+(?:jest|o))\b",
    "matter": r"\b(?:to|te\s+sprawe|(?:panstwa|pani|pana)\s+(?:pytani\w+|spraw\w+|zgloszeni\w+|"
    r"wiadomosc|prosb\w+)|spraw\w+|pytani\w+|zgloszeni\w+|sytuacj\w+)\b",
}
# Said in several words, or in words that mean much else.
PHRASES = {
    "stock": r"\b(?:mamy|zostal[ao]?\s+\d|zostaly|wrocil\w+|wyprzedan\w+|skonczyl\w+|posiadamy)\b",
    "location": r"\b(?:ul|ulic\w+|alej\w+|plac\w*)\b",
    "hours": r"\bod\s+(?:godz\w*\s+)?\d{1,2}(?:[:.]\d\d)?\s*(?:do|-|–)\s*\d{1,2}",
    "pickup": r"\b(?:zapraszamy|odebrac|odbior\w*)\b",
    "price": r"\d\s?(?:zl\b|pln\b|eur\w*|zlot\w+)",
    "duration": r"\b\d+\s?(?:robocz\w+\s+)?(?:dni|dnia|tygod\w+|godzin\w*|minut\w*|miesi\w+)\b",
}
CLAUSE = re.compile(
    r":\s+(?=[a-ząćęłńóśźż]{2})|[,;]\s+(?:a|ale|i|oraz|natomiast)\s+|;\s+|\s[–—]\s|"
    r"\.{3}\s|,\s+(?=(?!że|któr|żeby|jeśli|gdy|gdzie|jak|aż|dlatego)\w{4,}\s+(?:mogą|"
    r"można|jest|są|będ\w+|będzie|\w+(?:emy|imy|amy|ymy))\b)",
    re.IGNORECASE,
)
_ANSWERS = """
tak nie oczywiscie mozna jasne gotowe dzis dzisiaj jutro mamy pasuje bezplatnie niestety
oba zgadza
"""
ANSWERS = frozenset(_ANSWERS.split())  # of one word, and no name
