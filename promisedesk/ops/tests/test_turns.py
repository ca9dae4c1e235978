import subprocess
import sys

import pytest

from promisedesk.ops.bench import turns

pytestmark = pytest.mark.once

CHILD = """
import sys
from promisedesk.ops.bench.turns import wait_for_mine
name, path = sys.argv[1:]
for number in range(int(name) + 1):
    wait_for_mine()
    with open(path, "a") as file:
        file.write(name)
print("{\\n" + name)
"""


def test_each_goes_on_while_the_others_wait_until_all_have_answered(tmp_path):
    order = tmp_path / "order"
    commands = [[sys.executable, "-c", CHILD, name, str(order)] for name in ("1", "3")]
    assert turns.in_turns(commands) == ["{\n1\n", "{\n3\n"]
    assert order.read_text() == "131333"


def test_a_child_ends_when_nobody_hands_it_a_turn(tmp_path):
    child = [sys.executable, "-c", CHILD, "1", str(tmp_path / "order")]
    done = subprocess.run(child, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert done.returncode == 1
    assert not (tmp_path / "order").exists()
