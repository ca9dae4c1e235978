import os
import signal

import pytest

from promisedesk.core import crash


@pytest.fixture
def step():
    yield crash.Step("test.step", "a step of this test")
    del crash.STEPS["test.step"]


@pytest.mark.parametrize("crash_at", ["", "test.other"])
def test_a_step_is_passed_when_it_is_not_the_one(step, settings, crash_at):
    settings.CRASH_AT = crash_at
    step.reached()


def test_the_process_ends_at_its_step_without_a_word(step, settings, monkeypatch):
    killed = []
    monkeypatch.setattr(os, "kill", lambda *how: killed.append(how))
    settings.CRASH_AT = "test.step"
    step.reached()
    assert killed == [(os.getpid(), signal.SIGKILL)]
