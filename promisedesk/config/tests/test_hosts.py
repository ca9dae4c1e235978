import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from promisedesk.config.hosts import KnownHosts


@pytest.fixture
def ask(settings):
    settings.BASE_URL = "https://desk.example.com"
    door = KnownHosts(lambda request: HttpResponse("in"))

    def answer(host, path="/", address="203.0.113.9"):
        request = RequestFactory().get(path, HTTP_HOST=host, REMOTE_ADDR=address)
        return door(request).status_code

    return answer


@pytest.mark.parametrize("host", ["desk.example.com", "DESK.example.com:8000"])
def test_our_own_name_is_answered(ask, host):
    assert ask(host) == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "desk.example.com.evil.example", "localhost", "127.0.0.1", "", "a b", "[::1"],
)
def test_another_is_not(ask, host):
    assert ask(host) == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_ask_for_itself(ask, host, address):
    assert ask(host, address=address) == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_told_to_anyone(ask, path):
    assert ask("10.0.0.5:8000", path) == 200
    assert ask("10.0.0.5:8000", path + "/x") == 400
