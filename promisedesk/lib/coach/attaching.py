"""Words that say a file is there: "attached", «во вложении», „w załączniku” (R10)."""

from __future__ import annotations

import re

from .findings import Span
from .unquoted import said

SEARCHED = 20_000  # characters
_FILE_EN = (
    r"(?:label|invoice|receipt|photos?|pictures?|images?|file|files|document|documents|pdf|form"
    r"|manual|copy|guide|list|screenshot|voucher|certificate|statement|contract|instructions?"
    r"|drawing|catalogue|price list|quote|offer)"
)
_PATTERNS = {
    "en": re.compile(
        rf"\b(?:(?:please |kindly )?(?:find|see|check|open|use|read"
        rf"|print)\b[^.!?\n]{{0,60}}\b(?:attached|enclosed|attachment)"
        rf"|(?:i|we)(?: have|['’]ve| am|['’]m| are|['’]re)?(?: (?:also|just|now))? (?:attach(?:ed"
        rf"|ing)?|enclos(?:e|ed|ing))\b"
        rf"|(?:attached|enclosed) (?:is|are|you(?:['’]ll| will)|here|herewith|below|for you)\b"
        rf"|(?:attached|enclosed) (?:to|with|in) (?:this|the|my|our) (?:e-?mail|mail|message"
        rf"|letter)"
        rf"|^(?:attached|enclosed)\b"
        rf"|\b{_FILE_EN}\b[^.!?\n]{{0,40}}\b(?:is|are) (?:also )?(?:attached|enclosed)\b"
        rf"|\bthe (?:attached|enclosed)\b|\bin the attach(?:ment|ed)\w{{0,3}}"
        rf"|\bsee attachments?\b|\bas an? attachment\b|\bPFA\b|\battachments? to this\b"
        rf"|\bi(?: am|['’]m)? (?:attaching|enclosing)\b)",
        re.I | re.M,
    ),
    "ru": re.compile(
        r"\b(?:(?:во|в|смотрите|см\.?) ?(?:во )?вложени(?:и|ях)|(?:во |в )?прикрепл[её]нн\w{1,3}"
        r"|(?:по)?смотрите вложени[ея]|откройте вложени[ея]|см\.? вложени[ея]"
        r"|прикрепил[аи]?|прикрепля(?:ю|ем)"
        r"|прикладыва(?:ю|ем)|прилага(?:ю|ем|емый|емая|емое|емую|емые|емом|емой)|вложением"
        r"|приложил[аи]?|вложил[аи]?"
        r"|в приложении к (?:этому )?(?:письму|сообщению)"
        r"|во вложенном|приложенн\w{2,3}|вложенн\w{2,3} файл\w{0,2}|(?:файл|счёт|счет|фото"
        r"|накладн\w{2}|договор"
        r"|инструкци\w|чек|документ\w?|бланк|форма|накле[йи]к\w|этикетк\w|акт|прайс|сертификат"
        r"|фотографи\w|снимок|скан)[^.!?\n]{0,30}\b(?:прикрепл[её]н\w?|приложен\w?|вложен\w?"
        r"|прилагается|прилагаются))\b",
        re.I,
    ),
    "pl": re.compile(
        r"\b(?:w za[lł][aą]czni(?:ku|kach)|w za[lł][aą]czeniu|za[lł][aą]czam(?:y)?"
        r"|do[lł][aą]cza(?:m|my)|za[lł][aą]czy[lł][ae]m|do[lł][aą]czy[lł][ae]m"
        r"|za[lł][aą]czyli[sś]my|do[lł][aą]czyli[sś]my|przesy[lł]a(?:m|my) w za[lł]\w{3,12}"
        r"|(?:w )?za[lł][aą]czon(?:ym|ej|ych|y|a|e|ą)\b(?: (?:plik|faktur|etykiet|dokument|zdj"
        r"|instrukcj|formularz|pdf)\w{0,4})?"
        r"|(?:plik|faktur\w|etykiet\w|dokument\w{0,2}|zdj[eę]ci\w|instrukcj\w|formularz\w{0,2}|pdf"
        r"|umow\w|cennik|ofert\w|skan\w?)[^.!?\n]{0,30}\bdo[lł][aą]czon\w{1,2}"
        r"|do[lł][aą]czon\w{1,2} do (?:tej |niniejszej )?(?:wiadomo[sś]ci|maila|e-maila|listu)"
        r"|jako za[lł][aą]cznik|zobacz za[lł][aą]cznik\w{0,2})\b",
        re.I,
    ),
}
# Not a file of ours, or none at all.
_THEIRS = re.compile(
    r"\b(?:you(?:['’]ve| have| had)? (?:kindly )?(?:attached|enclosed|sent)|your (?:attach"
    r"|enclos)\w{0,6}|(?:no|without|nothing|not|n['’]t|cannot|can['’]t|could(?:n['’]t"
    r"| not)) [^.,;!?\n]{0,25}(?:attach|enclos)\w{0,6}"
    r"|(?:please|could you|can you|if you|you can|you could|you may"
    r"|kindly)(?: also)? (?:attach|enclose)\b|re-?attach|attach(?:ment|ed file)s? (?:was"
    r"|were|is|are|did|has|have)(?:n['’]t| not|['’]t) \w+"
    r"|attached (?:it|them|this|that) to (?:the|your|our)|attached (?:to|with|by|on) (?:the |its "
    r"|a )?(?:wall|box|parcel|back|bottom|top|frame|side"
    r"|underside|handle|strap|leg|bag|lid|product|device|outside|inside|package|string|screws?"
    r"|magnet|cable|keyring|hook)"
    r"|(?:enclosed|attached) (?:in|to|with|inside) (?:the|your) (?:parcel|box|package|order"
    r"|delivery|wall)|(?:will|shall|going to) (?:be )?(?:attach|enclos)\w{0,3} (?:it|them|one"
    r"|this) (?:in|to|with) (?:the|your) (?:parcel|box|package)"
    r"|вы (?:во вложени\w |также |уже )?(?:прикреп|прилож|прислал|влож|прикладыв)\w{0,6}"
    r"|прикреп(?:ите|ить)|прилож(?:ите|ить)|(?:не|нет|без) (?:\w{2,14} ){0,2}(?:вложени|прикреп"
    r"|прилож|прилаг)\w{0,6}|ваш\w{1,3} вложени\w|вложени\w (?:нет|не )"
    r"|(?:прилага|вложи|прилож|прикреп|прикладыва)\w{0,4} (?:к|в) (?:посылк|коробк|заказ|товар"
    r"|упаковк|стен)\w{1,3}|(?:к|в) (?:посылк|коробк|заказ|товар"
    r"|каждо\w{2,3} заказ)\w{1,3} (?:мы )?(?:прилага|вклад|прилож|влож|прикладыва)\w{1,5}"
    r"|za[lł][aą]czy[lł](?:e[sś]|a[sś]|[aoi]?)\b|za[lł][aą]czyli? pa|(?:pan|pani"
    r"|pa[nń]stwo) (?:\w{2,12} )?(?:do|za)[lł][aą]czy[lł]\w{0,3}|prosz[eę] (?:\w{2,14} )?(?:do"
    r"|za)[lł][aą]czy[cć]|(?:nie|brak|bez) (?:\w{2,14} ){0,2}za[lł][aą]cz\w{1,8}"
    r"|za[lł][aą]cznik\w{0,2} (?:nie|by[lł])|(?:do|za)[lł][aą]cz\w{1,6} (?:do"
    r"|w) (?:\w{3,10} )?(?:paczk|przesy[lł]k|pude[lł]|zam[oó]wieni|produkt|zestaw|urz[aą]dze"
    r"|opakowa)\w{0,3}"
    r"|(?:do|w) (?:ka[zż]d\w{2,3} )?(?:paczk|przesy[lł]k"
    r"|zam[oó]wieni)\w{0,3} (?:\w{3,12} )?(?:do|za)[lł][aą]cza\w{1,2})",
    re.I,
)


def file_spoken_of(reply: str, language: str) -> Span | None:
    """Where the reply first says that a file of ours comes with it; None if nowhere."""
    text = said(reply[:SEARCHED])
    patterns = [_PATTERNS[language]] if language in _PATTERNS else _PATTERNS.values()
    for pattern in patterns:
        for found in pattern.finditer(text):
            if not _THEIRS.search(_around(text, *found.span())):
                return found.span()
    return None


def _around(text: str, start: int, end: int) -> str:
    """The sentence it stands in; a full stop before no space ends none."""
    begin = max(text.rfind(sign, 0, start) for sign in (". ", "! ", "? ", "\n")) + 1
    ends = [at for sign in (". ", "! ", "? ", "\n") if (at := text.find(sign, end)) >= 0]
    return text[begin : min(ends, default=len(text))]
