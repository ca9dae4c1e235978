"""Asks pages of a web process as a browser would, and what the first visit takes along."""

from __future__ import annotations

import gzip
import http.client
import re
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


@dataclass
class Answer:
    """What came back: its time by the wall, its bytes on the wire and unpacked."""

    status: int
    seconds: float
    wire: int
    body: bytes
    kind: str


class Browser:
    """One connection that is kept, signed in by a cookie."""

    def __init__(self, port: int, cookie: str):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {"Cookie": cookie, "Accept-Encoding": "gzip", "Accept-Language": "en"}

    def get(self, path: str) -> Answer:
        try:
            return self._get(path)
        except http.client.RemoteDisconnected:  # it was kept too long while others were asked
            self.connection.close()
            return self._get(path)

    def _get(self, path: str) -> Answer:
        began = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        raw = response.read()
        seconds = time.perf_counter() - began
        is_packed = response.headers.get("Content-Encoding") == "gzip"
        body = gzip.decompress(raw) if is_packed else raw
        kind = response.headers.get_content_type()
        return Answer(response.status, seconds, len(raw), body, kind)

    def first_visit(self, path: str) -> dict:
        """The page and all it needs, with nothing kept from before."""
        waiting, seen, wire = [path], set(), 0
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            answer = self.get(one)
            wire += answer.wire
            waiting += [urljoin(one, link) for link in _needs(answer)]
        return {"requests": len(seen), "bytes": wire}


def _needs(answer: Answer) -> list[str]:
    """The styles, scripts, pictures and fonts a page or a style names, of the same site."""
    text = answer.body.decode("utf-8", "replace")
    if answer.kind == "text/html":
        reader = _Links()
        reader.feed(text)
        found = reader.found
    else:
        found = _CSS_URL.findall(text) if answer.kind == "text/css" else []
    kept = (link.partition("#")[0] for link in found)
    return [link for link in kept if link and not urlsplit(link).scheme and link[:2] != "//"]


class _Links(HTMLParser):
    TAKEN = frozenset({"stylesheet", "icon", "manifest", "modulepreload", "preload"})

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        kinds = (named.get("rel") or "").split()
        if tag == "use" or (tag == "link" and set(kinds) & self.TAKEN):
            self.found.append(named.get("href") or "")
        elif tag in ("script", "img", "iframe"):
            self.found.append(named.get("src") or "")
