# ruff: noqa: E501  a phrase a line, however long
"""Polish wording that tells the customer nothing: no time, no certainty, officialese."""

SOON = """
(jak najszybciej|możliwie (jak )?najszybciej|najszybciej jak (to możliwe|się da|tylko)|tak szybko jak to możliwe|w najbliższym czasie|w najbliższej przyszłości|w możliwie (najkrótszym|krótkim) (czasie|terminie)|w najkrótszym możliwym (czasie|terminie)|niebawem|wkrótce|niedługo|niezwłocznie|bezzwłocznie|w miarę możliwości|przy najbliższej okazji|w swoim czasie|w stosownym czasie|w odpowiednim czasie|za jakiś czas|po pewnym czasie|przez jakiś czas|w najbliższych (dniach|tygodniach)|w rozsądnym (czasie|terminie)|w wolnej chwili|prędzej czy później|za chwilę|lada (dzień|chwila|moment)|w późniejszym (terminie|czasie)|w ustawowym terminie|bez zbędnej zwłoki)
"""
UNSURE = """
(powinno|powinien|powinna|powinny) ~2 (chyba|raczej|prawdopodobnie|może|być może|teoretycznie)
(chyba|raczej|prawdopodobnie|być może|może) ~2 (powinno|powinien|powinna|powinny|będzie|się uda|uda|zadziała|dotrze|przyjdzie)
(wydaje mi się|myślę|sądzę|przypuszczam) ~1 że (chyba|może|prawdopodobnie|raczej|być)
(teoretycznie|w teorii|o ile (wiem|pamiętam|się nie mylę)|jeśli dobrze pamiętam|coś w tym stylu|jakieś problemy|jakiś czas|w pewnym sensie|poniekąd|w zasadzie)
"""
EMPTY = """
niniejszym (informuj*|zawiadami*|powiadami*|oświadcz*) ~1 (że)? -> -
niniejszym -> -
(uprzejmie |pragnę |pragniemy |chciał* bym |chcemy )*(informuję|informujemy|zawiadamiamy|powiadamiamy|poinformować|zawiadomić)( państwa| pana| panią)? (o tym )?że -> -
w (chwili|momencie) obecnej -> teraz
na chwilę obecną -> teraz
na dzień dzisiejszy -> dziś
w dniu dzisiejszym -> dziś
w dniu jutrzejszym -> jutro
w dniu wczorajszym -> wczoraj
w okresie czasu -> w czasie
w przypadku gdy -> jeśli
w sytuacji gdy -> jeśli
z uwagi na fakt że -> ponieważ
w związku z faktem że -> ponieważ
w związku z tym że -> ponieważ
ze względu na (to|fakt) że -> ponieważ
celem (dokonania|realizacji|wyjaśnienia|weryfikacji|uzyskania)
(dokonać|dokonano|dokonamy|dokonanie|dokonania|dokonujemy) ~1 (zwrotu|wpłaty|płatności|wymiany|weryfikacji|zakupu|zmiany|wysyłki|zgłoszenia)
(ulec|ulegnie|uległ*|ulegają) ~1 (zmianie|wydłużeniu|opóźnieniu|przesunięciu|uszkodzeniu)
w (trybie|oparciu o) ~2 (przepis*|procedur*|regulamin*)
zgodnie z (obowiązującymi|obowiązującą|wewnętrznymi|wewnętrzną|przyjętą|przyjętymi) (procedurami|procedurą|przepisami|zasadami|regulacjami)
(przedmiotow*|wyżej wymienion*|niżej wymienion*|powyższ* pism*|ww)
(przepraszamy|przepraszam) za (powstałe|zaistniałe|ewentualne|wszelkie|wynikłe) (niedogodności|utrudnienia|problemy)
(państwa|pana|pani) (opinia|zdanie|zadowolenie|telefon) jest dla nas (bardzo )?ważn*
(posiadać|posiada|posiadają|posiadamy) ~1 (możliwość|wiedz*|informacj*)
(zostaną|zostanie) podjęte ~2 (kroki|działania|czynności)
dołożymy (wszelkich )?starań
"""
DOUBLE = """
nie (niemożliw*|wykluczone że nie|niesłuszn*|nieprawda)
nie (można|sposób|da się|możemy|mogę) nie ~1
nie bez (powodu|racji|problemów|trudu)
"""
CONCRETE = """
(dziś|dzisiaj|jutro|pojutrze|poniedział*|wtor*|środ*|czwart*|piąt*|sobot*|niedziel*|stycz*|lut*|marc*|kwiet*|maj*|czerw*|lip*|sierp*|wrześ*|październ*|listopad*|grud*|południ*)
#
"""
