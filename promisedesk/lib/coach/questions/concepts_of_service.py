"""Commerce, people, time and service: more of what letters ask about, as in `concepts`."""

from __future__ import annotations

SERVICE = """
delivery_speed: express overnight next-day fast= faster= fastest= quick= quicker quickest quickly=
   speed= speedy urgent priority rush= same-day expedit asap hurry
  | экспресс срочн ускор быстр скорее скорей побыстр скорост молние
  | ekspres express priorytet szybk szybciej pilne pilna pilnie pilny przyspiesz natychm
delivery_fee: postage p&p= flat-rate carriage= post-free
  | бесплатн платн безвозмезд даром= тариф
  | darmow bezplat gratis= koszty= kosztow= platna= oplata= oplaty= taryf
free_of_charge: free= gratis included inclusive extra= surcharge charge= charged charges=
   free-of-ch complimentary=
  | бесплатн даром= безвозмезд платн доплат включен включает входит= подарок=
  | darmow bezplat gratis nieodplat odplat doplat dodatkow wliczon zawiera=
carry_upstairs: floor= floors stair upstairs carry= carried carrying doorstep kerbside curbside
   threshold ground-flo storey lift= elevator porter kerb= landing=
  | этаж подъем подним поднят занос занес внос= внест внесут лестн лифт грузчик подъезд порог
   квартир
  | pietr wnies wnosz wnosi schod winda= winde= windy= windzie klatk parter krawezn tragarz
   mieszkan prog= progiem
delivery_window: slot= slots window= time-slot timeframe hourly afternoon evenings noon= midday pm=
  | интервал промежут окошко диапазон утром= днем= вечером= полудн утра= вечера= часам= часов=
  | przedzial okienk okno= godzin rano= poludni popoludni wieczor przedpolud porze= pora= pory=
evening_delivery: evening after-work tonight after-hour night=
  | вечер ночью= ночн поздно= попозже
  | wieczor nocn noca= pozno=
weekend: weekend saturday sunday bank-holid weekday
  | выходн суббот воскрес праздничн будн рабочим= рабочие=
  | weekend sobot niedziel swiatecz robocz powszedn
courier_calls: rings= phones= notify notific sms= texted texts= alert beforehand heads-up advance=
   pre-alert
  | предупред звонит= созвон созванив смс= оповещ оповест уведом заранее звонк
  | uprzedz awizuj awizo awizac powiadom sms= smsa= smsem= telefonicz zadzwoni=
tracking_number: tracking track= tracked trackable track-and- waybill consignmen
  | трек отслеж отследи накладн рпо=
  | sledz tracking tracing listu= przewozowy przewozowe lokalizac monitor
tracking_status: scan= scanned scans= transit= sorting hub= depot status= stuck moving= movement
   update= updates= updated departed
  | статус сортировоч зависл застря обновл обновит движени движется путь= пути= сканир прибыл
  | status sortown utkn skan= zeskan ruszyl rusza= drodze= przemieszc stoi= aktualiz
customs: customs duty= duties clearance cleared broker import= imports imported tariff hmrc=
   declaratio incoterm ddp= dap=
  | пошлин таможен таможн растамож ввозн ввоза= импорт декларир деклара брокер беспошлин
  | clo= cla= clem= cle= celn odpraw importow import= oclen ocle= urzad= urzedu= bezclow agencja=
packaging: packag packing packed= box= boxes boxed= carton cardboard wrap= wrapped bubble padding
   padded jiffy= crate= crates envelope filler polystyren
  | упаков упакуе короб картон пузыр пупыр пленк пенопласт конверт обрешет наполнит тара= заворач
  | opakow pakuje zapakow pudel karton babelk folia= folii folie= kopert wypelniacz styropian
   pakowan skrzynia= skrzyni=
discreet_packaging: discreet discretion plain= unmarked neutral unbranded anonym nosy markings
  | нейтральн анонимн непрозрач скрытн конфиденц опознавате незаметн
  | dyskret neutraln anonim nieoznacz oznaczen= logotyp napisow= napisu=
fragile: fragile breakable delicate glass= careful shatter brittle
  | хрупк бьющ бьется осторожн стекл разобьет аккуратн
  | krucha= kruche= kruchy= kruchych= krucho delikat ostroz szklo= szklan szkla= stlucz potlucz
signature: sign= signs= signed= signing signatur proof-of-d
  | подпис роспис расписат распиш расписыв
  | podpis pokwitow kwitow
id_check: passport id-card identity identific ident= licence= license= ssn= photo-id
  | паспорт удостовере документ личност идентиф снилс
  | dowod paszport tozsam legitym okaza weryfik
authorised_person: behalf= authoris authoriz someone= somebody wife= husband= partner= relative
   proxy= power-of-a colleague=
  | довер другому= жена= жене= муж= мужу= мужа= родственн представит третье=
  | upowazn pelnomocn zona= zone= maz= meza= mezowi= ktos= inna= inny= imieniu bliski= rodzina=
pickup_point: locker parcelshop parcel-sho pickup= pick-up collection= collect= collected
   collecting drop-off click-and-
  | постамат пункт пвз= самовывоз забрат забер забира ячейк выдач выдают
  | paczkomat punkt odbior odbier odebra paczkopunk zabka= zabce= orlen skrytk automaty= automacie
   automatu=
neighbour: neighbour neighbor next-door flatmate
  | сосед
  | sasiad sasiedz wspollokat
safe_place: porch doormat shed garage bin= behind= unattended mailbox letterbox letter-box
  | двер оставит= калитк почтовый= ящик крыльц гараж охран
  | drzwi wycieracz zostawi ganek ganku= garaz altan skrzynk schowa furtk
concierge: concierge reception doorman janitor lobby front-desk gatehouse caretaker
  | консьерж ресепш вахт администра охранник стойк секретар проходн
  | portier recepcj dozorc ochroniarz konsjerz ochrona= sekretar
missed_delivery: missed redeliver re-deliver attempt absent home=
  | дома= застал попытк отсутств дозвон
  | nieobecn zasta awizo ponown prob= proba= proby= probe= domu=
redirect: redirect reroute re-route divert forwarded forwarding readdress elsewhere
  | переадрес перенаправ переслат пересыл переслал
  | przekier przeadres przekaz
address_details: address postcode zip= zipcode street= house= flat= apartment block= buzzer
   intercom entrance building= gate= landmark
  | адрес индекс улиц квартир подъезд домофон корпус строен шлагбаум город= дом= дома= дому=
   ориентир
  | adres ulica= ulicy= ulice= kodpocz pocztow mieszkan domofon budyn bram klatk blok=
post_office: post-offic royal= post-box postmaster usps= postal
  | почта= почтой= почте= почты= почтов почтамт отделени опс= востребов
  | poczta= poczty= poczcie= poczte= pocztow placowk placowc urzed= poste= restante
carrier: carrier dhl= ups= dpd= gls= fedex hermes evri yodel tnt= royal-mail parcelforc courier
   usps= haulier
  | курьер сдэк= сдэка= сдэком= сдэку= cdek= боксберр dpd= ozon= озон яндекс перевозч пэк= делов
   транспортн
  | kurier inpost dpd= dhl= ups= gls= fedex= orlen= przewoz pocztex spedyc
cash_on_delivery: cod= cash-on doorstep=
  | налож курьеру= постоплат получении=
  | pobran odbiorze= kurierowi=
countries: abroad internatio overseas worldwide europe eu= usa= germany france ireland spain italy
   poland netherlan belgium austria norway switzerl canada australia countr border
  | границ рубеж европ международ казахст беларус белорус армени узбекис герман польш росси рф=
   сша= евросоюз страна= страну= страны= стране= стран= странам
  | kraj= kraju= krajow kraje= krajach zagran unia= unii= europ niemc niemiec francj czech slowac
   ukrain litw wloch hiszpan brytan swiec= miedzynar granic
remote_area: highland island remote= northern isle= isles= mainland offshore rural scottish zone=
   outlying scotland wales= cornwall orkney shetland scilly
  | остров отдален регион област север дальн камчат сахалин глубинк деревн село= села= крым
  | wysp odlegl wiejsk wies= wsi= gmin region oddalon wojewodz
delivery_area: area= areas= region radius locally local= zone= nationwide district suburb countrywi
  | район регион област зона= зоне= зоны= мкад= пригород радиус москв петербург городе= города=
  | rejon region stref obszar promien okolic miasto= miescie= miasta= lokaln dzielnic teren
lost_parcel: lost= vanish disappear missing trace= traced untraceabl astray whereabout
  | потер утер пропал пропаж исчез затер розыск разыск недоставк
  | zagin zgub zgin poszuki znikn znikl
transit_damage: damaged= damage= dented squashed crushed crumpled smashed shattered broken= torn=
   scratch dent= bashed
  | поврежд помят мятая= мятый= разбит сломан порван вмятин царапин треснут раздавл побит
  | uszkodz zniszcz zgniec pogniec rozbit stluczon polaman zlaman peknie peknel wgniec wgniot
   rozdart porysow
split_delivery: split= separate partial parts= together consolidat remaining remainder rest=
   batches
  | частям отдельн раздельн вместе= частичн остальн остаток разными= целиком
  | czesciow osobn oddzieln razem= partiami partii= reszt pozostal lacznie calosc
merge_orders: merge= merged merging combine combining consolid bundle= bundled
  | объедин соедин вместе= слить= слил одним= сложит= сведе
  | polacz scali laczy laczn scalen razem= wspoln dorzuc
pallet: pallet palette freight lorry truck tail-lift forklift unload hgv= van=
  | палет паллет поддон фура= фуру= фуры= грузов разгруз рохл гидроборт газел погруз
  | palet ciezarow rozladun rozladow wozek= spedyc tir= zaladun
return_pickup: collection= collected collect= pick-up uplift
  | заберет заберут вывоз вывез забрать= забирает заедет
  | odbierze odbiera odbior zabierz zabior podjaz podjed
assembly_crew: two-man two-person crew= fitter installer assembl handyman movers
  | сборщик сборк монтажник бригад грузчик собер установщ
  | ekip montaz monter montuj fachow tragarz skrec wniesieni skladan
old_removal: take-away removal dispose disposal recycle recycling scrap haul uplift weee=
  | утилиз вывоз вывезт вывезе старый= старую= старого= старое= заберет заберут мусор
  | utyliz wywoz wywie stary= stara= starego= starej= zabier recykl elektrosm
chilled_shipping: chilled cool-box ice= icepack insulated refriger frozen thaw cold= coolpack
   temperatur cold-chain
  | охлажд термо хладо заморож замороз изотерм рефриж темпера лед= льдом= холоде= холодов
  | chlod mroz termo lod= lodem= temperatur rozmroz izoterm zimn
inspect_on_receipt: inspect unpack opening= unbox examine
  | осмотр вскры проверит= проверк распаков примерк
  | obejrz rozpakow otworzyc= otwarcie= protokol przymierz ogledzin sprawdzeni
dispatch_day: dispatch despatch ships= warehouse cut-off cutoff leaves= handed
  | отгруз отгружен склад= склада= передад отправке отгружа уйдет= уходит
  | wyjdz wyjedz nadan nadaj magazyn kompletow wydan wychodz wyjezdza ekspedy
delay: delay late= later= lateness overdue backlog slow= slower postpone on-time
  | задерж запазд опозд опазд просроч затян затяги позже= медлен отстав вовремя
  | opozn spozn zwlek zwlok zaleg poslizg przestoj wolno= wolniej przeciag terminow
arrive_by_date: birthday= latest deadline wedding= christmas= anniversar
  | успеет успеть успеем успеют успев позднее= раньше= дню= рождени праздник дате= дату=
  | zdaz najpozn urodzin swieta wesel terminie= terminu= rocznic
holiday_period: christmas xmas easter holiday new-year bank-holid boxing-day festive thanksgiv
  | праздник новогод рождеств пасх майск каникул января=
  | swieta= swiat= swiety swieto swiatecz wielkano gwiazdk sylwest bozego= majowk
shop_vacation: vacation closed= shut= break= holidays= reopen resume stocktak
  | отпуск каникул закрыт= закрыты= переры инвентар учет= нерабоч выходны
  | urlop ferie= ferii= przerw zamkniet nieczynn inwentar remanent wakac wznawia wznowi
weather_cancel: weather rain= raining storm snow= wind= forecast sunny thunder wet= rainy downpour
  | погод дожд ливен ливн снег= снега снегоп шторм ветер ветр гроза= грозе= грозы= солнеч непогод
  | pogod deszcz ulew burza= burzy burze= sniez sniegu= snieg= wiatr slonc niepogod padac pada=
handling_fee: handling surcharge fee= fees commission
  | комисси сбор= сбора= сборы= надбавк наценк плата=
  | prowizj oplat manipulac narzut obslugow serwisowa=
instalments: credit= financ klarna clearpay pay-later monthly= afterpay interest= spread= split=
   loan= apr= hire-purch instalme installmen
  | рассроч кредит частям долям сплит= подели процент переплат банк= банка= ежемесяч
  | rata= raty= ratach ratal rat= kredyt finansow odrocz paypo klarna odset leasing pozycz
invoice_doc: invoic proforma pro-forma bill= billing receipt accounts= accounting
  | счет= счета= счету= счете= фактур накладн упд= акт= акта= акты= инвойс бухгалт чек= чека= эдо=
   счет-факт закрывающ
  | faktur proform rachun paragon ksiegow ksef= fv= vat=
vat_tax: vat= tax= taxes taxable gst= net= gross ex-vat inc-vat zero-rated exempt
  | ндс= налог ндфл усн= вычет безналог
  | vat= vatu= vatem= podatk podatek netto= brutto= zwolnion odlicz stawk
tax_number: vatin eori utr= registrat ein=
  | инн= кпп= огрн= огрнип реквизит юрлиц
  | nip= nipu= nipem= regon krs= eori= vies=
currency: currenc euro= euros dollar pound= pounds sterling eur= usd= gbp= pln= zloty convert
   conversion
  | валют евро= доллар рубл тенге= курс= курсу= конверт злот юан
  | walut euro= dolar zloty= zlotow zlotych= kurs= kursu= kursie= przelicz przewalut funt pln=
voucher: voucher gift-card giftcard coupon gift-vouch certificat e-voucher token= redeem
  | ваучер купон сертифик промокод талон
  | voucher bon= bonu= bony= bonow= bonem= kupon talon podarunk zrealiz realizow
voucher_validity: expiry expire expiration valid= validity run-out unused lapse use-by
  | годен годност действите истек истечет сгор сроком просроч
  | wazn wygas traci= przepad bezterm
discount_code: discount code= codes promo rebate reduction reduced percent offers=
  | скидк скидоч промокод промо= акция= акции= акцию= акций= код= кода= кодом= процент купон
  | rabat znizk kod= kodu= kodem= kody= promoc promk procent upust przecen obnizk
special_price_group: student senior pensioner concession nurse nhs= military veteran teacher=
   unemployed
  | студен пенсион льгот школьник многодет инвалид ветеран учащ
  | studenck student senior emeryt ulgow ulga= ulgi= uczn duzej= rodziny= rencist
combine_discounts: combine stack= stackable stacked together= conjunct cumulat
  | суммир складыв совмещ одновремен вместе=
  | laczy= laczyc laczon polacz kumul sumuj suma= jednoczesn naraz
loyalty: loyalty points= point= reward member= membership club= cashback
  | балл бонус лояльн накопит постоянн клуб= клуба= клубн кешбэк кэшбэк кешбек кэшбек
  | lojaln punkty= punktow= punktach klub= klubu= klubow cashback nagrod staly= stalym= stalych=
   stalego=
refund_money: refund reimburs money= moneyback credited repaid repay money-back chargeback
  | возврат вернут= вернули= верну= деньг денег средств компенс возмест возмещ вернем= вернете=
   вернет=
  | zwrot zwroc zwrac pieniad pieniedz srodki= srodkow= naleznos refund uznani rekompen
refund_time: credited statement appear processed
  | зачисл поступ рабочих= банк= банка= банке= обработ
  | zaksieg ksiegow robocz wplyn rozlicz bank= banku= konto= koncie=
partial_refund: partial portion prorata pro-rata difference proportion
  | частичн частью= част= пропорц разниц остаток
  | czesciow czesci= proporc roznic ubytk
advance_deposit: deposit upfront prepay prepaid advance= balance= downpaymen down-payme retainer
  | предопл аванс задат депозит залог вперед= остаток= доплат
  | zaliczk zadatk zadatek przedplat depozyt kaucj gory= pozostala= dopla
security_deposit: security= deposit= caution refundable bond= pre-author blocked
  | залог обеспечит страхов депозит заморож блокир
  | kaucj zwrotn depozyt zabezp zablok blokad
card_payment: card= cards visa= mastercard maestro amex= debit= contactles apple-pay google-pay
   credit-car terminal
  | карт= карта= карту= карте= картой= картам виза= мир= мастеркард терминал эквайр бесконтакт
  | karta= karty= karte= karcie= kartami kartow visa= mastercard terminal zblizen
cash_payment: cash= banknote coins cashless till= atm=
  | безнал касс сдач купюр наличны налички= наличка= наличкой= наличку=
  | gotowk bankomat bezgotowk kasa= kasie= kasy= banknot
bank_transfer: transfer bank= iban= bic= swift= bacs= sort-code wire= sepa=
  | перевест переведу безнал реквизит банк расчетн иностр счет= счету= платежк сбп= swift=
   переводом перевода=
  | przelew przela przelej bank= bankow iban= swift= konto= konta= rachunk tytul=
online_payment: paypal stripe= apple= google-pay wallet link=
  | сбп= юмани yandex= онлайн пэй= pay= эквайр qr= ссылк кошел
  | blik= blikiem= blika= paypal= payu= przelewy24 p24= online= portfel tpay= szybkie=
payment_failed: decline reject fails failed= fail= error= unsuccessf blocked= retry
  | отклон неудач проходит= прошел= прошла= зависл блокир
  | odrzuc odmow blad= bledu= bledem= nieudan przeszl przechodz zablok odmaw nieudal
double_charge: twice= double= doubled overcharge debited duplicate
  | дважды двойн задво списан списыв лишн списали списал= списало
  | dwukrot podwojn sciagn pobran pobral zdublow obciaz nadplac
payment_received: cleared arrived= pending= posted=
  | поступ прошл прошел= оплачен зачисл дошл платеж получена= получили=
  | wplat wplyn zaksieg oplacon przeszl doszl dotarl wplacil odnotow platnosc
payment_method: payment pay= paying payable paid= method= methods= accept= accepted options= paypal
  | оплат оплач платит платеж способ расплат рассчитаться= расплач
  | platn plac= placi zaplac oplac sposob= metod forma= zaplat uregul
direct_debit: direct-deb debit= sepa= standing-o mandate recurring automatica
  | автоплат автосписан списан списыв автоматич привяз
  | polecen= zaplaty= obciazen automatycz cykliczn stale= zlecen= podpiac podpieta
net_terms: terms= deferred on-account
  | отсроч постоплат лимит= дебитор
  | odrocz terminem= platnosci=
overdue_reminder: overdue reminder dunning unpaid owe= owed= outstandi late-fee arrears debt=
   penalty penalties
  | долг= долга= задолж просроч напомин неоплач пени= пеня= штраф
  | zaleg dlug= dlugu= przypomn ponagl nieoplac niezaplac monit odsetk wezwan kara= kary=
price_rise: increase= increased raise= raised rise= rising inflation
  | подорож повыш подня вырос рост= дорожа индексац удорож
  | podwyz podroz wzrost wzrosl rosnie drozej= zdroz
price_match: match= price-matc beat= competitor cheaper elsewhere= lowest
  | дешевле конкурен снизит= снизите уступ торг= ниже=
  | taniej= tansz konkuren wyrown najnizsz nizsz obnizy znizyc
total_price: price cost= costs= costing total= sum= overall altogether amount rate= rates
  | цена= цены= цену= цене= цен= стоимос сумм итог обойдет прайс расценк рублей= ценник стоит=
   стоить= стоят=
  | cena= ceny= cene= cen= cenie= koszt kwot suma= sumie= wynosi cennik
hidden_costs: hidden= additional add-ons surprises all-in
  | скрыт дополнит допрасход сюрпризов
  | ukryt dodatkowe= dodatkowych= doplat niespodz
quote: quote= quotes quotation estimate proposal ballpark quoted offer=
  | смет расчет рассчит просчит просчет предложение= оценк кп=
  | wycen ofert kosztorys oszac kalkulac szacunkow
billing_address: billing addressed recipient
  | плательщ реквизит юрлиц организац физлиц юридич покупател
  | nabywc odbiorc firmow firme= firma= firmy=
fiscal_receipt: proof-of-p e-receipt receipts= till-rec
  | чек= чека= чеке= чеки= чеком= кассов фискал квитан
  | paragon fiskaln rachunek=
tip: tip= tips= tipping gratuity service-ch
  | чаев официант благодарно
  | napiw serwis= kelner podziek
return_postage: postage prepaid deduct expense freepost free= ways=
  | бесплатн платн пересылк обратн расход удерж вычт вычита
  | darmow bezplat oplac potrac zwrotn gratis pokryc= pokryje
return_label: label qr= qr-code printer barcode sticker form= portal
  | этикетк наклейк ярлык бланк штрихкод штрих-код qr=
  | etykiet nalepk naklej formularz qr=
return_deadline: fourteen thirty window period cooling-of withdrawal calendar past=
  | срок= срока= сроки= четырнадц тридцат календар месяца=
  | termin= terminu= terminie= czternas trzydzie kalendarz okres= uplyw
return_condition: unworn unused unopened opened tags= tag= original= intact sealed seal= worn used=
   resalable washed condition
  | вскрыт распаков бирк бирок ярлык ношен носил пломб состояни нераспак товарн целост использов
   неношен
  | metk metek nienosz nieuzyw otwart rozpakow stan= stanie= oryginaln naruszon plomb folia=
   nieotwar noszon
exchange_item: exchang swap replac another different bigger smaller
  | обмен поменя замен другой= другую=
  | wymian wymien zamian zamien podmien inny= inna= inne= wieksz mniejsz
wrong_item: wrong= incorrect mixed-up mix-up different= mistake muddle mislabel
  | перепут вместо= ошиб пересорт другое= другая= неверн
  | pomyl zamiast niewlasc bledn inne= zle= zly= zla=
return_in_store: bring= in-store in-person counter drop-off branch shop= take-back
  | магазине= магазин= лично= принес привез привест касс
  | stacjonar sklepie= osobisci przynies przywiez salonie= kasie= punkcie=
return_address: address warehouse depot sender= whereto
  | адрес склада= отправит= высылать= возвратн отослать=
  | adres odsylac odesl odsylk zwrotny= wyslac=
return_received: received arrived reached returned inspect processed logged
  | дошел дошла принят вернулас
  | doszedl doszla dotarl wplyn otrzymal przyjet zwrocon
withdrawal_right: withdraw cooling statutory revocation rights=
  | отказ закон передума зпп= права= право= надлежащ
  | odstap rozmysl prawo= konsumen zrezygn ustawow ustawa= ustawy=
non_returnable: non-return exclusion excluded hygien underwear personalis clearance perishable
   custom-mad earrings bespoke
  | невозврат возврату= надлежащ гигиен бель индивидуал заказной= подлеж исключ
  | bezzwrotn higien bieliz personaliz indywidual kolczyk wyprzed podlega wylaczon
return_reason: reason explain explanatio justif
  | причин объясн обоснов основан
  | przyczyn uzasad podawac podania powod= powodu= powodem=
no_receipt: receipt proof= proof-of-p
  | чек= чека= квитанц выписк
  | paragon wyciag dowodu= dowod=
try_at_home: try-on trial fitting
  | примерк примерит примеря померит меря попробов тест
  | przymierz wyprobow probow probn test= testow mierz
warranty_period: warrant guarantee covered covers lifetime two-year year= years statutory
  | гарант год= года= лет= месяц обслуж покрыв
  | gwaranc rekojm lat= lata= rok= roku= miesiec obejmuj objet
warranty_proof: serial stamp= stamped registrat
  | талон гарантийн серийн печать= печати= штамп
  | karta= karty= gwaranc seryjn pieczat rejestr
warranty_void: void invalid seal= tamper lose= modif third-part lapse
  | слет лишит лишат сним теря вскрыт пломб аннулир сгор самостоят утрат
  | utrac traci= strac uniewazn plomb ingerenc samodziel przepad
extended_warranty: extend extension additional protection cover= plan= insur accidental
  | расшир продл дополнит страх
  | przedluz rozszerz dodatkow ubezpiecz ochron
repair_cost: repair labour parts= cost= estimate diagnostic hourly fix=
  | ремонт диагност стоимос работа= работы= починк обойдет запчаст смета=
  | robociz wycen diagnoz diagnost cennik ekspertyz naprawa= naprawe= naprawy= naprawi
repair_time: turnaround repaired ready= mended bench= workshop fix= fixed
  | ремонт готов починк починит мастерск
  | warsztat serwis naprawa= naprawe= naprawy= naprawi gotowe= gotowy= gotowa=
repairable: repair mend= mended mending fix= fixed fixing fixable restore beyond-rep irrepairab
   write-off patch= refurbish
  | чинит починит починк починя ремонт отремонт восстанов реставр исправ залат заклеит
  | renow regener odnow odnawia reper serwisow zalat sklei naprawa= naprawe= naprawy= naprawi
loan_device: loan= loaner courtesy replacemen temporary substitute lend= borrow
  | подмен взамен замен временн
  | zastep pozycz uzycz tymczas
spare_part_item: spare part= parts component replaceme refill screws knob= lid= hinge gasket belt=
   individual compatible
  | запчаст запасн деталь детали деталей комплектую расходник сменн крышк ручк винт отдельн
  | czesci= czesciami zamienn zapasow podzespol element srub uszczel dokup komplement
callout: call-out callout visit= home-visit on-site onsite engineer technician plumber electricia
   attend
  | выезд выеха вызов мастер замерщ инженер техник дому= выезжа приедет= приедут=
  | dojazd dojedz przyjed wyjazd technik serwisant fachow hydraul monter pomiar
send_in_repair: workshop drop-off bring= shipped mail-in
  | сц= прислать= привезт принест мастерск приемк сервисны
  | serwis odeslac dostarcz warsztat
authorised_service: authoris authoriz official manufactur dealer= approved
  | авторизов официал сервисн производит сертифиц дилер
  | autoryz producen oficjaln serwis fabrycz dealer
maintenance: maintain maintenan servicing serviced inspection check-up tune-up oil= annual overhaul
  | обслуж техобслуж профилакт регламент осмотр ухажив
  | konserw przegl serwisow pielegn utrzyman
alterations: alter tailor hem= hemming shorten lengthen seamstress adjust
  | подши ушит ушив укорот укорач ателье портн швея подгон подогн удлин
  | przerob skroc skracan krawc poprawk dopasow zwez podszy
measurement_visit: measure measuring survey site-visit dimensions fitter
  | замер обмер измер мерки= мерок
  | pomiar zmierz mierze mierzy wymiar obmiar
diagnosis: diagnos examine assess cause= inspect
  | диагност проверит= проверк неисправн причин выяв
  | diagnoz diagnost ekspertyz usterk ocen przyczyn
data_wipe: wipe= wiped erase data= backup back-up
  | данные= данных= стер удал резервн сброс сохран копи
  | dane= danych= kopia= kopie= wymaz skasow reset przywroc
replacement_unit: replace swap= substitute
  | замен взамен перевыпус
  | wymien wymian zamien
order_change: change amend modify modified edit= edited adjust alter update correct switch swapped
  | измен исправ скоррект коррект редакт внес правк поменя
  | zmien zmian popraw korekt edyt edycj modyf podmien skoryg
order_add: add= added adding extra= addition include append
  | доба дозак доложит положит вложит доукомпл
  | doda= dodac= dodal= dodam= dodamy= dodaj= doloz dorzuc dolacz dopisa domowic
order_remove: remove delete without exclude excluding
  | убрать= убрал= убрали= убер удал исключ убира вычеркн
  | usun wykresl wycof wyrzuc odjac zrezygn
order_cancel: cancel stop= stopped withdraw void undo annul
  | отмен аннулир отказ снят передума остано
  | anul odwol rezygn wycof odstap zatrzym kasow skreslic
order_confirmation: confirm received acknowledg placed registered
  | подтвер оформ прошел= принят= зарегистр поступил
  | potwierdz przyjet wplynel zlozon zarejestr przeszlo
order_duplicate: duplicate twice= double accident
  | дубл дважды повторн задво случайн двойн задублир
  | dubel zdublow dwukrot podwojn przypadk powtorz
order_status: status= stage progress processing processed preparing packed prepared pending
  | статус этап собран обрабат обработ стади готовит комплект
  | status etap realizac przetwarz pakow kompletow stadium
order_history: history previous past= earlier archive purchases
  | истори прошл прежн предыд ранее= архив
  | histor poprzed przeszl archiw
phone_order: over-the-p telephone call-in whatsapp
  | позвон оформит= ватсап вотсап телеграм телефону= телефоном=
  | zadzwon mailow mailem= telefonicz
guest_checkout: guest one-off registerin account=
  | гость гостя= регистрац авторизац незарег
  | gosc= goscia= rejestrac zalozen zakladac
quantity: quantity quantities amount pcs= pieces units unit= dozen hundred thousand
  | количеств штук шт= экземпляр единиц дюжин сотн тысяч
  | ilosc sztuk szt= egzempl liczb tuzin setk tysiac
order_minimum: minimum min= moq= smallest threshold minimal least=
  | минимал минимум мин= наименьш порог
  | minimal minimum min= najmniej prog= progu=
order_limit: limit= limits limited maximum max= restrict cap=
  | лимит ограничен макс= руки= предел максимал максимум
  | limit maksym max= ogranicz najwiec osobe=
bulk_price: bulk= wholesale volume tier= tiered quantity trade= reseller larger
  | опт= опта= оптом= оптов крупн мелкоопт объем партия партии= партию= тираж
  | hurt= hurtow hurcie ilosciow wieksz naklad parti
set_pack: pack= packs pair= pairs set= sets single= singly individual piece= bundle
  | комплект пара= пару= пары= штучно поштучн упаковк одиночн розниц
  | komplet zestaw para= pary= pare= opakowan sztuki= pojedyncz osobno= detal
set_contents: include contain contents supplied kit= box= accessor
  | входит входят набор включ содерж прилага
  | zestaw zawart zawier komplet dolacz wchodz skladzie= sklad=
custom_made: bespoke made-to-or made-to-me tailor-mad individual measure= custom= custom- customis
   customiz
  | индивидуал изготов нестандарт эскиз собственн размерам мерка заказной пошив
  | indywid wymiar= miare= niestandar nietypow wlasny= wlasnego personaliz projektu= projekt=
production_time: made-to-or production lead-time lead= manufactu craft= crafted making turnaround
   produced produce=
  | изготов произвед производст пошив сшив выполн
  | produkc wykon wytwor szyc realizac uszyc wyprodukow
preorder: preorder pre-order release publicatio launch upcoming
  | предзак выйдет релиз анонс издан выход= выхода= выходит
  | przedsprz preorder premier wydan ukaz zapowied
substitute_item: substitut alternativ instead= equivalent similar= replace= comparable
  | аналог замена= заменит похож взамен альтернат вместо=
  | zamiennik zastap zastep podobn alternatyw zamiast odpowiedni
missing_item: missing= shortage incomplete forgot absent omitted lack=
  | недост недовлож хвата забыл отсутств недопост некомпл доложит
  | brak= brakuj brakow niekomplet zapomn zabrak dosle doslac dosylk
stock_availability: stock= in-stock availab left= remaining sold-out soldout out-of-sto warehouse
   on-hand
  | остал склад= складе= распрод раскуп имеется= доступ законч наличии= наличие= наличия=
  | dostepn stan= stanie= wyprzed brak= zapas zostal sprzedan
restock_date: restock replenish expected batch
  | поступл поступит поставк завоз завезут привоз партия появит появят пополн ожидает ожидаем
  | uzupeln pojawi wroci spodziew partia= partii= oczekuj
restock_notify: notify notificat alert waitlist mailing
  | уведом оповещ подписат ожидани предзапис
  | powiadom poinform zapisac oczekuj
discontinued: discontinu phased-out phase-out retired ended withdrawn continue out-of-pri
  | снят производст прекращ сняли выпуск
  | wycofan wycofal produkow produkc zakonczon nakladu= wznow
limited_edition: limited edition numbered rare exclusive one-off collectors unique
  | лимитир ограничен эксклюз коллекцион редк единствен уникал
  | limitow edycj kolekcjon unikat wyjatk rzadk ekskluz jedyny= jedyna= jedyne=
reserve_item: reserve reservatio hold= keep= holding aside=
  | отлож резерв придерж забронир зарезерв бронь брони= бронир
  | zarezerw odloz przetrzym odkladan wstrzym rezerwow rezerwuj
display_in_store: display showroom viewing exhibit in-person
  | витрин выставлен посмотр шоурум вживую экспоз пощупа образец
  | ekspozyc wystaw obejrz salon showroom zywo= zobaczyc=
last_piece: final= remaining display-mo ex-display
  | последн остал единствен витринн выставоч
  | ostatni powystaw ekspozyc
other_branch: branch store= stores outlets franchise
  | филиал магазин= магазинах отделен другом= точк сети= сеть=
  | oddzial filia= filii= sklep= sklepach placowk innym= siec= sieci=
samples: sample swatch tester sachet mini= colour-car
  | образец образц пробник тестер сэмпл отливант мини= веер выкрас
  | probk probek tester wzornik sampl mini= probnik wzorc saszet
recommend: recommend advise advice suggest choose suited ideal perfect opinion better=
  | посовет порекоменд рекоменд подобр выбрат подскаж советуе совет= совета=
  | polec poradz dorad radz wybrac wybor lepsz sugeruj odpowiedni rekomend
popular: popular bestsell best-sell favourite favorite common trend hit=
  | популярн хит= хиты бестселл ходов востребов покуп
  | popular bestsell hit= hitem chetnie ulubion najczesc
seasonal: season year-round spring= summer= autumn winter= harvest
  | сезон весн летом= лето= осен зимой= зима= зимн урожа
  | sezon wiosn latem= lato= jesien zima= zimowy zbior= zbiory=
gift_wrap: gift-wrap giftwrap wrap ribbon bow= gift-box tissue present= presents
  | подароч упаков бант лент бумаг оберн
  | prezent pakow pakuje zapakow wstazk kokard papier ozdobn podarunk
gift_message: gift-note message note= card= handwritte dedication written greeting= greetings=
  | открытк записк поздравл пожелан послан текст надпис вложит
  | bilecik kartk zyczen dedykac liscik tekst odreczn wpisac pozdrow
gift_no_price: price= prices gift-recei paperwork hide= hidden= surprise invoice
  | ценник цена= цены= стоимость сюрприз вклад
  | cena= ceny= metk niespodz rachun cen=
gift_recipient: recipient direct= birthday surprise third-part friend=
  | получател сюрприз подарок= подруг адресат именин
  | odbiorc obdarow niespodz prezent solenizan adresat
engraved_text: engrave engraving inscrip inscribe etch laser= initials letters= monogram
  | гравир гравюр надпис инициал лазер выгравир монограм
  | grawer wygrawer inicjal laser monogram napis= napisu= napisem napisow
embroidery: embroid stitch= stitched logo= names= monogram badge
  | вышив вышит нашивк логотип шеврон
  | haft wyszy wyhaft naszyw
personalisation: personalis personaliz name= names= custom= initials text= wording characters font=
  | именн имя= имени= именем= надпис персонализ нанес символ букв шрифт
  | imie= imieniem imiona personaliz liter znakow czcionk spersonal dedyk napis= napisu= napisem
   napisow
proof_preview: proofs preview mock-up mockup visual draft= approve approval sketch layout
  | макет эскиз превью согласов визуализ утверд черновик набросок
  | projekt podglad wizualiz akcept szkic makiet zatwierdz
gift_set: gift-set hamper basket= bundle gift-box assortment selection
  | набор корзин бокс= боксы бокса= ассорти
  | zestaw kosz= koszyk kosza= komplet skrzynk
occasion: birthday wedding anniversar christenin baby-showe retirement graduation valentine
   mother's engagement occasion party=
  | рождени юбиле свадьб годовщин крестин выпускн праздник корпорат помолвк торжеств
  | urodzin slub= slubu wesel rocznic chrzcin chrzest komuni imienin zareczyn walentyn okazj imprez
funeral: funeral memorial condolence sympathy wake= bereavemen mourning
  | похорон траур поминк памятник соболезн ритуал
  | pogrzeb zalob kondolen wieniec wienc stypa= nagrob
gift_card_form: gift-card e-voucher printable physical digital plastic posted=
  | электронн бумажн пластик сертификат распечат почте=
  | elektron papierow plastik fizyczn
login: login log-in logged logging signin sign-in access= locked credential log=
  | логин войти вход= входа= войдит заходит зайти авториз залогин вошел кабинет
  | logow zalogow login wejsc wylogow dostep= dostepu=
password_reset: password passcode reset= resetting forgot recover pin=
  | парол сброс восстанов забыл пинкод пин= пин-код
  | haslo hasla hasle hasel zresetow reset zapomn odzysk przypomn pin= pinu=
verification_code: code= codes otp= sms= two-factor 2fa= authentic verify verificat one-time
  | код= кода= смс= подтвержд верифик двухфактор одноразов
  | kod= kodu= kody= sms= weryfik dwuskladn uwierzyt jednoraz autoryz
registration: register registrat sign-up signup enrol enlist
  | регистр зарегистр учетн создат аккаунт заполнит
  | rejestr zarejestr zaloz konto= konta= zakladac zakladani zakladam
username: username nickname handle=
  | имя= ник= никнейм логин псевдоним
  | nazwa= uzytkown login= nazwe= nicku= nickiem pseudonim
account_email: email e-mail mail= mailbox inbox alias
  | почта= почту= имейл емейл мейл ящик e-mail
  | mail= maila= mailowy mailowe e-mail email skrzynk poczt=
account_removal: delete deletion remove erase close= closing deactiv terminate
  | удал закрыт закроем деактив стер стира
  | usun usuwa skasow kasow zamkn dezaktyw likwid
account_blocked: blocked block= suspend banned locked unlock unblock restore frozen disabled
  | блокир заблок разблок бан= забан огранич заморож
  | zablok odblok blokad zawiesz zbanow
newsletter: newslett mailing subscribe unsubscr opt-out opt-in marketing spam= promotion adverts
  | рассыл отпис реклам спам новост
  | newslet wypis subskr spam= mailing marketing biulet reklamy= reklama= reklame= reklamowyc
privacy: privacy private personal= data= gdpr confident third-part share stored encrypt
  | персональн данные= данных= конфиденц третьим= политик передае хранят шифр личные= личных=
  | prywatn rodo= dane= danych= danymi osobow poufn szyfr udostep powierz
security_hacked: hacked hack= phishing scam= fraud suspicio stolen breach leaked secure= security
   fake=
  | взлом мошен фишинг подозрит утечк безопас украл скам
  | wlam zhak oszust phish podejrz wyciek kradzi skradz falszyw bezpieczen
profile_change: profile surname married details= settings=
  | профил данные= фамил сменит изменит настройк
  | profil dane= nazwisk zmian ustawien
users_seats: users= user= seats= seat= multi-user colleagues admin= licences=
  | пользоват сотрудн одновремен устройств лицензи
  | uzytkown stanowisk licencj zespol osob= pracowniko pracownicy
devices: device computer laptop tablet iphone android simultan pc= mac=
  | устройств компьют планшет ноутбук андроид айфон
  | urzadz komput laptop tablet jednoczesn android
activation_key: licence license key= keys= serial activate activation code=
  | лиценз ключ активац активир серийн
  | licencj klucz aktyw seryjn kod=
hosting_domain: hosting domain= domains server= bandwidth dns= ssl= uptime migrat nameserv disk=
  | хостинг домен сервер трафик ssl= днс= аптайм перенос
  | hosting domen serwer transfer= dns= ssl= migrac certyf
backup: backup back-up restore snapshot copies=
  | бэкап бекап резерв копи= копии= восстанов
  | backup kopia= kopie= kopii= zapasow przywroc odtworz
trial_period: trial= trials demo= try= evaluat fortnight
  | пробн триал тест= тестов демо попробов ознакомит
  | probn okres= testow demo= wyprob
plan_tier: plan= plans tier= tiers basic= premium pro= package= standard enterprise
  | тариф план= плана= планы= пакет= пакета= премиум базов версия=
  | plan= planu= plany= pakiet premium taryf abonam podstawow
plan_upgrade: upgrade upgrading downgrad switch= higher= lower= prorated
  | апгрейд перейти переход повыс пониз сменит
  | przejsc wyzsz nizsz doplac rozszerz
billing_cycle: monthly annual yearly month-to-m quarterly billed billing
  | ежемес помесяч ежегод годов месячн квартал списыв
  | miesiecz kwartal cykl rozlicz roczny= roczna= roczne= rocznie=
auto_renewal: renew auto-renew automatic auto= rollover continues
  | продлев продлен продлит автопродл автоматич возобнов
  | odnaw odnow automatycz wznow przedluzy przedluzen
subscription_cancel: unsubscri cancel terminat notice= stop= stops ends opt-out
  | отпис отмен прекрат расторг отключ
  | rezygn anul wypowied rozwiaz wypis zakoncz wylaczy
subscription_pause: pause pausing skip= skipped freeze suspend break= resume
  | пауз приостан заморо пропус возобн
  | pauz wstrzym zawies pomin wznow
notice_period: notice= lock-in tie-in contract= commitment thirty
  | уведом месяц= расторж договор предупр
  | wypowied okres= miesieczny umow zobowiaz minimaln
data_after_cancel: export download keep= retain access= lose= archive read-only
  | выгруз экспорт скача сохран доступ= доступа= остан архив
  | eksport pobra zachow utrac archiw dostep= dostepu=
check_in: check-in checkin arrival arriving early= keys= key=
  | заезд заехат засел приезд приехат раньш ранн
  | zamel meldun przyjazd doba= doby= dobe= kluc
check_out: check-out checkout leave= leaving vacate depart late-check
  | выезд выехат выселе съехат освобод уехать отъезд
  | wymeld wyjazd opusc zwoln doby= doba=
late_arrival: midnight after-hour night= late= self-check lockbox keypad
  | поздн ночью= ночн полноч круглосут кодов самозас сейф
  | pozno= pozny pozna= pozne noca= nocn polnoc calodob sejf
luggage: luggage baggage suitcase bags= bag= storage store= cabin= hand-lugg carry-on backpack
  | багаж чемодан ручн рюкзак камер хранен сумк вещи=
  | bagaz waliz przechow plecak torb podreczn
breakfast: breakfas buffet continen served coffee=
  | завтрак шведск буфет
  | sniad bufet szwedz
meals: breakfas lunch= dinner supper half-boar full-board meal= meals catering menu= catered
   all-inclu restaura food= eat= snack
  | питан обед ужин завтрак полупанс пансион кухн ресторан кафе меню корм еда= еды= еду= перекус
   столов
  | posil obiad kolac sniad wyzyw jedzen restaur menu= catering przekas bufet stolow gastron
special_diet: diet= dietary vegetar vegan gluten halal kosher lactose allergi coeliac intoleran
  | диет вегет веган глютен халял кошер лактоз аллерг постн безглют
  | diet= diety= dieta= wegetar wegan gluten laktoz alerg koszer bezglut
room_type: room= rooms double twin= single= triple suite apartment studio bedroom
  | комнат двухмест одномест трехмест люкс апартам студи спальн номера= номере= номеров=
  | pokoj pokoi dwuosob jednoosob trzyosob apartam studio sypialn
beds: bed= beds twin= double king= queen= sofa-bed mattress cot= crib bunk extra-bed sleeps
  | кроват раскладушк двуспальн спальн раздельн
  | lozk loze dostawk malzens rozklad materac pietrow
baby_cot: cot= cots crib highchair high-chair travel-cot baby= infant toddler stroller pram= buggy
   pushchair
  | кроватк люльк коляск детск стульчик младенц пелен
  | lozeczk wozek wozka wozki krzeselk niemowl przewij dzieciec
room_view: view= views sea-view overlook facing balcony terrace garden= window= windows
  | вид= вида= видом= балкон террас окна= окнами= окно= море=
  | widok balkon taras okna= okno= okien morze= gory=
quiet_noise: quiet noise noisy silent silence soundproo loud peaceful music=
  | тих шум громк звукоизол тишин слыш музык
  | cich halas glosn cisza= ciszy= muzyk
air_conditioning: air-con airco conditio heating= heated fan= fans cool=
  | кондиц сплит вентил отопл обогрев
  | klimat ogrzew wentyl wiatrak
internet: wifi= wi-fi internet broadband network= connection signal=
  | вайфай вай-фай интернет wi-fi wifi= сеть= связь=
  | wifi= wi-fi internet siec= sieci= zasieg
pool_spa: pool= pools swim= swimming sauna spa= jacuzzi hot-tub gym= fitness massage wellness
  | бассейн плават спа= сауна= сауны= сауну= джакузи тренаж массаж баня= бани= баню= хаммам спорт=
  | basen sauna= sauny= saune= jacuzzi silown spa= masaz plywa fitness
room_kitchen: kitchen cook= cooking microwave stove hob= self-cater cookware utensils
  | кухн готовит микровол плит посуд
  | kuchni kuchen aneks mikrofal naczyn gotowac gotowani
towels_linen: towel linen= bedding bed-linen toiletri shampoo hairdryer sheets= slippers
  | полотен белье= фен= фена= тапоч халат шампун постельн
  | reczn posciel suszark szlafrok szampon kapci
laundry_service: laundry tumble launder iron= ironing
  | прачечн стиральн стирк постират утюг глад
  | pralk praln zelazk pranie= prania= suszark
pets_allowed: pet= pets dog= dogs puppy cat= cats animal pet-frien furry leash lead=
  | питом собак собач пес= псом= псы= пса= кот= котом= кошк животн поводок
  | pies= psem= psa= psy= psow= psami= piesk kot= kota= kotem= zwierz pupil smycz czworon
smoking: smoke smoking non-smok cigarett vape= vaping
  | кур= куре курит курящ некурящ сигарет вейп
  | pali= palic palen palac niepal papieros
accessible_place: wheelcha accessib disabled disabili step-free ramp= ramps mobility barrier lift=
   carer= walker= crutches handicap
  | инвалид колясоч пандус маломоб доступн безбарь костыл ограничен лифт сопровожд
  | wozk wozek niepelno podjazd rampa= barier dostosow winda= windy= kul= kulach opiekun inwalid
parking_place: park= parked parking car-park garage spaces= multistor
  | парков стоянк припарк машин авто= гараж
  | parking zaparkow parkow postoj garaz samochod= auto= autem=
ev_charging: charging ev= charger tesla kwh=
  | зарядн зарядк электромоб электрокар
  | ladow elektrycz naladow
directions: direction route= located location exit= junction motorway map= sat-nav coordinat
  | проехат добрат доехат маршрут проезд координ навигат находит располож ориентир съезд карте=
   карты= картах
  | dojazd dojech dojsc drog trasa= trase= zjazd polozon lokaliz mapa= mape= mapie= wspolrz znajduj
   trafic=
public_transport: bus= buses train= trains tram= trams station metro= tube= undergroun stop=
   railway taxi= platform
  | автобус маршрутк вокзал метро= трамва станци останов такси поезд= поезде= поезда= поездом=
   электрич
  | autobus pociag dworzec dworc tramw metro= stacj przystan taksow koleja= kolejow
shuttle_transfer: shuttle transfer pick-up airport pickup driver minibus coach=
  | трансфер встрет встреч аэропорт шаттл водител автобус
  | transfer lotnisk przewoz busik bus= kierowc odbior dowoz
distance: distance far= near= nearest nearby km= miles= mile= walk= walking metres= yards
  | далек близко рядом= недалек расстоян пешком км= километр минутах= метров метра=
  | daleko blisko odleg km= kilomet metrow pieszo spacer obok= niedalek okolic
beach_city: beach sea= seaside lake= centre= center= downtown coast shore
  | пляж море= моря= морю= озер центр набереж
  | plaz morze= morza= jezior centrum rynek= rynku= starow
trip_cancel: cancel refundab flexible non-refun penalty no-show forfeit
  | отмен штраф невозврат аннул неявк сутк
  | anul odwol bezzwrot rezygn kara= potrac nieprzyb
booking_change: rebook reschedul postpone move= moved change= switch transfer=
  | перенес перенос переброн сдвин измен другой=
  | przenies zmian zmien przesun innym=
name_transfer: transfer= transfera name= friend= resell resale swap=
  | переоформ передат передач другого= имя= вместо= подруг друг= перепрод
  | przepis odsprzed imie= nazwisk
booking_confirm: booking booked reservat confirmed confirmat reserved voucher= held=
  | заброни подтвержд ваучер бронь брони= бронир броней=
  | rezerw zarezerw potwierdz voucher=
city_tax: levy tourist= tourism resort=
  | курортн туристич налог сбор=
  | klimatyczn miejscowa= oplata= turystycz
group_booking: group= groups party= coach= school= people=
  | групп компани команд школ корпорат человек= класса= классом= классу=
  | grup ekipa= wycieczk klas= klasa= zorganiz firmow szkola= szkoly= szkole= szkoln
children_policy: child= children kids= kid= baby= babies infant age= ages aged= teen= toddler
   family= minors adult= adults
  | ребен дети= детей= детям= детск лет= года= возраст младен малыш школьник взросл подрост
  | dziec lat= lata= wiek= wieku= maluch niemowl dorosl rodzinn nastol nieletn
age_limit: age= ages aged= years-old adult= adults over-18 older= younger minor parental
  | возраст лет= года= совершенно старше= младше= взросл подрост несоверш
  | wiek= wieku= lat= lata= pelnolet niepelnol starsz mlodsz dorosl roku=
equipment_provided: equipment provide gear= bring= bringing wear= clothing shoes= helmet hire=
   wetsuit kit=
  | снаряж экипиров оборуд взять= одежд обув инвентар принест шлем выдаем выдаете
  | sprzet zapewn wypozycz zabrac przynies stroj ubran obuwi kask wyposaz
guide_language: guide= guides guided audio-gui english= german= commentar french spanish= russian=
   polish= translat
  | гид= гида= гидом= экскурсов аудиог русск английск немецк
  | przewodn audioprz angielsk niemieck polsku= jezyk tlumacz lektor
meeting_point: meet= meeting gather departs departure assembly
  | встреч сбор= сбора= встрет место=
  | zbiork spotkan zbiera wyrusz start= miejsce= odjazd
visa_passport: visa= visas passport embassy entry= border= vaccin esta=
  | виза= визу= визы= визов загран паспорт посольств прививк гражданс
  | wiza= wize= wizy= paszport ambasad szczep dowod
travel_insurance: insur cover= policy= covered liabilit
  | страх застрах полис
  | ubezpiecz oc= nnw= polise= polisy= polisie
table_booking: table= tables seated restaurant terrace walk-in
  | столик стол= стола= зал= зале= террас
  | stolik ogrodek sali= sala= taras
rental_terms: rent= rents rental hire= hired hiring deposit lease mileage
  | аренд прокат напрокат посуточ сутки= залог сдае
  | wynaj najm najem wypozycz kaucj doba= dobowy
driver_licence: licence= license= driver driving
  | права= водител стаж= удостовер категор
  | prawko prawka= prawem= prawo= kategor kierowc
fuel_mileage: fuel= tank= petrol mileage unlimited miles=
  | топлив бак= бака= бензин пробег километраж
  | paliw bak= baku= benzyn przebieg limit= kilometr
room_cleaning: cleaning cleaned housekeep maid= cleaner
  | уборк убира горничн чистот
  | sprzat pokojow czystosc
course_certificate: certific certify diploma accredit recognis attestat qualific credits=
  | сертиф диплом удостовер свидет аккред документ корочк
  | certyf dyplom zaswiad akredyt uznawan
recording: record= recorded recording replay catch-up rewatch video= stream= on-demand
  | запись= записи= записы пересмотр эфир видео повтор трансляц
  | nagran nagryw odtworz obejrz powtor transmis wideo
course_level: level= levels beginner intermedi advanced basics novice prior= experience expert a1=
   a2= b1= b2=
  | уровен уровня уровню начина новичк нуля= продвинут опыт основ подготовк
  | poziom poczatkuj sredniozaa zaawans zera= doswiadcz sredniozaw podstawo podstawy=
teacher: teacher tutor instructor trainer lecturer coach= taught teach= teaches native= speaker
   qualified
  | препод учител тренер инструкт лектор носител ведет= репетит куратор наставн
  | nauczyc lektor instrukt prowadzac prowadzi= trener wykladow native= korepet
online_course: online= zoom= teams= webinar remote= remotely virtual in-person classroom offline
   live= face-to-f
  | онлайн зум= зуме= офлайн оффлайн очн дистанц заочн вебинар удален аудитор
  | online= zoom= zdaln stacjon webinar wirtual internet= zywo=
schedule: schedule timetable weekly evenings= dates= start= starts calendar
  | расписан график старт начнет начинает поток дни= занятия занятие занятий начало= начала=
   начале=
  | harmonog rozklad zajec grafik start= startuj rozpoczy zaczyna
group_size: participan students= places= max=
  | групп мест= участник человек=
  | grup osob= uczestn kameral miejsca= miejsc=
course_materials: textbook workbook material= materials handout slides book= books supplied
  | учебник пособ тетрад раздат презентац материал слайд методич
  | podreczn skrypt= material ksiazk slajd cwiczen prezentac
homework: homework assignm exercise feedback tasks= submit marked
  | домашн дз= задан сдат проверк
  | domowe= zadan feedback
exam: exam= exams examina test= tests pass= passed fail= resit score=
  | экзамен тест= тесты= зачет сдат сдал пересд балл
  | egzam test= testy= zdac zdawa zalicz popraw wynik= wyniki= wynikow=
missed_class: miss= missed absent absence make-up catch-up skip= illness sick=
  | пропуск пропуст отработ отсутств болезн болен заболе
  | nieobec odrob opusc opuszcz chory= chora= chorob
prerequisites: prerequis requirem required prior= knowledge experience eligib needed=
  | требов знан опыт подготовк навык условия=
  | wymag doswiadcz umiejet wiedza= wiedzy= znajom
course_access: access= lifetime unlimited expire self-paced keep=
  | доступ бессроч навсегда останет открыт
  | dozywot bezterm zostaje= nielimit wlasnym= dostep= dostepu=
trial_lesson: taster introduct trial=
  | пробн вводн ознаком первое=
  | probn pokazow wprowadz
enrolment: enrol sign-up join= joining apply= applicatio places= spots= register
  | запис заявк прием
  | zapis nabor rekrut miejsca= miejsc=
programme: program syllabus curricul agenda topics= topic= modules content= line-up covered=
  | тема= темы= тематик модул содержан план= программа программе программы программу
  | program temat modul sylabus tresc zagad
event_ticket: ticket admission entry= entrance e-ticket pass= entries wristband
  | билет входн вход= проход абонем браслет контрамарк
  | bilet wejsciow wejscie wstep karnet opask
ticket_print: print= printed printing phone= mobile= qr= e-ticket barcode paper= scan=
  | печат распечат напечат qr= куар электронн бумажн экрана= экране=
  | druk wydruk ekran qr= elektron papier
event_seating: seat= seats seated seating standing row= rows stalls balcony numbered sit= together=
   sector unreserv
  | мест= места= место= ряд= ряда= ряду= сектор партер балкон рассад сидят сидеть фанзон стоя=
   танцпол
  | miejsc rzad= rzedz rzedy sektor siedz stojac trybun balkon parter numerow usiasc
doors_open: doors gates gate= entrance starts begin= begins opens admit queue curtain
  | двери= вход= входа= начнет начинает запуск пуска ворот очеред начало= начала= начале=
  | drzwi bram wejsc otwar wpuszcz zaczyna rozpocz kolejk poczatek= poczatku=
event_cancelled: cancelled canceled postpone reschedule happen= happening called=
  | состоит перенос перенес отлож пройдет=
  | odwol odbedz odbeda przeloz przenies
re_entry: re-entry leave= exit= readmit stamp=
  | выйти выход= повторн браслет
  | wyjsc wrocic ponown opask powrot
items_forbidden: bag= bags rucksack backpack camera bottle umbrella prohibit banned allowed food=
   drinks=
  | сумк рюкзак бутылк зонт камер запрещ пронос пронест
  | plecak torba= torby= butelk parasol aparat wnosic wnosz wniesc zakaz zabron
cloakroom: cloakroo coat= coats locker checkroom wardrobe shower
  | гардероб раздевал шкафчик душ= камер
  | szatni szafk przebier prysznic
dress_code: dress= dress-cod wear= smart= casual formal attire costume clothes=
  | дресс форма= одет одежд костюм наряд
  | stroj dress= ubrac ubior eleganc garnitur
event_food: food= drink= drinks bar= snacks catering refreshm coffee= tea= buffet stalls=
  | напит буфет фуршет бар= кейтер кофе= еда= еды= перекус закуск
  | napoj bufet bar= jedzen przekas catering kawa= kawy= poczest
photo_allowed: photo film= filming camera video= videos flash= pictures
  | фото снимат съемк видео вспышк
  | zdjec fotograf filmow aparat nagryw film= lampa=
performer: performer band= artist singer speaker headline dj= cast= orchestra line-up guest=
  | артист групп спикер певец певиц исполн выступ ведущ музыкант диджей хедлай
  | artyst zespol wykonaw wystep prelegen mowca prowadza gosc= gwiazd dj=
event_duration: lasts last= duration interval minutes= finish= finishes ends
  | длит продолж часа= часов= антракт заканч закончит
  | trwa potrwa konczy skonczy dlugo=
waiting_list: wait-list waitlist waiting-l standby sold-out cancellat spaces=
  | лист= очеред заполнен резерв мест=
  | rezerwow lista= kolejk komplet= wolne= zwoln pelno= pelna=
job_vacancy: job= jobs vacancy vacancie position hiring recruit apply= applicat cv= resume=
   candidat employ staff= role=
  | ваканси работу= резюме собесед соискат трудоуст должност кандид сотрудник
  | praca= pracy= prace= rekrut cv= aplikac kandyd zatrudn stanowisk etat
salary: salary wage= wages paid= payroll earnings bonus=
  | зарплат оклад ставк заработ зп= премия
  | wynagrod pensj zarob stawk brutto= premia=
internship: intern= internsh placement apprenti trainee volunteer student=
  | стажир стажер практик волонтер подработ
  | staz praktyk wolontar dorywcz
contract_doc: contract agreement terms= sign= signed clause framework oferta=
  | договор контракт оферт соглаш подпис условия=
  | umow kontrakt porozum podpis regulam
reseller: resell retailer stockist dealer distribut wholesal dropship partner= franchis
  | дилер дистриб партнер перепрод реализац франш дропшип оптовик розниц
  | dealer dystryb hurtown partner odsprzed dropship franczyz sprzedawc resell
price_list: price-lis pricelist catalog brochure tariff line-sheet
  | прайс каталог брошюр расценк тарифы=
  | cennik katalog broszur taryf stawek stawki
private_label: white-lab own-brand branding branded logo= logos label= oem=
  | логотип бренд стм= нанес контрактн марка= марки= марку= маркиров
  | logo= logotyp marka= marke= znakow brandow nadruk oem=
supplier: supplier supply= supplies sourcing vendor procurem tender bid=
  | тендер закупк снабж аукцион поставщ поставк поставля
  | dostawc zaopatrz przetarg
partnership: partner cooperat collabor affiliat sponsor influenc barter= referral blogger
  | сотруднич партнер коллабор спонсор блогер реклам реферал бартер
  | wspolprac partner sponsor afiliac influenc polecaj blog barter
press_media: press= journali magazine= interview article media= editor photograph= coverage
  | пресс журнал интервью статья статью сми= редакц
  | pras dziennik wywiad artyk media= mediow redakc
credit_limit: limit= terms= approval
  | лимит кредит отсрочк
  | limit kredyt odrocz
export_docs: export incoterm origin= commerci eur1= hs-code commodit freight
  | экспорт сертификат происх инвойс тнвэд упаковоч
  | eksport swiadectw pochodz faktur handlow
account_manager: manager represent rep= contact= dedicated assigned
  | менедж куратор представит закреп персональн ответств
  | opiekun handlow przedstaw menedzer kierown konsult
trade_fair: fair= fairs exhibit expo= booth stall= market=
  | выставк стенд экспо ярмарк павильон
  | targi targow targach wystaw stoisk kiermasz jarmark
open_hours: open= opens opening closed close= closes hours= shut= weekday
  | открыва работаете закрыт закрыва график режим часы= обед= перерыв круглосут открыты= открыто=
   открыт= откроем
  | otwar czynn zamkn godzin przerwa= pracuje calodob
contact_person: contact speak= spoke= talk= colleague manager respons named
  | контакт менедж ответств специал обратит связат сотрудн коллег
  | kontakt osoba= osoby= konsult zajmuje skontakt
phone_number: phone telephone mobile= calling hotline landline dial= whatsapp
  | телефон позвон звон номер мобильн горяч ватсап вотсап линия
  | telefon zadzwon dzwon numer= komork infolin whatsapp
chat_messenger: chat= whatsapp telegram messenge viber= signal= instagram facebook dm= live-chat
  | чат= чате= ватсап вотсап whatsapp телеграм telegram вайбер мессендж инстаграм соцсет вк= макс=
  | czat= czacie= messeng whatsapp facebook instagram komunik
callback: call-back callback ring-back call= called calls calling
  | перезвон позвон звонок звонк созвон
  | oddzwon zadzwon przedzwon dzwon
reply_time: respond response replies ticket=
  | отвеча отклик ответ= ответа= ответит ответим
  | odpowied odpis odpowiad reakcj
spoken_language: english= german= french= spanish= polish= russian= ukrainia language translat
   speak= speaks fluent
  | язык английск русск польск немецк украинск перевод говорит
  | jezyk angielsk polsku= niemieck rosyjsk ukrain tlumacz mowi= mowia polskoj
appointment: appointm slot= slots book= booking visit= walk-in drop-in schedule by-appoi
  | запис запиш прием визит очеред талон
  | umaw wizyt termin= zapis zarezerw wolny= wolne= umowic= umowil umowion umowimy umowisz
consultation: consult advice= adviser advisor expert= specialis counsel guidance
  | консульт эксперт специал разбор совет= совета= советуе
  | konsult porad doradc ekspert specjal doradz
shop_location: located location street address= premises arcade
  | находит адрес распол улиц магазин шоурум тц= офис
  | polozon sklep lokal ulica= ulicy= stacjon galeri mieszcz biuro= biura= biurze= znajdujeci
   znajduje=
video_call: zoom= facetime videocal skype=
  | видеозв видеосвя созвон зум= видеоко показат
  | zoom= wideo zdaln
certificate_doc: certific certify certified ce= iso= declarat conformi approved approval tested
  | сертиф декларац гост= соответс еас= протокол испыт свидет
  | certyf atest deklarac ce= iso= zgodnosc swiadec dopuszcz badan
manual_doc: manual instruct guide= guides leaflet booklet pdf= how-to tutorial handbook diagram
  | инструкц руковод памятк пдф= pdf= паспорт мануал схем описан
  | instrukc ulotk podreczn poradnik pdf= schemat
photos_doc: photo picture image= images snap= shots close-up video= film=
  | фото фотк снимок снимк картин изображ видео
  | zdjec fotk fotograf foto= obraz film= filmik wideo
drawing_doc: drawing blueprin cad= dwg= step= technical diagram scheme= plan= template
  | чертеж схем эскиз план= модель шаблон dwg=
  | rysun schemat szablon projekt rzut= dwg=
datasheet: datashee spec= specs specific sds= msds= parameter
  | характер специфик параметр техничес даташит
  | specyf karta= karte= parametr technicz danych=
contract_copy: copy= copies duplicat scan= scanned original resend
  | копи= копия копию копии скан= скана дубликат оригинал экземпл
  | kopia= kopie= kopii= skan= skanu oryginal duplik odpis papierow
stamp_signature: stamp= stamped signed= signatur seal= notaris notary apostill
  | штамп подпис нотариал апостил заверен завери печатью печати= печать=
  | pieczat pieczec podpis notarial notarius poswiadcz
translation: translat language version= sworn interpre bilingual subtitle
  | перевод перевед язык субтитр
  | tlumacz przetlum przeklad jezyk napisy= lektor
proof_docs: document paperwor proof= evidence letter= stateme attachme enclose
  | документ справк выписк бумаг доказат
  | dokument zaswiad dowod pismo= wyciag
prescription: prescrip rx= doctor= gp= over-the-c pharmaci optician physicia
  | рецепт врач доктор терапевт аптек назнач
  | lekarz lekarsk aptek farmaceu zalecen recept= recepta= recepte= recepty= recepcie
apology: apolog regret mistake oversight forgive inconven
  | извин сожал вина= вине= вину= неудоб приносим прости= простите= прощени
  | przepras przepros przykro ubolew niedogod wina= winy= pomylk
compensation: compensa goodwill reimburs refund discount= credit= gesture damages voucher=
  | компенс возмещ возмест скидк бонус неустой ущерб
  | rekompen odszkodo zadoscuc wyrown rabat zwrot znizk
no_answer: nobody no-one no-reply ignore unanswer response replied silence answered inbox chase=
   chasing
  | никто= отвеч молч игнор тишин дозвон глух ответа= ответ= ответил
  | nikt= odpowied odpisa ignor cisza= milcz zignorow
staff_behaviour: rude= polite behavio attitude staff= manner impolite unprofes disrespe unhelpful
  | хам= хамств груб невеж вежлив поведен персонал обслуж отнош
  | niemil uprzejm zachow obslug chamsk arogan kultur niegrzecz
complaint_handling: complain escalate ombudsma claim= claims dispute investig lodge=
  | жалоб претенз рекламац заявлен рассмотр обращен спор= роспотре
  | reklamac skarg rozpatr zazalen zgloszen spor= sporu rzecznik uokik
claim_time: decision examine assess outcome resolve fourteen conclude verdict
  | рассмотр рассматр вердикт итог решение= решения= решению=
  | rozpatr decyz ustosun czternas rozstrz rozpozn
cause_explanation: reason cause= caused explain explanat result= happened
  | причин объясн вызван связан произош случил
  | przyczyn wyjasn dlatego poniewaz spowod wynika= skutek powod= powodu= powodem=
misunderstanding: misunders confus unclear mix-up mixed-up mislead mistaken clarify contradic
  | недораз путаниц непонят перепут противореч запута
  | nieporoz pomyl zamiesz niejas myli sprzeczn wyjasn
wrong_page_info: website site= listing descript described mislead incorrect page= outdated wrong=
   typo= corrected
  | сайт описан карточк неверн устарел ошибк опечатк вводит
  | opis bledn nieaktual wprowadz mylac blad= oferc literow strona= stronie= strony=
legal_rights: legal lawyer solicit rights= law= statutory court= consumer act= entitled
  | закон права= юрист суд= суда= суде= адвокат зпп= роспотр потребит
  | prawo= prawa= prawn sad= sadu= konsumen uokik adwokat kodeks ustawow ustawa= ustawy=
review_feedback: review feedback rating rated trustpil testimon opinions survey stars= star=
  | отзыв оценк рейтинг звезд мнени опрос анкет
  | opini ocen recenz gwiazdk ankiet komentarz
escalate_manager: manager supervis superior director boss= escalat owner= senior=
  | руковод начальн директ управля жалоб старш
  | kierown przeloz dyrektor szef= szefa= menedzer wlascic
prevent_again: prevent repeat recur avoid improve measures ensure
  | повтор впредь избеж улучш меры= мер= предотвр недопущ
  | powtor unikn zapobie popraw srodki= przyszlosc
allowed: allow permit permissi prohibit forbid banned ban= disallow against= rules= rule=
  | разреш запрещ запрет позвол допуск допуст недопуст нельзя= дозвол правила= воспрещ
  | wolno= dozwol niedozw zabron zakaz pozwol pozwal zezwol dopuszcz niewolno regulam zgode= zgody=
   zgoda= zgadza
obligatory: mandator compulso obligat require necessar needn't optional voluntar essential waive
  | обязат обязан необязат необход требует надобн добровол достаточно= придется
  | obowiazk musi= musze= musimy= koniecz wymag niezbed dobrowol opcjon wystarcz
optional_extra: optional option= options add-on addon extras opt= additional on-request
  | опци дополнит желани доп= факультат
  | opcj dodatkow zyczen dodatek= fakultat
requirement: require criteri eligib conditio needed prerequis qualify
  | требов услови критер необход
  | wymag warunk kryter niezbedn potrzebne= potrzebny= potrzebna=
exception: exception exempt waive special= bend= one-off discretio
  | исключен навстреч особ уступ
  | wyjat odstepst uprzej indywid
own_risk: risk= risks liable liabilit responsi fault= blame
  | риск ответств вина= виноват несет=
  | ryzyk wina= winy= odpowiedzialnosc= odpowiedzialnosci= odpowiedzialny=
difference_between: differ distinct versus vs= compare comparis unlike whereas identical
  | различ сравн против одинак идентич отличи отлича разница разницу разницы разные=
  | rozn odroznia porown identycz
better_choice: better= worse= prefer superior stronger advantag pros= cons= worth= upgrade= benefit
  | лучше= лучший= хуже= предпоч преимущ плюс= плюсы= минус выгод
  | lepszy lepsza lepsze= lepiej= gorsz zalet wada= wady= przewag korzyst warto=
same_as: identical equal= equivale exactly alike similar match= matches matching
  | одинак такой-же тот-же идентич аналог равноц похож совпад
  | ident jednakow rowno podobn zgadza
newest_version: newest latest= version= generati updated revised edition= current= facelift
  | новейш последн верси поколен издан обновл переизд редакц
  | najnowsz wersj generac wydan zaktual edycj aktualn
genuine: genuine authenti original fake= counterfe replica= replicas real= copy= hallmark proven
  | подлин оригинал поддел копия= фейк реплик настоящ паленк
  | oryginal autenty podrob prawdziw replik falszyw podrab
quality_grade: quality grade= premium standard class= finish= imperfec b-stock
  | качеств сорт= сорта= премиум класс= эконом уценк некондиц
  | jakosc gatunk klasa= klasy= premium niepeln outlet wykonczen
new_used_state: brand-ne used= second-ha secondha refurbis pre-owned mint= condition ex-demo
   preloved wear= unworn
  | бу= подержан состоян уценен новый= нов= пользов витрин
  | uzywan nowy= nowa= nowe= odnowion powystaw stan= stanie= fabrycz poleas
maker: maker= makers manufact brand= craftsm artisan craftspe producer designer produced author=
   factory
  | изготов производ бренд мастер автор фабрик завод марка= сделан
  | wykonan wytwor marka= rzemies autor= fabryk tworc projektan producen produkuj produkow
handmade: handmade hand-mad handcraf hand-pai artisan
  | ручн вручную рукодел авторск кустар машинн
  | reczn rekodz maszyn rzemies
origin_country: origin= origins country= sourced source= imported imports local= locally home-grow
   grown= domestic
  | произвед страна= происхожд родом= импорт отечеств местн выращ китай завоз
  | pochodz kraj= kraju= wyprodukow importow krajow lokaln polsk chin= chiny= sprowadz rodzim
year_made: year= built= dated vintage antique century age= old= era= circa
  | год= выпуска век= века= старин винтаж антиквар возраст давност
  | rok= roku= rocznik wieku= wiek= stary= antyk zabytk wyprodukow
company_history: founded establishe family-ru history experienc trading generati
  | основа существ опыт истори семейн рынке= компани
  | zalozon istnie doswiad histor rodzinn firma= rynku= tradyc pokolen
awards_references: award= awards prize= winner referenc portfol case-stu clients testimon
  | награ приз= призы= портфол рекоменд кейс= кейсы= победит
  | nagrod referenc portfol wyrozn laureat
ethical: ethical fair-tra fairtrad sustain recycl cruelty responsib carbon organic fsc= eco-frie
  | этич экологич устойчив переработ вторич эко= углерод честная=
  | etyczn zrownow sprawiedli ekolog recykl swiadom fsc= fairtrad
weekday_name: monday tuesday wednesda thursday friday weekday
  | понедел вторник сред= среду= среда= четверг пятниц будн
  | poniedz wtor piatek piatk sroda= srode= srody= srodowy czwartek czwartk
month_name: january february march= april= june= july= august= septembe october november december
  | январ феврал март= марта= марте= апрел мая= мае= июн июл август сентяб октяб нояб декаб
  | stycz luty= lutego= lutym= marzec marca= marcu= kwiet maju= lipca= lipcu= lipiec= sierp wrzes
   pazdz listop grud czerwca= czerwcu= czerwiec=
frequency: often= frequen weekly daily monthly every= twice= regular annually yearly occasion
  | часто= чаще= реже= ежеднев еженед ежемес регуляр периодич ежегод
  | czesto= codzien miesiecz regular co-tydz rocznie rzadko= rzadziej tygodniow cotygodn
duration_time: long= lasts lasting duration hours= minutes= weeks= months= takes= length= half-hou
  | длит долг продолж часа= часов= минут недел месяц сутк займет занимает хватит
  | trwa potrwa dlugo= godzin minut tygod miesiac miesiec zajm dobe= dob=
deadline_latest: deadline latest= cut-off until= due= submissi last-day
  | крайн срок= дедлайн позднее= последн успет истек числа=
  | najpozn termin= ostatecz deadline uplyw graniczn
start_date: start= starts starting begin= begins beginnin commence launch kick-off
  | начина начнет старт запуск открыт начало= начала= начале=
  | zaczyn zaczn rozpocz start= startuj rusza= poczatek= poczatku=
earlier_sooner: earlier= sooner= ahead= early= prior=
  | раньш пораньш скорее= досроч ранее=
  | wczesn szybcie przyspie predz
how_many_fit: enough suffice sufficie serves feeds portion people= cover= covers yield=
  | хватит достат порци персон человек рассчит хватает= хватало=
  | wystarcz starcz porcj osob= osoby= wydajn
percentage: percent half= double= quarter= ratio
  | процент полов двойн четверт доля=
  | procent polow cwierc udzial
approx_exact: approxim roughly exact precise estimat around=
  | примерн около= ориентир приблиз порядка= точный= точные= точное=
  | okolo= dokladn orientac przybliz
print_file_prep: bleed= resolut dpi= cmyk= vector artwork crop= fonts outlines
  | вылет разрешен dpi= cmyk= вектор макет кривых= обрез печат шрифт
  | spad= spady= spadow rozdziel dpi= cmyk= wektor krzyw druk plik
print_run: print-run copies offset= edition= reprint
  | тираж экземпл офсет цифров допечат штучн
  | naklad egzempl offset cyfrow dodruk
photo_session: photosho photo-sh shoot= photograp portrait retouch edited studio= prints= album
   raw=
  | фотосес съемк съемоч фотограф ретуш обработ студи альбом исходник
  | sesja= sesji= fotograf retusz obrob studi album surow odbitk
print_photos: prints= print= printed canvas frame= framed poster glossy matte= negative enlarge
  | печат распеч отпечат холст рамк постер глянц матов негатив
  | odbitk wydruk druk plotn ramk plakat blyszcz matow negat
hair_beauty: haircut hair= manicure nails pedicur massage facial lashes brow= brows wax= waxing
   treatmen stylist
  | стрижк маникюр педикюр массаж ресниц бров процедур укладк окраш
  | strzyz manicur pedicur masaz rzes brwi= zabieg fryzj farbow kosmetycz
medical_visit: doctor dentist clinic treatmen patient appointm nurse= therapi check-up
  | врач доктор стоматол клиник лечен пациент анализ терапи
  | lekarz dentyst klinik leczen pacjent badan wizyt terap stomat
vet_grooming: vet= vets veterina groom= groomer grooming vaccin kennel cattery boarding spayed
   chip= microchi
  | ветерин вет= груминг стрижк привив вакцин передерж чип= чипир
  | weteryn groom strzyz szczep chip= czip
moving_service: removals movers packers relocat
  | переезд перевезт грузчик перевоз
  | przeprow przewie transpor tragarz przewoz
cleaning_service: cleaner cleaning window-c upholst stain=
  | клининг уборк уборщ химчист чистк мойк
  | sprzat czyszc pran= pranie= mycie= mycia= tapicer
dry_cleaner: dry-clea stain= stains pressed garment laundere
  | химчист чистк аквачист отпар пятно= пятна= пятен= пятнам
  | pralni chemicz plam= plama= plamy= odplam
installation_service: install fit= fitted fitting fitter mount set-up setup plumb= connect wired
  | установ монтаж подключ настро сборк смонтир навес
  | montaz zamont podlacz skrec powies instalac instalow instaluj zainstal ustawi
garden_service: planting lawn= mow= mowing prune= pruning hedge= landscap gardener
  | посад газон стриж обрез ландшаф садовн
  | sadzen posadz trawnik kosz= koszen przycin ogrodn
training_service: training workshop seminar onboard demo= hands-on session instruct
  | обучен обуча тренинг семинар мастер-кл инструкт демонстр
  | szkolen szkoli warsztat seminar wdroz trening pokaz
storage_hold: store= stored storing hold= holding warehous kept=
  | придерж полеж хранит= храним= хранени
  | przechow skladow przetrzy poczeka=
trade_in: trade-in buy-back buyback part-exc sell= selling valuatio apprais take-back consign
  | выкуп скупк обмен трейд trade-in комисс оцен сдать=
  | skup odkup wycen zostaw= rozlicz komis odsprzed
auction_offer: auction bid= bids bidding haggle negotiat negotiab
  | торг= торга= аукцион ставк уступ договор
  | licyt aukcj negoc targow ofert
warehouse_visit: warehous visit= tour= drop-by
  | посет экскурс производст визит
  | magazyn zwiedz odwiedz
website_problem: website page= checkout basket cart= button= error= loading load= crash browser
   freezes link=
  | сайт страниц корзин кнопк ошибк загруж браузер вылет зависа грузит
  | koszyk przycisk blad= bledu laduj przegladar zawiesz wyswietl dziala= strona= strone= strony=
   stronie=
app_mobile: app= apps android iphone ios= play-sto
  | приложен андроид айфон ios= мобильн гугл обновл
  | aplikac android iphone ios= mobiln appstor
download_link: download link= links file= files zip= stream ebook e-book pdf=
  | скач загруз ссылк файл архив pdf=
  | pobra pobierz link= linku= plik ebook sciagn
format_digital: ebook e-book audioboo epub= mobi= kindle paperba hardback hardcov paper= printed
  | электронн аудиокн бумажн переплет обложк epub= киндл печатн мягкая= мягкой=
  | ebook audiobo papierow okladk oprawa= oprawie epub= kindle drukow twarda= miekka=
integration_api: integrat api= plugin plug-in connect sync= syncs syncing webhook import=
  | интеграц апи= api= плагин синхрон подключ вебхук модуль 1с=
  | integrac api= wtyczk synchron podlacz polacz
guarantee_money_back: money-back satisfac no-quibb guarante risk-fre refund=
  | гарант возврат довол вернем= вернете= вернет=
  | gwaranc satysf zadowol
donation_charity: charity donate donation fundrais proceeds raffle nonprofit
  | благотв пожертв фонд= фонда= помощ= волонт нко=
  | charyt darowizn fundac datek zbiork wolontar
reminder: remind nudge prompt= diary=
  | напомн напомин уведомл забуд
  | przypom powiadom zapomne=
delivery_photo: proof= gps= coordinate snapshot doorway evidence
  | фотоотчет фотографию= геолок доказат координат подтвержде
  | gps= wspolrzed potwierdze zdjecie=
shift_hours: shift= shifts full-time fulltime part-time parttime flexible rota= overtime
  | смена= смены= сменн вахт полдня занятост частичн график подработ
  | zmiana= zmiany= zmianow etat pelnoetat grafik nadgodz elastycz
remote_work: remote hybrid office= on-site relocat commute
  | удален дистанц офис гибрид релокац
  | zdaln hybryd biuro= biurze= dojazd stacjonar
min_nights: nights= night= minimum-s stay= overnight
  | ночь= ночи= ночей сутки= суток минимал ночевк
  | noc= noce= nocy= nocleg dobe= doby= minimal pobyt
reception_hours: reception front-des staffed desk= lobby keys= manned concierge
  | ресепш стойк администра круглосут
  | recepcj calodob klucze=
single_supplement: single-ro alone= solo= supplement sharing occupancy
  | одноместн подселен одному= одной= доплат
  | jednoosob samotn dokwater pojedyncz doplat
trip_difficulty: difficult fitness strenuous terrain steep uphill climb easy= moderate walking hike
   hiking stamina
  | сложност подготовк крут подъем пеш поход рельеф нагруз выносл тяжел
  | trudnos trudny trudna kondycj strom wspinacz podejsc teren szlak
private_hire: venue hire= exclusive buy-out function marquee
  | аренд зал= зала= банкет площадк закрыт мероприят
  | wynaj sala= sale= sali= bankiet wylacznos impreza=
own_food: corkage byo= cake= picnic
  | свое= торт пробков алкогол принест пикник
  | wlasny= wlasne= tort korkow alkohol piknik przyniesc
toilets: toilet loo= restroom bathroom wc= shower washroom ensuite en-suite
  | туалет санузел санузл уборная душ= душев ванная
  | toalet lazienk prysznic wc= sanitar
excess_damage: excess= waiver collision deductib liabilit scratch theft roadside breakdown
  | франшиз каско= осаго= ущерб угон поврежд эвакуат
  | franszyz autocasc kradziez assistan laweta= szkody= szkode= szkoda=
late_return_fee: late-fee overdue penalty grace=
  | штраф опоздан пеня= пени= сутки= задержк
  | kara= kary= spoznien przetrzy opoznien dodatkowa= karna=
child_seat: car-seat booster child-sea isofix seat= infant
  | автокрес кресло= бустер изофикс люльк
  | fotelik podkladk isofix
bike_storage: bike= bikes bicycle cycle= cycling bike-shed
  | велосип велопарк вело=
  | rower stojak hulajnog
seat_view: restricted obstructe pillar sightline view= front-row closest
  | обзор видно= видимост колонн сцена= сцены= сцене=
  | widocz widac slup scena= sceny= scenie= filar
interval_break: interval intermiss break= breaks pause=
  | антракт перерыв пауз
  | przerw antrakt pauza=
autograph_signing: autograph signing meet-and dedicat
  | автограф подписан дедикац посвящен встреча=
  | autograf podpisan dedykac spotkanie=
parent_presence: parent accompan supervise chaperon unaccompan alone=
  | родител сопровож присмотр опекун законн
  | rodzic opiekun towarzysz opieka= opieki= samodziel
progress_report: progress report= reports results grade= grades mark= marks assess
  | успеваем прогресс отчет оценк результат табел
  | postep raport wyniki= wynikow=
escorted_install_test: test-run commissi hand-over demonstra calibrat start-up
  | пусконал запуск наладк калибр инструктаж
  | rozruch uruchom kalibr
stock_photo_real: actual= close-up realistic retouched unedited
  | реальн живые= вживую вблизи
  | rzeczywis realne= zblizen naturaln
tax_free_shopping: tax-free duty-free tourist refund=
  | такс-фри tax-free дьюти-фр
  | tax-free bezclow turyst
feasible: doable feasible undertake manage= manageable achiev handle= cope= impossible workable
   realistic
  | возьмет возьмем беремся беретесь справим справит реально= реалист невозмож выполним осуществ
  | podejm realn niemozliw wykonaln poradzi mozliwosc
sold_range: sell= sells= selling sold= stockist range= assortment catalogue collection offering
  | продае продаж продад ассорт торгуе каталог линейк
  | sprzedaj sprzedac sprzedaz asortym ofercie kolekcj katalog
let_in: admit admission entry= enter= entering
  | пуст= пустите пустят впуст впуска пропуст пускают пускае войти зайти проход
  | wpuszcz wpuscic wejsc wstep
accepted: accept honour recognise
  | принима примем примете примут принят
  | przyjm honoruj akcept
illness: illness sick= sickness unwell covid flu= doctor's injury injured hospital
  | боле= болезн болен больна заболе больничн справк травм простуд
  | chory= chora= chorob zachor zwolnien kontuz szpital
leave_item: deposit= overnight leave= dropping handing
  | оставит оставлять сдам= сдат сдадите
  | zostawic zostawia oddac= oddania oddam=
number_of_attempts: attempt tries= retake resit
  | попытк пересдач перепис повторно=
  | prob= proba= proby= podejsc
supervision: supervis lifeguard first-aid trained
  | присмотр медсестр медик спасател аптечк
  | ratownik medyczn apteczk nadzor pielegn
"""
