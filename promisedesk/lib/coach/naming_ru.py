"""Russian first names and what they are called among friends, a person a line.

Also how they are written in a greeting when a mail program gives them in Latin letters.
"""

from functools import lru_cache

SHORT_FORMS = """
Александр Саша Саня Шура Алекс Сашка
Александра Саша Шура Сандра Алекс
Алексей Лёша Алёша Лёха
Анастасия Настя Ася Стася Настасья
Анатолий Толя
Андрей Андрюша Дрюня
Анна Аня Анюта Нюра Нюта Анечка
Антон Антоша Тоша
Антонина Тоня
Артём Тёма Артемий
Богдан Бодя
Борис Боря
Вадим Вадик
Валентин Валя
Валентина Валя
Валерий Валера
Валерия Лера Валя
Варвара Варя
Василий Вася
Вера Верочка
Вероника Ника
Виктор Витя
Виктория Вика
Виталий Виталик
Владимир Вова Володя
Владислав Влад Владик
Вячеслав Слава
Галина Галя
Геннадий Гена
Георгий Гоша Жора Гога Егор
Глеб
Григорий Гриша
Дарья Даша
Даниил Даня Данила Данил
Денис Дениска
Дмитрий Дима Митя Димон
Евгений Женя
Евгения Женя
Егор Егорка Гоша
Екатерина Катя Катюша Кэт
Елена Лена Алёна Леночка
Елизавета Лиза
Зинаида Зина
Зоя
Иван Ваня
Игорь Игорёк Гоша
Илья Илюша
Инна
Ирина Ира Иришка
Кирилл Кира
Кира
Константин Костя
Ксения Ксюша Оксана
Лариса Лара
Лев Лёва
Леонид Лёня
Лидия Лида
Любовь Люба
Людмила Люда Мила Люся
Максим Макс
Маргарита Рита Марго
Марина Мариша
Мария Маша Маруся Маня Марья
Матвей Мотя
Михаил Миша
Надежда Надя
Наталья Наташа Ната Наталия
Никита Ник
Николай Коля
Нина
Оксана Ксюша
Олег Олежка
Ольга Оля
Павел Паша
Пётр Петя
Полина Поля
Раиса Рая
Роман Рома
Руслан Русик
Светлана Света Лана
Семён Сёма
Сергей Серёжа Серый
Софья София Соня
Станислав Стас Слава
Степан Стёпа
Тамара Тома
Татьяна Таня
Тимофей Тима
Тимур Тима
Ульяна Уля
Фёдор Федя
Эдуард Эдик
Элина Эля
Юлия Юля
Юрий Юра
Яна
Ярослав Слава Ярик
Арина Ариша
Алина Аля
Алла
Алиса
Ангелина Геля
Диана Дина
Кристина Крис
Милана Мила
Снежана
""".strip().splitlines()
_MEN = frozenset({"никита", "илья", "данила", "лёва"})


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, str]:
    from .naming import folded

    return {folded(name): name for line in SHORT_FORMS for name in reversed(line.split())}


def in_cyrillic(name: str) -> str:
    """«Ирина» of Irina, as given if it is Cyrillic already; '' if it is none we know."""
    from .naming import folded

    if any("\u0400" <= char <= "\u04ff" for char in name):
        return name
    return _by_sound().get(folded(name), "")


def is_woman(name: str) -> bool | None:
    """By a Russian first name; None for Саша and Женя, and for names we do not know."""
    name = in_cyrillic(name)
    lines = [line for line in SHORT_FORMS if name in line.split()]
    if not name or len(lines) != 1:
        return None
    full = lines[0].split()[0]
    return full == "Любовь" or (full[-1] in "ая" and full.lower() not in _MEN)
