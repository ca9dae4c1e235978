"""The words mail programs put around quotes, by language. Data only.

Sources: the programs themselves (Gmail, Outlook, Apple Mail, Thunderbird, Yandex, Mail.ru,
WP, Onet, The Bat!, phones) and public test sets. All in lower case.
"""

# "On Monday Anna wrote:" - the verb alone proves nothing, see attributions.is_attribution.
WROTE = (
    "wrote|writes|sent|said|"
    "пишет|писал|писала|писал\\(а\\)|писал\\(-а\\)|написал|написала|написал\\(а\\)|"
    "написал\\(-а\\)|написали|писали|сообщил|сообщила|сообщает|отправил|отправила|"
    "pisze|pisał|pisała|pisał\\(a\\)|napisał|napisała|napisał\\(a\\)|napisano|napisana|"
    "napisali|pisał/a|napisał/a|napisał/-a|pisałeś|pisałaś|napisałeś|napisałaś|napisal\\(a\\)|"
    "można przeczytać|czytamy|"
    "пише|писав|писали|написав|написала|написав\\(ла\\)|написав\\(-ла\\)|піша|напісаў|"
    "schrieb|schrieben|schriebst|geschrieben|schreibt|"
    "a écrit|écrit|écrivait|escribió|escribio|escribiste|"
    "ha scritto|scritto|scrive|schreef|geschreven|escreveu|skrev|kirjoitti|"
    "napsal|napsala|napsal\\(a\\)|napsal/a|napísal|napísala|napísal\\(a\\)|píše|"
    "a írta|írta|írta ezt|a scris|написа|γράφει|έγραψε|yazdı|şunu yazdı|şunları yazdı|"
    "đã viết|menulis|เขียน|כתב|כתבה|كتب|a scrit|rašė|kirjutas|rakstīja|је написао|je napisao|"
    "je napisal|je napisala|написао"
)
# Verbs of scripts that put no blanks around words.
WROTE_INSIDE = (
    "写道|寫道|写了|のメール|さんは書きました|が書きました|は書きました|からのメール|"
    "작성|쓴 글|님이 쓰기|썼습니다|viết"
)
# A line may open an attribution with one of these; the date may follow later.
ON = (
    "on|am|le|il|el|em|op|den|på|dne|dňa|dnia|w dniu|z dnia|w|we|в|во|у|ў|на|în|la|às|as|al|vào|"
    "pe|pada|ngày|wiadomość|wiadomość napisana(?: w dniu)?|w wiadomości|w (?:twoim )?liście|"
    "в письме|в сообщении|у листі|le|du|da|dia|a|at|från|от|від|пользователь|користувач|"
    "użytkownik|what|在|於|于|в сообщении от"
)
# Openings that name no sender: "You wrote on Monday:".
YOU_WROTE = (
    "sent from|вы писали|вы написали|ви писали|you wrote|pisałeś|pisałaś|napisałeś|napisałaś|"
    "du schriebst|sie schrieben|vous écriviez|vous avez écrit"
)
MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|"
    "окт|ноя|дек|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|січ|лют|бер|кві|тра|чер|лип|сер|"
    "вер|жов|лис|гру|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|"
    "giu|lug|ott|mei|mrt|fev|out|set|des|led|úno|bře|dub|kvě|čer|srp|zář|říj|pro|tháng|月|"
    "oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|"
    "loka|marras|joulu|ian|mart|iun|iul|noi|febr|márc|ápr|máj|jún|júl|szept|січ|груд|сент|sept|"
    "janeiro|fevereiro|março|julho|ιαν|φεβ|μαρ|απρ|μαΐ|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|δεκ"
)
WEEKDAYS = (
    "mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред|четверг|пятниц|"
    "суббот|воскресенье|pon|wt|śr|czw|pt|pią|sob|niedz|nd|пон|вів|сер|чет|п'ят|суб|нед|mo|di|mi|"
    "do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|"
    "ven|sam|dim|mié|jue|vie|sáb|dom|gio|sab|ma|wo|vr|za|zo|seg|ter|qua|qui|sex|tir|ons|tor|tors|"
    "lør|lör|søn|sön|po|út|st|čt|pá|ne|星期|周|週"
)

# Labels of the header block programs copy above what they quote, by what they mean.
LABELS = {
    "from": (
        "from|от|от кого|od|nadawca|від|від кого|von|de|da|van|fra|från|avsändare|lähettäjä|"
        "odesílatel|feladó|de la|发件人|寄件者|差出人|送信者|보낸 사람|kimden|gönderen|από|מאת|من|"
        "expéditeur|remitente|mittente|afzender|ад|expediteur|från|od koho"
    ),
    "sent": (
        "sent|date|sent at|date sent|on|отправлено|дата|отправлен|дата отправки|wysłano|wysłane|"
        "data|data wysłania|wysłany|надіслано|відправлено|gesendet|datum|gesendet am|envoyé|"
        "envoyé le|date d'envoi|enviado|enviado el|enviada em|fecha|inviato|inviata|verzonden|"
        "sendt|dato|skickat|lähetetty|päivämäärä|odesláno|odoslané|elküldve|küldve|dátum|trimis|"
        "发送时间|发送日期|寄件日期|日期|送信日時|日時|日付|보낸 날짜|날짜|"
        "gönderildi|gönderilme|tarih|"
        "ημερομηνία|נשלח|تاريخ|enviado em|дата і час|data i godzina|message du"
    ),
    "to": (
        "to|кому|do|komu|an|à|a|para|aan|naar|til|till|vastaanottaja|címzett|către|收件人|收件者|"
        "宛先|받는 사람|받는사람|kime|προς|אל|إلى|adresat|получатель|destinataire|dla|каму"
    ),
    "cc": (
        "cc|bcc|копия|dw|kopia|udw|копія|kopie|copie à|copie|cópia|copia|kopi|kopia till|másolat|"
        "抄送|副本|참조|bilgi|κοιν|со|do wiadomości|kópia"
    ),
    "subject": (
        "subject|тема|тема сообщения|temat|тема листа|betreff|objet|asunto|assunto|oggetto|"
        "onderwerp|emne|ämne|aihe|předmět|predmet|tárgy|subiect|主题|主旨|件名|제목|konu|θέμα|"
        "נושא|الموضوع|sujet|тэма"
    ),
    "other": (
        "reply-to|reply to|importance|priority|attachments|ответить|приоритет|важность|вложения|"
        "odpowiedz do|priorytet|ważność|załączniki|wichtigkeit|anlagen|répondre à|importancia|"
        "importanza|prioriteit|vedhæftede filer|bilagor|message-id|organization|organizacja|reply|"
        "odpowiedź do|ответить кому|обратный адрес|user-agent|list-id|x-mailer"
    ),
}
# Words that name the whole earlier mail, between dashes.
ORIGINAL = {
    "original message", "reply message", "original mail", "original e-mail", "original email",
    "original appointment", "message original", "message d'origine", "исходное сообщение",
    "исходное письмо", "оригинальное сообщение",
    "первоначальное сообщение", "сообщение от", "ответ на сообщение", "wiadomość oryginalna",
    "oryginalna wiadomość", "treść oryginalnej wiadomości", "wiadomość pierwotna",
    "pierwotna wiadomość", "odpowiedź na wiadomość", "oryginalna wiadomosc",
    "wiadomosc oryginalna", "початкове повідомлення", "вихідне повідомлення",
    "оригінальне повідомлення", "ursprüngliche nachricht", "originalnachricht",
    "original-nachricht", "antwort nachricht", "urspr. nachricht", "message initial",
    "mensaje original", "mensagem original", "messaggio originale", "messaggio originario",
    "oorspronkelijk bericht", "origineel bericht", "oprindelig meddelelse",
    "oprindelig besked", "opprinnelig melding", "ursprungligt meddelande",
    "originalmeddelande", "alkuperäinen viesti", "původní zpráva", "původní e-mail",
    "pôvodná správa", "eredeti üzenet", "mesaj original", "mesajul original", "original ileti",
    "özgün ileti", "原始邮件", "原始郵件", "邮件原件", "元のメッセージ", "original message follows",
    "원본 메시지", "원본 메일", "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية",
    "nachricht von", "αρχικό", "arālais ziņojums", "пачатковае паведамленне",
}  # fmt: skip
# The same with a name after it: "----- Message from Shop <shop@example.com> -----".
ORIGINAL_FROM = (
    "message from", "original message from", "сообщение от", "письмо от", "wiadomość od",
    "wiadomość z dnia", "oryginalna wiadomość od", "nachricht von", "message de", "mensaje de",
    "mensagem de", "messaggio da", "bericht van", "повідомлення від",
)  # fmt: skip
# A desk's own mark, between signs: "##- Please type your reply above this line -##".
REPLY_ABOVE = (
    "repl(?:y|ies) above this line|(?:write|type|enter|add) (?:your )?reply above|"
    "reply above the line|"
    "(?:пиш|отве|ввод|вв[её]д).{0,30}выше (?:этой |данной )?(?:линии|черты|строки)|"
    "(?:pisz|odpow|napisz|wpisz).{0,30}powyżej (?:tej |niniejszej )?(?:linii|kreski|wiersza)|"
    "(?:пиш|відпов).{0,30}вище (?:цієї |цього )?(?:лінії|риски|рядка)|"
    "antwort.{0,20}(?:über|oberhalb) dieser (?:linie|zeile)|"
    "répon(?:dre|dez|se).{0,30}au-dessus de cette ligne|"
    "(?:escrib|respond).{0,30}(?:encima|arriba) de esta línea|"
    "(?:scriv|rispond).{0,30}sopra questa (?:riga|linea)|"
    "(?:respond|escrev).{0,30}acima desta linha|"
    "(?:antwoord|reactie|typ).{0,30}boven deze (?:lijn|regel)"
)
FORWARDED = {
    "forwarded message", "begin forwarded message", "forwarded mail", "forwarded by",
    "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение",
    "начало переадресованного сообщения", "начало переадресуемого сообщения",
    "конец пересылаемого сообщения", "начало пересылаемого сообщения",
    "начало перенаправленного сообщения", "конец перенаправленного сообщения",
    "перенаправленное письмо", "пересылаемое письмо", "пересланное письмо",
    "переадресованное сообщение", "переадресуемое сообщение", "пересылка сообщения",
    "wiadomość przekazana", "przekazywana wiadomość", "przesłana wiadomość",
    "początek przekazanej wiadomości", "koniec przekazanej wiadomości",
    "początek przesłanej wiadomości", "przekazany e-mail",
    "початок переадресованого повідомлення", "початок пересланого повідомлення",
    "переадресоване повідомлення", "weitergeleitete e-mail", "e-mail transféré",
    "correo reenviado", "e-mail inoltrata", "doorgestuurde e-mail", "begin doorgestuurd bericht",
    "videresendt besked", "start på videresendt besked", "videresendt e-post",
    "vidarebefordrat e-postmeddelande", "転送されたメッセージ", "전달된 메시지", "전달한 메시지",
    "mesaj redirecționat",
    "wiadomość przekazana dalej", "przekazana wiadomość", "treść przekazanej wiadomości",
    "początek przekazywanej wiadomości", "wiadomość przesłana dalej",
    "переслане повідомлення", "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail", "message transféré", "début du message réexpédié",
    "début du message transféré", "mensaje reenviado", "inicio del mensaje reenviado",
    "messaggio inoltrato", "inizio messaggio inoltrato", "doorgestuurd bericht",
    "mensagem encaminhada", "mensagem reencaminhada", "início da mensagem encaminhada",
    "videresendt meddelelse", "videresendt melding", "vidarebefordrat meddelande",
    "välitetty viesti", "přeposlaná zpráva", "přeposlaný e-mail", "preposlaná správa",
    "továbbított üzenet", "转发的邮件", "转发邮件", "轉寄郵件", "转发信息", "転送メッセージ",
    "iletilmiş mesaj", "yönlendirilmiş mesaj",
}  # fmt: skip
FORWARD_SUBJECT = ("fw:", "fwd:", "пер:", "pd:", "wg:", "tr:", "rv:", "i:", "doorst:", "enc:",
                   "vl:", "vb:", "ilt:", "转发:", "转发:", "переслано:", "пересл:", "fs:",
                   "podaj:")  # fmt: skip
