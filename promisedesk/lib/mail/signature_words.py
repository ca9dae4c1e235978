"""The words below a mail's words: programs' own lines, closings, disclaimers. Data only.

All in lower case, as regular expressions joined by "|".
"""

# A mail program's own last line opens with one of these and names a thing or a program.
SENT_FROM = (
    "sent from|sent with|sent via|sent using|sent by|sent on the (?:go|move)|"
    "sent while on the (?:go|move)|typed (?:on|with|from)|written on my|"
    "envoyé de|envoyé depuis|envoyé à partir|envoyé avec|envoyé par|"
    "отправлено с|отправлено со|отправлено из|отправлено от|отправлено через|отправленo|"
    "отправлено при помощи|отправлено с помощью|послано с|послано из|написано с|"
    "надіслано з|надіслано із|надіслано за допомогою|відправлено з|відправлено із|даслана з|"
    "wysłan[eoa] (?:z|ze|za pomocą|przez|przy użyciu|w)|wyslan[eoa] z|napisane na|"
    "von meinem|von unterwegs|gesendet (?:von|mit|über|aus|via)|"
    "diese nachricht wurde (?:von|mit)|"
    "enviado (?:desde|do|de|con|a partir|pelo|com|mediante)|"
    "inviato (?:da|dal|dalla|con|tramite)|verzonden (?:vanaf|met|vanuit|via|door)|"
    "verstuurd (?:vanaf|met|vanuit|via)|skickat (?:från|med|via)|skickades från|"
    "sendt (?:fra|med|via)|lähetetty|odesláno (?:z|ze|pomocí)|odoslané (?:z|zo|pomocou)|"
    "trimis de (?:pe|la)|poslano (?:z|s|iz)|изпратено от|послато са|enviat des"
)
# Of scripts and languages that put the thing first.
SENT_LAST = (
    "から送信", "から送信されました", "에서 보냄", "에서 보낸 메일", "gönderildi", "küldve",
    "gesendet", "傳送", "发送",
)  # fmt: skip
SENT_IN_CHINESE = "发自|發自|从我|從我|来自我|來自我"
GET_PROGRAM = (
    "get|download|try|install|télécharger|téléchargez|obtenir|obtenez|получить|получите|загрузить|"
    "загрузите|скачать|скачайте|установите|отримати|отримайте|завантажити|pobierz|uzyskaj|"
    "holen sie sich|laden sie|obtener|obtén|obtenga|descarga|obter|obtenha|baixe|baixar|scarica|"
    "ottieni|hämta|skaffa|hent|få|hanki|lataa|získejte|stáhnout|získajte|descărcați|obțineți|"
    "获取|下载|取得"
)
PROGRAMS = (
    "outlook|bluemail|typeapp|spark|proton mail|protonmail|gmail|yahoo mail|aquamail|edison|canary"
)
# What a line names, from the start of a word. Post offices are no programs.
THINGS = (
    "iphone|iphon|ipad|ipod|айфон|айпад|android|андро[иі]д|samsung|galaxy|huawei|honor|xiaomi|redmi|poco|"
    "oppo|realme|oneplus|vivo|tecno|infinix|pixel|nokia|sony|xperia|motorola|moto|lg|htc|"
    "blackberry|kindle|windows|mac|ios|outlook|e-?mail|mail|mymail|"
    "почт|пошт|poczt|courrier|correo|posta|post|"
    "yahoo|gmail|яндекс|yandex|proton|spark|bluemail|aquamail|aqua|typeapp|thunderbird|sparrow|"
    "acompli|boxer|edison|canary|airmail|polymail|superhuman|shortwave|missive|unibox|zoho|"
    "fastmail|em client|wiko|asus|lenovo|телефон|смартфон|планшет|мобильн|мобільн|мобилк|phone|"
    "smartphone|cellphone|cell|tablet|mobile|telefon|smartfon|komórk|mobiln|handy|"
    "téléphone|portable|tele2|wp\\.pl|wp|onet|interia|o2|gmx|web\\.de|app|apps|applik|"
    "приложени|додатк|aplikacj|aplikac|application|aplicación|aplicativo|device|appareil|"
    "устройств|пристро|urządze|gerät|dispositivo|myoffice|мойофис|мой офис|teléfono|móvil|"
    "celular|telemóvel|telefono|telefoon|mobil|rambler|рамблер|vk|verizon|t-mobile|at&t|"
    "tutanota|tuta|hey|fairmail|fairemail|k-9|k9|roundcube|icloud|aol|ukr\\.net"
)
THINGS_INSIDE = "手机|手機|邮箱|郵箱|邮件|スマホ|携帯|휴대폰|스마트폰"
# Lines of programs that name nothing above.
WHOLE_LINES = frozenset([
    "sent from front", "sent from nine", "sent from hey", "yahoo mail: search, organize, conquer",
    "yahoo mail: search, organise, conquer", "get the new aol app: mail.mobile.aol.com",
    "von unterwegs gesendet", "sent on the go", "sent on the move", "sent on the run",
    "sent from a mobile", "wysłane w biegu", "отправлено на бегу", "outlook for android'i edinin",
    "outlook for ios'u edinin", "via mobile",
])  # fmt: skip
EXCUSES = (
    "get the app|(?:please |kindly )?(?:excuse|pardon|forgive|ignore|apologies|sorry)|"
    "извините|прошу прощения|простите|przepraszam|proszę wybaczyć|wybacz|"
    "bitte entschuldigen|entschuldigen sie|veuillez|désolé|disculpe|perdone|desculpe|scusa"
)
# Where one of these follows the thing, a customer is telling a story.
TELLING = (
    "to|and|but|so|because|yesterday|today|is|was|are|were|has|have|had|will|i|you|we|it|they|he|"
    "she|your|not|my|that|which|и|а|но|что|чтобы|вам|вчера|сегодня|не|уже|ещё|еще|ваш\\w*|я|мы|вы|"
    "росси\\w*|росії|polsk\\w*|по|было|была|пришл\\w*|i|ale|wczoraj|dzisiaj|dziś|nie|już|do|"
    "państwa|wam|że|bo|jest|był\\w*|"
    "und|aber|gestern|heute|nicht|ist|war|zu|et|mais|hier|pas|est|y|pero|ayer|no|e|ma|ieri|non|"
    "en|maar|gisteren|niet|och|men|og|та|але|вчора|сьогодні"
)
ANTIVIRUS = (
    "virus-free|avast\\.|avg\\.com|wolny od wirusów|bez wirusów|nie zawiera wirusów|без вирусов|"
    "не содержит вирусов|без вірусів|virenfrei|sans virus|libre de virus|livre de vírus|"
    "privo di virus|virusvrij|neobsahuje žádné viry"
)

CLOSINGS = (
    "regards|best regards|kind regards|warm regards|with regards|best|best wishes|thanks|"
    "many thanks|thank you|thanks and regards|thanks & regards|cheers|sincerely|yours sincerely|"
    "yours faithfully|yours truly|respectfully|с уважением|с наилучшими пожеланиями|"
    "всего доброго|всего хорошего|спасибо|заранее спасибо|заранее благодарю|благодарю|"
    "с благодарностью|с приветом|с почтением|ваш|ваша|хорошего дня|"
    "pozdrawiam|pozdrawiam serdecznie|serdecznie pozdrawiam|z poważaniem|z powazaniem|"
    "z wyrazami szacunku|łączę pozdrowienia|łączę wyrazy szacunku|dziękuję|dziekuje|"
    "z pozdrowieniami|pozdrowienia|pozdr|dzięki|dziękuję i pozdrawiam|miłego dnia|"
    "з повагою|дякую|з найкращими побажаннями|mit freundlichen grüßen|"
    "mit freundlichen grüssen|freundliche grüße|viele grüße|liebe grüße|beste grüße|mfg|"
    "grüße|gruß|danke|cordialement|bien cordialement|merci|salutations|bien à vous|saludos|"
    "un saludo|atentamente|gracias|cordiali saluti|distinti saluti|saluti|grazie|"
    "met vriendelijke groet|vriendelijke groet|groet|groeten|bedankt|mvg|atenciosamente|"
    "obrigado|obrigada|cumprimentos|abraços|med vänlig hälsning|vänliga hälsningar|mvh|hälsningar|"
    "tack|med venlig hilsen|venlig hilsen|hilsen|kh|med vennlig hilsen|vennlig hilsen|takk|tak|"
    "s pozdravem|s přátelským pozdravem|děkuji|terveisin|üdvözlettel|cu stimă"
)

# A disclaimer opens with one of these, says whom it is meant for and what others must not do.
DISCLAIMER_STARTS = (
    "this e-?mail|this message|this communication|this electronic|this transmission|"
    "the information (?:contained |transmitted )?in this|the information contained|"
    "the contents? of this|confidential|disclaimer|legal notice|privileged|important notice|"
    "notice[ :]|information in this|any (?:views|opinions)|"
    "данное (?:электронное |почтовое )?(?:сообщение|письмо)|"
    "настоящее (?:электронное )?(?:сообщение|письмо)|это (?:электронное )?(?:сообщение|письмо)|"
    "информация, содержащаяся|содержание (?:данного|этого|настоящего)|"
    "сообщение и (?:любые )?вложения|внимание[!:]|конфиденциальн|"
    "уведомление о конфиденциальности|це (?:електронне )?(?:повідомлення|лист)|"
    "niniejsza (?:wiadomość|korespondencja)|ta wiadomość|wiadomość ta|ten e-?mail|"
    "niniejszy e-?mail|treść (?:tej|niniejszej|tego|niniejszego)|informacje zawarte|"
    "informacja zawarta|zawartość (?:tej|niniejszej)|uwaga[!:]|poufne|klauzula poufności|"
    "zastrzeżenie|diese e-?mail|diese nachricht|der inhalt dieser|die information|vertraulich|"
    "hinweis[ :]|ce message|ce courriel|cet e-?mail|les informations contenues|"
    "este (?:mensaje|correo|e-?mail)|la información contenida|aviso|esta mensagem|as informações|"
    "questo messaggio|questa e-?mail|le informazioni contenute|dit bericht|deze e-?mail|"
    "de informatie|tato zpráva|tento e-?mail|detta meddelande|denne e-?mail|denne meddelelse"
)
DISCLAIMER_MEANT = (
    "confidential|privileged|intended (?:only |solely |recipient|for)|addressee|"
    "конфиденциальн|предназначен|адресат|конфіденційн|адресат|"
    "poufn|adresat|przeznaczon|tajemnic|vertraulich|adressat|empfänger|"
    "confidentiel|destinataire|confidencial|destinatari|riservat|vertrouwelijk|geadresseerde|"
    "důvěrn|adresát|konfidentiel|fortrolig"
)
DISCLAIMER_FORBIDS = (
    "in error|by mistake|delete|destroy|unauthori[sz]ed|prohibited|not the intended|disclos|"
    "по ошибке|ошибочно|удалит|уничтож|запрещ|не являетесь|не допускается|помилково|видалит|"
    "omyłkow|pomyłk|przez pomyłkę|usuni|usunąć|skasow|zabronion|"
    "nie jest(?:eś|em)? (?:zamierzonym |jej )?adresatem|wzbronion|nieuprawnion|irrtümlich|"
    "löschen|vernichten|nicht der richtige|unbefugt|par erreur|détruire|supprimer|por error|"
    "eliminar|elimin[ea]|por engano|apagar|per errore|cancell|abusievelijk|ten onrechte|"
    "verwijder|omylem|smazat|smažte|av misstag|ved en fejl|slet"
)
PRINTING = (
    "(?:please )?(?:consider|think of|think about|save) (?:the )?(?:environment|trees|paper)|"
    "before (?:you )?print|подумайте об (?:окружающей среде|экологии)|"
    "прежде чем (?:рас)?печатать|берегите (?:природу|лес|деревья)|"
    "zanim wydrukujesz|przed wydrukowaniem|pomyśl o (?:środowisku|drzewach)|"
    "denken sie an die umwelt|bevor sie (?:diese )?(?:e-?mail|mail) (?:aus)?drucken|"
    "pensez à l.environnement|piense en el medio ?ambiente|pensi all.ambiente|denk aan het milieu"
)

# A block with one of these talks to the reader.
MINE = (
    "my|mine|our order|your|you|please|is|мой|моя|моё|мое|мои|моего|моей|вам|вас|ваш\\w*|это|"
    "пожалуйста|жду|мой номер|mój|moja|moje|mojego|mojej|państwa|proszę|jest|to|czekam|"
    "mein|meine|meiner|ihre|bitte|ist|mon|ma|mes|votre|est|mi|mis|es|su|il mio|la mia|è|mijn|uw|"
    "meu|minha|moje číslo|min|mitt|мій|моє|моя|це"
)
POSTSCRIPT = "p\\.?\\s?p?\\.?\\s?s[.:,\\s]|п\\.?\\s?с[.:,\\s]|з\\.?ы[.:,\\s]|зы\\s|nb[.:]|edit:"
# The words above a block that was asked for: an address to send to, a number to call.
GIVES_ADDRESS = (
    "address|ship|send|sent|deliver|account|iban|card|number|phone|call|contact|details|below|"
    "here|recipient|refund|return|адрес|отправ|достав|пришл|вышл|послать|верн|возврат|карт|номер|"
    "телефон|звон|свяж|связ|контакт|данны|ниже|получател|реквизит|adres|wysł|wyśl|przesł|prześl|"
    "dostaw|konto|kont|numer|telefon|zadzwo|dzwoni|kontakt|dane|danych|poniżej|odbior|zwrot|zwró|"
    "адрес|надісл|надішл|достав|номер|картк|рахун|adresse|liefer|schick|send|konto|nummer|anruf|"
    "ruf|daten|unten|livr|envoy|compte|numéro|appel|coordonnées|dirección|env[ií]|cuenta|llam|"
    "indirizzo|sped|invi|conto|numero|chiam|adres|bezorg|stuur|rekening|bel|morada|endereço"
)
CONTACT_LABELS = (
    "tel|telephone|phone|mobile|mob|cell|fax|email|mail|e|t|m|f|w|p|web|www|skype|telegram|"
    "whatsapp|viber|direct|office|main|ext|or|and|тел|телефон|моб|мобильный|раб|факс|почта|эл|сайт|"
    "доб|вн|и|или|г|ул|д|кв|оф|стр|обл|телефон|komórka|kom|faks|strona|wew|ul|al|pl|lok|i|lub|biuro|"
    "telefon|handy|mobil|durchwahl|und|téléphone|portable|bureau|teléfono|móvil|cellulare|telefono|"
    "telefoon|mobiel|telefone|telemóvel"
)
