# ruff: noqa: E501  a phrase a line, however long
"""What had better not stand in a Polish reply, by what it does to the reader."""

# Polite or plain though it looks otherwise; taken out first.
POLITE = """
nie (jest |była |to |z |ma w tym )*(pana|pani|państwa|twoja|twojej) ~1 (wina|winy|błąd|błędu)
(nie zrobił*|zrobił*) (pan|pani|państwo|nic) ~1 (źle|złego|wszystko|dobrze)
(tak )?jak (pan|pani|państwo|już pan|już pani) ~1 (pisze|piszą|mówił*|napisał*|wspomni*|prosił*|zauważył*)
jak (już )?(wspomnieliśmy|uzgodni*|obiec*|prosił* pan*|umówi*|ustali*|podano|opisano|ustalono)
(jeśli|jeżeli|gdyby|gdy) ~5 (się )?nie (spodoba|podoba|pasuje|odpowiada|będzie pasować|chce) ~8 (zwrócić|zwrot|wymien*|link|darmo|odesłać|proszę (dać|napisać|wybrać)|wypis*)
proszę uspokoić (psa|kota|dziecko|pieska|zwierz*)
(powodzenia) (na|w|z (egzamin*|przeprowadz*|remont*|nową|nowym|projekt*)|i)
(obawiam|obawiamy) się
proszę (przeczytać|zajrzeć|zapoznać się|sprawdzić|zobaczyć) (zasady|punkt|instrukcję|rozdział|opis|stronę|sekcję|do|z) ~3 (na stronie|punkt*|w punkcie|stronie|poniżej|w załączniku|rozdzial*)
przed ~2 proszę (przeczytać|sprawdzić|zapoznać się|zajrzeć) ~4
proszę (się )?nie (martwić|przejmować|przepraszać|obawiać|śpieszyć|spieszyć|odsyłać|wysyłać|płacić|otwierać|wahać|zrażać|wyrzucać|używać|odłączać)
(to|był|była|jest) (był |była |jest )?(nasz|moja|mój|nasza) (wina|błąd|pomyłka)
z (naszej|mojej) winy
(powinien|powinna|powinno|powinny|powinni) ~2 (być|dotrzeć|przyjść|otrzymać|dojść|działać|zobaczyć|dostać|wystarczyć|pasować|pomóc)
(nic) ~1 (pan|pani|państwo) ~1 nie (płac*|traci)
proszę zatrzymać (urządzenie|maszynę|tę|ten|pralkę)
(nie (musi|muszą|trzeba)) ~2 (czekać|nic|niczego|płacić|pisać|odsyłać|dzwonić)
(jest|było) (mi|nam) (bardzo )?(przykro|głupio)
"""

KINDS = {
    "insult": """
(wam|panu|pani|państwu) (nigdy|wiecznie|zawsze|ciągle) ~1 nie (pasuje|podoba|odpowiada|dość|gra) ~1
(w tym wieku|w pana wieku|w pani wieku|najwyższy czas|wypadałoby|wypada) ~2 (umieć|wiedzieć|znać|nauczyć|rozumieć|zrozumieć|dorosnąć|zapamiętać) ~3 => -
jeśli nie (umie|potrafi|wie) ~4 (proszę nie|to proszę nie|niech|trzeba było) ~3 => Przejdźmy przez to razem, krok po kroku.
(mój|moja|nasz|nasza|nawet|każdy|byle) ~1 (pies|kot|babcia|chomik|sąsiad|sąsiadka|pierwszoklasista|wnuk|papuga|siostrzeniec|przedszkolak|małpa)
(wypełniłby|wypełniłaby|zrobiłby|zrobiłaby|zrozumiałby|zrozumiałaby|poradziłby|poradziłaby|umiałby|umiałaby|potrafiłby|potrafiłaby) (to |sobie |nawet |mój |moja )+ ~2 => Przejdźmy przez to razem, krok po kroku.
kto (dziś |dzisiaj |w ogóle |niby |normalny )*nie (umie|wie|zna|potrafi|czyta|widzi|rozumie) ~4
(na|od) (głupotę|głupoty|lenistwo|ignorancję|chamstwo) ~2 (nie ma|nie|lekarstwa|leczę|pomogę|rady) ~2
(nie jest pan*|nie są państwo) (dzieckiem|małym|z cukru|kaleką|zbyt bystr*|najmądrzejsz*|geniusz*) ~2 => -
(uroiło|przywidziało|wydawało|przyśniło) się (panu|pani|państwu) ~1
(panu|pani|państwu) się (uroiło|przywidziało|przyśniło|coś pomyliło) ~2
nie (rozumie|pojmuje|ogarnia|łapie|kojarzy|czyta|słucha|potrafi|umie|zna|odróżnia) (pan |pani |państwo )?(podstaw|prostych|najprostszych|elementarn*|oczywist*|co (się|do)|po polsku|instrukcji|ze zrozumieniem|czytać|słuchać|niczego|nic|różnicy|tego co|nawet)
(dziwne|dziwi mnie|zadziwiające|niesamowite|trudno uwierzyć|śmieszne|zabawne|ciekawe|niepojęte|aż dziw) (jest |to )?(że )?~1 (dorosł*|pan|pani|człowiek|ktoś|ludzie|można|klient) ~7 => -
dorosł* (człowiek*|osob*|kobiet*|mężczyzn*|ludzie|pan*) ~4
(jestem|jesteśmy) ~3 (a )?nie (czarodziej*|cudotwórc*|wróżk*|wróżbit*|niańk*|magik*|jasnowidz*|psycholog*|sekretark*|służąc*|bank*|święt*) => -
nie (czarodziej*|cudotwórc*|wróżk*|niańk*|magik*|jasnowidz*|służąc*|telepat*) => -
(niech|proszę poprosić|proszę zapytać|może) ~1 (dzieci|dziecko|wnuk*|syn|córka|mąż|żona|sąsiad*|ktoś (mądrzejszy|młodszy)|kogoś) ~1 (panu |pani |państwu )*(pokaż*|pomo*|wytłumacz*|zrobi*|przeczyta*|wyjaśni*|nauczy*) ~6 => -
(podstaw|podstawy|elementarn*|podstawow*) ~1 (kultury|logiki|wiedzy|matematyki|czytania|grzeczności|wychowania|zasad kultury) ~1 => -
(nie dociera|nie dotarło|dociera do pan*|dotarło wreszcie|brak kultury|brak wychowania|brak wyobraźni|brak rozumu|brak logiki|brak wiedzy|więcej rozumu|trochę rozumu|pomyślunku|trochę pomyślunku|z głową|wiecznie niezadowol*|zawsze niezadowol*|robi pan* z igły|szuka pan* (dziury|problemu|guza|zaczepki)|dziury w całym|czepia się|pan* się czepia|wymyśla pan*) ~1
(pana|pani|państwa) ~1 (głupot*|ignoranc*|niewiedz*|lenistw*|chamstw*|bezczelnoś*|histeri*|fantazje|fanaberie|humory|fochy|wymysły|widzimisię|pretensjonaln*)
(czy |naprawdę |jest |aż |tak )*(pan|pani|państwo|ty|jesteś) (naprawdę |jest |aż |tak |są |w ogóle |chyba |po prostu )+(głupi|głupia|tępy|tępa|ślepy|ślepa|głuchy|głucha|śmieszn*|żałosn*|niepoważn*|nienormaln*|leniw*|bezczeln*|niekulturaln*|beznadziejn*|ograniczon*|idiot*|dziecinn*|histeryz*|głupi*|analfabet*|upierdliw*|męcząc*|niemożliw*|arogan*) => -
(idiot*|debil*|kretyn*|głupek|głupku|głąb|matoł*|tępak*|baran*|cham|chamka|prostak*|histeryczk*|maruda|marudo|roszczeniow*|pieniacz*|awanturni*|naciągacz*|kłamca|krętacz*|cwaniak*|nieuk*|analfabet*|ofiara losu|oferma)
(głupi*|idiotyczn*|bezsensown*|absurdaln*|śmieszn*|żałosn*|niedorzeczn*|debiln*|durn*|kuriozaln*) ~1 (pytani*|żądani*|pretensj*|reklamacj*|oczekiwani*|wymagani*|prośb*|zachowani*|mail*|tłumaczeni*|zarzut*|pomysł*) => -
(oczekiwania|żądania|pretensje|wymagania|roszczenia|zarzuty|pytania|pytanie|reklamacja) (pana |pani |państwa |są |jest |po |prostu |kompletnie |zupełnie |totalnie )+(absurdaln*|śmieszn*|żałosn*|niedorzeczn*|głupi*|bezsens*|niepoważn*|kuriozaln*|wyssan*) => -
(proszę )?(nie )(być|bądź|bądźmy|robić|udawać|rób) ~2 (śmieszn*|niepoważn*|dziecinn*|bezczeln*|głupi*|z siebie|cyrku|scen|histerii|problemu z|awantury|afery|idiot*|głupiego) => -
(wystarczy|trzeba|należy|warto|można|może|czasem|proszę|radzę|polecam) ~2 (pomyśleć|myśleć|ruszyć głową|użyć mózgu|użyć głowy|włączyć myślenie|włączyć mózg|ruszyć głow*|używać głowy|pogłówkować) ~5 => -
(myślenie|myślenia|mózg|rozumu|rozum) nie boli
(proszę )?(się )?(nauczyć|naucz|nauczyć się|nauczcie|poduczyć|radzę nauczyć) ~1 (się )?(czytać|pisać|mierzyć|liczyć|słuchać|obsług*|kultury|korzystać|szacunku|obsługiwać|czekać) ~6 => -
(umie|umiesz|potrafi|potrafisz|umieją|nie umie|czytanie|czytać) ~2 (czytać|liczyć|pisać|ze zrozumieniem|słuchać|mierzyć) ~2 => -
(ze zrozumieniem|czytanie nie boli|czytanie się kłania|czytać nie boli)
(każde|nawet|każdy|byle|małe) ~1 (dziecko|dzieci|głupi|idiota|przedszkolak|laik|babcia|matoł|normalny człowiek) ~2 (to )?(wie|złoży|złożyłoby|potrafi|rozumie|umie|poradzi|zrozumie*|by)? => Przejdźmy przez to razem, krok po kroku.
(złożyłoby|poradziłoby|zrozumiałoby|zrobiłoby|złoży|zrozumie|poradzi) (to |sobie |by )*(nawet )?(dziecko|każdy|przedszkolak) ~2 => Przejdźmy przez to razem, krok po kroku.
(dla każdego|każdemu|każdy|wszystkim|dla wszystkich) (to |jest |normaln* |wie |wiadomo |człowiek* |chyba )*(oczywist*|jasne|wiadomo|wie|zrozumiał*) ~8 => Przejdźmy przez to razem, krok po kroku.
(przecież|chyba) (jest |to |takie |chyba |tak |banalnie |dziecinnie )*(proste|banaln*|oczywist*|logiczn*|elementarn*|prościzna|jasne jak słońce|łatwizna) ~1 => Przejdźmy przez to razem, krok po kroku.
(pan|pani|państwo) (chyba |widocznie |najwyraźniej |ewidentnie |wyraźnie |po prostu |kompletnie |w ogóle |ewidentnie |zupełnie )+(nie (wie|rozumie|czyta|umie|potrafi|słucha|zna|myśli|ma|zrozumiał*|przeczytał*)|nic) ~3
(widać|jasne|oczywiste|widzę|najwyraźniej|ewidentnie|widocznie|chyba|pewnie|zapewne) że (nie (ma|wie|rozumie|czyta|zna|umie|potrafi|zapozna*|przeczyta*)|pan* (nie|się)) ~3
(nie ma|bez|zero|zielonego) ~2 (pojęcia|zielonego pojęcia) ~2
(takimi|takich|tacy|tego typu|taki) ~1 (klient*|ludzi|ludźmi|jak (pan|pani|państwo|wy|ty)|osob*) ~2
(klient* jak (pan|pani|państwo|ty))
(kłamie|kłamiesz|kłamać|kłamstwo|kłamstwa|ściemniać|oszukiwać|zmyślać|zmyśla|zmyślasz|wymyślać|wymyśla|nabierać|kręcić|naciągać|ściemnia|konfabul*) ~1 => -
(radzę|proszę|polecam|może|powinien|powinna|czas|warto) ~2 (zbadać|sprawdzić|przebadać|kupić|założyć|zmienić|otworzyć|przetrzeć|wymienić) ~1 (wzrok|oczy|okulary|słuch|głowę|lekarza|uszy) ~1 => -
(nie jestem|nie jesteśmy|to nie|my nie|ja nie) ~1 (wróżk*|wróżbit*|jasnowidz*|niańk*|cudotwórc*|służąc*|opiekun*|psycholog*|sekretark*|przedszkol*|organizacj* charytatywn*|charytatywn*|mikołaj*|telepat*|google|informacj* turyst*|fundacj*|caritas) ~1 => -
(nie jestem|nie jesteśmy) (tu |tutaj )?od ~5 => Pomogę przejść przez to krok po kroku.
(marnuje|marnuj*|zabiera|zajmuje|tracę|szkoda) ~2 (mój|nasz|mojego|naszego|cudzy) (czas*) ~1 => -
(szkoda) (mojego|naszego|na pan*|czasu na|gadać|słów|nerwów) ~2 => -
(proszę )?(przestać|skończ*|dość|koniec|bez|nie) ~1 (marudz*|narzeka*|histeryz*|jęcz*|lamentować|krzyczeć|krzycz*|awantur*|histerii|panik*|panikować|pouczać|obrażać|dramatyz*|przesadzać|wymądrzać|fantazjować|bredzić|płakać|kłócić|wykłócać|dyskut*|unosić|pyskować|denerwować mnie|stękać|czepiać|grozić|straszyć) ~2 => -
(proszę )?(dorosnąć|dorośnij|ogarnąć|ogarnij|spadaj|spadać|spieprzaj*|odwal*|odczep*|wynocha|wypad|zamknij|puknąć|puknij|popukać|leczyć|stuknij|opanuj|daj spokój|zejdź|pocałuj*|wypchaj*) ~3 => -
(zatrudnić|wynająć|poprosić|znaleźć|zapytać|poszukać) ~1 (kogoś|fachowca|osobę|dziecko|wnuczka|dorosłego|specjalist*) ~2 (kto|który|co) ~4 => -
(nie da się|nie sposób|nigdy|niemożliwe|trudno) ~2 (dogodzić|zadowolić|dogodzisz|dogodzę) ~1 => -
(panu|pani|państwu|tobie|wam) nie (da się|sposób|można|idzie) (dogodzić|nic|wytłumaczyć|pomóc|przetłumaczyć) => -
(wy byście|państwo by|klienci by|każdy by|wszyscy by|pan by|pani by|by chcieli|byście) ~2 (wszystko|chcieli|chciał*) ~1 (za darmo|najlepiej|od razu|na już|gratis)?
(tylko (pan|pani|państwo)|(pan|pani) (jako )?(jedyn*|jedna|jeden)) ~1 (narzeka*|ma (problem|pretensj*)|skarży|zgłasza|marudzi|się skarży|wymyśla) ~1 => Dziękuję za zgłoszenie.
(z kim|z takimi|z panem|z panią) ~1 (się )?nie (da|można|sposób) ~2
""",
    "blame": """
(zanim|nim) ~3 (oskarżać|oskarży|obwiniać|pretensj*|narzekać) ~4 => Porównajmy, co mamy po obu stronach.
gdyby ~2 (porządnie|dokładnie|uważnie|wcześniej|najpierw|chociaż|tylko|od razu|wcześnie|odpowiednio) ~10 => Chętnie wyjaśnię to tutaj.
gdyby (pan|pani|państwo) ~8 (nie (byłoby|musiał*|mielibyśmy|byłby|doszłoby|trzeba|traci*)|wiedział*|nie pyta*|to (by|nie)) ~5 => Chętnie wyjaśnię to tutaj.
(problem|błąd|wina|usterka|przyczyna|kłopot) ~1 (leży|jest|tkwi|musi być|stoi|po) ~1 (po (pan*|państwa) stronie|u (pan*|państwa)|w (panu|pani|państwu)) ~1 => Sprawdźmy razem, co się stało.
(oczywiście|naturalnie|rzecz jasna|jasne że|wiadomo|pewnie|ewidentnie|zapewne|zwyczajnie|najwyraźniej) ~2 (zerwał*|zepsu*|rozbił*|upuścił*|zgubił*|uszkodził*|zalał*|kliknął|kliknęł*|usunął|usunęł*|zapomniał*|pomylił*|złamał*|otworzył*|naruszył*|przeoczył*|zignorował*|nie (przeczyta*|sprawdzi*|zrozumia*|doczyta*)) ~3 => Sprawdźmy razem, co się stało.
(zerwał*|zepsuł*|rozbił*|upuścił*|zgubił*|uszkodził*|zalał*|usunął|usunęł*|złamał*|naruszył*|wybrał*) (pan |pani |to |go |ją |państwo )+(sam|sama|sami) => Sprawdźmy razem, co się stało.
(umowę|regulamin|warunki|zgodę|protokół) (pan |pani |państwo )?(podpisał*|zaakceptował*|przeczytał*|czytał*|widział*|dostał*) ~3 => -
(podpisał*|zaakceptował*) (pan|pani|państwo) ~2 (umow*|regulamin*|warunki) ~3 => -
to proszę (ją |go |je |teraz |sobie |nie |czytać )*(przeczytać|czytać|płacić|czekać|zapłacić|poczytać|myśleć|uważać|sprawdzać|narzekać) ~2 => -
(nie nasza wina|to nie my|nie moja wina) ~1 (że|jeśli|jak|tylko|lecz|ale) ~6 => Sprawdźmy razem, co się stało.
(trzeba|proszę|wypada|warto|należałoby) (być |się |bardziej |lepiej )*(uważniejsz*|ostrożniejsz*|rozsądniejsz*|cierpliwsz*|grzeczniejsz*) (bardziej|na|następnym|przy|o|i nie|lepiej)? ~3 => -
(bo|skoro|ponieważ) (pan |pani |państwo |się |nie )+(przeczytał*|sprawdził*|doczytał*|uważał*|pilnował*|zapoznał*|pofatygował*|chciało|raczył*|umie|potrafi|rozumie) ~3
(na własne życzenie|z własnej winy|może pan* podziękować sobie|może pan* mieć żal|pretensje do siebie|sam sobie|sama sobie|błąd użytkownika|wina użytkownika) ~3 => Sprawdźmy razem, co się stało.
(trzeba|należało|wystarczyło|wypadało|można) było ~1 (dokładnie |wcześniej |najpierw |dobrze |po prostu )?(sprawdzić|obejrzeć|otworzyć) ~6 => Przy następnej paczce pomaga sprawdzenie jej przy odbiorze.
(trzeba|należało|wystarczyło|wypadało|można) było ~6 => Zobaczmy, co da się zrobić teraz.
(wcześniej|najpierw|od razu|przedtem) (trzeba|należało|wypadało|można) ~6 => Zobaczmy, co da się zrobić teraz.
(powinien|powinna|powinni|powinieneś|powinnaś|mógł|mogła|mogli|mogłeś|mogłaś) (był |była |byli |pan |pani |państwo |sam |sama |to |się |był pan |była pani )+(najpierw |wcześniej |po prostu |dokładnie |chociaż |się |od razu |to |bardziej )*(sprawdzić|przeczytać|zapytać|zadzwonić|zgłosić|powiedzieć|napisać|pomyśleć|wiedzieć|zapoznać|uważać|zmierzyć|spytać|przewidzieć|czytać|obejrzeć|zauważyć|pamiętać|pilnować|poinformować) ~4 => Zobaczmy, co da się zrobić teraz.
to (pan|pani|państwo|ty) (miał*|powinien|powinna|powinni|musi*|zawini*|popełni*|zepsu*|zamówił*|się pomyl*|podał*|źle) ~6 => Zobaczmy, co da się zrobić teraz.
(to )?(jest |była |wyłącznie |tylko |ewidentnie |ewidentna )*(pana|pani|państwa|twoja|twój|własna|wyłącznie) (własna |własny |ewidentna |ewidentny |wyłączna |osobista )?(wina|błąd|pomyłka|nieuwaga|niedopatrzenie|zaniedbanie|niedbalstwo|lenistwo|głupota|niekompetencja|bezmyślność) ~5 => Zobaczmy, co da się zrobić teraz.
(wina|winę|błąd|odpowiedzialność) (jest |leży |ponosi |to |wyłącznie |tylko |stoi )+(po |pan |pani |państwo |pana |państwa |pani |stronie )+ ~2 => Zobaczmy, co da się zrobić teraz.
(z|przez) (pana|pani|państwa|własnej|własną|twojej|swojej|swoją|twoją) (własnej |własną )?(winy|winę|nieuwagi|nieuwagę|głupoty|głupotę|niedbalstwo|niedopatrzeni*|błąd|błędu|ignoranc*|lenistw*|bezmyślnoś*|pomyłk*|roztargnieni*|nieostrożnoś*) ~2
(sam|sama|sami) (pan|pani|państwo|sobie|to|jesteś|jest) ~1 (to |sobie |jest |są |tak )*(winien|winna|winni|zepsu*|wybrał*|zamówił*|uszkodził*|popsuł*|zepsuł*|kliknął|kliknęł*|podał*|popełnił*|podpisał*|zaakceptował*|rozbił*|pomylił*|chciał*|zgubił*|zaszkodził*|wpisał*) ~4 => Sprawdźmy razem, co się stało.
(na pewno|pewnie|zapewne|widocznie|najwyraźniej|ewidentnie|musiał*|prawdopodobnie sam*) (sam |sama |pan |pani |państwo |to |się |źle )*(zepsu*|popsu*|uszkodzi*|upuści*|zrobi*|rozbi*|zła*|pomyli*|nie (zastosowa*|przeczyta*|sprawdzi*|czyta*|dokręci*|uważa*)|źle) ~5 => Sprawdźmy razem, co się stało.
(więc |to |czyli |zatem )+(to )?musi* (to )?być (pan|pani|państw*|pana|po pana|po państwa|coś po) ~3 => Sprawdźmy razem, co się stało.
(my|u nas|nasza|nasz|nasi|nasze) ~2 (się )?(tak )?(nie|nigdy się nie|nigdy nie) (myli|mylimy|mylą|popełniamy|robimy takich|pomylił*|zdarza*) ~3
(nie zastosował*|nie stosuje|nie przestrzega*|nie przeczytał*|nie zapoznał*|nie dopełnił*|nie raczył*|nie pofatygował*) ~1 (się )?~1 (pan|pani|państwo|do|z)? ~3 => Przejdźmy przez to razem, krok po kroku.
(używał*|użytkował*|korzystał*|użył*|używa) ~2 (niezgodnie|nieprawidłowo|źle|niewłaściwie|nieumiejętnie|w niewłaściwy) ~4 => Sprawdźmy razem, co się stało.
gdyby ~3 (przeczytał*|czytał*|raczył*|pofatygował*|sprawdził*|zadał* sobie|uważał*|słuchał*|pomyślał*|zajrzał*|umiał*|otworzył*|zapoznał*|chciało|zadzwonił*|zapytał*) ~10 => Chętnie wyjaśnię to tutaj.
gdyby (raczył*|czytał*|przeczytał*|słuchał*) ~8 => Chętnie wyjaśnię to tutaj.
(dlaczego|czemu|po co) (nie |pan |pani |państwo |od razu |wcześniej |w takim razie )+(powiedział*|napisał*|zgłosił*|sprawdził*|przeczytał*|zadzwonił*|zamawiał*|zamówił*|kupował*|czyta*|mówi*|zapytał*|uprzedził*) ~4 => Dziękuję, że wiemy o tym teraz.
(nie można było|nie mógł pan|nie mogła pani|nie dało się|trudno było) (tak |to |tego )?(od razu|wcześniej|napisać|zapytać|przeczytać|powiedzieć) ~3 => Dziękuję, że wiemy o tym teraz.
nikt (pan*|panu|państwa|ci|was|nie) ~1 (nie )?(kaz*|zmusza*|każe|prosił|namawiał|kazał) ~4 => -
(tak to jest|tak się kończy|tak bywa|to się dzieje|tak to się) ~2 (jak|gdy|kiedy) ~6 => -
(proszę )?(nie |przestać )(zwalać|obwiniać|przerzucać|zrzucać|obarczać|zwalaj*|winić) ~6 => Sprawdźmy razem, co się stało.
(znowu|znów|ciągle|wiecznie|zawsze|po raz kolejny) ~1 (zapomni*|pomyli*|nie (załącz*|przeczyt*|doczyt*|dołącz*|poda*|wypełni*|przysł*)|źle|pani źle|pan źle|coś) ~1 (pan|pani|państwo)? ~4 => Proszę o brakujące informacje, a zajmę się tym od razu.
(zamówił*|wybrał*|kupił*|podał*) (pan |pani |państwo )?(zły|złą|zła|złe|nie ten|nie tę|błędn*|niewłaściw*) ~3 (to|więc|teraz|proszę|i teraz) ~4 => Wygląda na to, że zamówiono inny wariant; zobaczmy, co da się zrobić.
(nie dostarczył*|nie przysłał*|nie załączył*|nie wypełnił*|nie zgłosił*|nie podał*) (pan |pani |państwo )?~2 (to|więc) ~1 (proszę )?(nie |teraz |nie ma) ~3 => Proszę o brakujące informacje, a zajmę się tym od razu.
(zaakceptował*|podpisał*|zgodził*|kliknął|kliknęł*) (pan |pani |państwo |się )*(regulamin|umow*|warunki|na to|na warunki)? (to|więc|i|dlatego|tym samym) ~6 => -
(trzeba|proszę|należy|wypada|warto) (myśleć|pomyśleć|zastanowić się|czytać|sprawdzać|patrzeć|mierzyć|uważać|było myśleć) (zanim|przed|wcześniej|uważniej|uważnie|ze|dokładniej|co) ~5 => Szczegóły są w opisie, a ja chętnie pomogę wybrać.
(następnym|kolejnym|drugim) razem ~2 (czytać|myśleć|sprawdzić|uważać|przeczytać|pomyśleć|uważniej|zapytać|się zastanowić|patrzeć|dokładniej|mierzyć|słuchać) ~5 => Szczegóły są w opisie, a ja chętnie pomogę wybrać.
(proszę )?(mieć|może pan mieć|może pani mieć) pretensje ~2 (do siebie|wyłącznie|tylko) ~2 => -
(pana|pani|państwa|twój) (błąd|wina|pomyłka) (więc|to|i) ~4
""",
    "impatient": """
(nigdy|wiecznie|znowu) (pan |pani |państwo )*nie (czyta|słucha|patrzy|sprawdza|pisze|dołącza|rozumie) ~4
nigdy (pan|pani|państwo) nie ~3
nie (siedzimy|siedzę|czekamy|jesteśmy) ~2 (tylko|i czekamy|i czekam|wyłącznie) ~3 => -
(mówiliśmy|mówiłam|mówiłem|pisaliśmy|pisałam|pisałem|tłumaczyliśmy|informowaliśmy|wyjaśnialiśmy|odpowiadaliśmy) ~2 (już|razy|wielokrotnie|kilka razy|trzy razy|dwa razy) ~1 -> -
w ogóle (spojrza*|patrzy*|obejrza*|zmierzy*|próbowa*|włączy*|podłączy*|sprawdz*) ~4 => -
(wszystko|to|tę sprawę|kwestię|już) ~1 (już |panu |pani |państwu |to |dokładnie |wielokrotnie )*(wyjaśniliśmy|wyjaśniłem|wyjaśniłam|tłumaczyliśmy|powiedzieliśmy|omówiliśmy|wyjaśniono|przerabialiśmy|przekazaliśmy|ustaliliśmy|wałkowaliśmy) ~1 (przez telefon|wcześniej|wczoraj|w poprzedni*|już|telefonicznie|ostatnio|wielokrotnie|kilka razy|kilkakrotnie|panu|pani|państwu)
nie widzę (sensu|powodu|potrzeby|podstaw do|celu) ~6 => -
(z całym szacunkiem|z całym szacunkiem dla pan*) -> -
(decyzja|odpowiedź|stanowisko) (jest |pozostaje |się )*(ostateczn*|bez zmian|taka sama|nie zmieni*) ~8 => Niestety nie mogę tego zmienić.
(nie (będę|będziemy|zamierzam|mam zamiaru)) ~2 (o tym |się |z panem |z panią |już |tego )*(dyskutować|rozmawiać|dyskutował|dyskutowała|kłócić|tłumaczyć|komentować|powtarzać|powtarzał|powtarzała|odpisywać|przepraszać|wdawać|polemizować) ~4 => -
(odpisuję|piszę|odpowiadam|mówię|tłumaczę|powtarzam|wyjaśniam|proszę) ~1 (panu |pani |państwu |to )*(już )?(po raz )?(ostatni|setny|trzeci|dziesiąty|kolejny|enty|któryś|piąty)( raz)? ~1 => -
(odpisz*|odpowiem*|zajmiem*|sprawdz*|wyśl*|zadzwon*|zrobim*) (jak|kiedy|gdy|o ile) ~1 (będ*|znajdz*|starczy|czas|zechc*|uznam*|się|przyjdzie|nadejdzie|damy|dam) ~3 => Sprawdzę to i od razu napiszę.
(jak|kiedy|gdy) (będziemy mieć|będziemy mieli|będę mieć|będę miał*|znajdziemy|znajdę|starczy) ~1 (czas*|chwil*|ochot*|siłę) ~1
(gwoli ścisłości|dla jasności|żeby było jasne|żeby nie było|dla pan* wiadomości|jak pan* zapewne wie|jak pan* powinien wiedzieć|jak pan* powinna wiedzieć|gdyby pan* nie zauważ*|jeśli pan* nie zauważ*|jak powszechnie wiadomo) -> -
(wystarczy|starczy|dość|dosyć|koniec) (już |tego |tych )+(tego|już|pytań|maili|dyskusji|rozmów|narzekania|wiadomości) ~1 => -
(ile|jak) (można|długo|jeszcze|razy) ~1 (to |jeszcze |mam |będzie |można )*(tłumaczyć|powtarzać|wyjaśniać|pytać|pisać|wałkować|mówić) ~2 => -
(jak )?(już |przecież |wielokrotnie |kilkakrotnie |kilka razy |setki razy |sto razy )+(pan* |panu |państwu |ci |wam |to |o tym |się |tyle razy |kilka razy |dwa razy |wyraźnie |wielokrotnie |wcześniej )*(mówiłem|mówiłam|mówiliśmy|pisałem|pisałam|pisaliśmy|tłumaczyłem|tłumaczyłam|tłumaczyliśmy|wyjaśniałem|wyjaśniałam|wyjaśnialiśmy|odpowiadałem|odpowiadałam|informowałem|informowałam|informowaliśmy|wspominałem|wspominałam|powiedziałem|powiedziałam|napisałem|napisałam|odpowiedziałem|wyjaśniono|powtarzałem|powtarzałam|odpisałem|odpisałam|mówiono) ~1 -> -
(mówiłem|mówiłam|pisałem|pisałam|tłumaczyłem|tłumaczyłam|powtarzałem|powtarzałam|powiedziałem|powiedziałam|informowałem|informowałam|napisałem|napisałam|odpisałem) (już |przecież |panu |pani |państwu |ci |wyraźnie |jasno |to |o tym |ostatnio |w zeszłym |tydzień |po |i |nie |że nie )+ ~2
(odpowiedź|wyjaśnienie) ~1 (już )?(pan|pani|państwo|pan*) ~1 (dostał*|otrzymał*|ma|uzyskał*) ~2 => -
(powtarzam|powtórzę|powtarzamy|przypominam po raz|tłumaczę|mówię|wyjaśniam|powtarzam się) (jeszcze raz|po raz|ostatni raz|raz jeszcze|kolejny|panu|pani|po|jeszcze|znowu|ostatni|setny|że) ~2 -> -
(ostatni|kolejny|setny|trzeci|czwarty|dziesiąty|n ty|enty|któryś) raz (mówię|powtarzam|tłumaczę|piszę|odpowiadam|proszę|wyjaśniam|pytam|to) ~2 -> -
po raz (ostatni|kolejny|setny|trzeci|czwarty|dziesiąty|enty|któryś|drugi) ~3
(ile|ilu) razy ~1 (mam|można|jeszcze|trzeba|muszę|mamy|będę) ~4 => -
(ile można|jak długo jeszcze|do skutku|do znudzenia|w kółko|bez końca|do upadłego) ~2
(nie (będę|mam zamiaru|zamierzam|chce mi się|mam siły|mam ochoty|mam czasu)) ~2 (tego |się |już |więcej |z panem |z panią )*(tłumaczyć|powtarzać|dyskutować|odpowiadać|wyjaśniać|czytać|tolerować|słuchać|szukać|tłumaczyła|tłumaczył|kłócić|prowadzić|znosić|użerać|na) ~5 => -
(czy )?(pan|pani|państwo|ktoś|ty) (w ogóle |naprawdę |choć |chociaż |kiedykolwiek |czasem |aby )+(czyta*|słucha*|przeczyta*|rozumie*|otwiera*|otworzy*|patrzy*|umie*|myśli*|zajrza*|widzi*|sprawdz*|wie*) ~5 => -
(czy )?(w ogóle) (pan |pani |państwo )?(czyta*|słucha*|przeczyta*|rozumie*|otworzy*|zajrza*) ~5 => -
(czego|co|co dokładnie|która część|który fragment|czego tu|co tu) (jest |pan |pani |państwo |dokładnie |tu |jeszcze |w tym |w tym )*(nie (rozumie*|rozumieć|dociera|jasne|zrozumiał*|pojmuje*)|niezrozumiał*|niejasn*|trudn*|zrozumieć) ~7 => Który krok wyjaśnić dokładniej?
(czego|co) (jeszcze |znowu |znów |właściwie |teraz |pan |pani |państwo |ode mnie |od nas )+(chce*|oczekuje*|chciał*|żąda*|się spodziewa*|chcieliby) ~3 => W czym mogę pomóc?
(w czym|jaki|o co) (właściwie |konkretnie |znowu |pan |pani |ma |państwo |jest |tak |naprawdę |niby |dokładnie |panu |pani )+(problem|chodzi|pretensj*) ~2 => W czym mogę pomóc?
(znowu|znów) (pan|pani|państwo|ty|to samo|wy|ten|pan się|pani się) ~1
(męcząc*|nudn*|irytując*|denerwując*|żenując*|śmieszn*|upierdliw*|uciążliw*) (jest|robi|się|to|są) ~2
(to|robi się|to się robi|staje się|jest pan|jest pani) ~1 (męczące|nudne|irytujące|śmieszne|żenujące|nużące|uciążliwe|denerwujące) => -
(koniec|na tym) (dyskusji|rozmowy|tematu|kropka|kończę|kończymy|korespondencji|i kropka) ~3 => -
(temat|sprawa|dyskusja|rozmowa) (jest |uważam za |uważamy za |została )?(zamknięt*|skończon*|zakończon*|wyczerpan*) ~1 => -
(i kropka|kropka|basta|bez dyskusji|nie ma dyskusji|nie podlega dyskusji|i tyle w temacie|i tyle) => -
(nie mam|nie mamy|brak mi|mam) (czasu|cierpliwości|siły|sił|ochoty|nerwów|dość|dosyć|całego dnia|ważniejsze|na to|lepsze) ~5 => -
(ważniejsz*|lepsz*|pilniejsz*) (sprawy|rzeczy|klient*|zajęcia|obowiązki) ~6
(nie wiem|nie mam pojęcia) (już |jak |naprawdę |sam* )*(jak )?(to |mam |można |jeszcze |panu |pani )*(prościej|jaśniej|wytłumaczyć|wyjaśnić|dotrzeć|łatwiej) ~4 => Spróbuję wyjaśnić to inaczej.
(jaśniej|prościej) (się )?nie (da|można|umiem|potrafię) ~3
(czy )?(to |jest |naprawdę |aż |tak )+(takie trudne|trudne|ciężko|skomplikowane|trudno) ~4 => -
(pan|pani|państwo) (tak |to |chyba |jest |mówi |mówią )*(serio|poważnie|żartuje|żartuj*|kpi|kpią|nienormaln*|oszala*) ~1 => -
(na (pudełku|stronie|opakowaniu|etykiecie|metce)|w (opisie|regulaminie|instrukcji|mailu|umowie|ofercie)|tam|wszystko) (jest |było |przecież |to |wyraźnie |jasno |jak byk |stoi |czarno |na |białym |dokładnie |została |zostało )+(napisan*|jak byk|czarno|opisan*|wyjaśnion*|podan*|jest|na białym|szczegółowo) ~3 => Jest to podane w opisie; chętnie wskażę to miejsce.
(wszystko) ~2 (zostało|było|jest) ~2 (szczegółowo |dokładnie |wyraźnie |jasno )?(w opisie|wyjaśnione|napisane|podane|opisane) ~6 => Jest to podane w opisie; chętnie wskażę to miejsce.
(po polsku|wyraźnie|jasno|drukowanymi|prosto) ~1 (napisał*|powiedział*|mówi*|pisz*|tłumaczy*|napisan*|pisał*) ~1 
(czarno na białym|jak wół|jak byk|przed nosem|pod nosem|przed oczami) ~2
(proszę )?(posłuchać|słuchać|uważnie słuchać|słuchaj*|niech pan słucha|niech pani słucha) (mnie|uważnie|no|pan|pani|kobieto|człowieku|teraz) ~1
(na (litość|miłość) boską|do cholery|do diabła|ludzie|człowieku|kobieto|matko|rany|na boga|kurde|cholera|no naprawdę|no litości|litości) => -
(od czego|po to) (jest|są|mamy|jest od tego|macie) (google|wyszukiwar*|instrukcj*|internet*|regulamin*|faq|oczy|głow*) ~1 => -
(wygooglować|wyguglać|wygoogluj*|poszukać w google|proszę googlować|google nie boli|wujek google|w google) ~2 => -
jak (w|w poprzednim|w moim) (poprzednim|ostatnim|poprzedniej|mailu|wiadomości|wcześniejsz*) ~1
(proszę )?(przeczytać|wrócić do|zajrzeć do|sprawdzić) ~1 (mój|mojego|moją|moje|poprzedni*) (poprzedni*|ostatni*|mail*|wiadomoś*|odpowied*) ~2
""",
    "ordering": """
proszę (się )?(wreszcie|w końcu|nareszcie) ~3
proszę (się |to )?najpierw (się )?(przygotować|zastanowić|zdecydować|dowiedzieć|nauczyć|ogarnąć|pomyśleć|poczytać|doczytać|sprawdzić samemu|uspokoić) ~5 => Przejdźmy przez to razem, krok po kroku.
(gdyby|jeśli|wdzięczn* gdyby|miło gdyby) (pan |pani |państwo )?(przestał*|wreszcie|w końcu|raczył*|łaskawie|choć raz|zechciał* wreszcie|skończył*|nie wymyślał*) ~5
(do rzeczy|konkrety|konkretnie proszę|krócej|bez emocji|bez wycieczek|bez lania wody|tylko fakty) ~1 => -
(proszę |niech pan |niech pani )?(łaskawie |uprzejmie |natychmiast |już |wreszcie |w końcu |więcej )*nie (zaśmiecać|zapychać|zawalać|blokować|spamować|dublować|ponaglać|poganiać|popędzać|naciskać|żądać|rozkazywać|dyktować|marnować|zajmować|zawracać|kręcić|przeszkadzać|wydzwaniać|wypisywać|mnożyć|szukać dziury|robić cyrku|robić scen|robić problemów|oczekiwać cudów|liczyć na|spodziewać|się ośmieszać|odwracać|podnosić głosu|zadawać głupi*) ~4 => Mamy Państwa wiadomość i na nią odpowiemy.
(łaskawie|łaskawy|łaskawa) ~1 (proszę|przeczyta*|zajrz*|poczeka*|przestać|sprawdzi*|nie|się) ~3
(proszę )?(się )?(zachowywać|zachować|wyrażać|odnosić) (się )?(kulturalnie|grzeczniej|z szacunkiem|normalnie|jak (człowiek|dorosł*|cywilizowan*)|ciszej) ~2
(proszę )?(jeszcze raz )?(dokładnie|uważnie|powoli|ze zrozumieniem) ~1 (jeszcze raz )?(przeczytać|poczytać|czytać) ~4 => Jest to opisane w instrukcji; chętnie wskażę to miejsce.
(proszę )?(się )?(uspokoić|uspokój|uspokójcie|opanować|wyluzować|wyluzuj|nie krzyczeć|nie denerwować|nie unosić|ochłonąć|hamować|zachować spokój|spuścić z tonu|zmienić ton|uważać na słowa|liczyć się ze słowami|zważać na słowa|uspokoić emocje|wziąć w garść|bez nerwów|ciszej|darować sobie) ~3 => Rozumiem, że to przykra sytuacja.
(krzykiem|krzyki|krzyk|groźbami|groźby|obrażaniem|nerwami|awanturą|awantury|wyzwiskami|pretensjami|narzekaniem|marudzeniem) ~4 (nie|nic|nikt|niczego) ~4 => Rozumiem, że to przykra sytuacja.
(proszę |niech pan |niech pani |radzę )?(przestać|przestań|przestańcie|skończyć|zaprzestać|nie|przestanie) ~1 (do mnie |do nas |nas |mnie |już |więcej |ciągle |co chwilę |codziennie |się |tu )*(pisać|dzwonić|pytać|wysyłać|nękać|zawracać|wydzwaniać|niepokoić|przeszkadzać|spamować|zasypywać|męczyć|dopytywać|narzekać|naprzykrzać|wypisywać|zaśmiecać) ~6 => Mamy Państwa wiadomość i na nią odpowiemy.
(więcej|już) (do mnie |do nas |się |w tej sprawie |tu )*nie (pisać|dzwonić|odzywać|kontaktować|pytać|zgłaszać|odpisywać) ~3 => -
(proszę )?(najpierw proszę|może raz|chociaż raz|łaskawie|uprzejmie raz|wreszcie|w końcu) (proszę )?(przeczytać|zajrz*|zapoznać|poczytać|otworzyć|sprawdzić|się zapoznać|pomyśleć|nauczyć|zajrzy) ~8 => Jest to opisane w instrukcji; chętnie wskażę to miejsce.
(może raz|łaskawie|wreszcie mógłby) (zajrzy|pan|pani|przeczyta|sprawdzi) ~4
proszę (uważnie |dokładnie |w końcu |wreszcie |łaskawie |jeszcze raz )*(czytać|poczytać|przeczytać|studiować) (regulamin|opis|instrukcję|umowę|ze|uważnie|dokładnie|uważniej|warunki|maile|wiadomości|to co|co|zasady|ulotkę) ~4 => Jest to opisane w regulaminie; chętnie wskażę to miejsce.
(czytać|czytaj|czytajcie) (regulamin*|instrukcj*|opis*|umow*|ze|uważnie|warunki|zasady) ~3 => Jest to opisane w regulaminie; chętnie wskażę to miejsce.
(proszę|trzeba|musi*|będzie|poczeka|niech) ~3 (czekać|poczekać|czeka|pan|pani|poczeka) (jak (wszyscy|inni|każdy|reszta)|na swoją|swojej|aż|i nie|w kolejce|cierpliwie i|do skutku) ~4 => Potrwa to trochę dłużej; napiszę od razu, gdy będzie gotowe.
(poczeka|zaczeka) (pan |pani |sobie )+ ~3 => Potrwa to trochę dłużej; napiszę od razu, gdy będzie gotowe.
(jak|gdy|kiedy) ~1 (przyjdzie|nadejdzie|będzie) (kolej|czas|chwila|ochota|pora|wolna|kolejka) ~2
(odpisz*|odpowiem*|zrob*|załatw*|sprawdz*) (jak|kiedy|gdy) (będ* mieć|znajd*|przyjdzie|będzie|skończ*|zechc*|łaskawie) ~3 => Sprawdzę to i od razu napiszę.
(proszę )?(się )?(z tym )?(pogodzić się|przyzwyczaić się|się pogodzić|się z tym pogodzić|z tym pogodzić|się przyzwyczaić|się dostosować|przełknąć to) ~4 => -
(powinien|powinna|powinni) (się )?(pan |pani |państwo |się )+(cieszyć|być wdzięczn*|dziękować|docenić|wstydzić|zadowolić|leczyć) ~6 => -
(proszę |niech pan |niech pani )?(radzić|rozmawiać|załatwiać|wyjaśniać|dogadać|kłócić|dzwonić|załatwić|wyjaśnić|poradzić|porozmawiać) (sobie |się )?(sam|sama|samemu|samodzielnie|z (kurierem|pocztą|bankiem|producentem|przewoźnikiem|dostawcą|sąsiadem|firmą kurierską)|we własnym|na własną) ~2 => Ustalę, kto może pomóc, i napiszę.
(proszę )?(mieć|okazać|wykazać|uzbroić się w|trochę|odrobin*|więcej) ~1 (trochę |odrobinę |więcej )?(cierpliwości i|szacunku|kultury|pokory|przyzwoitości|rozsądku|taktu)
(proszę )?(to )?(sobie )?(zapamiętać|zapisać raz|zanotować raz|wbić) ~2 (raz|na zawsze|do głowy)
(proszę )?nie (pouczać|ustawiać|mówić mi|pouczaj|mądrzyć|wymądrzać|wtrącać|rządzić|rozkazywać|kłamać|narzekać|grozić|straszyć|przesadzać|udawać|wymyślać|zmyślać|kręcić|kombinować|ściemniać|kłócić|bić piany) ~3 => -
(to )?proszę nie narzekać ~2 => -
""",
    "dismissive": """
nikt (inny|poza panem|poza panią|więcej|jeszcze|z klientów) (nie |takiego |tego )+(ma|miał|zgłasza|zgłaszał|zgłosił|problemu|narzeka) ~2 => Dziękuję za zgłoszenie.
to (jest |już |tylko |wyłącznie )*(pana|pani|państwa|wasz|twój) (problem|kłopot|sprawa|zmartwienie) ~1 => Poszukajmy razem rozwiązania.
(nie mamy|nie mam) (z tym )?nic wspólnego ~2 => Poszukajmy razem rozwiązania.
(wszyscy|pozostali|inni|reszta|wszyscy inni|każdy inny) (klienci |inni |normalni )*(zrozumieli|rozumieją|poradzili|potrafili|umieją|umieli|wiedzą|zdążyli|czytają|mogli|dali radę) ~2 => Dziękuję za zgłoszenie.
(z igły widły|burza w szklance|burzę w szklance|robi pan* (aferę|problem|dramat|scenę)|z niczego|wyolbrzymia*|przesadza pan*|pan* przesadza|dramatyzuje|histeryzuje|czepia się|szuka problem*|wydziwia*|grymasi|marudzi) ~2 => -
(wymyślać|wymyślał*|szukać|szukał*|tworzyć|stwarzać|mnożyć|zmyślać) ~1 (problem*|pretekst*|histori*|wymówk*|trudności|powod*|dziury|kłopot*) ~1
(oszczędzić|darować|daruje|oszczędź|podarować) ~1 (mi|nam|sobie) ~5 => -
(o co|po co|skąd) (ten|cały|ta|ten cały|te|tyle) (hałas|krzyk|szum|afera|awantura|nerwy|dramat|panika|histeria|rabanu|emocji) ~1 => -
(nie mam pojęcia|pojęcia nie mam|skąd mam wiedzieć|skąd (ja |my )?mamy? (to )?wiedzieć|a skąd ja|kto to wie|bóg wie|proszę (sobie )?zgadywać|niech pan* sam|proszę samemu|proszę sobie (poradzić|radzić|poszukać|znaleźć|wygooglować)) ~4 => Sprawdzę i napiszę.
(cenę|warunki|termin|zasady|regulamin|skład) (pan|pani|państwo) (znał*|widział*|czytał*|dobrze) ~5 => -
(za|zbyt|aż tak) (trudne|skomplikowane|ciężkie) (dla (pana|pani|państwa))? (proszę|to) ~4
(nie moja|nie nasza|nie mój|nie nasze) (sprawa|broszka|brocha|bajka|cyrk|małpy|wojna|zmartwienie|wina że|biznes) ~1 => Ustalę, kto może pomóc, i napiszę.
(proszę |niech pan* )?(sobie )?(poszukać|szukać|znaleźć|wybrać) ~1 (innego|innej|inny|inną|kogoś innego|lepszego) ~1 (sklepu|firmy|sklep|firmę|dostawcy|jelenia|naiwnego) ~1 => Jeśli rzecz nie odpowiada, oczywiście można ją zwrócić.
(tani*|darmow*|przeceni*|używan*) ~2 (czego|co|a czego) (pan|pani|państwo|się) ~3
nie (pomogę|pomożemy|poradzę|poradzimy) (peszek|trudno|i tyle|i już|niestety i|sorry|pech|koniec|nic)? 
(peszek|pech chciał|takie życie|no i klops|sorry batory|sorki|sorry ale|zdarza się trudno|trudno się mówi|mówi się trudno|cóż poradzić|i co zrobisz|życie) ~1 => -
(może|mogą|proszę|zapraszamy|niech) (pan |pani |państwo |sobie )*(skorzystać|korzystać|iść|przejść|pójść|zwrócić się|udać się|przenieść się|poszukać|kupować|kupić) ~2 (z usług |do |u |z )*(konkurencj*|innej firmy|innego sklepu|kogoś innego|gdzie indziej) ~3 => Jeśli rzecz nie odpowiada, oczywiście można ją zwrócić.
nie (obrazimy się|będziemy płakać|będziemy tęsknić|trzymamy|zatrzymujemy|zbiedniejemy|zapłaczemy|umrzemy) ~1 => -
(jaka|jakie|ile|co|za co|jak) (cena|pieniądze|zapłacone|płaca|zapłaci*|kto) (taka|takie|tyle|to|tak|ten) ~1 (jakość|praca|ma|dostał*|towar|obsługa) ~1 => -
(za|w) (te|takie|tę|taką|tej|takiej) (pieniądze|cenę|cenie|kwotę) ~1 (proszę |nie |czego |co |niczego |trudno |pan |pani )+ ~5 => -
(nie (oczekiwać|spodziewać się|liczyć na)) (cud*|luksus*|specjaln*|przeprosin|wyjątk*|że) ~2 => -
(inni|pozostali|wszyscy|reszta|inne|pozostałe) (nasi |goście|klienci|osoby|użytkownicy|kupujący|ludzie )+~2 (nie |jakoś |sobie |potrafi*|radz*|nie ma* |są |rozumie* )+~2 => Dziękuję za zgłoszenie.
(to )?(już |teraz |tylko |wyłącznie )+(pana|pani|państwa) (zmartwienie|problem|kłopot|sprawa|rzecz|ból głowy|broszka|decyzja i) ~1 => Poszukajmy razem rozwiązania.
(trzeba było|było) (wcześniej |o tym )+ ~3 => Zobaczmy, co da się zrobić teraz.
(po fakcie|po ptakach|po herbacie|musztarda po) ~1 (na|teraz|i|trzeba|już|obiedzie)? ~2 => Zobaczmy, co da się zrobić teraz.
(żadnych|bez|nie robimy) (wyjątków|dyskusji|zmiłuj|gadania|taryfy ulgowej|wymówek) ~2 => Wiem, że to rozczarowuje; wyjaśnię, skąd ta zasada.
(nikt|kto) (mi|nam) za to nie płaci ~1 => -
(świat|wszystko|życie) ~1 nie kręci ~4 => -
z tym (problemem|pytaniem)? ~1 nie do (mnie|nas) ~1 => Ustalę, kto może pomóc, i napiszę.
(to )?(już )?(nie |nie jest |żaden |to nie )+(nasz|nasza|nasze|mój|moja|moje|naszą|moim|naszym|sprawa|w naszej) (problem*|spraw*|wina|brocha|kłopot*|obowiąz*|dział|działka|zmartwieni*|interes|zadani*|rola|kompetencj*|odpowiedzialnoś*|broszka|biznes|gesti*|gestii) ~3 => Ustalę, kto może pomóc, i napiszę.
(nie mój|nie nasz|nie moja|nie nasza) (dział|problem|sprawa|działka|wina|rola|obowiązek|kłopot) ~4 => Ustalę, kto może pomóc, i napiszę.
(to )?(już |jest |tylko |wyłącznie |teraz )*(pana|pani|państwa|twój|twoja|twoje|pański|pańska|pańskie) ~1 (problem*|kłopot*|sprawa|sprawy|zmartwieni*|pośpiech|ślub|urlop|plany|termin*|oczekiwania|opini*|zdanie|życie|kłopoty|finanse|sytuacj*) ~1 (nas nie|mnie nie|nie nas|nie mnie|nie nasz|nie mój|nie interesuj*|nie obchodz*|nie ma znaczenia|nikogo nie) ~1 => Poszukajmy razem rozwiązania.
(nas|mnie|nikogo) (to |tu |w ogóle |kompletnie |zupełnie |naprawdę )*nie (obchodz*|interesuj*|rusza*|dotyczy|martwi) ~5 => -
nie (obchodz*|interesuj*) (mnie|nas|nikogo) ~6 => -
(mam to|mamy to|mi to|mi|nam|to mi) ~1 (gdzieś|w nosie|obojętne|wszystko jedno|bez różnicy|lata|zwisa|zwisa i powiewa|dynda|wisi|rybka) ~5 => -
(jak|jeśli|jeżeli) (się |panu |pani |państwu |coś |wam |komuś )*nie (podoba|pasuje|odpowiada) ~2 (to )?(droga wolna|nikt nie|trudno|tam są drzwi|proszę (kupić|iść|szukać|kupować)|do widzenia|niech pan*) ~5 => Jeśli rzecz nie odpowiada, oczywiście można ją zwrócić.
nie (chce|podoba się|pasuje|odpowiada) (pan |pani |panu |się |państwu )*(to )?(nie|trudno|do widzenia|droga wolna|proszę (kupić|szukać|iść)) ~2 => Jeśli rzecz nie odpowiada, oczywiście można ją zwrócić.
(proszę |może pan |może pani |niech pan |niech pani )?(kupić|kupować|szukać|iść|poszukać|zamawiać|pójść|kupuje|zamówić|pytać) (gdzie indziej|gdzieś indziej|u konkurencji|do konkurencji|gdzie pan*|w innym sklepie|innego sklepu|gdzie chce*) ~1 => Jeśli rzecz nie odpowiada, oczywiście można ją zwrócić.
(niech (pan|pani|państwo)|proszę) (sobie )?(robić|robi|robią|zrobić|zrobi|myśleć|myśli|mówić|mówi|pisać|pisze) ~1 (co|jak|gdzie|do kogo|ile) ~1 (chce*|podoba|uważa*|woli|zechce|żywnie) ~3 => Jak byłoby najwygodniej?
(pana|pani|państwa|wolna) (wola|wybór|sprawa|decyzja|rzecz) ~1 => Jak byłoby najwygodniej?
(jak (pan|pani|państwo) sobie życzy|droga wolna|krzyżyk na drogę|żegnam) => Jak byłoby najwygodniej?
(proszę|może|mogą|niech|śmiało|wolno|można) (pan |pani |państwo |sobie |śmiało |nas )*(iść do sądu|pozwać|skarżyć|pisać (skarg*|gdzie|do)|skarży|pisze skargi|zgłosić (to )?gdzie|zgłaszać gdzie|iść na policję|skarżyć się|pisać skargi|poskarżyć się|składać (skarg*|pozew|reklamacje)|narzekać do|pójść do sądu|wystawiać|wystawić|napisać (złą|negatywn*|opini*)) ~8 => Jeśli jest taka potrzeba, chętnie wskażę, gdzie złożyć skargę.
(mamy|nasi) (dobrych |swoich |świetnych |dobrzy )?prawnik* ~3
(i tak|nikt) (nikt )?(tego )?nie (czyta|zmieni|pomoże|da|przeczyta|obchodzi|uwierzy|wierzy|dba) ~2 => -
(nic|i tak|niczego) (to |i tak |pan |pani )*(nie (zmieni|da|pomoże|wskóra|zmienią|osiągnie|przyspieszy)|to nie) ~1 => -
(zasady|reguły|przepisy|regulamin) (to|są|jest) (zasady|regułą|przepisy|regulamin|zasadami|święte|święty|jakie są) ~1 => Wiem, że to rozczarowuje; wyjaśnię, skąd ta zasada.
(takie (są|mamy) (zasady|przepisy|procedury|reguły)|tak (już )?(jest|bywa|to działa|mamy) i (koniec|już|tyle|kropka)|nie ja (je |to |ich )?(wymyśli*|ustala*|pisa*|ustali*)|takie życie|życie|c'est la vie|samo życie|no bywa|zdarza się i już|no cóż|no i co z tego|i co z tego|wielkie halo|wielka rzecz|wielkie mi) ~5 => Wiem, że to rozczarowuje; wyjaśnię, skąd ta zasada.
no (przykro mi|trudno|cóż|sorry|niestety) ~5 => Wiem, że to rozczarowuje; wyjaśnię, skąd ta zasada.
(przykro (mi|nam)) (że )?(pan|pani|państwo) (tak )(się czuje|uważa*|to widzi|odbiera|myśli|sądzi) ~1 -> Przykro mi z powodu tej sytuacji
(nic|niczego|w niczym) (tu |tutaj |na to |z tym |w tej sprawie |dla pan* |już )*nie (możemy|mogę|da się|poradz*|zrobi*|pomog*|pomoż*) ~3 => Sprawdzę, co jeszcze da się zrobić.
(nie (mogę|możemy|pomogę|pomożemy)) (pomagać |pomóc |panu |pani )*(komuś|ludziom|takim|osobom|tym) (kto|kt*|którzy|jak|co) ~4 => -
(i )?co (ja |my |niby |mam |mamy |mi |nam |pan |pani |w |takim |razie )+(z tym |na to |mam |mamy |do tego |mogę |tego )*(zrobić|poradzić|poradzę|do tego|robić|powiedzieć|obchodzi) ~2 => Sprawdzę, co da się zrobić.
(nic|niczego|nie) (panu |pani |państwu |wam |ci |nikomu )*(nie )?(jesteśmy|jestem) (nic )?(panu |pani |państwu |nic )*(winni|winien|winna|zobowiązan*|dłużn*) ~1 => -
(nie mam|nie mamy|nie ma) (pan |pani |państwo |obowiązku |żadnych |tu )+(praw*|podstaw|racji|obowiązku|nic|powodu|tu) ~3 => -
nie (jest (pan|pani)|są państwo|jesteś) (jedyn*|pępkiem|najważniejsz*|sam|sama|tu sam*) ~4 => Dziękuję za cierpliwość.
(mamy|jest) (setki|tysiące|wielu|mnóstwo|więcej|innych) (innych )?(klient*|osób|zamówień|ludzi) ~6
(inni|pozostali|wszyscy|wszyscy inni|reszta|setki|tysiące) ~1 (klienci|klientów|osoby|kupujący)? ~1 (jakoś|sobie|nie|radz*|rozumie*|umie*|potraf*|są zadowol*|dają) (sobie |nie |jakoś |radę |mają |narzeka* )*(radzą|narzeka*|problem*|rozumie*|potrafi*|radę|skarż*|potraf*|zadowol*)? => Dziękuję za zgłoszenie.
nikt (inny |poza pan* |dotąd |oprócz pan* |jeszcze |wcześniej |z klientów )*(się )?nie (narzeka*|skarż*|zgłasza*|miał* problem*|marudz*|zgłosi*) ~2 => Dziękuję za zgłoszenie.
(a )?(czego|co) (pan |pani |państwo |się |niby |innego )+(spodziewa*|oczekiwa*|myśla*|chciał*|wyobraża*|liczy*) (za|po|od|przy|kupując|że|w|sobie|na)? ~6 => -
(oj tam|oj oj|też mi coś|też mi problem|też mi|wielkie mecyje|nie przesadzajmy|bez przesady|nie róbmy|to nie (tragedia|koniec|dramat|katastrofa)|nic się nie stało|nikt nie umarł|świat się nie|korona|z igły|da się przeżyć|da się żyć|przeżyje|mała strata|drobiazg) ~6 => -
nie (tragedia|dramat|koniec świata|katastrofa) ~1 => -
(bzdura|bzdury|nonsens|głupoty|brednie|bujda|dyrdymały|bajki|nieprawda|kłamstwo|absurd|bez sensu|farmazony|pierdoły) => -
nie nie (zrobimy|zrobię|zwrócimy|oddamy|damy|będziemy|wymienimy|uznamy|ma mowy) ~2 => Przykro mi, to nie jest możliwe.
(nie zrobimy tego|nie ma mowy|nie ma takiej opcji|nie i już|nie bo nie|wykluczone|mowy nie ma|niedoczekanie|zapomnij|proszę zapomnieć|nawet o tym) ~2 => Przykro mi, to nie jest możliwe.
(powiedziałem|powiedziałam|mówię|napisałem|napisałam) (że )?nie ~1
(to )?(teraz |już )(pana|pani|państwa) (zmartwienie|problem|kłopot|sprawa) ~2 => Poszukajmy razem rozwiązania.
(proszę )?(pytać|zapytać|dzwonić|iść|zwrócić się|pisać) (gdzie indziej|kogoś innego|kogo innego|innych|do kogoś|do innych) ~2 => Ustalę, kto może pomóc, i napiszę.
(nie jesteśmy|nie jestem|to nie) (organizacj*|charytat*|instytucj*|caritas|bankiem|pogotowiem|opieką) ~2 => -
(bierz albo|albo pan* bierze|bierze pan* albo|nie chce pan* to nie|take it)
(naprawdę |po prostu |szczerze )?(nie mam|nie mamy) (obowiązku|zamiaru|ochoty|interesu) ~5 => -
(możemy|mogę|będziemy) ~1 olać ~2
""",
    "threat": """
(zablokuj*|zablokujemy|zablokuję|usunę|usuniemy|zbanuj*|wykluczymy|zgłosimy|zgłoszę|skasuj*|wyrejestruj*|pozwiemy|obciążymy|wypowiemy|trafi pan|trafi pani|wpiszemy|rozwiążemy) ~2 (konto*|pan*|państwa|na czarną|na policję|dostęp|karnie|umowę|listę|profil)
(pana|panią|państwa|cię|was) ~1 (zablokuj*|usun*|zbanuj*|pozw*|zgłos*|wykluczy*|zgłaszam) ~2 => -
jeszcze (jeden|jedna|jedno) ~1 (taki |taka |takie )?(mail|wiadomość|słowo|telefon|skarga|list|groźba|komentarz|pismo) ~1 (i|a|to) ~5 => -
(jeśli|jeżeli|jak) ~4 (dalej|nadal|wciąż|nie przestanie|będzie pan|będzie pani|jeszcze raz) ~3 (pisa*|grozi*|w tym tonie|obraża*|nęka*|krzycze*|wydzwani*|awantur*|wypisyw*) ~6 => Znajdźmy razem rozwiązanie.
w (tym|takim) tonie ~5
(pożałuj*|ostrzegam|ostrzegamy|ostatnie ostrzeżenie|radzę uważać|proszę uważać co|nie radzę|spotkamy się w sądzie|zobaczymy się w sądzie|mamy na pan*|wyciągniemy konsekwencje|poniesie pan*|to się źle|będzie gorzej|policzymy się|gorzko)
czarn* list*
""",
    "sarcasm": """
(ach |och |ojej |oj )(przepraszam|proszę|jaka|jaki|jakie|jak|biedn*|co za|naprawdę|straszn*) ~3
(cóż za|co za|jaka|jaki|jakie|ale) (niespodzianka|tragedia|dramat|odkrycie|spostrzegawczość|bystrość|pech|nieszczęście|zaskoczenie) 
(pan* wie najlepiej|pan* wie lepiej|skoro pan* taki|skoro pan* taka|skoro pan* jest taki|skoro pan* jest taka|skoro pan* wszystko wie|kto by pomyślał|kto by przypuszczał|pomarzyć dobra rzecz|marzenia|pobudka|dzień dobry pobudka|dziękuję za oświecenie|ekspert się znalazł|znalazł się|znalazła się|mądra głowa|medal pan*|współczuję pan*|proszę się popłakać|proszę poskarżyć się mamie|no geniusz|spostrzegawczy pan*|brawo za)
(no |to |cóż |więc )+(powodzenia|szczęścia|szerokiej drogi) =>
(powodzenia|szczęścia|sukcesów|szerokiej drogi) (w takim razie|z tym|w sądzie|w szukaniu|w udowadnianiu) => -
(gratuluję|gratulacje|gratulujemy|brawo|bravo|mistrz|mistrzostwo|szacun|spostrzegawcz*) ~1 (nawet |udało |że |to |pan* |się |wreszcie |w końcu |spostrzegawcz* |zepsu* |za |logik* |odkryci* |pomysł* |panie |pani )+ ~4 => -
(jasne|tak|pewnie|oczywiście|aha|no|ta|taa) ~1 a ja (jestem|to|mam) ~4 => -
(ha|haha|hehe|lol|buahaha|xd|aha|no tak|och|ojej|oj|ojoj|jasne|akurat|na pewno|taa|yhm|no popatrz|a to ci|cóż za|jaka szkoda|jakie to|biedactwo|bieda|ale mi|no proszę|ach|straszne|och jak|niesłychane|sensacja|pęknę|zaraz się|już lecę|już pędzę|bo uwierzę|ciekawe|strasznie mi|popłaczę) ~1 (dobre|śmieszn*|zabawn*|pech|przykro|smutn*|żart*|ważn*|sobie|jak|a|straszn*|tragedia|dramat|szkoda|uwierz*|biedn*|rozpłacz*|wzrusz*|pan|pani|odkry*|jasne|już)
(dobre sobie|dobry żart|niezły żart|śmiechu warte|pobożne życzenia|niezła próba|miła próba) ~1 => -
(mam|mamy) nadzieję ~2 (że )?(teraz |jest |pan |pani |już |są |państwo |wreszcie )+(zadowol*|szczęśliw*|usatysf*|lżej|lepiej|dotar*|jasne) ~3 => -
(teraz|już|i co|i jak) (pan |pani |jest |są |państwo )*(zadowolon*|szczęśliw*|lepiej) (teraz)? => -
(chyba|nawet|jednak|może|mam nadzieję że) (nawet |to |tyle |pan |pani |państwo |że )+(potrafi*|umie*|da radę|zdoła*|jest w stanie|poradzi*|podoła*|rozumie*|odnajd*|znajd*) ~3 => -
(dziękuję|dziękujemy|dzięki) za (lekcję|wykład|cenne rady|pouczenie|mądrości|zmarnowan*|elaborat|oświecenie|złote rady|powieść|stracon*) ~2
(szanowny|drogi|drogą|kochana|kochany|słoneczko|złotko|kochaniutk*|panie mądry|mądralo|geniuszu|geniusz|einsteinie|księżniczko|królowo|jaśnie pani*|jaśnie pan*|panie kierowniku|panie prezesie|paniusiu|paniusia|panie dziejku|szefie|moja droga|mój drogi|dziecko drogie|wielmożn*) (pan* mądr*|geniusz*)? (mądralo|geniuszu|einsteinie)
(mądralo|geniuszu|einsteinie|księżniczko|paniusiu|mądralińsk*|jaśnie pan*|jaśnie pani*|sherlock*) ~1
""",
}

KIND_SIGNS = {
    "greeting": """
(dzień dobry|dobry wieczór|witam|witamy|cześć|hej|szanown*|drogi|droga|panie|pani)
""",
    "thanks": """
(dziękuję|dziękujemy|dzięki|dziekuje|dziekujemy|wdzięczn*)
""",
    "empathy": """
(przepraszam|przepraszamy|przykro|wybaczyć|przeprosin*|ubolewam|ubolewamy|szkoda|zawiedliśmy)
(rozumiem|rozumiemy|wiem|widzę|domyślam) ~4
(ma (pan|pani) (rację|całkowitą)|mają państwo rację|żaden problem|nie ma problemu|proszę się nie martwić|spokojnie|nic (nie szkodzi|nie zginęło|straconego)|wszystko zrobił*|łatwo (go|ją|to|przeoczyć|się)|jaka szkoda|zależy nam)
""",
    "offer": """
(chętnie|z przyjemnością|z radością|oczywiście|jasne|pewnie|gratis|za darmo|bezpłatnie|na nasz koszt|w prezencie|osobiście)
(mogę|możemy|czy mogę|pomogę|pomożemy|postaram|proponuję|proponujemy|woli (pan|pani)|odłożyć|w razie (pytań|czego|wątpliwości)|służę|jestem do|jesteśmy do|chcę) ~2 (pomóc|zaproponować|pani|panu|oddzwonić|dla|zadzwonić|dyspozycji|proszę|jestem|pomocą|jednak|za)?
(pisz|proszę (pisać|dać znać|po prostu)|proszę śmiało|dać znać|daj znać|zajmuję się|czy będzie)
""",
    "wishes": """
(miłego|miłej|udanego|udanej|dobrego|przyjemnego|spokojnego|wszystkiego dobrego|pozdrawiam|pozdrawiamy|z poważaniem|do zobaczenia|gratulujemy|gratuluję nowego|cieszymy|cieszę|zapraszam*|dobre pytanie|powodzenia|życzę|życzymy|serdecznie|pozdrowienia|jesteś z nami)
""",
}
