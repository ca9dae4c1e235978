"""`promisedesk coach` says of each reply what could be better, and needs no desk for it."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = [sys.executable, "-m", "promisedesk", "coach"]
KEYS = {"checks", "customer_mood", "reply_tone", "questions", "commitments", "spelling"}


def run(text: str | bytes, *options: str, folder=None) -> subprocess.CompletedProcess:
    told = text if isinstance(text, bytes) else text.encode()
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PROMISEDESK")
    }
    return subprocess.run(
        [*PROGRAM, *options], input=told, capture_output=True, cwd=folder, env=environment
    )


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """What it answers to some lines, good and bad, in one go."""
    folder = tmp_path_factory.mktemp("elsewhere")
    asked = [
        {
            "reply": "Hello Tom, we will call you tomorrow at 10.",
            "customer": "Where is my parcel?",
            "subject": "Re: Parcel",
            "language": "en",
            "now": "2026-11-23T14:05",
            "time_zone": "Europe/Moscow",
            "late": False,
        },
        {},
        {"reply": None, "customer": None, "now": None, "late": None},
        [],
        {"time_zone": "Mars/Base"},
        {"time_zone": "Europe"},
        {"now": "tea time"},
        {"now": "0001-01-01T00:00+00:00", "time_zone": "America/New_York"},
        {"now": "9999-12-31T23:59"},
        {"reply": 5},
        {"late": "yes"},
        {"reply": "\ud83d half an emoji"},
    ]
    written = "\n".join(json.dumps(one) for one in asked) + "\nnot json\n"
    ran = run(written, "--json", folder=folder)
    assert ran.returncode == 0
    assert list(folder.iterdir()) == []  # no desk was made
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def test_each_line_is_answered_in_order(lines):
    assert ["error" in one for one in lines] == [
        False, False, False, True, True, True, True, True, True, True, True, False, True,
    ]  # fmt: skip


def test_every_key_is_always_there(lines):
    assert all(set(one) == KEYS for one in lines if "error" not in one)


def test_a_promise_in_the_reply_is_due_in_the_zone_that_was_given(lines):
    [promise] = lines[0]["commitments"]
    assert (promise["due"], promise["kind"]) == ("2026-11-24T10:00:00+03:00", "call")


def test_nothing_said_is_calm_and_neutral(lines):
    assert (lines[1]["customer_mood"], lines[1]["reply_tone"]) == ("calm", "neutral")


def test_without_json_the_input_is_the_reply(tmp_path):
    ran = run("Здравствуйте! Мы позвоним вам завтра в 10:00.", folder=tmp_path)
    assert ran.returncode == 0
    assert "позвоним" in ran.stdout.decode()
    assert run(b"\xff\xfe", folder=tmp_path).returncode == 0
    said = run("Hello Tom, see {x} and card 4111 1111 1111 1111.", folder=tmp_path).stdout.decode()
    assert "✗ “{x}” is not filled in\n" in said  # its words are not said twice
    assert "a card number · “4111 1111 1111 1111”" in said


def test_offsets_count_characters(tmp_path):
    """Beyond the basic plane, too: 🙂 is one."""
    line = {"reply": "🙂 Hello {name}, thank you.", "language": "en"}
    ran = run(json.dumps(line), "--json", folder=tmp_path)
    checks = json.loads(ran.stdout)["checks"]
    marked = [span for one in checks if one["id"] == "unfilled" for span in one["spans"]]
    assert [line["reply"][start:end] for start, end in marked] in ([], ["{name}"])
