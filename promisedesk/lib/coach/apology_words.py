"""What people say when they are sorry, let down, or excuse themselves: en, ru, pl.

Polish is matched with and without its signs, as people type it both ways.
"""

import re

_I = re.I

SORRY = {
    "en": re.compile(
        r"(?<!not )(?<!n't be )\bsorry\b(?! if you (?:already|have already))"
        r"|\bapolog(?:y|ies|i[sz]e[sd]?|i[sz]ing)\b|\bforgive (?:me|us|our|the|my)\b|\bpardon\b"
        r"|\b(?:deeply |sincerely |truly |very much )?regret(?:s|ted)? (?:that|the|any|this|it"
        r"|our)\b"
        r"|\b(?:my|our) (?:mistake|bad|fault|error)\b|\bmea culpa\b",
        _I,
    ),
    "ru": re.compile(
        r"\b(?:извин(?:ите|и|яюсь|яемся|ений|ения|ение|ить|яться)|изв[ие]н[ия]ем?ся)\b"
        r"|\bпрост(?:ите|и)\b|\bпрошени\w|\bпрощени[ея]\b|\bпардон\b|\bвинова(?:т|та|ты)\b"
        r"|\b(?:очень |нам |мне |искренне )?жаль\b|\b(?:сожале(?:ем|ю|ние|нию)|каюсь)\b"
        r"|\b(?:наша|моя|это наша|это моя) (?:ошибка|вина|недоработка|оплошность)\b",
        _I,
    ),
    "pl": re.compile(
        r"\bprzepr(?:asza[mj]\w{0,3}|osi[cć]|osz[eę]|osin\w{0,3}|osiny|aszaj[aą]c)\b"
        r"|\bwybacz(?:cie|y[cć]|enie|enia)?\b|\bprzykro\b|\b(?:ubolewa\w{1,3}"
        r"|[zż]a[lł]uj[eę]\w{0,2})\b"
        r"|\b(?:nasz|m[oó]j) b[lł][aą]d\b|\b(?:nasza|moja) (?:wina|pomy[lł]ka)\b|\bsorry\b"
        r"|\bsorki\b",
        _I,
    ),
}
SYMPATHY = {
    "en": re.compile(
        r"\b(?:thank(?:s| you)[^.!?\n]{0,40}\b(?:patien|waiting|bearing|telling us|letting us know"
        r"|for bringing|for pointing|the photos?|feedback)|(?:i|we) (?:completely |fully |do "
        r"|can )?"
        r"(?:understand|see) (?:how|your|why|that)|how (?:frustrating|annoying|disappointing)"
        r"|not (?:the|what) (?:experience|we want|you should)|you are (?:quite |absolutely )?right"
        r"|should(?: not|n't)? have\b|that'?s not (?:good|right|on)|what a (?:pity|shame"
        r"|nuisance)|(?:embarrass|asham)ed\b)",
        _I,
    ),
    "ru": re.compile(
        r"\b(?:стыдно|неловко|жаль|виноваты)\b|\b(?:спасибо|благодар\w{1,3})[^.!?\n]{0,40}(?:терпени|ожидани|дождались|сообщили|сигнал"
        r"|обратили|фото)|\bпонима(?:ю|ем)\b|\bвы (?:совершенно |абсолютно )?правы\b"
        r"|\bдосадн\w{1,3}"
        r"|\bнеприятн\w{1,5}|\bобидно\b|\bогорч\w{1,6}|\bнедопустим\w{1,3}|\bтак быть не должно",
        _I,
    ),
    "pl": re.compile(
        r"\b(?:dzi[eę]k\w{1,8})[^.!?\n]{0,40}(?:cierpliwo|zg[lł]oszeni|zwr[oó]cenie|informacj"
        r"|zdj[eę])"
        r"|\brozumie(?:m|my)\b|\bma (?:pan|pani) (?:racj|pe[lł])|\bmaj[aą] pa[nń]stwo racj"
        r"|\bwstyd (?:mi|nam)\b|\bg[lł]upio (?:mi|nam)\b|\bto nie powinno"
        r"|\bszkoda\b|\bwsp[oó][lł]czuj",
        _I,
    ),
}
EXCUSES = {
    "en": re.compile(
        r"\b(?:is|are|was|were) to blame\b|\bblame (?:the|our) \w{3,15}|,? not us\b(?=[.!])|"
        r"\b(?:experiencing|having|receiving|received|have|had|get|got) (?:an? |such )?"
        r"(?:very |extremely |unusually |exceptionally |so )?(?:high|large|huge|unusual) "
        r"(?:volumes?|numbers?|amounts?) of \w{3,12}|\b(?:so|too|very) many (?:orders|enquiries"
        r"|inquiries|requests|messages|e-?mails|calls)\b|"
        r"(?:\b(?:due to|because of|caused by|down to|resulting from|owing to|as a result of"
        r"|on account of) (?:an? |the "
        r"|our )?"
        r"(?:(?:current|currently|very|extremely|unusually|unexpectedly|exceptionally) ){0,2}"
        r"(?:high|large|huge|heavy|increased|unusual|overwhelming|great)(?:er)? "
        r"(?:volumes?|numbers?|amounts?|demand|workload|call volumes?|load)"
        r"(?: of (?:\w{2,15} ){0,2}(?:enquir|inquir|request|message|e-?mail|order|ticket"
        r"|call)\w{0,5})?)"
        r"|\b(?:as|since|because) we (?:are|were|have been) (?:very |so |extremely |really |too )?"
        r"(?:busy|overloaded|swamped|snowed under|short[- ]staffed|understaffed)"
        r"|\b(?:it|this|that) (?:is|was|'s) (?:(?:entirely|all|completely"
        r"|really) )?(?:not our (?:fault|mistake)"
        r"|the (?:fault|mistake) of (?:the )?\w{3,15}|(?:the )?courier(?:'s|’s)? (?:fault|mistake)"
        r"|beyond our control)"
        r"|\bfor (?:reasons|circumstances) beyond our control"
        r"|\b(?:it|this|that) (?:only )?happened because you\b|\byour own (?:fault|mistake)"
        r"|\b(?:but|however,?) (?:you|the courier|dpd|the post) (?:should|did not|didn't|failed)",
        _I,
    ),
    "ru": re.compile(
        r"\bвиноват\w? (?:не мы|склад\w?|курьер\w?|поставщик\w?|почта|перевозчик|служба \w{3,12})"
        r"|,? а не мы\b|\b(?:очень|слишком) (?:много|большой (?:поток|объ[её]м)"
        r"|большое количество) "
        r"(?:обращений|заказов|писем|запросов|звонков)\b|\bнаплыв (?:обращений|заказов|запросов)\b|"
        r"(?:\b(?:в связи с|из-за|ввиду|по причине|вызванн\w{2,3}|связанн\w{2,3} с"
        r"|обусловленн\w{2,3}) (?:очень |слишком )?"
        r"(?:больш(?:им|ого|ой)|высок(?:ой|им|ого)|огромн\w{1,3}|повышенн\w{1,3}|сильной) "
        r"(?:количеств\w{1,2}|объ[её]м\w{1,2}|поток\w{1,2}|наплыв\w{1,2}|загруженност\w{1,2}"
        r"|загрузк\w{1,2}|нагрузк\w{1,2})"
        r"(?: (?:обращений|запросов|заказов|писем|звонков|сообщений|менеджеров|операторов"
        r"|сотрудников))?)"
        r"|\bиз-за (?:загруженности|загрузки|завала|перегрузки)(?: (?:менеджеров|операторов"
        r"|сотрудников))?"
        r"|\bне по (?:нашей|моей) вине|\bпо вине (?:курьер\w{0,3}|служб\w (?:доставки)?|почт\w"
        r"|транспортн\w{2,3} компан\w{1,2}|перевозчика|клиента|покупателя)"
        r"|\bэто не наша (?:вина|ошибка)|\bнашей вины (?:здесь |тут |в этом )?нет"
        r"|\bвы сами (?:виноват|ошиблись|указали|заказали|выбрали|не )\w{0,6}"
        r"|\b(?:так как|потому что|поскольку) (?:мы )?(?:были |очень |сильно ){0,2}(?:занят\w"
        r"|перегружен\w)",
        _I,
    ),
    "pl": re.compile(
        r"\bwin(?:ny|na|ne|ni|n[aą]) (?:jest|s[aą]|by[lł]\w?) \w{3,15}|,? (?:a )?nie my\b(?=[.!])|"
        r"\b(?:bardzo|zbyt|tak) du[zż]o (?:zg[lł]osze[nń]|zam[oó]wie[nń]|wiadomo[sś]ci|zapyta[nń]"
        r"|telefon[oó]w)\b|\bdu[zż][aą] (?:ilo[sś][cć]|liczb[eę]) (?:zg[lł]osze[nń]"
        r"|zam[oó]wie[nń])|"
        r"\b(?:z powodu|ze wzgl[eę]du na|w zwi[aą]zku z|przez|wynika z|spowodowan\w{1,3}"
        r"|wywo[lł]an\w{1,3}) (?:bardzo |tak )?(?:(?:(?:du[zż][aąey]\w{0,3}|ogromn\w{1,3}"
        r"|wysok\w{1,3}|zwi[eę]kszon\w{1,3}|wzmo[zż]on\w{1,3}) (?:liczb\w{1,2}|ilo[sś]ci\w{0,1}"
        r"|ilo[sś][cć]|nat[eę][zż]eni\w{1,2}|ruch\w{0,2}|obci[aą][zż]eni\w{1,2}"
        r"|zainteresowani\w{1,2})|nat[lł]ok\w{0,2})"
        r"(?: (?:zg[lł]osze[nń]|zapyta[nń]|zam[oó]wie[nń]|wiadomo[sś]ci|maili|telefon[oó]w|pracy))?"
        r"|du[zż]o (?:zg[lł]osze[nń]|zapyta[nń]|zam[oó]wie[nń]|pracy))"
        r"|\bz winy (?:kurier\w{0,2}|firmy kurierskiej|poczty|przewo[zź]nika|klient\w{0,2}|dpd"
        r"|inpost\w{0,2})"
        r"|\b(?:to )?nie z naszej winy|\bto nie (?:jest )?nasza wina|\bnie nasza wina"
        r"|\b(?:sam pan|sama pani|sami pa[nń]stwo) (?:poda|wybra|zam[oó]wi|b[lł][eę]dnie|[zź]le"
        r"|nie )\w{0,6}"
        r"|\b(?:poniewa[zż]|bo) (?:jeste[sś]my|byli[sś]my|mamy|mieli[sś]my) (?:bardzo |tak |zbyt )?"
        r"(?:zaj[eę]ci|przeci[aą][zż]eni|du[zż]o (?:pracy|zg[lł]osze[nń]|zam[oó]wie[nń]))",
        _I,
    ),
}
HOLLOW = {
    "en": re.compile(
        r"\b(?:sorry|apologi[sz]e) (?:if (?:you|that|this|we|our|it|there)[^.!?\n]{0,15}"
        r"(?:feel|felt|upset|offended|think|thought|misunderst)\w{0,5}|(?:that )?you (?:feel"
        r"|felt|think)\b)",
        _I,
    ),
    "ru": re.compile(
        r"\b(?:извините|простите|приносим извинения|сожалеем),? если (?:вы |вас |мы |вам |это "
        r"|что-то )?"
        r"[^.!?\n]{0,15}?(?:обид|почувствов|показалось|задел|не понял|расстро)\w{0,6}"
        r"|\b(?:жаль|сожалеем),? что вы так (?:считаете|думаете|восприняли|решили)",
        _I,
    ),
    "pl": re.compile(
        r"\b(?:przepraszam\w{0,2}|przykro (?:nam|mi)),? (?:je[sś]li|je[zż]eli|gdyby)[^.!?\n]{0,25}"
        r"(?:poczu[lł]|urazi|odebra[lł]|odczu)\w{0,5}|\bprzykro (?:nam|mi),? [zż]e (?:tak pan"
        r"|pani tak|pan tak)",
        _I,
    ),
}
_TIME_EN = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|several|over an?|almost an?|ages|forever"
    r"|more than (?:an?|one|two|three))"
)
LET_DOWN = {
    "en": re.compile(
        r"\b(?:parcel|package|order|tickets?|delivery|goods|it|they) never (?:came|arrived"
        r"|turned up|got here)\b|\byou said it would\b|"
        r"\b(?:was|were) supposed to (?:be|arrive|come)\b|\bno ?one told me\b|"
        r"\bwaiting\b[^.!?\n]{0,30}\bsince\b|\bnot what i (?:paid for|ordered)\b|"
        r"\b(?:opened|unpacked|parcel|box|package|delivery|courier|delivered)\b[^.!?\n]{0,50}"
        r"\b(?:broken|damaged|smashed|cracked|crushed|dented|torn|leaking|in pieces"
        r"|open)\b(?! into)|"
        r"\b(?:broken|damaged|smashed|cracked|crushed|dented|torn) (?:when|on arrival|in transit"
        r"|inside)|"
        r"\bsomeone else(?:'s|’s)? (?:order|parcel|name)|"
        r"\b(?:received|got|sent|delivered)\b[^.!?\n]{0,40}\binstead of\b|"
        rf"\bwait(?:ing|ed)\b(?! (?:time|list|period))[^.!?\n]{{0,30}}\b{_TIME_EN} (?:whole "
        rf"|full |working "
        rf"|business )?(?:weeks?|months?|days|fortnight)\b"
        r"|\b(?:nobody|no[- ]one|none of you|you)(?: (?:has|have|ever|even|still|bothered|did|do"
        r"|does|to))*"
        r"(?:n't)? (?:never |not )?(?:answered|answers?|replied|replies|reply|called (?:me )?back"
        r"|responded|responds?|get back to me|got back to me)\b(?! (?:the|my first"
        r"|this) question)"
        r"|\b(?:second|third|fourth|fifth|2nd|3rd|4th) (?:time|e-?mail|message)\b"
        r"|\b(?:arrived|came|was delivered|turned up) (?:completely |badly |totally )?(?:broken"
        r"|damaged|smashed|cracked|crushed|dented|torn|stained|scratched|leaking|mouldy|bent"
        r"|snapped|incomplete|faulty|defective|dirty|wet)\b"
        r"|\b(?:sent|got|received|delivered) (?:me )?(?:the|a) (?:completely |totally )?wrong\b"
        r"|\bwrong (?:item|size|colour|color|product|book|model|order) (?:arrived|was sent|came)"
        r"|\bcharged (?:me )?twice\b|\byou promised\b|\bwas promised\b|\bstill (?:has not|hasn't"
        r"|have not|haven't|not) (?:arrived|been delivered|received|come|got|heard)"
        r"|\b(?:disgrace|unacceptable|appalling|terrible service|shocking|very disappointed"
        r"|so disappointed|fed up)\w{0,4}\b",
        _I,
    ),
    "ru": re.compile(
        r"\bтак и не (?:приш|прие|прив|достав|перезвон|ответ|верну|получ)\w{1,6}|"
        r"\bобещали (?:\d|два|три|через|за)\b|\bникто не (?:предупредил|сообщил|позвонил)\b|"
        r"\bжд(?:у|ём)\b[^.!?\n]{0,25}\bс \d{1,2}\b|\bне за это платил\w?\b"
        r"|\bне то, что заказ\w{1,6}|"
        r"\b(?:открыл\w{1,2}|распаковал\w?|посылк\w|коробк\w|упаковк\w|курьер\w{0,2}"
        r"|заказ\w{0,2})\b"
        r"[^.!?\n]{0,50}\b(?:разбит|сломан|треснут|порван|поврежд[её]н|вскрыт)\w{0,2}\b|"
        r"\bчуж(?:ой|ую|ие) (?:заказ|посылк|товар|вещ)\w{0,2}|"
        r"\b(?:прислал\w|привезли|получил\w?|приш[её]л|пришл[аои]"
        r"|доставили)\b[^.!?\n]{0,40}\bвместо\b|"
        r"\bвместо\b[^.!?\n]{0,40}\b(?:прислали|привезли|приш[её]л|пришл[аои]|доставили"
        r"|получил\w?)\b|"
        r"\bжд(?:у|ём|ем|ал|ала)\b[^.!?\n]{0,25}\b(?:\d{1,2}|две|два|три|четыре|пять|вторую"
        r"|третью|четвертую|четвёртую|больше|уже) ?(?:-?(?:ю|ой|ий|й))? ?(?:недел|месяц|дн(?:я"
        r"|ей)|сут)\w{0,3}"
        r"|\b(?:недел|месяц)\w{0,2} (?:уже )?жд(?:у|ем|ём)\b|\b(?:никто"
        r"|ни один) [^.!?\n]{0,20}(?:не )?(?:отвеча|ответил|перезвон|связал|связыва)\w{0,4}"
        r"|\bвы (?:так и |до сих пор )?не (?:отвечаете|ответили|перезвонили)\b|\b(?:второй|третий"
        r"|четв[её]ртый|2-й|3-й|который|в третий|в сотый) раз\b"
        r"|\b(?:приш[её]л|пришл[аои]|приехал[аио]?|доставили|привезли|получил\w?|дошл[аои]"
        r"|дош[её]л)\b[^.!?\n]{0,25}\b(?:разбит"
        r"|сломан|повреж|брак|треснут|трещин|порван|мят|помят|измят|вмят|раскрош|разлит|пролит"
        r"|протек|поцарап|грязн|мокр|испорч|с дыр|с дефект|неисправ|нерабоч|не т[оу][тй]?\b"
        r"|другой товар"
        r"|не то\b)\w{0,6}"
        r"|\bприслали не т\w{1,2}\b|\bперепутали\b|\b(?:списали|сняли) (?:деньги "
        r"|сумму )?(?:дважды|два раза)\b|\bвы (?:же )?обещали\b|\bобещали (?:доставить"
        r"|перезвонить|привезти|ответить|вернуть)"
        r"|\bдо сих пор (?:не |нет )\w{2,12}|\b(?:безобрази|возмут|возмущ|отвратительн"
        r"|ужасн\w{2} сервис|разочарован)\w{0,5}",
        _I,
    ),
    "pl": re.compile(
        r"\b(?:paczk|przesy[lł]k|bilet|zam[oó]wieni|towar|kurier)\w{0,2} nie (?:dotar[lł]"
        r"|przysz[lł]|przyjecha[lł])\w{0,3}\b|\bmia[lł][ay]? by[cć]\b|"
        r"\bnikt (?:mnie )?nie (?:uprzedzi[lł]|zadzwoni[lł]|poinformowa[lł])\b|"
        r"\bczekam\b[^.!?\n]{0,25}\bod \d{1,2}\b|\bnie za to p[lł]aci[lł]\w{0,3}|"
        r"\b(?:otworzy[lł]\w{1,3}|rozpakowa[lł]\w{1,3}|paczk\w|pude[lł]k\w|przesy[lł]k\w"
        r"|kurier\w{0,2}"
        r"|karton\w{0,2})\b[^.!?\n]{0,50}\b(?:rozbit|st[lł]uczon|uszkodz|po[lł]aman|p[eę]kni[eę]t"
        r"|zniszcz"
        r"|podart|otwart)\w{0,4}\b|"
        r"\bcudz[eyąa]\w{0,2} (?:zam[oó]wieni|paczk|przesy[lł]k)\w|"
        r"\b(?:dosta[lł][ae]m|otrzyma[lł][ae]m|przysz[lł]\w|przyszed[lł]"
        r"|wys[lł]ali\w{3,5})\b[^.!?\n]{0,40}\bzamiast\b|"
        r"\bzamiast\b[^.!?\n]{0,40}\b(?:dosta[lł][ae]m|otrzyma[lł][ae]m|przysz[lł]\w"
        r"|przyszed[lł])\b|"
        r"\b(?:nadal|wci[aą][zż]|dalej|ci[aą]gle) (?:jej |go |ich )?nie ma\b|"
        r"\bczeka(?:m|my|[lł]am|[lł]em)\b[^.!?\n]{0,25}\b(?:\d{1,2}|dwa|trzy|cztery|pi[eę][cć]"
        r"|drugi|trzeci|czwarty|kilka|ponad|ca[lł]y) ?(?:tygod|miesi|dni)\w{0,4}"
        r"|\b(?:tydzie[nń]|miesi[aą]c) (?:ju[zż] )?czekam\b|\bnikt\b[^.!?\n]{0,20} nie (?:odpowi"
        r"|odpisa|oddzwoni|odbiera|kontakt)\w{0,6}"
        r"|\bnie (?:odpowiadacie|odpisujecie|odpisali[sś]cie|odpowiedzieli[sś]cie"
        r"|oddzwonili[sś]cie)\b|\b(?:drugi|trzeci|czwarty|kolejny|po raz kt[oó]ry[sś]) raz\b"
        r"|\bpo raz (?:drugi|trzeci|kolejny)\b"
        r"|\b(?:przysz[lł][aoy]?|przyjecha[lł][aoy]?|przyszed[lł]|dosz[lł][aoy]|dojecha[lł][aoy]?"
        r"|dosta[lł][ae]m|otrzyma[lł][ae]m"
        r"|dotar[lł][aoy]?)\b[^.!?\n]{0,25}\b(?:uszkodz|rozbit|zniszcz|pot[lł]ucz|st[lł]ucz"
        r"|pokrusz|pogniec|zgniec|wgniec|porys|poplam|rozla|przeciek|brudn|dziuraw|[zp]?[lł]ama"
        r"|zalan|popsut|zepsut"
        r"|p[eę]k(?:ni[eę]t|[lł])|podart|wadliw|niew[lł]a[sś]ciw|inny ni|nie ten|nie t[aęe])\w{0,4}"
        r"|\b(?:pomylili[sś]cie|wys[lł]ali[sś]cie z[lł])\w{0,2}|\bpobrano (?:mi )?(?:dwa razy"
        r"|dwukrotnie|podw[oó]jnie)\b|\bobiecali[sś]cie\b|\bobiecano mi\b|\bmia[lł]o (?:by[cć]"
        r"|przyj[sś][cć])\b"
        r"|\b(?:nadal|wci[aą][zż]|do dzi[sś]) nie (?:dosta[lł]|otrzyma[lł]|dotar|przysz"
        r"|mam odpowiedzi)\w{0,4}|\b(?:skandal|niedopuszczaln|[zż]enad|oburz|kpin"
        r"|rozczarowan)\w{0,4}",
        _I,
    ),
}
