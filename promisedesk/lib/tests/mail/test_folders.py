import pytest

from promisedesk.lib.mail.folders import WILDCARDS, is_fit


@pytest.mark.parametrize("name", ["INBOX", "Скидки & more", "A/B", "", "100%"])
def test_a_name_as_people_give_it_is_fit(name):
    assert is_fit(name)


@pytest.mark.parametrize("name", ["a\r\nb", 'a"b', "a\x00", "a\u202eb"])
def test_what_would_end_a_command_or_fool_the_eye_is_not(name):
    assert not is_fit(name)


def test_a_name_to_move_to_has_no_wildcards():
    assert not is_fit("100%", WILDCARDS)
    assert not is_fit("a*", WILDCARDS)
