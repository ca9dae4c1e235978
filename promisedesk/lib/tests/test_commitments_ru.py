"""Russian promises: what the measured sentences do not show."""

import random

import pytest

from promisedesk.lib.commitments.ru import find

SAID = (
    "перезвоню завтра до обеда в течение через 2–3 15:00 24.11 31.02 99 без четверти нуля 0 пол "
    "третьего числа -го будет отправлен обещаю не если , ( ) : — « ё Ё İ ß \n § # 1,5 сутки р/д к с"
)
PIECES = SAID.split(" ")


def test_the_place_of_a_promise_counts_code_points_of_the_letter():
    text = "🙂 Ёлки! Перезвоню Вам завтра до обеда, Анна."
    (found,) = find(text)
    assert text[found.start : found.end] == "Перезвоню Вам завтра до обеда"


def test_a_promise_goes_on_to_the_deed_that_matters():
    (found,) = find("Завтра уточню на складе и перезвоню вам.")
    assert found.kind == "call"


@pytest.mark.parametrize("seed", range(5))
def test_no_text_is_too_odd(seed):
    picked = random.Random(seed)
    for _ in range(200):
        words = picked.choices(PIECES, k=picked.randint(1, 60))
        for found in find(picked.choice((" ", "", " ")).join(words)):
            assert 0 <= found.start < found.end


def test_a_long_run_without_a_stop_is_read_quickly_or_not_at_all():
    for text in ("1" * 5000, "в течение не более чем " * 220, "перезвоню 24-" * 400):
        assert len(find(text)) < 400
