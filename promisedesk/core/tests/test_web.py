"""Asking web servers: real sockets on loopback, which the settings allow or not."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from promisedesk.core import egress, web

pytestmark = pytest.mark.once


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        self.asked: list[tuple[str, str, bytes]] = []
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.server.asked.append((self.path, self.headers["Host"], self.rfile.read(length)))
        if self.path == "/elsewhere":
            self.send_response(302)
            self.send_header("Location", self.server.url("/secret"))
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        if self.path == "/endless":
            for _n in range(200):
                self.wfile.write(b"x" * 65536)
        elif self.path == "/drip":
            for _n in range(30):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.wfile.write(b"here it is")

    do_POST = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def server(settings):
    settings.ALLOWED_HOSTS_OUT = ["127.0.0.1"]
    server = Server()
    yield server
    server.shutdown()
    server.server_close()


def test_an_allowed_server_is_asked_and_its_answer_comes_back(server):
    answer = web.ask(server.url("/page?x=1"), method="POST", body=b"a=b")
    assert (answer.status, answer.body) == (200, b"here it is")
    assert server.asked == [("/page?x=1", f"127.0.0.1:{server.server_port}", b"a=b")]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_nothing_inside_our_own_network_is_asked_unless_it_is_allowed(server, settings, host):
    settings.ALLOWED_HOSTS_OUT = []
    with pytest.raises((egress.Blocked, egress.Unresolved)):
        web.ask(f"http://{host}:{server.server_port}/")
    assert server.asked == []


def test_a_redirect_is_not_followed(server):
    assert web.ask(server.url("/elsewhere")).status == 302
    assert [path for path, _host, _body in server.asked] == ["/elsewhere"]


def test_an_answer_without_end_is_cut_off(server):
    with pytest.raises(web.NoAnswer, match="larger"):
        web.ask(server.url("/endless"), largest=1_000_000)


def test_an_answer_that_drips_is_given_up(server):
    began = time.monotonic()
    with pytest.raises(web.NoAnswer):
        web.ask(server.url("/drip"), seconds=0.5)
    assert time.monotonic() - began < 2.5  # of the three seconds it drips


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "http://",
        "//x",
        "http://a:99999/",
        "http://[@evil.example/x.png",
        "http://..ü/",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(web.NoAnswer):
        web.ask(url)


def test_a_host_in_other_letters_is_asked_as_the_dns_writes_it(server, monkeypatch):
    monkeypatch.setattr(egress, "checked_address", lambda host, port: "127.0.0.1")
    web.ask(f"http://магазин.example:{server.server_port}/кот.png?я")
    [(path, host, _body)] = server.asked
    assert host == f"xn--80aairftm.example:{server.server_port}"
    assert path.isascii()


@pytest.mark.parametrize("header", ["a\r\nb", "кот"])
def test_a_header_that_cannot_be_sent_is_no_answer(server, header):
    with pytest.raises(web.NoAnswer):
        web.ask(server.url("/"), headers={"X-Thing": header})
