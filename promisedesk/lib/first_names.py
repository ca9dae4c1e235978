"""How a person is called, from the name their mail program gave."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
FATHERS = ("ович", "евич", "овна", "евна", "ична", "инична")  # «Иванов Иван Иванович»
LONGEST = 40  # characters; longer is no name


def first_name(name: str) -> str:
    """ "Clara" of "Clara Holm" and "Holm, Clara"; «Иван» of «Петров Иван Сергеевич».

    '' where it is no name of a person: an address, a number, a web site. In no other case
    than it was given in: who guesses a vocative guesses wrong.
    """
    if re.search(r"[@/\\{}<>\d]|www\.", name):
        return ""
    _surname, comma, after = name.partition(",")
    words = (after if comma else name).split()
    if len(words) == 3 and words[2].lower().endswith(FATHERS):
        words = words[1:]
    first = words[0] if words else ""
    return first if len(first) <= LONGEST and WORD.fullmatch(first) else ""
