"""Addresses that letters give to be written to, and those they only name."""

import time

import pytest

from promisedesk.lib.said_address import said_address


@pytest.mark.parametrize(
    "text",
    [
        "Please write to my work address anna@work.example.",
        "You can reach me at Anna@Work.example, thanks",
        "My e-mail address is <anna@work.example>",
        "please use\nanna@work.example from now on",
        "Пишите, пожалуйста, на anna@work.example",
        "Моя почта: anna@work.example.",
        "Отправьте счёт на адрес anna@work.example!",
        "Proszę pisać na anna@work.example",
        "Mój adres to anna@work.example.",
        "Proszę o wysłanie faktury na adres anna@work.example",
        "Contact me. Nobody answers; send it to anna@work.example",
    ],
)
def test_an_address_to_be_used_is_found(text):
    assert said_address(text) == "anna@work.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I am @anna",
        "The parcel service info@parcels.example told me nothing.",
        "I wrote to info@parcels.example last week.",
        "Я писала на info@parcels.example",
        "Pisałam do info@parcels.example",
        "It came from noreply@parcels.example",
        "Please answer.\n\nAnna\nanna@work.example",
        "Do not reply to noreply@parcels.example",
        "write to anna@work",
        "Please answer soon. The invoice was from info@parcels.example",
    ],
)
def test_an_address_that_is_only_named_is_left_alone(text):
    assert said_address(text) == ""


@pytest.mark.parametrize("piece", ["write ", "write to a@", "a@b.", "use use ", "адрес ", "@", "-"])
def test_hostile_texts_cost_no_time(piece):
    began = time.process_time()
    said_address(piece * 4000)
    assert time.process_time() - began < 0.5
