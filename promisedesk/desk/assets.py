"""Styles and scripts: many small files in the source, one hashed file a door when served.

The name carries a hash of the content, so a file that exists is right and may be kept
by browsers for ever. Built when a web process starts; takes a few milliseconds.
"""

import gzip
import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import django_htmx
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import StaticFilesStorage
from whitenoise.middleware import WhiteNoiseMiddleware

HERE = Path(__file__).parent / "static" / "desk"
HTMX = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"  # 4 is a beta

# The order of the cascade within a layer; layers.css orders the layers.
COMMON_CSS = (
    "layers reset tokens base button field kbd badge promise avatar card table tabs menu tip "
    "toast dialog banner empty pairs pledge rail page alarm settings forms admin settings-phone "
    "util"
)
DESK_CSS = (
    "panes views list bulk search thread sorting people live notices composer "
    "composer-parts coach writing-help heat pledges macros making-good customer customers together "
    "inbox-sizes today reports keys palette log rules escalation pace absence days signature "
    "coached letters"
)
PUBLIC_CSS = "public login portal"
ALONE = {"theme", "passkey"}  # scripts that also pages without the desk.js load
OF_SETTINGS = ("brand", "tabs", "macro-form")  # scripts that only the settings need
HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


def _css(*lists: str) -> str:
    names = " ".join(lists).split()
    text = "\n".join((HERE / "css" / f"{name}.css").read_text() for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", text).lstrip()


def _js(path: Path) -> str:
    # A scope of its own, as a module has; one request for all of them.
    text = re.sub(r"^\s*//.*\n", "", path.read_text(), flags=re.M)
    return f'(() => {{"use strict";\n{text}}})();\n'


@cache
def contents() -> dict[str, bytes]:
    """What is served, by the name that templates use: {% static "desk.css" %}."""
    scripts = sorted(
        path for path in (HERE / "js").glob("*.js") if path.stem not in {*ALONE, *OF_SETTINGS}
    )
    texts = {
        "desk.css": _css(COMMON_CSS, DESK_CSS),
        "public.css": _css(COMMON_CSS, PUBLIC_CSS),
        "theme.js": _js(HERE / "js/theme.js"),
        "settings.js": "".join(_js(HERE / f"js/{name}.js") for name in OF_SETTINGS),
        "passkey.js": _js(HERE / "js/passkey.js"),
        "desk.js": HTMX.read_text() + "\n" + "".join(_js(path) for path in scripts),
        "sprite.svg": (HERE / "sprite.svg").read_text(),
        "favicon.svg": (HERE / "favicon.svg").read_text(),
        "emoji.txt": (HERE / "emoji.txt").read_text(),  # fetched when somebody looks for one
    }
    pictures = {path.name: path.read_bytes() for path in HERE.glob("icon-*.png")}
    return {name: text.encode() for name, text in texts.items()} | pictures


@cache
def hashed_names() -> dict[str, str]:
    """The served name of each: {"desk.css": "desk.3f2a9c1b7d4e.css"}."""
    names = {}
    for name, content in contents().items():
        stem, ending = name.rsplit(".", 1)
        names[name] = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
    return names


def _write(path: Path, content: bytes) -> None:
    half = path.with_name(f"{path.name}.{os.getpid()}.new")  # several processes start at once
    half.write_bytes(content)
    half.replace(path)


def build(target: Path) -> None:
    """Write what is missing in `target`, each file also compressed. Quick if nothing is."""
    target.mkdir(parents=True, exist_ok=True)
    for name, hashed in hashed_names().items():
        if (target / f"{hashed}.gz").exists():
            continue
        _write(target / hashed, contents()[name])
        _write(target / f"{hashed}.gz", gzip.compress(contents()[name], 9, mtime=0))


class HashedNames(StaticFilesStorage):
    """Turns {% static "desk.css" %} into the served name. KeyError if there is no such file."""

    def url(self, name: str) -> str:
        return self.base_url + hashed_names()[name]


class Built(BaseFinder):
    """Lets Django's test server find what was built; the desk itself serves by `Served`."""

    def find(self, path: str, find_all: bool = False, **_old) -> str | list[str]:
        build(Path(settings.STATIC_ROOT))
        found = Path(settings.STATIC_ROOT) / path
        if path not in hashed_names().values():
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns) -> Iterator:
        return iter(())

    def check(self, **_options) -> Sequence:
        return ()


class Served(WhiteNoiseMiddleware):
    """WhiteNoise over what `build` made, with "never ask again" on every hashed name."""

    def __init__(self, get_response):
        build(Path(settings.STATIC_ROOT))
        super().__init__(get_response)

    def immutable_file_test(self, path: str, url: str) -> bool:
        return bool(HASHED.search(url))
