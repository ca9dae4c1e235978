"""What shops and their customers speak of, in three languages: so that «доставка» finds "shipping".

A concept has beginnings of words, folded (no ё, no Polish diacritics, lower case); "=" before one
means the whole word. A word may belong to several concepts. Written by us for the coach.
"""

from __future__ import annotations

from functools import cache

from .concepts_of_service import SERVICE
from .concepts_of_things import THINGS

LONGEST = 10  # letters of a beginning that are looked at

_CONCEPTS = """
deliver: deliver ship= shipping shipment shippe ships= postage dispatch courier send= sending
   sent= posted= posting arriv carrier depot despatch receive= transit
  | достав отправ присла пришл высла вышл дошл посыл привез привоз придет приход курьер перевоз
   пересыл везет возите сдэк почтой вручен получу довоз
  | dostaw wysyl wysl przesyl paczk kurier dotrze dotar nadan nada przewozn dorecz dowoz dowiez
   wyslij poczt inpost
parcel: parcel package packet
  | посылк бандерол
  | paczk przesylk
order: order= orders= ordered purchase bought
  | заказ покупк купил
  | zamow zakup kupil
track: track whereabouts status=
  | трек отслеж статус
  | sledz tracking numer= status=
return: return sendback back= rma
  | возврат вернут вернуть верну верни верне обратн отошл отосл
  | zwrot zwroc zwrac odesl odsyl oddac
refund: refund reimburs money moneyback credited
  | возврат вернут верни верне деньг денег сумм средств зачисл компенс
  | zwrot zwroc pieniad pieniedz pieniadze srodk naleznosc oddali oddad odzysk
exchange: exchang swap= swapp replac
  | обмен поменят замен менять
  | wymian wymien zamian zamien
cancel: cancel withdraw stop=
  | отмен аннул отказ остано
  | anul odwol rezygn odstap wycof zatrzym
invoice: invoice receipt vat= bill= tax=
  | счет чек= чека инн фактур накладн квитанц бухгалт
  | faktur paragon nip= rachunek rachunk vat
payment: pay= paying paid= payment payable card= paypal cash= transfer instal charged debit klarna
  | оплат платеж плати карт налич перевод рассроч списа сбп предоплат
  | plac= placi zaplac oplac platno kart= karta karty gotowk przelew rat= raty ratal blik pobran
   obciaz
price: price cost= costs costing expensive cheap fee= fees charge= rate= worth quote= priced
   postage
  | цен= цена цены стоим стои= стоит дорого= дороже= дешев прайс плат
  | cena ceny cene cennik koszt drogo= drozej= tani oplat ile=
size: size= sizes sizing fit= fits fitting large small= smaller bigger xl= xxl= xs= measure runs=
  | размер маломер большемер велик мал= мала меря рост=
  | rozmiar wielko maly mala mniejsz wieksz przymierz
dimension: dimension length width height depth cm= long= wide= tall= inch diameter metre meter
  | длин ширин высот глубин см= габарит диаметр метр
  | dlug szerok wysok gleb cm= wymiar sredni metr
weight: weigh weight kg= kilo gram= heavy
  | вес= весит веса масс кг= килограмм тяжел
  | waga wagi wazy kg= kilogram ciezk
colour: colour color blue= red= green= black= white= navy= grey= gray= pink= beige yellow brown
   shade
  | цвет син= сини синя синег красн зелен черн бел= белы белог сер= серы розов бежев желт коричн
   оттен
  | kolor niebiesk czerwon zielon czarn bial granatow szar= szary szara rozow bez= bezow zolt
   brazow odcien
stock: stock available availab left= soldout restock
  | налич остал есть= появ закончил склад распрод
  | dostepn magazyn zostal zapas wyprzed stanie= brak=
warranty: warrant guarantee
  | гаранти
  | gwaranc rekojm
fault: broken broke= break= breaks defect damag faulty fault= crack malfunct dead= smash crash
   bug= bugs error stopped problem issue
  | слома брак= полом поврежд дефект треснут разбит неисправ ошибк вылета пробле сбой глюч
  | zepsu uszkodz wad= wada wady pekni stluc awari blad bledu usterk wadliw problem zbit
repair: repair fix= fixed fixing mend
  | ремонт починит чинит исправ
  | napraw serwis
complaint: complain
  | жалоб претенз рекламац
  | reklamac skarg zazalen
address: address street=
  | адрес улиц
  | adres ulic
phone: phone telephone mobile= call= calling ring=
  | телефон позвон звон номер
  | telefon komork zadzwon dzwon
email: email mail= e-mail inbox spam=
  | почту= почте= имейл письм спам мейл
  | mail email spam= skrzynk
discount: discount promo voucher coupon code= sale=
  | скидк промокод купон акци код= бонус
  | znizk rabat kod= kodu kupon promoc
gift: gift present= message= wrap wrapp card= ribbon birthday
  | подар упаков открытк лент
  | prezent podarun pakow pakuj kartk wstazk
hours: hours opening open= opens closed closes close=
  | работаете открыты открыва открыто закры часы= график выходн режим
  | godzin otwar zamkn czynn
shop: shop= store= showroom boutique premises salon
  | магазин салон шоурум точк
  | sklep salon= salonie stacjonar punkt
pickup: pickup collect pick=
  | самовывоз забрат забер пункт
  | odbior odebra osobi punkt
parking: park= parking
  | парков стоян
  | parking parkow zaparkow
account: account login log= password profile sign= registr
  | аккаунт кабинет парол логин войт вход= профил регистр учетн
  | konto konta kont= hasl logow zalogow profil rejestr
change: change= changing amend edit= update= correct modif moved= rescheduled move= reschedul
   postpone
  | измен поменя смен= сменит исправ перенес перенест помен редакт
  | zmian zmien przesun przeniesc przenie popraw edyt przeloz
confirm: confirm booked went=
  | подтвер прошел прошла оформлен
  | potwierdz przeszl zlozone
book: book= booking reserv table= appointment slot=
  | брон запис резерв столик запись
  | rezerw stolik umow umaw zapis termin
material: material made= fabric cotton leather wool= wood= oak= linen polyester composition compos
   ingredient silk=
  | материал сшит ткан хлоп кож= кожа шерст дерев дуб= лен= льна состав синтет шелк
  | material uszyt tkanin bawel skor= skora welna drew dab= len= lnian sklad= skladn jedwab
   poliest
wash: wash shrink clean iron= laundry
  | стир= стирк стирать садит усад чист гладит
  | pran= praniu pranie kurcz czyszcz prasow
charger: charger charging power= plug= adapter battery batteries
  | заряд батар аккум питани адаптер
  | ladowar bater akumul zasilac wtyczk ladow
cable: cable cord= lead= usb
  | кабел провод шнур
  | kabel kabl przewod
part: part= parts spare lid= screw= screws
  | запчаст детал крышк винт= винта
  | czesc pokryw srub zamienn
manual: manual instruct guide= assembl
  | инструкц руковод сборк собран собира
  | instrukc montaz zlozon skladan obslug
compat: compatib work= works working fit= support= suit suitable
  | совмест подход подойд работает поддерж
  | kompatyb dziala pasuj wspolprac nada= nadaje obslug
water: water waterproof rain=
  | вод= вода водо водонепр дожд влаг
  | wod= woda wodo wodoodp deszcz wilgo
vegan: vegan plant= vegetarian
  | веган растит вегетар
  | wegan roslin wegetar
animal: dog= dogs= pet= pets= animal cat= cats=
  | собак пес= псы= псов кошк животн питомц
  | pies= psa= psem= psy= psow= kot= zwierz czworonog
allergen: allerg gluten lactose nut= nuts peanut soy=
  | аллерг глютен лактоз орех арахис соя
  | alerg gluten laktoz orzech soj=
child: child kid= kids= son= daughter year-old baby toddler
  | ребен дет= дети детей сын= сыну дочк малыш летн
  | dziec syn= syna corka corki latk maluch dzieck
organic: organic bio= eco=
  | органич эко= экологич био=
  | ekolog bio= eko= organicz
store: store= storing keep= storage dry= shelf fresh= expire expiry
  | хран срок= годност свеж истек
  | przechow termin waznosc swiez
frozen: frozen freez
  | заморож замораж
  | mroz mrozon zamroz
trial: trial demo=
  | пробн демо триал
  | probn demo= testow
subscription: subscription subscrib renew plan=
  | подписк подпис продл
  | subskryp abonam odnow prenumer
duty: duty= duties customs import=
  | пошлин таможен таможн растамож
  | clo= cla= cle= celn celne
abroad: abroad international overseas europe eu= usa= us= uk= countr
  | границ стран европ ес= сша
  | granic zagran kraj= kraju unia= unii europ ue= usa=
lift: lift= elevator stair floor upstairs
  | лифт этаж лестн подним подъем грузч
  | wind= winda windy pietr schod wnies wnios wnosz
install: install setup= set-up assembl mount fitter fitters
  | установ монтаж сборк собер
  | instal montaz zamontow skrec
old: old= take-away dispos recycl
  | стар= стару старый утилиз вывоз забер
  | star= stara stary stare utyliz zabier
wholesale: wholesale bulk= minimum moq= resale
  | опт= оптов оптом минимал
  | hurt= hurtow minimal
logo: logo= print= printing engrav brand personali
  | логотип печат гравир нанес
  | logo= nadruk grawer druk
file: file= format svg= pdf=
  | файл формат
  | plik format
difference: differ differenc versus vs= compar
  | отлич разниц отлича
  | rozni roznic rozn
ticket: ticket seat= concert event= show= tour=
  | билет концерт мест= мероприят экскурс
  | bilet koncert miejsc wydarzen wycieczk zwiedz
cancelled: takes-place happen going-ahead postponed
  | состоит отменя перенос
  | odbedz odwola
wrong: wrong incorrect mistake mix-up
  | ошиб перепут неправил
  | pomyl bled= zle= zly= zla= niewlasc
missing: missing lost= lack=
  | пропал потер недост хвата утерян
  | brakuj zagin zgub brak=
duration: long= days= day= weeks= hours minutes takes= take=
  | долго дней дня= недел часов минут срок= займ занима
  | trwa dlugo dni= tygod godzin minut potrwa
wait: wait delay late=
  | жду= ждать задерж опозд
  | czeka opozn
account_delete: delete remov erase
  | удал стере
  | usun skasow wykasow
link: link= website page= url=
  | ссыл сайт страниц
  | link= strona stronie www= stron
photo: photo picture image=
  | фото снимок картин
  | zdjec foto
form: form= label=
  | бланк форм= форма анкет этикет
  | formular etykiet
procedure: procedure steps= step= process= how-to
  | порядок процедур шаг= шаги
  | procedur krok= kroki
person: contact= team= department colleague manager
  | отдел менедж обратит специал сотрудн
  | dzial= kontakt zglos kierow specjal pracown
location: located location find-you where= street showroom
  | находит адрес расположен ул=
  | znajduj adres ul= mieszcz polozon
transport: bus= train= station metro= tram= get-there
  | автоб вокзал метро добра проезд станц
  | autobus dworz dworc dojech dojazd tramw stacj
dietary: sugar salt= calorie
  | сахар соль= калор
  | cukr sol= kalor
software: app= application software version update=
  | приложен программ верси обнов
  | aplikac program wersj aktualiz
data: data= export backup import=
  | данн выгруз экспорт резерв
  | dane= danych eksport kopia=
lesson: course lesson class= certificate
  | курс= урок заняти сертиф
  | kurs= lekcj zajec certyf
rent: rent= rental hire= deposit
  | аренд прокат залог
  | wypozycz najem= wynaj kaucj
buyback: buyback sell= trade-in buy-back
  | выкуп скупа принима
  | skup odkup
used: used= second-hand secondhand refurb
  | бу= подерж восстан
  | uzywan powystaw odnow
sample: sample tester swatch
  | образ пробник тестер
  | probk tester
restock: again= back=
  | снова опять
  | znow ponown wroc
points: point= points loyalty bonus
  | балл бонус лояльн
  | punkt= punkty punktow lojaln
insurance: insur
  | страх
  | ubezpiecz
"""


@cache
def _beginnings() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """(by beginning, by whole word): the concepts each stands for."""
    begins: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    concept = ""
    for word in f"{_CONCEPTS} {SERVICE} {THINGS}".split():
        if word.endswith(":"):
            concept = word[:-1]
        elif word.endswith("="):
            whole.setdefault(word[:-1], set()).add(concept)
        elif word != "|":
            begins.setdefault(word, set()).add(concept)
    return (
        {word: tuple(sorted(names)) for word, names in begins.items()},
        {word: tuple(sorted(names)) for word, names in whole.items()},
    )


def concepts_of(word: str) -> tuple[str, ...]:
    """The concepts of one folded word, none for most."""
    begins, whole = _beginnings()
    found = list(whole.get(word, ()))
    for length in range(3, min(len(word), LONGEST) + 1):
        found += begins.get(word[:length], ())
    return tuple(dict.fromkeys(found))
