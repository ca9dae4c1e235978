import pytest
from cryptography.fernet import Fernet

from promisedesk.core.errors import Refused
from promisedesk.core.secretbox import seal, unseal


def test_a_secret_comes_back_and_does_not_show():
    sealed = seal("imaps://anna:пароль@mail.example")
    assert "пароль" not in sealed
    assert "mail.example" not in sealed
    assert unseal(sealed) == "imaps://anna:пароль@mail.example"


def test_the_same_secret_never_looks_the_same():
    assert seal("secret") != seal("secret")


def test_empty_stays_empty():
    assert seal("") == "" == unseal("")


def test_an_old_key_still_opens_what_it_closed(settings):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.BOX_KEY = old
    sealed = seal("secret")
    settings.BOX_KEY = f"{new}\n{old}"
    assert unseal(sealed) == "secret"


def test_another_desks_key_is_refused_in_words(settings):
    sealed = seal("secret")
    settings.BOX_KEY = Fernet.generate_key().decode()
    with pytest.raises(Refused, match=r"box\.key does not fit"):
        unseal(sealed)
