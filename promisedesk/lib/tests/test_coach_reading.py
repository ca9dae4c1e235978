"""One reading of a reply: whatever the text, it ends, and says what it can."""

import time
from dataclasses import replace

import pytest

from promisedesk.lib.coach import CHECKS, Draft, read
from promisedesk.lib.coach.tone import look_at_tone

PLAIN = "Hello Clara, it left today and comes on Friday."
ODD = [
    "",
    " \n\t\x0b\x85\u2028",
    "\x00 a \x00",
    "\ud83d half \udc00",
    "😀" * 50,
    "👩‍👩‍👧",
    "e\u0301" * 40,
    "שלום, איפה החבילה שלי?",
    "\u202e backwards \u202c",
    "你好，世界。",
    "a" * 5000,
    "я" * 500,
    "20 m² ½ Ⅻ ǅ ﬁ İ ẞ",
    "order ١٢٣٤٥٦ card ٤١١١١١١١١١١١١١١١ PESEL ٤٤٠٥١٤٠١٣٥٩",
    "dowód ABĆ123456, СНИЛС 000-000-000 00",
    "http://[::1 https://]/ http://xn--/ http://a..b http://user@/ http://:80/",
    "100% %s %(x)s {0} {}",
    "```" * 20,
    "> " * 40 + "\n> > >\n",
    "((((" * 50,
    "?!" * 200,
    "I I I I",
    "\U0010ffff\ue000\ufeff",
]


@pytest.mark.parametrize("language", ["en", "ru", "pl", ""])
@pytest.mark.parametrize("text", ODD)
def test_no_check_fails_at_an_odd_text(text, language):
    around = {
        "language": language,
        "attachments": 0,
        "is_quoted": True,
        "signature": "Anna\n" + text,
    }
    names = {
        "customer_name": text[:40],
        "agent_name": text[:20],
        "other_names": (text[:30], "Tom X"),
    }
    for reply, customer in ((text, PLAIN), (PLAIN, text), (text, text)):
        draft = Draft(reply, customer, subject=text[:200], **around, **names)
        for check in CHECKS.values():
            for one in check.look(draft) or []:
                assert all(0 <= start <= end <= len(reply) for start, end in one.spans)


def test_a_check_that_fails_is_left_out(monkeypatch):
    def failing(draft):
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "tone", replace(CHECKS["tone"], look=failing))
    found = read(Draft(PLAIN, "Where is my parcel?"))
    assert "tone" not in found.passed
    assert "spelling" in found.passed


def test_shouting_without_an_end_is_read_as_fast_as_anything():
    draft = Draft("AA AA " * 17_000, language="en")
    began = time.process_time()
    list(look_at_tone(draft))
    assert time.process_time() - began < 0.8  # seconds; a twentieth of it, once more than one
