"""The "Test the connection" button, against real servers on loopback."""

import socket
import ssl

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from promisedesk.channels.email import probing
from promisedesk.channels.email.tests.dovecot import PROGRAM, Dovecot
from promisedesk.lib.server_url import ServerUrl
from tests.servers import free_port


@pytest.fixture(scope="module")
def dovecot():
    if not PROGRAM:
        pytest.skip("dovecot-imapd is not installed")
    server = Dovecot().start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _loopback_is_allowed(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]


def test_a_mailbox_that_works_is_counted(dovecot):
    dovecot.put("prober", b"Subject: one\r\n\r\n1\r\n")
    finding = probing.probe_imap(ServerUrl.parse(dovecot.url("prober")))
    assert finding.works
    assert "holds 1 mail" in finding.says
    with dovecot.client("prober") as client:
        assert len(client.search("UNSEEN")) == 1


def test_a_wrong_password_is_told_with_what_to_do(dovecot):
    finding = probing.probe_imap(ServerUrl.parse(dovecot.url("prober", "wrong")))
    assert not finding.works
    assert "does not accept this user name and password" in finding.says
    assert "app password" in finding.advice
    assert "wrong" not in finding.says


def test_a_missing_folder_is_told_with_those_there_are(dovecot):
    server = ServerUrl.parse(dovecot.url("prober").replace("/INBOX", "/Заказы"))
    finding = probing.probe_imap(server)
    assert "no folder “Заказы”" in finding.says
    assert "INBOX" in finding.advice


def test_tls_where_none_is_spoken_is_told(dovecot):
    finding = probing.probe_imap(ServerUrl.parse(dovecot.url("prober").replace("imap:", "imaps:")))
    assert "does not speak TLS" in finding.says
    assert "993" in finding.advice


def test_something_else_at_the_port_does_not_break_the_test(dovecot):
    finding = probing.probe_smtp(ServerUrl.parse(f"smtp://127.0.0.1:{dovecot.port}"))
    assert not finding.works
    assert finding.says


@pytest.fixture
def smtp():
    class Anything:
        async def handle_DATA(self, server, session, envelope):
            raise AssertionError("a test sends no mail")

    controller = Controller(
        Anything(),
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=lambda *_args: AuthResult(success=False),
        auth_require_tls=False,
    )
    controller.start()
    yield controller.port
    controller.stop()


def test_a_server_that_takes_mail_works(smtp):
    assert probing.probe_smtp(ServerUrl.parse(f"smtp://127.0.0.1:{smtp}")).works


def test_a_password_is_not_shown_to_a_server_without_encryption(smtp):
    finding = probing.probe_smtp(ServerUrl.parse(f"smtp://u:p@127.0.0.1:{smtp}"))
    assert not finding.works
    assert "no encryption" in finding.says


def test_a_server_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr(probing, "WHOLE_TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        finding = probing.probe_imap(ServerUrl.parse(f"imap://u:p@127.0.0.1:{port}"))
    assert "did not answer" in finding.says


def test_every_kind_of_bad_certificate_has_its_own_words():
    server = ServerUrl.parse("imaps://u:p@imap.shop.test")

    def says(code: int) -> str:
        error = ssl.SSLCertVerificationError()
        error.verify_code = code
        finding = probing.explained(error, server)
        assert finding.advice
        return finding.says

    assert "expired" in says(10)
    assert "another name" in says(62)
    assert "cannot be trusted" in says(18)
