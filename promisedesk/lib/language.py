"""Which language a short text is in: script, letters and everyday words decide most of it.

Only what stays undecided goes to py3langid, which costs about 100 MB and half a second when
it is first loaded; a mail of a few words in a common language never gets that far.
"""

import re
from functools import lru_cache

MOST_WORDS = 150  # more says nothing new
MOST_CHARACTERS = 2000
LANGID = [
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fi",
    "fr",
    "hr",
    "hu",
    "it",
    "lt",
    "lv",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sv",
    "tr",
    "uk",
    "be",
]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_EDGES = "\"'.,;:!?()[]{}<>«»„“”*-–—…_"

_SCRIPTS = (  # first letter, last letter, language
    ("\u0370", "\u03ff", "el"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
)

# Words people use in letters to a shop. A word may belong to several languages.
_WORDS = {
    "en": "the and is are was were it my your you i we they he this that what where when how why "
    "have has had do does did can could would should will not no yes please thank thanks "
    "hello hi dear order parcel package delivery refund return of to in for with from on at "
    "be been but if or an by as about any me our there here still yet get got received "
    "ordered want need help regards best sincerely am don't didn't isn't hasn't haven't it's "
    "i'm which who invoice size much many cancel change shipping ship money back broken wrong "
    "arrived good morning shirt payment price available item store shop address track "
    "tracking number today yesterday",
    "pl": "i w z na nie się sie jest są sa to że ze do czy jak gdzie kiedy dlaczego co mój "
    "moj moja "
    "moje moją mojej mojego proszę prosze dziękuję dziekuje dzień dzien dobry witam cześć "
    "czesc pozdrawiam zamówienie zamowienie zamówienia zamowienia zamówieniu zamowieniu "
    "zamówiłam zamówiłem zamowilam zamowilem paczka paczki paczkę paczke przesyłka przesylka "
    "przesyłki przesylki przesyłkę przesylke zwrot zwrotu zwrócić zwrocic reklamacja "
    "reklamacji reklamację reklamacje faktura faktury fakturę fakture dla od po przez przy "
    "jeszcze już juz tylko ale oraz lub albo bo który ktory która ktora które ktore mam mogę "
    "moge można mozna czekam dostałam dostałem dostalam dostalem otrzymałam otrzymałem "
    "otrzymalam otrzymalem będzie bedzie było bylo był byl była byla za ten ta te tego tej "
    "tym jeśli jesli rozmiar pieniądze pieniadze pomoc pomocy kupiłam kupiłem kupilam kupilem "
    "numer przesłać przeslac państwo panstwo państwa panstwa pan pani dostawa dostawy "
    "chciałbym chcialbym chciałabym chcialabym chcę chce nadal wciąż wciaz dotarła dotarla "
    "dotarło dotarl dotarł mi nas mnie uszkodzony uszkodzona uszkodzone adres zmienić zmienic "
    "anulować anulowac sklep sklepu poważaniem powazaniem serdecznie prośba zapytanie ile "
    "kosztuje jaki jaka jakie halo hej",
    "de": "der die das und ist ich nicht ein eine einen zu mit für auf im wo wann warum wie was "
    "mein meine meiner meinen sie wir ihr es den dem des von bei bitte danke hallo guten tag "
    "sehr geehrte geehrter bestellung paket lieferung rechnung rücksendung habe hat haben "
    "wurde wird noch schon kann können oder aber wenn dass auch nach aus an bin sind grüße "
    "grüßen freundlichen",
    "fr": "le la les de des du et est je ne pas un une pour dans sur où quand comment pourquoi mon "
    "ma mes vous nous il elle que qui avec bonjour merci commande colis livraison facture "
    "remboursement ce cette au aux votre vos été avez ai suis cordialement par mais si plus "
    "toujours reçu c'est j'ai",
    "es": "el la los las de y es no un una que en por para con dónde donde cuándo cuando cómo como "
    "mi mis su hola gracias pedido paquete envío envio factura devolución devolucion está "
    "esta he ha pero si más mas del al lo me se muy saludos buenos días dias tengo quiero "
    "puedo todavía aún",
    "it": "il la lo i gli le di e è non un una che in per con dove quando come perché perche mio "
    "mia miei ciao buongiorno grazie ordine pacco spedizione fattura reso rimborso sono ho ha "
    "ma se più del della al alla mi si molto saluti cordiali ancora vorrei posso arrivato",
    "pt": "o a os as de e é não nao um uma que em por para com onde quando como meu minha meus "
    "obrigado obrigada olá ola bom dia pedido encomenda entrega fatura devolução reembolso "
    "está esta foi mas se mais do da no na ao eu você voce tenho quero posso ainda",
    "nl": "de het een en is ik niet mijn je u wij dat die wat waar wanneer waarom hoe van op in te "
    "met voor aan bij hallo dank bedankt bestelling pakket levering factuur retour heb heeft "
    "hebben nog maar als ook naar uit kan kunnen wordt werd geachte groet groeten "
    "vriendelijke graag",
    "sv": "och är jag inte en ett det som på för med av till min mitt mina var när hur varför hej "
    "tack beställning paket leverans faktura retur har hade kan men om så vi ni du den de "
    "från vänliga hälsningar ännu",
    "da": "og er jeg ikke en et det som på for med af til min mit mine hvor hvornår hvordan "
    "hvorfor "
    "hej tak ordre bestilling pakke levering faktura retur har havde kan men om så vi i du "
    "den de fra venlig hilsen endnu",
    "no": "og er jeg ikke en et det som på for med av til min mitt mine hvor når hvordan hvorfor "
    "hei takk ordre bestilling pakke levering faktura retur har hadde kan men om så vi dere "
    "du den de fra vennlig hilsen ennå",
    "cs": "a je jsem ne se na v že to do s z pro kde kdy jak proč můj moje mou dobrý den děkuji "
    "prosím objednávka objednávku balík zásilka zásilku faktura vrácení není jsou ale nebo "
    "když už ještě mám mohu od po při který která které pozdravem",
    "sk": "a je som nie sa na v že to do s z pre kde kedy ako prečo môj moja dobrý deň ďakujem "
    "prosím objednávka objednávku balík zásielka zásielku faktúra vrátenie sú ale alebo keď "
    "už ešte mám môžem od po pri ktorý ktorá ktoré pozdravom",
    "hu": "a az és nem van hol mikor hogy miért egy csomag rendelés számla köszönöm kérem jó napot "
    "meg még már de is ez azt vagy mert üdvözlettel",
    "ro": "și si este nu unde când cand cum de la un o în in pe cu pentru comanda coletul colet "
    "factura mulțumesc multumesc bună buna ziua am ați sunt dar mai să sa că ca",
    "tr": "ve bir bu nerede ne zaman nasıl neden için ile merhaba teşekkürler teşekkür sipariş "
    "siparişim kargo fatura iade değil var yok ama çok mi mı lütfen",
    "fi": "ja on ei se että missä milloin miten miksi minun hei kiitos tilaus tilaukseni paketti "
    "lasku palautus mutta tai jos olen ole vielä ystävällisin terveisin",
    "ru": "и в не на я что где когда почему как мой моя моё мое мои вы мы он она это с по у за из "
    "от для до но или если ещё еще уже только можно пожалуйста спасибо здравствуйте добрый "
    "день привет заказ заказа заказала заказал посылка посылку возврат вернуть деньги "
    "доставка доставки товар есть был была было нет да меня мне вам вас ваш уважением так же "
    "бы то при о ли",
    "uk": "і й в у не на я що де коли чому як мій моя моє мої ви ми він вона це з по за із від для "
    "до але або якщо ще вже тільки можна ласка дякую вітаю добрий день привіт замовлення "
    "посилка посилку повернення доставка товар є був була було немає так мене мені вам вас "
    "ваш повагою чи та",
    "be": "і й у ў не на я што дзе калі чаму як мой мая маё вы мы ён яна гэта з па за ад для "
    "да але "
    "або яшчэ ўжо толькі дзякуй вітаю добры дзень замова пасылка",
    "bg": "и в не на аз че къде кога защо как моят моята вие ние той тя това с по за от до но или "
    "ако още вече само моля благодаря здравейте добър ден поръчка поръчката пратка пратката "
    "връщане доставка е съм са се да ли има няма",
    "sr": "и у не на ја да где када зашто како мој моја ви ми он она то са по за од до али или ако "
    "још већ само молим хвала здраво добар дан поруџбина пакет је сам су се",
}
_LETTERS = {  # letters that speak for a language, against all that lack them
    "pl": "ąęłńśźż",
    "de": "ßäöü",
    "fr": "èêëîïùûçœàâ",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "cs": "ěřů",
    "sk": "ľĺŕ",
    "hu": "őű",
    "ro": "ășțşţ",
    "tr": "ğışİ",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "fi": "äö",
    "uk": "іїєґ",
    "ru": "ыэё",
    "be": "ў",
    "sr": "ђјљњћџ",
    "bg": "ъщ",
}
_CYRILLIC = ("ru", "uk", "be", "bg", "sr")


def _index() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[str]]]:
    """(languages of a word with its weight: rare and long words say more, languages of a letter)"""
    of_word: dict[str, list[str]] = {}
    of_letter: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in set(words.split()):
            of_word.setdefault(word, []).append(language)
    for language, letters in _LETTERS.items():
        for letter in letters:
            of_letter.setdefault(letter, []).append(language)
    weighted = {
        word: [(each, (1 if len(word) > 2 else 0.6) / len(found) ** 0.5) for each in found]
        for word, found in of_word.items()
    }
    return weighted, of_letter


_BY_WORD, _BY_LETTER = _index()


def recognise(text: str, *, hint: str | None = None, by_words_only: bool = False) -> str | None:
    """ISO 639-1 code of the language of `text`, None if nothing speaks for any.

    `hint`: the language to believe when the text is too short to tell, e.g. the customer's
    last one. `by_words_only`: never load the statistics, which is for whoever has no time or
    no memory for them; what stays undecided is the hint then.
    """
    if not text:
        return hint
    words = _plain_words(text[:MOST_CHARACTERS].lower().replace("’", "'"))
    if not words:
        return _script(text) or hint
    letters = "".join(words)
    if not letters.isascii() and (found := _script(letters)):
        return found
    scores = _scores(words, letters)
    if by_words_only:
        return (_decided(scores, hint) if scores else None) or hint
    if scores:
        return _decided(scores, hint) or _by_langid(" ".join(words), hint, scores)
    if len(words) < 3 and letters.isascii():
        return hint
    return _by_langid(" ".join(words), hint, {})


def _plain_words(text: str) -> list[str]:
    """Words in the order of the text, without addresses, links and anything with a digit."""
    words: list[str] = []
    for piece in text.split():
        bare = piece.strip(_EDGES)
        if bare.isalpha():
            words.append(bare)
        elif not any(sign in bare for sign in ("@", "://", "www.", *"0123456789")):
            words += _WORD.findall(bare)
        if len(words) >= MOST_WORDS:
            break
    return words


def _script(letters: str) -> str | None:
    """The language of a script that only one common language uses."""
    count: dict[str, int] = {}
    for char in letters[:400]:
        if char < "\u0370":
            continue
        for first, last, language in _SCRIPTS:
            if first <= char <= last:
                count[language] = count.get(language, 0) + 1
                break
    total = sum(count.values())
    if not total or total * 3 < len(letters[:400]):
        return None
    if count.get("ja", 0) * 10 > total:
        return "ja"
    if count.get("ar") and any(char in letters for char in "پچژگ"):
        return "fa"
    return max(count, key=count.__getitem__)


def _scores(words: list[str], letters: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    for word in words:
        for language, weight in _BY_WORD.get(word, ()):
            scores[language] = scores.get(language, 0) + weight
    if not letters.isascii():
        for char in set(letters):
            for language in _BY_LETTER.get(char, ()):
                scores[language] = scores.get(language, 0) + min(letters.count(char), 6) * 0.5
        start = letters[:200]
        if sum("\u0400" <= char <= "\u04ff" for char in start) * 2 > len(start):
            return _cyrillic(scores, letters)
    return scores


def _cyrillic(scores: dict[str, float], letters: str) -> dict[str, float]:
    """Russian is the guess when nothing in a Cyrillic text speaks against it."""
    scores = {each: value for each, value in scores.items() if each in _CYRILLIC}
    if not any(char in letters for char in "іў"):
        scores.pop("be", None)  # Russian «3 мая» is not Belarusian «мая» (my)
    if "bg" in scores and not re.search("ъ(?![еёюя])", letters):
        scores["bg"] -= min(letters.count("ъ"), 6) * 0.5  # «объяснять» is Russian
    if any(char in letters for char in "іїєґ") and not any(char in letters for char in "ыэ"):
        scores["be" if "ў" in letters else "uk"] = scores.get("uk", 0) + 4
        scores.pop("ru", None)
    if any(char in letters for char in "ыэё"):
        scores["ru"] = scores.get("ru", 0) + 2
    if not scores or max(scores.values()) < 0.5:
        scores["ru"] = scores.get("ru", 0) + 2
    return scores


def _decided(scores: dict[str, float], hint: str | None) -> str | None:
    ranked = sorted(scores.items(), key=lambda each: -each[1])
    best, most = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    if hint and scores.get(hint, 0) >= most * 0.9:
        return hint
    if most >= 0.6 and most >= 1.3 * second:
        return best
    return best if most - second >= 3 else None


def _by_langid(text: str, hint: str | None, scores: dict[str, float]) -> str | None:
    """The statistical guess, believed over the words only where these left a choice."""
    allowed = {each for each in scores if scores[each] >= 0.6 * max(scores.values())}
    if hint and (not scores or hint in allowed) and len(text) < 25:
        return hint
    if len(text) < 20 and not allowed:
        return hint
    try:
        guesses = _langid().rank(text[:2000])
    except Exception:
        return hint or (max(scores, key=scores.__getitem__) if scores else None)
    for language, _ in guesses:
        language = "no" if language in ("nb", "nn") else language
        if not allowed or language in allowed:
            return str(language)
    return hint


@lru_cache(maxsize=1)
def _langid():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = set(identifier.labels)
    identifier.set_languages([each for each in LANGID if each in known])
    return identifier
