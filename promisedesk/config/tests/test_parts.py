"""The parts of a desk under one command: started again, and ended in time whatever they do."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
DIES_AT_ONCE = """
import django; django.setup()
import os, time
from promisedesk.config.serving import Parts
def die():
    print("began", flush=True)
    os._exit(1)
raise SystemExit(Parts({"bad": die, "good": lambda: time.sleep(60)}).keep_running())
"""


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "PROMISEDESK_DATA": str(folder),
        "PROMISEDESK_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "promisedesk.config.settings",
    }


def test_a_part_that_keeps_dying_does_not_keep_the_desk_from_stopping(tmp_path):
    desk = subprocess.Popen(
        [sys.executable, "-c", DIES_AT_ONCE],
        env=environment(tmp_path),
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    for _time in range(3):  # started again twice: the next pause is two seconds and more
        assert desk.stdout.readline() == "began\n"
    began = time.monotonic()
    desk.send_signal(signal.SIGTERM)
    assert desk.wait(timeout=10) == 0
    assert time.monotonic() - began < 5


def test_two_that_migrate_a_new_desk_at_once_both_succeed(tmp_path):
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "promisedesk", "migrate"],
            env=environment(tmp_path),
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _one in range(2)
    ]
    assert [one.communicate(timeout=60) and one.returncode for one in both] == [0, 0]
    database = tmp_path / "promisedesk.sqlite3"
    assert database.stat().st_mode & 0o007 == 0  # nobody else reads customers' letters
