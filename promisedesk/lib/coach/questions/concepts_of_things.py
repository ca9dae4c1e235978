"""What things are and can do, in three languages: more concepts, in the format of `concepts`."""

THINGS = """
shrinking: shrink shrank= shrunk preshrunk pre-shrunk= sanfor shape= size= smaller= tight=
   tighter=
  | садит= садится= садятся= садилось= усад сядет= сядут= села= сели= село= сел= ужим ужал сжима
    сожме съежи размер
  | kurczy= kurcza= kurczyc= kurczen= kurczliw skurcz zbieg zbiec dekatyz zmniejsz wymiar rozmiar
stretching: stretch elastic elastane spandex lycra loosen sag= sags= sagging bagg
  | тянет= тянется= тянутся= тянущ растян растяг эластан эластичн лайкр спандекс стрейч вытян
    вытяг раздает разнаш
  | rozciag elast lycr likr spandex stretch wyciag naciag rozbij rozchodz
colourfast: colourfast colorfast fade= fades= fading faded bleed= bleeds= bleeding runs= dye=
   dyed= dyes= leach bleach
  | линя полиня выцве выгор красит= красится= окраш покрас пигмент отбелив потускн тускне
  | farbuj farbow puszcza blak= blakn wyblak plowi wyplow odbarw zafarb barwi= barwnik trwalosc
    wybiel
washing: wash= washed= washes= washing washable washer= launder laundry detergent softener
   handwash hand-wash machine= drum= spin= cycle= rinse
  | стирать= стирайте= стираем стирает стирал стирк постира выстира застира порош кондиц полоск
    отжим машинк барабан прач химчист
  | prac= prania= praniu= pranie= praniem= prany= prane= prana= pierz upra= upior uprac wypra
    wypier zapier pralk pralni proszk wirow plyn= plynu= reczn detergen chemicz
dry_cleaning: dry-clean dryclean cleaner= cleaners= solvent
  | химчист сухая= сухую= сухой= чистке= чистка= чистку= растворит
  | chemiczn pralni sucho= suche= czyszczeni rozpuszcz
tumble_drying: tumble dryer drying line-dry air-dry airer hang= flat= heat=
  | сушить= сушит= сушите= сушк сушил высуш просуш посуш высох высых сохнет= сохнут= батарее=
    вешал разлож
  | susz wysusz schnie= schna= wyschn bebnow rozloz powies plasko=
ironing: iron= ironed= ironing irons= crease creasing wrinkl steam= steamer crumple press=
   pressed=
  | гладит= гладить= гладьте= глажен глажк утюг утюж отпар мнется= мнутся= складк заломы отутюж
    погладит проглад разглад помнет помнут= немнущ
  | prasuj prasow zelazk gniec gniot wygniec zagniec zagniot pogniec marszcz para= parow=
    parownic wyprasow miety=
pilling: pill= pills= pilling bobbl fuzz lint= fluff shed= sheds= shedding
  | катыш скатыв скатал ворс пиллинг лезет= лезут= сыпется= пух= пуха= облез
  | mechac zmechac kulkuj kulki= kulek= golark klacz meszek
stain_removal: stain spill spilt spot= spots= grease greasy remover vinegar bicarb soak blot=
  | отстир выводит= вывести= запачк жирн отмоет отмыт оттер уксус сода= содой= соду= замоч испачк
    грязн пятно пятна= пятнами= пятнах= пятен= пятнышк
  | plam= plama plame plamy plamk zaplam odplam wywab zabrudz brud tluszcz ocet= octem= octu=
    sod= soda= namocz
fabric_kind: fabric cloth= textile cotton linen wool viscose polyester acrylic silk= silky nylon
   denim velvet fleece jersey= knit= knitted cashmere merino modal= bamboo lyocell polyamide
   blend=
  | ткан трикотаж хлопк хлопок= хлопч лен= льна= льнян шерст вискоз полиэст полиэфир акрил шелк
    нейлон деним бархат флис вязан кашемир мерино модал бамбук синтет
  | tkanin materialu= bawel lnu= lnian len= welna= welny= welnian wiskoz polies akryl jedwab
    nylon denim= aksamit welur polar= polaru= dzianin kaszmir merino modal bambus syntety
leather: leather suede nubuck nappa hide= hides= faux pleather eco-leathe cowhide sheepskin fur=
   grain=
  | кожа= кожи= кожан коже= кожу= кожей= кожзам экокож замш нубук натуральн искусств овчин мех=
    меха= меховой= мехом= дубленк шкур лаков
  | skora= skorz skory= skore= zamsz nubuk ekoskor licow naturaln sztuczn futr kozuch owcz
    lakierow
lining: lining lined= unlined= lin= inner= insulated= padding padded filling filled= stuffing
   feather insulation
  | подклад утепл синтепон пух= пуховый пуховик наполнит набив флис изософт холлоф перо= перьев
  | podszew ociepl watolin puch= puchu= puchow wypeln pierz= pierze= pior wkladk
warmth_of_clothes: warm= warmer= warmth= warmly= winter wintry cold= chilly minus= degrees=
   thermal= frost= layer= freezing insulated=
  | тепла= теплая= теплый= теплое= теплые= тепло= греет= зим мороз холод минус= градус термо осен
    продува согре
  | ciepla= cieply= cieple= cieplo= zima= zimy= zime= zimow mroz= mrozie= mrozy= mrozow zimn
    minus= stopni= stopniach= termiczn jesien grzej ogrze
breathable: breathab breathe sweat ventilat vents= mesh airy membrane moisture-w wick= wicks=
  | дышит= дышащ дышат= потеть= потеет= потею= пот= вспоте вентил проветр сетк мембран парит=
    воздухопро испар отвод
  | oddych przewiew poci= pocic= poce= spoc potu= wentyl siatk membran wietrz paroprzep odprowadz
sheer: sheer see-throug transparen opaque thin= thick= thickness= gsm= denier den= lined=
  | просвеч прозрач плотн тонк толщ ден= непрозр просматр грамм толстый= толстая= толстое=
    толстые=
  | przezrocz przeswit kryj= kryjac cienk gruba= grube= gruby= grubosc gramatur den= przebij
cut_of_clothes: slim= slim-fit= regular= loose= oversize fitted= relaxed= tapered straight= waist
   high-waist cut= narrow= wide-leg
  | крой= кроя= притален свободн оверсайз прямой= прямые= зауж посадк талии= талия= талию= облега
    слим= силуэт фасон широк узк
  | kroj= kroju= kroje= fason luzn oversiz prosty= dopasow wcieci taliow talia= talii= slim= zwez
    szerokie= obcisl przylega
sleeve_length: sleeve cuff armhole shoulder long-sleev short-slee arm= arms=
  | рукав манжет плеч пройм безрукав длинн короткий= короткие= короче=
  | rekaw mankiet ramie= ramion= ramiona= ramiacz dlugi= krotki= barki= barkach= pach
hem_length: hem= hems= hemmed hemline knee ankle calf= midi= maxi= mini= floor-leng shorten
   shorter= longer= inseam inside-leg length=
  | подол подши укорот колен щиколот лодыж миди= макси= мини= длина= длину= длины= длиннее=
    короче= подгиб икр короткий= короткая= короткие= короткое=
  | skroc skrac podwin kolan kostk lydk midi= maxi= mini= dlugosc nogawk krotsz dluzsz obszyc
    podszyc
chest_measure: chest bust= hip= hips= waist= measuremen girth circumfere bra= underbust
  | груд обхват бедр талии= талия= талию= талией= обьем объем замер мерк чашк подгруд снят
  | biust klatk obwod bioder= biodra= biodrach= talii= talia= pasie= pas= miseczk pomiar zmierz
    mierz wymiary= cialo=
size_chart: chart= size-chart sizing true-to-si runs= size= equivalent eu= uk= convert
  | сетк таблиц маломер большемер евро= российск размеру= размерн
  | tabel przelicz zanizon zawyzon europejsk numeracj rozmiarowk
size_choice: size= sizes= fit= fits= fitted= medium= large= small= xl= xxl= xs= xxs= plus-size
   petite bigger smaller larger
  | размер ростовк мал= мала= велик= велика= велико= маловат великоват подош подойд меньше=
    впору= жмет= жмут=
  | rozmiar pasuj pasow maly= mala= male= duzy= duza= duze= wieksz mniejsz uwiera cisnie= ciasn
    luzn wzrost=
shoe_width: width= wide= wider= narrow= instep broad= bunion toe= toes= foot= feet= insole pinch
   tight= roomy
  | полнот колодк широк узк подъем стоп= стопа= стопы= стопу= нога= ногу= ноги= стельк пальц
    жмет= жмут= тесн взъем косточк
  | tegos szerok wask podbic stopa= stope= stopy= wkladk palc palec= uwiera cisnie= ciasn haluks
    kopyt
shoe_sole: sole= soles= outsole rubber= heel= heels= platform= grip= grippy slip= slips= slippery
   non-slip tread traction
  | подошв каблук платформ скольз нескольз протектор резин танкетк набойк шип= шипы=
  | podeszw obcas platform koturn antypo slizg slisk przyczep bieznik gumow gum= guma= flek
shoe_kind: boots trainers sneakers sandals slippers loafers footwear wellies pumps= flats=
   stiletto brogues
  | ботин кроссов сандал тапоч тапк лофер обув сапог сапож туфл кед= кеды= угги= балетк босонож
    полусап
  | buty= butow= butach= obuw sandal kapci= kapcie= klapk mokasyn trampki= kozak botk adidas=
    polbut szpilk balerin kalosz trzewik
laces_and_fastening: lace= laces lace-up velcro buckle zip= zips= zipper zipped fasten button=
   buttons= snap= snaps= hook= popper clasp toggle
  | шнур липучк застеж застег молни пуговиц кнопк пряжк крючок= крючк зашнур бегунок= бегунк
  | sznurow sznurk rzep= rzepy= klamr zamek= zamka= zamki= suwak zapina zapiec guzik zatrzask
    haftk napy=
pockets: pocket compartmen pouch zipped= slot= slots= sleeve= divider
  | карман отсек кармаш перегород накладн
  | kiesze kieszon przegrod komor schowek= schowk
hood: hood= hooded hoods= hoodie collar neckline v-neck neck= crew-neck turtleneck polo-neck
  | капюш воротн горлов вырез декольте худи= горло= стойк
  | kaptur kolnierz golf= golfu= dekolt wyciec szyja= stojk bluz szyi= szyje=
underwear: underwear bra= bras= briefs pants= knickers boxers panties lingerie thong tights
   stockings socks hosiery
  | белье= белья= бюстгал лифчик трусы= трусов= трусик колгот чулки= чулок= носки= носков= боксер
    боди=
  | bielizn biustonosz majtk majtek= stanik bokserk rajstop ponczoch skarpet figi= stringi=
outerwear: coat= coats= jacket parka raincoat anorak gilet puffer windproof overcoat trench=
   poncho
  | куртк пальто= пальтиш парк= парка= парки= парку= плащ пуховик ветров дождевик жилет тренч
    непрод
  | kurtk plaszcz parka= parki= parke= puchowk wiatrow przeciwdes kamizel wiatroszcz poncz
dress_and_skirt: dress= dresses= gown skirt blouse cocktail bridal frock
  | плать юбк блузк блуз= вечерн сарафан коктейл свадебн
  | sukien sukni spodnic bluzk wieczorow koszulow koktajl slubn
trousers: trouser jeans pants= shorts= leggings chinos dungarees joggers
  | брюк штан джинс шорт леггинс лосин комбинез чинос
  | spodni dzins jeans= szort spodenk legins legginsy ogrodniczk dres= dresy=
shirts: shirt t-shirt tee= tees= tops= polo= sweater jumper hoodie cardigan sweatshirt pullover
   vest=
  | рубаш футбол= футболк майк поло= свитер джемпер толстов кардиган свитшот пуловер водолаз топ=
    лонгслив
  | koszul t-shirt podkoszul sweter swetr bluz= bluza= bluze= bluzy= kardigan rozpinan polo=
    pulower
headwear: hat= hats= cap= caps= beanie scarf scarves glove mitten headband visor= shawl
  | шапк шляп кепк бейсбол шарф перчат варежк платок= платк повязк панам берет= рукавиц палантин
  | czapk kapelusz szalik szal= chust rekawic opask daszek= daszk beret kominiark
bags: bag= bags= handbag backpack rucksack suitcase tote purse wallet luggage briefcase satchel
   strap=
  | сумк рюкзак чемодан кошел портфел шоппер клатч багаж барсет ремень= ремня= саквояж
  | torb torebk torebek= plecak walizk portfel tornist aktowk bagaz kopertowk pasek= paska= nerk
belt_and_accessories: belt= belts= tie= ties= bow-tie cufflink brooch braces= umbrella suspenders
  | ремень= ремня= ремни= пояс= галстук бабочк запонк брошк брош= подтяж зонт
  | pasek= paska= paski= krawat muszk spinki= szelk parasol broszk
length_of_body: height= tall= taller= petite= stature inches= feet= growth
  | рост= роста= росту= ростом= ростовк высок= высокий= высокая= высокого= невысок сантим
  | wzrost wzroscie= wysoka= wysoki= niska= niski= centymetr
scratch_resistance: scratch scuff mark= marks= marked= abras sapphire hard-weari gouge
  | царап поцарап исцарап потерт стирает= стойк истир сапфир покаряб следы= устойч
  | rysuj rysa= rysy= zaryso porys zadrap drapa podrapan szafir odporn scieraj sciera= scieral
durability: durab lasts= lasting lifespan life= robust sturdy tough= wear= wears= hard-weari
   flimsy longev long-lasti years=
  | прочн служи служат= прослуж долговеч износ крепк надеж хлипк стойк выдержит выдержив ресурс
    лет= годами=
  | solid zywotn zuzy sluzy= sluza= posluzy= mocny= mocna= wytrzym kruch odporn lat= lata= trwal=
    trwaly= trwala= trwale= trwalos
breakable: fragile breakab shatter unbreakab brittle tempered smash glass= drop= dropped= chip=
   chips= chipped crack
  | хрупк бьется= бьются= разбить разобь разбив небьющ ударопроч трещин трес закален стекл скол=
    сколы= осколк
  | krych= kruch tluk= tlucz stluc nietluk rozbij rozbic rozbil peka= pekn hartow szkl odprysk
    wyszczerb
rust: rust= rusts= rusty= rusting rustproof corrode corros stainless galvan tarnish oxid patina
   zinc= stal= steel=
  | ржав заржав нержав корроз оцинк окисл потемне темнеет= патин чернеет= цинк сталь= хром=
  | rdzew rdza= rdzy= zardzew nierdzew korozj ocynk utlen sniedz patyn ciemniej czernie
metal: metal steel iron= brass copper bronze aluminium aluminum titanium zinc= alloy tin=
   cast-iron chrome=
  | металл стали= сталь желез латун мед= медь= медн бронз алюмин титан цинк сплав хром чугун
  | metal stal= stali= stalow zelaz mosiad miedz mosiez braz= brazu= alumini tytan cynk zeliw
    chrom= chromow
plastic: plastic pvc= acrylic polycarbon polypropyl abs= silicone resin vinyl polyethyl bpa=
  | пластик пластм пвх= акрил поликарб полипроп силикон нейлон смол винил полиэтил полимер бисфен
  | plastik tworzyw pcv= pvc= akryl poliweg polipropyl silikon zywic winyl polietyl bpa=
wood: wood= wooden woods= timber oak= pine= beech birch walnut veneer solid= mdf= chipboard
   plywood bamboo ash= teak hardwood
  | дерев древес дуб= дуба= дубов сосн бук= бука= буков берез орех= шпон массив мдф= дсп= лдсп=
    фанер бамбук ясен тик=
  | drewn drzew= dab= debu= debow sosn buk= buku= bukow brzoz orzech= fornir lity= litego= mdf=
    plyt= plyta= wior sklejk bambus jesion
stone_and_ceramic: stone= stones= marble granite quartz ceramic porcelain tile= tiles= clay=
   slate concrete terracotta stoneware
  | камен камн мрамор гранит кварц керамик керамич фарфор плитк глин сланец= сланц бетон терракот
  | kamien marmur granit kwarc ceram porcelan plytk kafel glin lupek= lupk beton terakot kamionk
glass: glass= glassware glazed= glazing pane= panes= crystal tempered= mirror borosilic
  | стекл остекл закален зеркал хрустал бокал
  | szkl hartow lustr krysztal oszklen szyba= szyby= szybe= szybie= szybami=
foam_and_firmness: firm= firmness firmer soft= softer softness hard= harder foam= memory-foa
   spring= springs= sprung latex cushion coil= coils= mattress
  | жестк мягк тверд пена= пены= пенопол пружин латекс матрас матрац упруг кокос наполнит
  | tward miekk piank sprezyn lateks materac sprezyst kokos wypelni
paper_quality: paper= gsm= matt= matte= gloss= glossy cardstock cardboard coated= uncoated laid=
   recycled= paperweigh sheet= sheets=
  | бумаг картон мелован глянц матов плотност лист= листа= листов= ламин крафт дизайнерск
  | papier kartonow gramatur kredow matow blyszcz polysk= polysku= arkusz lamin kraft= karton=
overall_dimensions: dimension measuremen width wide= wider= height high= depth deep= length=
   tall= cm= mm= inch centimet millimet footprint
  | габарит размеры= ширин шире= высот глубин длин см= мм= сантим миллим дюйм замер
  | wymiar szerok wysokos wysoki= wysoka= gleboko dlugos dlugie= cm= mm= centymetr milimetr cal=
    cali= gabaryt
diameter: diameter radius round= bore= circumfere gauge across= thread thickness mm=
  | диаметр радиус окружн круглый круглая резьб сечени калибр толщин мм= дюйм
  | sredni promien obwod okragl gwint przekroj kaliber grubos mm= cal= cali=
capacity_volume: capacity litre liter ml= cl= volume holds= fits= cups= gallon pint oz= fluid
  | объем обьем вмещ вмести емкост литр мл= кубов миллилитр помести помещае помещаю
  | pojemn litr ml= objetos miesci mieszcz zmiesci pomiesci mililitr kubatur
weight_of_thing: weigh heavy heavier lightweigh light= kg= kilo gram lbs= tonne
  | вес= веса= весу= весом= весит весят взвес масса= массу= массой= тяжел легкий кг= килограм
    грамм гр= тонн увесист легкая= легкие= легкое= легче=
  | waga= wagi= wage= waza= wazy= wazyc ciezk ciezar lekki kg= kilogram gram= gramow gramy= dag=
    dkg= tona= tony= ton= lekka=
load_capacity: load= loads= bear= bears= carry= carries= holds= capacity limit= weight maximum
   sturdy supports=
  | нагруз выдерж грузопод максимальн вес= веса= кг= допуст предельн
  | udzwig wytrzyma nosnos noscie uniesie= unosi= ciezar dopuszczal obciazen
noise_level: noise noisy loud quiet silent sound= decibel db= dba= hum= hums= buzz humming whine
   rattle
  | шум= шума= шумят= шумн шумит шуметь громк тих= тихий= тихая= тихо= тихое= тише= бесшум
    децибел дб= звук гудит= гудят= гул= жужж дребезж слышно= слышен=
  | halas glosno cich bezglos decybel db= dzwiek szum buczy buczen warcz slychac glosny glosna
    glosne
soundproofing: soundproof acoustic insulation insulate muffle deaden echo damp= noise-canc isolat
  | звукоизол шумоизол шумоподав акустич изоляц эхо= глуш
  | wyciszen wygluszen dzwiekoch akustyczn izolac tlumi echo= redukcj
audio_sound: audio bass treble speaker stereo mono= headphone earbud microphone mic= sound=
   volume= subwoofer
  | звук аудио бас= басы= басов= динамик колонк стерео наушник микрофон громкост сабвуф акустик
  | dzwiek audio bas= basy= basow= glosnik stereo sluchawk mikrofon glosnosc subwoofer kolumn
power_rating: watt kw= kwh= power= powerful output= consum energy= hp= horsepower amps amperage
  | мощн ватт вт= квт= киловатт потребл энерго расход= расходует лошадин сил= ампер
  | moc= mocy= moca= mocn watt wat= watow kw= kwh= pobor zuzyc energi energooszc kon= koni= km=
    amper
voltage: volt 110v= 230v= mains= current= amp= amps= transforme hertz hz= socket=
  | вольт напряж ток= тока= током= ампер трансформ сеть= сети= герц розетк инвертор
  | volt wolt napiec prad= pradu= pradem= amper transforma siec= herc gniazd hz=
plug_type: plug= plugs= socket adapter adaptor two-pin three-pin prong outlet earthed grounded
   type-f
  | вилк розетк переходник адаптер евровилк штекер заземл штепсел
  | wtyczk gniazdk przejscio adapter uziem bolec= wtyk
battery_kind: battery batteries aa= aaa= cr2032= lithium li-ion alkaline rechargeab cell= cells=
   button-cel nimh coin=
  | батаре аккум литий литиев щелочн пальчик мизинч таблетк солев крон=
  | bateri akumulat litow alkalicz paluszk guzikow ogniw wymienn
battery_life: battery charges= mah= runtime lasts= autonom standby drain discharge lifetime
  | батаре аккум заряд автоном держит= держится= разряж разряд садится= ампер мач=
  | bateri akumul ladowan wytrzym trzyma= czuwani rozladow pojemnosc mah=
charging_device: charge= charging charger recharge usb-c usb= magsafe wireless= qi= fast-charg
   micro-usb lightning powerbank power-bank
  | заряж заряд подзаряд юсб= тайпси беспровод блок= повербанк пауэрбанк
  | ladow laduj naladow dolad podladow bezprzewod usb-c usb= powerbank zasilacz
cable_and_length: cable cord wire= wires= lead= leads= hdmi flex= ethernet extension=
  | кабел провода= шнур удлинит разъем штекер провод= проводов= проводом=
  | kabel kabl przewod hdmi= zasilajac wtycz przedluzac
ports: port= ports= usb= usb-c hdmi connector jack= socket displaypor thunderbol ethernet slot=
   slots= input= inputs= output=
  | порт разъем вход= входы= выход= выходы= гнезд юсб= слот интерфейс
  | port= porty= portu= portow gniazd zlacz wejsci= wejscie= wyjscie= wyjscia= slot
wireless: wireless wifi wi-fi bluetooth pairing pair= paired= 5ghz ghz= signal= router band=
   network= range= connect
  | вайфай вай-фай блютуз блютус беспровод сигнал сети= роутер сопря подключ подсоед диапазон
    связь= сетью=
  | wifi wi-fi bluetooth bezprzewod sparow parow zasieg sieci= siec= sygnal router paruj
range_of_signal: range= distance= metres meters signal= coverage obstacle walls= radius antenna
  | дальн радиус расстоян метров метра= достает дистанц сигнал ловит= стены= антенн добивает
  | zasieg odleglos metrow metry= dystans siega= sygnal promien antena anteny sciany=
remote_control: remote= remote-con handset infrared app-contro voice-cont alexa smart-home
   controller
  | пульт дистанц управл алис голосов умный= умного= контроллер умным=
  | pilot zdaln sterow glosow inteligent kontroler
screen: display monitor resolution pixel inch= inches= oled lcd= ips= touchscree refresh hz=
   diagonal screen= screens=
  | экран дисплей монитор разрешен пиксел дюйм диагон матриц герц сенсорн тачскр матов олед=
  | ekran wyswietl monitor rozdziel piksel cali= przekatn matryc odswiezan dotykow herc matow
memory_storage: memory ram= gb= tb= mb= gigabyte terabyte ssd= hdd= storage= disk= disc= sd-card
   microsd capacity expand
  | памят оператив гб= тб= мб= гигабайт терабайт ссд= диск= диска= накопит флеш карточк озу=
    жестк
  | pamiec ram= gb= tb= mb= gigabajt terabajt dysku= pendrive ssd= nosnik dysk= dyski= dyskow=
    dyskiem=
processor_speed: processor cpu= core= cores= ghz= intel amd= ryzen graphics gpu= performanc
   benchmark fps= lag= lags= laggy
  | процессор ядер ядра= ядро= интел видеокарт график тормоз лаг= лагает быстродейс виснет фпс=
    производительность= производительности= зависа зависл
  | procesor rdzeni rdzen= grafik graficzn wydajnos intel plynn zacina zwalnia klatk taktowan
operating_system: windows macos mac= macbook linux android ios= iphone ipad os= operating
   chromebook ubuntu
  | винд мак= макос= линукс андроид айфон айпад айос= операционн
  | windows macos mac= linux android iphone ipad ios= operacyj
phone_kind: smartphone iphone samsung android handset pixel= huawei xiaomi galaxy
  | смартфон айфон самсунг андроид сяоми ксиаоми хуавей редми галакси
  | smartfon iphone samsung android komork xiaomi huawei galaxy
sim_and_network: sim= sims= esim= dual-sim lte= gsm= roaming unlocked locked= operator 4g= 5g=
  | сим= симк есим= роуминг оператор залоч разлоч мегафон билайн мтс=
  | sim= karty= esim= roaming operator simlock odblok lte= sieci=
camera: camera webcam megapixel lens= video= record= records= recording zoom= shutter film=
   filming
  | камер вебкам мегапикс объектив видео съемк зум=
  | kamer aparat obiektyw megapik nagryw nagran wideo video= filmow zoom= migawk
optical_lens: lens= lenses prescripti dioptre diopter glasses= spectacles frame= frames= optician
   varifocal bifocal contact-le contacts= anti-glare blue-light astigmat pupil
  | линз диоптр очки= очков= очках= оправ рецепт прогрессив антиблик бифокал астигм межзрач зрени
    близорук дальнозор пд=
  | soczew dioptr okular oprawk oprawy= oprawe= progresyw antyrefl dwuognisk astygm wzrok
    krotkowz dalekow recept= recepta= recepte= recepty= rozstaw= rozstawu=
binoculars_and_scopes: magnif binocular telescope microscope zoom= scope eyepiece tripod
   objective
  | увелич кратн бинокл телескоп микроскоп крат= штатив окуляр луп приближ
  | powieksz krotnos lornetk teleskop mikroskop statyw lupa= lupy= okular przybliz
light_bulb: bulb lamp light= lights= lighting led= leds= lumen halogen e27= e14= gu10= socket=
   watt
  | ламп свет= света= свети светодиод освещ люмен цокол галоген люстр торшер абажур бра= плафон
  | zarow lamp swiatl swiec= swieci= oswietl lumen gwint led= diod halogen trzonk zyrand abazur
    klosz kinkiet
brightness: bright dim= dimm lumen lux= nits= glow= glows= dark= darker warm-white kelvin
   cool-white
  | ярк ярче тускл диммер диммир люмен люкс= нит= светит темн теплый= холодный= кельвин
  | jasnos ciemn sciemni lumen luks= swieci cieply= ciepla= barwa= kelwin jasny= jasna= jasno=
    jasniejsz
light_and_sun_exposure: sun= sunlight sunny= shade= shady shaded uv= daylight exposure window=
   sunshine full-sun bright= light= south-fac
  | солнц солнеч тень= тени= тенев полутень притен уф= ультрафиол освещ подоконник окна= окно=
    южн свету= свет=
  | slonc slonecz nasloneczn cien= cieniu= polcien uv= okna= okno= oknem= parapet swiatlo=
    stanowisk
heat_resistance: heat= heatproof heat-resis temperatur oven= ovenproof hot= boil= boiling melt=
   melts= melted degrees= flame= scorch burn= burns= withstand
  | жаро нагре температ градус духовк горяч кипят плави выдерж огонь= огня= термо расплав
  | zaroodpor temperat stopni= piekarn goraca= goracy= goracego goracych wrzat topi= stopi=
    wytrzym odporn nagrzew ogniu= termo rozgrzew
oven_and_hob: oven hob= hobs= induction gas= stove cooker bake= baking ceramic= grill= hotplate
   roast= roasting
  | духовк духовой индукц плит конфорк газов варочн печь= запек гриль
  | piekarnik indukcj kuchenk plyt gazow piec= pieczen grill zapiek plycie
microwave: microwav reheat defrost heat-up warming micro=
  | микроволн свч= разогр подогр греть= размороз
  | mikrofal podgrz odgrz rozmraz kuchenk
cold_resistance: frost= frostproof freez minus= hardy hardiness cold= subzero below-zero winter=
   overwinter snow=
  | мороз замерз холод минус= зимовк зимует зимой= зиму= зимостой градус= снег=
  | mroz= mrozood zamarz minus= zimow zimuj zimno= zima= zime= zimie= mrozie= sniegu= snieg=
cooling: cool= cools= cooling fan= fans= fridge refriger chill air-con aircon overheat ventilator
   hot=
  | охлажд охлади вентилят кулер холодильн кондиционе перегре нагревает остыва остыть греется=
  | chlodz wentylat lodowk klimatyz schlodz przegrz grzeje= nagrzewa wiatrak ostyg stygn
heating: heat= heats= heating heater heated radiator warm-up boiler underfloor thermostat
  | нагрев обогрев отопл батарея= радиатор подогрев греет= котел котла= термостат тепловент
    теплый=
  | grzej ogrzew ogrzej kociol kotla= termostat podgrzew kaloryf nagrzew bojler
waterproof: waterproof water-resi watertight water= rain= rainproof splash shower-pro wet= ip67=
   ip68= ipx= submer swim= swimming dry= leak-proof gore-tex membran
  | водо вод= вода= воды= воду= воде= дождь= дожде= дождя= брызг намок промок влаго непромок
    погруж утечк протек купать мембран
  | wodo wod= wody= wode= woda deszcz zachlap mokr zmok przemok przemak wilgoc zanurz nieprzem
    membran bryzgo szczeln
water_depth: depth= metres= bar= atm= dive= diving snorkel underwater pressure= submer
  | глубин метров атм= атмосфер нырят погруж подвод дайв давлен плава
  | gleboko metrow atm= nurk zanurz podwod cisnieni plywa basen
leak: leak drip seep seal= seals= sealed gasket tight= spill watertight puddle
  | теч= течь= течет= текут= текла= протек протеч подтек капает капать герметич утеч уплотн
    прокладк льется= сочит луж
  | ciekn przeciek wyciek kapie= kapac uszczel szczel leje= saczy kaluz nieszczel
damp_and_mould: damp= dampness mould mold moist humid mildew condens dehumid musty
  | влажн влаг сырост сыро= сырой плесен грибок грибк конденс заплесн отсырев осуш
  | wilgo plesn grzyb kondens skropl osusz zawilgoc splesn stechl
smell: smell odour odor scent fragrance perfume unscented aroma stink whiff fumes=
  | запах пахн= пахнет пахнут пахла аромат отдушк воня вонь душок душист без-запаха выветр парфюм
  | zapach pachn won= woni= smierdz aromat bezzapach perfum wywietrz
taste: taste tasty flavour flavor bitter sour= sweet= sweetness spicy mild= delicious aftertaste
   salty
  | вкус горьк горч кисл слад остр= острый= острая= острое= остро= пряный пряная пресн солен
    послевкус
  | smak gorzk kwasn slodk ostr= ostry= ostra= pikantn lagodn slon= slone= slony= slona= posmak
printing_paper: print= prints= printed printing printout print-out printer hardcopy hard-copy
   paper= inkjet laser= toner ink=
  | печат распечат напечат отпечат допечат перепечат принтер бумаж картридж тонер чернил бумаге=
  | druk wydruk nadruk tusz toner kartridz papierow
print_service: print= printed printing logo= artwork proof= proofs= cmyk pantone vector bleed=
   screen-pri embroider dtf= sublimat lettering
  | печат нанес логотип лого= макет вектор шелкограф вышив пантон сублимац тираж обрез вылет=
    вылеты= кривые= кривых= цветопроб
  | nadruk druk logo= projekt= spad= spady= wektor pantone cmyk haft sitodruk naklad sublimac
    znakow krzywe= proof=
engraving: engrav monogram initials inscriptio inscribe letters= characters font= fonts=
   personalis personaliz dedicat
  | гравир надпис инициал монограм букв символ шрифт именн выгравир
  | grawer wygraw inicjal monogram liter znakow czcionk imie= imienia imienn dedyk personalis
    personaliz napis= napisu= napisem= napisy=
file_format: format pdf= jpg= jpeg= png= svg= ai= cdr= eps= tiff psd= docx doc= xlsx csv= xml=
   mp3= mp4= wav= zip= epub= corel illustrato photoshop autocad dwg= dxf= stl=
  | формат файл пдф= джпег вектор корел фотошоп иллюстрат эксел ворд= расширен исходник архив=
    стл= автокад
  | format plik pdf= jpg= png= svg= wektor corel photoshop illustr rozszerz excel word= cdr= dwg=
    zip=
file_resolution: resolution dpi= ppi= pixels megapix high-res low-res blurry pixelat sharp=
   quality
  | разреш пиксел дпи= точек= мегапикс размыт мыльн четк качество= качестве=
  | rozdziel dpi= piksel megapik rozmaz rozmyt ostrosc jakosc= jakosci
file_size_limit: mb= gb= megabyte upload compress wetransfer large-file too-big
  | мб= гб= мегабайт загруз лимит сжать архив= облак
  | mb= gb= megabajt wgra limit skompres spakow chmur
download: download save= saved= file= files= offline=
  | скач загруз сохран файл выкач
  | pobra sciag zapisac plik pobierz= pobierac pobierzcie=
software_install: install setup= set-up reinstall uninstall activate licence license deploy
  | установ устанавл инсталл переустан поставить= активир лиценз настро удалить= развер
  | zainstal instalac odinstal przeinst konfigur aktywac aktywow licenc wdroz instaluj instalow
licence_key: licence license licensing activation serial= seat= seats= users= user= perpetual
   key= keys= per-user
  | лиценз ключ активац активир серийн бессрочн пользовате
  | licencj klucz aktywac aktywow seryjn stanowisk uzytkown beztermino dozywotn
software_update: upgrade version patch= firmware release= releases rollout changelog updates=
   updated= updating=
  | обнов апдейт апгрейд версия= версии= версию= прошивк релиз патч= перепрош
  | aktualiz zaktualiz update= upgrade wersja= wersji= wersje= firmware oprogramow latka= wydani=
import_export_data: export import= imports imported importing csv= excel xlsx spreadshee migrate
   migration backup back-up dump= importow importu=
  | экспорт импорт выгруз загруз эксел таблиц миграц бэкап бекап резервн
  | eksport wyeksport zaimport csv= excel= arkusz migrac kopia= kopie= zapasow backup
integration: integrat api= plugin plug-in addon add-on connect webhook sync= syncs= synchron
   zapier shopify woocommerc crm= erp= wordpress
  | интеграц интегрир апи= плагин модул подключ соедин синхрон вебхук срм= битрикс вордпресс
    коннект
  | integrac integruj api= wtyczk modul polaczen podlacz synchron webhook crm= woocommerc
    wordpress
hosting: hosting hosted host= server domain dns= ssl= uptime bandwidth vps= nameserver ftp=
   cpanel traffic ip= mailbox
  | хостинг сервер домен днс= аптайм трафик впс= ип= почтовый=
  | hosting serwer domen dns= ssl= vps= ftp= uptime ip= skrzynk
website_error: page= loads= loading load= browser chrome= safari firefox cookie cache refresh=
   reload blank= freeze frozen= crash error= 404= 500= bug= bugs=
  | страниц грузится загружаетс браузер хром= куки= кэш= кеш= обновите белый= экран вылета ошибк
    сбой глюч баг= виснет зависа зависл
  | strona= laduje= przegladar chrome= ciasteczk cache= odswiez zawiesz wysypuje bledy= blad
    bledu= bialy= crash
password: password passcode login= log-in sign-in locked reset= pin= username two-factor 2fa=
   credential authentica
  | парол логин пин= пин-код сброс восстанов вход= войти авториз двухфактор
  | haslo hasla hasel hasle login= loginu logow zalogow reset zreset pin= pinu= odzysk dwuetap
    uwierzyt
user_accounts: user= users= seats= member= members= admin role= roles= permission access= invite
  | доступ админ роль= роли= права= пригласи участник пользовате
  | uzytkown dostep= dostepu= admin uprawn rola= role= zaprosi czlonk
security_privacy: secure security encrypt gdpr hack breach privacy private= safe= virus malware
   antivirus ssl= servers=
  | защит защищ шифр взлом вирус антивирус персональн конфиденц утечк 152-фз безопаснос
  | bezpieczen szyfr zabezpiecz rodo= wirus antywirus wlaman prywatn poufn
offline_online: offline online internet wifi= connection= network= without-in web-based cloud
   desktop=
  | офлайн оффлайн онлайн интернет сеть= сети= облак подключен локальн
  | offline online internet polaczeni chmur lokaln stacjonarn
mobile_app: app= apps= mobile= android iphone ios= playstore app-store google-pla tablet
   applicatio
  | приложен мобильн андроид айфон планшет апстор гугл плеймаркет
  | aplikac apka apke= apki= mobiln android iphone tablet google
language_of_product: language english= polish= russian= german= french= spanish= translated
   translatio subtitles multilingu cyrillic bilingual
  | язык русск английск польск немецк французск испанск перевод переведен субтитр русифиц кирилл
  | jezyk polsku= polski= polskim= angielsk niemieck rosyjsk francusk hiszpansk tlumacz przetlum
    lektor napisy= napisow= napisami=
manual_instructions: manual instructio guide= guides= leaflet diagram handbook steps= booklet
   how-to tutorial video= pdf=
  | инструкц мануал схем пошагов памятк видеоинстр вкладыш буклет руководст
  | instrukc podreczn schemat poradnik ulotk krok= krokow broszur
ingredients: ingredient contain compositio recipe additive made-of preserv e-numbers artificial
   colouring palm starch emulsifier
  | состава= составе= содерж ингред добавк консерв красител пальмов крахмал эмульг искусств
    составом= составу=
  | sklad= sklade= sklady= skladnik zawier zawarto przepis dodatek konserwant barwnik palmow
    skrob emulgator sztuczn dodatki= dodatkow=
gluten: gluten wheat coeliac celiac flour rye= barley oats spelt starch
  | глютен клейков пшениц пшенич мука= муки= целиак рожь= ржан ячмен овес= овсян полб безглютен
  | gluten bezgluten pszen maka= maki= celiak zyto= zytni jeczmien owies= owsian orkisz
lactose_dairy: lactose dairy milk butter cream= cheese whey casein yoghurt yogurt
  | лактоз молоч молок сливк сливоч сыр= сыра= творог казеин сыворот йогурт кефир безлактоз
  | laktoz mleko mleka mleczn nabial bezlaktoz smietan ser= sera= sery= serwatk kazein maslo=
    masla= jogurt
nuts: nut= nuts= peanut almond hazelnut walnut cashew pistach sesame traces= nut-free
  | орех арахис миндал фундук кешью фисташ кунжут следы= грецк
  | orzech orzeszk migdal arachid nerkow pistacj sezam sladow laskow
vegetarian: vegetarian veggie vegan gelatin meat plant-bas animal= rennet honey= beeswax lard
   collagen
  | вегетар веган желатин мяс растит животн мед= меда= сычуж коллаген постн пчелин
  | wegetar wegan zelatyn mieso roslinn zwierzec miod= miodu= podpuszczk kolagen smalec wosk
    miesa= miesn miesem=
egg_and_fish: egg= eggs= eggless fish seafood shellfish shrimp salmon tuna crustacean soy= soya
   tofu mustard celery prawn= prawns=
  | яйц яичн рыб морепрод кревет моллюск лосос тунец тунц соя= сои= соев горчиц сельдер
  | jaj ryb owoce-morz krewet skorupiak losos tunczyk soja= soi= sojow gorczyc seler
allergy: allerg intoleran anaphyla reaction sensitiv hypoallerg trace= traces= rash nuts= peanut
   orzech
  | аллерг гипоаллер непереноси реакц чувствит сыпь= сыпи= высып арахис глютен лактоз
  | alerg uczul nietoleran hipoalerg wrazliw reakcj wysypk
sugar_sweetness: sugar sweet= sweeten stevia xylitol erythritol syrup unsweet diabetic glucose
   fructose honey= carbs
  | сахар подсласт сладк стеви ксилит эритрит сироп фруктоз глюкоз диабет углевод мед=
  | cukr cukier= slodz slodk stewi ksylitol erytryt syrop fruktoz glukoz weglowod
salt_fat_calories: calorie kcal fat= fats= protein salt= salty sodium nutrition fibre fiber carb=
   carbs= saturated per-100g
  | калор ккал жир= жира= жиры= жирн белок белка= белки= соль= соли= натри питательн клетчат
    углевод бжу=
  | kalor kcal tluszcz tlust bialk sol= soli= sod= odzywcz blonnik weglowod nasycon
caffeine: caffeine decaf tea= teas= coffee theine stimul energy= guarana mate= espresso
  | кофеин декаф кофе= чай= чая= теин бодрит тонизир гуаран мате= эспрессо
  | kofein bezkofein kawa= kawy= kawe= herbat teina= teine= pobudz yerba mate= espresso guarana=
    guarany=
tea_brewing: brew steep infus leaf= leaves= teapot teabag tea-bag loose-leaf matcha oolong pu-erh
  | завари заварк настой настаив пакетик листов чайник пуэр улун матча пиал
  | parzyc zaparz parzeni napar susz lisciast torebk saszetk matcha oolong puerh czajnicz
coffee_beans: beans bean= ground= grind roasted espresso arabica robusta filter= aeropress
   capsule pods= crema roasts= roasting
  | зерн молот помол обжар арабик робуст эспрессо капсул турк фильтр= кофемол
  | ziarn ziaren= mielon zmiel miele= palen arabik robust espresso kapsulk mlynek kawiark
alcohol: alcohol abv= vol= wine= wines= beer= beers= spirits= liqueur vodka whisky non-alcoho
   rum= champagne prosecco
  | алкогол спирт градус= вино= вина= вин= винн пиво= пива= водк ликер виски безалкогол крепос
    ром= коньяк шампан
  | alkohol bezalkoh wino= wina= winem piwo= piwa= wodk likier whisky promil rum= szampan nalewk
wine_character: dry= off-dry semi-dry sweet= vintage grape tannin full-bodie bouquet decant cork=
   cellar pairing sommelier red= white= rose=
  | сухое= полусух полуслад сладкое= брют винтаж сорт= виногр танин терпк букет декант пробк
    погреб сомелье урожа выдержк
  | wytrawn polwytr polslod slodkie= rocznik szczep winogron tanin cierpk bukiet dekant piwnic
    sommelier korek= korka= korki= korkow
carbonated_water: sparkling fizzy carbonat bubbles soda= mineral tap= spring=
  | газир негазир газ= газом= газа= минерал пузыр содовая=
  | gazowan niegazowan gaz= gazu= gazem mineraln babelk sodow zrodlan
organic_origin: organic bio= certified pesticide chemical natural non-gmo gmo= eco= artificial
   untreated farm= fair-trade fairtrade
  | органик органич био= эко= экологич пестиц натурал гмо= химия= химии= химикат фермер сертифиц
    домашн
  | organiczn ekologiczn eko= bio= pestyc chemii= natural gmo= certyfikow rolnik rolnictw sztuczn
    farma= farmy=
shelf_life: shelf expire expiry expiration best-befor use-by consume keeps= fresh spoil stale
   perish
  | годност годен= годна= годно= годны= истек просроч свеж портит протух испорт изготовлен
    хранится= скисн черств
  | waznos przydatn spozyc swiez psuj zepsuj przetermin trwalosc zjelczal czerstw
storage: stored= storing storage kept= refrigerat fridge cupboard airtight cellar pantry cool=
   jar=
  | хран холодильн погреб темное= темном= сухом= прохлад герметич кладов комнатн
  | przechow trzymac trzymaj lodowk chlodn suchym= suchy= ciemnym= szczelni spizarn sloik pokojow
freezing_food: freeze frozen freezing defrost thaw refreeze deep-freez ice= dry-ice
  | замораж заморо морозил размороз разморажив лед= льда= льдом= морозк
  | mrozi mrozon zamroz zamraz rozmroz rozmraz mrozen lod= lodu= lodem=
cooking: cook boil fry= fried bake= baked steam= simmer raw= recipe ready-made reheat soak=
  | готовит приготов варит свари вари= жарит пожар запек печь= выпек отвар туши= сырой сырое
    рецепт полуфаб
  | gotuj ugotow gotowac smaz usmaz piec= upiec piecz dusic dusz surow przepis przyrzad gotowan
spiciness: spicy spice hot= mild= chilli chili pepper curry scoville
  | остр перец перц чили пряност карри жгуч неострый специи= специй= специями= специя=
  | ostre= ostry= ostra= ostros pikantn pieprz papryk chili przypraw lagodn curry ostrej=
texture_of_food: crunchy crispy chewy creamy smooth= lumps seedless seeds= stone= pitted shell=
   peel boneless bones=
  | хруст мягкий= кремов косточк без-кост кожур скорлуп кусочк семечк комочк очищен
  | chrupk chrupi kremow pestk pestek= bezpestk skorupk lupin obran kosci= kawalk grudk
meat_and_sausage: meat beef pork lamb chicken turkey sausage ham= bacon minced halal kosher jerky
  | мясо= мясн говядин говяж свин баран куриц курин индейк колбас ветчин бекон фарш халял кошер
  | mieso= miesn wolow wieprz baran jagniec kurczak drob indyk kielbas szynk boczek mielon halal
    koszern
bread_and_cakes: bread loaf cake pastry bun= buns= cookie biscuit dough yeast sourdough pie=
   tart= cupcake muffin icing
  | хлеб буханк батон торт пирог пирож булк печень тесто= теста= дрожж заквас кекс выпечк глазур
  | chleb bochen tort ciast bulk bulek= pieczyw drozdz zakwas babk herbatnik lukr muffin
fruit_and_veg: fruit vegetable veg= apple berry berries ripe= unripe potato tomato juice salad
   cherry banana citrus
  | фрукт овощ яблок ягод спел= спелый спелые= незрел картоф помидор томат сок= сока= вишн банан
    цитрус
  | owoc warzyw jablk jagod dojrz ziemniak pomidor sok= soku= wisni banan cytrus
chocolate_sweets: chocolate cocoa candy candies sweets= praline truffle caramel gum= jelly
   lollipop toffee marzipan
  | шоколад какао конфет пралине трюфел карамел жеват мармелад зефир ирис= марципан леденц
  | czekolad kakao cukierk pralin trufl karmel zelk galaretk lizak krowk marcepan
diet_and_religion: diet halal kosher keto paleo low-carb fodmap lent fasting diabetic
  | диет кошер халял кето= палео пост= поста= постн низкоуглев диабет
  | diet halal koszer keto= paleo postu= postn niskoweg cukrzyk cukrzyc
portion_size: portion serve= serves serving guests= feeds= helping slice
  | порци персон гостей= кусочк ломтик кусков
  | porcj osob= osoby= kawalk gosci= plaster
baby_food: baby= infant formula= puree weaning breastfe breast-fee toddler bottle-fed
  | малыш младен смесь= смеси= пюре= прикорм грудн кормлен
  | niemowl mleko-mod kaszk przecier miesieczn karmien piers dzidzi
dosage: dose= doses= dosage capsule drops= teaspoon spoon daily per-day mg= overdose scoop intake
   tablets
  | дозиров таблет капсул капель капли= ложк сутки= мг= пить= передоз разводить доза= дозу= дозы=
    дозе= дозов принимать=
  | dawk przyjmo zazyw kapsul kropl kropel= lyzk lyzecz dziennie mg= przedawk miark tabletk
    tabletek
side_effects: side-effec adverse harm contraindi interact risk caution drowsy nausea
  | побочн противопок вред безвред опасно= взаимод риск осторожн сонлив тошнот
  | uboczn przeciwws szkodl nieszkod skutk interakc ryzyk ostrozn sennos mdlosc
medicine: medicin medical drug= drugs= pill= pills= ointment syrup= antibiotic painkiller pharmac
   prescripti paracetamo ibuprofen remedy
  | лекарст препарат таблет мазь= мази= сироп= антибиот обезбол аптек рецепт парацет ибупроф
    средство=
  | lek= leku= leki= lekow= lekarstw preparat masc= masci= syrop= antybiot przeciwbol aptek
    recept= recepte= recepty= paracetam ibuprof tabletk tabletek
supplements: supplement vitamin mineral omega collagen magnesium zinc= iron= probiotic protein
   creatine herbal
  | бад= бады= добавк витамин минерал омега= коллаген магни цинк железо= пробиот протеин креатин
    травян
  | suplement witamin mineral omega= kolagen magnez cynk= zelazo= probiot bialko= kreatyn ziolow
pregnancy: pregnan breastfe breast-fee nursing trimester newborn maternity
  | беремен кормящ лактац грудью= триместр вскармлив грудном новорожд
  | ciaz karmiac karmien laktac trymestr noworod piersia
medical_devices: thermomet blood-pres pressure= inhaler nebuli glucose wheelchair crutch bandage
   orthosis brace= hearing-ai
  | термометр градусник тонометр давлен ингалят небулайз глюкометр коляск костыл бандаж ортез
    бинт слухов
  | termometr cisnieni inhalat nebuliz glukomet wozek kule= bandaz orteza ortezy opask aparat-slu
skin_type: skin= oily dry= sensitive combinatio acne pimples blemish pores wrinkle eczema redness
   irritat moistur rash
  | кожа= кожи= коже= жирн сух чувствит комбинир акне прыщ морщин покрасн раздраж увлажн экзема=
    экземе= экземы= экземой= поры=
  | skora= skory= cera= cery= tlust suchej= sucha= wrazliw mieszan tradzik pryszcz por= pory=
    zmarszcz zaczerw podrazn nawilz egzema= egzemy= egzeme= egzemie=
cream_cosmetics: cream= creams= lotion serum= balm moisturis moisturiz gel= oil= mask= scrub
   toner= cleanser spf= sunscreen retinol hyaluron
  | крем лосьон сыворот бальзам увлажн гель= геля= масло= масла= маск скраб тоник= пенка= умыв
    спф= солнцезащ ретинол гиалурон
  | krem balsam serum= nawilz zel= zelu= olejek olejk maseczk peeling tonik= piank filtr= spf=
    retinol hialuron
makeup: makeup make-up lipstick mascara foundation concealer powder blush eyeshadow eyeliner
   nail= nails= gloss= primer= shade= shades=
  | макияж косметик помад тушь= туши= тональн консил пудр румян тени= теней= подводк лак= лака=
    ногт блеск= маникюр праймер
  | makijaz kosmetyk szmink pomadk tusz= tuszu= podklad korektor puder pudru roz= cien= cienie=
    lakier= paznok blyszczyk manicure
hair_care: hair= shampoo conditione scalp dandruff curly dye= hairdry straighten split-ends wig=
   brush= frizz
  | волос шампун кондиц перхот кудр краска= краски= окраш фен= выпрям секущ парик расческ бальзам
    корни=
  | wlos szampon odzywk lupiez krecon farba= farby= suszark prostow koncowk peruk szczotk
perfume: perfume fragrance scent= cologne eau= spray= deodorant lasting=
  | парфюм духи= духов= аромат туалетная= одеколон нот= ноты= шлейф стойкост дезодор
  | perfum zapach wody-toal kolonsk nuty= dezodor trwalos flakon
cosmetic_ingredients: paraben sulphate sulfate silicone acid= retinol vitamin natural cruelty
   tested dermatolog fragrance alcohol
  | парабен сульфат силикон отдуш кислот ретинол натурал дермат тестир животных= гипоалл
  | paraben siarczan sls= silikon kwas= kwasu= retinol natural dermatol testow zwierzet
shaving_and_hygiene: razor shave shaving blade trimmer toothbrush toothpaste soap= sanitary
   bristle
  | бритв брить станок= лезви триммер эпилят зубн щетк мыло= мыла= прокладки= гигиен
  | golark goleni golic maszynk ostrz trymer depilat szczotecz pasta= pasty= mydl podpask higien
age_of_child: age= ages= aged= year-old years= child kid= kids= toddler baby= babies infant teen
   adult months= son= daughter grandson granddaug
  | возраст лет= годик месяцев= ребен детей= детям= дети= детск малыш младен подрост взросл
    старше= младше= сын= сына= сыну= дочк внук внуч двухлет трехлет пятилет
  | wiek= wieku= lat= latek= latk roczn roczek miesiecy= dziec niemowl maluch nastol dorosl
    starsz mlodsz syn= syna= synk corka= corki= corec wnuk wnucz
child_safety: choke choking swallow small-part hazard safe= safety non-toxic toxic ce= en71
   certificat child-proo childproof sharp= edges= supervise supervisio
  | прогло мелк безопас сертификат токсич нетоксич острых= острые= присмотр удуш подавит
  | polkn zadlaw zakrztus drobn male-elem bezpieczen bezpieczn atest certyfikat toksyczn nadzor
    ostrych ce=
toys: toy= toys= doll puzzle bricks plush teddy figurine playset blocks= board-game lego=
  | игрушк кукл кукол пазл конструкт плюш мишк фигурк кубик настольн игра= игры= машинк лего=
  | zabawk lalk lalek= puzzle klock pluszak misi figurk gra= gry= planszow ukladank
pram_and_car_seat: pram stroller pushchair buggy car-seat isofix booster harness cot= crib
   carrycot highchair bouncer
  | коляск автокресл изофикс бустер кроватк люльк прогулоч стульчик манеж слинг
  | wozek wozka spacerow fotelik isofix lozeczk gondol nosidl kojec krzeselk
nappies: nappy nappies diaper wipes potty wet-wipes
  | подгузн памперс пелен салфетк горшок горшк трусики=
  | pieluch pampers pieluszk chustecz nocnik wipes=
toxicity: toxic poison non-toxic harm safe= safety danger fumes= chemicals ingest hazardous venom
  | ядовит яд= яда= токсич нетоксич вред безвред опасн безопасн отрав испарен химич
  | trujac trucizn toksyczn nietoks szkodl nieszkod szkodz bezpieczn niebezp otru opary= chemik
    zatruc zatruj zatruw
pets_cats_dogs: cat= cats= kitten dog= dogs= puppy pup= pet= pets= rabbit hamster parrot bird=
   birds= horse animal feline canine
  | кошк кот= кота= коты= котен котик собак собач пес= пса= щен кролик хомяк попуга птиц живот
    питом кошек= кошач
  | kot= kota= koty= kotow= kocia= kocie= kociak psa= psy= pies= piesk szczen krolik chomik papug
    ptak zwierz pupil
pet_food: kibble feed= feeding fed= food= treats= grain-free neutered sterilis dry-food wet-food
  | корм лакомств беззерн стерилиз кастрир миск консерв вольер
  | karma= karmy= karmi przysmak bezzboz steryliz kastrow misk mokra= sucha= karme=
pet_care: leash lead= collar harness litter= litterbox flea ticks= cage aquarium kennel scratch=
   scratching claws fur= vet= groom
  | поводок поводк ошейн шлейк наполнит лоток лотк блох клещ клетк аквариум лежанк когте когти=
    ветерин намордн
  | smycz obroz szelk zwirek zwirku kuwet pchl kleszcz klatk akwari legowisk drapak pazur wetery
    kaganiec
breed_and_pet_size: breed weight= adult= senior= puppy
  | пород крупн мелк взросл весом= щенк
  | rasa= rasy= duzych= malych= srednich= szczenia dorosl rase=
plant_watering: water= watering watered waters wilt drought drooping overwater soil= moist= damp=
   drain= weekly dry-out thirsty
  | полив полить заливать пересуш пересох засух влажн увлажн опрыск вян дренаж просох
  | podlew podlej przelac przeschn przesusz przesych susza= wiedn wilgotn zrasz drenaz ziemi=
    podlac= podlal
plant_soil_and_pot: soil= compost pot= pots= potted repot potting drainage peat fertil feed=
   root= roots= rootball substrate
  | почв грунт горшок горшк пересад пересаж торф удобр подкорм корн корень= дренаж кашпо посад
  | gleb ziemi= ziemia= donic przesad torf nawoz nawiez korzen korzon podloz drenaz
plant_kind: plant= plants= flower tree= trees= shrub hedge rose= roses= orchid perennial annual
   evergreen seedling bush= fern cactus
  | растен цветы= цветк дерев куст саженц рассад роз= роза= розы= орхид многолет однолет вечнозел
    кактус цветок цветочн
  | roslin kwiat drzew krzew krzak sadzon roza= roze= storczyk bylin jednoroczn zimoziel kaktus
seeds_and_sowing: seed sow= sown= sowing germinat sprout planting= bulbs= tuber harvest bloom
   blossom season= depth=
  | семен посев посея сеять сея= всхож прораст росток ростк посад лукови клубн урожай зацвет
    цветет= цветут= цветен
  | nasion siac= siew wysiew wysiac posiac kielk wschod= sadzic posadz cebul bulw zbior= kwitn
    zakwit
garden_tools: garden mower lawn grass= hedge trimmer pruning prune shears spade rake hose=
   sprinkler greenhouse weed wheelbarro chainsaw trawa= trawe= trawy=
  | сад= сада= садов газон трава= косил триммер секатор обрез лопат грабл шланг теплиц сорняк
    тачк бензопил траву= травы=
  | ogrod trawnik trawa= kosiar podkasz sekator przycin lopat grabi waz= weza= szklarn chwast
    taczk pilarka
pests: pest insect bug= bugs= aphid ant= ants= mouse= mice moths mosquito repel rodent cockroach
   spider slug moth=
  | вредит насеком тля= тли= клещ муравь мыш моль= моли= комар отпуг грызун таракан слизн
  | szkodn owad mszyc mrowk mysz mol= mole= komar odstrasz gryzon karaluch slimak
dishwasher: dishwash dish-wash hand-wash handwash rinse= top-rack sink= wash= washing washed
  | посудомо пмм= мыть= моется= моют= помыть вымыть мытье мойк руками= вручную
  | zmywar zmywac zmywa= mycia= mycie= myc= umyc= recznie= reczne= naczyn
cleaning_surfaces: clean= cleans= cleaned cleaning cleaner wipe= wipes= damp-cloth sponge
   polishing dust= dusting detergent vacuum hoover scrub descal limescale maintain
  | чист= чистит почист очист вычист протер протир протрит губк тряпк салфетк влажной= уход=
    ухода= уходу= полиров пыль= пылесос накип моющ
  | czyszcz czysci= czyscic wyczysc oczysc wyciera przeciera przetrz sciereczk scierk gabk
    wilgotn pieleg kurz kamien= odkamien odkurz polerow
non_stick_cookware: pans= frying saucepan wok= pot= pots= non-stick nonstick teflon ceramic
   cast-iron pfoa lid= lids= coating skillet
  | сковор кастрюл казан вок= антиприг тефлон покрыт пригора крышк чугун ковш=
  | patelni garnek garnk rondel wok= nieprzyw teflon powlok przywiera pokryw zeliwn
knives_and_cutlery: knife knives blade sharp= sharpen blunt cutlery fork= forks spoon scissors
   steel=
  | нож= ножа= ножи= ножей= ножом= лезви остр заточ точить наточ тупой= столов вилк ложк ножниц
  | noz= noza= noze= nozy= ostrz naostrz ostre= tep sztucc widel lyzk nozyczk
cups_and_dishes: cup= cups= mug= mugs= plate bowl saucer jug= glassware crockery tableware jar=
   jars=
  | чашк кружк тарелк миск блюдц блюдо= бокал стакан посуд кувшин салатник сервиз баночк
  | kubek kubk filizan talerz misk spodek spodk szklank kieliszk naczyn dzban sloik= sloiki=
    zastaw
furniture_kind: sofa= sofas couch armchair chair= chairs= table= tables= desk= desks= wardrobe
   cabinet shelf= shelves shelving drawer stool bookcase sideboard
  | диван кресл стул стол= стола= столы= столик шкаф комод тумб полк стеллаж табурет ящик буфет
  | sofa= sofy= sofe= fotel krzesl stol= stolu= stoly= stolik biurk szaf komod polk regal taboret
    szuflad kanapa= kanapy= kanape= kanapie=
bed_and_mattress: bed= beds= mattress duvet pillow bedding sheet= sheets= slats bunk= headboard
   topper single= double= king-size
  | кроват матрас матрац одеял подуш простын постел наволоч пододеял ламел изголов двуспал
    односпал наматрас
  | lozk materac koldr podusz poszew posciel przescier stelaz zaglow pietrow dwuosob jednoosob
upholstery_covers: cover= covers= upholster removable loose-cove cushion slipcover zip-off
   armrest sofa-bed fold-out recline
  | чехл чехол съемн обивк обит наволоч подлокот раскладыв раскладн раскладу спальн
  | pokrow obic= obicie= obicia= zdejm tapicer podlokiet rozklada spania=
assembly: assembl flat-pack flatpack self-assem screws screwdriv ready-made build= built
   put-togeth pre-assemb hex= allen=
  | сборк собран собират соберет= разобран отвертк шурупы= шестигран самостоят собрат скрут
    собирают=
  | montaz zmontow montow skladan zlozyc skrec srubokr imbus samodziel rozlozon
wall_mounting: wall= walls= mount= mounted mounting bracket hang= hangs= hanging drill= drilling
   hole= holes= plug= hook= hooks= vesa rawlplug fixings drywall plasterb
  | стена= стене= стену= стены= настен крепл крепит кронштейн повес вешат вешает сверл дырк дюбел
    крюч гипсокарт отверст
  | scian scienn mocow zamocow mocuj uchwyt powies wiesz wierc wywierc kolek= kolki= hak= haczyk
    plyty-gips otworow otwory= otworu=
curtains_and_blinds: curtain blind= blinds= blackout eyelet rail= pole= net= drape roller voile
  | штор занавес тюль жалюзи карниз люверс рулонн блэкаут гардин портьер затемн
  | zaslon firan rolet zaluz karnisz przelot zaciemn
carpets_and_floor: carpet rug= rugs= floor= flooring laminate parquet vinyl tile= tiles= underlay
   pile= skirting lino
  | ковер ковр ламинат паркет линолеум плитк плинтус напольн подложк ворс пол= полу= пола=
  | dywan wykladz podlog panele= paneli= parkiet winyl plytk listw podklad chodnik wlos=
paint_and_varnish: paint primer undercoat coat= coats= varnish emulsion enamel lacquer brush=
   roller tint coverage dries=
  | краск красить покраск грунтов лак= лака= лаком= эмаль= эмали= кисть= кисти= валик колеров
    слой= слоя= слоев= укрывист сохнет= высых
  | farb malow pomalow maluj podklad grunt lakier emali pedzel pedzl walek= warstw kryci schnie=
    wysych
wallpaper_and_glue: wallpaper paste= glue= glues= adhesive sticky stick= self-adhes peel= tape=
   sealant silicone grout
  | обои= обоев= обоям= клей= клея= клеит приклей приклеи наклеи клеящ самоклея липк липуч скотч
    герметик затирк отклеи
  | tapet klej kleic przyklej samoprzyl tasm odkleic odklej fug lepk silikon nakleic naklejac
doors_and_windows: door= doors= window= windows= hinge sill glazing threshold doorway gate=
   handle= handles=
  | двер окно= окна= петл ручк рам= рама= рамы= порог проем ворота= створк подоконник окон=
    окном=
  | drzwi okno= okna= okien zawias klamk rama= ramy= prog= framug bram parapet skrzydl
locks_and_keys: lock= locks= locked lockable key= keys= padlock keyhole combinatio cylinder
   deadbolt
  | замок= замка= замки= замков ключ запира запер личинк навесн кодов сейф
  | zamek= zamka= zamki= zamykan klucz klodk wkladka= szyfrow sejf
taps_and_bathroom: tap= taps= faucet shower bath= bathtub toilet basin= sink= plumb drain=
   drains= bidet hose= mixer towel
  | кран= крана= смесит душ= душа= душев ванн унитаз раковин сантех слив= слива= шланг полотен
    сифон туалет
  | kran= kranu= bateri prysznic wann toalet umywal zlew hydraul odplyw waz= recznik syfon sedes
washing_machine_appliance: appliance washer washing-m fridge freezer oven= kettle toaster blender
   mixer vacuum hoover coffee-mac dryer
  | стиралк стиральн холодильн морозилк духовк чайник тостер блендер миксер пылесос утюг кофевар
    кофемаш мультивар
  | pralk lodowk zamrazar piekarnik czajnik toster blender mikser odkurzacz zelazk suszark agd=
filters_and_consumables: filter cartridge refill consumab bag= bags= replaceabl hepa
  | фильтр картридж сменн расходн мешок= мешки= мешков кассет насадк заправ
  | filtr wklady= wymienn eksploat worki= workow= worek= kasety napelni hepa koncowk wkladu=
    wkladow
spare_parts: spare part= parts= component accessor lid= gasket knob= handle= original= oem=
  | запчаст запасн детал комплектую сменн крышк прокладк ручк аналог
  | zapasow zamienn czesci= element akcesor podzesp uszczelk pokretl pokryw
included_in_set: included includes include= comes= contents set= kit= bundle separate accessorie
   supplied
  | комплект входит= входят= в-комплект отдельно= набор прилаг включено= включена= включены=
    включает
  | zestaw komplet wchodzi= zawiera= dolaczo osobno= oddzieln sklad= w-kompleci
original_or_fake: original genuine authentic fake= fakes= counterfe replica authorised authorized
   knock-off hologram
  | оригинал подлинн подделк реплик фейк паленый паль= официальн лицензион настоящий= настоящая=
    настоящие=
  | oryginal autentycz podrob replik falsz prawdziw hologram licencj
made_in: made-in origin= origins manufactur produced= factory= country= handmade sourced imported
   italy germany china= poland
  | производст произвед сделан= изготовл страна= страны= происхожд фабрик китай китае= италия
    италии= росси германи турци импорт
  | produkcj wyprodukow produkow wykonan= pochodz kraj= kraju= wlosz wloch niemcz polsk= polsce=
    fabryk chiny= chinsk chinach=
certificates_of_product: certificat certified ce= safety-cer approved= standards iso= tested=
   compliance declaratio datasheet test-repor normami=
  | сертификат сертифиц деклараци гост= госта= паспорт=
  | certyfikat atest deklarac zgodnosci norma= normy= swiadectw ce= pzh=
new_or_used: used= second-han secondhand refurb ex-display condition= mint= worn= unopened
   sealed= brand-new preowned pre-owned
  | бу= восстановл витрин вскрыт вскрыва состояние= состоянии= невскрыт запечат выставочн поюзан
    уценк подержан
  | uzywan powystaw odnawian odnowion stan= stanie= fabryczn zaplomb nieotwier otwieran zafoliow
    poleasing
tyres_and_wheels: tyre tire= tires= wheel rim= rims= puncture tread inflat inner-tube alloy=
   spokes=
  | шина= шины= покрышк колес диск= диски= резин прокол камер протектор накач обод спиц шин=
    шинами= шинах= шину=
  | opon kolo= kola= kol= felg obrecz bieznik detk napompow przebi szprych
engine_oil_fluids: oil= oils= coolant brake= brakes fluid fuel= petrol diesel gearbox lubric
   viscosity antifreeze adblue engine= engines=
  | масло= масла= моторн двигат тормоз жидкост топлив бензин дизел смазк смаза вязкост антифриз
  | oleju= silnik hamul plyn paliw benzyn diesel skrzyn lepkos chlodni olej= oleje= olejem= smar=
    smaru= smarow
car_model_fit: car= cars= vin= vehicle chassis registrati reg= engine-cod model-year hatchback
   estate oem= wiper windscreen bumper headlight
  | авто= автомоб машин вин= кузов марка= артикул год-выпуск бампер фара= дворник лобов марки=
    марку= фары= фар=
  | auto= auta= aucie= samochod vin= pojazd nadwozi marka= marki= rocznik silnik zderzak
    reflektor wycieracz rejestrac
speed: speed fast= fastest max= maximum top-speed kmh= km= mph= rpm= slower velocity limit= slow=
   slowly szybkosc= szybkosci=
  | скорост разгон км= км-ч оборот максимальн медлен ограничите
  | predkos rozpedz km= kmh= obrot maksymaln wolniej powoln ograniczni
mileage_range: mileage miles= range= kilomet km= per-charge distance= consumptio mpg=
  | пробег запас= километ км= расход= на-заряде дистанц
  | przebieg zasieg kilomet km= spalani spala= dystans
bike: bike bicycle cycling pedal saddle handlebar gear= gears= derailleur chain= frame= e-bike
   ebike mtb= mudguard crank
  | велосип педал руль= руля= седл передач переключат цепь= цепи= рам= рама= раме= ростовк
    багажник крыло= звездочк
  | rower pedal siodel siodl przerzut lancuch rama= ramy= korb blotnik bagaznik zebatk kierownic
scooter_and_motor: scooter moped e-scooter motorbike motorcycle helmet hoverboard segway throttle
  | самокат мопед скутер мотоцикл шлем= шлема= электросам гироскут каск
  | hulajnog motorow motocykl skuter kask motor= elektryczn
boat_and_water_sports: boat kayak canoe paddle sup= life-jack surf wetsuit swimsuit swim= goggles
   inflatable raft
  | лодк лодочн байдар весл сап= сапборд спасжил гидрокост купальн плав надувн очки=
  | lodz lodk kajak wiosl sup= kamizelk pianka= plywani kostium stroj okular ponton deska=
fishing_hunting: fishing rod= reel bait lure hunting rifle ammo knife-leg
  | рыбалк рыболов удочк спиннинг катушк приманк крючк воблер ружь охота= охоты= охотник охотнич
  | wedk kolowrot przynet haczyk mysliw bron= strzelb polowan
fitness: gym= fitness dumbbell weights= treadmill yoga mat= exercise bench= kettlebell resistance
   workout rowing
  | спортзал фитнес гантел тренажер беговая= дорожк коврик штанг гир= гиря= гири= упражн эспандер
    йога= йоги= йогой=
  | silown fitness hantl hantel biezni joga= jogi= mata= maty= cwicz trening sztang
ball_and_team_sports: ball= balls= football= basketball tennis racket racquet volleyball jersey
   shin= glove goal= bat=
  | мяч= мяча= мячи= баскетбол теннис ракетк волейбол сетк ворота= хоккей клюшк футбол= футбола=
    футбольн
  | pilk futbol koszykow tenis rakiet stroj= siatk bramk hokej kij=
ski_and_winter_sports: ski= skis= skiing snowboard sledge sled= skate= skates= binding poles=
   helmet sharpening
  | лыж сноуборд санк коньк крепл ботинк палк шлем заточк
  | nart snowboard sanki= sanek= lyzw wiazan kijk kask ostrzen
camping: sleeping-b camping hiking stove= groundshee pitch= pegs= rucksack awning berth= hammock
   tent= tents=
  | палатк спальник кемпинг поход турист горелк коврик тент= тента= колышк гамак
  | namiot spiwor kemping biwak trekking palnik mata= karimat plandek tropik hamak sledzi=
musical_instruments: guitar piano= keyboard violin drum= drums= string tuning tune= tuned tuner
   amplifier bow= flute saxophone ukulele instrument fret acoustic
  | гитар пианин синтезат скрипк барабан струн настро строй= усилит смычок смычк флейт саксоф
    укулел инструмент медиатор акуст
  | gitar pianin keyboard skrzypc perkus strun stroi= stroje= stroic nastroj wzmacn smyczek
    smyczk flet= fletu= saksof ukulele instrument akustycz
music_media: vinyl record= records= lp= lps= cd= cds= album tracks= playlist turntable stylus
   cassette sheet-musi mp3=
  | винил пластинк альбом диск= сд= треки= проигрыв игла= кассет ноты=
  | winyl plyta= plyty= plyt= album= albumu= gramof igla= kaset nuty= utwor cd=
books: book= books= novel hardback hardcover paperback edition isbn author cover= bound binding
   chapter page= pages= volume= reprint textbook publisher
  | книг издан переплет обложк страниц том= тома= тираж учебник издател роман= мягкой= твердой=
    исбн автор= автора= авторы= авторов=
  | ksiazk wydani oprawa= oprawie= twarda= twardej= miekka= miekkiej= autor stron= tom= tomy=
    podreczn wydawn isbn naklad
ebook_audiobook: ebook e-book e-reader kindle epub mobi audiobook reader= narrator drm=
  | электронн читалк киндл аудиокн епаб= озвуч фб2= литрес покетбук
  | ebook e-book czytnik kindle epub mobi audiobook lektor elektronic
magazine_and_newspaper: magazine newspaper journal= back-issue edition= circulatio
  | журнал газет издани подшивк выпуск= выпуски=
  | czasopism gazet wydani archiwaln miesieczni
comics_games: game= games= console playstatio xbox nintendo switch= steam= controller gamepad
   dlc= region= multiplaye pc= card-game board-gam
  | игра= игры= игру= игр= консол приставк плейстейшн геймпад джойстик стим= регион настольн
    мультиплее
  | gra= gry= gre= gier= konsol playstatio xbox nintendo pad= kontroler steam= region planszow
    multiplaye
jewellery_kind: rings= necklace bracelet earring pendant chain= brooch jewel bangle locket anklet
  | кольц колец= ожерел колье= браслет серьг сереж подвеск кулон цепочк брошь= ювелир украшен
  | pierscion obraczk naszyjnik bransolet kolczyk zawieszk wisior lancusz brosz= broszk bizuter
gold_and_silver: gold silver platinum carat karat hallmark plated rhodium 585= 925= nine-carat
   18k= nickel purity
  | золот серебр платин проба= пробы= карат позолоч родир никел покрыт пробу= пробой=
  | zloto= srebr platyn proba= proby= karat pozlac rodow nikl nikiel probe= zlotem= zlocon zlote=
    zlotego= zlotej= zlota=
gemstones: diamond stone= stones= gem= gems= gemstone ruby sapphire emerald pearl amber crystal
   zircon opal clarity amethyst
  | бриллиан алмаз камень= камни= камня= камнем= рубин сапфир изумруд жемчуг янтар кристалл
    циркон фианит опал аметист
  | diament brylant kamien= kamieni= rubin szafir szmaragd perl bursztyn krysztal cyrkon opal
    ametyst
ring_resize: resize resizing ring-size finger sizing enlarge reduce goldsmith adjustable
  | раскат растянуть увелич уменьш пальц палец= ювелир регулир
  | powieksz zmniejsz palec= palc jubiler zlotnik regulow
watches: watch= watches strap= straps= bracelet dial= quartz automatic mechanical winding clock=
   clocks= wristwatch bezel movement
  | часы= наручн ремешок ремешк браслет циферблат кварц механич автоподз завод= будильник
  | zegar pasek= paska= paski= bransolet tarcz kwarc mechanicz automaty naciag koper
yarn_and_knitting: yarn knit= knitting crochet needle skein ball= ply= wool= hook= stitch thread
   sewing pattern= patterns bobbin embroider
  | пряж вязан вязать спиц крюч моток мотк нитк нить= шить= шитье шва= шов= вышив выкройк иголк
    иглы=
  | wloczk dzierg szydelk drut motek motk nici= nitk szyc= szyci szew= szwu= haft wykroj igla=
    igly=
art_supplies: brush= brushes= canvas easel acrylic watercol oil-paint pencil crayon marker sketch
   clay= beads craft ink=
  | кист холст мольберт акрил акварел карандаш мелк фломаст маркер скетч пластилин бисер бусин
    рукодел альбом
  | pedzel pedzl plotn sztalug akryl akwarel olowek olowk kredk flamast marker szkicown modelin
    koralik rekodzi
stationery: pen= pens= notebook diary planner paper= envelope folder stapler calendar ink= refill
   ruled lined= squared
  | ручк тетрад блокнот планер конверт папк степлер календар стержн линейк клетк ежедневник
  | dlugopis zeszyt notatnik kalendarz planer kopert teczk zszywacz linie= kratk
photos_prints: photo print= prints= frames= album canvas passport portrait negative glossy shoot
   matte=
  | фото рамк снимк снимок отпечат альбом холст портрет негатив
  | zdjec foto odbitk ramk album portret sesja= sesji= plotn negatyw
pictures_of_product: picture photo image video close-up real-life render
  | фото фотк картинк изображ видео снимк живьем рендер
  | zdjec foto fotk film= wideo obrazk
colour_choice: colour color shade hue= tone= dark= darker lighter bright= vivid match= matches
   swatch ral= palette pale=
  | цвет= цвета= цвете= цветом= цветов= цветам= расцвет оттен тон= тона= тоном= темн светл ярк
    палитр рал= выкрас
  | kolor barw odcien ciemn jaskraw wzornik palet ral= tonacj jasny= jasna= jasnych= jasniejsz
colour_names: red= blue= navy green= yellow= orange= purple violet pink= brown= beige black=
   white= grey= gray= cream= ivory turquoise burgundy khaki teal=
  | красн син= синяя синего сини голуб зелен желт оранж фиолет розов коричн беж черн белый белая
    белое белые белого белой серый серая серое серые бирюз бордов хаки
  | czerwon niebiesk granat zielon zolt pomarancz fioletow rozow= rozowy brazow bezow czarn bialy
    biala biale szary szara szare kremow turkus bordow khaki
pattern_and_finish: pattern stripe floral plain= matt= matte= gloss= glossy shiny satin finish=
   texture motif dotted
  | узор рисун полоск полосат клетк цветочн однотон принт матов глянц блестящ сатин орнамент
    горох фактура= фактуры= фактурн
  | wzor deseni pask krat kwiat gladk jednolit mat= matow blyszcz polysk satyn motyw kropk
shape: shape= shaped round= square= rectang oval= triang curved flat= circle straight corner
  | форма= формы= круглый круглая квадрат прямоуг овал треуг изогн плоск углов угол= форме=
    формой=
  | ksztalt okragl kwadrat prostokat owal trojkat plask zaokragl narozn
left_or_right: right-hand left-hand lefty mirror-im
  | левый левая левое левую левш левосторон правый правую правой правш правосторо правая= правое=
    левой=
  | lewy lewa lewe leworecz lewostron prawy prawa prawe praworecz prawostron
adjustable: adjust height-ad telescop tilt recline lower= notch strap= extends= extending=
   extendab
  | регулир настраив подгон подогнат выдвиг выдвижн телескоп наклон откидыв
  | regulow regulac dopasow wysuw teleskop nachyl pochyl podnos odchyl
portable_foldable: collaps portable compact carry= carrying hand-lugg travel= stackable stack=
   wheels= fold= folds= folded= folding= foldab
  | складн складыва сложит портатив компакт переносн разбор дорож ручная= разобрать=
  | sklada= skladan rozlozyc przenosn kompakt podrozn turystycz
weather_conditions: weather rain= rainy wind= windy storm snow= snowy sun= forecast bad-weath
   cold= humid
  | погод дожд ветер ветр гроз снег= снега= жара= мороз прогноз ливень
  | deszcz padac wiatr wietrz burz snieg upal prognoz mroz= mrozu= pogoda= pogody= pogode=
outdoor_use: outdoor outside= garden= balcony patio terrace indoor inside= exterior weatherpro
   weather-pr all-weath
  | улиц уличн наружн балкон террас веранд дача= даче= помещен сад= саду=
  | zewnatrz zewnetrz dwor= dworze= balkon taras ogrod wewnatrz wewnetrz pomieszcz atmosfer
rooms: kitchen bedroom bathroom living= hallway nursery attic basement garage dining room=
   lounge=
  | кухн спальн ванн прихож коридор детск чердак подвал гараж комнат гостиная= гостиной=
    гостиную=
  | kuchni sypialn lazienk przedpok korytarz strych piwnic garaz jadaln pokoj
tools_power: drill saws= screwdrive hammer spanner wrench sander grinder cordless bits= chuck
   torque impact multitool
  | дрел шурупов пил= пила= отвертк молот гаечн болгарк шлифмаш перфорат сверл бит= биты= патрон
    крутящ лобзик
  | wiertar wkretar pila= pily= srubokr mlotek mlotk szlifier udarow bity= wiertl wyrzyn
screws_and_fixings: screw bolt= bolts= nut= nuts= washer nail= nails= thread= rivet dowel
  | винт шуруп саморез болт= болты= гайк шайб гвозд резьб заклеп дюбел
  | srub wkret nakretk podkladk gwozdz gwint nit= nity= kolek= kolki=
cutting_to_size: cut= cut-to-siz cutting cuts= trim= trimmed custom= bespoke made-to-me
   made-to-or tailor= tailored custom-ma
  | отрез резк резать нареж порез обрез распил отпил раскро индивид нестандарт мерк
  | ciecie= ciec= docina przyciac przytn przycin uciac wymiar= niestandar docie pila= indywidual
switching_on: turn-on switch= switches power-on button press= pressed blink flash indicator
   on-off boot= boots-up
  | выключ запуск кнопк нажм нажат мига индикат загора горит= лампочк стартует заводит включае
    включаю включать= включить= включил включит=
  | wylacz uruchom przycisk nacisn wcisn miga= mruga= kontrolk dioda= swieci= zapala wlacza
    wlaczy wlaczo
settings: setting configur menu= mode= modes= option toggle enable disable default preference
  | настро меню= режим опци включить отключ выключить параметр дефолт умолчан
  | ustawie konfigur menu= tryb opcj wlaczyc wylaczyc parametr domysln
reset_device: reset= resets resetting restart reboot factory-re factory= hard-reset pinhole
   restore
  | сброс перезагр перезапуск рестарт заводск ребут скрепк
  | reset zreset restart uruchom-po fabryczn ponownie-u przywroc
area_coverage: square= sqm= m2= area= coverage covers= cover= spread= roll= rolls= surface
   per-metre
  | квадрат кв= рулон покрыт поверхн расход= погонн площадь= площади= площадью=
  | metraz kwadrat powierzchn rolka= rolki= rolek= m2= wydajnos mb= kryje= metr=
temperature: temperatur degrees= celsius fahrenheit warm= thermostat lukewarm 30= 40= 60= 90=
  | температ градус= градуса= градусов= цельси прохладн терморег
  | temperat stopni= stopniach= celsj ciepl chlodn termostat
pressure_units: pressure bar= psi= inflate pump= pascal atmosph
  | давлен бар= атмосфер насос накач паскал манометр
  | cisnien bar= bary= pompk pompuj atmosfer manometr
unit_of_sale: piece= pieces= per= pack= packs= pair= dozen unit= units= roll= individual single=
   bundle multipack
  | штук поштучн упаковк пачк пара= пару= набор комплект единиц= рулон погонн
  | sztuk opakowan para= pare= zestaw komplet rolka= pojedyncz jednostk wielopak
fire_safety: fire= fireproof flammable inflamm flame burn= burns= burning extinguish retardant
   smoke= alarm
  | огонь= огне огня= пожар горюч негорюч воспламен горит= дым= дыма=
  | ogien= ognia= ognioodp palny= palna= latwopal niepaln pozar plomien dym= dymu= gasnic zapal
electric_safety: shock= earth= earthed ground= fuse= fuses= short-circ overload surge trips=
   breaker electricia
  | заземл предохрани короткое= замыкан перегруз бьет= током= электрик пробки= узо= автомат=
    автомата= автоматы=
  | uziem bezpieczni zwarci przeciaz porazen elektryk wybij korki= roznicowk
auto_shut_off: auto-off shut-off shutoff timer turns-off standby sleep= switches-o cut-out
  | автоотк таймер автовыкл отключа выключа спящ режим=
  | wylacza= timer czasowy samoczyn minutnik odlicza usypia= czuwani
child_lock: lock= locking child-lock childlock key-lock panel= buttons=
  | блокиров защита= замок= кнопк панел
  | blokad odblok rodziciel przycisk
gps_and_tracking_device: gps= tracker navigation maps= map= route= position geolocat beacon
   glonass
  | жпс= навигац навигатор карты= карта= маршрут трекер маяк маячок геолокац глонасс
  | gps= nawigac mapa= mapy= trasa= trase= lokalizat nadajnik
smartwatch_functions: smartwatch fitness tracker steps= heart= heart-rate pulse nfc= sleep=
   oxygen ecg notificati
  | умные= фитнес шагомер пульс шаги= сон= кислород экг нфс= браслет смарт-час смарт-брас
  | smartwat opask tetno tetna= puls= kroki= krokow sen= nfc= ekg=
headphones: headphone earphone earbud in-ear over-ear noise-canc anc= microphone headset mic=
  | наушник гарнитур вкладыш амбушюр шумоподав микрофон накладн полноразм
  | sluchawk douszn nauszn mikrofon anc= redukcj zestaw-slu
keyboard_mouse: keyboard qwerty layout keys= mouse= trackpad touchpad backlit backlight switches=
   numpad
  | клавиат раскладк клавиш мышь= мышк мыши= тачпад подсветк кириллич
  | klawiatur uklad= qwerty klawisz mysz= myszk touchpad podswietl
printer_scanner: printer scanner scan= scans= copier inkjet laser= toner duplex barcode
  | принтер сканер скан= сканы сканир мфу= лазерн струйн тонер двусторон штрихкод
  | drukark skaner skan= skanu= skanow laser atrament toner dupleks kreskow
television_video: tv= television hdr= 4k= smart-tv hdmi projector streaming vesa channel antenna
   dvb-t2 netflix
  | телевиз тв= тюнер проектор каналы= канал= антенн приставк стриминг нетфликс
  | telewiz tv= tuner projektor kanal= kanaly= kanalow anten netflix dekoder
drone_and_camera_gear: drone gimbal tripod flash= battery-gr memory-car lens-cap propeller
  | дрон квадрокоп коптер штатив стабилиз вспышк пропеллер
  | dron= drona= drony= statyw gimbal lampa-bly smigl stabiliz
solar_and_generator: solar panel= panels= generator inverter photovolt powerbank kwh= outage
   petrol-gen ups=
  | солнечн панел генератор инвертор бензогенер электроста ибп= бесперебой
  | solarn fotowolt panel generator agregat falownik ups= pradotworc
sensor_alarm: sensor motion detector alarm= alarms= doorbell intercom siren smoke= cctv
   surveillan
  | датчик движен сигнализ домофон сирен видеонаблю детектор
  | czujnik czujk ruchu= alarm dzwonek= domofon wideodom syren monitoring detektor
magnet: attracts= ferrous magnet neodym ferromagne pull=
  | магнит примагнич намагнич неодим
  | magnes magnet neodym przyciaga
candle: candle wick= wicks= burn= burning burns= wax= soy= scented tealight melt= soot incense
   diffuser
  | свеч фитил горит= горени аромасв благовон диффуз копоть= воск= воска= воском= восков
  | swiec knot= knota= wosk pali= paleni sojow kadzidl dyfuzor
balloons_party: balloon helium inflate party= banner garland confetti costume decoration
  | шар= шары= шаров шарик гели надут надува гирлянд конфетти костюм украшен
  | balon hel= helem= helu= napompow nadmuch girland konfetti kostium dekorac
bouquet_and_cut_flowers: bouquet flowers= roses= tulip stem= stems= vase florist wilt arrangemen
   fresh-cut lily
  | букет цветы= роз= розы= тюльпан флорист ваз= ваза= вазе= стебл завял увял лили композиц
  | bukiet kwiaty= roze= roz= tulipan florys wazon lodyg zwiedl wiazank lili
tree_and_plant_size: height= tall= grow= grows= growing spread= mature pot-size years= cm= dwarf
   bushy
  | высот вырас растет= растут= рост= роста= карликов см= кустист
  | wysok rosnie= urosni dorasta rozrasta karlowat cm= wzrost
repotting_and_pruning: prune pruning cut-back trim= repot leaf= leaves= yellow= yellowing brown=
   drop= dropping
  | подрез пересад пересаж лист= листь желте пожелт опада сохнут= чернеют=
  | przycin przyciac przesadz lisc zolkn opada usych brazowie
fertiliser_chemicals: fertiliser fertilizer spray= herbicide pesticide fungicide weedkill dilute
   concentrat npk= feed=
  | удобр опрыск гербицид пестицид фунгицид развод разбав концентр подкорм
  | nawoz oprysk herbicyd pestycyd grzyboboj rozciencz koncentrat
building_materials: brick cement plaster insulation roof= roofing pipe= pipes= beam= plank fence
   concrete mortar gravel sand=
  | кирпич цемент штукатур утеплит кровл доск забор бетон щебен песок песка= шпаклев раствор=
    крыша= крыши= крышу= труба= трубы= труб=
  | cegl cement tynk ociepl dach= dachu= dachow rur deska= deski= ogrodzen beton zwir piasek
    piasku= zapraw
firewood_and_grill: firewood logs= charcoal grill= bbq= barbecue smoker coal= briquet kindling
   stove chimney fireplace
  | дров уголь= угля= мангал гриль= барбекю коптил брикет печк камин дымоход шашлык розжиг
  | drewno-op wegiel= wegla= grill brykiet wedzarn kominek kominka= komin= rozpalk drewna=
car_accessories: roof-rack tow= towbar trailer mats= dashcam seat-cover jump= windscreen wiper
   car-batter boot=
  | багажник фаркоп прицеп коврик видеорег чехлы= дворник щетки= стеклооч автомагнит держател
  | bagaznik hak= haka= przyczep dywanik wideorejes pokrowc wycieracz uchwyt prostownik
helmet_and_protective: helmet protective gloves= goggles= vest= reflective knee-pad padding visor
   hi-vis mask= respirator
  | шлем каск защитн перчатк очки= жилет светоотраж наколен респират маска= маски=
  | kask ochronn rekawic gogle= kamizel odblask nakolann maska= maski= przylbic
reflective_visibility: reflect hi-vis glow-in-th luminous fluoresc dark=
  | светоотраж отражат отражающ светящ флуоресц заметн темноте=
  | odblask odbija fluoresc swieci= swiecac ciemnosci=
anti_slip: slip= slips= slippery non-slip anti-slip nonslip grip= grips= slide= slides= sliding
  | скольз нескольз противоск антиск сцепл ездит=
  | slizg slisk antyposl posliz przyczep przesuwa
thickness: thick= thicker thickness thin= thinner gauge mm= micron ply= layer sturdy
  | толщ тонк тоньше= микрон слой= слоя= слоев= слойн мм= толстый= толстая= толстое= толстые=
  | grubos gruby= gruba= grube= grubsz cienk ciensz mikron warstw mm=
softness_to_touch: soft= softer softness scratchy itch rough smooth= cosy cozy prickly fluffy
   stiff
  | мягк мягче= колюч колется= кусается= шершав гладкий= гладкая= пушист жестк грубый=
  | miekk miekcej= gryzie= gryzac drapie= szorstk gladk puszyst sztywn
stains_from_use: stain= leave-mark residue mark= marks= streak smudge rubs-off
  | следы= след= пачка марает марк= разводы= разводов= маркий маркая отпечат
  | slad= slady= sladow brudzi= brudza= smug zacieki= zostawia=
disposal_recycling: recycle recycling recyclab dispose disposal compost biodegrad landfill
   eco-frien sustainab reusable bin=
  | перераб утилиз выброс вторсырь биоразлаг экологичн многораз одноразов мусор
  | recykl utyliz wyrzuc biodegrad kompost odpad smieci= wielorazow jednorazow ekologicz zuzyt
single_use: disposable reusable single-use one-off reuse refillable washable
  | одноразов многораз перезаправ многократ
  | jednoraz wielokrot wielorazow ponownego= uzytku=
memory_card: sd-card microsd card-reade slot= usb-stick flash-driv thumb
  | карт-памя флеш слот микросд картридер
  | karta-pam microsd slot= pendrive czytnik
audio_video_call: zoom= skype teams= video-call webcam conference livestrea
  | зум= скайп видеозвон видеосвя конференц трансляц
  | zoom= skype wideorozm teams= konferenc transmis
notifications: notificat alert push= reminder email-aler sms= mute
  | уведомл оповещ пуш= пуши= смс= рассылк беззвучн напоминани
  | alert przypomn sms= push= wycisz powiadomie
calendar_sync: calendar sync= syncs= syncing synced synchron google= outlook ical= icloud
  | календар синхрон аутлук гугл= айклауд
  | kalendarz synchron outlook google= icloud ical=
spam_and_mailbox: mailbox smtp imap pop3 spam= inbox outlook alias forwarding quota email-acco
  | почтовый= ящик спам= папк переадрес аутлук имап алиас
  | skrzynk skrzynce= spam= smtp imap alias przekierow outlook
browser_support: browser chrome= firefox safari edge= opera= internet-e javascript mozilla
  | браузер хром= сафари файрфокс опера= эдж= яндекс
  | przegladar chrome= firefox safari opera= edge= obslugiw
data_recovery: recover restore restoring undelete lost-data backup erased wiped corrupt
  | восстан удален стерл стерт бэкап
  | odzysk przywroc przywrac usuniet skasow utracon
storage_quota_and_limits: limit unlimited quota minimum cap= restrictio exceed
  | лимит огранич безлимит неогранич квот максимум минимум превыш
  | limit nielimit ogranicz bez-ogran minimum przekrocz nieogranic
undo_versions: undo rollback roll-back downgrade history version=
  | откат предыдущ старая= старую= история= историю= версия=
  | cofn historia= historie= wersj undone=
reports_and_charts: reports= chart= charts= graph statistics dashboard analytics summary
   reporting
  | отчет диаграм график= графики= статист аналит дашборд сводк
  | raport wykres statyst anality zestawieni podsumow dashboard
template_and_editing: template edit= edits= editable editing customize customis layout modify
  | шаблон редактир правк изменяем верстк кастомиз
  | szablon edytow edycj edytuj modyfik uklad= dostosow
subtitle_and_captions: subtitle caption dubbed dubbing voice-over transcript
  | субтитр титры= дубляж дублир озвуч транскр
  | napisy= napisow dubbing lektor transkryp
coins_stamps_antiques: coin= coins= stamp= stamps= antique vintage collector collectib auction
   appraisal mint= rare= restoratio
  | монет марки= марок антиквар винтаж коллекц нумизм аукцион реставр редк
  | monet znaczek znaczk antyk zabytk kolekcj numizm aukcj renowac rzadk
artwork_and_frames: painting frame= frames= framed framing unframed canvas poster passeparto
   hang=
  | картин рамк рама= раме= рамой= багет постер плакат холст паспарту подрамн
  | ramk rama= ramie= oprawion plakat plotn passepart antyram obraz= obrazu= obrazy= obrazow=
three_d_printing: filament pla= petg abs= 3d-print nozzle resin layer= spool extruder
  | филамент пла= сопл экструд смола= смолы= принтер
  | filament pla= petg dysz zywic szpul drukark
earring_posts: piercing pierced stud= studs= hoop= hoops= clip-on hypoallerg nickel surgical
  | пирсинг гвоздик пусет клипс проколот гипоаллер никел хирургич
  | piercing sztyft kolczyk klipsy= hipoalerg nikl chirurg przeklu
chain_length: chain= chains= necklace length= cm= choker inch extender
  | цепочк цепь= длин см= чокер удлинит
  | lancusz dlugos cm= choker przedluzk
contact_with_food: food-safe food-grade food-conta bpa= bpa-free lead-free non-toxic drinking
   potable
  | пищев питьев бисфен съедоб контакт=
  | spozywcz zywnosc bpa= pitna= jadaln
swimming_pool: pool= swim= swimming chlorine pump= filter= liner inflatable jacuzzi spa= hot-tub
   saltwater
  | бассейн плава хлор насос джакузи спа= купать купани
  | basen plywan chlor pompa= pompy= jacuzzi spa=
breakfast_and_meals: breakfast dinner buffet meal= meals= half-board menu= catering restaurant
   snack lunches
  | завтрак ужин шведск питани полупанси меню= кейтеринг ресторан перекус обеды= обедов=
  | sniadan obiad kolac bufet posilek posilk wyzywien menu= catering restaurac przekask
luggage_size: luggage baggage suitcase cabin carry-on hand-lugga hold-lugga kg= trolley
  | багаж чемодан ручная= кладь= клади= сдать= провоз
  | bagaz walizk kabin rejestrow nadbagaz podreczny= podreczne= podrecznym=
hotel_room: room= rooms= bed= double= twin= single= suite balcony view= bathroom air-con check-in
   check-out towels cot= extra-bed
  | двухмест одномест люкс= заезд выезд заселен полотен кондиционе
  | pokoj dwuosob jednoosob apartament widok zameldow wymeldow doba= recznik klimatyz
accessibility: wheelchair accessible disabled disability step-free ramp= ramps= lift= mobility
   stairs pushchair
  | инвалид коляск пандус лифт ступен маломобил безбарьер лестн
  | niepelnosp wozek wozkiem= podjazd winda= windy= schod barier
seat_and_view: seat= seats= row= rows= stalls view= stage standing balcony= front= seating
   circle= aisle
  | ряд= ряда= ряду= места= место= мест= сцен партер балкон амфитеатр танцпол сидяч стоячий=
    стоячие=
  | rzad= rzedzie= rzedu= miejsca= miejsce= scen parter balkon trybun siedzac stojac sektor
show_length: interval intermissi runtime running lasts= doors= duration
  | антракт длится= продолжит начало= заканчив
  | antrakt przerw poczatek= trwania=
dress_code_and_bring: dress-code wear= casual formal footwear outfit cloakroom towel= equipment
  | дресс-код дресскод одежд надет обувь= гардероб с-собой полотенц
  | stroj= stroju= ubrac ubior zabrac= obuw szatni recznik dres-code dress-code
level_of_course: beginner intermedia advanced level= levels= skill= skills= no-experie basics
  | начинающ уровен уровн новичк продвинут опыт= опыта= нуля= базов
  | poczatkuj zaawans poziom srednioz zera= podstawow podstawy=
course_material: workbook recording slides handout homework video-less webinar
  | презентац конспект домашн вебинар рабочая= записи= записей=
  | nagran slajd prezentac skrypt zadani webinar cwicze
rental_equipment: hire= rent= rental rented deposit kit= equipment gear= fuel= tool-hire
  | аренд прокат напрокат снаряж оборудов залог= залога= залогом= инвентарь
  | wypozycz wynaj najem= kaucj sprzet wyposaz
body_and_fitness_pain: pain= painful neck= knee= posture orthop massage spine muscle
  | боль= боли= болит болят спин шея= шеи= осанк ортопед массаж позвоноч мышц поясниц
  | bol= bolu= boli= kark kregosl ortoped masaz postaw miesni kolan plecy= plecow=
eye_and_contact_care: contact-le contacts= lens= saline eye= eyes= drops= lubricat
  | линз раствор глаз капли= контактные= контактных=
  | soczew plyn= oko= oczu= oczy= kropl
teeth_and_mouth: tooth= teeth= dental dentist toothbrush whitening gums= denture mouthwash floss
  | зуб стоматол отбелив десн ополаск протез нить=
  | zab= zebow stomat dentyst wybiel dziasl proteza plukank
sleep_and_rest: sleep= sleeping asleep snore insomnia pillow nap= relax
  | сон= сна= спать= спит= засып бессон храп подушк отдых расслаб
  | sen= snu= spac= spi= zasyp bezsenn chrap podusz relaks odpoczyn
smoking_vape: smoking smoke= cigarette vape vaping nicotine tobacco e-liquid coil= ashtray
   lighter=
  | курит курящ сигарет вейп никотин табак табач жидкость= испарит зажигалк
  | palenie= palic= papieros vape nikotyn tyton liquid= grzalk zapalniczk
weight_of_user: weight= heavy= kg= kilos maximum adult= rider supports= limit=
  | весом= вес= кг= взросл максимальн выдерж
  | waga= wadze= wagi= osoby= kg= dorosl maksymaln
skin_irritation: irritat rash= itch redness blister rub= rubs= rubbing chafe
  | раздраж зуд= сыпь= чешет чесат покрасн мозол натира натер
  | podraz swedz wysypk zaczerw obetrz obciera otar pecherz
beeping: ringtone beep= beeps= beeping alarm= volume= silent= vibrat
  | пищит= пищать писк= сигнал мелоди вибрац громк
  | piszczy= pikac pika= dzwonek= sygnal wibrac melodi
moving_parts_smoothly: jam= jams= jammed jamming stiff= squeak creak lubricat loose= wobbl
  | заеда застр клинит заклин скрип смазат смазк шатает болта люфт
  | zacin zaciel skrzyp smarow chwiej chybocz luz= luzy=
computer_kind: computer laptop notebook desktop pc= macbook chromebook imac= workstatio netbook
   pcs=
  | компьютер ноутбук ноут= ноута= ноуте= комп= компа= компе= пк= макбук моноблок системник
    нетбук хромбук
  | komputer laptop lapek= lapka= komp= kompa= notebook pc= macbook stacjonarn pecet
tablet_device: tablet ipad e-reader stylus kindle tab=
  | планшет айпад стилус читалк графическ
  | tablet ipad rysik czytnik kindle
internet_connection: internet wifi= broadband fibre router ethernet connection mbps
  | интернет инет= инета= вайфай роутер оптоволок скорость= мбит
  | internet neta= netu= wifi= swiatlowod router mbps lacze= lacza=
water_hardness: ph= hardness hard= limescale softener alkaline acidic litmus
  | жесткост кислотн щелочн накип умягчит
  | ph= twardos kwasow zasadow kamienia= zmiekcz
ventilation: ventilat vent= vents= airflow extractor hood= draught fumes= duct
  | вентил вытяж воздуховод проветр сквозн отдушин
  | wentyl wyciag okap nawiew przewiew kanal= wywiew
tools_for_assembly: tools= toolkit screwdriv single-han two-people spanner
  | инструмент отвертк ключ= шестигр вдвоем одному= вкрутит
  | narzedz srubokr imbus klucz= dwie-osoby wrenches
whitening: whiten enamel bleach yellow=
  | отбелив эмал осветл желтизн
  | wybiel szkliw rozjasn przebarw
diabetes: diabetic diabetes insulin glycaem blood-suga glucose
  | диабет инсулин гликем глюкоз сахарн
  | cukrzyc diabet insulin glikem glukoz
self_replacing: replaceab interchang swap= swapp user-repla change-it unscrew
  | сменн заменяем вынима снимается= выкруч вывинт
  | wymienn wyjmow wykrec odkrec
hypoallergenic_filling: down-free feather hypoallerg dust-mite mites synthetic
  | гипоаллер перо= пуха= перьев клещ синтетич бамбук
  | hipoalerg pierza= puchu= roztocz syntety antyalerg
window_view: sea-view overlook facing balcony courtyard panorama patio=
  | окна= двор= балкон панорам
  | widok okna= balkon panoram dziedzin
sewing_machine: sewing overlock stitch presser-fo bobbin thread needle
  | швейн оверлок строчк стежк лапк шпульк нитк
  | szycia= overlock scieg stopka= szpulk bebenk igly=
aquarium: aquarium fish= tank= tanks= filter= heater shrimp algae gallon
  | аквариум рыбк рыбок= компрессор водоросл креветк грунт
  | akwari rybk rybek= glon krewetk grzalk
horse_riding: horse saddle bridle rider stirrup reins hoof hay=
  | лошад конь= коня= седл уздечк стремен копыт сено=
  | kon= konia= konie= siodl strzemi oglow kopyt siano=
dance_and_costume: dance dancing ballet costume leotard tutu tap-shoes
  | танц балет костюм купальник чешк пуант
  | tanec tanca= balet stroj= kostium puent
wedding_items: wedding bride bridal groom= veil= favours
  | свадьб свадеб невест жених фат= фата= подруж
  | slub wesel= panna= mloda= mlodej= welon druhn
holiday_items: christmas easter ornament bauble xmas advent wreath halloween
  | новогод рождеств пасх елк елочн венок мишур
  | swiateczn bombk choink wielkanoc adwent wieniec stroik
lettering_and_fonts: font typeface lettering cursive script= handwritte
  | шрифт букв рукописн курсив надпис
  | czcionk litery= liter= odreczn kursyw pismo= napis=
security_tag_on_clothes: tag= tags= security-t alarm-tag sensor magnet
  | магнит= датчик клипс бирк ярлык
  | klips= metk magnes zabezpiecz
milk_foam: froth foam milk cappuccino latte=
  | вспенив пенк капучин молок латте=
  | spieni pianka= kapucyn cappuccino mleko latte=
"""
