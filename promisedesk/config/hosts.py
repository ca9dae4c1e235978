"""Which Host headers are answered: the desk's own address, loopback on loopback, health always.

Links to customers never come from this header (PROMISEDESK_URL does that), so a forged
Host can poison nothing; refusing it keeps caches and cookies clean too.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.http.request import split_domain_port

from promisedesk.lib.loopback import is_loopback

ANYONE = ("/healthz", "/readyz")
LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}


def is_known(host: str, client: str) -> bool:
    """Whether we answer to this Host header, asked by this address."""
    domain, _port = split_domain_port(host)
    if domain and domain.strip("[]") == urlsplit(settings.BASE_URL).hostname:
        return True
    return domain in LOOPBACK_NAMES and is_loopback(client)


class KnownHosts:
    """Middleware: 400 for a Host that is not ours."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path not in ANYONE and not self._is_known(request):
            return HttpResponseBadRequest("Unknown host. Set PROMISEDESK_URL to this address.")
        return self.get_response(request)

    def _is_known(self, request) -> bool:
        meta = request.META  # HTTP/1.0 may name no host: then it asks whom it reached
        host = meta.get("HTTP_HOST") or meta.get("SERVER_NAME", "")
        return is_known(host, meta.get("REMOTE_ADDR", ""))
