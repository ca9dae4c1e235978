"""The demo's three customers: a newcomer writes to the shop as one of them."""

from dataclasses import dataclass

from promisedesk.core.models import Workspace


@dataclass(frozen=True)
class Customer:
    key: str
    name: str
    address: str
    language: str
    writes_to: str
    subject: str  # what the form begins with
    text: str

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split())

    @property
    def pk(self) -> int:
        """Gives them a colour of their own."""
        return 3 + list(CUSTOMERS).index(self.key) * 2


SHOP = "help@kettleandloom.example"
SHOP_RU = "pomosch@kettleandloom.example"
SHOP_PL = "pomoc@kettleandloom.example"

CUSTOMERS = {
    one.key: one
    for one in (
        Customer(
            "clara",
            "Clara Holm",
            "clara.holm@customer.example",
            "en",
            SHOP,
            "Is the linen apron back in stock?",
            "Hello,\n\nthe sage linen apron has been sold out for two weeks. Do you know when it "
            "comes back? It is meant as a birthday present for the 3rd.\n\nMany thanks\nClara",
        ),
        Customer(
            "ivan",
            "Иван Петров",
            "ivan.petrov@customer.example",
            "ru",
            SHOP_RU,
            "Чайник течёт у носика",
            "Здравствуйте!\n\nКупил у вас эмалированный чайник на 1,7 л, третий день подтекает у "
            "основания носика. Можно ли обменять? Чек сохранился.\n\nС уважением,\nИван Петров",
        ),
        Customer(
            "zofia",
            "Zofia Nowak",
            "zofia.nowak@customer.example",
            "pl",
            SHOP_PL,
            "Zmiana adresu dostawy",
            "Dzień dobry,\n\nczy mogę jeszcze zmienić adres dostawy zamówienia KL-20934? "
            "W piątek wyjeżdżam i chciałabym odebrać paczkę w Gdańsku.\n\nPozdrawiam\nZofia Nowak",
        ),
    )
}


def is_demo() -> bool:
    return Workspace.get().is_demo
