"""One picture that cannot be fetched never stands in the way of the others."""

import pytest

from promisedesk.cast import Cast
from promisedesk.conversations import remote_pictures
from promisedesk.core import web

pytestmark = pytest.mark.django_db
BAD = ["http://[@evil.example/x.png", "https://магазин.example/кот.png", "http://..ü/a.png"]


@pytest.fixture
def pictures():
    html = "".join(f'<img src="{url}">' for url in BAD)
    message = Cast().hears("Sale", html=html)
    assert remote_pictures.ask_for(message) == len(BAD)
    return message.remote_pictures


def test_a_strange_address_is_tried_and_given_up(pictures, settings):
    settings.ALLOWED_HOSTS_OUT = []
    for _ in BAD:
        assert remote_pictures.fetch_due() == 1
    assert not pictures.filter(last_error="").exists()
    assert remote_pictures.fetch_due() == 0, "all of them were moved"


def test_what_nobody_thought_of_moves_it_back_too(pictures, monkeypatch):
    def breaks(*_args, **_more):
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr(web, "ask", breaks)
    for _ in BAD:
        with pytest.raises(RuntimeError):
            remote_pictures.fetch_due()
    assert remote_pictures.fetch_due() == 0
