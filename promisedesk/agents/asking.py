"""How django-allauth asks a sign-in service: through the desk's guarded door (core.web).

A `requests` session whose every question goes to addresses the desk may reach, follows no
redirect, uses no proxy, and has an end in time and size. What fails is the library's own
kind of failure.
"""

import hashlib
from urllib.parse import urlsplit

import requests
from django.core.cache import cache
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from promisedesk.core import web
from promisedesk.core.errors import Refused

SECONDS = 10
REST = 30  # seconds without asking a server that did not answer: each try holds a web thread
LARGEST = 512 * 1024  # bytes; a discovery document has a few thousand


class Guarded(BaseAdapter):
    """Carries a prepared request of `requests` through core.web."""

    def send(self, request, **_usual) -> requests.Response:
        down = "sign-in-down:" + hashlib.sha256(urlsplit(request.url).netloc.encode()).hexdigest()
        if why := cache.get(down):
            raise requests.ConnectionError(why, request=request)
        body = request.body.encode() if isinstance(request.body, str) else request.body
        try:
            answer = web.ask(
                request.url,
                method=request.method,
                body=body,
                headers=dict(request.headers),
                largest=LARGEST,
                seconds=SECONDS,
            )
        except Refused as refusal:
            cache.set(down, str(refusal), REST)
            raise requests.ConnectionError(str(refusal), request=request) from refusal
        response = requests.Response()
        response.status_code = answer.status
        response.headers = CaseInsensitiveDict(answer.headers)
        response._content = answer.body
        response.url, response.request = request.url, request
        response.encoding = "utf-8"
        return response

    def close(self) -> None:
        """Nothing is kept open."""


def session() -> requests.Session:
    """A session that can reach only what the desk may reach."""
    made = requests.Session()
    made.trust_env = False  # no proxies, no .netrc
    made.max_redirects = 0
    made.headers["Accept-Encoding"] = "identity"
    made.mount("https://", Guarded())
    made.mount("http://", Guarded())
    return made


def is_address(url: str) -> bool:
    """Whether this can be asked at all: https, or http to a machine named in the settings."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        return False
