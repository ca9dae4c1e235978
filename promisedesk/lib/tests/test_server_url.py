import pytest

from promisedesk.lib.server_url import ServerUrl, ServerUrlError


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("imaps://u:p@host.test", ("imaps", "host.test", 993, "u", "p", "")),
        ("imap://host.test/", ("imap", "host.test", 143, "", "", "")),
        ("smtp://host.test", ("smtp", "host.test", 25, "", "", "")),
        ("smtp://u:p@host.test", ("smtp", "host.test", 587, "u", "p", "")),
        ("smtps://host.test:2465", ("smtps", "host.test", 2465, "", "", "")),
        (
            "imaps://help%40shop.test:a%2Fb%3Ac@[::1]:1993/INBOX%2FNew",
            ("imaps", "::1", 1993, "help@shop.test", "a/b:c", "INBOX/New"),
        ),
    ],
)
def test_the_parts_of_a_server_come_apart_and_together(url, parts):
    server = ServerUrl.parse(url)
    assert server == ServerUrl(*parts)
    assert ServerUrl.parse(str(server)) == server


@pytest.mark.parametrize(
    "url", ["", "host", "http://host", "imaps://", "smtp://h:port", "smtp://h:99999"]
)
def test_what_is_no_mail_server_is_refused_with_an_example(url):
    with pytest.raises(ServerUrlError):
        ServerUrl.parse(url)
