"""Words that tell little of what a sentence is about, folded; and numbers in words."""

from __future__ import annotations

_STOP = """
za zl руб
a an the and or but if so then than as of at by for from in into on onto to up with without
about over under out off i i'm i'd i've i'll me my mine myself you your yours you're you've
you'll we we're we've we'll us our ours he she it it's its they them their this that these those
there here is are am was were be been being do does did done don't doesn't didn't have has had
having haven't hasn't can could can't couldn't will would won't wouldn't shall should may might
must not no yes what when where which who whom why how much many any some all each both one ones
please thanks thank hi hello dear hey good morning evening day regards best kind know tell let
like want need wonder wondering whether also just still already yet ever even too very really
only more most other another same such own get got go going come came make made see look say
said ask asked asking question questions would'nt pls plz u r ok okay well now back again
possible able sure certainly course unfortunately sorry thx cheers hope what's where's who's
how's when's that's there's let's isn't aren't wasn't weren't id im ill ive whats wheres hows и
а но или если то что чтобы как когда где куда откуда кто кого кому чем чего какой какая какое
какие какого какую каком каких каким который которая которое которые почему зачем сколько скока
ли же бы не нет да ни я мне меня мной мы нам нас наш наша наше наши вы вам вас ваш ваша ваше
ваши вами он она оно они его ее их им ей ему ней них нее это этот эта эти этого этой этом этому
там тут здесь туда сюда в во на по с со у к ко о об от до из за для при про через без над под
между уже еще только тоже также можно нужно надо можете могу могли сможете смогу может хочу
хотел хотела хотелось хотим будет будут буду быть был была было были есть пожалуйста пжл плиз
спасибо здравствуйте добрый день утро вечер привет уважаемый уважаемая подскажите скажите
сообщите напишите узнать вопрос вопроса очень так такой такая такое такие вот ну все всё весь
вся себя свой свою своей какие-то что-то где-то как-то кто-нибудь ещё потом сейчас теперь
конечно сожалению снова опять раз два просто именно тогда затем мой моя мое мои моего моей моем
мою моих ale lub albo oraz czy jak kiedy gdzie skad dokad kto kogo komu czym czego co jaki jaka
jakie jakiego jakiej jakim ktory ktora ktore ktorego ktorej dlaczego czemu ile w na po z ze o od
dla przy przez bez nad pod miedzy juz jeszcze tylko tez takze nie tak ja mi mnie moj moja moje
mojego mojej nam nas nasz nasza nasze wy wam wasz wasza wasze pan pani panstwo panstwa panu
panstwu ona ono oni jego jej ich ten ta te tego tej tym tam tu jest sa bedzie beda byc byl byla
bylo byly jestem jestesmy mam mamy maja ma mozna moge mozemy moga moze mogliby moglby moglaby
trzeba nalezy chce chcialbym chcialabym chcemy prosze dziekuje dziekujemy dzien dobry witam
czesc szanowny szanowna szanowni pozdrawiam pytanie bardzo sie siebie swoj swoja swoje
oczywiscie niestety znowu znow wiec zeby jesli jezeli gdy bo ponieważ teraz potem wszystko czyli
prosba informacje informacja zapytac wiedziec
"""
STOP = frozenset(_STOP.split())

NUMBERS = {
    word: number
    for number, words in {
        "2": "two два две двоих dwa dwie dwoje",
        "3": "three три троих trzy troje",
        "4": "four четыре четверых четверо cztery czworo czterej czworga",
        "5": "five пять пятеро piec",
        "6": "six шесть szesc",
        "7": "seven семь siedem",
        "8": "eight восемь osiem",
        "9": "nine девять dziewiec",
        "10": "ten десять dziesiec",
    }.items()
    for word in words.split()
}
