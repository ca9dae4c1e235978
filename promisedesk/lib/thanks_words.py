"""The words of a thank-you in English, Russian and Polish, as patterns of `lib.thanks`.

Everything here is matched against a piece of a message between two marks of punctuation, in
small letters, without accents' variants (ё is е), names put as §. Whatever is not here makes
a message no mere thanks: better to open one too many than to swallow a question.
"""

NAME = r"(?:§(?: §){0,2})"
OBJECTS = {  # what people thank for: nothing here may ask for anything
    "en": r"(?:all|the|your|you|that|this|it|such|a|so|very|much|really|always|quick|fast|prompt"
    r"|swift|speedy|kind|great|good|excellent|amazing|fantastic|wonderful|lovely|nice|detailed"
    r"|rapid|super|friendly|helpful|help(?! me| us)|helping|me|us|out|assistance|support"
    r"|service|response"
    r"|reply|replying|responding|answer|answering|answers|email|mail|message|info|information"
    r"|explanation|explaining|clarification|clarifying|update|news|advice|time|effort|efforts"
    r"|patience|understanding|kindness|attention|care|solution|solving|sorting|fixing|letting"
    r"|know|getting|back|to|in|of|with|and|my|our|matter|issue|problem|question|customer"
    r"|everything|link|tip|hint|refund|replacement|parcel|package|delivery|order|tea|team"
    r"|hard|work|quickly|promptly|everyone|guys|today|now|again)",
    "ru": r"(?:все|всю|весь|ваш|вашу|ваше|ваши|вам|вас|твой|твою|мне|нам|такой|такую|такое|эту|это"
    r"|быстрый|быструю|быстрое|оперативный|оперативную|оперативное|скорый|скорое|подробный"
    r"|подробную|подробное|отличный|отличную|хороший|хорошую|хорошее|прекрасный|замечательный"
    r"|понятный|помощь|ответ|ответы|поддержку|информацию|инфо|разъяснение|разъяснения|пояснение"
    r"|пояснения|объяснение|консультацию|оперативность|скорость|внимание|заботу|понимание"
    r"|терпение|труд|труды|работу|сервис|обслуживание|отзывчивость|совет|подсказку|решение"
    r"|проблемы|вопроса|моего|нашего|содействие|участие|уделенное|время|сообщение|письмо"
    r"|возврат|замену|посылку|доставку|заказ|старания|хлопоты|доброту|что|помогли|ответили"
    r"|разобрались|объяснили|решили|и|так|очень|быстро|оперативно|подробно|за)",
    "pl": r"(?:wszystko|calą|cala|pana|pani|panstwa|państwa|twoją|twoja|waszą|wasza|szybką|szybka"
    r"|szybki|szybkie|błyskawiczną|błyskawiczna|sprawną|sprawna|sprawne|miłą|mila|miła|miły"
    r"|świetną|swietna|świetny|doskonałą|wspaniałą|profesjonalną|profesjonalna|fachową|konkretną"
    r"|ekspresową|tak|bardzo|pomoc|odpowiedź|odpowiedz|odpowiedzi|wsparcie|obsługę|obsluge"
    r"|informację|informacje|informacji|info|wyjaśnienie|wyjaśnienia|wyjasnienie|wyjasnienia"
    r"|reakcję|reakcje|kontakt|cierpliwość|zrozumienie|czas|rozwiązanie|rozwiazanie|problemu"
    r"|sprawy|mojej|mojego|zwrot|wymianę|wymiane|paczkę|paczke|przesyłkę|dostawę|radę|rade"
    r"|wiadomość|wiadomosc|maila|email|zaangażowanie|życzliwość|zajęcie|się|sie|sprawą|i|za|to"
    r"|poświęcony|mi|nam|uwagę|serwis)",
}
THANKS = [
    # English
    r"(?:many |so many |big |huge |massive |a million |tons of |heartfelt |sincere |warm )?"
    r"(?:thanks|thankyou|thank u|thank you|thanx|thx|thnx|tnx|ty|tysm|tyvm|tks|cheers|ta|kudos)"
    r"(?: (?:so|very|a lot|lots|much|millions|ever so|a bunch|a ton|a million|heaps|kindly"
    r"|indeed|again|once again|once more|guys|all|team|everyone|everybody|both|mate|sir|madam"
    r"|dear|for now|to you|to you all|a bundle))*",
    r"(?:i |we )?(?:really |very much |truly |greatly |do |so |highly )?appreciate"
    r"(?: (?:it|that|this|you|your help|the help|all your help|your time|your quick reply))?"
    r"(?: very much| so much| a lot)?",
    r"(?:it is |it s |that s |that is )?(?:very |really |much |greatly )?appreciated",
    r"(?:i am |i m |im |we are |we re )?(?:very |so |really |most |truly |extremely )?"
    r"(?:grateful|thankful)(?: to you)?",
    r"(?:i |we )?(?:just )?(?:want|wanted|would like|d like) to (?:say )?"
    r"(?:thank you|thanks|thank)(?: (?:all|so much|very much|again))*",
    r"you (?:are|re) (?:the best|amazing|a star|a lifesaver|great|awesome|wonderful|so kind"
    r"|very kind|a legend|stars|brilliant)",
    r"(?:god )?bless you",
    # Russian
    r"(?:и |еще раз |большое |огромное |громадное |преогромное |вам |тебе |всем |ок |все )*"
    r"(?:спасибо|спасибочки|спасибки|спс|спасиб|пасиб|пасибо|сенкс|сенк ю|мерси"
    r"|благодарю|благодарим|благодарочка|благодарен|благодарна|благодарны|признателен"
    r"|признательна|признательны)"
    r"(?: (?:большое|огромное|громадное|преогромное|вам|вас|тебе|всем|вашей команде|еще раз"
    r"|очень|сердечно|от души|и вам|за все|человеческое|ребята|девушки|девочки|коллеги))*",
    r"(?:вы )?(?:очень |мне очень |нам очень )?(?:помогли|выручили|спасли)(?: мне| нам| меня"
    r"| нас)?",
    r"(?:вы )?(?:лучшие|молодцы|умнички|супер|волшебники|супергерои|золото)",
    r"(?:очень )?(?:приятно|признателен)(?: иметь с вами дело| было общаться)?",
    r"(?:низкий |сердечный )?поклон(?: вам)?",
    # Polish
    r"(?:i |jeszcze raz |bardzo |serdecznie |pięknie |pieknie |ślicznie |slicznie |wielkie"
    r" |stokrotne |ogromne |serdeczne |super |ok )*"
    r"(?:dziękuję|dziekuję|dziękuje|dziekuje|dziękujemy|dziekujemy|dzięki|dzieki|dziena|dzięx|thx"
    r"|podziękowania|podziekowania|wdzięczny|wdzięczna|wdzięczni)"
    r"(?: (?:bardzo|serdecznie|pięknie|pieknie|ślicznie|slicznie|wielkie|stokrotne|ogromne"
    r"|uprzejmie|jeszcze raz|raz jeszcze|wam|panu|pani|państwu|panstwu|z serca|z całego serca"
    r"|ślicznie|najmocniej|wszystkim))*",
    r"(?:jestem |jesteśmy )?(?:bardzo )?(?:wdzięczny|wdzięczna|wdzieczny|wdzieczna)",
    r"(?:jesteście|jestescie) (?:super|najlepsi|wspaniali|świetni|wielcy)",
    r"(?:bardzo )?(?:mi )?(?:pomogliście|pomogła pani|pomógł pan)(?: mi| nam)?",
]
ASSENTS = [  # may also say yes to something we asked
    # English
    r"(?:(?:good|great|wonderful|excellent|fantastic|brilliant) news|received"
    r"|ok|okay|okey|okie|oki|okk+|k|kk|alright|all right|right|fine|sure|noted|understood|roger"
    r"|cool|great|perfect|excellent|super|awesome|wonderful|fantastic|brilliant|lovely|good|nice"
    r"|amazing|superb|splendid|top|wow|yay|hurray|hooray|woohoo)(?: then)?",
    r"(?:that is|that s|thats|it is|it s|this is|sounds|looks|all|very|so|really|everything is"
    r"|everything s|we are all|we re all|i m all|just|absolutely|simply)"
    r" (?:very |really |just |so |all |absolutely )?"
    r"(?:ok|okay|fine|clear|good|great|perfect|excellent|super|wonderful|lovely|fantastic|awesome"
    r"|nice|brilliant|helpful|kind of you|understood|clear now|good now|set|sorted|kind)"
    r"(?: now| news| to me| to know| to hear)?",
    r"(?:i )?(?:got it|understand|see|received it|have received it|have it|got it now"
    r"|understood it|will do)(?: now| today| all)?",
    r"(?:it |that |everything |all |this )(?:works|is working|arrived|has arrived|came|worked"
    r"|is sorted|is solved|is resolved|is fine|helped|did the trick)"
    r"(?: now| today| perfectly| fine| well| again| great| already| this morning| yesterday)*",
    r"(?:problem|issue|question|matter|mystery) (?:is )?(?:solved|sorted|resolved"
    r"|answered)(?: now)?",
    # Russian
    r"(?:ок|окей|оки|окай|хорошо|хор|ладно|ясно|понятно|понял|поняла|поняли|принято|принял|приняла"
    r"|приняли|добро|договорились|отлично|супер|прекрасно|замечательно|класс|классно|здорово"
    r"|круто|чудесно|великолепно|шикарно|ура|идеально|превосходно|хорошая новость|вот и хорошо"
    r"|рада|рад|рады|все ясно|все понятно|теперь понятно|теперь ясно|очень хорошо|вас понял"
    r"|вас поняла|вас понял а|это радует|все хорошо|все отлично|все супер|хорошего|приятно"
    r"|очень приятно|отличные новости|хорошие новости|ага)",
    r"(?:все |посылку |заказ |посылка |письмо |деньги )*"
    r"(?:получил|получила|получили|пришло|пришла|пришел|дошло|дошла|дошел|заработало|работает"
    r"|решилось|разобрался|разобралась|разобрались|получилось|исправилось)"
    r"(?: все| уже| сегодня| теперь| отлично| хорошо| прекрасно)*",
    r"(?:вопрос|проблема) (?:решен|решена|закрыт|закрыта|снят|исчерпан)",
    # Polish
    r"(?:ok|okej|okey|oki|dobrze|dobra|jasne|rozumiem|zrozumiałem|zrozumiałam|zrozumiano|super"
    r"|świetnie|swietnie|doskonale|znakomicie|idealnie|extra|ekstra|bomba|rewelacja|git|spoko"
    r"|wspaniale|cudownie|fajnie|pięknie|perfekcyjnie|hura|wszystko jasne|teraz jasne|już rozumiem"
    r"|wszystko rozumiem|wszystko w porządku|wszystko ok|w porządku|w porzadku|bardzo dobrze"
    r"|super wiadomość|dobra wiadomość|to świetnie|to super|no i super|przyjąłem|przyjęłam"
    r"|cieszę się|ciesze sie|bardzo się cieszę)",
    r"(?:już |juz |paczka |przesyłka |wszystko |to )*"
    r"(?:doszła|doszlo|doszło|dotarła|dotarło|dotarl|przyszła|przyszło|otrzymałem|otrzymałam"
    r"|dostałem|dostałam|działa|dziala)(?: już| dziś| dzisiaj| teraz| świetnie| dobrze)*",
    r"(?:sprawa|problem) (?:rozwiązany|rozwiązana|załatwiony|załatwiona|zamknięta)",
]
PLEASANT = [  # says nothing by itself
    r"(?:have|wish you|wishing you|enjoy)(?: all)?(?: a)?"
    r"(?: (?:very|really|lovely|great|good|nice|wonderful|pleasant|beautiful|fantastic|super|happy"
    r"|fab|your|the|rest of|of))*"
    r" (?:day|one|weekend|evening|week|afternoon|night|time|holiday|holidays|christmas|new year)"
    r"(?: ahead| too| as well| everyone| all)*",
    r"(?:happy|merry) (?:new year|holidays|christmas|easter|weekend|friday)(?: to you)?",
    r"(?:take care|all the best|stay safe|keep it up|keep up the (?:good|great) work|well done"
    r"|great job|good job|great service|excellent service|great support|top service|good work"
    r"|nice work|you too|same to you|bye|bye bye|goodbye|see you|be well|good luck|cheerio"
    r"|all good|no worries|no problem|it was a pleasure|very kind(?: of you)?|how kind"
    r"|so kind(?: of you)?|what a service|great customer service|very helpful|so helpful|so quick"
    r"|that was quick|that was fast|so fast|very quick|a|oh|ah|aha|haha|hehe|lol|yours|with love"
    r"|love it|love your shop|xx*|xo|xoxo|hugs|kisses|and|so|well|oh wow|as always|as ever)",
    r"(?:and )?(?:хорошего|приятного|удачного|доброго|прекрасного|замечательного|отличного"
    r"|продуктивного|спокойного|чудесного)(?: вам| всем)?"
    r" (?:дня|вечера|выходного|утра|настроения|времени суток|остатка дня)(?: вам| всем)?",
    r"(?:вам )?(?:хороших|приятных|удачных|отличных)(?: вам)? (?:выходных|праздников)(?: вам)?",
    r"(?:с наступающим|с праздником|с новым годом|с рождеством|с наступающими праздниками"
    r"|всего доброго|всего хорошего|всего наилучшего|всех благ|удачи|удачи вам|здоровья"
    r"|здоровья вам|процветания|процветания вам|процветания вашему магазину|успехов"
    r"|успехов вам|добра|мира|мира и добра|вам того же|взаимно|до свидания|до встречи|пока"
    r"|хорошей работы|хорошей недели|так держать|молодцы|обнимаю|ой|о|ох"
    r"|ну|вот|все|и вам тоже|и вам|отличный сервис|отличная работа|хорошая работа|прекрасный сервис"
    r"|очень оперативно|так быстро|быстро вы|как всегда|приятно иметь с вами дело)",
    r"(?:życzę |zycze )?(?:miłego|milego|dobrego|udanego|wspaniałego|przyjemnego|spokojnego"
    r"|pięknego)"
    r" (?:dnia|weekendu|wieczoru|popołudnia|tygodnia|popoludnia)(?: życzę| zycze)?",
    r"(?:życzę )?(?:wesołych|spokojnych|radosnych) świąt",
    r"(?:wszystkiego dobrego|wszystkiego najlepszego|do widzenia|do usłyszenia|pa|nawzajem"
    r"|wzajemnie"
    r"|powodzenia|oby tak dalej|tak trzymać|świetna robota|dobra robota|świetna obsługa"
    r"|super obsługa|o|oo|i|nie ma za co|nie ma problemu|ekspresowo|tak szybko"
    r"|jak zawsze|spokojnej pracy|miłej pracy|szczęśliwego nowego roku|dobrego)",
]
GREETINGS = [
    r"(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings)"
    r"(?: (?:there|all|team|everyone|again|guys|sir|madam|customer service|support|support team))*",
    r"(?:здравствуйте|здравствуй|привет|приветствую|добрый день|доброе утро|добрый вечер"
    r"|доброго дня"
    r"|доброй ночи|доброго времени суток|доброго утра|доброго вечера|уважаемая|уважаемый"
    r"|уважаемые|дорогая|дорогой)(?: (?:еще раз|всем|коллеги))*",
    r"(?:dzień dobry|dzien dobry|dobry wieczór|dobry wieczor|cześć|czesc|hej|witam|witaj|witam"
    r" serdecznie|szanowni państwo|szanowna pani|szanowny panie|droga|drogi|pani|panie)"
    r"(?: (?:pani|panie|wszystkich))*",
]
CLOSINGS = [
    r"(?:(?:with )?(?:kind|best|warm|warmest|kindest|many)? ?regards|best wishes|best|all best"
    r"|cheers|yours sincerely|yours truly|yours faithfully|sincerely(?: yours)?|warmly|cordially"
    r"|yours|respectfully|rgds|br|kr|love|with thanks|with gratitude|with best wishes"
    r"|with kind regards|sent from my (?:iphone|ipad|phone|samsung|android|galaxy|mobile))",
    r"(?:с уважением|с наилучшими пожеланиями|с наилучшими|с благодарностью|с теплом|с любовью"
    r"|искренне ваш|искренне ваша|искренне|ваш|ваша|с приветом|с признательностью"
    r"|отправлено с iphone"
    r"|отправлено из мобильной почты|отправлено из яндекс почты"
    r"|отправлено из мобильной почты яндекса"
    r"|отправлено из почты mail ru|с ув)",
    r"(?:z poważaniem|z powazaniem|pozdrawiam(?: serdecznie| cieplo| ciepło)?|serdecznie pozdrawiam"
    r"|pozdrowienia|serdeczności|serdecznosci|z pozdrowieniami|z wyrazami szacunku|pozdr"
    r"|serdeczne pozdrowienia|wysłane z (?:iphone|telefonu|androida)|miłego|z wdzięcznością"
    r"|łączę pozdrowienia|łącze pozdrowienia|pzdr)",
]
FOR = {"en": r"for", "ru": r"за", "pl": r"za"}
