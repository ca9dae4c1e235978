"""What workers stored in English, said in the reader's language."""

import pytest
from django.utils.translation import gettext, override

from promisedesk.desk import reasons
from promisedesk.desk.reasons import COUNTED, PATTERNS, said_again


def filled(sentence: str) -> str:
    values = {"host": "mail.shop.example", "port": "993", "count": "7", "number": 7}
    names = {one[1] for one in reasons._PLACE_ITSELF.finditer(sentence)}
    return sentence % {name: values.get(name, f"some {name}") for name in names}


@pytest.mark.parametrize("language", ["ru", "pl"])
@pytest.mark.parametrize("sentence", [*PATTERNS, *(one for pair in COUNTED for one in pair[:2])])
def test_each_pattern_is_known_again_with_its_values(language, sentence):
    stored = filled(sentence)
    with override(language):
        said = said_again(stored)
        assert said != stored
        for value in ("mail.shop.example", "993", "some answer", "some why", "7"):
            assert (value in said) == (value in stored)
        assert "%(" not in said


def test_a_second_sentence_is_said_again_too():
    first = "mail.shop.example did not answer at port 993 in time."
    second = "Check the port, and whether a firewall lets this machine out."
    with override("ru"):
        said = said_again(f"{first} {second}")
        assert said.endswith(gettext(second))
        assert first not in said


def test_words_of_others_stay_as_they_are():
    with override("pl"):
        assert said_again("550 whatever it means") == "550 whatever it means"
        said = said_again("The mail server said: 550 No such user here. Really.")
        assert said.endswith("550 No such user here. Really.")


def test_counts_take_the_right_form():
    with override("ru"):
        assert said_again("1 mail waits.") != said_again("3 mails wait.").replace("3", "1")
