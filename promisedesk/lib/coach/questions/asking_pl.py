"""Polish: where a question or a request begins, and of which kind it is.

Patterns have no diacritics: many customers leave them out, so they are taken off the text.
"""

from __future__ import annotations

import re

from .model import Kind

OTHERWISE = re.compile(r"\b(?:albo|lub)\b")
AND = r"(?:i|oraz|a|albo|lub|ale|a\s+takze)"
LEAD = re.compile(
    r"(?:(?:dzien dobry|witam(?: serdecznie)?|czesc|hej|szanown\w+|dobry wieczor|"
    r"halo)(?:\s[\w.]+){0,3}?[,!:–—-]+\s*|(?:i|a|ale|oraz|tez|takze|rowniez|albo|lub|to|"
    r"no|wiec|po pierwsze|po drugie|po trzecie|dodatkowo|poza tym|przy okazji|jeszcze|"
    r"ponadto|(?:mam )?(?:jeszcze )?(?:jedno|dwa|trzy|kilka|pare|krotkie|takie|szybkie|"
    r"pierwsze|drugie)? ?pytani[ea]\w*|przepraszam|no i|a wiec|a tak w ogole|teraz|"
    r"w takim razie|w zwiazku z tym|natomiast|i jeszcze)(?:\s*[,:;–—-]+\s*|\s+)|(?:tak|"
    r"nie)\s*[,:;–—-]+\s*)"
)
_Q = (
    r"(?:czy|kiedy|gdzie|skad|dokad|ile|dlaczego|czemu|jak|kto|komu|kogo|do kogo|z kim|"
    r"czym|co|czego|z czego|jak(?:i|a|ie|iego|iej|im|ich|imi)|w jak\w+|na jak\w+|"
    r"do jak\w+|od jak\w+|po jak\w+|za jak\w+|o ktorej|do ktorej|od ktorej|do kiedy|"
    r"od kiedy|na kiedy|na co|za ile|po ile|ktor\w+|w ktor\w+)\b"
)
_ASK = (
    r"(?:(?:czy\s+)?(?:mog(?:a|e|l\w*by|liby|libyscie|libysmy)|moze(?:cie)?|mozna|"
    r"daloby\s+sie|bylaby?\s+mozliwosc|byl\w*by)\s*(?:panstwo\s+|pan\s+|pani\s+|"
    r"prosic\s+o\s+|mi\s+|sie\s+|was\s+)*(?:powiedziec|dac\s+znac|podac|napisac|"
    r"sprawdzic|potwierdzic|wyjasnic|poinformowac(?:\s+mnie)?|dowiedziec|zapytac|spytac|"
    r"informacj\w+|odpowiedziec|okreslic|ustalic)|(?:bardzo\s+|"
    r"uprzejmie\s+)?prosz[ea]\s+(?:mi\s+|o\s+|tez\s+|takze\s+|rowniez\s+|"
    r"jeszcze\s+)*(?:powiedziec|informacj\w+|podac|napisac|podpowiedziec|sprawdzic|"
    r"potwierdzic|potwierdzenie|wyjasnic|wyjasnienie|dac\s+znac|odpowiedz|okreslic|"
    r"poinformowac(?:\s+mnie)?|wiadomosc|sprawdzenie)|prosilabym\s+o\s+informacj\w+|"
    r"prosilbym\s+o\s+informacj\w+|(?:chcial\w*(?:by)?[mn]?\w*|chce|chcemy|pragne|"
    r"potrzebuj\w+|musz\w+)\s+(?:sie\s+|tez\s+|rowniez\s+|jeszcze\s+|panstwa\s+|"
    r"tylko\s+)*(?:zapytac|dowiedziec|spytac|wiedziec|upewnic|dopytac|ustalic|"
    r"sprawdzic)(?:\s+sie)?|pytam|(?:i|oraz)\s+(?:powiedziec|wyjasnic|napisac|podac|"
    r"poinformowac)|powiedziec|wyjasnic|interesuje\s+mnie|ciekawi\s+mnie|"
    r"zastanawiam\s+sie|nie\s+(?:wiem|rozumiem|jestem\s+pew\w+|widze|moge\s+znalezc)|"
    r"mam\s+pytanie|(?:i\s+)?informacj[ea]|pytanie|powiedzcie|powiedz|napiszcie|"
    r"dajcie\s+znac|sprawdzcie|podpowiedzcie|wie\s+(?:pan|pani|ktos)|wiecie|wiadomo)"
)
INDIRECT = re.compile(
    _ASK + r"(?:\s+(?:mi|nam|prosze|moze|panstwu|was|o\s+to|na\s+temat\s+tego|jeszcze|tez|"
    r"takze))*\s*[,:–—-]*\s*(?=" + _Q + ")"
)
QUESTION: tuple[tuple[Kind, str], ...] = (
    (
        Kind.STATUS,
        r"gdzie\s*(?:jest|sa|ono|ona|on|oni)?\s*(?:moj[ae]?|moje|nasza|nasze|"
        r"jest)?\s*(?:zamowieni\w*|paczk\w*|przesylk\w*|pieniadze|towar\w*|"
        r"dostaw\w*)?\s*[?.!]*$|co\s+(?:jest\s+|slychac\s+)?z\s+(?:moim|moja|nasza|"
        r"naszym)?\s*(?:zamowieni\w+|paczk\w+|przesylk\w+|zwrotem|naprawa)|"
        r"jaki\s+(?:jest\s+)?(?:\w+\s+)?status|(?:czy\s+)?sa\s+jakies\s+(?:wiesci|nowosci|"
        r"informacje)|jakies\s+(?:wiesci|nowosci)",
    ),
    (Kind.PRICE, r"kto\s+(?:\w+\s+)?(?:placi|pokrywa|zaplaci|ponosi|oplaca)\b|na\s+czyj\s+koszt\b"),
    (Kind.YES_NO, r"(?:a\s+)?(?:jak|co)\s+z(?:e)?\s"),
    (
        Kind.ANY,
        r"co\s+(?:panstwo\s+|pan\s+|pani\s+)?(?:(?:w\s+tej\s+sprawie|z\s+tym|z\s+ni\w+|"
        r"teraz|mi|w\s+takim\s+razie|dalej|mam|mamy|moge|mozna|moga|mozecie|moglibyscie|"
        r"panstwo)\s+)*(?:moga\s+|mozecie\s+)?(?:zaproponowac|zrobic|zrobicie|zrobia|robic|"
        r"doradzic|doradzacie|proponuj\w+|polecacie|radzicie|poradzic|zamierza\w+)|"
        r"co\s+dalej\b|jakie\s+(?:sa\s+)?(?:mozliwosci|rozwiazania|opcje)|jak\s+(?:mam\s+|"
        r"mozemy\s+|to\s+)*(?:postapic|postepowac|rozwiazac)\b",
    ),
    (
        Kind.WHEN,
        r"(?:kiedy|(?:do|od|na)\s+kiedy|jak\s+(?:dlugo|szybko|czesto)|(?:o|do|od|"
        r"po)\s+ktorej|w\s+jakich\s+(?:godzinach|dniach|terminach)|w\s+jakim\s+(?:terminie|"
        r"czasie)|jaki\s+(?:jest\s+|macie\s+|bedzie\s+|obecnie\s+)?(?:\w+\s+)?(?:czas|"
        r"termin|okres)|jakie\s+(?:sa\s+|macie\s+)?(?:\w+\s+)?(?:godziny|terminy)|"
        r"jakiego\s+dnia|w\s+ktory\s+dzien|(?:na|za|po|w)\s+ile\s+(?:dni|czasu)|"
        r"ile\s+(?:\w+\s+){0,2}?(?:dni|czasu|trwa|potrwa|trzyma|czeka\w*|godzin|tygodni|"
        r"idzie|zajmuje|zajmie|wytrzymuje)|(?:do|od)\s+(?:jakiej|ktorej)\s+(?:godziny)?)\b",
    ),
    (
        Kind.PRICE,
        r"(?:ile\s+(?:\w+\s+){0,3}?(?:kosztuj\w+|kosztowa\w+|wynosi\w*|wynies\w+|zaplac\w+|"
        r"place|doplac\w+|winien\b|winna\b|musze\s+zaplacic|za\b|trzeba\s+zaplacic|dacie|"
        r"dostane)|ile\s+(?:to|bedzie)\s+(?:bedzie\s+)?koszt\w+|po\s+ile|za\s+ile|jak(?:i|a|"
        r"ie)\s+(?:jest\s+|sa\s+|bylby\s+|bedzie\s+)?(?:\w+\s+)?(?:koszt\w*|cen\w+|oplat\w+|"
        r"kwot\w+|stawk\w+))\b",
    ),
    (
        Kind.COUNT,
        r"(?:ile|jak\s+(?:ciezk\w+|duz\w+|dlug\w+|szerok\w+|wysok\w+|daleko|gleb\w+)|"
        r"jak(?:a|ie)\s+(?:jest\s+|sa\s+|ma\s+)?(?:\w+\s+)?(?:waga|wymiar\w*|dlugosc|"
        r"szerokosc|wysokosc|pojemnosc))\b",
    ),
    (
        Kind.WHERE,
        r"(?:gdzie|skad|dokad|pod\s+jaki\w*\s+adres\w*|na\s+jaki\s+adres|jaki\s+(?:jest\s+|"
        r"macie\s+)?adres|w\s+(?:jakim|ktorym)\s+(?:sklep\w*|miejscu|punkcie|miescie))\b",
    ),
    (Kind.WHO, r"(?:kto|komu|kogo|do\s+kogo|z\s+kim|u\s+kogo)\b"),
    (
        Kind.WHY,
        r"(?:dlaczego|czemu|z\s+jakiego\s+powodu|skad\s+(?:ta|ten|to|taka|taki)|"
        r"jak\s+to\s+(?:sie\s+stalo|mozliwe)|po\s+co|co\s+jest\s+(?:powodem|przyczyna)|"
        r"w\s+czym\s+(?:jest\s+)?problem)\b",
    ),
    (
        Kind.REQUEST,
        r"czy\s+(?:(?:panstwo|pan|pani|ktos|wy)\s+)?(?:mog(?:a|liby|libyscie|lby|laby|l)|"
        r"moglby|moglaby|moze|mozecie|moglibyscie|bylibyscie|"
        r"zechc\w+)\s+(?:mi\s+)?(?:panstwo|pan|pani|mi|to|ja|go|ktos|wyslac|przeslac|"
        r"zmienic|anulowac|dodac|sprawdzic|wystawic|przelozyc|przesunac)\b|(?:moglibyscie|"
        r"moglby\s+(?:pan|mi|ktos)|moglaby\s+(?:pani|mi)|mozecie|mogliby\s+panstwo|"
        r"moga\s+panstwo)\b|czy\s+(?:jest\s+mozliwosc|istnieje\s+mozliwosc|"
        r"mozna\s+(?:by\s+)?prosic|moge\s+(?:was\s+|pania\s+|pana\s+|panstwa\s+)?(?:prosic|"
        r"poprosic)|da\s+sie|daloby\s+sie)\b",
    ),
    (Kind.YES_NO, r"czy\b"),
    (
        Kind.YES_NO,
        r"(?:jest|sa)\s+(?:mozliwosc|szansa|opcja|dostepn\w+|jeszcze|moze)\b|(?:moge|mozna|"
        r"mozemy|da\s+sie|trzeba|musze|powinn\w+|macie|maja\s+panstwo|ma\s+pan\w*)\b",
    ),
    (Kind.HOW, r"(?:a\s+)?jak\b(?!\s+(?:najszybciej|rowniez|tez|i\s))|w\s+jaki\s+sposob"),
    (
        Kind.WHICH,
        r"(?:(?:w|na|do|od|z|po|za|o|dla|pod|przy)\s+)?(?:jak(?:i|a|ie|iego|iej|im|ich|imi|"
        r"iemu)|ktor(?:y|a|e|ego|ej|ym|ych))\b|(?:co|czego|czym|z\s+czego|na\s+czym|na\s+co|"
        r"do\s+czego|o\s+czym)\b",
    ),
)
_DO = (
    r"(?:wyslac|przeslac|odeslac|doslac|dosłac|wyslanie|przeslanie|doslanie|odeslanie|"
    r"anulowac|anulowanie|zwrocic|zwrot|oddac|wymienic|wymiane|zmienic|zmiane|poprawic|"
    r"skorygowac|korekte|zatrzymac|wstrzymac|usunac|usuniecie|dodac|dolozyc|wystawic|"
    r"wystawienie|fakture|potwierdzic|potwierdzenie|zadzwonic|oddzwonic|kontakt|"
    r"przesunac|przelozyc|przeniesc|wyjasnic|wyjasnienie|sprawdzic|podac|podanie|"
    r"napisac|odpowiedziec|cennik|oferte|wycene|katalog|rezerwacje|zarezerwowac|odlozyc|"
    r"zapakowac|pomoc|pomóc|reset|zresetowac|odblokowac|aktywowac|wylaczyc|wlaczyc|"
    r"skontaktowac|przygotowac|nadac|rozpatrzyc|uznac|uwzglednic|przyslac|numer|link|"
    r"instrukcje|etykiete|kopie|duplikat|szczegoly|dane|zdjeci\w+|naprawe|naprawic|"
    r"wypisac|zamknac|rozlaczyc|polaczyc|polecic|doradzic|umowic|dostarczyc|zostawic|"
    r"zachowac|powiedziec|dac\s+znac|przekazac|nie\s+\w+c|\w{4,}c|\w+enie|\w+anie|"
    r"\w+ecie)"
)
REQUEST: tuple[tuple[Kind, str], ...] = (
    (
        Kind.PRICE,
        r"pros(?:ze|imy|il\w+bym)\s+(?:\w+\s+)?(?:o\s+)?(?:podac|podanie|"
        r"napisac)\s+(?:\w+\s+)?(?:cen[eay]|koszt\w*|kwot\w+)\b",
    ),
    (
        Kind.ANY,
        r"(?:bardzo\s+|uprzejmie\s+)?pros(?:ze|imy|il\w+bym|"
        r"il\w+bysmy)\s+(?:\w+\s+)?o\s+(?:\w+\s+)?(?:informacj\w+|wiadomosc)\s+(?:o\b|"
        r"na\s+temat|w\s+sprawie|dotyczac\w+)",
    ),
    (Kind.WHICH, r"prosz[ea]\s+(?:mi\s+|o\s+)?(?:polecic|doradzic|polecenie|porade)\b"),
    (
        Kind.REQUEST,
        r"(?:(?:bardzo|uprzejmie|pilnie|grzecznie|takze|rowniez|zatem|"
        r"wiec)\s+)*(?:prosz[ea]|prosimy|prosil(?:a|)bym|poprosz[ea]|prosba)\s+(?:(?:o|mi|"
        r"nam|ja|go|je|to|ich|sie|tez|takze|rowniez|was|panstwa|pilnie|jeszcze|szybki|pilny|"
        r"ponowne|natychmiastowy)\s+)*" + _DO + r"\b",
    ),
    (
        Kind.REQUEST,
        r"(?:zadam|domagam\s+sie|wnosze\s+o|oczekuje\s+(?:zwrotu|wymiany|odpowiedzi|"
        r"wyjasnien\w*|naprawy))\b",
    ),
    (
        Kind.REQUEST,
        r"(?:chce|chcial\w+|potrzebuj\w+)\s+(?:\w+\s+)?(?:wymienic|anulowac|zarezerwowac|"
        r"umowic|dostac|otrzymac|zmienic|faktur\w+|zwrot\w*\s+pieniedzy|odzyskac|przelozyc|"
        r"przesunac|duplikat\w*|kopi\w+|paragon\w*|przeniesc)\b",
    ),
    (
        Kind.REQUEST,
        r"(?:wyslijcie|przeslijcie|anulujcie|zwroccie|oddajcie|wymiencie|zmiencie|"
        r"zadzwoncie|odpiszcie|napiszcie|sprawdzcie|podajcie|potwierdzcie|przyslijcie|"
        r"wyjasnijcie|usuncie|dodajcie|dolozcie|oddzwoncie|poprawcie|wystawcie|powiedzcie)\b",
    ),
)
REQUEST = (
    *REQUEST,
    (
        Kind.REQUEST,
        r"(?:bardzo\s+|uprzejmie\s+)?(?:prosz[ea]|prosimy|prosil(?:a|)bym|"
        r"poprosz[ea])\s+(?:(?:tez|takze|rowniez|wiec|zatem|pilnie|"
        r"jeszcze)\s+)*o\s+(?!wybacz|zrozum|cierpl|wyrozum)\w",
    ),
    (
        Kind.REQUEST,
        r"(?:tez\s+|jeszcze\s+|pilnie\s+)*potrzebuj(?:e|emy)\s+(?:tez\s+|takze\s+|"
        r"jeszcze\s+|nowej\s+|pilnie\s+)*(?:faktur\w+|paragon\w*|rysunk\w+|kopi\w+|"
        r"potwierdzeni\w+|certyfikat\w*|instrukcj\w+|duplikat\w*|dokument\w*|wymian\w+|"
        r"etykiet\w+|umow\w+|ofert\w+)\b",
    ),
)
REQUEST_AFTER = re.compile(
    r"(?:i|oraz|a\s+takze|albo|lub|a)\s+(?:o\s+|prosze\s+|tez\s+|takze\s+)*" + _DO + r"\b"
)
SOFT = re.compile(
    r"(?:chce|chcial\w+|chcemy|zamierzam|planuj\w+)\s+(?:\w+\s+)?(?:zwrocic|zamowic|"
    r"kupic|odeslac|wymienic|oddac)\b"
)
RHETORICAL = re.compile(
    r"(?:czy\s+)?(?:wy|panstwo|pan|pani)?\s*(?:sobie\s+)?(?:zarty|kpiny|jaja|zartujecie|"
    r"kpicie|zartuj\w+|smiejecie)|(?:czy\s+)?(?:to\s+)?(?:jest\s+)?(?:(?:jakis|chyba|"
    r"zwykly)\s+)?(?:zart|kpina|powazne|jakas\s+kpina)\b|ile\s+(?:jeszcze\s+)?(?:mozna|"
    r"razy)|jak\s+(?:tak\s+)?(?:mozna|mozecie|to\s+mozliwe|to\s+w\s+ogole|smiecie)|"
    r"co\s+to\s+(?:ma\s+byc|za|jest\s+za)|co\s+wy\s+(?:tam\s+)?(?:robicie|wyprawiacie|"
    r"sobie)|czy\s+(?:naprawde\s+(?:nikt|tak|musze|mam)|wy\s+(?:w\s+ogole|naprawde|tam)|"
    r"w\s+ogole|ktos\s+(?:tam|tu|w\s+ogole|wreszcie|to\s+czyta))|powaznie|serio|"
    r"naprawde\s*\?|po\s+co\s+(?:komu|ja|wam|w\s+ogole)|kto\s+(?:to\s+widzial|normalny|"
    r"wam|za\s+to)|(?:i\s+)?co\s*(?:teraz\s*)?\?|dlaczego\s+(?:u\s+was\s+|nikt|wszystko|"
    r"ja\s+mam|zawsze|mnie\s+ignor|milczycie|nie\s+odpowiadacie|mam\s+(?:czekac|"
    r"placic\s+za\s+wasz))|(?:czy\s+)?jest\s+tam\s+kto|(?:halo|prawda|tak|nie|dobrze|"
    r"zgoda|ok|aha|no\s+i|slucham)\s*\?+$|nie\s+wstyd|gdzie\s+(?:tu\s+)?(?:logika|sens|"
    r"szacunek|uczciwosc)|czy\s+(?:to\s+)?(?:az\s+)?(?:tak\s+)?(?:trudno|"
    r"duzo\s+wymagam)|czy\s+(?:ja\s+)?(?:musze|mam)\s+(?:isc|sie\s+prosic|wszystko)|"
    r"czy\s+wam\s+nie\s+wstyd|od\s+kiedy\s+to"
)
GREETING = re.compile(
    r"co\s+(?:u\s+\w+\s+)?slychac|jak\s+(?:sie\s+(?:pan\w*\s+)?(?:macie|masz|ma|maja)|"
    r"leci|zdrowie|mija|minal)|mam\s+nadzieje|(?:czy\s+)?(?:moge|"
    r"mozna)\s+(?:o\s+cos\s+)?(?:zapytac|spytac|zadac\s+pytanie)\s*[?.]|"
    r"(?:czy\s+)?(?:moga|moglby|moglaby|mogliby|mozecie|moze)\s+(?:mi\s+)?(?:panstwo\s+|"
    r"pan\s+|pani\s+|ktos\s+)?(?:mi\s+)?(?:pomoc)\s*[?.]"
)
EMPTY = re.compile(
    r"(?:bardzo\s+|pilnie\s+|uprzejmie\s+)*(?:prosz[ea]|prosimy|prosba|prosil(?:a|)bym|"
    r"oczekuje)\s+(?:(?:o|mi|panstwa|pilny|szybki|pilna|szybka|wasza)\s+)*(?:pomoc|"
    r"odpowiedz\w*|kontakt\w*|reakcj\w+|informacj\w+|porad\w+|odpowiedziec|pomoc|"
    r"dac\s+znac|wyjasnienie(?:\s+(?:sprawy|sytuacji))?|wyjasnic|sprawdzic|sprawdzenie|"
    r"napisac|odpisac|zrozumienie|interwencj\w+|rozwiazanie|rozpatrzenie|zajac\s+sie.*|"
    r"wybacz\w*.*|nie\s+(?:miec|gniewac).*|zwrocic\s+uwage.*|pamietac.*|"
    r"przyjac\s+(?:wyrazy|podziek).*|przekazac\s+(?:podziek|"
    r"pozdrow).*)(?:[\s,]+(?:w\s+tej\s+sprawie|mi|jak\s+najszybciej|pilnie|szybko|"
    r"szybk\w+|pilna|zwrotn\w+|telefoniczn\w+|mailow\w+|dzis|dzisiaj|w\s+zalatwieniu|"
    r"sprawy|z\s+tym|to|i|rade|porade|odpowiedz))*\s*[.!?]*$|(?:pomozcie|odpiszcie|"
    r"odpowiedzcie|zrobcie\s+cos)\s*[.!?]*$|czekam\s+na"
)
CONDITION = re.compile(
    r"(?:a\s+|i\s+)?(?:jesli|jezeli|gdyby|jak)\s+(?:nie|tak|to|sie\s+nie|by)\b|"
    r"(?:w\s+przeciwnym\s+razie|inaczej)\b"
)
SELF_ANSWERED = re.compile(
    r"niewazne|nie\s+wazne|juz\s+(?:wiem|znalazl\w+|mam|widze|rozumiem|nieaktualne)|"
    r"(?:sam|sama)\s+(?:znalazl\w+|sprawdzil\w+)|nieaktualne|pytanie\s+nieaktualne|"
    r"doczytal\w+|znalazl[ae]m\s+odpowiedz"
)
INNER: tuple[tuple[Kind, str], ...] = (
    (Kind.PRICE, r"\bile\s+(?:\w+\s+)?(?:koszt|za\b|wynos)"),
    (Kind.WHEN, r"\b(?:kiedy|o\s+ktorej|jak\s+dlugo)\b|\bile\s+(?:dni|czasu|trwa)"),
    (Kind.WHERE, r"\b(?:gdzie|skad)\b"),
    (Kind.WHY, r"\b(?:dlaczego|czemu)\b"),
    (Kind.COUNT, r"\bile\b"),
    (Kind.WHO, r"\b(?:kto|komu|do\s+kogo)\b"),
    (Kind.HOW, r"\bjak\b"),
    (Kind.WHICH, r"\b(?:jaki|jaka|jakie|jakim|jakiej|ktory|ktora|ktore)\b"),
)
STRONG_WITHOUT_MARK = re.compile(
    r"czy\b|ile\b|(?:dlaczego|czemu|skad|gdzie|kto|o\s+ktorej|do\s+ktorej|jaki|jaka|"
    r"jakie|w\s+jakim|w\s+jakich|z\s+czego|czym\s+sie)\b|czym\s+rozni|"
    r"jak\s+(?:\w+\s+)?\w+c(?:\s+sie)?\b|jak\s+(?:dlugo|moge|mozna|to|mam|szybko|"
    r"wyglada)\b|kiedy\s+(?:\w+\s+){0,2}?(?:bedzie|beda|dostan\w+|dotrz\w+|przyjdz\w+|"
    r"wysl\w+|otrzym\w+|zwroc\w+|moge|mozna|oddzwon\w+|moj\w*|odpow\w+)\b|(?:macie|"
    r"moglibyscie|da\s+sie|wysylacie|robicie|jest\s+mozliwosc)\b|co\s+(?:z|to|mam|"
    r"oznacza)\b"
)
# What asks wherever it stands, in a letter without a single question mark.
ASKS_ANYWHERE = re.compile(
    r"\b(?:czy\s+(?!tez\b|moze\b|nie\b)\w+|ile\b|po\s+ile\b|za\s+ile\b|skad\b|gdzie\s+(?:jest|moge|mozna|to|moja|moj)\b|"
    r"kiedy\s+(?:\w+\s+){0,2}?(?:bedzie|beda|dostan\w+|dotrz\w+|przyjdz\w+|wysl\w+|zwroc\w+|"
    r"moge|mozna|napraw\w+)\b|"
    r"dlaczego\b|czemu\b|jaki(?:e|ego)?\b|jaka\b|w\s+jakim\b|do\s+kiedy\b|da\s+sie\b|"
    r"jak\s+(?:dlugo|moge|mozna|szybko|\w+c)\b|co\s+(?:robic|zrobic|sie\s+dzieje)\b)"
)
STOPS_STRONG = re.compile(r",\s*(?:to|wtedy|ja|my|kurier|nie|byl\w*|okazal\w*)\b")
CONDITION_WITHIN = re.compile(r"\b(?:jesli|jezeli)\s+(?:tak|nie)\b")
META = re.compile(
    r"(?:kiedy|dlaczego|czemu)\b[^?]{0,40}\b(?:odpow\w+|odpis\w+|zareag\w+|oddzwon\w+)\b"
)
# What a question put within a sentence of its own begins with.
WITHIN = re.compile(r"(?:chc|pros|czy|mog|interes)")
