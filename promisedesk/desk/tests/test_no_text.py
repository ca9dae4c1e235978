"""A message without words is shown in words."""

import pytest

from promisedesk.conversations.incoming import IncomingFile

pytestmark = pytest.mark.django_db


def picture(name: str) -> IncomingFile:
    return IncomingFile(name, "image/jpeg", 3, "0" * 64)


def test_a_picture_alone_is_told_in_the_list_and_on_the_page(signed_in, cast):
    one = cast.hears("", subject="Look", files=[picture("a.jpg")]).conversation
    cast.hears("", subject="", address="dora@customer.example", files=[picture("a.jpg")] * 3)
    cast.hears("", subject="", address="emil@customer.example", quoted_text="> Hello")
    browser = signed_in(cast.anna)
    page = browser.get("/inbox/all/").content.decode()
    for words in (">Picture</span>", ">3 pictures</span>", ">(no text)</span>", "Your question"):
        assert words in page
    page = browser.get(f"/inbox/all/{one.public_id}/").content.decode()
    assert "(no text)</p>" in page


def test_words_are_shown_without_that(signed_in, cast):
    one = cast.hears("Where is it?").conversation
    page = signed_in(cast.anna).get(f"/inbox/all/{one.public_id}/").content.decode()
    assert "(no text)</p>" not in page
