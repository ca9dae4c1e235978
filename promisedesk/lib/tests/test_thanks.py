"""What is a mere thank-you, and what only begins like one."""

import pytest

from promisedesk.lib.thanks import Reading, read

CLARA = ("Clara Holm",)

THANKS = r"""
Thanks!
Thank you.
thank you so much
THANK YOU!!!
Many thanks
Thanks a lot!!
Thx
ty
Thanks again, Anna
Thank you, Anna!
Thanks Anna :)
Thank you for your help.
Thank you so much for your quick reply!
Thanks for letting me know.
Thank you for getting back to me so quickly.
Thanks for sorting this out
Thank you for the refund.
Thanks for your help with my order, have a lovely day!
Thank you very much for your help and patience.
Much appreciated!
I really appreciate it.
I appreciate your help
You are the best!
Thank you!\n\nBest regards,\nClara Holm
Thanks\nClara
Hi Anna,\n\nThank you very much.\n\nKind regards\nClara
Hello,\nthanks a million!\nCheers,\nClara Holm
Thanks! 😊
❤️
🙏
Thank you <3
Thank you 🙏🏽
Thank you! Have a great weekend
Cheers, much appreciated.
Thanks, bye
Dear Anna, thank you so much. Take care, Clara
Just wanted to say thank you
Thank you and all the best
Thanks!\n\nSent from my iPhone
Спасибо
Спасибо!
спасибо большое)))
Спасибо вам огромное!
Спс
Благодарю
Благодарю вас за помощь!
Большое спасибо за быстрый ответ
Спасибо за оперативность.
Спасибо, Анна!
Спасибо, очень помогли!
Спасибо, вы лучшие ❤️
Огромное спасибо, хорошего дня!
Здравствуйте! Спасибо большое. С уважением, Клара
Добрый день, спасибо за ответ!
Спасибо, и вам хорошего дня
Всё, спасибо!
Спасибо за всё
Еще раз спасибо!
Спасибо большое за помощь и терпение
Спасибо, удачи вам!
Благодарим за быструю доставку!
Dziękuję
Dziękuję bardzo!
dziekuje
Dzięki!
Dzięki wielkie za pomoc
Dziękuję za szybką odpowiedź.
Bardzo dziękuję, miłego dnia!
Serdecznie dziękuję za pomoc i cierpliwość
Dzień dobry, dziękuję bardzo. Pozdrawiam, Klara
Dziękuję i pozdrawiam
Dziękuję!\n\nPozdrawiam serdecznie\nKlara Holm
Dzięki, jesteście super!
Wielkie dzięki 😊
Dziękuję pani bardzo
Dziękujemy za pomoc, wszystkiego dobrego
"""

ASSENT = r"""
Ok
ok, thanks
OK thank you!
Great, thanks!
Perfect, thank you so much
👍
Got it, thanks
Understood.
That's great, thank you
All good now, thanks
It arrived today, thank you!
It works now. Thanks!
Problem solved, thanks
Received, thank you
Sounds good!
Wonderful news, thank you Anna
Ок
Хорошо
Хорошо, спасибо
Понятно, спасибо!
Поняла, благодарю
Отлично, спасибо большое!
Всё получила, спасибо
Посылка пришла, спасибо!
Всё работает, спасибо
Ок, спасибо, хорошего вечера
👌 спасибо
Dobrze, dziękuję
Ok, dzięki
Super, dziękuję bardzo!
Rozumiem, dziękuję
Świetnie, dzięki
Paczka dotarła, dziękuję
Wszystko jasne, dziękuję za pomoc
"""

MORE = r"""
Thanks, but where is my parcel?
Thanks, but it is still not here.
Thank you, but I asked for the blue one
Thanks. When will it be sent
Thanks, could you also send the invoice
Thank you. One more thing: the lid is broken
Thanks for nothing
Thanks for the broken cup
Thanks for your reply, I still have no refund
Thank you for your answer and help me with my order
Thanks in advance
Thank you in advance for your help
Thanks, waiting for your answer
Thanks, I will wait for the parcel
Thanks, please cancel my order
Thanks, please send it again
Thanks, my order is 12345
Thank you, my address is Elm Street
Thanks. Call me
Thanks, call me at 5
Thanks. Refund
Thanks, Refund!
Thanks. Escalate
Thanks!\nRing me
Thanks\nCancel everything
Thanks, Cancel
THANKS REFUND NOW
Ok, send it
Ok do it
Fine, go ahead
Yes
Yes please
Yes, thanks
No
No, thanks
No thank you
Not ok
Ok but when
OK?
Thanks?
Great, and when does it arrive
Great. Still no parcel.
Perfect, please proceed
Great service, but the cup is broken
It works not
It does not work
It arrived broken, thanks
The parcel arrived but it was open
Nothing arrived, thanks
Received only one cup, thanks
Thank you for your email. Your request is wrong
Hello
Hello Anna
Hi, I have a question
Best regards, Clara
Clara Holm
:(
Thanks :(
😡
👎
Thanks 😢
See attached
Thanks, see attached
https://shop.example
Thanks https://shop.example
Thanks, mail me at clara@shop.example
Thanks, I want to return it
Thank you. I would like to exchange the teapot.
I am not happy, thanks
You are the worst
Thanks, and tell me the price
Thanks, stop mailing me
Unsubscribe
Thank you for your help, the problem is back
Ok, the problem is still there
Okay so what now
Sure, take the money
Test
Спасибо, а где посылка?
Спасибо, но посылка не пришла
Спасибо, жду ответа
Спасибо, жду
Хорошо, жду
Понятно, жду возврата
Спасибо заранее
Заранее спасибо
Заранее благодарю за ответ
Спасибо, верните деньги
Спасибо, верните пожалуйста деньги
Спасибо, отмените заказ
Спасибо, ничего не пришло
Спасибо. Ещё вопрос: есть ли красный
Спасибо за ответ, но он не помог
Спасибо, не помогло
Не работает
Всё равно не работает
Спасибо, когда доставка
Спасибо, пришлите чек
Да
Да, спасибо
Нет, спасибо
Нет
Хорошо, отправляйте
Ок, давайте так
Ок, а сколько стоит
Спасибо, позвоните мне
Спасибо, номер заказа К-17
Спасибо за разбитую чашку
Спасибо вам за ничего
Отлично, но пришла одна чашка
Пришла не та чашка, спасибо
Здравствуйте
Добрый день, Анна
С уважением, Клара
Пока ничего
Спасибо, пока не пришло
Вопрос не решен
Спасибо, Верните
Спасибо. Перезвоните
Dziękuję, ale gdzie jest paczka?
Dziękuję, ale paczka nie dotarła
Dziękuję, czekam na odpowiedź
Dobrze, czekam
Z góry dziękuję
Z góry dziękuję za odpowiedź
Dziękuję, proszę o zwrot pieniędzy
Dziękuję, proszę anulować zamówienie
Dziękuję, nadal nie działa
Nie działa
Dzięki, kiedy wyślecie
Dzięki za nic
Dziękuję za stłuczony kubek
Tak
Tak, dziękuję
Nie, dziękuję
Nie
Ok, proszę wysłać
Dobrze, ale ile to kosztuje
Dziękuję, mój numer to K-17
Dziękuję. Jeszcze jedno pytanie
Paczka dotarła, ale uszkodzona
Paczka nie dotarła, dziękuję
Dzień dobry
Pozdrawiam, Klara
Problem nie rozwiązany
Dziękuję, Zwrot
"""


def cases(text):
    return [line.replace("\\n", "\n") for line in text.strip().splitlines()]


@pytest.mark.parametrize("text", cases(THANKS))
def test_this_is_thanks(text):
    assert read(text, CLARA) == Reading.THANKS


@pytest.mark.parametrize("text", cases(ASSENT))
def test_this_is_thanks_or_a_yes(text):
    assert read(text, CLARA) == Reading.ASSENT


@pytest.mark.parametrize("text", cases(MORE))
def test_this_says_more(text):
    assert read(text, CLARA) == Reading.MORE


def test_nothing_is_nothing():
    for text in ("", "   ", "\n\n", "...", "Thanks " * 200):
        assert read(text) == Reading.MORE
