"""What is harsh only as a remark of its own: "Relax." is an order, "sit back and relax" is none.

Folded, as the lexicons are (`folding.fold`): no accents, no capitals, "don't" as "dont".
"""

from __future__ import annotations

from collections.abc import Sequence

from .words import END, GONE

AROUND = 1  # words beside a single one that leave it a remark: "Just relax."
_WALLS = frozenset((END, GONE))


def _phrases(text: str) -> frozenset[str]:
    return frozenset(one.strip() for one in text.split("|"))


# Single words are so by themselves, but for these insults.
_ALWAYS = (
    "idiot|moron|imbecil|crybab|cheapskat|freeload|whiner|fuck|bullshit|bollocks|liar|loser|"
    "whining|moaning|tantrum|hysteric|smartass|dunno|muppet|rofl|lmgtfy|rtfm|babysit|spoonfeed|"
    "troublemaker|nitpick|quibbl|newsflash|sherlock|einstein|nonsense|baloney|duh|dreaming|"
    "delusion|hallucinat|fussy|picky|"
    "дебил|дурак|дура|тупиц|кретин|придур|болван|истери|нытик|хам|лох|неадекват|невежд|неуч|"
    "бестолоч|халяв|скандалист|доперло|идиот|мозгов|балаган|пудрить|треплете|вранье|врете|"
    "непонятлив|бестолков|заткнитесь|отвалите|отвяжитесь|отстаньте|проваливайте|уймитесь|"
    "угомонитесь|повзрослейте|катитесь|лесом|дармов|удосужились|соизволили|изволили|извольте|"
    "потрудились|потрудитесь|соблаговолите|поленились|додумались|ухитрились|умудрились|"
    "угораздило|зарубите|доколе|замучили|надоел|утомил|утомительно|разжев|издеваетесь|"
    "успокойтесь|остыньте|полегче|потише|поумерьте|сбавьте|утихомирьтесь|расслабьтесь|"
    "воплями|истерикой|руганью|скандалом|хамством|погуглите|гуглите|загуглите|обождете|"
    "обойдетесь|перебьетесь|потерпите|подождете|довольствуйтесь|привыкайте|высосан|"
    "драматизируете|капризничаете|нагнетаете|накручиваете|преувеличиваете|придираетесь|"
    "раздуваете|раздули|утрируете|цепляетесь|избавьте|увольте|пощадите|поберегите|скатертью|"
    "подумаешь|эка|экая|ахинея|бред|бредятина|вздор|чушь|чепуха|мечтайте|размечтались|щас|"
    "закатайте|губу|пожалеете|поплатитесь|поплачьте|голуб|дамочка|деточка|дорогуша|милочка|"
    "любезнейший|знаток|шерлок|эйнштейн|лжете|криком|криками|угрозами|жалобами|внимательней|"
    "обманываете|выдумываете|"
    "analfabet|awanturn|baran|cham|cwaniak|debil|glab|glupek|glupku|histeryc|histeryz|idiot|"
    "klamca|kretacz|kretyn|marud|matol|naciag|nieuk|oferma|pieniacz|prostak|roszczeniow|tepak|"
    "klamie|klamiesz|klamac|sciemnia|konfabul|zmysla|wymysla|oszukiwac|dorosnac|dorosnij|"
    "odczep|odwal|opanuj|opanowac|pocaluj|popukac|puknac|puknij|spadaj|spieprzaj|stuknij|"
    "wynocha|wypad|wypchaj|leczyc|basta|cholera|czlowieku|kobieto|kurde|litosci|wygoogl|"
    "wygugl|ochlonac|hamowac|uspokoic|uspokoj|wyluz|dramatyz|grymasi|wydziwia|wyolbrzymia|"
    "peszek|zegnam|bzdur|brednie|bujda|dyrdymaly|farmazony|glupoty|klamstw|nonsens|pierdoly|"
    "niedoczekanie|gorzko|pozaluj|pobudka|einsteinie|geniuszu|ksiezniczko|madral|paniusiu|"
    "pomyslunku"
)
ALWAYS = tuple(_phrases(_ALWAYS))
# Longer ones that are said in kind letters too.
ALONE = _phrases(
    "anyone else|anybody else|everyone else|everybody else|anyone could|anybody could|"
    "everyone could|everybody could|others could|everyone knows|everybody knows|anyone knows|"
    "whole story|long story|life story|whole stories|long stories|life stories|and what|"
    "check again|read again|save it|save us|save me|save yourself|spare us|so thick|really thick|"
    "too thick|that thick|is thick|are thick|is dense|so dense|too dense|are dense|just thick|"
    "human error|is annoying|is boring|is old|is tiring|is tedious|is exhausting|"
    "getting old|reading glasses|you dropped|to repeat|ill repeat|i'll repeat|let me repeat|"
    "as if|oh dear|oh my|oh wow|oh great|poor thing|silly us|silly me|bad luck|hard luck|"
    "you live|you survive|you manage|you'll manage|you'll live|you cope|you will manage|too bad|"
    "too bad for|had no idea|no idea|who knows|be patient|dont panic|teach you|come on|"
    "accept it|no exceptions|no drama|no disaster|no tragedy|for your information|"
    "for your reference|for future reference|look i|look we|look here|just so you know|i'm done|"
    "nobody else has|no one else has|the attitude|your error|your doing|i repeat|we repeat|"
    "thats impossible|made up|how sad|big surprise|take it easy|big deal|dream on|not interested|"
    "google it|behave yourself|who cares|god knows|stop being|dont ask|dont start|other complain|"
    "finding problems|finding faults|finding reasons|is silly|are impossible|is impossible|"
    "feel free to go elsewhere|dont bother|full stop|read glasses|"
    "вот и весь|вот и все|ох как|ой как|ой простите|ой извините|ах как|ох простите|ой что вы|"
    "ой да|ах да|ой какая|ой какой|ой ужас|умница что|на здоровье|вам отказано|ваш выбор|"
    "ваше право|ваше дело|как хотите|как знаете|для справки|для вашего сведения|"
    "к вашему сведению|вы должны были|и это все|это все|такие вот дела|как то так|и точка|"
    "что вы|не доходит|не дошло|с головой|"
    "детский сад|попросите соседа|попросите мужа|попросите жену|попросите сына|пусть дети|"
    "спросите соседа|нужно думать|надо думать|показалось вам|придумали вы|придумали это|"
    "придумали сами|не ребенок|не дети|беда с|глаза есть|ноги есть|руки есть|голова есть|"
    "ojej jak|oj jak|ojej przepraszam|oj przepraszam|ojej|od razu mozna|najpierw trzeba|"
    "wczesniej mozna|od razu trzeba|najpierw mozna|wczesniej trzeba|przedtem trzeba|"
    "przedtem mozna|nic to nie|jak pan sobie zyczy|jak pani sobie zyczy|pech chcial|"
    "takie mamy zasady|takie sa zasady|takie mamy procedury|takie sa przepisy|takie mamy przepisy|"
    "dla jasnosci|bez emocji|takie zycie|trzeba bylo|nic nie mozemy|prosze chwile poczekac az|"
    "moj pies|moja babcia|moj kot|nasz pies|nasz kot|kazdy pies|kazdy kot|zlozy kazdy|"
    "zrozumie kazdy|poradzi kazdy|poradzi dziecko|zlozy dziecko|nawet dziecko|nawet dzieci|"
    "nawet babcia|doroslych osob|dorosle osoby|doroslej osoby|kazdy wie|takich klientow|"
    "taki klient|tacy klienci|ze zrozumieniem|mozna bylo|nauczyc korzystac|nauczyc czytac|"
    "nauczyc liczyc|potrafi czytac|umie czytac|potrafi liczyc|moze pomyslec|warto pomyslec|"
    "mozna pomyslec|trzeba pomyslec|sam sobie|sama sobie|ciekawe ktos|"
    "nie dociera|nie dotarlo|z glowa|prosze poczekac az|prosze krocej"
)
# Of customers: words of displeasure that name a thing of the shop as often as not.
_OF_CUSTOMERS = _phrases(
    "classic|typical|enough|immediately|desperate|suffering|monkeys|cowboys|"
    "тормоза|хватит|довольно|лежит|лежим|сидит|сидим|хрен|блин|дичь|дно|мусор|развод|ослы|"
    "контора|колхоз|кучка|цирк|ад|цб|кормит|кормите|кормят|стороной|невероятно|достали|"
    "natychmiastowy|natychmiastowym|natychmiastowa|natychmiastowej|sadowa|sadowej|sadowy|"
    "gdzies|gleboko|szal|szalu|sad|sadu|sadzie|sadow|dno|krzak|kurka|jaja|lezy|lezymy|siedzi|"
    "siedzimy|zyjecie|cyrk|cyrku|rodo|kupa|smieci|kurcze|przedszkole|gratuluje|suka|suki|"
    "natychmiast|prawnik|prawnika"
)


def is_meant(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word of displeasure found is one: "Classic!", not "the Classic or the Pro"."""
    if last - first > 1 or words[first] not in _OF_CUSTOMERS:
        return True
    return _words_around(words, first, last) <= AROUND


def counts(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a phrase found from `first` to `last` is harsh where it stands."""
    said = words[first:last]
    if len(said) == 1:
        return said[0].startswith(ALWAYS) or _words_around(words, first, last) <= AROUND
    return " ".join(said) not in ALONE or not _words_around(words, first, last)


def _words_around(words: Sequence[str], first: int, last: int) -> int:
    around = 0
    for step, at in ((-1, first - 1), (1, last)):
        while 0 <= at < len(words) and words[at] not in _WALLS and around <= AROUND:
            around += 1
            at += step
    return around
