"""Polish first names: how they are called (vocative), and what friends call them.

Names not listed here get no vocative: who guesses one guesses wrong too often.
"""

from functools import lru_cache

SHORT_FORMS = """
Agnieszka Aga Agusia
Aleksandra Ola Olka Oleńka
Aleksander Olek Alek
Alicja Ala
Andrzej Jędrek
Anna Ania Anka Anusia Andzia
Antoni Antek
Barbara Basia Baśka
Bartłomiej Bartek Bartosz
Beata Beatka
Dariusz Darek
Dorota Dorotka
Elżbieta Ela Elka
Ewa Ewka Ewunia
Franciszek Franek
Grzegorz Grzesiek Grześ
Hanna Hania Hanka
Helena Hela
Irena Irka
Iwona Iwonka
Jacek Jacuś
Jakub Kuba
Jan Janek Jasiek Jaś
Jarosław Jarek
Jerzy Jurek
Joanna Asia Aśka
Jolanta Jola
Józef Józek
Julia Julka Julcia
Justyna Justynka
Karolina Karola
Katarzyna Kasia Kaśka
Kazimierz Kazik
Krystyna Krysia
Krzysztof Krzysiek Krzyś
Leszek Lech
Łukasz Łukaszek
Maciej Maciek
Magdalena Magda Madzia
Małgorzata Gosia Małgosia Gośka
Marcin Marcinek
Maria Marysia Marysia Maryla
Mariusz Mariuszek
Mateusz Mati
Michał Michałek
Mieczysław Mietek
Mirosław Mirek
Monika Monia
Natalia Natalka
Paweł Pawełek
Piotr Piotrek Piotruś
Przemysław Przemek
Radosław Radek
Rafał Rafałek
Robert Robercik
Ryszard Rysiek
Sławomir Sławek
Stanisław Staszek Stasiek
Stefan Stefek
Szczepan Szczepek
Szymon Szymek
Tadeusz Tadek
Teresa Terenia
Tomasz Tomek
Urszula Ula
Waldemar Waldek
Wiesława Wiesia
Wiesław Wiesiek
Władysław Władek
Włodzimierz Włodek
Wojciech Wojtek
Zbigniew Zbyszek
Zdzisław Zdzisiek
Zofia Zosia
Zuzanna Zuza
""".strip().splitlines()
_WOMEN_WRITTEN = """
Agata Agnieszka Aleksandra Alicja Amelia Anastazja Aneta Anita Anna Antonina Barbara Beata
Blanka Bogumiła Bożena Celina Dagmara Danuta Daria Diana Dominika Dorota Edyta Eliza Elżbieta
Emilia Ewa Ewelina Gabriela Grażyna Halina Hanna Helena Honorata Ilona Iga Inga Irena Iwona Iza
Izabela Jadwiga Janina Joanna Jolanta Judyta Julia Justyna Kaja Kamila Karolina Katarzyna Kinga
Klara Klaudia Kornelia Krystyna Ksenia Laura Lena Lidia Liliana Lucyna Ludwika Łucja Magda
Magdalena Maja Malwina Małgorzata Maria Marianna Mariola Marlena Marta Martyna Marzena Matylda
Milena Mirosława Monika Nadia Natalia Nikola Nina Olga Oliwia Patrycja Paulina Pola Renata Róża
Sabina Sandra Stanisława Stefania Stella Sylwia Tamara Teresa Urszula Wanda Weronika Wiesława
Wiktoria Wioletta Zofia Zuzanna Zuza Żaneta Irina Oksana Marina Swietłana Karina Anka Jagoda
Kalina Michalina Aurelia Bianka Adrianna
"""
_WOMEN = frozenset(_WOMEN_WRITTEN.split())
_SHORT_WOMEN_WRITTEN = """
Ania Asia Basia Gosia Hania Kasia Krysia Małgosia Marysia Zosia Madzia Monia Ola Ela Ala Ula
Jola Sonia Wiesia Renia Agusia Andzia Anusia Terenia Lusia Misia Nela
"""
_SHORT_WOMEN = frozenset(_SHORT_WOMEN_WRITTEN.split())  # soft or short: -u
_MEN = """
Adam Adamie
Adrian Adrianie
Aleksander Aleksandrze
Aleksy Aleksy
Andrzej Andrzeju
Antoni Antoni
Arkadiusz Arkadiuszu
Artur Arturze
Bartek Bartku
Bartłomiej Bartłomieju
Bartosz Bartoszu
Bogdan Bogdanie
Bogusław Bogusławie
Borys Borysie
Cezary Cezary
Czesław Czesławie
Damian Damianie
Daniel Danielu
Darek Darku
Dariusz Dariuszu
Dawid Dawidzie
Dominik Dominiku
Edward Edwardzie
Emil Emilu
Eryk Eryku
Eugeniusz Eugeniuszu
Fabian Fabianie
Feliks Feliksie
Filip Filipie
Franciszek Franciszku
Gabriel Gabrielu
Grzegorz Grzegorzu
Henryk Henryku
Hubert Hubercie
Ignacy Ignacy
Igor Igorze
Ireneusz Ireneuszu
Jacek Jacku
Jakub Jakubie
Jan Janie
Janusz Januszu
Jarek Jarku
Jarosław Jarosławie
Jerzy Jerzy
Józef Józefie
Julian Julianie
Kacper Kacprze
Kamil Kamilu
Karol Karolu
Kazimierz Kazimierzu
Konrad Konradzie
Krystian Krystianie
Krzysztof Krzysztofie
Leon Leonie
Leszek Leszku
Lucjan Lucjanie
Łukasz Łukaszu
Maciej Macieju
Maciek Maćku
Maksymilian Maksymilianie
Marcel Marcelu
Marcin Marcinie
Marek Marku
Marian Marianie
Mariusz Mariuszu
Mateusz Mateuszu
Michał Michale
Mieczysław Mieczysławie
Mikołaj Mikołaju
Mirosław Mirosławie
Norbert Norbercie
Oskar Oskarze
Patryk Patryku
Paweł Pawle
Piotr Piotrze
Piotrek Piotrku
Przemek Przemku
Przemysław Przemysławie
Radek Radku
Radosław Radosławie
Rafał Rafale
Remigiusz Remigiuszu
Robert Robercie
Roman Romanie
Ryszard Ryszardzie
Sebastian Sebastianie
Seweryn Sewerynie
Sławek Sławku
Sławomir Sławomirze
Stanisław Stanisławie
Stefan Stefanie
Szymon Szymonie
Tadeusz Tadeuszu
Tomasz Tomaszu
Tomek Tomku
Tymoteusz Tymoteuszu
Waldemar Waldemarze
Wiesław Wiesławie
Wiktor Wiktorze
Witold Witoldzie
Władysław Władysławie
Włodzimierz Włodzimierzu
Wojciech Wojciechu
Wojtek Wojtku
Zbigniew Zbigniewie
Zbyszek Zbyszku
Zdzisław Zdzisławie
Zygmunt Zygmuncie
Kuba Kubo
Iwan Iwanie
Siergiej Siergieju
""".strip().splitlines()


@lru_cache(maxsize=1)
def vocatives() -> dict[str, str]:
    """„Anno” by „Anna”, „Marku” by „Marek”."""
    made = {name: name[:-1] + "o" for name in _WOMEN}
    made |= {name: name[:-1] + "u" for name in _SHORT_WOMEN if name[-1] == "a"}
    return made | dict(line.split() for line in _MEN)


def is_woman(name: str) -> bool | None:
    """By a Polish first name; None for one we do not know."""
    name = name.capitalize()
    if name in _WOMEN or name in _SHORT_WOMEN:
        return True
    return False if name in vocatives() else None


def vocative(name: str) -> str:
    """„Anno” of Anna; '' for a name we do not know. Takes names without ogonki too."""
    return vocatives().get(name.capitalize(), "")


def called(names: list[str]) -> list[str]:
    """How friends call out to each of these: „Kasiu”, „Zosiu”, „Tomku”, „Grzesiu”."""
    made = []
    for name in names:
        if name[-1] == "a":
            made += [name[:-1] + "o", name[:-1] + "u"]
        elif name.endswith("ek"):
            made.append(name[:-2] + "ku")
        elif name[-1] == "ś":
            made.append(name[:-1] + "siu")
        else:
            made.append(name + "u")
    return made
