"""Every check is known to the settings, and every finding has a sentence."""

import re
from importlib import import_module
from pathlib import Path

from promisedesk.coach import words
from promisedesk.coach.words import heat
from promisedesk.lib import coach
from promisedesk.lib.coach import heated
from promisedesk.lib.coach.mood import Mood

LANGUAGES = ("en", "ru", "pl")
WRITTEN = re.compile(rf'"((?:{"|".join(coach.CHECKS)})\.[a-z_]+)"')


def test_every_check_has_a_name():
    assert set(words.NAMES) == set(coach.CHECKS)


def test_every_sentence_belongs_to_a_check():
    assert {code.partition(".")[0] for code in words.SENTENCES} <= set(coach.CHECKS)


def test_every_code_has_a_sentence():
    folder = Path(coach.__file__).parent
    sources = [one.read_text(encoding="utf-8") for one in folder.glob("*.py")]
    codes = {code for source in sources for code in WRITTEN.findall(source)}
    for language in LANGUAGES:
        acts = import_module(f"promisedesk.lib.coach.feelings.acts_{language}")
        codes |= {f"tone.{kind}" for kind in acts.KINDS}
    codes |= {f"signature.{one}" for one in ("columns", "lines", "missing", "art", "twice", "none")}
    codes |= {f"secrets.{one}" for one in ("card", "code", "password", "key", "person")}
    codes |= {f"links.{one}" for one in ("inside", "office", "file", "unfilled", "broken")}
    codes |= {f"apology.{one}" for one in ("late", "fault", "complaint")}
    codes |= {f"vague.{one}" for one in ("soon", "unsure", "empty", "double")}
    assert codes - set(words.SENTENCES) == set()


def test_every_advice_has_words():
    assert set(heated.advice(Mood.ANGRY)) == set(heat.ADVICE)
