"""The bench of the coach: it reads every set there is, and outside ones."""

import json

from promisedesk.ops.bench import coach
from promisedesk.ops.bench.coach_cases import as_command, own_cases
from promisedesk.ops.bench.coach_scores import score

LINES = (
    {"customer": "This is disgraceful, I want my money back!!!", "customer_mood": "angry"},
    {"reply": "You should have read the terms.", "reply_tone": "harsh", "language": "en"},
    {
        "customer": "Do you ship to Norway? What does it cost?",
        "reply": "Hello Lars,\n\nYes, we ship to Norway.\n\nKind regards\nAnna",
        "questions": [
            {"text": "Do you ship to Norway?", "answered": True},
            {"text": "What does it cost?", "answered": False},
        ],
    },
    {"reply": "Hello Anna,\n\nYour lamp left today.\n\nKind regards\nTom", "good": True},
    {"reply": "Dear {name}, your lamp left today.", "good": False, "expect": ["unfilled"]},
)


def test_an_outside_set_is_scored_by_the_labels_it_has(tmp_path):
    there = tmp_path / "set.jsonl"
    there.write_text("\n".join(json.dumps(one) for one in LINES), "utf-8")
    found = coach.measure(there, rounds=0, show=3, seed=1)["quality"]["en"]
    assert found["customer_mood"]["angry"]["recall"] == 1.0
    assert found["reply_tone"]["harsh"]["cases"] == 1
    assert found["unanswered_questions"]["recall"] == 1.0
    assert found["letters"]["false_alarms"] == 0.0
    assert found["letters"]["faults_found"] == 1.0


def test_every_set_of_ours_is_read():
    for language in coach.LANGUAGES:
        cases = list(own_cases(language))
        kinds = (
            [one for one in cases if one.mood],
            [one for one in cases if one.tone],
            [one for one in cases if one.questions is not None],
            [one for one in cases if one.is_good],
            [one for one in cases if one.expect],
        )
        assert all(len(kind) >= 50 for kind in kinds)


def test_a_wrong_answer_is_shown_with_its_text():
    cases = [one for one in own_cases("en") if one.is_good][:3]
    assert as_command(cases[0]).draft.customer_name is None
    found = score([type(one)(one.language, one.draft, tone="harsh") for one in cases])
    assert found["reply_tone"]["harsh"]["recall"] == 0.0
    assert found["misses"]["reply_tone"][0]["text"] == cases[0].draft.reply
