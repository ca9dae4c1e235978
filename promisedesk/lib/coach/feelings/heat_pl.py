# ruff: noqa: E501  a phrase a line, however long
"""What unhappy and angry customers write in Polish, and what only looks like it."""

# Taken out before anything is looked for: titles, sayings, denials.
HARMLESS = """
(złamał*|skręcił*|zwichn*) ~1 (rękę|nogę|palec|kostkę|nadgarstek)
(zgubiłam|zgubiłem|stłukłam|stłukłem|zapomniałam|zapomniałem|pomyliłam|pomyliłem|usunęłam|usunąłem|podałam|podałem|wybrałam|wybrałem) ~2 (maila|paragon|hasł*|kartę|kod*|numer*|link|instrukcj*|ją|go|adres*|zł*|sam|sama|rozmiar|kolor|klucz|fakturę)
(paragon|mail|kart*|instrukcj*) ~3 (zgubiłam|zgubiłem)
(jeszcze|na razie|dotąd) nie (przyszedł|przyszła|przyszło|dotarł|dotarła|dotarło|mam|dostał*|ma)
(zdjęci*|fotk*) (rysy|uszkodz*|plamy|pęknięci*|wady)
myślałam? że ~8 (ale|a)
myślałem że ~8 (ale|a) (jest|są|okazał*)
(doplacic|dopłacić) (cło|clo|do)
(nie mam|nie mamy|bez|brak|żadnych|nie ma|nie było) ~1 (pretensji|zastrzeżeń|uwag|skarg|żalu|problemu|problemów|zarzutów|pośpiechu|obaw|kłopotu|żadnych)
nie (jestem|byłam|byłem|jesteśmy) ~1 (zły|zła|źli|wściekł*|zdenerwowan*|rozczarowan*|obrażon*|oburzon*|niezadowolon*)
nie (narzekam|skarżę się|gniewam się|złoszczę się|martwię się|denerwuję się|spieszy*|śpieszy*|żałuję|szkodzi|pali się|poganiam|zawiodłam*|zawiodł*|zawiod*|rozczarował*|ma sprawy|ma problemu|mam żalu|przeszkadza|jest (źle|zły|zła|złe|uszkodzon*|zepsut*)|popsuł*|uszkodzi*)
(nic|niczego) (nie szkodzi|złego|pilnego|się nie stało|strasznego|groźnego)
(proszę |prosze )?(się |sie )?nie ~1 (przejmować|martwić|denerwować|przepraszać|śpieszyć|spieszyć) ~2 (opóźnieniem)?
(nigdy|jeszcze nigdy|ani razu) ~2 (nie )?(zawiod*|zawiodł*|miał* (problemu|problemów|kłopot*)|rozczarow*)
(wściekłe|wściekły) (psy|byk)
(za|na punkcie) (nimi|nim|nią|tym) (szaleje|szaleję|szalejemy)
(szaleje|szaleję|szalejemy|zwariowała|zwariował*) (za|na punkcie)
(strasznie|okropnie|obłędnie|szalenie|nieziemsko|wściekle|piekielnie|diabelnie|potwornie|niesamowicie|cholernie|mega|kurde) (mi )?(się )?(miły|miła|mili|szybk*|dobr*|wygodn*|ładn*|smaczn*|podob*|cieszę*|ciesz*|zadowol*|fajn*|wdzięczn*|pyszn*|ciekaw*)
(jeśli|gdyby|jak|jeżeli|kiedy|gdy|w razie|czy co jeśli) (się )?~4 (zginie|zaginie|zepsuje|pęknie|uszkodzi|nie odbędzie|odwoła*|spóźni|opóźni|usterk*|popsuje|nie spodoba|nie pasuj*|nie będzie pasowa*|zgubi|stłucze|rozbije|wady|awarii|uszkodzenia|pękł*|pojawiła)
(co|jak|gdzie|kiedy|czy|czym|czy mogę) ~1 (zrobić|zgłosić|zwrócić|oddać|naprawić|wymienić|usunąć|zutylizować|odesłać|zareklamować|złożyć|pozbyć się|naprawiacie|naprawiają|reklamować) ~4 (zepsut*|uszkodzon*|wadliw*|zły|złą|zła|usterk*|reklamacj*|gwarancj*|zapach*|zużyt*|pęknięt*|skarg*|plam*|brak*)
(reklamacj*|skarg*) (formularz*|online|na stronie)
(formularz*|druk|wzór|wniosek) ~1 (reklamacj*|skarg*)
(napraw*|skup|wymian*|części|farba|na|preparat|serwis*) ~2 (uszkodzon*|zepsut*|wadliw*|pęknięt*|zużyt*|zegark* które)
(mój|moja|moje) star* ~2 (padł*|zepsuł*|popsuł*|umarł*)
(pękł*|zepsuł*|padł*|popsuł*) mi ~1 (pokryw*|uchwyt|rączka|śrubk*|stary|stara) 
(bałam|bałem|baliśmy|martwiłam|martwiłem|obawiałam|obawiałem|denerwowałam|stresowałam|stresowałem|myślałam|myślałem) się ~5 (ale|a|niepotrzebnie|na szczęście)
(najpierw|początkowo|na początku) ~1 (byłam|byłem|byliśmy) (zła|zły|źli|wściekł*|zdenerwowan*|rozczarowan*) ~1 (ale)?
(już )?chciał* się poddać
(anulować|anulowanie|odwołać|zrezygnować|rezygnacj*|zwrócić) (zamówieni*|subskrypcj*|rezerwacj*|jedno|drugie|z)
(mój|moja|z mojej) (błąd|pomyłka|wina|winy)
(przez|przypadkiem|przypadkowo|niechcący|pomyłkowo|omyłkowo) (pomyłkę|przypadek|zamówi*|skasował*|usunęł*|wybrał*|kliknęł*|anulował*)
przepraszam za (kłopot|zamieszanie|zawracanie|pytanie|głupie|fatygę)
(zły|złą|złego|złe) (kolor|rozmiar|adres|bezpiecznik|sen|dotyk|wilk) ~3 (da się|czy|można|chciał*|proszę|zmienić|wymienić)?
(da się|czy|można) ~1 zmienić
zbrodnia i kara
(oryginał|oryginalny|oryginalna|oryginalne) czy ~2
(angry birds|opowieści grozy|worki na śmieci|kosz* na śmieci)
(zabić|zabija|zabójczo|zabójcze|zabójczy) ~1 (dynię|czas|smak|ceny|skuteczn*|skuteczne|twardą)
"""

# Makes up for one fault told as a fact: "a cup is broken, could you send another?"
COURTESY = """
(proszę|prosze|poproszę|prosiłabym|prosiłbym|prośba|czy (mogę|można|możecie|mogą|mogliby|moglibyście|wyślą|państwo|jest)|chciałabym|chciałbym)
"""

CALMING = """
(dziękuję|dziękujemy|dzięki|dziękuje|dzieki|dziekuje|dzięk*|podziękowa*|wdzięczn*)
(super|świetnie|świetn*|wspaniał*|rewelac*|genialn*|doskonał*|znakomi*|idealn*|cudown*|fantasty*|ekstra|bomba|klasa|mega|brawo wy|polecam|rewelka|petarda|sztos|brawa|pięk*|prześlicz*|ślicz*|najlepsi|najlepsza|najlepszy|cudo|perfekcyjn*|bajka|przemił*)
(bardzo|jestem|jesteśmy|całkiem|mega|niezmiernie|ogromnie) (zadowolon*|szczęśliw*|miło|miła|miły|pomocn*|pomógł|pomogła|szybko|sprawnie|dobrze|fajn*|podoba|wdzięczn*)
(podoba|podobają|uwielbiam|kocham|zachwycon*|pozytywnie zaskoczon*|cieszę|cieszymy|lubię)
(już )?(wszystko) ~1 (działa|załatwione|gra|ok|w porządku|jasne|dotarło|dobrze|jest|naprawi*|naprawione|zgadza)
(już działa|w godzinę|błyskawicz*|ekspresow*|migiem|od ręki)
(naprawili|naprawiliście|rozwiązal*|pomogli|pomogliście|uratował*|załatwil*) ~2 (wszystko|mi|w|to|szybko|problem)?
"""

KINDS = {
    "threat": """
(tylko |niech )(spróbuj*|się odważ*|śmie*|spróbują) ~5
(do|w) (gazet*|prasy|telewizj*|mediów|dziennikarz*|uwaga tvn|inspekcji|banku po|burmistrza|ministerstwa) ~1
(zakwestionuj*|kwestionuj*|zareklamuję (transakcj*|płatność)|cofnę płatność|zablokuję płatność) ~3
(odradzę|odradzam|odradzać|będę odradzał*) ~2
(pieniądze|zwrot|kasa) (z powrotem |zwrotu )+(albo|lub|inaczej) ~3
(albo|inaczej|bo inaczej|w przeciwnym) ~1 (idę|pójdę|zgłaszam|sprawa|składam|kieruję|spotkamy|policja|sąd|skarga|prawnik*)
(prawnik*|adwokat*|radc* prawn*|mecenas*|kancelari*|sąd|sądu|sądzie|sądow*|pozew|pozwę|pozwu|pozywam|policj*|prokuratur*|uokik|uokiku|rzecznik*|federacj* konsument*|inspekcj* handlow*|piih|knf|uke|urząd ochrony|ochron* konsument*|praw konsument*|prawa konsument*|sanepid*|skarbów*|uodo|rodo|pip)
(spotkamy|widzimy|zobaczymy|do zobaczenia) ~1 (się )?w sądzie
(drog* (prawn*|sądow*)|kroki prawne|kroków prawnych|konsekwencje prawne|na drogę|przedsądow*|wezwanie do zapłaty|ostateczne wezwanie)
(chargeback*|charge back|obciążenie zwrotne|reklamacj* w banku|zwrot przez bank|cofn* płatność|bank cofnie|zgłoszę do banku)
(zgłoszę|zgłaszam|zgłosimy|doniosę|zawiadomię|zawiadamiam|powiadomię|zgłosze) ~2 (do|na|sprawę|was|to|odpowiedn*|organ*)
(złożę|składam|wniosę|napiszę|złoże|kieruję|skieruję) ~1 (skarg*|pozew|zawiadomienie|doniesienie|reklamacj* w banku|sprawę)
(wystawi*|wystawię|wystawiam|napiszę|zostawię|opiszę|opublikuję|wrzucę|zamieszczę) ~3 (opini*|recenzj*|komentarz*|negatyw*|w internecie|w necie|na facebook*|na grup*|wszędzie|gwiazdk*|media|mediach)
(opowiem|powiem|ostrzegę|odradzę|będę odradzać|dowiedzą|dowie|wiedział|poinformuję) ~2 (wszystkim|znajomym|każdy|każdemu|wszyscy|innych|cały|ludzie|media)
(każdy|wszyscy|wszystkim|znajomym|internet*|mediach|media|facebook*) ~3 (dowie|dowiedzą|wiedział|opowiem|powiem|przeczyta*|odradzę|nagłośni*)
(nagłośnię|nagłośnić|upublicznię|upublicznić|rozgłos)
(przenoszę|przechodzę|przeniosę|odchodzę|rezygnuję) (się )?(do|konto do|od was|z waszych|z usług) ~1 (konkurencj*|innej)?
(macie|daję wam|mają państwo|masz) (czas|# godzin*|# dni|ostatnią szansę|termin) ~1 (do|na|inaczej|potem)?
(inaczej|w przeciwnym razie|albo) ~2 (sąd*|policj*|skarg*|zgłosz*|prawnik*|pożału*)
""",
    "insult": """
(okłamyw*|kłama*|łże*|łgarz*|bujacie|wciska* kit|zdzierstwo|zdzierstwem)
(oszust*|oszuści|oszukal*|oszukuj*|oszukan*|złodzie*|złodziej*|kanciarz*|naciągacz*|wyłudz*|krętacz*|kłamc*|kłamcy|kłamie|kłamiecie|kłamstw*|okłama*|okłamuj*|nabijacie w butelkę|bandyc*|bandyt*|przekręt*|przewał*|wałek|scam|kradzież*|kradniecie|okradli|okradl*|ukradli|rozbój|zdzierstw*|lichwiarz*|wciskacie kit|ściema|ściemy|ściemę|ściemą|ściemniacie|zrobili w konia|hochsztapler*)
(idiot*|debil*|kretyn*|dureń|durnie|durni|głupk*|głupek|głupcy|tępak*|tępe|tępy|tępi|baran*|bęcwał*|palant*|matoł*|osioł|osły|imbecyl*|ćwok*|cham|chamy|chamsk*|chamstw*|chama|prostak*|buc|buce|pajac*|klaun*|klown*|błazen*|błazn*|nieudacznik*|niedojd*|ofiary losu|patałach*|amator*|dyletan*|partacz*|partactw*|fuszer*|fuszerk*|nieuk*|lenie|nierob*|darmozjad*|gnoje|gnój|szuje|szuja|łajdak*|łachudr*|hołota|dziady|dziadostw*|dziadow*|dziadów*|pasożyt*|gamonie|gamoń)
(cyrk*|kabaret*|burdel*|bajzel*|dom wariatów|przedszkole|żenada|żenua|żenując*|żałosn*|żałośni|kpina|kpiny|kpicie|kpi|farsa|paranoja|parodia|jaja|jaja sobie|robicie sobie jaja|dno|dno i|mułu|kiła|dramat|porażka|kompromitacj*|obciach|hańba|skandal*|wstyd|wstydu|wstydzilibyście|wstydźcie|żerujecie)
(banda|bandą|zgraja|zgrają|kupa|sitwa|szajka) ~1
(macie|ma|robicie|uważacie|traktujecie) ~2 (mnie )?(za|z|jak) ~1 (idiot*|głupi*|durnia|debila|frajer*|śmiecia|śmieć|intruza|naiwn*|nikogo|złodzieja|powietrze|głupka)
(jesteście|jesteś|są|to|wy|zwyczajnie|po prostu|totalnie|kompletnie) ~1 (beznadziejn*|żałośn*|nienormaln*|niepoważn*|bezczeln*|bezużyteczn*|śmieszn*|do niczego|zerem|nikim|bezmózg*|chorzy|głusi|ślepi|nieludz*|najgors*)
(niepoważn* (firma|ludzie|sklep|traktowanie|jesteście|podejście)|pseudo (firma|sklep|serwis)|pożal się boże|z bożej łaski|od siedmiu boleści|krzak)
(gorszych|gorszej|gorszego) ~3 (nie|niż|od was)
""",
    "swearing": """
(kurw*|kurew*|kurde|kurna|kurczę|kuźwa|kurka|cholera|cholery|cholern*|do cholery|psiakrew|jasna cholera|szlag|diabł*|do diabła|pieprz*|spieprz*|wypieprz*|opieprz*|zapieprz*|pierdol*|spierdol*|opierdal*|wpierdol*|rozpierdol*|jeban*|jebać|zajeb*|wyjeb*|najeb*|pojeb*|ujeb*|chuj*|huj*|dupa|dupie|dupy|dupę|gówn*|gowno|gówien*|srać|sracie|gdzieś (to|nas|mnie|klient*)|skurw*|sukins*|zasran*|posran*|suka|suki|pizd*|wkurw*|wkurz*|wnerwi*|szlak mnie|trafia mnie|rzygać|rzygam|wtf|na chuj|po cholerę|po jaką|po kiego|co jest grane)
(co|gdzie|kiedy|jak|kto|dlaczego|ile) ~1 (do (jasnej )?(cholery|diabła|licha|ciężkiej)|u licha|jest kurde|to kurna)
(w nosie|w dupie|gdzieś|głęboko|w poważaniu|w tyle) ~1
(mają|macie|ma|mieć) ~3 (gdzieś|w nosie|w dupie|w głębokim|w poważaniu|w tyle)
""",
    "strong": """
(żebyście|obyście|mam nadzieję że|życzę wam) ~2 (splajtowali|zbankrutowali|upadli|zamknęli|padli|splajtujecie|bankructwa|upadłości)
(zasłużyliście|zasługujecie|bankrutujcie|splajtujecie) ~1
moja noga ~5
(macie|mają|ma) ~1 (czelność|tupet|odwagę|śmiałość|sumienie) ~1
(czelność|tupet|czelności|tupetu)
(zwyzywał*|wyzywał*|obrzucił*|bluzgał*|klął|przeklinał*|nawrzeszcz*|wrzeszcz*|opieprz*|wyprosił*|wyrzucił* mnie|szarpał*|popchn*|pyskował*|pyskuje) ~1
(mam|muszę|musimy) (sam |sama |tam |osobiście )*(przyjechać|przyjść|jechać) i ~2
(jeden|choć jeden|jakiś) (powód|dobry powód) ~2
(pośmiewisko|nieroby|obiboki|bumelanci|niedorajd*|łamag*|kombinator*|naciągactwo|zdziercy)
(śpicie|zasnęliście|żyjecie|ogłuchliście|umarliście|oślepliście) ~1
(ani jednej|ani jednego|ani razu|ani słowa|ani odpowiedzi) ~2
koniec z (wami|państwem|tym|tą) ~1
(podać|podajcie|proszę o|żądam) ~2 (nazwisk*|dane|kontakt*|numer) ~1 (kierownik*|dyrektor*|przełożon*|szef*|prezes*|pracownik*)
(najbardziej|skrajnie|wyjątkowo|totalnie|kompletnie|całkowicie) (bezużyteczn*|niekompetent*|żałosn*|niepoważn*|bezczeln*|nieudoln*|beznadziejn*|niegrzeczn*|niesłown*|frustruj*|nieprofesjonaln*|bezmyśln*|irytuj*)
(z jaką|z jakim) miał* do czynienia
(bezużyteczn*|nieudoln*|nieudolność|ślamazarn*|niesłown*|nierzeteln*|nieludzk*|podłe|podły|podła|podłość|świństw*|draństw*|chłam|partanin*|niechlujstw*|zgroza|rozpacz|żal pe el|tragedią|upokorzen*)
(zepsu*|zniszczy*|zrujnowa*|zmarnowa*) ~2 (nam |mi |nasz |cały |całe |nasze |mój )*(ślub|wesele|urlop|święta|urodziny|dzień|wieczór|wakacje|wyjazd|komuni*|imprez*|życie|wigili*|sylwestr*)
(leży|leżymy|siedzi|siedzimy|marzniemy|marznie|cierpi) (na podłodze|bez|w ciemno*|w zimnie|na)? ~1
(oddajcie|oddawać|zwracajcie|dawać|dajcie) (już|wreszcie|w końcu|natychmiast) ~2
(najgorsz*|najgorsi|okropn*|okropieństw*|straszn*|strasznie|tragiczn*|tragedia|koszmar*|fataln*|fatalnie|beznadziejn*|beznadzieja|katastrof*|masakr*|makabr*|horror|obrzydliw*|ohydn*|paskudn*|wstrętn*|odrażając*|haniebn*|potworn*|karygodn*|skandaliczn*|nędzn*|marn* (obsług*|jakoś*|sklep)|do bani|do kitu|badziew*|badziewie|tandet*|szmelc*|złom|szajs|śmieć|śmieci|śmietnik|bubel|buble|dziadostwo|bzdura|bzdury|absurd*|kretyńsk*|idiotyczn*|debiln*|durn*|głupot*|głupie (tłumacz*|wymówk*)|śmieszne|śmiechu warte|śmieszn* (jesteście|firma))
(niedopuszczaln*|nieakceptowaln*|nie do (przyjęcia|pomyślenia|zaakceptowania|wiary|zniesienia|pojęcia)|niewyobrażaln*|niewiarygodn*|niebywał*|nieprawdopodobn*|oburzając*|oburzon*|oburzeni*|bezczeln*|bezczelność|bulwersując*|zbulwersowan*|bezprawn*|bezprawie|bezwstydn*|arogan*|arogancj*|opryskliw*|niegrzeczn*|nieuprzejm*|niekompeten*|nieprofesjonal*|niekulturaln*|lekceważ*|lekceważąc*|olewacie|olewa*|olewk*|olali|olał*|olew*|zlewa*|zlewacie|zbywacie|zbywan*|zbywa*|pogard*|upokarz*|poniż*|obraził*|obrażacie|obraża|obraźliw*|wyśmia*|śmieją się|śmiał* się|wyzwał*|nakrzycz*|krzycza*|wydziera*|nieodpowiedzialn*|bezduszn*|bezmyśln*|dyskryminac*)
(wściekł*|furi*|szał|szału|szlag|oburzon*|wkurzon*|wnerwion*|zbulwersow*|zszokowan*|w szoku|szok|jestem (zły|zła|wściekł*)|jesteśmy (źli|wściekli)|krew mnie zalewa|zagotował*|gotuje się|nóż się|ręce opadają|brak (mi )?słów|nie mam (już )?(słów|siły|sił|cierpliwości|nerwów)|mam (już )?(dość|dosyć|po dziurki|po uszy)|mam tego (dość|dosyć)|dosyć|dość (tego|już|mam)|cierpliwość ~3 (skończ*|wyczerp*|granic*)|straciłam cierpliwość|straciłem cierpliwość|koniec (cierpliwości|tego)|miarka|przebrał*|szczyt* (wszystkiego|bezczeln*|chamstwa|wszelkiego)|przechodzi (ludzkie|wszelkie|moje)|przekracza|ile (jeszcze|można|razy)|do czego to podobne|jak (można|śmiecie|śmie|pan śmie|wam nie wstyd|nie wstyd)|nie wstyd)
(nigdy|już nigdy|więcej) ~1 (więcej|nie (kupię|zamówię|wrócę|skorzystam|polecę)|w życiu|już|u was) ~2
(nic|już) ~2 nie (kupię|zamówię|zamawiam) ~2
(ostatni|pierwszy i ostatni) (raz|zakup|zamówienie) ~1
(odradzam|nie polecam|omijajcie|omijać|uważajcie|unikajcie|trzymajcie się z daleka|przestrzegam|ostrzegam) ~2
(natychmiast*|bezzwłocznie|niezwłocznie|w trybie natychmiastowym|w tej chwili|dzisiaj jeszcze) ~3 (zwrot*|oddać|oddajcie|zwróc*|pieniąd*|odpowied*|rozmow*|wyjaśn*|kontakt*|kierownik*|załatw*)?
(żądam|żądamy|domagam|domagamy|oczekuję natychmiast*|wzywam|nalegam) ~1
(oddajcie|oddawajcie|zwróćcie|zwracajcie|dajcie|oddaj) ~3 (pieniądze|kasę|kasy|hajs|forsę|moje)
(chcę|proszę|żądam|dajcie|poproszę|gdzie) ~3 (kierownik*|przełożon*|szef*|dyrektor*|menedżer*|menadżer*|managera|kogoś kompetentn*|kogoś normaln*|żywym człowiek*)
(rzucił* słuchawk*|rozłączył*|rozłączyli|rozłączacie|rozłącza|odłożył* słuchawk*|trzasn*)
(zmarnowa*|zmarnowali*|zrujnował*|zepsuli* (mi|nam|święta|urlop|urodziny)|zniszczyli* (mi|nam|urlop|święta)|zepsut* (urlop|święta|wieczór|urodziny|wakacje)|szarp* nerw*|zszarpan*|nerwów)
(wymów*|wymówek|formułk*|kopiuj wklej|kopiujecie|zbywanie|puste obietnice|pustych obietnic|spychologi*|odbijacie|odbijan*|mydlenie|mydlicie oczy|wciskanie|kręcicie|kręci|wykręca*|wymiguj*|mataczy*)
(żartujecie|żarty|kpicie|robicie sobie|pan żartuje|pani żartuje|to żart|to jest żart|jakiś żart|kiepski żart|chyba żart*) ~1 (sobie|ze mnie|jakieś)?
(czy )?(wy|ktoś tam|ktokolwiek|państwo|u was) (w ogóle|naprawdę|czasem|tam|jeszcze) ~2 (czyta*|pracuje*|myśl*|jest*|odbiera*|macie|wie*|słucha*|normaln*|żyje*|ktoś)
(czy wy|co wy|co wy tam|kto u was|co to za|jacy|jak wy|kogo wy) ~3 (czyta*|robicie|wyprawiacie|urządzacie|odwalacie|pracuje*|sobie myślicie|firma|obsługa|traktowanie|zwyczaj*|sklep|ludzie|porządki|standardy|cyrk*|odpowied*|pomysł*|jest*)
(trzeci|czwarty|piąty|szósty|siódmy|dziesiąty|setny|któryś|kolejny|entym|n ty|3|4|5|6) (raz|mail|telefon|tydzień z rzędu|zgłoszenie|reklamacja|wiadomość)
(czy to |to |jest |naprawdę |aż )+(tak |takie |aż )(trudne|trudno|ciężko|skomplikowane|wiele)
(jak trudno|jak ciężko|ile trzeba) ~1
(nikogo|nikt|kogo) ~2 (nie )?(obchodzi|interesuje|rusza)
(nikogo|was) (to )?nie (obchodzi|interesuje)
(traktujecie|traktuje|traktowan*|traktować|odnosicie) ~3 (klient*|ludzi|jak (śmieci*|powietrze|intruz*|natręt*|idiot*)|w ten|człowieka)
(zero|0) (kontaktu|odpowiedzi|reakcji|pomocy|szacunku|odzewu|informacji|profesjonalizmu|kultury|gwiazdek|zainteresowania|wsparcia)
(totaln*|kompletn*|absolutn*|skrajn*|zupełn*|wielk*|istn*|czyst*|jakiś|jakaś) (porażk*|brak|olewk*|dramat|dno|nieporozumieni*|bałagan|chaos|żart|kpin*|kabaret|ignorancj*|niekompetencj*|rozczarowani*|zlewk*|lekceważ*|niepowag*|strat*)
(nerwy|nerwów|zdrowia) ~2 (szkoda|straci*|koszt*)
(szkoda) (nerwów|czasu|pieniędzy|słów|gadać)
""",
    "sarcasm": """
(gratulacje|gratuluję|gratulujemy|brawo|brawa|medal|rekord|szacun|chapeau|mistrzowie) ~3 (zepsu*|zniszczy*|zmarnowa*|zgubi*|udało|pomyli*|spóźni*|znowu|znów|zawali*|popsu*|połama*|rozwali*)
(dzięki|dziękuję|dziękujemy|wielkie dzięki) ~1 (za (zmarnowan*|zepsut*|zniszczon*|nic|stracon*|taką|takie|brak|czekanie|opóźnieni*|olanie|święta bez)|że (zepsuli*|zmarnowali*|nic))
(brawo|gratuluję|gratulacje|gratulujemy|pięknie|super|świetnie|wspaniale|ekstra|genialnie|rewelacja|bravo|ładnie|cudownie|fajnie) (prezent|kolejn*|znowu|znów|brawo|po prostu|dla was|naprawdę|tylko że|szkoda|że|obsługa naprawdę|gratuluję|i co|się spisa*|zgubi*|zepsu*|organizac*|no to|wam|poczekam|nie)
(no )(jasne|tak|pięknie|brawo|super|ładnie|oczywiście|świetnie|fajnie|to pięknie) ~1 (kolejn*|znowu|znów|przecież|że|jak zwykle|po co)?
(kolejny mail|kolejna wiadomość|kolejne prosimy|kolejna obietnica|prosimy o cierpliwość|wasza cierpliwość|jesteśmy dla państwa)
(jak zwykle|jak zawsze (nic|nikt|spóź*|opóź*)|standardowo|norma u was|typowe|a jakże|bez komentarza|gratuluję|chyba kpina|też mi|ale jaja|wielki mi)
(tak|to) (wygląda|ma wyglądać|jest) ~1 (ekspres*|wasza|ten|szybka|profesjonal*|obsług*|premium|dostaw*|gwarancj*)
""",
    "ignored": """
(nikt|nikogo|nikomu|żaden|nikim) ~1
(ignor*|zignor*|olewa*|milczy*|milczeni*|milczycie|cisza|głucha cisza|przemilcz*)
(brak|bez|żadn*|zero|nie (ma|mam|dostał*|otrzymał*|doczekał*) ~1|ani) ~1 (odpowiedzi|odzewu|kontaktu|reakcji|informacji|wiadomości|odpowiedź|odpowiedzią|wyjaśnie*|przeprosin|wieści|pomocy|zwrotu|telefonu|maila|potwierdzenia|ogłoszen*|komunikat*) ~1
(odpowiedzi|kontaktu|informacji|reakcji|wiadomości|przeprosin) ~2 (brak|nie (ma|mam|dostał*|było|otrzymał*|doczekał*)|zero|ani)
(nie|ani|nawet|dalej|nadal|wciąż|przestali*) ~1 (odpisa*|odpisujecie|odpisuje*|oddzwon*|odzywa*|odezwa*|odpowiada*|odpowiedz*|odbiera*|odbieracie|raczy*|raczyli*|reagujecie|reaguje*|poinformowa*|uprzedz*|powiadomi*|zadzwon*|skontaktow*|przeprosi*|wyjaśni*|pomogli*|interesuje*)
(nie (mogę|można|da|sposób|udało|idzie|dało|mogliśmy|mogłam|mogłem)|nie sposób|trudno|próbuj*|próbowa*|niemożliw*) ~2 (się )?(dodzwonić|skontaktować|doprosić|połączyć|dogadać|uzyskać|doczekać|dobić)
(dodzwonić|doprosić|doczekać) się
(obiecan*|obiecał*|obieca*|obiecywa*|obietnic*|miał* (być|dotrzeć|przyjść|zadzwonić|oddzwonić|przyjechać|trafić)|miały|mieliście|umawialiśmy|umówili*|umówion*|zapewnia*|zapewnien*|gwarantow*|deklarow*) ~4
(muszę|musiał*|musimy|kazano|zmuszon*|każecie|kazali) ~2 (od nowa|znowu|jeszcze raz|sam|samemu|sama|dzwonić|płacić|czekać|tłumaczyć|jechać|kupić|prosić|dopłac*|drukować|jeździć|udowadniać|chodzić|błagać|kolejny raz|po raz|powtarzać|brać wolne|ponosić)
(doceni*|oczekiwa*|chciał*|wypadał*|można było|mogli* (byście)?|mogliby|spodziewa*|wystarczył*) ~1 (chociaż|choćby|przynajmniej|by chociaż|przeprosin|uprzedzić|zadzwonić|więcej|poinformować|jakiejś|lepsz*)
(chociaż|choćby|przynajmniej) ~1 (krótk*|jedn*|przepro*|informacj*|odpowied*|zadzwon*|odpis*|maila|słow*|poinform*|sms)
nie traktuj* ~1 poważnie
(odpowiedź|odpowiedzi|odpowiedzieliście|odpisaliście|mail) ~4 (nie (dotyczy|na temat|odpowiada|pomog*|wyjaśnia|ma związku)|nie na|wymijając*|automatyczn*|szablon*)
(odsyła*|przerzuca*|odsyłan*|odbijan*|przełącza*|zwalacie|zwala*|odprawi*|spławia*|zbyw*) ~3
""",
    "again": """
(znowu|znów|ponownie|po raz kolejny|kolejny raz|po raz (drugi|trzeci|któryś)) ~1 (to|nie|opóźn*|brak*|źle|zł*|czeka*|zepsu*|problem*|błąd|odwoł*|przysła*|zły|to samo|awari*|usterk*|żadn*|muszę|uszkodz*|pomyl*|nikt|przesun*|musi*|nic|ktoś|kłopot*|dost*|te same|ten sam|popsu*|psuje*)
(znowu|znów) (opóź*|jest|są|wysł*|przyszł*|zwod*|mnie|pomy*|przes*)
(drugi|druga|drugie|2|już drugi|kolejn*|następn*) (raz|zł*|odwołan*|opóźni*|błąd|pomył*|awari*|uszkodz*|reklamacj*|tydzień|miesiąc|dzień|problem*|wadliw*|zepsut*|termin|przesunię*|obietnic*|usterk*|nieudan*)
(za każdym razem|każdego dnia|co chwilę|ciągle|wciąż|nieustannie|wiecznie|stale|non stop|notorycznie|codziennie) ~3 (to samo|problem*|błąd|nie|zawiesz*|opóź*|psuje*|awari*|wylog*|wyrzuc*|coś|brak*|rozłącz*|zmieni*|te same|ten sam|kłama*|obiec*|czeka*|dzwon*|pisz*)
(przy każdej|przy każdym) ~2
(ten sam|ta sama|to samo|te same) ~1 (problem*|błąd|usterk*|wad*|histori*|odpowied*|śpiewk*|bajk*|awari*)
(kilka|wiele|kilkanaście|dwa|trzy|cztery|pięć|#|setki|tyle) (razy|maili|wiadomości|telefonów|zgłoszeń|maile|pism|prób) ~4 (i|bez|a|nie|żadn*|dzwon*|pisa*|cisza|prosi*|zgłasza*|brak|w tym|zero)
(dzwoni*|pisa*|zgłasza*|prosi*|wysłał*|reklamowa*|kontaktowa*|upomina*) ~2 (kilka|wiele|już|dwa|trzy|cztery|wielokrotnie|kilkakrotnie|kilkukrotnie|parę|dwukrotnie|trzykrotnie|codziennie|ciągle) (raz*|maile|maili)? ~1
(wielokrotnie|kilkakrotnie|kilkukrotnie|parokrotnie|bez przerwy|w kółko|do znudzenia)
""",
    "waiting": """
(czekam|czekamy|czekał*|czekanie|czekania|oczekuj*|czekać|wyczek*|doczekać) ~3 (od|już|dni|tygod*|godzin*|miesią*|minut|długo|dłużej|nadal|i czekam|wciąż|na (zwrot|pieniądz*|odpowied*|paczk*|przesyłk*|reakcj*|kuriera|towar|decyzj*)|ponad|#|dwa|trzy|cztery|pół|cały|wieczn*)
(od|już|prawie|ponad|przez|minęło|mija|minął|minęły|minęła|po|dopiero|aż) ~2 (dni|dzień|tygodni*|tygodnie|miesiąc*|miesięcy|godzin*|godz|minut*|rok*|dwa|trzy|cztery|pięć|sześć|jedenaście|dziesięć|tydzień|dób) ~1 (nie|brak|bez|czek*|nikt|nic|cisza|a|i|nadal|opóźn*|temu|na linii|mam|oczek*|stoi|dalej|próbuj*|zwodz*)
(minęło|minęły|minął|mija|trwa|trwał*|zajęł*) (już )?~2 (dni|tygodni*|tydzień|miesią*|godzin*|jedenaście|dziesięć|dwa|trzy|kilka|wieki|wieczność|#|długo|sześć|miesięcy)
(tygodnie|tygodni|dni|miesiąc|miesiące|godziny|godzin|tydzień|godzinę) ~1 (temu|czek*|na (linii|infolinii|odpowied*)|opóźn*|po (czasie|terminie|urodzinach)|spóźn*|i (nadal|nic|dalej|wciąż|cisza|nie|żadn*|brak)|bez|milczen*|a (nadal|nic|paczki|wciąż)|zwlek*|ignor*|mnie ignor*|jak czekam)
(tydzień|dwa tygodnie|miesiąc) temu
(nadal|wciąż|dalej|ciągle) (nie|nic|brak|czek*|bez|żadn*|to samo|stoi|w drodze) ~2
(do (dziś|dzisiaj|tej pory|teraz|dnia)|jak dotąd|po dziś dzień) ~2 (nie|nic|brak|cisza|żadn*|bez)?
(nic|niczego|jeszcze nie|paczka nie|towaru|pieniędzy|paczki|zwrotu|sukienki|sofy|przesyłki|zamówienia|kuriera|kontaktu|bagażu) ~2 nie (ma|dostał*|otrzymał*|dotar*|przysz*|przyjechał*|doszł*|doszedł|doszło|wpłyn*|wysłal*|dojech*|pojawi*|dostarcz*|przysłan*|zwrócono|oddali*|ruszy*|drgn*|zero)
(miał* być|miał* przyjść|miał* dotrzeć|miały być|miało być|miała być) ~3
(gdzie|kiedy) (jest |są |moja |moje |mój |dotrze |będzie |ktoś |mi )*(wreszcie|w końcu|do cholery|do diabła) ~1
(gdzie) (są |jest |moje |moja )*(pieniądze|kasa|bagaż|kurier)
(ile|jak długo) (mam |jeszcze |można |to |trzeba |będę |będziemy )+(czekać|potrwa|czekam|trwać|zwodzić)
(opóźn*|spóźn*|zwłok*|zwlek*|przesunięt*|przesunęli*|przesuwa*|przełożon*|przełożyli*|przeciąg*|ślimacz*|po terminie|po czasie|przeterminowan*|przekroczon*|poślizg*)
(wisz*|stoi|utkn*|zawis*) ~1 (na (infolinii|linii|telefonie|słuchawce)|od|w (miejscu|magazynie|sortowni|kolejce))
(na|za) (infolinii|linii|słuchawce) ~2
(śledzenie|status|tracking|numer) ~1 (stoi|nie (zmien*|rusz*|dział*|aktualiz*)|od)
(wieki|wieczność|wreszcie|w końcu|nareszcie|najwyższy czas|najwyższa pora|ile można)
(zaczynam się|powoli|trochę) (martwić|niecierpliw*|denerwow*|irytow*|obawiać)
niecierpliw*
(jest|dziś jest|mamy) (już )?(poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela) (a|i|nadal)?
""",
    "failure": """
(rozdar*|rozpru*|popru*|urwa*|wypad*|odpruł*|przetar*|pękają) ~1
(bąble|bąbel|łuszczy|odłazi|strzępi|mechaci|zmechac*|blaknie|wyblakł*|skrzypi|stuka|iskrzy|dymi|kapie|cieknie|gryzie|uwiera|obciera|rdzewieje|zwiędł*|więdn*|rozmroz*|rozmrożon*|stopił*|obtarł*|wykrzywi*|wypaczy*|sparciał*|rozkręc* się|luzuje|zacina|przypalon*|rozgotow*) ~1
(z|ze) (rysą|rysami|plamą|plamami|dziurą|dziurami|pęknięciem|wgnieceniem|skazą|odpryskiem) ~1
(w połowie|do połowy|połowa|całkiem|prawie całe|wszystkie) (zgnił*|pust*|puste|zepsut*|stłuczon*|spleśniał*|zgniecion*|zwiędł*|czerstw*|rozmroz*)
(spóźni*|przyjecha*|przysz*) (się )?~2 (minut|godzin*|pół godziny|dni|tydzień) ~1
(nie zdążyliśmy|nie zdążyłam|nie zdążyłem|przegapi*|ominął nas|ominęła nas|przepadł nam) ~1
i nic
(padł*|pada|pady|leży|nie wstaje|wysypał*|wysypuje) ~1 (dwa|trzy|znowu|strona|serwer|system|hosting|w tym|co chwilę|ciągle|raz|drugi)
(nadal|wciąż|ciągle|dalej) ~1 (pobiera*|nalicza*|obciąża*|przysyła*|wysyła*|dzwoni*|ściąga*|żąda*)
(pobierac*|nalicza*|ściąga*|obciąża*) ~5 (choć|chociaż|mimo|pomimo|po|bez|dwa|podwójnie|skończy*)
(źle|krzywo|niedokładnie|byle jak|niestarannie|nierówno|odwrotnie|niewłaściwie|niechlujnie) ~1 (zrobion*|uszyt*|wykonan*|zamontowan*|wydrukowan*|złożon*|zapakowan*|ustawion*|policzon*|naprawion*|dobran*|zrobili*|zszyt*|skręcon*|pomalowan*)
(zrobion*|uszyt*|wykonan*|wydrukowan*|złożon*|zapakowan*|naprawion*) (są |jest |były |została |zostały )*(źle|krzywo|byle jak|niestarannie|fatalnie|niedokładnie)
(zdecydowanie za|dużo za|o wiele za|zbyt|za) (ciemn*|jasn*|mał*|duż*|krótk*|dług*|ciasn*|głośn*|zimn*|gorąc*|słon*|cienk*|drog*|woln*|miękk*|tward*|późno|słab*)
(prawie nic|nic) nie (widać|słychać|działa|da się|można|rozumiem|zostało)
(boli|bolą|rozbolał*|zatrułam|zatrułem|zatruli*|wysypk*|uczulił*|poparzył*|skaleczył*|mdłości) ~1
(prosiłem|prosiłam|prosiliśmy|zamawiałem|zamawiałam|zamówiłem|zamówiłam|zapłaciłem|zapłaciłam|płaciłem|płaciłam|rezerwowałem|rezerwowałam|chciałem|chciałam|wybrałem|wybrałam|umawialiśmy) ~8 (a|ale) ~1 (dostał*|otrzymał*|przyszł*|przyszedł|jest|był*|mam|posadz*|przysła*|nie|przywi*|dali*)
(nie pojawi*|się nie (pojawi*|zjawi*|stawi*)|nie przyjech*|nie zjawi*|nie stawi*|nie zadzwoni*) ~1
(czekaliśmy|czekałam|czekałem|przeczekal*) ~1 (cały|całą|całe|pół|na próżno|daremnie)
(w |z )(otwart*|rozerwan*|podart*|uszkodzon*|pogniecion*|brudn*|naruszon*) (opakowani*|karton*|pudełk*|stan*|kopert*|paczk*)
(tracę|tracimy|straciłem|straciłam) (klient*|odwiedz*|pieniądz*|czas|dane|pracę|zamówien*)
(zepsu*|popsu*|uszkodz*|uszkadz*|rozbi*|stłucz*|potłuc*|pękn*|pękł*|złama*|połama*|wgniec*|wgniot*|porysow*|zarysow*|podart*|rozerw*|rozdart*|odpad*|odkle*|rozkle*|rozlec*|rozlat*|rozpad*|rozpru*|przecie*|wycie*|ciekn*|leje|zalan*|zalał*|przemok*|zamok*|zmoczon*|spleśnia*|pleśń|zgni*|zepsut*|brudn*|poplam*|plam*|pogniec*|zniszcz*|sczerst*|czerstw*|such*|zimn* (jedzen*|przyjech*|pizza|obiad)|śmierdz*|smród|śmierdzi|cuchn*|trzeszcz*|skrzyp*|chwiej*|zacin*|zawiesz*|wyłącza|przegrzew*|spalił*|padł*|padła|padło|kruszy|obija|strzęp*|sfilcow*|skurcz*|farbuje|rdzewiej*|zardzewia*)
(jedzenie|pizza|obiad|zupa|danie|kolacja) ~2 (zimn*|letni*|wystygł*|niedogotow*)
(nie|przestał* (działać|ładować|grzać)|w ogóle nie) ~1 (działa|działają|działał*|dziala|dziala*|włącza*|ładuje|ładują|świeci|otwiera|zamyka|pasuj*|domyka|grzeje|da się|daje|trzyma|wczytuje|łączy|drukuje|nadaj*|ma dostępu|mam dostępu|mogę (pracować|wejść|zalogować|spać|korzystać|otworzyć|zapłacić|odzyskać)|uratow*|obejmuje|spełnia|przechodzi|widać|chodzi|odpala|da|kompletn*|dojecha*)
przestał* ~1
(wad*|wadliw*|defekt*|usterk*|awari*|felern*|błąd|błędem|błędn*|błędu|błędy|pomyłk*|pomyli*|pomylon*|braki|niekompletn*|brakuj*|brakowa*|brak|bez (ładowark*|kabl*|instrukcj*|śrub*|wody|prądu|internetu|ogrzewani*|uprzedzeni*|zapowiedzi|wyjaśnie*|powodu|opakowan*|paragon*|części|pytania))
(nie (ten|ta|to|te|taki|taka|tego|tę|tej|takie)|zły|złą|zła|złe|inny|inna|inne|innego|inną|zamiast) ~1 (model*|rozmiar*|kolor*|produkt*|towar*|książk*|but*|co|zamawia*|zamówi*|niż|jak|adres*|część|przysła*|przyszł*|dostał*|który|która|miejsc*|pokój)
(zupełnie|całkiem|całkowicie|w ogóle|kompletnie|wcale) (inn*|nie) ~2
(przysłał*|przysłaliście|przyszedł|przyszł*|dostał*|otrzymał*|dotarł*|przyjech*|dostarcz*) ~4 (nie (to|ten|ta|te|wszystko|taki)|zł*|inn*|w kawałkach|używan*|bez|pust*|otwart*|niekompletn*|połow*|uszkodz*|rozbit*|stłucz*|po terminie|brudn*|zimn*|zamiast)
(w opisie|na stronie|na zdjęciu|w ofercie|w rezerwacji|niezgodn*) ~4 (a|był*|inn*|nie|z|skór*|darmow*|wygląda*)
(niezgodn*|nie jak na|nie taki jak|nie taka jak|nijak) ~2
(zwykły plastik|plastik zamiast|podróbk*|podrób*|fałszyw*|nieorygin*|używan*|otwieran*|wybrakowan*|noszon*|po zwrocie|odgrzew*)
(pobra*|policz*|ściągn*|naliczo*|nalicz*|obciąż*|zabra*|zeszły|zeszło) ~4 (dwa razy|dwukrotnie|podwójn*|za dużo|za dostawę|opłat*|więcej|konta|bez|ponownie|prowizj*|#|mimo|z karty)
(podwójn* (płatność|obciążenie|opłat*)|ukryt* (opłat*|koszt*)|przepłaci*|zawyżon*|dopłaci*|wyłudz*|naciąg*)
(zgubi*|zagubi*|zagin*|zgin*|zagubion*|zgub*|przepad*|przepadł*|skradzion*|ukrad*|stracił*|straci*|tracę|tracimy|stracon*|zmarnow*) ~1
(odwoła*|odwolan*|anulowa* (mi|mój|moj*|lot|zamówieni* bez)|odmówi*|odmawia*|odrzuc*|odmow*|nie (uznal*|uznaj*|uznan*|przyjęli*|przyjmuj*|chcą))
(zablokow*|blokad*|wylogow*|wyrzuca|wywala|wywalił*|bez dostępu|brak dostępu)
(zostawił*|zostawiono|porzuci*|rzucił*|wrzucił*|postawił*) ~3 (na deszczu|pod drzwiami|na ulicy|na klatce|u sąsiad*|przed bramą|przez płot|byle gdzie|w krzakach)
(na darmo|na próżno|niepotrzebnie|bez sensu|daremnie|na marne)
(słab*|kiepsk*|marn*|nędzn*|lich*|niska|niski|zł*|mizern*|gorsz*|fataln*) ~1 (jakość|jakości|obsług*|wykonani*|materiał*|kontakt|serwis*|podejści*|organizac*|komunikacj*|opakowan*|stan*|doświadcz*|jakością)
(cieńsz*|gorsz*|gorzej|mniejsz*|słabsz*) (niż|od|jakoś*)
(jakość|materiał|wykonanie|obsługa) ~2 (słab*|kiepsk*|gorsz*|fataln*|spadł*|pozostawia|poniżej|cieńsz*|niższ*|do)
(kłamie|wprowadza* w błąd|myląc*|niejasn*|niezrozumiał*|nieczyteln*|nieprawdziw*|nierzeteln*|nieprawidłow*|niewłaściw*)
(hałas|głośno|zimno|brud|karaluch*|robak*|włos)
(męczy*|męczę|męczarni*|szarpi*|użer*|mordęg*)
(wziąłem|wzięłam|brał*|brałam|brałem) ~1 (wolne|urlop|dzień wolny)
(problem*|kłopot*|utrudni*|reklamacj*|skarg*|zażaleni*|niedogodn*)
(popłaka*|płacz*|płaka*|łzy|łzami)
(jutro|dziś|dzisiaj|pojutrze) ~1 (wyjeżdżam|wyjazd|ślub|urodziny|impreza|jest|lecę|prezentacj*)
(i co (mam|ja|teraz|z tym)|co mam z tym|co mam teraz) ~3
""",
    "mild": """
(choć|chociaż|mimo że|pomimo|mimo to|mimo iż|wbrew) ~1
(myślałam|myślałem|sądziłam|sądziłem|liczyłam|liczyłem|zakładałam|zakładałem|spodziewałam|spodziewałem|oczekiwałam|oczekiwałem) ~6 (a (był*|jest|to|tu|okazał*|nie|są)|okazał*|tymczasem)
(dobrze|miło|fajnie|uczciwie|warto|przydałoby) ~1 (byłoby|by było|się) ~1 (wiedzieć|uprzedzić|poinformować|dowiedzieć|dostać|usłyszeć|powiedzieć) ~1
(miał*|mieli) (ktoś |mi |wczoraj |dziś |rano |od |państwa |do mnie )*(zadzwonić|oddzwonić|przyjechać|odpisać|przysłać|naprawić|zwrócić|napisać|dać znać) ~1
(tłumaczył*|opowiadał*|wyjaśniał*|opisywał*) ~2 (czterem|trzem|dwóm|kilku|pięciu|różnym|każdemu|kolejnej|kolejnym) ~1
(wyraźnie|ewidentnie|jawnie|jakby) (niezadowol*|znudzon*|niechętn*|zirytow*|obrażon*|zniecierpliw*|opryskliw*) ~1
(dalej|nadal|wciąż) (nic nie wiem|nic nie wiemy|to samo|bez zmian|czekam)
(niesmak|nieswojo|zawiedzion*|poirytow*|zażenow*|podirytow*|rozżalon*|zasmuc*|rozgorycz*|zirytow*|przygnębi*|zbulwersow*|niepokoi|niepokojąc*|smuci|dziwi mnie|razi|drażni|zniechęca|rozczarowuj*|nie tak (to|się)|nie popisal*|daremn*|na marne) ~1
(rozczarow*|zawiedzion*|zawiod*|zawiódł*|zawied*|niezadowol*|zniesmacz*|przykro|przykr*|smutn*|smuci|szkoda|żal|żałuj*|niestety|niemił*|nieprzyjemn*|zniechęc*|zirytow*|irytuj*|irytacj*|frustr*|sfrustr*|denerw*|zdenerwow*|wkurza*|uciążliw*|męcząc*|dokuczliw*|stresuj*|zestres*|zmartwi*|martwi|martwię|martwimy|niepok*|zaniepok*|obawiam się że|zdziwi*|zdumi*|zaskoczon* (negatyw*|przykro|niemile)|niemile|skonsternow*|zdezorient*|nieładn*|nie w porządku|nieuczciw*|niesprawiedliw*|nierozsądn*|niefajn*|niesmak*|niedosyt|słabo|słabe|słaby|słaba|kiepsko|kiepsk*|gorzej|niepoważn*|bałagan|chaos|zamieszani*|nieporozumien*|lipa|lipne|porażk*|masakra|ech|eh|ehh|no nie|serio|naprawdę serio|nie fair|bez przesady|obojętn*|niedbal*|niestarann*|niechluj*|byle jak*|na odczepnego|nieodpowiedni*|utraci*|zraż*|zrazi*|odechc*|zażenow*|wstyd*)
nie (jestem|jesteśmy|byłam|byłem) ~1 (zadowol*|usatysf*|pewn* co|szczęśliw*|zachwyc*)
(nie (podoba|spodoba|odpowiada|satysfakcjonuj*|o to chodzi|tak (powinno|miało|się|ma|powinna|się umawia*)|tego (oczekiwa*|się spodziewa*)|za to|wygląda to|powinn*)|tak (nie|być nie)) ~1
(nie (rozumiem|rozumiemy|pojmuję|wiem)) ~1 (dlaczego|czemu|po co|za co|jak|co|skąd|na jakiej)
(dlaczego|czemu|na jakiej podstawie|jakim prawem|z jakiej racji|skąd|po co) ~1 (nie|policz*|mam|muszę|pobra*|nikt|ciągle|znowu|tak (długo|późno|się|wolno|mnie)|to (trwa|tyle|tak)|trwa*|jeszcze|odpowied*|zapłac*|cena|moj*|zablok*|zamówieni*|mnie|w ogóle|nadal|dostał*|wciąż|jest|mimo|skoro|musi*)
(co (się dzieje|się stało|to ma być|to jest|to za|jest nie tak|z moim|z moją|wy|robicie)|jak to możliwe|o co chodzi|w czym problem|i co teraz|gdzie tu)
(spodziewa*|oczekiwa*|liczył*) ~3 (więcej|lepsz*|czegoś|inne*|lepiej|szybs*|że)
(nie tego|nie za to|za takie pieniądze|za tę cenę|za tyle|za co ja|za ekspres|za co płacę|nie po to|zapłaci* i|płaciłem|płaciłam|dopłaciłem|dopłaciłam) ~1
(zaufani*|wiary|wiarę|cierpliwoś*) ~2 (straci*|utrac*|tracę|brak|podkop*|nadszarp*|kończy)
(mam wrażenie|odnoszę wrażenie|czuję się|poczułam|poczułem|wygląda na to) ~2 (że|oszuk*|jak|zlekc*|zignor*|ignor*)
(proszę|prosimy|zróbcie) ~1 (to )?(poprawić|wyjaśnić|o wyjaśnienie*|o interwencj*|coś|o pomoc|coś z tym|o reakcj*|o pilny|pilnie|o natychmiast*|przestać|zaprzestać|o poprawę)
(to|to jest|jest to|trochę|dość) (nienormaln*|niepojęt*|niemożliw*|dziwn*|nie do|śmieszne|przesad*|przegięci*|smutn*|za długo|za drogo)
(przesad*|przegięci*|przegina*)
""",
}
