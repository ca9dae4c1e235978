"""The Polish verbs of promises, and the things and people they are told with.

A verb stands as its first and third person ("wyślę wyśle"); the others follow by rule: wyślemy,
wyślą. A perfective present is the future; an imperfective one promises only beside a day
("jutro wysyłamy"). All lists are folded when read: small letters without Polish marks.
"""

from __future__ import annotations

import re

FOLD = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")

PERFECTIVE = {
    "call": "zadzwonię zadzwoni, zdzwonię zdzwoni, oddzwonię oddzwoni, przedzwonię przedzwoni, "
    "zatelefonuję zatelefonuje, podzwonię podzwoni, dodzwonię dodzwoni, przekręcę przekręci",
    "answer": "odpowiem odpowie, odpiszę odpisze, napiszę napisze, poinformuję poinformuje, "
    "powiadomię powiadomi, odezwę odezwie, skontaktuję skontaktuje, wrócę wróci, powrócę powróci, "
    "dam da, udzielę udzieli, powiem powie, potwierdzę potwierdzi, podam poda, zgłoszę zgłosi, "
    "przedstawię przedstawi, zawiadomię zawiadomi, ustosunkuję ustosunkuje, wyjaśnię wyjaśni, "
    "zakomunikuję zakomunikuje, doniosę doniesie, opiszę opisze, wytłumaczę wytłumaczy, "
    "uściślę uściśli, podzielę podzieli, odniosę odniesie, zamelduję zamelduje, dopiszę dopisze",
    "refund": "zwrócę zwróci, oddam odda, przeleję przeleje, wypłacę wypłaci, zrefunduję"
    " zrefunduje, "
    "zrekompensuję zrekompensuje, wyrównam wyrówna, wpłacę wpłaci",
    "ship": "wyślę wyśle, nadam nada, spakuję spakuje, zapakuję zapakuje, wyekspediuję"
    " wyekspediuje, "
    "dostarczę dostarczy, dowiozę dowiezie, doślę dośle, poślę pośle, odeślę odeśle, "
    "przywiozę przywiezie, zawiozę zawiezie, doręczę doręczy, podrzucę podrzuci",
    "other": "sprawdzę sprawdzi, ustalę ustali, przygotuję przygotuje, zrobię zrobi, "
    "prześlę prześle, podeślę podeśle, przekażę przekaże, dokonam dokona, zlecę zleci, "
    "wykonam wykona, "
    "naprawię naprawi, wymienię wymieni, zamówię zamówi, wystawię wystawi, rozpatrzę rozpatrzy, "
    "załatwię załatwi, zajmę zajmie, dopilnuję dopilnuje, zweryfikuję zweryfikuje, "
    "przeanalizuję przeanalizuje, poprawię poprawi, skoryguję skoryguje, uzupełnię uzupełni, "
    "dodam doda, usunę usunie, anuluję anuluje, zablokuję zablokuje, odblokuję odblokuje, "
    "aktywuję aktywuje, wprowadzę wprowadzi, zaktualizuję zaktualizuje, uruchomię uruchomi, "
    "zakończę zakończy, rozwiążę rozwiąże, zorganizuję zorganizuje, umówię umówi, "
    "odbiorę odbierze, przyjadę przyjedzie, podjadę podjedzie, przyjdę przyjdzie, "
    "zarezerwuję zarezerwuje, odłożę odłoży, przedłużę przedłuży, zmienię zmieni, dołączę"
    " dołączy, "
    "załączę załączy, wgram wgra, opublikuję opublikuje, udostępnię udostępni, "
    "wygeneruję wygeneruje, utworzę utworzy, założę założy, złożę złoży, dopytam dopyta, "
    "zapytam zapyta, porozmawiam porozmawia, skonsultuję skonsultuje, przeprowadzę przeprowadzi, "
    "oszacuję oszacuje, wycenię wyceni, przetestuję przetestuje, obejrzę obejrzy, "
    "przejrzę przejrzy, zbadam zbada, zdiagnozuję zdiagnozuje, zrealizuję zrealizuje, "
    "rozliczę rozliczy, przypomnę przypomni, wrzucę wrzuci, sfinalizuję sfinalizuje, "
    "domknę domknie, podejmę podejmie, zainstaluję zainstaluje, zamontuję zamontuje, "
    "zeskanuję zeskanuje, przywrócę przywróci, naliczę naliczy, przyznam przyzna, "
    "doładuję doładuje, przyspieszę przyspieszy, wstrzymam wstrzyma, przekieruję przekieruje, "
    "przydzielę przydzieli, zapewnię zapewni, opłacę opłaci, ureguluję ureguluje, "
    "pokryję pokryje, znajdę znajdzie, poszukam poszuka, sporządzę sporządzi, "
    "zaproponuję zaproponuje, zmierzę zmierzy, sfotografuję sfotografuje, odnajdę odnajdzie, "
    "zaksięguję zaksięguje, wyznaczę wyznaczy, "
    "zabiorę zabierze, odtworzę odtworzy, wycofam wycofa, wdrożę wdroży, ponowię ponowi, "
    "skompletuję skompletuje, dokończę dokończy, wyczyszczę wyczyści, ogarnę ogarnie, "
    "skieruję skieruje, poproszę poprosi, wezwę wezwie, zatwierdzę zatwierdzi, "
    "podpiszę podpisze, odświeżę odświeży, zresetuję zresetuje, wyliczę wyliczy, "
    "przeliczę przeliczy, obniżę obniży, zdejmę zdejmie, cofnę cofnie, odkręcę odkręci, "
    "zrobię zrobi, omówię omówi, przekonfiguruję przekonfiguruje, wypełnię wypełni, "
    "przepiszę przepisze, połączę połączy, zbiorę zbierze, ściągnę ściągnie, sprowadzę sprowadzi, "
    "dostosuję dostosuje, uszyję uszyje, pozyskam pozyska, zdobędę zdobędzie, "
    "sprostuję sprostuje, wydam wyda, wydrukuję wydrukuje, zareaguję zareaguje, "
    "nagram nagra, przyjmę przyjmie, "
    "przyślę przyśle, pomogę pomoże, zadbam zadba, upewnię upewni, "
    "doprecyzuję doprecyzuje, zamieszczę zamieści, opracuję opracuje, zaplanuję zaplanuje, "
    "zaopiekuję zaopiekuje, wstawię wstawi, ustawię ustawi, "
    "skonfiguruję skonfiguruje, doliczę doliczy, odliczę odliczy, unieważnię unieważni, "
    "zwiększę zwiększy, odnotuję odnotuje, wyprodukuję wyprodukuje, wykończę wykończy, "
    "wygraweruję wygraweruje, dobiorę dobierze, dorobię dorobi, dokupię dokupi, kupię kupi, "
    "zreperuję zreperuje, zdemontuję zdemontuje, podłączę podłączy, odłączę odłączy, "
    "przejmę przejmie, zwolnię zwolni, przepakuję przepakuje, uwzględnię uwzględni, "
    "ponaglę ponagli, zarejestruję zarejestruje, przełożę przełoży, przesunę przesunie, "
    "przeniosę przeniesie, wydłużę wydłuży, skrócę skróci, policzę policzy, "
    "podsumuję podsumuje, zestawię zestawi, dorzucę dorzuci, odszukam odszuka, "
    "wyszukam wyszuka, namierzę namierzy, odsłucham odsłucha, przeczytam przeczyta, "
    "przemyślę przemyśli, zdecyduję zdecyduje, porównam porówna, przedyskutuję przedyskutuje, "
    "zorientuję zorientuje, wystąpię wystąpi, przyniosę przyniesie, przydzielę przydzieli, "
    "oddeleguję oddeleguje, przyspieszę przyspieszy, podwyższę podwyższy, "
    "wyczekam wyczeka, uporządkuję uporządkuje, naładuję naładuje, wyrobię wyrobi, "
    "skończę skończy, przypilnuję przypilnuje",
}
IMPERFECTIVE = {
    "call": "dzwonię dzwoni, oddzwaniam oddzwania, telefonuję telefonuje",
    "answer": "odpisuję odpisuje, odpowiadam odpowiada, piszę pisze, kontaktuję kontaktuje, "
    "odzywam odzywa, wracam wraca, daję daje",
    "refund": "zwracam zwraca, oddaję oddaje, przelewam przelewa, wypłacam wypłaca",
    "ship": "wysyłam wysyła, nadaję nadaje, pakuję pakuje, odsyłam odsyła, dosyłam dosyła, "
    "dostarczam dostarcza, posyłam posyła",
    "other": "przesyłam przesyła, podsyłam podsyła, przekazuję przekazuje, robię robi, "
    "realizuję realizuje, wystawiam wystawia, zlecam zleca, przygotowuję przygotowuje, "
    "naprawiam naprawia, wymieniam wymienia, kończę kończy, montuję montuje, "
    "odbieram odbiera, sprawdzam sprawdza",
}
INFINITIVES = {  # what stands behind "będę", "obiecuję", "postaram się"; the first that fits
    "call": r"(?:za|od|prze|po|do)?dzwon|dzwan|telefon",
    "answer": r"odpow|odpis|napis|^pisa|inform|powiad|odezw|kontakt|(?:^|po)wroc|^dac$|udziel"
    r"|powiedz"
    r"|potwierdz|^poda[cw]|zglos|wyjasn|przedstaw|opis|relacjon",
    "refund": r"zwroc|zwrac|^odda|przela|przelew|wyplac|refund",
    "ship": r"(?:wy|od|do|po)sla|(?:wy|od|do|po)syl|^nada|pakow|dostarcz|ekspedi|dowie",
    "other": r".",
}
INFINITIVE_END = re.compile(r"(?:[aeiyou]c|sc|zc|jsc)$")
PARTICIPLE = re.compile(r"(?:l|la|lo|li|ly)$")
STATES = re.compile(  # "będę czekać", "będziemy mieli": no deed
    r"^(?:mog|moc|mie[cl]|mial|wiedz|wiedzial|czeka|pracowa|by[cl]|potrzeb|stara|robi[lc]|prosi"
    r"|wdziecz|chcie|musie|musia|powin|zna|wole|wola|cieszy|sledzi|monitor|obserw|pamieta|dostep"
    r"|urzed|obowiaz|gotow|oczekiw|otrzym|dosta[cl])"
)

# Third persons that are ours, and those whose dates are not ours to keep.
OURS = (
    r"(?:nasz(?:a|e|ych|ego|ej)?|moj|moja|kole(?:g|z)\w+|wspolpracown\w+|ksiegow\w+|magazyn\w*"
    r"|dzial\w*|zespol\w*|konsultant\w*|kierowni\w+|menedzer\w*|manager\w*|szef\w*|specjalist\w+"
    r"|technik\w*|doradc\w+|pracowni\w+|opiekun\w*|obslug\w+|biuro|serwis\w*|serwisant\w*|ekipa"
    r"|sklep"
    r"|ktos|dyrektor\w*|asystent\w*|wlasciciel\w*|monter\w*|logistyk\w*|handlowiec|handlowcy"
    r"|agent\w*)"
)
THEIRS = (
    r"(?:kurier\w*|dpd|inpost\w*|dhl|ups|gls|fedex\w*|poczt(?:a|e|y)|pocztex\w*|bank\w*|mbank\w*"
    r"|pko"
    r"|producen\w+|dostawc\w+|hurtown\w+|przewozni\w+|operator\w*|paczkomat\w*|payu|przelewy24"
    r"|blik\w*"
    r"|paypal\w*|spedyt\w+|spedycj\w+|urzad\w*|ubezpieczyciel\w*|importer\w*|fabryk\w+"
    r"|dystrybutor\w*"
    r"|listonosz\w*|allegro|orlen\w*|klien\w+|firma\s+kuriersk\w+|system\w*|ruch|tnt|apaczk\w+)"
)

# What we shall be receiving or seeing happen, said of the customer or of the thing.
RECEIVES = (
    r"bed(?:zie|a) (?:pan|pani|panstwo) mi(?:a|e)\w+|otrzyma(?:cie|sz|ja)?|dosta(?:nie|niesz"
    r"|niecie|na)|uzyska(?:sz|ja|cie)?|bedz(?:ie|iesz"
    r"|iecie) mial\w*"
    r"|beda mie(?:li|c)|bedz(?:ie|iesz) miec"
)
AWAITS = (
    r"(?:spodziewac(?: sie)?|oczekiwac|liczyc na|wypatrywac|wygladac)|(?:spodziewaj|oczekuj"
    r"|licz)(?:cie)?(?: sie| na)?"
)
HAPPENS = (
    r"nastapi|odbedzie sie|pojawi sie|nadejdzie|wyjdzie|wyjda|wyjedzie|wyjada|pojedzie|pojada"
    r"|poleci|pojdzie"
    r"|pojda|wyruszy|wyrusza|opusci"
    r"|dojdzie do skutku|trafi do pan\w*|przyjdzie od nas|ruszy|(?:bedz?ie"
    r"|beda) (?:juz )?(?:gotow[aey]|do odbioru|zrobion[aey])"
)
OUR_THINGS = {
    "answer": r"odpowiedz\w*|informacj\w+|wiadomosc\w*|e?-?mail\w*|decyzj\w+|kontakt\w*"
    r"|wyjasnien\w+|stanowisk\w+"
    r"|rozstrzygniec\w+|potwierdzeni\w+|odzew\w*",
    "call": r"telefon\w*|rozmow\w+",
    "refund": r"\d+ ?(?:zl|pln|euro|eur)|zwrot\w*|pieniadz\w*|pieniedzy|srodk\w+|przelew\w*"
    r"|kwot\w+|nadplat\w+|refundacj\w+",
    "other": r"napraw\w+|wymian\w+|wycen\w+|ofert\w+|faktur\w+|etykiet\w+|korekt\w+|dokument\w*"
    r"|link\w*|realizacj\w+"
    r"|numer\w*|kod\w*|protokol\w*|list\w* przewozow\w*|montaz\w*|wizyt\w+|instrukcj\w+|umow\w+"
    r"|reklamacj\w+|raport\w*"
    r"|rabat\w*|voucher\w*|bon\w*|projekt\w*|wizualizacj\w+|sprzet\w*|urzadzeni\w+|rower\w*"
    r"|laptop\w*|ekspres\w*",
    "ship": r"wysylk\w+|nadani\w+|paczk\w+|przesylk\w+|zamowieni\w+|towar\w*|produkt\w*",
}
ARRIVES = r"wroci|wroca|wplynie|wplyna|trafi|trafia|bedzie na|beda na|znajda sie|znajdzie sie"

# Objects decide the kind of "wyślę …", "przekażę …", "wrócę z …".
OBJECTS = (
    (
        "refund",
        r"pieniadz\w*|pieniedzy|srodk\w+|zwrot(?!n)\w*|\bkwot\w+|przelew\w*|naleznosc\w*"
        r"|nadplat\w+|refundacj\w+",
    ),
    (
        "other",
        r"faktur\w+|etykiet\w+|dokument\w*|link\w*|zdjec\w+|zdjeci\w+|plik\w*|kod\w*|umow[ey]\b"
        r"|instrukcj\w+"
        r"|protokol\w*|certyfikat\w*|wycen\w+|ofert\w+|korekt\w+|formularz\w*|numer\w*|\bnr\b"
        r"|skan\w*|raport\w*"
        r"|rachun\w+|paragon\w*|list\w* przewozow\w*|katalog\w*|kuriera\b|bon(?:u|y)?\b"
        r"|voucher\w*|kupon\w*"
        r"|cennik\w*|probk\w+|projekt\w*",
    ),
    (
        "answer",
        r"odpowied\w+|informacj\w+|wiadomosc\w*|e?-?mail[aei]?\b|decyzj\w+|wyjasnien\w+"
        r"|szczegol\w+"
        r"|stanowisk\w+|potwierdzeni\w+|termin\w*|konkret\w*|wynik\w*|znac|rozwiazani\w+"
        r"|aktualizacj\w+|status\w*",
    ),
    ("call", r"telefon(?:icznie|em|ow\w+)?"),
    (
        "ship",
        r"paczk\w+|przesylk\w+|zamowieni\w+|produkt\w*|towar\w*|egzemplarz\w*"
        r"|sztuk\w+"
        r"|czesc\w*|rower\w*|ksiazk\w+|but[yo]\w*|zestaw\w*|brakujac\w+|element\w*",
    ),
)
BY_OBJECT = re.compile(
    r"^(?:wysl|wysyl|(?:prze|przy)sl|(?:prze|przy)syl|podesl|podsyl|przekaz|da[cmj]|poda[cmj]"
    r"|wykon|dokon|zlec"
    r"|odesl|odsyl|dostarcz"
    r"|zrob|rob|udziel|udzial|wroc|wrac|powroc|potwierdz|nada|posl|posyl|dosl|przygot|zrealiz"
    r"|rozpatrz|skontakt|kontakt|odezw|odzyw"
    r"|dolacz|zalacz|realizuj|zaksieg|obiec|gwarant|zapewn|deklar|wrzuc|podj|wyda|wystaw|zglos"
    r"|napisz|zwroc)"
)
ANSWERING = re.compile(
    r"^(?:odpow|odpis|napisz|skontakt|kontakt|odezw|odzyw|potwierdz|udziel|poinform)"
)

AUXILIARIES = {  # first persons that take an infinitive or a noun
    "bede bedziemy": 1.0,
    "obiecuje obiecujemy przyrzekam przyrzekamy gwarantuje gwarantujemy deklaruje deklarujemy"
    " zobowiazuje zobowiazujemy zapewniam zapewniamy": 1.1,
    "postaram postaramy doloze dolozymy": 0.6,
    "zamierzam zamierzamy": 0.6,
    "zdaze zdazymy zdolam zdolamy pozwole pozwolimy": 0.9,
}
_WITH_NOUN = "obiecuje obiecujemy gwarantuje gwarantujemy deklaruje deklarujemy"
WITH_NOUN = frozenset(_WITH_NOUN.split())
PASSIVES = {
    "ship": "wysla nada wyekspediowa spakowa odesla dosla zapakowa dostarczo(?=nie)",
    "refund": "zwroco przela odda wyplaco zrefundowa",
    "answer": "udzielo",
    "other": "zrealizowa wykona zleco przygotowa naprawio rozpatrzo rozwiaza sprawdzo zalatwio"
    " wymienio wystawio zakonczo przesla przekaza poprawio skorygowa uzupelnio anulowa"
    " aktywowa wprowadzo zaktualizowa uruchomio udostepnio zweryfikowa wygenerowa dokona"
    " podje zrobio zamknie umieszczo odblokowa usunie zmienio ustalo wyjasnio przeanalizowa"
    " zamonto"
    " podesla"
    " przeprowadzo zamowio zainstalowa odebra przedluzo przyzna naliczo wycenio ukonczo wyda",
}

_NO_DEED = (
    # first persons plural in -emy, -imy, -ymy that promise nothing of ours
    "zamkniemy otworzymy zaczniemy rozpoczniemy dostaniemy zobaczymy bedziemy zostaniemy mozemy"
    " chcemy prosimy musimy wiemy widzimy wolimy"
    " rozumiemy odpoczniemy spoznimy przekroczymy stracimy uslyszymy poznamy zyczymy spotykamy"
    " wychodzimy przeprosimy wrocimy dowiemy bierzemy idziemy lubimy liczymy uczymy cenimy"
    " widujemy ruszymy problemy systemy kremy normy firmy formy terminy zimy pozwolimy zdazymy"
    " powiemy zapomnimy zobowiazemy zrozumiemy poczujemy przyjmiemy wezmiemy potrafimy"
    " skorzystamy ponosimy prowadzimy przychodzimy pochodzimy"
)
NO_DEED = frozenset(_NO_DEED.split())
OPEN_FUTURE = re.compile(
    r"^(?:wy|na|po|prze|przy|od|ode|u|do|za|roz|z|s|ob|pod)[a-z]{3,}(?:emy|imy|ymy)$"
)
OPEN_PRESENT = re.compile(r"(?:ujemy|wiamy|wamy|iemy)$")
